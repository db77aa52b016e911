"""Reads a table of any origin as CSV: the person says which column is what.

Columns are guessed by their names, and every guess can be answered otherwise. What is not known is left out: a date
that can be read in two ways, a word that may or may not mean a clean day, a mood without a scale.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Final

from msgspec import Struct

from journal.domain.days import DayState
from journal.domain.labels import folded
from journal.domain.uses import parse_amount
from journal.errors import BadExport
from journal.importing.csv_cells import (
    DAY_FIRST,
    MONTH_FIRST,
    Unclear,
    are_dates,
    decode_table,
    find_separator,
    order_of,
    read_time,
    read_when,
)
from journal.importing.days_csv import STATES
from journal.importing.files import read_file
from journal.importing.findings import MOOD_OF_GROUP, Findings, csv_rows, hashed
from journal.importing.found import (
    Choice,
    FoundCheckIn,
    FoundDay,
    FoundEntry,
    FoundFocus,
    Moment,
    Present,
    Question,
    Reading,
)
from journal.text import import_tracking as tracking_text

MOST_COLUMNS: Final = 200
LEAVE: Final = "leave"

COLUMNS: Final = {
    "date": ("date", "day", "full_date", "fecha", "datum", "jour", "timestamp", "datetime"),
    "time": ("time", "hora", "uhrzeit", "heure"),
    "text": ("text", "note", "notes", "entry", "body", "texto", "nota", "notiz", "eintrag"),
    "title": ("title", "note_title", "subject", "título", "titulo", "titel", "titre"),
    "tags": ("tags", "activities", "labels", "etiquetas", "schlagworte"),
    "mood": ("mood", "ánimo", "animo", "stimmung", "humeur"),
    "focus": ("focus", "habit", "hábito", "substance"),
    "state": ("state", "clean", "estado", "status"),
    "amount": ("amount", "quantity", "cantidad", "menge"),
}
"""What a column can be, and the names by which it is guessed."""

_SCALES: Final = {
    "ten": {number: number for number in range(11)},
    "five": {6 - group: mood for group, mood in MOOD_OF_GROUP.items()},
    "one": MOOD_OF_GROUP,
}
"""What the numbers of a mood mean: the mood from 0 to 10 by number. Five is best, or one is."""

_CAUTION: Final = (DayState.USED, DayState.MIXED, DayState.UNKNOWN, DayState.NOT_APPLICABLE, DayState.CLEAN)
"""States of a day, the one first that counts where a table says two things."""

_LOOKED_AT: Final = 200
_LONGEST_NUMBER: Final = 40


class _Row(Struct, frozen=True):
    """A row by what its columns are; what has no column is empty."""

    cells: Mapping[str, str]
    doubts: tuple[str, ...]

    def cell(self, name: str) -> str:
        """Return what is in a column, without spaces around it."""
        return self.cells.get(name, "").strip()


class _Answers(Struct, frozen=True):
    """What the answers say: the column of each part, the order of dates, the words of states, the scale of moods."""

    columns: Mapping[str, int]
    order: str
    has_times: bool
    states: Mapping[str, DayState]
    scale: Mapping[int, int]
    label: str


class ColumnsReader:
    """A table and what its columns may be."""

    def __init__(self, header: Sequence[str], rows: list[list[str]], is_guess: bool, present: Present) -> None:
        self._rows = rows
        self._is_guess = is_guess
        self._present = present
        names = [folded(name.strip()) for name in header]
        self._labels = [name.strip() or tracking_text.column_label(number) for number, name in enumerate(header, 1)]
        self._values = [
            label if names.count(name) == 1 and name else str(number)
            for number, (name, label) in enumerate(zip(names, self._labels, strict=True), 1)
        ]
        self._names = names

    def questions(self) -> list[Question]:
        """Ask which column is what, and of dates and moods what the table does not show."""
        none = Choice("", tracking_text.NO_COLUMN)
        choices = (*map(Choice, self._values, self._labels), none)
        asked = [
            Question(name=name, text=text, choices=choices, cautious=self._guess(name))
            for name, text in _column_questions().items()
        ]
        asked.append(Question(name="label", text=tracking_text.FOCUS_NAME))
        asked.append(Question(name="clean", text=tracking_text.CLEAN_WORDS, cautious=_words_for(DayState.CLEAN)))
        asked.append(Question(name="used", text=tracking_text.USED_WORDS, cautious=_words_for(DayState.USED)))
        return asked + self._unclear()

    def _unclear(self) -> list[Question]:
        """Return the questions on dates and moods of numbers, where there are any that need one."""
        asked = []
        if any(order_of(self._column(place)) == "" for place in range(len(self._values))):
            orders = (
                Choice(DAY_FIRST, tracking_text.DAY_FIRST),
                Choice(MONTH_FIRST, tracking_text.MONTH_FIRST),
                Choice(LEAVE, tracking_text.LEAVE_DATES),
            )
            asked.append(Question(name="order", text=tracking_text.WHICH_ORDER, choices=orders, cautious=LEAVE))
        if any(_are_numbers(self._column(place)[:_LOOKED_AT]) for place in range(len(self._values))):
            scales = (
                Choice("ten", tracking_text.SCALE_OF_TEN),
                Choice("five", tracking_text.FIVE_IS_BEST),
                Choice("one", tracking_text.ONE_IS_BEST),
                Choice(LEAVE, tracking_text.NO_MOOD),
            )
            asked.append(Question(name="scale", text=tracking_text.WHICH_SCALE, choices=scales, cautious=LEAVE))
        return asked

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return an entry, a day of a focus, or both, for each row, and a check-in for each day with a mood."""
        findings = Findings(self._present)
        known = self._known(answers)
        if "date" not in known.columns:
            findings.leave_out(tracking_text.NO_DATE_COLUMN, len(self._rows))
            return findings.reading()
        days = _Days(findings, known)
        moods: dict[date, tuple[Moment, int]] = {}
        for cells in self._rows:
            row = self._row(cells, known.columns)
            if (when := _when(findings, row, known)) is None:
                continue
            has_entry = _read_entry(findings, row, when)
            has_day = days.read(row, when)
            mood = _mood(findings, row, known.scale)
            if mood is not None and (when.day not in moods or _is_later(when, moods[when.day][0])):
                moods[when.day] = when, mood
            if not has_entry and not has_day and not row.cell("mood"):
                findings.leave_out(tracking_text.NOTHING_CHOSEN)
        days.add_all()
        source = hashed(*self._names)[:12]
        for day in sorted(moods):
            when, mood = moods[day]
            findings.add(FoundCheckIn(key=f"csv:{source}/checkin/{day}", when=when, mood=mood))
        return findings.reading()

    def _column(self, place: int) -> list[str]:
        return [row[place] for row in self._rows if place < len(row)]

    def _guess(self, name: str) -> str:
        """Return the column with a usual name; for the date, else the first with dates in it; or an empty string."""
        for usual in map(folded, COLUMNS[name]):
            if self._names.count(usual) == 1:
                return self._values[self._names.index(usual)]
        if name == "date":
            for place, value in enumerate(self._values):
                if are_dates(self._column(place)[:_LOOKED_AT]):
                    return value
        return ""

    def _known(self, answers: Mapping[str, str]) -> _Answers:
        chosen = {name: answers.get(name, self._guess(name)) for name in COLUMNS}
        columns = {name: self._values.index(value) for name, value in chosen.items() if value in self._values}
        shown = order_of(self._column(columns["date"])) if "date" in columns else None
        asked = answers.get("order", LEAVE)
        states: dict[str, DayState] = {}
        for word, state in STATES.items():
            if state not in (DayState.CLEAN, DayState.USED):
                states[folded(word)] = state
        for name, state in (("clean", DayState.CLEAN), ("used", DayState.USED)):
            words = answers.get(name, _words_for(state)).split(",")
            states |= {folded(word.strip()): state for word in words if word.strip()}
        return _Answers(
            columns=columns,
            order=shown or (asked if asked in (DAY_FIRST, MONTH_FIRST) else ""),
            has_times=any(_has_time(cell) for cell in self._column(columns["date"])) if "date" in columns else False,
            states=states,
            scale=_SCALES.get(answers.get("scale", LEAVE), {}),
            label=answers.get("label", "").strip(),
        )

    def _row(self, cells: Sequence[str], columns: Mapping[str, int]) -> _Row:
        own = {name: cells[place] for name, place in columns.items() if place < len(cells)}
        is_doubtful = self._is_guess and not all(cell.isascii() for cell in own.values())
        return _Row(own, (tracking_text.ENCODING_GUESSED,) if is_doubtful else ())


