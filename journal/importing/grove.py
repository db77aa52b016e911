"""Reads the export of Grove, JSON with a tree for each habit: relapses are uses, and no clean day is made of a gap.

A tree of the mode check-in says on which days the person did something; whether such a day is clean is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from journal.domain.days import DayState
from journal.errors import BadExport
from journal.importing.files import read_file
from journal.importing.findings import LONGEST_TEXT, Findings, own_labels, parse_instant
from journal.importing.found import Choice, FoundDay, FoundEntry, FoundFocus, FoundUse, Present, Question, Reading
from journal.text import import_tracking as tracking_text

CLEAN: Final = "clean"
USE: Final = "use"
LEAVE: Final = "leave"
"""What a check-in means: the values of the answers."""

_STATES: Final = {CLEAN: DayState.CLEAN, USE: DayState.USED}


class _Relapse(Struct):
    timestamp: str
    reason: str | None = None


class _Tree(Struct):
    """One habit. ``mode`` 0 is to abstain, 1 to check in; earlier versions have none of the last four."""

    id: str
    name: str
    startDate: str | None = None  # noqa: N815  # the name in the file
    relapses: list[_Relapse] | None = None
    mode: int | None = None
    checkInDays: list[str] | None = None  # noqa: N815  # the name in the file
    nullDays: list[str] | None = None  # noqa: N815  # the name in the file
    checkInNotes: dict[str, str] | None = None  # noqa: N815  # the name in the file


class _Export(Struct):
    trees: list[_Tree]


class GroveReader:
    """The trees of an export, and what the answers make of their check-ins."""

    def __init__(self, trees: list[_Tree], present: Present) -> None:
        labels = own_labels([tree.name.strip() for tree in trees])
        self._trees = [replace(tree, name=label) for tree, label in zip(trees, labels, strict=True)]
        self._present = present

    def questions(self) -> list[Question]:
        """Ask of each tree with check-ins what one means."""
        choices = (
            Choice(CLEAN, tracking_text.CHECK_IN_IS_CLEAN),
            Choice(USE, tracking_text.CHECK_IN_IS_USE),
            Choice(LEAVE, tracking_text.LEAVE_OUT),
        )
        return [
            Question(
                name=_question_name(tree),
                text=tracking_text.what_check_in_means(tree.name),
                choices=choices,
                cautious=LEAVE,
            )
            for tree in self._trees
            if tree.mode
        ]

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return a focus for each tree with its uses and days, and an entry for each note of a day."""
        findings = Findings(self._present)
        for tree in self._trees:
            if findings.is_label(tree.name):
                answer = answers.get(_question_name(tree), LEAVE)
                _read_tree(findings, tree, answer if answer in _STATES else LEAVE)
        return findings.reading()


def open_export(path: Path, present: Present) -> GroveReader:
    """Open the JSON file of an export. Raises ``BadExport`` and ``OSError``."""
    trees = _decode(read_file(path))
    if trees is None:
        raise BadExport(tracking_text.NOT_GROVE)
    return GroveReader(trees, present)


def _decode(data: bytes) -> list[_Tree] | None:
    """Return the trees of an export, or of a bare list of them; None for anything else."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        if data.lstrip().startswith(b"["):
            return msgspec.json.decode(data, type=list[_Tree])
        return msgspec.json.decode(data, type=_Export).trees
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def _read_tree(findings: Findings, tree: _Tree, answer: str) -> None:
    """Add what is known of a tree."""
    _read_notes(findings, tree)
    is_known = not tree.mode or answer != LEAVE
    if not is_known:
        left_out = (*(tree.relapses or ()), *(tree.checkInDays or ()), *(tree.nullDays or ()))
        findings.leave_out(tracking_text.TREE_LEFT_OUT, len(left_out))
        return
    uses = [use for relapse in tree.relapses or () if (use := _use(findings, tree, relapse))]
    states = dict.fromkeys(_days(findings, tree.nullDays or ()), DayState.NOT_APPLICABLE)
    if tree.mode:
        states |= dict.fromkeys(_days(findings, tree.checkInDays or ()), _STATES[answer])
    first = min([use.when.day for use in uses] + list(states), default=None)
    start = _start(findings, tree)
    doubts = (tracking_text.STARTS_LATER,) if uses and start and min(use.when.day for use in uses) < start else ()
    start = min((day for day in (start, first) if day), default=None)
    findings.add(FoundFocus(key=f"grove:{tree.id}", doubts=doubts, label=tree.name, start=start))
    for use in uses:
        findings.add(use)
    for day, state in states.items():
        findings.add(FoundDay(key=f"grove:{tree.id}/{day}", focus=tree.name, day=day, state=state))


def _start(findings: Findings, tree: _Tree) -> date | None:
    """Return the person's day of the start, or None."""
    wall = parse_instant(tree.startDate)
    if wall is None:
        return None
    when = findings.picked(wall)
    return when.day if when else None


def _use(findings: Findings, tree: _Tree, relapse: _Relapse) -> FoundUse | None:
    """Return a relapse with its words; None, counted as left out, where it has no date that can be."""
    if (wall := parse_instant(relapse.timestamp)) is None:
        findings.leave_out(tracking_text.NO_DATE)
        return None
    if (when := findings.picked(wall)) is None:
        return None
    note = (relapse.reason or "").strip()
    if len(note) > LONGEST_TEXT:
        findings.leave_out(tracking_text.TEXT_TOO_LONG)
        note = ""
    return FoundUse(key=f"grove:{tree.id}/use/{relapse.timestamp}", focus=tree.name, when=when, note=note)


def _days(findings: Findings, written: Iterable[str]) -> list[date]:
    """Return days, which Grove writes as their midnight; those that can't be are counted as left out."""
    days: dict[date, None] = {}
    for one in written:
        if (wall := parse_instant(one)) is None:
            findings.leave_out(tracking_text.NO_DATE)
        elif wall.date() not in days and findings.is_day(wall.date()):
            days[wall.date()] = None
    return list(days)


def _read_notes(findings: Findings, tree: _Tree) -> None:
    """Add the notes of days, whatever a check-in means."""
    for written_on, text in (tree.checkInNotes or {}).items():
        for day in _days(findings, [written_on]):
            key, when = f"grove:{tree.id}/{day}/note", findings.whole_day(day)
            title = tree.name if text.strip() else ""
            findings.add_entry(FoundEntry(key=key, when=when, text=text, title=title))


def _question_name(tree: _Tree) -> str:
    return f"grove:{tree.id}"
