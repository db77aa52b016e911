"""Test making and removing a key file in Settings: asked for the passphrase, told honestly, nothing lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.errors import WrongPassphrase
from journal.store.journal import Journal
from journal.text import access as access_text
from journal.text import key_file as key_file_text
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.security.key_file import KeyFileForm
from screens.widgets.fields.path import PathField
from tests.conftest import PASSPHRASE
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import paste, press


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder that stands for a drive; no environment variable names a key file."""
    monkeypatch.delenv("JOURNAL_KEY_FILE", raising=False)
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def with_key_file(path: Path, stick: Path) -> JournalApp:
    """Return an app for a journal that a key file opens."""
    return make_app(path, fill=lambda journal: journal.make_key_file(stick / "first"))


async def shown(app: JournalApp, pilot: Pilot[int]) -> KeyFileForm:
    app.show("key_file")
    await settle(pilot)
    assert isinstance(app.screen, KeyFileForm)
    return app.screen


async def fill_in(pilot: Pilot[int], place: Path, passphrase: str = PASSPHRASE) -> None:
    """Fill in both fields, and save."""
    await paste(pilot, "now", passphrase)
    pilot.app.screen.query_one(PathField).fill(str(place))
    await pilot.press("ctrl+s")
    await settle(pilot)


def said(app: JournalApp) -> list[str]:
    """Return what was notified."""
    return [told.message for told in app._notifications]


def opens(path: Path, key_file: Path) -> bool:
    try:
        Journal.open(path, key_file=key_file, read_only=True).close()
    except WrongPassphrase:
        return False
    return True


async def test_the_form_is_whole_at_every_size(path: Path, stick: Path) -> None:
    async with opened(make_app(path), SMALLEST) as pilot:
        app = pilot.app
        assert isinstance(app, JournalApp)
        await shown(app, pilot)
        await assert_goldens(pilot, "key-file")
        await fill_in(pilot, path.with_name("key"))
        await assert_goldens(pilot, "key-file-next-to-the-journal")


async def test_the_form_with_a_key_file_is_whole_at_every_size(path: Path, stick: Path) -> None:
    app = with_key_file(path, stick)
    async with opened(app, SMALLEST) as pilot:
        await shown(app, pilot)
        await assert_goldens(pilot, "key-file-there")
        await paste(pilot, "now", PASSPHRASE)
        await pilot.press("f5")
        await settle(pilot)
        await assert_goldens(pilot, "key-file-remove-asked")


async def test_a_key_file_is_made_on_the_drive_and_opens_the_journal(path: Path, stick: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await shown(app, pilot)
        await fill_in(pilot, stick)
        assert not isinstance(app.screen, KeyFileForm)
        assert said(app) == [key_file_text.made(str(stick / "journal-key.txt"))]
        app.show("settings")
        await settle(pilot)
        assert "no recovery words yet · key file" in picture(app)
    assert opens(path, stick / "journal-key.txt")
    Journal.open(path, PASSPHRASE, read_only=True).close()


async def test_a_wrong_passphrase_or_none_makes_nothing(path: Path, stick: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await shown(app, pilot)
        await fill_in(pilot, stick, passphrase="a guess")
        assert access_text.PASSPHRASE_WRONG in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert access_text.PASSPHRASE_NEEDED in picture(app)
        assert isinstance(app.screen, KeyFileForm)
        assert not app.journal or not app.journal.has_key_file
    assert list(stick.iterdir()) == []


async def test_a_file_that_is_there_is_never_replaced(path: Path, stick: Path) -> None:
    letter = stick / "letter"
    letter.write_text("dear", encoding="utf-8")
    app = make_app(path)
    async with opened(app) as pilot:
        await shown(app, pilot)
        await fill_in(pilot, letter)
        assert "A file with this name is there already" in picture(app)
        await fill_in(pilot, stick / "no" / "folder")
        assert "could not be saved" in picture(app)
    assert letter.read_text(encoding="utf-8") == "dear"


async def test_next_to_the_journal_it_is_made_only_if_that_is_confirmed(path: Path, stick: Path) -> None:
    app, near = make_app(path), path.with_name("key")
    async with opened(app) as pilot:
        await shown(app, pilot)
        await fill_in(pilot, near)
        assert isinstance(app.screen, Confirm)
        await pilot.press("n")
        await settle(pilot)
        assert not near.exists()
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
    assert opens(path, near)


async def test_a_new_one_replaces_it_and_may_delete_the_earlier_copies(path: Path, stick: Path) -> None:
    app = with_key_file(path, stick)
    async with opened(app, toasts=True) as pilot:
        await shown(app, pilot)
        app.screen.query_one("#forget").focus()
        await pilot.press("1")
        await fill_in(pilot, stick / "second")
        assert key_file_text.ONE_AT_A_TIME in said(app)[0]
    assert opens(path, stick / "second")
    assert not opens(path, stick / "first")
    assert not opens(path.with_name(f"{path.name}.1"), stick / "first")


async def test_removing_is_asked_first_and_leaves_the_file(path: Path, stick: Path) -> None:
    app, file = with_key_file(path, stick), stick / "first"
    content = file.read_bytes() if file.exists() else b""
    async with opened(app) as pilot:
        content = file.read_bytes()
        await shown(app, pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert access_text.PASSPHRASE_NEEDED in picture(app)
        await paste(pilot, "now", PASSPHRASE)
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(app.screen, Confirm)
        await pilot.press("y")
        await settle(pilot)
        assert not app.journal or not app.journal.has_key_file
    assert file.read_bytes() == content
    assert not opens(path, file)


async def test_without_a_key_file_f5_does_nothing(path: Path, stick: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await shown(app, pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(app.screen, KeyFileForm)
        assert "F5" not in picture(app)


async def test_a_new_master_key_tells_beforehand_that_the_key_file_ends(path: Path, stick: Path) -> None:
    app = with_key_file(path, stick)
    async with opened(app) as pilot:
        app.show("seal")
        await settle(pilot)
        await paste(pilot, "now", PASSPHRASE)
        await press(pilot, "on")
        await pilot.press("3" if app.journal and app.journal.has_recovery else "2")
        await settle(pilot)
        assert isinstance(app.screen, Confirm)
        assert key_file_text.WILL_END.split(".")[0] in " ".join(picture(app).replace("│", " ").split())
        await pilot.press("y")
        await settle(pilot)
        assert not app.journal or not app.journal.has_key_file
    assert not opens(path, stick / "first")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
async def test_the_file_is_readable_only_by_this_account(path: Path, stick: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await shown(app, pilot)
        await fill_in(pilot, stick)
    assert (stick / "journal-key.txt").stat().st_mode & 0o077 == 0
