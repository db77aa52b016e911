"""What is printed on the receipt of a meeting, and asked before."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.commitments import By
from journal.domain.dates import format_day

RECEIPT_TITLE: Final = "LO QUE ACORDAMOS"
PROMISES_HEADING: Final = "WHO DOES WHAT"
NEXT_HEADING: Final = "NEXT TIME"
INITIALS_HEADING: Final = "INITIALS"
"""The share ledger stores these names, so they do not change; ``page.format_heading`` says them in Spanish."""

NAME: Final = "resumen de lo acordado"
WHAT: Final = "Dice quién hace qué y cuándo es el próximo encuentro. Tus notas no van en él."

ME, YOU, BOTH = "yo", "tú", "los dos"
WHO: Final = {By.ME: ME, By.MENTOR: YOU, By.BOTH: BOTH}
"""Who keeps a commitment, as the mentor reads it."""


def format_met(day: date) -> str:
    """Say on which day the meeting was."""
    return f"Nos vimos el {format_day(day)}."


def format_by(due: date | None) -> str:
    """Return ``, para el mié 25 nov``; empty without a day."""
    return f", para el {format_day(due)}" if due else ""


def until_then(ways: str) -> str:
    """Say how the mentor can be reached until the next meeting."""
    return f"Hasta entonces: {ways}"
