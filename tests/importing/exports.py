"""What the tests of all readers of exports share: a moment, ways to sort what was found, and damaged files."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import strategies as st

from journal.errors import BadExport
from journal.importing.found import Found, Present, Reader, Reading

SAMPLES = Path(__file__).parent / "samples"
PRESENT = Present(now=datetime(2026, 11, 23, 12, tzinfo=UTC), zone="Europe/Berlin", day_starts_at=180)

F = TypeVar("F", bound=Found)
Open = Callable[[Path, Present], Reader]

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20
).filter(lambda text: bool(text.strip()))


def of_kind(reading: Reading, kind: type[F]) -> list[F]:
    return [one for one in reading.found if isinstance(one, kind)]


def cautious(reader: Reader) -> Reading:
    """Read without an answer, as is done without a terminal."""
    return reader.read({})


def read_bytes(
    open_export: Open, data: bytes, answers: Mapping[str, str] | None = None, name: str = "export"
) -> Reading:
    """Read an export that is one file."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return open_export(path, PRESENT).read(answers or {})


def zipped(files: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def is_read_or_refused(open_export: Open, data: bytes) -> bool:
    """Read bytes that may be anything, with every question answered; any other error than ``BadExport`` comes out."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "export")
        path.write_bytes(data)
        with suppress(BadExport):
            reader = open_export(path, PRESENT)
            last = {one.name: one.choices[-1].value if one.choices else "1" for one in reader.questions()}
            first = {one.name: one.choices[0].value if one.choices else "1" for one in reader.questions()}
            for answers in ({}, first, last):
                found = reader.read(answers).found
                assert len({one.key for one in found}) == len(found)
    return True
