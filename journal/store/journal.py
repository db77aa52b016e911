"""The one door to a journal: ``Journal``, its typed collections, undo, drafts, and what can be seen from outside.

with Journal.open(path, passphrase) as journal:
    uid = journal.entries.add(Entry(text="..."))
    journal.entries.get(uid)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import Any, Final, NamedTuple, Self, TypeVar, cast
from zoneinfo import ZoneInfo

from journal.clock import Clock, SystemClock, milliseconds
from journal.config.settings import state_directory
from journal.domain.agreements import Agreement
from journal.domain.captures import Capture
from journal.domain.checkins import CheckIn
from journal.domain.commitments import Commitment
from journal.domain.coping import Strategy
from journal.domain.cravings import Craving, Trigger
from journal.domain.dates import local_day
from journal.domain.days import Mark
from journal.domain.debriefs import Debrief
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.goals import Goal
from journal.domain.if_then_plans import Plan
from journal.domain.kinds import KINDS
from journal.domain.mooring import MooringLine
from journal.domain.needs import Need
from journal.domain.parked import Parked
from journal.domain.people import Person
from journal.domain.preferences import Preferences
from journal.domain.reasons import Reason
from journal.domain.record import SCHEMA, Record
from journal.domain.safety_plan import SafetyPlan
from journal.domain.sessions import Session
from journal.domain.share_ledger import Share
from journal.domain.uses import Use
from journal.errors import (
    ErrorCode,
    InvalidRecord,
    NotFound,
    ReadOnly,
)
from journal.file_facts import Cost, Report
from journal.store.collection import Collection, Present, latest_schema
from journal.store.drafts import DRAFTS, Drafts
from journal.store.inbox import Inbox
from journal.store.maintenance import JournalMaintenance
from journal.store.tinydb_store import Before, Store, VaultTable, check_tinydb, without_stamps
from journal.vault.crypto.keys import calibrated
from journal.vault.format.payloads import Change, Delete, Put, decode_document
from journal.vault.vault import Vault

R = TypeVar("R", bound=Record)

UNDO_DEPTH: Final = 50
_NEVER_UNDONE: Final = (DRAFTS, Preferences.table, Share.table)
_ONLY_ONE: Final = f"{1:032x}"
"""The uid of a record of which there is one."""


class ChangeKind(StrEnum):
    """What was done to records."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


class Undone(NamedTuple):
    """What ``undo`` took back: the first record's table, what had been done to it, and how many records in all."""

    table: str
    what: ChangeKind
    records: int


