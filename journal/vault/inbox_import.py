"""Import waiting captures from the inbox into the journal.

`vault` calls this after unlocking and before a change of the master key. Captures that cannot be imported are set aside
and reported; they never stop the journal from opening. It is separate from `inbox` because it needs the private key and
a `State`; adding a capture needs neither.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from journal.errors import ErrorCode, InUse, NotSaved
from journal.vault.files.contents import Contents, Range, contents_of
from journal.vault.files.disk import PIECE, Disk
from journal.vault.files.siblings import bad_captures
from journal.vault.format.payloads import Document, Put
from journal.vault.format.state import State
from journal.vault.inbox import (
    CAPTURES,
    LARGEST_INBOX,
    MOST,
    PAGE,
    Page,
    inbox_path,
    locked,
    pieces,
    public_key,
    unseal,
)

_MOST_SET_ASIDE = 8
_DIGEST = 8
_REVISION = 16

Commit = Callable[[Sequence[Put]], None]


def nothing_is_known(uid: str, document: Document) -> bool:
    """Skip no capture."""
    return False


class ImportTarget(NamedTuple):
    """The table to import captures into, and a function that decides which of them to skip.

    `skip` returns True for a capture that adds nothing new, and raises ValueError for one that is invalid, which is set
    aside.
    """

    table: str = CAPTURES
    skip: Callable[[str, Document], bool] = nothing_is_known


@dataclass(frozen=True)
class ImportResult:
    """The result of an import.

    `imported` counts the captures that now wait in the journal; `set_aside` those that could not be read or were not
    for it. `foreign_key`: someone replaced the journal's key in the inbox, so captures written since then are not for
    this journal. `more`: something could not be imported yet and is still in the inbox.
    """

    imported: int = 0
    set_aside: int = 0
    foreign_key: bool = False
    more: bool = False

    def combine(self, earlier: ImportResult) -> ImportResult:
        """Return the sum with an earlier result that was not reported yet."""
        imported, bad = self.imported + earlier.imported, self.set_aside + earlier.set_aside
        return ImportResult(imported, bad, self.foreign_key or earlier.foreign_key, self.more)


@dataclass
class _Sorted:
    """The captures of an inbox: those to `put`, and where those are that are `left` for lack of room or `bad`."""

    puts: list[Put] = field(default_factory=list)
    left: list[Range] = field(default_factory=list)
    bad: list[Range] = field(default_factory=list)


class Inbox:
    """The inbox of the open journal at `path`, read with its private `key`."""

    def __init__(self, disk: Disk, path: Path, file_id: bytes, key: bytes) -> None:
        self._disk = disk
        self._path = path
        self._inbox = inbox_path(path)
        self._file_id = file_id
        self._key = key

    def settle(self) -> None:
        """Make the inbox if it is missing, and its page if that is invalid.

        A page with another key stays: the import reports it. Raises nothing: without an inbox everything works except
        writing while locked.
        """
        with contextlib.suppress(OSError, InUse):
            if not self._disk.exists(self._inbox):
                self._disk.write_whole(self._inbox, self._page.written())
                return
            page = Page.read(self._disk.read(self._inbox, PAGE))
            if page is None or page.file_id != self._file_id:
                with locked(self._disk, self._path), self._disk.opened(self._inbox, os.O_RDWR) as descriptor:
                    self._disk.write(descriptor, self._page.written(), 0)
                    self._disk.sync(descriptor)

    def take_in(self, state: State, target: ImportTarget, commit: Commit) -> ImportResult:
        """Save the waiting captures with `commit`, then empty the inbox.

        Raises what `commit` raises; everything else is only reported in the result.
        """
        try:
            if self._is_bare():
                return ImportResult()
            with locked(self._disk, self._path):
                return self._import(state, target, commit, self._room(state, target))
        except FileNotFoundError:
            self.settle()
            return ImportResult()
        except (OSError, InUse):
            return ImportResult(more=True)

    @contextlib.contextmanager
    def removed(self, state: State, target: ImportTarget, commit: Commit) -> Iterator[ImportResult]:
        """Import everything and keep the inbox removed for the duration of the block. Yield what was found.

        This is for a change of its key: nobody could open captures sealed to the old one. A process that wants to add a
        capture waits, and is refused after a crash; `settle` makes the new inbox. Raises NotSaved, InUse, and what
        `commit` raises.
        """
        try:
            with locked(self._disk, self._path):
                result = ImportResult()
                if self._disk.exists(self._inbox):
                    result = self._import(state, target, commit, LARGEST_INBOX)
                    if result.more:
                        raise NotSaved(ErrorCode.INBOX_UNREADABLE)
                    self._disk.unlink(self._inbox)
                    self._disk.sync_directory(self._inbox.parent)
                yield result
        except OSError as error:
            raise NotSaved(reason=error.strerror) from error

    def _import(self, state: State, target: ImportTarget, commit: Commit, room: int) -> ImportResult:
        """Import as `take_in` does, holding the lock, while there is `room` for new captures. Also raises OSError."""
        with self._opened() as (data, size):
            found = self._sorted(data, state, target, room)
            if found.puts:
                commit(found.puts)
            page = Page.read(bytes(data.view(0, PAGE)))
            foreign_key = page is not None and page.file_id == self._file_id and page != self._page
            new = self._page.written() + b"".join(bytes(data.view(start, end - start)) for start, end in found.left)
            same = size == len(new) and data.is_same(Contents.of(new))
            kept = self._set_aside(data, found.bad)
        emptied = kept and self._is_emptied(new, same=same)
        more = bool(found.left) or not emptied
        return ImportResult(len(found.puts), len(found.bad) + (size > data.size), foreign_key, more)

    @property
    def _page(self) -> Page:
        return Page(self._file_id, public_key(self._key))

    def _is_bare(self) -> bool:
        """Return whether the inbox is as `settle` makes it. Raises OSError."""
        with self._opened() as (data, size):
            bare = size == PAGE and data.view(0, PAGE) == self._page.written()
        return bare and not self._is_linked()

    def _is_linked(self) -> bool:
        """Return whether the inbox has another hard link, so that nothing may be written to it. Raises OSError."""
        try:
            with self._disk.opened(self._inbox, os.O_RDWR):
                return False
        except OSError as error:
            if error.errno != errno.EMLINK:
                raise
            return True

    @contextlib.contextmanager
    def _opened(self) -> Iterator[tuple[Contents, int]]:
        """Open the inbox for reading, up to its largest legal size, and yield it with its real size.

        Anything that is not a regular file, such as a link, counts as empty. Raises OSError.
        """
        try:
            opened = self._disk.opened(self._inbox)
        except OSError as error:
            if error.errno != errno.ELOOP:
                raise
            yield Contents.of(b""), 0
            return
        with opened as descriptor:
            yield contents_of(self._disk, descriptor, LARGEST_INBOX), self._disk.size(descriptor)

    def _room(self, state: State, target: ImportTarget) -> int:
        return max(MOST - len(state.tables.get(target.table, ())), 0)

    def _sorted(self, data: Contents, state: State, target: ImportTarget, room: int) -> _Sorted:
        """Decide what to do with each capture.

        The last one under a uid is used; one that was imported before is skipped. A capture imported before is known by
        its version id, which is made from its bytes and is in the list of the document or its tombstone. So nothing is
        imported twice after a crash before the inbox was emptied, or after an old inbox was restored.
        """
        found, latest = _Sorted(), dict[str, tuple[Range, Put, bool]]()
        for start, end, whole in pieces(data):
            put = self._unsealed(bytes(data.view(start, end - start)), target) if whole else None
            if put is None:
                found.bad.append((start, end))
                continue
            try:
                latest[put.uid] = (start, end), put, target.skip(put.uid, put.document)
            except ValueError:
                found.bad.append((start, end))
        for uid, (place, put, skipped) in latest.items():
            if skipped or put.revision in state.revisions(target.table, uid):
                continue
            new = uid not in state.tables.get(target.table, ())
            if new and not room:
                found.left.append(place)
            else:
                found.puts.append(put)
                room -= new
        return found

    def _unsealed(self, piece: bytes, target: ImportTarget) -> Put | None:
        put = unseal(self._file_id, self._key, piece)
        if put is None or put.table != target.table:
            return None
        return msgspec.structs.replace(put, revision=hashlib.sha256(piece).hexdigest()[:_REVISION])

    def _is_emptied(self, new: bytes, *, same: bool) -> bool:
        """Replace the inbox unless it is already the `same`. Return False if the disk refused."""
        try:
            if not same or self._is_linked():
                self._disk.write_whole(self._inbox, new, replace=True)
        except OSError:
            return False
        return True

    def _set_aside(self, data: Contents, bad: Sequence[Range]) -> bool:
        """Keep captures that cannot be used, unless many are kept already. Return False if the disk refused."""
        if not bad:
            return True
        places = [(0, min(PAGE, data.size)), *bad]
        digest = hashlib.sha256()
        try:
            for _, piece in _without_gaps(data, places):
                digest.update(piece)
            kept = self._inbox.with_name(f"{self._inbox.name}.bad-{digest.hexdigest()[:_DIGEST]}")
            if len(bad_captures(self._disk, self._path)) < _MOST_SET_ASIDE:
                with contextlib.suppress(FileExistsError):  # an earlier try wrote it: the name contains their hash
                    self._disk.write_whole(kept, _without_gaps(data, places))
        except OSError:
            return False
        return True


def _without_gaps(data: Contents, places: Iterable[Range]) -> Iterator[tuple[int, bytes]]:
    """Yield (offset, bytes) of those ranges in pieces, with offsets as if there were no gaps between the ranges."""
    offset = 0
    for start, end in places:
        for at in range(start, end, PIECE):
            piece = bytes(data.view(at, min(PIECE, end - at)))
            yield offset, piece
            offset += len(piece)