class _Days:
    """The days of each focus; where a table says two things of one, the more cautious one counts."""

    def __init__(self, findings: Findings, known: _Answers) -> None:
        self._findings = findings
        self._known = known
        self._days: dict[tuple[str, date], FoundDay] = {}
        self._labels: dict[str, str] = {}

    def read(self, row: _Row, when: Moment) -> bool:
        """Take the day of a row; return whether it says something about one."""
        word = row.cell("state")
        if not word:
            return False
        label = row.cell("focus") or ("" if "focus" in self._known.columns else self._known.label)
        state = self._known.states.get(folded(word))
        if not label:
            self._findings.leave_out(tracking_text.NO_FOCUS)
        elif state is None:
            self._findings.leave_out(tracking_text.STATE_UNKNOWN)
        elif self._findings.is_label(label):
            label = self._labels.setdefault(folded(label), label)
            amount = _amount(self._findings, row.cell("amount"))
            key = f"csv:{folded(label)}/{when.day}"
            self._take(FoundDay(key=key, doubts=row.doubts, focus=label, day=when.day, state=state, amount=amount))
        return True

    def _take(self, day: FoundDay) -> None:
        before = self._days.setdefault((day.focus, day.day), day)
        if before is day:
            return
        self._findings.leave_out(tracking_text.ROW_TWICE)
        if before.state is not day.state:
            kept = min(before, day, key=lambda one: _CAUTION.index(one.state))
            doubts = (*kept.doubts, tracking_text.TWO_STATES)
            self._days[day.focus, day.day] = FoundDay(
                key=kept.key,
                doubts=tuple(dict.fromkeys(doubts)),
                focus=kept.focus,
                day=kept.day,
                state=kept.state,
                amount=kept.amount,
            )

    def add_all(self) -> None:
        """Add each focus with its first day, then all days."""
        for fold, label in self._labels.items():
            start = min(day for focus, day in self._days if focus == label)
            self._findings.add(FoundFocus(key=f"csv:{fold}", label=label, start=start))
        for found in self._days.values():
            self._findings.add(found)


