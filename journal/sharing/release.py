"""Decides what may leave: ``release`` lets lines out, ``write`` writes files for others.

A ``PageDraft`` holds all lines that could go. ``release`` turns it into a ``Page`` of plain words, as the person chose,
and only a ``Page`` can be rendered. Nothing else in the program does either (``tests/promises/test_one_way_out.py``),
so that this one module can be read to know what others may get to see.

The one exception is named: ``write_export`` writes all of a journal, records marked ``never`` too, for the person. Only
``journal.exporting.export`` calls it, after its caller has asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.page import Line, Page, PageDraft, Part, Place, ReleasedLine
from journal.sharing.sanitize import sanitize
from journal.vault.files.disk import Disk


class Choice(Struct, kw_only=True, frozen=True):
    """What the person chose: a level, the keys of lines struck out or picked one by one, and closed sections."""

    level: Level = Level.STANDARD
    struck: frozenset[str] = frozenset()
    picked: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()


class LineStatus(StrEnum):
    """What becomes of a line under a choice."""

    GOES = "goes"
    STRUCK = "struck"
    CLOSED = "closed"
    WITHHELD = "withheld"


def line_status(line: Line, choice: Choice) -> LineStatus:
    """Return what becomes of a line: its sensitivity is compared with the level first, then the choice by hand."""
    if line.key not in choice.picked and not _ticked(line.sensitivity, line.basic, choice.level):
        return LineStatus.WITHHELD
    if line.section in choice.closed:
        return LineStatus.CLOSED
    return LineStatus.STRUCK if line.key in choice.struck else LineStatus.GOES


def release(draft: PageDraft, choice: Choice) -> Page:
    """Return the page that may go under a choice. Everything that leaves the computer goes through here.

    Words marked ``never`` go only in a line that was picked; ``ask`` at the full level, or picked; the rest from the
    standard level on, and basic lines at the minimal one too. Lines struck out and closed sections never go.
    """
    struck = Counter(line.section for line in draft.lines if line_status(line, choice) is LineStatus.STRUCK)
    goes = [line for line in draft.lines if line_status(line, choice) is LineStatus.GOES]

    def said(place: Place) -> list[ReleasedLine]:
        return [_said(line, choice) for line in goes if line.place is place]

    return Page(
        title=" · ".join((draft.title, *(line.text for line in said(Place.TITLE)))),
        first=draft.first,
        last=draft.last,
        person=draft.person,
        level=choice.level,
        lines=tuple(line for line in said(Place.BODY) if line.label or line.text or line.cells),
        struck={str(section): count for section, count in struck.items()},
        foot="".join(line.text for line in said(Place.FOOT)),
        language=draft.language,
    )


def write(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file for others with mode 0600, completely or not at all.

    Raises ``FileExistsError`` where there is a file and ``replace`` is not set, and other ``OSError``; no part of the
    new file is left then.
    """
    Disk().write_out(path, data, replace=replace)


def write_export(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder with a whole journal that only the account can read, completely or not at all.

    Raises ``FileExistsError`` where anything but an empty folder is at ``path``, and other ``OSError``.
    """
    Disk().write_folder(path, files)


def _ticked(sensitivity: Sensitivity, basic: bool, level: Level) -> bool:
    if sensitivity is Sensitivity.NEVER:
        return False
    if sensitivity is Sensitivity.ASK:
        return level is Level.FULL
    return basic or level is not Level.MINIMAL


def _said(line: Line, choice: Choice) -> ReleasedLine:
    def words(part: Part) -> str:
        goes = line.key in choice.picked or _ticked(part.sensitivity, line.basic, choice.level)
        return sanitize(part.text if goes else part.instead)

    return ReleasedLine(
        key=line.key,
        section=str(line.section),
        label=words(line.label),
        text="".join(words(part) for part in line.parts),
        cells=line.cells,
        chart=line.chart,
        values=line.values,
        more=line.more,
        rank=line.rank,
        tick=line.tick,
        boxed=line.boxed,
    )
