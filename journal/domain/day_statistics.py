"""Every figure about the days of a focus. Each rule is that of the field's table, named where it stands."""

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
"""Percent of days known from which on the percentage stands without its bounds."""

_CLEAN = DayState.CLEAN.encode()
_CLEAN_OR_BLANK = bytes(letter if letter == ord(_CLEAN) else ord(" ") for letter in range(256))
_NOT_KNOWN = "".join((DayState.UNKNOWN, DayState.MIXED, DayState.NOT_APPLICABLE)).encode()

MEMORY = 0.5 ** (1 / 13)
"""What a day leaves of yesterday's steadiness, for a daily focus: it is halved in 13 days."""


class Episode(Struct, frozen=True):
    """A run of days with a use. ``days``, the return time, leaves out days that do not count."""

    first: date
    last: date
    days: int


class Figures(Struct, kw_only=True, frozen=True):
    """The figures of one focus up to ``as_of``; counts are days, percents 0–100, None is undefined.

    ``unknown`` counts mixed days too. ``longest_run`` is the longest run without a use, ``longest_run_strict`` the
    longest of clean days. ``ongoing``: the last day that counts is one with a use. ``saved`` is in the focus's
    currency. Only ``last_use`` and what follows from it may look back beyond the first day of the period.
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
        """Days that are known, C + U."""
        return self.clean + self.used

    @property
    def total(self) -> int:
        """All days that count, C + U + O."""
        return self.logged + self.unknown

    @property
    def pda(self) -> float | None:
        """Percent days abstinent, 100·C / (C + U)."""
        return _percent(self.clean, self.logged)

    @property
    def pda_low(self) -> float | None:
        """Its lower bound: missing counts as use, as conservative trials do."""
        return _percent(self.clean, self.total)

    @property
    def pda_high(self) -> float | None:
        """Its upper bound: missing counts as clean."""
        return _percent(self.clean + self.unknown, self.total)

    @property
    def coverage(self) -> float | None:
        """Percent of days that are known."""
        return _percent(self.logged, self.total)

    @property
    def full_days(self) -> int | None:
        """Full days since the day after the last use, or since the start; 0 on the day of use."""
        return None if self.sobriety_date is None else max(0, (self.as_of - self.sobriety_date).days)

    @property
    def day_number(self) -> int | None:
        """The number of the current day since then: 1 on the day after the last use."""
        return None if self.sobriety_date is None else max(0, (self.as_of - self.sobriety_date).days + 1)

    @property
    def returned(self) -> list[Episode]:
        """The slip episodes that are over: a day that counts came after each."""
        return self.episodes[:-1] if self.ongoing else self.episodes

    @property
    def return_time_last(self) -> int | None:
        """Days that the last slip episode lasted."""
        return self.episodes[-1].days if self.episodes else None

    @property
    def return_time_median(self) -> float | None:
        """Median days of the slip episodes."""
        return float(median(episode.days for episode in self.episodes)) if self.episodes else None

    @property
    def usual_return(self) -> float | None:
        """Median days of the slip episodes that are over."""
        return float(median(episode.days for episode in self.returned)) if self.returned else None

    def since(self, convention: SinceConvention) -> int | None:
        """Days since the last use, in the convention the person picked."""
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
    """All figures of a focus by what is dated up to ``as_of``.

    ``first`` (else the focus's start) bounds counts and runs, but not what is told since the last use.
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
    """The figures before and after a ``use`` is added or, by its uid, changed; its ``local_date`` is filled in.

    ``start`` is where the focus starts from then on, if that changes with it.
    """
    uses, marks = list(uses), list(marks)
    before = focus_figures(focus, uses, marks, as_of=as_of, today=today)
    others = [other for other in uses if other.uid != use.uid]
    after = focus if start is None else replace(focus, start=start)
    return before, focus_figures(after, [*others, use], marks, as_of=as_of, today=today)


class Within(Struct, frozen=True):
    """How the days of a focus with a limit or a taper stand to it, for a ``day`` on which ``most`` was wanted.

    ``taken`` is what is noted of that day; ``kept`` and ``over`` count days with a known amount, up to the limit of
    each and over it. A clean day is one within it.
    """

    day: date
    most: Decimal
    taken: Decimal
    kept: int
    over: int


def within(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], day: date, *, today: date) -> Within | None:
    """How ``day`` and the days up to ``today`` stand to the limit or the taper; None where nothing is set for it."""
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
    """As ``slip_effect``, for a limit or a taper: before and after a ``use``, on the day of the use."""
    uses, marks = list(uses), list(marks)
    others = [other for other in uses if other.uid != use.uid]
    before = within(focus, uses, marks, use.local_date, today=today)
    after = within(focus, [*others, use], marks, use.local_date, today=today)
    return None if before is None or after is None else (before, after)


