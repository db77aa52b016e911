"""Name what the writer and the reader of ``archive.json`` have to agree on; ``docs/archive.md`` describes the file."""

from __future__ import annotations

from typing import Final

from journal.domain.bin import BIN, VERSIONS

PROGRAM: Final = "recovery-journal"
"""The value of ``program``, by which an archive is told from any other JSON."""

FORMAT: Final = 1
"""The number of the layout of the file. It is raised only where an older reader would misread the file."""

FILE_NAME: Final = "archive.json"

NOT_IN_ARCHIVES: Final = frozenset({"drafts", BIN, VERSIONS})
"""The tables that stay: half-typed forms, and what the person deleted or worded differently before."""

LARGEST_ARCHIVE: Final = 512 * 1024 * 1024
"""Bytes of an archive that is read: a thousand times ten years of daily writing."""
