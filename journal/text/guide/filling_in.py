"""The guide, filling in days."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "Filling in days"
ABOUT: Final = "days that you didn't log"

INTRO: Final = ("`f` on Today leads to the days that are not logged, the last one first.",)

STEPS: Final = (
    "`f` marks a day as free, `x` as used.",
    "`v` marks several days at once and `l` all of last week; then one letter says what they were.",
    "You are asked how sure you are. Not knowing is an answer, too.",
    "`u` undoes all of it.",
)

AFTER: Final = (
    '`y` shows the whole year, `g` goes to a date ("last march"), and enter opens everything of a day.',
    (
        "`p` lists the pauses: days that don't count, in hospital for example. They can lie in the past, and "
        "nothing you logged in them is lost."
    ),
    "`a` shows how much it was, week by week, against your limit or taper.",
)


translated(__name__)
