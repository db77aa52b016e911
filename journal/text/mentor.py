"""What Mentor says: its views, their panels, keys and lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.agreements import Dose, ProgrammeWeek
from journal.domain.dates import format_date, format_day
from journal.domain.people import Role
from journal.language import translated
from journal.text.agreement import NOT_SIGNED
from journal.text.labels import label

VIEWS: Final = {"next": "Next", "agreed": "Agreed", "ahead": "Ahead", "people": "People", "past": "Past"}
"""View of Mentor → its name, in their order."""

OTHER_VIEWS: Final = "← → views"
OTHER_MENTOR: Final = "f another mentor"

ADD: Final = "+ add"

# The view "next".

NEXT: Final = "next meeting"
NONE_PLANNED: Final = "No meeting planned. Press + to plan one."
NO_MENTOR: Final = "No mentor yet. Press + to add a mentor, sponsor or coach, i for how to find one."
NOT_PREPARED: Final = "Nothing prepared yet. Press enter."
IS_OVER: Final = "It is over. Press m to log it, d to delete it."
PREPARE_KEY: Final = "enter prepare"
MEET_KEY: Final = "m meet now"
PLAN_KEY: Final = "+ plan"

PARKED: Final = "saved for your next meeting"
NOTHING_PARKED: Final = "Nothing yet. Press r on any line to save it."
PARKED_KEYS: Final = "enter open · e say why · d remove"

NEEDS: Final = "needs"
NO_NEEDS: Final = "No needs yet. Press + to add one: housing, work, health, money."
NEED_KEYS: Final = "space next status"

# The view "agreed".

PROMISES: Final = "what we agreed"
NO_PROMISES: Final = "Nothing agreed yet. Press + to add a next step, yours or your mentor's."
PROMISE_KEYS: Final = "space done · o carry over"
MARK_A_PROMISE: Final = "Select one that is still open first."

# The view "people".

PEOPLE: Final = "people"
NOBODY: Final = "No one here yet. Press + to add your sponsor, a friend or a coach."
PERSON_KEYS: Final = "enter edit · d delete"
LEFT: Final = "not active"

PROGRAMME: Final = "agreement and hours"
PROGRAMME_KEYS: Final = "y agreement · t progress"
AGREEMENT_KEY: Final = "enter"
CONTACT_WAYS: Final = "contact"
STEP: Final = "fellowship"
QUIET_HOURS: Final = "quiet time"
ONE_TO_ONE: Final = "one-to-one"
GROUPS: Final = "groups"
NOT_AGREED: Final = "No agreement yet. Ten minutes together are enough."
NO_PROGRAMME: Final = "Add a mentor, sponsor or coach first. What you agree with them stands here."
ADD_A_MENTOR: Final = "Add a mentor first, with +."

# The view "past".

HELD: Final = "meetings"
NONE_HELD: Final = "No meetings yet. Press m to log one."
HELD_KEYS: Final = "enter read · w receipt · d delete"

PAGES: Final = "pages shared"
NO_PAGE: Final = "No page shared yet. Press p to make one."
PAGES_KEYS: Final = "p new page · v all shared"
LAST_PAGE: Final = "Last page"
BEFORE_PAGE: Final = "before"


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


def format_page(first: date, last: date, made: date, today: date, name: str, *, newest: bool) -> str:
    """Return ``Last page: 12–19 Nov, for R., made Mon 23 Nov``; ``name`` is empty where nobody is named.

    Pages that are not the ``newest`` begin with ``before:``.
    """
    person = f", for {name}" if name else ""
    title = LAST_PAGE if newest else BEFORE_PAGE
    return f"{title}: {format_date(first, last)}{person}, made {format_day(made, today)}"


translated(__name__)
