"""What is said about what can be read without the passphrase: the emergency card, and the person's own helplines."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

CARD: Final = "emergency card"
CARD_OPEN: Final = "Anyone who uses this computer can read this. It is not encrypted."
CARD_WHAT_FOR: Final = "It is shown when someone presses ctrl+r or F4 while locked. Only what you choose here is on it."
CARD_REASONS: Final = "My reasons"
CARD_OWN: Final = "In my words"
CARD_OWN_HINT: Final = "One per line, three with the reasons: what you want to hear in a hard hour."
CARD_PEOPLE: Final = "Who to call"
CARD_OTHERS: Final = "Others to call"
CARD_OTHERS_HINT: Final = "First name and number, one per line."
CARD_PLAN: Final = "Safety plan"
CARD_PLAN_HINT: Final = "F4 shows each part you choose, word for word."
CARD_PREVIEW: Final = "The locked screen will show"
CARD_PREVIEW_NOTHING: Final = "Nothing of yours: breathing, timer and helplines."
CARD_ASK: Final = "Leave this readable without the passphrase?"
CARD_ASK_YES: Final = "Save it"
CARD_WRITTEN: Final = "Saved. The locked screen shows it from now on. Press F5 on its form to remove it."
CARD_TAKEN_BACK: Final = (
    "Removed: the file is overwritten and deleted. What was on it stays in this form until you leave."
)
CARD_NOT_WRITTEN: Final = "The card could not be saved. The earlier one is unchanged."
CARD_NOT_TAKEN_BACK: Final = "The card could not be removed. It is the file {place}."
CARD_SHOWS_PLAN: Final = "Parts of it are on the emergency card. What you save here is also shown there while locked."

OWN_LINES: Final = "my own helplines"
OWN_LINES_KEYS: Final = "enter edit · + add · d remove · esc back"
OWN_LINES_OPEN: Final = "Anyone who uses this computer can read these. They are not encrypted."
OWN_LINES_EMPTY: Final = "None yet. + adds one: a clinic, a helpline near you."
OWN_LINE_NOTE_HINT: Final = "What it is for, or when someone answers."


def card_too_many(most: int) -> str:
    """Say that there are more sentences, or people, than can be read in a hard hour."""
    return f"At most {most} in all. In a hard hour there is no time to read more."


def card_too_long(most: int) -> str:
    """Say that a line has more than ``most`` characters."""
    return f"At most {count(most, 'character')} in a line."


def card_part(heading: str) -> str:
    """Return ``F4: Signs``: a part of the safety plan that F4 shows while locked."""
    return f"F4: {heading}"


def remove_line(name: str) -> str:
    """Ask whether to remove a helpline."""
    return f"Remove {name}?"


def card_call(who: str) -> str:
    """Return ``call Ana · 0660 1234``."""
    return f"call {who}"


translated(__name__)
