"""Test merging diverged copies: found or named, asked before, reported after; no text is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.clock import FixedClock
from journal.domain.entries import Entry
from journal.domain.goals import Goal
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.security.merge import Merge
from screens.security.open_report import Opened
from screens.today.today import Today
from screens.widgets.fields.passphrase import Secret
from screens.widgets.link_row import Row
from screens.widgets.record_list import RecordList
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.driving import lock, make_app, open_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import WORDS, paste

OTHER = "of the other one"


def apart(path: Path, *, name: str = "journal (conflict).rj") -> JournalApp:
    """Make the journal and a copy of it, each with an entry of its own and another text of the same goal."""
    app = make_app(path, fill=lambda journal: journal.goals.add(Goal(title="as it was")))
    copy = path.parent / name
    copy.write_bytes(path.read_bytes())
    for place, anchors, hours in ((path, None, 1), (copy, path.parent / "of another computer", 2)):
        later = FixedClock(NOON + timedelta(hours=hours), ZONE)
        with Journal.open(place, PASSPHRASE, clock=later, anchors=anchors) as journal:
            journal.entries.add(Entry(text=f"only in {place}"))
            (goal,) = journal.goals.all()
            journal.goals.replace(goal.uid, replace(goal, title=f"in {place.name}"))
    return app


def other_journal(path: Path) -> Path:
    """Make another journal, with its own passphrase and words."""
    place = path.with_name("other.rj")
    with Journal.create(place, OTHER, WORDS, cost=CHEAP) as journal:
        journal.entries.add(Entry(text="from the other one"))
    return place


async def go(pilot: Pilot[int]) -> None:
    assert isinstance(pilot.app, JournalApp)
    pilot.app.show("merge")
    await settle(pilot)


async def answer(pilot: Pilot[int], key: str) -> None:
    assert isinstance(pilot.app.screen, Confirm)
    await pilot.press(key)
    await settle(pilot)


async def bring_in(pilot: Pilot[int], place: Path) -> None:
    """Name a copy elsewhere, and say yes."""
    await go(pilot)
    await paste(pilot, "place", str(place))
    await pilot.press("enter")
    await settle(pilot)
    await answer(pilot, "y")


def texts(app: JournalApp) -> set[str]:
    assert app.journal is not None
    return {entry.text for entry in app.journal.entries.all()}


def said(app: JournalApp) -> str:
    """Return what the screen shows, as one line, as it may wrap anywhere."""
    return " ".join(picture(app).replace("│", " ").split())


async def test_it_is_whole_at_every_size(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.vault.files.disk.Disk.modified", lambda *_: 1_795_000_000_000)
    app = apart(path)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot)
        await assert_goldens(pilot, "merge")
        await pilot.press("enter")
        await settle(pilot)
        await assert_goldens(pilot, "merge-asked")


async def test_the_question_for_another_key_is_whole_at_every_size(path: Path) -> None:
    other = other_journal(path)
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot)
        await paste(pilot, "place", "~/stick/other.rj")
        assert isinstance(app.screen, Merge)
        app.screen._other = other
        app.screen._bring_in()
        await settle(pilot)
        await assert_goldens(pilot, "merge-another-key")


async def test_a_copy_beside_is_told_on_today_found_and_brought_in(path: Path) -> None:
    app = apart(path)
    async with opened(app) as pilot:
        row = app.screen.query_one("#apart", Row)
        assert "another was found" in row.render().plain
        row.action_open()
        await settle(pilot)
        assert "adds 2, changes 1" in said(app)
        await pilot.press("enter")
        await settle(pilot)
        await answer(pilot, "y")
        assert "1 was changed on both sides: both versions are kept" in said(app)
        assert "no copy with anything new" in said(app)
        assert len(texts(app)) == 2
        assert app.journal is not None
        assert {goal.title for goal in app.journal.goals.all()} == {"in journal.rj", "in journal (conflict).rj"}
        await pilot.press("escape")
        await settle(pilot)
        assert not app.screen.query_one("#apart", Row).display


async def test_answered_no_nothing_comes(path: Path) -> None:
    app = apart(path)
    async with opened(app) as pilot:
        await go(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await answer(pilot, "n")
        assert texts(app) == {f"only in {path}"}


async def test_a_copy_elsewhere_is_named_by_its_path(path: Path) -> None:
    (path.parent / "stick").mkdir()
    app = apart(path, name="stick/journal.rj")
    async with opened(app) as pilot:
        assert not app.screen.query_one("#apart", Row).display
        await bring_in(pilot, path.parent / "stick" / "journal.rj")
        assert "both versions are kept" in said(app)
        assert len(texts(app)) == 2
        await bring_in(pilot, path.parent / "stick" / "journal.rj")
        assert "your journal already has everything in it" in said(app)


@pytest.mark.parametrize(("field", "typed"), [("passphrase", OTHER), ("words", WORDS)])
async def test_another_key_is_asked_for_by_passphrase_or_words(path: Path, field: str, typed: str) -> None:
    other = other_journal(path)
    app = make_app(path)
    async with opened(app) as pilot:
        await bring_in(pilot, other)
        assert "has its own key" in said(app)
        await paste(pilot, field, typed)
        await pilot.press("enter")
        await settle(pilot)
        assert "1 added." in said(app)
        assert texts(app) == {"from the other one"}
        assert [secret.value for secret in app.screen.query(Secret)] == ["", ""]


async def test_a_wrong_passphrase_of_the_other_is_told_and_asked_again(path: Path) -> None:
    other = other_journal(path)
    app = make_app(path)
    async with opened(app) as pilot:
        await bring_in(pilot, other)
        await paste(pilot, "passphrase", "a guess")
        assert app.drafts() == {}
        await pilot.press("ctrl+a", "ctrl+c")
        assert app.clipboard == ""
        await pilot.press("enter")
        await settle(pilot)
        assert "passphrase" in said(app).lower()
        assert app.screen.query_one("#passphrase").display
        assert texts(app) == set()
        await lock(pilot)
        assert "a guess" not in picture(app)


@pytest.mark.parametrize(("name", "told"), [("nothing.rj", "no journal"), ("letter.txt", "not a journal")])
async def test_what_is_no_copy_is_told(path: Path, name: str, told: str) -> None:
    path.with_name("letter.txt").write_text("dear Ana")
    app = make_app(path)
    async with opened(app) as pilot:
        await bring_in(pilot, path.with_name(name))
        assert told in said(app)


async def test_where_another_program_changed_the_file_the_way_leads_to_both(path: Path) -> None:
    app = apart(path)
    other = path.with_name("journal (conflict).rj")
    async with opened(app) as pilot:
        other.rename(path)
        app.save(Entry(text="in the fork"))
        await settle(pilot)
        assert "Another program changed the file" in said(app)
        await answer(pilot, "y")
        assert app.journal is None
        await unlock(pilot)
        assert isinstance(app.screen, Opened)
        assert "each have changes" in said(app)
        await pilot.click("#newer")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await answer(pilot, "y")
        assert "both versions are kept" in said(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert not app.screen.query_one("#apart", Row).display
        assert "in the fork" in texts(app)
        assert len(texts(app)) == 3


async def test_where_nothing_is_beside_it_says_so(path: Path) -> None:
    make_app(path)
    app = open_app(path)
    async with opened(app) as pilot:
        await go(pilot)
        assert app.screen.query_one(RecordList).items == []
        assert "no copy with anything new" in said(app)
