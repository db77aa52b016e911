"""Lays the page out in rows of 80 columns, and chooses what of it fits one sheet of 60 rows.

``text`` prints these rows; ``html``, ``pdf`` and JSON print the lines of the fitted page. So the screen, the text
and the paper always hold the same page.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, groupby

from msgspec.structs import replace

from journal.cells import beginning, cell_width
from journal.sharing.page import Cell, Page, Rank, ReleasedLine
from journal.summary.sections.days import legend
from journal.text import page as page_text

COLUMNS = 80
ROWS = 60

_INDENT = 2
_LABEL = 12
_BOX = len("[ ] ")
_FRAME = len("│  │")
_READ_AT_MOST = COLUMNS * ROWS
_GOES_ON = " …"

_MUST_ROWS = (12, 6, 3, 2, 1)
"""Rows that each line of a high rank gets at first, to try one after the other."""

_SOON_ROWS = 2
"""Rows that a line gets at first which is not of a high rank, but comes before the rest."""

_AT_MOST = {Rank.AGREED: 6, Rank.HARDEST: 2, Rank.NEEDS: 6, Rank.GOALS: 3}
"""Rank → how many lines of it must be on the sheet."""


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
    if said.boxed:
        return _framed(said)
    width, label = _text_width(said), said.label
    margin = " " * (COLUMNS - width)
    rows = [f"{margin}{row}".rstrip() for row in _strip(said.cells, width) + wrapped(said.text, width)]
    if rows and said.tick is not None:
        start = len(margin) - _BOX
        rows[0] = f"{rows[0][:start]}{page_text.TICKED if said.tick else page_text.UNTICKED} {rows[0][len(margin) :]}"
    if not label or not labelled:
        return rows
    start_row = f"{'':{_INDENT}}{label}"
    if _is_above(said) or not rows:
        return [start_row, *rows]
    return [f"{start_row}{rows[0][cell_width(start_row) :]}", *rows[1:]]


def _is_above(said: ReleasedLine) -> bool:
    """Return whether the label is too long to stand before its line."""
    return _INDENT + cell_width(said.label) >= _INDENT + _LABEL


def _framed(said: ReleasedLine) -> list[str]:
    """Return a line in a drawn box as wide as the page, its label in the upper edge."""
    inner = COLUMNS - _INDENT - 2
    label = clipped(said.label, inner - 4)
    head = f" {label} " if label else ""
    margin = " " * _INDENT
    rows = [f"{row}{'':{inner - 2 - cell_width(row)}}" for row in wrapped(said.text, inner - 2)]
    return [
        f"{margin}┌─{head}{'─' * (inner - 1 - cell_width(head))}┐",
        *(f"{margin}│ {row} │" for row in rows),
        f"{margin}└{'─' * inner}┘",
    ]


def _text_width(said: ReleasedLine) -> int:
    width = COLUMNS - _INDENT
    if said.boxed:
        return width - _FRAME
    return width - (_LABEL if said.label else 0) - (_BOX if said.tick is not None else 0)


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


def is_airy(page: Page) -> bool:
    """Return whether there is room for an empty row before each section; a full sheet needs it for lines."""
    return sum(1 for _ in _rows(page, airy=True)) <= ROWS


def page_rows(page: Page) -> Iterator[tuple[ReleasedLine | None, str]]:
    """Yield every row of a page: its title, each section under its heading, what was left out, and the foot."""
    return _rows(page, airy=is_airy(page))


def _rows(page: Page, *, airy: bool) -> Iterator[tuple[ReleasedLine | None, str]]:
    yield None, page.title
    for name, lines in page.sections.items():
        if name:
            yield from _air(airy)
            yield None, page_text.format_heading(name)
        yield from section_rows(lines)
    yield from ((None, row) for row in last_rows(page, airy=airy))


def last_rows(page: Page, *, airy: bool) -> Iterator[str]:
    """Yield what stands below the sections: what was left out, and the foot, each after an empty row if ``airy``."""
    for words in (page.left_out, page.foot):
        if words:
            yield from ([""] if airy else [])
            yield from wrapped(words, COLUMNS)


def _air(airy: bool) -> Iterator[tuple[ReleasedLine | None, str]]:
    if airy:
        yield None, ""


def fit(page: Page) -> Page:
    """Return the page with the lines that fit one sheet, or as it is where all of it fits.

    The lines that must be on the sheet get their room first, then the others, line by line, each at first in one row.
    A line is left out only if not one more row of it would fit. Then lines that were cut get the rows that are left.
    """
    page = replace(page, lines=tuple(map(_bounded, page.lines)))
    if _may_fit(page) and _count(page) <= ROWS:
        return page
    order = _ranked(page.lines)
    chosen: dict[int, int] = {}
    for most in _MUST_ROWS:
        wanted = {number: _wanted_rows(rank, most) for number, rank in order.items()}
        chosen = _chosen(page, wanted)
        if all(number in chosen for number, rank in order.items() if rank <= Rank.GOALS):
            break
    return _with(page, _grown(page, chosen, order))


def _wanted_rows(rank: Rank, most: int) -> int:
    """Return how many rows of text a line gets at first, where there is room."""
    return most if rank <= Rank.GOALS else min(most, _SOON_ROWS) if rank < Rank.REST else 1


def _bounded(said: ReleasedLine) -> ReleasedLine:
    """Return the line with no more words than a sheet can hold."""
    text = said.text if len(said.text) <= _READ_AT_MOST else f"{said.text[:_READ_AT_MOST]}{_GOES_ON}"
    return _shortened(replace(said, label=clipped(said.label, COLUMNS - _INDENT), text=text), ROWS)


def _ranked(lines: tuple[ReleasedLine, ...]) -> dict[int, Rank]:
    """Return the places of the lines with their ranks, the highest first; of some only a few lines have their rank."""
    seen: Counter[Rank] = Counter()
    found: list[tuple[Rank, int]] = []
    for number, said in enumerate(lines):
        seen[said.rank] += 1
        is_over = seen[said.rank] > _AT_MOST.get(said.rank, len(lines))
        found.append((Rank.REST if is_over else said.rank, number))
    return {number: rank for rank, number in sorted(found)}


def _chosen(page: Page, wanted: dict[int, int]) -> dict[int, int]:
    """Return which lines fit, by place, with the rows of text of each; they are tried in the order of ``wanted``."""
    if _may_fit(page) and _count(_with(page, wanted)) <= ROWS:
        return wanted
    sheet = _Sheet(page)
    taken = {}
    for number, most in wanted.items():
        for rows in (most, 1):
            if number not in taken and sheet.took(number, rows):
                taken[number] = rows
    return taken


class _Sheet:
    """Takes lines as long as there is room, and counts the rows of those it took."""

    def __init__(self, page: Page) -> None:
        self._lines = page.lines
        self._taken: list[int] = []
        self._rows: dict[int, tuple[int, int]] = {}
        self._left = ROWS - _count(replace(page, lines=(), left_out=page_text.ROOM_FOR_LEFT_OUT))
        self._used = 0

    def took(self, number: int, most: int) -> bool:
        """Take the line at ``number`` with ``most`` rows of text, and return whether it fits."""
        if self._used >= self._left:
            return False
        said = _shortened(self._lines[number], most)
        self._rows[number] = len(laid_out(said)), len(laid_out(said, labelled=False))
        insort(self._taken, number)
        used = self._counted()
        if used > self._left:
            self._taken.remove(number)
            return False
        self._used = used
        return True

    def _counted(self) -> int:
        """Return the rows of the lines taken, with their headings and the legend, as ``_rows`` yields them."""
        rows = 0
        for section, numbers in groupby(self._taken, key=lambda number: self._lines[number].section):
            members = list(numbers)
            labels = ["", *(self._lines[number].label for number in members)]
            rows += bool(section) + any(self._lines[number].cells for number in members)
            rows += sum(
                self._rows[number][self._lines[number].label == before]
                for number, before in zip(members, labels, strict=False)
            )
        return rows


def _grown(page: Page, chosen: dict[int, int], order: dict[int, Rank]) -> dict[int, int]:
    """Return the chosen lines with the rows that are left, the highest ranks first, those of a rank row by row."""
    grown = dict(chosen)
    left = ROWS - _count(_with(page, grown))
    full = {number: len(wrapped(page.lines[number].text, _text_width(page.lines[number]))) for number in grown}
    for rank in Rank:
        growing = [number for number in grown if order[number] is rank and grown[number] < full[number]]
        while left > 0 and growing:
            for number in growing[:left]:
                grown[number] += 1
                left -= 1
            growing = [number for number in growing if grown[number] < full[number]]
    return grown


def _with(page: Page, chosen: dict[int, int]) -> Page:
    """Return the page with the chosen lines, each cut to its rows, and a sentence about the others."""
    lines = tuple(_shortened(page.lines[number], chosen[number]) for number in sorted(chosen))
    nouns = Counter(
        said.more or page_text.line_about(said.section)
        for number, said in enumerate(page.lines)
        if number not in chosen
    )
    return replace(page, lines=lines, left_out=page_text.format_left_out(nouns, COLUMNS))


def _may_fit(page: Page) -> bool:
    """Return whether it is worth laying all lines out: each takes a row, and there may be thousands of entries."""
    return len(page.lines) <= ROWS


def _count(page: Page) -> int:
    """Return how many rows a page takes without empty ones between its sections."""
    return sum(1 for _ in _rows(page, airy=False))


def _shortened(said: ReleasedLine, most: int) -> ReleasedLine:
    """Return the line with its text cut to at most ``most`` rows."""
    return replace(said, text=_cut(said.text, _text_width(said), most))


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
