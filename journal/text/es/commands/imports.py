"""What ``journal import`` says. What an import does is said by ``journal.text.es.import_report``, for screens too."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import whole

IMPORT_HELP: Final = """\
Importar lo que anotaste en otro sitio.

Indica el programa y lo que exportaste, como en `journal import loop export.zip`. Primero dice lo que se añadirá, y
luego pregunta. `journal import --undo` quita la última importación."""
JRNL_HELP: Final = "Importar jrnl: su archivo de texto, su carpeta o su exportación JSON."
DAYONE_HELP: Final = (
    "Importar Day One: su exportación JSON (un ZIP o el archivo JSON), o una carpeta de Day One Classic."
)
LOOP_HELP: Final = "Importar Loop Habit Tracker: su exportación CSV (un ZIP) o la copia de su base de datos."
DAYLIO_HELP: Final = "Importar Daylio: su exportación CSV o su copia de seguridad."
QUITTER_HELP: Final = "Importar Quitter: su exportación JSON."
GROVE_HELP: Final = "Importar Grove: su exportación JSON."
MARKDOWN_HELP: Final = "Importar una carpeta de notas Markdown con el día en el nombre, como las diarias de Obsidian."
CSV_HELP: Final = "Importar un archivo CSV de otro programa; tú dices qué es cada columna."
UNDO_HELP: Final = (
    "Quitar la última importación. Lo que cambiaste desde entonces se conserva. También: journal import --undo"
)

DRY_RUN_HELP: Final = "Solo decir lo que se añadiría."
YES_HELP: Final = "Añadir sin preguntar; a las preguntas se da la respuesta más prudente."
DAYS_YES_HELP: Final = "No preguntar. Aquí no se pregunta nada de todos modos."
UNDO_YES_HELP: Final = "Deshacer sin preguntar."
ANSWER_HELP: Final = "Responder a una pregunta por su nombre; se puede repetir."

ANSWER_FORM: Final = "--answer necesita NAME=VALUE. Con --dry-run ves los nombres."
ASK_ADD: Final = "¿Añadir esto?"
ASK_UNDO: Final = "¿Deshacer esta importación?"
UNASKED: Final = "No se importó nada. Para añadirlo, repite el comando con --yes."
UNDO_UNASKED: Final = "No se cambió nada. Para deshacer esta importación, repite el comando con --yes."
NOTHING_IMPORTED: Final = "No se importó nada."
NOTHING_CHANGED: Final = "No se cambió nada."
UNDOING: Final = "Deshaciendo la importación. Tarda un momento."
UNDO_HOW: Final = "Para quitarlo: journal import --undo"
ONLY_TOLD: Final = "Era solo un ensayo: no se añadió nada."


def name_the_program(kinds: str) -> str:
    """Say that the program of an export has to be named, and which ones are known."""
    return f"Nombra el programa y luego lo exportado: journal import KIND PATH. KIND es uno de estos: {kinds}."


def bad_export(reason: str) -> str:
    """Add to what is wrong with an export that nothing was imported."""
    return f"{reason} {NOTHING_IMPORTED}"


def no_such_question(name: str) -> str:
    """Say that an answer is to a question that is not asked."""
    return f"No hay ninguna pregunta que se llame {name}. Con --dry-run ves los nombres."


def no_such_answer(name: str, values: str) -> str:
    """Say which answers a question has."""
    return f"{name} acepta una de estas respuestas: {values}."


def enter_means(question: str, label: str) -> str:
    """Return a question with the answer that enter gives; without one as it is."""
    return f"{question} (enter: {label})" if label else question


def answered(question: str, label: str) -> str:
    """Say what a question was answered with, in a dry run."""
    return f"Pregunta: {question} Respuesta usada: {label or 'ninguna'}."


def answer_how(option: str, values: str) -> str:
    """Say how to give another answer to a question; ``option`` is what is typed in a shell."""
    return f"Otra respuesta: {option}, con una de {values}." if values else f"Otra respuesta: {option}"


def importing(records: int) -> str:
    """Label the progress bar."""
    return f"Importando {whole(records)}"
