"""Test restoring a damaged or missing journal from a copy, without its passphrase and after asking."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen

from journal.domain.entries import Entry
from journal.store.journal import Journal
from journal.text import backups as backups_text
from screens.app import JournalApp
from screens.locked.lock_screen import Locked
from screens.security.open_report import Opened
from screens.security.restore import PutBack
from screens.settings.device_form import RegionSheet
from screens.today.today import Today
from screens.welcome.welcome import Welcome
from screens.widgets.fields.path import PathField
from tests.support.driving import locked, make_app, open_app, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import OFFERED, paste, press, same_words


@pytest.fixture(autouse=True)
def format_known(monkeypatch: pytest.MonkeyPatch) -> None:
    same_words(monkeypatch)


def lost(path: Path, *, earlier: bool = True) -> JournalApp:
    """Make a journal whose first pages are both bad, with an earlier copy next to it."""

    def fill(journal: Journal) -> None:
        journal.entries.add(Entry(text="kept"))
        if earlier:
            journal.compact()

    make_app(path, fill=fill)
    damage_first_pages(path)
    return open_app(path)


def damage_first_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(64, 8192, 64):
        data[place] ^= 0xFF
    path.write_bytes(data)


def shows(app: JournalApp, kind: type[Screen[Any]]) -> bool:
    """Return whether a screen of that class is on top."""
    return isinstance(app.screen, kind)


def said(app: JournalApp) -> str:
    """Return what the screen shows, as one line, as it may wrap anywhere."""
    return " ".join(picture(app).replace("│", " ").split())


async def give(pilot: Pilot[int], place: str | None = None, key: str = "y") -> None:
    """Choose a copy, and answer the question."""
    if place is not None:
        await paste(pilot, "place", place)
    await pilot.press("enter")
    await settle(pilot)
    await pilot.press(key)
    await settle(pilot)


async def test_it_is_whole_at_every_size(path: Path) -> None:
    app = lost(path)
    async with locked(app, SMALLEST) as pilot:
        await assert_goldens(pilot, "locked-lost")
        await pilot.press("f7")
        await settle(pilot)
        await paste(pilot, "place", "~/stick/journal.rj")
        await assert_goldens(pilot, "put-back")


@pytest.mark.parametrize("region", ["", "EU"])
async def test_after_a_restore_the_country_is_asked_for_where_none_is_chosen(path: Path, region: str) -> None:
    app = lost(path)
    async with locked(app) as pilot:
        app.settings = replace(app.settings, region=region)
        await pilot.press("f7")
        await settle(pilot)
        await give(pilot)
        await unlock(pilot)
        assert shows(app, Opened)
        await pilot.press("escape")
        await settle(pilot)
        assert ("No country is chosen on this computer" in said(app)) is (not region)
        if region:
            assert shows(app, Today)
            return
        await pilot.press("y")
        await settle(pilot)
        assert shows(app, RegionSheet)


async def test_a_damaged_file_is_put_back_from_the_earlier_copy_beside_it(path: Path) -> None:
    app = lost(path)
    async with locked(app, toasts=True) as pilot:
        assert "An earlier copy, journal.rj.1, is next to it and undamaged" in said(app)
        assert not app.screen.query_one("#ask").display
        await pilot.press("f7")
        await settle(pilot)
        assert app.screen.query_one(PathField).text.endswith("journal.rj.1")
        await give(pilot)
        assert shows(app, Locked)
        await unlock(pilot)
        assert "older than what this computer saw" in said(app)  # it is what it says
        await pilot.click("#rollback")
        await settle(pilot)
        await pilot.press("escape")  # no country is chosen
        await settle(pilot)
        assert shows(app, Today)
        assert app.journal is not None
        assert [entry.text for entry in app.journal.entries.all()] == ["kept"]


@pytest.mark.parametrize("way", ["n", "escape"])
async def test_answered_no_nothing_is_put_back(path: Path, way: str) -> None:
    app = lost(path)
    before = path.read_bytes()
    async with locked(app) as pilot:
        await pilot.press("f7")
        await settle(pilot)
        await give(pilot, key=way)
        assert shows(app, PutBack)
    assert path.read_bytes() == before


async def test_without_an_earlier_copy_another_place_is_asked_for(path: Path, home: Path) -> None:
    app = lost(path, earlier=False)
    other = make_app(home / "copy.rj")
    assert other.path.exists()
    async with locked(app) as pilot:
        assert "press F7 to restore it" in said(app)
        await pilot.press("f7")
        await settle(pilot)
        assert app.screen.query_one(PathField).text == ""
        await give(pilot, "~/copy.rj")
        assert shows(app, Locked)
        await unlock(pilot)
        await pilot.press("escape")  # no country is chosen
        await settle(pilot)
        assert shows(app, Today)


async def test_a_whole_journal_is_not_put_back_by_chance(path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await pilot.press("f7")
        await settle(pilot)
        assert isinstance(app.screen, Locked)
        assert not [key for key in app.screen.key_rows() if key.action == "put_back"]


async def test_what_is_no_copy_is_told_and_a_full_disk_changes_nothing(
    path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (home / "letter.txt").write_text("dear Ana")
    app = lost(path)
    before = path.read_bytes()
    async with locked(app) as pilot:
        await pilot.press("f7")
        await settle(pilot)
        for place, told in (("~/letter.txt", "not a journal"), ("~/nothing.rj", "There is no file nothing.rj here")):
            await paste(pilot, "place", place)
            await pilot.press("enter")
            await settle(pilot)
            assert shows(app, PutBack)  # nothing is asked about what is no backup
            assert told in said(app)
        with monkeypatch.context() as patched:
            patched.setattr("journal.vault.files.disk.Disk.write_new", full)
            await give(pilot, str(path.with_name(f"{path.name}.1")))
        assert shows(app, PutBack)
        assert "full" in said(app) or os.strerror(errno.ENOSPC) in said(app)
    assert path.read_bytes() == before


async def test_that_a_key_file_opens_the_backup_is_said_before_it_is_asked(path: Path, home: Path) -> None:
    def keep(journal: Journal) -> None:
        journal.backup(home / "without.rj")
        journal.make_key_file(home / "key.txt")
        journal.backup(home / "with.rj")

    make_app(path, fill=keep)
    damage_first_pages(path)
    app = open_app(path)
    async with locked(app) as pilot:
        await pilot.press("f7")
        await settle(pilot)
        for name, opens in (("with.rj", True), ("without.rj", False)):
            await paste(pilot, "place", f"~/{name}")
            await pilot.press("enter")
            await settle(pilot)
            assert f"Restore {name}?" in said(app)
            assert (backups_text.KEY_FILE_AGAIN in said(app)) is opens
            await pilot.press("n")
            await settle(pilot)


async def test_the_backup_is_looked_at_before_anything_is_asked(path: Path) -> None:
    app = lost(path)
    async with locked(app) as pilot:
        await pilot.press("f7")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Restore journal.rj.1?" in said(app)
        assert "journal.rj.1 is a journal, last saved" in said(app)


async def test_a_journal_that_goes_while_locked_is_told(path: Path) -> None:
    make_app(path, fill=lambda journal: journal.compact())
    app = open_app(path)
    async with locked(app) as pilot:
        assert isinstance(app.screen, Locked)
        path.unlink()
        await app.screen._look_again()
        await settle(pilot)
        assert "isn't where it was any more" in said(app)
        assert "journal.rj.1" in said(app)


async def test_who_has_a_copy_of_a_journal_begins_with_it(path: Path, home: Path) -> None:
    make_app(home / "copy.rj", fill=lambda journal: journal.entries.add(Entry(text="from before")))
    app = open_app(path)
    async with locked(app) as pilot:
        assert shows(app, Welcome)
        await press(pilot, "skip")
        assert shows(app, PutBack)
        await pilot.press("escape")
        await settle(pilot)
        assert shows(app, Welcome)
        assert OFFERED in picture(app)
        await press(pilot, "skip")
        await give(pilot, "~/copy.rj")
        assert shows(app, Locked)
        await unlock(pilot)
        await pilot.press("escape")  # no country is chosen
        await settle(pilot)
        assert shows(app, Today)
        assert app.journal is not None
        assert [entry.text for entry in app.journal.entries.all()] == ["from before"]


async def test_a_file_that_cannot_be_read_at_all_leaves_help_and_a_way_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_app(path, fill=lambda journal: journal.compact())
    path.write_bytes(path.read_bytes() + b"garbage" * 300_000)
    monkeypatch.setattr("journal.vault.files.contents.LARGEST_FILE", 1024 * 1024)
    app = open_app(path)
    async with locked(app) as pilot:
        assert f"earlier copy, {path.name}.1, is next to it and undamaged" in said(app)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert "How strong is it?" in said(app)
        await pilot.press("escape", "f4")
        await settle(pilot)
        assert "cannot see or call anyone" in said(app)
        await pilot.press("escape", "f7")
        await give(pilot)
        await unlock(pilot)
        assert app.journal is not None
