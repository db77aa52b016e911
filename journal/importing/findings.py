"""Collects what a reader of an export finds: checks dates and lengths, makes keys unique, counts what is left out.

Used by the readers of ``journal.importing``. Nothing is left out in silence: each thing is counted under a sentence.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from io import StringIO
from typing import Final
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from journal.domain.dates import EARLIEST_YEAR, known_zone, local_day, local_instant
from journal.domain.labels import folded
from journal.domain.record import Precision
from journal.errors import BadExport
from journal.importing.found import Found, FoundEntry, Moment, Present, Reading
from journal.text import import_tracking as tracking_text
from journal.text import imports as imports_text

LONGEST_LABEL: Final = 1_000
"""Characters of a label, a title or a tag (``journal.domain.record.Label``)."""

LONGEST_TEXT: Final = 2_000_000
"""Characters of a text (``journal.domain.record.Text``)."""

MOST_ROWS: Final = 500_000
"""Rows of all tables of an export together: a hundred habits for more than thirteen years."""

MOOD_OF_GROUP: Final = {1: 10, 2: 8, 3: 5, 4: 2, 5: 0}
"""The mood of a check-in by its place among five, 1 the best. 7.5 and 2.5 are rounded away from the middle."""

MOST_CELLS: Final = 5_000_000
"""Cells of one table: what is kept of it in memory."""

_FIELD: Final = 64 * 1024 * 1024
"""Characters of a CSV cell at most: a file may hold one cell."""


class Findings:
    """What has been found so far in one export, and what was left out."""

    def __init__(self, present: Present) -> None:
        self.present = present
        self.today = local_day(present.now, present.zone, present.day_starts_at)
        self._found: list[Found] = []
        self._keys: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()

    def reading(self) -> Reading:
        """Return everything that was found and left out."""
        return Reading(self._found, dict(self._left_out))

    def leave_out(self, sentence: str, number: int = 1) -> None:
        """Count ``number`` things that are not taken, for the reason that the sentence says."""
        if number:
            self._left_out[sentence] += number

    def add(self, found: Found) -> None:
        """Add a thing. A key that is there already gets a number, as two equal rows of a table are two things."""
        self._keys[found.key] += 1
        number = self._keys[found.key]
        self._found.append(found if number == 1 else replace(found, key=f"{found.key}#{number}"))

    def add_entry(self, entry: FoundEntry) -> None:
        """Add an entry that has words; a title too long for a title becomes the first paragraph of its text."""
        title, text = entry.title.strip(), entry.text.strip()
        if len(title) > LONGEST_LABEL:
            title, text = "", f"{title}\n\n{text}".strip()
        tags = tuple(dict.fromkeys(tag for one in entry.tags if (tag := one.strip())))
        short = tuple(tag for tag in tags if len(tag) <= LONGEST_LABEL)
        self.leave_out(tracking_text.TAG_TOO_LONG, len(tags) - len(short))
        if len(text) > LONGEST_TEXT:
            self.leave_out(tracking_text.TEXT_TOO_LONG)
        elif title or text or short:
            self.add(replace(entry, title=title, text=text, tags=short))

    def is_label(self, label: str) -> bool:
        """Return whether something tracked has a name that a focus can have; count it as left out if not."""
        if 0 < len(label) <= LONGEST_LABEL:
            return True
        self.leave_out(tracking_text.NAME_TOO_LONG if label else tracking_text.NO_NAME)
        return False

    def is_day(self, day: date) -> bool:
        """Return whether something can have happened on a day; count it as left out if not."""
        if day.year < EARLIEST_YEAR:
            self.leave_out(tracking_text.before_year(EARLIEST_YEAR))
        elif day > self.today:
            self.leave_out(tracking_text.IN_THE_FUTURE)
        else:
            return True
        return False

    def moment(self, wall: datetime, *, is_own_clock: bool = False) -> Moment | None:
        """Return when something happened that has a wall time in the present zone, or an instant with its offset.

        ``is_own_clock``: the offset is that of the place where it was written, so its day is that of its own clock.
        A time that was skipped by the clocks, or came twice, is read like any other. None, counted as left out, if it
        is in the future or before the first year of a journal.
        """
        if wall.year < EARLIEST_YEAR:
            self.leave_out(tracking_text.before_year(EARLIEST_YEAR))
            return None
        zone, starts_at = self.present.zone, self.present.day_starts_at
        is_near = wall.year <= self.present.now.year + 1  # a date near the end of the calendar has no instant
        at = (
            (wall.astimezone(UTC) if wall.tzinfo else local_instant(wall.date(), wall.time(), zone))
            if is_near
            else None
        )
        if at is None or at > self.present.now:
            self.leave_out(tracking_text.IN_THE_FUTURE)
            return None
        day = local_day(at, zone, starts_at)
        if is_own_clock and wall.utcoffset() != at.astimezone(ZoneInfo(zone)).utcoffset():
            day = min(self.today, (wall.replace(tzinfo=None) - timedelta(minutes=starts_at)).date())
            zone = _fixed_zone(wall) or zone
        return Moment(day=day, at=at, zone=zone) if self.is_day(day) else None

    def picked(self, wall: datetime) -> Moment | None:
        """Return when something happened whose time was picked: a midnight to the second is a day without a time."""
        if wall.tzinfo is None and wall.time() == time():
            return self.whole_day(wall.date()) if self.is_day(wall.date()) else None
        return self.moment(wall)

    def whole_day(self, day: date) -> Moment:
        """Return when something happened of which only the day is known."""
        return Moment(day=day, zone=self.present.zone, precision=Precision.DAY)


def _fixed_zone(wall: datetime) -> str:
    """Return the zone without rules of its own that has the offset of a time; empty if there is none."""
    hours, rest = divmod(wall.utcoffset() or timedelta(), timedelta(hours=1))
    return "" if rest else known_zone(f"Etc/GMT{-hours:+d}")  # Etc counts to the west


def hashed(*parts: str) -> str:
    """Return a short hash of content: the key of what has no name of its own in an export."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def parse_instant(text: object) -> datetime | None:
    """Return a date and time as programs write it: ``2026-11-02T21:40:00.123``, with or without an offset; or None."""
    try:
        return datetime.fromisoformat(text.strip()) if isinstance(text, str) else None
    except ValueError:
        return None


def own_labels(labels: Iterable[str]) -> list[str]:
    """Return labels that differ: a second thing of the same name gets a number."""
    seen: set[str] = set()
    numbers: Counter[str] = Counter()
    own = []
    for label in labels:
        different = label
        while label and folded(different) in seen:
            numbers[folded(label)] += 1
            different = tracking_text.second_of_name(label, numbers[folded(label)] + 1)
        seen.add(folded(different))
        own.append(different)
    return own


def csv_rows(text: str, delimiter: str = ",") -> Iterator[list[str]]:
    """Yield the rows of a table that are not empty. Raises ``BadExport`` for what is not CSV, or is cut off."""
    csv.field_size_limit(max(csv.field_size_limit(), _FIELD))
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    cells = 0
    try:
        for number, row in enumerate(rows):
            cells += len(row)
            if number == MOST_ROWS:
                raise BadExport(imports_text.too_many_rows(MOST_ROWS))
            if cells > MOST_CELLS:
                raise BadExport(tracking_text.TOO_MANY_CELLS)
            if row:
                yield row
    except csv.Error:
        raise BadExport(tracking_text.NOT_CSV) from None


def first_day(days: Iterable[date]) -> date | None:
    """Return the earliest of some days, or None."""
    return min(days, default=None)
