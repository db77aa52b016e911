"""Handle other files that hold this journal: read one to merge, list them in its folder, write a backup.

`vault` calls these for merging, backups and the list of copies; `healing` uses `unlock_with` to read generations. A
copy is recognised by its file id, and opened with the keys of the open journal if they fit. Other copies are only read,
never changed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from journal.errors import AlreadyExists, ErrorCode, NewerFormat, NotSaved, VaultError, WrongPassphrase
from journal.file_facts import Copy
from journal.vault.crypto.keys import Keys
from journal.vault.files.contents import open_contents, pieces_of
from journal.vault.files.siblings import generations, is_own
from journal.vault.format.frames import Point
from journal.vault.format.header import HeaderPage, Headers
from journal.vault.format.replay import Replay, replay, replay_unlocked
from journal.vault.inspect_file import checked, headers_of, read_headers
from journal.vault.journal_file import OpenFile
from journal.vault.merge import merge
from journal.vault.rewrite import compare

_MOST_NAMES = 500


def read_copy(file: OpenFile, path: Path, passphrase: str | None, recovery_words: str | None) -> Replay:
    """Return the content of the journal at `path`, as far as it can be read, using the keys of `file` if they fit.

    Raises what `Vault.open` raises, and NewerFormat if a newer version wrote in it.
    """
    with open_contents(file.disk, path) as data:
        _, _, found = replay_unlocked(data, headers_of(data), unlock_with(file, passphrase, recovery_words))
    if found.newer:
        raise NewerFormat(ErrorCode.NEWER_COPY)
    return found


def knows(file: OpenFile, point: Point) -> bool:
    """Return whether that point is in the history of the file."""
    here = point.epoch == file.point.epoch and file.chains.get(point.seq) == point.chain
    return here or point in file.origins


def damaged_generations(file: OpenFile) -> list[Path]:
    """Return the generations in which something cannot be read.

    One with another key is checked only by its checksums.
    """
    there = [path for path in generations(file.path) if file.disk.exists(path)]
    return [path for path in there if not _is_whole(file, path)]


def _is_whole(file: OpenFile, path: Path) -> bool:
    try:
        with open_contents(file.disk, path) as data:
            headers = headers_of(data)
            if not has_same_keys(file, headers):
                return not checked(data).damaged
            _, _, found = replay_unlocked(data, headers, unlock_with(file))
    except VaultError:
        return False
    return not (headers.damaged or found.damaged or found.tail_size or found.snapshot is None)


def other_copies(file: OpenFile) -> list[Copy]:
    """Return the files in the journal's folder that are copies of it and hold something it lacks."""
    try:
        names = file.disk.names(file.path.parent)[:_MOST_NAMES]
    except OSError:
        return []
    others = [file.path.with_name(name) for name in names if not is_own(file.path, name)]
    return [copy for path in others if (copy := _other_copy(file, path)) is not None]


def back_up(file: OpenFile, to: Path, *, replace: bool) -> None:
    """Write a copy of the file at `to`, and read it back before it gets that name. Raises AlreadyExists, NotSaved."""

    def read_back(new: Path) -> None:
        with contextlib.suppress(VaultError), open_contents(file.disk, new) as written:
            compare(file.disk, file.path, new)
            if replay(written, file.sealer).state == file.state:
                return
        raise NotSaved(ErrorCode.COPY_NOT_READ_BACK)

    try:
        if file.disk.exists(to):
            _refuse_to_replace(file, to, replace=replace)
        file.disk.write_whole(to, pieces_of(file.disk, file.path), replace=replace, check=read_back)
    except FileExistsError:
        raise AlreadyExists(ErrorCode.PLACE_TAKEN) from None
    except OSError as error:
        raise NotSaved(ErrorCode.NO_COPY_MADE, reason=error.strerror) from error


def _refuse_to_replace(file: OpenFile, to: Path, *, replace: bool) -> None:
    if file.disk.same(to, file.path):
        raise AlreadyExists(ErrorCode.COPY_ON_ITSELF)
    if not replace:
        raise FileExistsError
    try:
        read_headers(file.disk, to)
    except VaultError:
        raise AlreadyExists(ErrorCode.NO_JOURNAL_THERE) from None


def _other_copy(file: OpenFile, path: Path) -> Copy | None:
    """Return the copy at `path`, or None if it is not a copy of this journal or has nothing new."""
    try:
        headers = read_headers(file.disk, path)
        if headers.header.file_id != file.header.file_id:
            return None
        modified = file.disk.modified(path)
        if not has_same_keys(file, headers):
            return Copy(path, modified)
        with open_contents(file.disk, path) as data:
            _, _, found = replay_unlocked(data, headers, unlock_with(file))
    except (OSError, VaultError):
        return None
    if found.newer or knows(file, found.point):
        return None
    news = merge(file.state, found.state)
    added = len(news.added) + sum(map(len, news.both.values()))
    return Copy(path, modified, added, len(news.changed), len(news.deleted)) if news.is_news else None


def has_same_keys(file: OpenFile, headers: Headers) -> bool:
    """Return whether it is the same journal with the same master key."""
    return headers.header.file_id == file.header.file_id and bool(headers.pages_of(file.keys))


def unlock_with(
    file: OpenFile, passphrase: str | None = None, recovery_words: str | None = None
) -> Callable[[HeaderPage], Keys]:
    """Return a function that returns the keys of a copy.

    It uses the keys of `file` if they fit, and otherwise the passphrase or the recovery words.
    """

    def unlock(page: HeaderPage) -> Keys:
        if page.header.file_id == file.header.file_id and page.is_of(file.keys):
            return file.keys
        if passphrase is None and recovery_words is None:
            raise WrongPassphrase(ErrorCode.OTHER_KEY)
        return page.open(passphrase, recovery_words)

    return unlock
