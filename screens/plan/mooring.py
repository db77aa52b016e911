"""Mooring lines: what holds a person every week, ticked once a week, with the weeks before beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from textual.app import ComposeResult

from journal.domain.dates import date_words
from journal.domain.mooring import ENOUGH, MooringLine, in_order, is_held_in, toggle_week, week, week_of
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import YesNoField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import pad, truncate

WEEKS_SHOWN: Final = 6
"""Weeks before this one that stand beside a line."""

TEXT_SHOWN: Final = 40

WHAT: Final = (
    "Four or five things you do every week that hold you: a meeting, a call, a walk. Concrete enough to say yes or no."
)
ENOUGH_NOW: Final = "Five are enough to look at in a minute; one that matters less can be put away."
LEGEND: Final = "x held   · missed"
EMPTY: Final = "None yet. + adds one: “Monday group”, “call Ana twice”."


class Mooring(ListScreen[MooringLine]):
    """One line each: held this week or not yet, and how the weeks before were, the newest last."""

    KEY_SCOPE = "mooring"
    BINDINGS = bindings(KEY_SCOPE)
    DEFAULT_CSS = """
    Mooring Panel { height: 1fr; }
    Mooring RecordList { margin-top: 1; }
    """

    def body(self) -> ComposeResult:
        """What they are, then the lines, then what this week comes to."""
        with Panel("mooring lines"):
            yield Plain(WHAT, classes="muted")
            yield self.list_of(EMPTY)
            yield Plain(id="week", classes="muted")

    def items(self) -> list[MooringLine]:
        """The lines, those put away last."""
        return in_order(self.journal.mooring)

    def listed(self, lines: Sequence[MooringLine]) -> None:
        """Say what the keys do, and what this week comes to."""
        keys = "space held · enter change · d delete" if lines else ""
        self.query_one(Panel).set_hints("+ add", keys)
        self.query_one("#week", Plain).show(self._week_words(lines))

    def row(self, line: MooringLine, width: int) -> str:
        """``[x] Monday group   ·x·xxx``; one put away says so instead."""
        if line.archived:
            return truncate(f"    {line.text} · put away", width)
        monday = week_of(self.journal.today())
        before = "".join(self._mark(line, WEEKS_SHOWN - ago) for ago in range(WEEKS_SHOWN))
        held = "x" if is_held_in(line, monday) else " "
        room = max(0, min(TEXT_SHOWN, width - WEEKS_SHOWN - 6))
        return f"[{held}] {pad(line.text, room)}  {before}"

    def _mark(self, line: MooringLine, weeks_ago: int) -> str:
        """``x`` held, ``·`` missed, nothing where it was not there yet."""
        begins = week_of(self.journal.today()) - timedelta(days=7 * weeks_ago)
        return "x" if is_held_in(line, begins) else "·" if line.local_date <= begins else " "

    def _week_words(self, lines: Sequence[MooringLine]) -> str:
        monday = week_of(self.journal.today())
        there = [line for line in lines if not line.archived]
        if not there:
            return ""
        days = date_words(monday, monday + timedelta(days=6))
        held = sum(is_held_in(line, monday) for line in there)
        last = week(lines, monday - timedelta(days=7))
        before = f" The week before: {last.held} of {len(last.lines)}." if last.lines else ""
        enough = f"\n{ENOUGH_NOW}" if len(there) > ENOUGH else ""
        return f"This week, {days}: {held} of {len(there)} so far.{before}{enough}\n{LEGEND}"

    # What the keys do.

    def action_tick(self) -> None:
        """It held this week, or it did not after all."""
        line = self.marked
        if line is not None and not line.archived:
            self.app.save(toggle_week(line, self.journal.today()))

    def action_add(self) -> None:
        """Another line."""
        self.app.show("mooring_line")

    def edit_item(self, line: MooringLine) -> None:
        """Reword it, or put it away."""
        self.app.show("mooring_line", record=line)

    def delete_item(self, line: MooringLine) -> None:
        """Delete it, after asking."""
        self.app.delete(line, "this line")


class MooringLineSheet(RecordForm[MooringLine]):
    """One line."""

    NAME = "a mooring line"
    ROUTE = "mooring_line"
    RECORD = MooringLine

    def fields(self) -> ComposeResult:
        """What it is, and whether it still holds."""
        hint = "Concrete: “Monday group”, not “be better”."
        yield TextField("Every week", id="text", hint=hint, required="A few words are needed.")
        yield YesNoField("Look at it weekly", id="there", default=True, attribute="archived", inverted=True)
