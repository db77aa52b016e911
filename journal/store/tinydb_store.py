"""Run TinyDB on a vault. One save is one record, whatever the size of the journal.

TinyDB's storage interface knows only whole states. So ``VaultTable`` overrides the two private methods with which a
table reads and updates itself (``tinydb>=4.9,<5`` is pinned for that), and gives TinyDB's updater a copy-on-write
``Overlay``. If an updater or a write fails, memory is unchanged. ``Collection`` and ``Drafts`` use the tables; nothing
above the store does.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final, cast

from msgspec import Raw
from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from journal.errors import ReadOnly
from journal.requirements import TINYDB, Members, check_members
from journal.vault.format.payloads import Change, Delete, Document, Put, PutJson, decode_document
from journal.vault.vault import Vault

STAMPS = frozenset({"updated_at", "revisions"})
"""The fields that the vault adds to every document; users of a table never see them."""

NEEDED: Final[dict[type, Members]] = {
    Table: Members(("_read_table", "_update_table", "_get_next_id", "clear_cache", "search"), ("_storage",)),
    TinyDB: Members(("table",), ("_storage", "table_class")),
}
"""The private parts of TinyDB that are overridden or used here, and what they work together with."""

Before = tuple[str, str, Raw | None]
"""A table, a uid, and the document that was there before a change (``None``: there was none)."""


def check_tinydb() -> None:
    """Raise ``UnsuitableLibrary`` where this TinyDB lacks something of ``NEEDED``: a save could go another way."""
    check_members(TINYDB, NEEDED)


def without_stamps(document: Mapping[str, Any]) -> Document:
    """Return a document without the vault's stamps. Its values are shared, not copied."""
    return {name: value for name, value in document.items() if name not in STAMPS}


def unstamped(document: Mapping[str, Any]) -> Document:
    """Return a deep copy of a document without the vault's stamps."""
    return {name: _copied(value) for name, value in document.items() if name not in STAMPS}


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _copied(inner) for name, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def is_same(one: Any, other: Any) -> bool:
    """Return whether two values are the same in JSON. (In Python ``True``, ``1`` and ``1.0`` are equal.)"""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return type(one) is type(other) and bool(one == other)


class StoredDocument(TinyDocument):
    """A document as TinyDB returns it: a copy that belongs to the caller, with a uid as its ``doc_id``."""

    def __init__(self, value: Mapping[str, Any], doc_id: str) -> None:
        super().__init__(unstamped(value), cast(int, doc_id))


class Unstamped(Mapping[str, Document]):
    """A table's documents as queries see them: copies without the stamps."""

    def __init__(self, base: Mapping[str, Document]) -> None:
        self._base = base

    def __getitem__(self, uid: str) -> Document:
        return unstamped(self._base[uid])

    def __iter__(self) -> Iterator[str]:
        return iter(self._base)

    def __len__(self) -> int:
        return len(self._base)


