"""Patterns: the cravings of the last weeks, week by week, and what helped.

The third of the places. It draws what ``journal.domain`` and the sections of the page count, of every craving, also of
those that are never shared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from textual.app import ComposeResult
from textual.containers import Container

from journal.domain.coping import evidence
from journal.domain.cravings import Craving, strongest
from journal.summary.sections.cravings import lines_about
from journal.text import cravings as cravings_text
from journal.text import patterns as patterns_text
from screens.base.main_screen import MainScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.text_fit import pad

WEEKS: Final = (1, 4, 12)
"""The periods that the arrow keys choose from."""

BARS: Final = "▁▂▃▄▅▆▇█"
STRONGEST: Final = 10
"""The strength of a full bar."""

LABEL: Final = 24
"""Cells of a strategy's name."""


class Patterns(MainScreen):
    """The third place: a bar for each day with a craving, then the counts."""

    PLACE = "patterns"
    KEY_SCOPE = "patterns"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "patterns.tcss"
    AUTO_FOCUS = "#of-cravings"

    _weeks = WEEKS[1]

    def body(self) -> ComposeResult:
        with Container(id="halves"):
            with Panel(patterns_text.CRAVINGS, patterns_text.KEYS, reads=True, id="of-cravings"):
                yield Plain(id="cravings")
            with Panel(patterns_text.HELPED, reads=True, id="of-strategies"):
                yield Plain(id="strategies")

    def show_journal(self) -> None:
        last = self.journal.today()
        first = last - timedelta(days=last.weekday() + 7 * (self._weeks - 1))
        cravings = list(self.journal.cravings.between(first, last))
        title = patterns_text.cravings_title(self._weeks, first, last)
        self.query_one("#of-cravings", Panel).rename(title, patterns_text.KEYS)
        lines = self._craving_lines(cravings, first, last) if cravings else [patterns_text.NO_CRAVINGS]
        self.query_one("#cravings", Plain).show("\n".join(lines))
        found = [(one_line(label, LABEL), words) for label, words in self._strategies(cravings)]
        width = max((len(label) for label, _ in found), default=0)
        helped = [f"{pad(label, width)}  {words}" for label, words in found]
        self.query_one("#strategies", Plain).show("\n".join(helped) or patterns_text.NOTHING_TRIED)

    def _craving_lines(self, cravings: Sequence[Craving], first: date, last: date) -> Iterator[str]:
        strengths: defaultdict[date, list[int]] = defaultdict(list)
        for craving in cravings:
            strengths[craving.local_date].append(strongest(craving))
        yield patterns_text.WEEKDAYS_LINE
        for week in range(self._weeks):
            start = first + timedelta(days=7 * week)
            yield patterns_text.week_line(start, *_draw_week(strengths, start, last))
        yield from ("", patterns_text.scale(STRONGEST), "")
        for line in lines_about(self.journal, cravings):
            words = "".join(part.text for part in line.parts)
            yield f"{line.label.text}: {words}" if line.label.text else words

    def _strategies(self, cravings: Sequence[Craving]) -> Iterator[tuple[str, str]]:
        labels = {strategy.uid: strategy.label for strategy in self.journal.strategies}
        for found in evidence(list(self.journal.strategies), cravings):
            if found.n or found.said:
                yield labels[found.strategy], cravings_text.format_strategy(found)

    def action_weeks(self, step: int) -> None:
        """Show a longer or a shorter time."""
        self._weeks = WEEKS[min(max(WEEKS.index(self._weeks) + step, 0), len(WEEKS) - 1)]
        self.show_journal()


def _draw_week(strengths: Mapping[date, Sequence[int]], start: date, last: date) -> tuple[str, int, int]:
    """Return a bar for each day of the week up to ``last``, the number of cravings and the strongest strength."""
    dates = [start + timedelta(days=day) for day in range(7) if start + timedelta(days=day) <= last]
    days = [strengths.get(day, ()) for day in dates]
    bars = "  ".join(_bar(max(day)) if day else "·" for day in days)
    return bars, sum(map(len, days)), max((strength for day in days for strength in day), default=0)


def _bar(strength: int) -> str:
    return BARS[max(0, strength * len(BARS) // STRONGEST - 1)]
