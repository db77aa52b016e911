"""What is said about templates for entries, and the ones to begin with.

The headings of the last five follow "Action Planning for Prevention and Recovery" (SAMHSA, SMA-3720, public domain);
the questions under them are our own.
"""

from __future__ import annotations

from typing import Final

TITLE: Final = "preguntas y plantillas"
OWN_KEYS: Final = "enter insertar · e editar · d borrar"
SUGGESTED_KEYS: Final = "enter insertar"
KEYS: Final = "+ añadir · esc volver"
INSERT: Final = "insertar"
INSERT_HELP: Final = "Insertarla en la entrada, donde está el cursor."
WHOLE: Final = "qué se inserta"
SUGGESTION: Final = "sugerencia"
SUGGESTION_STAYS: Final = "Esto es una sugerencia. Pulsa enter para insertarla. Con ctrl+n guardas tu propia versión."

FORM: Final = "una plantilla"
NAME: Final = "Título"
NAME_NEEDED: Final = "Hace falta un título, para encontrarla en la lista."
TEXT: Final = "Preguntas"
TEXT_HINT: Final = "Preguntas o títulos, con sitio para escribir debajo de cada uno."
TEXT_NEEDED: Final = "Todavía no hay nada escrito."
OFFERED: Final = "En uso"
OFFERED_HINT: Final = "“no” la lleva al final de la lista."

NOTHING_TO_SAVE: Final = "Escribe algo primero. Después puede ser una plantilla."


def saved_as_template(title: str) -> str:
    """Return ``Guardado como la plantilla “Un día difícil”. Pulsa F6 para usarla.``"""
    return f"Guardado como la plantilla “{title}”. Pulsa F6 para usarla."


STARTERS: Final = (
    (
        "Un día difícil",
        """\
¿Qué pasó?

¿Cuál fue el momento más difícil?

¿Qué ayudó, aunque fuera un poco?

¿A quién se lo puedo contar?

¿Qué necesito mañana?
""",
    ),
    (
        "Un buen día",
        """\
¿Qué salió bien?

¿Qué hice yo para que saliera bien?

¿Quién formó parte?

¿Qué quiero volver a hacer?
""",
    ),
    (
        "Antes de un encuentro",
        """\
¿Cómo estoy, con honestidad?

¿Qué cambió desde la última vez?

¿Qué es lo que más cuesta decir?

¿Qué quiero preguntar?

¿Qué me enorgullece?
""",
    ),
    (
        "Algo que dijo mi mentor",
        """\
Algo que dijo mi mentor y quiero conservar:

Cuándo me hará falta:
""",
    ),
    (
        "Ayudar a alguien",
        """\
Hoy ayudé a alguien. ¿Qué hice?

¿Qué me dio a mí?
""",
    ),
    (
        "Una carta para mí",
        """\
Hola, soy yo.

Lo que quiero que recuerdes:

Lo que ahora sé:

Lo que te deseo:
""",
    ),
    (
        "Caja de herramientas",
        """\
CAJA DE HERRAMIENTAS

Lo que me ha ayudado a estar mejor:

Lo que quiero probar:

Lo que me va mejor dejar de lado:
""",
    ),
    (
        "Plan diario",
        """\
PLAN DIARIO

Cómo soy cuando estoy bien:

Lo que hago cada día para seguir bien:

Lo que quizá tenga que hacer hoy:
""",
    ),
    (
        "Desencadenantes",
        """\
DESENCADENANTES

Lo que podría alterarme o provocar un ansia:

Lo que hago cuando pasa:
""",
    ),
    (
        "Señales de alerta tempranas",
        """\
SEÑALES DE ALERTA TEMPRANAS

Pequeños cambios que me dicen que algo va mal:

Lo que hago cuando los noto:

Quién puede decírmelo cuando los note:
""",
    ),
    (
        "Plan de crisis",
        """\
PLAN DE CRISIS

Cómo pueden notar los demás que necesito ayuda:

Quién quiero que esté, y cómo dar con esas personas:

Quién no quiero que esté:

Medicamentos, y quién los conoce:

Lo que ayuda, y lo que lo empeora:

Dónde puedo ir:
""",
    ),
)
"""Title and text of each suggestion."""
