"""Test the attendance slip: every meeting of the days, room for a signature each, and no name or note on it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from journal.domain.checkins import CheckIn
from journal.domain.people import Person, Role
from journal.domain.record import Precision
from journal.domain.sessions import Mode, Session, SessionKind
from journal.domain.share_ledger import Level
from journal.sharing.attendance import draft, slip
from journal.sharing.page import Page
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from tests.conftest import NOON

FIRST, LAST = date(2026, 11, 10), date(2026, 11, 23)


def live(journal: Journal) -> None:
    ana = journal.people.add(Person(name="nameword", role=Role.FRIEND))

    def had(ago: int, kind: SessionKind, **more: object) -> None:
        at = NOON - timedelta(days=ago)
        journal.sessions.add(Session(person=ana, kind=kind, held_at=at, at=at, said="secretword", **more))  # type: ignore[arg-type]

    had(20, SessionKind.GROUP)
    had(9, SessionKind.FELLOWSHIP, place="placeword", minutes=60)
    had(4, SessionKind.CONTACT, mode=Mode.PHONE)
    had(2, SessionKind.HOUSE, precision=Precision.DAY)
    journal.checkins.add(CheckIn(local_date=date(2026, 11, 20), meeting_attended=True, contact_made=True))
    journal.sessions.add(Session(kind=SessionKind.GROUP, planned_at=NOON, at=NOON))


def rows(page: Page) -> list[str]:
    return [f"{line.label}: {line.text}" for line in page.lines]


def test_it_has_a_line_for_every_meeting_and_every_recorded_contact(journal: Journal) -> None:
    live(journal)
    page = release(draft(journal, FIRST, LAST), Choice(level=Level.FULL))
    assert rows(page) == [
        "Sat 14 Nov, 12:00: fellowship meeting, placeword, 60 min",
        "Fri 20 Nov: meeting",
        "Sat 21 Nov: house meeting",
        "Thu 19 Nov, 12:00: contact, by phone",
    ]
    assert [*page.sections] == ["MEETINGS", "CONTACTS"]
    assert len(release(draft(journal, FIRST, LAST, contacts=False), Choice()).lines) == 3
    assert (
        rows(release(draft(journal, FIRST - timedelta(days=365), LAST), Choice()))[0] == "Tue 3 Nov 2026, 12:00: group"
    )


def test_the_place_goes_only_where_it_may_and_one_line_can_be_left_out(journal: Journal) -> None:
    live(journal)
    made = draft(journal, FIRST, LAST)
    keys = [line.key for line in made.lines]
    assert rows(release(made, Choice(level=Level.STANDARD)))[0].endswith("fellowship meeting, 60 min")
    picked = frozenset(keys[:1])
    assert rows(release(made, Choice(level=Level.MINIMAL, picked=picked))) == [
        "Sat 14 Nov, 12:00: fellowship meeting, placeword, 60 min"
    ]
    assert len(release(made, Choice(struck=frozenset(keys[1:]))).lines) == 1


@pytest.mark.parametrize("form", ["text", "html"])
def test_each_line_has_room_for_a_signature_and_nothing_of_a_note_or_a_name(journal: Journal, form: str) -> None:
    live(journal)
    page = release(draft(journal, FIRST, LAST), Choice(level=Level.FULL))
    written = slip(page, form).decode()
    assert "Period: Tue 10 Nov 2026 – Mon 23 Nov 2026" in written
    assert len(re.findall(r"Signature: _+|class=\"signature\"", written)) == 4
    assert "placeword" in written
    assert not any(word in written for word in ("secretword", "nameword"))


def test_a_place_cannot_change_the_file(journal: Journal) -> None:
    hostile = "</td><script>alert(1)</script>\x1b[2J\nMEETINGS"
    journal.sessions.add(Session(kind=SessionKind.GROUP, held_at=NOON, at=NOON, place=hostile))
    page = release(draft(journal, LAST, LAST), Choice(level=Level.FULL))
    assert "<script>" not in slip(page, "html").decode()
    assert "\x1b" not in slip(page, "text").decode()
    assert "Period: Mon 23 Nov 2026\n" in slip(page, "text").decode()
