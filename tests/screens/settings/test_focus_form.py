"""Test the form of a focus: the warning about withdrawal is shown once, and again when stopping becomes the goal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.domain.focus_goals import most_on
from journal.domain.focuses import Focus, GoalMode
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.settings.focus_form import FocusSheet
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.numbers import NumberField
from tests.support.builders import alcohol
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture


def watched(journal: Journal) -> None:
    """Add alcohol as a focus that is only watched."""
    journal.focuses.add(replace(alcohol(date(2026, 9, 1)), uid="", goal_mode=GoalMode.OBSERVE))


def limited(journal: Journal) -> None:
    """Two drinks a day at most, since September."""
    focus = replace(alcohol(date(2026, 9, 1)), uid="", goal_mode=GoalMode.REDUCE, limit=Decimal(2))
    journal.focuses.add(focus)


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


async def test_another_limit_counts_from_today_and_the_days_before_keep_theirs(path: Path) -> None:
    app = make_app(path, fill=limited)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        app.screen.query_one("#limit", NumberField).fill("1")
        await pilot.press("ctrl+s")
        await settle(pilot)
        focus = only(app)
        assert (most_on(focus, date(2026, 11, 22)), most_on(focus, date(2026, 11, 23))) == (Decimal(2), Decimal(1))


async def test_another_limit_can_count_for_all_days(path: Path) -> None:
    app = make_app(path, fill=limited)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        app.screen.query_one("#limit", NumberField).fill("1")
        app.screen.query_one("#goal-from", ChoiceField).choice.choose(True)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert only(app).earlier_goals == []
        assert most_on(only(app), date(2026, 11, 22)) == Decimal(1)
