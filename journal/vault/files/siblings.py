"""What stands beside a journal: earlier generations, what was set aside, what an interrupted step left."""

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
    """Where the `number`th earlier generation of the journal at `path` is, 1 being the latest."""
    return path.with_name(f"{path.name}.{number}")


def generations(path: Path) -> list[Path]:
    """Where the earlier generations are, the latest first, whether or not they are there.

    One more than are kept: while the file is replaced the oldest moves on to `NAME.4`, where a crash may leave it.
    """
    return [generation(path, number) for number in range(1, GENERATIONS + 2)]


def coming(path: Path) -> Path:
    """`NAME.new`: where a complete new file is written before it takes the journal's place."""
    return path.with_name(path.name + ".new")


def set_aside(disk: Disk, path: Path) -> list[Path]:
    """The unfinished saves and the forks that were kept. Raises OSError."""
    return _named(disk, path, _KEPT)


def bad_captures(disk: Disk, path: Path) -> list[Path]:
    """What was in the inbox and could not be taken in. Raises OSError."""
    return _named(disk, path, _BAD_CAPTURES)


def all_beside(disk: Disk, path: Path) -> list[Path]:
    """Everything beside the journal that is its own and there, but for its locks. Raises OSError."""
    own = [*generations(path), coming(path), *(path.with_name(f"{path.name}.{end}") for end in ("reserve", "inbox"))]
    patterns = (_KEPT, _BAD_CAPTURES, _PASSING)
    named = [file for pattern in patterns for file in _named(disk, path, pattern)]
    return [*(file for file in own if disk.exists(file)), *named]


def is_own(path: Path, name: str) -> bool:
    """Whether a file of that name in the journal's folder is the journal, or written by it; forks are copies."""
    own = [path, coming(path), *generations(path)]
    endings = ("lock", "reserve", "inbox", r"inbox\.lock", r"inbox\.bad-.+", r"torn-.+")
    written = rf"{re.escape(path.name)}\.({'|'.join(endings)})|{_PASSING.format(re.escape(path.name))}"
    return name in [file.name for file in own] or re.fullmatch(written, name) is not None


def keep_generation(disk: Disk, path: Path) -> None:
    """Let `NAME.1` be what the journal is now, and move the earlier ones on as far as needed. Raises OSError.

    None goes: a damaged journal may still need each of them until the new file stands; then `drop_oldest`. The folder
    is synced after each, since names may reach the disk in any order, and then one would take the place of another.
    """
    numbers = range(1, GENERATIONS + 1)
    free = next((number for number in numbers if not disk.exists(generation(path, number))), GENERATIONS + 1)
    for number in range(free - 1, 0, -1):
        with contextlib.suppress(FileNotFoundError):
            disk.rename(generation(path, number), generation(path, number + 1))
            disk.sync_directory(path.parent)
    with contextlib.suppress(FileNotFoundError):  # taken away under us: there is nothing to keep
        disk.link_or_copy(path, generation(path, 1))


def drop_oldest(disk: Disk, path: Path) -> None:
    """Remove the generation that is one too many. One that cannot be removed stays until the next time."""
    with contextlib.suppress(OSError):
        disk.unlink(generation(path, GENERATIONS + 1))


def tidy(disk: Disk, path: Path) -> None:
    """Take away what interrupted steps left: passing files, and a generation that is still the journal itself.

    The caller holds the lock. What cannot be taken away stays.
    """
    with contextlib.suppress(OSError):
        for file in _named(disk, path, _PASSING):
            disk.unlink(file)
        drop_second_name(disk, path)


def drop_second_name(disk: Disk, path: Path) -> None:
    """Take away `NAME.1` where it is still the journal itself: nothing is saved in a file of two names."""
    with contextlib.suppress(OSError):
        if disk.exists(generation(path, 1)) and disk.same(path, generation(path, 1)):
            disk.unlink(generation(path, 1))


def _named(disk: Disk, path: Path, pattern: str) -> list[Path]:
    wanted = re.compile(pattern.format(re.escape(path.name)))
    return [path.with_name(name) for name in disk.names(path.parent) if wanted.fullmatch(name)]
