"""Compute every figure about the days of a focus: percentages, runs, episodes, steadiness, savings.

Today, Days, the shared page and the slip form use these. The rules follow research practice; each is named where it is
computed. The days themselves are in ``days``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.day_amounts import PeriodUse, day_amounts, period_use
from journal.domain.days import DayState, DayWord, Mark, day_word
from journal.domain.focus_goals import goal_on, is_abstinence, is_dangerous_taper, is_on_plan_mode, limit_of
from journal.domain.focuses import Focus, GoalMode
from journal.domain.preferences import SinceConvention
from journal.domain.savings import NOTHING_COUNTED, Saved, saved
from journal.domain.uses import Use

ENOUGH_COVERAGE = 95.0
"""From this percentage of known days on, the percentage is shown without its bounds."""

DIGITS = 6
"""Decimals of a percentage in JSON."""

HALF_COVERAGE = 50.0
"""Below this percentage of known days no percentage is shown at all."""

_CLEAN = DayState.CLEAN.encode()
_CLEAN_OR_BLANK = bytes(letter if letter == ord(_CLEAN) else ord(" ") for letter in range(256))
_NOT_KNOWN = "".join((DayState.UNKNOWN, DayState.MIXED, DayState.NOT_APPLICABLE)).encode()

MEMORY = 0.5 ** (1 / 13)
"""How much of yesterday's steadiness is left today, for a daily focus: half after 13 days."""


class Episode(Struct, frozen=True):
    """A run of days with a use. ``days``, the return time, leaves out days that do not count."""

    first: date
    last: date
    days: int


class Figures(Struct, kw_only=True, frozen=True):
    """The figures of one focus up to ``as_of``. Counts are days, percentages 0–100, None means undefined.

    ``used`` are the ``+`` days, ``within`` the ``=`` days, and ``unknown`` includes mixed days; ``unknown_since`` are
    those since the last use. ``mode`` and ``limit``
    are the goal that holds on ``as_of``. ``last_use`` is the last day over the limit where less is wanted, not none.
    ``longest_run`` is the longest run without a ``+``, ``longest_run_strict`` the longest of clean days only, or of
    days on plan. ``ongoing``: the last day that counts is ``+``. ``saved`` is money and time. ``week``,
    ``month`` and ``saved_month`` are of the calendar week and month up to ``as_of``. Only they, ``last_use`` and what
    follows from it may look back beyond the first day of the period.

    While a focus is only observed there is no run, no percentage of days and no score. In a taper in which it is
    dangerous to go down too fast there is no percentage of abstinent days and no longest run (``is_rewarding``). In
    both nothing is counted as saved.
    """

    as_of: date
    mode: GoalMode
    limit: Decimal | None
    is_rewarding: bool
    clean: int
    within: int
    used: int
    unknown: int
    unknown_since: int
    last_use: date | None
    sobriety_date: date | None
    longest_run: int | None
    longest_run_strict: int | None
    episodes: list[Episode]
    ongoing: bool
    steadiness: float | None
    heavy_days: int | None
    saved: Saved
    saved_month: Saved
    week: PeriodUse
    month: PeriodUse

    @property
    def logged(self) -> int:
        """Return the number of known days, C + W + U."""
        return self.clean + self.within + self.used

    @property
    def total(self) -> int:
        """Return the number of days that count, C + W + U + O."""
        return self.logged + self.unknown

    @property
    def is_on_plan(self) -> bool:
        """Return whether the goal is less, not none, so that the days on plan come first."""
        return is_on_plan_mode(self.mode)

    @property
    def is_observing(self) -> bool:
        """Return whether the focus is only observed: amounts and use days, and nothing that judges."""
        return self.mode is GoalMode.OBSERVE

    @property
    def good_days(self) -> int:
        """Return the number of days as wanted: clean days, or days on plan, C + W."""
        return self.clean + self.within if self.is_on_plan else self.clean

    @property
    def pda(self) -> float | None:
        """Return the percent days abstinent, 100·C / (C + W + U)."""
        return _percent(self.clean, self.logged) if self.is_rewarding else None

    @property
    def pda_low(self) -> float | None:
        """Return its lower bound: unknown days count as use, as in conservative trials."""
        return _percent(self.clean, self.total) if self.is_rewarding else None

    @property
    def pda_high(self) -> float | None:
        """Return its upper bound: unknown days count as clean."""
        return _percent(self.clean + self.unknown, self.total) if self.is_rewarding else None

    @property
    def on_plan(self) -> float | None:
        """Return the percent days on plan, 100·(C + W) / (C + W + U); None unless the goal is to reduce or taper."""
        return _percent(self.good_days, self.logged) if self.is_on_plan else None

    @property
    def on_plan_low(self) -> float | None:
        """Return its lower bound: unknown days count as over the limit."""
        return _percent(self.good_days, self.total) if self.is_on_plan else None

    @property
    def on_plan_high(self) -> float | None:
        """Return its upper bound: unknown days count as on plan."""
        return _percent(self.good_days + self.unknown, self.total) if self.is_on_plan else None

    @property
    def is_mostly_unknown(self) -> bool:
        """Return whether fewer than half of the days are known, so that no percentage is shown."""
        return self.coverage is not None and self.coverage < HALF_COVERAGE

    @property
    def coverage(self) -> float | None:
        """Return the percentage of days that are known."""
        return _percent(self.logged, self.total)

    @property
    def full_days(self) -> int | None:
        """Return the full days since the day after the last use, or since the start; 0 on the day of use."""
        return None if self.sobriety_date is None else max(0, (self.as_of - self.sobriety_date).days)

    @property
    def day_number(self) -> int | None:
        """Return the number of the current day since then: 1 on the day after the last use."""
        return None if self.sobriety_date is None else max(0, (self.as_of - self.sobriety_date).days + 1)

    @property
    def returned(self) -> list[Episode]:
        """Return the slip episodes that are over: after each there is a day that counts."""
        return self.episodes[:-1] if self.ongoing else self.episodes

    @property
    def return_time_last(self) -> int | None:
        """Return how many days the last slip episode lasted."""
        return self.episodes[-1].days if self.episodes else None

    @property
    def return_time_median(self) -> float | None:
        """Return the median length of the slip episodes in days."""
        return float(median(episode.days for episode in self.episodes)) if self.episodes else None

    @property
    def usual_return(self) -> float | None:
        """Return the median length in days of the slip episodes that are over."""
        return float(median(episode.days for episode in self.returned)) if self.returned else None

    def since(self, convention: SinceConvention) -> int | None:
        """Return the days since the last use, in the convention that the person chose."""
        return self.full_days if convention is SinceConvention.FULL_DAYS else self.day_number


