"""What ``journal import days`` says; what is wrong with a file is in ``journal.text.es.imports``."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.text.es.counting import count, noun, whole

DAYS_HELP: Final = """\
Importar marcas de días de un archivo CSV.

Sus columnas son focus, date, state y, si se sabe, amount. Un estado es clean, used, unknown, mixed o na, o una de las
letras - + o * _. Si alguna fila está mal, no se importa ninguna. Un archivo tiene como mucho 100.000 filas, 100 focos
y 16 MiB."""

SPLIT: Final = "No se importó nada. Divídelo en archivos más pequeños e impórtalos uno tras otro."


def importing(rows: int) -> str:
    """Label the progress bar."""
    return f"Importando {count(rows, 'fila')}"


def bad_rows(reasons: str) -> str:
    """Add to what is wrong that nothing was imported."""
    return f"{reasons} No se importó nada."


def too_much(reason: str) -> str:
    """Add to what is too much what to do about it."""
    return f"{reason} {SPLIT}"


def file_too_large(mib: int) -> str:
    """Say that a file is over the limit, in MiB, and what to do about it."""
    return f"El archivo ocupa más de {mib} MiB. {SPLIT}"


def imported(days: int, skipped: int) -> str:
    """Say how many days were imported, and how many were there already."""
    there = f"{whole(skipped)} ya {noun(skipped, 'estaba', 'estaban')}"
    return f"{count(days, 'día importado', 'días importados')}; {there}."


def focus_made(label: str) -> str:
    """Name a focus that the import made."""
    return f"Se añadió un foco: {label}."


def start_moved(label: str, day: date) -> str:
    """Say that the start of a focus was moved back."""
    return f"{label} ahora empieza el {day}."


def would_import(days: int, skipped: int) -> str:
    """Say how many days would be imported, and how many are there already."""
    there = f"{whole(skipped)} ya {noun(skipped, 'está', 'están')}"
    return f"Se importarían {count(days, 'día')}; {there}."


def would_make(label: str) -> str:
    """Name a focus that the import would make."""
    return f"Se añadiría un foco: {label}."


def would_move(label: str, day: date) -> str:
    """Say that the start of a focus would be moved back."""
    return f"{label} empezaría el {day}."
