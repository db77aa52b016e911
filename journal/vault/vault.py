"""Open a journal file, hold its content, and make every change to it.

`journal.store` works with one `Vault` per open journal and never touches the file in another way. This module combines
the others of the package: opening, saving, importing the inbox, keys, merging, backups. It serialises all changes with
one lock, so that methods may be called from any thread.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from journal.errors import AlreadyExists, Damaged, ErrorCode, NotKnownSaved, ReadOnly, Replaced, VaultError
from journal.file_facts import Copy, Cost, EarlierCopy, MergeResult, Report
from journal.vault import key_file as key_files
from journal.vault.copies import back_up, damaged_generations, knows, other_copies, read_copy
from journal.vault.files.disk import Disk
from journal.vault.files.siblings import is_own
from journal.vault.format.documents import Documents
from journal.vault.format.header import KEY_FILE, PASSPHRASE, RECOVERY, Header
from journal.vault.format.payloads import LARGEST_DOCUMENT, Change, Document, check_sizes, encode
from journal.vault.format.state import State
from journal.vault.healing import Healed, heal
from journal.vault.inbox_import import ImportResult, ImportTarget, Inbox, nothing_is_known
from journal.vault.journal_file import OpenFile
from journal.vault.lock_holder import Holder
from journal.vault.merge import merge
from journal.vault.open_file import Opening, Refusal, create_file, empty_file, new_keys, open_file
from journal.vault.open_report import format_went_on
from journal.vault.rewrite import forget_generations


def _unix_ms() -> int:
    return time.time_ns() // 1_000_000


class Vault:
    """One open journal file, and the lock on it.

    `tables` is its content: documents by table and uid, with their `updated_at` and `revisions`; read it, never change
    it. `report` is what opening found. Every change is durable when its method returns. If a method raises, memory is
    unchanged. Methods may be called from any thread.
    """

    path: Path
    report: Report

    def __init__(
        self, path: Path, disk: Disk, now: Callable[[], int], opening: Opening, refusal: Refusal | None = None
    ) -> None:
        """Start from what `create` or `open` found; `refusal` is why nothing may be written."""
        self.path = path
        self.report = opening.report
        self._now = now
        self._lock = opening.lock
        self._seen = opening.seen
        self._file = OpenFile(disk, path, now, opening)
        self._refusal = refusal
        self._import_target = ImportTarget()
        self._unreported = ImportResult()
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
        """Create a new, empty journal and open it. Missing folders are made with mode 0700.

        `recovery_words` are a second way to open it. `anchors` is the directory where this computer keeps the last
        state it saw (None: nowhere). `now` returns Unix ms. `holder` says who has it open, as `Holder.what` does. Takes
        as long as `cost` says.

        Raises AlreadyExists, InUse, NotSaved, NotEnoughMemory, WrongWord, and ValueError for an empty passphrase.
        """
        path, disk, at = Path(path).absolute(), disk or Disk(), now()
        opening = create_file(
            disk,
            path,
            Holder.this_process(at, holder),
            anchors,
            lambda: empty_file(passphrase, recovery_words, cost, at),
        )
        return cls(path, disk, now, opening)

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        recovery_words: str | None = None,
        key_file: bytes | None = None,
        read_only: bool = False,
        disk: Disk | None = None,
        anchors: Path | None = None,
        now: Callable[[], int] = _unix_ms,
        holder: str = "a script",
    ) -> Vault:
        """Open the journal at `path` by its passphrase, its recovery words or the secret of its key file.

        See `create` for the other parameters.

        A damaged journal is opened for reading as far as possible, and `report` says what is wrong. Raises NoJournal,
        NotAJournal, NewerFormat, Damaged, InUse, WrongPassphrase, WrongWord, NotEnoughMemory.
        """
        if [passphrase, recovery_words, key_file].count(None) != 2:
            raise ValueError("open takes a passphrase, recovery words or the secret of a key file")
        path, disk = Path(path).absolute(), disk or Disk()
        opening = open_file(
            disk,
            path,
            Holder.this_process(now(), holder),
            anchors,
            lambda page: page.open(passphrase, recovery_words, key_file),
            read_only=read_only,
        )
        return cls(path, disk, now, opening, Refusal.AS_ASKED if read_only else opening.refusal)

    @property
    def tables(self) -> Mapping[str, Documents]:
        """Return the current content of the journal. A table without documents is not included."""
        return self._file.state.tables

    @property
    def read_only(self) -> bool:
        """Return whether changes raise ReadOnly."""
        return self._refusal is not None

    @property
    def has_recovery(self) -> bool:
        """Return whether recovery words open this journal."""
        return bool(self._file.header.slots_of(RECOVERY))

    @property
    def has_key_file(self) -> bool:
        """Return whether a key file opens this journal."""
        return bool(self._file.header.slots_of(KEY_FILE))

    @property
    def cost(self) -> Cost | None:
        """Return the cost of a try at the passphrase; None if no passphrase opens this journal."""
        return next((slot.cost for slot in self._file.header.slots_of(PASSPHRASE)), None)

    @property
    def wants_compaction(self) -> bool:
        """Return whether the records since the snapshot have outgrown it. Compact when idle or on lock."""
        return not self.read_only and self._file.has_outgrown_its_snapshot

    @property
    def needs_upkeep(self) -> bool:
        """Return whether `do_upkeep` has something to do. Ask after each save."""
        return not self.read_only and (self._file.needs_upkeep or self._file.tail.needs_preallocation)

    @property
    def needs_preallocation(self) -> bool:
        """Return whether `preallocate` has something to do. Ask between saves."""
        return not self.read_only and self._file.tail.needs_preallocation

    def opens_with(
        self, passphrase: str | None = None, *, recovery_words: str | None = None, key_file: bytes | None = None
    ) -> bool:
        """Return whether this passphrase, these words or this secret open the journal. Takes as long as opening does.

        Raises NotEnoughMemory, WrongWord.
        """
        return self._file.header.opens_with(passphrase, recovery_words, key_file)

    def commit(self, changes: Sequence[Change]) -> None:
        """Save all of the changes or none: as one record, or as a whole new file if they are too large for one.

        Documents get `updated_at` (ms) and a new first id in `revisions`. Durable when this returns. Raises ReadOnly,
        NotSaved, NotKnownSaved, Replaced, TooLarge; ValueError or TypeError for values that the format cannot hold.
        """
        with self._changing():
            if changes:
                operations = self._file.state.stamped(changes, self._now())
                payload = encode(operations)
                if len(payload) > LARGEST_DOCUMENT:
                    check_sizes(operations)
                self._file.append(payload, operations)

    def take_in(self, table: str, skip: Callable[[str, Document], bool] = nothing_is_known) -> ImportResult:
        """Import the captures written without unlocking as documents of `table`, then empty the inbox.

        The last capture under a uid is used and replaces an earlier document. A capture that was imported before, or
        for which `skip` returns True, is skipped. One that cannot be read, is for another table, or makes `skip` raise
        ValueError is set aside. Problems with the inbox are reported in the result, not raised. Raises what `commit`
        raises.
        """
        with self._changing():
            self._import_target = ImportTarget(table, skip)
            result = self._inbox.take_in(self._file.state, self._import_target, self.commit).combine(self._unreported)
            self._unreported = ImportResult()
            return result

    def do_upkeep(self) -> None:
        """Do what the last save left for later, so that it returned sooner, and make ready for the next one.

        Writes the last save into the anchor, and calls `preallocate` if needed. Call it after each save, when nobody
        waits: a crash before it leaves the anchor one save behind. Raises nothing.
        """
        with self._busy:
            if not self.read_only:
                self._file.do_upkeep()
                if self.needs_preallocation:
                    self.preallocate()

    def preallocate(self) -> None:
        """Write zeros after the last record for later saves to fill in: such a save does not change the file's size.

        Call it between saves: it takes as long as a few of them. Raises nothing; a file that cannot grow is unchanged.
        """
        with self._busy:
            if not self.read_only and not self._file.unconfirmed:
                self._file.tail.preallocate()

    def compact(self) -> None:
        """Replace the file by a snapshot of its content; the old file is kept as `NAME.1`.

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
        """Set a new passphrase, or new (or first) recovery words, or both; None keeps the existing one.

        The earlier generations and the files set aside still open with the old ones. `forget_generations` replaces them
        all by one copy of the new file. Takes as long as `cost` says. Raises what `compact` raises, and WrongWord,
        NotEnoughMemory.
        """
        with self._changing():
            header = self._file.header.with_ways(self._file.keys.master, passphrase, recovery_words, cost)
            self._set_slots(header, forget_generations=forget_generations)

    def make_key_file(self, to: Path, *, forget_generations: bool = False) -> None:
        """Write a new key file to `to`, and let it open the journal in place of any earlier one.

        The file is written first: a crash in between leaves a key file that opens nothing, and the journal as it was.
        `forget_generations` is that of `change_keys`. Raises AlreadyExists, and what `compact` raises; unless that is
        NotKnownSaved, there is no new key file then.
        """
        with self._changing():
            to, secret = Path(to).absolute(), key_files.new_secret()
            if to.parent == self.path.parent and is_own(self.path, to.name):  # it would be moved or removed as such
                raise AlreadyExists(ErrorCode.NAME_OF_THE_JOURNAL)
            key_files.write(self._file.disk, to, secret)
            try:
                header = self._file.header.with_ways(self._file.keys.master, None, None, Cost.STANDARD, secret)
                self._set_slots(header, forget_generations=forget_generations)
            except NotKnownSaved:  # the journal may open with it
                raise
            except BaseException:
                key_files.remove(self._file.disk, to, secret)
                raise

    def end_key_file(self, *, forget_generations: bool = False) -> None:
        """Let no key file open the journal. The file itself, which may be anywhere, is not touched.

        The earlier generations and the files set aside still open with it, unless `forget_generations` is set. Raises
        what `compact` raises.
        """
        with self._changing():
            self._set_slots(self._file.header.without(KEY_FILE), forget_generations=forget_generations)

    def change_master_key(
        self, passphrase: str, *, recovery_words: str | None = None, cost: Cost = Cost.STANDARD
    ) -> None:
        """Encrypt everything with a new master key, and remove every other file that the old key opens.

        From then on only this `passphrase` and these `recovery_words` (None: none) open the journal, and no key file.
        Someone who kept the old key or a copy of the file cannot read anything written later. Deleted records are no
        longer in any file here. Waiting captures are imported first, with the table and `skip` of the last import; the
        next `take_in` reports them.

        Raises what `change_keys` raises, and InUse while a capture is being written.
        """
        with self._changing():
            header, keys = new_keys(self._file.header.file_id, passphrase, recovery_words, cost)
            try:
                with self._inbox.removed(self._file.state, self._import_target, self.commit) as result:
                    self._unreported = result.combine(self._unreported)
                    self._file.rewrite(header=header, keys=keys, note="sealed anew under a new master key")
            finally:
                self._inbox.settle()
            self._forget_generations(captures=True)

    def accept_rollback(self) -> None:
        """Go on with an older or forked copy: write a note into a new file, and restart the anchor from there.

        It is a new file, because a note cut off at the end of the old one would look like damage while the anchor is
        still ahead. Raises ReadOnly if there is another reason not to write, and what `compact` raises.
        """
        with self._changing(Refusal.ROLLED_BACK):
            if self._refusal is Refusal.ROLLED_BACK:
                self._file.rewrite(note=format_went_on(self.report))
                self._restart_anchor()

    def accept_damage(self, *, heal: bool = True) -> None:
        """Go on with what can be read: write it to a new file, and keep the damaged one as `NAME.1`.

        With `heal`, also add what the earlier generations still hold of what was lost: see `healable_from`. Nothing
        that can be read is changed or deleted. Raises ReadOnly if there is another reason not to write, and what
        `compact` raises.
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
        """Return how many lost documents of a damaged journal the earlier generations can bring back."""
        return sum(copy.documents for copy in self.healable_from)

    @property
    def healable_from(self) -> list[EarlierCopy]:
        """Return the earlier generations that can bring back something that a damaged journal lost."""
        if not self.report.unreadable:
            return []
        with self._busy:
            return self._heal().copies

    def damaged_generations(self) -> list[Path]:
        """Return the earlier generations in which something cannot be read."""
        with self._busy:
            return damaged_generations(self._file)

    def merge(
        self,
        other: Path,
        passphrase: str | None = None,
        *,
        recovery_words: str | None = None,
        adjust: Callable[[State], Sequence[Change]] | None = None,
    ) -> MergeResult:
        """Merge the content of another copy of this journal, or of another journal; nothing of either is lost.

        `adjust` returns changes to the merged content, which are saved in one with it; the result does not tell them.

        A copy with the same master key needs no passphrase. The old file is kept as `NAME.1`; the other file is only
        read, as far as possible. The result says what changed compared with this journal before. This also works if
        this journal is older than what this computer saw, provided that the other one holds that. Raises what opening
        `other` raises, ReadOnly, and what `compact` raises.
        """
        copy = read_copy(self._file, Path(other).absolute(), passphrase, recovery_words)
        catches_up = self._seen is not None and copy.holds(self._seen.point)
        with self._changing(Refusal.ROLLED_BACK if catches_up else None):
            merged = merge(self._file.state, copy.state)
            if merged.is_news or not knows(self._file, copy.point):
                changes = adjust(merged.state) if adjust else ()
                operations = merged.state.stamped(changes, self._now())
                self._file.rewrite(
                    operations, state=merged.state, origins=[copy.point], note="merged with another copy"
                )
            if self._refusal:
                self._restart_anchor()
        return merged

    def copies(self) -> list[Copy]:
        """Return other copies of this journal in its folder that hold something this one lacks.

        Sync tools leave such copies. The journal itself is one after another program replaced it while it was open.
        """
        with self._busy:
            return other_copies(self._file)

    def backup(self, to: Path, *, replace: bool = False) -> None:
        """Copy the file to `to`, which may be on another disk; the copy is verified there before it gets its name.

        A journal that is already there is kept, unless `replace` is set. Raises Damaged (this file went bad),
        AlreadyExists, NotSaved (an earlier copy there stays), Replaced, ReadOnly.
        """
        with self._changing(Refusal.AS_ASKED, Refusal.NO_LOCK, Refusal.LINKED, Refusal.NEWER, Refusal.ROLLED_BACK):
            if self._file.unconfirmed and not self.read_only:
                self._file.rewrite()  # what a failed save left at the end of the file is no damage
            self._file.verify()
            back_up(self._file, Path(to).absolute(), replace=replace)

    def sync_anchor(self) -> None:
        """Sync the anchor to the disk. Call it on lock, and at the end."""
        with self._busy:
            if not self.read_only:
                self._file.note_in_anchor(sync=True)

    def close(self) -> None:
        """Sync the anchor and release the lock. Calling it a second time does nothing."""
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
    def _changing(self, *allowed: Refusal | None) -> Iterator[None]:
        """Run one change at a time, and update `report` and the refusal by its outcome.

        Raises ReadOnly if the journal cannot be written, unless the reason is one of `allowed`.
        """
        with self._busy:
            if self._refusal and self._refusal not in allowed:
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

    def _set_slots(self, header: Header, *, forget_generations: bool) -> None:
        self._file.rewrite(header=header, note="the keys were changed")
        if forget_generations:
            self._forget_generations(captures=False)

    def _restart_anchor(self) -> None:
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
        """Return a new object for each use, because the inbox key may have changed."""
        return Inbox(self._file.disk, self.path, self._file.header.file_id, self._file.keys.inbox)

    def _forget_generations(self, *, captures: bool) -> None:
        try:
            forget_generations(self._file.disk, self.path, captures=captures)
        except (OSError, VaultError) as error:
            raise NotKnownSaved(ErrorCode.EARLIER_COPIES_LEFT) from error
