"""Reads journals of jrnl: its text file, its folder ``YYYY/MM/DD.txt`` and its JSON export.

``open_export`` tells them apart by what the path is. Titles are found as jrnl finds them, so that an entry has the same
key in each of the three. Times have no zone there: they are taken in the zone of this computer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final, TypeAlias

from msgspec import Struct

from journal.errors import BadExport
from journal.importing.files import decode, find_files, read_file, read_json
from journal.importing.found import Present, Question, Reader, Reading
from journal.importing.patterns import DatePattern, Parts, guess_pattern, is_day_month_unsure
from journal.importing.writing import Gathered, day_moment, read_text, title_hash, wall_moment
from journal.text import import_writing as writing_text

TIME_FORMAT: Final = "timeformat"
TAG_SIGNS: Final = "tagsymbols"
"""Names of the two questions, as jrnl names the settings."""

USUAL: Final = (
    *("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %I:%M %p", "%Y-%m-%d", "%Y-%m-%dT%H:%M"),
    *("%d.%m.%Y %H:%M", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M", "%d-%m-%Y %H:%M", "%Y/%m/%d %H:%M", "%Y.%m.%d %H:%M"),
    *("%m/%d/%Y %I:%M %p", "%d/%m/%Y %I:%M %p", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d"),
    *("%d %b %Y %H:%M", "%d %B %Y %H:%M", "%b %d, %Y %H:%M", "%B %d, %Y %I:%M %p", "%A, %d %B %Y %H:%M"),
    *("%a %d %b %Y %H:%M", "%a, %d %b %Y %H:%M", "%y-%m-%d %H:%M"),
)
"""Patterns that are tried to guess how the dates are written; the first is jrnl's own."""

USUAL_TIMES: Final = (*USUAL, "%H:%M", "%H:%M:%S", "%I:%M %p")
"""The same for a folder, where the path has the day."""

LOOKED_AT: Final = 500
"""Headers that are looked at to guess the pattern."""

_HEADER: Final = re.compile(r"^\[([^\]\n]+)\] ", re.MULTILINE)
_ESCAPED: Final = re.compile(r"^ (?=\[([^\]\n]+)\] )", re.MULTILINE)
_DIGITS: Final = re.compile(r"(?:\d\D*){4}")
_ENDS: Final = ".!?\u2026\u203c\u203d\u2047\u2048\u2049\u22ef\ufe52\ufe57"
_SENTENCE_END: Final = re.compile(
    rf"(?<![{_ENDS}])[{_ENDS}]++['\u2019\"\u201d]?[\])]*+\s+|[\uff01\uff0e\uff1f\uff61\u3002]"
)
_SIGNS: Final = re.compile(r"^[^\w]+")
_DAY_FILE: Final = re.compile(r"(\d{4})/(\d{2})/(\d{2})\.txt", re.IGNORECASE)


_Wall: TypeAlias = tuple[date | None, time | None]


_ENCRYPTED: Final = b"gAAAAA"
"""How an encrypted journal of jrnl begins."""


class _Raw(Struct, frozen=True):
    """One text of jrnl: the whole content, and the day that a path gives."""

    text: str
    day: date | None = None


def open_export(path: Path, present: Present) -> Reader:
    """Open a file or folder of jrnl. Raises ``BadExport`` and ``OSError``."""
    gathered = Gathered(present)
    if path.is_dir():
        return _TextReader(list(_read_folder(path, gathered)), gathered)
    data = read_file(path)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _JsonReader(_json_entries(data), gathered)
    if data.startswith(_ENCRYPTED):
        raise BadExport(writing_text.ENCRYPTED)
    return _TextReader([_Raw(decode(data))], gathered)


def split_title(text: str) -> tuple[str, str]:
    """Return the title and the body of an entry: its first line, or of a single line its first sentence."""
    text = text.strip()
    first, line_end, rest = text.partition("\n")
    if line_end:
        return first.strip(), rest.strip("\n").rstrip()
    found = _SENTENCE_END.search(text)
    return (text[: found.end()].strip(), text[found.end() :].strip()) if found else (text, "")


