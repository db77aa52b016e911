"""What may leave: every line with its sensitivity, the one function that lets lines out, the one writer for others.

A ``Draft`` holds all lines there could be and goes nowhere. ``release`` turns it into a ``Page`` of plain words by
what the person chose, and only a ``Page`` can be rendered. Once a page is handed over it can be read by anyone.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.vault.files.disk import Disk

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
        return plain("  ".join(text[:_GLANCE] for text in said if text))


class Draft(Struct, kw_only=True, frozen=True):
    """Every line a period could yield, section after section, unreleased. ``person`` is the uid of who it is for."""

    title: str
    first: date
    last: date
    person: str = ""
    lines: tuple[Line, ...] = ()


class Choice(Struct, kw_only=True, frozen=True):
    """What the person chose: a level, then keys of lines struck out or picked one by one, and sections closed."""

    level: Level = Level.STANDARD
    struck: frozenset[str] = frozenset()
    picked: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()


class Standing(StrEnum):
    """What becomes of a line under a choice."""

    GOES = "goes"
    STRUCK = "struck out"
    CLOSED = "section not ticked"
    STAYS = "stays home unless picked"


class Said(Struct, kw_only=True, frozen=True):
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
    lines: tuple[Said, ...]
    struck: dict[str, int]

    @property
    def sections(self) -> dict[str, list[Said]]:
        """The lines by section, in order; a section without a line is not there."""
        found: dict[str, list[Said]] = {}
        for said in self.lines:
            found.setdefault(said.section, []).append(said)
        return found


def standing(line: Line, choice: Choice) -> Standing:
    """What becomes of a line: its sensitivity against the level first, then what was chosen by hand."""
    if line.key not in choice.picked and not _ticked(line.sensitivity, line.basic, choice.level):
        return Standing.STAYS
    if line.section in choice.closed:
        return Standing.CLOSED
    return Standing.STRUCK if line.key in choice.struck else Standing.GOES


def release(draft: Draft, choice: Choice) -> Page:
    """Let out what may go under a choice. The one function through which anything leaves the computer.

    ``never`` goes only in a line that was picked; ``ask`` at the full level, or picked; the rest from the standard
    level on, and basic lines at the minimal one too. Nothing struck out and no section closed goes.
    """
    struck = Counter(line.section for line in draft.lines if standing(line, choice) is Standing.STRUCK)
    said = [_said(line, choice) for line in draft.lines if standing(line, choice) is Standing.GOES]
    return Page(
        title=draft.title,
        first=draft.first,
        last=draft.last,
        person=draft.person,
        level=choice.level,
        lines=tuple(line for line in said if line.label or line.text or line.cells),
        struck={str(section): count for section, count in struck.items()},
    )


def write(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file for others: 0600, whole or not at all, never over an existing one unless asked to.

    Raises ``FileExistsError`` where something stands already, and other ``OSError``; nothing is left behind then.
    """
    Disk().write_out(path, data, replace=replace)


_STACKED = 4
"""Combining marks that may follow one another: enough for every script, too few to run over the lines above."""

_JOINERS = "\u200c\u200d"


def plain(text: str) -> str:
    """A person's text without what acts instead of being read, in every form and on every screen.

    Control characters become U+FFFD, tabs a space; direction overrides and other invisible ones go (joiners, which
    scripts need, stay); line and paragraph separators become line ends; stacks of combining marks are cut short.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    stacked = 0
    for character in text.replace("\r\n", "\n").replace("\t", " "):
        kind = unicodedata.category(character)
        if kind != "Cf":
            stacked = stacked + 1 if kind in ("Mn", "Me") else 0
        if stacked <= _STACKED:
            kept.append(_seen(character, kind))
    return "".join(kept)


def _seen(character: str, kind: str) -> str:
    if character == "\n" or kind in ("Zl", "Zp"):
        return "\n"
    if kind in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return "" if kind == "Cf" and character not in _JOINERS else character


def _ticked(sensitivity: Sensitivity, basic: bool, level: Level) -> bool:
    if sensitivity is Sensitivity.NEVER:
        return False
    if sensitivity is Sensitivity.ASK:
        return level is Level.FULL
    return basic or level is not Level.MINIMAL


def _said(line: Line, choice: Choice) -> Said:
    def words(part: Part) -> str:
        goes = line.key in choice.picked or _ticked(part.sensitivity, line.basic, choice.level)
        return plain(part.text if goes else part.instead)

    return Said(
        key=line.key,
        section=str(line.section),
        label=words(line.label),
        text="".join(words(part) for part in line.parts),
        cells=line.cells,
        chart=line.chart,
        values=line.values,
        more=line.more,
        spare=line.spare,
    )
