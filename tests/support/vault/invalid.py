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


def _stamped(fields: str) -> bytes:
    return _with("{" + fields + "," + _STAMPS + "}")


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
    _with("{" + _STAMPS + "}"),
    _stamped('"a":1,"a":2'),
    _stamped('"a":{"b":1,"b":2}'),
    _stamped('"a":NaN'),
    _stamped('"a":Infinity'),
    _stamped('"a":-Infinity'),
    _stamped('"a":9007199254740993'),
    _stamped('"a":123456789012345678901234567890'),
    _stamped('"a":1.5,"b":-0.0,"c":1e3,"d":0,"e":-1'),
    _stamped('"a":01'),
    _stamped('"a":.5'),
    _stamped('"a":"\\ud800"'),
    _stamped('"a":"\\ud83c\\udf31"'),
    _stamped('"a":"\\x"'),
    _stamped('"a":"\n"'),
    _stamped('"a":"\\u0000"'),
    _stamped("'a':1"),
    _with("{" + _STAMPS + ",}"),
    _stamped("a:1"),
    _stamped('"a":[1,]'),
    _stamped('"a":"é"'),
    _with('{"a":"').replace(b"]]", b"") + b'\xff",' + _STAMPS.encode() + b"}]]",
    _stamped('"a":' + "[" * 2000 + "]" * 2000),
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

_CHANGES: tuple[dict[str, Any], ...] = (
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
_ENDS = [json.dumps(_END | changed).encode() for changed in _CHANGES]
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
