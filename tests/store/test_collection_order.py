"""Test that what is read in order stays in order after every save, whether it was sorted again or not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.entries import Entry
from journal.store.journal import Journal
from journal.store.record_order import FEW
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE

STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "change", "move", "delete", "undo", "many"]), st.integers(0, 40)), max_size=12
)


def _take(journal: Journal, step: str, number: int) -> None:
    """Do one step to the journal; ``number`` says to which record, or at which hour."""
    at, held = NOON - timedelta(hours=number), journal.entries.all()
    if step == "add" or not held:
        journal.entries.add(Entry(text=str(number), at=at))
    elif step == "many":
        journal.entries.add_many(Entry(text="many", at=at) for _ in range(FEW + 1))
    elif step == "undo":
        journal.undo()
    else:
        one = held[number % len(held)]
        if step == "delete":
            journal.entries.remove(one.uid)
        else:
            journal.save(replace(one, at=at) if step == "move" else replace(one, text=f"{one.text}."))


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_records_are_in_order_after_every_save(steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder)
        clock = FixedClock(NOON, ZONE)
        with Journal.create(place / "j.rj", PASSPHRASE, clock=clock, anchors=place, cost=CHEAP) as journal:
            for step, number in steps:
                _take(journal, step, number)
                known = journal.entries.all()
                journal.entries.invalidate()
                assert known == journal.entries.all()
                assert [(one.at, one.uid) for one in known] == sorted((one.at, one.uid) for one in known)


def test_a_list_that_was_read_does_not_change(journal: Journal) -> None:
    journal.entries.add(Entry(text="one"))
    before = journal.entries.all()
    journal.entries.add(Entry(text="two"))
    assert (len(before), len(journal.entries.all())) == (1, 2)


def test_a_save_does_not_read_the_other_records_again(journal: Journal) -> None:
    journal.entries.add_many(Entry(text=str(number)) for number in range(100))
    before = {one.uid: one for one in journal.entries.all()}
    uid = journal.entries.add(Entry(text="new"))
    after = {one.uid: one for one in journal.entries.all()}
    assert after.pop(uid).text == "new"
    assert all(after[uid] is one for uid, one in before.items())


def test_changes_that_nobody_read_between_are_in_order(journal: Journal) -> None:
    uids = journal.entries.add_many(Entry(text=str(number)) for number in range(20))
    held = journal.entries.all()
    journal.save(replace(held[3], at=held[3].at - timedelta(days=2)))
    journal.entries.get(uids[3])
    journal.save(replace(held[3], at=held[3].at + timedelta(days=2)))
    journal.entries.remove(uids[5])
    journal.undo()
    journal.entries.remove(uids[7])
    journal.entries.add(Entry(text="new"))
    known = journal.entries.all()
    journal.entries.invalidate()
    assert known == journal.entries.all()
    assert known[-1].uid == uids[3]
    assert len(known) == 20
