"""Test the screen that exports everything: what it says, that it asks, and what it writes."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.domain.entries import Entry
from journal.importing.archive import read_archive
from journal.sharing.age import Seal
from journal.store.journal import Journal
from journal.text import exporting as exporting_text
from journal.text import fields as fields_text
from journal.text import sealing as sealing_text
from journal.text import sharing as sharing_text
from journal.vault.files.disk import Disk
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.settings.export import ExportEverything
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import paste

NAME = "journal-export-2026-11-23"
WORDS = "six words for the file alone"


def with_entry(journal: Journal) -> object:
    return journal.entries.add(Entry(text="a word of mine"))


async def go(pilot: Pilot[int]) -> None:
    assert isinstance(pilot.app, JournalApp)
    pilot.app.show("export")
    await settle(pilot)


async def encrypt(pilot: Pilot[int]) -> None:
    pilot.app.screen.query_one("#encrypt Choice").focus()
    await pilot.press("2")
    await paste(pilot, "passphrase", WORDS)


async def save(pilot: Pilot[int]) -> None:
    await pilot.press("ctrl+s")
    await settle(pilot)


def said(app: JournalApp) -> str:
    """Return what the screen shows, as one line, as it may wrap anywhere."""
    return " ".join(picture(app).replace("│", " ").split())


async def test_it_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=with_entry)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot)
        await assert_goldens(pilot, "export")
        await save(pilot)
        await assert_goldens(pilot, "export-asked")
        await pilot.press("y")
        await settle(pilot)
        await assert_goldens(pilot, "export-done")
        await encrypt(pilot)
        await pilot.press("home")
        await assert_goldens(pilot, "export-encrypted")
        await save(pilot)
        await assert_goldens(pilot, "export-encrypted-asked")


async def test_nothing_is_written_before_yes(path: Path, home: Path) -> None:
    app = make_app(path, fill=with_entry)
    async with opened(app) as pilot:
        await go(pilot)
        assert exporting_text.OPEN in said(app)
        for no in ("n", "escape"):
            await save(pilot)
            assert isinstance(app.screen, Confirm)
            await pilot.press(no)
            await settle(pilot)
            assert not (home / NAME).exists()
        await save(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert exporting_text.done(1, f"~/{NAME}", []) in said(app)
    assert stat.S_IMODE((home / NAME).stat().st_mode) == 0o700
    assert [one["text"] for one in read_archive(home / NAME)["entries"].values()] == ["a word of mine"]


async def test_what_is_there_stays_and_a_failure_is_told_at_the_place(
    path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    (home / NAME).mkdir()
    (home / NAME / "mine").write_text("mine")
    app = make_app(path, fill=with_entry)
    async with opened(app) as pilot:
        await go(pilot)
        await save(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert exporting_text.TAKEN in said(app)
        assert [one.name for one in (home / NAME).iterdir()] == ["mine"]
        await paste(pilot, "place", "~/other")
        with monkeypatch.context() as patched:
            patched.setattr(Disk, "rename", full)
            await save(pilot)
            await pilot.press("y")
            await settle(pilot)
        assert "no space left on device" in said(app)
        assert [one.name for one in home.iterdir() if "other" in one.name] == []


async def test_a_folder_that_a_killed_export_left_is_named(path: Path, home: Path) -> None:
    (home / f"{NAME}.unfinished-0a1b2c3d").mkdir()
    app = make_app(path, fill=with_entry)
    async with opened(app) as pilot:
        await go(pilot)
        await save(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert exporting_text.unfinished(f"~/{NAME}.unfinished-0a1b2c3d") in said(app)


async def test_with_a_passphrase_it_is_one_file(path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[Seal] = []

    def quick(data: bytes, how: Seal) -> bytes:
        used.append(how)
        return b"sealed"

    monkeypatch.setattr("journal.exporting.export.seal", quick)
    app = make_app(path, fill=with_entry)
    async with opened(app) as pilot:
        await go(pilot)
        assert not app.screen.query_one("#passphrase").display
        await encrypt(pilot)
        assert exporting_text.SEALED_BY_PASSPHRASE in said(app)
        await save(pilot)
        assert WORDS in said(app), "the question shows it whole, however short the field is"
        await pilot.press("y")
        await settle(pilot)
        assert (home / f"{NAME}.tar.age").read_bytes() == b"sealed"
        assert not (home / NAME).exists()
        assert used == [Seal(passphrase=WORDS)]


async def test_an_empty_passphrase_and_a_missing_extra_are_refused(
    path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(path, fill=with_entry)
    async with opened(app) as pilot:
        await go(pilot)
        await encrypt(pilot)
        await paste(pilot, "passphrase", "")
        await save(pilot)
        assert sharing_text.PASSPHRASE_NEEDED in said(app)
        await paste(pilot, "passphrase", WORDS)
        monkeypatch.setattr("journal.sharing.age.available", lambda: False)
        await save(pilot)
        assert sealing_text.AGE_MISSING in said(app)
        assert isinstance(app.screen, ExportEverything)
        assert [one.name for one in home.iterdir() if NAME in one.name] == []


async def test_without_a_place_it_says_what_to_enter(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot)
        await paste(pilot, "place", "")
        await save(pilot)
        assert fields_text.file_needed("~/journal-export") in said(app)


@pytest.mark.parametrize("words", ["export", "archive", "markdown", "take my data", "move", "leave"])
async def test_the_palette_finds_it(path: Path, words: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("ctrl+p", *(key if key != " " else "space" for key in words))
        await settle(pilot)
        assert "Everything as JSON, CSV and Markdown" in picture(app)
        if words in ("export", "markdown"):
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(app.screen, ExportEverything)
