"""Test that both forms about a meeting say who to call at status 5, or where someone does not feel safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.domain.people import Person, Role
from journal.domain.sessions import Session
from journal.store.journal import Journal
from journal.text.safety import SAFETY_NOT_SAFE
from screens.mentor.safety_words import SafetyWords
from screens.widgets.fields.choices import RatingField, YesNoField
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle


def fill(journal: Journal) -> None:
    """Plan a meeting for now."""
    r = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.sessions.add(Session(person=r, planned_at=NOON, at=NOON))


@pytest.mark.parametrize(("keys", "unsafe"), [(("5", "enter"), "safety_concern"), (("5", "m"), "worry")])
async def test_helplines_are_named_only_while_they_are_needed(path: Path, keys: tuple[str, ...], unsafe: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await pilot.press(*keys)
        await settle(pilot)
        words = app.screen.query_one(SafetyWords)
        status, concern = app.screen.query_one("#status", RatingField), app.screen.query_one(f"#{unsafe}", YesNoField)
        assert not words.display
        for rated, answer, shown in ((4, False, False), (5, False, True), (2, False, False), (2, True, True)):
            status.fill(rated)
            concern.choice.choose(answer)
            await settle(pilot)
            assert words.display is shown
        assert SAFETY_NOT_SAFE in str(words.render())
