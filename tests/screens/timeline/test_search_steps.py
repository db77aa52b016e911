"""Check that typing goes on while the timeline searches, and that only the search typed last is shown."""

from __future__ import annotations

import gc
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from journal import search as search_module
from journal import search_index
from journal.domain.entries import Entry
from journal.search import Finding
from journal.store.journal import Journal
from screens.timeline import timeline as timeline_module
from screens.timeline.timeline import SEARCHING, Timeline
from screens.widgets.record_list import RecordList
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle

COUNT = 60


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each slice be one step, and each step two documents."""
    monkeypatch.setattr(search_index, "CHUNK", 2)
    monkeypatch.setattr(search_module, "DATED", 1)
    monkeypatch.setattr(timeline_module, "AT_ONCE", 0)
    monkeypatch.setattr(timeline_module, "SLICE", 0)


def many(journal: Journal) -> None:
    """Add an entry for each of the last days, newest first: ``tea 0``, ``tea 1`` and so on."""
    journal.entries.add_many(Entry(text=f"tea {day}", at=NOON - timedelta(days=day)) for day in range(COUNT))


def shown(pilot: Pilot[int]) -> list[str]:
    return [record.text for record in pilot.app.screen.query_one(RecordList).items]


def marked(pilot: Pilot[int]) -> str:
    """Return the text of the marked entry."""
    item = pilot.app.screen.query_one(RecordList).item
    assert isinstance(item, Entry)
    return item.text


async def found(pilot: Pilot[int], query: str = "tea") -> list[str]:
    """Wait until the search for that is over, and return the texts in the list."""
    screen = pilot.app.screen
    assert isinstance(screen, Timeline)
    for _ in range(1000):
        await settle(pilot)
        if screen._query == query and (screen._finding is None or screen._finding.done):
            break
    return shown(pilot)


async def test_the_rest_follows_in_order_while_typing_goes_on(path: Path) -> None:
    async with opened(make_app(path, fill=many)) as pilot:
        await pilot.press("2", "slash", *"tea")
        assert await found(pilot) == [f"tea {day}" for day in range(COUNT)]


async def test_no_letter_is_lost_and_an_earlier_search_never_overwrites_a_later_one(path: Path) -> None:
    async with opened(make_app(path, fill=many)) as pilot:
        await pilot.press("2", "slash")
        searches: list[Finding | None] = []
        screen = pilot.app.screen
        assert isinstance(screen, Timeline)
        for letter in "tea 1":
            await pilot.press(letter)
            searches.append(screen._finding)
        assert screen.query_one("#search", Input).value == "tea 1"
        expected = [f"tea {day}" for day in range(COUNT) if "1" in str(day)]
        assert await found(pilot, "tea 1") == expected
        assert len(set(map(id, searches))) == 5
        earlier = searches[0]
        assert earlier is not None
        await screen._find_rest(earlier)
        assert shown(pilot) == expected


async def test_a_record_saved_or_deleted_during_a_search_is_shown_as_it_is(path: Path) -> None:
    app = make_app(path, fill=many)
    async with opened(app) as pilot:
        await pilot.press("2", "slash", "t")
        assert app.journal is not None
        gone = next(entry for entry in app.journal.entries if entry.text == "tea 7")
        app.save(Entry(text="tea now", at=NOON + timedelta(minutes=1)))  # without it the uids decide, by chance
        await settle(pilot)  # one write at a time
        app.journal.entries.remove(gone.uid)
        await pilot.press(*"ea")
        assert await found(pilot) == ["tea now", *(f"tea {day}" for day in range(COUNT) if day != 7)]


async def test_the_mark_stays_on_its_record_when_a_search_is_done_again(path: Path) -> None:
    app = make_app(path, fill=many)
    async with opened(app) as pilot:
        await pilot.press("2", "slash", *"tea")
        await found(pilot)
        await pilot.press("enter", "end")
        assert marked(pilot) == f"tea {COUNT - 1}"
        app.save(Entry(text="tea now"))
        await settle(pilot)
        assert len(await found(pilot)) == COUNT + 1
        assert marked(pilot) == f"tea {COUNT - 1}"


async def test_locked_during_a_search_nothing_of_it_is_left(path: Path) -> None:
    app = make_app(path, fill=many)
    async with opened(app) as pilot:
        await pilot.press("2", "slash", "t")
        app.action_lock()
        await settle(pilot)
        await app.keeper.closed()
        await settle(pilot)
        assert app.journal is None
        assert not [one for one in app.workers if one.group == SEARCHING and not one.is_finished]
        gc.collect()
        kept = [one for one in gc.get_objects() if isinstance(one, search_index.Chunk)]
        assert kept == []


async def test_the_texts_are_forgotten_when_the_search_ends(path: Path) -> None:
    app = make_app(path, fill=many)
    async with opened(app) as pilot:
        await pilot.press("2", "slash", *"tea")
        await found(pilot)
        screen = app.screen
        assert isinstance(screen, Timeline)
        assert screen._search._indexes
        await pilot.press("escape")
        await settle(pilot)
        assert not screen._search._indexes
        assert len(shown(pilot)) == COUNT
