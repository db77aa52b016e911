"""What ``journal goal`` says; the labels of a goal's fields are in ``journal.text.goals``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

GOAL_HELP: Final = """\
Add a goal, or say how far one is.

Without options it lists the open goals by number; on a terminal it then asks for the number of one, or a new one. The
words of a new goal come from questions or standard input: the first line is the goal, each further line a step."""
ADD_HELP: Final = "Add a goal."
GOAL_NUMBER_HELP: Final = "The number of an open goal, as the list has it."
DONE_HELP: Final = "The number of the step of that goal that is done."
VALUE_HELP: Final = "Where it is now, if it is counted."
DUE_HELP: Final = "The day it is due, for example in 4 weeks or 31 Dec."
TARGET_HELP: Final = "Where you want to get to, if it is counted."
BASELINE_HELP: Final = "Where you started, if it is counted."
UNIT_HELP: Final = "What is counted: €, km, evenings."
YES_HELP: Final = "Ask nothing."

ASK_WHICH: Final = "The number of a goal, n for a new one, or enter:"
WHICH_ONLY: Final = "A number from the list, n, or enter."
ASK_TITLE: Final = "What is the goal?"
ASK_STEPS: Final = "Steps, one per line; enter ends:"
ASK_DUE: Final = "By when? For example in 4 weeks or 31 Dec:"
ASK_DONE: Final = "Which step is done? A number, or enter:"
ASK_VALUE: Final = "Where is it now? A number, or enter:"

NO_SUCH_GOAL: Final = "No open goal has this number. `journal goal` lists them."
NO_SUCH_STEP: Final = "This goal has no step with this number that is still to do."
NOT_COUNTED: Final = "This goal is not counted: it has no target."
GOAL_NEEDED: Final = "--goal says which goal; `journal goal` lists them by number."
TITLE_NEEDED: Final = "A goal needs words: type them, or give them on standard input."
NOTHING_CHANGED: Final = "Nothing was changed."
ALL_DONE: Final = "All its steps are done. Press 4 in `journal` to say whether you reached it."
HEADINGS: Final = ("Number", "Goal", "Progress", "When", "Step")
"""Headings of the list in accessible mode."""

DONE: Final = "done"
TO_DO: Final = "to do"
NUMBER_NEEDED: Final = "Enter a number of 0 or more."


def added(title: str) -> str:
    """Say that a goal was added."""
    return f"Saved: {title}"


def changed(title: str, progress: str) -> str:
    """Return ``Saved: bicycle, 440/600 €``."""
    return f"Saved: {title}{f', {progress}' if progress else ''}"


translated(__name__)
