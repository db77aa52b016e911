"""The dated values of a goal, newest first, each with a bar; and the form about one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult

from journal.domain.goals import Goal, Measurement, in_time, value_progress, with_value, without_value
from journal.domain.record import Record
from journal.text import goals as goals_text
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.runtime.journal_worker import Draft
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import NumberField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import progress_bar

NEW = "new"
ROOM = 15
"""Cells of a value in front of the bar."""


class GoalValues(ListScreen[Measurement]):
    """Lists them; each can be edited and deleted."""

    KEY_SCOPE = "goal values"
    BINDINGS = bindings(KEY_SCOPE)

    def __init__(self, *, goal: str) -> None:
        """``goal`` is the uid of the goal."""
        super().__init__()
        self._uid = goal
        self._day_cells = goals_text.DAY_CELLS

    def body(self) -> ComposeResult:
        """Name the goal, list its values, and sum them up."""
        goal = self._goal
        with Panel(goals_text.VALUES):
            yield Plain(goal.title if goal else "", classes="muted")
            yield self.list_of(goals_text.VALUES_EMPTY)
            yield Plain(id="sum", classes="muted")

    @property
    def _goal(self) -> Goal | None:
        return self.journal.goals.get(self._uid) if self._uid in self.journal.goals else None

    def items(self) -> list[Measurement]:
        values = in_time(self._goal.values)[::-1] if self._goal else []
        self._day_cells = goals_text.day_cells(values, self.journal.today())
        return values

    def listed(self, values: Sequence[Measurement]) -> None:
        """Say what the keys do, and sum the values up."""
        self.query_one(Panel).set_hints(goals_text.VALUES_KEYS, goals_text.VALUE_KEYS if values else "")
        self.query_one("#sum", Plain).show(goals_text.format_values(self._goal) if self._goal and values else "")

    def row(self, value: Measurement, width: int) -> str:
        """Return ``Mon 5 Oct   440 €   ██████░░░``."""
        if self._goal is None:
            return ""
        said = goals_text.format_value(value, self._goal.unit, self.journal.today(), self._day_cells)
        return f"{said:<{self._day_cells + ROOM}} {progress_bar(value_progress(self._goal, value.value))}"

    def action_add(self) -> None:
        """Add a value."""
        if self._goal is not None:
            self.app.show("goal_value", goal=self._uid)

    def edit_item(self, value: Measurement) -> None:
        self.app.show("goal_value", goal=self._uid, value=value)

    def delete_item(self, value: Measurement) -> None:
        """Delete a value, after asking."""
        ask, yes = goals_text.DELETE_VALUE, goals_text.DELETE_VALUE_YES
        self.app.ask(ask, yes, partial(self._remove, value))

    def _remove(self, value: Measurement) -> None:
        if self._goal is not None and value in self._goal.values:
            self.app.save(without_value(self._goal, value), said=goals_text.VALUE_DELETED)


class GoalValueSheet(RecordForm[Measurement]):
    """Asks about one value: ``value`` to edit, or a new one of today. It is saved with its ``goal`` (a uid)."""

    NAME = goals_text.VALUE_FORM
    ROUTE = "goal_value"
    RECORD = Measurement

    def __init__(
        self, *, goal: str = "", value: Measurement | None = None, draft: tuple[str, Draft] | None = None
    ) -> None:
        about = f"{goal} {value.on if value else NEW} {value.value if value else ''}".rstrip()
        super().__init__(record=value, draft=draft or (f"{self.ROUTE}:{about}", {}))

    def fields(self) -> ComposeResult:
        """Ask for the number and its day."""
        yield NumberField(goals_text.VALUE, id="value", required=goals_text.VALUE_NEEDED)
        yield DayField(goals_text.ON, id="on", today=self.journal.today(), required=goals_text.DAY_NEEDED)

    def on_mount(self) -> None:
        """Begin a new value with today."""
        if self.record is None and self._about[1] == NEW and not self._filled:
            self.query_one("#on", DayField).from_record(self.journal.today())

    @property
    def _about(self) -> list[str]:
        """Return the uid of the goal, then the day and the number of the value, or ``new``."""
        return [*self._draft_key.partition(":")[2].split(" "), "", ""][:3]

    @property
    def _goal(self) -> Goal | None:
        uid = self._about[0]
        return self.journal.goals.get(uid) if uid in self.journal.goals else None

    def find(self, name: str) -> Measurement | None:
        """Return the value of a draft."""
        values = self._goal.values if self._goal else []
        return next((one for one in values if [str(one.on), str(one.value)] == self._about[1:]), None)

    def build(self) -> tuple[Record, ...]:
        """Return the goal with the value."""
        value = self.read()
        return (with_value(self._goal, value, self.record),) if self._goal else ()

    def saved_words(self) -> str:
        return goals_text.VALUE_SAVED
