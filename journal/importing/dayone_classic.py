"""Reads entries of Day One Classic: one XML property list each, alone or in the folder of a journal.

Of an entry only its date, zone, text, tags, star and identifier are taken; place, weather and device are passed over.
"""

from __future__ import annotations

import plistlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from xml.parsers.expat import ExpatError

from journal.errors import BadExport
from journal.importing.files import find_files, read_file
from journal.importing.writing import Gathered
from journal.text import import_writing as writing_text

SUFFIX: Final = ".doentry"

_NAMES: Final = {"text": "Entry Text", "timeZone": "Time Zone", "uuid": "UUID", "tags": "Tags", "starred": "Starred"}
"""What is taken of an entry: the name in the JSON of Day One → the one here."""

_CREATED: Final = "Creation Date"

_DAMAGE: Final = (ExpatError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
"""What ``plistlib`` raises for a file that is cut short or something else."""


def read_entry(data: bytes) -> dict[str, Any]:
    """Return an entry under the names of Day One's JSON. Raises ``BadExport``."""
    try:
        content = plistlib.loads(data, fmt=plistlib.FMT_XML)
    except _DAMAGE:
        raise BadExport(writing_text.NOT_PLIST) from None
    if not isinstance(content, dict) or not {_CREATED, _NAMES["text"]} & content.keys():
        raise BadExport(writing_text.NOT_PLIST)
    entry = {name: content.get(own) for name, own in _NAMES.items()}
    created = content.get(_CREATED)
    return entry | {"creationDate": created.replace(tzinfo=UTC).isoformat() if isinstance(created, datetime) else None}


def read_folder(folder: Path, gathered: Gathered) -> Sequence[Mapping[str, Any]]:
    """Return the entries of a folder; those that can't be read and the pictures are counted as left out."""
    entries = []
    for path in find_files(folder, SUFFIX):
        try:
            entries.append(read_entry(read_file(path)))
        except BadExport:
            gathered.leave_out(writing_text.NOT_READABLE)
    photos = folder / "photos"
    gathered.leave_out(
        writing_text.MEDIA, len(find_files(photos, "")) if photos.is_dir() and not photos.is_symlink() else 0
    )
    return entries
