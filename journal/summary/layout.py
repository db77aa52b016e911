"""Lays the page out in rows of 80 columns, and shortens it until it fits one sheet of 60 rows.

``text`` prints these rows; ``html``, ``pdf`` and JSON print the lines of the shortened page. So the screen, the text
and the paper always hold the same page.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

from msgspec.structs import replace

from journal.cells import beginning, cell_width
from journal.sharing.page import Cell, Page, ReleasedLine
from journal.summary.sections.days import legend
from journal.summary.sections.section import Section
from journal.text import page as page_text

COLUMNS = 80
ROWS = 60

_INDENT = 2
_LABEL = 12
_READ_AT_MOST = COLUMNS * ROWS
_GOES_ON = " …"

_ALL = sys.maxsize
_GIVING_WAY = (
    *((rows, _ALL, _ALL, _ALL) for rows in (ROWS, 40, 24, 12)),
    *((rows, _ALL, _ALL, 1) for rows in (12, 6, 3)),
    *((3, items, _ALL, 1) for items in (12, 8, 6)),
    *((3, items, _ALL, 0) for items in (6, 4, 3)),
    *((2, items, 12, 0) for items in (4, 3, 2)),
    (1, 2, 12, 0),
    *((1, 1, days, 0) for days in (12, 8, 4)),
    (1, 1, 1, 0),
    (1, 1, 0, 0),
)
"""Limits to try one after the other: rows of a line, lines of a list, lines about days, and the highest ``spare`` of a
line. The last always fits."""


def clipped(text: str, width: int) -> str:
    """Return the text in one row of at most ``width`` columns, with ``…`` where it was cut."""
    line = " ".join(text.split())
    if cell_width(line) <= width:
        return line
    return f"{beginning(line, width - cell_width(_GOES_ON)).rstrip()}{_GOES_ON}"


def wrapped(text: str, width: int) -> list[str]:
    """Return the text in rows of at most ``width`` columns; line ends stay, empty lines at both ends go."""
    rows = [row for line in text.strip().split("\n") for row in _wrapped_line(line.rstrip(), width)]
    return rows if any(rows) else []


def _wrapped_line(line: str, width: int) -> Iterator[str]:
    row = ""
    for word in line.split(" "):
        if row and cell_width(row) + 1 + cell_width(word) > width:
            yield row.rstrip()
            row = ""
        else:
            word = f"{row} {word}" if row else word
        while cell_width(word) > width:
            yield (start := beginning(word, width))
            word = word[len(start) :]
        row = word
    yield row.rstrip()


def laid_out(said: ReleasedLine, *, labelled: bool = True) -> list[str]:
    """Return a line in rows, its label before the first, or on a row of its own when it is long."""
    width, label = _text_width(said), said.label
    margin = " " * (COLUMNS - width)
    rows = [f"{margin}{row}".rstrip() for row in _strip(said.cells, width) + wrapped(said.text, width)]
    if not label or not labelled:
        return rows
    start = f"{'':{_INDENT}}{label}"
    if cell_width(start) >= len(margin) or not rows:
        return [start, *rows]
    return [f"{start}{rows[0][cell_width(start) :]}", *rows[1:]]


def _text_width(said: ReleasedLine) -> int:
    return COLUMNS - _INDENT - (_LABEL if said.label else 0)


def _strip(cells: tuple[Cell, ...], width: int) -> list[str]:
    """Return the cells side by side, headings over marks, in as many rows as they need."""
    if not cells:
        return []
    each = max(len(text) for cell in cells for text in (cell.head, cell.mark)) + 1
    line = width // each
    return [
        "".join(f"{read(cell):{each}}" for cell in cells[start : start + line]).rstrip()
        for start in range(0, len(cells), line)
        for read in (_head, _mark)
    ]


def _head(cell: Cell) -> str:
    return cell.head


def _mark(cell: Cell) -> str:
    return cell.mark.rjust(2)


def section_rows(lines: list[ReleasedLine]) -> Iterator[tuple[ReleasedLine | None, str]]:
    """Yield the rows of a section, each with the line it belongs to; the legend of strips belongs to none."""
    before = ""
    for said in lines:
        for row in laid_out(said, labelled=said.label != before):
            yield said, row
        before = said.label
    if any(said.cells for said in lines):
        yield None, f"{'':{_INDENT}}{legend(lines)}"


def page_rows(page: Page) -> Iterator[tuple[ReleasedLine | None, str]]:
    """Yield every row of a page: its title, then each section after an empty row and the heading."""
    yield None, page.title
    for name, lines in page.sections.items():
        if name:
            yield None, ""
            yield None, page_text.format_heading(name)
        yield from section_rows(lines)


def fit(page: Page) -> Page:
    """Return the page shortened to one sheet, or as it is where it fits already.

    Long lines are cut first, all to the same number of rows; then lists keep only their first lines and count the rest.
    """
    fitted, lines = page, list(page.lines)
    for rows, items, days, spare in _GIVING_WAY:
        lines = [_shortened(said, rows) for said in lines]
        fitted = replace(page, lines=tuple(_listed((said for said in lines if said.spare <= spare), items, days)))
        if sum(1 for _ in page_rows(fitted)) <= ROWS:
            break
    return fitted


def _shortened(said: ReleasedLine, most: int) -> ReleasedLine:
    """Return the line with its text cut to at most ``most`` rows."""
    said = replace(said, label=clipped(said.label, COLUMNS - _INDENT))
    text = said.text if len(said.text) <= _READ_AT_MOST else f"{said.text[:_READ_AT_MOST]}{_GOES_ON}"
    return replace(said, text=_cut(text, _text_width(said), most))


def _cut(text: str, width: int, most: int) -> str:
    """Return the text up to the end of row number ``most``, with its own line ends."""
    rows = wrapped(text, width)
    if len(rows) <= most:
        return text
    last = beginning(rows[most - 1], width - cell_width(_GOES_ON))
    kept = sum(not character.isspace() for row in (*rows[: most - 1], last) for character in row)
    read = accumulate(not character.isspace() for character in text)
    end = next(place for place, count in enumerate(read) if count > kept)
    return text[:end].rstrip() + _GOES_ON


def _listed(lines: Iterable[ReleasedLine], items: int, days: int) -> Iterator[ReleasedLine]:
    """Yield the lines, of each list only the first ``items`` (``days`` of those about days) and a count of the rest."""
    for (section, noun), group in groupby(lines, key=lambda said: (said.section, said.more)):
        members, most = list(group), days if section == Section.DAYS else items
        if not noun or len(members) <= most + 1:  # one more takes no more room than saying so
            yield from members
            continue
        yield from members[:most]
        yield ReleasedLine(key="", section=section, text=page_text.format_more(len(members) - most, noun))
