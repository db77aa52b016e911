"""What is printed on the sheet with the recovery words, and what is said where one is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

SHEET_TITLE: Final = "Palabras de recuperación"
NOT_ENCRYPTED: Final = (
    "La hoja no está cifrada: quien la lea puede abrir tu diario. Imprímela y después borra el archivo."
)


def sheet_heading(name: str, day: date) -> str:
    """Name the journal file, and the day on which the sheet was made."""
    return f"{SHEET_TITLE} de {name}, {day}"


def sheet_notes(journal: Path) -> list[str]:
    """Return what someone who finds the sheet needs to know, a paragraph each."""
    return [
        "Estas palabras, en este orden, abren el archivo sin su frase de acceso: journal recover",
        f"El archivo es {journal}. Abren también sus copias de seguridad.",
        "Guarda esta hoja donde nadie más mire, lejos del equipo.",
    ]
