"""Make the test vectors of docs/format.md, and write them to files.

Run it by hand: `python -m tests.support.vault.vectors`. It makes the journals that are missing in
tests/fixtures/vectors (it never replaces one: later releases must open exactly these bytes) and writes vectors.json,
from misfortunes.py and from what the independent reader reads. The tests then ask the product for the same.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from journal.vault.files.contents import Contents
from journal.vault.format.frames import Sealer, walk
from journal.vault.format.header import HEADERS, Headers
from tests.support.vault.bases import LIST, PLACE, make
from tests.support.vault.healing_reader import healed
from tests.support.vault.reader import opened, read_journal

if TYPE_CHECKING:
    from tests.support.vault.misfortunes import Vector


def journals() -> dict[str, bytes]:
    """Return the journals by name."""
    return {file.stem: file.read_bytes() for file in sorted(PLACE.glob("*.rj"))}


def applied(bases: Mapping[str, bytes], base: str, edits: Sequence[Sequence[Any]]) -> bytes:
    """Return the file of a vector: a journal with its edits applied in order."""
    data = bases[base]
    for what, at, *rest in edits:
        if what == "cut":
            data = data[:at]
        elif what == "flip":
            data = data[:at] + bytes([data[at] ^ 1 << rest[0]]) + data[at + 1 :]
        elif what == "set":
            data = data[:at] + bytes.fromhex(rest[0]) + data[at + len(rest[0]) // 2 :]
        elif what == "zero":
            data = data[:at] + bytes(rest[0]) + data[at + rest[0] :]
        elif what == "remove":
            data = data[:at] + data[at + rest[0] :]
        elif what == "insert":
            data = data[:at] + bytes.fromhex(rest[0]) + data[at:]
        elif what == "zeros":
            data = data[:at] + bytes(rest[0]) + data[at:]
        elif what == "copy":
            data = data[:at] + bases[rest[0]][rest[1] : rest[1] + rest[2]] + data[at:]
        elif what == "page":
            data = data[: at + 4092] + zlib.crc32(data[at : at + 4092]).to_bytes(4) + data[at + 4096 :]
        elif what == "frame":
            length = int.from_bytes(data[at + 16 : at + 20])
            frame = data[at : at + 20] + zlib.crc32(data[at + 28 : at + 28 + length]).to_bytes(4)
            data = data[:at] + frame + zlib.crc32(frame).to_bytes(4) + data[at + 28 :]
        else:
            raise ValueError(what)
    return data


def sha256_of(tables: Any) -> str:
    """Return the digest of tables as in vectors.json: over JSON with sorted names and no spaces."""
    text = json.dumps(tables, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def anchor_file(parts: Sequence[str]) -> bytes:
    """Return an anchor file made of its two points, in hex."""
    first, second = (bytes.fromhex(part) for part in parts)
    return first.ljust(4096, b"\0") + second


def expected(found: dict[str, Any]) -> dict[str, Any]:
    """Return what a reader reported in the form of vectors.json: the tables as counts and a digest."""
    if "tables" not in found:
        return found
    tables = found["tables"]
    counts = {name: len(table) for name, table in sorted(tables.items())}
    rest = {name: value for name, value in found.items() if name not in ("tables", "missing_at_least")}
    return rest | {"documents": counts, "sha256": sha256_of(tables)}


def healed_by_reader(data: bytes, passphrase: str, generations: Sequence[bytes]) -> dict[str, Any]:
    """Return the content after healing by the independent reader, in the form of vectors.json."""
    entries, gave = healed(opened(data, passphrase)[0], generations)
    tables: dict[str, dict[str, Any]] = {}
    for (table, uid), entry in entries.items():
        if isinstance(entry, dict):
            tables.setdefault(table, {})[uid] = entry
    return expected({"tables": tables}) | {"from": [list(each) for each in gave]}


def write() -> None:
    """Write vectors.json. Raises ValueError if the independent reader disagrees with misfortunes.py."""
    from tests.support.vault.misfortunes import KINDS  # it reads the journals, which may have been made just now

    keys = json.loads(LIST.read_text(encoding="utf-8"))["journals"]
    seen = anchors(keys)
    vectors = [as_json(kind, vector, seen) for kind, each in KINDS.items() for vector in each()]
    if len({vector["name"] for vector in vectors}) < len(vectors):
        raise ValueError("two vectors of one name")
    lines = ",\n".join(json.dumps(vector, ensure_ascii=False) for vector in vectors)
    head = json.dumps({"journals": keys, "anchors": seen}, ensure_ascii=False, indent=1)
    LIST.write_text(f'{head[:-2]},\n "vectors": [\n{lines}\n]}}\n', encoding="utf-8")


def anchors(keys: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Return anchor files by name, each as the hex of its two points."""
    names = ("walk", "fork", "twin", "grown", "grown-1")
    points = {name: seen_points(journals()[name], keys[name]["passphrase"]) for name in names}
    found = {name: points[name][-2:] for name in names}
    found["walk, earlier"] = [points["walk"][3], ""]
    found["walk, before the last"] = [points["walk"][-2], ""]
    found["grown-1, earlier"] = [points["grown-1"][-2], ""]
    later = bytes.fromhex(points["walk"][-1])
    found["forged"] = [(later[:39] + b"\x63" + later[40:]).hex(), ""]
    return found


def seen_points(data: bytes, passphrase: str) -> list[str]:
    """Return half an anchor file, in hex, for every record of a journal, as if that was seen last."""
    headers = Headers.read(data[:HEADERS])
    opened, file_id, epoch = headers.pages[0].open(passphrase, None), headers.header.file_id, headers.header.epoch
    points = []
    for _, record in walk(Contents.of(data), HEADERS, Sealer(opened.record, file_id, epoch).read):
        half = struct.pack(">8s16sQQ32sQ", b"rj1/anch", file_id, epoch, record.seq, record.chain, 1)
        points.append((half + hmac.digest(opened.anchor, half, "sha256")).hex())
    return points


def as_json(kind: str, vector: Vector, seen: dict[str, list[str]]) -> dict[str, Any]:
    """Return a vector in the form of vectors.json, without empty values."""
    data = applied(journals(), vector.base, vector.edits)
    anchor = anchor_file(seen[vector.anchor]) if vector.anchor else b""
    beside = [journals().get(name, b"") for name in vector.generations]
    found = read_journal(data, vector.passphrase, vector.words, anchor, beside, vector.key_file.encode())
    if not vector.said.items() <= found.items():
        raise ValueError(f"{vector.name}: {found}")
    expect = expected(found)
    if vector.verdict == "damaged" and beside:
        expect["healed"] = healed_by_reader(data, vector.passphrase, beside)
        if expect["healed"]["from"] != [list(each) for each in vector.gave]:
            raise ValueError(f"{vector.name}: {expect['healed']}")
    given = {
        "edits": vector.edits,
        "passphrase": vector.passphrase,
        "recovery_words": vector.words,
        "key_file": vector.key_file,
        "anchor": vector.anchor,
        "generations": vector.generations,
    }
    head = {"name": vector.name, "kind": kind, "base": vector.base}
    return head | {name: value for name, value in given.items() if value} | {"expect": expect}


if __name__ == "__main__":
    make()
    write()
