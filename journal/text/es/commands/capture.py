"""What ``journal craving`` and ``journal note`` say; the questions are in ``journal.text.es.craving_dialog``."""

from __future__ import annotations

from typing import Final

CRAVING_HELP: Final = """\
Anotar un ansia de fuerza N, de 0 a 10, o con preguntas.

Sin N te acompaña durante el ansia: una pregunta tras otra, en líneas simples.

Se cifra sin pedir la frase de acceso, y lo revisas la próxima vez que desbloquees el diario. Con --passphrase-fd se
guarda en el diario enseguida, y las preguntas ofrecen tus propias listas."""
NOTE_HELP: Final = """\
Guardar la entrada estándar como entrada del diario.

Se cifra sin pedir la frase de acceso, y la revisas la próxima vez que desbloquees el diario. Con --passphrase-fd se
guarda en el diario enseguida."""

INTENSITY_RANGE: Final = "Qué fuerza tiene: un número de 0 a 10."
FOCUS_HELP: Final = "Qué foco, por su nombre; si no, el único, o ninguno."
TRIGGER_HELP: Final = "Qué la provocó; se puede repetir."
NO_BREATH_HELP: Final = "Sin la respiración lenta, cuando pregunta."

SEALED: Final = "Guardado y cifrado. Puedes revisarlo la próxima vez que desbloquees el diario."
KEPT: Final = "Guardado."
WRITE: Final = "Escribe, y termina con Ctrl+D en una línea aparte."
NOTHING_TO_KEEP: Final = "No hay nada que guardar: la entrada estándar estaba vacía."
TRIGGER_NEEDS_LABEL: Final = "Un desencadenante necesita un nombre."
NO_SUCH_FOCUS: Final = "Ningún foco se llama así. No se guardó nada; `journal days` los muestra."
NOBODY_TO_ASK: Final = "¿Qué fuerza tiene, de 0 a 10? Sin una terminal no hay a quién preguntar."


def too_large_to_seal(reason: str) -> str:
    """Add to the ``reason``, a sentence, how it can be kept all the same."""
    return f"{reason} No se guardó nada. Con --passphrase-fd N se puede guardar desde aquí."