def open_export(path: Path, present: Present) -> ColumnsReader:
    """Open a table with commas, semicolons or tabs. Raises ``BadExport`` and ``OSError``."""
    text, is_guess = decode_table(read_file(path))
    separator, text = find_separator(text)
    rows = [row for row in csv_rows(text, separator) if any(cell.strip() for cell in row)]
    if not rows:
        raise BadExport(tracking_text.EMPTY_TABLE)
    width = max(map(len, rows))
    if width > MOST_COLUMNS:
        raise BadExport(tracking_text.TOO_MANY_COLUMNS)
    has_header = all(read_when(cell, "") is None for cell in rows[0])
    header = rows.pop(0) if has_header else []
    if not rows:
        raise BadExport(tracking_text.EMPTY_TABLE)
    return ColumnsReader([*header, *[""] * (width - len(header))], rows, is_guess, present)


def _column_questions() -> dict[str, str]:
    """Return the question for each thing that a column can be."""
    return {
        "date": tracking_text.WHICH_DATE,
        "time": tracking_text.WHICH_TIME,
        "text": tracking_text.WHICH_TEXT,
        "title": tracking_text.WHICH_TITLE,
        "tags": tracking_text.WHICH_TAGS,
        "mood": tracking_text.WHICH_MOOD,
        "focus": tracking_text.WHICH_FOCUS,
        "state": tracking_text.WHICH_STATE,
        "amount": tracking_text.WHICH_AMOUNT,
    }


def _words_for(state: DayState) -> str:
    return ", ".join(word for word, known in STATES.items() if known is state)


def _has_time(cell: str) -> bool:
    """Return whether a date has a time other than midnight: a spreadsheet writes days as their midnight."""
    found = read_when(cell, DAY_FIRST)
    return isinstance(found, datetime) and found.time() != time()


def _are_numbers(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(re.fullmatch(r"\d{1,2}", cell, re.ASCII) and int(cell) <= 10 for cell in filled)


def _when(findings: Findings, row: _Row, known: _Answers) -> Moment | None:
    """Return when a row was; None, counted as left out, where that is not known."""
    found = read_when(row.cell("date"), known.order)
    if found is None:
        findings.leave_out(tracking_text.NO_DATE)
        return None
    if isinstance(found, Unclear):
        findings.leave_out(tracking_text.ORDER_UNCLEAR)
        return None
    if isinstance(found, datetime) and not known.has_times:
        found = found.date()
    if not isinstance(found, datetime) and (clock := read_time(row.cell("time"))) is not None:
        found = datetime.combine(found, clock)
    if isinstance(found, datetime):
        return findings.moment(found, is_own_clock=bool(found.utcoffset()))
    return findings.whole_day(found) if findings.is_day(found) else None


def _read_entry(findings: Findings, row: _Row, when: Moment) -> bool:
    """Add the entry of a row that has a text, a title or tags; return whether it has."""
    text, title, tags = row.cell("text"), row.cell("title"), row.cell("tags")
    if not text and not title and not tags:
        return False
    key = f"csv:{hashed(row.cell('date'), row.cell('time'), title, text or tags)}"
    parts = tuple(part.strip().removeprefix("#") for part in re.split(r"[,;|]", tags))
    findings.add_entry(FoundEntry(key=key, doubts=row.doubts, when=when, text=text, title=title, tags=parts))
    return True


def _mood(findings: Findings, row: _Row, scale: Mapping[int, int]) -> int | None:
    """Return the mood of a row; None, counted as left out if there is one, where it can't be known."""
    cell = row.cell("mood")
    mood = scale.get(int(cell)) if re.fullmatch(r"\d{1,2}", cell, re.ASCII) else None
    if cell and mood is None:
        findings.leave_out(tracking_text.MOOD_UNKNOWN)
    return mood


def _amount(findings: Findings, cell: str) -> Decimal | None:
    """Return an amount; None, counted as left out if there is one, where it is no number."""
    amount = parse_amount(cell) if len(cell) <= _LONGEST_NUMBER else None
    if cell and amount is None:
        findings.leave_out(tracking_text.AMOUNT_UNREAD)
    return amount.number if amount else None


def _is_later(when: Moment, than: Moment) -> bool:
    """Return whether one moment of a day is after another; of two that are only known to the day, the later row."""
    return when.at is None or than.at is None or when.at >= than.at
