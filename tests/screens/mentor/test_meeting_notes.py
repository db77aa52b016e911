"""Test the meeting notes: earlier commitments reviewed, at most three new ones made, and a copy on paper for both."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from textual.pilot import Pilot

from journal.clock import FixedClock
from journal.domain.agreements import Agreement
from journal.domain.commitments import By, Commitment, CommitmentStatus
from journal.domain.entries import Entry
from journal.domain.parked import Parked
from journal.domain.people import Person, Role
from journal.domain.sessions import Mode, Session
from journal.domain.share_ledger import Paper
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.mentor.meeting_notes import MeetingSheet
from screens.mentor.mentor import Mentor
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.fields.text import WritingField
from screens.widgets.panel import Panel
from tests.conftest import NOON
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture

SECRET = "I said what I had never said"


def fill(journal: Journal) -> None:
    """Add a sponsor to meet now, two earlier commitments, one with another mentor, and a parked entry."""
    r = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.agreements.add(Agreement(person=r, start=journal.today(), contact_ways="text first"))
    journal.sessions.add(Session(person=r, planned_at=NOON, at=NOON, status=2, minutes=12))
    journal.commitments.add(Commitment(text="call the practice", due=date(2026, 11, 20), person=r))
    journal.commitments.add(
        Commitment(text="the number", by=By.MENTOR, carried=2, status=CommitmentStatus.CARRIED, person=r)
    )
    journal.commitments.add(Commitment(text="with somebody else", person="else"))
    entry = journal.entries.add(Entry(text="told the class"))
    journal.parked.add(Parked(kind="entries", record=entry, note="how it was"))


def journal_of(app: JournalApp) -> Journal:
    assert app.journal is not None
    return app.journal


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def answer(pilot: Pilot[int], field: str, *keys: str) -> None:
    pilot.app.screen.query_one(f"#{field}", ChoiceField).focus()
    await press(pilot, *keys)


def became(app: JournalApp, text: str) -> str:
    return next(f"became-{one.uid}" for one in journal_of(app).commitments if one.text == text)


async def test_a_meeting_ends_in_promises_of_both_sides_and_a_receipt(path: Path, home: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "5", "m")
        assert isinstance(app.screen, MeetingSheet)
        form = app.screen
        form.query_one(Panel).scroll_home(animate=False)  # its place depends on when the field was focused
        await assert_goldens(pilot, "meeting", always=True)
        form.query_one("#said", WritingField).fill(SECRET)
        await answer(pilot, became(app, "call the practice"), "1")
        await answer(pilot, became(app, "the number"), "2")
        await answer(pilot, "talked", "1")
        await answer(pilot, "mode", "2")
        form.query_one("#due-1", TextField).fill("+3")
        await press(pilot, "ctrl+s")
        assert "What will you do by then?" in picture(app)
        form.query_one("#promise-1", TextField).fill("bring the list")
        form.query_one("#promise-0", TextField).fill("walk on Sunday")
        await answer(pilot, "by-0", "3")
        await answer(pilot, "by-1", "2")
        form.query_one("#next-day", TextField).fill("+7")
        await press(pilot, "ctrl+s")
        assert "A receipt for both of you?" in picture(app)
        held = next(one for one in journal_of(app).sessions if one.held_at)
        assert (held.said, held.mode) == (SECRET, Mode.PHONE)
        promises = {one.text: one for one in journal_of(app).commitments}
        assert promises["call the practice"].status is CommitmentStatus.DONE_LATE
        number = promises["the number"]
        assert (number.carried, number.due) == (3, date(2026, 11, 30))
        new = promises["walk on Sunday"]
        assert (new.by, new.session, new.person) == (By.BOTH, held.uid, held.person)
        assert (promises["bring the list"].by, promises["bring the list"].due) == (By.MENTOR, date(2026, 11, 26))
        assert journal_of(app).parked.all()[0].session == held.uid
        await press(pilot, "y")
        assert app.screen.query_one("#lines")
        await assert_goldens(pilot, "receipt")
        app.screen.query_one(PathField).fill("~/agreed.txt")
        await press(pilot, "ctrl+s")
        assert [share.what for share in journal_of(app).shares] == [Paper.RECEIPT]
        await press(pilot, "u")
        assert not any(one.held_at for one in journal_of(app).sessions)
        assert len(journal_of(app).commitments) == 3
    paper = (home / "agreed.txt").read_text()
    assert "walk on Sunday" in paper
    assert "Mon 30 Nov" in paper
    assert "text first" in paper
    assert SECRET not in paper
    assert "R." not in paper


async def test_the_page_is_beside_the_notes_or_behind_a_key_and_the_agenda_goes_on(
    path: Path, clock: FixedClock
) -> None:
    app = make_app(path, clock=clock, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "5", "m", *"half a")
        await press(pilot, "f6")
        assert "Check-in, " in picture(app)
        await press(pilot, "f6")
        assert app.screen.query_one("#said", WritingField).text == "half a"
        await answer(pilot, "by-1", "f6", "f6", "2")
        assert app.screen.query_one("#by-1", ChoiceField).value is By.MENTOR
        assert "arriving 2" in picture(app)
        clock.set(NOON + timedelta(minutes=3))
        screen = app.screen
        assert isinstance(screen, MeetingSheet)
        screen.show_agenda()
        await settle(pilot)
        assert "arriving" not in picture(app)
        clock.set(NOON + timedelta(minutes=13))
        screen.show_agenda()
        await settle(pilot)
        assert "Take the time you need" in picture(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, Mentor)
        assert "half a" in str(journal_of(app).drafts.all())
        await press(pilot, "m")
        assert "Take the time you need" in picture(app)


async def test_what_was_held_stays_held_when_the_journal_locks_while_it_is_read(path: Path) -> None:
    def met(journal: Journal) -> None:
        session = journal.sessions.add(Session(held_at=NOON, at=NOON, said="before"))
        journal.commitments.add(Commitment(text="bring the list", by=By.MENTOR, session=session))

    app = make_app(path, fill=met)
    async with opened(app) as pilot:
        app.show("meeting", record=journal_of(app).sessions.all()[0])
        await settle(pilot)
        await press(pilot, *"later")
        await lock(pilot)
        await unlock(pilot)
        form = app.screen
        assert isinstance(form, MeetingSheet)
        form.query_one(Panel).scroll_end(animate=False)
        await settle(pilot)
        assert "my mentor · bring the list" in picture(app)
        assert not form.query("#promise-0")
        assert form.query_one("#said", WritingField).text == "beforelater"
