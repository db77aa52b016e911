"""Medicines of the person's own: when a dose is due, and which were taken or missed.

A time of day is a wall-clock time, counted in minutes after midnight, wherever the person is. A dose belongs to the
person's day: before the day starts it is still the day before. No function here gives advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar, Final, NamedTuple

from msgspec import Meta
from msgspec.structs import replace

from journal.domain.dates import local_day, local_instant, parse_time
from journal.domain.record import UNDATED, Instant, Label, Record, Sensitivity

MOST_TIMES: Final = 12
"""Most times of day of one medicine."""

SHOWN: Final = 14
"""Days of doses that are shown, today included."""

JUST_BEFORE: Final = timedelta(hours=1)
"""A dose due so long before its times were set counts: the person may add a medicine while taking it."""

EARLY: Final = timedelta(hours=2)
"""How long before its time a dose may be noted without marking it in the list of doses."""

Minute = Annotated[int, Meta(ge=0, le=1439)]
"""A time of day, in minutes after midnight."""


class DoseState(StrEnum):
    """What became of a dose."""

    TAKEN = "taken"
    MISSED = "missed"


class Medicine(Record, kw_only=True, frozen=True):
    """A medicine; ``dose`` is in the person's own words. Without ``times`` it is taken when needed.

    ``times_since`` is when these times were set: doses before that are not missing. ``None`` is when it was made.
    """

    table: ClassVar[str] = "medicines"

    name: Label
    dose: Label = ""
    times: Annotated[list[Minute], Meta(max_length=MOST_TIMES)] = []
    times_since: Instant | None = None
    methadone: bool = False
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.NEVER


class Dose(Record, kw_only=True, frozen=True):
    """What became of one dose of ``medicine`` (a uid). ``at`` is when it was noted.

    ``day`` and ``minute`` are the person's day and the time it was planned for; ``minute`` is ``None`` for one that was
    taken when needed.
    """

    table: ClassVar[str] = "doses"

    medicine: str
    day: date
    minute: Minute | None = None
    state: DoseState = DoseState.TAKEN
    sensitivity: Sensitivity = Sensitivity.NEVER


class Slot(NamedTuple):
    """One dose of a medicine: its day, its time of day, the instant of that, and what was noted about it."""

    medicine: Medicine
    day: date
    minute: int | None
    at: datetime
    dose: Dose | None

    @property
    def state(self) -> DoseState | None:
        """Return whether it was taken or missed; ``None`` if nothing was noted."""
        return self.dose.state if self.dose else None


class Calendar(NamedTuple):
    """What a dose's instant depends on: now, the IANA zone, and the minutes after midnight at which a day starts."""

    now: datetime
    zone: str
    day_starts_at: int

    @property
    def today(self) -> date:
        """Return the person's day."""
        return local_day(self.now, self.zone, self.day_starts_at)

    def instant(self, day: date, minute: int) -> datetime:
        """Return when the clock shows a time on a person's day, in UTC.

        A time that the clock skips in spring is as long after the change as it would be; of a time that comes twice in
        autumn it is the first.
        """
        wall_day = day + timedelta(days=minute < self.day_starts_at)
        return local_instant(wall_day, time(*divmod(minute, 60)), self.zone)


def slots_on(medicine: Medicine, doses: Iterable[Dose], day: date, calendar: Calendar) -> list[Slot]:
    """Return the doses of a person's day in their order: those planned by its times, and all that were noted."""
    noted = [one for one in doses if one.medicine == medicine.uid and one.day == day]
    noted.sort(key=lambda one: (one.made_at, one.uid))
    latest = {one.minute: one for one in noted if one.minute is not None}
    planned = () if medicine.archived else medicine.times
    since = (medicine.times_since or medicine.made_at) - JUST_BEFORE
    found = [
        Slot(medicine, day, minute, at, latest.get(minute))
        for minute in {*planned, *latest}
        if (at := calendar.instant(day, minute)) >= since or minute in latest
    ]
    found += [Slot(medicine, day, None, one.at, one) for one in noted if one.minute is None]
    return sorted(found, key=lambda slot: (slot.at, -1 if slot.minute is None else slot.minute))


