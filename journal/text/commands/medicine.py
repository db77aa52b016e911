"""What ``journal medicine`` says; the words about doses are in ``journal.text.medicines``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

MEDICINE_HELP: Final = """\
Your medicines: what is due, and what you took or missed.

Without options it lists them by number; on a terminal it then asks which one you took. A new one comes from questions
or standard input: name, dose, times such as 8, 20:30, and yes if it is methadone, a line each."""
TAKEN_HELP: Final = "The number of a medicine that you took."
MISSED_HELP: Final = "The number of a medicine whose dose you missed."
ADD_HELP: Final = "Add a medicine."
YES_HELP: Final = "Ask nothing."

ASK_WHICH: Final = "The number of one you took, m and its number for a missed dose, n for a new one, or enter:"
WHICH_ONLY: Final = "A number from the list, m and a number, n, or enter."
ASK_NAME: Final = "Which medicine?"
ASK_DOSE: Final = "How much? As it is on the label, or enter:"
ASK_TIMES: Final = "When? 8, 20:30, or enter if you take it when needed:"
ASK_METHADONE: Final = "Is it methadone?"

NO_MEDICINES: Final = "No medicines yet. `journal medicine --add` adds one."
NO_SUCH: Final = "No medicine has this number. `journal medicine` lists them."
NAME_NEEDED: Final = "A medicine needs a name: type it, or give it on standard input."
ONE_OF: Final = "Use only one of --taken, --missed and --add."
HEADINGS: Final = ("Number", "Next", "Medicine", "Today")
"""Headings of the list in accessible mode."""


def saved(name: str) -> str:
    """Say that a medicine was added."""
    return f"Saved: {name}"


def noted(state: str, name: str, clock: str) -> str:
    """Return ``Noted as taken: sertraline, 08:00``."""
    return f"Noted as {state}: {name}{f', {clock}' if clock else ''}"


def nothing_due(when: str) -> str:
    """Say that no dose is due, and when the next one is."""
    return f"Nothing is due. Next: {when}. The screen of medicines notes any dose of the last two weeks."


translated(__name__)
