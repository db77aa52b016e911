"""What ``journal score`` says; the wording of the questions is in ``journal.text.instruments``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.language import translated

SCORE_HELP: Final = """\
Fill in a questionnaire, or list them with your last scores.

WHICH is one of tea, barc-10, pacs, who-5, phq-2, gad-7 and sure. On a terminal it asks one question at a time; enter
skips one, and a missing answer means no score."""
ANSWERS_HELP: Final = "All answers as numbers, for example 2,0,-,1; - is no answer. Nothing is asked then."
ASK_ANSWER: Final = "Your answer, a number, or enter to skip:"
ASK_REMARK: Final = "What mattered most? Enter to skip:"
ANSWERS_NEEDED: Final = "Without a terminal --answers is needed."
HEADINGS: Final = ("Name", "About", "Last")
"""Headings of the list in accessible mode."""


def no_such(names: Iterable[str]) -> str:
    """Say which questionnaires there are."""
    return f"WHICH is one of {', '.join(names)}."


def answers_wrong(items: int, lowest: int, highest: int) -> str:
    """Say how many answers there are, and from where to where."""
    return f"--answers takes {items} numbers from {lowest} to {highest}, with commas between; - is no answer."


def only(lowest: int, highest: int) -> str:
    """Ask for a number in the scale."""
    return f"A number from {lowest} to {highest}, or enter."


translated(__name__)
