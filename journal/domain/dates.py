"""The person's day: which day an instant belongs to, arithmetic on dates, and dates as text and as typed.

Day arithmetic works on dates, never on seconds. Months are calendar months. Names are those of ``date_names``.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journal.domain.date_names import (
    COUNTS,
    LAST,
    MIDNIGHT,
    NAMED_DAYS,
    NEXT,
    NOON,
    UNITS,
    month_typed,
    plain,
    short_month,
    short_weekday,
    weekday_typed,
)

EARLIEST_YEAR = 1900
"""Earlier years are treated as typing errors."""

_SOME = rf"(?P<count>\d{{1,4}}|{'|'.join(COUNTS)}) (?P<unit>{'|'.join(UNITS)})"
_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>[a-z]{3,10})\.?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_TYPED_DATES = (
    rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-{_DAY}",
    rf"{_DAY}\.\s?(?P<month>\d{{1,2}})(?:\.\s?{_YEAR}?)?",
    rf"{_DAY}(?P<slash>[/-])(?P<month>\d{{1,2}})(?:[/-]{_YEAR})?",
    rf"{_DAY}(?:\.|st|nd|rd|th)?(?: of| de)? ?{_MONTH}(?:(?: de| del)? (?P<year>\d{{4}}))?",
    rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?(?: (?P<year>\d{{4}}))?",
)
_TYPED_MONTHS = (rf"(?:in |en )?{_MONTH}(?:(?: de| del)? (?P<year>\d{{4}}))?", r"(?P<year>\d{4})-(?P<month>\d{1,2})")


def local_day(instant: datetime, zone: str, day_starts_at_minutes: int) -> date:
    """Return the person's day for an aware ``instant`` in an IANA ``zone``. Before the day starts it is the day before.

    ``day_starts_at_minutes`` are wall-clock minutes after midnight, also in nights with a clock change.
    """
    wall = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return (wall - timedelta(minutes=day_starts_at_minutes)).date()


def known_zone(zone: str) -> str:
    """Return the IANA ``zone`` if this computer knows it, else an empty string."""
    try:
        return ZoneInfo(zone).key
    except (LookupError, ValueError, OSError):
        return ""


def local_instant(day: date, clock_time: time, zone: str) -> datetime:
    """Return the instant, in UTC, at which the wall clock in an IANA ``zone`` shows this time on ``day``."""
    return datetime.combine(day, clock_time, ZoneInfo(zone)).astimezone(UTC)


def instant_on(day: date, clock_time: time, zone: str, day_starts_at_minutes: int, *, now: datetime) -> datetime:
    """Return the instant, in UTC, of a wall time on a person's ``day``.

    A time before the day starts is in the night at the end of that day, or, if that is still in the future, in the
    night before.
    """
    starts_at = time(*divmod(day_starts_at_minutes, 60))
    following = local_instant(day + timedelta(days=1), clock_time, zone)
    return following if clock_time < starts_at and following <= now else local_instant(day, clock_time, zone)


def local_noon(day: date, zone: str) -> datetime:
    """Return noon of ``day`` in an IANA ``zone`` in UTC: the instant for what is only known to the day."""
    return local_instant(day, time(12), zone)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month, ``months`` later (or earlier), limited to the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    """Return how many days a month has."""
    from calendar import monthrange  # it imports locale: together too slow for every start

    return monthrange(year, month)[1]


def days_before(first: date, last: date) -> tuple[date, date]:
    """Return the first and the last of as many days just before a period."""
    return first - (last - first) - timedelta(days=1), first - timedelta(days=1)


def week_starts(first: date, last: date) -> list[date]:
    """Return the first day of a period, and every later Monday in it; a period without a day has none."""
    days = (last - first).days
    mondays = range(7 - first.weekday(), days + 1, 7)
    return [first, *(first + timedelta(days=number) for number in mondays)] if days >= 0 else []


def month_starts(first: date, last: date) -> list[date]:
    """Return the first day of a period, and the first of every later calendar month in it."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return [first, *(add_months(first.replace(day=1), number) for number in range(1, months + 1))]


