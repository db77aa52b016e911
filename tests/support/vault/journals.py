"""Small journals to break."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

from journal.file_facts import Cost
from journal.vault.files.contents import Contents
from journal.vault.files.disk import Disk
from journal.vault.format.frames import SNAPSHOT_END, walk, whole_frame
from journal.vault.format.header import HEADERS
from journal.vault.format.payloads import Put
from journal.vault.vault import Vault

CHEAP = Cost(64, 1, 1)
PASSPHRASE = "a sober morning"

_ticks = count(1_764_000_000_000, 1000)


def now() -> int:
    """Return Unix ms, one second later at every call."""
    return next(_ticks)


def uid(number: int) -> str:
    """Return the uid of the `number`th entry."""
    return f"{number:032x}"


def put(number: int, text: str = "") -> Put:
    """Return a change that puts an entry."""
    return Put("entries", uid(number), {"text": text or f"entry {number}"})


def create(
    path: Path, *, recovery_words: str | None = None, disk: Disk | None = None, anchors: Path | None = None
) -> Vault:
    """Create a new journal with a cheap key derivation."""
    return Vault.create(
        path, PASSPHRASE, recovery_words=recovery_words, cost=CHEAP, disk=disk, anchors=anchors, now=now
    )


def open_vault(path: Path, *, disk: Disk | None = None, anchors: Path | None = None, read_only: bool = False) -> Vault:
    """Open the journal at `path`."""
    return Vault.open(path, PASSPHRASE, disk=disk, anchors=anchors, now=now, read_only=read_only)


def write_entries(path: Path, numbers: range, *, anchors: Path | None = None) -> None:
    """Make a closed journal with one record per entry."""
    with create(path, anchors=anchors) as vault:
        for number in numbers:
            vault.commit([put(number)])


def texts(vault: Vault) -> dict[int, str]:
    """Return the texts of the entries by number."""
    return {int(key, 16): document["text"] for key, document in vault.tables.get("entries", {}).items()}


def entries(numbers: range) -> dict[int, str]:
    """Return what `texts` returns after `write_entries`."""
    return {number: f"entry {number}" for number in numbers}


def whole_file(disk: Disk, path: Path) -> bytes:
    """Read a whole small file."""
    with disk.opened(path) as descriptor:
        return disk.read_at(descriptor, disk.size(descriptor), 0)


def record_places(data: bytes) -> list[tuple[int, int]]:
    """Return offset and end of every record."""
    return [(at, at + frame.size) for at, frame in walk(Contents.of(data), HEADERS, whole_frame)]


def snapshot_end(data: bytes) -> int:
    """Return the offset after the snapshot."""
    return next(
        at + frame.size for at, frame in walk(Contents.of(data), HEADERS, whole_frame) if frame.kind == SNAPSHOT_END
    )


def copy(path: Path, to: Path, data: bytes | None = None) -> Path:
    """Copy the journal, or write `data`, alone into a directory of its own."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    place = to / path.name
    place.write_bytes(path.read_bytes() if data is None else data)
    return place


def flipped(data: bytes, at: int, bit: int = 0) -> bytes:
    """Return `data` with one bit inverted."""
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]
