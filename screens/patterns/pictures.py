"""Draw counts in block characters. Each shade and each bar has its number beside it, so that none needs a colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from journal.domain.patterns import CravingCounts
from journal.text import patterns as patterns_text
from screens.widgets.text_fit import BAR, pad, progress_bar

SHADES: Final = "░▒▓█"
NONE: Final = " ·"
"""An hour without a craving."""

MONTHS_FROM: Final = 26
"""From more weeks than this on, a row stands for a month."""

MOST_BARS: Final = 10
"""Bars of one kind at most; the table holds all."""

STRENGTH_OF: Final = 10


def heat_map(counts: CravingCounts) -> Iterator[str]:
    """Yield the head and a row for each weekday: two cells for each hour, a shade and a number."""
    most = max(map(max, counts.grid))
    yield patterns_text.HOURS_LINE
    for weekday, row in enumerate(counts.grid):
        cells = "".join(_cell(number, most) for number in row)
        yield patterns_text.heat_row(weekday, cells, counts.by_weekday[weekday])


def _cell(number: int, most: int) -> str:
    if not number:
        return NONE
    shade = SHADES[(number * len(SHADES) - 1) // most]
    return f"{shade}{number if number < 10 else '+'}"


def bars(rows: Sequence[patterns_text.Row], label_cells: int, room: int, *, whole: bool = True) -> Iterator[str]:
    """Yield a bar with its number for each row, then what is said about it; the greatest number fills the bar.

    A label has at most ``label_cells``, and fewer where a line would not fit into ``room`` cells.

    Of more than ``MOST_BARS`` rows the first are drawn, and how many more are in the table is said. What is in a table
    only because it was noted before has no bar.
    """
    found = [row for row in rows if row.number]
    most = max(row.number for row in found)
    drawn = [(row, patterns_text.format_row(row, whole=whole)) for row in found[:MOST_BARS]]
    left = room - len("    ") - BAR - 1 - max(len(words) for _, words in drawn)
    width = min(label_cells, left, max(len(row.what) for row in found))
    for row, words in drawn:
        yield f"  {pad(row.what, width)}  {progress_bar(row.number / most)} {words}"
    if len(rows) > min(len(found), MOST_BARS):
        yield f"  {patterns_text.format_more(len(rows) - min(len(found), MOST_BARS))}"


def over_time(counts: CravingCounts) -> Iterator[str]:
    """Yield a heading and a row for each week, of a long period for each month: how many, how strong, how long."""
    by_month = len(counts.weeks) > MONTHS_FROM
    yield patterns_text.OVER_MONTHS if by_month else patterns_text.OVER_TIME
    for one in counts.months if by_month else counts.weeks:
        bar = progress_bar(None if one.strength is None else one.strength / STRENGTH_OF)
        words = patterns_text.format_stretch(one)
        yield f"  {patterns_text.format_start(one.first)}  {one.cravings:>3}  {bar}  {words}".rstrip()


def limit_bar(used: Decimal, limit: Decimal | None, most: Decimal) -> str:
    """Return an amount as a bar that ``most`` fills: ``████░░   `` is within the limit, ``████▓▓   `` over it.

    Any amount has a cell, and so has any amount over the limit. Without a limit only what was used is drawn.
    """
    filled = _cells(used, most)
    if limit is None:
        return "█" * filled + " " * (BAR - filled)
    allowed = _cells(limit, most)
    if used > limit:
        allowed = min(allowed, BAR - 1)
        over = max(1, filled - allowed)
        return ("█" * allowed + "▓" * over).ljust(BAR)
    return ("█" * filled + "░" * (allowed - filled)).ljust(BAR)


def _cells(number: Decimal, most: Decimal) -> int:
    """Return how many cells of a bar a number fills; at least one, unless it is 0."""
    return max(1, round(number / most * BAR)) if number > 0 and most > 0 else 0
