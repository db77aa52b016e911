"""Places the marks of a strip and the points of a chart, in user units of SVG.

``html`` (through its template) and ``pdf`` draw what is placed here. It computes positions and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from journal.domain.days import DayState
from journal.sharing.page import Cell, Chart, Plot
from journal.summary.sections.days import MARKS
from journal.text import counting as counting_text
from journal.text import page_sections as page_sections_text

WIDTH: Final = 420
"""The width of a strip at most."""

SQUARE: Final = 13
_GAP: Final = 7
_HEAD: Final = 11
_LETTER: Final = 6.2
_ROW: Final = _HEAD + SQUARE + 6

_CLASSES: Final = {DayState.CLEAN: "without-use", DayState.USED: "used"}
KINDS: Final = {mark: _CLASSES.get(state, "other") for state, mark in MARKS.items() if mark.strip()}
"""Mark → the CSS class of its square. The mark is printed in it as well, for people who see no colour."""


class Text(NamedTuple):
    """A word, centred at ``x``, with the baseline ``y``."""

    x: float
    y: float
    words: str


class Box(NamedTuple):
    """One day: its upper left corner, its mark and the CSS class."""

    x: float
    y: float
    mark: str
    kind: str


class Drawing(NamedTuple):
    """What is drawn in a frame of ``width`` × ``height``; ``words`` say all of it to a screen reader."""

    width: float
    height: float
    words: str
    boxes: list[Box]
    dots: list[tuple[float, float]]
    texts: list[Text]


def strip(cells: tuple[Cell, ...]) -> Drawing:
    """Place the days, a square each with its heading above, in as many rows as they need."""
    boxes: list[Box] = []
    texts: list[Text] = []
    wide = width = 0.0
    row = 0
    for cell in cells:
        needs = max(len(cell.mark) * SQUARE, len(cell.head) * _LETTER)
        if wide and wide + needs > WIDTH:
            row, wide = row + 1, 0.0
        top = row * _ROW
        texts.append(Text(wide + needs / 2, top + _HEAD - 2, cell.head))
        begins = wide + (needs - len(cell.mark) * SQUARE) / 2
        boxes += _boxes(cell.mark, begins, top + _HEAD)
        wide += needs + _GAP
        width = max(width, wide - _GAP)
    words = ", ".join(f"{cell.head}: {cell.meaning}" for cell in cells)
    return Drawing(width, (row + 1) * _ROW - 4, words, boxes, [], texts)


def _boxes(marks: str, begins: float, top: float) -> Iterator[Box]:
    for place, mark in enumerate(marks):
        if mark.strip():
            yield Box(begins + place * SQUARE, top, mark, KINDS.get(mark, ""))


PLOT_WIDTH: Final = 200
PLOT_HEIGHT: Final = 56
BASE: Final = PLOT_HEIGHT - 22
"""The height of the line on which the points stand."""

_CAPTION: Final = 32
"""Letters of a title that can be drawn below a chart."""

_LABELLED: Final = 14
"""Up to so many points each has its number above it; of more points only the highest."""

BAR_WIDTH: Final = 90
BAR_HEIGHT: Final = 9


def draw(chart: Chart) -> Drawing:
    """Place dots from left to right at the height of their values, or one bar, filled as far as its value."""
    words = f"{chart.title}: {', '.join(f'{point.at} {counting_text.short(point.value)}' for point in chart.points)}"
    return _bar(chart, words) if chart.plot is Plot.BAR else _dots(chart, words)


def _bar(chart: Chart, words: str) -> Drawing:
    value = chart.points[0].value if chart.points else 0
    filled = BAR_WIDTH * min(1.0, max(0.0, value / chart.most))
    return Drawing(BAR_WIDTH, BAR_HEIGHT, words, [], [(filled, 0)], [])


def _dots(chart: Chart, words: str) -> Drawing:
    low, high, side = BASE - 1.0, 11.0, 8.0
    apart = (PLOT_WIDTH - 2 * side) / max(1, len(chart.points) - 1)
    alone = len(chart.points) == 1
    places = [
        (PLOT_WIDTH / 2 if alone else side + apart * place, low - (low - high) * min(1.0, point.value / chart.most))
        for place, point in enumerate(chart.points)
    ]
    numbers = [
        Text(x, y - 4, counting_text.short(point.value)) for (x, y), point in zip(places, chart.points, strict=True)
    ]
    first, last = chart.points[0].at, chart.points[-1].at
    scale = chart.title if len(chart.title) <= _CAPTION else page_sections_text.format_scale(chart.most)
    dates = [
        Text(PLOT_WIDTH / 2, PLOT_HEIGHT - 12, first if first == last else f"{first} – {last}"),
        Text(PLOT_WIDTH / 2, PLOT_HEIGHT - 2, scale),
    ]
    highest = max(range(len(numbers)), key=lambda place: chart.points[place].value)
    shown = numbers if len(numbers) <= _LABELLED else [numbers[highest]]  # screen readers get all of them
    return Drawing(PLOT_WIDTH, PLOT_HEIGHT, words, [], places, [*shown, *dates])
