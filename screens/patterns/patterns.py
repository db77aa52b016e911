"""Patterns: when cravings came, what went together with them, and what helped; sentences, pictures and tables.

The third of the places. It shows what ``journal.domain.patterns`` counts, of every craving, also of those that are
never shared. ``journal patterns`` prints the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from textual.app import ComposeResult
from textual.containers import Container

from journal.domain.coping import TRIED, evidence
from journal.domain.cravings import Craving
from journal.domain.dates import days_before
from journal.domain.patterns import (
    CravingCounts,
    Passed,
    around_uses,
    count_cravings,
    days_with_use,
    helped_with,
    passed_with,
    ratings_beside,
)
from journal.summary.sections.section import period_before
from journal.text import cravings as cravings_text
from journal.text import patterns as patterns_text
from screens.base.main_screen import MainScreen
from screens.keymap import bindings
from screens.patterns.pictures import bars, heat_map, over_time
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.text_fit import pad

PERIODS: Final = (*patterns_text.PERIODS, None)
"""Days of the periods that the arrow keys choose from; the last is all there is."""

LABEL: Final = 24
"""Cells of a label in front of a number."""

BAR_LABEL: Final = 20
"""Cells of a label in front of a bar, so that bar, number and words fit beside it in 60 columns."""

SENTENCE: Final = 200
"""Characters of a sentence that names a label at most."""


class Patterns(MainScreen):
    """The third place: cravings in the first panel, what went together with them in the second."""

    PLACE = "patterns"
    KEY_SCOPE = "patterns"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "patterns.tcss"
    AUTO_FOCUS = "#of-cravings"

    _days: int | None = PERIODS[1]
    _is_table = False

    def body(self) -> ComposeResult:
        with Container(id="halves"):
            with Panel(patterns_text.CRAVINGS, patterns_text.KEYS, reads=True, id="of-cravings"):
                yield Plain(id="cravings")
            with Panel(patterns_text.HELPED, reads=True, id="of-strategies"):
                yield Plain(id="strategies")

    def show_journal(self) -> None:
        first, last = self._period()
        every = self.journal.cravings.between(days_before(first, last)[0], last)
        counts = count_cravings(every, self.journal.triggers, first, last)
        panel = self.query_one("#of-cravings", Panel)
        keys = patterns_text.KEYS_TABLE if self._is_table else patterns_text.KEYS
        panel.rename(patterns_text.cravings_title(patterns_text.PERIODS.get(self._days or 0, ""), first, last), keys)
        passed = passed_with((one for one in every if one.local_date >= first), self.journal.triggers)
        lines = list(self._craving_lines(counts, passed)) if counts.total else [patterns_text.NO_CRAVINGS]
        self.query_one("#cravings", Plain).show("\n".join(lines))
        together = list(self._together(every, first, last))
        told = [patterns_text.NOT_WHY, *together] if together else [patterns_text.NOTHING_TRIED]
        self.query_one("#strategies", Plain).show("\n".join(told))

    def _period(self) -> tuple[date, date]:
        """Return the first and the last day that are shown."""
        last = self.journal.today()
        if self._days is not None:
            return last - timedelta(days=self._days - 1), last
        kept = [record.local_date for record in (*self.journal.cravings, *self.journal.checkins)]
        return min([*kept, last]), last

    def _craving_lines(self, counts: CravingCounts, passed: Passed) -> Iterator[str]:
        compared = self._days is not None and period_before(self.journal, counts.first, counts.last) is not None
        yield patterns_text.format_total(counts, compared=compared)
        yield from _table_lines(counts) if self._is_table else _picture_lines(counts, passed)

    def _together(self, every: Sequence[Craving], first: date, last: date) -> Iterator[str]:
        """Yield what helped, the check-ins and the days around a use; sections without anything are left out."""
        cravings = [craving for craving in every if first <= craving.local_date <= last]
        yield from _section(patterns_text.STRATEGIES, dict(self._strategies(cravings)))
        every_helped = helped_with(self.journal.strategies, self.journal.triggers, cravings)
        helped = [one for one in every_helped if one.known.n >= TRIED]
        named = [f"{one_line(one.strategy.label, LABEL)} · {one_line(one.trigger.label, LABEL)}" for one in helped]
        words = map(patterns_text.format_helped, helped)
        yield from _section(patterns_text.BY_TRIGGER, dict(zip(named, words, strict=True)))
        if helped and len(helped) < len(every_helped):
            yield f"  {patterns_text.format_others(len(every_helped) - len(helped))}"
        rated = ratings_beside(self.journal.checkins, cravings, first, last)
        noted = {name: patterns_text.format_beside(found) for name, found in rated.items() if found.with_n}
        yield from _section(patterns_text.CHECK_INS, noted)
        focuses, uses, marks = self.journal.focuses, self.journal.uses, self.journal.marks
        used = days_with_use(focuses, uses, marks, first, last, self.journal.today())
        if used:
            around = patterns_text.format_around(around_uses(every, used), len(used))
            yield from ("", patterns_text.USES, f"  {around}")

    def _strategies(self, cravings: Sequence[Craving]) -> Iterator[tuple[str, str]]:
        labels = {strategy.uid: strategy.label for strategy in self.journal.strategies}
        for found in evidence(list(self.journal.strategies), cravings):
            if found.n or found.said:
                yield one_line(labels[found.strategy], LABEL), cravings_text.format_strategy(found)

    def action_weeks(self, step: int) -> None:
        """Show a longer or a shorter time."""
        self._days = PERIODS[min(max(PERIODS.index(self._days) + step, 0), len(PERIODS) - 1)]
        self.show_journal()

    def action_table(self) -> None:
        """Show the numbers as tables, or as pictures again."""
        self._is_table = not self._is_table
        self.show_journal()


def _picture_lines(counts: CravingCounts, passed: Passed) -> Iterator[str]:
    yield f"{patterns_text.WHEN}: {_when(counts)}"
    yield from (*heat_map(counts), patterns_text.HEAT_KEY)
    if words := patterns_text.format_without_hour(counts.without_hour):
        yield words
    yield from ("", patterns_text.format_strength(counts))
    groups, ended = patterns_text.groups(counts), patterns_text.passed_groups(passed)
    for (heading, found, noted), how in zip(groups, ended, strict=True):
        if found:
            told = one_line(f"{heading}: {patterns_text.format_most(found, noted)}", SENTENCE)
            yield from ("", told, *bars(found, how, BAR_LABEL))
    yield from ("", *over_time(counts))


def _when(counts: CravingCounts) -> str:
    """Say how much the hours tell, and which was most often."""
    return patterns_text.format_most(patterns_text.hours(counts), counts.total - counts.without_hour)


def _table_lines(counts: CravingCounts) -> Iterator[str]:
    for heading, rows in patterns_text.tables(counts):
        if rows:
            yield from ("", heading, *(f"  {pad(what, LABEL)} {number:>4}" for what, number in rows))


def _section(heading: str, found: Mapping[str, str]) -> Iterator[str]:
    """Yield a heading with a line for each, the words after the label; nothing where there is none."""
    if found:
        width = min(LABEL, max(map(len, found)))
        yield from ("", heading, *(f"  {_padded(label, width)}  {words}" for label, words in found.items()))


def _padded(label: str, width: int) -> str:
    """Return a label on at least so many cells; a longer one is not cut off."""
    return label if len(label) > width else pad(label, width)
