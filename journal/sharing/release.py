"""What may leave: every line with its sensitivity, the one function that lets lines out, the one writer for others.

A ``Draft`` holds all lines there could be and goes nowhere. ``release`` turns it into a ``Page`` of plain words by
what the person chose, and only a ``Page`` can be rendered. Once a page is handed over it can be read by anyone.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.page import Line, Page, PageDraft, Part, ReleasedLine
from journal.sharing.sanitize import sanitize
from journal.vault.files.disk import Disk


class Choice(Struct, kw_only=True, frozen=True):
    """What the person chose: a level, then keys of lines struck out or picked one by one, and sections closed."""

    level: Level = Level.STANDARD
    struck: frozenset[str] = frozenset()
    picked: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()


class LineStatus(StrEnum):
    """What becomes of a line under a choice."""

    GOES = "goes"
    STRUCK = "struck out"
    CLOSED = "section not ticked"
    WITHHELD = "stays home unless picked"


def line_status(line: Line, choice: Choice) -> LineStatus:
    """What becomes of a line: its sensitivity against the level first, then what was chosen by hand."""
    if line.key not in choice.picked and not _ticked(line.sensitivity, line.basic, choice.level):
        return LineStatus.WITHHELD
    if line.section in choice.closed:
        return LineStatus.CLOSED
    return LineStatus.STRUCK if line.key in choice.struck else LineStatus.GOES


def release(draft: PageDraft, choice: Choice) -> Page:
    """Let out what may go under a choice. The one function through which anything leaves the computer.

    ``never`` goes only in a line that was picked; ``ask`` at the full level, or picked; the rest from the standard
    level on, and basic lines at the minimal one too. Nothing struck out and no section closed goes.
    """
    struck = Counter(line.section for line in draft.lines if line_status(line, choice) is LineStatus.STRUCK)
    said = [_said(line, choice) for line in draft.lines if line_status(line, choice) is LineStatus.GOES]
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
        spare=line.spare,
    )
