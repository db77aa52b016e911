"""The person's day: which one an instant belongs to, arithmetic on dates, and dates in words and as typed.

Day arithmetic is on dates, never on seconds; months are calendar months. Words are English whatever the locale.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = tuple(name[:3] for name in WEEKDAY_NAMES)
MONTHS = tuple(name[:3] for name in MONTH_NAMES)

EARLIEST_YEAR = 1900
"""Dates before it are taken for a slip of the keys."""

_TYPED_DATES = (
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})(?:\.\s?(?P<year>\d{4})?)?",
    r"(?P<day>\d{1,2})\.? (?P<month>[a-z]{3,9})\.?(?: (?P<year>\d{4}))?",
    r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?: (?P<year>\d{4}))?",
)


def local_day(instant: datetime, zone: str, day_starts_at_minutes: int) -> date:
    """The person's day of an aware ``instant`` in an IANA ``zone``; before the roll-over it is still the day before.

    ``day_starts_at_minutes`` is wall-clock minutes after midnight, in the nights of a clock change too.
    """
    wall = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return (wall - timedelta(minutes=day_starts_at_minutes)).date()


def known_zone(zone: str) -> str:
    """The IANA ``zone`` if this computer knows it, else nothing."""
    try:
        return ZoneInfo(zone).key
    except (LookupError, ValueError, OSError):
        return ""


def local_instant(day: date, clock_time: time, zone: str) -> datetime:
    """What the wall clock in an IANA ``zone`` shows on ``day``, as an instant in UTC."""
    return datetime.combine(day, clock_time, ZoneInfo(zone)).astimezone(UTC)


def instant_on(day: date, clock_time: time, zone: str, day_starts_at_minutes: int, *, now: datetime) -> datetime:
    """When a wall time on a person's ``day`` was, as an instant in UTC.

    Before the roll-over it is in the night that ends that day; where that is still to come, in the night before.
    """
    starts_at = time(*divmod(day_starts_at_minutes, 60))
    following = local_instant(day + timedelta(days=1), clock_time, zone)
    return following if clock_time < starts_at and following <= now else local_instant(day, clock_time, zone)


def local_noon(day: date, zone: str) -> datetime:
    """Noon of ``day`` in an IANA ``zone``, as an instant in UTC: when, for what is only known to the day."""
    return local_instant(day, time(12), zone)


def add_months(day: date, months: int) -> date:
    """The same day of the month, ``months`` later (or earlier), clamped to the month's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_words(day: date, today: date | None = None) -> str:
    """``Thu 19 Nov``; with ``today`` given, a day of another year says its year too."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if today is None or today.year == day.year else f"{words} {day.year}"


def moment_words(local: datetime) -> str:
    """``Thu 19 Nov, 21:40``, of a datetime that already is in the person's zone."""
    return f"{day_words(local.date())}, {local:%H:%M}"


def date_words(first: date, last: date) -> str:
    """A period, both ends included: ``16–23 Nov``, ``28 Oct – 3 Nov``, ``28 Dec 2025 – 3 Jan 2026``, ``16 Nov``."""
    end = f"{last.day} {MONTHS[last.month - 1]}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} – {end}" if first.year == last.year else f"{start} {first.year} – {end} {last.year}"


def parse_day(text: str, today: date, *, ahead: bool = False) -> date | None:
    """The date a person typed, or None.

    Understood are ``today``, ``yesterday``, ``tomorrow``, ``-3`` and ``+3`` (days from today), ``3 weeks ago``,
    ``thu``, ``2026-11-19``, ``19.11.2026``, ``19.11.``, ``19 Nov 2026``, ``19 Nov`` and ``Nov 19``. Where the year or
    the week is left out it is the latest such day up to today, or, with ``ahead``, the first from today on.
    """
    typed = " ".join(text.lower().replace(",", " ").split())
    try:
        return _relative(typed, today, ahead) or _calendar(typed, today, ahead)
    except (ValueError, OverflowError):
        return None


def parse_time(text: str) -> time | None:
    """The time of day typed, or None: ``21:40``, ``21.40``, ``2140``, ``9``, ``9pm``, ``9:30 am``, ``noon``."""
    typed = text.strip().lower()
    if typed in ("noon", "midnight"):
        return time(12 if typed == "noon" else 0)
    found = re.fullmatch(r"(\d{1,2}?)[:.h]?([0-5][0-9])?\s*(?:([ap])\.?m\.?)?", typed, re.ASCII)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 else None


def _relative(typed: str, today: date, ahead: bool) -> date | None:
    """A day told from today on: by its name, by a count of days, or by its weekday."""
    named = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if typed in named:
        return today + timedelta(days=named[typed])
    if re.fullmatch(r"[+-]\d{1,4}", typed, re.ASCII):
        return today + timedelta(days=int(typed))
    if ago := re.fullmatch(r"(\d{1,4}|an?) (day|week|month|year)s? ago", typed, re.ASCII):
        return _ago(int(ago[1]) if ago[1].isdigit() else 1, ago[2], today)
    weekday = _number(typed, WEEKDAY_NAMES)
    if weekday is None:
        return None
    days = (weekday - 1 - today.weekday()) % 7 if ahead else -((today.weekday() - weekday + 1) % 7)
    return today + timedelta(days=days)


def _ago(count: int, unit: str, today: date) -> date:
    """So many days, weeks, calendar months or years before today."""
    if unit in ("month", "year"):
        return add_months(today, -count * (12 if unit == "year" else 1))
    return today - timedelta(days=count * (7 if unit == "week" else 1))


def _calendar(typed: str, today: date, ahead: bool) -> date | None:
    """A day of the calendar, with or without its year."""
    found = next((match for form in _TYPED_DATES if (match := re.fullmatch(form, typed, re.ASCII))), None)
    if found is None:
        return None
    month = int(found["month"]) if found["month"].isdigit() else _number(found["month"], MONTH_NAMES)
    if month is None:
        return None
    if found["year"] is None:
        return _nearest(month, int(found["day"]), today, ahead)
    day = date(int(found["year"]), month, int(found["day"]))
    return day if day.year >= EARLIEST_YEAR else None


def _nearest(month: int, day: int, today: date, ahead: bool) -> date | None:
    """That day in the latest year in which it does not pass today, or in the first from today on."""
    for distance in range(9):  # 29 February is at most eight years away
        year = today.year + distance if ahead else today.year - distance
        if day > monthrange(year, month)[1]:
            continue
        found = date(year, month, day)
        if found >= today if ahead else found <= today:
            return found
    return None


def _number(typed: str, names: tuple[str, ...]) -> int | None:
    """The place, from 1, of a name typed with at least its first three letters (``sep``, ``sept``, ``september``)."""
    if len(typed) < 3:
        return None
    return next((place for place, name in enumerate(names, 1) if name.lower().startswith(typed)), None)
