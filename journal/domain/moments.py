"""When a record was: its moment from a day and a time of day, each as exact as the person knows them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TypeVar

from msgspec.structs import replace

from journal.domain.dates import instant_on, local_day, local_noon
from journal.domain.record import UNFILLED, Precision, Record

R = TypeVar("R", bound=Record)


def moved_to_day(record: R, day: date, zone: str, *, now: datetime, today: date) -> R:
    """Return the record on a day of which the time is not known; unchanged if that is what it says already."""
    if record.precision is Precision.DAY and day == record.local_date and record.at != UNFILLED:
        return record
    at = now if day == today else local_noon(day, zone)
    return replace(record, at=at, local_date=day, zone=zone, precision=Precision.DAY)


def moved_to_time(
    record: R, day: date, clock_time: time, precision: Precision, zone: str, starts_at: int, *, now: datetime
) -> R | None:
    """Return the record at a wall-clock time of a person's day, or None if that is in the future.

    ``starts_at`` is when the person's day starts, in minutes after midnight.
    """
    at = instant_on(day, clock_time, zone, starts_at, now=now)
    if at > now:
        return None
    return replace(record, at=at, local_date=local_day(at, zone, starts_at), zone=zone, precision=precision)
