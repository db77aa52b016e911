"""A goal: what, why, the steps to it, and how far along it is."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.goals import Dimension, Goal, GoalStatus, latest_value, measured, step_lines, steps_written
from journal.domain.record import Record
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField, RatingField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import NumberField
from screens.widgets.fields.text import WritingField

DIMENSIONS = [(dimension, dimension.value) for dimension in Dimension]
STATUSES = [(status, status.value) for status in GoalStatus]


class GoalSheet(RecordForm):
    """Progress is steps done or a measure on its way from one value to another: either, both or neither."""

    NAME = "a goal"
    ROUTE = "goal"
    KIND = Goal
    CSS_PATH = "goal_form.tcss"

    def fields(self) -> ComposeResult:
        """What and when; the steps; the measure; then what helps to hold on to it."""
        status = ChoiceField("Status", STATUSES, id="status")
        status.choice.choose(GoalStatus.ACTIVE)
        yield TextField("Goal", id="title")
        yield DayField("By", id="due", today=self.journal.today(), hint="fri, +30, 31 Dec, 2026-12-31", ahead=True)
        yield WritingField("Steps", id="steps", hint="One to a line; “x ” before what is done.")
        yield TextField("Counted", id="measure", hint="What can be counted on the way, if anything.")
        yield NumberField("Now at", id="now", hint="Each change is kept with its day.")
        yield NumberField("From", id="baseline", hint="Where it began.")
        yield NumberField("To", id="target", hint="Where it is to arrive.")
        yield TextField("Unit", id="unit", hint="€, km, evenings")
        yield WritingField("Why", id="why")
        yield ChoiceField("For my", DIMENSIONS, id="dimension")
        yield WritingField("In the way", id="obstacle", hint="And what I do then.")
        yield TextField("Who helps", id="who_helps")
        yield RatingField("How sure I am", id="confidence")
        yield status

    def fill(self, record: Record) -> None:
        """The goal as kept."""
        assert isinstance(record, Goal)
        for name in ("title", "unit", "measure", "who_helps"):
            self.query_one(f"#{name}", TextField).write(getattr(record, name))
        for name in ("why", "obstacle"):
            self.query_one(f"#{name}", WritingField).write(getattr(record, name))
        self.query_one("#due", DayField).set_value(record.due)
        self.query_one("#steps", WritingField).write("\n".join(step_lines(record.steps)))
        self.query_one("#now", NumberField).set_value(latest_value(record))
        self.query_one("#baseline", NumberField).set_value(record.baseline)
        self.query_one("#target", NumberField).set_value(record.target)
        self.query_one("#dimension", ChoiceField).choice.choose(record.dimension)
        self.query_one("#confidence", RatingField).write(record.confidence)
        self.query_one("#status", ChoiceField).choice.choose(record.status)

    def records(self) -> tuple[Record, ...]:
        """The goal, with a dated value and the days of its steps where they are new."""
        title, today = self.query_one("#title", TextField), self.journal.today()
        if not title.text:
            raise InvalidInput(title, "A few words are needed.")
        before = self.record if isinstance(self.record, Goal) else Goal(title="")
        goal = replace(
            before,
            title=title.text,
            due=self.query_one("#due", DayField).value,
            steps=steps_written(self.query_one("#steps", WritingField).lines, before.steps, today),
            values=measured(before, self.query_one("#now", NumberField).value, today),
            baseline=self.query_one("#baseline", NumberField).value,
            target=self.query_one("#target", NumberField).value,
            unit=self.query_one("#unit", TextField).text,
            measure=self.query_one("#measure", TextField).text,
            why=self.query_one("#why", WritingField).text,
            dimension=self.query_one("#dimension", ChoiceField).value,
            obstacle=self.query_one("#obstacle", WritingField).text,
            who_helps=self.query_one("#who_helps", TextField).text,
            confidence=self.query_one("#confidence", RatingField).value,
            status=self.query_one("#status", ChoiceField).value or before.status,
        )
        return (goal,)
