"""Reads the export of Quitter, one JSON object with all its settings: start dates, notes, lengths of earlier runs.

Only start dates have a date, so no day is made of a length: it becomes a note. On Android the export cuts each letter
to one byte, so what is not UTF-8 is read as Latin-1 and told as a doubt; a cut letter may also be a control character.

The PIN of the app is among the settings: what is named ``pin…`` is passed over, and no error carries the file along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

import msgspec
from msgspec import Struct, field

from journal.errors import BadExport
from journal.importing.files import read_file
from journal.importing.findings import Findings, hashed, own_labels, parse_instant
from journal.importing.found import Choice, FoundEntry, FoundFocus, Present, Question, Reading
from journal.text import import_tracking as tracking_text

PRESETS: Final = frozenset(
    (
        *("smoking", "vaping", "alcohol", "opioids", "nicotine_pouches", "social_media", "pornography", "marijuana"),
        *("cocaine", "meth", "heroin", "adderall", "antidepressant", "antidepressants", "benzodiazepine"),
        *("benzodiazepines", "gabapentinoids", "ghb", "inhalants", "ketamine", "kratom", "maoi", "mdma"),
        *("nitrous_oxide", "smokeless_tobacco", "snri", "ssri"),
    )
)
"""What Quitter has of its own; under each of these keys is a start date."""

YES: Final = "yes"
NO: Final = "no"

_START: Final = re.compile(rb'"\d{4}-\d\d-\d\dT[\d:.]{5,20}Z?"')
_NOTE: Final = re.compile(r"journal_(\d{4}-\d\d-\d\d)", re.ASCII)
_CONTROLS: Final = (re.compile(rb"[\0-\x08\x0b\x0c\x0e-\x1f]"), re.compile(rb"[\0-\x1f]"))
"""Bytes that no JSON holds; then also those that it holds between values, if it can't be read with them."""

T = TypeVar("T")


class _Entry(Struct):
    """Something tracked with a name of the person's own."""

    id: str | int
    title: str
    quitDate: str | None = None  # noqa: N815  # the name in the file
    daysAchieved: list[int] | None = None  # noqa: N815  # the name in the file


class _Export(Struct):
    """What is read of the settings."""

    starts: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    is_guess: bool = False


class _Tracked(Struct, frozen=True):
    """Something tracked: its start as text, and the lengths of earlier runs in days."""

    key: str
    label: str
    start: str | None = None
    runs: Sequence[int] = ()


