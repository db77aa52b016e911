"""Test the pauses of a focus: they may lie in the past, hide what was logged, and lose nothing of it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState, day_word
from journal.domain.focuses import Pause, pause_from, paused, resume_on
from journal.domain.pauses import (
    ends_before_it_starts,
    in_order,
    overlapping,
    pause_on,
    with_pause,
    without_pause,
)
from tests.support.builders import START, alcohol, day, marks, use

FOCUS = alcohol()
TODAY = day(60)
NUMBERS = st.integers(-5, 70)
PAUSES = st.builds(
    lambda first, length: Pause(first=day(first), last=None if length is None else day(first + length)),
    NUMBERS,
    st.none() | st.integers(0, 20),
)
LETTERS = st.text("-+o*_ ", max_size=60)
USE_DAYS = st.lists(st.integers(-5, 60), max_size=5)


def test_a_pause_in_the_past_is_added_among_the_others_and_the_newest_comes_first() -> None:
    later, earlier = Pause(first=day(20)), Pause(first=day(3), last=day(5), reason="in hospital")
    focus = with_pause(with_pause(FOCUS, later), earlier)

    assert focus.pauses == [earlier, later]
    assert in_order(focus) == [later, earlier]
    assert pause_on(focus, day(4)) == earlier
    assert pause_on(focus, day(6)) is None


def test_a_pause_that_ends_before_it_begins_or_shares_a_day_with_another_is_noticed() -> None:
    focus = replace(FOCUS, pauses=[Pause(first=day(3), last=day(5)), Pause(first=day(20))])

    assert ends_before_it_starts(Pause(first=day(3), last=day(2)))
    assert not ends_before_it_starts(Pause(first=day(3), last=day(3)))
    assert not ends_before_it_starts(Pause(first=day(3)))
    assert overlapping(focus, Pause(first=day(5), last=day(7))) == focus.pauses[0]
    assert overlapping(focus, Pause(first=day(1))) == focus.pauses[0]
    assert overlapping(focus, Pause(first=day(30), last=day(31))) == focus.pauses[1]
    assert overlapping(focus, Pause(first=day(6), last=day(19))) is None
    assert overlapping(focus, Pause(first=day(4), last=day(8)), before=focus.pauses[0]) is None


@given(PAUSES, PAUSES)
def test_two_pauses_overlap_exactly_where_they_share_a_day(one: Pause, other: Pause) -> None:
    focus = replace(FOCUS, pauses=[one])
    horizon = range(-10, 120)
    shared = [number for number in horizon if paused(focus, day(number)) and _in(other, day(number))]

    assert (overlapping(focus, other) is not None) == bool(shared)


@given(PAUSES, LETTERS, USE_DAYS)
def test_days_of_a_pause_do_not_count_and_count_again_without_it(pause: Pause, letters: str, used: list[int]) -> None:
    uses, said = [use(FOCUS, day(number)) for number in used], marks(FOCUS, START, letters)
    paused_focus = with_pause(FOCUS, pause)
    before = day_word(FOCUS, uses, said, last=TODAY, today=TODAY)
    during = day_word(paused_focus, uses, said, last=TODAY, today=TODAY)

    for on, state in during.items():
        assert state is (DayState.NOT_APPLICABLE if _in(pause, on) else before.state(on))
    assert len(during) == len(before)
    assert without_pause(paused_focus, pause) == FOCUS
    figures = focus_figures(paused_focus, uses, said, as_of=TODAY, today=TODAY)
    assert figures.total == len(during.applicable())


@given(st.lists(PAUSES, max_size=4), PAUSES, PAUSES)
def test_changing_one_pause_leaves_the_others(pauses: list[Pause], pause: Pause, other: Pause) -> None:
    focus = replace(FOCUS, pauses=pauses)
    changed = with_pause(with_pause(focus, pause), other, before=pause)

    assert sorted(map(repr, changed.pauses)) == sorted(map(repr, [*pauses, other]))
    assert sorted(map(repr, without_pause(changed, other).pauses)) == sorted(map(repr, pauses))


def test_a_pause_that_is_begun_and_ended_on_the_form_keeps_its_reason() -> None:
    focus = replace(FOCUS, pauses=[Pause(first=day(3), reason="a trip")])

    assert pause_from(focus, day(9)) == focus
    assert resume_on(focus, day(9)).pauses == [Pause(first=day(3), last=day(8), reason="a trip")]


def _in(pause: Pause, on: date) -> bool:
    return pause.first <= on and (pause.last is None or on <= pause.last)
