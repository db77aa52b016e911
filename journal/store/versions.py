"""Keep what an entry said before it was edited: up to ten earlier versions, saved in the transaction of the edit.

``Journal.versions`` is one ``Versions``. They are a table of their own, so nothing reads them but the screen and the
operations that are about them. They stay where they are when the entry is deleted, and come back with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, cast

import msgspec

from journal.domain.bin import MOST_VERSIONS, VERSIONS, Version
from journal.domain.entries import Entry
from journal.store.tinydb_store import Store, VaultTable
from journal.vault.format.payloads import Change, Delete, Put


class _About(msgspec.Struct):
    """Decodes of a version only which entry it belongs to, and when it was replaced."""

    entry: str
    at: datetime


_about = msgspec.json.Decoder(_About)
_version = msgspec.json.Decoder(Version)


def _words(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Return title and text of a plain entry; empty where another program put something else there."""
    title, text = (value if isinstance(value := entry.get(name), str) else "" for name in ("title", "text"))
    return title, text


def _replaced_at(pair: tuple[str, Version]) -> tuple[datetime, str]:
    uid, version = pair
    return version.at, uid


class Versions:
    """Earlier versions of entries, by the uid of the entry."""

    def __init__(self, store: Store) -> None:
        self._table = cast(VaultTable, store.table(VERSIONS))

    def __len__(self) -> int:
        return len(self._table.as_json())

    def of(self, entry: Entry) -> list[Version]:
        """Return what an entry said before, newest first, each text once, and not what it says now."""
        found = sorted(self._read(entry.uid), key=_replaced_at, reverse=True)
        seen = {(entry.title, entry.text)}
        versions = []
        for _, version in found:
            if (version.title, version.text) not in seen:
                seen.add((version.title, version.text))
                versions.append(version)
        return versions

    def replaced(self, changes: Iterable[Change], at: datetime) -> list[Change]:
        """Return the changes that keep what entries say now, where these ``changes`` give them another title or text.

        ``at`` is when that happens.
        """
        kept: list[Change] = []
        for change in changes:
            if isinstance(change, Put) and change.table == Entry.table:
                before = self._table.vault_storage.pending(change.table).get(change.uid)
                if before is not None and _words(before) != _words(change.document):
                    kept += self._keep(change.uid, _words(before), at)
        return kept

    def _keep(self, entry: str, words: tuple[str, str], at: datetime) -> list[Change]:
        """Return the changes that keep a title and a text of an entry (uid); above ten, the oldest version goes.

        The same words replaced earlier are kept once.
        """
        title, text = words
        found = sorted(self._read(entry), key=_replaced_at, reverse=True)
        if found:  # a clock that was ahead earlier must not put the new one below older ones
            at = max(at, found[0][1].at + timedelta(milliseconds=1))
        new = Version(entry=entry, at=at, title=title, text=text)
        same = [uid for uid, old in found if (old.title, old.text) == words]
        oldest = [uid for uid, _ in found if uid not in same][MOST_VERSIONS - 1 :]
        kept = Put(VERSIONS, self._table.vault_storage.new_uid(), msgspec.to_builtins(new))
        return [kept, *(Delete(VERSIONS, uid) for uid in (*same, *oldest))]

    def removal(self, entries: Iterable[str]) -> list[Change]:
        """Return the changes that remove every version of these entries (uids)."""
        gone = set(entries)
        return [Delete(VERSIONS, uid) for uid, about in self.about() if about.entry in gone]

    def emptying(self) -> list[Change]:
        """Return the changes that remove every version, readable or not."""
        return [Delete(VERSIONS, uid) for uid in self._table.as_json()]

    def about(self) -> Iterator[tuple[str, _About]]:
        """Yield each uid, and to which entry the version belongs and when it was replaced; of readable ones."""
        for uid, document in list(self._table.as_json().items()):
            try:
                yield uid, _about.decode(document)
            except (msgspec.MsgspecError, RecursionError):
                continue

    def _read(self, entry: str) -> Iterator[tuple[str, Version]]:
        documents = self._table.as_json()
        for uid, about in self.about():
            if about.entry == entry:
                with suppress(msgspec.MsgspecError, RecursionError):
                    yield uid, _version.decode(documents[uid])
