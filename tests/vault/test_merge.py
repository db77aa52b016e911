"""Check that merging diverged copies gives the same result in any order and when repeated, and loses no text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journal.file_facts import Place
from journal.vault.format.payloads import Delete, Put
from journal.vault.format.state import State
from journal.vault.merge import Merged, beside, merge

TABLE = "entries"

Edit = tuple[int, int, str, int]
"""Who edits, which document, what ("put", "del", or whose state is merged in), at what time."""


def uid(number: int) -> str:
    return f"{number:032x}"


def edited(state: State, changes: Sequence[Put | Delete], now: int = 1) -> State:
    """Return the state after changes at a time (ms)."""
    new = state.copy()
    new.apply(new.stamped(changes, now))
    return new


def put(number: int, text: str) -> Put:
    return Put(TABLE, uid(number), {"text": text})


def delete(number: int) -> Delete:
    return Delete(TABLE, uid(number))


def texts(state: State) -> list[str]:
    return sorted(document["text"] for document in state.tables.get(TABLE, {}).values())


def seen(state: State) -> tuple[dict[Place, Any], dict[Place, Any]]:
    """Return all that counts in a state: documents and tombstones, but not the order of older ids."""
    documents = {
        (name, key): ({**document, "revisions": document["revisions"][0]}, frozenset(document["revisions"]))
        for name, table in state.tables.items()
        for key, document in table.items()
    }
    return documents, {place: frozenset(each.revisions) for place, each in state.deleted.items()}


def all_merged(states: Iterable[State]) -> State:
    merged = State()
    for state in states:
        merged = merge(merged, state).state
    return merged


ONE = edited(State(), [put(1, "as it was"), put(2, "untouched")])


def test_the_newer_of_two_versions_stays_whatever_the_clocks_say() -> None:
    newer = edited(ONE, [put(1, "changed")], now=-5000)
    for result in (merge(ONE, newer), merge(newer, ONE)):
        assert texts(result.state) == ["changed", "untouched"]
        assert not result.both
    assert merge(ONE, newer).changed == [(TABLE, uid(1))]
    assert not merge(newer, ONE).is_news


def test_new_ones_of_both_sides_come_together() -> None:
    result = merge(edited(ONE, [put(3, "mine")]), edited(ONE, [put(4, "theirs")]))
    assert texts(result.state) == ["as it was", "mine", "theirs", "untouched"]
    assert result.added == [(TABLE, uid(4))]


def test_where_both_changed_both_texts_are_kept_and_the_later_stays() -> None:
    mine, theirs = edited(ONE, [put(1, "mine")], now=10), edited(ONE, [put(1, "theirs")], now=20)
    for result in (merge(mine, theirs), merge(theirs, mine)):
        assert texts(result.state) == ["mine", "theirs", "untouched"]
        assert result.state.tables[TABLE][uid(1)]["text"] == "theirs"
        [(place, copies)] = result.both.items()
        assert place == (TABLE, uid(1))
        assert copies == [(TABLE, beside(uid(1), mine.tables[TABLE][uid(1)]["revisions"][0]))]


def test_a_deletion_goes_over_to_the_other_copy() -> None:
    gone = edited(ONE, [delete(1)])
    for result in (merge(ONE, gone), merge(gone, ONE)):
        assert texts(result.state) == ["untouched"]
    assert merge(ONE, gone).deleted == [(TABLE, uid(1))]


def test_a_changed_document_beats_a_deletion() -> None:
    gone, changed = edited(ONE, [delete(1)], now=99), edited(ONE, [put(1, "changed")], now=5)
    for result in (merge(changed, gone), merge(gone, changed)):
        assert texts(result.state) == ["changed", "untouched"]


def test_a_copy_kept_beside_and_then_deleted_stays_deleted() -> None:
    mine, theirs = edited(ONE, [put(1, "mine")], now=10), edited(ONE, [put(1, "theirs")], now=20)
    together = merge(mine, theirs)
    (_, copy), *_ = together.both[TABLE, uid(1)]
    without = edited(together.state, [Delete(TABLE, copy)])
    for other in (mine, theirs, together.state):
        assert texts(merge(without, other).state) == ["theirs", "untouched"]
        assert texts(merge(other, without).state) == ["theirs", "untouched"]


def test_a_copy_kept_beside_and_then_changed_is_not_doubled() -> None:
    mine, theirs = edited(ONE, [put(1, "mine")], now=10), edited(ONE, [put(1, "theirs")], now=20)
    together = merge(mine, theirs)
    (_, copy), *_ = together.both[TABLE, uid(1)]
    reworded = edited(together.state, [Put(TABLE, copy, {"text": "mine, reworded"})])
    for other in (mine, theirs, together.state):
        assert texts(merge(other, reworded).state) == ["mine, reworded", "theirs", "untouched"]


def test_what_stays_beside_comes_back_to_its_place_when_the_other_was_deleted_elsewhere() -> None:
    mine, theirs = edited(ONE, [put(1, "mine")], now=10), edited(ONE, [put(1, "theirs")], now=20)
    gone = edited(theirs, [delete(1)], now=30)
    one_way, other_way = merge(merge(mine, theirs).state, gone).state, merge(mine, gone).state
    assert seen(one_way) == seen(other_way)
    assert one_way.tables[TABLE][uid(1)]["text"] == "mine"


def test_a_merge_changes_neither_side() -> None:
    mine, theirs = edited(ONE, [put(1, "mine")]), edited(ONE, [put(1, "theirs"), delete(2)])
    before = seen(mine), seen(theirs)
    merge(mine, theirs)
    assert (seen(mine), seen(theirs)) == before


EDITS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(1, 3),
        st.sampled_from(["put", "del", "beside", "merge 0", "merge 1", "merge 2"]),
        st.integers(1, 5),
    ),
    max_size=14,
)


def copies_after(edits: Sequence[Edit]) -> list[State]:
    """Draw three copies of one journal after edits on each and merges between them."""
    copies = [edited(State(), [put(1, "first")])] * 3
    for step, (who, number, what, now) in enumerate(edits):
        state = copies[who]
        if what == "put":
            copies[who] = edited(state, [put(number, f"{step} by {who}")], now)
        elif what == "del" and uid(number) in state.tables.get(TABLE, {}):
            copies[who] = edited(state, [delete(number)], now)
        elif what == "beside":
            copies[who] = _edited_beside(state, step, now)
        elif what.startswith("merge"):
            copies[who] = merge(state, copies[int(what[-1])]).state
    return copies


def _edited_beside(state: State, step: int, now: int) -> State:
    """Change or delete a version that was set aside, if there is one."""
    copies = [key for key in state.tables.get(TABLE, {}) if key not in {uid(1), uid(2), uid(3)}]
    if not copies:
        return state
    place = min(copies)
    return edited(state, [Put(TABLE, place, {"text": f"{step} beside"}) if step % 2 else Delete(TABLE, place)], now)


@given(edits=EDITS)
def test_the_order_of_two_does_not_matter(edits: Sequence[Edit]) -> None:
    a, b, _ = copies_after(edits)
    assert seen(merge(a, b).state) == seen(merge(b, a).state)


@given(edits=EDITS)
def test_the_order_of_three_does_not_matter(edits: Sequence[Edit]) -> None:
    a, b, c = copies_after(edits)
    assert seen(merge(merge(a, b).state, c).state) == seen(merge(a, merge(b, c).state).state)


@given(edits=EDITS)
def test_merging_again_changes_nothing(edits: Sequence[Edit]) -> None:
    a, b, _ = copies_after(edits)
    once = merge(a, b).state
    assert merge(a, a).state == a
    for again in (merge(once, b), merge(once, a), merge(b, once)):
        assert seen(again.state) == seen(once)
    assert not merge(once, b).is_news


@given(edits=EDITS)
def test_no_text_is_lost_that_was_not_changed_or_deleted_after_it_was_seen(edits: Sequence[Edit]) -> None:
    copies = copies_after(edits)
    merged = all_merged(copies)
    known = {version for state in copies for version in _superseded(state)}
    for state in copies:
        for document in state.tables.get(TABLE, {}).values():
            assert document["revisions"][0] in known or document["text"] in texts(merged)


def _superseded(state: State) -> set[str]:
    """Return the versions that this copy has seen and no longer has."""
    held = {document["revisions"][0] for document in state.tables.get(TABLE, {}).values()}
    listed = {each for document in state.tables.get(TABLE, {}).values() for each in document["revisions"]}
    listed |= {each for tombstone in state.deleted.values() for each in tombstone.revisions}
    return listed - held


@given(edits=EDITS)
def test_what_is_told_is_what_happened(edits: Sequence[Edit]) -> None:
    a, b, _ = copies_after(edits)
    result: Merged = merge(a, b)
    before, after = (set(state.tables.get(TABLE, ())) for state in (a, result.state))
    copies = {key for places in result.both.values() for _, key in places}
    assert {key for _, key in result.added} | copies == after - before
    assert {key for _, key in result.deleted} == before - after
