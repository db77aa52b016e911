"""What Welcome says on some days only: fields for some focuses, and where the journal is not made at once."""

from __future__ import annotations

from typing import Final

from journal.domain.focuses import FocusKind

NAMES: Final = {FocusKind.OTHER: "Qué sustancia", FocusKind.CUSTOM: "Qué es"}
"""Kinds that a person may name themselves → label of the field for the name."""
UNITS: Final = "unidades"
"""Stands for the unit of a focus that has none."""
SINCE_HINT: Final = "hace 3 semanas, 19 nov"
MADE: Final = "Tu diario ya está. Continúa, o escribe dos veces otra frase de acceso para usarla en lugar de esta."
LOCKS_THEN: Final = "El diario se bloquea en cuanto termine de crearse."
NO_DATE: Final = "Escribe una fecha. Prueba: hace 3 semanas, 19 nov o 19/11/2026."


def kind_hint(kind: str, belongs: str) -> str:
    """Return ``kind: what belongs to it``."""
    return f"{kind}: {belongs}"


def not_made(reason: str) -> str:
    """Say why no journal was made (a sentence), and what to do."""
    return f"No se creó ningún diario. {reason} Para reintentarlo, escribe otra vez la frase de acceso."


def passphrase_stays(reason: str) -> str:
    """Say why the passphrase was not changed (a sentence), and which one opens the journal."""
    return f"{reason} El diario sigue abriéndose con tu frase anterior."
