"""A reader of journals, written from docs/format.md alone. It imports nothing of the product."""

from __future__ import annotations

import hashlib
import hmac
import json
import struct
import unicodedata
import zlib
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from mnemonic import Mnemonic

Tables = dict[str, dict[str, dict[str, Any]]]


def read_journal(data: bytes, passphrase: str = "", words: str = "") -> tuple[Tables, list[str]]:
    """All documents by table and uid, and all notes. Anything that is not as the format says is an AssertionError."""
    page = data[:4096]
    assert page == data[4096:8192]
    assert page[:8] == bytes.fromhex("89524a524e4c0d0a")
    assert zlib.crc32(page[:4092]) == int.from_bytes(page[4092:])
    major, _, length, suite, count, flags = struct.unpack_from(">HHIHHI", page, 8)
    assert (major, length, suite, flags & 0xFFFF) == (1, 4096, 1, 0)
    file_id, epoch = page[24:40], int.from_bytes(page[40:48])
    slots = [page[48 + 136 * i : 184 + 136 * i] for i in range(count)]
    assert not page[48 + 136 * count : 4060].strip(b"\0")
    master = _master(slots, file_id, passphrase, words)
    header_key = _hkdf(master, file_id, b"rj1/header")
    assert hmac.digest(header_key, page[:4060], "sha256") == page[4060:4092]
    return _replayed(data, file_id, epoch, _hkdf(master, file_id, b"rj1/record"))


def _master(slots: list[bytes], file_id: bytes, passphrase: str, words: str) -> bytes:
    for slot in slots:
        kind, _, flags, memory, iterations, lanes, salt = struct.unpack_from(">BBHIII16s", slot)
        assert flags == 0
        if kind == 1 and passphrase:
            kdf = Argon2id(salt=salt, length=32, iterations=iterations, lanes=lanes, memory_cost=memory)
            key = kdf.derive(unicodedata.normalize("NFC", passphrase).encode())
        elif kind == 2 and words:
            assert (memory, iterations, lanes) == (0, 0, 0)
            key = _hkdf(bytes(Mnemonic("english").to_entropy(words)), salt, b"rj1/recovery")
        else:
            continue
        return _unseal(key, b"rj1/slot" + file_id + slot[:32], slot[32:])
    raise AssertionError("no such slot")


def _replayed(data: bytes, file_id: bytes, epoch: int, key: bytes) -> tuple[Tables, list[str]]:
    tables: Tables = {}
    notes: list[str] = []
    parts: list[bytes] = []
    deleted: set[tuple[str, str]] = set()
    chain = hashlib.sha256(b"rj1/chain" + file_id + epoch.to_bytes(8)).digest()
    at, last, ended = 8192, 0, False
    while data[at:].strip(b"\0"):
        magic, kind, flags, zero, seq, size, body_crc, crc = struct.unpack_from(">4sBBHQIII", data, at)
        record = data[at : at + 28 + size]
        assert (magic, flags, zero, len(record) % 4096) == (b"\xa7RJ1", 0, 0, 0)
        assert (zlib.crc32(record[:24]), zlib.crc32(record[28:])) == (crc, body_crc)
        assert seq == last + 1 or not last
        context = b"rj1/rec\0" + file_id + epoch.to_bytes(8) + bytes([kind, flags]) + seq.to_bytes(8)
        plain = _unseal(key, context, record[28:])
        n = int.from_bytes(plain[:4])
        assert plain[4:36] == chain
        assert not plain[n:].strip(b"\0")
        payload = plain[36:n]
        value = json.loads(payload)
        if kind in (1, 2):
            assert ended == (kind == 1)
            _apply(value, tables, deleted)
            parts += [payload] if kind == 2 else []
        elif kind == 3:
            _check_end(value, parts, tables, deleted, (epoch, seq))
            ended = True
        elif kind == 4:
            notes.append(value["note"])
        chain = hashlib.sha256(chain + record).digest()
        at, last = at + len(record), seq
    assert ended
    return {name: table for name, table in tables.items() if table}, notes


def _apply(operations: list[Any], tables: Tables, deleted: set[tuple[str, str]]) -> None:
    for operation in operations:
        what, table, uid = operation[:3]
        if what == "put":
            tables.setdefault(table, {})[uid] = operation[3]
            deleted.discard((table, uid))
        else:
            assert what == "del"
            tables.get(table, {}).pop(uid, None)
            deleted.add((table, uid))


def _check_end(
    end: dict[str, Any], parts: list[bytes], tables: Tables, deleted: set[tuple[str, str]], here: tuple[int, int]
) -> None:
    assert end["parts"] == len(parts)
    assert end["documents"] == {name: len(table) for name, table in tables.items()}
    assert end["deleted"] == len(deleted)
    assert end["sha256"] == hashlib.sha256(b"".join(parts)).hexdigest()
    for epoch, seq, chain in end["from"]:
        assert epoch < here[0]
        assert seq < here[1] - len(parts)
        assert len(bytes.fromhex(chain)) == 32
    places = [(table, uid) for part in parts for _, table, uid, *_ in json.loads(part)]
    assert places == sorted(set(places))


def _unseal(key: bytes, context: bytes, sealed: bytes) -> bytes:
    label = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"
    out = HKDFExpand(SHA512(), 76, label + sealed[:24] + context).derive(key)
    assert hmac.compare_digest(out[44:], sealed[24:56])
    aead, nonce = AESGCM(out[:32]), int.from_bytes(out[32:44])
    chunks = [sealed[at : at + 16400] for at in range(56, len(sealed), 16400)]
    assert chunks
    assert 16 <= len(chunks[-1]) < 16400
    return b"".join(aead.decrypt((nonce ^ i).to_bytes(12), chunk, None) for i, chunk in enumerate(chunks))


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA512(), 32, salt, info).derive(key)
