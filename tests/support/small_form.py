"""A small form for tests of what all forms share."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult

from journal.domain.goals import Goal
from journal.domain.record import Record
from screens import routes
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import RatingField
from screens.widgets.fields.dates import DayField


class SmallGoal(RecordForm):
    """A goal by its title, its date and how sure the person is."""

    NAME = "a goal"
    ROUTE = "goal"

    def fields(self) -> ComposeResult:
        yield TextField("Title", id="title")
        yield DayField("By", id="due", today=self.journal.today(), ahead=True)
        yield RatingField("How sure", id="sure")

    def fill(self, record: Record) -> None:
        assert isinstance(record, Goal)
        self.query_one("#title", TextField).write(record.title)

    def find(self, uid: str) -> Record | None:
        return self.journal.goals.get(uid) if uid in self.journal.goals else None

    def records(self) -> tuple[Record, ...]:
        goal = Goal(
            uid=self.record.uid if self.record else "",
            title=self.query_one("#title", TextField).text,
            due=self.query_one("#due", DayField).value,
            confidence=self.query_one("#sure", RatingField).value,
        )
        return (goal,)


def use_small_goal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the form for goals be this one."""
    monkeypatch.setitem(routes.ROUTES, "goal", "tests.support.small_form:SmallGoal")
