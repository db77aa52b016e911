"""The days of a focus as a strip of signs that differ in shape."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from journal.domain.dates import MONTHS
from journal.domain.days import DayState, DayWord
from journal.text import days as days_text

SIGNS: Final = {
    DayState.CLEAN: "▪",
    DayState.WITHIN: "=",
    DayState.USED: "U",
    DayState.UNKNOWN: "?",
    DayState.MIXED: "*",
    DayState.NOT_APPLICABLE: "·",
}
"""Day state → the sign of one day."""


def strip_lines(word: DayWord) -> list[str]:
    """Return one line a month: its name, then a sign for each day of ``word``, each in its column."""
    rows = []
    for (_, month), days in groupby(word.items(), key=lambda item: (item[0].year, item[0].month)):
        signs = [(day, SIGNS[state]) for day, state in days]
        rows.append(f"{MONTHS[month - 1]} {' ' * (signs[0][0].day - 1)}{''.join(sign for _, sign in signs)}")
    return rows


def legend(word: DayWord, clean_word: str = days_text.FREE, *, limited: bool = False) -> str:
    """Return what the signs in ``word`` mean: ``▪ free   U used   ? not logged``.

    ``limited``: a use is within the limit of its day, or over it.
    """
    names = {
        DayState.CLEAN: clean_word,
        DayState.WITHIN: days_text.WITHIN_SIGN if limited else days_text.USED,
        DayState.USED: days_text.OVER_SIGN if limited else days_text.USED,
        DayState.UNKNOWN: days_text.NO_ENTRY,
        DayState.MIXED: days_text.MIXED,
        DayState.NOT_APPLICABLE: days_text.NOT_COUNTED,
    }
    there = {state for _, state in word.items()}
    return "   ".join(f"{SIGNS[state]} {name}" for state, name in names.items() if state in there)


class DayStrip(Widget):
    """The last months of a focus, one line each, as many as it is high; ``show`` changes the days."""

    DEFAULT_CSS = """
    DayStrip { height: auto; width: 35; }
    """

    def __init__(self, word: DayWord | None = None, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._word = word

    def show(self, word: DayWord) -> None:
        """Show other days."""
        self._word = word
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line a month."""
        return len(strip_lines(self._word)) if self._word is not None else 0

    def render(self) -> Content:
        """The lines, free days in the accent."""
        rows = strip_lines(self._word)[-max(1, self.content_size.height) :] if self._word is not None else []
        return Content("\n").join(
            Content.assemble((row[:4], "$foreground-muted"), (row[4:], "$accent")) for row in rows
        )