def episodes(word: DayWord, gap: int = 0) -> list[Episode]:
    """The slip episodes in a word: runs of use, with up to ``gap`` other days inside one; some days do not count."""
    runs = re.finditer(rf"\+(?:_*(?:[-o*]_*){{0,{gap}}}\+)*", word.letters)
    return [
        Episode(word.day(run.start()), word.day(run.end() - 1), len(run[0]) - run[0].count(DayState.NOT_APPLICABLE))
        for run in runs
    ]


def steadiness(letters: str, memory: float = MEMORY) -> float:
    """A score of 0–1 that dips and recovers instead of starting over.

    s ← s·m + x·(1 − m), from 0 on, with x = 1 for a clean day and 0 for a used one; other days are skipped.
    """
    score = 0.0
    known = letters.encode().translate(None, _NOT_KNOWN)
    for run in re.finditer(rb"-+|\++", known):
        left: float = memory ** len(run[0])
        score = score * left + (1 - left if run[0].startswith(_CLEAN) else 0)
    return score


def percent_words(figures: Figures) -> str:
    """``98.7 %``; with its bounds when fewer than 95 % of the days are known; ``–`` when no day is."""
    if figures.pda is None or figures.coverage is None:
        return "–"
    words = f"{figures.pda:.1f} %"
    if figures.coverage >= ENOUGH_COVERAGE:
        return words
    return f"{words} ({figures.pda_low:.1f}–{figures.pda_high:.1f} %)"


def run_words(figures: Figures) -> str:
    """The longest run, with the strict one in brackets where they differ: ``62``, ``64 (62)``."""
    claimed, strict = figures.longest_run, figures.longest_run_strict
    return f"{claimed}" if claimed == strict else f"{claimed} ({strict})"


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def _heavy_days(focus: Focus, uses: list[Use], marks: list[Mark], word: DayWord) -> int | None:
    """Days of the word with an amount at or over the focus's threshold."""
    if focus.heavy_from is None:
        return None
    amounts = _amounts(focus, uses, marks)
    return sum(amount >= focus.heavy_from and word.counts(day) for day, amount in amounts.items())


def _amounts(focus: Focus, uses: list[Use], marks: list[Mark]) -> dict[date, Decimal]:
    """What is known to be taken on each day: a day's uses add up, and stand over its mark's amount."""
    amounts = {day: mark.amount for day, mark in latest_marks(focus, marks).items() if mark.amount is not None}
    taken: defaultdict[date, Decimal] = defaultdict(Decimal)
    for use in uses:
        if use.focus == focus.uid and in_own_unit(use, focus):
            taken[use.local_date] += use.amount or 0
    return amounts | taken


def _saved(focus: Focus, uses: list[Use], word: DayWord, clean: int) -> Decimal | None:
    """C × the baseline of a day, less what the uses cost, to the hundredth; None without a baseline."""
    baseline = cost_per_day(focus)
    if baseline is None:
        return None
    own = (use for use in uses if use.focus == focus.uid and use.cost)
    spent = sum((use.cost for use in own if use.cost and word.counts(use.local_date)), Decimal(0))
    return Decimal(round(clean * baseline * 100)) / 100 - spent
