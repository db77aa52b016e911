"""Test a period of a focus as a word, one letter a day."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.days import DayState, DayWord, Mark, MarkSource, by_focus, day_word, marked
from journal.domain.focuses import Pause
from tests.support.builders import START, alcohol, clean_marks, day, mark, marks, use

FOCUS = alcohol()
LETTERS = st.text("-+o*_ ", min_size=1, max_size=60)


def test_a_day_without_an_entry_is_not_known_and_never_silently_clean() -> None:
    assert day_word(FOCUS, [], marks(FOCUS, START, "- -"), last=day(3), today=day(9)).letters == "-o-o"


def test_days_before_the_start_do_not_count_whatever_is_dated_on_them() -> None:
    word = day_word(FOCUS, [use(FOCUS, day(-1))], [], first=day(-2), last=day(0), today=day(9))

    assert word.letters == "__o"


def test_days_of_a_pause_do_not_count() -> None:
    focus = replace(FOCUS, pauses=[Pause(first=day(1), last=day(2)), Pause(first=day(4))])
    word = day_word(focus, [use(focus, day(2))], clean_marks(focus, START, 6), last=day(5), today=day(9))

    assert word.letters == "-__-__"


def test_a_day_marked_as_not_applicable_does_not_count_even_with_a_use_on_it() -> None:
    assert day_word(FOCUS, [use(FOCUS, START)], marks(FOCUS, START, "_-"), last=day(1), today=day(9)).letters == "_-"


def test_a_use_stands_over_a_clean_mark() -> None:
    word = day_word(FOCUS, [use(FOCUS, day(1))], clean_marks(FOCUS, START, 3), last=day(2), today=day(9))

    assert word.letters == "-+-"


def test_of_two_marks_on_a_day_the_one_made_last_counts() -> None:
    said = [mark(FOCUS, START, DayState.USED, made=1), mark(FOCUS, START, DayState.CLEAN, made=2)]

    assert day_word(FOCUS, [], said, last=START, today=day(9)).letters == "-"


def test_of_two_marks_made_at_once_the_later_uid_counts() -> None:
    said = [mark(FOCUS, START, DayState.USED, uid="b"), mark(FOCUS, START, DayState.CLEAN, uid="a")]

    assert day_word(FOCUS, [], said, last=START, today=day(9)).letters == "+"


def test_what_belongs_to_another_focus_says_nothing_here() -> None:
    other = replace(FOCUS, uid="nicotine")

    assert day_word(FOCUS, [use(other, START)], clean_marks(other, START, 1), last=START, today=day(9)).letters == "o"


def test_today_is_left_out_until_it_is_over_or_something_is_on_it() -> None:
    yesterday = clean_marks(FOCUS, START, 1)

    assert day_word(FOCUS, [], yesterday, last=day(1), today=day(1)).letters == "-"
    assert day_word(FOCUS, [], clean_marks(FOCUS, START, 2), last=day(1), today=day(1)).letters == "--"
    assert day_word(FOCUS, [use(FOCUS, day(1))], yesterday, last=day(1), today=day(1)).letters == "-+"
    assert day_word(FOCUS, [], yesterday, last=day(1), today=day(2)).letters == "-o"


def test_days_to_come_are_left_out() -> None:
    assert day_word(FOCUS, [], clean_marks(FOCUS, START, 2), last=day(30), today=day(2)).letters == "--"


def test_after_flying_west_a_day_already_written_stays_and_the_one_between_is_left_out() -> None:
    # Written on day 3 in Auckland; at home it is day 2, which is not over.
    said = [*clean_marks(FOCUS, START, 2), *clean_marks(FOCUS, day(3), 1)]

    assert day_word(FOCUS, [], said, last=day(3), today=day(2)).letters == "--_-"


def test_without_a_start_the_word_begins_with_the_first_thing_written() -> None:
    focus = alcohol(start=None)

    assert day_word(focus, [], [], last=day(5), today=day(9)).letters == ""
    assert day_word(focus, [use(focus, day(2))], [], last=day(4), today=day(9)) == DayWord(day(2), "+oo")


def test_a_start_still_to_come_makes_an_empty_word() -> None:
    word = day_word(alcohol(start=day(5)), [], [], last=day(2), today=day(2))

    assert len(word) == 0
    assert list(word.items()) == []


def test_a_word_gives_its_dates_and_its_parts() -> None:
    word = DayWord(START, "-+o*_")

    assert word.last == day(4)
    assert dict(word.items())[day(1)] is DayState.USED
    assert word.between(day(1), day(2)) == DayWord(day(1), "+o")
    assert word.between(day(-9), day(99)) == word
    assert word.between(day(4), day(2)).letters == ""
    assert word.between(day(-9), day(-3)).letters == ""
    assert word.between(day(7), day(9)).letters == ""
    assert [state for _, state in word.applicable()] == list("-+o*")


@given(LETTERS, st.integers(0, 70), st.integers(0, 70))
def test_a_word_over_days_that_are_over_has_a_letter_for_each(letters: str, first: int, length: int) -> None:
    last, today = day(first + length), day(first + length + 1)
    word = day_word(FOCUS, [], marks(FOCUS, START, letters), first=day(first), last=last, today=today)

    assert len(word) == length + 1
    assert word.last == last


@given(st.data(), LETTERS)
def test_the_order_in_which_marks_come_changes_nothing(data: st.DataObject, letters: str) -> None:
    said = _said_twice(letters)

    assert _word(data.draw(st.permutations(said))) == _word(said)


def _said_twice(letters: str) -> list[Mark]:
    """Return marks, and on every other day a second one made at the same moment."""
    said = marks(FOCUS, START, letters)
    return said + [replace(mark, uid=mark.uid + "b", state=DayState.MIXED) for mark in said[::2]]


def _word(said: list[Mark]) -> DayWord:
    return day_word(FOCUS, [], said, last=date(2026, 11, 1), today=date(2026, 11, 2))


def test_records_are_found_by_their_focus() -> None:
    one, other = alcohol(), replace(FOCUS, uid="nicotine")
    found = by_focus([*clean_marks(one, START, 2), *clean_marks(other, START, 3)])

    assert [len(found[uid]) for uid in ("alcohol", "nicotine", "none")] == [2, 3, 0]


def test_only_a_day_that_is_over_is_filled_in_later() -> None:
    today = day(10)
    assert not marked(alcohol(), None, today, DayState.CLEAN, today).back_filled
    assert marked(alcohol(), None, day(9), DayState.CLEAN, today).back_filled


def test_marking_a_day_anew_changes_the_mark_that_counts() -> None:
    before = replace(mark(alcohol(), day(3), DayState.CLEAN), source=MarkSource.CHECK_IN)
    after = marked(alcohol(), before, day(3), DayState.USED, day(10))
    assert (after.uid, after.state, after.source) == (before.uid, DayState.USED, MarkSource.CALENDAR)
