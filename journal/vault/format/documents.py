"""The documents of one table, kept as the JSON that stands on disk and decoded when they are asked for.

Most of a long journal is never looked at between opening and closing; as JSON it takes a quarter of the memory, and
opening need not build what nobody reads.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import Any

import msgspec

from journal.vault.format.payloads import Document, Stamps, decode_document, decode_stamps


class Documents(Mapping[str, Document]):
    """A table: documents by uid. Each time one is asked for it is another copy, the caller's own.

    A save in another thread may come between two steps of a loop over it: a loop goes over what was there at its start.
    """

    def __init__(self, raw: dict[str, msgspec.Raw] | None = None) -> None:
        self.raw = {} if raw is None else raw

    def __getitem__(self, uid: str) -> Document:
        return decode_document(self.raw[uid])

    def __iter__(self) -> Iterator[str]:
        return iter(list(self.raw))

    def items(self) -> ItemsView[str, Document]:
        """The documents of this moment with their uids, each decoded when it is reached."""
        return ItemsView(self.copy())

    def values(self) -> ValuesView[Document]:
        """The documents of this moment, each decoded when it is reached."""
        return ValuesView(self.copy())

    def __len__(self) -> int:
        return len(self.raw)

    def __contains__(self, uid: object) -> bool:
        return uid in self.raw

    def __eq__(self, other: object) -> bool:
        return self.raw == other.raw if isinstance(other, Documents) else super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]  # it changes

    def get(self, uid: str, default: Any = None) -> Any:
        """The document, or the default; without the error that a mapping's own looks for, which is slow."""
        return default if (raw := self.raw.get(uid)) is None else decode_document(raw)

    def stamps(self, uid: str) -> Stamps:
        """Time and revisions of a document, without the rest of it."""
        return decode_stamps(self.raw[uid])

    def copy(self) -> Documents:
        """Another table of the same documents."""
        return Documents(dict(self.raw))
