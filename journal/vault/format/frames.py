"""Write and read records as bytes: a frame with checksums, an encrypted body, and a hash chain through all records.

Appending, rewriting, replaying and checking use it. The frame can be checked without a key (CRC); the body needs the
record key. Imports `cobblestone` and `contents`. It knows nothing about what a payload means: that is in `payloads`.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from msgspec import Struct

from journal.errors import Unsealable
from journal.vault.crypto import cobblestone
from journal.vault.files.contents import Contents

TRANSACTION = 1
SNAPSHOT_PART = 2
SNAPSHOT_END = 3
NOTE = 4
CAPTURE = 5  # in an inbox only
KINDS = (TRANSACTION, SNAPSHOT_PART, SNAPSHOT_END, NOTE)

BLOCK = 4096
SECTOR = 512
LARGEST_RECORD = 16 * 1024 * 1024

_MAGIC = b"\xa7RJ1"
_FRAME = struct.Struct(">4sBBHQII")
_CRC_SIZE = 4
FRAME_SIZE = _FRAME.size + _CRC_SIZE
HEAD_SIZE = 4 + 32
_SMALLEST_BODY = cobblestone.sealed_size(HEAD_SIZE)
_BLOCK_OF_CHUNK = cobblestone.CHUNK_SIZE + cobblestone.TAG_SIZE


class Point(NamedTuple):
    """A place in a journal's history: the last record there and the chain value after it."""

    epoch: int
    seq: int
    chain: bytes


class Frame(Struct, frozen=True, gc=False):
    """The first 28 bytes of a record. `size` counts frame and body, in bytes."""

    kind: int
    flags: int
    seq: int
    size: int
    body_crc: int


class Record(Frame, frozen=True, gc=False):
    """An authentic record. `chain` is the chain value after it."""

    prev_hash: bytes
    payload: bytes
    chain: bytes

    @property
    def newer(self) -> bool:
        """Return whether only a later version of the program can understand this record."""
        return self.kind not in KINDS or self.flags != 0


FrameT = TypeVar("FrameT", bound=Frame)


def read_frame(data: Contents, at: int) -> Frame | None:
    """Return the frame at `at`, even if its body is missing; None if there is no complete, valid frame."""
    frame = bytes(data.view(at, FRAME_SIZE))
    if len(frame) < FRAME_SIZE or not frame.startswith(_MAGIC):
        return None
    _, kind, flags, zero, seq, length, body_crc = _FRAME.unpack_from(frame)
    size = FRAME_SIZE + length
    legal = zero == 0 and length >= _SMALLEST_BODY and size % BLOCK == 0 and size <= LARGEST_RECORD
    if not legal or zlib.crc32(frame[: _FRAME.size]) != int.from_bytes(frame[_FRAME.size :]):
        return None
    return Frame(kind, flags, seq, size, body_crc)


def whole_frame(data: Contents, at: int) -> Frame | None:
    """Return the frame at `at` if its body follows with the right CRC.

    This is all that can be checked without the key.
    """
    frame = read_frame(data, at)
    if frame is None or at + frame.size > data.size:
        return None
    body = data.view(at, frame.size)[FRAME_SIZE:]
    return frame if zlib.crc32(body) == frame.body_crc else None


def walk(data: Contents, start: int, read: Callable[[Contents, int], FrameT | None]) -> Iterator[tuple[int, FrameT]]:
    """Yield (offset, record) for every record from `start` that `read` accepts, in ascending seq.

    After a bad record, it searches every following byte for the next one. The caller must check for gaps.
    """
    at, seq = start, 0
    while 0 <= at < data.end:
        record = read(data, at)
        if record is None or record.seq <= seq:
            at = data.find(_MAGIC, at + 1)
        else:
            yield at, record
            at, seq = at + record.size, record.seq


def is_torn(data: Contents, at: int) -> bool:
    """Return whether part of the record at `at` was never written: it is too short, or a sector in it is all zeros."""
    frame = read_frame(data, at)
    size = frame.size if frame else BLOCK
    record = data.view(at, size)
    return len(record) < size or any(not any(record[i : i + SECTOR]) for i in range(0, size, SECTOR))


def is_one_save(data: Contents, at: int) -> bool:
    """Return whether the bytes from `at` on can come from a single save, complete or not.

    A readable frame gives the length of the save. If the frame's sector is all zeros, it was never written, and the
    record can have any size. Any other unreadable frame counts as one block, so that never more than one record is cut
    off.
    """
    frame = read_frame(data, at)
    unreadable = BLOCK if any(data.view(at, SECTOR)) else LARGEST_RECORD
    return data.end <= at + (frame.size if frame else unreadable)


