"""Check healing after any life and any damage: it adds what was lost from the journal's past, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.vault.files.contents import Contents
from journal.vault.format.frames import SNAPSHOT_END, walk, whole_frame
from journal.vault.format.header import HEADERS
from journal.vault.format.payloads import Delete, Put
from journal.vault.format.state import State
from journal.vault.healing import Healed, heal
from journal.vault.restore_file import restore
from journal.vault.vault import Vault
from tests.support.vault.guarded import data_in, opened, overwritten
from tests.support.vault.journals import flipped, record_places, uid
from tests.support.vault.media import Image
from tests.support.vault.model import Model
from tests.support.vault.survival import ANCHORS, CHEAP, PASSPHRASE, PLACE, laboratory, state_of, ticking
from tests.support.vault.workload import BACKUP, HOLDER

GENERATIONS = [PLACE.with_name(f"j.rj.{number}") for number in (1, 2, 3)]

Step = tuple[str, int]
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "put", "delete"]), st.integers(0, 5))
    | st.tuples(st.sampled_from(["compact", "back up", "restore", "merge", "forget"]), st.integers(1, 2)),
    max_size=16,
)
RECORDS = st.sets(st.integers(0, 11), max_size=4)


@dataclass
class Life:
    """A journal with a life; `held` is what other files next to it hold of its snapshot."""

    disk: Model
    vault: Vault
    held: State

    @classmethod
    def of(cls, steps: Sequence[Step]) -> Life:
        """Return the journal, closed, after all of the steps."""
        disk = Model()
        for folder in (PLACE.parent, BACKUP.parent):
            disk.make_directory(folder)
        vault = Vault.create(PLACE, PASSPHRASE, cost=CHEAP, disk=disk, anchors=ANCHORS, now=ticking())
        life = cls(disk, vault, State())
        life._do("back up", 1)
        for number, (what, which) in enumerate(steps):
            life._do(what, which, f"written in step {number}")
        life.vault.close()
        disk.settle(PLACE.parent)
        return life

    def _do(self, what: str, which: int, text: str = "") -> None:
        before, epoch = state_of(self.vault), self.vault._file.point.epoch
        if what == "put":
            self.vault.commit([Put("entries", uid(which), {"text": text})])
        elif what == "delete" and uid(which) in self.vault.tables.get("entries", {}):
            self.vault.commit([Delete("entries", uid(which))])
        elif what == "compact":
            self.vault.compact()
        elif what == "back up":
            self.vault.backup(BACKUP, replace=True)
        elif what == "restore":
            before = self._restore()
        elif what == "merge" and self.disk.exists(GENERATIONS[which - 1]):
            self.vault.merge(GENERATIONS[which - 1])
            before = state_of(self.vault)  # both files that it was made of are here
        elif what == "forget":
            self.vault.change_keys(passphrase=PASSPHRASE, cost=CHEAP, forget_generations=True)
        if self.vault._file.point.epoch != epoch:
            self.held = before

    def _restore(self) -> State:
        self.vault.close()
        restore(BACKUP, PLACE, holder=HOLDER, disk=self.disk)
        self.vault = opened(self.disk)
        if not self.vault.read_only:
            self.vault.compact()  # it is the very file that stood there
        self.vault.accept_rollback()
        return state_of(self.vault)

    def damaged(self, numbers: set[int], *, but_for_ends: bool = False) -> Image:
        """Return the disk after a bit was damaged in those records of the journal."""
        return rotten(self.disk.image(), 0, numbers, but_for_ends=but_for_ends)


def rotten(image: Image, number: int, records: set[int], *, but_for_ends: bool = False) -> Image:
    """Return the image with a bit flipped in some records of the journal (0), or of a generation if there is one."""
    path = [PLACE, *GENERATIONS][number]
    if str(path) not in image.files:
        return image
    data = data_in(image, path)
    ends = [
        at for at, frame in walk(Contents.of(data), HEADERS, whole_frame) if frame.kind == SNAPSHOT_END and but_for_ends
    ]
    for start, _ in [place for at, place in enumerate(record_places(data)) if at in records and place[0] not in ends]:
        data = flipped(data, start + 99)
    return overwritten(image, data, path)


def healed(image: Image) -> tuple[State, Healed]:
    """Return what can be read, and what is there after healing."""
    vault = opened(Model(image))
    return state_of(vault), heal(vault._file)


@pytest.fixture(autouse=True, scope="module")
def _laboratory() -> Iterator[None]:
    with laboratory(1):
        yield


@given(steps=STEPS, records=st.tuples(RECORDS, RECORDS, RECORDS, RECORDS))
def test_what_can_be_read_is_neither_changed_nor_removed(steps: list[Step], records: tuple[set[int], ...]) -> None:
    image = Life.of(steps).disk.image()
    for number, each in enumerate(records):
        image = rotten(image, number, each)
    readable, after = healed(image)
    assert {place: after.state.at(place) for place in readable.places()} == {
        place: readable.at(place) for place in readable.places()
    }
    came = sum(map(len, after.state.tables.values())) - sum(map(len, readable.tables.values()))
    assert sum(copy.documents for copy in after.copies) == came


@given(steps=STEPS, some=RECORDS, more=RECORDS)
def test_the_less_is_damaged_the_more_is_there(steps: list[Step], some: set[int], more: set[int]) -> None:
    life = Life.of(steps)
    _, less_damaged = healed(life.damaged(some, but_for_ends=True))
    _, more_damaged = healed(life.damaged(some | more, but_for_ends=True))
    assert more_damaged.state.places() <= less_damaged.state.places()


@given(steps=STEPS, records=RECORDS)
def test_all_that_was_lost_and_that_its_past_still_holds_comes_back(steps: list[Step], records: set[int]) -> None:
    life = Life.of(steps)
    readable, after = healed(life.damaged(records, but_for_ends=True))
    lost = life.held.places() - readable.places()
    assert {place: after.state.at(place) for place in after.state.places()} == {
        **{place: readable.at(place) for place in readable.places()},
        **{place: life.held.at(place) for place in lost},
    }
    assert all(copy.certain for copy in after.copies)
