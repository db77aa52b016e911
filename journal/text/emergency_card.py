"""What is said about what can be read without the passphrase: the emergency card, and the person's own lines."""

from __future__ import annotations

from typing import Final

from journal.text.counting import count

CARD: Final = "emergency card"
CARD_OPEN: Final = "Anyone who uses this computer can read this. It is not sealed."
CARD_WHAT_FOR: Final = (
    "It is shown when ctrl+r or F4 is pressed while locked. Nothing is on it but what you choose here."
)
CARD_REASONS: Final = "My reasons"
CARD_OWN: Final = "In my words"
CARD_OWN_HINT: Final = "A line each, three with the reasons: what you want to hear in a hard hour."
CARD_PEOPLE: Final = "Whom to call"
CARD_OTHERS: Final = "Others to call"
CARD_OTHERS_HINT: Final = "First name and number, a line each."
CARD_PLAN: Final = "Safety plan"
CARD_PLAN_HINT: Final = "Each part you choose is shown on F4, word for word."
CARD_PREVIEW: Final = "The locked screen will show"
CARD_PREVIEW_NOTHING: Final = "Nothing: breath, timer and lines only."
CARD_ASK: Final = "Leave this readable without the passphrase?"
CARD_ASK_YES: Final = "Write it"
CARD_WRITTEN: Final = "The locked screen shows it from now on. F5 on its form takes it back."
CARD_TAKEN_BACK: Final = (
    "Taken back: the file is overwritten and removed. What stood on it is in this form until you leave."
)
CARD_NOT_WRITTEN: Final = "The card could not be written. What was on it before is as it was."
CARD_NOT_TAKEN_BACK: Final = "The card could not be removed. It is the file {place}."
CARD_SHOWS_PLAN: Final = "Parts of it are on the emergency card: what you save here is shown there, too, while locked."

OWN_LINES: Final = "my own lines"
OWN_LINES_KEYS: Final = "enter change · + add · d remove · esc back"
OWN_LINES_OPEN: Final = "Anyone who uses this computer can read these. They are not sealed."
OWN_LINES_EMPTY: Final = "None yet. + adds one: a clinic, a helpline near you."
OWN_LINE_NOTE_HINT: Final = "What it is for, or when it answers."


def card_too_many(most: int) -> str:
    """Say that there are more sentences, or people, than can be read in a hard hour."""
    return f"At most {most} in all: in a hard hour there is no time to read more."


def card_too_long(most: int) -> str:
    """Say that a line has more than ``most`` characters."""
    return f"At most {count(most, 'character')} in a line."


def card_part(heading: str) -> str:
    """Return ``F4: Signs``: a part of the safety plan that F4 shows while locked."""
    return f"F4: {heading}"


def remove_line(name: str) -> str:
    """Ask whether a line is to be removed."""
    return f"Remove {name}?"


def card_call(who: str) -> str:
    """Return ``call Ana · 0660 1234``."""
    return f"call {who}"
