"""Check that every picture is readable in 16 colours, without colour and at 60 columns, and that none is in braille."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from screens.app import JournalApp
from screens.widgets.plain_text import Plain
from tests.support.driving import Size, make_app, opened, settle
from tests.support.extent import only
from tests.support.golden import PLACE, SMALLEST, picture
from tests.support.spans import ten_years

PICTURES: Final = PLACE.parents[1] / "docs" / "pictures"

WAYS: Final[dict[str, list[str]]] = {
    "the strip of days": [],
    "month": ["up", "enter"],
    "year": ["up", "enter", "y", "up", *["left"] * 60],
    "amounts": ["up", "enter", "a", *["right"] * 4],
    "amounts, the table": ["up", "enter", "a", *["right"] * 4, "t"],
    "milestones": ["m"],
    "patterns": ["3"],
    "patterns, all": ["3", *["right"] * 4],
    "patterns, the table": ["3", "t"],
    "patterns, the table of all": ["3", "t", *["right"] * 4],
    "goals": ["4"],
    "values of a goal": ["4", "v"],
    "progress with a mentor": ["5", "t"],
    "questionnaires": ["ctrl+p", *"questionn", "enter"],
}
"""Picture or table → keys that lead to it from Today of a journal of ten years."""

SHOWN: Final = only(sorted(WAYS), "year", "patterns, the table of all", "values of a goal")

DRAWN: Final = frozenset("█▓▒░■◆□")
"""What bars, heat maps and days are drawn with."""

LIGHT: Final = str.maketrans("┏━┓┃┗┛", "╭─╮│╰╯")
"""Panels that are focused have thick borders where colours may be few; the sample has no other thick lines."""

BRAILLE: Final = re.compile("[\u2800-\u28ff]")


async def show(pilot: Pilot[int], way: str) -> JournalApp:
    """Go to a picture, and return the app."""
    await pilot.press(*WAYS[way])
    await settle(pilot)
    assert isinstance(pilot.app, JournalApp)
    return pilot.app


async def without_colour(path: Path, monkeypatch: pytest.MonkeyPatch, way: str, size: Size) -> str:
    """Return what a picture shows with ``NO_COLOR``."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(make_app(path, fill=ten_years), size) as pilot:
        return picture(await show(pilot, way))


@pytest.mark.parametrize("way", SHOWN)
async def test_the_same_characters_stand_there_in_any_colours_in_sixteen_and_in_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    async with opened(make_app(tmp_path / "j.rj", fill=ten_years), SMALLEST) as pilot:
        app = await show(pilot, way)
        shown = picture(app)
        app.theme = "terminal"
        await settle(pilot)
        in_sixteen = picture(app)

    in_none = await without_colour(tmp_path / "other.rj", monkeypatch, way, SMALLEST)

    assert in_sixteen.translate(LIGHT) == in_none.translate(LIGHT) == shown.translate(LIGHT)


@pytest.mark.parametrize("way", SHOWN)
async def test_no_line_of_a_picture_or_table_is_wrapped_or_cut_at_60_columns(path: Path, way: str) -> None:
    async with opened(make_app(path, fill=ten_years), SMALLEST) as pilot:
        app = await show(pilot, way)
        told = [(line, text.content_size.width) for text in app.screen.query(Plain) for line in chart_lines(text)]
        painted = [row.rstrip(" │▁▂▃▄▅▆▇") for row in picture(app).splitlines() if DRAWN & set(row)]

    assert [line for line, width in told if cell_len(line) > width] == []
    assert [row for row in painted if row.endswith("…")] == []


def chart_lines(text: Plain) -> Iterator[str]:
    """Yield the lines of a text that are drawn, and the rows of tables and of pictures, which are indented."""
    if text.id == "strategies":  # sentences, which may wrap
        return
    for line in str(text.content).splitlines():
        if DRAWN & set(line) or (line.startswith(" ") and line.strip()):
            yield line


def test_nothing_is_painted_in_braille() -> None:
    kept = [*PLACE.glob("*.txt"), *PICTURES.glob("*.svg")]

    assert len(kept) > 500
    assert [file.name for file in kept if BRAILLE.search(file.read_text(encoding="utf-8"))] == []
