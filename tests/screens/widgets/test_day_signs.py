"""Check that days differ by the shape of their sign, and that the legend names what is there."""

from __future__ import annotations

from datetime import date

from journal.domain.days import DayState, DayWord
from screens.widgets.day_signs import SIGNS, legend


def test_every_state_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(DayState)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_the_legend_names_what_is_there_in_the_persons_words() -> None:
    assert legend(DayWord(date(2026, 11, 1), "-+-"), "sober") == "■ sober   ◆ used"
    within = DayWord(date(2026, 11, 1), "-=+")
    assert legend(within, "free", limited=True) == "■ free   = within   ◆ over"
    assert legend(within, "free") == "■ free   = used   ◆ used"
