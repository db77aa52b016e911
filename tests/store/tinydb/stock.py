"""Run stock TinyDB next to ours: the same calls must give the same rows.

Stock TinyDB keeps its JSON as text and takes the ids that ours gave, read as numbers; nothing else of it is changed.
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from journal.store.tinydb_store import Store
from journal.vault.vault import Vault
from tests.store.tinydb.calls import Call
from tests.support.vault.journals import now, uid

Rows = dict[tuple[str, int], str]
"""Documents as JSON text, so that True is not 1, by table and id."""

Delta = Mapping[tuple[str, int], str | None]
"""The change of the rows by one record."""


class JSONText(Storage):
    """TinyDB's JSON storage without a file."""

    def __init__(self) -> None:
        self.text = "{}"
        self.ids: deque[int] = deque()

    def read(self) -> dict[str, dict[str, Any]]:
        return cast(dict[str, dict[str, Any]], json.loads(self.text))

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self.text = json.dumps(data)


class FollowingTable(Table):
    """Stock TinyDB's table; its new ids are those that ours gave."""

    def _get_next_id(self) -> int:
        return cast(JSONText, self._storage).ids.popleft()


class Stock(TinyDB):
    """Stock TinyDB, holding `rows`."""

    table_class = FollowingTable

    def __init__(self, rows: Rows) -> None:
        super().__init__(storage=JSONText)
        data: dict[str, dict[str, Any]] = {}
        for (name, number), text in rows.items():
            data.setdefault(name, {})[str(number)] = json.loads(text)
        self.storage.write(data)


def rows_of(store: TinyDB, number: Callable[[Any], int] = int) -> Rows:
    """Return everything that a store holds."""
    tables = [store.table(name) for name in store.tables()]
    return {(table.name, number(each.doc_id)): as_text(each) for table in tables for each in table}


def our_rows(store: Store) -> Rows:
    """Return everything that our store holds, with uids read as numbers."""
    return rows_of(store, as_number)


def as_text(document: Mapping[str, Any]) -> str:
    """Return a document in a form that can be compared."""
    return json.dumps(document, sort_keys=True)


def as_number(uid: str) -> int:
    """Return a uid as stock TinyDB takes it."""
    return int(uid, 16)


def delta(before: Rows, after: Rows) -> Delta:
    """Return what was added, changed and removed."""
    return {key: after.get(key) for key in before | after if before.get(key) != after.get(key)}


def folded(rows: Rows, deltas: Sequence[Delta]) -> Rows:
    """Return the rows after all of these changes."""
    state: dict[tuple[str, int], str | None] = {**rows}
    for each in deltas:
        state |= each
    return {key: text for key, text in state.items() if text is not None}


class Pair:
    """Our store on the vault at `path`, and stock TinyDB with the same rows."""

    def __init__(self, vault: Vault, rows: Rows) -> None:
        self.ours = Store(vault, now)
        self.stock = Stock(rows)

    @property
    def vault(self) -> Vault:
        """Return our vault."""
        return self.ours.storage.vault

    @property
    def rows(self) -> Rows:
        """Return what stock TinyDB holds."""
        return rows_of(self.stock)

    def call(self, name: str, call: Call) -> None:
        """Make a call in both; assert the same answer."""
        ids = [as_number(each) for each in call(self.ours.table(name), uid)]
        known = self.rows
        storage = cast(JSONText, self.stock.storage)
        storage.ids.extend(each for each in ids if (name, each) not in known)
        assert sorted(call(self.stock.table(name), int)) == sorted(ids)
        assert not storage.ids


@dataclass
class Elsewhere:
    """A copy of the journal that diverges."""

    path: Path
    passphrase: str
    rows: Rows
    mine: Counter[tuple[str, int]] = field(default_factory=Counter)
    theirs: Counter[tuple[str, int]] = field(default_factory=Counter)
    theirs_is_later: dict[tuple[str, int], bool] = field(default_factory=dict)
    apart: bool = False

    def change(self, name: str, call: Call) -> None:
        """Open the copy, change it, close it."""
        with Vault.open(self.path, self.passphrase, now=now) as vault:
            pair = Pair(vault, self.rows)
            pair.call(name, call)
            self.changed(delta(self.rows, pair.rows), self.theirs)
            self.rows = pair.rows

    def changed(self, change: Delta, side: Counter[tuple[str, int]]) -> None:
        """Note a change, here or in the copy."""
        side.update(dict.fromkeys(change, 1))
        self.theirs_is_later.update(dict.fromkeys(change, side is self.theirs))

    def merged_with(self, mine: Rows) -> tuple[Rows, list[tuple[str, str]]]:
        """Return all rows after a merge, and what it sets aside: table and text."""
        rows, beside = {**mine}, list[tuple[str, str]]()
        first: str | None
        for key in self.theirs:
            my, their = mine.get(key), self.rows.get(key)
            if key in self.mine and my and their:
                first, second = (their, my) if self.theirs_is_later[key] else (my, their)
                beside.append((key[0], second))
            else:
                first = (my or their) if key in self.mine else their
            if first:
                rows[key] = first
            else:
                rows.pop(key, None)
        return rows, beside
