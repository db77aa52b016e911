"""What the screens for importing from another program say; the report itself is in ``import_report``."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import whole

PROGRAMS_TITLE: Final = "importar"
PROGRAMS_HINTS: Final = "enter elegir · esc volver"
PROGRAMS_WHAT: Final = "¿Qué programa usabas? No se añade nada antes de que veas lo que es."
FILE_HINTS: Final = "enter leer · ctrl+s añadir · esc volver"
PLACE: Final = "Archivo o carpeta"
PLACE_HINT: Final = "Dónde está en este equipo."
ANSWER: Final = "Respuesta"
READING: Final = "Leyendo…"
NO_SUCH_PLACE: Final = "Ahí no hay nada. Comprueba el nombre."
ASK_ADD: Final = "¿Añadir esto?"
YES_ADD: Final = "Añadir"
TO_ADD: Final = "Pulsa ctrl+s para añadirlo."
FIRST_ANSWER: Final = (
    "Responde antes a las preguntas de abajo; Tab pasa a la siguiente. Luego pulsa ctrl+s para añadirlo."
)
NOTHING_IMPORTED: Final = "No se importó nada."
HOW_UNDO: Final = "Para quitarlo, pulsa F7 aquí, o más tarde elige Última importación en Ajustes."

UNDO_TITLE: Final = "deshacer la última importación"
UNDO_HINTS: Final = "ctrl+s deshacer · esc volver"
UNDO_ASK: Final = "¿Deshacer esta importación?"
UNDO_YES: Final = "Deshacer"
TO_UNDO: Final = "Pulsa ctrl+s para deshacer esta importación."
UNDOING: Final = "Deshaciendo…"

SETTING: Final = "Importar"
SETTING_WHAT: Final = "de otra app o de un teléfono"
UNDO_SETTING: Final = "Última importación"
UNDO_SETTING_WHAT: Final = "deshacerla"

HOW: Final = {
    "jrnl": "Su archivo de texto, su carpeta o una exportación JSON: jrnl --format json",
    "dayone": "En Day One, exporta como JSON. Usa el archivo ZIP tal como está.",
    "loop": "En Loop, abre los ajustes: exporta como CSV, o haz una copia completa.",
    "daylio": "En Daylio, exporta tus entradas como CSV, o haz una copia de seguridad.",
    "quitter": "En Quitter, abre los ajustes y exporta tus datos.",
    "grove": "En Grove, exporta tus datos como JSON.",
    "markdown": "La carpeta de tus notas. Sus nombres llevan el día, como 2026-11-23.md.",
    "days": "Un archivo CSV con las columnas focus, date, state y, si se sabe, amount.",
    "csv": "Cualquier tabla guardada como CSV. Tú dices qué es cada columna.",
}
"""Kind of export → how to get it, in the order of the list."""

EXAMPLES: Final = {
    "jrnl": "~/journal.txt",
    "dayone": "~/Downloads/Export.zip",
    "loop": "~/Downloads/Loop.zip",
    "daylio": "~/Downloads/daylio.csv",
    "quitter": "~/Downloads/quitter.json",
    "grove": "~/Downloads/grove.json",
    "markdown": "~/notas",
    "days": "~/dias.csv",
    "csv": "~/tabla.csv",
}
"""Kind of export → an example of where it is."""


def not_read(reason: str) -> str:
    """Say why the system can't read a file, and that nothing was imported."""
    return f"No se puede leer: {reason}. {NOTHING_IMPORTED}" if reason else f"No se puede leer. {NOTHING_IMPORTED}"


def refused(reason: str) -> str:
    """Add to what is wrong with an export that nothing was imported."""
    return f"{reason} {NOTHING_IMPORTED}"


def importing(saved: int, of: int) -> str:
    """Say how far an import is."""
    return f"Importando: {whole(saved)} de {whole(of)}"
