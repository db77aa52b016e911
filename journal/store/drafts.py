"""Keep half-typed forms in the journal until they are saved or discarded.

``Journal.drafts`` is one ``Drafts``; the screens' writer thread saves to it. Drafts are a table of their own and no
part of undo.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from journal.store.tinydb_store import Store, VaultTable, unstamped
from journal.vault.format.payloads import Change, Delete

DRAFTS: Final = "drafts"
"""The table of the drafts."""

_SECOND: Final = "~"


class Drafts:
    """Half-typed forms, by a key that the screen chooses; encrypted in the journal like everything else.

    If two copies of a journal are merged and both have a draft with the same key, the second one gets a key of its own.
    """

    def __init__(self, store: Store) -> None:
        self._table = cast(VaultTable, store.table(DRAFTS))

    def save(self, key: str, data: Mapping[str, Any]) -> None:
        """Save a draft, replacing an earlier one with that key."""
        uid = self._uids().get(key, _draft_uid(key))
        self._table.change(lambda table: table.update({uid: {"key": key.partition(_SECOND)[0], "data": dict(data)}}))

    def get(self, key: str) -> dict[str, Any] | None:
        """Return the draft with that key, or None."""
        return self.all().get(key)

    def drop(self, key: str) -> None:
        """Delete a draft if it exists."""
        if (uid := self._uids().get(key)) is not None:
            self._table.remove(doc_ids=[cast(int, uid)])

    def all(self) -> dict[str, dict[str, Any]]:
        """Return all drafts by key."""
        documents = self._table.documents().items()
        return {_key(uid, document["key"]): unstamped(document)["data"] for uid, document in documents}

    def about(self, records: Iterable[str]) -> list[str]:
        """Return the keys of the drafts about these records (uids): named in the key, or as the record it goes on with.

        A draft of another record that refers to one of them is not about it.
        """
        gone = set(records)
        return [key for key, data in self.all().items() if data.get("uid") in gone or any(uid in key for uid in gone)]

    def removal(self, records: Iterable[str]) -> list[Change]:
        """Return the changes that delete the drafts about these records (uids)."""
        uids = self._uids()
        return [Delete(DRAFTS, uids[key]) for key in self.about(records)]

    def _uids(self) -> dict[str, str]:
        return {_key(uid, document["key"]): uid for uid, document in self._table.documents().items()}


def _key(uid: str, key: str) -> str:
    """Return the key of the draft at ``uid``. A second draft that a merge kept gets a key with a suffix."""
    return key if uid == _draft_uid(key) else f"{key}{_SECOND}{uid[:8]}"


def _draft_uid(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
