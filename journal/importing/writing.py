"""Gathers the entries of one export: keys that are never equal, limits of a record, days in a zone, tags.

The readers of jrnl, Day One and Markdown share it. Nothing is cut: what does not fit is left out with a sentence, or
kept with a doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final
from unicodedata import normalize
from zoneinfo import ZoneInfo

from journal.domain.dates import EARLIEST_YEAR, known_zone, local_day
from journal.domain.labels import without_accents
from journal.domain.record import Precision
from journal.domain.tags import LONGEST_TAG, MOST_TAGS, SIGN
from journal.errors import BadExport
from journal.importing.files import decode, read_file
from journal.importing.found import Found, FoundEntry, Moment, Present, Reading
from journal.text import import_writing as writing_text

LONGEST_TEXT: Final = 2_000_000
"""Characters of an entry at most, as ``journal.domain.record.Text``."""

LONGEST_TITLE: Final = 1_000
"""Characters of a title at most, as ``journal.domain.record.Label``."""

_TAG_BREAKS: Final = re.compile(r"[\s,;]+")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


class Gathered:
    """The entries found so far, and what was left out, by sentence."""

    def __init__(self, present: Present) -> None:
        self.present = present
        self._found: list[Found] = []
        self._left_out: Counter[str] = Counter()
        self._keys: Counter[str] = Counter()

    def again(self) -> Gathered:
        """Return a new one without entries that has left out the same; what is read twice is counted once."""
        fresh = Gathered(self.present)
        fresh._left_out.update(self._left_out)
        return fresh

    def leave_out(self, sentence: str, number: int = 1) -> None:
        """Count things that are not imported."""
        if number:
            self._left_out[sentence] += number

    def reading(self) -> Reading:
        """Return what was gathered."""
        return Reading(self._found, dict(self._left_out))

    def add(
        self,
        key: str,
        when: tuple[Moment, tuple[str, ...]] | None,
        text: str,
        *,
        title: str = "",
        tags: Iterable[str] = (),
        read_again: bool = False,
        doubts: Iterable[str] = (),
    ) -> None:
        """Add an entry, or leave it out for its date or its length.

        A title alone becomes the text; one that is too long goes to the start of the text. The second entry with an
        equal key gets ``/2`` after it, the third ``/3``, in the order of the export.
        """
        key = self._numbered(key)
        if when is None:
            self.leave_out(writing_text.NO_DATE)
            return
        if sentence := self._wrong_date(when[0]):
            self.leave_out(sentence)
            return
        own = [*when[1], *doubts]
        title, text = _fitting(_saveable(title, own).strip(), _saveable(text, own).strip("\n"), own)
        if not text.strip():
            self.leave_out(writing_text.EMPTY)
        elif len(text) > LONGEST_TEXT:
            self.leave_out(writing_text.text_too_long(LONGEST_TEXT))
        else:
            self._found.append(
                FoundEntry(
                    key=key,
                    doubts=tuple(dict.fromkeys(own)),
                    when=when[0],
                    text=text,
                    title=title,
                    tags=self._fitting_tags(tags),
                    read_again=read_again,
                )
            )

    def _numbered(self, key: str) -> str:
        self._keys[key] += 1
        return key if self._keys[key] == 1 else f"{key}/{self._keys[key]}"

    def _wrong_date(self, when: Moment) -> str:
        """Return why the date can't be right, or an empty string."""
        if when.day.year < EARLIEST_YEAR:
            return writing_text.date_too_early(EARLIEST_YEAR)
        present = self.present
        if when.at is not None:
            return writing_text.IN_THE_FUTURE if when.at > present.now else ""
        today = present.now.astimezone(ZoneInfo(present.zone)).date()
        return writing_text.IN_THE_FUTURE if when.day > today else ""

    def _fitting_tags(self, tags: Iterable[str]) -> tuple[str, ...]:
        """Return the tags that an entry can have, each once; the others are counted as left out."""
        given: dict[str, str] = {}
        for tag in dict.fromkeys(tags):
            if word := _SURROGATES.sub("\ufffd", clean_tag(tag)):
                given.setdefault(without_accents(word), word)
        fitting = [tag for tag in given.values() if len(tag) <= LONGEST_TAG][:MOST_TAGS]
        self.leave_out(writing_text.TAGS, len(given) - len(fitting))
        return tuple(fitting)


