"""Test meetings and contacts on the page: counts without names or notes, and no new period because of a call."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from journal.domain.checkins import CheckIn
from journal.domain.entries import Entry
from journal.domain.people import Person, Role
from journal.domain.record import Sensitivity
from journal.domain.sessions import Session, SessionKind
from journal.domain.share_ledger import Level
from journal.sharing.meeting_receipt import receipt
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.store.operations import park
from journal.summary import FORMS, draft, render, since_last
from tests.support.lives import TODAY, at

FIRST = TODAY - timedelta(days=6)
KEY = "programme/contacts"


def had(journal: Journal, day: date, kind: SessionKind, person: str = "") -> str:
    held = at(day, 18)
    return journal.sessions.add(
        Session(person=person, kind=kind, held_at=held, at=held, said="secretword", place="placeword")
    )


def lines(journal: Journal, level: Level) -> list[str]:
    page = release(draft(journal, FIRST, TODAY), Choice(level=level))
    return [line.text for line in page.lines if line.key == KEY]


def test_the_counts_go_as_numbers_beside_those_of_the_period_before(journal: Journal) -> None:
    had(journal, FIRST - timedelta(days=1), SessionKind.FELLOWSHIP)
    had(journal, FIRST, SessionKind.FELLOWSHIP)
    had(journal, FIRST + timedelta(days=1), SessionKind.CONTACT)
    journal.checkins.add(CheckIn(local_date=TODAY, contact_made=True, meeting_attended=True))
    words = "2 meetings, before 1; 2 contacts, before 0; last meeting Mon 23 Nov"
    assert lines(journal, Level.MINIMAL) == []
    assert lines(journal, Level.STANDARD) == lines(journal, Level.FULL) == [words]


def test_without_anything_of_the_period_before_it_is_not_named(journal: Journal) -> None:
    assert lines(journal, Level.FULL) == []
    had(journal, TODAY, SessionKind.HOUSE)
    assert lines(journal, Level.FULL) == ["1 meeting, last meeting Mon 23 Nov"]


def test_an_answer_that_is_never_to_leave_is_not_counted(journal: Journal) -> None:
    journal.checkins.add(CheckIn(local_date=TODAY, meeting_attended=True, sensitivity=Sensitivity.NEVER))
    assert lines(journal, Level.FULL) == []


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_no_name_place_or_note_of_them_is_on_it(journal: Journal, form: str) -> None:
    friend = journal.people.add(Person(name="nameword", role=Role.FRIEND))
    for kind in SessionKind:
        had(journal, TODAY, kind, friend)
    assert form in FORMS
    data = render(release(draft(journal, FIRST, TODAY, ""), Choice(level=Level.FULL)), form).decode()
    assert "4 meetings" in data
    assert not any(word in data for word in ("secretword", "placeword", "nameword"))


def test_a_call_with_a_friend_or_a_fellowship_meeting_begins_no_period(journal: Journal) -> None:
    mentor = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    friend = journal.people.add(Person(name="Dan", role=Role.FRIEND))
    had(journal, TODAY - timedelta(days=12), SessionKind.ONE_TO_ONE, mentor)
    for person in (mentor, friend, ""):
        had(journal, TODAY - timedelta(days=2), SessionKind.CONTACT, person)
        had(journal, TODAY - timedelta(days=1), SessionKind.FELLOWSHIP, person)
        had(journal, TODAY - timedelta(days=1), SessionKind.GROUP)
    assert since_last(journal, who=mentor) == since_last(journal, who="") == (TODAY - timedelta(days=12), TODAY)
    assert draft(journal, FIRST, TODAY).person == mentor


def test_a_fellowship_meeting_before_the_next_one_with_a_mentor_is_not_what_is_prepared(journal: Journal) -> None:
    mentor = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    friend = journal.people.add(Person(name="Dan", role=Role.FRIEND))
    tonight, then = at(TODAY, 20), at(TODAY + timedelta(days=3), 18)
    journal.sessions.add(Session(person=friend, kind=SessionKind.FELLOWSHIP, planned_at=tonight, at=tonight))
    journal.sessions.add(Session(person=mentor, planned_at=then, at=then, topics=["the flat"], status=3))
    met = journal.sessions.get(had(journal, TODAY, SessionKind.ONE_TO_ONE, mentor))
    page = release(draft(journal, FIRST, TODAY), Choice())
    said = [line.text for line in page.lines]
    assert page.person == mentor
    assert "the flat" in said
    assert "Very hard, close to using (3 of 5)" in said
    entry = journal.entries.get(journal.entries.add(Entry(text="to tell")))
    assert "Thu 26 Nov, with R." in park(journal, entry)
    assert any("Thu 26 Nov" in line.words for line in receipt(journal, met).lines)
