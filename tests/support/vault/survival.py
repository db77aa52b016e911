"""Check what must hold for a journal after any crash, and set up the conditions for checking very many crashes."""

from __future__ import annotations

import random
import secrets
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import count
from pathlib import Path, PurePath
from typing import Any
from unittest.mock import patch

from msgspec.structs import astuple

from journal.errors import NoInbox, NoJournal, VaultError, WrongPassphrase
from journal.file_facts import Cost
from journal.vault import append, inbox, inbox_import
from journal.vault.crypto import cobblestone, keys
from journal.vault.files.contents import Contents
from journal.vault.files.disk import Disk
from journal.vault.format import frames, header, payloads, replay
from journal.vault.format.frames import Record, Sealer, read_frame
from journal.vault.format.header import HeaderPage
from journal.vault.format.payloads import Document, Put
from journal.vault.format.replay import Replay
from journal.vault.format.state import State
from journal.vault.inbox import CAPTURES, Page, capture
from journal.vault.vault import Vault
from tests.support.vault import hpke
from tests.support.vault.journals import whole_file
from tests.support.vault.media import TRIFLES, Image
from tests.support.vault.model import Model

CHEAP = Cost(64, 1, 1)
PASSPHRASE = "a sober morning"
PLACE = Path("/home/j.rj")
ANCHORS = Path("/state/anchors")
CHANGES = ("write", "truncate", "rename", "unlink", "create", "link")
LATE = Put(CAPTURES, "e" * 32, {"text": "written down after the crash"})
LATER = Put("later", "f" * 32, {"text": "written after the crash"})

_MEMORIES = 50_000
_FILES = 400
"""The number of files whose replay is remembered."""

_luck = random.Random()
"""All randomness in a laboratory."""

_FIRST, _SECOND, _KILLED = (1_000_000_007 + number for number in range(3))


Captures = frozenset[tuple[str, str]]
"""Uids and texts."""


class Lost(AssertionError):
    """A promise was broken."""


@dataclass(frozen=True)
class Expected:
    """What may be there: one of the `states` (None: no journal), opened by one of the `passphrases`.

    `older`: it may be reported as older than what this computer saw, as after restoring an old backup. `captures`: one
    of these sets of captures is in the inbox or imported. `readable`: it may be reported as damaged; then this is its
    content until the damage is accepted, and one of the `states` after that. None: it is never damaged.
    """

    states: tuple[State | None, ...]
    passphrases: tuple[str, ...] = (PASSPHRASE,)
    older: bool = False
    captures: tuple[Captures, ...] = (frozenset(),)
    readable: State | None = None

    @cached_property
    def fingerprint(self) -> int:
        """Return a value that is the same for equal expectations."""
        states = tuple(map(_versions, (*self.states, self.readable)))
        return hash((states, self.passphrases, self.older, self.captures))


def _versions(state: State | None) -> tuple[tuple[str, str, str], ...] | None:
    if state is None:
        return None
    documents = [
        (name, uid, each["revisions"][0]) for name, table in state.tables.items() for uid, each in table.items()
    ]
    return tuple(sorted([*documents, *((*place, each.revisions[0]) for place, each in state.deleted.items())]))


def state_of(vault: Vault) -> State:
    """Return a copy of the journal's content, tombstones included."""
    return vault._file.state.copy()


def ticking() -> Callable[[], int]:
    """Return a clock that is one second later at every call."""
    ticks = count(1_764_000_000_000, 1000)
    return lambda: next(ticks)


def reopened(disk: Model, expected: Expected, *, anchors: Path | None = ANCHORS) -> tuple[Vault, str] | None:
    """Open the journal with one of its passphrases; None if there may be none. Raises Lost."""
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


def survives(
    image: Image, expected: Expected, *, anchors: Path | None = ANCHORS, links: bool = True, again: int = 0
) -> list[tuple[Image, Expected]]:
    """Open what a crash left, compare, save more, compare again. Raises Lost.

    If opening repaired something in the journal's folder, return up to `again` further crashes after each operation of
    the repair, and what is expected after those.
    """
    with _own_luck(_FIRST if again else _SECOND):
        return _survives(image, expected, anchors, links=links, again=again)


