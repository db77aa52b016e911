"""For my mentor: one key keeps a line for the next meeting, again takes it back; what waits is told where it helps."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from textual.pilot import Pilot

from journal.book import Journal
from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.domain.parked import waiting
from journal.domain.people import Person, Role
from journal.domain.sessions import Session
from screens.app import JournalApp
from screens.today import Today
from screens.widgets.opens import Row
from tests.conftest import NOON
from tests.screens.driving import make_app, opened, settle
from tests.screens.golden import SMALLEST, assert_goldens, picture


def fill(journal: Journal) -> None:
    r = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    planned = NOON + timedelta(days=3)
    journal.sessions.add(Session(person=r, planned_at=planned, at=planned))
    journal.entries.add(Entry(text="Told the class", at=NOON - timedelta(hours=2)))
    journal.cravings.add(Craving(intensity=7, at=NOON - timedelta(hours=1)))


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def kept(app: JournalApp) -> list[str]:
    assert app.journal is not None
    return [one.kind for one in waiting(app.journal.parked)]


async def test_a_line_is_kept_for_the_next_meeting_and_told_until_it_was_talked_about(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "2", "j", "r", "j", "r")
        assert kept(app) == ["cravings", "entries"]
        await press(pilot, "r")
        assert kept(app) == ["cravings"]
        await press(pilot, "u")
        assert kept(app) == ["cravings", "entries"]
        assert picture(app).count("for my mentor") == 2
        await press(pilot, "1")
        assert isinstance(app.screen, Today)
        assert "2 things for R." in app.screen.query_one("#parked", Row).render().plain
        await press(pilot, "5", "enter", "f6")
        await press(pilot, "j", "enter", *"how it was", "ctrl+s")
        await assert_goldens(pilot, "parked")
        await press(pilot, "d")
        assert kept(app) == ["cravings"]
        await press(pilot, "escape")
        await assert_goldens(pilot, "session-parked")


async def test_what_was_deleted_since_drops_out_calmly_and_where_nothing_is_kept_it_says_how(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await press(pilot, "1", "r")
        assert kept(app) == []
        app.show("parked")
        await settle(pilot)
        assert "Nothing is kept for the next meeting." in picture(app)
        await press(pilot, "escape", "2", "j", "r", "d", "y")
        app.show("parked")
        await settle(pilot)
        assert "something that was deleted since" in picture(app)
