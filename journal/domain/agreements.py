"""What a person and a mentor agreed to at the start: for how long, how many hours, what each expects, how it ends.

An agreement is never changed: a change is the next version of it, and the ones before stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Final, NamedTuple

from msgspec import Meta, Struct
from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity, Text, check_finite
from journal.domain.sessions import Session, SessionKind, held

WEEKS: Final = 12
"""How long a mentorship of MAP is for mentees (J Stud Alcohol Drugs 2020;81:664)."""

MOST_HOURS: Final = 168
"""Hours of a week."""


class Cadence(StrEnum):
    """How often one-to-one meetings are planned."""

    TWICE = "twice a week"
    WEEKLY = "every week"
    FORTNIGHTLY = "every two weeks"
    MONTHLY = "every four weeks"
    AS_NEEDED = "as needed"

    @property
    def days(self) -> Decimal | None:
        """Days from one meeting to the next; none where they come as needed."""
        return _DAYS[self]


_DAYS: Final = {
    Cadence.TWICE: Decimal("3.5"),
    Cadence.WEEKLY: Decimal(7),
    Cadence.FORTNIGHTLY: Decimal(14),
    Cadence.MONTHLY: Decimal(28),
    Cadence.AS_NEEDED: None,
}


class Ending(StrEnum):
    """How it came to an end. None of them is a failure."""

    COMPLETED = "as planned"
    EARLIER = "earlier, agreed"
    CHANGED = "with another mentor now"
    STOPPED = "stopped"


class Pause(Struct, kw_only=True, frozen=True):
    """Days in which the programme rests, both included; without ``last`` it still does. ``by_mentor``: who asked."""

    first: date
    last: date | None = None
    by_mentor: bool = False


class Agreement(Record, kw_only=True, frozen=True):
    """One version of an agreement with ``person`` (a uid). All but the start can stay empty.

    ``weeks`` run from ``start``, not counting pauses; the hours are planned a week; ``tell_within`` is in hours after a
    slip; initials say that both agreed.
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
        """Whether both put their initials to it."""
        return bool(self.my_initials and self.their_initials)


def versions(agreements: Iterable[Agreement], person: str) -> list[Agreement]:
    """All versions of the agreement with a person (a uid), the newest first."""
    found = (one for one in agreements if one.person == person)
    return sorted(found, key=lambda one: (one.version, one.made_at, one.uid), reverse=True)


def current(agreements: Iterable[Agreement], person: str) -> Agreement | None:
    """The newest version of the agreement with a person (a uid), ended or not."""
    return next(iter(versions(agreements, person)), None)


def next_version(before: Agreement, changed: Agreement) -> Agreement:
    """What was changed, as the version after ``before``; initials are given anew."""
    return replace(changed, uid="", version=before.version + 1, my_initials="", their_initials="")


def paused_on(agreement: Agreement, day: date) -> bool:
    """Whether the programme rests on a day."""
    return any(pause.first <= day <= (pause.last or date.max) for pause in agreement.pauses)


def counted_days(agreement: Agreement, until: date) -> int:
    """Days of the programme from its start to ``until``, both included, pauses and what is after its end left out."""
    last = min(until, agreement.ended_on or until)
    days = (agreement.start + timedelta(days=n) for n in range((last - agreement.start).days + 1))
    return sum(not paused_on(agreement, day) for day in days)


class ProgrammeWeek(NamedTuple):
    """Week ``number`` of ``weeks``; ``rests`` in a pause; ``over`` when it ended or all weeks are gone."""

    number: int
    weeks: int
    rests: bool
    over: bool


def programme_week(agreement: Agreement, today: date) -> ProgrammeWeek | None:
    """⌊(today − start) / 7⌋ + 1 of N, pauses left out; none before it begins."""
    if today < agreement.start:
        return None
    rests = paused_on(agreement, today)
    days = counted_days(agreement, today)
    number = max(0, days - (not rests)) // 7 + 1
    over = number > agreement.weeks or (agreement.ended_on is not None and agreement.ended_on < today)
    return ProgrammeWeek(min(number, agreement.weeks), agreement.weeks, rests, over)


