"""What is asked and said about triggers."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

TITLE: Final = "triggers"
EMPTY: Final = "None yet. A place, a mood, a person that sets it off."
FORM: Final = "a trigger"
LABEL: Final = "What sets it off"


def format_times(cravings: int) -> str:
    """Return ``3 cravings``: those that the trigger set off; empty for none."""
    return count(cravings, "craving") if cravings else ""


translated(__name__)
