"""Where the marks of a strip and the points of a chart stand, in user units of SVG. It places values, no more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from journal.sharing.page import Cell, Chart, Plot
from journal.summary.sections.days import MARKS, MEANINGS

WIDTH: Final = 640
"""The widest a strip is."""

SQUARE: Final = 13
_GAP: Final = 7
_HEAD: Final = 11
_LETTER: Final = 6.2
_ROW: Final = _HEAD + SQUARE + 6

KINDS: Final = {mark: MEANINGS[state].replace(" ", "-") for state, mark in MARKS.items() if mark.strip()}
"""Mark → the class its square has; the mark stands in it as well, as colour alone says nothing."""


class Text(NamedTuple):
    """A word, in the middle over ``x``, on the baseline ``y``."""

    x: float
    y: float
    words: str


class Box(NamedTuple):
    """One day: its upper left corner, its mark and the class of it."""

    x: float
    y: float
    mark: str
    kind: str


class Drawing(NamedTuple):
    """What is drawn, in a frame of ``width`` × ``height``, and all of it in words."""

    width: float
    height: float
    words: str
    boxes: list[Box]
    dots: list[tuple[float, float]]
    texts: list[Text]


def strip(cells: tuple[Cell, ...]) -> Drawing:
    """The days, a square each, their heads over them, in as many rows as it takes."""
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
PLOT_HEIGHT: Final = 44
_LABELLED: Final = 14
"""Points up to which each has its number over it; of more only the highest."""

BAR_WIDTH: Final = 90
BAR_HEIGHT: Final = 9


def draw(chart: Chart) -> Drawing:
    """Dots from left to right, the higher the more, with their numbers; or one bar, filled as far as it goes."""
    words = f"{chart.title}: {', '.join(f'{point.at} {point.value:g}' for point in chart.points)}"
    return _bar(chart, words) if chart.plot is Plot.BAR else _dots(chart, words)


def _bar(chart: Chart, words: str) -> Drawing:
    value = chart.points[0].value if chart.points else 0
    filled = BAR_WIDTH * min(1.0, max(0.0, value / chart.most))
    return Drawing(BAR_WIDTH, BAR_HEIGHT, words, [], [(filled, 0)], [])


def _dots(chart: Chart, words: str) -> Drawing:
    low, high, side = PLOT_HEIGHT - 11.0, 11.0, 8.0
    apart = (PLOT_WIDTH - 2 * side) / max(1, len(chart.points) - 1)
    alone = len(chart.points) == 1
    places = [
        (PLOT_WIDTH / 2 if alone else side + apart * place, low - (low - high) * min(1.0, point.value / chart.most))
        for place, point in enumerate(chart.points)
    ]
    numbers = [Text(x, y - 4, f"{point.value:g}") for (x, y), point in zip(places, chart.points, strict=True)]
    first, last = chart.points[0].at, chart.points[-1].at
    dates = [Text(PLOT_WIDTH / 2, PLOT_HEIGHT - 1, first if first == last else f"{first} – {last}")]
    highest = max(range(len(numbers)), key=lambda place: chart.points[place].value)
    shown = numbers if len(numbers) <= _LABELLED else [numbers[highest]]  # all of them are said aloud
    return Drawing(PLOT_WIDTH, PLOT_HEIGHT, words, [], places, [*shown, *dates])
