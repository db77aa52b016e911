"""A journal file, open: what it holds, and every way in which it changes."""

from __future__ import annotations

import contextlib
import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from journal.vault.anchor import Anchor, Seen
from journal.vault.disk import Disk
from journal.vault.errors import AlreadyExists, Damaged, NotKnownSaved, NotSaved, ReadOnly, Replaced, VaultError
from journal.vault.frames import NOTE, TRANSACTION, Point, chained, fits
from journal.vault.header import HEADERS, RECOVERY, Header, Headers, Slot
from journal.vault.holder import Holder
from journal.vault.keys import Cost, Keys
from journal.vault.lock import Lock
from journal.vault.look import CheckResult, Look, check, look, read_file
from journal.vault.opening import Opening, open_file
from journal.vault.payloads import Change, Delete, Document, Note, Operation, Put, encode
from journal.vault.replay import Replay, replay
from journal.vault.report import Report
from journal.vault.rewrite import Draft, replace_file
from journal.vault.state import State
from journal.vault.tail import Foreign, Tail, Unconfirmed, not_saved

__all__ = [
    "Change",
    "CheckResult",
    "Cost",
    "Delete",
    "Document",
    "Holder",
    "Look",
    "Put",
    "Report",
    "Vault",
    "check",
    "look",
]

_LONGEST_TAIL = 4 * 1024 * 1024
_MOST_RECORDS = 2000