class Sealer(Struct, frozen=True, dict=True):
    """Seals and opens the records of one epoch of one file."""

    __repr__ = object.__repr__  # without the key

    key: bytes
    file_id: bytes
    epoch: int

    @cached_property
    def _keyed(self) -> hmac.HMAC:
        return cobblestone.keyed(self.key)

    @property
    def start(self) -> bytes:
        """Return the chain value before the first record."""
        return hashlib.sha256(b"rj1/chain" + self.file_id + self.epoch.to_bytes(8)).digest()

    def prepare(self, kind: int, seq: int) -> cobblestone.Sealing:
        """Draw the salt and derive the message key of a record in advance, for `seal`."""
        return cobblestone.Sealing(self.key, self._context(kind, 0, seq))

    def seal(
        self, kind: int, seq: int, prev_hash: bytes, payload: bytes, prepared: cobblestone.Sealing | None = None
    ) -> bytes:
        """Return a complete record. Raises ValueError if it would be over 16 MiB; see `fits`.

        `prepared` is what `prepare` returned. It is used only if it is for this very record and was never used.
        """
        size = record_size(len(payload))
        if size > LARGEST_RECORD:
            raise ValueError("the payload does not fit one record")
        plain = padded(prev_hash, payload, _plain_size(size))
        context = self._context(kind, 0, seq)
        if prepared is None or not prepared.fits(self.key, context):
            prepared = cobblestone.Sealing(self.key, context)
        return framed(kind, seq, prepared.seal(plain))

    def read(self, data: Contents, at: int) -> Record | None:
        """Return the record at `at` if it is complete and authentic. The caller must check chain and seq."""
        frame = whole_frame(data, at)
        if frame is None:
            return None
        record = data.view(at, frame.size)
        try:
            context = self._context(frame.kind, frame.flags, frame.seq)
            plain = cobblestone.unseal(self._keyed, context, record[FRAME_SIZE:])
        except Unsealable:
            return None
        found = unpadded(plain)
        if found is None or record_size(len(found[1])) != frame.size:
            return None
        chain = chained(found[0], record)
        return Record(frame.kind, frame.flags, frame.seq, frame.size, frame.body_crc, *found, chain)

    def _context(self, kind: int, flags: int, seq: int) -> bytes:
        head = b"rj1/rec\x00" + self.file_id + self.epoch.to_bytes(8)
        return head + bytes((kind, flags)) + seq.to_bytes(8)


def framed(kind: int, seq: int, body: bytes) -> bytes:
    """Return a complete record: its frame and the sealed body."""
    frame = _FRAME.pack(_MAGIC, kind, 0, 0, seq, len(body), zlib.crc32(body))
    return frame + zlib.crc32(frame).to_bytes(_CRC_SIZE) + body


def padded(prev_hash: bytes, payload: bytes, size: int) -> bytes:
    """Return the plaintext of a record, padded to `size` bytes."""
    return ((HEAD_SIZE + len(payload)).to_bytes(4) + prev_hash + payload).ljust(size, b"\0")


def unpadded(plain: bytes) -> tuple[bytes, bytes] | None:
    """Return `prev_hash` and payload from the plaintext of a record, or None if `padded` did not make it."""
    length = int.from_bytes(plain[:4])
    if not HEAD_SIZE <= length <= len(plain) or plain[length:].strip(b"\0"):
        return None
    return plain[4:HEAD_SIZE], plain[HEAD_SIZE:length]


def chained(prev_hash: bytes, record: bytes | memoryview) -> bytes:
    """Return the chain value after `record` (frame and body)."""
    digest = hashlib.sha256(prev_hash)
    digest.update(record)
    return digest.digest()


def fits(payload_size: int) -> bool:
    """Return whether a payload of that many bytes fits into one record."""
    return record_size(payload_size) <= LARGEST_RECORD


def record_size(payload_size: int) -> int:
    """Return the bytes of the record for a payload: the smallest multiple of 4,096 that some padding reaches."""
    needed = FRAME_SIZE + cobblestone.sealed_size(HEAD_SIZE + payload_size)
    size = -(-needed // BLOCK) * BLOCK
    while not _reachable(size):
        size += BLOCK
    return size


def _reachable(size: int) -> bool:
    """Return whether some padding gives a record of this size.

    When the last chunk reaches 16 KiB, another chunk begins with its own tag, so sixteen of every 16,400 lengths do not
    occur.
    """
    return (size - FRAME_SIZE - cobblestone.sealed_size(0)) % _BLOCK_OF_CHUNK < cobblestone.CHUNK_SIZE


def _plain_size(size: int) -> int:
    """Return the number of plaintext bytes in a record of `size` bytes."""
    chunks = size - FRAME_SIZE - cobblestone.sealed_size(0)
    return chunks - chunks // _BLOCK_OF_CHUNK * cobblestone.TAG_SIZE
