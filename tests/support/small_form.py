"""A small form for tests of what all forms share."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult

from journal.domain.goals import Goal
from screens import routes
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import RatingField
from screens.widgets.fields.dates import DayField


class SmallGoal(RecordForm[Goal]):
    """A goal by its title, its date and how sure the person is."""

    NAME = "a goal"
    ROUTE = "goal"
    RECORD = Goal

    def fields(self) -> ComposeResult:
        yield TextField("Title", id="title")
        yield DayField("By", id="due", today=self.journal.today(), prefer_future=True)
        yield RatingField("How sure", id="sure", attribute="confidence")


def use_small_goal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the form for goals by this one."""
    monkeypatch.setitem(routes.ROUTES, "goal", "tests.support.small_form:SmallGoal")