_AS_ASKED = "The journal is open for reading only."
_NO_LOCK = "The journal can only be read: no lock file can be made in its folder."
_NEWER = "The journal holds records of a newer version, so it can only be read here."
_DAMAGED = "The file is damaged, so the journal can only be read."
_ROLLED_BACK = "This is not the copy that this computer saw last, so it can only be read."
_REPLACED = "Another program changed the journal file, so nothing more is written to it."
_CLOSED = "The journal is closed."


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

    def __init__(self, path: Path, disk: Disk, now: Callable[[], int], opening: Opening, reason: str) -> None:
        """From what `create` and `open` found; `reason`, when not empty, is why nothing may be written."""
        self.path = path
        self.report = opening.report
        self._disk = disk
        self._now = now
        self._lock = opening.lock
        self._keys = opening.keys
        self._state = opening.found.state
        self._anchor = opening.anchor
        self._reason = reason
        self._busy = threading.RLock()
        self._unconfirmed = False
        # a new file must stand above all that this computer ever saw
        self._epoch, self._seq = opening.seen.point[:2] if opening.seen else (0, 0)
        self._stand_on(opening.header, opening.found)

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
        holder: str = "screen",
    ) -> Vault:
        """A new, empty journal, open. Missing folders are made, 0700.

        `recovery_words` make a second way in; `anchors` is the directory where this computer notes what it saw
        (None: nowhere); `now` gives Unix ms; `holder` says who has it open: "screen", or the name of a command.
        Takes as long as `cost` says. Raises AlreadyExists, InUse, NotSaved, NotEnoughMemory, WrongWord, and
        ValueError for an empty passphrase.
        """
        if not passphrase:
            raise ValueError("a journal needs a passphrase")
        path, disk = Path(path).absolute(), disk or Disk()
        try:
            disk.make_directory(path.parent)
            lock = _lock_new(disk, path, Holder.this_process(now(), holder))
        except OSError as error:
            raise NotSaved(not_saved(error)) from error
        try:
            draft = _new_draft(passphrase, recovery_words, cost, now())
            opening = _write_new(disk, path, draft, lock)
        except BaseException:
            lock.release()
            raise
        if anchors:
            opening.anchor = Anchor(disk, anchors, draft.header.file_id, draft.keys.anchor)
        vault = cls(path, disk, now, opening, "")
        vault._settle()
        return vault

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
        holder: str = "screen",
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
            lambda headers: headers.open(passphrase, recovery_words),
            read_only=read_only,
        )
        reason = _AS_ASKED if read_only else _why_read_only(opening)
        vault = cls(path, disk, now, opening, reason)
        vault._settle()
        return vault

    @property
    def tables(self) -> Mapping[str, Mapping[str, Document]]:
        """What the journal holds now. A table without documents is not there."""
        return self._state.tables

    @property
    def read_only(self) -> bool:
        """Whether every change raises ReadOnly."""
        return bool(self._reason)

    @property
    def has_recovery(self) -> bool:
        """Whether recovery words open this journal."""
        return bool(self._header.slots_of(RECOVERY))

    @property
    def wants_compaction(self) -> bool:
        """Whether what was appended since the snapshot has outgrown it; compact when idle or on lock."""
        if self.read_only or self._snapshot is None:
            return False
        end, seq = self._snapshot
        return self._tail.end - end > max(_LONGEST_TAIL, end) or self._point.seq - seq > _MOST_RECORDS

    def commit(self, changes: Sequence[Change]) -> None:
        """Let all of the changes happen or none, durably: one record, or a whole new file when they are too large.

        Documents get `updated_at` (ms) and a new first id in `revisions`. Raises ReadOnly, NotSaved, NotKnownSaved,
        Replaced, TooLarge; ValueError or TypeError for what the format cannot hold.
        """
        with self._busy:
            self._require_writable()
            if changes:
                operations = self._state.stamped(changes, self._now())
                self._append(TRANSACTION, encode(operations), operations)

    def compact(self) -> None:
        """Replace the file by a snapshot of what it holds; the one before is kept as `NAME.1`.

        Raises ReadOnly, NotSaved, NotKnownSaved, Replaced, Damaged (the file went bad since it was opened).
        """
        with self._busy:
            self._require_writable()
            self._rewrite()

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
        with self._busy:
            self._require_writable()
            header, file_id, master = self._header, self._header.file_id, self._keys.master
            if passphrase:
                slot = Slot.for_passphrase(passphrase, cost, header.free_number(), file_id, master)
                header = header.with_slot(slot)
            if recovery_words:
                slot = Slot.for_recovery_words(recovery_words, header.free_number(), file_id, master)
                header = header.with_slot(slot)
            self._rewrite(header=header, note="the keys were changed", forget=forget_generations)

    def accept_rollback(self) -> None:
        """Go on with an older or forked copy: noted in the journal, and the anchor starts from here.

        Raises ReadOnly when something else is in the way, and what `commit` does.
        """
        with self._busy:
            if self._reason != _ROLLED_BACK:
                self._require_writable()
                return
            self._reason = ""
            try:
                self._append(NOTE, encode(Note("went on with another copy than the one seen last", self._now())))
            except VaultError:
                self._reason = self._reason or _ROLLED_BACK
                raise
            self.report = replace(self.report, behind=None, anchor_time=None, forked=False)
            self._make_anchor()

    def accept_damage(self) -> None:
        """Go on with what can be read: a new file from it, the damaged one kept as `NAME.1`.

        Raises ReadOnly when something else is in the way, and what `compact` does.
        """
        with self._busy:
            if self._reason != _DAMAGED:
                self._require_writable()
            self._rewrite(note="went on with what could be read of a damaged file", verify=False)
            self._reason = ""
            self.report = replace(self.report, missing=0, damaged=False)
            self._make_anchor()

    def sync_anchor(self) -> None:
        """Make durable what this computer saw last: on lock, and at the end."""
        with self._busy:
            if self._anchor and not self.read_only:
                self._anchor.note(self._seen(), sync=True)

    def close(self) -> None:
        """Sync the anchor and let others open the journal; a second time does nothing."""
        with self._busy:
            self.sync_anchor()
            self._reason = _CLOSED
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Vault:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _settle(self) -> None:
        """What a writable journal has beside it: ballast, and an anchor that is not behind."""
        if self.read_only:
            return
        self._tail.keep_ballast()
        if self._anchor and self._anchor.read() is None:
            self._make_anchor()
        elif self._anchor:
            self._anchor.note(self._seen())

    def _make_anchor(self) -> None:
        """Without an anchor all works but telling an older copy: nothing is raised."""
        if self._anchor:
            with contextlib.suppress(OSError):
                self._anchor.make(self._seen())

    def _seen(self) -> Seen:
        return Seen(self._point, self._now())

    def _stand_on(self, header: Header, found: Replay) -> None:
        """Let `found` be the file that we append to."""
        self._header = header
        self._sealer = found.sealer
        self._point = found.point
        self._snapshot = found.snapshot
        self._tail = Tail(self._disk, self.path, found.end)

    def _require_writable(self) -> None:
        if self._reason:
            raise ReadOnly(self._reason)

    def _append(self, kind: int, payload: bytes, operations: Sequence[Operation] = ()) -> None:
        """Save one record, then let its operations happen in memory, then tell the anchor."""
        if self._unconfirmed or not fits(len(payload)):
            self._rewrite(operations)
            return
        epoch, seq, chain = self._point
        record = self._sealer.seal(kind, seq + 1, chain, payload)
        try:
            self._tail.append(record)
        except Foreign:
            self._fork(operations)
        except Unconfirmed:
            self._prove(operations)
            return
        self._state.apply(operations)
        self._point = Point(epoch, seq + 1, chained(chain, record))
        if self._anchor:
            self._anchor.note(self._seen())

    def _prove(self, operations: Sequence[Operation]) -> None:
        """After a sync that failed only a complete new file shows that the change is kept."""
        self._unconfirmed = True
        try:
            self._rewrite(operations)
        except NotSaved as error:
            raise NotKnownSaved("The disk did not confirm the save; it is not known whether it is kept.") from error

    def _rewrite(
        self,
        operations: Sequence[Operation] = (),
        *,
        header: Header | None = None,
        note: str = "",
        verify: bool = True,
        forget: bool = False,
    ) -> None:
        """Replace the whole file by the state with `operations` done."""
        if verify and not self._unconfirmed:
            self._verify(operations)
        state = self._state.copy()
        state.apply(operations)
        draft = self._draft(state, header or self._header, note)
        self._epoch = draft.header.epoch
        try:
            found = replace_file(self._disk, self.path, draft, forget=forget)
        except NotKnownSaved:
            self._unconfirmed = True
            raise
        self._state.apply(operations)
        self._stand_on(draft.header, found)
        self._unconfirmed = False
        if self._anchor:
            self._anchor.note(self._seen(), sync=True)

    def _draft(self, state: State, header: Header, note: str = "") -> Draft:
        """A new file of `state`, above all that was seen of this journal."""
        header = replace(header, epoch=max(self._epoch, self._point.epoch) + 1)
        seq = max(self._seq, self._point.seq) + 1
        return Draft(header, self._keys, state, seq, [self._point], self._now(), note)

    def _verify(self, operations: Sequence[Operation]) -> None:
        """Read the file once more before it makes place for another."""
        try:
            data = read_file(self._disk, self.path)
            ours = Headers.read(data[:HEADERS]).header == self._header
        except VaultError:
            self._fork(operations)
        found = replay(data, self._sealer)
        if not ours or (found.point != self._point and not found.damaged):
            self._fork(operations)
        if found.damaged or found.tail:
            self._reason = _DAMAGED
            self.report = replace(self.report, damaged=True, missing=max(1, found.missing))
            raise Damaged("The file on the disk has gone bad since it was opened; nothing was changed.")

    def _fork(self, operations: Sequence[Operation]) -> NoReturn:
        """Put what we hold, the pending change with it, into a file of its own. Always raises."""
        state = self._state.copy()
        state.apply(operations)
        draft = self._draft(state, self._header)
        epoch, seq, _ = self._point
        fork = self.path.with_name(f"{self.path.name}.fork-{epoch}-{seq}-{secrets.token_hex(4)}")
        try:
            self._disk.write_whole(fork, draft.written())
        except OSError as error:
            raise NotSaved(not_saved(error)) from error
        self._reason = _REPLACED
        raise Replaced(fork)


