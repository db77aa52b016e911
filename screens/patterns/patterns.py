"""Patterns: when cravings came, what went together with them, and what helped; sentences, pictures and tables.

The third of the places. It shows what ``journal.domain.patterns`` counts, of every craving, also of those that are
never shared. ``journal patterns`` prints the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from textual.app import ComposeResult
from textual.containers import Container

from journal.domain.coping import TRIED
from journal.domain.focuses import Focus
from journal.domain.patterns import Findings
from journal.pattern_support import all_days, compare, find, last_days, programme_days, with_cravings
from journal.text import patterns as patterns_text
from screens.base.main_screen import MainScreen
from screens.keymap import bindings
from screens.patterns.period import PeriodScreen
from screens.patterns.pictures import bars, heat_map, over_time
from screens.routes import new_screen
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.text_fit import pad

LAST_DAYS: Final = {patterns_text.FOUR_WEEKS: 28, patterns_text.TWELVE_WEEKS: 84, patterns_text.YEAR: 365}
"""Name of a period that ends today → its days."""

LABEL: Final = 24
"""Cells of a label in front of a number."""

BAR_LABEL: Final = 20
"""Cells of a label in front of a bar, so that bar, number and words fit beside it in 60 columns."""

TABLE_LABEL: Final = 26
"""Cells of a label in a table: as long as the longest situation."""

CELLS: Final = (4, 7, 8, 8)
"""Cells of the columns of a table at least; larger numbers take theirs from the label."""

ROOMS: Final = {"-narrow": 55, "-normal": 75, "-wide": 57}
"""Class of the window's size → cells of a line: without border, padding and scroll bar."""

SENTENCE: Final = 200
"""Characters of a sentence that names a label at most."""


class Period(NamedTuple):
    """A period that can be shown, both days included; with ``compared`` beside as many days before it."""

    name: str
    first: date
    last: date
    compared: bool = True


class Patterns(PeriodScreen, MainScreen):
    """The third place: cravings in the first panel, what went together with them in the second."""

    PLACE = "patterns"
    KEY_SCOPE = "craving patterns"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "patterns.tcss"
    AUTO_FOCUS = "#of-cravings"

    _chosen = patterns_text.TWELVE_WEEKS
    _own: tuple[date, date] | None = None
    _focus = ""
    """The uid of the one focus that is shown; empty for all."""

    def body(self) -> ComposeResult:
        with Container(id="halves"):
            with Panel(patterns_text.CRAVINGS, patterns_text.KEYS, reads=True, id="of-cravings"):
                yield Plain(id="cravings")
            with Panel(patterns_text.HELPED, reads=True, id="of-strategies"):
                yield Plain(id="strategies")

    def show_journal(self) -> None:
        period, focus = self._period(), self._only()
        if period.compared:
            now, before, comparable = compare(self.journal, period.first, period.last, focus)
        else:
            now, before, comparable = find(self.journal, period.first, period.last, focus), None, False
        self._show(period, focus, now, before if comparable else None)

    def _show(self, period: Period, focus: Focus | None, now: Findings, before: Findings | None) -> None:
        title = patterns_text.cravings_title(period.name, period.first, period.last, focus.label if focus else "")
        keys = patterns_text.KEYS_TABLE if self.is_table else patterns_text.KEYS
        self.query_one("#of-cravings", Panel).rename(title, keys)
        lines = self._craving_lines(now, before) if now.counts.total else [patterns_text.NO_CRAVINGS]
        self.query_one("#cravings", Plain).show("\n".join(lines))
        together = list(_together(now, before))
        told = [patterns_text.NOT_WHY, *together] if together else [patterns_text.NOTHING_TRIED]
        self.query_one("#strategies", Plain).show("\n".join(told))

    def _periods(self) -> list[Period]:
        """Return what the arrow keys choose from: the programme only once one has begun, own dates once given."""
        today = self.journal.today()
        periods = [Period(name, *last_days(today, days)) for name, days in LAST_DAYS.items()]
        if programme := programme_days(self.journal.agreements, today):
            periods.insert(-1, Period(patterns_text.PROGRAMME, *programme))
        periods.append(Period(patterns_text.ALL, *all_days(self.journal), compared=False))
        if self._own:
            periods.append(Period(patterns_text.CRAVINGS, *self._own))
        return periods

    def _period(self) -> Period:
        """Return the chosen period, the usual one where it is there no longer."""
        periods = {period.name: period for period in self._periods()}
        return periods.get(self._chosen) or periods[patterns_text.TWELVE_WEEKS]

    def _only(self) -> Focus | None:
        """Return the one focus that is shown, or None for all."""
        return next((focus for focus in with_cravings(self.journal) if focus.uid == self._focus), None)

    def _craving_lines(self, now: Findings, before: Findings | None) -> Iterator[str]:
        counts, earlier = now.counts, before.counts if before else None
        yield patterns_text.format_total(counts, earlier)
        room = next((cells for size, cells in ROOMS.items() if self.has_class(size)), min(ROOMS.values()))
        if self.is_table:
            yield from _table_lines(now, before, room)
        else:
            yield from _picture_lines(now, before, room, whole=self.has_class("-normal"))

    def action_weeks(self, step: int) -> None:
        """Show a longer or a shorter time."""
        names = [period.name for period in self._periods()]
        self._chosen = names[min(max(names.index(self._period().name) + step, 0), len(names) - 1)]
        self.show_journal()

    def action_own(self) -> None:
        """Ask for the first and the last day."""
        self.app.push_screen(new_screen("own_period"), self._show_own)

    def _show_own(self, own: tuple[date, date] | None) -> None:
        if own is not None:
            self._own, self._chosen = own, patterns_text.CRAVINGS
            self.show_journal()

    def action_only(self, step: int) -> None:
        """Show the next focus only; after the last one come all again."""
        uids = ["", *(focus.uid for focus in with_cravings(self.journal))]
        only = self._only()
        self._focus = uids[(uids.index(only.uid if only else "") + step) % len(uids)]
        self.show_journal()


