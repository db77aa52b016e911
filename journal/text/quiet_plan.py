"""What is said of the plan for when a person goes quiet: in its form, on its card and on the page."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.quiet_plan import EmergencyCall, QuietPlan
from journal.language import translated
from journal.text.counting import count

PAPER: Final = "If I go quiet"
NOT_YET: Final = "not agreed yet"
NOTHING: Final = "nothing written yet"

NAME: Final = "if I go quiet"
FORM_KEYS: Final = "ctrl+s save · F7 print · esc back"
TOGETHER: Final = "Agree on this with your mentor while things are well. Leave empty what you like."
PERSON: Final = "With"
TEXT_AFTER: Final = "They text after"
HOURS_HINT: Final = "Hours without a word from me. 24 is a day."
CALL_AFTER: Final = "They call after"
CALL_HINT: Final = "Hours since my last word."
THEN_AFTER: Final = "They ask after"
THEN_HINT: Final = "Hours since my last word, if I don't pick up."
THEN_ASK: Final = "Who they ask"
THEN_ASK_HINT: Final = "Who, and how to reach them: Ana, 555 0199."
SAY: Final = "What to say"
SAY_HINT: Final = "The words that help me answer."
NOT_SAY: Final = "What not to say"
EMERGENCY: Final = "Emergency services"
EMERGENCY_HINT: Final = "About silence alone. If they know that I'm in danger, they call."
AGREED_ON: Final = "Agreed on"
AGREED_HINT: Final = "The day you both said yes to it: today, thu, 26 Nov."
TO_COME: Final = "That's in the future."
AGREE_AGAIN: Final = "Saved. You changed what you agreed: talk it through, then fill in the day again."

_MAY_CALL: Final = {
    EmergencyCall.YES: "You may call emergency services because I'm quiet",
    EmergencyCall.NO: "Please don't call emergency services only because I'm quiet",
    EmergencyCall.ASK_FIRST: "Ask me first before you call emergency services",
}

CARD: Final = "print the card for your mentor"
CARD_ABOUT: Final = "A card for your mentor. Choose its lines."
CARD_EMPTY: Final = "Nothing is written yet. Fill in the form first."
CARD_TITLE: Final = "If I go quiet"
HEADING_HOURS: Final = "NO WORD FROM ME"
HEADING_SAY: Final = "WHAT TO SAY"
HEADING_EMERGENCY: Final = "EMERGENCY"
HEADING_AGREED: Final = "AGREED"
"""The share ledger keeps the headings as they are here: a change needs a migration."""


def format_state(plan: QuietPlan | None, today: date) -> str:
    """Return ``agreed Thu 26 Nov``, or that it is still to be agreed or written."""
    if plan is None:
        return NOTHING
    return f"agreed {format_day(plan.agreed_on, today)}" if plan.agreed_on else NOT_YET


def text_line(hours: int) -> str:
    """Return ``After 24 hours: text me.``"""
    return f"After {count(hours, 'hour')}: text me."


def call_line(hours: int) -> str:
    """Return ``After 36 hours: call me.``"""
    return f"After {count(hours, 'hour')}: call me."


def then_line(hours: int | None, who: str) -> str:
    """Return ``After 48 hours: ask Ana, 555 0199.``, or ``Then: ask Ana`` without hours."""
    when = "Then" if hours is None else f"After {count(hours, 'hour')}"
    return f"{when}: ask {who}."


def not_say_line(words: str) -> str:
    """Return ``What not to say: …``."""
    return f"{NOT_SAY}: {words}"


def emergency_line(may: EmergencyCall, number: str) -> str:
    """Say whether they may call emergency services; ``number`` is that of the region, or empty."""
    at = f": {number}" if number and may is EmergencyCall.YES else ""
    return f"{_MAY_CALL[may]}{at}."


def danger_line(number: str) -> str:
    """Say what holds whatever was agreed."""
    return f"If you know that I'm in danger, call {number or 'the emergency number'}, whatever this card says."


def agreed_line(on: date | None) -> str:
    """Return ``On Thu 26 Nov 2026.``, or that it is not agreed yet."""
    return f"On {format_day(on)} {on.year}." if on else "Not agreed yet: let's talk it through."


def page_line(on: date, last: date) -> str:
    """Return ``If I go quiet: what we agreed on Thu 26 Nov``."""
    return f"If I go quiet: what we agreed on {format_day(on, last)}"


translated(__name__)