def _why_read_only(opening: Opening) -> str:
    """Why a journal that was opened for writing cannot be written; empty when it can."""
    report = opening.report
    reasons = (
        (opening.lock is None, _NO_LOCK),
        (report.newer, _NEWER),
        (report.unreadable or bool(opening.found.tail), _DAMAGED),
        (report.rolled_back, _ROLLED_BACK),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


def _lock_new(disk: Disk, path: Path, holder: Holder) -> Lock:
    """The lock for a journal to be made. Raises AlreadyExists, InUse, OSError."""
    there = AlreadyExists("Something stands at this place already; it was not touched.")
    if path.exists() or path.is_symlink():
        raise there
    return Lock(disk, path, holder)


def _new_draft(passphrase: str, recovery_words: str | None, cost: Cost, now: int) -> Draft:
    """An empty journal under a new master key."""
    file_id, master = secrets.token_bytes(16), secrets.token_bytes(32)
    slots = [Slot.for_passphrase(passphrase, cost, 1, file_id, master)]
    if recovery_words:
        slots.append(Slot.for_recovery_words(recovery_words, 2, file_id, master))
    header = Header(file_id, 1, tuple(slots))
    return Draft(header, Keys.of(master, file_id), State(), 1, [], now)


def _write_new(disk: Disk, path: Path, draft: Draft, lock: Lock) -> Opening:
    try:
        disk.write_whole(path, draft.written())
        found = draft.read_back(disk, path)
    except FileExistsError:
        raise AlreadyExists("Something stands at this place already; it was not touched.") from None
    except OSError as error:
        raise NotSaved(not_saved(error)) from error
    return Opening(lock, draft.header, draft.keys, found, Report(), None, None)
