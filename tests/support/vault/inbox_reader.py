"""Read inboxes; written from docs/format.md alone. It imports nothing of the product."""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zlib
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from tests.support.vault import hpke
from tests.support.vault.reader import FRAME, Journal, _hkdf, _opened, pages_of


def read_inbox(inbox: bytes, journal: bytes, passphrase: str) -> dict[str, Any]:
    """Return whose page it has, the captures (of one uid the last), and how many pieces are bad."""
    page = pages_of(journal)[0][0]
    master = _opened(page, passphrase, "")
    file_id = page[24:40]
    key = _hkdf(master, file_id, b"rj1/inbox")
    captures, bad = _captures(inbox, key, file_id)
    documents = {uid: document for uid, (document, _) in captures.items()}
    return {"page": _page(inbox, key, file_id), "captures": documents, "bad": bad}


def imported(inbox: bytes, key: bytes, journal: Journal) -> dict[str, Any]:
    """Return what importing leads to: all captures in the journal then, how many are new, and how many pieces are bad.

    The captures are without `updated_at`, which says when that was. `foreign`: the page has another key.
    """
    captures, bad = _captures(inbox, key, journal.file_id)
    there = {uid: dict(document) for uid, document in journal.tables.get("captures", {}).items()}
    new = 0
    for uid, (document, version) in captures.items():
        tombstone = journal.deleted.get(("captures", uid), [0, []])
        versions = there[uid].get("revisions", []) if uid in there else tombstone[1]
        if version not in versions:
            there[uid] = document | {"revisions": [version, *versions][:16]}
            new += 1
    for document in there.values():
        document.pop("updated_at", None)
    return {"captures": there, "new": new, "bad": bad, "foreign": _page(inbox, key, journal.file_id) == "foreign"}


def _captures(inbox: bytes, key: bytes, file_id: bytes) -> tuple[dict[str, tuple[Any, str]], int]:
    """Return by uid the document and id of each capture (of one uid the last), and how many pieces are bad."""
    captures: dict[str, tuple[Any, str]] = {}
    bad, torn, at = 0, False, 4096
    while at < len(inbox):
        piece = _piece(inbox, at)
        found = _capture(piece, key, file_id) if piece else None
        if found:
            version = hashlib.sha256(piece).hexdigest()[:16]
            captures |= {uid: (document, version) for uid, document in found.items()}
        bad += bool(found is None and (piece or not torn))  # what lies between two whole ones counts once
        torn = not piece
        at += len(piece) or 4096
    return captures, bad


def _page(inbox: bytes, key: bytes, file_id: bytes) -> str:
    page = inbox[:4096]
    good = len(page) == 4096 and zlib.crc32(page[:4092]) == int.from_bytes(page[4092:])
    if not good or page[:10] + page[12:32] != bytes.fromhex("89524a494e420d0a000100000001") + file_id:
        return "none"
    return (
        "own" if page[32:64] == X25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw() else "foreign"
    )


def _piece(inbox: bytes, at: int) -> bytes:
    """Return the complete capture at this place, or None."""
    frame = inbox[at : at + 28]
    if len(frame) < 28 or zlib.crc32(frame[:24]) != int.from_bytes(frame[24:]):
        return b""
    magic, kind, flags, zero, seq, length, crc = struct.unpack_from(">4sBBHQII", frame)
    legal = (
        (magic, kind, flags, zero, seq) == (FRAME, 5, 0, 0, 0) and (28 + length) % 4096 == 0 and 28 + length <= 65536
    )
    body = inbox[at + 28 : at + 28 + length]
    return frame + body if legal and len(body) == length and zlib.crc32(body) == crc else b""


def _capture(piece: bytes, key: bytes, file_id: bytes) -> dict[str, Any] | None:
    """Return the document by its uid."""
    try:
        plain = hpke.unseal(key, b"rj1/inbox" + file_id, piece[28:])
        n = int.from_bytes(plain[:4])
        if plain[4:36] != bytes(32) or not 36 <= n <= len(plain) or plain[n:].strip(b"\0") or len(plain) - n >= 4096:
            return None
        ((what, table, uid, document),) = json.loads(plain[36:n])
    except (InvalidTag, ValueError, TypeError):
        return None
    good = (what, table, type(document)) == ("put", "captures", dict) and re.fullmatch("[0-9a-f]{32}", uid)
    return {uid: document} if good else None