def read_text(path: Path, gathered: Gathered) -> str | None:
    """Return the text of one file of a folder; None where it is left out as too large, or not UTF-8."""
    try:
        data = read_file(path)
    except BadExport:
        gathered.leave_out(writing_text.FILE_TOO_LARGE)
        return None
    try:
        return decode(data)
    except BadExport:
        gathered.leave_out(writing_text.NOT_UTF8)
        return None


def clean_tag(tag: str) -> str:
    """Return a tag as the journal has it: without ``#``, and with ``-`` where it has blanks or commas."""
    return _TAG_BREAKS.sub("-", tag.strip(" \t\n,;").lstrip(SIGN).strip(" \t\n,;"))


def title_hash(title: str) -> str:
    """Return 16 hex digits for a title; blanks and the composition of letters do not matter."""
    plain = normalize("NFC", " ".join(title.split()))
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def day_moment(day: date) -> tuple[Moment, tuple[str, ...]]:
    """Return the moment of what is known to the day, with no hour."""
    return Moment(day=day, precision=Precision.DAY), ()


def wall_moment(day: date, clock: time, present: Present) -> tuple[Moment, tuple[str, ...]] | None:
    """Return the moment of a wall time in the zone of this computer, with a doubt where the clocks changed.

    None where no calendar has it.
    """
    wall = datetime.combine(day, clock.replace(tzinfo=None), ZoneInfo(present.zone))
    try:
        unsure = wall.utcoffset() != wall.replace(fold=1).utcoffset()
        found = instant_moment(wall, present.zone, present.day_starts_at)
    except OverflowError:
        return None
    return (found[0], (writing_text.CLOCK_CHANGE,) if unsure else ()) if found else None


def instant_moment(instant: datetime, zone: str, day_starts_at: int) -> tuple[Moment, tuple[str, ...]] | None:
    """Return the moment of an aware instant in an IANA zone; None where no calendar has it."""
    try:
        at = instant.astimezone(UTC)
        return Moment(day=local_day(at, zone, day_starts_at), at=at, zone=zone), ()
    except OverflowError:
        return None


def offset_moment(instant: datetime, present: Present) -> tuple[Moment, tuple[str, ...]] | None:
    """Return the moment of an instant with an offset from UTC, in a zone that has this offset.

    It is the zone of this computer where that had the offset then, or where the text only says UTC, which programs
    write for any place.
    """
    offset = instant.utcoffset() or timedelta()
    try:
        here = instant.astimezone(ZoneInfo(present.zone)).utcoffset()
    except OverflowError:
        return None
    hours, rest = divmod(int(offset.total_seconds()), 3600)
    if offset == here or not offset:
        return instant_moment(instant, present.zone, present.day_starts_at)
    if rest == 0 and (zone := known_zone(f"Etc/GMT{-hours:+d}")):
        return instant_moment(instant, zone, present.day_starts_at)
    found = instant_moment(instant, present.zone, present.day_starts_at)
    return (found[0], (writing_text.ZONE_UNKNOWN,)) if found else None


def _fitting(title: str, text: str, doubts: list[str]) -> tuple[str, str]:
    """Return title and text so that the title fits a title, and the text is not empty where there is a title."""
    if not text.strip():
        return "", title
    if len(title) > LONGEST_TITLE:
        doubts.append(writing_text.LONG_TITLE)
        return "", f"{title}\n\n{text}"
    return title, text


def _saveable(text: str, doubts: list[str]) -> str:
    """Return a text without halves of characters, which JSON can hold and a file can't."""
    whole = _SURROGATES.sub("\ufffd", text)
    if whole != text:
        doubts.append(writing_text.BAD_CHARACTERS)
    return whole
