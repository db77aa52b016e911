"""Make the test vectors of inboxes, all next to the journal `walk`; see vectors.py.

Run it by hand: `python -m tests.support.vault.inbox_vectors`. It makes the inboxes that are missing in
tests/fixtures/vectors (it never replaces one) and writes inboxes.json, from this file and from what the independent
reader reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from journal.vault.format.frames import CAPTURE, framed, padded
from journal.vault.format.header import HEADERS, Headers
from journal.vault.inbox import Page, public_key
from tests.support.vault import hpke
from tests.support.vault.bases import PASSPHRASE, PLACE
from tests.support.vault.captures import json_of
from tests.support.vault.inbox_reader import read_inbox
from tests.support.vault.journals import uid
from tests.support.vault.vectors import applied, journals

Edits = list[tuple[Any, ...]]

LIST = PLACE / "inboxes.json"
WALK = journals()["walk"]

_FOREIGN = bytes(range(32))
_BLOCK = 4096


def inboxes() -> dict[str, bytes]:
    """Return the inboxes by name."""
    return {file.stem: file.read_bytes() for file in sorted(PLACE.glob("*.inbox"))}


def put(number: int, text: str, table: str = "captures") -> bytes:
    """Return the payload of a capture."""
    return json_of(["put", table, uid(number), {"text": text}])


class Maker:
    """Makes the inboxes, with fixed sender keys that are only good for tests."""

    def __init__(self) -> None:
        headers = Headers.read(WALK[:HEADERS])
        self._file_id = headers.header.file_id
        self._public = public_key(headers.pages[0].open(PASSPHRASE, None).inbox)
        self._sent = 0

    def all(self) -> dict[str, bytes]:
        """Return every inbox."""
        own, foreign = Page(self._file_id, self._public), Page(self._file_id, public_key(_FOREIGN))
        good = [put(1, "seven"), put(2, "by the canal – 🌱"), put(1, "seven, then four"), put(3, "long " * 1200)]
        odd = [
            json_of(["del", "captures", uid(1), 1, ["0" * 16]]),
            put(4, "elsewhere", "entries"),
            json_of(["put", "captures", uid(5), {}], ["put", "captures", uid(6), {}]),
            json_of(["put", "captures", "no uid", {}]),
            b"no JSON",
        ]
        return {
            "one": own.written() + self._sealed(put(1, "seven")),
            "good": own.written() + b"".join(map(self._sealed, good)),
            "odd": own.written() + b"".join(map(self._sealed, odd)) + self._strange() + self._sealed(put(7, "good")),
            "foreign": foreign.written() + self._sealed(put(8, "lost"), public=foreign.public_key),
        }

    def _strange(self) -> bytes:
        """Return a piece that is sealed in another way than the format says."""
        payload = put(9, "strange")
        return b"".join(
            (
                self._sealed(payload, info=b"rj1/inbox" + bytes(16)),
                self._sealed(payload, hashed=bytes(31) + b"\1"),
                self._sealed(payload, blocks=2),
                self._sealed(payload, kind=1),
                self._sealed(payload, seq=1),
            )
        )

    def _sealed(
        self,
        payload: bytes,
        *,
        public: bytes = b"",
        info: bytes = b"",
        hashed: bytes = bytes(32),
        blocks: int = 0,
        kind: int = CAPTURE,
        seq: int = 0,
    ) -> bytes:
        self._sent += 1
        size = -(-(28 + 48 + 36 + len(payload)) // _BLOCK) * _BLOCK + blocks * _BLOCK - 28 - 48
        plain, info = padded(hashed, payload, size), info or b"rj1/inbox" + self._file_id
        return framed(kind, seq, hpke.seal(public or self._public, info, plain, self._sent.to_bytes(32)))


def vectors() -> Iterator[tuple[str, str, Edits, str]]:
    """Yield name, inbox, edits, and whose page it has afterwards."""
    yield "one capture", "one", [], "own"
    yield "four, one of them twice", "good", [], "own"
    yield "a page and nothing else", "one", [("cut", _BLOCK)], "own"
    yield "torn in its frame", "good", [("cut", 4 * _BLOCK + 9)], "own"
    yield "torn in its body", "good", [("cut", 4 * _BLOCK - 1)], "own"
    yield (
        "one behind a torn one",
        "one",
        [("cut", _BLOCK + 700), ("zeros", _BLOCK + 700, _BLOCK - 700), _brought()],
        "own",
    )
    yield "zeros behind the last", "one", [("zeros", 2 * _BLOCK, 9000)], "own"
    yield "a bit in a frame", "good", [("flip", 2 * _BLOCK + 9, 1)], "own"
    yield "a bit in a body", "good", [("flip", 2 * _BLOCK + 900, 1)], "own"
    yield "a bit in a body, CRCs made good", "good", [("flip", 2 * _BLOCK + 900, 1), ("frame", 2 * _BLOCK)], "own"
    yield "another encapsulated key", "good", [("flip", 2 * _BLOCK + 30, 1), ("frame", 2 * _BLOCK)], "own"
    yield "bytes pushed in", "good", [("insert", 2 * _BLOCK, "c0ffee")], "own"
    yield "payloads and seals that the format does not have", "odd", [], "own"
    yield "sealed to another key", "foreign", [], "foreign"
    yield (
        "the page exchanged, the captures are ours",
        "good",
        [*_without_page(), ("copy", 0, "foreign", 0, _BLOCK)],
        "foreign",
    )
    yield "a bit in the page", "good", [("flip", 40, 0)], "none"
    yield "zeros for the page", "good", [("zero", 0, _BLOCK)], "none"
    yield "the page of another journal", "good", [("set", 16, "00" * 16), ("page", 0)], "none"
    yield "a later version of the page", "good", [("set", 8, "0002"), ("page", 0)], "none"
    yield "a later minor version of the page", "good", [("set", 10, "0007"), ("page", 0)], "own"
    yield "cut within the page", "one", [("cut", 4000)], "none"
    yield "nothing", "one", [("cut", 0)], "none"


def _brought() -> tuple[Any, ...]:
    return ("copy", 2 * _BLOCK, "good", 2 * _BLOCK, _BLOCK)


def _without_page() -> Edits:
    return [("remove", 0, _BLOCK)]


def write() -> None:
    """Make what is missing and write inboxes.json. Raises ValueError if the reader disagrees with this file."""
    made = Maker().all()
    for name, data in made.items():
        if not (PLACE / f"{name}.inbox").exists():
            (PLACE / f"{name}.inbox").write_bytes(data)
    listed = []
    for name, base, edits, page in vectors():
        found = read_inbox(applied(inboxes(), base, edits), WALK, PASSPHRASE)
        if found["page"] != page:
            raise ValueError(f"{name}: {found}")
        listed.append({"name": name, "base": base} | ({"edits": edits} if edits else {}) | {"expect": found})
    lines = ",\n".join(json.dumps(vector, ensure_ascii=False) for vector in listed)
    head = json.dumps({"journal": "walk", "passphrase": PASSPHRASE})
    LIST.write_text(f'{head[:-1]}, "vectors": [\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    write()
