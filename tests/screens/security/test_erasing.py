"""Check that exactly what was asked for is erased, with its passphrase, and that the screen names what is left."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from journal.config.places import state_directory
from journal.domain.entries import Entry
from journal.errors import NotErased, NotSaved
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.locked.lock_screen import Locked
from screens.security.erase_journal import EraseJournal
from screens.security.erase_record import EraseRecord
from screens.timeline.entry_form import EntryEditor
from screens.timeline.timeline import Timeline
from screens.today.today import Today
from screens.welcome.welcome import Welcome
from tests.conftest import PASSPHRASE
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import give_passphrase, paste, press, same_words


@pytest.fixture(autouse=True)
def format_known(monkeypatch: pytest.MonkeyPatch) -> None:
    same_words(monkeypatch)


def two(journal: Journal) -> None:
    """Make two entries, the second one also in an earlier copy."""
    journal.entries.add(Entry(text="stays"))
    journal.entries.add(Entry(text="to be gone"))
    journal.compact()


async def give(pilot: Pilot[int], passphrase: str = PASSPHRASE) -> None:
    """Type the passphrase, and no recovery words."""
    await paste(pilot, "now", passphrase)
    await press(pilot, "on")
    await pilot.press("2")
    await settle(pilot)


def shows(app: JournalApp, kind: type[Screen[Any]]) -> bool:
    """Return whether a screen of that class is on top."""
    return isinstance(app.screen, kind)


def texts(app: JournalApp) -> list[str]:
    assert app.journal is not None
    return sorted(entry.text for entry in app.journal.entries.all())


def said(app: JournalApp) -> str:
    """Return what the screen shows, as one line, as it may wrap anywhere."""
    return " ".join(picture(app).replace("│", " ").split())


async def test_both_ways_are_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=two)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("2", "D")
        await settle(pilot)
        await assert_goldens(pilot, "erase-record")
        await pilot.press("escape")
        await settle(pilot)
        app.show("erase_journal")
        await settle(pilot)
        await assert_goldens(pilot, "erase-journal")


# One record


@pytest.mark.parametrize("keys", [["2", "D"], ["2", "enter", "f5"]])
async def test_a_record_is_erased_from_the_journal_and_its_earlier_copies(path: Path, keys: list[str]) -> None:
    app = make_app(path, fill=two)
    async with opened(app, toasts=True) as pilot:
        await pilot.press(*keys)
        await settle(pilot)
        assert shows(app, EraseRecord)
        assert "SSD" in said(app)
        assert "other programs made still have it" in said(app)
        await give(pilot)
        assert shows(app, Confirm)
        await pilot.press("y")
        await settle(pilot)
        assert shows(app, Timeline)
        assert texts(app) == ["stays"]
        assert app.journal is not None
        assert app.journal.undo() is None
    for file in path.parent.glob(f"{path.name}*"):
        if file.suffix not in (".lock", ".reserve", ".inbox"):
            with Journal.open(file, PASSPHRASE, read_only=True) as journal:
                assert [entry.text for entry in journal.entries.all()] == ["stays"]


async def test_what_was_half_written_about_it_is_gone_too(path: Path) -> None:
    app = make_app(path, fill=two)
    async with opened(app) as pilot:
        await pilot.press("2", "enter", "x")
        await settle(pilot)
        assert shows(app, EntryEditor)
        await pilot.press("f5")
        await settle(pilot)
        assert shows(app, EntryEditor)  # what was changed is saved or thrown away first
        await pilot.press("escape")
        await settle(pilot)
        assert app.journal is not None
        assert [key for key in app.journal.drafts.all() if key.startswith("entry:")]
        await pilot.press("D")
        await settle(pilot)
        await give(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert not [key for key in app.journal.drafts.all() if key.startswith("entry:")]
        assert texts(app) == ["stays"]
        await lock(pilot)
        await unlock(pilot)
        assert texts(app) == ["stays"]


async def test_with_a_wrong_passphrase_or_a_no_nothing_is_erased(path: Path) -> None:
    app = make_app(path, fill=two)
    async with opened(app) as pilot:
        await pilot.press("2", "D")
        await settle(pilot)
        await paste(pilot, "now", "a guess")
        await press(pilot, "on")
        assert "not the journal's passphrase" in said(app)
        await give(pilot)
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert shows(app, Timeline)
        assert texts(app) == ["stays", "to be gone"]


async def test_where_only_the_sealing_fails_it_is_said_and_can_be_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved(reason="The disk is full")

    app = make_app(path, fill=two)
    async with opened(app) as pilot:
        await pilot.press("2", "D")
        await settle(pilot)
        await give(pilot)
        with monkeypatch.context() as patched:
            patched.setattr("journal.vault.vault.Vault.change_master_key", full)
            await pilot.press("y")
            await settle(pilot)
        assert shows(app, EraseRecord)
        assert "The disk is full" in said(app)
        assert "still have it" in said(app)
        await press(pilot, "on")
        await pilot.press("y")
        await settle(pilot)
        assert shows(app, Timeline)
        assert texts(app) == ["stays"]


async def test_a_new_entry_has_nothing_to_erase(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", "f5")
        await settle(pilot)
        assert shows(app, EntryEditor)
        assert isinstance(app.screen, EntryEditor)
        assert not [key for key in app.screen.key_rows() if key.action == "erase"]


# The whole journal


async def go(pilot: Pilot[int], passphrase: str, word: str) -> None:
    assert isinstance(pilot.app, JournalApp)
    pilot.app.show("erase_journal")
    await settle(pilot)
    await paste(pilot, "now", passphrase)
    await paste(pilot, "word", word)
    await pilot.press("enter")
    await settle(pilot)


async def test_the_whole_journal_is_erased_and_another_can_begin(path: Path) -> None:
    app = make_app(path, fill=two)
    async with opened(app, toasts=True) as pilot:
        await pilot.press("n", "x", "escape")
        await settle(pilot)
        await go(pilot, PASSPHRASE, "ERASE")
        assert shows(app, Welcome)
        assert app.journal is None
        assert "erased from this computer" in said(app)
        assert not list(path.parent.glob(f"{path.name}*"))
        assert not list(state_directory().glob("*"))
        await give_passphrase(pilot)
        await settle(pilot)
        assert path.exists()
    with Journal.open(path, PASSPHRASE, read_only=True) as journal:
        assert (len(journal.entries), journal.drafts.all().keys() & {"entry:new"}) == (0, set())


@pytest.mark.parametrize(
    ("passphrase", "word", "told"),
    [
        ("", "ERASE", "Enter your passphrase"),
        ("a guess", "ERASE", "not the journal's passphrase"),
        (PASSPHRASE, "erase", "in capitals"),
    ],
)
async def test_without_passphrase_and_word_it_stays(path: Path, passphrase: str, word: str, told: str) -> None:
    app = make_app(path, fill=two)
    async with opened(app) as pilot:
        await go(pilot, passphrase, word)
        assert shows(app, EraseJournal)
        assert told in said(app)
        assert texts(app) == ["stays", "to be gone"]
        assert app.drafts() == {}


async def test_what_could_not_be_erased_is_told_where_the_journal_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotErased(reason="Input/output error")

    monkeypatch.setattr("journal.store.maintenance.erase", refuse)
    app = make_app(path, fill=two)
    async with opened(app, (120, 40), toasts=True) as pilot:
        await go(pilot, PASSPHRASE, "ERASE")
        assert shows(app, Locked)
        assert "Not all of it could be erased" in said(app)
        await unlock(pilot)
        assert shows(app, Today)
