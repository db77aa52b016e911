"""Texts about weekly anchors."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_date

TITLE: Final = "mooring lines"
WHAT: Final = (
    "Four or five things you do every week that hold you: a meeting, a call, a walk. Concrete enough to say yes or no."
)
ENOUGH: Final = "Five are enough to look at in a minute; one that matters less can be put away."
LEGEND: Final = "x held   · missed"
EMPTY: Final = "None yet. + adds one: “Monday group”, “call Ana twice”."
LINE_KEYS: Final = "space held · enter change · d delete"
THIS_LINE: Final = "this line"

FORM: Final = "a mooring line"
LINE: Final = "Every week"
LINE_HINT: Final = "Concrete: “Monday group”, not “be better”."
SHOWN: Final = "Look at it weekly"


def this_week(monday: date, sunday: date, held: int, lines: int) -> str:
    """Return ``This week, 23 – 29 Nov: 3 of 4 so far.``"""
    return f"This week, {format_date(monday, sunday)}: {held} of {lines} so far."


def week_before(held: int, lines: int) -> str:
    """Return ``The week before: 3 of 4.``; empty where there were no lines."""
    return f"The week before: {held} of {lines}." if lines else ""
