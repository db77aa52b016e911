"""Test which hard days are ahead, which are over, and which one Today asks about."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.hard_days import ASKED_DAYS, HardDay, ahead, over, to_ask
from tests.support.lives import TODAY

DAYS = st.lists(
    st.builds(
        lambda days, word, was: HardDay(day=TODAY + timedelta(days=days), what=word, how_it_was=was),
        st.integers(-400, 400),
        st.sampled_from(["payday", "dinner"]),
        st.sampled_from(["", "well"]),
    ),
    max_size=12,
)


@given(days=DAYS)
def test_every_hard_day_is_either_ahead_or_over_and_in_order(days: list[HardDay]) -> None:
    coming, past = ahead(days, TODAY), over(days, TODAY)

    assert sorted(coming + past, key=id) == sorted(days, key=id)
    assert [one.day for one in coming] == sorted(one.day for one in coming)
    assert [one.day for one in past] == sorted((one.day for one in past), reverse=True)
    assert all(one.day >= TODAY for one in coming)
    assert all(one.day < TODAY for one in past)


@given(days=DAYS)
def test_only_a_day_that_is_lately_over_and_has_no_answer_is_asked_about(days: list[HardDay]) -> None:
    asked = to_ask(days, TODAY)
    fit = [one for one in days if 1 <= (TODAY - one.day).days <= ASKED_DAYS and not one.how_it_was]

    assert (asked is None) == (not fit)
    assert asked is None or asked.day == max(one.day for one in fit)


def test_today_is_ahead_and_a_leap_day_is_a_day_like_others() -> None:
    leap = HardDay(day=date(2028, 2, 29), what="payday")
    assert ahead([leap], date(2028, 2, 29)) == [leap]
    assert to_ask([leap], date(2028, 3, 1)) is leap
    assert to_ask([leap], date(2028, 3, 4)) is None
