"""Check that Today offers what the first minute left for later: one thing a day, and nothing that is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.clock import FixedClock
from journal.domain.focuses import Focus, Pause
from journal.domain.people import Person
from journal.domain.preferences import Preferences
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.messages import DayChanged
from tests.conftest import NOON, ZONE
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture
from tests.support.rows import row_text

FIRST = date(2026, 11, 23)


def begun(journal: Journal) -> None:
    """Answer the first questions on the first day: alcohol, since three days before."""
    journal.set_preferences(Preferences(first_day=FIRST, recovery_words_later=True))
    journal.focuses.add(Focus(label="alcohol", start=FIRST - timedelta(days=3)))


def days_later(path: Path, days: int, fill: Callable[[Journal], object] = begun) -> JournalApp:
    """Return the app that many days after the first questions."""
    return make_app(path, fill=fill, clock=FixedClock(NOON + timedelta(days=days), ZONE))


@pytest.mark.parametrize(
    ("days", "offered"),
    [
        *[(0, "no recovery words"), (1, "fill in 4 days"), (2, "someone you can call"), (3, "why you do this")],
        *[(4, "a safety plan"), (5, "fill in 8 days"), (9, "no recovery words")],
    ],
)
async def test_one_thing_is_offered_a_day(path: Path, days: int, offered: str) -> None:
    app = days_later(path, days)
    async with opened(app):
        assert offered in row_text(app, "notice")


async def test_it_stays_all_day_and_the_next_one_comes_the_next_day(path: Path) -> None:
    app = days_later(path, 2)
    async with opened(app) as pilot:
        assert "someone you can call" in row_text(app, "notice")
        app.clock.set(NOON + timedelta(days=2, hours=10))  # type: ignore[attr-defined]  # the tests' clock can be set
        app._idle.touch()
        app.broadcast(DayChanged)
        await settle(pilot)
        assert "someone you can call" in row_text(app, "notice")
        app.clock.set(NOON + timedelta(days=3))  # type: ignore[attr-defined]  # the tests' clock can be set
        app._idle.touch()
        app.broadcast(DayChanged)
        await settle(pilot)
        assert "why you do this" in row_text(app, "notice")


@pytest.mark.parametrize(
    ("days", "shown"), [(1, "v mark several"), (2, "Name"), (3, "a reason, or a good day"), (4, "safety plan")]
)
async def test_enter_on_it_opens_the_form(path: Path, days: int, shown: str) -> None:
    app = days_later(path, days)
    async with opened(app) as pilot:
        app.screen.query_one("#notice").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.__class__.__name__ != "Today"
        assert shown in picture(app)


async def test_what_is_done_is_not_offered(path: Path) -> None:
    def with_somebody(journal: Journal) -> None:
        begun(journal)
        journal.people.add(Person(name="Ana"))

    app = days_later(path, 2, with_somebody)
    async with opened(app):
        assert "someone you can call" not in row_text(app, "notice")


async def test_it_is_hidden_for_good(path: Path) -> None:
    app = days_later(path, 2)
    async with opened(app) as pilot:
        await pilot.press("x")
        await settle(pilot)
        assert "someone you can call" not in row_text(app, "notice")
        assert app.journal is not None
        assert app.journal.preferences.offers_hidden == ["person"]
        app.clock.set(NOON + timedelta(days=6))  # type: ignore[attr-defined]  # the tests' clock can be set
        app._idle.touch()
        app.broadcast(DayChanged)
        await settle(pilot)
        assert "someone you can call" not in row_text(app, "notice")


def off(journal: Journal) -> None:
    """Turn the reminders off."""
    begun(journal)
    journal.set_preferences(Preferences(first_day=FIRST, notices=False))


def resting(journal: Journal) -> None:
    """Pause the only focus."""
    journal.set_preferences(Preferences(first_day=FIRST))
    journal.focuses.add(Focus(label="alcohol", start=FIRST, pauses=[Pause(first=FIRST)]))


@pytest.mark.parametrize("fill", [off, resting])
async def test_it_is_silent_in_a_pause_and_without_reminders(path: Path, fill: Callable[[Journal], None]) -> None:
    app = days_later(path, 2, fill)
    async with opened(app):
        assert row_text(app, "notice") == ""


async def test_a_journal_from_before_is_offered_nothing(path: Path) -> None:
    app = days_later(path, 2, lambda journal: journal.focuses.add(Focus(label="alcohol", start=FIRST)))
    async with opened(app):
        assert row_text(app, "notice") == ""
