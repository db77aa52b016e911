"""Milestones: what a person has reached, what comes next, and which of these the logged days still show.

Where no use is wanted, days, months and years are counted from the day after a use, or from the start. Where less is
wanted they are a number of days on plan. Others are no streak: a total of days, cravings passed, weeks with a mentor, a
slip told within a day. Dates only: months are calendar months, limited to the month's last day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from typing import ClassVar, Final, NamedTuple
from zoneinfo import ZoneInfo

from journal.domain.agreements import Agreement, paused_on
from journal.domain.cravings import Craving
from journal.domain.dates import add_months
from journal.domain.days import DayState, DayWord, Mark
from journal.domain.focus_goals import goal_on, is_abstinence, is_dangerous_taper
from journal.domain.focuses import Focus, FocusKind, GoalMode, paused
from journal.domain.record import Precision, Record, Sensitivity
from journal.domain.slips import is_slip
from journal.domain.uses import Use


class Measure(StrEnum):
    """What a milestone counts."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    TOTAL = "days in total"
    CRAVINGS = "cravings passed"
    WEEKS = "weeks with a mentor"
    TOLD = "slips told within a day"


class Aim(NamedTuple):
    """One milestone: so many of what it counts. A day stands for 24 hours."""

    measure: Measure
    number: int

    @property
    def code(self) -> str:
        """Return how it is stored: ``months 11``."""
        return f"{self.measure.value} {self.number}"


class Milestone(Record, kw_only=True, frozen=True):
    """A milestone as it was noticed: ``what`` is the code of the aim, reached on the day ``reached_on``.

    ``made_at`` is when it was noticed. ``focus`` is empty where it is about no focus alone. It stays when the days it
    was counted from are changed later.
    """

    table: ClassVar[str] = "milestones"

    focus: str = ""
    what: str
    reached_on: date
    sensitivity: Sensitivity = Sensitivity.NUMBERS


class Reached(NamedTuple):
    """A milestone that was reached. ``holds``: the days as they are logged now still show it, or else did then."""

    aim: Aim
    on: date
    holds: bool = True


class Ahead(NamedTuple):
    """A milestone still ahead: ``to_go`` days, or days on plan, away. ``again``: an earlier streak reached it."""

    aim: Aim
    to_go: int
    again: bool = False


Aims = Callable[[int], list[Aim]]
"""Returns the aims of a streak that can matter while it has so many days: those reached, and some ahead."""

DAYS: Final = (1, 3, 7, 14, 30, 60, 90, 100, 1000)
MONTHS: Final = (*range(1, 12), 18)
TOTAL_DAYS: Final = Aim(Measure.TOTAL, 100)
CRAVINGS_PASSED: Final = Aim(Measure.CRAVINGS, 10)
MENTOR_WEEKS: Final = Aim(Measure.WEEKS, 12)
SLIP_TOLD: Final = Aim(Measure.TOLD, 1)
NO_STREAK: Final = (CRAVINGS_PASSED, MENTOR_WEEKS, SLIP_TOLD)
"""Those that are about no focus alone."""

TOLD_WITHIN: Final = timedelta(days=1)


def has_milestones(focus: Focus, today: date) -> bool:
    """Return whether milestones of a focus are shown: not while it is only observed, nor in a dangerous taper."""
    return goal_on(focus, today).goal_mode is not GoalMode.OBSERVE and not is_dangerous_taper(focus, today)


