"""What is said about what a person is recovering from, and what their goal is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journal.domain.focuses import FocusKind, GoalMode
from journal.text.labels import choices

TITLE: Final = "recovering from"
KIND: Final = "From"
NAME: Final = "Its name"
NAME_HINT: Final = "Empty: the name above."
GOAL_MODE: Final = "I want to"
LIMIT: Final = "At most a day"
LIMIT_HINT: Final = "A number, or leave it empty."
TAPER: Final = "Steps"
GOAL_FROM: Final = "A new goal counts"
GOAL_FROM_TODAY: Final = "from today"
GOAL_FOR_ALL_DAYS: Final = "for all days"
GOAL_FROM_HINT: Final = "From today: the days before keep the goal they had."
START: Final = "Counts from"
START_HINT: Final = "Empty: not yet. Or 3 weeks ago."
CLEAN_DAY: Final = "A day without it"
UNIT: Final = "Counted in"
UNIT_HINT: Final = "drinks, cigarettes, hours"
HEAVY_DAY: Final = "A heavy day from"
HEAVY_DAY_HINT: Final = "A drink is 14 g in the US, 8 g in the UK, 10 g in AU."
COST: Final = "Cost, before"
COST_HINT: Final = "What it usually cost. It is used to show what you saved."
COST_PER: Final = "for each"
CURRENCY: Final = "Currency"
CURRENCY_HINT: Final = "€, $, £"
PAUSED: Final = "Paused"
PAUSED_HINT: Final = "Days in a pause don't count."
ARCHIVED: Final = "Archived"
ARCHIVED_HINT: Final = "Hidden. Its days stay."
HAS_DAYS: Final = "This has logged days. Archive it instead: that hides it and keeps the days."

GOAL_MODE_WORDS: Final = {
    GoalMode.ABSTAIN: "stop",
    GoalMode.ABSTAIN_FOR_NOW: "stop for now",
    GoalMode.REDUCE: "cut down",
    GoalMode.TAPER: "taper, step by step",
    GoalMode.OBSERVE: "just track it",
}
"""The goal modes as answers to "I want to"."""

KIND_HINTS: Final = {
    FocusKind.OPIOIDS: "heroin, fentanyl, oxycodone, codeine, tramadol",
    FocusKind.SEDATIVES: "benzodiazepines, sleeping pills, GHB, pregabalin, gabapentin",
    FocusKind.STIMULANTS: "cocaine, amphetamine, methamphetamine",
    FocusKind.NICOTINE: "cigarettes, vaping, snus",
}
"""Examples for kinds whose name alone may be unclear."""


def focus_names(own: Mapping[FocusKind, str]) -> dict[FocusKind, str]:
    """Return what to call each kind: the person's own name, else the label of the kind."""
    return {kind: own.get(kind) or label for kind, label in choices(FocusKind)}


def clean_day_hint(words: tuple[str, ...]) -> str:
    """Return the usual words for a clean day, as a hint."""
    return f"Your word for it: {', '.join(words)} …"


def limit_hint(unit: str) -> str:
    """Return the hint for a limit that is counted in ``unit``."""
    return f"A number of {unit}, or leave it empty."
