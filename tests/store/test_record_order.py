"""Test that records read lazily come in the order of all of them sorted, after any mix of changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Raw
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.domain.record import Record
from journal.store.journal import Journal
from journal.store.newest_first import NewestFirst
from journal.store.record_order import FEW, RecordOrder
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE

TODAY = NOON.date()
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "change", "move", "date", "delete", "undo", "many", "merge", "spoil", "mend", "check", "all"]
        ),
        st.integers(0, 9),
    ),
    max_size=14,
)


class _Model:
    """A journal, a copy of it to merge with, and what is spoilt in it."""

    def __init__(self, journal: Journal, other: Path) -> None:
        self.journal, self.other = journal, other
        self.spoilt: list[str] = []

    def take(self, step: str, number: int) -> None:
        """Do one step; ``number`` says to which record, or when."""
        entries, at = self.journal.entries, NOON - timedelta(hours=11 * number)
        held = list(entries.newest_first())
        one = held[number % len(held)] if held else None
        if step == "add" or (one is None and step in ("change", "move", "date", "delete", "spoil")):
            entries.add(Entry(text=str(number), at=at))
        elif step == "many":
            entries.add_many(Entry(text="many", at=at) for _ in range(FEW + 1))
        elif step == "undo":
            self.journal.undo()
        elif step == "merge":
            self._merge(number)
        elif step == "check":
            entries.order.check_some(number + 1)
        elif step == "all":
            entries.all()
        elif step == "mend" and self.spoilt:
            self._write(self.spoilt.pop(), {"precision": "exact", "local_date": str(at.date())})
        elif one is not None:
            self._change(one, step, number)

    def _change(self, one: Entry, step: str, number: int) -> None:
        at = NOON - timedelta(hours=7 * number)
        if step == "change":
            self.journal.save(replace(one, text=f"{one.text}."))
        elif step == "move":
            self.journal.save(replace(one, at=at, local_date=at.date()))
        elif step == "date":  # a day that is not that of the instant, as after a journey
            self.journal.save(replace(one, local_date=TODAY - timedelta(days=number)))
        elif step == "delete":
            self.journal.entries.remove(one.uid)
        elif step == "spoil":
            self._write(one.uid, {"precision": "by the moon"} if number % 2 else {"local_date": "soon"})
            self.spoilt.append(one.uid)

    def _write(self, uid: str, values: dict[str, object]) -> None:
        """Write values as another program might, without the checks of this one."""
        if uid in self.journal.entries:
            self.journal.entries._table.update(values, doc_ids=[uid])  # type: ignore[list-item]  # ids are uids

    def _merge(self, number: int) -> None:
        with Journal.open(self.other, PASSPHRASE, clock=FixedClock(NOON, ZONE), anchors=self.other.parent) as other:
            other.entries.add(Entry(text="elsewhere", at=NOON - timedelta(hours=5 * number)))
        self.journal.merge(self.other)


def _expected(journal: Journal) -> list[Entry]:
    """Return all readable records by when they happened, read by a new order."""
    fresh: RecordOrder[Entry] = RecordOrder(journal.entries._table.as_json, journal.entries._read)
    return sorted(fresh.all(), key=lambda one: (one.at, one.uid))


def _check(journal: Journal) -> None:
    expected, entries = _expected(journal), journal.entries
    newest = sorted(expected, key=lambda one: (one.local_date, one.at, one.uid), reverse=True)
    for first, last in ((TODAY, TODAY), (TODAY - timedelta(days=2), TODAY - timedelta(days=1)), (date.min, date.max)):
        within = [one for one in expected if first <= one.local_date <= last]
        assert entries.between(first, last) == within
    days = frozenset({TODAY, TODAY - timedelta(days=3)})
    assert entries.on_days(days) == [one for one in expected if one.local_date in days]
    assert list(entries.newest_first()) == newest
    _check_list(NewestFirst([entries, journal.people]), [*newest])
    assert len(entries.unreadable) == len(entries) - len(expected)


def _check_list(shown: NewestFirst, newest: list[Record]) -> None:
    """Check a list against the same records, sorted."""
    assert list(shown) == shown[:] == list(reversed(shown))[::-1] == newest
    assert [shown[-1 - place] for place in range(len(newest))] == newest[::-1]
    assert [shown.find(one) for one in newest] == list(range(len(newest)))
    assert [newest[shown.first_of(one.local_date)].local_date for one in newest] == [one.local_date for one in newest]
    months = [list(group) for _, group in groupby(newest, key=lambda one: one.local_date.replace(day=1))]
    assert [month.records for month in shown.months()] == [len(group) for group in months]
    assert [shown[month.place] for month in shown.months()] == [group[0] for group in months]


@contextmanager
def _two_journals() -> Iterator[tuple[Journal, Path]]:
    with TemporaryDirectory() as folder:
        place, clock = Path(folder), FixedClock(NOON, ZONE)
        with Journal.create(place / "j.rj", PASSPHRASE, clock=clock, anchors=place, cost=CHEAP) as journal:
            (place / "other").mkdir()
            yield journal, journal.backup(place / "other" / "copy.rj")


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_records_read_lazily_equal_all_records_sorted(steps: list[tuple[str, int]]) -> None:
    with _two_journals() as (journal, copy):
        model = _Model(journal, copy)
        for step, number in steps:
            model.take(step, number)
            _check(journal)
        assert journal.entries.all() == _expected(journal)
        journal.entries.invalidate()
        _check(journal)


@settings(max_examples=25, deadline=None)
@given(hours=st.lists(st.tuples(st.booleans(), st.integers(0, 1500)), max_size=30))
def test_records_of_several_kinds_are_one_list(hours: list[tuple[bool, int]]) -> None:
    with _two_journals() as (journal, _):
        for is_craving, number in hours:
            at = NOON - timedelta(hours=number)
            journal.save(Craving(intensity=5, at=at) if is_craving else Entry(text=str(number), at=at))
        every: list[Record] = [*journal.entries.all(), *journal.cravings.all()]
        every.sort(key=lambda one: (one.local_date, one.at, one.uid), reverse=True)
        shown = NewestFirst([journal.entries, journal.cravings])
        _check_list(shown, every)
        for one in every[:3]:
            journal.collection(type(one)).remove(one.uid)
        _check_list(shown, every)  # what was read once stays as it was
        _check_list(NewestFirst([journal.entries, journal.cravings]), every[3:])


def test_another_thread_can_read_while_all_records_are_decoded(journal: Journal) -> None:
    journal.entries.add_many(Entry(text="tea", at=NOON - timedelta(hours=hours)) for hours in range(3))
    free: list[bool] = []

    def read(document: Raw) -> Entry:
        free.append(not order._lock.locked())
        return journal.entries.order.read(document)

    order = RecordOrder(journal.entries.as_json, read)
    assert order.all() == journal.entries.all() == order.all()
    assert len(free) == 6  # each was checked, then decoded, and is kept
    assert all(free)
