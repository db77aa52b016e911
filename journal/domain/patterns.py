"""Count the cravings of a period: by hour, weekday, trigger, situation and more, and week by week.

The Patterns screen and ``journal patterns`` both take their numbers from here. They count what went together and say
nothing about causes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta
from statistics import median
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from journal.domain.checkins import CheckIn
from journal.domain.coping import Evidence, Strategy, evidence
from journal.domain.cravings import Craving, Halt, Trigger, came_through, strongest, timed_minutes
from journal.domain.dates import known_zone, month_starts
from journal.domain.days import DayState, Mark, by_focus, day_word
from journal.domain.focuses import Focus
from journal.domain.labels import folded
from journal.domain.record import UNFILLED, Precision
from journal.domain.uses import Situation, Use

WEEKS: Final = 12
"""Weeks of the usual period."""

HOURS: Final = 24
WEEKDAYS: Final = 7


class Stretch(NamedTuple):
    """A week or a month that begins on ``first``, cut off where the period ends.

    ``strength`` is the median of the strongest ratings (0–10), ``minutes`` that of the ``timed`` cravings; None where
    there are none.
    """

    first: date
    cravings: int
    strength: float | None
    minutes: float | None
    timed: int


class CravingCounts(NamedTuple):
    """The cravings from ``first`` to ``last``, both included.

    ``grid`` has a row of 24 hours for each weekday from Monday: the hour in the record's own zone, the weekday of the
    person's day. ``without_hour`` counts cravings that are known only to the day. A craving with several triggers, or
    several of HALT, counts in each of them; ``with_…`` counts the cravings that have any. ``strongest`` is the highest
    rating (0–10), ``typical`` the median of the first ratings. Of ``ended`` cravings with a known outcome the person
    passed without a use in ``passed``.
    """

    first: date
    last: date
    total: int
    grid: list[list[int]]
    by_weekday: list[int]
    without_hour: int
    by_trigger: dict[str, int]
    with_trigger: int
    by_situation: dict[Situation, int]
    by_halt: dict[Halt, int]
    with_halt: int
    by_place: dict[str, int]
    by_company: dict[str, int]
    weeks: list[Stretch]
    months: list[Stretch]
    strongest: int
    typical: float | None
    passed: int
    ended: int

    @property
    def by_hour(self) -> list[int]:
        """Return the number of cravings in each hour of the day, 24 numbers from midnight."""
        return [sum(column) for column in zip(*self.grid, strict=True)]


def usual_period(last: date) -> tuple[date, date]:
    """Return the first and the last day of the 12 weeks that end on ``last``."""
    return last - timedelta(days=7 * WEEKS - 1), last


def local_hour(craving: Craving) -> int | None:
    """Return the hour (0–23) at which it began in its own zone; None if only the day is known, or the zone is not."""
    if craving.precision is Precision.DAY or craving.at == UNFILLED or not (zone := known_zone(craving.zone)):
        return None
    return craving.at.astimezone(ZoneInfo(zone)).hour


def count_cravings(cravings: Iterable[Craving], triggers: Iterable[Trigger], first: date, last: date) -> CravingCounts:
    """Count the cravings of the days from ``first`` to ``last``, both included; others are left out."""
    found = [craving for craving in cravings if first <= craving.local_date <= last]
    grid, without_hour = _by_hour(found)
    weekdays = Counter(craving.local_date.weekday() for craving in found)
    labels = {trigger.uid: trigger.label for trigger in triggers}
    named = [[labels[uid] for uid in dict.fromkeys(craving.triggers) if uid in labels] for craving in found]
    passed, ended = came_through(found)
    return CravingCounts(
        first=first,
        last=last,
        total=len(found),
        grid=grid,
        by_weekday=[weekdays[day] for day in range(WEEKDAYS)],
        without_hour=without_hour,
        by_trigger=count_labels(label for names in named for label in names),
        with_trigger=sum(map(bool, named)),
        by_situation=count_situations(found),
        by_halt=count_halt(found),
        with_halt=sum(bool(craving.halt) for craving in found),
        by_place=count_labels(craving.place for craving in found),
        by_company=count_labels(craving.company for craving in found),
        weeks=_over_time(found, _week_starts(first, last)),
        months=_over_time(found, month_starts(first, last)),
        strongest=max(map(strongest, found), default=0),
        typical=median(craving.intensity for craving in found) if found else None,
        passed=passed,
        ended=ended,
    )


def _by_hour(cravings: Iterable[Craving]) -> tuple[list[list[int]], int]:
    """Return the grid of weekdays and hours, and how many cravings have no hour."""
    grid, without_hour = [[0] * HOURS for _ in range(WEEKDAYS)], 0
    for craving in cravings:
        hour = local_hour(craving)
        if hour is None:
            without_hour += 1
        else:
            grid[craving.local_date.weekday()][hour] += 1
    return grid, without_hour


def count_situations(cravings: Iterable[Craving]) -> dict[Situation, int]:
    """Return how many cravings came in each situation."""
    found = Counter(craving.situation for craving in cravings)
    return {situation: found[situation] for situation in Situation}


def count_halt(cravings: Iterable[Craving]) -> dict[Halt, int]:
    """Return how many cravings came while hungry, angry, lonely or tired; one may count in several."""
    found = Counter(state for craving in cravings for state in set(craving.halt))
    return {state: found[state] for state in Halt}


def count_labels(labels: Iterable[str]) -> dict[str, int]:
    """Return how often each label occurs, most often first; labels that ``folded`` finds equal add up.

    The first spelling stands for all of them. Empty labels are left out.
    """
    spelled: dict[str, str] = {}
    count: Counter[str] = Counter()
    for label in labels:
        if key := folded(label):
            spelled.setdefault(key, label.strip())
            count[key] += 1
    return {spelled[key]: number for key, number in count.most_common()}


def _over_time(cravings: Iterable[Craving], starts: Sequence[date]) -> list[Stretch]:
    """Return the stretches that begin on these days; no craving is from before the first of them."""
    found: list[list[Craving]] = [[] for _ in starts]
    for craving in cravings:
        found[bisect_right(starts, craving.local_date) - 1].append(craving)
    return list(map(_stretch, starts, found))


def _stretch(first: date, cravings: Sequence[Craving]) -> Stretch:
    timed = [minutes for craving in cravings if (minutes := timed_minutes(craving)) is not None]
    return Stretch(
        first=first,
        cravings=len(cravings),
        strength=median(map(strongest, cravings)) if cravings else None,
        minutes=median(timed) if timed else None,
        timed=len(timed),
    )


def _week_starts(first: date, last: date) -> list[date]:
    """Return every seventh day of a period, from its first."""
    return [first + timedelta(days=days) for days in range(0, (last - first).days + 1, 7)]


class Passed(NamedTuple):
    """How many cravings passed without a use, of how many with a known outcome, for all that went together with it.

    What has no craving with a known outcome is left out.
    """

    by_trigger: dict[str, tuple[int, int]]
    by_situation: dict[str, tuple[int, int]]
    by_halt: dict[str, tuple[int, int]]
    by_place: dict[str, tuple[int, int]]
    by_company: dict[str, tuple[int, int]]


def passed_with(cravings: Iterable[Craving], triggers: Iterable[Trigger]) -> Passed:
    """Return what went together with passing; labels are those of ``count_labels``, others are stored values."""
    every, labels = list(cravings), {trigger.uid: trigger.label for trigger in triggers}
    return Passed(
        by_trigger=_passed_by(every, lambda craving: [labels[uid] for uid in craving.triggers if uid in labels]),
        by_situation=_passed_by(every, lambda craving: [craving.situation] if craving.situation else []),
        by_halt=_passed_by(every, lambda craving: craving.halt),
        by_place=_passed_by(every, lambda craving: [craving.place]),
        by_company=_passed_by(every, lambda craving: [craving.company]),
    )


def _passed_by(
    cravings: Iterable[Craving], labels_of: Callable[[Craving], Iterable[str]]
) -> dict[str, tuple[int, int]]:
    """Return for each label how many cravings were come through, and how many have a known outcome."""
    spelled: dict[str, str] = {}
    found: dict[str, list[Craving]] = {}
    for craving in cravings:
        labels = list(labels_of(craving))
        for label in labels:
            spelled.setdefault(folded(label), label.strip())
        for key in dict.fromkeys(map(folded, labels)):
            if key and craving.outcome.known:
                found.setdefault(key, []).append(craving)
    return {spelled[key]: came_through(known) for key, known in found.items()}


class Helped(NamedTuple):
    """A strategy with one trigger (the uids are in ``known`` and ``trigger``), from cravings with a known outcome."""

    trigger: Trigger
    strategy: Strategy
    known: Evidence


def helped_with(
    strategies: Iterable[Strategy], triggers: Iterable[Trigger], cravings: Iterable[Craving]
) -> list[Helped]:
    """Return each strategy that was tried with a trigger, best evidence first."""
    every, found = list(cravings), {strategy.uid: strategy for strategy in strategies}
    tried = [
        Helped(trigger, found[known.strategy], known)
        for trigger in triggers
        for known in evidence(found.values(), [one for one in every if trigger.uid in one.triggers])
        if known.n
    ]
    return sorted(tried, key=lambda one: -one.known.low)


class Beside(NamedTuple):
    """The median of a rating (0–10) on days with a craving and on days without, and how many check-ins gave it."""

    with_craving: float | None
    with_n: int
    without: float | None
    without_n: int


RATINGS: Final = ("mood", "energy", "sleep")
"""The fields of a check-in that ``ratings_beside`` compares."""


def ratings_beside(
    checkins: Iterable[CheckIn], cravings: Iterable[Craving], first: date, last: date
) -> dict[str, Beside]:
    """Return mood, energy and sleep on the days of a period with a craving beside those on days without one."""
    craved = {craving.local_date for craving in cravings}
    own = [checkin for checkin in checkins if first <= checkin.local_date <= last]
    found: dict[str, Beside] = {}
    for name in RATINGS:
        rated = [(one.local_date in craved, value) for one in own if (value := getattr(one, name)) is not None]
        on, off = [value for day, value in rated if day], [value for day, value in rated if not day]
        found[name] = Beside(median(on) if on else None, len(on), median(off) if off else None, len(off))
    return found


def days_with_use(
    focuses: Iterable[Focus], uses: Iterable[Use], marks: Iterable[Mark], first: date, last: date, today: date
) -> set[date]:
    """Return the days of a period on which any focus has a use, within its plan or not; prescribed ones left out."""
    own_uses, own_marks = by_focus(uses), by_focus(marks)
    used = (DayState.USED, DayState.WITHIN)
    return {
        day
        for focus in focuses
        for day, state in day_word(
            focus, own_uses[focus.uid], own_marks[focus.uid], first=first, last=last, today=today
        ).items()
        if state in used
    }


DAYS_AROUND: Final = 3
"""Days before and after a use that are looked at."""


def around_uses(cravings: Iterable[Craving], use_days: Collection[date]) -> dict[int, int]:
    """Return the number of cravings on the days from 3 before a use day (-3) to 3 after it (3).

    A craving between two use days counts for both.
    """
    by_day = Counter(craving.local_date for craving in cravings)
    return {
        offset: sum(by_day[day + timedelta(days=offset)] for day in use_days)
        for offset in range(-DAYS_AROUND, DAYS_AROUND + 1)
    }


class Tried(NamedTuple):
    """A strategy, and what is known of it from the cravings of a period."""

    strategy: Strategy
    known: Evidence


class Findings(NamedTuple):
    """All that is told of one period: the cravings, what went together with them, and what helped.

    ``tried`` has each strategy with a try or an answer, best evidence first; ``helped`` each strategy with a trigger.
    ``use_days`` counts the days with a use, ``around`` the cravings on the days before and after these.
    """

    counts: CravingCounts
    passed: Passed
    tried: list[Tried]
    helped: list[Helped]
    ratings: dict[str, Beside]
    use_days: int
    around: dict[int, int]
