"""What ``journal due``, ``needs``, ``agreement`` and ``commitments`` say."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.agreements import Agreement, programme_week
from journal.domain.dates import format_day
from journal.language import translated
from journal.text.counting import count, noun
from journal.text.labels import label

DUE_HELP: Final = """\
Say how many things are due, without any of your words.

It counts what you agreed to do, and goals, due today or earlier; and how many are due tomorrow. Below it are the same
reminders as on Today, the most important first. There are none in a pause, or when reminders are off.

For a shell prompt or a timer: `journal due --passphrase-fd 3 3< FILE` asks nothing."""
NEEDS_HELP: Final = "What you need: open needs first."
AGREEMENT_HELP: Final = "What you agreed with each mentor: week, hours, words."
COMMITMENTS_HELP: Final = "What you agreed to do: open ones first, by day."
DETAILS_HELP: Final = "Say what is due, too."

NEED_HEADINGS: Final = ("Area", "Status", "Need", "Resource")
COMMITMENT_HEADINGS: Final = ("Step", "Who", "Status", "Due", "Carried")
"""Headings of the cells of each list in accessible mode."""

NOTHING_DUE: Final = "Nothing is due."
NO_NEEDS: Final = "No needs yet."
NOTHING_AGREED: Final = "Nothing is agreed yet."

ONE_TO_ONE_LABEL: Final = "one-to-one"
GROUPS_LABEL: Final = "groups"


def due_line(number: int, tomorrow: int = 0) -> str:
    """Return ``1 thing is due``, ``2 things are due, 1 tomorrow`` or ``Nothing is due today, 1 thing tomorrow.``."""
    if not number:
        return f"Nothing is due today, {count(tomorrow, 'thing')} tomorrow." if tomorrow else NOTHING_DUE
    coming = f", {tomorrow} tomorrow" if tomorrow else ""
    return f"{count(number, 'thing')} {noun(number, 'is', 'are')} due{coming}"


def reminder(words: str) -> str:
    """Return ``reminder: no backup yet``."""
    return f"reminder: {words}"


def goal_due(title: str, due: date, today: date) -> str:
    """Return ``goal, was for Fri 20 Nov: Evening class``; ``by today`` and ``by tomorrow`` where it is."""
    coming = "by today" if due == today else "by tomorrow"
    return f"goal, {f'was for {format_day(due, today)}' if due < today else coming}: {title}"


def agreement_heading(name: str, version: int, stands: str, last: date | None) -> str:
    """Return ``R.: version 2, week 5 of 12, to Sun 14 Feb``; without a last day nothing is said of it."""
    return f"{name}: version {version}, {stands}{f', to {format_day(last)}' if last else ''}"


def format_stands(agreement: Agreement, today: date) -> str:
    """Return ``week 5 of 12``, or say that it has not begun, is paused, or is over and how it ended."""
    week = programme_week(agreement, today)
    if week is None:
        return f"begins {format_day(agreement.start)}"
    if week.over:
        return f"over{f', {label(agreement.ending)}' if agreement.ending else ''}"
    return "paused" if week.rests else f"week {week.number} of {week.weeks}"


def format_had(hours: float, planned: float | None, meetings: int, meetings_planned: int | None) -> str:
    """Return ``0.8 h of 2.0 h, 1 of 2 meetings``; where nothing is planned ``0.8 h so far, 1 meeting``."""
    of_hours = "so far" if planned is None else f"of {planned:.1f} h"
    of_meetings = f" of {meetings_planned}" if meetings_planned else ""
    named = noun(meetings_planned or meetings, "meeting")
    return f"{hours:.1f} h {of_hours}, {meetings}{of_meetings} {named}"


def format_carried(times: int) -> str:
    """Say how often a commitment was carried over, from twice on."""
    return f"carried over {count(times, 'time')}" if times > 1 else ""


translated(__name__)
