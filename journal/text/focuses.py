"""What is said about what a person is recovering from, and what their goal is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.focuses import FocusKind, GoalMode
from journal.language import translated
from journal.text.counting import count
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
TIME: Final = "Time, before"
TIME_HINT: Final = "For example 90 min or 2 h. It is used to show what you saved."
TIME_PER: Final = "for each"
PAUSED: Final = "Paused"
PAUSED_HINT: Final = "Days in a pause don't count. F6: pauses in the past."
SAVE_BEFORE_PAUSES: Final = "Save it first. Then you can add pauses."
ARCHIVED: Final = "Archived"
ARCHIVED_HINT: Final = "Hidden. Its days stay."
DELETE_ALL: Final = "Delete everything"
ARCHIVE_IT: Final = "Archive it"

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


def ask_delete(label: str) -> str:
    """Ask whether to delete a focus with everything about it."""
    return f"Delete “{label}” and everything about it?"


def delete_detail(logged: str) -> str:
    """Say what would be deleted, what archiving does, and where it would still be."""
    return (
        f"{logged} would be deleted with it. Archiving only hides it: its days stay. Until you lock, press "
        "u to undo. Earlier copies of the file, and backups that you or other programs made, still hold it."
    )


def with_everything(what: str, logged: str) -> str:
    """Return ``this focus, with 78 days and 3 slips``."""
    return f"{what}, with {logged}"


def format_logged(days: int, uses: int, cravings: int, slip_word: str) -> str:
    """Return ``78 days, 3 slips and 12 cravings``; empty for nothing."""
    used = f"{uses} × {slip_word}" if " " in slip_word else count(uses, slip_word)  # an own word may have no plural
    counted = [(days, count(days, "day")), (uses, used), (cravings, count(cravings, "craving"))]
    *others, last = [words for number, words in counted if number] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def hidden_by_start(start: date, days: int, uses: int, slip_word: str) -> str:
    """Say what is logged before a new start: it stays saved, but does not count; empty where there is nothing."""
    if not (logged := format_logged(days, uses, 0, slip_word)):
        return ""
    return f"{logged} before {format_day(start)} {start.year} won't count. They stay saved for an earlier start."


def clean_day_hint(words: tuple[str, ...]) -> str:
    """Return the usual words for a clean day, as a hint."""
    return f"Your word for it: {', '.join(words)} …"


def limit_hint(unit: str) -> str:
    """Return the hint for a limit that is counted in ``unit``."""
    return f"A number of {unit}, or leave it empty."


translated(__name__)
