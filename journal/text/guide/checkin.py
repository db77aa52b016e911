"""The guide, the daily check-in."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "The daily check-in"
ABOUT: Final = "under a minute a day"

INTRO: Final[tuple[str, ...]] = ()

STEPS: Final = (
    "Press `a`. Four digits: mood, energy, sleep and the strongest craving.",
    "Then say how the day was for each thing you track, and one intention if you like.",
    "Enter skips what you don't want to answer. `ctrl+s` saves at any point.",
)

AFTER: Final[tuple[str, ...]] = ()


translated(__name__)
