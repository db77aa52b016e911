"""Read journals; written from docs/format.md alone. It imports nothing of the product."""

from __future__ import annotations

import hashlib
import hmac
import json
import struct
import unicodedata
import zlib
from collections.abc import Sequence
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from mnemonic import Mnemonic

MAGIC, FRAME = bytes.fromhex("89524a524e4c0d0a"), b"\xa7RJ1"


class Refused(Exception):
    """The file cannot be opened; the message is the verdict."""


def read_journal(
    data: bytes,
    passphrase: str = "",
    words: str = "",
    anchor: bytes = b"",
    generations: Sequence[bytes] = (),
    key_file: bytes = b"",
) -> dict[str, Any]:
    """Return the verdict on a file, and everything that can be read in it, as docs/format.md says."""
    try:
        _, bad_copy = pages_of(data)
        journal, master = opened(data, passphrase, words, key_file)
    except Refused as refused:
        return {"verdict": str(refused)}
    seen = _seen(anchor, journal.file_id, _hkdf(master, journal.file_id, b"rj1/anchor"))
    return journal.judged(seen, generations, bad_copy)


def opened(data: bytes, passphrase: str = "", words: str = "", key_file: bytes = b"") -> tuple[Journal, bytes]:
    """Return the content under the first page with which a record opens, and the master key. Raises Refused."""
    pages, _ = pages_of(data)
    empty: tuple[Journal, bytes] | None = None
    refused, master = "", b""
    for page in pages:
        counts = page[40:48] == pages[0][40:48]
        try:
            master = master if master and is_of(page, master) else _opened(page, passphrase, words, key_file)
        except Refused as error:
            refused = str(error) if counts or not refused else refused
            continue
        file_id, epoch = page[24:40], int.from_bytes(page[40:48])
        journal = Journal(data, _hkdf(master, file_id, b"rj1/record"), file_id, epoch)
        if journal.seq:
            return journal, master
        if counts and empty is None:
            empty = journal, master
    if empty is None:
        raise Refused(refused)
    return empty


def _opened(page: bytes, passphrase: str, words: str, key_file: bytes = b"") -> bytes:
    """Return the master key of a page that nobody changed."""
    master = _master(page, page[24:40], passphrase, words, key_file)
    if not is_of(page, master):
        raise Refused("tampered")
    return master


def is_of(page: bytes, master: bytes) -> bool:
    """Return whether the page was written with this master key and not changed since."""
    return hmac.digest(_hkdf(master, page[24:40], b"rj1/header"), page[:4060], "sha256") == page[4060:4092]


def pages_of(data: bytes) -> tuple[list[bytes], bool]:
    """Return the pages to try, the one in force first, and whether a copy is bad or they differ."""
    copies = [data[:4096], data[4096:8192]]
    if not any(copy.startswith(MAGIC) for copy in copies):
        raise Refused("not a journal")
    good = [c for c in copies if len(c) == 4096 and c[:8] == MAGIC and zlib.crc32(c[:4092]) == int.from_bytes(c[4092:])]
    if not good:
        raise Refused("unreadable")
    for copy in good:
        major, _, _, suite, _, flags = struct.unpack_from(">HHIHHI", copy, 8)
        if major > 1 or (major == 1 and (suite > 1 or flags & 0xFFFF)):
            raise Refused("newer version")
    pages = sorted(dict.fromkeys(good), key=lambda copy: copy[40:48], reverse=True)
    sensible = [page for page in pages if _complaint(page) is None]
    if not sensible or sensible[0][40:48] != pages[0][40:48]:
        raise Refused(_complaint(pages[0]))
    return sensible, len(good) < 2 or good[0] != good[1]


def _in_force(data: bytes) -> bytes:
    """Return the page in force; nothing if the file would be refused."""
    try:
        return pages_of(data)[0][0]
    except Refused:
        return b""


def _complaint(page: bytes) -> str | None:
    """Return why a page is refused: it contradicts itself, only a later version can open it, or it costs too much."""
    major, _, length, suite, count, _ = struct.unpack_from(">HHIHHI", page, 8)
    slots = _slots(page)
    if (major, length, suite) != (1, 4096, 1) or not 1 <= count <= 8 or len({slot[1] for slot in slots}) != count:
        return "unreadable"
    if not any(slot[0] in (1, 2, 3) and slot[2:4] == b"\0\0" for slot in slots):
        return "newer version"
    for memory, iterations, lanes in (struct.unpack_from(">III", s, 4) for s in slots if s[:1] + s[2:4] == b"\1\0\0"):
        if memory > 2 << 20 or iterations > 64 or lanes > 16 or not (lanes and iterations and memory >= 8 * lanes):
            return "refused cost"
    return None


