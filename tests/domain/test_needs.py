"""Check that a need changes its status, and that the days of the changes are kept as long as they mean something."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.needs import Area, Need, NeedStatus, advance, in_order, moved_to

ONE, TWO = date(2026, 11, 20), date(2026, 11, 23)


def test_it_goes_from_open_to_asked_to_solved_and_is_open_again() -> None:
    asked = advance(Need(area=Area.WORK), ONE)
    solved = advance(asked, TWO)
    assert (asked.status, asked.asked_on, asked.is_open) == (NeedStatus.ASKED, ONE, True)
    assert (solved.status, solved.asked_on, solved.solved_on, solved.is_open) == (NeedStatus.SOLVED, ONE, TWO, False)
    assert advance(solved, TWO) == Need(area=Area.WORK)
    assert advance(moved_to(asked, NeedStatus.NOT_NOW, TWO), TWO).status is NeedStatus.OPEN


@given(st.lists(st.sampled_from([*NeedStatus]), max_size=8))
def test_what_is_solved_has_a_day_and_what_is_not_has_none(path: list[NeedStatus]) -> None:
    need = Need(area=Area.FOOD)
    for status in path:
        need = moved_to(need, status, TWO)
        assert need.status is status
        assert (need.solved_on is not None) == (status is NeedStatus.SOLVED)
        assert status is not NeedStatus.ASKED or need.asked_on is not None


def test_what_is_open_comes_first() -> None:
    needs = [Need(area=Area.FOOD, status=status) for status in (NeedStatus.SOLVED, NeedStatus.ASKED, NeedStatus.OPEN)]
    assert [need.status for need in in_order(needs)] == [NeedStatus.OPEN, NeedStatus.ASKED, NeedStatus.SOLVED]
