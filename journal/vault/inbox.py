"""Keep `NAME.inbox`: captures written without unlocking, sealed to the public key that the journal left there.

`journal.store.capture` adds to it from the locked screen and the command line. Adding needs no passphrase, derives no
key and does not touch the journal, so it is quick and works while the journal is open elsewhere. The ciphers (HPKE) are
imported when first needed: the locked screen must start without them. Importing captures into the journal is in
`inbox_import`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.errors import ErrorCode, InboxFull, InUse, NoInbox, NotKnownSaved, NotSaved, TooLarge
from journal.vault.files.contents import Contents, contents_of
from journal.vault.files.disk import Disk, Opened
from journal.vault.files.lock import locks
from journal.vault.format.frames import (
    BLOCK,
    CAPTURE,
    FRAME_SIZE,
    HEAD_SIZE,
    framed,
    padded,
    read_frame,
    unpadded,
    whole_frame,
)
from journal.vault.format.payloads import Put, Stored, check_place, clean, decode_document, decode_operations, encode
from journal.vault.inspect_file import read_headers

if TYPE_CHECKING:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.hpke import Suite

CAPTURES = "captures"
PAGE = BLOCK
LARGEST = 64 * 1024
MOST = 1000
LARGEST_INBOX = PAGE + MOST * LARGEST

_MAGIC = b"\x89RJINB\r\n"
_PAGE = struct.Struct(">8sHHI16s32s")
_MAJOR = 1
_SUITE = 1
_CRC_AT = PAGE - 4
_LABEL = b"rj1/inbox"
_SEALING = 32 + 16  # the encapsulated key and the tag
_NO_HASH = bytes(32)

_TRIES = 50
_NOT_OURS = (errno.ELOOP, errno.EMLINK, errno.EISDIR, errno.ENOENT, errno.ENXIO)


class Page(NamedTuple):
    """The first 4,096 bytes of an inbox: which journal it belongs to, and the public key to seal to."""

    file_id: bytes
    public_key: bytes

    @classmethod
    def read(cls, data: bytes) -> Page | None:
        """Parse the page of an inbox; None if it is invalid or of another version."""
        page = data[:PAGE]
        if len(page) < PAGE or zlib.crc32(page[:_CRC_AT]) != int.from_bytes(page[_CRC_AT:]):
            return None
        magic, major, _, suite, file_id, public_key = _PAGE.unpack_from(page)
        return cls(file_id, public_key) if (magic, major, suite) == (_MAGIC, _MAJOR, _SUITE) else None

    def written(self) -> bytes:
        """Return the 4,096 bytes of the page."""
        page = _PAGE.pack(_MAGIC, _MAJOR, 0, _SUITE, *self).ljust(_CRC_AT, b"\0")
        return page + zlib.crc32(page).to_bytes(4)


def inbox_path(path: Path) -> Path:
    """Return the path of the inbox of the journal at `path`."""
    return path.with_name(path.name + ".inbox")


def inbox_lock_path(path: Path) -> Path:
    """Return the path of the lock for adding to an inbox and emptying it. The lock file is not deleted."""
    return path.with_name(path.name + ".inbox.lock")


def capture(path: Path, put: Put, *, disk: Disk | None = None) -> None:
    """Seal one document into the inbox of the journal at `path`; it is durable when this returns.

    Works while the journal is open. Raises NoInbox, InboxFull, TooLarge, NotSaved (nothing was added), NotKnownSaved,
    InUse (another process has held the inbox for a second), ValueError or TypeError for values that the format cannot
    hold, and what `read_headers` raises for the journal file.
    """
    path, disk = Path(path).absolute(), disk or Disk()
    payload = _payload(put)
    if sealed_size(len(payload)) > LARGEST:
        raise TooLarge(ErrorCode.CAPTURE_TOO_LARGE)
    file_id = read_headers(disk, path).header.file_id
    if not disk.exists(inbox_path(path)):
        raise NoInbox()
    try:
        with locked(disk, path), _opened(disk, path) as descriptor:
            disk.sync_directory(
                path.parent
            )  # the process that made the inbox may have been killed before syncing its name
            _add(disk, descriptor, file_id, payload)
    except OSError as error:
        raise NotSaved(reason=error.strerror) from error


def close(disk: Disk, path: Path) -> None:
    """Refuse new captures until the journal is opened next, which writes the page again; waiting captures stay.

    For when the key of the journal may have changed, and the new one is not known here. Raises InUse, OSError.
    """
    if disk.exists(inbox_path(path)):
        with locked(disk, path), disk.opened(inbox_path(path), os.O_RDWR) as descriptor:
            disk.write(descriptor, bytes(PAGE), 0)
            disk.sync(descriptor)


def is_waiting(path: Path, *, disk: Disk | None = None) -> bool:
    """Return whether captures wait to be imported, judging only by the size of the inbox."""
    try:
        with (disk := disk or Disk()).opened(inbox_path(path)) as descriptor:
            return disk.size(descriptor) > PAGE
    except OSError:
        return False


@contextlib.contextmanager
def locked(disk: Disk, path: Path) -> Iterator[None]:
    """Keep other processes from adding to the inbox or emptying it. Raises InUse after a second, or OSError."""
    with disk.opened(inbox_lock_path(path), os.O_RDWR | os.O_CREAT) as descriptor:
        if not locks(disk, descriptor, _TRIES):
            raise InUse(None, ErrorCode.INBOX_IN_USE)
        yield


def pieces(data: Contents) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, is_whole) for all bytes after the page: whole captures, and whatever is between them."""
    at = bad = PAGE
    while at < data.size:
        if size := _whole_size(data, at):
            if bad < at:
                yield bad, at, False
            yield at, at + size, True
            at = bad = at + size
        else:
            at += BLOCK
    if bad < data.size:
        yield bad, data.size, False


