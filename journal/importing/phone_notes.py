"""Put the lines of a text file, as a phone keeps notes, into the inbox: each line becomes one capture.

``journal import notes`` and the screen for importing call it. Nothing is added to the journal here: the lines wait,
encrypted, until the person reviews them, and the passphrase is not needed. The same line twice, or the same file again,
waits once: the id of a capture is made from what the line says.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from msgspec import Struct

from journal.clock import milliseconds
from journal.domain.captures import Capture
from journal.domain.dates import EARLIEST_YEAR, local_instant, local_noon
from journal.errors import BadExport
from journal.importing.files import decode, read_file
from journal.importing.found import Present
from journal.store.capture import capture
from journal.text import phone_notes as notes_text

LARGEST: Final = 4 * 1024 * 1024
"""Bytes of the file."""

MOST: Final = 500
"""Lines of the file at most; an inbox holds 1,000 captures."""

LONGEST_LINE: Final = 20_000
"""Characters of a line at most; a capture holds 64 KiB."""

_BULLET: Final = re.compile(r"^\s*(?:[-*•–]\s+)?(?:\[[ xX]?\]\s+)?")
_DAY: Final = r"(?:(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})|(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}))"
_WHEN: Final = re.compile(
    rf"{_DAY}(?:(?:T|,? +)(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?)?\s*[:,–-]?\s+(?=\S)", re.ASCII
)
_CRAVING: Final = re.compile(
    r"(?:craving|urge|ansia)\s+(?P<intensity>10|\d)(?:/10)?(?!\d)\s*[:,.–-]?\s*", re.IGNORECASE | re.ASCII
)


class Notes(Struct, frozen=True):
    """What a file holds: its captures, and how many lines have no date and so count as written now."""

    captures: list[Capture]
    undated: int


def read_notes(path: Path, present: Present) -> Notes:
    """Return a capture for each line that is not empty. Raises ``BadExport`` and ``OSError``.

    A line may begin with a date (``2026-11-23`` or ``23.11.2026``), a time (``21:40``) after it, and then with
    ``craving 7``: it becomes a craving. A date that can't be is left in the text.
    """
    lines = [line for line in map(_without_bullet, decode(read_file(path, LARGEST)).split("\n")) if line]
    if not lines:
        raise BadExport(notes_text.NOTHING_IN_IT)
    if len(lines) > MOST:
        raise BadExport(notes_text.too_many(MOST))
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise BadExport(notes_text.too_long(number, LONGEST_LINE))
    seen: Counter[str] = Counter()
    undated, captures = 0, []
    for line in lines:
        seen[line] += 1
        at, text = _when(line, present)
        undated += at is None
        captures.append(_capture(line, seen[line], at, text, present))
    return Notes(captures, undated)


def add_notes(path: Path, notes: Notes, done: Callable[[int], None] = lambda number: None) -> None:
    """Seal the captures into the inbox of the journal at ``path``; each is durable before the next.

    ``done`` is called with the number so far. Raises what ``journal.store.capture.capture`` does; what was sealed
    before stays, and doing it again adds only the rest.
    """
    for number, one in enumerate(notes.captures, 1):
        capture(path, one)
        done(number)


def _without_bullet(line: str) -> str:
    return _BULLET.sub("", line).strip()


def _when(line: str, present: Present) -> tuple[datetime | None, str]:
    """Return the instant that a line begins with, and the rest; None and the whole line where it has none."""
    if (found := _WHEN.match(line)) is None:
        return None, line
    try:
        day = date(*(int(found[one] or found[other]) for one, other in (("year", "y"), ("month", "m"), ("day", "d"))))
        clock = time(int(found["hour"]), int(found["minute"])) if found["hour"] else None
    except ValueError:
        return None, line
    at = local_noon(day, present.zone) if clock is None else local_instant(day, clock, present.zone)
    if day.year < EARLIEST_YEAR or at > present.now:
        return None, line
    return at, line[found.end() :]


def _capture(line: str, number: int, at: datetime | None, text: str, present: Present) -> Capture:
    digest = hashlib.sha256(f"{number}\n{line}".encode()).hexdigest()
    uid = f"{milliseconds(at):012x}{digest[:20]}" if at else digest[:32]
    intensity = None
    if craving := _CRAVING.match(text):
        intensity, text = int(craving["intensity"]), text[craving.end() :]
    when = (at or present.now).astimezone(UTC)
    return Capture(uid=uid, at=when, zone=present.zone, intensity=intensity, text=text)
