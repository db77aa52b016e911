"""What is said about medicines. Apart from ``DOUBLE_UP`` and ``METHADONE`` there is no advice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.domain.medicines import Calendar, Counts, Medicine, Slot, is_due
from journal.language import translated
from journal.text.labels import label

TITLE: Final = "medicines"
DOSES: Final = "doses, newest first"
LIST_KEYS: Final = "space taken · m missed · e edit"
ADD: Final = "+ add"
NONE_YET: Final = "None yet. Press + to add one. Only you see this list."
NO_DOSES: Final = "Nothing noted yet."
DELETED_WITH_IT: Final = "What you noted about its doses is deleted too. Press u to undo."

DOUBLE_UP: Final = "Don't double up. Ask your pharmacist."
METHADONE: Final = "Missed 3 days or more? Don't take your usual dose. Call your clinic."

FORM: Final = "a medicine"
NAME: Final = "Name"
NAME_NEEDED: Final = "A name is needed."
DOSE: Final = "Dose"
DOSE_HINT: Final = "As it is on the label: “20 mg”, “half a tablet”."
TIMES: Final = "Times"
TIMES_HINT: Final = "8, 20:30. Leave it empty if you take it when needed."
NOT_TIMES: Final = "Try: 8, 20:30. Up to 12 times."
IS_METHADONE: Final = "Is it methadone?"
IS_METHADONE_HINT: Final = "Then a missed dose says what to do after 3 days."
STILL: Final = "Still take it"

WHEN_NEEDED: Final = "when needed"
ARCHIVED: Final = "archived"
TAKEN_SAID: Final = "Noted as taken."
MISSED_SAID: Final = "Noted as missed."
NOT_NOTED_SAID: Final = "No longer noted."
NEVER_MISSED: Final = "You take it when needed, so no dose is missed."
NOT_NOTED: Final = "not noted"
NOT_YET: Final = "not yet"


def format_minute(minute: int) -> str:
    """Return ``08:00``."""
    return f"{minute // 60:02}:{minute % 60:02}"


def format_times(times: Sequence[int]) -> str:
    """Return ``08:00, 20:30``; ``when needed`` without times."""
    return ", ".join(map(format_minute, times)) or WHEN_NEEDED


def format_medicine(one: Medicine) -> str:
    """Return ``sertraline, 50 mg``."""
    return f"{one.name}, {one.dose}" if one.dose else one.name


def format_with_times(one: Medicine) -> str:
    """Return ``sertraline, 50 mg · 08:00, 20:30``."""
    return f"{format_medicine(one)} · {format_times(one.times)}"


def format_when(slot: Slot, today: date, now: datetime) -> str:
    """Return ``08:00, due``, ``20:30``, ``tomorrow 08:00`` or ``Wed 25 Nov 08:00``."""
    clock = format_minute(slot.minute or 0)
    ahead = (slot.day - today).days
    if ahead > 0:
        return f"{'tomorrow' if ahead == 1 else format_day(slot.day, today)} {clock}"
    return f"{clock}, due" if slot.state is None and slot.at <= now else clock


def format_today(slots: Sequence[Slot], calendar: Calendar) -> str:
    """Return ``08:00 sertraline, due, and 1 more``: the first dose to take, and how many others are due."""
    if not slots:
        return ""
    first, waiting = slots[0], sum(is_due(slot, calendar) for slot in slots)
    when, _, due = format_when(first, calendar.today, calendar.now).partition(", ")
    more = f", and {waiting - 1} more" if waiting > 1 else ""
    return f"{when} {first.medicine.name}{f', {due}' if due else ''}{more}"


def format_state(slot: Slot, noted_at: datetime | None, calendar: Calendar) -> str:
    """Return ``taken 08:12``, ``missed``, ``due``, ``not yet`` or ``not noted``; ``noted_at`` is a local time.

    The hour is left out where it was noted on another day.
    """
    if slot.state is not None:
        clock = f" {noted_at:%H:%M}" if noted_at and slot.dose and slot.dose.local_date == slot.day else ""
        return f"{label(slot.state)}{clock if slot.minute is not None and slot.state == 'taken' else ''}"
    if slot.day < calendar.today:
        return NOT_NOTED
    return "due" if slot.at <= calendar.now else NOT_YET


def format_slot_day(day: date, today: date) -> str:
    """Return ``today``, ``yesterday`` or ``Sat 21 Nov``."""
    return {0: "today", 1: "yesterday"}.get((today - day).days, format_day(day, today))


def format_counts(counts: Counts) -> str:
    """Return ``25 taken, 1 missed, 1 not noted``."""
    return f"{counts.taken} taken, {counts.missed} missed, {counts.not_noted} {NOT_NOTED}"


def two_weeks(one: Medicine, counts: Counts) -> str:
    """Return ``sertraline, last 14 days: 25 taken, 1 missed, 1 not noted``."""
    return f"{one.name}, last 14 days: {format_counts(counts)}"


def beside_missed(*, methadone: bool) -> str:
    """Return the fixed line beside a missed dose; for methadone also the one about three days."""
    return f"{DOUBLE_UP}\n{METHADONE}" if methadone else DOUBLE_UP


def nothing_to_note(when: str) -> str:
    """Say that no dose is due, and how to note one all the same."""
    return f"Nothing is due. Next: {when}. Mark a dose below to note it."


translated(__name__)
