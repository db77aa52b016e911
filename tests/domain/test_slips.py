"""Which uses are slips, and which is asked about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from journal.domain.focuses import GoalMode
from journal.domain.slips import is_slip, latest_slip
from tests.support.builders import alcohol, day, use


@pytest.mark.parametrize("mode", list(GoalMode))
def test_without_an_amount_a_use_is_a_slip_only_where_none_is_wanted(mode: GoalMode) -> None:
    focus = replace(alcohol(), goal_mode=mode)
    wants_none = mode in (GoalMode.ABSTAIN, GoalMode.ABSTAIN_FOR_NOW)

    assert is_slip(use(focus, day(3)), focus) == wants_none
    assert is_slip(replace(use(focus, day(3)), planned=True), focus) == wants_none  # planned changes nothing
    assert not is_slip(replace(use(focus, day(3)), prescribed=True), focus)


def test_a_use_over_the_limit_with_the_others_of_its_day_is_a_slip() -> None:
    focus = replace(alcohol(), goal_mode=GoalMode.REDUCE, limit=Decimal(2))
    first, second = use(focus, day(1), amount="1"), use(focus, day(1), amount="2")

    assert not is_slip(second, focus)
    assert is_slip(second, focus, [first, second])
    assert latest_slip([first, second], [focus], day(1)) in (first, second)


def test_the_latest_slip_is_asked_about_for_a_week() -> None:
    focus, watched = alcohol(), replace(alcohol(), uid="watched", goal_mode=GoalMode.OBSERVE)
    uses = [use(focus, day(1)), use(focus, day(3)), use(watched, day(9))]

    assert latest_slip(uses, [focus, watched], day(10)) == uses[1]
    assert latest_slip(uses, [focus, watched], day(11)) is None
    assert latest_slip(uses, [focus, watched], day(2)) == uses[0]
