"""Test that another start of a focus loses nothing: days before it are hidden until it is moved back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState, day_word, hidden_by_start
from tests.support.builders import START, alcohol, day, mark, marks, use

FOCUS = alcohol()
TODAY = day(60)
LETTERS = st.text("-+o*_ ", max_size=60)
USE_DAYS = st.lists(st.integers(-9, 60), max_size=6)


@given(st.integers(1, 70), LETTERS, USE_DAYS)
def test_a_later_start_hides_the_days_before_it_and_moving_it_back_shows_them_as_they_were(
    later: int, letters: str, used: list[int]
) -> None:
    uses, said = [use(FOCUS, day(number)) for number in used], marks(FOCUS, START, letters)
    moved = replace(FOCUS, start=day(later))
    back = replace(moved, start=START)
    before, after = (day_word(one, uses, said, first=START, last=TODAY, today=TODAY) for one in (FOCUS, moved))

    for on, state in after.items():
        assert state is (DayState.NOT_APPLICABLE if on < day(later) else before.state(on))
    assert day_word(back, uses, said, first=START, last=TODAY, today=TODAY) == before
    figures = [focus_figures(one, uses, said, as_of=TODAY, today=TODAY) for one in (FOCUS, back)]
    assert figures[0] == figures[1]
    hidden = focus_figures(moved, uses, said, as_of=TODAY, today=TODAY)
    assert hidden.total == len(before.between(day(later), TODAY).applicable())


@given(st.integers(-9, 70), LETTERS, USE_DAYS)
def test_an_earlier_start_shows_what_was_logged_before_the_old_one(earlier: int, letters: str, used: list[int]) -> None:
    uses, said = [use(FOCUS, day(number)) for number in used], marks(FOCUS, day(-20), letters)
    moved = replace(FOCUS, start=day(-20))
    word = day_word(moved, uses, said, last=TODAY, today=TODAY)

    for on, state in day_word(FOCUS, uses, said, last=TODAY, today=TODAY).items():
        assert word.state(on) is state
    hidden_days, hidden_uses = hidden_by_start(FOCUS, day(earlier), uses, said)
    assert hidden_days == len({one.local_date for one in said if one.local_date < day(earlier)})
    assert hidden_uses == len([number for number in used if number < earlier])


def test_two_marks_on_a_hidden_day_are_one_day() -> None:
    said = [mark(FOCUS, START, DayState.CLEAN), mark(FOCUS, START, DayState.USED, uid="other")]

    assert hidden_by_start(FOCUS, day(1), [use(FOCUS, START), use(FOCUS, day(1))], said) == (1, 1)
    assert hidden_by_start(FOCUS, START, [use(FOCUS, START)], said) == (0, 0)
    assert hidden_by_start(replace(FOCUS, uid="other"), day(9), [use(FOCUS, START)], said) == (0, 0)


@given(LETTERS)
def test_the_days_of_a_word_are_counted_by_state(letters: str) -> None:
    word = day_word(FOCUS, [], marks(FOCUS, START, letters), last=TODAY, today=TODAY)
    tally = word.tally()

    assert sum(tally.values()) == len(word)
    assert tally == {state: sum(found is state for _, found in word.items()) for state in DayState}