def _picture_lines(now: Findings, before: Findings | None, room: int, *, whole: bool) -> Iterator[str]:
    counts, earlier = now.counts, before.counts if before else None
    when = patterns_text.hours(counts)
    timed = [row for row in when if row.what != patterns_text.NO_TIME]
    yield f"{patterns_text.WHEN}: {patterns_text.format_most(timed, counts.total - counts.without_hour)}"
    yield from (*heat_map(counts), patterns_text.HEAT_KEY)
    if words := patterns_text.format_without_hour(counts.without_hour):
        yield words
    yield from ("", patterns_text.format_strength(counts, earlier))
    if earlier:
        yield patterns_text.format_in_brackets(earlier.first, earlier.last)
    for group in patterns_text.groups(now, before):
        if group.noted:
            told = one_line(f"{group.heading}: {patterns_text.format_most(group.rows, group.noted)}", SENTENCE)
            yield from ("", told, *bars(group.rows, BAR_LABEL, room, whole=whole))
    yield from ("", *over_time(counts))


def _table_lines(now: Findings, before: Findings | None, room: int) -> Iterator[str]:
    """Yield the heads of the columns, then a heading and its rows for each table; empty tables are left out."""
    compared = before is not None
    found = [
        (heading, [(row.what, patterns_text.table_cells(row, compared=compared)) for row in rows])
        for heading, rows in patterns_text.tables(now, before)
        if rows
    ]
    columns = zip(*(cells for _, rows in found for _, cells in rows), strict=True)
    least = CELLS if compared else CELLS[::2]
    widths = [max(one, *(len(cell) + 1 for cell in column)) for one, column in zip(least, columns, strict=True)]
    yield from ("", _table_line("", patterns_text.table_heads(compared=compared), widths, room))
    for heading, rows in found:
        yield from ("", heading, *(_table_line(label, cells, widths, room) for label, cells in rows))


def _table_line(label: str, cells: Iterable[str], widths: Sequence[int], room: int) -> str:
    """Return a label and its cells, each column at the right under its heading; the label has what room is left."""
    left = min(TABLE_LABEL, room - 1 - sum(widths))
    return f" {pad(label, left)}{''.join(map(str.rjust, cells, widths))}".rstrip()


def _together(now: Findings, before: Findings | None) -> Iterator[str]:
    """Yield what helped, the check-ins and the days around a use; sections without anything are left out."""
    tried = {one.strategy.uid: one.known for one in before.tried} if before else {}
    told = {
        one_line(one.strategy.label, LABEL): patterns_text.format_tried(one.known, tried.get(one.strategy.uid))
        for one in now.tried
    }
    yield from _section(patterns_text.STRATEGIES, told)
    helped = [one for one in now.helped if one.known.n >= TRIED]
    paired = {(one.strategy.uid, one.trigger.uid): one.known for one in before.helped} if before else {}
    told = {
        f"{one_line(one.strategy.label, LABEL)} · {one_line(one.trigger.label, LABEL)}": patterns_text.format_tried(
            one.known, paired.get((one.strategy.uid, one.trigger.uid))
        )
        for one in helped
    }
    yield from _section(patterns_text.BY_TRIGGER, told)
    if helped and len(helped) < len(now.helped):
        yield f"  {patterns_text.format_others(len(now.helped) - len(helped))}"
    noted = {
        name: patterns_text.format_beside(found, before.ratings[name] if before else None)
        for name, found in now.ratings.items()
        if found.with_n
    }
    yield from _section(patterns_text.CHECK_INS, noted)
    if now.use_days:
        around = (before.around, before.use_days) if before else None
        yield from ("", patterns_text.USES, f"  {patterns_text.format_around(now.around, now.use_days, around)}")


def _section(heading: str, found: Mapping[str, str]) -> Iterator[str]:
    """Yield a heading with a line for each, the words after the label; nothing where there is none."""
    if found:
        width = min(LABEL, max(map(len, found)))
        yield from ("", heading, *(f"  {_padded(label, width)}  {words}" for label, words in found.items()))


def _padded(label: str, width: int) -> str:
    """Return a label on at least so many cells; a longer one is not cut off."""
    return label if len(label) > width else pad(label, width)
