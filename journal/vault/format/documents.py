"""Keep the documents of one table as JSON, and decode each only when it is asked for.

`State` holds one of these per table; the store reads through it. Most of a long journal is never looked at between
opening and closing. As JSON it takes a quarter of the memory, and opening does not build objects that nobody reads.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import Any

import msgspec

from journal.vault.format.payloads import Document, Stamps, decode_document, decode_stamps


class Documents(Mapping[str, Document]):
    """A table: documents by uid. Each access returns a new copy that belongs to the caller.

    Another thread may save during a loop, so a loop iterates over the uids that existed when it began.
    """

    def __init__(self, raw: dict[str, msgspec.Raw] | None = None) -> None:
        self.raw = {} if raw is None else raw

    def __getitem__(self, uid: str) -> Document:
        return decode_document(self.raw[uid])

    def __iter__(self) -> Iterator[str]:
        return iter(list(self.raw))

    def items(self) -> ItemsView[str, Document]:
        """Return the current documents with their uids, each decoded when it is reached."""
        return ItemsView(self.copy())

    def values(self) -> ValuesView[Document]:
        """Return the current documents, each decoded when it is reached."""
        return ValuesView(self.copy())

    def __len__(self) -> int:
        return len(self.raw)

    def __contains__(self, uid: object) -> bool:
        return uid in self.raw

    def __eq__(self, other: object) -> bool:
        return self.raw == other.raw if isinstance(other, Documents) else super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]  # it is mutable

    def get(self, uid: str, default: Any = None) -> Any:
        """Return the document or the default. `Mapping.get` would catch a KeyError instead, which is slower."""
        return default if (raw := self.raw.get(uid)) is None else decode_document(raw)

    def stamps(self, uid: str) -> Stamps:
        """Return time and revisions of a document without decoding the rest of it."""
        return decode_stamps(self.raw[uid])

    def copy(self) -> Documents:
        """Return another table with the same documents."""
        return Documents(dict(self.raw))
