"""The list of weekly anchors and their form: what holds a person every week, ticked once a week.

Plan opens the list; the weeks before stand next to each line.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from textual.app import ComposeResult

from journal.domain.mooring import ENOUGH, MooringLine, in_order, is_held_in, toggle_week, week, week_of
from journal.text import mooring as mooring_text
from journal.text import plan as plan_text
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import YesNoField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import pad, truncate

WEEKS_SHOWN: Final = 6
"""Weeks before this one that are shown next to a line."""

TEXT_SHOWN: Final = 40
"""Cells of a line's text, at most."""


class Mooring(ListScreen[MooringLine]):
    """Shows one line each: held this week or not yet, and how the weeks before were, newest last."""

    KEY_SCOPE = "mooring"
    BINDINGS = bindings(KEY_SCOPE)
    DEFAULT_CSS = """
    Mooring Panel { height: 1fr; }
    Mooring RecordList { margin-top: 1; }
    """

    def body(self) -> ComposeResult:
        """Say what they are, list them, and sum up this week."""
        with Panel(mooring_text.TITLE):
            yield Plain(mooring_text.WHAT, classes="muted")
            yield self.list_of(mooring_text.EMPTY)
            yield Plain(id="week", classes="muted")

    def items(self) -> list[MooringLine]:
        return in_order(self.journal.mooring)

    def listed(self, lines: Sequence[MooringLine]) -> None:
        """Say what the keys do, and sum up this week."""
        self.query_one(Panel).set_hints(plan_text.ADD, mooring_text.LINE_KEYS if lines else "")
        self.query_one("#week", Plain).show(self._format_week(lines))

    def row(self, line: MooringLine, width: int) -> str:
        """Return ``[x] Monday group   ·x·xxx``, or say that the line is put away."""
        if line.archived:
            return truncate(f"    {line.text} · {plan_text.PUT_AWAY}", width)
        monday = week_of(self.journal.today())
        before = "".join(self._mark(line, WEEKS_SHOWN - ago) for ago in range(WEEKS_SHOWN))
        held = "x" if is_held_in(line, monday) else " "
        room = max(0, min(TEXT_SHOWN, width - WEEKS_SHOWN - 6))
        return f"[{held}] {pad(line.text, room)}  {before}"

    def _mark(self, line: MooringLine, weeks_ago: int) -> str:
        """Return ``x`` for held, ``·`` for missed, a space for a week before the line was written."""
        begins = week_of(self.journal.today()) - timedelta(days=7 * weeks_ago)
        return "x" if is_held_in(line, begins) else "·" if line.local_date <= begins else " "

    def _format_week(self, lines: Sequence[MooringLine]) -> str:
        monday = week_of(self.journal.today())
        there = [line for line in lines if not line.archived]
        if not there:
            return ""
        held = sum(is_held_in(line, monday) for line in there)
        last = week(lines, monday - timedelta(days=7))
        words = mooring_text.this_week(monday, monday + timedelta(days=6), held, len(there))
        words = f"{words} {mooring_text.week_before(last.held, len(last.lines))}".rstrip()
        enough = [mooring_text.ENOUGH] if len(there) > ENOUGH else []
        return "\n".join([words, *enough, mooring_text.LEGEND])

    # What the keys do.

    def action_tick(self) -> None:
        """Tick the line for this week, or untick it."""
        line = self.marked
        if line is not None and not line.archived:
            self.app.save(toggle_week(line, self.journal.today()))

    def action_add(self) -> None:
        """Add a line."""
        self.app.show("mooring_line")

    def edit_item(self, line: MooringLine) -> None:
        self.app.show("mooring_line", record=line)

    def delete_item(self, line: MooringLine) -> None:
        self.app.delete(line, mooring_text.THIS_LINE)


class MooringLineSheet(RecordForm[MooringLine]):
    """Asks about one line."""

    NAME = mooring_text.FORM
    ROUTE = "mooring_line"
    RECORD = MooringLine

    def fields(self) -> ComposeResult:
        """Ask what it is, and whether it still holds."""
        yield TextField(mooring_text.LINE, id="text", hint=mooring_text.LINE_HINT, required=plan_text.WORDS_NEEDED)
        yield YesNoField(mooring_text.SHOWN, id="there", default=True, attribute="archived", inverted=True)