class Journal(JournalMaintenance):
    """An open journal. Every write is durable when it returns; reads come from memory.

    Writes may come from any thread, one at a time. ``changed`` counts them, so that a view knows when it is stale.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self.clock = clock
        self.changed = 0
        self._vault = vault
        self._store = Store(vault, lambda: milliseconds(clock.now()))
        self._store.storage.on_commit = self._committed
        self._steps: deque[list[Before]] = deque(maxlen=UNDO_DEPTH)
        self._writing = RLock()
        self._collections: dict[str, Collection[Any]] = {
            kind.table: Collection(cast(VaultTable, self._store.table(kind.table)), kind.type, self) for kind in KINDS
        }
        self.focuses = self.collection(Focus)
        self.marks = self.collection(Mark)
        self.uses = self.collection(Use)
        self.entries = self.collection(Entry)
        self.people = self.collection(Person)
        self.reasons = self.collection(Reason)
        self.triggers = self.collection(Trigger)
        self.strategies = self.collection(Strategy)
        self.cravings = self.collection(Craving)
        self.plans = self.collection(Plan)
        self.debriefs = self.collection(Debrief)
        self.commitments = self.collection(Commitment)
        self.agreements = self.collection(Agreement)
        self.needs = self.collection(Need)
        self.parked = self.collection(Parked)
        self.mooring = self.collection(MooringLine)
        self.goals = self.collection(Goal)
        self.checkins = self.collection(CheckIn)
        self.sessions = self.collection(Session)
        self.shares = self.collection(Share)
        self._preferences = self.collection(Preferences)
        self._safety_plan = self.collection(SafetyPlan)
        self.drafts = Drafts(self._store)
        self.inbox = Inbox(self, vault, cast(VaultTable, self._store.table(Capture.table)))
        self._refuse_where_newer()

    @classmethod
    def create(
        cls,
        path: Path | str,
        passphrase: str,
        recovery_words: str | None = None,
        *,
        clock: Clock | None = None,
        anchors: Path | None = None,
        cost: Cost | None = None,
        holder: str = "a script",
    ) -> Self:
        """Make a new, empty journal. ``recovery_words`` come from ``new_recovery_words()``; without them no slot.

        ``cost`` is what a try at the passphrase costs, by default what suits this computer. ``anchors`` is where this
        computer's anchor is, the user's state directory unless given; ``holder`` is told to whoever finds it open.
        Raises ``AlreadyExists``, ``WrongWord``, ``NotEnoughMemory``, ``NotSaved``, ``UnsuitableLibrary``.
        """
        check_tinydb()
        clock = clock or SystemClock()
        vault = Vault.create(
            Path(path),
            passphrase,
            recovery_words=recovery_words,
            cost=cost or calibrated(),
            anchors=anchors or state_directory(),
            now=lambda: milliseconds(clock.now()),
            holder=holder,
        )
        journal = cls(vault, clock)
        journal.inbox.open()
        return journal

    @classmethod
    def open(
        cls,
        path: Path | str,
        passphrase: str | None = None,
        *,
        recovery_words: str | None = None,
        read_only: bool = False,
        clock: Clock | None = None,
        anchors: Path | None = None,
        holder: str = "a script",
    ) -> Self:
        """Open a journal with its passphrase or its recovery words; ``report`` then says what was found.

        What was written down while it was locked waits in ``inbox`` then. Raises ``NoJournal``, ``NotAJournal``,
        ``NewerFormat``, ``InUse``, ``WrongPassphrase``, ``WrongWord``, ``Damaged``, ``NotEnoughMemory``,
        ``UnsuitableLibrary``.
        """
        check_tinydb()
        clock = clock or SystemClock()
        vault = Vault.open(
            Path(path),
            passphrase,
            recovery_words=recovery_words,
            read_only=read_only,
            anchors=anchors or state_directory(),
            now=lambda: milliseconds(clock.now()),
            holder=holder,
        )
        journal = cls(vault, clock)
        journal.inbox.open()
        return journal

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file and of the keys. Everything that was saved is on the disk already."""
        self.preallocate()
        self._vault.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._vault.path

    @property
    def report(self) -> Report:
        """What opening found: an unfinished save, damage, a rollback; all falsy when all is well."""
        return self._vault.report

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: opened so, damaged, rolled back, or written by a newer version."""
        return self._vault.read_only or self._store.storage.refusal is not None

    # Time, as the collections and the screens know it.

    def now(self) -> datetime:
        """The present instant, UTC."""
        return self.clock.now()

    def zone(self) -> str:
        """The IANA zone this computer is in."""
        return self.clock.zone()

    def day_starts_at(self) -> int:
        """Minutes after midnight at which the person's day begins."""
        return self.preferences.day_starts_at

    def today(self) -> date:
        """The person's day: at 01:30 it is still yesterday, unless they set another hour."""
        return local_day(self.now(), self.zone(), self.day_starts_at())

    def local(self, instant: datetime) -> datetime:
        """An instant as this computer's wall clock shows it."""
        return instant.astimezone(ZoneInfo(self.zone()))

    # Saving.

    def new_uid(self) -> str:
        """A uid for a record that is to be known before it is saved; ``Collection.put`` adds it under that."""
        return self._store.storage.new_uid()

    def save(self, *records: Record) -> tuple[Record, ...]:
        """Save records in one transaction, one step of undo, and return them with every field filled in.

        Without a uid a record is added; with one it is saved under it, in place of what was there. Raises
        ``InvalidRecord`` and the vault's errors; then nothing was saved.
        """
        with self._writing:
            present = Present(self)
            prepared = [
                self.collection(type(record)).prepare(record.uid or self.new_uid(), record, present)
                for record in records
            ]
            self._store.storage.commit([change for change, _ in prepared if change is not None])
        return tuple(record for _, record in prepared)

    def collection(self, kind: type[R]) -> Collection[R]:
        """The collection that holds records of a type."""
        return cast("Collection[R]", self._collections[kind.table])

    def find(self, table: str, uid: str) -> Record | None:
        """The record with that uid in a table, by the table's name; ``None`` where it is gone or can't be read."""
        try:
            found: Record = self._collections[table].get(uid)
        except (KeyError, NotFound, InvalidRecord):
            return None
        return found

    @property
    def unreadable(self) -> int:
        """How many records this version can't read, among the collections that were read so far; they are kept."""
        return sum(len(collection.unreadable) for collection in self._collections.values())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything saved inside is one transaction and one step of undo; an exception inside saves nothing.

        Reads inside still see what was there before.
        """
        with self._writing, self._store.storage.transaction():
            yield

    def undo(self) -> Undone | None:
        """Take back the last change of this session, but no draft, setting or page given; ``None`` if there is none."""
        with self._writing:
            if not self._steps:
                return None
            step = self._steps[-1]
            what = _what(step[0], self._vault)
            self._store.storage.commit([_back(before) for before in reversed(step)])
            self._steps.pop()  # what the commit above pushed
            self._steps.pop()
            return Undone(step[0][0], what, len(step))

    def _committed(self, before: list[Before]) -> None:
        self.changed += 1
        for table in {table for table, _, _ in before}:
            if table in self._collections:
                self._collections[table].invalidate()
        if undoable := [step for step in before if step[0] not in _NEVER_UNDONE]:
            self._steps.append(undoable)

    # The person's own settings.

    @property
    def preferences(self) -> Preferences:
        """The settings that live inside the journal; the defaults until one is set."""
        if _ONLY_ONE not in self._preferences:
            return Preferences(uid=_ONLY_ONE)
        return self._preferences.get(_ONLY_ONE)

    def set_preferences(self, preferences: Preferences) -> None:
        """Save the settings. Raises ``InvalidRecord`` and the vault's errors."""
        self._preferences.put(_ONLY_ONE, preferences)

    @property
    def safety_plan(self) -> SafetyPlan:
        """The safety plan; empty until one is written. It is saved like any record, under the uid it has here."""
        if _ONLY_ONE not in self._safety_plan:
            return SafetyPlan(uid=_ONLY_ONE)
        return self._safety_plan.get(_ONLY_ONE)

    def reset_caches(self) -> None:
        """Everything may be another now: forget what was read, and what could be undone."""
        self.changed += 1
        self._steps.clear()
        for collection in self._collections.values():
            collection.invalidate()
        self._refuse_where_newer()

    def _refuse_where_newer(self) -> None:
        tables = [cast(VaultTable, self._store.table(name)) for name in self._vault.tables]
        if any(latest_schema(table.as_json()) > SCHEMA for table in tables):
            self._store.storage.refusal = ReadOnly(ErrorCode.NEWER_DOCUMENTS)


def _what(before: Before, vault: Vault) -> ChangeKind:
    table, uid, document = before
    if document is None:
        return ChangeKind.ADDED
    return ChangeKind.CHANGED if uid in vault.tables.get(table, {}) else ChangeKind.DELETED


def _back(before: Before) -> Change:
    table, uid, document = before
    return Delete(table, uid) if document is None else Put(table, uid, without_stamps(decode_document(document)))
