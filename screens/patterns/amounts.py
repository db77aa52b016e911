"""How much was used of one focus, by week and month: against the limit, in a taper, or only counted.

The calendar of days opens it, and so does the list of commands. It only shows what ``journal.domain.day_amounts``
counts.
"""

from __future__ import annotations

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from journal.domain.focuses import Focus
from journal.text import day_amounts as amounts_text
from screens.key import Key
from screens.keymap import bindings
from screens.messages import Changed, DayChanged
from screens.patterns.amount_lines import AmountLines
from screens.patterns.period import PeriodScreen
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line

PERIODS: Final = (*amounts_text.PERIODS, None)
"""Days of the periods that the arrow keys choose from; the last is all there is."""

LABEL: Final = 40
"""Characters of the focus's name at most."""


class Amounts(PeriodScreen):
    """The amounts of a focus (its uid); without one, of the first that is not archived."""

    KEY_SCOPE = "amounts"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "amounts.tcss"
    AUTO_FOCUS = "#of-weeks"

    days: int | None = PERIODS[0]

    def __init__(self, *, focus: str = "") -> None:
        super().__init__()
        self._focus_uid = focus

    def body(self) -> ComposeResult:
        with Container(id="halves"):
            with Panel(amounts_text.PLAN, reads=True, id="of-plan"):
                yield Plain(id="plan")
            with Panel(amounts_text.AMOUNTS, amounts_text.KEYS, reads=True, id="of-weeks"):
                yield Plain(id="weeks")

    def on_mount(self) -> None:
        """Show what the journal holds."""
        self.show_journal()

    @property
    def _focuses(self) -> list[Focus]:
        """The focuses to choose from: those that are not archived, and the one that this was opened for."""
        return [one for one in self.journal.focuses.all() if not one.archived or one.uid == self._focus_uid]

    @property
    def focus_shown(self) -> Focus | None:
        """The focus whose amounts these are; None if there is none."""
        focuses = self._focuses
        return next((one for one in focuses if one.uid == self._focus_uid), focuses[0] if focuses else None)

    @on(Changed)
    @on(DayChanged)
    def show_journal(self) -> None:
        """Show the amounts and the plan as the journal has them now."""
        if self.app.journal is None:
            return
        focus = self.focus_shown
        panel, plan = self.query_one("#of-weeks", Panel), self.query_one("#of-plan", Panel)
        if focus is None:
            plan.display = False
            self.query_one("#weeks", Plain).show(amounts_text.NOTHING_TRACKED)
            return
        shown = AmountLines(focus, self.journal.uses.all(), self.journal.marks.all(), self.journal.today(), self.days)
        table = amounts_text.KEYS_TABLE if self.is_table else amounts_text.KEYS
        panel.rename(amounts_text.title(one_line(focus.label, LABEL), self.days, shown.first, shown.today))
        panel.set_hints(*([amounts_text.ANOTHER] if len(self._focuses) > 1 else []), table)
        self.query_one("#weeks", Plain).show("\n".join(shown.lines(is_table=self.is_table)))
        planned = list(shown.plan_lines())
        plan.display = bool(planned)
        self.query_one("#plan", Plain).show("\n".join(planned))

    def key_rows(self) -> list[Key]:
        """Leave out the key for another focus where there is none."""
        several = self.app.journal is not None and len(self._focuses) > 1
        return [key for key in super().key_rows() if several or not key.action.startswith("other")]

    def action_weeks(self, step: int) -> None:
        """Show a longer or a shorter time."""
        self.days = PERIODS[min(max(PERIODS.index(self.days) + step, 0), len(PERIODS) - 1)]
        self.show_journal()

    def action_other(self, step: int) -> None:
        """Show the next focus, or the one before."""
        uids, shown = [one.uid for one in self._focuses], self.focus_shown
        if shown is not None:
            self._focus_uid = uids[(uids.index(shown.uid) + step) % len(uids)]
            self.show_journal()
