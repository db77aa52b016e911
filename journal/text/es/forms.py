"""What all forms, lists, dialogs and questions in steps say, and what becomes of a file that they write."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import with_this

KEYS: Final = "ctrl+s guardar · esc volver"
STEP_KEYS: Final = "enter continuar · esc volver"
FIRST_STEP_KEYS: Final = "enter continuar"

CONTINUE: Final = "Continuar"
SKIP: Final = "Saltar"
NO: Final = "No"
REMOVE_IT: Final = "Quitar"
REPLACE_IT: Final = "Reemplazar"
NEVER_MIND: Final = "Después"
AT_ONCE: Final = "Ahora"

WHEN: Final = "Cuándo"
TIME: Final = "A qué hora"
TIME_HINT: Final = "19:30, 7pm, noche"
TIME_TO_COME: Final = "Esa hora está en el futuro."
HOW_EXACTLY: Final = "Exactitud"
AT_THAT_TIME: Final = "a esa hora"
ABOUT_THEN: Final = "más o menos"
TO_COME: Final = "Eso está en el futuro."
DRAFT_KEPT: Final = "Guardado como borrador. Aquí estará cuando vuelvas."
DISCARD: Final = "¿Descartar los cambios?"
DISCARD_YES: Final = "Descartar"
NOT_UNDONE: Final = "Esto no se puede deshacer."
NOTHING_TO_SAVE: Final = "Todavía no hay nada que guardar."
SAVE_FIRST: Final = "Antes, guarda o descarta los cambios."
THIS: Final = "esto"
MARK_FIRST: Final = "Elige antes una línea, por ejemplo en Cronología."

COMMANDS: Final = "comandos"
COMMAND_KEYS: Final = "escribe para buscar · ↑ ↓ · enter usar · esc volver"
FILTER: Final = "escribe para buscar, por ejemplo: copia"
KEYS_HERE: Final = "teclas de esta pantalla"

PRINT_OR_TEXT: Final = (
    "Una página para imprimir, o texto simple si el nombre acaba en .txt. Solo tu cuenta en este equipo puede leerla."
)
PRINT_FORMS: Final = "Una página para imprimir; texto simple si el nombre acaba en .txt, un PDF si acaba en .pdf."
NOT_ENCRYPTED: Final = "El archivo no está cifrado: quien lo encuentre puede leerlo."
FILE_TAKEN: Final = "Ya existe un archivo con ese nombre. Elige otro."
NO_DIRECTORY: Final = "Esa carpeta no existe. No se guardó nada. Elige otro lugar."
IS_A_DIRECTORY: Final = "Eso es una carpeta. Añade un nombre de archivo al final."
_NO_REASON: Final = "el disco no lo permitió"


def nothing_found(words: str) -> str:
    """Say that no command was found."""
    return f"No se encontró nada con “{words.strip()}”."


def this(name: str) -> str:
    """Return ``esta entrada``: the record that a form is about."""
    return with_this(name)


def written_to(place: str, warning: str) -> str:
    """Say where a file was written, and what to know about it."""
    return f"Guardado en {place}. {warning}"


def not_written(reason: str) -> str:
    """Say that no file was written; ``reason`` is what the system says, or empty."""
    return f"No se guardó: {reason or _NO_REASON}. Prueba en otro lugar."