def ends_on(agreement: Agreement) -> date | None:
    """The last day of the programme; none while a pause has no end."""
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
    """Hours and meetings had, against those planned up to the same day; planned is none where nothing was agreed."""

    hours: Decimal
    hours_planned: Decimal | None
    meetings: int
    meetings_planned: int | None


def dose(agreement: Agreement, sessions: Iterable[Session], kinds: Sequence[SessionKind], until: date) -> Dose:
    """What was had with this mentor, or in groups, since the start, of ``kinds`` of meetings, up to and with a day.

    Planned hours are those a week for the days that count so far. Meetings without minutes count, but add no hours.
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
    """Groups are met without the mentor, one-to-one only with that one."""
    theirs = session.person == agreement.person or session.kind is not SessionKind.ONE_TO_ONE
    return session.kind in kinds and theirs and session.local_date >= agreement.start


ONE_TO_ONE: Final = (SessionKind.ONE_TO_ONE,)
GROUPS: Final = (SessionKind.GROUP, SessionKind.HOUSE, SessionKind.FELLOWSHIP)


def paused(agreement: Agreement, first: date, *, by_mentor: bool = False) -> Agreement:
    """The agreement, resting from a day on until it goes on."""
    return replace(agreement, pauses=[*agreement.pauses, Pause(first=first, by_mentor=by_mentor)])


def resumed(agreement: Agreement, day: date) -> Agreement:
    """The agreement, going on from a day on, after a pause or an end; a pause that would begin later is none.

    Days after an end were none of the programme.
    """
    if agreement.ended_on is not None:
        over = Pause(first=agreement.ended_on + timedelta(days=1))
        agreement = replace(agreement, pauses=[*agreement.pauses, over], ended_on=None, ending=None)
    closed = [replace(one, last=day - timedelta(days=1)) if one.last is None else one for one in agreement.pauses]
    return replace(agreement, pauses=[one for one in closed if one.last is None or one.last >= one.first])


def ended(agreement: Agreement, day: date, ending: Ending) -> Agreement:
    """The agreement, over after a day."""
    return replace(agreement, ended_on=day, ending=ending)


def told(agreement: Agreement) -> list[tuple[str, str]]:
    """All that is agreed, in the order in which two people talk it through: what it is about, and the words."""
    within = "" if agreement.tell_within is None else f"told within {agreement.tell_within} hours"
    return [
        ("Begins", agreement.start.isoformat()),
        ("For weeks", str(agreement.weeks)),
        ("One-to-one", _hours(agreement.one_to_one_hours)),
        ("Groups", _hours(agreement.group_hours)),
        ("We meet", agreement.cadence.value),
        ("Reached by", agreement.contact_ways),
        ("Quiet hours", agreement.quiet_hours),
        ("I expect", agreement.mine),
        ("You expect", agreement.theirs),
        ("Between us", agreement.between_us),
        ("Its limits", agreement.limits),
        ("After a slip", within),
        ("Your answer", agreement.answer),
        ("I don't want", agreement.not_wanted),
        ("A pause", agreement.may_pause),
        ("Looked at on", agreement.review_on.isoformat() if agreement.review_on else ""),
        ("How we end", agreement.how_we_end),
        ("My initials", agreement.my_initials),
        ("Yours", agreement.their_initials),
    ]


def _hours(hours: Decimal | None) -> str:
    return "" if hours is None else f"{hours.normalize():f} h a week"


def same_words(one: Agreement, other: Agreement) -> bool:
    """Whether two say the same, whatever their initials, pauses and end."""
    return told(replace(one, my_initials="", their_initials="")) == told(
        replace(other, my_initials="", their_initials="")
    )


def begun_from(before: Agreement, person: str, start: date) -> Agreement:
    """An agreement with somebody else to begin with: what I expect and do not want, and how often, as it was."""
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
