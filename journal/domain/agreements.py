"""Agreements between a person and a mentor: for how long, how many hours, what each expects, how it ends.

A saved version keeps its words: a change of the words is saved as the next version. The mentor screens, the shared page
and the printed agreement use this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Final, Literal, NamedTuple

from msgspec import Meta, Struct
from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity, Text, check_finite
from journal.domain.sessions import Session, SessionKind, held

WEEKS: Final = 12
"""Weeks of a mentorship for mentees in MAP (J Stud Alcohol Drugs 2020;81:664)."""

MOST_HOURS: Final = 168
"""Hours in a week."""


class Cadence(StrEnum):
    """How often one-to-one meetings are planned."""

    TWICE = "twice a week"
    WEEKLY = "every week"
    FORTNIGHTLY = "every two weeks"
    MONTHLY = "every four weeks"
    AS_NEEDED = "as needed"

    @property
    def days(self) -> Decimal | None:
        """Return the days from one meeting to the next; None if meetings are as needed."""
        return _DAYS[self]


_DAYS: Final = {
    Cadence.TWICE: Decimal("3.5"),
    Cadence.WEEKLY: Decimal(7),
    Cadence.FORTNIGHTLY: Decimal(14),
    Cadence.MONTHLY: Decimal(28),
    Cadence.AS_NEEDED: None,
}


class Ending(StrEnum):
    """How an agreement ended. None of them is a failure."""

    COMPLETED = "as planned"
    EARLIER = "earlier, agreed"
    CHANGED = "with another mentor now"
    STOPPED = "stopped"


class Pause(Struct, kw_only=True, frozen=True):
    """Days in which the programme is paused, both included.

    Without ``last`` the pause is still going on. ``by_mentor``: the mentor asked for it.
    """

    first: date
    last: date | None = None
    by_mentor: bool = False


class Agreement(Record, kw_only=True, frozen=True):
    """One version of an agreement with ``person`` (a uid). Everything but the start may be empty.

    ``weeks`` are counted from ``start``, without pauses. The hours are planned hours per week. ``tell_within`` is in
    hours after a slip. Initials of both mean that both agreed.
    """

    table: ClassVar[str] = "agreements"

    person: str
    version: Annotated[int, Meta(ge=1, le=2**53 - 1)] = 1
    start: date
    weeks: Annotated[int, Meta(ge=1, le=520)] = WEEKS
    one_to_one_hours: Decimal | None = None
    group_hours: Decimal | None = None
    cadence: Cadence = Cadence.WEEKLY
    contact_ways: Label = ""
    quiet_hours: Label = ""
    mine: Text = ""
    theirs: Text = ""
    between_us: Text = ""
    limits: Text = ""
    tell_within: Annotated[int, Meta(ge=0, le=720)] | None = None
    answer: Text = ""
    not_wanted: Text = ""
    may_pause: Text = ""
    review_on: date | None = None
    how_we_end: Text = ""
    my_initials: Label = ""
    their_initials: Label = ""
    pauses: list[Pause] = []
    ended_on: date | None = None
    ending: Ending | None = None
    sensitivity: Sensitivity = Sensitivity.NEVER

    def __post_init__(self) -> None:
        check_finite(self.one_to_one_hours, self.group_hours)
        if not all(0 <= (hours or 0) <= MOST_HOURS for hours in (self.one_to_one_hours, self.group_hours)):
            raise ValueError("hours a week are between 0 and 168")

    @property
    def agreed(self) -> bool:
        """Return whether both gave their initials."""
        return bool(self.my_initials and self.their_initials)


def versions(agreements: Iterable[Agreement], person: str) -> list[Agreement]:
    """Return all versions of the agreement with a person (a uid), newest first."""
    found = (one for one in agreements if one.person == person)
    return sorted(found, key=lambda one: (one.version, one.made_at, one.uid), reverse=True)


def current(agreements: Iterable[Agreement], person: str) -> Agreement | None:
    """Return the newest version of the agreement with a person (a uid), ended or not, or None."""
    return next(iter(versions(agreements, person)), None)


def to_review(agreements: Iterable[Agreement], people: Iterable[str], today: date) -> list[Agreement]:
    """Return the current agreements with people (uids) whose review date has come, the earliest first.

    Those that have ended or are paused are left out.
    """
    every = list(agreements)
    newest = [one for person in people if (one := current(every, person))]
    due = [
        (one.review_on, one.uid, one)
        for one in newest
        if one.review_on is not None and one.review_on <= today and not paused_on(one, today) and one.ended_on is None
    ]
    return [one for _, _, one in sorted(due, key=lambda row: row[:2])]


def next_version(before: Agreement, changed: Agreement) -> Agreement:
    """Return the changed agreement as the version after ``before``, without initials: both must give them again."""
    return replace(changed, uid="", version=before.version + 1, my_initials="", their_initials="")


def paused_on(agreement: Agreement, day: date) -> bool:
    """Return whether the programme is paused on a day."""
    return any(pause.first <= day <= (pause.last or date.max) for pause in agreement.pauses)


def counted_days(agreement: Agreement, until: date) -> int:
    """Return the days of the programme from its start to ``until``, both included.

    Days in pauses and after its end are not counted.
    """
    last = min(until, agreement.ended_on or until)
    days = (agreement.start + timedelta(days=n) for n in range((last - agreement.start).days + 1))
    return sum(not paused_on(agreement, day) for day in days)


class ProgrammeWeek(NamedTuple):
    """Week ``number`` of ``weeks``.

    ``rests``: the programme is paused. ``over``: it has ended, or all weeks have passed.
    """

    number: int
    weeks: int
    rests: bool
    over: bool


Standing = Literal["to_come", "running", "paused", "over"]
"""Where a programme stands: codes for ``journal agreement --json``."""


def standing(agreement: Agreement, today: date) -> Standing:
    """Return whether the programme is still to come, running, paused or over."""
    week = programme_week(agreement, today)
    if week is None:
        return "to_come"
    if week.over:
        return "over"
    return "paused" if week.rests else "running"


def programme_week(agreement: Agreement, today: date) -> ProgrammeWeek | None:
    """Return the week: ⌊(today − start) / 7⌋ + 1 of N, without pauses; None before the start."""
    if today < agreement.start:
        return None
    rests = paused_on(agreement, today)
    days = counted_days(agreement, today)
    number = max(0, days - (not rests)) // 7 + 1
    over = number > agreement.weeks or (agreement.ended_on is not None and agreement.ended_on < today)
    return ProgrammeWeek(min(number, agreement.weeks), agreement.weeks, rests, over)


def ends_on(agreement: Agreement) -> date | None:
    """Return the last day of the programme; None while a pause has no end."""
    if agreement.ended_on is not None:
        return agreement.ended_on
    left, day = agreement.weeks * 7, agreement.start
    while True:
        pause = next((one for one in agreement.pauses if one.first <= day <= (one.last or date.max)), None)
        if pause is not None:
            if pause.last is None:
                return None
            day = pause.last
        else:
            left -= 1
            if not left:
                return day
        day += timedelta(days=1)


class Dose(NamedTuple):
    """Hours and meetings that took place, and those planned up to the same day; None if nothing was agreed."""

    hours: Decimal
    hours_planned: Decimal | None
    meetings: int
    meetings_planned: int | None


def dose(agreement: Agreement, sessions: Iterable[Session], kinds: Sequence[SessionKind], until: date) -> Dose:
    """Return the meetings and hours of these ``kinds`` since the start, up to and including a day.

    One-to-one meetings count only with this mentor; groups count without. Planned hours are the hours per week times
    the counted days so far. Meetings without minutes count, but add no hours.
    """
    last = min(until, agreement.ended_on or until)
    had = [one for one in held(sessions) if _belongs(one, agreement, kinds) and one.local_date <= last]
    hours = sum((Decimal(one.minutes or 0) for one in had), Decimal(0)) / 60
    days, one_to_one = counted_days(agreement, until), SessionKind.ONE_TO_ONE in kinds
    weekly = agreement.one_to_one_hours if one_to_one else agreement.group_hours
    apart = agreement.cadence.days if one_to_one else None
    return Dose(
        hours=hours,
        hours_planned=None if weekly is None else weekly * days / 7,
        meetings=len(had),
        meetings_planned=None if apart is None else int(days / apart),
    )


def _belongs(session: Session, agreement: Agreement, kinds: Sequence[SessionKind]) -> bool:
    """Return whether a meeting counts for the agreement: groups always, one-to-one only with this mentor."""
    theirs = session.person == agreement.person or session.kind is not SessionKind.ONE_TO_ONE
    return session.kind in kinds and theirs and session.local_date >= agreement.start


ONE_TO_ONE: Final = (SessionKind.ONE_TO_ONE,)
GROUPS: Final = (SessionKind.GROUP, SessionKind.HOUSE)
"""The groups that belong to a programme; a fellowship is apart from it."""


def paused(agreement: Agreement, first: date, *, by_mentor: bool = False) -> Agreement:
    """Return the agreement with a pause from a day on, without an end yet."""
    return replace(agreement, pauses=[*agreement.pauses, Pause(first=first, by_mentor=by_mentor)])


def resumed(agreement: Agreement, day: date) -> Agreement:
    """Return the agreement, resumed on a day after a pause or an end. A pause that would begin later is removed.

    Days between an end and the day do not count as days of the programme.
    """
    if agreement.ended_on is not None:
        over = Pause(first=agreement.ended_on + timedelta(days=1))
        agreement = replace(agreement, pauses=[*agreement.pauses, over], ended_on=None, ending=None)
    closed = [replace(one, last=day - timedelta(days=1)) if one.last is None else one for one in agreement.pauses]
    return replace(agreement, pauses=[one for one in closed if one.last is None or one.last >= one.first])


def ended(agreement: Agreement, day: date, ending: Ending) -> Agreement:
    """Return the agreement, ended on a day."""
    return replace(agreement, ended_on=day, ending=ending)


AGREED_ON: Final = (
    *("start", "weeks", "one_to_one_hours", "group_hours", "cadence", "contact_ways", "quiet_hours", "mine", "theirs"),
    *("between_us", "limits", "tell_within", "answer", "not_wanted", "may_pause", "review_on", "how_we_end"),
)
"""The fields that both agree to: a change of one of them makes a new version."""


def same_words(one: Agreement, other: Agreement) -> bool:
    """Return whether two agreements say the same, ignoring initials, pauses and end."""
    return all(getattr(one, name) == getattr(other, name) for name in AGREED_ON)


def new_from(before: Agreement, person: str, start: date) -> Agreement:
    """Return a first agreement with another mentor: what I expect and do not want, and how often, are copied."""
    return Agreement(
        person=person,
        start=start,
        weeks=before.weeks,
        one_to_one_hours=before.one_to_one_hours,
        group_hours=before.group_hours,
        cadence=before.cadence,
        mine=before.mine,
        tell_within=before.tell_within,
        not_wanted=before.not_wanted,
    )