class Overlay(MutableMapping[str, Document]):
    """A table's documents with changes on top of them. The documents below are never modified."""

    def __init__(self, base: Mapping[str, Document]) -> None:
        self._base = base
        self._over: dict[str, Document | bytes | None] = {}

    def __getitem__(self, uid: str) -> Document:
        document = self._over[uid] if uid in self._over else unstamped(self._base[uid])
        if document is None:
            raise KeyError(uid)
        if isinstance(document, bytes):
            document = decode_document(document)
        self._over[uid] = document
        return document

    def __setitem__(self, uid: str, document: Document) -> None:
        self._over[uid] = document

    def lay(self, documents: Mapping[str, Document | bytes]) -> None:
        """Put documents on top, by uid. The caller must not keep references to them."""
        self._over.update(documents)

    def __delitem__(self, uid: str) -> None:
        if uid not in self:
            raise KeyError(uid)
        self._over[uid] = None

    def __contains__(self, uid: object) -> bool:
        return self._over[uid] is not None if uid in self._over else uid in self._base

    def __iter__(self) -> Iterator[str]:
        yield from (uid for uid in self._base if self._over.get(uid, uid) is not None)
        yield from (uid for uid, document in self._over.items() if document is not None and uid not in self._base)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove all documents. Removing them one by one would take quadratic time."""
        self._over = dict.fromkeys(self._base)

    def changes(self, table: str) -> Iterator[Change]:
        """Yield the differences from the base, in the order in which they were first touched."""
        for uid, document in self._over.items():
            is_new = uid not in self._base
            if document is None:
                if not is_new:
                    yield Delete(table, uid)
            elif is_new or not is_same(unstamped(self._base[uid]), self[uid]):
                yield PutJson(table, uid, document) if isinstance(document, bytes) else Put(table, uid, document)


class VaultStorage(Storage):
    """TinyDB's storage on a vault. ``commit`` saves changes; ``transaction`` combines several commits into one.

    ``commits`` counts the saves: a cached query result is valid until the next one.
    """

    def __init__(self, vault: Vault, now: Callable[[], int]) -> None:
        self.vault = vault
        self._now = now
        self._last_uid = 0
        self._numbering = Lock()
        self._gathered: list[dict[str, Overlay]] = []
        self.commits = 0
        self.refusal: ReadOnly | None = None
        self.on_commit: Callable[[list[Before]], None] = lambda before: None

    def read(self) -> dict[str, dict[str, Any]]:
        """Return all tables. The documents are the vault's own: TinyDB copies them before it returns any."""
        return {name: dict(table) for name, table in self.vault.tables.items() if table}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the whole state equal to ``data``. TinyDB calls this only to drop tables."""
        changes: list[Change] = []
        for name in self.vault.tables.keys() | data.keys():
            overlay = Overlay(self.vault.tables.get(name, {}) if name in data else self.pending(name))
            wanted = data.get(name, {})
            for uid in [uid for uid in overlay if uid not in wanted]:
                del overlay[uid]
            overlay.update({uid: unstamped(document) for uid, document in wanted.items()})
            changes += overlay.changes(name)
        self.commit(changes)

    def commit(self, changes: list[Change]) -> None:
        """Save changes as one transaction, durable on return; inside ``transaction``, only collect them."""
        if changes and self.refusal is not None:
            raise self.refusal
        if self._gathered:
            self._gather(changes)
        elif changes:
            before = [(change.table, change.uid, self._stored(change)) for change in changes]
            self.vault.commit(changes)
            self.commits += 1
            self.on_commit(before)

    def pending(self, table: str) -> Mapping[str, Document]:
        """Return a table's documents as they will be once everything collected by ``transaction`` so far is saved."""
        for level in reversed(self._gathered):
            if table in level:
                return level[table]
        return self.vault.tables.get(table, {})

    def _gather(self, changes: list[Change]) -> None:
        for change in changes:
            overlay = self._overlay(change.table)
            if isinstance(change, Put):
                overlay[change.uid] = unstamped(change.document)
            elif isinstance(change, PutJson):
                overlay.lay({change.uid: change.json})
            else:
                overlay.pop(change.uid, None)

    def _overlay(self, table: str) -> Overlay:
        """Return what ``transaction`` has collected so far in a table."""
        return self._gathered[-1].setdefault(table, Overlay(self.pending(table)))

    def _stored(self, change: Change) -> Raw | None:
        table = self.vault.tables.get(change.table)
        return None if table is None else table.raw.get(change.uid)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Save everything inside the block as one transaction.

        An exception inside saves nothing; an inner block joins the outer. Later changes inside build on earlier ones;
        reads inside still see what is saved.
        """
        level: dict[str, Overlay] = {}
        self._gathered.append(level)
        try:
            yield
        finally:
            self._gathered.pop()
        self.commit([change for table, overlay in level.items() for change in overlay.changes(table)])

    def new_uid(self) -> str:
        """Return a new uid, greater than the one before.

        It has 32 hex digits, made from 48 bits of Unix milliseconds and 80 random bits.
        """
        return self.new_uids(1)[0]

    def new_uids(self, count: int) -> list[str]:
        """Return ``count`` uids in order. Within one call each is one more than the one before."""
        with self._numbering:
            first = (self._now() << 80) | secrets.randbits(80)
            if first >> 80 <= self._last_uid >> 80:
                first = self._last_uid + 1
            self._last_uid = max(self._last_uid, first + count - 1)
        return [f"{number:032x}" for number in range(first, first + count)]

    def close(self) -> None:
        """Close the vault."""
        self.vault.close()


class VaultTable(Table):
    """A TinyDB table that reads from memory and saves every update as one record."""

    document_class = StoredDocument  # type: ignore[assignment]  # TinyDB types ids as int; ours are uids
    document_id_class = str  # type: ignore[assignment]  # the same reason

    _answered_at: tuple[object, int] = (None, 0)

    @property
    def vault_storage(self) -> VaultStorage:
        """Return the storage, which commits and makes uids."""
        return cast(VaultStorage, self._storage)

    def documents(self) -> Mapping[str, Document]:
        """Return the documents by uid: the vault's own, with their stamps. Read them, never change them."""
        return self.vault_storage.vault.tables.get(self.name, {})

    def as_json(self) -> Mapping[str, Raw]:
        """Return the documents by uid as they are on disk. Each version of a document is a different object."""
        table = self.vault_storage.vault.tables.get(self.name)
        return {} if table is None else table.raw

    def change(self, updater: Callable[[Overlay], None]) -> None:
        """Call ``updater`` with an overlay of the table, and save what it changed as one transaction."""
        overlay = Overlay(self.pending())
        updater(overlay)
        self.commit(list(overlay.changes(self.name)))

    def pending(self) -> Mapping[str, Document]:
        """Return the documents by uid as they will be once the current transaction is saved."""
        return self.vault_storage.pending(self.name)

    def commit(self, changes: list[Change]) -> None:
        """Save changes of this table as one transaction."""
        self.vault_storage.commit(changes)
        self.clear_cache()

    def search(self, cond: QueryLike) -> list[TinyDocument]:
        """Search as TinyDB does, but cache no result beyond a save and return only copies that belong to the caller."""
        tables, commits = self.vault_storage.vault.tables, self.vault_storage.commits
        if self._answered_at[0] is not tables or self._answered_at[1] != commits:  # a merge creates new tables
            self.clear_cache()
            self._answered_at = tables, commits
        return [StoredDocument(document, cast(str, document.doc_id)) for document in super().search(cond)]

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast(dict[str, Mapping[str, Any]], Unstamped(self.documents()))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        self.change(updater)

    def _get_next_id(self) -> str:
        return self.vault_storage.new_uid()


class Store(TinyDB):
    """The document layer: ``Store(vault, now)``, where ``now`` returns Unix milliseconds."""

    table_class = VaultTable

    def __init__(self, vault: Vault, now: Callable[[], int]) -> None:
        super().__init__(vault, now, storage=VaultStorage)

    @property
    def storage(self) -> VaultStorage:
        """Return the storage, which commits."""
        return cast(VaultStorage, self._storage)
