"""Check that the first and the last moment stay right whatever is saved, changed and deleted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from journal.store.made_range import MadeRange

START = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)

uids = st.sampled_from("abcdef")
days = st.integers(0, 5)
saves = st.lists(st.dictionaries(uids, days | st.none() | st.just("bad"), min_size=1, max_size=3), max_size=12)
"""What is saved together: the day on which a record was made, None if it is deleted; "bad" cannot be read."""


def moment(day: int) -> datetime:
    return START + timedelta(days=day)


def document(day: object) -> Raw:
    made = moment(day).isoformat() if isinstance(day, int) else day
    return Raw(msgspec.json.encode({"text": "a walk", "made_at": made}))


@given(saves, st.sets(st.integers(0, 11)))
def test_whatever_is_saved_the_ends_are_those_of_the_records_there_are(
    steps: list[dict[str, object]], asked: set[int]
) -> None:
    documents: dict[str, Raw] = {}
    there: dict[str, object] = {}
    made = MadeRange(lambda: documents)
    for number, step in enumerate(steps):
        before = [(uid, documents.get(uid)) for uid in step]
        for uid, day in step.items():
            documents.pop(uid, None)
            there.pop(uid, None)
            if day is not None:
                documents[uid], there[uid] = document(day), day
        made.update(before)
        if number in asked:
            good = [moment(day) for day in there.values() if isinstance(day, int)]
            assert made.ends() == ((min(good), max(good)) if good else ())


def test_what_was_forgotten_is_read_again() -> None:
    documents = {"a": document(1)}
    made = MadeRange(lambda: documents)
    assert made.ends() == (moment(1), moment(1))
    documents["a"] = document(3)
    made.invalidate()
    assert made.ends() == (moment(3), moment(3))
