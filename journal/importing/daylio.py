"""Reads exports of Daylio: its CSV, and its backup, a ZIP around Base64 of JSON.

Each mood becomes an entry with its note; the last mood of a day becomes its check-in. Daylio has five moods, a check-in
goes from 0 to 10: they become 10, 8, 5, 2 and 0, best first.

The backup holds the PIN of the app in clear. No type here has a field for it, so it is never decoded; and no function
that can fail keeps the bytes of a backup in a variable, as an error would carry them along.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from journal.domain.dates import parse_time
from journal.errors import BadExport
from journal.importing.files import Archive, is_zip, read_file
from journal.importing.findings import MOOD_OF_GROUP, Findings, csv_rows, hashed
from journal.importing.found import Choice, FoundCheckIn, FoundEntry, Moment, Present, Question, Reading
from journal.importing.plain_html import to_plain
from journal.text import import_tracking as tracking_text

_ANSWERS: Final = {str(group): mood for group, mood in MOOD_OF_GROUP.items()}

LEAVE: Final = "leave"
MOST_QUESTIONS: Final = 50
"""Names of moods that are asked about, the most frequent first."""

MOOD_NAMES: Final = ("rad", "good", "meh", "bad", "awful")
"""The names that Daylio gives its five moods, best first, as its English exports have them."""

_GROUPS: Final = {name: group for group, name in enumerate(MOOD_NAMES, 1)}
_DAY: Final = 86_400_000


class _Mood(Struct):
    id: int
    custom_name: str | None = None
    mood_group_id: int | None = None
    predefined_name_id: int | None = None


class _Activity(Struct):
    id: int
    name: str | None = None


class _DayEntry(Struct):
    """One entry of a backup. ``month`` counts from 0; ``datetime`` and ``timeZoneOffset`` are in milliseconds."""

    id: int
    year: int
    month: int
    day: int
    hour: int = 0
    minute: int = 0
    datetime: int | None = None
    timeZoneOffset: int | None = None  # noqa: N815  # the name in the file
    mood: int | None = None
    note: str | None = None
    note_title: str | None = None
    tags: list[int] | None = None
    assets: list[int] | None = None
    isFavorite: bool | None = None  # noqa: N815  # the name in the file


class _Backup(Struct):
    """What is read of a backup; all else in it is passed over by the decoder."""

    dayEntries: list[_DayEntry]  # noqa: N815  # the name in the file
    customMoods: list[_Mood] = []  # noqa: N815  # the name in the file
    tags: list[_Activity] = []


class Noted(Struct, frozen=True):
    """One mood with its note, from either export.

    ``wall`` is the local time, with its offset where it is known; a bare date has no time. ``group`` is 1 for the best
    mood to 5 for the worst; None is not known. ``order`` decides between two of the same minute.
    """

    key: str
    wall: datetime | date | None
    order: int
    mood: str = ""
    group: int | None = None
    title: str = ""
    note: str = ""
    scales: str = ""
    tags: tuple[str, ...] = ()
    is_favourite: bool = False
    has_files: bool = False


class DaylioReader:
    """The moods of an export. Names of moods that are not Daylio's own are asked about, if the export has no order."""

    def __init__(self, noted: Sequence[Noted], present: Present) -> None:
        self._noted = noted
        self._present = present

    def questions(self) -> list[Question]:
        """Ask how good each mood is whose place is not known."""
        names = Counter(one.mood for one in self._noted if one.mood and one.group is None)
        return [_question(name) for name, _ in names.most_common(MOST_QUESTIONS)]

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return an entry for each mood and a check-in for each day."""
        findings = Findings(self._present)
        last: dict[date, tuple[tuple[datetime, int], Moment, Noted]] = {}
        for one in self._noted:
            when = _moment(findings, one.wall)
            if when is None:
                continue
            findings.add_entry(_entry(one, when))
            place = (when.at or datetime.min.replace(tzinfo=UTC), one.order)
            if one.mood and (when.day not in last or place > last[when.day][0]):
                last[when.day] = place, when, one
        for day in sorted(last):
            _, when, one = last[day]
            answered = answers.get(_question_name(one.mood), LEAVE)
            mood = MOOD_OF_GROUP[one.group] if one.group else _ANSWERS.get(answered)
            if mood is None:
                findings.leave_out(tracking_text.MOOD_NOT_PLACED)
            else:
                findings.add(FoundCheckIn(key=f"daylio:checkin/{day}", when=when, mood=mood))
        return findings.reading()


def open_export(path: Path, present: Present) -> DaylioReader:
    """Open a CSV file or a backup. Raises ``BadExport`` and ``OSError``."""
    noted = _read_noted(path)
    if noted is None:
        raise BadExport(tracking_text.NOT_DAYLIO)
    return DaylioReader(noted, present)


def _read_noted(path: Path) -> list[Noted] | None:
    if not is_zip(path):
        return _from_bytes(read_file(path))
    with Archive(path) as archive:
        name = next((name for name in archive.names() if name.rpartition("/")[2] == "backup.daylio"), None)
        return _from_bytes(archive.read(name)) if name else None


def _from_bytes(data: bytes) -> list[Noted] | None:
    """Return what is in a CSV file, a backup or its JSON; None for anything else."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.lstrip().startswith(b"{"):
        backup = _decode(data)
    elif b"full_date" in data[:1000]:
        return _from_csv(data)
    else:
        backup = _decode_base64(data)
    return None if backup is None else _from_backup(backup)


def _decode(data: bytes) -> _Backup | None:
    try:
        return msgspec.json.decode(data, type=_Backup)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _decode_base64(data: bytes) -> _Backup | None:
    try:
        return _decode(b64decode(data))
    except (binascii.Error, ValueError):
        return None


def _from_backup(backup: _Backup) -> list[Noted]:
    moods = {mood.id: mood for mood in backup.customMoods}
    activities = {activity.id: activity.name or "" for activity in backup.tags}
    noted = []
    for entry in backup.dayEntries:
        mood = moods.get(entry.mood) if entry.mood is not None else None
        noted.append(
            Noted(
                key=f"daylio:{entry.id}",
                wall=_wall(entry),
                order=entry.datetime or 0,
                mood=_mood_name(mood) if mood else "",
                group=mood.mood_group_id if mood and mood.mood_group_id in MOOD_OF_GROUP else None,
                title=to_plain(entry.note_title or ""),
                note=to_plain(entry.note or ""),
                tags=tuple(activities.get(activity, "") for activity in entry.tags or ()),
                is_favourite=bool(entry.isFavorite),
                has_files=bool(entry.assets),
            )
        )
    return noted


def _mood_name(mood: _Mood) -> str:
    """Return the name of a mood: the person's own, or that of Daylio."""
    if name := (mood.custom_name or "").strip():
        return name
    number = mood.predefined_name_id or mood.mood_group_id or 0
    return MOOD_NAMES[number - 1] if number in MOOD_OF_GROUP else ""


def _wall(entry: _DayEntry) -> datetime | None:
    """Return the local time of an entry, with the offset of where it was written if that is known."""
    offset = entry.timeZoneOffset
    zone = None if offset is None or abs(offset) >= _DAY else timezone(timedelta(milliseconds=offset))
    try:
        return datetime(entry.year, entry.month + 1, entry.day, entry.hour, entry.minute, tzinfo=zone)
    except (ValueError, OverflowError):
        return None


def _from_csv(data: bytes) -> list[Noted] | None:
    """Return the rows of a CSV export; None if it is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    rows = csv_rows(text.replace("\r\n", "\n").replace("\r", "\n"))
    header = [name.strip().lower() for name in next(rows, [])]
    if "full_date" not in header or "mood" not in header:
        return None
    return [_from_row(number, dict(zip(header, row, strict=False))) for number, row in enumerate(rows)]


def _from_row(number: int, row: Mapping[str, str]) -> Noted:
    """Return one row. The export has the newest row first, and no id: the key is a hash of its content."""
    parts = [row.get(name, "") for name in ("full_date", "time", "mood", "activities", "note_title", "note")]
    day, clock, mood, activities, title, note = parts
    mood = mood.strip()
    return Noted(
        key=f"daylio:{hashed(*parts)}",
        wall=_csv_wall(day.strip(), re.sub(r"\s+", " ", clock).strip()),
        order=-number,
        mood=mood,
        group=_GROUPS.get(mood.casefold()),
        title=to_plain(title),
        note=to_plain(note),
        scales=row.get("scales", "").strip(),
        tags=tuple(activities.split("|")),
    )


def _csv_wall(day: str, clock: str) -> datetime | date | None:
    try:
        known = date.fromisoformat(day)
    except ValueError:
        return None
    at = parse_time(clock)
    return known if at is None else datetime.combine(known, at)


def _moment(findings: Findings, wall: datetime | date | None) -> Moment | None:
    """Return when it was; None, counted as left out, where that can't be."""
    if wall is None:
        findings.leave_out(tracking_text.NO_DATE)
        return None
    if isinstance(wall, datetime):
        return findings.moment(wall, is_own_clock=wall.tzinfo is not None)
    return findings.whole_day(wall) if findings.is_day(wall) else None


def _entry(one: Noted, when: Moment) -> FoundEntry:
    """Return the entry: the note, and below it the mood, so that none of several moods of a day is lost."""
    lines = [tracking_text.scales_line(one.scales)] if one.scales else []
    lines += [tracking_text.mood_line(one.mood)] if one.mood else []
    return FoundEntry(
        key=one.key,
        doubts=(tracking_text.FILES_STAY,) if one.has_files else (),
        when=when,
        text="\n\n".join(part for part in (one.note.strip(), "\n".join(lines)) if part),
        title=one.title,
        tags=one.tags,
        read_again=one.is_favourite,
    )


def _question_name(mood: str) -> str:
    return f"mood:{mood}"


def _question(mood: str) -> Question:
    choices = [Choice(str(group), label) for group, label in enumerate(tracking_text.MOOD_CHOICES, 1)]
    return Question(
        name=_question_name(mood),
        text=tracking_text.which_mood(mood),
        choices=(*choices, Choice(LEAVE, tracking_text.NO_MOOD)),
        cautious=LEAVE,
    )
