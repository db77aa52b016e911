"""Read files of other programs within limits: sizes first, ZIP members by name, never a link or a path out of a ZIP.

The readers of ``journal.importing`` call this; nothing else in the package opens a file. It raises ``BadExport`` with
a sentence from ``journal.text.imports``, and lets ``OSError`` of the disk pass.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final, NoReturn

from journal.errors import BadExport
from journal.text import import_writing as writing_text
from journal.text import imports as imports_text

LARGEST_FILE: Final = 64 * 1024 * 1024
"""Bytes of one file, or of one member of a ZIP after unpacking."""

LARGEST_SUM: Final = 256 * 1024 * 1024
"""Bytes of all files of a folder, or of all members that are read of a ZIP."""

MOST_FILES: Final = 50_000
"""Files in a folder or members of a ZIP, those that are not read included."""

_PIECE: Final = 1 << 20

_LARGEST_DIRECTORY: Final = MOST_FILES * 512
"""Bytes of the table of contents of a ZIP; a member needs 46 and its name."""

_LOCATOR: Final = 20
_WIDE_RECORD: Final = 56 + _LOCATOR
"""Bytes from the second record of the end of a large ZIP, and from what points to it, to the end record."""

_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How a member may be packed. The other methods take memory before a byte can be counted."""

_DAMAGE: Final = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, struct.error, ValueError)
"""What ``zipfile`` raises for a ZIP that is damaged or locked."""


def read_file(path: Path, most: int = LARGEST_FILE) -> bytes:
    """Return the content of a regular file of at most ``most`` bytes. Raises ``BadExport`` and ``OSError``."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadExport(imports_text.NOT_A_FILE)
    with path.open("rb") as file:
        return _read(file, most)


def find_files(folder: Path, suffix: str) -> list[Path]:
    """Return the regular files below a folder whose names end with ``suffix``, sorted; links are not followed.

    Names that start with a dot are passed over: they are settings, what was deleted, and files that macOS adds.

    Raises ``BadExport`` where there are too many files or bytes, or a folder can't be opened.
    """
    found: list[Path] = []
    seen = size = 0
    for directory, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        seen += len(names)
        for name in sorted(names):
            path = Path(directory, name)
            if (
                not name.startswith(".")
                and name.lower().endswith(suffix)
                and stat.S_ISREG((status := path.lstat()).st_mode)
            ):
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
        if not stat.S_ISREG(path.stat().st_mode):
            raise BadExport(imports_text.NOT_A_FILE)
        if _directory_size(path) > _LARGEST_DIRECTORY:
            raise BadExport(imports_text.too_many_files(MOST_FILES))
        try:
            self._zip = zipfile.ZipFile(path)
        except _DAMAGE:
            raise BadExport(imports_text.NOT_A_ZIP) from None
        except OSError as error:
            raise _damaged_or(error) from None
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
            member = self._zip.getinfo(name)
            if member.compress_type not in _METHODS:
                raise BadExport(imports_text.ZIP_DAMAGED)
            with self._zip.open(member) as file:
                data = _read(file, min(LARGEST_FILE, self._left))
        except BadExport:
            raise
        except (*_DAMAGE, KeyError):
            raise BadExport(imports_text.ZIP_DAMAGED) from None
        except OSError as error:
            raise _damaged_or(error) from None
        self._left -= len(data)
        return data


def is_zip(path: Path) -> bool:
    """Return whether a file begins as a ZIP. Raises ``BadExport`` for what is no file: a pipe would be waited for."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadExport(imports_text.NOT_A_FILE)
    with path.open("rb") as file:
        return file.read(2) == b"PK"


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


def read_json(data: bytes) -> Any:
    """Return the value of JSON text. Raises ``BadExport`` for what isn't JSON, or is nested too deeply."""
    try:
        return json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        if isinstance(error, BadExport):
            raise
        raise BadExport(writing_text.NOT_JSON) from None


def _refuse(error: OSError) -> NoReturn:
    raise BadExport(writing_text.FOLDER_UNREADABLE) from error


def _damaged_or(error: OSError) -> Exception:
    """Return that a ZIP is damaged where it points before its own start, else the error of the disk."""
    return BadExport(imports_text.ZIP_DAMAGED) if error.errno in (errno.EINVAL, None) else error


def _directory_size(path: Path) -> int:
    """Return the size in bytes that the end of a ZIP gives for its table of contents, or 0 where there is no such end.

    A ZIP with very many members gives it as eight bytes in a second record, which stands just before the end.
    """
    with path.open("rb") as file:
        length = file.seek(0, os.SEEK_END)
        file.seek(max(0, length - (1 << 17)))
        tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) < place + 16:
        return 0
    size: int = struct.unpack_from("<L", tail, place + 12)[0]
    record = place - _WIDE_RECORD
    if record >= 0 and tail.startswith(b"PK\x06\x06", record) and tail.startswith(b"PK\x06\x07", place - _LOCATOR):
        size = struct.unpack_from("<Q", tail, record + 40)[0]
    return size


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
