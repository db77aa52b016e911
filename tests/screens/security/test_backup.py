"""Test a backup: made where asked and read back; an error is shown, and nothing is touched."""

from __future__ import annotations

import errno
import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.entries import Entry
from journal.domain.preferences import Preferences
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.security.backup import Backup
from screens.widgets.fields.path import PathField
from screens.widgets.link_row import Row
from tests.conftest import NOON, PASSPHRASE
from tests.support.driving import Fill, make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.rows import row_text
from tests.support.welcoming import paste

TODAY = date(2026, 11, 23)


async def go(pilot: Pilot[int]) -> None:
    assert isinstance(pilot.app, JournalApp)
    pilot.app.show("backup")
    await settle(pilot)


async def copy_to(pilot: Pilot[int], place: str) -> None:
    await paste(pilot, "place", place)
    await pilot.press("enter")
    await settle(pilot)


def said(app: JournalApp) -> str:
    """Return what the screen shows, as one line, as it may wrap anywhere."""
    return " ".join(picture(app).replace("│", " ").split())


async def test_it_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot)
        await assert_goldens(pilot, "backup")
        await copy_to(pilot, "~")
        await assert_goldens(pilot, "backup-made")
        await copy_to(pilot, "~/nowhere/copy.rj")
        await assert_goldens(pilot, "backup-not-made")


async def test_in_a_folder_the_copy_bears_the_date_and_opens_with_todays_passphrase(path: Path, home: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.entries.add(Entry(text="kept")))
    async with opened(app) as pilot:
        await go(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Backup saved to ~/journal-2026-11-23.rj" in said(app)
        assert app.journal is not None
        assert app.journal.preferences.backed_up_at == NOON
        await pilot.press("escape", "comma")
        await settle(pilot)
        assert "last backup 23 Nov" in picture(app)
    with Journal.open(home / "journal-2026-11-23.rj", PASSPHRASE, read_only=True) as journal:
        assert [entry.text for entry in journal.entries.all()] == ["kept"]


async def test_the_folder_of_the_last_copy_is_offered_for_the_next(path: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot)
        assert app.screen.query_one(PathField).text == "~"
        await copy_to(pilot, str(tmp_path / "stick"))
        await pilot.press("escape")
        await go(pilot)
        assert app.screen.query_one(PathField).text == str(tmp_path / "stick")


@pytest.mark.parametrize(("key", "replaced"), [("n", False), ("y", True)])
async def test_an_earlier_copy_is_replaced_only_when_asked(
    path: Path, tmp_path: Path, key: str, replaced: bool
) -> None:
    there = tmp_path / "copy.rj"
    app = make_app(path)
    there.write_bytes(path.read_bytes())
    with Journal.open(path, PASSPHRASE, clock=app.clock) as journal:
        journal.entries.add(Entry(text="later"))
    before = there.read_bytes()
    async with opened(app) as pilot:
        await go(pilot)
        await copy_to(pilot, str(there))
        assert isinstance(app.screen, Confirm)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, Backup)
        assert ("Backup saved to" in said(app)) is replaced
    assert (there.read_bytes() != before) is replaced


async def test_what_is_no_journal_and_the_journal_itself_are_never_replaced(path: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear Ana")
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot)
        await copy_to(pilot, str(tmp_path / "letter.txt"))
        assert "already exists" in said(app)
        await copy_to(pilot, str(path))
        assert isinstance(app.screen, Backup)
        assert "already exists" in said(app) or "journal itself" in said(app)
        await copy_to(pilot, str(tmp_path / ("x" * 300)))
        assert "No backup was made: File name too long" in said(app)
        await copy_to(pilot, "")
        assert "Enter a file name" in said(app)
    assert (tmp_path / "letter.txt").read_text() == "dear Ana"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.ENODEV])
async def test_a_full_or_lost_stick_is_told_and_nothing_is_left_there(
    path: Path, tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "stick").mkdir()
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot)
        monkeypatch.setattr("journal.vault.files.disk.Disk.write_whole", refuse)
        await copy_to(pilot, str(tmp_path / "stick"))
        assert f"No backup was made: {os.strerror(number)}" in said(app)
        assert app.journal is not None
        assert app.journal.preferences.backed_up_at is None
        monkeypatch.undo()
    assert list((tmp_path / "stick").iterdir()) == []


# The reminder on Today


def written_for_weeks(preferences: Preferences) -> Fill:
    """Make a journal with an entry from two weeks ago, and these settings."""

    def fill(journal: Journal) -> None:
        journal.entries.add(Entry(text="x"))
        journal.set_preferences(preferences)

    return fill


OLD = Preferences(backed_up_at=NOON - timedelta(days=36))


@pytest.mark.parametrize(
    ("preferences", "days", "told"),
    [
        (Preferences(), 13, ""),
        (Preferences(), 14, "no backup yet"),
        (OLD, 0, "last backup 5 weeks ago"),
        (replace(OLD, notices=False), 0, ""),
        (replace(OLD, recovery_words_later=True), 0, "no recovery words yet"),
    ],
)
async def test_a_copy_is_brought_to_mind_after_the_words_and_where_notices_are_on(
    path: Path, preferences: Preferences, days: int, told: str
) -> None:
    app = make_app(path, fill=written_for_weeks(preferences))
    app.clock.set(NOON + timedelta(days=days))  # type: ignore[attr-defined]  # the tests' clock can be set
    async with opened(app):
        assert told in row_text(app, "notice")
        assert bool(row_text(app, "notice")) is bool(told)


async def test_hidden_it_is_silent_for_thirty_days(path: Path) -> None:
    app = make_app(path, fill=written_for_weeks(OLD))
    async with opened(app) as pilot:
        await pilot.press("x")
        await settle(pilot)
        assert row_text(app, "notice") == ""
        assert app.journal is not None
        assert app.journal.preferences.backup_quiet_until == TODAY + timedelta(days=30)


async def test_the_reminder_leads_to_the_copy_and_goes_with_it(path: Path) -> None:
    app = make_app(path, fill=written_for_weeks(OLD))
    async with opened(app) as pilot:
        app.screen.query_one("#notice", Row).action_open()
        await settle(pilot)
        assert isinstance(app.screen, Backup)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert row_text(app, "notice") == ""