def focus_figures(
    focus: Focus,
    uses: Iterable[Use],
    marks: Iterable[Mark],
    *,
    first: date | None = None,
    as_of: date,
    today: date,
) -> Figures:
    """Return all figures of a focus from what is dated up to ``as_of``.

    Counts and runs begin at ``first`` (default: the focus's start); figures since the last use are not limited by it.
    """
    uses, marks = list(uses), list(marks)
    whole = day_word(focus, uses, marks, last=as_of, today=today)
    word = whole if first is None else whole.between(first, as_of)
    letters = word.letters.replace(DayState.NOT_APPLICABLE, "")
    goal = goal_on(focus, as_of)
    observing, rewarding = goal.goal_mode is GoalMode.OBSERVE, not is_dangerous_taper(focus, as_of)
    runs, judged = not observing and rewarding, _judged(letters, goal.goal_mode)
    last_use = _last_use(whole, goal.goal_mode)
    sobriety_date = last_use + timedelta(days=1) if last_use else focus.start
    month_start = as_of.replace(day=1)
    periods = (word, whole.between(month_start, as_of))
    since, month = saved(focus, uses, marks, periods) if runs else (NOTHING_COUNTED, NOTHING_COUNTED)
    longest, strict = max(map(len, judged.split(DayState.USED))), _longest_clean(judged)
    return Figures(
        as_of=as_of,
        mode=goal.goal_mode,
        limit=limit_of(goal, as_of),
        is_rewarding=runs,
        clean=letters.count(DayState.CLEAN),
        within=letters.count(DayState.WITHIN),
        used=letters.count(DayState.USED),
        unknown=_unknown(letters),
        unknown_since=_unknown((whole if last_use is None else whole.between(last_use, as_of)).letters),
        last_use=last_use,
        sobriety_date=None if observing else sobriety_date,
        longest_run=longest if runs else None,
        longest_run_strict=strict if runs else None,
        episodes=episodes(word),
        ongoing=letters.endswith(DayState.USED),
        steadiness=None if observing else steadiness(judged),
        heavy_days=_heavy_days(focus, uses, marks, word),
        saved=since,
        saved_month=month,
        week=period_use(focus, uses, marks, whole, as_of - timedelta(days=as_of.weekday()), as_of),
        month=period_use(focus, uses, marks, whole, month_start, as_of),
    )


