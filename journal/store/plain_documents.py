"""Give out and take in records as plain documents: for archives, which hold also what this version does not know.

``Journal.documents`` is one ``PlainDocuments``. Drafts, deleted records and earlier versions of entries are no part of
it; waiting captures are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from journal.domain.archive import NOT_IN_ARCHIVES
from journal.store.collection import latest_schema
from journal.store.tinydb_store import Store, VaultTable, is_same, unstamped, without_stamps
from journal.vault.format.payloads import Change, Document, Put

Tables = dict[str, dict[str, Document]]
"""Documents by table and uid."""


class PlainDocuments:
    """All documents of a journal, without the vault's stamps, in the order of their tables and uids."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __len__(self) -> int:
        names = self._store.storage.vault.tables.keys() - NOT_IN_ARCHIVES
        return sum(len(self._table(name).as_json()) for name in names)

    def tables(self) -> Tables:
        """Return every document by table and uid, both sorted; tables without documents are left out."""
        names = sorted(self._store.storage.vault.tables.keys() - NOT_IN_ARCHIVES)
        found = {name: self._table(name).documents() for name in names}
        return {
            name: {uid: _plain(uid, documents[uid]) for uid in sorted(documents)}
            for name, documents in found.items()
            if documents
        }

    def latest_schema(self) -> int:
        """Return the greatest schema number of all documents, 0 without any."""
        names = self._store.storage.vault.tables.keys() - NOT_IN_ARCHIVES
        return max((latest_schema(self._table(name).as_json()) for name in names), default=0)

    def compare(self, table: str, uid: str, document: Mapping[str, object]) -> bool | None:
        """Return whether the journal has the same document under a uid, or None where it has none there."""
        found = self._table(table).documents().get(uid)
        return None if found is None else is_same(_plain(uid, found), dict(document))

    def additions(self, tables: Mapping[str, Mapping[str, Document]]) -> list[Change]:
        """Return the changes that add documents as they are, for ``Journal.apply``. Give only such as are missing."""
        return [
            Put(table, uid, unstamped(document))
            for table, documents in tables.items()
            for uid, document in documents.items()
        ]

    def _table(self, name: str) -> VaultTable:
        return cast(VaultTable, self._store.table(name))


def _plain(uid: str, document: Mapping[str, object]) -> Document:
    """Return a document without stamps. A second version that a merge kept has another uid in it: it gets its own."""
    plain = without_stamps(document)
    return {**plain, "uid": uid} if "uid" in plain else plain
