"""Import captures that were written while locked, and let the person accept or drop each one.

``Journal.inbox`` is one ``Inbox``. Opening a journal imports what waits in the inbox file; the captures then wait in a
table of the journal until the person decides. The vault's ``inbox_import`` handles the file; this module handles what
the captures become (cravings and entries).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, cast

import msgspec
from msgspec.structs import replace

from journal.domain.captures import Capture
from journal.domain.cravings import Craving
from journal.domain.dates import known_zone, local_day
from journal.domain.entries import Entry
from journal.domain.looked_over import merge_missing, record_of
from journal.domain.record import Record
from journal.errors import InvalidRecord, NotFound, VaultError
from journal.store.collection import Collection
from journal.store.find_or_create import FindOrCreate, LabelledCollections
from journal.store.tinydb_store import VaultTable

if TYPE_CHECKING:
    from journal.vault.vault import Vault

LATEST_START: Final = 24 * 60
"""Minutes after midnight by which every day has begun, whatever the person sets."""


class Intake(NamedTuple):
    """The result of an import: how many captures were imported, and how many were set aside as broken or forged.

    ``foreign_key``: the journal's own key had been replaced by another one. Captures sealed with that key cannot be
    read here, but whoever put it there can read them.
    """

    imported: int = 0
    set_aside: int = 0
    foreign_key: bool = False

    @property
    def is_news(self) -> bool:
        """Return whether there is something to report."""
        return self != Intake()

    @property
    def is_wrong(self) -> bool:
        """Return whether anything was found that is not a waiting capture."""
        return bool(self.set_aside or self.foreign_key)

    def combine(self, later: Intake) -> Intake:
        """Return the sum of both."""
        return Intake(
            self.imported + later.imported, self.set_aside + later.set_aside, self.foreign_key or later.foreign_key
        )


class InboxJournal(LabelledCollections, Protocol):
    """The parts of a journal that its inbox needs."""

    changed: int

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be saved."""

    @property
    def cravings(self) -> Collection[Craving]:
        """Return the collection for captures with an intensity."""

    @property
    def entries(self) -> Collection[Entry]:
        """Return the collection for all other captures."""

    def zone(self) -> str:
        """Return the IANA time zone of this computer."""

    def transaction(self) -> AbstractContextManager[None]:
        """Begin one transaction, which is one step of undo."""


class Inbox:
    """Captures wait in a table of the journal until they become records, so that no operation on the file loses one.

    ``intake`` is what was imported since the journal was opened, or since ``acknowledge`` was called.
    """

    def __init__(self, journal: InboxJournal, vault: Vault, table: VaultTable) -> None:
        self._journal = journal
        self._vault = vault
        self._table = table
        self.intake = Intake()

    def open(self) -> None:
        """Import waiting captures when the journal is opened. Errors are ignored, so that the journal opens anyway."""
        with suppress(VaultError):
            self.take_in()

    def take_in(self) -> Intake:
        """Import the waiting captures durably and empty the inbox. Raises the vault's errors.

        A read-only journal imports nothing: the captures keep waiting.
        """
        if self._journal.read_only:
            return Intake()
        found = self._vault.take_in(Capture.table, self.is_known)
        if found.imported:
            self._journal.changed += 1
        intake = Intake(found.imported, found.set_aside, found.foreign_key)
        self.intake = self.intake.combine(intake)
        return intake

    def acknowledge(self) -> None:
        """Forget the result of the last imports, because the person has read it."""
        self.intake = Intake()

    def waiting(self) -> list[Capture]:
        """Return the captures to review, oldest first."""
        captures = [capture for uid in self._table.as_json() if (capture := self._read(uid)) is not None]
        return sorted(captures, key=lambda capture: (capture.at, capture.uid))

    def keep(self, *uids: str) -> list[Record]:
        """Accept captures: they become records with their own uids. See ``decide``."""
        return self.decide(keep=uids)

    def drop(self, *uids: str) -> None:
        """Drop captures. See ``decide``."""
        self.decide(drop=uids)

    def asks_which(self, capture: Capture) -> bool:
        """Return whether the capture names a focus that the journal does not have, so that the person must be asked."""
        label = capture.focus.strip()
        return bool(label) and capture.is_craving and FindOrCreate(self._journal).focus(label) is None

    def decide(
        self, *, keep: Iterable[str] = (), drop: Iterable[str] = (), focuses: Mapping[str, str] = MappingProxyType({})
    ) -> list[Record]:
        """Accept some captures and drop others, in one transaction and one step of undo; return the new records.

        ``focuses`` says which focus a capture is about where ``asks_which`` is true: uid of the capture → uid of the
        focus. A label that is no focus of the journal is kept with the craving.

        If a capture was accepted before and captured again since, it adds only what its record lacks. Raises
        ``NotFound``, ``InvalidRecord`` and the vault's errors; then nothing was changed.
        """
        kept = [self._get(uid) for uid in dict.fromkeys(keep)]
        dropped = [self._get(uid) for uid in dict.fromkeys(drop)]
        with self._journal.transaction():
            naming = FindOrCreate(self._journal)
            records = [self._put(capture, naming, focuses.get(capture.uid, "")) for capture in kept]
            self._table.remove(doc_ids=[cast(int, capture.uid) for capture in (*kept, *dropped)])
        return records

    def _put(self, capture: Capture, naming: FindOrCreate, about: str) -> Record:
        label = capture.focus.strip()
        focus = naming.focus(label) if label else naming.only_focus
        record = record_of(
            replace(capture, zone=known_zone(capture.zone) or self._journal.zone()),
            focus=focus.uid if focus else about,
            about=label if focus is None else "",
            triggers=naming.triggers(capture.triggers),
            helped=naming.strategies(capture.helped),
        )
        if isinstance(record, Entry):
            known = record.uid in self._journal.entries
            return self._journal.entries.get(record.uid) if known else self._journal.entries.put(record.uid, record)
        if record.uid in self._journal.cravings:
            record = merge_missing(self._journal.cravings.get(record.uid), record)
        return self._journal.cravings.put(record.uid, record)

    def _get(self, uid: str) -> Capture:
        capture = self._read(uid)
        if capture is None:
            raise NotFound("Nothing that was written while locked has this id.")
        return capture

    def _read(self, uid: str) -> Capture | None:
        document = self._table.as_json().get(uid)
        try:
            return None if document is None else replace(_reader.decode(document), uid=uid)
        except (msgspec.MsgspecError, RecursionError):
            return None

    def is_known(self, uid: str, document: Mapping[str, Any]) -> bool:
        """Return whether a capture adds nothing to the record it became.

        Raises ``ValueError`` if it is not a capture.
        """
        try:
            capture = replace(msgspec.convert(document, Capture), uid=uid)
            local_day(capture.at, known_zone(capture.zone) or self._journal.zone(), LATEST_START)
        except (msgspec.MsgspecError, RecursionError, OverflowError):
            raise ValueError("This is no capture, or of no day there is.") from None
        if uid in self._journal.entries:
            return True
        if uid not in self._journal.cravings:
            return False
        try:
            known = self._journal.cravings.get(uid)
        except InvalidRecord:
            return False
        captured = record_of(capture, triggers=capture.triggers, helped=capture.helped)
        return isinstance(captured, Craving) and merge_missing(known, captured) == known


_reader = msgspec.json.Decoder(Capture)
