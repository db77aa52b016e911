"""Check that what opening found is reported once, and that what needs a choice waits for it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from journal.domain.entries import Entry
from journal.file_facts import EarlierCopy, Report
from journal.store.journal import Journal
from journal.text.open_report import paragraphs
from screens.app import JournalApp
from screens.security.open_report import Opened
from screens.today.today import Today
from tests.conftest import PASSPHRASE
from tests.support.driving import make_app, open_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.vault.journals import flipped, record_places


def three_entries(journal: Journal) -> None:
    for number in range(3):
        journal.entries.add(Entry(text=f"entry {number}" + "x" * 200))


async def test_nothing_is_told_when_all_is_well(path: Path) -> None:
    app = make_app(path, fill=three_entries)
    async with opened(app):
        assert isinstance(app.screen, Today)


async def test_an_unfinished_save_is_told_and_the_rest_is_there(path: Path) -> None:
    make_app(path, fill=three_entries)
    path.write_bytes(path.read_bytes().rstrip(b"\0")[:-20])
    _forget_what_was_seen(path)
    app = open_app(path)
    async with opened(app) as pilot:
        assert isinstance(app.screen, Opened)
        assert "last save didn't finish" in picture(app)
        assert app.journal is not None
        assert len(app.journal.entries) == 2
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)


async def test_damage_can_be_gone_on_with(path: Path) -> None:
    app = _damaged(path)
    async with opened(app) as pilot:
        assert read_only(app)
        await pilot.click("#damage")
        await settle(pilot)
        assert not read_only(app)
        assert isinstance(app.screen, Today)


async def test_an_enter_too_many_while_it_opens_chooses_nothing(path: Path) -> None:
    app = _damaged(path)
    before = path.read_bytes()
    async with opened(app) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Opened)
        assert path.read_bytes() == before
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert not read_only(app)


async def test_what_earlier_copies_still_hold_is_told_and_brought_back(path: Path) -> None:
    app = _damaged(path, kept_before=True)
    async with opened(app) as pilot:
        assert "3 lost records can be restored from this earlier copy" in picture(app)
        assert "journal.rj.1, last saved Mon 23 Nov 2026" in picture(app)
        assert "Continue, and restore 3 from the earlier copies" in picture(app)
        await pilot.click("#damage")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        assert len(app.journal.entries) == 3


async def test_nothing_can_be_agreed_to_before_it_is_said_what_comes_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, looked = make_app(path), Event()
    monkeypatch.setattr(Journal, "read_only", True)
    monkeypatch.setattr(Journal, "healable_from", property(lambda journal: [] if looked.wait(30) else None))
    async with opened(app) as pilot:
        app.show("opened", report=Report(missing=1, damaged=True))
        await pilot.pause()
        assert "Looking in the earlier copies" in picture(app)
        assert app.screen.query_one("#damage").disabled
        looked.set()
        await settle(pilot)
        assert not app.screen.query_one("#damage").disabled
        assert "hold nothing of what was lost" in picture(app)


async def test_a_newer_copy_beside_an_older_one_is_found_and_brought_in(path: Path) -> None:
    app = _rolled_back(path)
    async with opened(app) as pilot:
        assert isinstance(app.screen, Opened)
        assert "2 saves older" in picture(app)
        assert "on Mon 23 Nov 2026" in picture(app)
        await pilot.click("#newer")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert "2 added" in picture(app)
        assert not read_only(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        assert len(app.journal.entries) == 5


async def test_going_on_with_an_older_copy_is_the_persons_choice(path: Path) -> None:
    app = _rolled_back(path)
    async with opened(app) as pilot:
        await pilot.click("#rollback")
        await settle(pilot)
        assert not read_only(app)
        assert isinstance(app.screen, Today)


async def test_damage_can_be_left_as_it_is(path: Path) -> None:
    app = _damaged(path)
    before = path.read_bytes()
    async with opened(app) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)
    assert path.read_bytes() == before


async def test_it_is_whole_at_every_size(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path)
    monkeypatch.setattr(Journal, "read_only", True)
    async with opened(app, SMALLEST) as pilot:
        app.show("opened", report=Report(missing=2, damaged=True, behind=14, anchor_time=1_700_000_000_000))
        await settle(pilot)
        await assert_goldens(pilot, "opened")


async def test_what_comes_back_from_where_is_whole_at_every_size(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path)
    monkeypatch.setattr(Journal, "read_only", True)
    saved = 1_795_435_200_000
    copies = [
        EarlierCopy(path.with_name("journal.rj.1"), saved, 12),
        EarlierCopy(path.with_name("journal.rj.2"), saved - 86_400_000, 1, certain=False),
        EarlierCopy(path.with_name("journal.rj.3"), saved - 864_000_000, 1234, certain=False),
    ]
    monkeypatch.setattr(Journal, "healable_from", copies)
    async with opened(app, SMALLEST) as pilot:
        app.show("opened", report=Report(missing=2, damaged=True))
        await settle(pilot)
        await assert_goldens(pilot, "opened-copies")


def test_every_finding_has_a_sentence() -> None:
    findings = [
        Report(unfinished=Path("journal.rj.unfinished")),
        Report(missing=1, damaged=True),
        Report(damaged=True),
        Report(newer=True),
        Report(behind=1),
        Report(forked=True),
    ]
    said = [paragraphs(report) for report in findings]
    assert all(len(sentences) == 1 for sentences in said)
    assert paragraphs(Report()) == []


def test_how_much_is_missing_is_said_as_far_as_it_is_known() -> None:
    (exact,) = paragraphs(Report(missing=2, damaged=True))
    (more,) = paragraphs(Report(missing=2, missing_at_least=True, damaged=True))
    assert exact.startswith("The file is damaged: 2 saves can't be read.")
    assert more.startswith("The file is damaged: at least 2 saves can't be read.")


def read_only(app: JournalApp) -> bool:
    assert app.journal is not None
    return app.journal.read_only


def _rolled_back(path: Path) -> JournalApp:
    """Put an older copy in the journal's place, with the newer one next to it."""
    app = make_app(path, fill=three_entries)
    older = path.read_bytes()
    with Journal.open(path, PASSPHRASE, clock=app.clock) as journal:
        for number in range(2):
            journal.entries.add(Entry(text=f"later {number}"))
    path.rename(path.with_name("journal (conflicted copy).rj"))
    path.write_bytes(older)
    return open_app(path)


def _damaged(path: Path, *, kept_before: bool = False) -> JournalApp:
    """Lose the last entry, or, where the file before is kept, all three."""
    app = make_app(path, fill=three_entries)
    if kept_before:
        with Journal.open(path, PASSPHRASE, clock=app.clock) as journal:
            journal.compact()
    data = path.read_bytes()
    start, _ = record_places(data)[0 if kept_before else -1]
    path.write_bytes(flipped(data, start + 99))
    return open_app(path)


def _forget_what_was_seen(path: Path) -> None:
    """Delete the anchor, as on another computer."""
    from journal.config.places import state_directory

    for anchor in state_directory().glob("*"):
        anchor.unlink()
