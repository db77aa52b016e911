"""What is said about patterns in cravings: what went together, with counts. Never a cause, never a prediction.

The Patterns screen and ``journal patterns`` both use it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from journal.domain.coping import Evidence
from journal.domain.cravings import Certainty, Halt, certainty
from journal.domain.date_names import short_month, short_weekday, weekday_name
from journal.domain.dates import format_date
from journal.domain.labels import folded
from journal.domain.patterns import Beside, CravingCounts, Findings, Stretch
from journal.domain.uses import Situation
from journal.language import translated
from journal.text.counting import count
from journal.text.cravings import evidence_word, format_came_through, format_strategy
from journal.text.labels import label
from journal.text.page_sections import beside

KEYS: Final = "← → time · o dates · f focus · t table"
KEYS_TABLE: Final = "← → time · o dates · f focus · t pictures"
CRAVINGS: Final = "cravings"
HELPED: Final = "what went together"
NO_CRAVINGS: Final = "No cravings in this time. Press ctrl+r when one comes."
NOTHING_TRIED: Final = "What you try during a craving is counted here."
NOT_WHY: Final = "This shows what went together, not why."

FOUR_WEEKS: Final = "cravings in 4 weeks"
TWELVE_WEEKS: Final = "cravings in 12 weeks"
PROGRAMME: Final = "cravings in the programme"
YEAR: Final = "cravings in a year"
ALL: Final = "all cravings"

OWN_TITLE: Final = "own dates"
OWN_KEYS: Final = "ctrl+s show · esc back"
OWN_FROM, OWN_UNTIL = "From", "Until"
OWN_UNTIL_HINT: Final = "Leave it empty for today."
OWN_NEEDED: Final = "Type a first day, for example 1 March."
OWN_TURNED_ROUND: Final = "The last day is before the first one."
OWN_TO_COME: Final = "This day is still to come."

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


class Row(NamedTuple):
    """A line of a table: what is counted, in the period and ``before`` it, and how many passed of how many ended.

    ``before`` is None, and the pairs are, where there is nothing to say.
    """

    what: str
    number: int
    before: int | None = None
    passed: tuple[int, int] | None = None
    passed_before: tuple[int, int] | None = None


class Group(NamedTuple):
    """What was noted under one heading, in ``noted`` cravings."""

    heading: str
    noted: int
    rows: list[Row]


def cravings_title(period: str, first: date, last: date, focus: str = "") -> str:
    """Return ``alcohol: cravings in 4 weeks, 27 Oct – 23 Nov``; the name of a focus where it is about one."""
    return f"{f'{focus}: ' if focus else ''}{period}, {format_date(first, last)}"


def format_total(now: CravingCounts, before: CravingCounts | None = None) -> str:
    """Return ``14 cravings, before 9 (early sign)``; without the period before where that says nothing."""
    words = beside(count(now.total, "craving"), before.total if before else None)
    return f"{words} ({evidence_word(now.total)})"


def format_strength(now: CravingCounts, before: CravingCounts | None = None) -> str:
    """Return ``Strongest 8, typical 6 of 10 · 6 of 7 passed (early sign)``; empty without cravings.

    With the period before: ``Strongest 8 (9), typical 6 (7) of 10 · 6 of 7 passed (early sign), before 2 of 3``.
    """
    if now.typical is None:
        return ""
    strongest, typical = str(now.strongest), f"{now.typical:g}"
    if before and before.typical is not None:
        strongest, typical = f"{strongest} ({before.strongest})", f"{typical} ({before.typical:g})"
    ended = f" · {format_came_through(now.passed, now.ended)}" if now.ended else ""
    if ended and before and before.ended:
        ended += f", before {before.passed} of {before.ended}"
    return f"Strongest {strongest}, typical {typical} of 10{ended}"


def format_in_brackets(first: date, last: date) -> str:
    """Say what stands in brackets: ``In brackets: the same in the 28 days before.``."""
    return f"In brackets: the same in the {count((last - first).days + 1, 'day')} before."


def format_row(row: Row, *, whole: bool = True) -> str:
    """Return `` 8 (3)  6 of 7 passed (2 of 3)``: the number of a bar, and how many passed; in brackets before.

    Without ``whole`` how many passed before is left out.
    """
    words = f"{row.number:>3}" + ("" if row.before is None else f" {f'({row.before})':<4}")
    if row.passed is None:
        return words.rstrip()
    earlier = f" ({row.passed_before[0]} of {row.passed_before[1]})" if whole and row.passed_before else ""
    return f"{words}  {row.passed[0]} of {row.passed[1]} passed{earlier}"


def format_most(rows: Sequence[Row], noted: int) -> str:
    """Say which of them went together with most cravings: ``noted in 9, early sign · most often stress, 5 of 9``.

    Two that are equal are both named. No name where it is too early to tell, or where more are equal.
    """
    words = f"noted in {noted}, {evidence_word(noted)}"
    most = max((row.number for row in rows), default=0)
    names = [row.what for row in rows if row.number == most]
    if certainty(noted) is Certainty.TOO_EARLY or len(names) not in (1, 2):
        return words
    return f"{words} · most often {' and '.join(names)}, {most} of {noted}{' each' * (len(names) - 1)}"


def format_hour(hour: int) -> str:
    """Return ``07:00–08:00``."""
    return f"{hour:02}:00–{(hour + 1) % 24:02}:00"


def hours(now: CravingCounts, before: CravingCounts | None = None) -> list[Row]:
    """Return the number of cravings by hour; hours without any are left out, those known only to the day are last."""
    found = {format_hour(hour): number for hour, number in enumerate(now.by_hour)} | {NO_TIME: now.without_hour}
    earlier = [*before.by_hour, before.without_hour] if before else [None] * len(found)
    return _rows(found, dict(zip(found, earlier, strict=True)))


def weekdays(now: CravingCounts, before: CravingCounts | None = None) -> list[Row]:
    """Return the number of cravings by weekday; days without any are left out."""
    names = [weekday_name(day) for day in range(len(now.by_weekday))]
    earlier = before.by_weekday if before else [None] * len(names)
    return _rows(dict(zip(names, now.by_weekday, strict=True)), dict(zip(names, earlier, strict=True)))


def _rows(found: Mapping[str, int], before: Mapping[str, int | None]) -> list[Row]:
    return [Row(what, number, before[what]) for what, number in found.items() if number or before[what]]


def groups(now: Findings, before: Findings | None = None) -> list[Group]:
    """Return what else was noted, each with how many cravings passed, beside the same of the period before."""
    counts = now.counts
    noted = (
        (TRIGGER, counts.with_trigger),
        (SITUATION, sum(counts.by_situation.values())),
        (HALT, counts.with_halt),
        (PLACE, sum(counts.by_place.values())),
        (COMPANY, sum(counts.by_company.values())),
    )
    found, earlier = _labelled(now), _labelled(before) if before else [None] * len(noted)
    return [
        Group(heading, number, _label_rows(one, other))
        for (heading, number), one, other in zip(noted, found, earlier, strict=True)
    ]


_Noted = tuple[Mapping[str, int], Mapping[str, tuple[int, int]]]
"""The number of cravings with each label, and how many passed of how many ended."""


def _labelled(found: Findings) -> list[_Noted]:
    counts, passed = found.counts, found.passed
    return [
        (counts.by_trigger, passed.by_trigger),
        (
            {label(one): number for one, number in counts.by_situation.items()},
            {label(Situation(value)): known for value, known in passed.by_situation.items()},
        ),
        (
            {label(one): number for one, number in counts.by_halt.items()},
            {label(Halt(value)): known for value, known in passed.by_halt.items()},
        ),
        (counts.by_place, passed.by_place),
        (counts.by_company, passed.by_company),
    ]


def _label_rows(now: _Noted, before: _Noted | None) -> list[Row]:
    """Return a row for each label; one that was noted only before comes last. Labels are equal as ``folded`` says."""
    if before is None:
        return [Row(what, number, None, now[1].get(what)) for what, number in now[0].items() if number]
    spelled = {folded(what): what for what in (*before[0], *now[0])}
    keys = dict.fromkeys(map(folded, (*now[0], *before[0])))
    numbers, earlier = ({folded(what): number for what, number in one[0].items()} for one in (now, before))
    passed, passed_before = ({folded(what): known for what, known in one[1].items()} for one in (now, before))
    return [
        Row(spelled[key], numbers.get(key, 0), earlier.get(key, 0), passed.get(key), passed_before.get(key))
        for key in keys
        if numbers.get(key) or earlier.get(key)
    ]


def tables(now: Findings, before: Findings | None = None) -> list[tuple[str, list[Row]]]:
    """Return every count as a table; what is 0, also before, is left out."""
    counts, earlier = now.counts, before.counts if before else None
    weeks = [Row(format_start(week.first), week.cravings) for week in counts.weeks if week.cravings]
    noted = [(group.heading, group.rows) for group in groups(now, before)]
    return [(WHEN, hours(counts, earlier)), (DAY, weekdays(counts, earlier)), *noted, (WEEK, weeks)]


def table_heads(*, compared: bool) -> Sequence[str]:
    """Return the heads of the columns after the label."""
    return ("now", "before", "passed", "before") if compared else ("now", "passed")


def table_cells(row: Row, *, compared: bool) -> list[str]:
    """Return the cells of a row after its label: the number, how many passed, and both before."""
    cells = [str(row.number), _of(row.passed)]
    earlier = "" if row.before is None else str(row.before)
    return [cells[0], earlier, cells[1], _of(row.passed_before)] if compared else cells


def _of(passed: tuple[int, int] | None) -> str:
    return f"{passed[0]} of {passed[1]}" if passed else ""


def heat_row(weekday: int, cells: str, total: int) -> str:
    """Return a row of the heat map."""
    return f"{short_weekday(weekday)[:2]} {cells}{total:>3}"


def format_without_hour(number: int) -> str:
    """Say how many cravings are known only to the day; empty for none."""
    return f"{count(number, 'craving')} without a time: only the day is known." if number else ""


def format_start(day: date) -> str:
    """Return `` 2 Nov 2026``."""
    return f"{day.day:>2} {short_month(day.month)} {day.year}"


def format_stretch(one: Stretch) -> str:
    """Return ``6.5  18 min (3 timed)``: strength and length; what is not known is left out."""
    strength = "" if one.strength is None else f"{one.strength:g}"
    length = "" if one.minutes is None else f"{one.minutes:.0f} min ({one.timed} timed)"
    return f"{strength:<4} {length}".rstrip()


def format_tried(known: Evidence, before: Evidence | None) -> str:
    """Return ``3 of 4 passed, early sign, before 1 of 2``; without what was before where nothing is known of it."""
    words = format_strategy(known)
    return f"{words}, before {before.came_through} of {before.n}" if before and before.n else words


def format_more(number: int) -> str:
    """Say how many more labels the table holds."""
    return f"{number} more in the table."


def format_others(number: int) -> str:
    """Say how many strategies with a trigger were tried too seldom to be listed."""
    return f"{number} more: too few tries to tell"


def format_beside(found: Beside, before: Beside | None = None) -> str:
    """Return ``4 on 5 days with a craving, 7 on 20 without, early sign``; the fewer days say how much it tells.

    With the period before, if both are known of it: `` · before 5 and 7``.
    """
    if found.with_craving is None or found.without is None:
        return evidence_word(0)
    days = (
        f"{found.with_craving:g} on {count(found.with_n, 'day')} with a craving, {found.without:g} on {found.without_n}"
    )
    word = evidence_word(min(found.with_n, found.without_n))
    words = f"{days} without, {'no difference' if found.with_craving == found.without else word}"
    if before is None or before.with_craving is None or before.without is None:
        return words
    return f"{words} · before {before.with_craving:g} and {before.without:g}"


def format_around(around: Mapping[int, int], days: int, before: tuple[Mapping[int, int], int] | None = None) -> str:
    """Return ``3 days before: 4 · on the day: 2 · 3 days after: 1 · 5 use days, early sign``.

    ``before`` holds the same of the period before, in brackets: ``3 days before: 4 (2) · … · 5 use days (1), …``.
    """
    parts = [_around(around)] if before is None else [_around(around), _around(before[0])]
    numbers = [f"{one[0]} ({one[1]})" if before else str(one[0]) for one in zip(*parts, strict=True)]
    used = count(days, "use day") + (f" ({before[1]})" if before else "")
    words = f"3 days before: {numbers[0]} · on the day: {numbers[1]} · 3 days after: {numbers[2]}"
    return f"{words} · {used}, {evidence_word(days)}"


def _around(around: Mapping[int, int]) -> tuple[int, int, int]:
    """Return the cravings before, on and after the day."""
    before = sum(number for offset, number in around.items() if offset < 0)
    return before, around[0], sum(number for offset, number in around.items() if offset > 0)


translated(__name__)
