"""What Plan says as a whole: its name, and what its lists have in common."""

from __future__ import annotations

from typing import Final

from journal.language import translated

ADD: Final = "+ add"
CHANGE: Final = "enter edit"
PUT_AWAY: Final = "archived"
"""Said of a line that stays in the journal and is no longer offered."""
SHOWN_HERE: Final = "shown only here"
REASON_TOO_LONG: Final = "That's too long. 1,000 letters fit."

TICKED: Final = {"goals": "step done", "strategies": "favourite", "plans": "renew"}
"""List → what space does with its marked line; nothing in the others."""

WORDS_NEEDED: Final = "Write a few words."
KIND: Final = "Kind"
OFFER: Final = "Offer in cravings"
ONLY_FOR: Final = "Only for"
ONLY_FOR_HINT: Final = "Leave empty to offer it in every craving."


def format_count(lines: int) -> str:
    """Return ``8 in all``: how many lines a list has that doesn't show all of them."""
    return f"{lines} in all"


translated(__name__)
