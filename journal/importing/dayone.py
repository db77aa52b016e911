"""Reads exports of Day One: JSON, a ZIP of ``NAME.json`` and pictures, such a folder, and Day One Classic.

Of an entry only its date, zone, text, tags, star and identifier are taken. Place, weather, activity and device are
never looked at, apart from the name of the time zone that older exports keep with the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeAlias
from zoneinfo import ZoneInfo

from msgspec import Struct

from journal.domain.dates import known_zone
from journal.errors import BadExport
from journal.importing import dayone_classic
from journal.importing.dayone_text import plain
from journal.importing.files import Archive, find_files, is_zip, read_file, read_json
from journal.importing.found import Choice, Moment, Present, Question, Reader, Reading
from journal.importing.writing import Gathered, day_moment, instant_moment, offset_moment, title_hash
from journal.text import import_writing as writing_text

JOURNAL_TAGS: Final = "journal_tags"
"""The name of the question whether the names of several journals become tags."""

_MEDIA_LISTS: Final = ("photos", "videos", "audios", "pdfAttachments")

_When: TypeAlias = tuple[Moment, tuple[str, ...]]


class _Journal(Struct, frozen=True):
    """One journal of an export."""

    name: str
    entries: Sequence[Any]


def open_export(path: Path, present: Present) -> Reader:
    """Open an export of Day One. Raises ``BadExport`` and ``OSError``."""
    gathered = Gathered(present)
    if path.is_dir():
        return _DayOne(_read_folder(path, gathered), gathered)
    if path.suffix.lower() == dayone_classic.SUFFIX:
        return _DayOne([_Journal("", [dayone_classic.read_entry(read_file(path))])], gathered)
    if is_zip(path):
        return _DayOne(_read_zip(path, gathered), gathered)
    if (journal := _journal(path.stem, read_file(path))) is None:
        raise BadExport(writing_text.NOT_DAYONE)
    return _DayOne([journal], gathered)


def _read_folder(folder: Path, gathered: Gathered) -> list[_Journal]:
    """Return the journals of a folder of Day One Classic, or of an unpacked ZIP. Raises ``BadExport``."""
    if entries := dayone_classic.read_folder(folder, gathered):
        return [_Journal(folder.stem, entries)]
    return _journals(((path.stem, read_file(path)) for path in find_files(folder, ".json")), gathered)


def _read_zip(path: Path, gathered: Gathered) -> list[_Journal]:
    """Return the journals of a ZIP. Raises ``BadExport``."""
    with Archive(path) as archive:
        files = [(PurePosixPath(name), name) for name in archive.names()]
        wanted = [(member, name) for member, name in files if member.suffix.lower() == ".json" and _is_own(member)]
        return _journals(((member.stem, archive.read(name)) for member, name in wanted), gathered)


def _is_own(name: PurePosixPath) -> bool:
    """Return whether a member of a ZIP is not one that macOS adds."""
    return "__MACOSX" not in name.parts and not name.name.startswith(".")


def _journals(files: Iterator[tuple[str, bytes]], gathered: Gathered) -> list[_Journal]:
    """Return those files that are journals; the others are counted. Raises ``BadExport`` where there are none."""
    found = []
    for name, data in files:
        journal = _journal(name, data)
        if journal is None:
            gathered.leave_out(writing_text.OTHER_JSON)
        else:
            found.append(journal)
    if not found:
        raise BadExport(writing_text.NOT_DAYONE)
    return found


def _journal(name: str, data: bytes) -> _Journal | None:
    """Return the journal of a JSON file, or None where it is something else. Raises ``BadExport`` if it is damaged."""
    content = read_json(data)
    entries = content.get("entries") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        return None
    return _Journal(name, entries) if not entries or any(map(_is_entry, entries)) else None


def _is_entry(value: object) -> bool:
    return isinstance(value, dict) and "creationDate" in value


class _DayOne:
    """One or several journals of Day One."""

    def __init__(self, journals: Sequence[_Journal], gathered: Gathered) -> None:
        self._journals, self._gathered = journals, gathered

    def questions(self) -> list[Question]:
        """Return whether the names of the journals become tags, where there are several."""
        if len(self._journals) < 2:
            return []
        choices = Choice("yes", writing_text.YES), Choice("no", writing_text.NO)
        return [Question(name=JOURNAL_TAGS, text=writing_text.JOURNAL_TAGS, choices=choices, cautious="yes")]

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return the entries of all journals."""
        gathered = self._gathered.again()
        named = len(self._journals) > 1 and answers.get(JOURNAL_TAGS, "yes") == "yes"
        for journal in self._journals:
            for entry in journal.entries:
                if isinstance(entry, dict):
                    _add(gathered, entry, [journal.name] if named else [])
                else:
                    gathered.leave_out(writing_text.NOT_READABLE)
        return gathered.reading()


def _add(gathered: Gathered, entry: Mapping[str, Any], more_tags: Sequence[str]) -> None:
    """Add one entry."""
    written = plain(_markdown(entry))
    media = sum(len(found) for name in _MEDIA_LISTS if isinstance(found := entry.get(name), list))
    gathered.leave_out(writing_text.MEDIA, max(media, written.media))
    tags = entry.get("tags")
    words = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    gathered.add(
        _key(entry, written.title or written.text[:200]),
        _when(entry, gathered.present),
        written.text,
        title=written.title,
        tags=[*more_tags, *words],
        read_again=entry.get("starred") is True,
    )


def _key(entry: Mapping[str, Any], beginning: str) -> str:
    """Return the key: the identifier of Day One, or else when and how the entry begins."""
    uuid = "".join(letter for letter in _string(entry.get("uuid")) if letter.isalnum() and letter.isascii()).upper()
    return f"dayone:{uuid or _string(entry.get('creationDate'))[:40] + '+' + title_hash(beginning)}"


def _markdown(entry: Mapping[str, Any]) -> str:
    """Return the text of an entry; where it is missing, the words of the rich text that newer versions write."""
    text = entry.get("text")
    if isinstance(text, str):
        return text
    try:
        rich = read_json(_string(entry.get("richText")).encode("utf-8", "replace"))
    except BadExport:
        return ""
    contents = rich.get("contents") if isinstance(rich, dict) else None
    pieces = [piece for piece in contents if isinstance(piece, dict)] if isinstance(contents, list) else []
    return "".join(_string(piece.get("text")) for piece in pieces)


def _when(entry: Mapping[str, Any], present: Present) -> _When | None:
    """Return when an entry was written, in the zone where it was; None without a date that can be read."""
    try:
        instant = datetime.fromisoformat(_string(entry.get("creationDate")))
    except ValueError:
        return None
    instant = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    given = _zone(entry)
    zone = known_zone(given) if given else ""
    doubts = () if zone else (writing_text.ZONE_UNKNOWN if given else writing_text.NO_ZONE,)
    try:
        if entry.get("isAllDay") is True:
            moment, _ = day_moment(instant.astimezone(ZoneInfo(zone or present.zone)).date())
            return moment, doubts
    except OverflowError:
        return None
    if not zone and instant.utcoffset():
        return offset_moment(instant, present)
    found = instant_moment(instant, zone or present.zone, present.day_starts_at)
    return (found[0], doubts) if found else None


def _zone(entry: Mapping[str, Any]) -> str:
    """Return the name of the time zone; older exports have it with the place, of which nothing else is read."""
    place = entry.get("location")
    older = place.get("timeZoneName") if isinstance(place, dict) else None
    return (_string(entry.get("timeZone")) or _string(older)).replace("\\/", "/")


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
