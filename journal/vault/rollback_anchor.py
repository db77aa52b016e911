"""What this computer saw last of a journal, kept outside its folder: tells an older copy and a fork."""

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
_PLACES = (0, 4096)


@dataclass(frozen=True)
class AnchorState:
    """The last record that this computer saw, and when (Unix ms)."""

    point: Point
    time: int


class Anchor:
    """The anchor file of one journal. It may lag behind the journal, never lead."""

    def __init__(self, disk: Disk, directory: Path, file_id: bytes, key: bytes) -> None:
        self._disk = disk
        self._path = directory / file_id.hex()
        self._file_id = file_id
        self._key = key
        self._turn = 0
        self._descriptor = -1

    def read(self) -> AnchorState | None:
        """The later of the two good points; None when none is at hand."""
        try:
            data = self._disk.read(self._path, _PLACES[-1] + _SIZE)
        except OSError:
            return None
        seen = [(self._parsed(data[place : place + _SIZE]), turn) for turn, place in enumerate(_PLACES)]
        good = [(point, turn) for point, turn in seen if point]
        if not good:
            return None
        latest, turn = max(good, key=lambda each: each[0].point[:2])
        self._turn = 1 - turn
        return latest

    def under(self, key: bytes) -> None:
        """Go on under another key; what stood there cannot be read by it, so `make` comes next."""
        self.close()
        self._key = key

    def make(self, seen: AnchorState) -> None:
        """A new file that knows only this point, synced."""
        self.close()
        self._disk.make_directory(self._path.parent)
        self._disk.write_whole(self._path, self._written(seen).ljust(_PLACES[-1] + _SIZE, b"\0"), replace=True)
        self._turn = 1

    def note(self, seen: AnchorState, *, sync: bool = False) -> None:
        """Write a point over the older one.

        An anchor that cannot be written only lags: the save that it follows stands, so nothing is raised.
        """
        with contextlib.suppress(OSError):
            if self._descriptor < 0:
                self._descriptor = self._disk.open(self._path, os.O_RDWR)
            self._disk.write(self._descriptor, self._written(seen), _PLACES[self._turn])
            self._turn = 1 - self._turn
            if sync:
                self._disk.sync(self._descriptor)

    def close(self) -> None:
        """Let go of the file, until it is needed again."""
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