def _read_folder(folder: Path, gathered: Gathered) -> Iterator[_Raw]:
    """Yield the text and day of each day file, in the order of days."""
    others = 0
    for path in find_files(folder, ".txt"):
        day = _path_day(path.relative_to(folder).as_posix())
        if day is None:
            others += 1
            continue
        if (text := read_text(path, gathered)) is not None:
            yield _Raw(text, day)
    gathered.leave_out(writing_text.OTHER_FILES, others)


def _path_day(name: str) -> date | None:
    found = _DAY_FILE.fullmatch(name)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


class _TextReader:
    """The text file, or the files of a folder."""

    def __init__(self, texts: Sequence[_Raw], gathered: Gathered) -> None:
        self._texts, self._gathered = texts, gathered
        self._headers = self._first_headers()
        if not self._headers:
            raise BadExport(writing_text.NO_JRNL_ENTRIES)
        in_folder = texts[0].day is not None
        dated = [header for header in self._headers if _DIGITS.search(header)] or self._headers
        self._guess = guess_pattern(dated, USUAL_TIMES if in_folder else USUAL)
        pattern = DatePattern(self._guess)
        self._is_unsure = not in_folder and is_day_month_unsure(pattern, dated)
        self._certain = self._guess == USUAL[0] and all(pattern.parse(header) for header in dated)

    def _first_headers(self) -> list[str]:
        headers: list[str] = []
        for raw in self._texts:
            headers += (found[1] for found in _HEADER.finditer(raw.text))
            if len(headers) >= LOOKED_AT:
                break
        return headers[:LOOKED_AT]

    def questions(self) -> list[Question]:
        """Return the question for the pattern, unless jrnl's own fits all, and for tags, if ``#`` may start them."""
        asked = []
        if not self._certain:
            asked.append(Question(name=TIME_FORMAT, text=writing_text.TIME_FORMAT, cautious=self._guess))
        if any(re.search(r"(?<!\S)#\w", raw.text) for raw in self._texts):
            asked.append(Question(name=TAG_SIGNS, text=writing_text.TAG_SIGNS, cautious="@"))
        return asked

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return the entries. Raises ``BadExport`` where no date fits the pattern."""
        gathered = self._gathered.again()
        pattern = _pattern(answers.get(TIME_FORMAT) or self._guess, in_folder=self._texts[0].day is not None)
        tags = _tag_expression(answers.get(TAG_SIGNS) or "@")
        unsure = [writing_text.SWAPPED] * (pattern.text == self._guess and self._is_unsure)
        number = 0
        for raw in self._texts:
            before, *entries = _split(raw.text, pattern)
            number += len(entries)
            if before[1].strip():
                gathered.leave_out(writing_text.BEFORE_FIRST_ENTRY)
            for parts, text in entries:
                wall = (parts.day if raw.day is None else raw.day), parts.clock
                doubts = unsure + [writing_text.HEADER_LIKE] * any(
                    _DIGITS.search(found[1]) for found in _HEADER.finditer(text)
                )
                _add(gathered, wall, _unescaped(text, pattern), tags, doubts)
        if not number:
            raise BadExport(writing_text.NO_JRNL_ENTRIES)
        return gathered.reading()


def _pattern(text: str, *, in_folder: bool) -> DatePattern:
    """Return the pattern of the answer. Raises ``BadExport`` where it can't tell the day."""
    try:
        pattern = DatePattern(text)
    except ValueError:
        raise BadExport(writing_text.BAD_TIME_PATTERN if in_folder else writing_text.BAD_PATTERN) from None
    if not pattern.has_day and not (in_folder and pattern.has_clock):
        raise BadExport(writing_text.BAD_TIME_PATTERN if in_folder else writing_text.BAD_PATTERN)
    return pattern


