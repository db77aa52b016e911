"""Test agreements: weeks of the programme, pauses, hours held against planned, and versions that never change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.agreements import (
    GROUPS,
    ONE_TO_ONE,
    Agreement,
    Cadence,
    Ending,
    counted_days,
    current,
    dose,
    ended,
    ends_on,
    new_from,
    next_version,
    paused,
    paused_on,
    programme_week,
    resumed,
    same_words,
    to_review,
    versions,
)
from journal.domain.sessions import Session, SessionKind

START = date(2026, 10, 22)
DAYS = st.integers(0, 200).map(lambda days: START + timedelta(days=days))
AGREED = Agreement(uid="a", person="r", start=START, one_to_one_hours=Decimal(1), group_hours=Decimal("1.5"))


def after(days: int) -> date:
    return START + timedelta(days=days)


@given(DAYS, st.integers(1, 60))
def test_the_week_is_the_days_since_the_start_by_seven_and_one(today: date, weeks: int) -> None:
    week = programme_week(replace(AGREED, weeks=weeks), today)
    assert week is not None
    number = (today - START).days // 7 + 1
    assert (week.number, week.weeks, week.rests) == (min(number, weeks), weeks, False)
    assert week.over == (number > weeks)


def test_before_it_begins_there_is_no_week() -> None:
    assert programme_week(AGREED, START - timedelta(days=1)) is None


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 30)), max_size=4), DAYS)
def test_days_of_a_pause_are_left_out_wherever_they_lie(pauses: list[tuple[int, int]], today: date) -> None:
    agreement = AGREED
    for begins, length in pauses:
        agreement = resumed(paused(agreement, after(begins)), after(begins + length))
    days = [after(n) for n in range((today - START).days + 1)]
    resting = {after(begins + n) for begins, length in pauses for n in range(length)}
    assert counted_days(agreement, today) == sum(day not in resting for day in days)
    assert paused_on(agreement, today) == (today in resting)


@given(st.integers(1, 20), st.integers(0, 100), st.integers(0, 60))
def test_it_ends_once_all_its_weeks_were_had(weeks: int, begins: int, length: int) -> None:
    agreement = resumed(paused(replace(AGREED, weeks=weeks), after(begins)), after(begins + length))
    last = ends_on(agreement)
    assert last is not None
    assert counted_days(agreement, last) == weeks * 7
    week, next_day = programme_week(agreement, last), programme_week(agreement, last + timedelta(days=1))
    assert week is not None
    assert next_day is not None
    assert not week.over
    assert next_day.over or next_day.rests


def test_a_pause_without_an_end_rests_and_has_no_last_day() -> None:
    resting = paused(AGREED, after(10), by_mentor=True)
    week = programme_week(resting, after(30))
    assert week is not None
    assert (week.number, week.rests, week.over) == (2, True, False)
    assert ends_on(resting) is None
    assert resumed(resting, after(10)).pauses == []


def test_ended_it_is_over_the_day_after_and_nothing_of_it_is_gone() -> None:
    over = ended(AGREED, after(20), Ending.CHANGED)
    on_the_day, later = programme_week(over, after(20)), programme_week(over, after(21))
    assert on_the_day is not None
    assert later is not None
    assert (on_the_day.over, later.over) == (False, True)
    assert ends_on(over) == after(20)
    assert same_words(over, AGREED)


def test_going_on_after_an_end_the_days_between_were_none_of_it() -> None:
    again = resumed(ended(AGREED, after(20), Ending.STOPPED), after(30))
    assert (again.ended_on, again.ending) == (None, None)
    assert counted_days(again, after(30)) == 22
    assert resumed(ended(AGREED, after(20), Ending.STOPPED), after(21)) == AGREED


def session(days: int, minutes: int | None, kind: SessionKind = SessionKind.ONE_TO_ONE, person: str = "r") -> Session:
    at = datetime(2026, 10, 22, 18, tzinfo=UTC) + timedelta(days=days)
    return Session(person=person, kind=kind, held_at=at, at=at, local_date=at.date(), minutes=minutes)


def test_hours_had_are_those_with_this_mentor_or_in_groups_against_those_planned_so_far() -> None:
    sessions = [
        session(0, 45),
        session(7, None),
        session(8, 30, person="another"),
        session(9, 90, SessionKind.GROUP, person=""),
        session(10, 60, SessionKind.HOUSE),
        session(11, 60, SessionKind.FELLOWSHIP),
        session(11, 20, SessionKind.CONTACT),
        session(-1, 45),
        session(30, 45),
    ]
    with_r = dose(AGREED, sessions, ONE_TO_ONE, after(13))
    assert with_r == (Decimal("0.75"), Decimal(2), 2, 2)
    assert dose(AGREED, sessions, GROUPS, after(13)) == (Decimal("2.5"), Decimal(3), 2, None)


def test_where_nothing_was_planned_nothing_is_held_against_it() -> None:
    open_ended = Agreement(person="r", start=START, cadence=Cadence.AS_NEEDED)
    assert dose(open_ended, [session(1, 30)], ONE_TO_ONE, after(13)) == (Decimal("0.5"), None, 1, None)


def test_a_change_is_the_next_version_and_both_agree_to_it_anew() -> None:
    first = replace(AGREED, my_initials="K.", their_initials="R.")
    second = next_version(first, replace(first, mine="more calls"))
    assert (second.version, second.uid, second.agreed, first.agreed) == (2, "", False, True)
    kept = [first, replace(second, uid="b"), replace(AGREED, uid="c", person="another", version=9)]
    assert [one.version for one in versions(kept, "r")] == [2, 1]
    newest = current(kept, "r")
    assert newest is not None
    assert newest.mine == "more calls"
    assert not same_words(first, second)


def test_with_another_mentor_it_begins_with_what_i_expected_before() -> None:
    before = replace(AGREED, mine="Ask twice.", theirs="theirs", my_initials="K.", not_wanted="No calls at work.")
    begun = new_from(before, "new", after(40))
    assert (begun.person, begun.start, begun.mine, begun.not_wanted) == (
        "new",
        after(40),
        "Ask twice.",
        before.not_wanted,
    )
    assert (begun.theirs, begun.my_initials, begun.version, begun.pauses) == ("", "", 1, [])


@pytest.mark.parametrize("hours", [Decimal(-1), Decimal(169), Decimal("NaN")])
def test_a_week_has_so_many_hours(hours: Decimal) -> None:
    with pytest.raises(ValueError, match=r"hours|finite"):
        replace(AGREED, group_hours=hours)


def test_a_review_is_due_from_its_day_on_unless_it_is_paused_ended_or_replaced() -> None:
    today = after(30)
    due = replace(AGREED, review_on=today)
    assert to_review([due], [AGREED.person], today) == [due]
    assert to_review([replace(due, version=2, review_on=after(31)), due], [AGREED.person], today) == []
    for other in (
        replace(due, review_on=after(31)),
        replace(due, review_on=None),
        paused(due, today),
        ended(due, after(20), Ending.COMPLETED),
    ):
        assert to_review([other], [AGREED.person], today) == []
    assert to_review([due], ["somebody else"], today) == []


HAD = st.lists(
    st.tuples(
        st.integers(-10, 40),
        st.integers(0, 300),
        st.sampled_from(["r", "other", ""]),
        st.sampled_from([kind for kind in SessionKind if kind is not SessionKind.CONTACT]),
    ),
    max_size=12,
)


@given(HAD, st.integers(0, 30))
def test_hours_are_those_of_the_meetings_that_count_and_of_the_days_so_far(
    had: list[tuple[int, int, str, SessionKind]], today: int
) -> None:
    meetings = [replace(session(number, minutes), person=person, kind=kind) for number, minutes, person, kind in had]
    for kinds, weekly in ((ONE_TO_ONE, AGREED.one_to_one_hours), (GROUPS, AGREED.group_hours)):
        counted = [
            minutes
            for number, minutes, person, kind in had
            if 0 <= number <= today and kind in kinds and (person == "r" or kind is not SessionKind.ONE_TO_ONE)
        ]
        found = dose(AGREED, meetings, kinds, after(today))
        assert weekly is not None
        assert found.hours == Decimal(sum(counted)) / 60
        assert found.meetings == len(counted)
        assert found.hours_planned == weekly * (today + 1) / 7