def _slots(page: bytes) -> list[bytes]:
    return [page[48 + 136 * i : 184 + 136 * i] for i in range(int.from_bytes(page[18:20]))]


def _master(page: bytes, file_id: bytes, passphrase: str, words: str, key_file: bytes = b"") -> bytes:
    for slot in _slots(page):
        kind, _, flags, memory, iterations, lanes, salt = struct.unpack_from(">BBHIII16s", slot)
        if flags == 0 and kind == 1 and passphrase:
            line = unicodedata.normalize("NFC", passphrase.replace("\r", "\n").split("\n")[0]).encode()
            key = Argon2id(salt=salt, length=32, iterations=iterations, lanes=lanes, memory_cost=memory).derive(line)
        elif flags == 0 and kind == 2 and words:
            key = _hkdf(_entropy(words), salt, b"rj1/recovery")
        elif flags == 0 and kind == 3 and key_file:
            key = _hkdf(secret_in(key_file), salt, b"rj1/key-file")
        else:
            continue
        master = _unseal(key, b"rj1/slot" + file_id + slot[:32], slot[32:])
        if master is not None:
            return master
    raise Refused("wrong passphrase")


def _entropy(words: str) -> bytes:
    try:
        return bytes(Mnemonic("english").to_entropy(unicodedata.normalize("NFKD", words).lower().split()))
    except (ValueError, LookupError):
        raise Refused("wrong words") from None


def secret_in(key_file: bytes) -> bytes:
    """Return the 32 bytes in a key file. Raises Refused."""
    words = key_file.removeprefix(b"\xef\xbb\xbf").split()
    if len(key_file) > 1024 or words[:1] != [b"journal-key"]:
        raise Refused("no key file")
    if len(words) > 1 and words[1].isdigit() and words[1] != b"1":
        raise Refused("newer key file")
    try:
        version, secret, check = words[1], *(bytes.fromhex(word.decode("ascii")) for word in words[2:])
    except (ValueError, IndexError):
        raise Refused("damaged key file") from None
    right = hashlib.sha256(b"rj1/key-file" + secret).digest()[:4]
    if version != b"1" or len(secret) != 32 or check != right:
        raise Refused("damaged key file")
    return secret


def _seen(anchor: bytes, file_id: bytes, key: bytes) -> tuple[int, int, bytes] | None:
    """Return the later valid point in an anchor file."""
    points = []
    for part in (anchor[:112], anchor[4096:4208]):
        good = len(part) == 112 and hmac.digest(key, part[:80], "sha256") == part[80:]
        if good and part[:24] == b"rj1/anch" + file_id:
            points.append(struct.unpack_from(">QQ32s", part, 24))
    return max(points, default=None)


