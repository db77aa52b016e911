"""The list of the steps of a fellowship that the person worked on, and the form about one.

Mentor and the list of commands open the list.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from journal.domain.fellowship_steps import HIGHEST, FellowshipStep, newest_first
from journal.text import fellowship_steps as steps_text
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import WholeField
from screens.widgets.fields.text import WritingField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate


class FellowshipSteps(ListScreen[FellowshipStep]):
    """Shows one line each, the newest first, and all words of the marked one."""

    KEY_SCOPE = "steps list"
    BINDINGS = bindings(KEY_SCOPE)
    DETAILS = "#words"
    DEFAULT_CSS = """
    FellowshipSteps Panel { height: 1fr; }
    FellowshipSteps RecordList { margin-top: 1; height: auto; max-height: 50%; }
    FellowshipSteps #words { margin-top: 1; padding-left: 2; height: auto; }
    """

    def body(self) -> ComposeResult:
        """Say what it is for, list the steps, and show the words of the marked one."""
        with Panel(steps_text.TITLE):
            yield Plain(steps_text.WHAT, classes="muted")
            yield self.list_of(steps_text.EMPTY)
            yield Plain(id="words")

    def items(self) -> list[FellowshipStep]:
        return newest_first(self.journal.fellowship_steps)

    def listed(self, items: Sequence[FellowshipStep]) -> None:
        """Name the keys of a line while there is one."""
        self.query_one(Panel).set_hints(steps_text.ADD, steps_text.LINE_KEYS if items else "")

    def row(self, item: FellowshipStep, width: int) -> str:
        return truncate(steps_text.format_line(item.number, item.begins, self.journal.today(), item.words), width)

    def details(self, item: FellowshipStep) -> str:
        """Return all words of a step."""
        return item.words

    def action_add(self) -> None:
        """Add the step that the person is on now."""
        self.app.show("step")

    def edit_item(self, item: FellowshipStep) -> None:
        self.app.show("step", record=item)

    def delete_item(self, item: FellowshipStep) -> None:
        self.app.delete(item)


class FellowshipStepSheet(RecordForm[FellowshipStep]):
    """Asks for the number, the person's own words, and since when."""

    NAME = steps_text.FORM
    ROUTE = "step"
    RECORD = FellowshipStep

    def fields(self) -> ComposeResult:
        yield WholeField(steps_text.NUMBER, id="number", minimum=1, maximum=HIGHEST)
        yield WritingField(steps_text.WORDS, id="words", hint=steps_text.WORDS_HINT)
        today = self.journal.today()
        yield DayField(steps_text.SINCE, id="since", today=today, empty=today)
