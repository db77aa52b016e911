"""Test what a yes in the check-in makes: one record of its day, never a second one, and undone in one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.domain.checkins import CheckIn
from journal.domain.contacts import contacts
from journal.domain.record import Precision
from journal.domain.sessions import Session, SessionKind
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture

TODAY, YESTERDAY = date(2026, 11, 23), date(2026, 11, 22)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def answer(pilot: Pilot[int], field: str, *keys: str) -> None:
    pilot.app.screen.query_one(f"#{field}", ChoiceField).focus()
    await press(pilot, *keys)


def asks_for_the_kind(app: JournalApp) -> bool:
    return bool(app.screen.query_one("#meeting-kind").display)


def sessions(app: JournalApp) -> list[Session]:
    assert app.journal is not None
    return app.journal.sessions.all()


def checkins(app: JournalApp) -> list[CheckIn]:
    assert app.journal is not None
    return app.journal.checkins.all()


def of_today(app: JournalApp) -> tuple[int, int]:
    assert app.journal is not None
    return contacts(app.journal.sessions, app.journal.checkins, TODAY, TODAY)[:2]


async def test_a_yes_asks_for_the_kind_makes_one_record_each_and_undo_takes_all_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "a")
        assert not asks_for_the_kind(app)
        await answer(pilot, "contact", "1", "1")
        assert asks_for_the_kind(app)
        await press(pilot, "3")
        await assert_goldens(pilot, "checkin-meeting")
        await press(pilot, "ctrl+s")
        (checkin,) = checkins(app)
        meeting, contact = sorted(sessions(app), key=lambda one: one.kind, reverse=True)
        assert (meeting.kind, contact.kind) == (SessionKind.HOUSE, SessionKind.CONTACT)
        for one in (meeting, contact):
            assert (one.checkin, one.local_date, one.held_at, one.precision) == (
                *(checkin.uid, TODAY, NOON, Precision.DAY),
            )
        assert of_today(app) == (1, 1)
        await press(pilot, "u")
        assert (sessions(app), checkins(app)) == ([], [])


async def test_changed_to_no_it_deletes_what_it_made_in_one_step_and_undo_brings_it_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await press(pilot, "a")
        await answer(pilot, "contact", "1", "1", "1", "ctrl+s")
        before = sorted(sessions(app), key=lambda one: one.uid)
        assert len(before) == 2
        await press(pilot, "a")
        await answer(pilot, "contact", "2", "2", "ctrl+s")
        assert (sessions(app), of_today(app)) == ([], (0, 0))
        await press(pilot, "u")
        assert sorted(sessions(app), key=lambda one: one.uid) == before
        assert of_today(app) == (1, 1)


async def test_saved_again_it_makes_no_second_one_and_follows_the_kind(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await press(pilot, "a")
        await answer(pilot, "meeting", "1", "1", "ctrl+s")
        await press(pilot, "a", "7", "ctrl+s")
        assert [one.kind for one in sessions(app)] == [SessionKind.FELLOWSHIP]
        await press(pilot, "a")
        await answer(pilot, "meeting-kind", "2", "ctrl+s")
        assert [one.kind for one in sessions(app)] == [SessionKind.GROUP]
        assert of_today(app) == (1, 0)


@pytest.mark.parametrize("kind", [SessionKind.FELLOWSHIP, SessionKind.ONE_TO_ONE, SessionKind.CONTACT])
async def test_with_one_recorded_that_day_it_says_yes_already_and_makes_none(path: Path, kind: SessionKind) -> None:
    app = make_app(path, fill=lambda journal: journal.sessions.add(Session(kind=kind, held_at=NOON, at=NOON)))
    async with opened(app) as pilot:
        await press(pilot, "a", "7", "ctrl+s")
        (kept,) = checkins(app)
        is_contact = kind is SessionKind.CONTACT
        assert (kept.contact_made, kept.meeting_attended) == (is_contact or None, not is_contact or None)
        assert len(sessions(app)) == 1


async def test_a_contact_made_beside_a_one_to_one_makes_no_record(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.sessions.add(Session(held_at=NOON, at=NOON)))
    async with opened(app) as pilot:
        await press(pilot, "a")
        await answer(pilot, "contact", "1", "ctrl+s")
        assert (len(sessions(app)), of_today(app)) == (1, (1, 0))


async def test_a_no_beside_a_record_of_one_s_own_leaves_it_and_says_so(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await press(pilot, "a")
        await answer(pilot, "meeting", "1", "1", "ctrl+s")
        app.show("contact", record=sessions(app)[0])
        await settle(pilot)
        app.screen.query_one("#place", TextField).fill("the hall")
        await press(pilot, "ctrl+s", "a")
        await answer(pilot, "meeting", "2", "ctrl+s")
        assert [one.place for one in sessions(app)] == ["the hall"]
        assert "stays on the Timeline" in " ".join(picture(app).split())


async def test_the_record_moves_with_its_check_in(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await press(pilot, "a")
        await answer(pilot, "meeting", "1", "1", "ctrl+s")
        app.show("checkin", record=checkins(app)[0])
        await settle(pilot)
        app.screen.query_one("#moved", TextField).fill("yesterday")
        await press(pilot, "ctrl+s")
        (moved,) = sessions(app)
        assert moved.local_date == checkins(app)[0].local_date == YESTERDAY
        assert moved.held_at == moved.at < NOON


async def test_an_earlier_yes_without_a_record_stays_one_until_its_kind_is_said(path: Path) -> None:
    def fill(journal: Journal) -> None:
        journal.checkins.add(CheckIn(contact_made=True, meeting_attended=True))

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await press(pilot, "a", "7", "ctrl+s")
        assert (sessions(app), of_today(app)) == ([], (1, 1))
        await press(pilot, "a")
        assert asks_for_the_kind(app)
        await answer(pilot, "meeting-kind", "2", "ctrl+s")
        assert [one.kind for one in sessions(app)] == [SessionKind.GROUP]
        assert of_today(app) == (1, 1)
