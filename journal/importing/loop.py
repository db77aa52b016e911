"""Reads exports of Loop Habit Tracker: the CSV export as a folder or ZIP, and the full backup, a database.

What a yes means is asked for each habit: “No alcohol” and “Drank” look alike in the file. Until it is known, no day
of the habit is taken. A note becomes an entry of that day in any case.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from journal.domain.days import DayState
from journal.errors import BadExport
from journal.importing.files import Archive, find_files, is_zip, read_file
from journal.importing.findings import LONGEST_LABEL, Findings, first_day, own_labels
from journal.importing.found import (
    Choice,
    FoundDay,
    FoundEntry,
    FoundFocus,
    Present,
    Question,
    Reading,
)
from journal.importing.loop_csv import read_habits
from journal.importing.loop_db import MAGIC, read_database
from journal.importing.loop_habits import NO, OLD_ZERO, SKIP, UNKNOWN, UNREADABLE, YES, YES_AUTO, Habit, HabitDay
from journal.text import import_tracking as tracking_text

CLEAN: Final = "clean"
USE: Final = "use"
LEAVE: Final = "leave"
"""What a yes means: the values of the answers."""


class LoopReader:
    """The habits of an export, and what the answers make of them."""

    def __init__(self, habits: list[Habit], present: Present) -> None:
        self._habits = _with_own_labels(habits)
        self._present = present

    def questions(self) -> list[Question]:
        """Ask of each habit with days what a yes, or its number, means."""
        return [_question(habit) for habit in self._habits if habit.days]

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return days of the habits whose meaning is known, and all notes."""
        findings = Findings(self._present)
        for habit in self._habits:
            answer = answers.get(_question_name(habit), LEAVE)
            allowed = (USE,) if habit.is_measured else (CLEAN, USE)
            _read_habit(findings, habit, answer if answer in allowed else LEAVE)
        return findings.reading()


def open_export(path: Path, present: Present) -> LoopReader:
    """Open a folder, a ZIP or a database. Raises ``BadExport`` and ``OSError``."""
    return LoopReader(_habits(path), present)


def _habits(path: Path) -> list[Habit]:
    if path.is_dir():
        files = {file.relative_to(path).as_posix(): file for file in find_files(path, ".csv")}
        return read_habits(files, lambda name: read_file(files[name]))
    if is_zip(path):
        with Archive(path) as archive:
            names = [name.replace("\\", "/") for name in archive.names()]
            return read_habits(names, archive.read)
    data = read_file(path)
    if len(data) < 100 or not data.startswith(MAGIC):
        raise BadExport(tracking_text.NOT_LOOP)
    return read_database(data)


def _with_own_labels(habits: list[Habit]) -> list[Habit]:
    """Return the habits with different names: a second one of the same name gets a number."""
    named = []
    for habit, label in zip(habits, own_labels([habit.label for habit in habits]), strict=True):
        name = label if habit.name == habit.label else habit.name
        named.append(replace(habit, name=name, label=label))
    return named


def _question_name(habit: Habit) -> str:
    return f"loop:{habit.name}"


def _question(habit: Habit) -> Question:
    leave = Choice(LEAVE, tracking_text.LEAVE_OUT)
    if habit.is_measured:
        text = tracking_text.what_number_means(habit.label)
        choices: tuple[Choice, ...] = (Choice(USE, tracking_text.NUMBER_IS_USE), leave)
    else:
        text = tracking_text.what_yes_means(habit.label)
        choices = (Choice(CLEAN, tracking_text.YES_IS_CLEAN), Choice(USE, tracking_text.YES_IS_USE), leave)
    return Question(name=_question_name(habit), text=text, choices=choices, cautious=LEAVE)


def _read_habit(findings: Findings, habit: Habit, answer: str) -> None:
    """Add what is known of a habit: its focus, its days and its notes."""
    if not findings.is_label(habit.label):
        return
    findings.leave_out(tracking_text.DAY_TWICE, habit.repeated)
    findings.leave_out(tracking_text.NO_DATE, habit.undated)
    days = [one for one in habit.days if findings.is_day(one.day)]
    unit = habit.unit
    if len(unit) > LONGEST_LABEL:
        findings.leave_out(tracking_text.UNIT_TOO_LONG)
        unit = ""
    found = [day for one in days if (day := _found_day(findings, habit, one, answer))]
    if found:
        start = first_day(day.day for day in found)
        findings.add(FoundFocus(key=f"loop:{habit.name}", label=habit.label, start=start, unit=unit))
    for day in found:
        findings.add(day)
    for one in days:
        findings.add_entry(
            FoundEntry(
                key=f"loop:{habit.name}/{one.day}/note",
                when=findings.whole_day(one.day),
                text=one.note,
                title=habit.label if one.note.strip() else "",
            )
        )


def _found_day(findings: Findings, habit: Habit, one: HabitDay, answer: str) -> FoundDay | None:
    """Return the day as the answer reads it; None, counted as left out, where its state is not known."""
    is_amount = habit.is_measured and one.value in (YES, YES_AUTO)  # 0.001 and 0.002 look like words
    sentence = "" if is_amount else _why_unknown(one.value)
    if not sentence and answer == LEAVE:
        sentence = tracking_text.HABIT_LEFT_OUT
    if not sentence and not habit.is_measured and one.value > SKIP:
        sentence = tracking_text.NOT_A_VALUE
    if sentence:
        findings.leave_out(sentence)
        return None
    amount = None
    if one.value == SKIP:
        state = DayState.NOT_APPLICABLE
    elif habit.is_measured:
        amount = Decimal(one.value) / 1000 if one.value else None
        state = DayState.USED if amount else DayState.CLEAN
    else:
        state = DayState.CLEAN if (one.value == NO) is (answer == USE) else DayState.USED
    key = f"loop:{habit.name}/{one.day}"
    return FoundDay(key=key, focus=habit.label, day=one.day, state=state, amount=amount)


def _why_unknown(value: int) -> str:
    """Return why a value says nothing about its day; empty if it does."""
    sentences = {
        YES_AUTO: tracking_text.YES_AUTO,
        UNKNOWN: tracking_text.UNKNOWN_DAY,
        OLD_ZERO: tracking_text.OLD_ZERO,
        UNREADABLE: tracking_text.NOT_A_VALUE,
    }
    return sentences.get(value, "")
