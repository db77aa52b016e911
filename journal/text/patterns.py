"""What is said about patterns in cravings: what went together, with counts. Never a cause, never a prediction.

The Patterns screen and ``journal patterns`` both use it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from journal.domain.cravings import Certainty, Halt, certainty
from journal.domain.dates import MONTHS, WEEKDAY_NAMES, WEEKDAYS, format_date
from journal.domain.patterns import Beside, CravingCounts, Helped, Passed, Stretch
from journal.domain.uses import Situation
from journal.text.counting import count
from journal.text.cravings import evidence_word, format_came_through, format_strategy
from journal.text.labels import label
from journal.text.page_sections import beside

KEYS: Final = "← → time · t table"
KEYS_TABLE: Final = "← → time · t pictures"
CRAVINGS: Final = "cravings"
HELPED: Final = "what went together"
NO_CRAVINGS: Final = "No cravings in this time. Press ctrl+r when one comes."
NOTHING_TRIED: Final = "What you try during a craving is counted here."
NOT_WHY: Final = "This shows what went together, not why."

PERIODS: Final = {28: "4 weeks", 84: "12 weeks", 365: "a year"}
"""Days of a period → its name."""

HOURS_LINE: Final = "   " + "".join(f"{hour:<6}" for hour in range(0, 24, 3)).rstrip()
"""The head of the heat map: two cells for each hour."""

HEAT_KEY: Final = "Shade and number: cravings then (+: 10 or more)."
WHEN, DAY, TRIGGER, SITUATION = "Time of day", "Weekday", "Trigger", "Situation"
HALT, PLACE, COMPANY, WEEK = "Hungry, angry, lonely, tired", "Place", "Company", "Week from"
OVER_TIME: Final = "By week: how many, how strong (of 10), how long"
OVER_MONTHS: Final = "By month: how many, how strong (of 10), how long"
NO_TIME: Final = "time not known"
STRATEGIES: Final = "What helped"
BY_TRIGGER: Final = "What helped with what"
CHECK_INS: Final = "Check-ins (typical, of 10)"
USES: Final = "Cravings on the days around a use"

Table = tuple[str, Sequence[tuple[str, int]]]
"""A heading, and what is counted with its numbers."""


def cravings_title(period: str, first: date, last: date) -> str:
    """Return ``cravings in 4 weeks, 27 Oct – 23 Nov``; without the name of a period it is about all there are."""
    return f"{f'{CRAVINGS} in {period}' if period else f'all {CRAVINGS}'}, {format_date(first, last)}"


def format_total(counts: CravingCounts, *, compared: bool = True) -> str:
    """Return ``14 cravings, before 9 (early sign)``; without the period before where that says nothing."""
    words = beside(count(counts.total, "craving"), counts.before if compared else None)
    return f"{words} ({evidence_word(counts.total)})"


def format_strength(counts: CravingCounts) -> str:
    """Return ``Strongest 8, typical 6 of 10 · 6 of 7 passed (early sign)``; empty without cravings."""
    if counts.typical is None:
        return ""
    ended = f" · {format_came_through(counts.passed, counts.ended)}" if counts.ended else ""
    return f"Strongest {counts.strongest}, typical {counts.typical:g} of 10{ended}"


def format_passed_of(passed: int, ended: int) -> str:
    """Return ``6 of 7 passed``; empty where it is not known of any how it ended."""
    return f"{passed} of {ended} passed" if ended else ""


def format_most(found: Mapping[str, int], noted: int) -> str:
    """Say which of them went together with most cravings: ``noted in 9, early sign · most often stress, 5 of 9``.

    Two that are equal are both named. No name where it is too early to tell, or where more are equal.
    """
    words = f"noted in {noted}, {evidence_word(noted)}"
    most = max(found.values(), default=0)
    names = [name for name, number in found.items() if number == most]
    if certainty(noted) is Certainty.TOO_EARLY or len(names) not in (1, 2):
        return words
    return f"{words} · most often {' and '.join(names)}, {most} of {noted}{' each' * (len(names) - 1)}"


def format_hour(hour: int) -> str:
    """Return ``07:00–08:00``."""
    return f"{hour:02}:00–{(hour + 1) % 24:02}:00"


def hours(counts: CravingCounts) -> dict[str, int]:
    """Return the number of cravings by hour; hours without any are left out."""
    return {format_hour(hour): number for hour, number in enumerate(counts.by_hour) if number}


def weekdays(counts: CravingCounts) -> dict[str, int]:
    """Return the number of cravings by weekday."""
    return dict(zip(WEEKDAY_NAMES, counts.by_weekday, strict=True))


def groups(counts: CravingCounts) -> list[tuple[str, dict[str, int], int]]:
    """Return what else was noted: a heading, the numbers that are not 0, and in how many cravings it was noted."""
    situations = {label(one): number for one, number in counts.by_situation.items() if number}
    halt = {label(one): number for one, number in counts.by_halt.items() if number}
    return [
        (TRIGGER, counts.by_trigger, counts.with_trigger),
        (SITUATION, situations, sum(situations.values())),
        (HALT, halt, counts.with_halt),
        (PLACE, counts.by_place, sum(counts.by_place.values())),
        (COMPANY, counts.by_company, sum(counts.by_company.values())),
    ]


def passed_groups(passed: Passed) -> list[dict[str, str]]:
    """Return, in the order of ``groups``, what is said of each: ``6 of 7 passed``."""
    found: list[dict[str, tuple[int, int]]] = [
        passed.by_trigger,
        {label(Situation(value)): known for value, known in passed.by_situation.items()},
        {label(Halt(value)): known for value, known in passed.by_halt.items()},
        passed.by_place,
        passed.by_company,
    ]
    return [{name: format_passed_of(*known) for name, known in group.items()} for group in found]


def tables(counts: CravingCounts) -> list[Table]:
    """Return every count as a table; what is 0 is left out."""
    timed = [*hours(counts).items(), *([(NO_TIME, counts.without_hour)] if counts.without_hour else [])]
    days = [(name, number) for name, number in weekdays(counts).items() if number]
    weeks = [(format_start(week.first), week.cravings) for week in counts.weeks if week.cravings]
    noted = [(heading, list(found.items())) for heading, found, _ in groups(counts)]
    return [(WHEN, timed), (DAY, days), *noted, (WEEK, weeks)]


def heat_row(weekday: int, cells: str, total: int) -> str:
    """Return a row of the heat map."""
    return f"{WEEKDAYS[weekday][:2]} {cells}{total:>3}"


def format_without_hour(number: int) -> str:
    """Say how many cravings are known only to the day; empty for none."""
    return f"{count(number, 'craving')} without a time: only the day is known." if number else ""


def format_start(day: date) -> str:
    """Return `` 2 Nov 2026``."""
    return f"{day.day:>2} {MONTHS[day.month - 1]} {day.year}"


def format_stretch(one: Stretch) -> str:
    """Return ``6.5  18 min (3 timed)``: strength and length; what is not known is left out."""
    strength = "" if one.strength is None else f"{one.strength:g}"
    length = "" if one.minutes is None else f"{one.minutes:.0f} min ({one.timed} timed)"
    return f"{strength:<4} {length}".rstrip()


def format_helped(one: Helped) -> str:
    """Return ``3 of 4 passed, early sign``."""
    return format_strategy(one.known)


def format_more(number: int) -> str:
    """Say how many more labels the table holds."""
    return f"{number} more in the table."


def format_others(number: int) -> str:
    """Say how many strategies with a trigger were tried too seldom to be listed."""
    return f"{number} more: too few tries to tell"


def format_beside(found: Beside) -> str:
    """Return ``4 on 5 days with a craving, 7 on 20 without, early sign``; the fewer days say how much it tells."""
    if found.with_craving is None or found.without is None:
        return evidence_word(0)
    days = (
        f"{found.with_craving:g} on {count(found.with_n, 'day')} with a craving, {found.without:g} on {found.without_n}"
    )
    word = evidence_word(min(found.with_n, found.without_n))
    return f"{days} without, {'no difference' if found.with_craving == found.without else word}"


def format_around(around: Mapping[int, int], days: int) -> str:
    """Return ``3 days before: 4 · on the day: 2 · 3 days after: 1 · 5 use days, early sign``."""
    before = sum(number for offset, number in around.items() if offset < 0)
    after = sum(number for offset, number in around.items() if offset > 0)
    words = f"3 days before: {before} · on the day: {around[0]} · 3 days after: {after}"
    return f"{words} · {count(days, 'use day')}, {evidence_word(days)}"
