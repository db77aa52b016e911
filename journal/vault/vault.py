"""A journal file, open: what it holds, and every way in which it changes."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from journal.vault.anchor import Seen
from journal.vault.disk import Disk
from journal.vault.errors import Damaged, NotKnownSaved, NotSaved, ReadOnly, Replaced, VaultError
from journal.vault.frames import NOTE, TRANSACTION, Point, chained, fits
from journal.vault.header import RECOVERY, Header, Slot
from journal.vault.holder import Holder
from journal.vault.keys import Cost
from journal.vault.look import CheckResult, Look, check, look
from journal.vault.opening import Opening, Refusal, create_file, new_draft, open_file
from journal.vault.payloads import (
    LARGEST_DOCUMENT,
    Change,
    Delete,
    Document,
    Note,
    Operation,
    Put,
    check_sizes,
    encode,
)
from journal.vault.replay import Replay
from journal.vault.report import Report
from journal.vault.rewrite import Draft, forget_generations, replace_file, verify, write_fork
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
        self._disk = disk
        self._now = now
        self._lock = opening.lock
        self._keys = opening.keys
        self._state = opening.found.state
        self._anchor = opening.anchor
        self._refusal = refusal
        self._busy = threading.RLock()
        self._unconfirmed = False
        # a new file must stand above all that this computer ever saw
        self._epoch, self._seq = opening.seen.point[:2] if opening.seen else (0, 0)
        self._stand_on(opening.header, opening.found)
        self._settle(opening.seen)

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
            lambda headers: headers.open(passphrase, recovery_words),
            read_only=read_only,
        )
        return cls(path, disk, now, opening, Refusal.AS_ASKED if read_only else opening.refusal)

    @property
    def tables(self) -> Mapping[str, Mapping[str, Document]]:
        """What the journal holds now. A table without documents is not there."""
        return self._state.tables

    @property
    def read_only(self) -> bool:
        """Whether every change raises ReadOnly."""
        return self._refusal is not None

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
                payload = encode(operations)
                if len(payload) > LARGEST_DOCUMENT:
                    check_sizes(operations)
                self._append(TRANSACTION, payload, operations)

    @property
    def wants_zeros(self) -> bool:
        """Whether `fill_ahead` has something to do; ask between saves."""
        return not self.read_only and self._tail.wants_zeros

    def fill_ahead(self) -> None:
        """Put zeros behind the last record, for later saves to fill in: a save there changes no size.

        For between saves: it takes a few of them. Raises nothing; a file that cannot grow is as good as before.
        """
        with self._busy:
            if not self.read_only and not self._unconfirmed:
                self._tail.fill_ahead()

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
            self._rewrite(header=header, note="the keys were changed")
            if forget_generations:
                self._forget_generations()

    def accept_rollback(self) -> None:
        """Go on with an older or forked copy: noted in the journal, and the anchor starts from here.

        Raises ReadOnly when something else is in the way, and what `commit` does.
        """
        with self._busy:
            if self._refusal is not Refusal.ROLLED_BACK:
                self._require_writable()
                return
            self._refusal = None
            try:
                self._append(NOTE, encode(Note("went on with another copy than the one seen last", self._now())))
            except VaultError:
                self._refusal = self._refusal or Refusal.ROLLED_BACK
                raise
            self.report = replace(self.report, behind=None, anchor_time=None, forked=False)
            self._make_anchor()

    def accept_damage(self) -> None:
        """Go on with what can be read: a new file from it, the damaged one kept as `NAME.1`.

        Raises ReadOnly when something else is in the way, and what `compact` does.
        """
        with self._busy:
            if self._refusal is not Refusal.DAMAGED:
                self._require_writable()
                if not self.report.damaged:
                    return
            self._rewrite(note="went on with what could be read of a damaged file", verify=False)
            self._refusal = None
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
            if self._anchor:
                self._anchor.close()
            self._refusal = Refusal.CLOSED
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Vault:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _settle(self, seen: Seen | None) -> None:
        """What a writable journal has beside it: ballast, and an anchor that is not behind."""
        if self.read_only:
            return
        self._tail.keep_ballast()
        if seen is None:
            self._make_anchor()
        elif self._anchor and seen.point != self._point:
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
        self._tail = Tail(self._disk, self.path, found.end, found.last)

    def _require_writable(self) -> None:
        if self._refusal:
            raise ReadOnly(self._refusal.value)

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
    ) -> None:
        """Replace the whole file by the state with `operations` done."""
        if verify and not self._unconfirmed:
            self._verify(operations)
        state = self._state.copy()
        state.apply(operations)
        draft = self._draft(state, header or self._header, note)
        self._epoch = draft.header.epoch
        try:
            found = replace_file(self._disk, self.path, draft)
        except NotKnownSaved:
            self._unconfirmed = True
            raise
        self._state.apply(operations)
        self._stand_on(draft.header, found)
        self._unconfirmed = False
        self.report = replace(self.report, missing=0, damaged=False)
        if self._anchor:
            self._anchor.note(self._seen(), sync=True)

    def _forget_generations(self) -> None:
        try:
            forget_generations(self._disk, self.path)
        except OSError as error:
            raise NotKnownSaved("The keys are changed, but not all earlier copies could be removed.") from error

    def _draft(self, state: State, header: Header, note: str = "") -> Draft:
        """A new file of `state`, above all that was seen of this journal."""
        header = replace(header, epoch=max(self._epoch, self._point.epoch) + 1)
        seq = max(self._seq, self._point.seq) + 1
        return Draft(header, self._keys, state, seq, [self._point], self._now(), note)

    def _verify(self, operations: Sequence[Operation]) -> None:
        """Before the file makes place for another: it must be whole, and ours."""
        try:
            verify(self._disk, self.path, self._header, self._sealer, self._point)
        except Foreign:
            self._fork(operations)
        except Damaged:
            self._refusal = Refusal.DAMAGED
            self.report = replace(self.report, damaged=True, missing=max(1, self.report.missing))
            raise

    def _fork(self, operations: Sequence[Operation]) -> NoReturn:
        """Put what we hold, the pending change with it, into a file of its own."""
        state = self._state.copy()
        state.apply(operations)
        try:
            fork = write_fork(self._disk, self.path, self._point, self._draft(state, self._header))
        except OSError as error:
            raise NotSaved(not_saved(error)) from error
        self._refusal = Refusal.REPLACED
        raise Replaced(fork)