def _survives(
    image: Image, expected: Expected, anchors: Path | None, *, links: bool, again: int
) -> list[tuple[Image, Expected]]:
    disk, images, mended = Model(image, links=links), list[Image](), False
    if zlib.crc32(image.files.get(str(PLACE), (0, b""))[1][-64:]) % 4 == 0:  # only sometimes: it is slow
        expected = _written_down(disk, expected)

    def crash(operation: str, path: Path) -> None:
        nonlocal mended
        if path.suffix not in TRIFLES:
            mended = mended or (operation in CHANGES and path.parent == PLACE.parent)
            images.extend(disk.crashes(again, len(images)))

    disk.after = crash if again else disk.after
    found = reopened(disk, expected, anchors=anchors)
    disk.after = lambda operation, path: None
    if found is None:
        return []
    vault, passphrase = found
    compare(vault, expected)
    then = replace(expected, passphrases=(passphrase,))
    if not vault.report.damaged:
        then = replace(then, states=(state_of(vault),), readable=None)
    _goes_on(vault, expected, passphrase, disk, anchors)
    return [(image, then) for image in images] if mended else []


def captures_in(state: State | None) -> Captures:
    """Return the imported captures."""
    documents: Mapping[str, Document] = state.tables.get(CAPTURES, {}) if state else {}
    return frozenset((uid, document["text"]) for uid, document in documents.items())


def _written_down(disk: Model, expected: Expected) -> Expected:
    """Capture one more; return what is expected then: it is there, or was refused."""
    try:
        capture(PLACE, LATE, disk=disk)
    except (NoInbox, NoJournal):
        return expected
    except VaultError as error:
        raise Lost(f"nothing can be written down: {error!r}") from error
    late = LATE.uid, LATE.document["text"]
    return replace(expected, captures=tuple(each | {late} for each in expected.captures))


def take_in(vault: Vault, expected: Expected) -> None:
    """Import the waiting captures. Raises Lost unless every capture is there, and nothing else."""
    result = vault.take_in(CAPTURES)
    found = captures_in(state_of(vault))
    if found not in expected.captures:
        lacks = [len(each - found) for each in expected.captures]
        invented = [len(found - each) for each in expected.captures]
        raise Lost(f"of what was written down it lacks {lacks}, and has {invented} more")
    if result.foreign_key or result.more:
        raise Lost(f"the inbox is not its own any more: {result}")


def go_on_with_damage(vault: Vault, expected: Expected, disk: Disk) -> None:
    """Accept the damage. Raises Lost unless everything required is there, and the damaged file is kept."""
    damaged = whole_file(disk, PLACE)
    vault.accept_damage()
    if state_of(vault) not in expected.states:
        raise Lost(f"holds something else when gone on with: {_differences(state_of(vault), expected)}")
    if whole_file(disk, PLACE.with_name("j.rj.1")) != damaged:
        raise Lost("the damaged file is not kept")


def _goes_on(vault: Vault, expected: Expected, passphrase: str, disk: Model, anchors: Path | None) -> None:
    """Accept, import, save, close, and check that the content is unchanged on the next open. Raises Lost."""
    try:
        if vault.report.damaged:
            go_on_with_damage(vault, expected, disk)
        if vault.report.rolled_back:
            vault.accept_rollback()
        take_in(vault, expected)
        vault.commit([LATER])
    except VaultError as error:
        raise Lost(f"cannot go on saving: {error!r}") from error
    after = state_of(vault)
    vault.close()
    found = reopened(disk, Expected((after,), (passphrase,)), anchors=anchors)
    assert found
    again, _ = found
    if any(astuple(again.report)) or state_of(again) != after:
        raise Lost(f"what was saved after the crash is not as it was saved: {again.report}")
    again.close()


def after_kill(
    disk: Model, expected: Expected, *, anchors: Path | None = ANCHORS, most: int = 6
) -> list[tuple[Image, Expected]]:
    """Go on after a process was killed without a power cut, and return the crashes meanwhile. Raises Lost.

    The journal is opened, saved to and closed, and the power fails after every operation. What is read then must stay:
    the caller checks each crash with `survives`.
    """
    with _own_luck(_KILLED):
        return _after_kill(disk, expected, anchors, most)


def _after_kill(disk: Model, expected: Expected, anchors: Path | None, most: int) -> list[tuple[Image, Expected]]:
    images: list[Image] = []
    crashes: list[tuple[Image, Expected]] = []

    def crash(operation: str = "", path: Path = PLACE) -> None:
        images.extend(disk.crashes(most, len(images)))

    def expect(*states: State, of: Expected) -> None:
        crashes.extend((image, replace(of, states=states)) for image in images)
        images.clear()

    disk.after = crash
    found = reopened(disk, expected, anchors=anchors)
    if found is None:
        return []
    vault, passphrase = found
    compare(vault, expected)
    crashes += [(image, expected) for image in images]
    images.clear()
    now = replace(expected, passphrases=(passphrase,))
    if vault.report.damaged:
        go_on_with_damage(vault, expected, disk)
        expect(state_of(vault), of=now)
        now = replace(now, readable=None)
    before = state_of(vault)
    crash()
    expect(before, of=now)
    if not vault.read_only:
        take_in(vault, expected)
        taken = state_of(vault)
        vault.commit([LATER])
        expect(before, taken, state_of(vault), of=now)
        now = replace(now, captures=(captures_in(taken),))
    vault.close()
    crash()
    expect(state_of(vault), of=now)
    return crashes