class Journal:
    """The content of a file's records, of all of them or those up to the seq `until`."""

    def __init__(self, data: bytes, key: bytes, file_id: bytes, epoch: int, until: int | None = None) -> None:
        self.data, self.key, self.file_id, self.epoch = data, key, file_id, epoch
        self.chain = hashlib.sha256(b"rj1/chain" + file_id + epoch.to_bytes(8)).digest()
        self.tables: dict[str, dict[str, Any]] = {}
        self.deleted: dict[tuple[str, str], list[Any]] = {}
        self.notes: list[str] = []
        self.parts: list[bytes] = []
        self.chains: dict[int, bytes] = {}
        self.origins: list[tuple[int, int, bytes]] = []
        self.end, self.seq, self.missing, self.last_kind = 8192, 0, 0, 2
        self.ended = self.whole = self.bad = self.newer = self.begins_late = False
        at = 8192 if data[4096:].startswith(MAGIC) and self._frame(8192) else 4096  # else the pages lost bytes
        while 0 <= at < len(data):
            record = self._record(at)
            if record is None or record[2] <= self.seq:
                at = data.find(FRAME, at + 1)  # after a bad one it looks at every byte
            elif until is not None and record[2] > until:
                break
            else:
                self._take(at, *record)
                at = self.end

    def entries(self) -> dict[tuple[str, str], Any]:
        """Return by (table, uid) the document there, or time and revisions of its tombstone as a list."""
        documents = {(name, uid): each for name, table in self.tables.items() for uid, each in table.items()}
        return documents | self.deleted

    def judged(self, seen: Any, generations: Sequence[bytes], bad_copy: bool) -> dict[str, Any]:
        """Return the verdict and what was read."""
        here, rest = (self.epoch, self.seq), self.data[self.end :]
        behind = max(1, seen[1] - self.seq) if seen and seen[:2] > here else 0
        torn = bool(rest.strip(b"\0")) and not self.bad and self.ended and not behind and self._torn(seen is not None)
        bad_end = bool(rest.strip(b"\0")) and not torn
        damaged = bad_end or self.bad or not self.ended
        forked = bool(seen) and not damaged and not behind and not self._went_through(seen, generations)
        counted = self.missing + (behind or bad_end)
        verdicts = {"newer": self.newer, "damaged": damaged, "older": behind, "forked": forked, "unfinished": torn}
        return {
            "verdict": next((name for name, applies in verdicts.items() if applies), "opens"),
            "missing": max(1, counted) if damaged else 0,
            "missing_at_least": damaged
            and bool(bad_end or behind or self.begins_late or self._in_snapshot() or not counted),
            "behind": 0 if damaged else behind,
            "bad_copy": bad_copy,
            "notes": self.notes,
            "tables": {name: table for name, table in self.tables.items() if table},
        }

    def _frame(self, at: int) -> tuple[int, int, int, int, int] | None:
        """Return type, flags, seq, length of the body and its CRC, if there is a valid frame."""
        frame = self.data[at : at + 28]
        if len(frame) < 28 or zlib.crc32(frame[:24]) != int.from_bytes(frame[24:]):
            return None
        magic, kind, flags, zero, seq, length, crc = struct.unpack_from(">4sBBHQII", frame)
        legal = (magic, zero, (28 + length) % 4096) == (FRAME, 0, 0) and 108 <= length <= (16 << 20) - 28
        return (kind, flags, seq, length, crc) if legal else None

    def _record(self, at: int) -> tuple[int, int, int, bytes, bytes, bytes] | None:
        """Return type, flags, seq, prev_hash, payload and all bytes of an authentic record."""
        frame = self._frame(at)
        if frame is None:
            return None
        kind, flags, seq, length, crc = frame
        record = self.data[at : at + 28 + length]
        context = b"rj1/rec\0" + self.file_id + self.epoch.to_bytes(8) + bytes([kind, flags]) + seq.to_bytes(8)
        try:
            plain = _unseal(self.key, context, record[28:]) if zlib.crc32(record[28:]) == crc else None
        except Refused:
            return None
        n = int.from_bytes(plain[:4]) if plain else 0
        if plain is None or not 36 <= n <= len(plain) or plain[n:].strip(b"\0") or len(record) != _size(n):
            return None
        return kind, flags, seq, plain[4:36], plain[36:n], record

    def _take(self, at: int, kind: int, flags: int, seq: int, prev: bytes, payload: bytes, record: bytes) -> None:
        if (at, prev) != (self.end, self.chain) or (self.seq and seq != self.seq + 1):
            self.bad = True
            self.missing += max(seq - self.seq - 1, 0) if self.seq else 1
            self.begins_late |= not self.seq
            self.chains.setdefault(seq - 1, prev)
        self.end, self.seq, self.chain = at + len(record), seq, hashlib.sha256(prev + record).digest()
        self.chains[seq], self.last_kind = self.chain, kind
        if kind not in (1, 2, 3, 4) or flags:
            self.newer = True
            return
        try:
            self._apply(kind, payload)
        except (ValueError, TypeError, LookupError, RecursionError):
            self.bad = True
            self.missing += 1

    def _apply(self, kind: int, payload: bytes) -> None:
        value, ended = _json(payload), self.ended
        if kind == 3:
            self._end(value)
        elif kind == 4:
            _must(type(value) is dict and type(value["note"]) is str and type(value["at"]) is int)
            self.notes.append(value["note"])
        else:
            self._operate(value)
            self.parts += [payload] if kind == 2 else []
        self.bad |= kind != 4 and ended == (kind in (2, 3))

    def _operate(self, operations: list[Any]) -> None:
        _must(type(operations) is list and all(map(_is_operation, operations)))
        for what, table, uid, *rest in operations:
            self.deleted.pop((table, uid), None)
            self.tables.setdefault(table, {}).pop(uid, None)
            if what == "put":
                self.tables[table][uid] = rest[0]
            else:
                self.deleted[table, uid] = rest[:2]

    def _end(self, end: dict[str, Any]) -> None:
        _must(all(type(end[name]) is int for name in ("at", "parts", "deleted")) and type(end["sha256"]) is str)
        _must(type(end["documents"]) is dict and all(type(number) is int for number in end["documents"].values()))
        _must(type(end["from"]) is list and all(list(map(type, each)) == [int, int, str] for each in end["from"]))
        origins = [(epoch, seq, bytes.fromhex(chain)) for epoch, seq, chain in end["from"]]
        counts = {name: len(table) for name, table in self.tables.items() if table}
        said = end["parts"], end["documents"], end["deleted"], end["sha256"]
        found = len(self.parts), counts, len(self.deleted), hashlib.sha256(b"".join(self.parts)).hexdigest()
        above = all(epoch < self.epoch and seq < self.seq - end["parts"] for epoch, seq, _ in origins)
        self.whole = said == found
        self.bad |= not self.whole or not above
        lost = end["parts"] - len(self.parts)
        self.begins_late &= lost < self.missing  # else it is known how many parts are lost
        self.missing = max(self.missing, lost)
        self.origins, self.ended, self.parts = origins, True, []

    def _in_snapshot(self) -> bool:
        """Return whether the file ends within its snapshot."""
        return not self.ended and self.last_kind == 2

    def _torn(self, anchored: bool) -> bool:
        """Return whether the bytes after the last record are an unfinished save."""
        frame = self._frame(self.end)
        size = 28 + frame[3] if frame else 4096
        longest = size if frame or any(self.data[self.end : self.end + 512]) else 16 << 20
        record = self.data[self.end : self.end + size]
        arrived = len(record) == size and all(any(record[i : i + 512]) for i in range(0, size, 512))
        alone = not self.data[self.end + longest :].strip(b"\0")
        return alone and not (arrived and anchored)

    def _went_through(self, seen: tuple[int, int, bytes], generations: Sequence[bytes]) -> bool:
        """Return whether that point is in the history of this file, or of a generation of it."""
        same = [data for data in generations if _in_force(data)[24:48] == self.file_id + seen[0].to_bytes(8)]
        earlier = [Journal(data, self.key, self.file_id, seen[0]) for data in same if seen[0] != self.epoch]
        through = any((each.epoch, seen[1], each.chains.get(seen[1])) == seen for each in (self, *earlier))
        return through or any(seen in each.origins for each in (self, *earlier))


