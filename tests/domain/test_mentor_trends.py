"""Test the trends with a mentor: every meeting in its week once, ratings with their count, use days with bounds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.checkins import CheckIn
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, GoalMode
from journal.domain.mentor_trends import typical, use_days, weeks
from journal.domain.sessions import Session, SessionKind
from journal.domain.uses import Use

START = date(2026, 10, 22)
LAST = START + timedelta(days=40)
MEETINGS = st.lists(
    st.tuples(st.integers(-10, 60), st.sampled_from([*SessionKind]), st.none() | st.integers(0, 600), st.booleans())
)


def met(days: int, kind: SessionKind, minutes: int | None, theirs: bool) -> Session:
    at = datetime(2026, 10, 22, 12, tzinfo=UTC) + timedelta(days=days)
    return Session(person="r" if theirs else "s", kind=kind, held_at=at, at=at, local_date=at.date(), minutes=minutes)


@given(MEETINGS)
def test_every_meeting_of_the_time_is_in_one_week_and_its_minutes_are_counted_once(
    meetings: list[tuple[int, SessionKind, int | None, bool]],
) -> None:
    sessions = [met(*one) for one in meetings]
    found = weeks(sessions, [], "r", START, LAST)
    assert [week.begins for week in found] == [START + timedelta(days=7 * n) for n in range(6)]
    inside = [
        one
        for one in sessions
        if START <= one.local_date <= LAST
        and one.kind is not SessionKind.CONTACT
        and (one.person == "r" or one.kind is not SessionKind.ONE_TO_ONE)
    ]
    assert sum(week.meetings for week in found) == len(inside)
    minutes = sum(one.minutes or 0 for one in inside if one.kind is not SessionKind.FELLOWSHIP)
    hours = sum((week.one_to_one + week.groups for week in found), Decimal(0))
    assert abs(hours * 60 - minutes) < Decimal("0.001")


def test_a_yes_in_a_check_in_is_a_meeting_of_its_week_unless_one_is_recorded_that_day() -> None:
    answers = [CheckIn(local_date=START + timedelta(days=days), meeting_attended=True) for days in (0, 1, 8)]
    found = weeks([met(0, SessionKind.GROUP, 60, theirs=True)], answers, "r", START, LAST)
    assert [week.meetings for week in found] == [2, 1, 0, 0, 0, 0]


def test_ratings_say_how_many_stand_behind_them_and_lately_only_where_there_are_enough() -> None:
    assert typical([]) == (0, None, None)
    assert typical([None, 4, 5]) == (2, 4.5, None)
    assert typical([1, 1, 2, None, 4, 5, 5]) == (6, 3.0, 5)


@given(st.text("-+o*_", max_size=40))
def test_use_days_lie_between_those_that_were_logged_and_those_that_may_have_been(letters: str) -> None:
    focus = Focus(uid="f", label="alcohol", start=START)
    days = [START + timedelta(days=n) for n in range(len(letters))]
    marks = [
        Mark(uid=str(n), focus="f", state=DayState(letter), local_date=day)
        for n, (day, letter) in enumerate(zip(days, letters, strict=True))
    ]
    today = START + timedelta(days=len(letters))
    found = use_days(focus, [], marks, START, today)
    assert found.used == letters.count("+")
    assert found.most == found.used + letters.count("o") + letters.count("*")
    assert found.days == len(letters) - letters.count("_")
    assert found.used <= found.most <= found.days


def test_a_use_within_the_limit_is_a_use_day_too() -> None:
    focus = Focus(uid="f", label="wine", start=START, goal_mode=GoalMode.REDUCE, limit=Decimal(2))
    uses = [
        Use(uid=str(n), focus="f", local_date=START + timedelta(days=n), amount=Decimal(amount))
        for n, amount in enumerate((1, 3))
    ]
    assert use_days(focus, uses, [], START, START + timedelta(days=2)) == (2, 2, 2)


def test_a_use_before_it_began_is_not_a_use_day_of_it() -> None:
    focus = Focus(uid="f", label="alcohol", start=START - timedelta(days=30))
    uses = [Use(focus="f", local_date=START - timedelta(days=1)), Use(focus="f", local_date=START)]
    assert use_days(focus, uses, [], START, START) == (1, 1, 1)
