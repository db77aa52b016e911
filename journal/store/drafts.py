"""What is being typed, kept in the journal until it is saved or given up."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final, cast

from journal.store.tinydb_store import Store, VaultTable, unstamped

DRAFTS: Final = "drafts"
"""The table that drafts are in."""

_SECOND: Final = "~"


class Drafts:
    """What is being typed, by a key of the screen's choosing; sealed in the journal like all else.

    Where two copies of a journal were merged, and the same was half-typed in both, the second has a key of its own.
    """

    def __init__(self, store: Store) -> None:
        self._table = cast(VaultTable, store.table(DRAFTS))

    def save(self, key: str, data: Mapping[str, Any]) -> None:
        """Keep a draft, in place of an earlier one with that key."""
        uid = self._uids().get(key, _draft_uid(key))
        self._table.change(lambda table: table.update({uid: {"key": key.partition(_SECOND)[0], "data": dict(data)}}))

    def get(self, key: str) -> dict[str, Any] | None:
        """The draft with that key, if there is one."""
        return self.all().get(key)

    def drop(self, key: str) -> None:
        """Forget a draft, if it is there."""
        if (uid := self._uids().get(key)) is not None:
            self._table.remove(doc_ids=[cast(int, uid)])

    def all(self) -> dict[str, dict[str, Any]]:
        """Every draft by its key."""
        documents = self._table.documents().items()
        return {_key(uid, document["key"]): unstamped(document)["data"] for uid, document in documents}

    def _uids(self) -> dict[str, str]:
        return {_key(uid, document["key"]): uid for uid, document in self._table.documents().items()}


def _key(uid: str, key: str) -> str:
    """The key of the draft at ``uid``: its own, or, of one that a merge put beside, one apart."""
    return key if uid == _draft_uid(key) else f"{key}{_SECOND}{uid[:8]}"


def _draft_uid(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
