"""Emoji take as many cells as a terminal draws, alike in rows, on the page and on the command line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from journal.cells import beginning, cell_width
from journal.cli.output import columns
from journal.summary.layout import clipped, wrapped
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import center, pad, truncate
from tests.screens.widgets import Alone

HEART, WARNING, ONE, THUMB = "❤️", "⚠️", "1️⃣", "👍🏽"
FAMILY, ASTRONAUT, RAINBOW, FLAG = "👨‍👩‍👧‍👦", "👩🏽‍🚀", "🏳️‍🌈", "🇩🇪"
EMOJI = (HEART, WARNING, ONE, THUMB, FAMILY, ASTRONAUT, RAINBOW, FLAG)
WIDTHS = [
    *((cluster, 2) for cluster in EMOJI),
    *(("❤", 1), ("☝🏽", 1), ("日本", 4), ("e\u0301", 1), ("क्षि", 2), ("ก็", 1), ("می\u200cخواهم", 7)),
    *(("abc", 3), ("Łódź – “ja” …", 13), ("", 0), ("a\x07b", 2)),
]


@pytest.mark.parametrize(("text", "width"), WIDTHS)
def test_a_text_takes_as_many_cells_as_a_terminal_draws(text: str, width: int) -> None:
    assert cell_width(text) == width


@pytest.mark.parametrize("cluster", EMOJI)
def test_a_row_the_page_and_the_command_line_give_it_the_same_room(cluster: str) -> None:
    assert Content(cluster).cell_length == cell_len(cluster) == cell_width(cluster) == 2
    assert pad(cluster, 4) == f"{cluster}  "
    assert list(columns([[cluster, "after"], ["ab", "after"]])) == [f"{cluster}  after", "ab  after"]
    assert wrapped(f"{cluster} {cluster} {cluster}", 5) == [f"{cluster} {cluster}", cluster]
    assert center(cluster, 5) == f" {cluster}  "


TEXTS = st.lists(st.sampled_from((*EMOJI, "a", "é", " ", "日", "ü", "–")), max_size=30).map("".join)


@given(TEXTS)
def test_the_command_line_measures_as_the_screens_do(text: str) -> None:
    assert cell_width(text) == cell_len(text)


@given(TEXTS, st.integers(0, 40))
def test_a_beginning_fits_and_nothing_that_is_drawn_as_one_is_cut_apart(text: str, width: int) -> None:
    begun = beginning(text, width)
    assert text.startswith(begun)
    assert cell_width(begun) <= width
    assert cell_width(begun) + cell_width(text[len(begun) :]) == cell_width(text)
    assert begun == text or cell_width(begun) >= width - 1


@pytest.mark.parametrize("cluster", EMOJI)
@pytest.mark.parametrize("width", [5, 6])
def test_a_line_too_long_is_cut_between_clusters(cluster: str, width: int) -> None:
    assert clipped(f"{cluster}{cluster}{cluster}{cluster}", width + 1).rstrip(" …").replace(cluster, "") == ""
    assert wrapped(cluster * 4, width) == ([cluster * 2, cluster * 2] if width < 6 else [cluster * 3, cluster])


@pytest.mark.parametrize("cluster", [cluster for cluster in EMOJI if cluster != FLAG])
def test_a_row_shows_all_that_has_room(cluster: str) -> None:
    assert truncate(cluster * 5, 10) == cluster * 5
    assert truncate(cluster * 6, 11) == f"{cluster * 5}…"
    assert pad(cluster * 6, 11) == f"{cluster * 5}…"


async def test_a_list_draws_a_line_of_families_whole() -> None:
    records = RecordList[str](lambda item, width: item)
    records.show([FAMILY * 10, "x" * 100])
    async with Alone(records).run_test(size=(40, 5)):
        line, other = (records.render_line(y) for y in (0, 1))
        assert line.text.rstrip() == f"  {FAMILY * 10}" or line.text.rstrip() == f"› {FAMILY * 10}"
        assert line.cell_length == other.cell_length == cell_width(line.text)