def format_day(day: date, today: date | None = None) -> str:
    """Return ``Thu 19 Nov``; if ``today`` is given and the year differs, with the year."""
    words = f"{short_weekday(day.weekday())} {day.day} {short_month(day.month)}"
    return words if today is None or today.year == day.year else f"{words} {day.year}"


def format_moment(local: datetime) -> str:
    """Return ``Thu 19 Nov, 21:40`` for a datetime that is already in the person's zone."""
    return f"{format_day(local.date())}, {local:%H:%M}"


def format_date(first: date, last: date) -> str:
    """Return a period, both ends included, as text.

    ``16–23 Nov``, ``28 Oct – 3 Nov``, ``28 Dec 2025 – 3 Jan 2026``, or ``16 Nov`` for a single day.
    """
    end = f"{last.day} {short_month(last.month)}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {short_month(first.month)}"
    return f"{start} – {end}" if first.year == last.year else f"{start} {first.year} – {end} {last.year}"


def parse_day(text: str, today: date, *, ahead: bool = False, month_first: bool = False) -> date | None:
    """Return the date that a person typed, or None; for a month its first day. ``parse_period`` says what is read."""
    found = parse_period(text, today, ahead=ahead, month_first=month_first)
    return found[0] if found else None


def parse_period(text: str, today: date, *, ahead: bool = False, month_first: bool = False) -> tuple[date, date] | None:
    """Return the first and the last date of the day or month that a person typed, or None.

    It reads ``today``, ``yesterday``, ``-3`` and ``+3`` (days from today), ``two weeks ago``, ``in 3 days``, ``thu``,
    ``last monday``, ``next week``, ``2026-11-19``, ``19.11.2026``, ``19.11.``, ``19/11/26``, ``19 Nov 2026``,
    ``Thu 19 Nov``, ``Nov 19th``, ``in march``, ``last march`` and ``2026-03``. Without a year or week it is the latest
    such day up to today, or, with ``ahead``, the first from today on; ``last march`` is over, ``next march`` has not
    begun. ``month_first`` reads ``3/4`` as 4 March. Years before
    ``EARLIEST_YEAR`` are not read.
    """
    typed = re.sub(r"^(on|since|by|the|el|la|desde|desde el|los) ", "", plain(text.replace(",", " ")))
    try:
        first = last = _relative(typed, today, ahead) or _calendar(typed, today, ahead, month_first)
        if first is None and (first := _month(typed, today, ahead)):
            last = add_months(first, 1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return (first, last) if first and last and first.year >= EARLIEST_YEAR else None


def parse_time(text: str) -> time | None:
    """Return the time of day typed, or None: ``21:40``, ``21.40``, ``2140``, ``9``, ``9pm``, ``9:30 am``, ``noon``."""
    typed = plain(text)
    if typed in (*NOON, *MIDNIGHT):
        return time(12 if typed in NOON else 0)
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
    """Return a day given relative to today: by name, by a number of days or weeks, or by weekday."""
    if typed in NAMED_DAYS:
        return today + timedelta(days=NAMED_DAYS[typed])
    if re.fullmatch(r"[+-]\d{1,4}", typed, re.ASCII):
        return today + timedelta(days=int(typed))
    if found := re.fullmatch(rf"(?P<ahead>in |en |dentro de )?(?P<since>hace )?{_SOME}(?P<ago> ago)?", typed, re.ASCII):
        ways = [bool(found[way]) for way in ("ahead", "since", "ago")]
        if sum(ways) != 1:
            return None
        count = COUNTS.get(found["count"]) or int(found["count"])
        return _later(count if found["ahead"] else -count, UNITS[found["unit"]], today)
    way, name = _way_and_name(typed)
    if way:
        return _neighbour(name, way, today)
    if (weekday := weekday_typed(typed)) is None:
        return None
    days = (weekday - 1 - today.weekday()) % 7 if ahead else -((today.weekday() - weekday + 1) % 7)
    return today + timedelta(days=days)


def _way_and_name(typed: str) -> tuple[int, str]:
    """Return -1 for ``last``, 1 for ``next``, 0 for neither, and the rest: ``last monday``, ``lunes pasado``."""
    for way, words in ((-1, LAST), (1, NEXT)):
        for word in words:
            if typed.startswith(f"{word} "):
                return way, typed.removeprefix(f"{word} ")
            if word not in ("last", "next") and typed.endswith(f" {word}"):
                return way, typed.removesuffix(f" {word}")
    return 0, typed


def _neighbour(name: str, way: int, today: date) -> date | None:
    """Return the first such weekday after today (``way`` 1) or the last one before it (-1); of a unit, one later."""
    if name in UNITS and UNITS[name] != "day":
        return _later(way, UNITS[name], today)
    if (weekday := weekday_typed(name)) is None:
        return None
    return today + timedelta(days=way * ((way * (weekday - 1 - today.weekday()) - 1) % 7 + 1))


def _later(count: int, unit: str, today: date) -> date:
    """Return the day that many days, weeks, calendar months or years after today; before it for a negative count."""
    if unit in ("month", "year"):
        return add_months(today, count * (12 if unit == "year" else 1))
    return today + timedelta(days=count * (7 if unit == "week" else 1))


def _calendar(typed: str, today: date, ahead: bool, month_first: bool) -> date | None:
    """Return a calendar day, with or without a year; a weekday before it is passed over."""
    weekday, _, rest = typed.partition(" ")
    found = next((match for form in _TYPED_DATES if (match := re.fullmatch(form, typed, re.ASCII))), None)
    if found is None and (weekday.rstrip(".") == "mar" or weekday_typed(weekday.rstrip("."))):
        found = next((match for form in _TYPED_DATES if (match := re.fullmatch(form, rest, re.ASCII))), None)
    if found is None or (month := _month_number(found["month"])) is None:
        return None
    day, year = int(found["day"]), found["year"]
    if "slash" in found.groupdict() and (month > 12 or (month_first and day <= 12)):
        day, month = month, day
    return date(_year(year, today), month, day) if year else _nearest(month, day, today, ahead)


def _month(typed: str, today: date, ahead: bool) -> date | None:
    """Return the first day of a month, typed by its name, as ``last march`` or as ``2026-03``."""
    way, name = _way_and_name(typed)
    if way and (month := month_typed(name.rstrip("."))):
        this = today.replace(day=1)
        return _nearest(month, 1, add_months(this, 1) if way > 0 else this - timedelta(days=1), way > 0)
    found = next((match for form in _TYPED_MONTHS if (match := re.fullmatch(form, typed, re.ASCII))), None)
    if found is None or (month := _month_number(found["month"])) is None:
        return None
    return date(int(found["year"]), month, 1) if found["year"] else _nearest(month, 1, today, ahead)


def _month_number(typed: str) -> int | None:
    return int(typed) if typed.isdigit() else month_typed(typed)


def _year(typed: str, today: date) -> int:
    """Return a year; one of two digits is at most ten years ahead."""
    if len(typed) == 4:
        return int(typed)
    year = today.year - today.year % 100 + int(typed)
    return year if year <= today.year + 10 else year - 100


def _nearest(month: int, day: int, today: date, ahead: bool) -> date | None:
    """Return that day in the latest year in which it is not after today; with ``ahead``, the first from today on."""
    for distance in range(9):  # 29 February is at most eight years away
        year = today.year + distance if ahead else today.year - distance
        if day > _days_in(year, month):
            continue
        found = date(year, month, day)
        if found >= today if ahead else found <= today:
            return found
    return None
