"""Test the form of a focus: the warning about withdrawal is shown once, and again when stopping becomes the goal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.domain.focuses import Focus, GoalMode
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.settings.focus_form import FocusSheet
from screens.widgets.fields.choices import ChoiceField
from tests.support.builders import alcohol
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture


def watched(journal: Journal) -> None:
    """Add alcohol as a focus that is only watched."""
    journal.focuses.add(replace(alcohol(date(2026, 9, 1)), uid="", goal_mode=GoalMode.OBSERVE))


def warns(app: JournalApp) -> bool:
    return bool(app.screen.query_one("#warning").display)


def only(app: JournalApp) -> Focus:
    assert app.journal is not None
    (focus,) = app.journal.focuses.all()
    return focus


@pytest.mark.parametrize("mode", [GoalMode.REDUCE, GoalMode.ABSTAIN])
async def test_withdrawal_is_told_before_cutting_down_too(path: Path, mode: GoalMode) -> None:
    app = make_app(path, fill=watched)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        app.screen.query_one("#mode", ChoiceField).choice.choose(mode)
        await settle(pilot)
        assert warns(app)
        assert "Do you shake or sweat until you drink?" in picture(app)


async def test_withdrawal_is_told_again_when_it_is_to_be_stopped_and_only_then(path: Path) -> None:
    app = make_app(path, fill=watched)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        assert not warns(app)
        app.screen.query_one("#mode", ChoiceField).choice.choose(GoalMode.TAPER)
        await settle(pilot)
        assert warns(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not isinstance(app.screen, FocusSheet)
        assert app.journal is not None
        assert only(app).warned_at == app.journal.now()
        app.show("focus", record=only(app))
        await settle(pilot)
        assert not warns(app)
