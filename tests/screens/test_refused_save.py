"""Check that a form whose save is refused stays open with every word and gives the reason; saving again then works."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from journal.domain.people import Person, Role
from journal.domain.sessions import Session
from journal.errors import NotSaved
from journal.store.journal import Journal
from screens.widgets.fields.base import Field
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture

Fill = Callable[[Journal], object] | None


def plan_meeting(journal: Journal) -> None:
    person = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    later = NOON + timedelta(days=3)
    journal.sessions.add(Session(person=person, planned_at=later, at=later))


@pytest.mark.parametrize(
    ("keys", "fill", "field", "attribute", "table"),
    [
        pytest.param("n", None, "#text", "text", "entries", id="entry"),
        pytest.param("4+", None, "#title", "title", "goals", id="goal"),
        pytest.param("5m", None, "#said", "said", "sessions", id="notes"),
        pytest.param("5my", plan_meeting, "#said", "said", "sessions", id="notes-of-a-planned-meeting"),
    ],
)
async def test_a_refused_save_keeps_the_words_and_gives_the_reason(
    path: Path, monkeypatch: pytest.MonkeyPatch, keys: str, fill: Fill, field: str, attribute: str, table: str
) -> None:
    def refuse(*_: object) -> str:
        raise NotSaved(reason="The disk is full")

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        await pilot.press(*"kept")
        form = app.screen
        assert app.journal is not None
        with monkeypatch.context() as patch:
            patch.setattr(app.journal, "save", refuse)
            await pilot.press("ctrl+s")
            await settle(pilot)
        assert app.screen is form
        assert "The disk is full" in picture(app)
        assert form.query_one(field, Field).draft_value == "kept"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [getattr(record, attribute) for record in getattr(app.journal, table)] == ["kept"]
