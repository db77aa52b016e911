"""Ask for the first and the last day that Patterns shows."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.text import patterns as patterns_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.dates import DayField
from screens.widgets.panel import Panel


class OwnPeriod(BaseScreen[tuple[date, date]]):
    """Answers with the first and the last day, and with None on esc."""

    KEY_SCOPE = "own dates"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "#first Input"

    def body(self) -> ComposeResult:
        today = self.journal.today()
        with Panel(patterns_text.OWN_TITLE, patterns_text.OWN_KEYS):
            yield DayField(patterns_text.OWN_FROM, id="first", today=today, required=patterns_text.OWN_NEEDED)
            hint = patterns_text.OWN_UNTIL_HINT
            yield DayField(patterns_text.OWN_UNTIL, id="last", today=today, empty=today, hint=hint)

    @on(Input.Submitted)
    async def go_on(self) -> None:
        """Go to the last day, and from there to the answer."""
        if self.query_one("#last Input").has_focus:
            self.action_show()
        else:
            await self.ask_next(is_final=True)

    def action_show(self) -> None:
        """Answer with the two days, or say at the field what is not right with them."""
        try:
            first, last = (field.answer() for field in self.query(DayField))
            if last > self.journal.today():
                raise InvalidInput(self.query_one("#last", DayField), patterns_text.OWN_TO_COME)
            if first > last:
                raise InvalidInput(self.query_one("#last", DayField), patterns_text.OWN_TURNED_ROUND)
        except InvalidInput as error:
            error.field.show_error(str(error))
            error.field.focus()
        else:
            self.dismiss((first, last))

    def action_back(self) -> None:
        """Go back; the period stays."""
        self.dismiss(None)