def streak_aims(days: int) -> list[Aim]:
    """Return the aims of days, months and years, up to two years beyond that many days."""
    return [
        *(Aim(Measure.DAYS, number) for number in DAYS),
        *(Aim(Measure.MONTHS, number) for number in MONTHS),
        *(Aim(Measure.YEARS, number) for number in range(1, days // 365 + 3)),
    ]


def day_of(aim: Aim, first: date) -> date | None:
    """Return the day on which a streak that began on ``first`` is that long; None after the year 9999."""
    try:
        if aim.measure is Measure.DAYS:
            return first + timedelta(days=aim.number)
        return add_months(first, aim.number * (12 if aim.measure is Measure.YEARS else 1))
    except (OverflowError, ValueError):
        return None


def reached_by_days(focus: Focus, word: DayWord, today: date, aims: Aims = streak_aims) -> dict[Aim, date]:
    """Return the milestones that the days of a focus show, with the first day of each; ``word`` are all its days."""
    if not has_milestones(focus, today):
        return {}
    if not is_abstinence(goal_on(focus, today).goal_mode):
        good = _places(word, DayState.CLEAN + DayState.WITHIN) if _has_streaks(focus) else []
        days = {aim: _days_in(aim, word.first) for aim in (aims(len(good)) if good else ())}
        return {aim: word.day(good[number - 1]) for aim, number in days.items() if number and number <= len(good)}
    reached = _reached_in_runs(_runs(focus, word, today), aims) if _has_streaks(focus) else {}
    clean = _places(word, DayState.CLEAN)
    if len(clean) >= TOTAL_DAYS.number:
        reached[TOTAL_DAYS] = word.day(clean[TOTAL_DAYS.number - 1])
    return reached


def ahead_by_days(
    focus: Focus, word: DayWord, today: date, reached: Collection[Aim], aims: Aims = streak_aims
) -> list[Ahead]:
    """Return the milestones still ahead, the nearest first; none in a pause. ``reached`` are those already reached."""
    if not has_milestones(focus, today) or paused(focus, today):
        return []
    if is_abstinence(goal_on(focus, today).goal_mode):
        found = _ahead_of_run(focus, word, today, reached, aims) if _has_streaks(focus) else []
        missing = TOTAL_DAYS.number - word.letters.count(DayState.CLEAN)
        if missing > 0 and word.letters:
            found.append(Ahead(TOTAL_DAYS, missing))
    else:
        count = len(_places(word, DayState.CLEAN + DayState.WITHIN))
        wanted = aims(count) if word.letters and _has_streaks(focus) else []
        found = [Ahead(aim, days - count) for aim in wanted if (days := _days_in(aim, word.first)) and days > count]
    return sorted(found, key=lambda one: one.to_go)


def _has_streaks(focus: Focus) -> bool:
    return focus.kind is not FocusKind.FOOD


def _places(word: DayWord, states: str) -> list[int]:
    return [found.start() for found in re.finditer(f"[{re.escape(states)}]", word.letters)]


def _days_in(aim: Aim, first: date) -> int | None:
    """Return how many days an aim is, its months counted from ``first``."""
    on = day_of(aim, first)
    return None if on is None else (on - first).days


class _Run(NamedTuple):
    """The days from ``first``, the day after a use or the start, to ``last``, the day before the next use or today."""

    first: date
    last: date

    @property
    def full_days(self) -> int:
        """Return its full days, 0 on its first day."""
        return (self.last - self.first).days


def _runs(focus: Focus, word: DayWord, today: date) -> list[_Run]:
    """Return the runs without a use, oldest first; the last one is that of today. Empty before the start."""
    used = [word.day(place) for place in _places(word, DayState.USED + DayState.WITHIN)]
    begins = [*([focus.start] if focus.start and focus.start <= today else []), *(day + timedelta(1) for day in used)]
    ends = [*(day - timedelta(1) for day in used), today][len(used) + 1 - len(begins) :]
    return [_Run(*run) for run in zip(begins, ends, strict=True)]


def _reached_in_runs(runs: Sequence[_Run], aims: Aims) -> dict[Aim, date]:
    """Return when each aim was reached first."""
    reached: dict[Aim, date] = {}
    longest = max((run.full_days for run in runs), default=0)
    left = sorted((_least_days(aim), aim) for aim in aims(longest))
    for run in runs:
        if not left or run.full_days < left[0][0]:
            continue
        days = {aim: day_of(aim, run.first) for least, aim in left if least <= run.full_days}
        reached |= {aim: day for aim, day in days.items() if day is not None and day <= run.last}
        left = [(least, aim) for least, aim in left if aim not in reached]
    return reached


def _least_days(aim: Aim) -> int:
    """Return a number of days that no streak of that length falls short of, to skip runs without computing dates."""
    return aim.number * {Measure.MONTHS: 28, Measure.YEARS: 365}.get(aim.measure, 1)


def _ahead_of_run(focus: Focus, word: DayWord, today: date, reached: Collection[Aim], aims: Aims) -> list[Ahead]:
    runs = _runs(focus, word, today)
    if not runs:
        return []
    days = {aim: day_of(aim, runs[-1].first) for aim in aims(max(0, runs[-1].full_days))}
    return [Ahead(aim, (day - today).days, aim in reached) for aim, day in days.items() if day and day > today]


# Those that are no streak.


def reached_without_streak(
    focuses: Iterable[Focus],
    cravings: Iterable[Craving],
    agreements: Iterable[Agreement],
    uses: Sequence[Use],
    marks: Sequence[Mark],
    today: date,
) -> dict[Aim, date]:
    """Return the milestones that are no streak, with the day of each.

    What is about a focus that has no milestones now is left out. Of the slips told it is the earliest slip.
    """
    known = {focus.uid: focus for focus in focuses}
    shown = {uid for uid, focus in known.items() if has_milestones(focus, today)}
    passed = sorted(
        one.local_date for one in cravings if one.outcome.came_through and (not one.focus or one.focus in shown)
    )
    told = (
        day
        for use in sorted(uses, key=lambda use: use.local_date)
        if use.focus in shown
        and (day := told_on(use))
        and is_slip(use, known[use.focus], *_of_its_day(use, uses, marks))
    )
    weeks = [day for one in agreements if (day := _weeks_over(one, today))]
    found = {CRAVINGS_PASSED: passed[CRAVINGS_PASSED.number - 1 :], MENTOR_WEEKS: weeks, SLIP_TOLD: [*islice(told, 1)]}
    return {aim: min(days) for aim, days in found.items() if days}


def _of_its_day(use: Use, uses: Iterable[Use], marks: Iterable[Mark]) -> tuple[list[Use], list[Mark]]:
    on = use.local_date
    return [one for one in uses if one.local_date == on], [one for one in marks if one.local_date == on]


def told_on(use: Use) -> date | None:
    """Return the day on which the mentor was told of a use, if that was within a day; else None.

    Where the use is known only to the day it was within a day if it was by the day after.
    """
    if use.told_mentor_at is None:
        return None
    told = use.told_mentor_at.astimezone(ZoneInfo(use.zone)).date()
    if use.precision is Precision.EXACT:
        in_time = use.told_mentor_at - use.at <= TOLD_WITHIN
    else:
        in_time = told <= use.local_date + TOLD_WITHIN
    return max(told, use.local_date) if in_time else None


def _weeks_over(agreement: Agreement, today: date) -> date | None:
    """Return the day after the last of twelve weeks with a mentor, days in pauses left out; None if not yet."""
    last = min(today, agreement.ended_on or today)
    left, day = MENTOR_WEEKS.number * 7, agreement.start
    while day <= last:
        if left <= 0:
            return day
        left -= not paused_on(agreement, day)
        day += timedelta(days=1)
    return None


# What was noticed stays.


def with_noticed(reached: Mapping[Aim, date], noticed: Iterable[Milestone]) -> list[Reached]:
    """Return what was reached, the newest first, with what was noticed before and the days no longer show."""
    known = {aim.code: Reached(aim, on) for aim, on in reached.items()}
    for one in sorted(noticed, key=lambda one: (one.reached_on, one.uid)):
        aim = parse_code(one.what)
        if aim is not None:
            known.setdefault(one.what, Reached(aim, one.reached_on, holds=False))
    return sorted(known.values(), key=lambda one: (one.on, _size(one.aim)), reverse=True)


def to_notice(focus: str, reached: Mapping[Aim, date], noticed: Iterable[Milestone]) -> list[Milestone]:
    """Return the records of what was reached and not noticed yet; ``focus`` is a uid, or empty."""
    known = {one.what for one in noticed}
    return [
        Milestone(focus=focus, what=aim.code, reached_on=on) for aim, on in reached.items() if aim.code not in known
    ]


def parse_code(code: str) -> Aim | None:
    """Return the aim of a stored code; None where a newer version wrote it."""
    measure, _, number = code.rpartition(" ")
    try:
        return Aim(Measure(measure), int(number))
    except ValueError:
        return None


def _size(aim: Aim) -> int:
    """Return about how many days an aim is, for the order of those of one day."""
    return aim.number * {Measure.MONTHS: 30, Measure.YEARS: 365}.get(aim.measure, 1)
