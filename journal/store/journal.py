"""Open a journal and work with it: ``Journal``, its typed collections, saving and undo.

with Journal.open(path, passphrase) as journal:
    uid = journal.entries.add(Entry(text="..."))
    journal.entries.get(uid)

Screens and commands use this module and get everything they need from it, including the vault's error types. Importing
it loads the ciphers and all record types; what works without the passphrase is in ``locked``, which loads neither.
Operations on the file as a whole are in ``maintenance``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import Any, Final, NamedTuple, Self, TypeVar, cast
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from journal.clock import Clock, SystemClock, milliseconds
from journal.config.places import state_directory
from journal.domain.agreements import Agreement
from journal.domain.bin import BIN, VERSIONS
from journal.domain.captures import Capture
from journal.domain.checkins import CheckIn
from journal.domain.commitments import Commitment
from journal.domain.coping import Strategy
from journal.domain.cravings import Craving, Trigger
from journal.domain.dates import local_day
from journal.domain.days import Mark
from journal.domain.debriefs import Debrief
from journal.domain.entries import Entry
from journal.domain.fellowship_steps import FellowshipStep
from journal.domain.focuses import Focus
from journal.domain.goals import Goal
from journal.domain.hard_days import HardDay
from journal.domain.home_walk import HomeItem, Naloxone
from journal.domain.if_then_plans import Plan
from journal.domain.imports import ImportBatch
from journal.domain.instruments import Score
from journal.domain.kinds import KINDS
from journal.domain.medicines import Dose, Medicine, same_dose
from journal.domain.milestone_rewards import MilestoneReward
from journal.domain.milestones import Milestone
from journal.domain.mooring import MooringLine
from journal.domain.needs import Need
from journal.domain.parked import Parked
from journal.domain.people import Person
from journal.domain.preferences import Preferences
from journal.domain.pros_and_cons import ProsAndCons
from journal.domain.quiet_plan import QuietPlan
from journal.domain.reasons import Reason
from journal.domain.record import SCHEMA, Record
from journal.domain.safety_plan import SafetyPlan
from journal.domain.sessions import Session
from journal.domain.share_ledger import Share
from journal.domain.templates import Template
from journal.domain.uses import Use
from journal.errors import (
    ErrorCode,
    InvalidRecord,
    NotFound,
    ReadOnly,
    VaultError,
)
from journal.file_facts import Cost, Report
from journal.store.bin import Bin
from journal.store.collection import Collection, Present, latest_schema
from journal.store.drafts import DRAFTS, Drafts
from journal.store.inbox import Inbox
from journal.store.key_files import read_key_file
from journal.store.maintenance import JournalMaintenance
from journal.store.plain_documents import PlainDocuments
from journal.store.tinydb_store import Before, Store, VaultTable, check_tinydb, without_stamps
from journal.store.versions import Versions
from journal.vault.crypto.keys import calibrated
from journal.vault.format.payloads import Change, Delete, Put, decode_document
from journal.vault.vault import Vault

R = TypeVar("R", bound=Record)

UNDO_DEPTH: Final = 50
_NEVER_UNDONE: Final = (DRAFTS, Preferences.table, Share.table, Milestone.table)
_ONLY_ONE: Final = f"{1:032x}"
"""The uid of a record that exists only once."""


class ChangeKind(StrEnum):
    """What was done to records."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


class Undone(NamedTuple):
    """What ``undo`` undid: the table of the first record, what had been done to it, and the number of records.

    ``alike`` of these are in that table. ``record`` is the first one, as it was before or is again; None where it can't
    be read.
    """

    table: str
    what: ChangeKind
    records: int
    alike: int
    record: Record | None = None


