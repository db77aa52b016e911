"""Test opening with a key file on the locked screen, and what is said where it can't be."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from journal.store.journal import Journal
from journal.text import key_file as key_file_text
from screens.app import JournalApp
from screens.locked.key_file_unlock import KeyFileUnlock
from screens.locked.lock_screen import Locked
from screens.today.today import Today
from screens.widgets.fields.path import PathField
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.driving import locked, make_app, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder that stands for a drive; no environment variable names a key file."""
    monkeypatch.delenv("JOURNAL_KEY_FILE", raising=False)
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def app(path: Path, stick: Path) -> JournalApp:
    """Return an app for a journal that a key file opens."""
    return make_app(path, fill=lambda journal: journal.make_key_file(stick / "journal-key.txt"))


async def try_file(pilot: Pilot[int], place: Path) -> None:
    """Type a path and press enter."""
    pilot.app.screen.query_one(PathField).fill(str(place))
    await pilot.press("enter")
    await settle(pilot)


def said(app: JournalApp) -> str:
    return " ".join(picture(app).replace("│", " ").split())


async def test_the_screens_are_whole_at_every_size(app: JournalApp, stick: Path) -> None:
    async with locked(app, SMALLEST) as pilot:
        assert "F3 key file" in picture(app)
        await pilot.press("f3")
        await settle(pilot)
        await assert_goldens(pilot, "key-file-unlock")


@pytest.mark.parametrize("named", ["", "journal-key.txt"], ids=["its folder", "the file"])
async def test_the_key_file_opens_the_journal(app: JournalApp, stick: Path, named: str) -> None:
    async with locked(app) as pilot:
        await pilot.press("f3")
        await settle(pilot)
        await try_file(pilot, stick / named)
        assert isinstance(app.screen, Today)


async def test_the_file_that_the_environment_names_is_offered(
    app: JournalApp, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNAL_KEY_FILE", str(stick / "journal-key.txt"))
    async with locked(app) as pilot:
        await pilot.press("f3")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Today)


@pytest.mark.parametrize("named", ["~nobody-of-this-name/key", "a" * 300])
async def test_a_place_that_cannot_be_is_told_and_ends_nothing(
    app: JournalApp, stick: Path, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNAL_KEY_FILE", named)
    async with locked(app) as pilot:
        await pilot.press("f3")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, KeyFileUnlock)
        assert "key file" in said(app)
        await try_file(pilot, stick)
        assert isinstance(app.screen, Today)


async def test_without_a_key_file_the_key_is_not_there(path: Path, stick: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        assert "key file" not in picture(app)
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, Locked)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "There is no key file at"),
        (b"a letter", "This is not a key file."),
        (b"x" * 2000, "This file is too large to be a key file."),
        (b"journal-key 2 abc", "A newer version made this key file."),
        (b"journal-key 1 00 00", "The key file is damaged"),
    ],
    ids=["missing", "other", "large", "newer", "damaged"],
)
async def test_what_is_wrong_is_one_sentence_and_the_passphrase_still_opens(
    app: JournalApp, stick: Path, content: bytes | None, sentence: str
) -> None:
    place = stick / "wrong"
    if content is not None:
        place.write_bytes(content)
    async with locked(app) as pilot:
        await pilot.press("f3")
        await settle(pilot)
        await try_file(pilot, place)
        assert sentence in said(app)
        await pilot.press("escape")
        await settle(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, Today)


async def test_the_key_file_of_another_journal_is_told(app: JournalApp, stick: Path, tmp_path: Path) -> None:
    with Journal.create(tmp_path / "other.rj", PASSPHRASE, cost=CHEAP) as journal:
        journal.make_key_file(stick / "other")
    async with locked(app) as pilot:
        await pilot.press("f3")
        await settle(pilot)
        await try_file(pilot, stick / "other")
        assert "This key file does not open this journal." in said(app)
        assert isinstance(app.screen, KeyFileUnlock)
        await try_file(pilot, stick)
        assert isinstance(app.screen, Today)


async def test_a_file_that_others_can_read_opens_with_a_warning(app: JournalApp, stick: Path) -> None:
    async with locked(app, toasts=True) as pilot:
        (stick / "journal-key.txt").chmod(0o644)
        await pilot.press("f3")
        await settle(pilot)
        await try_file(pilot, stick)
        assert isinstance(app.screen, Today)
        assert key_file_text.OTHERS_READ in [told.message for told in app._notifications]


@pytest.mark.parametrize("key", ["ctrl+l", "escape"])
async def test_given_up_while_it_opens_it_stays_locked(
    app: JournalApp, stick: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    go_on, real = threading.Event(), Journal.open

    def slow(*place: Any, **options: Any) -> Journal:
        go_on.wait(10)
        return real(*place, **options)

    async with locked(app) as pilot:
        monkeypatch.setattr(Journal, "open", slow)
        await pilot.press("f3")
        await settle(pilot)
        app.screen.query_one(PathField).fill(str(stick))
        await pilot.press("enter")
        await pilot.press(key)
        go_on.set()
        await settle(pilot)
        assert app.journal is None
        assert not app.opening
        assert "stays locked" in picture(app)
