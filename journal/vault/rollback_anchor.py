"""Remember the last state of a journal that this computer saw, to detect an older copy or a fork.

The anchor is a small file outside the journal's folder, so that replacing the journal does not replace it.
`journal_file` writes it after each save; opening reads it. Both of its slots are authenticated with the journal's
anchor key. Imports only `disk` and `frames`.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import struct
from dataclasses import dataclass
from pathlib import Path

from journal.vault.files.disk import Disk
from journal.vault.format.frames import Point

_POINT = struct.Struct(">8s16sQQ32sQ")
_LABEL = b"rj1/anch"
_SIZE = _POINT.size + hashlib.sha256().digest_size
_SLOTS = (0, 4096)


@dataclass(frozen=True)
class AnchorState:
    """The last record that this computer saw, and when (Unix ms)."""

    point: Point
    time: int


class Anchor:
    """The anchor file of one journal. It may be behind the journal, but never ahead of it."""

    def __init__(self, disk: Disk, directory: Path, file_id: bytes, key: bytes) -> None:
        self._disk = disk
        self._path = directory / file_id.hex()
        self._file_id = file_id
        self._key = key
        self._next_slot = 0
        self._descriptor = -1

    def read(self) -> AnchorState | None:
        """Return the later of the two valid points, or None if there is none."""
        try:
            data = self._disk.read(self._path, _SLOTS[-1] + _SIZE)
        except OSError:
            return None
        seen = [(self._parsed(data[place : place + _SIZE]), slot) for slot, place in enumerate(_SLOTS)]
        good = [(point, slot) for point, slot in seen if point]
        if not good:
            return None
        latest, slot = max(good, key=lambda each: each[0].point[:2])
        self._next_slot = 1 - slot
        return latest

    def use_key(self, key: bytes) -> None:
        """Use another key from now on. That key cannot read the old points, so the caller must call `make` next."""
        self.close()
        self._key = key

    def make(self, seen: AnchorState) -> None:
        """Write and sync a new anchor file that holds only this point. Raises OSError."""
        self.close()
        self._disk.make_directory(self._path.parent)
        self._disk.write_whole(self._path, self._written(seen).ljust(_SLOTS[-1] + _SIZE, b"\0"), replace=True)
        self._next_slot = 1

    def note(self, seen: AnchorState, *, sync: bool = False) -> None:
        """Overwrite the older of the two points.

        Raises nothing: an anchor that cannot be written is only behind, and the save before it is still durable.
        """
        with contextlib.suppress(OSError):
            if self._descriptor < 0:
                self._descriptor = self._disk.open(self._path, os.O_RDWR)
            self._disk.write(self._descriptor, self._written(seen), _SLOTS[self._next_slot])
            self._next_slot = 1 - self._next_slot
            if sync:
                self._disk.sync(self._descriptor)

    def close(self) -> None:
        """Close the file; it is opened again when needed."""
        if self._descriptor >= 0:
            self._disk.close(self._descriptor)
            self._descriptor = -1

    def _written(self, seen: AnchorState) -> bytes:
        data = _POINT.pack(_LABEL, self._file_id, *seen.point, seen.time)
        return data + hmac.digest(self._key, data, hashlib.sha256)

    def _parsed(self, data: bytes) -> AnchorState | None:
        if len(data) < _SIZE or not hmac.compare_digest(
            hmac.digest(self._key, data[: _POINT.size], hashlib.sha256), data[_POINT.size :]
        ):
            return None
        label, file_id, epoch, seq, chain, time = _POINT.unpack_from(data)
        return AnchorState(Point(epoch, seq, chain), time) if (label, file_id) == (_LABEL, self._file_id) else None
