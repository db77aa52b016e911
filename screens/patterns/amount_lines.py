"""The lines about the amounts of a focus: a sentence, bars or a table by week and month, and the plan.

The figures are those of ``journal.domain.day_amounts``. For food nothing is said of amounts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import dropwhile
from textwrap import wrap
from typing import Final

from journal.domain.dates import add_months, month_starts, week_starts
from journal.domain.day_amounts import AmountStretch, amount_stretches
from journal.domain.days import Mark, day_word
from journal.domain.focus_goals import earlier_goals, is_on_plan_mode, most_on, taper_on
from journal.domain.focuses import Focus, GoalMode, counts_amounts, usual_unit
from journal.domain.uses import Use
from journal.text import day_amounts as amounts_text
from screens.patterns.pictures import MONTHS_FROM, limit_bar

YEAR: Final = 365
BESIDE: Final = 30
"""Cells beside a bar in 60 columns."""

INDENT: Final = " " * 15
"""Blanks in front of what is said of the days, so that it stands under the bar."""

WORDS: Final = 41
"""Cells of what is said of the days, so that it fits 60 columns."""

_KEPT_TOGETHER: Final = "\N{NO-BREAK SPACE}"

NOW: Final = "■"
"""Marks the step of a taper that holds today."""


class AmountLines:
    """The lines about a focus and a time: ``days`` up to ``today`` in whole weeks or months, or all there are."""

    def __init__(self, focus: Focus, uses: Sequence[Use], marks: Sequence[Mark], today: date, days: int | None) -> None:
        self.today = today
        self._focus = focus
        self._uses = [use for use in uses if use.focus == focus.uid]
        self._marks = [mark for mark in marks if mark.focus == focus.uid]
        self._amounts = counts_amounts(focus.kind)
        self._unit = usual_unit(focus) if self._amounts else ""
        self._is_observing = focus.goal_mode is GoalMode.OBSERVE
        self.first = self._first(days)

    def _first(self, days: int | None) -> date:
        if days is None:
            word = day_word(self._focus, self._uses, self._marks, last=self.today, today=self.today)
            logged = [one.local_date for records in (self._uses, self._marks) for one in records]
            return min((day for day in logged if word.counts(day)), default=self.today)
        if days >= YEAR:
            return add_months(self.today.replace(day=1), -11)
        return self.today - timedelta(days=self.today.weekday() + days - 7)

    def lines(self, *, is_table: bool) -> Iterator[str]:
        """Yield a sentence about the whole time, then each week or month, the newest first."""
        (whole,) = self._of([self.first])
        if whole.days == whole.not_logged:
            yield amounts_text.NOTHING_LOGGED
            return
        if below := amounts_text.format_below(whole.below if self._limited else [], self.today):
            yield below
        if self._limited:
            yield amounts_text.most_today(most_on(self._focus, self.today), self._unit)
        if not whole.use.use_days and not whole.use.amount:
            yield f"{amounts_text.NO_USE} {amounts_text.format_logged(whole)}"
            if not self._limited:
                return
        else:
            yield amounts_text.format_whole(whole, self._unit, amounts=self._amounts)
            if self._amounts and not whole.use.amount:
                yield amounts_text.HOW_TO
        weeks = week_starts(self.first, self.today)
        months = month_starts(self.first.replace(day=1), self.today)
        if len(weeks) <= MONTHS_FROM:
            yield from self._section(amounts_text.WEEKS, self._of(weeks), month=False, is_table=is_table)
        if len(weeks) > MONTHS_FROM or self._is_observing:
            yield from self._section(amounts_text.MONTHS_HEADING, self._of(months), month=True, is_table=is_table)

    @property
    def _limited(self) -> bool:
        return self._amounts and is_on_plan_mode(self._focus.goal_mode)

    def _of(self, starts: Sequence[date]) -> list[AmountStretch]:
        return amount_stretches(self._focus, self._uses, self._marks, starts, self.today, today=self.today)

    def _section(self, name: str, found: Sequence[AmountStretch], *, month: bool, is_table: bool) -> Iterator[str]:
        newest = list(reversed(list(dropwhile(lambda one: not one.days, found))))
        amounts = self._amounts and any(one.use.amount or self._is_judged(one) for one in newest)
        yield from ("", amounts_text.heading(name, self._unit, amounts=amounts))
        if is_table:
            yield from self._table(newest, month=month, amounts=amounts)
            return
        if any(self._is_judged(one) and one.limit is not None for one in newest):
            yield amounts_text.BAR_KEY
        most = max((self._filling(one, amounts=amounts) for one in newest), default=Decimal(0))
        for one in newest:
            yield from self._row(one, most, month=month, amounts=amounts)

    def _is_judged(self, one: AmountStretch) -> bool:
        """Return whether its days are within or over a limit; while it is only observed none is."""
        return one.a_day is not None and self._amounts and not self._is_observing

    def _filling(self, one: AmountStretch, *, amounts: bool) -> Decimal:
        """Return what fills the bar of a stretch: the greater of amount and limit, or the days."""
        if not amounts:
            return Decimal(one.days)
        limit = one.limit if self._is_judged(one) else None
        return max(one.use.amount or Decimal(0), limit or Decimal(0))

    def _row(self, one: AmountStretch, most: Decimal, *, month: bool, amounts: bool) -> Iterator[str]:
        """Yield a bar with its number, then what is said of the days, on the same line where both fit."""
        is_now, is_judged = one.last >= self.today, self._is_judged(one)
        begin = f"  {amounts_text.format_begin(one.use.first, month=month, is_now=is_now)}"
        if not one.days:
            yield f"{begin}  {amounts_text.NOTHING_YET if is_now else amounts_text.NOT_COUNTED}"
            return
        if one.not_logged == one.days:
            yield f"{begin}  {amounts_text.NONE_LOGGED}"
            return
        used = (one.use.amount or Decimal(0)) if amounts else Decimal(one.use.use_days)
        is_unknown = amounts and one.use.amount is None  # an empty bar up to the limit would look like 0
        bar = limit_bar(used, one.limit if is_judged and not is_unknown else None, most)
        said = amounts_text.format_used(one, is_judged=is_judged, amounts=amounts)
        days = amounts_text.format_days(one, is_judged=is_judged, amounts=amounts, heavy=self._names_heavy)
        whole = ", ".join([said, *days])
        if not is_judged and len(whole) <= BESIDE:
            yield f"{begin}  {bar}  {whole}"
            return
        yield f"{begin}  {bar}  {said}"
        together = ", ".join(words.replace(" ", _KEPT_TOGETHER) for words in days)
        yield from (f"{INDENT}{line.replace(_KEPT_TOGETHER, ' ')}" for line in wrap(together, WORDS))

    @property
    def _names_heavy(self) -> bool:
        return self._amounts and not self._is_observing

    def _table(self, found: Sequence[AmountStretch], *, month: bool, amounts: bool) -> Iterator[str]:
        """Yield a head and a row for each stretch; columns in which nothing stands are left out."""
        heads = list(amounts_text.TABLE_HEADS)
        if any(map(self._is_judged, found)):  # both fit 60 columns only so
            heads[heads.index(amounts_text.USE_DAYS)] = amounts_text.USED_SHORT
        rows = [
            amounts_text.table_cells(
                one, month=month, is_judged=self._is_judged(one), amounts=amounts, heavy=self._names_heavy
            )
            for one in found
        ]
        kept = [column for column in zip(heads, *rows, strict=True) if any(column[1:])]
        widths = [max(map(len, column)) for column in kept]
        for row in zip(*kept, strict=True):
            yield " ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if amounts and any(not one.use.complete and one.use.amount is not None for one in found):
            yield amounts_text.AT_LEAST_KEY

    def plan_lines(self) -> Iterator[str]:
        """Yield the steps of a taper with that of today marked, then the goals of before."""
        if not self._amounts or self._is_observing:
            return
        plan, today, unit = taper_on(self._focus, self.today), self.today, self._unit
        for step in plan.past:
            yield f"  {amounts_text.format_step(step, unit, '')}"
        if plan.now:
            since = amounts_text.now_since(plan.now.from_date, today)
            yield f"{NOW} {amounts_text.format_step(plan.now, unit, since)}"
        for step in plan.ahead:
            when = amounts_text.comes_in(step.from_date, today, is_next=step is plan.ahead[0])
            yield f"  {amounts_text.format_step(step, unit, when)}"
        if plan.now and not plan.ahead:
            yield amounts_text.LAST_STEP
        for goal in reversed(earlier_goals(self._focus)):
            yield amounts_text.format_goal(goal, unit)
