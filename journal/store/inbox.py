"""What was written down while locked: taken in from the inbox beside the journal, looked over, kept or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, cast

import msgspec
from msgspec.structs import replace

from journal.domain.captures import Capture
from journal.domain.cravings import Craving
from journal.domain.dates import known_zone, local_day
from journal.domain.entries import Entry
from journal.domain.looked_over import completed, record_of
from journal.domain.record import Record
from journal.errors import InvalidRecord, NotFound, VaultError
from journal.store.collection import Collection
from journal.store.find_or_create import FindOrCreate, LabelledCollections
from journal.store.tinydb_store import VaultTable

if TYPE_CHECKING:
    from journal.vault.vault import Vault

LATEST_START: Final = 24 * 60
"""Minutes after midnight before which every day has begun, whatever the person sets."""


class Taken(NamedTuple):
    """What taking in found: how many came, and how many were set aside because they are broken or forged.

    ``foreign``: another key had been put in the place of the journal's own; what was sealed with it can't be read
    here, but by whoever put it there.
    """

    came: int = 0
    set_aside: int = 0
    foreign: bool = False

    @property
    def is_news(self) -> bool:
        """Whether there is something to tell."""
        return self != Taken()

    @property
    def is_wrong(self) -> bool:
        """Whether something else was found than what waits."""
        return bool(self.set_aside or self.foreign)

    def combine(self, later: Taken) -> Taken:
        """Both together."""
        return Taken(self.came + later.came, self.set_aside + later.set_aside, self.foreign or later.foreign)


class Kept(LabelledCollections, Protocol):
    """What an inbox needs of its journal."""

    changed: int

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""

    @property
    def cravings(self) -> Collection[Craving]:
        """What a capture with an intensity becomes one of."""

    @property
    def entries(self) -> Collection[Entry]:
        """What any other becomes one of."""

    def zone(self) -> str:
        """The IANA zone this computer is in."""

    def transaction(self) -> AbstractContextManager[None]:
        """One transaction, and one step of undo."""


class Inbox:
    """Captures wait in a table of the journal, so that nothing done with its file loses one, until they are records.

    ``taken`` is what was taken in since the journal is open, or since that was read.
    """

    def __init__(self, journal: Kept, vault: Vault, table: VaultTable) -> None:
        self._journal = journal
        self._vault = vault
        self._table = table
        self.taken = Taken()

    def open(self) -> None:
        """Take in what waits beside the journal, at its opening: where that does not work, it opens all the same."""
        with suppress(VaultError):
            self.take_in()

    def take_in(self) -> Taken:
        """Bring in what waits beside the journal, durably, and empty the inbox. Raises the vault's errors.

        A journal that is only read takes in nothing: what waits goes on waiting.
        """
        if self._journal.read_only:
            return Taken()
        found = self._vault.take_in(Capture.table, self._is_known)
        if found.came:
            self._journal.changed += 1
        taken = Taken(found.came, found.set_aside, found.foreign)
        self.taken = self.taken.combine(taken)
        return taken

    def told(self) -> None:
        """What was found besides was read."""
        self.taken = Taken()

    def waiting(self) -> list[Capture]:
        """What is to be looked over, oldest first."""
        captures = [capture for uid in self._table.as_json() if (capture := self._read(uid)) is not None]
        return sorted(captures, key=lambda capture: (capture.at, capture.uid))

    def keep(self, *uids: str) -> list[Record]:
        """Let captures be records, under their own uids: ``decide``."""
        return self.decide(keep=uids)

    def drop(self, *uids: str) -> None:
        """Let captures go: ``decide``."""
        self.decide(drop=uids)

    def decide(self, *, keep: Iterable[str] = (), drop: Iterable[str] = ()) -> list[Record]:
        """Keep some captures and drop others, in one transaction and one step of undo; the records that were kept.

        One that was kept before, and was captured once more since, adds what its record lacks. Raises ``NotFound``,
        ``InvalidRecord`` and the vault's errors; then nothing was done.
        """
        kept = [self._get(uid) for uid in dict.fromkeys(keep)]
        dropped = [self._get(uid) for uid in dict.fromkeys(drop)]
        with self._journal.transaction():
            naming = FindOrCreate(self._journal)
            records = [self._put(capture, naming) for capture in kept]
            self._table.remove(doc_ids=[cast(int, capture.uid) for capture in (*kept, *dropped)])
        return records

    def _put(self, capture: Capture, naming: FindOrCreate) -> Record:
        focus = naming.focus(capture.focus) or naming.only_focus if capture.is_craving else None
        record = record_of(
            replace(capture, zone=known_zone(capture.zone) or self._journal.zone()),
            focus=focus.uid if focus else "",
            triggers=naming.triggers(capture.triggers),
            helped=naming.strategies(capture.helped),
        )
        if isinstance(record, Entry):
            known = record.uid in self._journal.entries
            return self._journal.entries.get(record.uid) if known else self._journal.entries.put(record.uid, record)
        if record.uid in self._journal.cravings:
            record = completed(self._journal.cravings.get(record.uid), record)
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

    def _is_known(self, uid: str, document: Mapping[str, Any]) -> bool:
        """Whether what came adds nothing to the record it became. Raises ``ValueError`` for what is no capture."""
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
        said = record_of(capture, triggers=capture.triggers, helped=capture.helped)
        return isinstance(said, Craving) and completed(known, said) == known


_reader = msgspec.json.Decoder(Capture)
