"""What Mentor says: its panels, their keys and their lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.agreements import Dose, ProgrammeWeek
from journal.domain.dates import format_date, format_day
from journal.domain.people import Role
from journal.text.agreement import NOT_SIGNED
from journal.text.counting import count
from journal.text.labels import label

ADD: Final = "+ add"

NEXT: Final = "next"
NONE_PLANNED: Final = "No meeting planned. Press + to plan one."
NO_MENTOR: Final = "No mentor yet. Press + to add a mentor, sponsor or coach."
NOT_PREPARED: Final = "Nothing prepared yet. Press enter."
IS_OVER: Final = "It is over. Press m to log it, d to delete it."
PREPARE_KEY: Final = "enter prepare"
MEET_KEY: Final = "m meet now"
PLAN_KEY: Final = "+ plan"
OTHER_KEYS: Final = "← → another"

PROMISES: Final = "what we agreed"
NO_PROMISES: Final = "Nothing agreed yet. Press + to add something."
PROMISE_KEYS: Final = "space done · o carry over"
MARK_A_PROMISE: Final = "Select one that is still open first."

HOURS: Final = "hours"
HOURS_KEYS: Final = "enter agreement · t progress"
AGREEMENT_KEY: Final = "enter"
ONE_TO_ONE: Final = "one-to-one"
GROUPS: Final = "groups"
NOT_AGREED: Final = "No agreement yet. Ten minutes together are enough."
ADD_A_MENTOR: Final = "Add a mentor first, with +."

NEEDS: Final = "needs"
NO_NEEDS: Final = "No needs yet. Press + to add one."
NEED_KEYS: Final = "space next status"

PEOPLE: Final = "people"
NOBODY: Final = "Nobody yet. Press + to add someone."
PERSON_KEYS: Final = "enter edit"
LEFT: Final = "not active"

HELD: Final = "meetings held"
NONE_HELD: Final = "None yet. Press m to log one."
HELD_KEYS: Final = "enter read · w receipt · d delete"

NO_PAGE: Final = "No page shared yet. Press p to make one."


def format_person(name: str, role: Role) -> str:
    """Return ``R., sponsor``."""
    return f"{name}, {label(role)}"


THIS_MEETING: Final = "Yes, this one"
ANOTHER_MEETING: Final = "No, another one"


def which_meeting(when: str) -> str:
    """Ask whether the meeting now is the one planned for a later day: ``Thu 26 Nov, 18:00``."""
    return f"Is this the meeting planned for {when}? If it is another one, the planned one stays as it is."


def format_programme(week: ProgrammeWeek, last: date | None) -> str:
    """Return ``week 5 of 12, to Wed 13 Jan``, or that the programme is paused or over."""
    until = f", to {format_day(last)}" if last and not week.over else ""
    if week.rests:
        return f"paused{until}"
    return "is over" if week.over else f"week {week.number} of {week.weeks}{until}"


def format_agreement(version: int, *, agreed: bool) -> str:
    """Return ``version 2, agreed by both``."""
    return f"version {version}, {'agreed by both' if agreed else NOT_SIGNED}"


def format_dose(had: Dose) -> str:
    """Return ``4.5 of 5 h, 5/5 met``: hours and meetings up to today, of those planned."""
    of_meetings = f"/{had.meetings_planned}" if had.meetings_planned else ""
    of_hours = f" of {_plain(had.hours_planned)}" if had.hours_planned else ""
    return f"{_plain(had.hours)}{of_hours} h, {had.meetings}{of_meetings} met"


def _plain(hours: Decimal) -> str:
    """Return hours to a tenth: ``4.5``, ``5``."""
    return f"{round(hours, 1).normalize():f}"


def format_minutes(minutes: int) -> str:
    """Return ``45 min``."""
    return f"{minutes} min"


def format_status(status: int) -> str:
    """Return ``status 2``."""
    return f"status {status}"


def format_kept(things: int) -> str:
    """Return ``Saved for it: 2 things.``; empty for none."""
    return f"Saved for it: {count(things, 'thing')}." if things else ""


def last_page(first: date, last: date, made: date, today: date) -> str:
    """Say which days the last page was about, and when it was made."""
    made_on = format_day(made, today)
    return f"Last page: {format_date(first, last)}, made {made_on}. p makes the next, v shows all shared."
