"""Check which step of a fellowship a person is on."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.fellowship_steps import FellowshipStep, newest_first, step_on

FIRST = date(2026, 1, 1)
days = st.integers(0, 30).map(lambda number: FIRST + timedelta(days=number))
steps = st.lists(st.builds(FellowshipStep, number=st.integers(1, 99), since=days), max_size=6)


@given(steps, days)
def test_it_is_the_last_one_that_has_begun(known: list[FellowshipStep], day: date) -> None:
    found = step_on(known, day)
    begun = [one.begins for one in known if one.begins <= day]
    assert (found.begins if found else None) == max(begun, default=None)
    assert [one.begins for one in newest_first(known)] == sorted((one.begins for one in known), reverse=True)


def test_without_a_day_of_its_own_it_began_when_it_was_written() -> None:
    assert FellowshipStep(number=1, local_date=FIRST).begins == FIRST