class Journal(JournalMaintenance):
    """An open journal. Every write is durable when it returns; reads come from memory.

    Any thread may write, one at a time. ``changed`` counts the writes, so that a view knows when it is out of date.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self.clock = clock
        self.changed = 0
        self._vault = vault
        self._store = Store(vault, lambda: milliseconds(clock.now()))
        self._store.storage.on_commit = self._committed
        self._undo_stack: deque[list[Before]] = deque(maxlen=UNDO_DEPTH)
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
        self.hard_days = self.collection(HardDay)
        self.quiet_plans = self.collection(QuietPlan)
        self.home_items = self.collection(HomeItem)
        self.naloxone = self.collection(Naloxone)
        self.parked = self.collection(Parked)
        self.mooring = self.collection(MooringLine)
        self.fellowship_steps = self.collection(FellowshipStep)
        self.medicines = self.collection(Medicine)
        self.doses = self.collection(Dose)
        self.goals = self.collection(Goal)
        self.scores = self.collection(Score)
        self.checkins = self.collection(CheckIn)
        self.sessions = self.collection(Session)
        self.templates = self.collection(Template)
        self.shares = self.collection(Share)
        self.milestones = self.collection(Milestone)
        self.milestone_rewards = self.collection(MilestoneReward)
        self.pros_and_cons = self.collection(ProsAndCons)
        self.imports = self.collection(ImportBatch)
        self._preferences = self.collection(Preferences)
        self._safety_plan = self.collection(SafetyPlan)
        self.bin = Bin(self, self._store)
        self.versions = Versions(self._store)
        self.drafts = Drafts(self._store)
        self.documents = PlainDocuments(self._store)
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
        """Create a new, empty journal.

        ``recovery_words`` come from ``new_recovery_words()``; without them there is no slot. ``cost`` is the cost of a
        try at the passphrase; the default is measured for this computer. ``anchors`` is the directory for this
        computer's anchor; the default is the user's state directory. ``holder`` is shown to whoever tries to open the
        journal at the same time. Raises ``AlreadyExists``, ``WrongWord``, ``NotEnoughMemory``, ``NotSaved``.
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
        key_file: Path | None = None,
        read_only: bool = False,
        clock: Clock | None = None,
        anchors: Path | None = None,
        holder: str = "a script",
    ) -> Self:
        """Open a journal with its passphrase, recovery words or key file; ``report`` then says what was found.

        Captures written while it was locked are in ``inbox`` afterwards. Raises ``NoJournal``, ``NotAJournal``,
        ``NewerFormat``, ``InUse``, ``WrongPassphrase``, ``WrongWord``, ``BadKeyFile``, ``Damaged``,
        ``NotEnoughMemory``.
        """
        check_tinydb()
        clock = clock or SystemClock()
        vault = Vault.open(
            Path(path),
            passphrase,
            recovery_words=recovery_words,
            key_file=None if key_file is None else read_key_file(key_file),
            read_only=read_only,
            anchors=anchors or state_directory(),
            now=lambda: milliseconds(clock.now()),
            holder=holder,
        )
        journal = cls(vault, clock)
        journal.inbox.open()
        journal.tidy_bin()
        return journal

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the file and forget the keys. Everything that was saved is already on the disk."""
        self.do_upkeep()
        self._vault.close()

    @property
    def path(self) -> Path:
        """Return the path of the file."""
        return self._vault.path

    @property
    def report(self) -> Report:
        """Return what opening found: an unfinished save, damage, a rollback. Every field is falsy if all is well."""
        return self._vault.report

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be saved: opened so, damaged, rolled back, or written by a newer version."""
        return self._vault.read_only or self._store.storage.refusal is not None

    # Time, for the collections and the screens.

    def now(self) -> datetime:
        """Return the current instant in UTC."""
        return self.clock.now()

    def zone(self) -> str:
        """Return the IANA time zone of this computer."""
        return self.clock.zone()

    def day_starts_at(self) -> int:
        """Return how many minutes after midnight the person's day begins."""
        return self.preferences.day_starts_at

    def today(self) -> date:
        """Return the person's day: at 01:30 it is still yesterday, unless they set another hour."""
        return local_day(self.now(), self.zone(), self.day_starts_at())

    def local(self, instant: datetime) -> datetime:
        """Return an instant in this computer's time zone."""
        return instant.astimezone(ZoneInfo(self.zone()))

    # Saving.

    def new_uid(self) -> str:
        """Return a uid for a record that must be known before it is saved; ``Collection.put`` adds it with that uid."""
        return self._store.storage.new_uid()

    def save(self, *records: Record) -> tuple[Record, ...]:
        """Save records in one transaction, which is one step of undo; return them with every field filled in.

        A record without a uid is added; a record with one replaces what is saved under it. A planned dose
        that was noted already is replaced even if the record has no uid. Raises ``InvalidRecord`` and the vault's
        errors; then nothing was saved.
        """
        with self._writing:
            present = Present(self)
            prepared = [
                self.collection(type(record)).prepare(record.uid or self._uid_for(record), record, present)
                for record in records
            ]
            changes = [change for change, _ in prepared if change is not None]
            if self.preferences.keep_deleted:
                changes += self.versions.replaced(changes, present.at)
            self._store.storage.commit(changes)
        return tuple(record for _, record in prepared)

    def _uid_for(self, record: Record) -> str:
        """Return the uid under which a record without one is saved: a new one, unless it is a dose that is known."""
        same = same_dose(record, self.doses) if isinstance(record, Dose) else None
        return self.new_uid() if same is None else same.uid

    def collection(self, kind: type[R]) -> Collection[R]:
        """Return the collection for records of a type."""
        return cast("Collection[R]", self._collections[kind.table])

    def find(self, table: str, uid: str) -> Record | None:
        """Return the record with that uid in a table, by the table's name; None if it is deleted or cannot be read."""
        try:
            found: Record = self._collections[table].get(uid)
        except (KeyError, NotFound, InvalidRecord):
            return None
        return found

    def read_document(self, table: str, document: Mapping[str, object]) -> Record | None:
        """Return the record that a plain document of a table holds; None if this version cannot read it."""
        try:
            read: Record = self._collections[table].read_plain(document)
        except (KeyError, InvalidRecord):
            return None
        return read

    @property
    def unreadable(self) -> int:
        """Return how many records this version cannot read, in the collections read so far. They are kept."""
        return sum(len(collection.unreadable) for collection in self._collections.values())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Save everything inside the block as one transaction and one step of undo. An exception inside saves nothing.

        Reads inside still see what was saved before.
        """
        with self._writing, self._store.storage.transaction():
            yield

    def undo(self) -> Undone | None:
        """Undo the last change of this session; None if there is none.

        Drafts, settings, the share ledger and milestones are not undone.
        """
        with self._writing:
            if not self._undo_stack:
                return None
            step = self._undo_stack[-1]
            what = _change_kind(step[0], self._vault)
            table, uid, _ = step[0]
            gone = self.find(table, uid)
            self._store.storage.commit([_inverse(before) for before in reversed(step)])
            self._undo_stack.pop()  # the step that the commit above added
            self._undo_stack.pop()
            alike = sum(before[0] == table for before in step)
            records = sum(before[0] not in (BIN, VERSIONS) for before in step)
            return Undone(table, what, records, alike, self.find(table, uid) or gone)

    def _committed(self, before: list[Before]) -> None:
        self.changed += 1
        for table in {table for table, _, _ in before} & self._collections.keys():
            self._collections[table].update((uid, document) for name, uid, document in before if name == table)
        if undoable := [step for step in before if step[0] not in _NEVER_UNDONE]:
            self._undo_stack.append(undoable)

    # What is kept of deleted and edited records.

    def apply(self, changes: Iterable[Change]) -> None:
        """Save changes that ``bin``, ``versions`` or ``documents`` returned; inside a transaction, with all of it."""
        with self._writing:
            self._store.storage.commit(list(changes))

    def tidy_bin(self) -> None:
        """Remove what was kept for long enough, in one transaction; nothing of it can be undone.

        Where the person wants nothing kept, that is all: some may have come along in a merge. Called when the journal
        is opened. Errors are ignored, so that it opens anyway; the next opening tries again.
        """
        if self.read_only or not (len(self.bin) or len(self.versions)):
            return
        with self._writing, suppress(VaultError, InvalidRecord):
            kept = self.preferences.keep_deleted
            due = self.bin.due(self.versions, self.entries.__contains__) if kept else self._all_kept()
            if due:
                self._store.storage.commit(due)
                self._undo_stack.clear()

    def keep_deleted(self, keep: bool) -> tuple[int, int]:
        """Set whether deleted records and earlier versions are kept; return how many of each were removed for good.

        What was deleted together counts once.

        Turning it off removes all, in one transaction, and nothing of this session can be undone any more: undo holds
        deleted records, too.
        """
        with self._writing:
            removed = (0, 0) if keep else (len(self.bin.items()), len(self.versions))
            with self.transaction():
                self.set_preferences(replace(self.preferences, keep_deleted=keep))
                if not keep:
                    self.apply(self._all_kept())
            if not keep:
                self._undo_stack.clear()
        return removed

    def _all_kept(self) -> list[Change]:
        return [*self.bin.emptying(), *self.versions.emptying()]

    # The person's own settings.

    @property
    def preferences(self) -> Preferences:
        """Return the settings that are stored in the journal; the defaults until one is set."""
        if _ONLY_ONE not in self._preferences:
            return Preferences(uid=_ONLY_ONE)
        return self._preferences.get(_ONLY_ONE)

    def set_preferences(self, preferences: Preferences) -> None:
        """Save the settings. Raises ``InvalidRecord`` and the vault's errors."""
        self._preferences.put(_ONLY_ONE, preferences)

    @property
    def safety_plan(self) -> SafetyPlan:
        """Return the safety plan, empty until one is written. Save it like any record, with the uid it has here."""
        if _ONLY_ONE not in self._safety_plan:
            return SafetyPlan(uid=_ONLY_ONE)
        return self._safety_plan.get(_ONLY_ONE)

    def reset_caches(self) -> None:
        """Forget what was read and what could be undone, because any record may have changed."""
        self.changed += 1
        self._undo_stack.clear()
        for collection in self._collections.values():
            collection.invalidate()
        self._refuse_where_newer()

    def _refuse_where_newer(self) -> None:
        tables = [cast(VaultTable, self._store.table(name)) for name in self._vault.tables]
        if any(latest_schema(table.as_json()) > SCHEMA for table in tables):
            self._store.storage.refusal = ReadOnly(ErrorCode.NEWER_DOCUMENTS)


def _change_kind(before: Before, vault: Vault) -> ChangeKind:
    table, uid, document = before
    if document is None:
        return ChangeKind.ADDED
    return ChangeKind.CHANGED if uid in vault.tables.get(table, {}) else ChangeKind.DELETED


def _inverse(before: Before) -> Change:
    table, uid, document = before
    return Delete(table, uid) if document is None else Put(table, uid, without_stamps(decode_document(document)))
