"""Replace TinyDB in its own tests: by the store as it is, and by the same with its uids read as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from itertools import count
from pathlib import Path
from typing import Any, cast

from tinydb.table import Table

from journal.store.tinydb_store import Overlay, Store, VaultStorage, VaultTable
from journal.vault.format.payloads import Document
from journal.vault.vault import Vault
from tests.conftest import CHEAP, PASSPHRASE


def uid(number: int) -> str:
    """Return the uid that a number stands for."""
    return f"{number:032x}"


class ByNumber(MutableMapping[int, Document]):
    """An overlay whose uids are read as numbers."""

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def __getitem__(self, number: int) -> Document:
        return self._overlay[uid(number)]

    def __setitem__(self, number: int, document: Document) -> None:
        self._overlay[uid(number)] = document

    def __delitem__(self, number: int) -> None:
        del self._overlay[uid(number)]

    def __iter__(self) -> Iterator[int]:
        return (int(each, 16) for each in self._overlay)

    def __len__(self) -> int:
        return len(self._overlay)


class NumberedTable(VaultTable):
    """Our table with other ids: TinyDB's tests count 1, 2, 3."""

    document_id_class = int  # type: ignore[assignment]  # what the base made a str

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return {str(int(each, 16)): document for each, document in super()._read_table().items()}

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        super()._update_table(lambda overlay: updater(ByNumber(overlay)))

    def _get_next_id(self) -> str:
        return cast(str, Table._get_next_id(self))  # type: ignore[no-untyped-call]  # TinyDB's


class NumberedStore(Store):
    """Our store with numbered tables."""

    table_class = NumberedTable


class World:
    """Opens stores as ``TinyDB(path)`` or ``TinyDB(storage=MemoryStorage)`` does, each on a vault of its own."""

    def __init__(self, kind: type[Store], place: Path) -> None:
        self._kind = kind
        self._place = place
        self._numbers = count()
        self._opened: list[Store] = []

    def __call__(self, path: object = None, *, storage: object = VaultStorage, **_: object) -> Store:
        """Return the store at ``path``, made if missing; without a path a new one."""
        if storage is not VaultStorage:
            raise TypeError("a store has one storage")
        at = Path(str(path)) if path else self._place / f"{next(self._numbers)}.rj"
        vault = Vault.open(at, PASSPHRASE) if at.exists() else Vault.create(at, PASSPHRASE, cost=CHEAP)
        self._opened.append(self._kind(vault, lambda: 1_764_000_000_000))
        return self._opened[-1]

    def close(self) -> None:
        """Close what a test left open."""
        for store in self._opened:
            store.close()
