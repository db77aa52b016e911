"""Renders the page as PDF: one sheet, as large as it fits.

``formats`` calls it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Final

from journal.errors import NoPdf
from journal.sharing.page import Chart, Page, Plot, ReleasedLine, in_its_language
from journal.summary import charts, sheet
from journal.summary.layout import fit, page_rows
from journal.summary.sections.days import legend
from journal.summary.sheet import FAMILY, FOOT, INK, LEADING, MARGIN, QUIET, WIDTH, Sheets
from journal.text import page as page_text
from journal.text import page_sections as page_sections_text
from journal.text import sealing as sealing_text

_LARGEST, _SMALLEST = 10.0, 4.0
"""Font sizes in points."""

_ROWS_AT_LARGEST: Final = 49
"""Rows of text that fit the sheet in the largest size, with strips and charts."""

_CLOSER: Final = 0.99
"""How much smaller than it was worked out a page is printed at the next try."""

_LABEL: Final = 30.0
_DRAWN: Final = 0.22
"""Millimetres per unit of a chart."""

_LARGE: Final = 0.0366
"""Millimetres per unit of a strip and point of font size: days can be read across a table."""

_BOX: Final = 4.5
"""Millimetres from the edge of a box to be ticked to the words behind it."""

_LINE: Final = 180
"""The grey of a rule."""


@in_its_language
def render(page: Page, password: str = "") -> bytes:
    """Return the page as PDF, encrypted with AES-256 where there is a password. Raises ``NoPdf`` without the extra."""
    if not sheet.available():
        raise NoPdf(sealing_text.PDF_MISSING)
    fitted = fit(page)
    size = _LARGEST * min(1.0, _ROWS_AT_LARGEST / sum(1 for _ in page_rows(fitted)))
    while True:  # mostly once, as loading the fonts takes long
        with closing(_Sheet(size)) as made:
            made.write(fitted)
            if made.fits or size == _SMALLEST:
                return made.finished(password)
            size = max(_SMALLEST, size / made.fullness * _CLOSER)


class _Sheet(Sheets):
    """One sheet at one font size, in points."""

    def __init__(self, size: float) -> None:
        super().__init__(page_text.PDF_TITLE)
        self._size = size
        self._high = size * LEADING
        self._pdf.add_page()

    @property
    def fits(self) -> bool:
        """Whether everything that was written is on the sheet."""
        return bool(self._pdf.get_y() <= FOOT)

    @property
    def fullness(self) -> float:
        """How many times the height of a sheet was written."""
        return float((self._pdf.get_y() - MARGIN) / (FOOT - MARGIN))

    def write(self, page: Page) -> None:
        """Write the title and all sections with their lines."""
        self._text(page.title, self._size * 1.4, bold=True)
        if not page.lines:
            self._text(page_text.NOTHING_NOTED)
        for name, lines in page.sections.items():
            if name:
                self._heading(page_text.format_heading(name))
            labelled, before = any(said.label and not said.boxed for said in lines), ""
            for said in lines:
                if said.boxed:
                    self._boxed(said)
                else:
                    self._line(said, labelled=labelled, label=said.label if said.label != before else "")
                before = said.label
            if any(said.cells for said in lines):
                self._text(legend(lines), self._size * 0.8, ink=QUIET)
        for words in (page.left_out, page.foot):
            if words:
                self._down(self._high * 0.4)
                self._text(words, self._size * 0.9, ink=QUIET)

    def _heading(self, name: str) -> None:
        self._down(self._high * 0.45)
        self._text(name, self._size * 0.85, bold=True)
        self._pdf.set_draw_color(_LINE)
        self._pdf.line(MARGIN, self._pdf.get_y(), MARGIN + WIDTH, self._pdf.get_y())
        self._down(self._high * 0.15)

    def _line(self, said: ReleasedLine, *, labelled: bool, label: str) -> None:
        """Write a line with its label, its strip and its chart."""
        begins = self._pdf.get_y()
        indent = _LABEL if labelled else 0.0
        if label:
            self._text(label, bold=True, width=_LABEL - 2)
            ends, _ = self._pdf.get_y(), self._pdf.set_y(begins)
        else:
            ends = begins
        if said.cells:
            self._strip(charts.strip(said.cells), indent)
        if said.text == page_sections_text.RULE:
            self._ruled()
            return
        if said.tick is not None:
            self._tick(indent, ticked=said.tick)
            indent += _BOX
        dots = said.chart if said.chart and said.chart.plot is Plot.DOTS else None
        room = charts.PLOT_WIDTH * _DRAWN + 4 if dots else 0.0
        if said.text:
            self._text(said.text, indent=indent, width=WIDTH - indent - room)
        ends = max(ends, self._pdf.get_y())
        if said.chart:
            ends = max(ends, self._chart(said.chart, begins, ends))
        self._pdf.set_y(ends)

    def _boxed(self, said: ReleasedLine) -> None:
        """Write a line in a frame, its label above it."""
        self._down(self._high * 0.4)
        top, edge = self._pdf.get_y(), 2.5
        self._down(self._high * 0.3)
        if said.label:
            self._text(said.label, self._size * 0.85, bold=True, indent=edge, width=WIDTH - 2 * edge)
        self._text(said.text, self._size * 1.1, indent=edge, width=WIDTH - 2 * edge)
        self._down(self._high * 0.3)
        self._pdf.set_draw_color(INK)
        self._pdf.set_line_width(0.4)
        self._pdf.rect(MARGIN, top, WIDTH, self._pdf.get_y() - top)
        self._pdf.set_line_width(0.2)
        self._down(self._high * 0.3)

    def _tick(self, indent: float, *, ticked: bool) -> None:
        """Draw a box to be ticked by hand, with a cross where it is done."""
        side = self._high * 0.62
        left, top = MARGIN + indent + self._pdf.c_margin, self._pdf.get_y() + (self._high - side) / 2
        self._pdf.set_draw_color(INK)
        self._pdf.set_line_width(0.2)
        self._pdf.rect(left, top, side, side)
        if ticked:
            self._pdf.line(left, top, left + side, top + side)
            self._pdf.line(left, top + side, left + side, top)

    def _ruled(self) -> None:
        """Draw a line to write on, with a box before it."""
        self._down(self._high * 0.7)
        self._tick(0.0, ticked=False)
        self._down(self._high)
        self._pdf.set_draw_color(QUIET)
        self._pdf.line(MARGIN + _BOX + self._pdf.c_margin, self._pdf.get_y(), MARGIN + WIDTH, self._pdf.get_y())

    def _text(
        self,
        text: str,
        size: float | None = None,
        *,
        bold: bool = False,
        ink: int = INK,
        indent: float = 0.0,
        width: float = WIDTH,
    ) -> None:
        size = size or self._size
        self._pdf.set_font(FAMILY, "B" if bold else "", size)
        self._pdf.set_text_color(ink)
        self._pdf.set_x(MARGIN + indent)
        self._pdf.multi_cell(
            width, size * LEADING, self.known(text.strip(), bold=bold), align="L", new_x="LMARGIN", new_y="NEXT"
        )

    def _down(self, millimetres: float) -> None:
        self._pdf.set_y(self._pdf.get_y() + millimetres)

    # Strips and charts.

    def _strip(self, drawing: charts.Drawing, indent: float) -> None:
        """Draw the days as squares, each with its mark in it."""
        with self._drawn(drawing, MARGIN + indent, self._pdf.get_y(), self._size * _LARGE) as (left, top, unit):
            side = (charts.SQUARE - 1) * unit
            for box in drawing.boxes:
                used = box.kind == charts.KINDS["U"]
                self._pdf.set_fill_color(INK if used else 255)
                self._pdf.rect(left + box.x * unit, top + box.y * unit, side, side, "DF")
                self._pdf.set_text_color(255 if used else INK)
                self._middle(left + box.x * unit + side / 2, top + (box.y + charts.SQUARE - 4) * unit, box.mark)
        self._down(drawing.height * unit + 0.3)

    def _chart(self, chart: Chart, top: float, bottom: float) -> float:
        """Draw a bar at the end of the line, or dots on its right; returns where the drawing ends."""
        drawing = charts.draw(chart)
        left = MARGIN + WIDTH - drawing.width * _DRAWN
        if chart.plot is Plot.BAR:
            with self._drawn(drawing, left, bottom - self._high * 0.8) as (left, above, unit):
                self._pdf.rect(left, above, drawing.width * unit, drawing.height * unit, "D")
                self._pdf.set_fill_color(QUIET)
                self._pdf.rect(left, above, drawing.dots[0][0] * unit, drawing.height * unit, "F")
            return bottom
        with self._drawn(drawing, left, top) as (left, above, unit):
            base = above + charts.BASE * unit
            self._pdf.line(left, base, left + drawing.width * unit, base)
            self._pdf.set_fill_color(INK)
            for x, y in drawing.dots:
                self._pdf.circle(left + x * unit, above + y * unit, 0.5, "F")
        return top + drawing.height * unit

    @contextmanager
    def _drawn(
        self, drawing: charts.Drawing, left: float, top: float, most: float = _DRAWN
    ) -> Iterator[tuple[float, float, float]]:
        """Prepare a drawing; yields its left, its top and millimetres per unit, and writes its words last.

        ``most`` are the millimetres per unit where there is room.
        """
        unit = min(most, (WIDTH - _LABEL) / charts.WIDTH)
        before = self._pdf.get_y()
        self._pdf.set_draw_color(QUIET)
        self._pdf.set_line_width(0.15)
        self._pdf.set_font(FAMILY, "", 9 * unit / 0.3528)
        yield left, top, unit
        self._pdf.set_text_color(INK)
        for text in drawing.texts:
            self._middle(left + text.x * unit, top + text.y * unit, text.words)
        self._pdf.set_y(before)

    def _middle(self, x: float, y: float, words: str) -> None:
        self._pdf.text(x - self._pdf.get_string_width(words) / 2, y, words)
