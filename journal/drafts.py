"""What is being typed, kept in the journal until it is saved or given up."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final, cast

from journal.store import Store, VaultTable, unstamped

DRAFTS: Final = "drafts"
"""The table that drafts are in."""


class Drafts:
    """What is being typed, by a key of the screen's choosing; sealed in the journal like all else."""

    def __init__(self, store: Store) -> None:
        self._table = cast(VaultTable, store.table(DRAFTS))

    def save(self, key: str, data: Mapping[str, Any]) -> None:
        """Keep a draft, in place of an earlier one with that key."""
        self._table.change(lambda table: table.update({_draft_uid(key): {"key": key, "data": dict(data)}}))

    def get(self, key: str) -> dict[str, Any] | None:
        """The draft with that key, if there is one."""
        return self.all().get(key)

    def drop(self, key: str) -> None:
        """Forget a draft, if it is there."""
        if _draft_uid(key) in self._table.documents():
            self._table.remove(doc_ids=[cast(int, _draft_uid(key))])

    def all(self) -> dict[str, dict[str, Any]]:
        """Every draft by its key."""
        documents = [unstamped(document) for document in list(self._table.documents().values())]
        return {document["key"]: document["data"] for document in documents}


def _draft_uid(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