def compare(vault: Vault, expected: Expected) -> None:
    """Raise Lost unless the journal holds what it must, and can be written."""
    report = vault.report
    if report.damaged and not report.newer and expected.readable is not None:
        expected = replace(expected, states=(expected.readable,))
    elif report.damaged or report.missing or report.newer:
        raise Lost(f"told as damaged: {report}")
    if report.rolled_back and not expected.older:
        raise Lost(f"told as older than what was seen: {report}")
    if vault.read_only and not (report.damaged or report.rolled_back):
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
    """Draw all randomness from `seed`, make the ballast and preallocation small, and cache pure functions."""
    _luck.seed(seed)
    with ExitStack() as stack:
        for module, name, value in (
            (secrets, "token_bytes", lambda size=32: _luck.randbytes(size)),
            (secrets, "token_hex", lambda size=32: _luck.randbytes(size).hex()),
            (append, "_BALLAST", 4096),
            (append, "_AHEAD", 32 * 1024),
            (append, "_LEAST_AHEAD", 8 * 1024),
            *_remembered(),
        ):
            stack.enter_context(patch.object(module, name, value))
        yield


@contextmanager
def _own_luck(seed: int) -> Iterator[None]:
    """Draw the randomness of a check from `seed`, so that it depends on nothing but the state that is checked.

    A state is then repeated alone, the life goes on as if nothing had been checked, and states that differ only in
    random bytes are not counted as two.
    """
    before = _luck.getstate()
    _luck.seed(seed)
    try:
        yield
    finally:
        _luck.setstate(before)


def _remembered() -> Iterator[tuple[Any, str, Any]]:
    """Yield pure functions that are called with the same bytes again and again: module or class, name, cached."""
    yield inbox, "seal", _seal
    yield inbox_import, "unseal", lru_cache(_MEMORIES)(inbox.unseal)
    yield replay, "decode_operations", lru_cache(_MEMORIES)(payloads.decode_operations)
    yield Sealer, "read", _remembering_reader()
    yield replay, "replay", _remembering_replay()
    for module, name in (
        (inbox_import, "public_key"),
        (keys, "from_passphrase"),
        (keys, "_hkdf"),
        (cobblestone, "unseal"),  # of slots
        (header, "_is_whole"),
        (header, "_parsed"),
        (HeaderPage, "is_of"),
        (PurePath, "with_name"),
    ):
        yield module, name, lru_cache(64)(getattr(module, name))


def _seal(page: Page, payload: bytes) -> bytes:
    """Return what `inbox.seal` returns, with randomness from `_luck`."""
    plain = frames.padded(bytes(32), payload, inbox.sealed_size(len(payload)) - frames.FRAME_SIZE - 48)
    body = hpke.seal(page.public_key, b"rj1/inbox" + page.file_id, plain, _luck.randbytes(32))
    return frames.framed(frames.CAPTURE, 0, body)


def _remembering_reader() -> Callable[[Sealer, Contents, int], Record | None]:
    """Return a cached `Sealer.read`, which depends only on the bytes of the record."""
    known: dict[tuple[bytes, int, bytes], Record | None] = {}
    read_once = Sealer.read

    def read(self: Sealer, data: Contents, at: int) -> Record | None:
        frame = read_frame(data, at)
        if frame is None:
            return None
        record = bytes(data.view(at, frame.size))
        key = self.key, self.epoch, record
        if key not in known:
            if len(known) > _MEMORIES:
                known.clear()
            known[key] = read_once(self, Contents.of(record), 0)
        return known[key]

    return read


def _remembering_replay() -> Callable[..., Replay]:
    """Return a cached `replay`, which depends only on the bytes of the file: many crashes differ in another file."""
    known: dict[tuple[Sealer, bytes], Replay] = {}
    replay_once = replay.replay

    def replayed(data: Contents, sealer: Sealer, *, until: int | None = None) -> Replay:
        whole = data.view(0, data.size).obj
        if until is not None or not isinstance(whole, bytes) or len(whole) != data.size:
            return replay_once(data, sealer, until=until)
        key = sealer, whole
        if key not in known:
            if len(known) > _FILES:
                known.clear()
            known[key] = replay_once(data, sealer)
        found = known[key]
        return replace(found, state=found.state.copy(), chains=dict(found.chains), origins=list(found.origins))

    return replayed
