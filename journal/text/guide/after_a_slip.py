"""The guide, after a slip."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "After a slip"
ABOUT: Final = "be safe first"

INTRO: Final = (
    (
        "It happened, and you are here. That is what counts now. Your free days still count: a slip costs that one day "
        "and no other."
    ),
    (
        "Opioids or sedatives: after even a few days off, your usual dose can kill you. Don't be alone today, and have "
        "naloxone near."
    ),
    "If someone won't wake up, or you think of ending your life, press `F4` now and call.",
)

STEPS: Final = (
    "Press `s`. Safety is the first line.",
    "Say what it was and when. Everything else is optional; `ctrl+s` saves at any point.",
    (
        'Call one person today. You only need one sentence: "I slipped, and I\'m telling you." `F4` shows the '
        "people you can call."
    ),
    (
        "When you are rested, look back on it: `F6` in the slip, or later. A few short questions end in "
        "one thing to do differently."
    ),
    "Tomorrow is an ordinary day. Press `a` and start it.",
)

AFTER: Final = (
    "A slip from last week can be logged now: give its day.",
    "Logged something by mistake? `u` undoes it.",
)


translated(__name__)
