"""A journal file, open: what it holds, and every way in which it changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from journal.errors import Damaged, ErrorCode, NotKnownSaved, ReadOnly, Replaced, VaultError
from journal.file_facts import Copy, Cost, EarlierCopy, MergeResult, Report
from journal.vault.copies import back_up, copies_apart, damaged_generations, knows, read_copy
from journal.vault.files.disk import Disk
from journal.vault.format.documents import Documents
from journal.vault.format.header import PASSPHRASE, RECOVERY
from journal.vault.format.payloads import LARGEST_DOCUMENT, Change, Document, check_sizes, encode
from journal.vault.healing import Healed, heal
from journal.vault.inbox_import import Inbox, Taken, Wanted, nothing_is_known
from journal.vault.journal_file import OpenFile
from journal.vault.lock_holder import Holder
from journal.vault.merge import merge
from journal.vault.open_file import Opening, Refusal, create_file, new_draft, new_keys, open_file
from journal.vault.open_report import went_on_words
from journal.vault.rewrite import forget_generations


def _unix_ms() -> int:
    return time.time_ns() // 1_000_000


class Vault:
    """One open journal file, and the lock on it.

    `tables` is what it holds now: documents by table and uid, with their `updated_at` and `revisions`, to be read
    and not changed. `report` is what opening found. Every change goes through `commit` and is durable when it
    returns; where a method raises, what is in memory is as before. Methods may be called from any thread.
    """

    path: Path
    report: Report

    def __init__(
        self, path: Path, disk: Disk, now: Callable[[], int], opening: Opening, refusal: Refusal | None = None
    ) -> None:
        """From what `create` and `open` found; `refusal` is why nothing may be written."""
        self.path = path
        self.report = opening.report
        self._now = now
        self._lock = opening.lock
        self._seen = opening.seen
        self._file = OpenFile(disk, path, now, opening)
        self._refusal = refusal
        self._wanted = Wanted()
        self._untold = Taken()
        self._healed: Healed | None = None
        self._busy = threading.RLock()
        if not self.read_only:
            self._file.settle(opening.seen)
            self._inbox.settle()

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        recovery_words: str | None = None,
        cost: Cost = Cost.STANDARD,
        disk: Disk | None = None,
        anchors: Path | None = None,
        now: Callable[[], int] = _unix_ms,
        holder: str = "a script",
    ) -> Vault:
        """A new, empty journal, open. Missing folders are made, 0700.

        `recovery_words` make a second way in; `anchors` is the directory where this computer notes what it saw
        (None: nowhere); `now` gives Unix ms; `holder` says who has it open, as `Holder.what` does.
        Takes as long as `cost` says. Raises AlreadyExists, InUse, NotSaved, NotEnoughMemory, WrongWord, and
        ValueError for an empty passphrase.
        """
        path, disk, at = Path(path).absolute(), disk or Disk(), now()
        opening = create_file(
            disk,
            path,
            Holder.this_process(at, holder),
            anchors,
            lambda: new_draft(passphrase, recovery_words, cost, at),
        )
        return cls(path, disk, now, opening)

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        recovery_words: str | None = None,
        read_only: bool = False,
        disk: Disk | None = None,
        anchors: Path | None = None,
        now: Callable[[], int] = _unix_ms,
        holder: str = "a script",
    ) -> Vault:
        """The journal at `path`, by its passphrase or by its recovery words; see `create` for the rest.

        A journal in which something is wrong is opened for reading as far as it can be, and `report` says what.
        Raises NoJournal, NotAJournal, NewerFormat, Damaged, InUse, WrongPassphrase, WrongWord, NotEnoughMemory.
        """
        if (passphrase is None) == (recovery_words is None):
            raise ValueError("open takes a passphrase or recovery words")
        path, disk = Path(path).absolute(), disk or Disk()
        opening = open_file(
            disk,
            path,
            Holder.this_process(now(), holder),
            anchors,
            lambda page: page.open(passphrase, recovery_words),
            read_only=read_only,
        )
        return cls(path, disk, now, opening, Refusal.AS_ASKED if read_only else opening.refusal)

    @property
    def tables(self) -> Mapping[str, Documents]:
        """What the journal holds now. A table without documents is not there."""
        return self._file.state.tables

    @property
    def read_only(self) -> bool:
        """Whether changes raise ReadOnly."""
        return self._refusal is not None

    @property
    def has_recovery(self) -> bool:
        """Whether recovery words open this journal."""
        return bool(self._file.header.slots_of(RECOVERY))

    @property
    def cost(self) -> Cost | None:
        """What a try at the passphrase costs; None where no passphrase opens this journal."""
        return next((slot.cost for slot in self._file.header.slots_of(PASSPHRASE)), None)

    @property
    def wants_compaction(self) -> bool:
        """Whether what was appended since the snapshot has outgrown it; compact when idle or on lock."""
        return not self.read_only and self._file.has_outgrown_its_snapshot

    @property
    def needs_preallocation(self) -> bool:
        """Whether `fill_ahead` has something to do; ask between saves."""
        return not self.read_only and self._file.tail.needs_preallocation

    def opens_with(self, passphrase: str | None = None, *, recovery_words: str | None = None) -> bool:
        """Whether this is the passphrase, or these are the words; takes as long as opening does.

        Raises NotEnoughMemory, WrongWord.
        """
        return self._file.header.opens_with(passphrase, recovery_words)

    def commit(self, changes: Sequence[Change]) -> None:
        """Let all of the changes happen or none, durably: one record, or a whole new file when they are too large.

        Documents get `updated_at` (ms) and a new first id in `revisions`. Raises ReadOnly, NotSaved, NotKnownSaved,
        Replaced, TooLarge; ValueError or TypeError for what the format cannot hold.
        """
        with self._changing():
            if changes:
                operations = self._file.state.stamped(changes, self._now())
                payload = encode(operations)
                if len(payload) > LARGEST_DOCUMENT:
                    check_sizes(operations)
                self._file.append(payload, operations)

    def take_in(self, table: str, skip: Callable[[str, Document], bool] = nothing_is_known) -> Taken:
        """Let what was written down without unlocking become documents of `table`, durably; then empty the inbox.

        The last capture under a uid counts, and stands in place of an earlier document; one that was taken in before,
        or that `skip` says adds nothing, is passed over. What cannot be read, is for another table or makes `skip`
        raise ValueError is set aside. Whatever is wrong with the inbox is told, not raised. Raises what `commit` does.
        """
        with self._changing():
            self._wanted = Wanted(table, skip)
            taken = self._inbox.take_in(self._file.state, self._wanted, self.commit).after(self._untold)
            self._untold = Taken()
            return taken

    def preallocate(self) -> None:
        """Put zeros behind the last record, for later saves to fill in: a save there changes no size.

        For between saves: it takes a few of them. Raises nothing; a file that cannot grow is as good as before.
        """
        with self._busy:
            if not self.read_only and not self._file.unconfirmed:
                self._file.tail.preallocate()

    def compact(self) -> None:
        """Replace the file by a snapshot of what it holds; the one before is kept as `NAME.1`.

        Raises ReadOnly, NotSaved, NotKnownSaved, Replaced, Damaged (the file went bad since it was opened).
        """
        with self._changing(Refusal.LINKED):
            self._file.rewrite()

    def change_keys(
        self,
        *,
        passphrase: str | None = None,
        recovery_words: str | None = None,
        cost: Cost = Cost.STANDARD,
        forget_generations: bool = False,
    ) -> None:
        """A new passphrase, or new (or first) recovery words, or both; what is None stays as it is.

        The earlier generations and kept tails still open with the old ones: `forget_generations` replaces them
        all by one copy of the new file. Takes as long as `cost` says. Raises what `compact` does, and WrongWord,
        NotEnoughMemory.
        """
        with self._changing():
            header = self._file.header.with_ways(self._file.keys.master, passphrase, recovery_words, cost)
            self._file.rewrite(header=header, note="the keys were changed")
            if forget_generations:
                self._forget_generations(captures=False)

    def change_master_key(
        self, passphrase: str, *, recovery_words: str | None = None, cost: Cost = Cost.STANDARD
    ) -> None:
        """Seal everything anew under a new master key, and remove whatever the old one opens beside the journal.

        Only this `passphrase` and these `recovery_words` (None: none) open the journal then; who kept the old key, or
        a copy of the file, reads nothing that is written from now on. What was deleted is in no file here any more.
        What waits in the inbox is taken in before, as it was last, which the next `take_in` tells. Raises what
        `change_keys` does, and InUse while something is being written down.
        """
        with self._changing():
            header, keys = new_keys(self._file.header.file_id, passphrase, recovery_words, cost)
            try:
                with self._inbox.removed(self._file.state, self._wanted, self.commit) as taken:
                    self._untold = taken.after(self._untold)
                    self._file.rewrite(header=header, keys=keys, note="sealed anew under a new master key")
            finally:
                self._inbox.settle()
            self._forget_generations(captures=True)

    def accept_rollback(self) -> None:
        """Go on with an older or forked copy: noted in a new file, and the anchor starts from there.

        A new file, because a note that was torn behind the old one could not be told from damage while the anchor is
        still ahead. Raises ReadOnly when something else is in the way, and what `compact` does.
        """
        with self._changing(Refusal.ROLLED_BACK):
            if self._refusal is Refusal.ROLLED_BACK:
                self._file.rewrite(note=went_on_words(self.report))
                self._go_on_from_here()

    def accept_damage(self, *, heal: bool = True) -> None:
        """Go on with what can be read: a new file from it, the damaged one kept as `NAME.1`.

        To `heal` is to add what the earlier generations still hold of what was lost: see `healable_from`. Nothing that
        can be read is changed or deleted. Raises ReadOnly when something else is in the way, and what `compact` does.
        """
        with self._changing(Refusal.DAMAGED):
            if self._refusal is Refusal.DAMAGED or self.report.damaged:
                healed = self._heal().state if heal and self.report.unreadable else None
                note = "went on with what could be read of a damaged file"
                self._file.rewrite(state=healed, note=note, verified=False)
                self._healed = None
                self._refusal = None
                self._file.make_anchor()
                self._inbox.settle()

    @property
    def healable(self) -> int:
        """How many documents that a damaged journal lost come back from the earlier generations."""
        return sum(copy.documents for copy in self.healable_from)

    @property
    def healable_from(self) -> list[EarlierCopy]:
        """The earlier generations that give back some of what a damaged journal lost."""
        if not self.report.unreadable:
            return []
        with self._busy:
            return self._heal().copies

    def damaged_generations(self) -> list[Path]:
        """The earlier generations in which something cannot be read."""
        with self._busy:
            return damaged_generations(self._file)

    def merge(self, other: Path, passphrase: str | None = None, *, recovery_words: str | None = None) -> MergeResult:
        """Bring in what another copy of this journal, or another journal, holds; nothing of either is lost.

        A copy under the same master key needs no passphrase. The file before is kept as `NAME.1`; the other is only
        read, as far as it can be. What was merged is told against this journal before. Also for a journal that is
        older than what this computer saw, where the other holds that. Raises what opening `other` does, ReadOnly, and
        what `compact` does.
        """
        copy = read_copy(self._file, Path(other).absolute(), passphrase, recovery_words)
        catches_up = self._seen is not None and copy.holds(self._seen.point)
        with self._changing(Refusal.ROLLED_BACK if catches_up else None):
            merged = merge(self._file.state, copy.state)
            if merged.is_news or not knows(self._file, copy.point):
                self._file.rewrite(state=merged.state, origins=[copy.point], note="merged with another copy")
            if self._refusal:
                self._go_on_from_here()
        return merged

    def copies(self) -> list[Copy]:
        """Other copies of this journal in its folder, with something in them that this one lacks.

        Sync tools leave such, and the journal itself where another program replaced it under it.
        """
        with self._busy:
            return copies_apart(self._file)

    def backup(self, to: Path, *, replace: bool = False) -> None:
        """A copy of the file at `to`, which may be on another disk; verified there before it gets its name.

        A journal that stands there is left as it is, unless told to `replace` it. Raises Damaged (this file went
        bad), AlreadyExists, NotSaved (an earlier copy there stays), Replaced, ReadOnly.
        """
        with self._changing(Refusal.AS_ASKED, Refusal.NO_LOCK, Refusal.LINKED, Refusal.NEWER, Refusal.ROLLED_BACK):
            self._file.verify()
            back_up(self._file, Path(to).absolute(), replace=replace)

    def sync_anchor(self) -> None:
        """Make durable what this computer saw last: on lock, and at the end."""
        with self._busy:
            if not self.read_only:
                self._file.note_in_anchor(sync=True)

    def close(self) -> None:
        """Sync the anchor and let others open the journal; a second time does nothing."""
        with self._busy:
            self.sync_anchor()
            self._file.close()
            self._refusal = Refusal.CLOSED
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Vault:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _changing(self, *bearable: Refusal | None) -> Iterator[None]:
        """One change at a time, unless something but a `bearable` refusal is in the way; follows up what it met."""
        with self._busy:
            if self._refusal and self._refusal not in bearable:
                raise ReadOnly(self._refusal.value)
            epoch = self._file.point.epoch
            try:
                yield
            except Replaced:
                self._refusal = Refusal.REPLACED
                raise
            except Damaged:
                self._refusal = Refusal.DAMAGED
                missing = max(1, self.report.missing)
                self.report = replace(self.report, damaged=True, missing=missing, missing_at_least=True)
                raise
            finally:
                if self._file.point.epoch != epoch:
                    self.report = replace(self.report, missing=0, missing_at_least=False, damaged=False)
                    self._refusal = None if self._refusal is Refusal.LINKED else self._refusal

    def _go_on_from_here(self) -> None:
        self._refusal = None
        self.report = replace(self.report, behind=None, rewritten=False, anchor_time=None, forked=False)
        self._file.make_anchor()
        self._inbox.settle()

    def _heal(self) -> Healed:
        if self._healed is None:
            self._healed = heal(self._file)
        return self._healed

    @property
    def _inbox(self) -> Inbox:
        """Made anew for every use: its key may be another by then."""
        return Inbox(self._file.disk, self.path, self._file.header.file_id, self._file.keys.inbox)

    def _forget_generations(self, *, captures: bool) -> None:
        try:
            forget_generations(self._file.disk, self.path, captures=captures)
        except (OSError, VaultError) as error:
            raise NotKnownSaved(ErrorCode.EARLIER_COPIES_LEFT) from error
