"""Restore a journal from a copy of it, without the passphrase: completely or not at all.

The store calls this from the locked screen and the command line. The copy is checked by its checksums only. It is
separate from `vault` because no journal is open yet.
"""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path

from journal.errors import AlreadyExists, Damaged, ErrorCode, InUse, NotSaved, VaultError
from journal.vault.files.contents import pieces_of
from journal.vault.files.disk import Disk
from journal.vault.files.lock import Lock
from journal.vault.files.siblings import remove_leftovers
from journal.vault.inbox import close
from journal.vault.inspect_file import check, read_headers
from journal.vault.lock_holder import Holder
from journal.vault.rewrite import compare, put_in_place


def restore(source: Path, path: Path, *, holder: Holder, disk: Disk | None = None, allow_damaged: bool = False) -> bool:
    """Replace the journal at `path` by the copy at `source`. Return whether there was a journal; it is `NAME.1` now.

    The copy is only read. It must have no damage that its checksums show, unless `allow_damaged`. Missing folders are
    made. The copy may have another key, so nothing can be captured while locked until the journal was opened once.

    Raises NoJournal, NotAJournal, NewerFormat, Damaged, InUse, NotSaved, NotKnownSaved, and AlreadyExists if something
    else is at `path`.
    """
    source, path, disk = Path(source).absolute(), Path(path).absolute(), disk or Disk()
    if check(source, disk).damaged and not allow_damaged:
        raise Damaged(ErrorCode.DAMAGED_COPY)
    try:
        _refuse_other_things(disk, path)
        disk.make_directory(path.parent)
        lock = Lock(disk, path, holder)
    except OSError as error:
        raise NotSaved(reason=error.strerror) from error
    try:
        return _replace(disk, path, source)
    finally:
        lock.release()


def _refuse_other_things(disk: Disk, path: Path) -> None:
    """Raise AlreadyExists unless `path` has nothing or a journal, damaged or not."""
    if disk.exists(path):
        with contextlib.suppress(Damaged):
            try:
                read_headers(disk, path)
            except Damaged:
                raise
            except VaultError:
                raise AlreadyExists(ErrorCode.NO_JOURNAL_THERE) from None


def _replace(disk: Disk, path: Path, source: Path) -> bool:
    remove_leftovers(disk, path)
    with contextlib.suppress(OSError, InUse):  # then captures may be sealed to an old key; the next import reports it
        close(disk, path)
    there = disk.exists(path)
    put_in_place(disk, path, pieces_of(disk, source), partial(compare, disk, source))
    return there
