"""What the tests of the readers share: a present in Berlin, and reading a sample in one call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from journal.importing.found import FoundEntry, Present, Reader, Reading

SAMPLES = Path(__file__).parent / "samples"
PRESENT = Present(now=datetime(2026, 11, 29, 12, 0, tzinfo=UTC), zone="Europe/Berlin", day_starts_at=4 * 60)

Opener = Callable[[Path, Present], Reader]


def read(open_export: Opener, path: Path, **answers: str) -> Reading:
    """Return what is in an export, with the cautious answer to each question that is not answered here."""
    reader = open_export(path, PRESENT)
    cautious = {question.name: question.cautious for question in reader.questions()}
    return reader.read(cautious | answers)


def entries(reading: Reading) -> list[FoundEntry]:
    """Return what was found, which is entries only."""
    found = [thing for thing in reading.found if isinstance(thing, FoundEntry)]
    assert len(found) == len(reading.found)
    assert len({entry.key for entry in found}) == len(found)
    return found
