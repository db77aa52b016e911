"""Save until nothing fits, against real limits. `test_full_disk` runs this as a process; it prints JSON lines.

`python -m tests.support.vault.filling_up limit|disk DIRECTORY`. `disk` mounts small file systems on the directory, one
after another, and needs a mount namespace of its own (`unshare`).
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from msgspec.structs import astuple

from journal.errors import NotKnownSaved, NotSaved, VaultError
from journal.vault.vault import Vault
from tests.support.vault.journals import create, open_vault, put, texts

CANNOT_MOUNT = 77
LIMITS = range(0, 16 * 1024, 512)
DISKS = range(300, 900, 75)

_MANY = 400


@dataclass
class Case:
    """What was reported and what was found: `saved` and `refused` saves, those `lost` and those `invented`."""

    name: str
    saved: int = 0
    refused: int = 0
    not_known: int = 0
    lost: int = 0
    invented: int = 0
    found: list[str] = field(default_factory=list)

    def try_to_save(self, vault: Vault, number: int, said: set[int]) -> bool:
        """Return whether the save was reported as saved; it must be in memory exactly then."""
        try:
            vault.commit([put(number, "long enough " * 200)])
        except NotKnownSaved:
            self.not_known += 1
        except NotSaved:
            self.refused += 1
        else:
            said.add(number)
            self.saved += 1
        if (number in texts(vault)) != (number in said):
            self.found.append(f"memory is wrong about {number}")
        return number in said

    def look(self, path: Path, anchors: Path, said: set[int]) -> None:
        """Open the journal again, and compare."""
        with open_vault(path, anchors=anchors) as vault:
            self.lost = len(said - texts(vault).keys())
            self.invented = len(texts(vault).keys() - said)
            if any(astuple(vault.report)) or vault.read_only:
                self.found.append(str(vault.report))


@contextmanager
def limited(size: int) -> Iterator[None]:
    """Limit the size of every file."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def limits(folder: Path) -> Iterator[Case]:
    """Yield a limit at every sector of the next four records."""
    for over in LIMITS:
        path, anchors, case = folder / f"{over}.rj", folder / "anchors", Case(f"{over} bytes more")
        said = {0, 1, 2}
        with create(path, anchors=anchors) as vault:
            for number in said:
                vault.commit([put(number, "long enough " * 200)])
            with limited(path.stat().st_size + over):
                vault.preallocate()
                for number in range(3, 8):
                    case.try_to_save(vault, number, said)
                _compact(vault, case)
            case.try_to_save(vault, 9, said)
        case.look(path, anchors, said)
        yield case


def disks(place: Path) -> Iterator[Case]:
    """Yield file systems of some hundred kilobytes, each with a file that is removed at the end to make room."""
    for size in DISKS:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", place], capture_output=True)
        if mounted.returncode:
            print(mounted.stderr.decode(), file=sys.stderr)
            sys.exit(CANNOT_MOUNT)
        yield _filled(place, Case(f"{size} KiB"))
        subprocess.run(["umount", place], check=True)


def _filled(place: Path, case: Case) -> Case:
    path, anchors, said = place / "j.rj", place / "anchors", set[int]()
    room = place / "something else"
    room.write_bytes(bytes(64 * 1024))
    with create(path, anchors=anchors) as vault:
        numbers = iter(range(_MANY))
        while case.try_to_save(vault, next(numbers), said):
            if len(said) % 10 == 0:
                vault.preallocate()
        for _ in range(3):
            case.try_to_save(vault, next(numbers), said)
        _compact(vault, case)
        room.unlink()
        if not case.try_to_save(vault, next(numbers), said):
            case.found.append("not saved although there is room")
    case.look(path, anchors, said)
    return case


def _compact(vault: Vault, case: Case) -> None:
    try:
        vault.compact()
    except (NotSaved, NotKnownSaved):
        return
    except VaultError as error:
        case.found.append(repr(error))


if __name__ == "__main__":
    cases = limits if sys.argv[1] == "limit" else disks
    for each in cases(Path(sys.argv[2])):
        print(json.dumps(asdict(each)), flush=True)
