"""Compute every figure about the days of a focus: percentages, runs, episodes, steadiness, savings.

Today, Days, the shared page and the slip form use these. The rules follow research practice; each is named where it is
computed. The days themselves are in ``days``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.days import DayState, DayWord, Mark, day_word, latest_marks
from journal.domain.focuses import Focus, cost_per_day, most_on
from journal.domain.preferences import SinceConvention
from journal.domain.uses import Use, in_own_unit

ENOUGH_COVERAGE = 95.0
"""From this percentage of known days on, the percentage is shown without its bounds."""

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

    ``unknown`` includes mixed days. ``longest_run`` is the longest run without a use, ``longest_run_strict`` the
    longest of clean days only. ``ongoing``: the last day that counts has a use. ``saved`` is in the focus's currency.
    Only ``last_use`` and what follows from it may look back beyond the first day of the period.
    """

    as_of: date
    clean: int
    used: int
    unknown: int
    last_use: date | None
    sobriety_date: date | None
    longest_run: int
    longest_run_strict: int
    episodes: list[Episode]
    ongoing: bool
    steadiness: float
    heavy_days: int | None
    saved: Decimal | None

    @property
    def logged(self) -> int:
        """Return the number of known days, C + U."""
        return self.clean + self.used

    @property
    def total(self) -> int:
        """Return the number of days that count, C + U + O."""
        return self.logged + self.unknown

    @property
    def pda(self) -> float | None:
        """Return the percent days abstinent, 100·C / (C + U)."""
        return _percent(self.clean, self.logged)

    @property
    def pda_low(self) -> float | None:
        """Return its lower bound: unknown days count as use, as in conservative trials."""
        return _percent(self.clean, self.total)

    @property
    def pda_high(self) -> float | None:
        """Return its upper bound: unknown days count as clean."""
        return _percent(self.clean + self.unknown, self.total)

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
    last_use = whole.last_of(DayState.USED)
    clean = letters.count(DayState.CLEAN)
    return Figures(
        as_of=as_of,
        clean=clean,
        used=letters.count(DayState.USED),
        unknown=letters.count(DayState.UNKNOWN) + letters.count(DayState.MIXED),
        last_use=last_use,
        sobriety_date=last_use + timedelta(days=1) if last_use else focus.start,
        longest_run=max(map(len, letters.split(DayState.USED))),
        longest_run_strict=max(map(len, letters.encode().translate(_CLEAN_OR_BLANK).split()), default=0),
        episodes=episodes(word),
        ongoing=letters.endswith(DayState.USED),
        steadiness=steadiness(letters),
        heavy_days=_heavy_days(focus, uses, marks, word),
        saved=_saved(focus, uses, word, clean),
    )


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


class Within(Struct, frozen=True):
    """How the days of a focus compare with its limit or taper; ``most`` is the limit on ``day``.

    ``taken`` is the amount noted for that day. ``kept`` and ``over`` count days with a known amount up to the limit of
    that day, and over it. A clean day is within the limit.
    """

    day: date
    most: Decimal
    taken: Decimal
    kept: int
    over: int


def within(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], day: date, *, today: date) -> Within | None:
    """Return how ``day`` and all days up to ``today`` compare with the limit or the taper.

    None if none is set for that day.
    """
    if (most := most_on(focus, day)) is None:
        return None
    uses, marks = list(uses), list(marks)
    amounts = _amounts(focus, uses, marks)
    kept = over = 0
    for on, state in day_word(focus, uses, marks, last=today, today=today).applicable():
        taken = Decimal(0) if state is DayState.CLEAN else amounts.get(on)
        limit = most_on(focus, on)
        if taken is not None and limit is not None:
            kept, over = (kept + 1, over) if taken <= limit else (kept, over + 1)
    return Within(day, most, amounts.get(day, Decimal(0)), kept, over)


def within_effect(
    focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], use: Use, *, today: date
) -> tuple[Within, Within] | None:
    """Return what ``slip_effect`` returns, for a limit or a taper: before and after a ``use``, on its day."""
    uses, marks = list(uses), list(marks)
    others = [other for other in uses if other.uid != use.uid]
    before = within(focus, uses, marks, use.local_date, today=today)
    after = within(focus, [*others, use], marks, use.local_date, today=today)
    return None if before is None or after is None else (before, after)


def episodes(word: DayWord, gap: int = 0) -> list[Episode]:
    """Return the slip episodes: runs of use, with up to ``gap`` other days inside one.

    Days that do not count are ignored.
    """
    runs = re.finditer(rf"\+(?:_*(?:[-o*]_*){{0,{gap}}}\+)*", word.letters)
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
    amounts = _amounts(focus, uses, marks)
    return sum(amount >= focus.heavy_from and word.counts(day) for day, amount in amounts.items())


def _amounts(focus: Focus, uses: list[Use], marks: list[Mark]) -> dict[date, Decimal]:
    """Return the known amount for each day. A day's uses are added up and override the amount of its mark."""
    amounts = {day: mark.amount for day, mark in latest_marks(focus, marks).items() if mark.amount is not None}
    taken: defaultdict[date, Decimal] = defaultdict(Decimal)
    for use in uses:
        if use.focus == focus.uid and in_own_unit(use, focus):
            taken[use.local_date] += use.amount or 0
    return amounts | taken


def _saved(focus: Focus, uses: list[Use], word: DayWord, clean: int) -> Decimal | None:
    """Return C × the daily baseline minus the cost of the uses, to two decimals; None without a baseline."""
    baseline = cost_per_day(focus)
    if baseline is None:
        return None
    own = (use for use in uses if use.focus == focus.uid and use.cost)
    spent = sum((use.cost for use in own if use.cost and word.counts(use.local_date)), Decimal(0))
    return Decimal(round(clean * baseline * 100)) / 100 - spent
