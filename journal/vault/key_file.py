"""Write and read a key file: one line of text, on a USB drive for example, that opens a journal.

`vault` writes one before it makes the key slot for it; the store reads one to open a journal. The line is

    journal-key 1 <64 hex digits> <8 hex digits>

with 32 random bytes and the beginning of their SHA-256, so that a damaged file is not taken for one of another journal.
It names no journal: someone who finds the drive does not learn what it is for. Imports `disk` and the errors.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import hmac
import secrets
from pathlib import Path
from typing import Final

from journal.errors import AlreadyExists, BadKeyFile, ErrorCode, NotSaved
from journal.vault.files.disk import Disk

SECRET_SIZE: Final = 32
LARGEST: Final = 1024
"""Bytes of the largest file that is read as a key file; the product writes 88."""

_NAME: Final = b"journal-key"
_VERSION: Final = b"1"
_CHECK_SIZE: Final = 4
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_MISSING: Final = (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO)


def new_secret() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(SECRET_SIZE)


def encode(secret: bytes) -> bytes:
    """Return the content of a key file with this secret."""
    line = b" ".join([_NAME, _VERSION, secret.hex().encode(), _check(secret).hex().encode()])
    return line + b"\n"


def decode(data: bytes) -> bytes:
    """Return the secret in the content of a key file. White space and the case of the hex digits do not matter.

    Raises BadKeyFile.
    """
    if len(data) > LARGEST:
        raise BadKeyFile(ErrorCode.KEY_FILE_TOO_LARGE)
    name, *rest = data.removeprefix(_BYTE_ORDER_MARK).split() or [b""]
    if name != _NAME:
        raise BadKeyFile(ErrorCode.NOT_A_KEY_FILE)
    if rest and rest[0].isdigit() and rest[0] != _VERSION:
        raise BadKeyFile(ErrorCode.NEWER_KEY_FILE)
    try:
        _, secret, check = (rest[0], *(bytes.fromhex(part.decode("ascii")) for part in rest[1:]))
    except (ValueError, IndexError):
        raise BadKeyFile(ErrorCode.KEY_FILE_DAMAGED) from None
    if rest[0] != _VERSION or len(secret) != SECRET_SIZE or not hmac.compare_digest(check, _check(secret)):
        raise BadKeyFile(ErrorCode.KEY_FILE_DAMAGED)
    return secret


def read(disk: Disk, path: Path) -> bytes:
    """Return the secret in the key file at `path`. Never reads more than 1,025 bytes. Raises BadKeyFile."""
    try:
        data = disk.read(path, LARGEST + 1)
    except OSError as error:
        if error.errno in _MISSING:
            raise BadKeyFile(ErrorCode.KEY_FILE_MISSING, path=path) from error
        if error.errno in (errno.ELOOP, errno.EISDIR):  # a link, a folder or a device
            raise BadKeyFile(ErrorCode.NOT_A_KEY_FILE) from error
        raise BadKeyFile(ErrorCode.KEY_FILE_UNREADABLE, reason=error.strerror) from error
    return decode(data)


def write(disk: Disk, path: Path, secret: bytes) -> None:
    """Write a key file with mode 0600, completely or not at all, and read it back before it gets its name.

    Raises AlreadyExists for anything that is there, and NotSaved; then there is no new file.
    """

    def read_back(new: Path) -> None:
        if disk.read(new, LARGEST + 1) != encode(secret):
            raise NotSaved(ErrorCode.NOT_READ_BACK)

    try:
        disk.write_whole(path, encode(secret), check=read_back)
    except FileExistsError:
        raise AlreadyExists() from None
    except OSError as error:
        remove(disk, path, secret)  # it may have its name, if only the folder could not be synced
        raise NotSaved(ErrorCode.KEY_FILE_NOT_WRITTEN, reason=error.strerror) from error


def remove(disk: Disk, path: Path, secret: bytes) -> None:
    """Remove a key file that was just written, if it is there. Raises nothing."""
    with contextlib.suppress(OSError):
        if disk.read(path, LARGEST + 1) == encode(secret):
            disk.unlink(path)


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"rj1/key-file" + secret).digest()[:_CHECK_SIZE]
