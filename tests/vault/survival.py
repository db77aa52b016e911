"""What must hold of a journal after any crash, and the conditions under which a great many crashes are looked at."""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from pathlib import Path
from unittest.mock import patch

from journal.vault import cobblestone, keys, payloads, replay, tail
from journal.vault.errors import NoJournal, VaultError, WrongPassphrase
from journal.vault.frames import Record, Sealer, read_frame
from journal.vault.state import State
from journal.vault.vault import Cost, Put, Vault
from tests.vault.media import TRIFLES, Image
from tests.vault.model import Model

CHEAP = Cost(64, 1, 1)
PASSPHRASE = "a sober morning"
PLACE = Path("/home/j.rj")
ANCHORS = Path("/state/anchors")
CHANGES = ("write", "truncate", "rename", "unlink", "create", "link")
LATER = Put("later", "f" * 32, {"text": "written after the crash"})

_MEMORIES = 50_000


class Lost(AssertionError):
    """A promise was not kept."""


@dataclass(frozen=True)
class Expected:
    """What may be there: one of the `states` (None: no journal), opened by one of the `passphrases`, never damaged.

    `older`: it may be told as older than what this computer saw, as after an old backup was put back.
    """

    states: tuple[State | None, ...]
    passphrases: tuple[str, ...] = (PASSPHRASE,)
    older: bool = False


def state_of(vault: Vault) -> State:
    """A copy of what it holds, tombstones included."""
    return vault._file.state.copy()


def ticking() -> Callable[[], int]:
    """A clock that is a second later at every look."""
    ticks = count(1_764_000_000_000, 1000)
    return lambda: next(ticks)


def reopened(disk: Model, expected: Expected, *, anchors: Path | None = ANCHORS) -> tuple[Vault, str] | None:
    """The journal, open, with one of its passphrases; None where there may be none. Raises Lost."""
    for passphrase in expected.passphrases:
        try:
            return Vault.open(PLACE, passphrase, disk=disk, anchors=anchors, now=ticking()), passphrase
        except WrongPassphrase:
            continue
        except NoJournal:
            if None in expected.states:
                return None
            raise Lost("there is no journal any more") from None
        except VaultError as error:
            raise Lost(f"does not open: {error!r}") from error
    raise Lost("opens with no passphrase")


def survives(image: Image, expected: Expected, *, anchors: Path | None = ANCHORS, links: bool = True) -> Model:
    """Open what a crash left, compare, go on saving, look again; the disk after that. Raises Lost."""
    disk = Model(image, links=links)
    found = reopened(disk, expected, anchors=anchors)
    if found is None:
        return disk
    vault, passphrase = found
    compare(vault, expected)
    try:
        if vault.report.rolled_back:
            vault.accept_rollback()
        vault.commit([LATER])
    except VaultError as error:
        raise Lost(f"cannot go on saving: {error!r}") from error
    after = state_of(vault)
    vault.close()
    again = reopened(disk, Expected((after,), (passphrase,)), anchors=anchors)
    assert again
    if any(vars(again[0].report).values()) or state_of(again[0]) != after:
        raise Lost(f"what was saved after the crash is not as it was saved: {again[0].report}")
    again[0].close()
    return disk


def survives_kill(disk: Model, expected: Expected, *, anchors: Path | None = ANCHORS, most: int = 6) -> int:
    """As `survives` of a process that was killed while the power stayed: what is read then stays when that goes, too.

    Returns how many crashes were looked at. Raises Lost.
    """
    left = _crashes_from_here(disk, expected, anchors, most, opening=expected)
    for image, then in left.crashes:
        survives(image, then, anchors=anchors, links=disk.links)
    return len(left.crashes)


def survives_recovery(
    image: Image, expected: Expected, *, anchors: Path | None = ANCHORS, links: bool = True, most: int = 6
) -> int:
    """As `survives`, with another crash behind every operation of opening it, saving and closing it.

    Only where opening changes something besides the lock and the ballast. Returns how many crashes were looked at.
    """
    disk = Model(image, links=links)
    left = _crashes_from_here(disk, expected, anchors, most)
    for crash, then in left.crashes if left.mended else []:
        survives(crash, then, anchors=anchors, links=links)
    return len(left.crashes) if left.mended else 0


