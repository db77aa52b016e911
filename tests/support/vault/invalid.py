"""List payloads as a program with the key may seal them: right ones, and ones that do not follow docs/format.md."""

from __future__ import annotations

import json
from typing import Any

_UID = f"{7:032x}"
_STAMPS = '"updated_at":5,"revisions":["00000000000000aa"]'
_DOCUMENT = {"text": "made elsewhere", "updated_at": 5, "revisions": ["00000000000000aa"]}
_END = {"at": 1, "parts": 0, "documents": {}, "deleted": 0, "sha256": "00" * 32, "from": []}
_EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def _text(*operations: Any) -> bytes:
    return json.dumps(list(operations)).encode()


def _with(document: str) -> bytes:
    return f'[["put","entries","{_UID}",{document}]]'.encode()


_OPERATIONS: list[bytes] = [
    _text(["put", "entries", _UID, _DOCUMENT]),
    _text(["del", "entries", _UID, 9, ["00000000000000bb"]]),
    _text(["put", "entries", _UID, _DOCUMENT], ["del", "entries", _UID, 9, ["00000000000000bb"]]),
    _text(["del", "entries", _UID, 9, []], ["put", "entries", _UID, _DOCUMENT]),
    b"[]",
    b" [ ] \n",
    # the shape of a list of operations
    b"",
    b"{}",
    b"null",
    b"[",
    b"[[]]",
    b"[null]",
    b"[[1]]",
    b"[] []",
    b"\xef\xbb\xbf[]",
    _text(["jump", "entries"]),
    _text(["Put", "entries", _UID, _DOCUMENT]),
    _text(["put", "entries", _UID]),
    _text(["put", "entries", _UID, _DOCUMENT, 1]),
    _text(["put", "entries", _UID, []]),
    _text(["put", "entries", _UID, None]),
    _text(["put", "entries", _UID, "{}"]),
    _text(["put", 1, _UID, _DOCUMENT]),
    _text(["put", "entries", 7, _DOCUMENT]),
    _text(["del", "entries", _UID]),
    _text(["del", "entries", _UID, "9", []]),
    _text(["del", "entries", _UID, 9.0, []]),
    _text(["del", "entries", _UID, 9.5, []]),
    _text(["del", "entries", _UID, True, []]),
    _text(["del", "entries", _UID, None, []]),
    _text(["del", "entries", _UID, 9, None]),
    _text(["del", "entries", _UID, 9, [1]]),
    _text(["del", "entries", _UID, 9]),
    _text(["del", "entries", _UID, 9, [], 1]),
    _text(["put", "entries", _UID, _DOCUMENT], ["jump"]),
    # what is in a document
    _with("{%s}" % _STAMPS),
    _with('{"a":1,"a":2,%s}' % _STAMPS),
    _with('{"a":{"b":1,"b":2},%s}' % _STAMPS),
    _with('{"a":NaN,%s}' % _STAMPS),
    _with('{"a":Infinity,%s}' % _STAMPS),
    _with('{"a":-Infinity,%s}' % _STAMPS),
    _with('{"a":1e999,%s}' % _STAMPS),
    _with('{"a":9007199254740993,%s}' % _STAMPS),
    _with('{"a":123456789012345678901234567890,%s}' % _STAMPS),
    _with('{"a":1.5,"b":-0.0,"c":1e3,"d":0,"e":-1,%s}' % _STAMPS),
    _with('{"a":01,%s}' % _STAMPS),
    _with('{"a":.5,%s}' % _STAMPS),
    _with('{"a":"\\ud800",%s}' % _STAMPS),
    _with('{"a":"\\ud83c\\udf31",%s}' % _STAMPS),
    _with('{"a":"\\x",%s}' % _STAMPS),
    _with('{"a":"\n",%s}' % _STAMPS),
    _with('{"a":"\\u0000",%s}' % _STAMPS),
    _with("{'a':1,%s}" % _STAMPS),
    _with("{%s,}" % _STAMPS),
    _with("{a:1,%s}" % _STAMPS),
    _with('{"a":[1,]},%s' % _STAMPS),
    _with('{"a":"' + "é" + '",%s}' % _STAMPS),
    _with('{"a":"').replace(b"]]", b"") + b'\xff",' + _STAMPS.encode() + b"}]]",
    _with('{"a":%s,%s}' % ("[" * 2000 + "]" * 2000, _STAMPS)),
    # the stamps of a document
    _with("{}"),
    _with('{"a":1}'),
    _with('{"updated_at":5,"revisions":[]}'),
    _with('{"updated_at":"5","revisions":["00000000000000aa"]}'),
    _with('{"updated_at":5.5,"revisions":["00000000000000aa"]}'),
    _with('{"updated_at":5,"revisions":"00000000000000aa"}'),
    _with('{"updated_at":5,"revisions":[7]}'),
    _with('{"updated_at":5,"revisions":["zz"]}'),
    # where it is
    _text(["put", "Entries", _UID, _DOCUMENT]),
    _text(["put", "", _UID, _DOCUMENT]),
    _text(["put", "a" * 65, _UID, _DOCUMENT]),
    _text(["put", "entries", _UID.upper().replace("7", "F"), _DOCUMENT]),
    _text(["put", "entries", "7", _DOCUMENT]),
    _text(["del", "entries", "", 9, []]),
]

_ENDS: list[bytes] = [
    json.dumps(_END | changed).encode()
    for changed in (
        {"sha256": _EMPTY},
        {},
        {"parts": 3},
        {"parts": -1},
        {"parts": "0"},
        {"parts": 0.0},
        {"documents": []},
        {"documents": {"entries": 1}},
        {"documents": {"entries": "1"}},
        {"documents": {"entries": 0}},
        {"deleted": True},
        {"sha256": 7},
        {"sha256": "zz"},
        {"sha256": _EMPTY.upper()},
        {"from": None},
        {"from": [[1, 0, "00" * 32]]},
        {"from": [[0, 0, "00" * 32]]},
        {"from": [[0, 0, "00"]]},
        {"from": [[0, 0, "zz" * 32]]},
        {"from": [[0, 0]]},
        {"from": [[0, 0, "00" * 32, 1]]},
        {"from": [["0", 0, "00" * 32]]},
        {"at": "now"},
        {"at": None},
        {"more": 1},
    )
]
_ENDS += [b"{}", b"[]", b"", json.dumps({name: _END[name] for name in _END if name != "at"}).encode()]

_NOTES: list[bytes] = [
    b'{"note":"made elsewhere","at":5}',
    b'{"note":"made elsewhere","at":5,"more":1}',
    b'{"note":7,"at":5}',
    b'{"note":"made elsewhere"}',
    b'{"note":"made elsewhere","at":"5"}',
    b'{"note":"one","note":"two","at":5}',
    b'{"at":5}',
    b"[]",
    b'{"note":"\xff","at":5}',
    b'{"note":"made elsewhere","at":NaN}',
]

PAYLOADS: list[tuple[int, bytes]] = [
    *((1, payload) for payload in _OPERATIONS),
    *((2, payload) for payload in _OPERATIONS[:12]),
    *((3, payload) for payload in _ENDS),
    *((4, payload) for payload in _NOTES),
]
"""Type and payload. The first is a good transaction."""
