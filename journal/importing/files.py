"""Read files of other programs within limits: sizes first, ZIP members by name, never a link or a path out of a ZIP.

The readers of ``journal.importing`` call this; nothing else in the package opens a file. It raises ``BadExport`` with
a sentence from ``journal.text.imports``, and lets ``OSError`` of the disk pass.
"""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Final

from journal.errors import BadExport
from journal.text import imports as imports_text

LARGEST_FILE: Final = 64 * 1024 * 1024
"""Bytes of one file, or of one member of a ZIP after unpacking."""

LARGEST_SUM: Final = 256 * 1024 * 1024
"""Bytes of all files of a folder, or of all members that are read of a ZIP."""

MOST_FILES: Final = 50_000
"""Files in a folder or members of a ZIP, those that are not read included."""

_PIECE: Final = 1 << 20


def read_file(path: Path, most: int = LARGEST_FILE) -> bytes:
    """Return the content of a regular file of at most ``most`` bytes. Raises ``BadExport`` and ``OSError``."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadExport(imports_text.NOT_A_FILE)
    with path.open("rb") as file:
        return _read(file, most)


def find_files(folder: Path, suffix: str) -> list[Path]:
    """Return the regular files below a folder whose names end with ``suffix``, sorted; links are not followed.

    Raises ``BadExport`` where there are too many files or bytes.
    """
    found: list[Path] = []
    seen = size = 0
    for directory, folders, names in os.walk(folder):
        folders.sort()
        seen += len(names)
        for name in sorted(names):
            path = Path(directory, name)
            if name.lower().endswith(suffix) and stat.S_ISREG((status := path.lstat()).st_mode):
                found.append(path)
                size += status.st_size
        if seen > MOST_FILES:
            raise BadExport(imports_text.too_many_files(MOST_FILES))
        if size > LARGEST_SUM:
            raise BadExport(imports_text.too_large(LARGEST_SUM // 1024**2))
    return found


class Archive:
    """A ZIP opened for reading. Members with a path out of it are refused, and bytes are counted as they are read."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError):
            raise BadExport(imports_text.NOT_A_ZIP) from None
        self._left = LARGEST_SUM
        members = self._zip.infolist()
        if len(members) > MOST_FILES:
            self.close()
            raise BadExport(imports_text.too_many_files(MOST_FILES))
        if not all(_is_inside(member.filename) for member in members):
            self.close()
            raise BadExport(imports_text.PATH_OUT_OF_ZIP)

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def names(self) -> Iterator[str]:
        """Yield the names of the members that are files, in the order of the ZIP."""
        for member in self._zip.infolist():
            mode = member.external_attr >> 16
            if not member.is_dir() and not stat.S_ISLNK(mode):
                yield member.filename

    def read(self, name: str) -> bytes:
        """Return the content of a member. Raises ``BadExport`` where it is damaged, encrypted or too large."""
        try:
            with self._zip.open(name) as file:
                data = _read(file, min(LARGEST_FILE, self._left))
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
            raise BadExport(imports_text.ZIP_DAMAGED) from error
        self._left -= len(data)
        return data


def decode(data: bytes) -> str:
    """Return UTF-8 text without a byte order mark and with plain line ends; UTF-16 where a mark says so.

    Raises ``BadExport``.
    """
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise BadExport(imports_text.NOT_UTF8) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(file: IO[bytes], most: int) -> bytes:
    pieces = bytearray()
    while piece := file.read(_PIECE):
        pieces += piece
        if len(pieces) > most:
            raise BadExport(imports_text.too_large(most // 1024**2))
    return bytes(pieces)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and ":" not in name.split("/")[0]
