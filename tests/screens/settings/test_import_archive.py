"""Test the screen that imports an archive: it tells first, asks, and adds only what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.domain.entries import Entry
from journal.exporting.export import export
from journal.text import archive as archive_text
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.settings.import_archive import ImportArchive
from tests.support.any_journal import journal_with
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import paste


@pytest.fixture
def archived(home: Path) -> Path:
    """Return an export with two entries."""
    with journal_with({}) as other:
        other.entries.add_many([Entry(text="one"), Entry(text="two")])
        return export(other, home / "old").path


async def read(pilot: Pilot[int], place: str) -> None:
    assert isinstance(pilot.app, JournalApp)
    if not isinstance(pilot.app.screen, ImportArchive):
        pilot.app.show("import_archive")
        await settle(pilot)
    await paste(pilot, "place", place)
    await pilot.press("enter")
    await settle(pilot)


def said(app: JournalApp) -> str:
    return " ".join(picture(app).replace("│", " ").split())


def texts(app: JournalApp) -> list[str]:
    assert app.journal is not None
    return sorted(entry.text for entry in app.journal.entries)


async def test_it_is_whole_at_every_size(path: Path, archived: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        app.show("import_archive")
        await settle(pilot)
        await assert_goldens(pilot, "import-archive")
        await read(pilot, f"~/{archived.name}")
        await pilot.press("y")
        await settle(pilot)
        await assert_goldens(pilot, "import-archive-added")
        await read(pilot, "~/nowhere")
        await assert_goldens(pilot, "import-archive-not-read")


async def test_it_tells_and_asks_before_it_adds(path: Path, archived: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await read(pilot, str(archived))
        assert isinstance(app.screen, Confirm)
        assert archive_text.ask_add(2) in said(app)
        await pilot.press("n")
        await settle(pilot)
        assert texts(app) == []
        assert "Would add 2 records. 2 entries" in said(app)
        await read(pilot, str(archived / "archive.json"))
        await pilot.press("y")
        await settle(pilot)
        assert texts(app) == ["one", "two"]
        assert "Added 2 records. 2 entries" in said(app)
        await read(pilot, str(archived))
        assert isinstance(app.screen, ImportArchive), "there is nothing to ask about"
        assert archive_text.NOTHING_NEW in said(app)


async def test_a_foreign_file_is_refused_at_the_place(path: Path, home: Path) -> None:
    (home / "days.csv").write_text("focus,date,state\n")
    app = make_app(path)
    async with opened(app) as pilot:
        await read(pilot, "~/days.csv")
        assert archive_text.NOT_AN_ARCHIVE in said(app)
        assert archive_text.READING not in said(app)
        await read(pilot, "~")
        assert archive_text.NO_ARCHIVE_IN_FOLDER in said(app)
