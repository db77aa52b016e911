"""The data that leaves: a draft with every line that could go, and the page that was released.

Drafts are made by ``journal.summary`` and by the papers of this package; only ``release`` turns one into a ``Page``,
and only a ``Page`` is ever rendered or written.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import IntEnum, StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from msgspec import Struct

from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.language import Language, speaking
from journal.sharing.sanitize import sanitize


class Written(Protocol):
    """A page or a draft: words in one language."""

    @property
    def language(self) -> Language:
        """Return the language in which it is written."""


W = TypeVar("W", bound=Written)
Rest = ParamSpec("Rest")
Out = TypeVar("Out")

_GLANCE = 200

Value = str | int | float | None
"""A value behind a line: a number, an ISO date, a word of a fixed list."""


class Part(Struct, frozen=True):
    """Words of a line with their sensitivity; ``instead`` replaces them where they may not go."""

    text: str = ""
    sensitivity: Sensitivity = Sensitivity.SHARE
    instead: str = ""


class Cell(Struct, frozen=True):
    """One cell of a strip: its heading, its mark and the meaning of the mark; never words of the person."""

    head: str
    mark: str
    meaning: str


class Point(Struct, frozen=True):
    """One value of a chart, and what it is of: ``Mon 16 Nov``; never words of the person."""

    at: str
    value: float


class Plot(StrEnum):
    """How a chart is drawn."""

    DOTS = "dots"
    BAR = "bar"


class Chart(Struct, kw_only=True, frozen=True):
    """The numbers of a line, to be drawn next to it; never words of the person.

    ``title`` says what is drawn, for screen readers. The points are in order; their values go from 0 to ``most``.
    """

    plot: Plot
    title: str
    points: tuple[Point, ...]
    most: float


class Rank(IntEnum):
    """Which lines get their room on the sheet first: down to ``GOALS`` those that must be on it, then the others."""

    STATUS = 1
    DAYS = 2
    AGREED = 3
    ROOM = 4
    NEXT = 5
    HARDEST = 6
    NEEDS = 7
    GOALS = 8
    ASKED = 9
    CRAVINGS = 10
    SOON = 11
    REST = 12


class Place(StrEnum):
    """Where a line is printed."""

    BODY = "body"
    TITLE = "title"
    FOOT = "foot"


class Line(Struct, kw_only=True, frozen=True):
    """One line that could go; the person strikes it out or picks it by its ``key``.

    ``basic`` lines are ticked at the minimal level. ``values`` are the figures behind the words, by name. When the
    sheet is full, lines of a low ``rank`` get their room first; the others are counted under ``more``, a noun in the
    singular. ``tick`` is the box before a line of a checklist: ``False`` is empty, to be ticked by hand, ``True`` is
    ticked. ``boxed`` draws a frame around the line. Cells, values and chart go with their line.
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
    rank: Rank = Rank.REST
    tick: bool | None = None
    boxed: bool = False
    place: Place = Place.BODY

    @property
    def words(self) -> str:
        """The beginning of its words, whatever their sensitivity, for the person's own screen."""
        said = (self.label.text, "".join(part.text for part in self.parts))
        return sanitize("  ".join(text[:_GLANCE] for text in said if text))


class PageDraft(Struct, kw_only=True, frozen=True):
    """Every line that could go, section by section, not released yet; ``person`` is the uid of the reader.

    ``language`` is the one in which the lines are written.
    """

    title: str
    first: date
    last: date
    person: str = ""
    lines: tuple[Line, ...] = ()
    language: Language = Language.ENGLISH


class ReleasedLine(Struct, kw_only=True, frozen=True):
    """A line that was released, as in ``Line``."""

    key: str
    section: str
    label: str = ""
    text: str = ""
    cells: tuple[Cell, ...] = ()
    chart: Chart | None = None
    values: dict[str, Value] = {}
    more: str = ""
    rank: Rank = Rank.REST
    tick: bool | None = None
    boxed: bool = False


class Page(Struct, kw_only=True, frozen=True):
    """What leaves. Only ``release`` makes one; ``struck`` counts the lines struck out by section, for the ledger.

    ``foot`` is printed below everything else. ``left_out`` says what did not fit on the sheet; it is filled in when the
    page is fitted to one.
    """

    title: str
    first: date
    last: date
    person: str
    level: Level
    lines: tuple[ReleasedLine, ...]
    struck: dict[str, int]
    foot: str = ""
    left_out: str = ""
    language: Language = Language.ENGLISH

    @property
    def sections(self) -> dict[str, list[ReleasedLine]]:
        """The lines by section, in order, without empty sections."""
        found: dict[str, list[ReleasedLine]] = {}
        for said in self.lines:
            found.setdefault(said.section, []).append(said)
        return found


def in_its_language(function: Callable[Concatenate[W, Rest], Out]) -> Callable[Concatenate[W, Rest], Out]:
    """Make a function of a page, or of a draft, speak the language in which that is written."""

    @wraps(function)
    def speak(page: W, /, *more: Rest.args, **named: Rest.kwargs) -> Out:
        with speaking(page.language):
            return function(page, *more, **named)

    return speak