def next_due(medicine: Medicine, doses: Iterable[Dose], calendar: Calendar) -> Slot | None:
    """Return the dose to take next: the last one of today that was due, if nothing is noted, else the first to come.

    A dose before that is left alone, so that nobody takes two at once. ``None`` without times.
    """
    every, today = list(doses), calendar.today
    if medicine.archived or not medicine.times:
        return None
    ahead = [
        slot
        for days in range(3)
        for slot in slots_on(medicine, every, today + timedelta(days=days), calendar)
        if slot.minute in medicine.times
    ]
    before = [slot for slot in ahead if slot.at <= calendar.now]
    if before and before[-1].state is None:
        return before[-1]
    return next((slot for slot in ahead if slot.at > calendar.now and slot.state is None), None)


def is_due(slot: Slot, calendar: Calendar) -> bool:
    """Return whether the time of a dose has come and nothing is noted."""
    return slot.state is None and slot.at <= calendar.now


def is_near(slot: Slot, calendar: Calendar) -> bool:
    """Return whether a dose is due, or so soon that one key may note it: the same key twice must not note two."""
    return slot.state is None and slot.at <= calendar.now + EARLY


def due_now(medicines: Iterable[Medicine], doses: Iterable[Dose], calendar: Calendar) -> list[Slot]:
    """Return the next dose of each medicine that has times, the earliest first."""
    every = list(doses)
    found = [slot for one in medicines if (slot := next_due(one, every, calendar))]
    return sorted(found, key=lambda slot: (slot.at, slot.medicine.name))


def note(slot: Slot, state: DoseState, now: datetime) -> Dose:
    """Return the dose to save for a slot that was taken or missed; what was noted before is replaced."""
    if slot.dose is not None:
        return replace(slot.dose, state=state, at=now, local_date=UNDATED)
    return Dose(medicine=slot.medicine.uid, day=slot.day, minute=slot.minute, state=state)


def same_dose(dose: Dose, noted: Iterable[Dose]) -> Dose | None:
    """Return what was noted last about the same planned dose; ``None`` if nothing was, or it was taken when needed."""
    if dose.minute is None:
        return None
    planned = (dose.medicine, dose.day, dose.minute)
    same = (one for one in noted if (one.medicine, one.day, one.minute) == planned)
    return max(same, key=lambda one: (one.made_at, one.uid), default=None)


def when_needed(medicine: Medicine, calendar: Calendar) -> Slot:
    """Return a dose that is taken now, without a planned time."""
    return Slot(medicine, calendar.today, None, calendar.now, None)


def history(medicine: Medicine, doses: Iterable[Dose], calendar: Calendar) -> list[Slot]:
    """Return the doses of the last two weeks that were due or noted, the newest first."""
    every = [one for one in doses if one.medicine == medicine.uid]
    days = (calendar.today - timedelta(days=ago) for ago in range(SHOWN))
    found = [slot for day in days for slot in reversed(slots_on(medicine, every, day, calendar))]
    return [slot for slot in found if slot.state is not None or slot.at <= calendar.now]


class Counts(NamedTuple):
    """How many doses were taken, missed, and not noted."""

    taken: int
    missed: int
    not_noted: int


def count_doses(slots: Iterable[Slot], calendar: Calendar) -> Counts:
    """Return the counts of doses; one that is due today and not noted yet is not counted."""
    every = list(slots)
    states = [slot.state for slot in every]
    open_ones = [slot for slot in every if slot.state is None and slot.day < calendar.today]
    return Counts(states.count(DoseState.TAKEN), states.count(DoseState.MISSED), len(open_ones))


def changed(before: Medicine | None, after: Medicine, now: datetime) -> Medicine:
    """Return a medicine as it is saved: its times in order, and new times hold from now on."""
    after = replace(after, times=sorted(set(after.times)))
    if before is None or (sorted(before.times) == after.times and before.archived == after.archived):
        return after
    return replace(after, times_since=now)


def parse_times(text: str) -> list[int] | None:
    """Return the times of day in a text like ``8, 20:30`` in minutes after midnight, in order; ``None`` if one is none.

    Commas, semicolons or "and" stand between them.
    """
    parts = [part for part in re.split(r"[,;]|\band\b", text) if part.strip()]
    moments = [parse_time(part) for part in parts]
    minutes = sorted({one.hour * 60 + one.minute for one in moments if one is not None})
    return None if None in moments or len(minutes) > MOST_TIMES else minutes


def in_order(medicines: Iterable[Medicine]) -> list[Medicine]:
    """Return the medicines that are still taken first, each group in the order they were added."""
    return sorted(medicines, key=lambda one: (one.archived, one.made_at, one.uid))
