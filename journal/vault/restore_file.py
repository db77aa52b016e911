"""A journal put back from a copy of it, without the passphrase: by its checksums, whole or not at all."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path

from journal.errors import AlreadyExists, Damaged, ErrorCode, InUse, NotSaved, VaultError
from journal.vault.files.contents import pieces_of
from journal.vault.files.disk import Disk
from journal.vault.files.lock import Lock
from journal.vault.files.siblings import tidy
from journal.vault.inbox import close
from journal.vault.inspect_file import check, read_headers
from journal.vault.lock_holder import Holder
from journal.vault.rewrite import compare, put_in_place


def restore(source: Path, path: Path, *, holder: Holder, disk: Disk | None = None, even_damaged: bool = False) -> bool:
    """Let the journal at `path` be what the copy at `source` is; whether one stood there, which is `NAME.1` now.

    The copy is only read. It must be free of damage as far as checksums tell, unless `even_damaged`. Missing folders
    are made. The copy may be of another key, so nothing can be written down without unlocking until it was opened once.
    Raises NoJournal, NotAJournal, NewerFormat, Damaged, InUse, NotSaved, NotKnownSaved, and AlreadyExists
    where something else stands at `path`.
    """
    source, path, disk = Path(source).absolute(), Path(path).absolute(), disk or Disk()
    if check(source, disk).damaged and not even_damaged:
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
    """Raise AlreadyExists unless nothing, or a journal of whatever condition, stands at `path`."""
    if disk.exists(path):
        with contextlib.suppress(Damaged):
            try:
                read_headers(disk, path)
            except Damaged:
                raise
            except VaultError:
                raise AlreadyExists(ErrorCode.NO_JOURNAL_THERE) from None


def _replace(disk: Disk, path: Path, source: Path) -> bool:
    tidy(disk, path)
    with contextlib.suppress(OSError, InUse):  # then what is written down may be for a key that is gone: told later
        close(disk, path)
    there = disk.exists(path)
    put_in_place(disk, path, pieces_of(disk, source), partial(compare, disk, source))
    return there
