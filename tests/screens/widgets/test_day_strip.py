"""Check that days differ by their sign, and are in the column of their day of the month."""

from __future__ import annotations

from datetime import date

from journal.domain.days import DayState, DayWord
from screens.widgets.day_strip import SIGNS, DayStrip, legend, strip_lines
from tests.screens.widgets import Alone


def test_every_state_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(DayState)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_each_month_is_a_line_and_each_day_has_its_column() -> None:
    word = DayWord(date(2026, 10, 30), "--+o*")
    assert strip_lines(word) == ["Oct " + " " * 29 + "▪▪", "Nov U?*"]


def test_the_legend_names_what_is_there_in_the_persons_words() -> None:
    assert legend(DayWord(date(2026, 11, 1), "-+-"), "sober") == "▪ sober   U used"
    within = DayWord(date(2026, 11, 1), "-=+")
    assert legend(within, "free", limited=True) == "▪ free   = within   U over"
    assert legend(within, "free") == "▪ free   = used   U used"


async def test_it_shows_other_days() -> None:
    strip = DayStrip()
    async with Alone(strip).run_test() as pilot:
        assert str(strip.render()) == ""
        strip.show(DayWord(date(2026, 11, 1), "--"))
        await pilot.pause()
        assert str(strip.render()) == "Nov ▪▪"
