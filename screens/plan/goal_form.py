"""The form about a goal: what, why, the steps to it, and how far along it is."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.goals import Dimension, Goal, GoalStatus, latest_value, measured, step_lines, steps_written
from journal.domain.sessions import SupportRole
from journal.text import goals as goals_text
from journal.text import labels as labels_text
from journal.text import plan as plan_text
from screens.base.form import RecordForm
from screens.plan.reached import ask_reached, is_complete
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, RatingField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import NumberField
from screens.widgets.fields.text import LinesField, WritingField


class GoalSheet(RecordForm[Goal]):
    """Asks about one goal. Its progress is steps done, or a measure between two values: either, both or neither."""

    NAME = goals_text.FORM
    ROUTE = "goal"
    RECORD = Goal
    CSS_PATH = "goal_form.tcss"

    def fields(self) -> ComposeResult:
        """Ask what and when, then for the steps and the measure, then for what helps to hold on to it."""
        today = self.journal.today()
        yield TextField(goals_text.GOAL, id="title", required=plan_text.WORDS_NEEDED)
        yield DayField(goals_text.DUE, id="due", today=today, hint=goals_text.DUE_HINT, prefer_future=True)
        yield LinesField(goals_text.STEPS, id="steps", hint=goals_text.STEPS_HINT, attribute=None)
        yield TextField(goals_text.MEASURE, id="measure", hint=goals_text.MEASURE_HINT)
        yield NumberField(goals_text.NOW, id="now", hint=goals_text.NOW_HINT, attribute=None)
        yield NumberField(goals_text.BASELINE, id="baseline", hint=goals_text.BASELINE_HINT)
        yield NumberField(goals_text.TARGET, id="target", hint=goals_text.TARGET_HINT)
        yield TextField(goals_text.UNIT, id="unit", hint=goals_text.UNIT_HINT)
        yield WritingField(goals_text.WHY, id="why")
        yield ChoiceField(goals_text.DIMENSION, labels_text.choices(Dimension), id="dimension")
        yield WritingField(goals_text.OBSTACLE, id="obstacle", hint=goals_text.OBSTACLE_HINT)
        yield TextField(goals_text.WHO_HELPS, id="who_helps")
        yield ChoiceField(goals_text.ROLE, labels_text.choices(SupportRole), id="role", hint=goals_text.ROLE_HINT)
        yield TextField(goals_text.DECISION, id="decision", hint=goals_text.DECISION_HINT)
        yield RatingField(goals_text.CONFIDENCE, id="confidence", anchors=goals_text.CONFIDENCE_ANCHORS)
        yield TextField(goals_text.REWARD, id="reward", hint=goals_text.REWARD_HINT)
        yield DayField(goals_text.TAKEN_ON, id="reward_taken_on", today=today, hint=goals_text.TAKEN_ON_HINT)
        yield ChoiceField(goals_text.STATUS, labels_text.choices(GoalStatus), id="status", default=GoalStatus.ACTIVE)

    def load(self, goal: Goal) -> None:
        """Show the goal, its steps as lines and its latest value."""
        super().load(goal)
        self.query_one("#steps", LinesField).from_record(step_lines(goal.steps))
        self.query_one("#now", NumberField).from_record(latest_value(goal))

    def finish(self, goal: Goal) -> Goal:
        """Return the goal with today's date on the value and the steps that are new."""
        today, now = self.journal.today(), self.query_one("#now", NumberField).value
        steps = steps_written(self.query_one("#steps", LinesField).lines, goal.steps, today)
        return replace(goal, steps=steps, values=measured(goal, now, today))

    def after_save(self) -> None:
        """Go back, and ask whether the goal is reached if its last step was marked as done here."""
        super().after_save()
        before = self.record
        if before is not None and not is_complete(before) and is_complete(goal := self.journal.goals.get(before.uid)):
            self.app.call_later(ask_reached, self.app, goal)  # the app asks: this screen is gone by then
