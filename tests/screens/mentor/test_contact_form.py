"""Test the short form about a meeting or contact: one key, saved as held, found again, dated earlier, undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.domain.contacts import contacts
from journal.domain.people import Person, Role
from journal.domain.record import Precision, Sensitivity
from journal.domain.sessions import Mode, Session, SessionKind, held
from journal.store.journal import Journal
from journal.summary import since_last
from screens.app import JournalApp
from screens.mentor.contact_form import ContactSheet
from screens.routes import route_of
from screens.widgets.fields.base import TextField
from screens.widgets.fields.text import WritingField
from tests.conftest import NOON
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture

TODAY = date(2026, 11, 23)


def fill(journal: Journal) -> None:
    journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.people.add(Person(name="Ana", role=Role.FRIEND))


def sessions(app: JournalApp) -> list[Session]:
    assert app.journal is not None
    return app.journal.sessions.all()


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


@pytest.mark.parametrize("place", "15")
async def test_one_key_two_digits_and_it_is_saved_as_a_contact_and_said_so(path: Path, place: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, toasts=True) as pilot:
        await press(pilot, place, "h")
        assert isinstance(app.screen, ContactSheet)
        await press(pilot, "5", "ctrl+s")
        assert "Contact saved." in picture(app)
        (kept,) = sessions(app)
        assert (kept.kind, kept.held_at, kept.at, kept.local_date) == (SessionKind.CONTACT, NOON, NOON, TODAY)
        assert (kept.precision, kept.sensitivity) == (Precision.DAY, Sensitivity.NEVER)
        await press(pilot, "u")
        assert "Undone: contact added." in picture(app)
        assert sessions(app) == []


async def test_everything_that_is_known_of_a_meeting_is_kept_and_found_again(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST, toasts=True) as pilot:
        await press(pilot, "h")
        await assert_goldens(pilot, "contact")
        form = app.screen
        await press(pilot, "2")
        form.query_one("#day", TextField).fill("yesterday")
        form.query_one("#time", TextField).fill("19:00")
        form.query_one("#minutes", TextField).fill("90")
        form.query_one("#place", TextField).fill("St. Mark's")
        form.query_one("#said", WritingField).fill("first time I spoke")
        form.query_one("#person Choice").focus()
        await press(pilot, "2")
        form.query_one("#mode Choice").focus()
        await press(pilot, "1")
        await assert_goldens(pilot, "contact-filled")
        await press(pilot, "ctrl+s")
        assert "Meeting saved." in picture(app)
        (kept,) = sessions(app)
        assert app.journal is not None
        assert (kept.kind, kept.minutes, kept.place, kept.said) == (
            *(SessionKind.GROUP, 90, "St. Mark's", "first time I spoke"),
        )
        assert (kept.mode, app.journal.people.get(kept.person).name) == (Mode.IN_PERSON, "Ana")
        assert (kept.local_date, kept.precision, kept.held_at) == (date(2026, 11, 22), Precision.EXACT, kept.at)
        assert app.journal.local(kept.at).strftime("%H:%M") == "19:00"

        await press(pilot, "2", "enter")
        assert isinstance(app.screen, ContactSheet)
        assert app.screen.query_one("#place", TextField).text == "St. Mark's"
        app.screen.query_one("#day", TextField).fill("18 Nov")
        await press(pilot, "ctrl+s")
        (moved,) = sessions(app)
        assert (moved.uid, moved.local_date, moved.held_at) == (kept.uid, date(2026, 11, 18), moved.at)
        await press(pilot, "d")
        assert "this meeting" in picture(app)
        await press(pilot, "y")
        assert sessions(app) == []
        await press(pilot, "u")
        assert "Undone: meeting deleted." in picture(app)


async def test_what_it_was_has_to_be_said_and_what_is_to_come_is_refused(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await press(pilot, "h", "ctrl+s")
        assert "Choose what it was." in picture(app)
        await press(pilot, "1")
        app.screen.query_one("#day", TextField).fill("+1")
        await press(pilot, "ctrl+s")
        assert "That's in the future." in picture(app)
        assert sessions(app) == []


async def test_a_draft_survives_the_lock(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await press(pilot, "h", "1")
        app.screen.query_one("#place", TextField).fill("the hall")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, ContactSheet)
        await press(pilot, "ctrl+s")
        (kept,) = sessions(app)
        assert (kept.kind, kept.place, kept.local_date) == (SessionKind.FELLOWSHIP, "the hall", TODAY)


async def test_a_call_to_a_friend_is_no_meeting_held_and_moves_no_page(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        assert app.journal is not None
        before = since_last(app.journal)
        await press(pilot, "h", "5")
        app.screen.query_one("#person Choice").focus()
        await press(pilot, "2", "ctrl+s", "5")
        assert held(app.journal.sessions) == []
        assert since_last(app.journal) == before
        assert contacts(app.journal.sessions, [], TODAY, TODAY) == (0, 1, None)


async def test_a_person_who_left_since_stays_in_it(path: Path) -> None:
    def fill_gone(journal: Journal) -> None:
        gone = journal.people.add(Person(name="Mia", archived=True))
        journal.sessions.add(Session(person=gone, kind=SessionKind.CONTACT, held_at=NOON, at=NOON))

    app = make_app(path, fill=fill_gone)
    async with opened(app) as pilot:
        await press(pilot, "2", "enter")
        assert "Mia" in picture(app)
        app.screen.query_one("#place", TextField).fill("her flat")
        await press(pilot, "ctrl+s")
        (kept,) = sessions(app)
        assert (kept.place, bool(kept.person)) == ("her flat", True)


def test_what_has_notes_opens_as_notes_and_the_rest_in_the_short_form() -> None:
    held = Session(held_at=NOON, at=NOON, kind=SessionKind.FELLOWSHIP, place="hall", said="good", minutes=60)
    assert route_of(held) == "contact"
    assert route_of(Session(held_at=NOON, kind=SessionKind.FELLOWSHIP, status=3)) == "meeting"
    assert route_of(Session(held_at=NOON)) == "meeting"
    assert route_of(Session(planned_at=NOON, kind=SessionKind.FELLOWSHIP)) == "session"
