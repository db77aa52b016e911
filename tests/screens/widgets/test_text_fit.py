"""Test how a text and what is said about it share a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screens.widgets.text_fit import columns

PARTS = ["5 of 5 passed", "needs phone"]


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (60, "call Ana    5 of 5 passed · needs phone"),
        (39, "call Ana    5 of 5 passed · needs phone"),
        (38, "call Ana    5 of 5 passed"),
        (24, "call Ana   "),
        (5, "call…"),
    ],
)
def test_parts_without_room_are_left_out_whole(width: int, row: str) -> None:
    assert columns("call Ana", 11, PARTS, width) == row


def test_a_long_text_takes_the_room_it_needs() -> None:
    assert columns("wait ten minutes", 11, PARTS, 30) == "wait ten minutes 5 of 5 passed"


def test_empty_parts_leave_no_separator() -> None:
    assert columns("tea", 4, ["", "archived", "", "soon"], 40) == "tea  archived · soon"


@given(st.text(), st.integers(1, 20), st.lists(st.text("ab ", max_size=9), max_size=3), st.integers(20, 60))
def test_a_row_is_never_wider_than_its_room(text: str, cells: int, parts: list[str], width: int) -> None:
    assert cell_len(columns(text, cells, parts, width)) <= width
