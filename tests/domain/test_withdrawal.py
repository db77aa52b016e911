"""Use days in a row, after which stopping suddenly may be dangerous."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from journal.domain.focuses import Focus, FocusKind, GoalMode
from journal.domain.withdrawal import use_days_in_a_row
from tests.support.builders import START, alcohol, day, marks, use

LIMITED = replace(alcohol(), goal_mode=GoalMode.REDUCE, limit=Decimal(2))


@pytest.mark.parametrize("focus", [alcohol(), LIMITED, replace(alcohol(), goal_mode=GoalMode.OBSERVE)])
@pytest.mark.parametrize("amount", [None, "1", "9"])
def test_every_use_makes_a_use_day_within_a_limit_over_it_or_not_known(focus: Focus, amount: str | None) -> None:
    uses = [use(focus, day(number), amount=amount) for number in (1, 3, 4, 5)]
    assert use_days_in_a_row(focus, uses, [], day(5)) == 3
    assert use_days_in_a_row(focus, uses, marks(focus, START, "--+"), day(5)) == 5
    assert use_days_in_a_row(focus, uses, [], day(6)) == 0


def test_a_mark_that_is_mixed_is_no_use_day_nor_is_one_as_prescribed() -> None:
    assert use_days_in_a_row(LIMITED, [use(LIMITED, day(1))], marks(LIMITED, START, "*"), day(1)) == 1
    pills = replace(alcohol(), kind=FocusKind.OPIOIDS)
    uses = [replace(use(pills, day(number)), prescribed=number == 1) for number in range(3)]
    assert use_days_in_a_row(pills, uses, [], day(2)) == 1