def _json(payload: bytes) -> Any:
    """Return what is in a payload. Raises ValueError for what RFC 8259 does not have, and for half a surrogate pair."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    value = json.loads(payload.decode(), parse_constant=refuse)
    json.dumps(value, ensure_ascii=False).encode()
    return value


def _must(holds: bool) -> None:
    if not holds:
        raise ValueError


def _is_operation(value: Any) -> bool:
    """Return whether it has the shape of an operation; what follows its last item is of a later version."""
    shape = list(map(type, value[:5])) if type(value) is list else []
    if value[:1] == ["put"]:
        return shape[:4] == [str, str, str, dict]
    revisions = value[:1] == ["del"] and shape == [str, str, str, int, list]
    return revisions and all(type(version) is str for version in value[4])


def _size(n: int) -> int:
    """Return the size of the record whose plaintext begins with n: the least multiple of 4,096 that padding reaches."""
    size = -(-(28 + 56 + n + 16 * (n // 16384 + 1)) // 4096) * 4096
    while (size - 28 - 56 - 16) % 16400 >= 16384:
        size += 4096
    return size


def _unseal(key: bytes, context: bytes, sealed: bytes) -> bytes | None:
    """Return the message; None for another key or context. Raises Refused if the message was changed."""
    label = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"
    out = HKDFExpand(SHA512(), 76, label + sealed[:24] + context).derive(key)
    if out[44:] != sealed[24:56]:
        return None
    aead, nonce = AESGCM(out[:32]), int.from_bytes(out[32:44])
    chunks = [sealed[at : at + 16400] for at in range(56, len(sealed), 16400)]
    if not chunks or not 16 <= len(chunks[-1]) < 16400:
        raise Refused("tampered")
    try:
        return b"".join(aead.decrypt((nonce ^ i).to_bytes(12), chunk, None) for i, chunk in enumerate(chunks))
    except InvalidTag:
        raise Refused("tampered") from None


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA512(), 32, salt, info).derive(key)
