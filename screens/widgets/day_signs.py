"""The signs of a day, each of another shape, and what they mean."""

from __future__ import annotations

from typing import Final

from journal.domain.days import DayState, DayWord
from journal.text import days as days_text

SIGNS: Final = {
    DayState.CLEAN: "■",
    DayState.WITHIN: "=",
    DayState.USED: "◆",
    DayState.UNKNOWN: "□",
    DayState.MIXED: "*",
    DayState.NOT_APPLICABLE: "–",
}
"""Day state → the sign of one day."""

COLOURS: Final = {DayState.CLEAN: "$accent", DayState.WITHIN: "$accent", DayState.USED: "$warning"}
"""Day state → the colour of its sign; others are muted. The shape alone says all."""


def legend(word: DayWord, clean_word: str = days_text.FREE, *, limited: bool = False) -> str:
    """Return what the signs in ``word`` mean: ``■ free   ◆ used   □ not logged``.

    ``limited``: a use is within the limit of its day, or over it.
    """
    names = {
        DayState.CLEAN: clean_word,
        DayState.WITHIN: days_text.WITHIN_SIGN if limited else days_text.USED,
        DayState.USED: days_text.OVER_SIGN if limited else days_text.USED,
        DayState.UNKNOWN: days_text.NO_ENTRY,
        DayState.MIXED: days_text.MIXED,
        DayState.NOT_APPLICABLE: days_text.NOT_COUNTED,
    }
    there = {state for _, state in word.items()}
    return "   ".join(f"{SIGNS[state]} {name}" for state, name in names.items() if state in there)
