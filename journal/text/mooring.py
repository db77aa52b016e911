"""Texts about weekly anchors."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_date
from journal.language import translated

TITLE: Final = "weekly anchors"
WHAT: Final = (
    "Four or five things you do every week that hold you: a meeting, a call, a walk. Concrete enough to say yes or no."
)
ENOUGH: Final = "Five are enough to look at in a minute; you can archive one that matters less."
LEGEND: Final = "x held   · missed"
EMPTY: Final = "None yet. Press + to add one: “Monday group”, “call Ana twice”."
LINE_KEYS: Final = "space held · enter edit · d delete"
THIS_LINE: Final = "this anchor"

FORM: Final = "a weekly anchor"
LINE: Final = "Every week"
LINE_HINT: Final = "Concrete: “Monday group”, not “be better”."
SHOWN: Final = "Look at it weekly"


def this_week(monday: date, sunday: date, held: int, lines: int) -> str:
    """Return ``This week, 23 – 29 Nov: 3 of 4 so far.``"""
    return f"This week, {format_date(monday, sunday)}: {held} of {lines} so far."


def week_before(held: int, lines: int) -> str:
    """Return ``The week before: 3 of 4.``; empty if there were no anchors."""
    return f"The week before: {held} of {lines}." if lines else ""


translated(__name__)
