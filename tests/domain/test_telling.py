"""Check who a slip is to be told to, by when, and when the reminder ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.agreements import Agreement, Pause
from journal.domain.focuses import Focus, GoalMode
from journal.domain.people import Person, Role
from journal.domain.telling import ToTell, to_tell
from journal.domain.uses import Use

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
TODAY = NOW.date()
START = TODAY - timedelta(days=30)
ANA, FOCUS = Person(uid="ana", name="Ana", role=Role.SPONSOR), Focus(uid="f", label="alcohol", start=START)
AGREED = Agreement(uid="a", person="ana", start=START, tell_within=24)


def use(hours: int, *, told: int | None = None, focus: str = "f") -> Use:
    """Return a use some hours ago; ``told``: hours ago."""
    at = NOW - timedelta(hours=hours)
    told_at = None if told is None else NOW - timedelta(hours=told)
    return Use(uid=f"u{hours}", focus=focus, at=at, zone="UTC", local_date=at.date(), told_mentor_at=told_at)


def found(*uses: Use, agreed: Agreement = AGREED, focus: Focus = FOCUS, person: Person = ANA) -> list[ToTell]:
    """Return what is to be told now."""
    return to_tell(uses, [focus], [agreed], [person], NOW)


def test_a_slip_is_to_be_told_within_the_hours_of_the_agreement() -> None:
    assert [(one.use.uid, one.person.uid, one.until) for one in found(use(4))] == [
        ("u4", "ana", NOW + timedelta(hours=20))
    ]


def test_the_nearest_deadline_is_first_and_those_that_passed_are_last_the_newest_of_them_first() -> None:
    assert [one.use.uid for one in found(use(90), use(4), use(50), use(20))] == ["u20", "u4", "u50", "u90"]


def test_who_told_somebody_afterwards_has_told_about_everything_before() -> None:
    assert [one.use.uid for one in found(use(50), use(30, told=10), use(4))] == ["u4"]


def test_nothing_is_asked_where_nothing_holds() -> None:
    slip = use(4)
    for agreed in (
        replace(AGREED, tell_within=None),
        replace(AGREED, start=TODAY + timedelta(days=1)),
        replace(AGREED, pauses=[Pause(first=TODAY)]),
        replace(AGREED, ended_on=TODAY - timedelta(days=1)),
        replace(AGREED, weeks=1),
        replace(AGREED, person="somebody else"),
    ):
        assert not found(slip, agreed=agreed)
    assert not found(slip, person=replace(ANA, archived=True))
    assert not found(slip, focus=replace(FOCUS, goal_mode=GoalMode.OBSERVE))
    assert not found()


@given(
    st.lists(st.tuples(st.integers(0, 160), st.none() | st.integers(0, 160)), max_size=8, unique_by=lambda one: one[0]),
    st.integers(0, 720),
)
def test_every_slip_that_nobody_was_told_of_since_is_found_once(
    pairs: list[tuple[int, int | None]], hours: int
) -> None:
    uses = [use(ago, told=told) for ago, told in pairs]
    waiting = found(*uses, agreed=replace(AGREED, tell_within=hours))
    lately = min((told for _, told in pairs if told is not None), default=1000)
    assert {one.use.uid for one in waiting} == {f"u{ago}" for ago, told in pairs if told is None and ago < lately}
    assert len(waiting) == len({one.use.uid for one in waiting})
    assert all(one.until == one.use.at + timedelta(hours=hours) for one in waiting)
    ahead = [one.until >= NOW for one in waiting]
    assert ahead == sorted(ahead, reverse=True)


def test_a_day_before_the_agreement_is_not_its_matter() -> None:
    assert date(2026, 10, 24) == START
    assert not to_tell([replace(use(4), local_date=START - timedelta(days=1))], [FOCUS], [AGREED], [ANA], NOW)