def public_key(private_key: bytes) -> bytes:
    """Return the public half of an inbox key."""
    return _ciphers().private_key(private_key).public_key().public_bytes_raw()


def seal(page: Page, payload: bytes) -> bytes:
    """Return a complete capture. Raises ValueError if the public key is invalid."""
    plain = padded(_NO_HASH, payload, sealed_size(len(payload)) - FRAME_SIZE - _SEALING)
    key = _ciphers().public_key(page.public_key)
    return framed(CAPTURE, 0, _ciphers().suite.encrypt(plain, key, _LABEL + page.file_id))


def unseal(file_id: bytes, private_key: bytes, sealed: bytes) -> Put | None:
    """Return the content of a complete capture; None if it is not for this journal or does not follow the format."""
    key = _ciphers().private_key(private_key)
    try:
        found = unpadded(_ciphers().suite.decrypt(sealed[FRAME_SIZE:], key, _LABEL + file_id))
    except (_ciphers().invalid_tag, ValueError):
        return None
    if found is None or found[0] != _NO_HASH or sealed_size(len(found[1])) != len(sealed):
        return None
    try:
        return _read_payload(found[1])
    except (ValueError, TypeError, RecursionError):
        return None


def sealed_size(payload_size: int) -> int:
    """Return the size of a capture in bytes: a multiple of 4,096, so that it reveals little about the text."""
    return -(-(FRAME_SIZE + _SEALING + HEAD_SIZE + payload_size) // BLOCK) * BLOCK


def _opened(disk: Disk, path: Path) -> Opened:
    """Open the inbox for writing. Raises NoInbox if it is missing or not a regular file with one name, or OSError."""
    try:
        return disk.opened(inbox_path(path), os.O_RDWR)
    except OSError as error:
        if error.errno in _NOT_OURS:
            raise NoInbox() from error
        raise


def _add(disk: Disk, descriptor: int, file_id: bytes, payload: bytes) -> None:
    """Append a capture at the next multiple of 4,096 after everything in the file. Raises OSError."""
    size = disk.size(descriptor)
    data = contents_of(disk, descriptor, LARGEST_INBOX)
    page = Page.read(bytes(data.view(0, PAGE)))
    if page is None or page.file_id != file_id:
        raise NoInbox()
    try:
        sealed = seal(page, payload)
    except ValueError:
        raise NoInbox() from None
    end = -(-size // BLOCK) * BLOCK
    if end + len(sealed) > LARGEST_INBOX or sum(whole for _, _, whole in pieces(data)) >= MOST:
        raise InboxFull()
    try:
        disk.write(descriptor, sealed, end)
    except OSError:
        with contextlib.suppress(OSError):  # bytes that stay are not a capture and do no harm
            disk.truncate(descriptor, size)
        raise
    try:
        disk.sync(descriptor)
    except OSError as error:
        raise NotKnownSaved(ErrorCode.CAPTURE_NOT_CONFIRMED) from error


def _whole_size(data: Contents, at: int) -> int:
    """Return the size of the complete capture at `at` in bytes; 0 if there is none."""
    frame = read_frame(data, at)
    if frame is None or (frame.kind, frame.flags, frame.seq) != (CAPTURE, 0, 0) or frame.size > LARGEST:
        return 0
    return frame.size if whole_frame(data, at) else 0


def _payload(put: Put) -> bytes:
    check_place(put.table, put.uid)
    return encode([Stored.of(put.table, put.uid, clean(put.document))])


def _read_payload(payload: bytes) -> Put:
    """Return the one document of a capture. Raises ValueError, TypeError, RecursionError."""
    (stored,) = decode_operations(payload)
    if not isinstance(stored, Stored):
        raise TypeError("a capture only adds")
    check_place(stored.table, stored.uid)
    return Put(stored.table, stored.uid, clean(decode_document(stored.document)))


class _Ciphers(NamedTuple):
    """The ciphers that seal a capture: HPKE (RFC 9180)."""

    suite: Suite
    private_key: Callable[[bytes], X25519PrivateKey]
    public_key: Callable[[bytes], X25519PublicKey]
    invalid_tag: type[InvalidTag]


@cache
def _ciphers() -> _Ciphers:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    return _Ciphers(suite, X25519PrivateKey.from_private_bytes, X25519PublicKey.from_public_bytes, InvalidTag)
