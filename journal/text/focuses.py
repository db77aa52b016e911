"""What is said about what a person is recovering from, and what they want with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journal.domain.focuses import FocusKind, GoalMode
from journal.text.labels import choices

GOAL_MODE_WORDS: Final = {
    GoalMode.ABSTAIN: "stop",
    GoalMode.ABSTAIN_FOR_NOW: "stop for now",
    GoalMode.REDUCE: "cut down",
    GoalMode.TAPER: "taper, step by step",
    GoalMode.OBSERVE: "only watch",
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
