"""Check that a line shows all of its text where two lines are enough, and a goal its title before its bar."""

from __future__ import annotations

import pytest

from screens.widgets.link_row import Progress, Row
from tests.screens.widgets import Alone


def shown(widget: Row | Progress) -> list[str]:
    return [line.rstrip() for line in str(widget.render()).split("\n")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("not yet", ["check-in   not yet                     a"]),
        ("call Ana before the big dinner", ["check-in   call Ana before the big     a", "           dinner"]),
        ("x" * 30, [f"check-in   {'x' * 27} a", "           xxx"]),
        ("one two three " * 9, ["check-in   one two three one two three a", "           one two three one two thre…"]),
    ],
)
async def test_a_long_text_has_a_second_line_and_then_an_ellipsis(text: str, lines: list[str]) -> None:
    row = Row("check-in")
    async with Alone(row).run_test(size=(40, 10)) as pilot:
        row.show(text, key="a")
        await pilot.pause()
        assert shown(row) == lines
        assert row.size.height == len(lines)


async def test_a_title_that_needs_the_room_takes_that_of_the_bar() -> None:
    goal = Progress()
    async with Alone(goal).run_test(size=(36, 10)) as pilot:
        goal.show("Evening class", 0.75, "3 of 4   ", lambda: None)
        await pilot.pause()
        assert shown(goal) == ["Evening class    ███████░░ 3 of 4"]
        goal.show("See the GP about sleep", 1 / 3, "1 of 3   ", lambda: None)
        await pilot.pause()
        assert shown(goal) == ["See the GP about sleep     1 of 3"]
