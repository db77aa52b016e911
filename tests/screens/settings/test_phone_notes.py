"""Test putting the notes of a phone into the inbox on the screen: no line is lost, on a full disk neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.errors import NotSaved
from journal.store.inbox import Inbox
from screens.locked.inbox_review import InboxReview
from tests.support.driving import make_app, opened, settle
from tests.support.welcoming import paste


async def add(pilot: Pilot[int], place: Path) -> None:
    """Name the file, and press enter."""
    await paste(pilot, "place", str(place))
    await pilot.press("enter")
    await settle(pilot)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Write a file with two lines."""
    path = tmp_path / "notes.txt"
    path.write_text("2026-11-20 21:40 craving 7 at the station\nslept badly\n", encoding="utf-8")
    return path


async def test_each_line_waits_for_review(path: Path, notes: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("phone_notes")
        await settle(pilot)
        await add(pilot, notes.with_name("a" * 300))
        assert app.journal is not None
        assert app.journal.inbox.waiting() == []
        await add(pilot, notes)
        assert isinstance(app.screen, InboxReview)
        assert {one.text for one in app.journal.inbox.waiting()} == {"at the station", "slept badly"}


async def test_on_a_full_disk_the_lines_wait_and_the_app_goes_on(
    path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Inbox) -> None:
        raise NotSaved()

    app = make_app(path)
    async with opened(app) as pilot:
        app.show("phone_notes")
        await settle(pilot)
        with monkeypatch.context() as patched:
            patched.setattr(Inbox, "take_in", full)
            await add(pilot, notes)
        assert app.journal is not None
        assert app.journal.inbox.take_in().imported == 2
