"""Reads Markdown: daily notes of Obsidian, or any folder of Markdown files.

The day of a note is in its file name by a pattern that is asked, else in ``date`` or ``created`` at its top. A note
with neither is no entry of a journal: it is left out and counted. No hour is invented where only the day is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path, PurePosixPath
from typing import Final, TypeAlias
from unicodedata import normalize

from msgspec import Struct

from journal.errors import BadExport
from journal.importing.files import find_files
from journal.importing.found import Moment, Present, Question, Reader, Reading
from journal.importing.front_matter import FrontMatter, split_front_matter
from journal.importing.markdown_text import plain
from journal.importing.patterns import DatePattern, Parts, is_day_month_unsure
from journal.importing.writing import Gathered, day_moment, offset_moment, read_text, wall_moment
from journal.text import import_writing as writing_text

NAME_PATTERN: Final = "name_pattern"
"""The name of the question for the pattern of file names."""

USUAL: Final = (
    *("YYYY-MM-DD", "YYYYMMDD", "YYYY_MM_DD", "YYYY.MM.DD", "YYYY MM DD", "DD-MM-YYYY", "DD.MM.YYYY", "MM-DD-YYYY"),
    *("YYYY/MM/DD", "YYYY/MM-DD", "D MMMM YYYY", "D MMM YYYY", "MMMM D, YYYY", "MMMM Do, YYYY", "dddd, MMMM Do, YYYY"),
    *("dddd, D MMMM YYYY", "ddd YYYY-MM-DD", "dddd YYYY-MM-DD", "YY-MM-DD", "YYYY-M-D", "D.M.YYYY"),
)
"""Patterns that are tried to guess how files are named; the first is Obsidian's own."""

LOOKED_AT: Final = 500
"""File names that are looked at to guess the pattern."""

SUFFIXES: Final = (".md", ".markdown")

_When: TypeAlias = tuple[Moment, tuple[str, ...]]
_DATE_AND_TIME: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)[ ]?(Z|[+-]\d{2}:?\d{2})?)?"
)


class _Stamp(Struct, frozen=True):
    """A date at the top of a note: a day, and where it is given a time, or an instant where it has an offset."""

    day: date
    clock: time | None = None
    instant: datetime | None = None


def open_export(path: Path, present: Present) -> Reader:
    """Open a folder of Markdown files, or one such file. Raises ``BadExport`` and ``OSError``."""
    if path.is_dir():
        files = sorted(file for suffix in SUFFIXES for file in find_files(path, suffix))
        names = [(file.relative_to(path), file) for file in files]
    else:
        names = [(Path(path.name), path)] if path.suffix.lower() in SUFFIXES else []
    if not names:
        raise BadExport(writing_text.NOT_MARKDOWN)
    return _Notes([(PurePosixPath(name.with_suffix("").as_posix()), file) for name, file in names], present)


class _Notes:
    """Notes by their path without the suffix; each file is opened as it is read."""

    def __init__(self, notes: Sequence[tuple[PurePosixPath, Path]], present: Present) -> None:
        self._notes, self._present = notes, present
        names = [name for name, _ in notes[:LOOKED_AT]]
        patterns = [DatePattern(text) for text in USUAL]
        fits = {pattern.text: sum(_named(pattern, name) is not None for name in names) for pattern in patterns}
        self._guess = max(USUAL, key=fits.__getitem__)
        self._is_unsure = is_day_month_unsure(DatePattern(self._guess), [name.name for name in names])
        self._certain = self._guess == USUAL[0] and fits[USUAL[0]] == len(names) == len(notes)

    def questions(self) -> list[Question]:
        """Return the question for the pattern, unless every name has the usual one."""
        if self._certain:
            return []
        return [Question(name=NAME_PATTERN, text=writing_text.NAME_PATTERN, cautious=self._guess)]

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return the notes that have a day. Raises ``BadExport`` for a pattern that can't be used."""
        try:
            pattern = DatePattern(answers.get(NAME_PATTERN) or self._guess)
        except ValueError:
            raise BadExport(writing_text.BAD_PATTERN) from None
        if not pattern.has_day:
            raise BadExport(writing_text.BAD_PATTERN)
        gathered = Gathered(self._present)
        unsure = [writing_text.SWAPPED] * (pattern.text == self._guess and self._is_unsure)
        for name, file in self._notes:
            if (text := read_text(file, gathered)) is not None:
                _add(gathered, name, _named(pattern, name), text, unsure)
        return gathered.reading()


def _named(pattern: DatePattern, name: PurePosixPath) -> Parts | None:
    """Return what a file name says by the pattern: as many folders of the path are looked at as the pattern has."""
    depth = pattern.text.count("/") + 1
    if len(name.parts) < depth:
        return None
    text = "/".join(name.parts[-depth:])
    return pattern.parse(text) or pattern.parse_beginning(text)


def _add(gathered: Gathered, name: PurePosixPath, named: Parts | None, markdown: str, unsure: Sequence[str]) -> None:
    """Add one note, or leave it out where it has no day."""
    front, body = split_front_matter(markdown)
    stamp = _stamp(front)
    if named is None and stamp is None:
        gathered.leave_out(writing_text.NO_DAY)
        return
    note = plain(body)
    gathered.leave_out(writing_text.EMBEDS, note.embeds)
    gathered.leave_out(writing_text.OTHER_PROPERTIES, front.others)
    day = named.day if named else stamp.day if stamp else None
    doubts = [*unsure] if named else []
    doubts += [writing_text.DAYS_DIFFER] if stamp and stamp.day != day else []
    title = " ".join(front.values.get("title", []))
    title = title if title not in ("", name.name, str(day)) else named.rest if named else name.name
    gathered.add(
        f"markdown:{day}/{normalize('NFC', name.name)}",
        _when(named, stamp, gathered.present),
        note.text,
        title=title,
        tags=[*_front_tags(front), *note.tags],
        doubts=doubts,
    )


def _when(named: Parts | None, stamp: _Stamp | None, present: Present) -> _When | None:
    """Return when a note was written: by its name, with the time at its top where that is of the same day."""
    day = named.day if named else None
    if named and day and named.clock:
        return wall_moment(day, named.clock, present)
    if stamp is None or (day and day != stamp.day):
        return day_moment(day) if day else None
    if stamp.instant:
        return offset_moment(stamp.instant, present)
    return wall_moment(stamp.day, stamp.clock, present) if stamp.clock else day_moment(stamp.day)


def _stamp(front: FrontMatter) -> _Stamp | None:
    """Return the date at the top of a note: ``date`` if it can be read, else ``created``."""
    for key in ("date", "created"):
        found = _DATE_AND_TIME.fullmatch(front.first(key))
        if not found:
            continue
        day, clock, offset = found.groups()
        try:
            if not clock:
                return _Stamp(date.fromisoformat(day))
            wall = datetime.fromisoformat(f"{day}T{clock.zfill(5)}{offset or ''}")
        except ValueError:
            continue
        return _Stamp(wall.date(), wall.time(), wall if offset else None)
    return None


def _front_tags(front: FrontMatter) -> list[str]:
    """Return the tags at the top of a note; one line may hold several, apart by blanks or commas."""
    given = [*front.values.get("tags", []), *front.values.get("tag", [])]
    return [word for tag in given for word in re.split(r"[\s,\[\]]+", tag) if word]
