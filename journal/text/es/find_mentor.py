"""How to find a mentor, a first message to adapt, three trial meetings; and a page for mentors. Our own words."""

from __future__ import annotations

from typing import Final

TITLE: Final = "¿Aún sin mentor?"
KEYS: Final = "e primer mensaje · w imprimir · esc volver"
WHAT: Final = "Nadie tiene que hacer esto a solas, y pedirlo es lo más difícil. Tómate tu tiempo."

MESSAGE_TITLE: Final = "Un primer mensaje"
MESSAGE: Final = (
    "Hola, …: nos conocimos en …. Busco a alguien con quien hablar más o menos una vez por semana de cómo me va. Lo "
    "que dijiste de … se me quedó grabado. ¿Podríamos vernos tres veces, media hora cada una, para ver si nos va bien "
    "a los dos? No hace falta que tengas todas las respuestas. Y está bien decir que no."
)

LOOK_FOR: Final = (
    "Qué buscar",
    "Alguien que lleve más camino que tú: estable desde hace un año o más, o con formación para acompañar.",
    "Podrías decirle la verdad. Eso se nota en media hora.",
    "Escucha más de lo que habla, y no sermonea.",
    "Tiene tiempo más o menos una vez por semana, y dice cómo hablarle entre un encuentro y otro.",
    "Tiene con quién hablar de su propia recuperación.",
    "Ni tu pareja, ni quien te da trabajo o casa, ni alguien a quien debes dinero.",
)
SAY_NO: Final = (
    "Di que no, y sigue buscando, si",
    "quiere de ti dinero, un secreto o algo más que amistad;",
    "te dice que dejes un medicamento recetado: eso es cosa tuya y de tu médico;",
    "te hace sentir menos después de un tropiezo.",
)
WHERE: Final = (
    "Dónde buscar",
    "Un grupo o una reunión: fíjate en quién dice cosas que se te quedan, y háblale al terminar.",
    "Tu clínica, un centro de recuperación o una casa de recuperación: pregunta quién acompaña a otros.",
    "Una línea de ayuda sabe qué hay cerca de ti. F4 muestra los números.",
)
ASK: Final = (MESSAGE_TITLE, MESSAGE)
TRIALS: Final = (
    "Tres encuentros de prueba",
    "Primero: di qué esperas y qué no quieres. Pregunta cómo lo hace. Acuerda cómo será el contacto.",
    "Segundo: lleva una página de este diario. Habla de un momento difícil, y acuerda un próximo paso.",
    "Tercero: cada uno dice qué ayudó y qué no. Luego toca seguir, cambiar algo o despedirse con gratitud.",
    "Cualquiera de estos finales es bueno. Si un mentor no encaja contigo, no es culpa tuya.",
)

MENTORS_TITLE: Final = "Para mentores: tu propio apoyo"
OWN_RECOVERY: Final = (
    "Tu recuperación va primero",
    "Puedes hacer una pausa o dejarlo en cualquier momento. Acuerda pronto cómo lo dirías.",
    "Conserva tus reuniones, tu mentor, padrino o madrina, tus días de descanso.",
    "Si lo que oyes te remueve algo, llama a alguien antes de hacer nada más.",
)
SUPERVISION: Final = (
    "Alguien con quien hablar de acompañar",
    "Ten quien te supervise, o un mentor con experiencia, y habla al menos una vez al mes. Sin nombres.",
    "Lleva lo que fue difícil, lo que no tenías claro y lo que hiciste bien.",
    "Después de una crisis o una muerte, habla antes de que pase un día. Esto no se carga a solas.",
)
LIMITS: Final = (
    "Conoce tus límites",
    "Acompañas de igual a igual: no eres médico, ni terapeuta, ni urgencias. Los medicamentos son cosa del médico.",
    "Acuerda qué haces si no da señales, y si puedes llamar a emergencias.",
    "Acuerda qué queda entre los dos y qué no: peligro de muerte, un menor en riesgo.",
    "Nada de dinero en ningún sentido, y nada más que amistad.",
)
THIS_WEEK: Final = (
    "Habla con alguien esta semana si",
    "te da miedo que llegue el encuentro, o no puedes dejar de pensar en ello;",
    "le guardas un secreto que te pesa;",
    "haces más por su recuperación que esa persona;",
    "piensas en consumir.",
)
"""Each begins with its heading."""

PRINT: Final = "imprimir una página"
PRINT_WHICH: Final = "Cuál"
PRINT_MINE: Final = "cómo encontrar mentor"
PRINT_MENTORS: Final = "para mentores: tu propio apoyo"
PRINT_WHAT: Final = "No lleva nada tuyo."


def chapters_for_me() -> tuple[tuple[str, ...], ...]:
    """Return what helps to find a mentor: chapters, each with its heading first."""
    return LOOK_FOR, SAY_NO, WHERE, ASK, TRIALS


def chapters_for_mentors() -> tuple[tuple[str, ...], ...]:
    """Return the page for mentors in the same way."""
    return OWN_RECOVERY, SUPERVISION, LIMITS, THIS_WEEK