@dataclass
class _Left:
    """What crashes left, and whether opening mended something."""

    crashes: list[tuple[Image, Expected]] = field(default_factory=list)
    mended: bool = False


def _crashes_from_here(
    disk: Model, expected: Expected, anchors: Path | None, most: int, *, opening: Expected | None = None
) -> _Left:
    """Open, save and close the journal: what was read, and what is saved then, is expected ever after.

    `opening` is what is expected until it is open, when that is not the same.
    """
    left, images, points = _Left(), list[Image](), count()

    def crash(operation: str, path: Path) -> None:
        left.mended = left.mended or (operation in CHANGES and path.suffix not in TRIFLES)
        images.extend(disk.crashes(most, next(points)))

    def expect(then: Expected) -> None:
        left.crashes += [(image, then) for image in images]
        images.clear()

    disk.after = crash
    found = reopened(disk, expected, anchors=anchors)
    if found is None:
        return left
    vault, passphrase = found
    compare(vault, expected)
    mended, before = left.mended, Expected((state_of(vault),), (passphrase,), expected.older)
    expect(opening or before)
    images.extend(disk.crashes(most, next(points)))
    expect(before)
    if not vault.read_only:
        vault.commit([LATER])
    after = Expected((state_of(vault),), (passphrase,), expected.older)
    expect(Expected(before.states + after.states, (passphrase,), expected.older))
    vault.close()
    images.extend(disk.crashes(most, next(points)))
    expect(after)
    left.mended = mended
    return left


def compare(vault: Vault, expected: Expected) -> None:
    """Raise Lost unless it holds what it must, and can be written."""
    report = vault.report
    if report.damaged or report.missing or report.newer:
        raise Lost(f"told as damaged: {report}")
    if report.rolled_back and not expected.older:
        raise Lost(f"told as older than what was seen: {report}")
    if vault.read_only and not report.rolled_back:
        raise Lost(f"cannot be written: {vault._refusal}, {report}")
    if state_of(vault) not in expected.states:
        raise Lost(f"holds something else: {_differences(state_of(vault), expected)}")


def _differences(found: State, expected: Expected) -> str:
    wanted = [state.places() if state else set() for state in expected.states]
    lacks = [len(places - found.places()) for places in wanted]
    invented = [len(found.places() - places) for places in wanted]
    return f"lacks {lacks}, has {invented} more than what was saved"


@contextmanager
def laboratory(seed: int) -> Iterator[None]:
    """Everything random drawn from `seed`, small ballast and few zeros ahead, and no pure work done twice."""
    luck = random.Random(seed)
    with ExitStack() as stack:
        for module, name, value in (
            (secrets, "token_bytes", lambda size=32: luck.randbytes(size)),
            (secrets, "token_hex", lambda size=32: luck.randbytes(size).hex()),
            (tail, "_BALLAST", 4096),
            (tail, "_AHEAD", 32 * 1024),
            (tail, "_LEAST_AHEAD", 8 * 1024),
            (keys, "from_passphrase", lru_cache(64)(keys.from_passphrase)),
            (keys, "_hkdf", lru_cache(64)(keys._hkdf)),
            (cobblestone, "unseal", lru_cache(64)(cobblestone.unseal)),  # of slots
            (Sealer, "read", _remembering_reader()),
            (replay, "decode_operations", lru_cache(_MEMORIES)(payloads.decode_operations)),
        ):
            stack.enter_context(patch.object(module, name, value))
        yield


def _remembering_reader() -> Callable[[Sealer, bytes, int], Record | None]:
    """`Sealer.read`, which looks at nothing but the bytes of the record."""
    known: dict[tuple[Sealer, bytes], Record | None] = {}
    read_once = Sealer.read

    def read(self: Sealer, data: bytes, at: int) -> Record | None:
        frame = read_frame(data, at)
        if frame is None:
            return None
        record = data[at : at + frame.size]
        if (self, record) not in known:
            if len(known) > _MEMORIES:
                known.clear()
            known[self, record] = read_once(self, record, 0)
        return known[self, record]

    return read