def _split(text: str, pattern: DatePattern) -> list[tuple[Parts, str]]:
    """Return the parts of each header and the text up to the next one; first what stands before the first header."""
    found: list[tuple[Parts, str]] = []
    parts, start = Parts(), 0
    for header in _HEADER.finditer(text):
        following = pattern.parse(header[1])
        if following is not None:
            found.append((parts, text[start : header.start()]))
            parts, start = following, header.end()
    return [*found, (parts, text[start:])]


def _unescaped(text: str, pattern: DatePattern) -> str:
    """Return the text without the blank that jrnl put before a line that looks like the header of an entry."""
    return _ESCAPED.sub(lambda found: "" if pattern.parse(found[1]) else " ", text)


def _tag_expression(signs: str) -> re.Pattern[str]:
    signs = "".join(re.escape(sign) for sign in signs if not sign.isspace() and not sign.isalnum())
    return re.compile(rf"(?<!\S)[{signs or '@'}]([-+*#/\w]+)")


def _add(gathered: Gathered, wall: _Wall, text: str, tags: re.Pattern[str], doubts: Sequence[str]) -> None:
    """Add one entry of a text file: the star at the end of its first line is no part of the title."""
    first, line_end, rest = text.strip().partition("\n")
    starred = first.rstrip().endswith("*")
    writing = split_title(first.strip(" *") + line_end + rest if starred else text)
    _add_entry(gathered, wall, writing, tags.findall(text), starred, doubts)


def _add_entry(
    gathered: Gathered,
    wall: _Wall,
    writing: tuple[str, str],
    tags: Sequence[str],
    starred: bool,
    doubts: Sequence[str] = (),
) -> None:
    """Add one entry with its local day and time, title and body."""
    (day, clock), (title, body) = wall, writing
    when, stamp = None, ""
    if day is not None:
        when = day_moment(day) if clock is None else wall_moment(day, clock, gathered.present)
        stamp = day.isoformat() if clock is None else f"{day.isoformat()}T{clock:%H:%M}"
    key = f"jrnl:{stamp}+{title_hash(title)}"
    lower = [tag.lower() for tag in tags]
    gathered.add(key, when, body, title=title, tags=lower, read_again=starred, doubts=doubts)


def _json_entries(data: bytes) -> list[Any]:
    """Return the entries of the JSON export. Raises ``BadExport``."""
    content = read_json(data)
    entries = content.get("entries") if isinstance(content, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadExport(writing_text.NOT_JRNL)
    if entries and not any("body" in entry and "date" in entry for entry in entries):
        raise BadExport(writing_text.NOT_JRNL)
    return entries


class _JsonReader:
    """The JSON export; the ``tags`` beside the entries count them, and are passed over."""

    def __init__(self, entries: Sequence[Mapping[str, Any]], gathered: Gathered) -> None:
        self._entries, self._gathered = entries, gathered

    def questions(self) -> list[Question]:
        """Return none: the format says all there is."""
        return []

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return the entries."""
        gathered = self._gathered.again()
        for entry in self._entries:
            title, body = (_text(entry.get(name)) for name in ("title", "body"))
            tags = entry.get("tags")
            words = [_SIGNS.sub("", tag) for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
            writing = title.strip(), body.strip("\n").rstrip()
            _add_entry(gathered, _wall(entry), writing, words, entry.get("starred") is True)
        return gathered.reading()


def _text(value: object) -> str:
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def _wall(entry: Mapping[str, Any]) -> _Wall:
    """Return the local day and time of an entry; the time is None where there is none that can be read."""
    try:
        day = date.fromisoformat(_text(entry.get("date")))
    except ValueError:
        return None, None
    try:
        return day, datetime.strptime(_text(entry.get("time")), "%H:%M").time()  # noqa: DTZ007
    except ValueError:
        return day, None
