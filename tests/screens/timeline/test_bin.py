"""Test the bin: what was deleted is listed, read, restored and erased; and the earlier versions of an entry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen

from journal.domain.cravings import Craving
from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.goals import Goal
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents
from screens.app import JournalApp
from screens.security.erase_record import EraseRecord
from screens.settings.settings import Line
from screens.timeline.bin import BinScreen
from screens.timeline.entry_form import EntryEditor
from screens.timeline.timeline import Timeline
from screens.timeline.versions import EarlierVersions
from screens.widgets.fields.text import WritingField
from screens.widgets.record_list import RecordList
from tests.conftest import PASSPHRASE
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import paste, press, same_words

LONG = "A long evening, when everything went wrong and then right again. " * 30


def delete_some(journal: Journal) -> None:
    """Delete an entry, a focus with two cravings, and a goal."""
    (entry,) = journal.save(Entry(title="Canal", text=f"Walked home along the canal.\n\n{LONG}"))
    focus = journal.focuses.get(journal.focuses.add(Focus(label="late-night scrolling")))
    journal.cravings.add_many(Craving(intensity=each, focus=focus.uid) for each in (5, 7))
    (goal,) = journal.save(Goal(title="Evening class"))
    for record in (entry, focus, goal):
        delete_with_dependents(journal, record)


def edit_some(journal: Journal) -> None:
    """Edit an entry twice."""
    (entry,) = journal.save(Entry(title="Canal", text="Walked home."))
    (entry,) = journal.save(replace(entry, text="Walked home along the canal."))
    journal.save(replace(entry, text="Walked home alone."))


def top(app: JournalApp) -> Screen[Any]:
    """Return the screen on top; a type checker believes that ``app.screen`` stays what it was."""
    return app.screen


async def keys(pilot: Pilot[int], *pressed: str) -> None:
    """Press keys, and wait until each is done."""
    for key in pressed:
        await pilot.press(key)
        await settle(pilot)


def shows(app: JournalApp, kind: type[Screen[Any]]) -> bool:
    """Return whether a screen of that class is on top."""
    return isinstance(app.screen, kind)


def in_bin(app: JournalApp) -> list[str]:
    """Return the tables of what is in the bin."""
    assert app.journal is not None
    return [item.record.table for item in app.journal.bin.items()]


def entries(app: JournalApp) -> list[str]:
    assert app.journal is not None
    return sorted(entry.text for entry in app.journal.entries)


def said(app: JournalApp) -> str:
    """Return what the screen shows on one line, as it may wrap anywhere."""
    return " ".join(picture(app).replace("│", " ").split())


def noticed(app: JournalApp) -> str:
    """Return the notifications that are shown."""
    return " ".join(shown.message for shown in app._notifications)


async def test_it_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=delete_some)
    async with opened(app, SMALLEST) as pilot:
        await keys(pilot, "2", "B")
        await assert_goldens(pilot, "bin")


async def test_an_empty_one_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await keys(pilot, "2", "B")
        await assert_goldens(pilot, "bin-empty")
        await keys(pilot, "r", "D", "enter", "e", "d")
        assert isinstance(app.screen, BinScreen)


@pytest.mark.parametrize("word", ["bin", "deleted", "restore", "undelete", "trash"])
async def test_the_list_of_commands_finds_it(path: Path, word: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await keys(pilot, "ctrl+p")
        await pilot.press(*word)
        await settle(pilot)
        labels = [key.label for key in app.screen.query_one(RecordList).items]
        assert "bin" in labels
        await keys(pilot, *["down"] * labels.index("bin"), "enter")
        assert isinstance(app.screen, BinScreen)


async def test_after_deleting_it_says_that_it_stays_in_the_bin_and_a_key_restores_it(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.entries.add(Entry(text="a quiet day")))
    async with opened(app, toasts=True) as pilot:
        await keys(pilot, "2", "d", "y")
        assert "Deleted. Press u to undo. It stays in the bin for 30 days." in noticed(app)
        await lock(pilot)
        await unlock(pilot)
        await keys(pilot, "2", "B")
        assert in_bin(app) == ["entries"]
        await keys(pilot, "r")
        assert "Entry restored. Press u to undo." in noticed(app)
        assert (in_bin(app), entries(app)) == ([], ["a quiet day"])
        await keys(pilot, "u")
        assert (in_bin(app), entries(app)) == (["entries"], [])


async def test_after_what_is_not_kept_it_does_not_say_so(path: Path) -> None:
    def fill(journal: Journal) -> None:
        journal.entries.add(Entry(text="a quiet day"))
        journal.keep_deleted(False)

    app = make_app(path, fill=fill)
    async with opened(app, toasts=True) as pilot:
        await keys(pilot, "2", "d", "y")
        assert "Deleted. Press u to undo." in noticed(app)
        assert "bin" not in noticed(app)
        await keys(pilot, "B")
        assert "Deleted things are not kept." in said(app)


async def test_a_mark_alone_is_not_said_to_be_in_the_bin(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.marks.add(Mark(focus="f", state=DayState.CLEAN)))
    async with opened(app, toasts=True) as pilot:
        assert app.journal is not None
        app.remove(app.journal.marks.all()[0])
        await settle(pilot)
        assert "bin" not in noticed(app)


async def test_a_focus_comes_back_with_its_cravings(path: Path) -> None:
    app = make_app(path, fill=delete_some)
    async with opened(app, toasts=True) as pilot:
        await keys(pilot, "2", "B", "down")
        assert "2 more were deleted with it and come back with it." in said(app)
        await keys(pilot, "r")
        assert "Focus restored, with 2 more." in noticed(app)
        assert app.journal is not None
        assert len(app.journal.cravings) == 2


async def test_enter_goes_to_the_text_so_that_a_long_one_is_read_whole(path: Path) -> None:
    app = make_app(path, fill=delete_some)
    async with opened(app) as pilot:
        await keys(pilot, "2", "B", "G", "enter")
        panel = app.screen.query_one("#whole")
        assert panel.has_focus
        await keys(pilot, "end")
        assert panel.scroll_offset.y == panel.max_scroll_y > 0
        await keys(pilot, "r")
        assert len(entries(app)) == 1
        assert app.screen.query_one(RecordList).has_focus


async def test_one_is_erased_for_good_with_the_passphrase(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    same_words(monkeypatch)
    app = make_app(path, fill=delete_some)
    async with opened(app) as pilot:
        await keys(pilot, "2", "B", "G", "D")
        assert shows(app, EraseRecord)
        assert in_bin(app) == ["goals", "focuses", "entries"]
        await paste(pilot, "now", PASSPHRASE)
        await press(pilot, "on")
        await keys(pilot, "2")
        await keys(pilot, "y")
        assert in_bin(app) == ["goals", "focuses"]
        assert shows(app, BinScreen)
        assert len(app.screen.query_one(RecordList).items) == 2


# Earlier versions.


async def test_earlier_versions_are_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=edit_some)
    async with opened(app, SMALLEST) as pilot:
        await keys(pilot, "2", "enter", "f7")
        await assert_goldens(pilot, "entry-versions")


async def test_a_version_is_brought_back_into_the_form_and_the_text_before_is_one_then(path: Path) -> None:
    app = make_app(path, fill=edit_some)
    async with opened(app, toasts=True) as pilot:
        await keys(pilot, "2", "enter", "f7")
        assert isinstance(app.screen, EarlierVersions)
        await keys(pilot, "down", "r")
        assert isinstance(app.screen, EntryEditor)
        assert "Restored. What it said until now is among the earlier versions." in noticed(app)
        assert app.screen.query_one(WritingField).draft_value == "Walked home."
        assert app.screen.draft() is None
        assert entries(app) == ["Walked home."]
        await keys(pilot, "f7")
        texts = [version.text for version in app.screen.query_one(RecordList).items]
        assert texts == ["Walked home alone.", "Walked home along the canal."]
        await keys(pilot, "escape", "escape", "u")
        assert isinstance(top(app), Timeline)
        assert entries(app) == ["Walked home alone."]


async def test_what_is_typed_has_to_be_saved_before_versions_are_looked_at(path: Path) -> None:
    app = make_app(path, fill=edit_some)
    async with opened(app, toasts=True) as pilot:
        await keys(pilot, "2", "enter", "x", "f7")
        assert isinstance(app.screen, EntryEditor)
        assert "Save or discard your changes first." in noticed(app)


async def test_a_new_entry_has_no_versions_to_look_at(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await keys(pilot, "n", "f7")
        assert isinstance(app.screen, EntryEditor)
        assert "earlier versions" not in [key.label for key in app.screen.key_rows()]


async def test_an_entry_that_was_never_edited_says_so_and_versions_stay_as_they_were(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.entries.add(Entry(text="a quiet day")))
    async with opened(app, toasts=True) as pilot:
        await keys(pilot, "2", "enter", "f7")
        assert "No earlier versions yet." in said(app)
        await keys(pilot, "r", "enter", "d")
        assert isinstance(app.screen, EarlierVersions)
        await keys(pilot, "escape", "end", "x", "ctrl+s", "enter", "f7", "d")
        assert "Press r to restore this one." in noticed(app)


# The setting.


async def setting(pilot: Pilot[int]) -> str:
    """Open Settings, mark the line about deleted things, and return its value."""
    await keys(pilot, "comma")
    lines = pilot.app.screen.query_one(RecordList)
    (place,) = [at for at, line in enumerate(lines.items) if line.name == "Deleted things"]
    lines.mark(place)
    line = lines.items[place]
    assert isinstance(line, Line)
    return line.value


async def test_turning_it_off_asks_says_how_many_and_empties_the_bin(path: Path) -> None:
    def fill(journal: Journal) -> None:
        delete_some(journal)
        edit_some(journal)

    app = make_app(path, fill=fill)
    async with opened(app, toasts=True) as pilot:
        assert await setting(pilot) == "kept for 30 days, 3 in the bin"
        await keys(pilot, "enter")
        assert "3 deleted things and 2 earlier versions of entries will be removed now." in said(app)
        await keys(pilot, "n")
        assert len(in_bin(app)) == 3
        await keys(pilot, "enter", "y")
        assert in_bin(app) == []
        assert app.journal is not None
        assert len(app.journal.versions) == 0
        assert "3 deleted things, 2 earlier versions" in noticed(app)
        await keys(pilot, "escape")
        assert await setting(pilot) == "not kept"
        await keys(pilot, "enter")
        assert app.journal.preferences.keep_deleted
        assert "From now on, deleted things stay in the bin for 30 days." in noticed(app)
