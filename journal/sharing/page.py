"""The model of what leaves: a draft with every line there could be, and the page that was released."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.sanitize import sanitize

_GLANCE = 200

Value = str | int | float | None
"""A plain value behind a line: a number, an ISO date, a word of a fixed list."""


class Part(Struct, frozen=True):
    """Words of a line, as sensitive as they are; ``instead`` stands in their place while they stay home."""

    text: str = ""
    sensitivity: Sensitivity = Sensitivity.SHARE
    instead: str = ""


class Cell(Struct, frozen=True):
    """One cell of a strip: what stands over it, the mark in it, and what it means; all of them short words of ours."""

    head: str
    mark: str
    meaning: str


class Point(Struct, frozen=True):
    """One value of a chart, and the short words of ours that say when or what it is of: ``Mon 16 Nov``."""

    at: str
    value: float


class Plot(StrEnum):
    """How a chart is drawn."""

    DOTS = "dots"
    BAR = "bar"


class Chart(Struct, kw_only=True, frozen=True):
    """The numbers of a line, to be drawn beside it: never a word of the person's own.

    ``title`` says what is drawn, for who cannot see it; ``points`` run from 0 to ``most``, in order.
    """

    plot: Plot
    title: str
    points: tuple[Point, ...]
    most: float


class Line(Struct, kw_only=True, frozen=True):
    """One line that could go, and can be struck out by its ``key``.

    ``basic`` lines are ticked at the minimal level. ``values`` are the figures behind the words, by name. A line with
    ``more`` (a noun) may be left out when the sheet is full: "and 3 more goals"; a ``spare`` one is left out before
    those, without a word, the more spare the sooner. Cells, values and chart go with their line.
    """

    key: str
    section: str
    label: Part = Part()
    parts: tuple[Part, ...] = ()
    cells: tuple[Cell, ...] = ()
    chart: Chart | None = None
    values: dict[str, Value] = {}
    sensitivity: Sensitivity = Sensitivity.SHARE
    basic: bool = False
    more: str = ""
    spare: int = 0

    @property
    def words(self) -> str:
        """The beginning of its words, whatever their sensitivity: to know it by on the person's own screen."""
        said = (self.label.text, "".join(part.text for part in self.parts))
        return sanitize("  ".join(text[:_GLANCE] for text in said if text))


class PageDraft(Struct, kw_only=True, frozen=True):
    """Every line a period could yield, section after section, unreleased. ``person`` is the uid of who it is for."""

    title: str
    first: date
    last: date
    person: str = ""
    lines: tuple[Line, ...] = ()


class ReleasedLine(Struct, kw_only=True, frozen=True):
    """A line that was released: nothing but plain words. ``key`` is empty where it stands for lines left out."""

    key: str
    section: str
    label: str = ""
    text: str = ""
    cells: tuple[Cell, ...] = ()
    chart: Chart | None = None
    values: dict[str, Value] = {}
    more: str = ""
    spare: int = 0


class Page(Struct, kw_only=True, frozen=True):
    """What leaves. Made by ``release`` alone; ``struck`` counts the lines struck out by section, for the ledger."""

    title: str
    first: date
    last: date
    person: str
    level: Level
    lines: tuple[ReleasedLine, ...]
    struck: dict[str, int]

    @property
    def sections(self) -> dict[str, list[ReleasedLine]]:
        """The lines by section, in order; a section without a line is not there."""
        found: dict[str, list[ReleasedLine]] = {}
        for said in self.lines:
            found.setdefault(said.section, []).append(said)
        return found
