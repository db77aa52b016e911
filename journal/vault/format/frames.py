"""Records as bytes: a frame that anyone can check, a body that only the key opens, a chain through all."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

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


@dataclass(frozen=True, slots=True)
class Frame:
    """The first 28 bytes of a record; `size` counts frame and body, in bytes."""

    kind: int
    flags: int
    seq: int
    size: int
    body_crc: int


@dataclass(frozen=True, slots=True)
class Record(Frame):
    """An authentic record; `chain` is the chain value after it."""

    prev_hash: bytes
    payload: bytes
    chain: bytes

    @property
    def newer(self) -> bool:
        """Whether only a later version knows what it means."""
        return self.kind not in KINDS or self.flags != 0


FrameT = TypeVar("FrameT", bound=Frame)


def read_frame(data: Contents, at: int) -> Frame | None:
    """The frame at `at`, whether or not its body follows; None when no whole, legal frame stands there."""
    frame = data.view(at, FRAME_SIZE)
    if len(frame) < FRAME_SIZE or frame[: len(_MAGIC)] != _MAGIC:
        return None
    _, kind, flags, zero, seq, length, body_crc = _FRAME.unpack_from(frame)
    size = FRAME_SIZE + length
    legal = zero == 0 and length >= _SMALLEST_BODY and size % BLOCK == 0 and size <= LARGEST_RECORD
    if not legal or zlib.crc32(frame[: _FRAME.size]) != int.from_bytes(frame[_FRAME.size :]):
        return None
    return Frame(kind, flags, seq, size, body_crc)


def whole_frame(data: Contents, at: int) -> Frame | None:
    """As `read_frame`, and only when the body follows with the right CRC: all that can be told without the key."""
    frame = read_frame(data, at)
    if frame is None or at + frame.size > data.size:
        return None
    body = data.view(at, frame.size)[FRAME_SIZE:]
    return frame if zlib.crc32(body) == frame.body_crc else None


def walk(data: Contents, start: int, read: Callable[[Contents, int], FrameT | None]) -> Iterator[tuple[int, FrameT]]:
    """Every record from `start` on that `read` finds good, with its place, in ascending seq.

    Past a bad one it looks ahead at every byte. Gaps are for the caller to see.
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
    """Whether part of the record at `at` was never written: cut short, or one of its sectors all zeros."""
    frame = read_frame(data, at)
    size = frame.size if frame else BLOCK
    record = data.view(at, size)
    return len(record) < size or any(not any(record[i : i + SECTOR]) for i in range(0, size, SECTOR))


def is_one_save(data: Contents, at: int) -> bool:
    """Whether what stands from `at` on can be what one save left there, whole or not.

    A readable frame says how long that is. Where its sector is all zeros it never arrived, and the record can be of any
    size; another frame that cannot be read counts as one block, so that never more than a record is cut off.
    """
    frame = read_frame(data, at)
    unreadable = BLOCK if any(data.view(at, SECTOR)) else LARGEST_RECORD
    return data.end <= at + (frame.size if frame else unreadable)


@dataclass(frozen=True, repr=False)
class Sealer:
    """Makes and opens the records of one epoch of one file."""

    key: bytes
    file_id: bytes
    epoch: int

    @property
    def start(self) -> bytes:
        """The chain value before the first record."""
        return hashlib.sha256(b"rj1/chain" + self.file_id + self.epoch.to_bytes(8)).digest()

    def seal(self, kind: int, seq: int, prev_hash: bytes, payload: bytes) -> bytes:
        """The whole record. Raises ValueError when it would be over 16 MiB; see `fits`."""
        size = record_size(len(payload))
        if size > LARGEST_RECORD:
            raise ValueError("the payload does not fit one record")
        plain = padded(prev_hash, payload, _plain_size(size))
        return framed(kind, seq, cobblestone.seal(self.key, self._context(kind, 0, seq), plain))

    def read(self, data: Contents, at: int) -> Record | None:
        """The record at `at`, when it is whole and authentic; chain and seq are for the caller to check."""
        frame = whole_frame(data, at)
        if frame is None:
            return None
        record = data.view(at, frame.size)
        try:
            plain = cobblestone.unseal(self.key, self._context(frame.kind, frame.flags, frame.seq), record[FRAME_SIZE:])
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
    """A whole record: its frame and the sealed body."""
    frame = _FRAME.pack(_MAGIC, kind, 0, 0, seq, len(body), zlib.crc32(body))
    return frame + zlib.crc32(frame).to_bytes(_CRC_SIZE) + body


def padded(prev_hash: bytes, payload: bytes, size: int) -> bytes:
    """The plaintext of a record, `size` bytes."""
    return ((HEAD_SIZE + len(payload)).to_bytes(4) + prev_hash + payload).ljust(size, b"\0")


def unpadded(plain: bytes) -> tuple[bytes, bytes] | None:
    """`prev_hash` and payload in the plaintext of a record; None where it is not what `padded` makes."""
    length = int.from_bytes(plain[:4])
    if not HEAD_SIZE <= length <= len(plain) or plain[length:].strip(b"\0"):
        return None
    return plain[4:HEAD_SIZE], plain[HEAD_SIZE:length]


def chained(prev_hash: bytes, record: bytes | memoryview) -> bytes:
    """The chain value after `record` (frame and body)."""
    digest = hashlib.sha256(prev_hash)
    digest.update(record)
    return digest.digest()


def fits(payload_size: int) -> bool:
    """Whether a payload of that many bytes fits one record."""
    return record_size(payload_size) <= LARGEST_RECORD


def record_size(payload_size: int) -> int:
    """Bytes of the record for such a payload: the least multiple of 4,096 that some padding reaches."""
    needed = FRAME_SIZE + cobblestone.sealed_size(HEAD_SIZE + payload_size)
    size = -(-needed // BLOCK) * BLOCK
    while not _reachable(size):
        size += BLOCK
    return size


def _reachable(size: int) -> bool:
    """A last chunk of 16 KiB opens another one with its tag: sixteen lengths in 16,400 do not occur."""
    return (size - FRAME_SIZE - cobblestone.sealed_size(0)) % _BLOCK_OF_CHUNK < cobblestone.CHUNK_SIZE


def _plain_size(size: int) -> int:
    """Bytes of plaintext in a record of `size` bytes."""
    chunks = size - FRAME_SIZE - cobblestone.sealed_size(0)
    return chunks - chunks // _BLOCK_OF_CHUNK * cobblestone.TAG_SIZE
