"""Test weekly anchors: written once, ticked once a week, with earlier weeks in sight."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from journal.domain.mooring import MooringLine
from journal.store.journal import Journal
from screens.plan.mooring import Mooring
from screens.widgets.link_row import Row
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens

SINCE = NOON - timedelta(days=30)


def moored(journal: Journal) -> None:
    today = journal.today()
    held = {"Monday group": (0, 7, 14, 28), "call Ana twice": (8, 21), "walk on Sunday": (1, 8, 15, 22)}
    for text, ago in held.items():
        days = [today - timedelta(days=days) for days in ago]
        journal.mooring.add(MooringLine(text=text, held_on=days, at=SINCE))
    journal.mooring.add(MooringLine(text="the gym", at=SINCE, archived=True))


async def test_a_line_is_ticked_once_a_week_and_the_tick_can_be_taken_back(path: Path) -> None:
    app = make_app(path, fill=moored)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("4", "l")
        await settle(pilot)
        await assert_goldens(pilot, "mooring")
        assert app.journal is not None
        mooring, today = app.journal.mooring, app.journal.today()
        await pilot.press("j", "space")
        await settle(pilot)
        assert mooring.all()[1].held_on[-1] == today
        await pilot.press("u")
        await settle(pilot)
        assert today not in mooring.all()[1].held_on


async def test_the_first_line_is_added_where_there_is_none(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("4", "l", "plus", *"tea", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, Mooring)
        assert app.journal is not None
        assert [line.text for line in app.journal.mooring] == ["tea"]
        await pilot.press("d", "y")
        await settle(pilot)
        assert not app.journal.mooring.all()


async def test_two_lines_missed_are_told_once_by_name_and_hidden_for_the_week(path: Path) -> None:
    def drifting(journal: Journal) -> None:
        for text in ("Monday group", "call Ana"):
            journal.mooring.add(MooringLine(text=text, at=SINCE))

    app = make_app(path, fill=drifting)
    async with opened(app, (120, 40)) as pilot:
        notice = app.screen.query_one("#notice", Row)
        assert "missed last week: Monday group" in notice.render().plain
        await pilot.press("x")
        await settle(pilot)
        assert "last week" not in notice.render().plain
        assert app.journal is not None
        assert app.journal.preferences.drift_seen == app.journal.today() - timedelta(days=7)
