"""Compare our store with stock TinyDB: after any calls and any misfortune of the file, both hold the same."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from tinydb.table import Document

from journal.errors import ReadOnly, WrongPassphrase
from journal.store.tinydb_store import Store, StoredDocument
from journal.vault.vault import Vault
from tests.store.tinydb.calls import NAMES, Call, changes, documents, queries, updates
from tests.store.tinydb.stock import Delta, Elsewhere, Pair, Rows, Stock, as_number, as_text, delta, folded, our_rows
from tests.support.extent import examples
from tests.support.vault.journals import CHEAP, flipped, now, record_places, uid

names = st.sampled_from(NAMES)
which = st.integers(0, 20)
Edit = tuple[bool, Any, int]
edits = st.tuples(st.booleans(), st.none() | updates, st.integers(0, 2))
few = st.lists(changes(), max_size=1)
several = st.lists(changes(), min_size=1, max_size=4)


class Twins(RuleBasedStateMachine):
    """Both stores, and what may happen to them."""

    anchored = False

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.places = count(1)
        self.anchors = self.place / "anchors" if self.anchored else None
        self.passphrase = "passphrase 0"
        self.elsewhere: Elsewhere | None = None
        self.known: dict[str, list[int]] = {}
        path = self.place / "j.rj"
        self.pair = Pair(Vault.create(path, self.passphrase, cost=CHEAP, anchors=self.anchors, now=now), {})
        self.settle({})

    def teardown(self) -> None:
        self.pair.ours.close()
        shutil.rmtree(self.place)

    # What the steps stand on.

    def settle(self, rows: Rows) -> None:
        """Start here: only records that follow are counted."""
        self.pair.stock = Stock(rows)
        self.base, self.log = rows, list[Delta]()

    @contextmanager
    def one_save(self) -> Iterator[None]:
        """Assert that the block writes one record, or none if nothing changed."""
        before, records = self.pair.rows, self.records()
        yield
        change = delta(before, self.pair.rows)
        assert self.records() - records == bool(change)
        if change:
            self.log.append(change)
        for name, number in change:
            known = self.known.setdefault(name, [])
            known += [number] if number not in (*known, 2**128 - 1) else []
        if self.elsewhere and change:
            self.elsewhere.changed(change, self.elsewhere.mine)
            self.elsewhere.apart = True

    def records(self) -> int:
        """Return the number of records in the file."""
        return len(record_places(self.pair.vault.path.read_bytes()))

    def numbers(self, name: str, picks: Iterable[int]) -> tuple[int, ...]:
        """Return ids of a table, some of deleted documents, and one that never existed."""
        known = [*self.known.get(name, []), 2**128 - 1]
        return tuple({known[pick % len(known)] for pick in picks})

    def copied(self, data: bytes) -> Path:
        """Return another directory with a copy of the journal alone."""
        path = self.place / str(next(self.places)) / "j.rj"
        path.parent.mkdir()
        path.write_bytes(data)
        return path

    def reopened(self, path: Path) -> Vault:
        """Open the journal at `path` instead of the current one."""
        self.pair.ours.close()
        return Vault.open(path, self.passphrase, anchors=self.anchors, now=now)

    def refused(self, vault: Vault) -> None:
        """Assert that nothing can be saved before someone agrees."""
        assert vault.read_only
        with pytest.raises(ReadOnly):
            Store(vault, now).insert({})

    def without_damage(self, vault: Vault, rows: Rows, missing: int = 1) -> None:
        """Assert that the loss is reported, and continue with the other documents."""
        assert (vault.report.damaged, vault.report.missing) == (True, missing)
        self.refused(vault)
        self.pair = Pair(vault, rows)
        self.they_hold_the_same()
        vault.accept_damage()
        self.elsewhere = None
        self.settle(rows)

    @invariant()
    def they_hold_the_same(self) -> None:
        rows = self.pair.rows
        assert our_rows(self.pair.ours) == rows
        assert self.pair.ours.tables() == {name for name, _ in rows}
        for name in NAMES:
            assert len(self.pair.ours.table(name)) == len(self.pair.stock.table(name))

    # What TinyDB is asked for.

    @rule(some=several)
    def change(self, some: list[tuple[str, Call]]) -> None:
        for each in some:
            with self.one_save():
                self.pair.call(*each)

    @rule(name=names, fields=st.none() | updates, picks=st.lists(which, max_size=3))
    def update_or_remove_by_ids(self, name: str, fields: Any, picks: list[int]) -> None:
        method, arguments = ("update", (fields,)) if fields is not None else ("remove", ())
        with self.one_save():
            self.pair.call(name, Call(method, arguments, self.numbers(name, picks)))

    @rule(name=names, document=documents, pick=which, upsert=st.booleans())
    def insert_under_an_id(self, name: str, document: dict[str, Any], pick: int, upsert: bool) -> None:
        (number,) = self.numbers(name, [pick])
        ours, stock = StoredDocument(document, uid(number)), Document(document, number)
        if upsert:
            with self.one_save():
                assert self.pair.ours.table(name).upsert(ours) == [cast(int, uid(number))]
                assert self.pair.stock.table(name).upsert(stock) == [number]
        elif (name, number) in self.pair.rows:
            with pytest.raises(ValueError, match="already exists"):
                self.pair.ours.table(name).insert(ours)
        else:
            with self.one_save():
                assert self.pair.ours.table(name).insert(ours) == cast(int, uid(number))
                assert self.pair.stock.table(name).insert(stock) == number

    @rule(query=queries(), name=names, pick=which)
    def ask(self, query: Any, name: str, pick: int) -> None:
        ours, stock = self.pair.ours.table(name), self.pair.stock.table(name)
        self.ask_all(query)
        self.ask_all(query)
        expected = {each.doc_id: as_text(each) for each in stock.search(query)}
        assert ours.count(query) == len(expected)
        assert ours.contains(query) == bool(expected)
        first = ours.get(query)
        assert (first is not None) == bool(expected)
        assert first is None or as_text(first) == expected[as_number(str(first.doc_id))]
        (number,) = self.numbers(name, [pick])
        assert ours.get(doc_id=cast(int, uid(number))) == stock.get(doc_id=number)

    def ask_all(self, query: Any) -> None:
        """Assert that the answer is the same in each table."""
        for name in NAMES:
            ours, stock = self.pair.ours.table(name).search(query), self.pair.stock.table(name).search(query)
            assert {as_number(str(each.doc_id)): as_text(each) for each in ours} == {
                each.doc_id: as_text(each) for each in stock
            }

    @precondition(lambda self: len(self.pair.rows) > 5)
    @rule(name=st.none() | names)
    def drop_one_table_or_all(self, name: str | None) -> None:
        with self.one_save():
            for store in (self.pair.ours, self.pair.stock):
                if name:
                    store.drop_table(name)
                else:
                    store.drop_tables()

    @rule(some=several, inner=several, query=queries())
    def transaction(self, some: list[tuple[str, Call]], inner: list[tuple[str, Call]], query: Any) -> None:
        """Read inside a transaction what is saved there; no answer from inside is given later."""
        before, ours = self.pair.rows, self.pair.ours
        with self.one_save(), ours.storage.transaction():
            for each in some:
                self.pair.call(*each)
            with ours.storage.transaction():
                for each in inner:
                    self.pair.call(*each)
            assert our_rows(ours) == before
            for name in NAMES:
                ours.table(name).search(query)
        self.ask_all(query)

    @rule(some=several)
    def together_in_vain(self, some: list[tuple[str, Call]]) -> None:
        before = self.pair.rows
        with self.one_save():
            with suppress(KeyboardInterrupt), self.pair.ours.storage.transaction():
                for each in some:
                    self.pair.call(*each)
                raise KeyboardInterrupt
            self.pair.stock = Stock(before)

    @rule(name=names, value=st.sampled_from([float("nan"), 2**53, object(), {1: 2}]))
    def change_what_cannot_be_saved(self, name: str, value: Any) -> None:
        with self.one_save(), suppress(ValueError, TypeError):
            self.pair.ours.table(name).insert({"n": value})
            pytest.fail("it was saved")

    # What happens to the file.

    @rule(whole=st.booleans())
    def reopen(self, whole: bool) -> None:
        """Reopen the journal after closing it, or a copy of what a crash left."""
        path = self.pair.vault.path
        if whole:
            self.pair.ours.close()
        self.opened_whole(path if whole else self.copied(path.read_bytes()))

    def opened_whole(self, path: Path) -> None:
        """Open the file as it was left."""
        vault = self.reopened(path)
        assert not any((vault.read_only, vault.report.damaged, vault.report.unfinished))
        self.pair = Pair(vault, self.pair.rows)

    @rule(passphrase=st.booleans(), forget=st.booleans())
    def rewrite(self, passphrase: bool, forget: bool) -> None:
        if passphrase:
            self.change_the_passphrase(forget)
        else:
            self.pair.vault.compact()
        self.settle(self.pair.rows)
        if self.elsewhere:
            self.elsewhere.apart = True

    def change_the_passphrase(self, forget: bool) -> None:
        """Change the passphrase; the one before opens nothing any more."""
        old, self.passphrase = self.passphrase, f"passphrase {next(self.places)}"
        self.pair.vault.change_keys(passphrase=self.passphrase, cost=CHEAP, forget_generations=forget)
        with pytest.raises(WrongPassphrase):
            Vault.open(self.copied(self.pair.vault.path.read_bytes()), old)

    @precondition(lambda self: self.log)
    @rule(cut=st.integers(1, 4000), zeros=st.booleans())
    def tear_the_last_record(self, cut: int, zeros: bool) -> None:
        """Tear the last record: without an anchor it is an unfinished save, with one it is known to be lost."""
        data, rows = self.pair.vault.path.read_bytes(), folded(self.base, self.log[:-1])
        at, end = record_places(data)[-1]
        vault = self.reopened(self.copied(data[: at + cut] + bytes(end - at - cut) * zeros))
        if self.anchors:
            self.without_damage(vault, rows)
            return
        assert vault.report.unfinished
        assert not any((vault.read_only, vault.report.damaged))
        self.log.pop()
        self.elsewhere = None
        self.pair = Pair(vault, rows)

    @precondition(lambda self: len(self.log) > 1)
    @rule(picks=st.sets(st.integers(0, 50), min_size=1, max_size=2), at=st.integers(0, 8191), bit=st.integers(0, 7))
    def let_older_records_rot(self, picks: set[int], at: int, bit: int) -> None:
        data, picks = self.pair.vault.path.read_bytes(), {pick % (len(self.log) - 1) for pick in picks}
        places = record_places(data)[-len(self.log) :]
        for start, end in (places[pick] for pick in picks):
            data = flipped(data, start + at % (end - start), bit)
        left = [change for number, change in enumerate(self.log) if number not in picks]
        self.without_damage(self.reopened(self.copied(data)), folded(self.base, left), len(picks))

    # What happens on another computer.

    @precondition(lambda self: self.pair.rows)
    @rule(edits=st.lists(edits, min_size=2, max_size=6), here=few, there=few, meet=st.none() | queries())
    def part_ways(
        self, edits: list[Edit], here: list[tuple[str, Call]], there: list[tuple[str, Call]], meet: Any
    ) -> None:
        """Make a copy; then change some things here, some there, some on both sides."""
        path, places = self.copied(self.pair.vault.path.read_bytes()), sorted(self.pair.rows)
        self.elsewhere = Elsewhere(path, self.passphrase, self.pair.rows)
        for is_here, fields, pick in edits:
            name, number = places[pick % len(places)]
            call = Call("remove", (), (number,)) if fields is None else Call("update", (fields,), (number,))
            if is_here:
                self.change([(name, call)])
            else:
                self.elsewhere.change(name, call)
        self.change(here)
        for each in there:
            self.elsewhere.change(*each)
        if meet is not None:
            self.merge(meet)

    @precondition(lambda self: self.elsewhere)
    @rule()
    def put_the_copy_in_place(self) -> None:
        other, self.elsewhere = cast(Elsewhere, self.elsewhere), None
        self.passphrase = other.passphrase
        vault = self.reopened(other.path)
        assert vault.report.rolled_back == (self.anchors is not None and other.apart)
        if vault.report.rolled_back:
            self.refused(vault)
            vault.accept_rollback()
        self.pair = Pair(vault, other.rows)
        self.settle(other.rows)

    @precondition(lambda self: self.elsewhere)
    @rule(query=queries())
    def merge(self, query: Any) -> None:
        self.ask_all(query)
        other, self.elsewhere = cast(Elsewhere, self.elsewhere), None
        if max((other.mine | other.theirs).values(), default=0) >= 16:
            return  # more versions than a document names
        rows, beside = other.merged_with(self.pair.rows)
        for _ in range(2):
            self.pair.vault.merge(other.path)
            merged = our_rows(self.pair.ours)
            assert {key: merged.get(key) for key in rows} == rows
            assert sorted((key[0], text) for key, text in merged.items() if key not in rows) == sorted(beside)
        self.settle(merged)
        self.ask_all(query)
        if beside:
            self.take_up(merged.keys() - rows.keys())

    def take_up(self, places: Iterable[tuple[str, int]]) -> None:
        """Turn what a merge set aside into a document; otherwise it takes the other version's place when that goes."""
        for name, number in sorted(places):
            with self.one_save():
                self.pair.call(name, Call("update", ({"taken up": next(self.places)},), (number,)))
        self.rewrite(passphrase=False, forget=False)


class AnchoredTwins(Twins):
    """The same, on a computer with an anchor."""

    anchored = True


@pytest.mark.parametrize("twins", [Twins, AnchoredTwins])
def test_ours_and_stock_tinydb_hold_the_same_whatever_happens(twins: type[Twins]) -> None:
    run_state_machine_as_test(
        twins,
        settings=settings(
            derandomize=True, max_examples=examples(10), stateful_step_count=30, suppress_health_check=list(HealthCheck)
        ),
    )
