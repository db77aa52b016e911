"""What is said about an import from another program, before and after it, and about undoing it.

Used by ``journal.importing`` for its reasons, and by the command and the screen for the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.text.es.counting import count, whole

PROGRAMS: Final = {
    "days": "Días de un archivo CSV",
    "jrnl": "jrnl",
    "dayone": "Day One",
    "loop": "Loop Habit Tracker",
    "daylio": "Daylio",
    "quitter": "Quitter",
    "grove": "Grove",
    "markdown": "Markdown u Obsidian",
    "csv": "Otro archivo CSV",
    "archive": "Lo que exportó este programa",
    "notes": "Notas de un teléfono",
}
"""Kind of export, as the command names it → the name that a person knows."""

# Why something is left as it is, left out, or doubtful: sentences that stand after a number, as in "3 sin importar: …".

MARKED_OTHERWISE: Final = "Tu diario tiene este día marcado de otra manera. Se queda como está."
USE_LOGGED: Final = "Tu diario tiene un consumo en este día. Se queda como está."
MARKED_FREE: Final = "Tu diario tiene este día marcado como día sin consumo. Se queda como está."
USE_THERE: Final = "Tu diario ya tiene un consumo en este día. Se queda como está."
CHECK_IN_THERE: Final = "Tu diario tiene un registro de este día. Se queda como está."
FOCUS_DELETED: Final = "Borraste el foco de esto. Sigue borrado."
IN_FUTURE: Final = "La fecha está en el futuro."
TOO_EARLY: Final = "La fecha es demasiado antigua."
NOTHING_WRITTEN: Final = "No tiene nada escrito."
NOT_STORABLE: Final = "Contiene algo que este diario no puede guardar."
STATE_UNKNOWN: Final = "El estado de este día no se puede importar."
AMOUNT_DROPPED: Final = "La cantidad no se puede leer. Lo demás se importa sin ella."
OTHER_UNIT: Final = "La cantidad está en otra unidad que la de tu diario. El día se importa sin ella."
TAGS_IN_TEXT: Final = "Hay muchas etiquetas, o son muy largas. Algunas se añaden al final del texto."

_WHAT: Final = {
    "entries": ("entrada", "entradas"),
    "marks": ("día", "días"),
    "uses": ("consumo", "consumos"),
    "checkins": ("registro del día", "registros del día"),
    "focuses": ("foco", "focos"),
}

NOTHING_NEW: Final = "No hay nada nuevo que añadir."
NOTHING_TO_UNDO: Final = "No hay ninguna importación que deshacer."


def program_name(program: str) -> str:
    """Return the name of the program of an export."""
    return PROGRAMS.get(program, program)


def format_counts(counts: Mapping[str, int]) -> str:
    """Return ``412 días, 3 entradas``; empty where all are 0."""
    return ", ".join(count(counts[table], *_WHAT[table]) for table in _WHAT if counts.get(table))


def will_add(counts: Mapping[str, int], first: date | None, last: date | None, today: date) -> str:
    """Say what an import would add, and from which days it is."""
    return _with_period(f"Se añadirá: {format_counts(counts)}", first, last, today)


def added_ask(counts: Mapping[str, int]) -> str:
    """Return what the question whether to add is about."""
    return f"{format_counts(counts)}."


def added(counts: Mapping[str, int]) -> str:
    """Say what was added."""
    return f"Añadido: {format_counts(counts)}."


def new_focus(label: str, start: date | None, today: date) -> str:
    """Name a focus that an import adds."""
    return f"Foco nuevo: {label}." if start is None else f"Foco nuevo: {label}, desde el {format_day(start, today)}."


def start_moves(label: str, day: date, today: date) -> str:
    """Say that the start of a focus moves back."""
    return f"{label}: la cuenta empezará antes, el {format_day(day, today)}."


def there_already(number: int) -> str:
    """Say how many things of an export are not added, because they are or were in the journal."""
    return f"Importado antes, o ya en el diario: {whole(number)}. No se añade otra vez."


def left_as_is(reason: str, number: int) -> str:
    """Say why some things stay as they are in the journal, and how many they are."""
    return f"{whole(number)} sin añadir: {reason}"


def doubtful(reason: str, number: int) -> str:
    """Say what could not be known for certain, and of how many things."""
    return f"{whole(number)} por comprobar: {reason}"


def left_out(reason: str, number: int) -> str:
    """Say why some things are not imported, and how many they are."""
    return f"{whole(number)} sin importar: {reason}"


def will_undo(program: str, file: str, day: date, today: date) -> str:
    """Name the import that would be undone."""
    source = f"{program_name(program)}, {file}" if file else program_name(program)
    return f"Última importación: {source}, el {format_day(day, today)}."


def takes_away(counts: Mapping[str, int]) -> str:
    """Say what undoing an import takes away."""
    what = format_counts(counts)
    return f"Al deshacerla se quita: {what}." if what else "Ya no queda nada de ella que quitar."


def took_away(counts: Mapping[str, int]) -> str:
    """Say what undoing an import took away."""
    what = format_counts(counts)
    return f"Importación deshecha. Se quitó: {what}." if what else "Importación deshecha."


def keeps_changed(counts: Mapping[str, int]) -> str:
    """Say what undoing an import keeps, because the person changed it or added to it."""
    return f"Se conserva, porque desde entonces lo cambiaste o le añadiste algo: {format_counts(counts)}."


def focus_stays(label: str) -> str:
    """Say that a focus of the import stays."""
    return f"El foco se queda: {label}."


def start_returns(label: str, day: date, today: date) -> str:
    """Say that the start of a focus is set back to what it was."""
    return f"{label}: la cuenta vuelve a empezar el {format_day(day, today)}."


def deleted_since(number: int) -> str:
    """Say how many records of an import were deleted since; they stay deleted."""
    return f"Borrado por ti desde la importación: {whole(number)}."


def _with_period(what: str, first: date | None, last: date | None, today: date) -> str:
    if first is None or last is None:
        return f"{what}."
    if first == last:
        return f"{what}. Día: {format_day(first, today)}."
    return f"{what}. Del {format_day(first, today)} al {format_day(last, today)}."
