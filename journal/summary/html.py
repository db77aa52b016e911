"""Renders the page as one HTML file without script and requests, which prints on one sheet."""

from __future__ import annotations

from math import ceil
from typing import Final

from journal.cells import cell_width
from journal.sharing.html import fill
from journal.sharing.page import Page, Plot, ReleasedLine, in_its_language
from journal.summary import charts
from journal.summary.layout import fit
from journal.summary.sections.days import legend
from journal.text import page as page_text
from journal.text import page_sections as page_sections_text

_SIZES: Final = (
    *((11.0, 0.42), (10.5, 0.41), (10.0, 0.39), (9.5, 0.37), (9.0, 0.36)),
    *((8.5, 0.34), (8.0, 0.32), (7.5, 0.28), (7.5, 0.2), (7.0, 0.16)),
)
"""Points of the font and millimetres per unit of a strip, to try one after the other; ``page.css`` has a class each."""

_SHEET: Final = 258.0
"""Millimetres that a printed page may be high, by our estimate: Letter without margins has 255."""

_LINE: Final = 1.25 * 0.3528
"""Millimetres from line to line per point of font size."""

_EM: Final = 0.3528
_NARROW, _CAPITAL, _WIDE = 0.53, 0.75, 1.0
"""Ems that a letter, a capital and a character of two columns take on average, at most."""

_FIRST_WIDE: Final = 0x1100
_LABEL_EMS: Final = 9.3
_SHORT_LABEL: Final = 11

_WIDTH: Final = 183.0
_UNIT_ON_SCREEN: Final = 10
"""Units of a drawing per em: its size follows the size of the font."""


@in_its_language
def render(page: Page) -> bytes:
    """Return the page as UTF-8 HTML. Everything in it is escaped, and its policy allows nothing but its own style."""
    page = fit(page)
    words = {
        "page": page,
        "size": _size(page),
        "legend": legend(page.lines),
        "nothing": page_text.NOTHING_NOTED,
        "room": page_text.ROOM_TO_WRITE,
        "done": page_text.DONE_ALOUD,
        "open": page_text.OPEN_ALOUD,
    }
    drawn = {
        "strip": charts.strip,
        "draw": charts.draw,
        "square": charts.SQUARE,
        "base": charts.BASE,
        "per_em": _UNIT_ON_SCREEN,
        "rule": page_sections_text.RULE,
        "heading": page_text.format_heading,
    }
    return fill("journal.summary", "page", **words, **drawn)


def _size(page: Page) -> int:
    """Return the place in ``_SIZES`` of the largest print that fits one sheet; the last where none does."""
    return next((place for place, size in enumerate(_SIZES) if _height(page, *size) <= _SHEET), len(_SIZES) - 1)


def _height(page: Page, points: float, unit: float) -> float:
    """Return the height of the printed page in millimetres, rather too high than too low."""
    high = points * _LINE
    total = 2 * high + sum(_section_height(lines, points, unit) for lines in page.sections.values())
    total += sum(1.4 * high for name in page.sections if name)
    return total + high * sum(0.3 + _rows(words, points, _WIDTH) for words in (page.left_out, page.foot) if words)


def _section_height(lines: list[ReleasedLine], points: float, unit: float) -> float:
    legends = any(said.cells for said in lines)
    indent = points * _EM * _LABEL_EMS if any(said.label and not said.boxed for said in lines) else 0.0
    long = {said.label for said in lines if cell_width(said.label) > _SHORT_LABEL and not said.boxed}
    rows = legends + len(long)
    return points * _LINE * rows + sum(_line_height(said, points, unit, indent) for said in lines)


def _line_height(said: ReleasedLine, points: float, unit: float, indent: float) -> float:
    high = points * _LINE
    if said.text == page_sections_text.RULE:
        return 1.55 * high
    if said.boxed:
        return high * (1.5 + bool(said.label) + 1.1 * _rows(said.text, points * 1.1, _WIDTH - 2 * points * _EM))
    strip = charts.strip(said.cells).height * unit + high * 0.3 if said.cells else 0.0
    dots = said.chart is not None and said.chart.plot is Plot.DOTS
    bar = said.chart is not None and not dots
    beside = charts.PLOT_WIDTH * unit if dots else charts.BAR_WIDTH * unit if bar else 0.0
    text = high * _rows(said.text, points, max(_WIDTH / 4, _WIDTH - indent - beside)) if said.text else 0.0
    return strip + max(text, charts.PLOT_HEIGHT * unit if dots else 0.0, high if not strip else 0.0)


def _rows(words: str, points: float, width: float) -> int:
    """Return in how many rows of a width in millimetres a text is printed at most; its own line ends stay."""
    return sum(max(1, ceil(_ems(line) * points * _EM / width)) for line in words.strip().split("\n"))


def _ems(words: str) -> float:
    return sum(_CAPITAL if letter.isupper() else _NARROW if ord(letter) < _FIRST_WIDE else _WIDE for letter in words)