class QuitterReader:
    """What the settings say, and what the answers make of dates with a name that is not known."""

    def __init__(self, export: _Export, present: Present) -> None:
        self._export = export
        self._present = present

    def questions(self) -> list[Question]:
        """Ask of each date with an unknown name whether it is the start of something tracked."""
        choices = (Choice(YES, tracking_text.IS_TRACKED), Choice(NO, tracking_text.NOT_TRACKED))
        unknown = sorted(set(self._export.starts) - PRESETS)
        return [
            Question(name=_question_name(key), text=tracking_text.is_it_tracked(key), choices=choices, cautious=NO)
            for key in unknown
        ]

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return a focus for each thing tracked, an entry for each note, and one for the lengths of earlier runs."""
        findings = Findings(self._present)
        tracked = list(self._tracked(findings, answers))
        for one, label in zip(tracked, own_labels([one.label for one in tracked]), strict=True):
            if findings.is_label(label):
                self._read_tracked(findings, one, label)
        for day, text in self._export.notes.items():
            self._read_note(findings, day, text)
        return findings.reading()

    def _tracked(self, findings: Findings, answers: Mapping[str, str]) -> Iterator[_Tracked]:
        names = self._part(findings, "custom_names", dict[str, str]) or {}
        runs = self._part(findings, "days", dict[str, list[int]]) or {}
        starts = self._export.starts
        for key in (*starts, *(key for key in runs if key not in starts)):
            if key in starts and key not in PRESETS and answers.get(_question_name(key), NO) != YES:
                findings.leave_out(tracking_text.START_LEFT_OUT)
                continue
            label = (names.get(key) or key.replace("_", " ").capitalize()).strip()
            yield _Tracked(f"quitter:{key}", label, starts.get(key), runs.get(key, ()))
        for entry in self._part(findings, "entries", list[_Entry]) or ():
            label = entry.title.strip()
            yield _Tracked(f"quitter:entry/{entry.id}", label, entry.quitDate or "", entry.daysAchieved or ())

    def _part(self, findings: Findings, name: str, kind: type[T]) -> T | None:
        """Return a part that is JSON inside a text; None, counted as left out if it is damaged."""
        if not (text := self._export.parts.get(name)):
            return None
        try:
            return msgspec.json.decode(text, type=kind)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            findings.leave_out(tracking_text.PART_DAMAGED)
            return None

    def _read_tracked(self, findings: Findings, one: _Tracked, label: str) -> None:
        """Add a focus where there is a start date, and a note where there are earlier runs."""
        day = None
        if one.start is not None:
            day = _day(findings, one.start)
            findings.add(FoundFocus(key=one.key, doubts=self._doubts(label), label=label, start=day))
        if one.runs:
            lengths = ", ".join(map(str, one.runs))
            text = tracking_text.earlier_runs(label, lengths)
            when = findings.whole_day(day or findings.today)
            key = f"{one.key}/runs/{hashed(lengths)[:12]}"
            findings.add_entry(FoundEntry(key=key, doubts=self._doubts(text), when=when, text=text))

    def _read_note(self, findings: Findings, written_on: str, text: str) -> None:
        try:
            day = date.fromisoformat(written_on)
        except ValueError:
            findings.leave_out(tracking_text.NO_DATE)
            return
        if findings.is_day(day):
            key, when = f"quitter:journal/{day}", findings.whole_day(day)
            findings.add_entry(FoundEntry(key=key, doubts=self._doubts(text), when=when, text=text))

    def _doubts(self, text: str) -> tuple[str, ...]:
        is_doubtful = "\ufffd" in text or (self._export.is_guess and not text.isascii())
        return (tracking_text.LETTERS_GUESSED,) if is_doubtful else ()


def open_export(path: Path, present: Present) -> QuitterReader:
    """Open the JSON file of an export. Raises ``BadExport`` and ``OSError``."""
    export = _decode(read_file(path))
    if export is None:
        raise BadExport(tracking_text.NOT_QUITTER)
    return QuitterReader(export, present)


def _decode(data: bytes) -> _Export | None:
    """Return what is read of the settings; None for what can't be the export."""
    is_guess = False
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        is_guess, data = True, data.decode("latin-1").encode("utf-8")
    for tried in (data, *(controls.sub("\ufffd".encode(), data) for controls in _CONTROLS)):
        try:
            return _chosen(msgspec.json.decode(tried, type=dict[str, msgspec.Raw]), is_guess)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            continue
    return None


def _chosen(settings: Mapping[str, msgspec.Raw], is_guess: bool) -> _Export | None:
    """Return the settings that are read; whatever is named ``pin…`` is not among them."""
    export = _Export(is_guess=is_guess)
    for key, value in settings.items():
        if key.lower().startswith("pin"):
            continue
        if key in ("entries", "days", "custom_names"):
            export.parts[key] = msgspec.json.decode(value, type=str)
        elif note := _NOTE.fullmatch(key):
            export.notes[note[1]] = msgspec.json.decode(value, type=str)
        elif _START.fullmatch(bytes(value)):
            export.starts[key] = msgspec.json.decode(value, type=str)
    return export if export.parts or export.notes or export.starts.keys() & PRESETS else None


def _day(findings: Findings, start: str) -> date | None:
    """Return the person's day of a local time; None, counted as left out, where there is none."""
    if (wall := parse_instant(start)) is None:
        findings.leave_out(tracking_text.NO_DATE)
        return None
    when = findings.picked(wall)
    return when.day if when else None


def _question_name(key: str) -> str:
    return f"quitter:{key}"
