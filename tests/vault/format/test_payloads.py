"""Test what a record may contain."""

from __future__ import annotations

import json
import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.vault.format.payloads import (
    Change,
    Delete,
    Deleted,
    Put,
    PutJson,
    Stored,
    clean,
    decode_document,
    decode_operations,
    encode,
)
from journal.vault.format.state import State
from tests.support.vault.journals import uid

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(st.text(max_size=8), VALUES, max_size=5)
PLACES = st.tuples(st.sampled_from(["entries", "cravings"]), st.integers(0, 5).map(uid))
PUTS = st.builds(lambda place, document: Put(place[0], place[1], document), PLACES, DOCUMENTS)
DELETES = st.builds(lambda place: Delete(place[0], place[1]), PLACES)
CHANGES = st.lists(PUTS | DELETES, max_size=12)


@given(document=DOCUMENTS)
def test_a_document_comes_back_as_it_went_in(document: dict[str, Any]) -> None:
    cleaned = clean(document)
    payload = encode([Stored.of("t", uid(1), cleaned)])
    assert decode_operations(payload) == [Stored.of("t", uid(1), cleaned)]
    assert json.loads(payload) == [["put", "t", uid(1), cleaned]]


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    assert clean({"a\ud800": ["x\udfffy", {"b": "\ud83d\ude00"}]}) == {"a\ufffd": ["x\ufffdy", {"b": "\ufffd\ufffd"}]}


@pytest.mark.parametrize("value", [2**53, -(2**53), math.nan, math.inf, -math.inf])
def test_numbers_that_json_cannot_keep_are_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        clean({"n": [value]})


def test_what_json_does_not_have_is_refused_without_repeating_it() -> None:
    with pytest.raises(TypeError, match="bytes"):
        clean({"n": b"private"})


def test_a_cleaned_document_shares_nothing_with_the_one_given() -> None:
    inner = ["a"]
    cleaned = clean({"list": inner})
    inner.append("b")
    assert cleaned == {"list": ["a"]}


@pytest.mark.parametrize(
    ("table", "key"),
    [("Entries", uid(1)), ("", uid(1)), ("a" * 65, uid(1)), ("entries", "F" * 32), ("entries", "0" * 31)],
)
def test_places_outside_the_format_are_refused(table: str, key: str) -> None:
    with pytest.raises(ValueError, match="table"):
        State().stamped([Put(table, key, {})], 1)


@pytest.mark.parametrize(
    "payload", [b"", b"{}", b"[[]]", b'[["move","t","u",{}]]', b'[["put","t","u"]]', b'[["put","t","u",[]]]', b"\xff"]
)
def test_a_payload_that_is_no_list_of_operations_is_refused(payload: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - msgspec's own wording
        decode_operations(payload)


@given(document=DOCUMENTS)
def test_a_document_that_is_json_already_is_kept_as_the_same(document: dict[str, Any]) -> None:
    stamps = ("updated_at", "revisions")
    plain = {"n": 1} | {name: value for name, value in clean(document).items() if name not in stamps}
    changes: list[Change] = [Put("t", uid(1), plain), PutJson("t", uid(2), msgspec.json.encode(plain))]
    kept, same = (decode_document(each.document) for each in State().stamped(changes, 5) if isinstance(each, Stored))
    assert kept | {"revisions": []} == same | {"revisions": []}
    assert len({*kept["revisions"], *same["revisions"]}) == 2


def test_stamps_grow_even_when_the_clock_goes_back() -> None:
    state = State()
    state.apply(state.stamped([Put("t", uid(1), {})], 1000))
    state.apply(state.stamped([Put("t", uid(1), {})], 10))
    document = state.tables["t"][uid(1)]
    assert document["updated_at"] == 1001
    assert len(document["revisions"]) == 2


def test_the_last_sixteen_revisions_stay_newest_first_through_a_deletion() -> None:
    state = State()
    newest: list[str] = []
    for number in range(20):
        change = Delete("t", uid(1)) if number == 18 else Put("t", uid(1), {"revisions": ["not ours"]})
        operation = state.stamped([change], number)[0]
        stamp = (
            operation.revisions if isinstance(operation, Deleted) else decode_document(operation.document)["revisions"]
        )
        newest.insert(0, stamp[0])
        assert stamp == newest[:16]
        state.apply([operation])
    assert all(len(revision) == 16 and int(revision, 16) >= 0 for revision in newest)


@given(steps=st.lists(CHANGES, max_size=4))
def test_a_snapshot_holds_the_state_it_was_made_of(steps: list[list[Change]]) -> None:
    state = State()
    for now, changes in enumerate(steps):
        state.apply(state.stamped(changes, now))
    again = State()
    places = []
    for payload in state.snapshot():
        operations = decode_operations(payload)
        places += [(operation.table, operation.uid) for operation in operations]
        again.apply(operations)
    assert again == state
    assert places == sorted(set(places))


def test_snapshot_parts_stay_small_and_one_document_may_be_large() -> None:
    state = State()
    state.apply(state.stamped([Put("t", uid(n), {"text": "x" * 700}) for n in range(100)], 1))
    state.apply(state.stamped([Put("t", uid(50), {"text": "x" * 90_000})], 2))
    sizes = [len(payload) for payload in state.snapshot()]
    assert sum(size > 16_248 for size in sizes) == 1
    assert len(sizes) < 10
