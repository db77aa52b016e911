"""Test importing on the screen: the program, the file, what is in it, what it can't say, adding and taking it back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.settings.import_file import ImportFile
from screens.settings.import_programs import ImportPrograms
from screens.settings.undo_import import UndoImport
from screens.widgets.choice import Choice
from screens.widgets.panel import Panel
from tests.conftest import PASSPHRASE
from tests.support.driving import lock, locked, make_app, opened, settle, unlock
from tests.support.fake_export import export
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import paste

__all__ = ["export"]


TABLE: Final = Path(__file__).parents[2] / "importing" / "samples" / "csv" / "semicolon_cp1252.csv"


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def read(pilot: Pilot[int], place: Path | str) -> None:
    """Choose Loop in the list, and name the export."""
    assert isinstance(pilot.app, JournalApp)
    pilot.app.show("import_programs")
    await settle(pilot)
    await press(pilot, "down", "down", "enter")
    assert isinstance(pilot.app.screen, ImportFile)
    await paste(pilot, "place", str(place))
    await press(pilot, "enter")


def said(pilot: Pilot[int]) -> str:
    """Return what the screen shows, as one line, as it may wrap anywhere."""
    assert isinstance(pilot.app, JournalApp)
    return " ".join(picture(pilot.app).replace("│", " ").split())


def opened_journal(pilot: Pilot[int]) -> Journal:
    assert isinstance(pilot.app, JournalApp)
    assert pilot.app.journal is not None
    return pilot.app.journal


def states(pilot: Pilot[int]) -> str:
    return "".join(mark.state for mark in opened_journal(pilot).marks)


@pytest.mark.usefixtures("export")
async def test_the_screens_are_whole_at_every_size(
    path: Path, monkeypatch: pytest.MonkeyPatch, home: Path, export: Path
) -> None:
    (home / "loop.csv").write_bytes(export.read_bytes())
    async with opened(make_app(path), SMALLEST) as pilot:
        assert isinstance(pilot.app, JournalApp)
        pilot.app.show("import_programs")
        await settle(pilot)
        await assert_goldens(pilot, "import-programs")
        await press(pilot, "down", "down", "enter")
        await assert_goldens(pilot, "import-file")
        await paste(pilot, "place", "~/loop.csv")
        await press(pilot, "enter", "1")
        await assert_goldens(pilot, "import-read", always=True)  # resizing scrolls the questions
        await press(pilot, "ctrl+s", "y")
        await assert_goldens(pilot, "import-added")
        await press(pilot, "f7")
        await assert_goldens(pilot, "import-undo")


async def test_nothing_is_added_before_the_answer_yes_and_an_answer_changes_what_is_added(
    path: Path, export: Path
) -> None:
    async with opened(make_app(path)) as pilot:
        await read(pilot, export)
        assert "3 to check" in said(pilot)
        await press(pilot, "4")
        assert "Will add: 1 focus." in said(pilot)
        pilot.app.screen.query_one("#question-0").focus()
        await press(pilot, "1")
        assert "1 to check" in said(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "n")
        assert len(opened_journal(pilot).imports) == len(opened_journal(pilot).marks) == 0
        await press(pilot, "ctrl+s", "y")
        assert "Added: 1 entry, 3 days, 1 focus." in said(pilot)
        assert not pilot.app.screen.query("#questions *")
        assert states(pilot) == "-o-"


async def test_a_day_that_was_marked_after_reading_stays_as_the_person_marked_it(path: Path, export: Path) -> None:
    async with opened(make_app(path)) as pilot:
        await read(pilot, export)
        await press(pilot, "1", "ctrl+s")
        assert isinstance(pilot.app.screen, Confirm)
        journal = opened_journal(pilot)
        focus = journal.focuses.add(Focus(label="Wine", start=date(2026, 1, 1)))
        journal.marks.add(Mark(focus=focus, local_date=date(2026, 11, 20), state=DayState.USED))
        await press(pilot, "y")
        assert "Added: 1 entry, 2 days." in said(pilot)
        assert [mark.state for mark in journal.marks if mark.local_date == date(2026, 11, 20)] == [DayState.USED]


async def test_the_first_question_has_the_keys_where_it_is_seen_below_the_report(path: Path, export: Path) -> None:
    app = make_app(path)
    async with locked(app, (60, 20)) as pilot:
        await unlock(pilot)
        await read(pilot, export)
        assert isinstance(app.focused, Choice)
        assert "Will add" in picture(app)
        assert "First answer the questions below" in said(pilot)


async def test_the_report_is_seen_first_and_no_digit_answers_a_question_out_of_sight(path: Path) -> None:
    app = make_app(path)
    async with locked(app, (60, 20)) as pilot:
        await unlock(pilot)
        app.show("import_file", kind="csv")
        await settle(pilot)
        await paste(pilot, "place", str(TABLE))
        await press(pilot, "enter")
        assert isinstance(app.focused, Panel)
        assert "Will add" in picture(app)
        before = said(pilot)
        await press(pilot, "2")
        assert said(pilot) == before
        await press(pilot, "tab", "tab")
        assert isinstance(app.focused, Choice)


async def test_an_answer_that_was_typed_but_not_entered_is_read_before_anything_is_asked(
    path: Path, export: Path
) -> None:
    async with opened(make_app(path)) as pilot:
        await read(pilot, export)
        pilot.app.screen.query_one("#question-1 Input", Input).value = "drinks"
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ImportFile)
        await press(pilot, "ctrl+s", "y")
        (focus,) = opened_journal(pilot).focuses
        assert focus.unit == "drinks"


async def test_a_second_import_adds_nothing_and_the_first_is_undone_after_a_restart(path: Path, export: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.entries.add(Entry(text="mine")))
    async with opened(app) as pilot:
        await read(pilot, export)
        await press(pilot, "ctrl+s", "y", "ctrl+s")
        assert "Nothing new to add." in said(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ImportFile)
    again = JournalApp(path, clock=app.clock, settings=app.settings)
    async with opened(again) as pilot:
        again.show("undo_import")
        await settle(pilot)
        assert "Undo takes away: 1 entry, 3 days, 1 focus." in said(pilot)
        await press(pilot, "ctrl+s", "n")
        assert len(opened_journal(pilot).marks) == 3
        await press(pilot, "ctrl+s", "y")
        assert "Import undone. Removed: 1 entry, 3 days, 1 focus." in said(pilot)
        assert [entry.text for entry in opened_journal(pilot).entries] == ["mine"]
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, UndoImport)
        assert "There is no import to undo." in said(pilot)


async def test_what_is_no_export_or_not_there_is_told_under_the_path(path: Path, export: Path) -> None:
    async with opened(make_app(path)) as pilot:
        await read(pilot, "/nowhere/at/all")
        assert "There is nothing there." in said(pilot)
        await paste(pilot, "place", "a" * 300)
        await press(pilot, "enter")
        assert "There is nothing there." in said(pilot)
        export.write_text("broken", encoding="utf-8")
        await paste(pilot, "place", str(export))
        await press(pilot, "enter")
        assert "This isn't an export of Loop. Nothing was imported." in said(pilot)
        await paste(pilot, "place", str(export.parent))
        await press(pilot, "ctrl+s")
        assert "It can't be read: Is a directory." in said(pilot)


async def test_a_csv_file_of_days_is_imported_here_too(path: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "days.csv"
    sheet.write_text("focus,date,state\nx,2026-11-20,clean\nx,2026-11-19,used\n", encoding="utf-8")
    async with opened(make_app(path)) as pilot:
        assert isinstance(pilot.app, JournalApp)
        pilot.app.show("import_file", kind="days")
        await settle(pilot)
        await paste(pilot, "place", str(sheet))
        await press(pilot, "enter", "ctrl+s", "y")
        assert "Added: 2 days, 1 focus." in said(pilot)
        assert sorted(states(pilot)) == sorted(DayState.CLEAN + DayState.USED)
        sheet.write_text("focus,date,state\nx,never,clean\n", encoding="utf-8")
        await press(pilot, "ctrl+s")
        await paste(pilot, "place", str(sheet))
        await press(pilot, "enter")
        assert "Line 2: the date must be written like 2026-11-23." in said(pilot)


async def test_it_is_reached_from_settings_and_by_the_words_people_try(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        await press(pilot, "comma", "G", "up", "up", "enter")
        assert isinstance(pilot.app.screen, ImportPrograms)
        await press(pilot, "escape", "down", "enter")
        assert isinstance(pilot.app.screen, UndoImport)


async def test_it_is_found_by_the_words_people_try(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        for words in (
            "import",
            "jrnl",
            "day one",
            "loop",
            "daylio",
            "quitter",
            "grove",
            "obsidian",
            "csv",
            "switch",
            "app",
            "from phone",
            "transfer",
            "excel",
        ):
            await press(pilot, "ctrl+p")
            pilot.app.screen.query_one("#filter", Input).value = words
            await settle(pilot)
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, ImportPrograms), words
            await press(pilot, "escape")


async def test_locking_hides_what_was_read(path: Path, export: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await read(pilot, export)
        await lock(pilot)
        assert "Wine" not in picture(app)
        assert PASSPHRASE not in picture(app)
