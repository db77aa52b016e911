"""Renders whole entries as PDF, on as many pages as they need, each with its number and the foot.

``entry_pages`` calls it. Where lines and pages break is worked out here, as fpdf2 takes a tenth of a second for a
paragraph, and the number of pages has to be known before the first foot is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache
from typing import Final, NamedTuple

from journal.domain.share_ledger import CHOSEN_ENTRIES
from journal.errors import NoPdf
from journal.sharing.page import Page, ReleasedLine, in_its_language
from journal.summary import sheet
from journal.summary.sheet import FAMILY, FOOT, INK, LEADING, MARGIN, QUIET, WIDTH, Sheets, known
from journal.text import entry_pages as entry_pages_text
from journal.text import sealing as sealing_text

_SIZE, _TITLE, _SMALL = 10.0, 14.0, 8.0
"""Font sizes in points: of the entries, of the title, and of the foot."""

_GAP: Final = 5.0
"""Millimetres between two entries."""

_NUMBER: Final = 22.0
"""Millimetres on the right of the foot for the number of the page."""

_BASELINE: Final = 0.78
"""How far down a row its letters stand."""

_POINT: Final = 25.4 / 72
"""Millimetres of a point."""

_WORDS: Final = re.compile(r" +|[^ ]+")


class _Row(NamedTuple):
    """One row of words; ``gap`` are the millimetres above it, unless it is the first of its page.

    ``holds`` rows after it stay on the same page.
    """

    words: str
    size: float = _SIZE
    bold: bool = False
    ink: int = INK
    gap: float = 0.0
    holds: int = 0

    @property
    def high(self) -> float:
        """Its height in millimetres."""
        return self.size * LEADING


class _Style:
    """How wide words are in one of the two styles, in thousandths of the font size."""

    def __init__(self, widths: Mapping[int, float]) -> None:
        self.widths = widths

    def width(self, words: str) -> float:
        """Return the width of words."""
        return sum(self.widths[ord(letter)] for letter in words)

    def rows(self, line: str, most: float) -> Iterator[str]:
        """Yield a line as rows of at most a width, broken between words, and within a word that is wider."""
        row, used = "", 0.0
        for part in _WORDS.findall(line):
            width = self.width(part)
            if used + width <= most:
                row, used = row + part, used + width
            elif part[0] == " ":  # at the end of a row spaces are not seen, however many
                row, used = row + part, most
            else:
                if row.strip(" "):
                    yield row.rstrip(" ")
                *whole, row = self._parts(part, most)
                yield from whole
                used = self.width(row)
        yield row.rstrip(" ")

    def _parts(self, word: str, most: float) -> Iterator[str]:
        """Yield a word in parts of at most a width."""
        part, used = "", 0.0
        for letter in word:
            width = self.widths[ord(letter)]
            if part and used + width > most:
                yield part
                part, used = "", 0.0
            part, used = part + letter, used + width
        yield part


class _Laid(NamedTuple):
    """The rows of each page with their distance from its top in millimetres, and the rows of the foot."""

    pages: list[list[tuple[float, _Row]]]
    foot: list[_Row]


class _Layout:
    """Lays out entries with the letters of a document; it keeps none of their words."""

    def __init__(self, sheets: Sheets) -> None:
        self.styles = {bold: _Style(sheets.widths(bold=bold)) for bold in (False, True)}

    def laid_out(self, page: Page) -> _Laid:
        """Return the rows of all pages."""
        foot = list(self._wrapped(page.foot, _Row("", _SMALL, ink=QUIET), WIDTH - _NUMBER))
        return _Laid(list(_broken(self._rows(page), FOOT - _GAP - _height(foot))), foot)

    def _rows(self, page: Page) -> Iterator[_Row]:
        yield from self._wrapped(page.title, _Row("", _TITLE, bold=True))
        for said in page.sections.get("", []):
            yield from self._wrapped(said.text, _Row(""))
        for said in page.sections.get(CHOSEN_ENTRIES, []):
            yield from self._entry(said)

    def _entry(self, said: ReleasedLine) -> Iterator[_Row]:
        """Yield the heading, which is never the last of a page, and the words."""
        heading = list(self._wrapped(said.label, _Row("", bold=True)))
        for number, row in enumerate(heading):
            yield row._replace(gap=0.0 if number else _GAP, holds=len(heading) - number)
        yield from self._wrapped(said.text, _Row(""))

    def _wrapped(self, text: str, like: _Row, width: float = WIDTH) -> Iterator[_Row]:
        """Yield text as rows; an empty line stays an empty row."""
        style, most = self.styles[like.bold], width / _POINT / like.size * 1000
        for line in known(text, style.widths).split("\n"):
            for words in style.rows(line, most):
                yield like._replace(words=words)


class _EntrySheets(Sheets):
    """A document with the entries of a page."""

    def draw(self, page: Page) -> None:
        """Draw all pages."""
        layout = _Layout(self)
        laid = layout.laid_out(page)
        for number, rows in enumerate(laid.pages, 1):
            self._pdf.add_page()
            for top, row in rows:
                self._row(MARGIN, top, row)
            top = FOOT - _height(laid.foot)
            number_at = top
            for row in laid.foot:
                self._row(MARGIN, top, row)
                top += row.high
            self._number(number, len(laid.pages), number_at, layout)

    def _number(self, number: int, pages: int, top: float, layout: _Layout) -> None:
        words = entry_pages_text.page_number(number, pages)
        width = layout.styles[False].width(words) * _SMALL / 1000 * _POINT
        self._row(MARGIN + WIDTH - width, top, _Row(words, _SMALL, ink=QUIET))

    def _row(self, left: float, top: float, row: _Row) -> None:
        if row.words:
            self._pdf.set_font(FAMILY, "B" if row.bold else "", row.size)
            self._pdf.set_text_color(row.ink)
            self._pdf.text(left, top + row.high * _BASELINE, row.words)


def _height(foot: Sequence[_Row]) -> float:
    return sum(row.high for row in foot)


def _broken(rows: Iterable[_Row], most: float) -> Iterator[list[tuple[float, _Row]]]:
    """Yield the rows of each page, each with its distance from the top; no page is longer than ``most``."""
    every = list(rows)
    page: list[tuple[float, _Row]] = []
    top, held = MARGIN, 0
    for place, row in enumerate(every):
        gap = row.gap if page else 0.0
        needed = gap + sum(one.high for one in every[place : place + 1 + row.holds])
        if page and held == 0 and top + needed > most:
            yield page
            page, top, gap = [], MARGIN, 0.0
        held = max(held - 1, row.holds, 0)
        page.append((top + gap, row))
        top += gap + row.high
    yield page


@cache
def _layout() -> _Layout:
    """Return what lays out pages that are never drawn; loading the fonts takes long."""
    with closing(Sheets("")) as sheets:
        return _Layout(sheets)


@in_its_language
def number_of_pages(page: Page) -> int:
    """Return how many pages the PDF has. The extra ``share`` must be there."""
    return len(_layout().laid_out(page).pages)


@in_its_language
def render(page: Page, password: str = "") -> bytes:
    """Return the entries as PDF, encrypted with AES-256 where there is a password. Raises ``NoPdf`` without the extra.

    Letters that the font lacks are shown as U+FFFD, as on the usual page.
    """
    if not sheet.available():
        raise NoPdf(sealing_text.PDF_MISSING)
    with closing(_EntrySheets(entry_pages_text.PDF_TITLE)) as sheets:
        sheets.draw(page)
        return sheets.finished(password)
