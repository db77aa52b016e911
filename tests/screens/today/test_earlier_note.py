"""Check that Today offers an earlier entry only where it was asked for, and never in a hard time."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from journal.domain.entries import Entry
from journal.domain.uses import Use
from journal.store.collection import Collection
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.timeline.entry_form import EntryEditor
from screens.today.today import Today
from screens.widgets.choice import Choice
from tests.conftest import NOON
from tests.support.builders import alcohol
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture
from tests.support.rows import row_text

LAST_YEAR = Entry(text="Kept: the sea, and nobody drank.", local_date=date(2025, 11, 23), read_again=True)
OFFER = "earlier A note from last year. Press o."


def opted_in(journal: Journal) -> None:
    journal.entries.add_many([LAST_YEAR, Entry(text="unmarked", local_date=date(2024, 11, 23))])
    journal.focuses.add(alcohol())
    journal.set_preferences(replace(journal.preferences, on_this_day=True))


def not_opted_in(journal: Journal) -> None:
    journal.entries.add(LAST_YEAR)


def asked(app: JournalApp) -> Journal:
    assert app.journal is not None
    return app.journal


async def test_it_is_off_at_first(path: Path) -> None:
    app = make_app(path, fill=not_opted_in)
    async with opened(app) as pilot:
        assert row_text(app, "earlier") == ""
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, Today)


async def test_it_is_offered_and_o_opens_it(path: Path) -> None:
    app = make_app(path, fill=opted_in)
    async with opened(app) as pilot:
        assert row_text(app, "earlier") == OFFER
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, EntryEditor)
        assert "the sea" in picture(app)


async def test_a_use_logged_late_takes_it_away_at_once(path: Path) -> None:
    app = make_app(path, fill=opted_in)
    async with opened(app) as pilot:
        journal = asked(app)
        uid = next(iter(journal.focuses)).uid
        app.save(Use(focus=uid, local_date=date(2026, 11, 15)))
        await settle(pilot)
        assert row_text(app, "earlier") == OFFER  # eight days ago
        app.save(Use(focus=uid, local_date=date(2026, 11, 16)))
        await settle(pilot)
        assert row_text(app, "earlier") == ""
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, Today)


async def test_an_entry_is_marked_in_its_form_and_the_setting_turned_on(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"sea", "tab", "tab", "1", "ctrl+s")
        await settle(pilot)
        (entry,) = asked(app).entries
        assert entry.read_again
        assert not asked(app).preferences.on_this_day
        app.show("preferences", record=asked(app).preferences)
        await settle(pilot)
        app.screen.query_one("#on_this_day").query_one(Choice).choose(True)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert asked(app).preferences.on_this_day


def test_years_of_entries_are_looked_through_once_and_only_those_of_the_day_decoded(journal: Journal) -> None:
    days = [NOON.date() - timedelta(days=number) for number in range(40)]
    journal.entries.add_many(Entry(text=str(number), local_date=day) for number, day in enumerate(days))
    fresh: Collection[Entry] = Collection(journal.entries._table, Entry, journal)
    wanted = frozenset(days[3:5])
    assert [entry.text for entry in fresh.on_days(wanted)] == ["4", "3"]
    assert len(fresh.order._recent) == 2
    assert fresh.all()
    assert [entry.text for entry in fresh.on_days(wanted)] == ["4", "3"]
