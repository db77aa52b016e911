"""A goal: what, why, the steps to it, and how far along it is."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.goals import Dimension, Goal, GoalStatus, latest_value, measured, step_lines, steps_written
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, RatingField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import NumberField
from screens.widgets.fields.text import LinesField, WritingField

DIMENSIONS = [(dimension, dimension.value) for dimension in Dimension]
STATUSES = [(status, status.value) for status in GoalStatus]


class GoalSheet(RecordForm[Goal]):
    """Progress is steps done or a measure on its way from one value to another: either, both or neither."""

    NAME = "a goal"
    ROUTE = "goal"
    RECORD = Goal
    CSS_PATH = "goal_form.tcss"

    def fields(self) -> ComposeResult:
        """What and when; the steps; the measure; then what helps to hold on to it."""
        yield TextField("Goal", id="title", required="A few words are needed.")
        yield DayField(
            "By", id="due", today=self.journal.today(), hint="fri, +30, 31 Dec, 2026-12-31", prefer_future=True
        )
        steps_hint = "One to a line; “x ” before what is done."
        yield LinesField("Steps", id="steps", hint=steps_hint, attribute=None)
        yield TextField("Counted", id="measure", hint="What can be counted on the way, if anything.")
        yield NumberField("Now at", id="now", hint="Each change is kept with its day.", attribute=None)
        yield NumberField("From", id="baseline", hint="Where it began.")
        yield NumberField("To", id="target", hint="Where it is to arrive.")
        yield TextField("Unit", id="unit", hint="€, km, evenings")
        yield WritingField("Why", id="why")
        yield ChoiceField("For my", DIMENSIONS, id="dimension")
        yield WritingField("In the way", id="obstacle", hint="And what I do then.")
        yield TextField("Who helps", id="who_helps")
        yield RatingField("How sure I am", id="confidence")
        yield ChoiceField("Status", STATUSES, id="status", default=GoalStatus.ACTIVE)

    def load(self, goal: Goal) -> None:
        """Show the goal, its steps as lines and its latest value."""
        super().load(goal)
        self.query_one("#steps", LinesField).from_record(step_lines(goal.steps))
        self.query_one("#now", NumberField).from_record(latest_value(goal))

    def finish(self, goal: Goal) -> Goal:
        """Date the value and the steps that are new."""
        today, now = self.journal.today(), self.query_one("#now", NumberField).value
        steps = steps_written(self.query_one("#steps", LinesField).lines, goal.steps, today)
        return replace(goal, steps=steps, values=measured(goal, now, today))
