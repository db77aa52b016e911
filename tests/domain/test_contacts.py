"""Test that every meeting and contact counts once, however it was entered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.checkins import CheckIn
from journal.domain.contacts import (
    FollowUp,
    answer,
    attended,
    contacts,
    follow_answer,
    is_as_made,
    made_by,
    recorded_on,
)
from journal.domain.dates import days_before
from journal.domain.sessions import Mode, Session, SessionKind
from journal.text.contacts import format_contacts

FIRST = date(2026, 11, 1)
LAST = date(2026, 11, 14)
KINDS = st.sampled_from([*SessionKind])


def on(days: int) -> date:
    return FIRST + timedelta(days=days)


def held(days: int, kind: SessionKind, *, checkin: str = "", uid: str = "") -> Session:
    at = datetime(2026, 11, 1, 12, tzinfo=UTC) + timedelta(days=days)
    return Session(uid=uid, kind=kind, held_at=at, at=at, local_date=at.date(), checkin=checkin)


def said(days: int, *, contact: bool | None = None, meeting: bool | None = None, uid: str = "") -> CheckIn:
    return CheckIn(uid=uid, local_date=on(days), contact_made=contact, meeting_attended=meeting)


SESSIONS = st.lists(st.builds(held, st.integers(-20, 30), KINDS), max_size=12)
ANSWERS = st.none() | st.booleans()
CHECKINS = st.lists(st.builds(said, st.integers(-20, 30), contact=ANSWERS, meeting=ANSWERS), max_size=12)


@given(SESSIONS, CHECKINS)
def test_what_is_recorded_always_counts_and_an_answer_only_on_a_day_without_a_record(
    sessions: list[Session], checkins: list[CheckIn]
) -> None:
    inside = [one for one in sessions if FIRST <= one.local_date <= LAST]
    meetings = [one.local_date for one in inside if one.kind is not SessionKind.CONTACT]
    calls = [one.local_date for one in inside if one.kind is SessionKind.CONTACT]
    alone = [one.local_date for one in inside if one.kind is SessionKind.ONE_TO_ONE]
    went = {one.local_date for one in checkins if one.meeting_attended and FIRST <= one.local_date <= LAST}
    called = {one.local_date for one in checkins if one.contact_made and FIRST <= one.local_date <= LAST}
    found = contacts(sessions, checkins, FIRST, LAST)
    assert found.meetings == len(meetings) + len(went.difference(meetings))
    assert found.contacts == len(calls) + len(called.difference(calls, alone))


@given(SESSIONS, CHECKINS, st.integers(0, 13))
def test_two_periods_side_by_side_have_as_many_as_the_whole(
    sessions: list[Session], checkins: list[CheckIn], days: int
) -> None:
    whole = contacts(sessions, checkins, FIRST, LAST)
    one, other = contacts(sessions, checkins, FIRST, on(days)), contacts(sessions, checkins, on(days + 1), LAST)
    assert (one.meetings + other.meetings, one.contacts + other.contacts) == (whole.meetings, whole.contacts)
    assert whole.last_meeting == other.last_meeting


@given(SESSIONS, CHECKINS)
def test_the_last_meeting_is_a_meeting_up_to_the_end(sessions: list[Session], checkins: list[CheckIn]) -> None:
    found = attended(sessions, checkins, LAST)
    days = [one.day for one in found if one.is_meeting]
    assert contacts(sessions, checkins, FIRST, LAST).last_meeting == max(days, default=None)
    assert [one.day for one in found] == sorted(one.day for one in found)


@given(SESSIONS, st.lists(st.integers(0, 13), unique=True), KINDS)
def test_a_yes_that_became_a_record_counts_as_much_as_a_yes_alone(
    sessions: list[Session], days: list[int], kind: SessionKind
) -> None:
    free = [number for number in days if on(number) not in {one.local_date for one in sessions}]
    is_meeting = kind is not SessionKind.CONTACT
    answered = [said(n, meeting=is_meeting, contact=not is_meeting, uid=f"c{n}") for n in free]
    noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    made = [answer(one, kind, noon + timedelta(days=n)) for one, n in zip(answered, free, strict=True)]
    assert contacts(sessions, answered, FIRST, LAST) == contacts([*sessions, *made], answered, FIRST, LAST)


def test_a_record_moved_to_another_day_is_not_counted_on_both() -> None:
    checkin = said(3, meeting=True, uid="c")
    moved = held(2, SessionKind.FELLOWSHIP, checkin="c")
    assert contacts([moved], [checkin], FIRST, LAST) == (1, 0, on(2))
    assert contacts([], [checkin], FIRST, LAST) == (1, 0, on(3))


def test_an_answer_on_the_day_of_a_one_to_one_adds_nothing() -> None:
    checkin = said(3, contact=True, meeting=True)
    assert contacts([held(3, SessionKind.ONE_TO_ONE)], [checkin], FIRST, LAST) == (1, 0, on(3))
    assert contacts([held(3, SessionKind.CONTACT)], [checkin], FIRST, LAST) == (1, 1, on(3))


def test_two_check_ins_of_one_day_count_once_and_what_is_only_planned_not_at_all() -> None:
    planned = Session(planned_at=datetime(2026, 11, 3, tzinfo=UTC), local_date=on(2))
    assert contacts([planned], [said(1, meeting=True), said(1, meeting=True)], FIRST, LAST) == (1, 0, on(1))


def test_what_a_check_in_made_is_found_until_more_is_known_of_it() -> None:
    at = datetime(2026, 11, 3, 12, tzinfo=UTC)
    made = replace(answer(said(2, uid="c"), SessionKind.GROUP, at), uid="s", zone="Europe/Vienna", made_at=at)
    assert made.local_date == on(2)
    assert recorded_on([made], on(2), meeting=True) == [made]
    assert recorded_on([made], on(2), meeting=False) == []
    assert made_by([made], "c", meeting=True) is made
    assert made_by([made], "c", meeting=False) is made_by([made], "other", meeting=True) is None
    assert made_by([replace(made, checkin="")], "", meeting=True) is None
    assert is_as_made(made)
    assert is_as_made(replace(made, kind=SessionKind.HOUSE))
    for more in (replace(made, said="He laughed."), replace(made, place="hall"), replace(made, mode=Mode.PHONE)):
        assert not is_as_made(more)


NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def test_a_yes_makes_one_record_unless_the_day_has_what_it_means() -> None:
    yes = said(2, meeting=True, contact=True, uid="c")
    group, call, alone = (held(2, kind) for kind in (SessionKind.GROUP, SessionKind.CONTACT, SessionKind.ONE_TO_ONE))
    for kind, there in ((SessionKind.HOUSE, [group]), (SessionKind.CONTACT, [call]), (SessionKind.CONTACT, [alone])):
        assert follow_answer(yes, there, kind, NOON, on(2)) == FollowUp()
    for kind, there in (
        (SessionKind.HOUSE, [call]),
        (SessionKind.CONTACT, [group]),
        (SessionKind.GROUP, [held(1, SessionKind.GROUP)]),
    ):
        assert follow_answer(yes, there, kind, NOON, on(2)) == FollowUp(save=answer(yes, kind, NOON))


def test_a_record_follows_its_answer_until_it_is_the_person_s_own() -> None:
    yes, no = (said(2, meeting=one, uid="c") for one in (True, False))
    made = replace(answer(yes, SessionKind.GROUP, NOON), uid="s")

    def follow(checkin: CheckIn, session: Session, kind: SessionKind = SessionKind.GROUP) -> FollowUp:
        return follow_answer(checkin, [session], kind, NOON, on(2))

    assert follow(yes, made) == FollowUp()
    assert follow(no, made) == FollowUp(delete=made)
    assert follow(yes, made, SessionKind.HOUSE) == FollowUp(save=replace(made, kind=SessionKind.HOUSE))
    assert follow(replace(yes, local_date=on(1)), made) == FollowUp(save=replace(made, local_date=on(1)))
    for own in (replace(made, said="He laughed."), replace(made, local_date=on(1))):
        assert follow(no, own) == follow(yes, own, SessionKind.HOUSE) == FollowUp()


def test_the_period_before_is_as_long_and_ends_the_day_before() -> None:
    assert days_before(FIRST, LAST) == (date(2026, 10, 18), date(2026, 10, 31))
    assert days_before(FIRST, FIRST) == (date(2026, 10, 31), date(2026, 10, 31))


def test_the_figures_in_words() -> None:
    sessions = [
        *(held(days, SessionKind.FELLOWSHIP) for days in (1, 4, 8)),
        held(9, SessionKind.GROUP),
        *(held(days, SessionKind.CONTACT) for days in (2, 2, 11)),
        *(held(days, SessionKind.HOUSE) for days in (-3, -4)),
    ]
    now, then = contacts(sessions, [], FIRST, LAST), contacts(sessions, [], *days_before(FIRST, LAST))
    assert format_contacts(now) == "4 meetings, 3 contacts, last meeting Tue 10 Nov"
    assert format_contacts(now, then) == "4 meetings, before 2; 3 contacts, before 0; last meeting Tue 10 Nov"
    assert format_contacts(then) == "2 meetings, last meeting Thu 29 Oct"
    assert format_contacts(contacts(sessions[4:5], [], FIRST, LAST)) == "1 contact"
    assert format_contacts(contacts([], [], FIRST, LAST)) == ""
