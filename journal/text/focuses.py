"""What is said about what a person is recovering from, and what they want with it."""

from __future__ import annotations

from typing import Final

from journal.domain.focuses import FocusKind, GoalMode

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
