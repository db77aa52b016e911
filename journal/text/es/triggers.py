"""What is asked and said about triggers."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count

TITLE: Final = "desencadenantes"
EMPTY: Final = "Aún ninguno. Un lugar, un ánimo, una persona que provoca ansias."
FORM: Final = "un desencadenante"
LABEL: Final = "Qué provoca ansias"


def format_times(cravings: int) -> str:
    """Return ``3 ansias``: those that the trigger set off; empty for none."""
    return count(cravings, "ansia") if cravings else ""
