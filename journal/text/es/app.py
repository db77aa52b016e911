"""What the app itself says, on whatever screen a person is.

The app loads this module before the locked screen's first paint, so it imports nothing but ``counting``.
"""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count, noun, whole, with_this

HOW_TO_QUIT: Final = "Pulsa ctrl+q para salir. No se pierde nada."
LEAVE_ASK: Final = "¿Salir de todos modos?"
LEAVE_YES: Final = "Salir"
LEAVE_NO: Final = "Quedarme"
NO: Final = "No"
LOCKED: Final = "El diario está bloqueado."

DELETE_YES: Final = "Borrar"
DELETE_DETAIL: Final = "Pulsa u para deshacerlo."
DELETED: Final = "Borrado. Pulsa u para deshacerlo."
DELETED_INTO_BIN: Final = "Borrado. Pulsa u para deshacerlo. Queda en la papelera 30 días."
NOTHING_TO_UNDO: Final = "No hay nada que deshacer."

REPLACED_ASK: Final = "Otro programa cambió el archivo. ¿Bloquear ahora?"
REPLACED_YES: Final = "Bloquear"
REPLACED_DETAIL: Final = (
    "Lo que tenías abierto está guardado en una copia al lado. Al desbloquear verás lo que dejó el otro programa, y "
    "una línea en Hoy te ayuda a combinar los dos."
)

NO_TERMINAL: Final = "Las pantallas del diario necesitan una terminal. journal --help muestra lo que funciona sin ella."
DUMB_TERMINAL: Final = (
    "Esta terminal no puede mostrar pantallas (TERM es dumb). journal --help muestra lo que funciona sin ellas."
)


def leave_detail(reason: str) -> str:
    """Say why drafts could not be saved, and what leaving loses."""
    return f"{reason} Lo que escribías no está guardado. Si sales ahora, se pierde."


def paste_cut(kept: int, left_out: int) -> str:
    """Say how many characters of a paste are missing."""
    first = f"{noun(kept, 'Se pegó', 'Se pegaron')} {noun(kept, 'el primer carácter', f'los primeros {whole(kept)}')}"
    last = noun(left_out, "falta el último", f"faltan los últimos {whole(left_out)}")
    return f"Es demasiado largo para pegarlo de una vez. {first}{noun(kept, '', ' caracteres')}; {last}."


def this(kind: str) -> str:
    """Return ``esta entrada``."""
    return with_this(kind)


def ask_delete(what: str) -> str:
    """Ask whether to delete something."""
    return f"¿Borrar {what}?"


def too_small(columns: int, rows: int) -> str:
    """Say how large a window has to be."""
    return f"El diario necesita una ventana de {count(columns, 'columna')} y {count(rows, 'fila')}."


def too_small_for_all(columns: int, rows: int) -> str:
    """Say how large a window this screen needs, and what works without."""
    works = "Un ansia (^r), un tropiezo (s) y las líneas de ayuda (F4) funcionan en una más pequeña."
    return f"Esta pantalla necesita una ventana de {count(columns, 'columna')} y {count(rows, 'fila')}. {works}"


def make_larger(needs: str, columns: int, rows: int) -> str:
    """Say what size is needed (a sentence) and what size there is."""
    return f"{needs} Esta tiene {columns} × {rows}; agrándala y empieza de nuevo."
