"""Write captures without unlocking, and make inboxes to break."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from journal.vault.files.contents import Contents
from journal.vault.files.disk import Disk
from journal.vault.format.frames import CAPTURE, FRAME_SIZE, framed, padded
from journal.vault.format.payloads import Put
from journal.vault.inbox import CAPTURES, PAGE, Page, inbox_path, pieces, sealed_size
from journal.vault.inbox import capture as capture_put
from journal.vault.vault import Vault
from tests.support.vault import hpke
from tests.support.vault.journals import create, uid

EPHEMERAL = bytes(range(32))


def captured(number: int, text: str = "") -> Put:
    """Return the document of a capture."""
    return Put(CAPTURES, uid(number), {"text": text or f"capture {number}"})


def capture(path: Path, number: int, text: str = "", *, disk: Disk | None = None) -> None:
    """Write a capture to the inbox without unlocking."""
    capture_put(path, captured(number, text), disk=disk)


def waiting(vault: Vault) -> dict[int, str]:
    """Return the imported captures, by number."""
    return {int(key, 16): document["text"] for key, document in vault.tables.get(CAPTURES, {}).items()}


def noted(*numbers: int) -> dict[int, str]:
    """Return what `waiting` returns for these."""
    return {number: f"capture {number}" for number in numbers}


def journal(path: Path) -> Path:
    """Make a closed journal with its inbox."""
    create(path).close()
    return path


def data_of(path: Path) -> bytes:
    """Return the bytes of the inbox."""
    return inbox_path(path).read_bytes()


def whole(data: bytes) -> list[bytes]:
    """Return the complete captures in the inbox."""
    return [data[start:end] for start, end, good in pieces(Contents.of(data)) if good]


def page_of(path: Path) -> Page:
    """Return the page of the inbox."""
    page = Page.read(data_of(path))
    assert page
    return page


def add(path: Path, data: bytes) -> None:
    """Append bytes to the inbox, as someone else would."""
    inbox_path(path).write_bytes(data_of(path) + data)


def forged(
    path: Path,
    payload: bytes,
    *,
    kind: int = CAPTURE,
    seq: int = 0,
    info: bytes | None = None,
    hashed: bytes = bytes(32),
    blocks: int = 0,
) -> bytes:
    """Return a forged capture: anyone at the computer can make it, with only the public key."""
    page = page_of(path)
    size = sealed_size(len(payload)) + 4096 * blocks - FRAME_SIZE - 48
    info = b"rj1/inbox" + page.file_id if info is None else info
    return framed(kind, seq, hpke.seal(page.public_key, info, padded(hashed, payload, size), EPHEMERAL))


def beside(path: Path) -> list[str]:
    """Return the endings of the files next to a journal."""
    return sorted(file.name.removeprefix(path.name) for file in path.parent.glob(path.name + ".*"))


def set_aside(path: Path) -> list[bytes]:
    """Return what could not be imported from the inbox: everything after the page of each file."""
    files = sorted(path.parent.glob(f"{path.name}.inbox.bad-*"))
    return [file.read_bytes()[PAGE:] for file in files]


def json_of(*operations: Any) -> bytes:
    """Return a payload, whatever it contains."""
    return json.dumps(operations).encode()


def cuts(data: bytes, start: int) -> Iterator[bytes]:
    """Yield the data cut at every byte from `start` on."""
    return (data[:end] for end in range(start, len(data)))