def _unknown(letters: str) -> int:
    return letters.count(DayState.UNKNOWN) + letters.count(DayState.MIXED)


def _judged(letters: str, mode: GoalMode) -> str:
    """Return the letters by the goal of today: a use within the plan is as good as clean, or else a use."""
    return letters.replace(DayState.WITHIN, DayState.CLEAN if is_on_plan_mode(mode) else DayState.USED)


def _last_use(word: DayWord, mode: GoalMode) -> date | None:
    """Return the last day that is ``+``; where none is wanted, a use within an earlier plan is one, too."""
    last, within = word.last_of(DayState.USED), word.last_of(DayState.WITHIN)
    return max((day for day in (last, within) if day), default=None) if is_abstinence(mode) else last


def _longest_clean(letters: str) -> int:
    return max(map(len, letters.encode().translate(_CLEAN_OR_BLANK).split()), default=0)


def plan_figures(figures: Figures) -> dict[str, float | int | None]:
    """Return the figures of a limit or a taper under their names in JSON; all None for other goals."""
    on_plan = figures.is_on_plan
    percentages = (figures.on_plan, figures.on_plan_low, figures.on_plan_high)
    names = ("on_plan", "on_plan_low", "on_plan_high")
    rounded = (None if percent is None else round(percent, DIGITS) for percent in percentages)
    return {
        "within_days": figures.within if on_plan else None,
        **dict(zip(names, rounded, strict=True)),
        "limit_today": _number(figures.limit),
        "amount_week": _number(figures.week.amount) if on_plan else None,
    }


def _number(amount: Decimal | None) -> float | int | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def days_without(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], today: date) -> int:
    """Return the full days since the last use, within a plan or not, or else since the start; 0 without either.

    Days that nothing is written on count: after them an earlier dose may be dangerous.
    """
    word = day_word(focus, uses, marks, last=today, today=today)
    used = (word.last_of(DayState.USED), word.last_of(DayState.WITHIN))
    last = max((day for day in used if day), default=None)
    since = last + timedelta(days=1) if last else focus.start
    return max(0, (today - since).days) if since else 0


def slip_effect(
    focus: Focus,
    uses: Iterable[Use],
    marks: Iterable[Mark],
    use: Use,
    *,
    start: date | None = None,
    as_of: date,
    today: date,
) -> tuple[Figures, Figures]:
    """Return the figures before and after a ``use`` is added or, if its uid exists, changed.

    The use's ``local_date`` must be filled in. ``start`` is the new start of the focus, if that changes with it.
    """
    uses, marks = list(uses), list(marks)
    before = focus_figures(focus, uses, marks, as_of=as_of, today=today)
    others = [other for other in uses if other.uid != use.uid]
    after = focus if start is None else replace(focus, start=start)
    return before, focus_figures(after, [*others, use], marks, as_of=as_of, today=today)


def episodes(word: DayWord, gap: int = 0) -> list[Episode]:
    """Return the slip episodes: runs of use, with up to ``gap`` other days inside one.

    Days that do not count are ignored.
    """
    runs = re.finditer(rf"\+(?:_*(?:[-=o*]_*){{0,{gap}}}\+)*", word.letters)
    return [
        Episode(word.day(run.start()), word.day(run.end() - 1), len(run[0]) - run[0].count(DayState.NOT_APPLICABLE))
        for run in runs
    ]


def steadiness(letters: str, memory: float = MEMORY) -> float:
    """Return a score of 0–1 that falls and recovers instead of starting over.

    s ← s·m + x·(1 − m), starting at 0, with x = 1 for a clean day and 0 for a used one; other days are skipped.
    """
    score = 0.0
    known = letters.encode().translate(None, _NOT_KNOWN)
    for run in re.finditer(rb"-+|\++", known):
        left: float = memory ** len(run[0])
        score = score * left + (1 - left if run[0].startswith(_CLEAN) else 0)
    return score


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def _heavy_days(focus: Focus, uses: list[Use], marks: list[Mark], word: DayWord) -> int | None:
    """Return the number of days with an amount at or over the focus's threshold."""
    if focus.heavy_from is None:
        return None
    amounts = day_amounts(focus, uses, marks)
    return sum(amount.known >= focus.heavy_from and word.counts(day) for day, amount in amounts.items())
