"""Test which meeting comes next, and which was the last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from journal.domain import sessions
from journal.domain.sessions import Session, SessionKind, ends_at, last_held, next_mentor_meeting, next_session

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def planned(days: float, *, minutes: int | None = None, cancelled: bool = False) -> Session:
    """Return a meeting planned that many days from now."""
    return Session(planned_at=NOW + timedelta(days=days), minutes=minutes, cancelled=cancelled)


def held(days: float, person: str = "ana") -> Session:
    """Return a meeting held that many days from now."""
    return Session(planned_at=NOW + timedelta(days=days), held_at=NOW + timedelta(days=days), person=person)


def test_the_next_meeting_is_the_earliest_still_to_come() -> None:
    soon = planned(2)

    assert next_session([planned(9), soon, planned(1, cancelled=True), planned(-2), held(1)], NOW) is soon
    assert next_session([planned(-2), held(-1)], NOW) is None


def test_a_meeting_that_is_going_on_is_still_the_next() -> None:
    begun = planned(-30 / 1440)

    assert next_session([begun], NOW) is begun
    assert next_session([planned(-30 / 1440, minutes=20)], NOW) is None
    assert ends_at(begun) == NOW + timedelta(minutes=30)


def test_the_last_meeting_is_the_one_held_latest_with_that_person() -> None:
    ana, group = held(-7), held(-2, person="group")

    assert last_held([ana, group, planned(-1), held(-30)]) is group
    assert last_held([ana, group], person="ana") is ana
    assert last_held([planned(1)]) is None


def test_a_planned_meeting_stands_in_the_list_until_it_is_held_or_cancelled() -> None:
    over, soon, later = planned(-2), planned(1), planned(9)

    assert sessions.planned([later, held(-1), over, planned(3, cancelled=True), soon]) == [over, soon, later]


def test_the_meetings_held_are_listed_from_the_latest_on() -> None:
    long_ago, lately = held(-30), held(-2)

    assert sessions.held([long_ago, planned(1), lately]) == [lately, long_ago]


def test_no_contact_and_no_fellowship_meeting_is_the_last_meeting_with_someone() -> None:
    met = held(-7)
    for kind in (SessionKind.CONTACT, SessionKind.FELLOWSHIP):
        lately = replace(held(-1), kind=kind)

        assert last_held([met, lately]) is last_held([met, lately], person="ana") is met

    group = replace(held(-1), kind=SessionKind.GROUP)

    assert last_held([met, group]) is group
    assert last_held([met, replace(group, person="", planned_at=None)]) is met


def test_a_contact_is_not_among_the_meetings_held() -> None:
    call, meeting = replace(held(-1), kind=SessionKind.CONTACT), replace(held(-2), kind=SessionKind.FELLOWSHIP)

    assert sessions.held([call, meeting]) == [meeting]


def test_a_page_is_prepared_for_the_next_meeting_with_a_mentor_not_for_a_fellowship_meeting_before_it() -> None:
    fellowship, mentor = replace(planned(1), kind=SessionKind.FELLOWSHIP), planned(2)

    assert next_session([fellowship, mentor], NOW) is fellowship
    assert next_mentor_meeting([fellowship, mentor], NOW) is mentor
