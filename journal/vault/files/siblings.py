"""Name and manage the files in the journal's folder that belong to it.

These are the earlier generations (`NAME.1` to `NAME.3`), files set aside (unfinished saves, forks, unreadable captures)
and leftovers of interrupted steps. Rewriting, opening, restoring and erasing use them. Imports only `disk`.
`docs/format.md` lists all names.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from journal.vault.files.disk import Disk

GENERATIONS = 3

_KEPT = r"{}\.(torn|fork)-.+"
_BAD_CAPTURES = r"{}\.inbox\.bad-.+"
_PASSING = r"\.{}(\..+)?\.[0-9a-f]{{8}}"


def generation(path: Path, number: int) -> Path:
    """Return the path of an earlier generation of the journal at `path`; number 1 is the latest."""
    return path.with_name(f"{path.name}.{number}")


def generations(path: Path) -> list[Path]:
    """Return the paths of all earlier generations, latest first, whether or not the files exist.

    The list has one more than are kept: while the file is replaced, the oldest moves to `NAME.4`, and a crash may leave
    it there.
    """
    return [generation(path, number) for number in range(1, GENERATIONS + 2)]


def new_file_path(path: Path) -> Path:
    """Return `NAME.new`, where a complete new file is written before it replaces the journal."""
    return path.with_name(path.name + ".new")


def set_aside(disk: Disk, path: Path) -> list[Path]:
    """Return the unfinished saves and forks that were set aside. Raises OSError."""
    return _named(disk, path, _KEPT)


def bad_captures(disk: Disk, path: Path) -> list[Path]:
    """Return the files of captures that could not be imported from the inbox. Raises OSError."""
    return _named(disk, path, _BAD_CAPTURES)


def all_siblings(disk: Disk, path: Path) -> list[Path]:
    """Return every existing file that belongs to the journal, except the journal itself and its locks.

    Raises OSError.
    """
    own = [
        *generations(path),
        new_file_path(path),
        *(path.with_name(f"{path.name}.{end}") for end in ("reserve", "inbox")),
    ]
    patterns = (_KEPT, _BAD_CAPTURES, _PASSING)
    named = [file for pattern in patterns for file in _named(disk, path, pattern)]
    return [*(file for file in own if disk.exists(file)), *named]


def is_own(path: Path, name: str) -> bool:
    """Return whether a file with this name in the journal's folder is the journal or was written by it.

    Forks do not count: they are copies of the journal.
    """
    own = [path, new_file_path(path), *generations(path)]
    endings = ("lock", "reserve", "inbox", r"inbox\.lock", r"inbox\.bad-.+", r"torn-.+")
    written = rf"{re.escape(path.name)}\.({'|'.join(endings)})|{_PASSING.format(re.escape(path.name))}"
    return name in [file.name for file in own] or re.fullmatch(written, name) is not None


def rotate_generations(disk: Disk, path: Path) -> None:
    """Make `NAME.1` a copy of the current journal, after moving earlier generations up by one. Raises OSError.

    No generation is removed here, because a damaged journal may still need each of them until the new file is in place;
    call `drop_oldest` after that. The folder is synced after each rename: names may reach the disk in any order, and
    then one generation could replace another.
    """
    numbers = range(1, GENERATIONS + 1)
    free = next((number for number in numbers if not disk.exists(generation(path, number))), GENERATIONS + 1)
    for number in range(free - 1, 0, -1):
        with contextlib.suppress(FileNotFoundError):
            disk.rename(generation(path, number), generation(path, number + 1))
            disk.sync_directory(path.parent)
    with contextlib.suppress(FileNotFoundError):  # someone removed the journal: there is nothing to keep
        disk.link_or_copy(path, generation(path, 1))


def drop_oldest(disk: Disk, path: Path) -> None:
    """Remove the generation beyond the limit. If it cannot be removed, it stays until the next rewrite."""
    with contextlib.suppress(OSError):
        disk.unlink(generation(path, GENERATIONS + 1))


def remove_leftovers(disk: Disk, path: Path) -> None:
    """Remove leftovers of interrupted steps: temporary files, and generations that are still the journal itself.

    The caller holds the lock. Files that cannot be removed stay.
    """
    with contextlib.suppress(OSError):
        for file in _named(disk, path, _PASSING):
            disk.unlink(file)
        drop_second_name(disk, path)


def drop_second_name(disk: Disk, path: Path) -> None:
    """Remove each generation that is a hard link to the journal itself: a file with two names is never written to.

    It is `NAME.1`, unless a step failed, removing that one failed as well, and the next step moved it up.
    """
    for file in generations(path):
        with contextlib.suppress(OSError):
            if disk.exists(file) and disk.same(path, file):
                disk.unlink(file)


def _named(disk: Disk, path: Path, pattern: str) -> list[Path]:
    wanted = re.compile(pattern.format(re.escape(path.name)))
    return [path.with_name(name) for name in disk.names(path.parent) if wanted.fullmatch(name)]
