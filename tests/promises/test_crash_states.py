"""Check a power cut after every disk operation: whatever is left opens completely and can be saved to.

If a bit was damaged before, the file opens as far as it can be read, and healing brings back everything that it must.

`media` defines what a power cut can leave, `survival` what must hold then, `workload` the life of the journal. `make
soak` does the same with other lives, a hundred times as often; docs/crash-states.md has its figures.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.vault.erase_file import erase
from tests.support.extent import long
from tests.support.vault.guarded import opened, put, written
from tests.support.vault.journals import whole_file
from tests.support.vault.media import Image
from tests.support.vault.survival import ANCHORS, PLACE, Lost, laboratory, survives
from tests.support.vault.sweeping import Sweep, sweep, sweep_kills
from tests.support.vault.workload import HOLDER, Workload

AT_LEAST, IN_EVERY_RUN = 10_000, 1_000
"""States in `make test-all` (a soak of as many more follows there), and in `make test`."""
LIFE = {"save": 200, "compact": 3, "change passphrase": 2, "restore": 1, "merge": 1, "back up": 1, "fill ahead": 10}
LIFE |= {"capture": 8, "take in": 5, "look over": 1, "damage": 3, "go on with damage": 3}

PARTS = 6
USUAL = [(Sweep(seed=4, first=part, every=PARTS, stale=part % 2 == 1), 1200) for part in range(PARTS)]
ON_A_STICK = [(Sweep(seed=2, links=False, first=part, every=PARTS, stale=part == 0), 1200) for part in (0, 3)]
NO_ANCHOR = [(Sweep(seed=3, anchored=False, first=part, every=PARTS, stale=True), 750) for part in (1,)]
SWEEPS = [*USUAL, *ON_A_STICK, *NO_ANCHOR]

THINNER = 4
SAMPLES = [
    (replace(how, every=how.every * THINNER), least // THINNER)
    for how, least in (*USUAL[:2], *ON_A_STICK[:1], *NO_ANCHOR)
]
"""The same lives with crashes after fewer operations: what `make test` runs."""


def named(value: Sweep | int) -> str:
    """Return a short name of a sweep."""
    if isinstance(value, int):
        return str(value)
    kinds = {"no links": not value.links, "no anchor": not value.anchored, "stale bytes": value.stale}
    part = f"part {value.first} of {value.every}"
    return ", ".join([f"seed {value.seed}, {part}", *(kind for kind, applies in kinds.items() if applies)])


def test_there_are_enough_of_them() -> None:
    assert sum(least for _, least in SWEEPS) >= AT_LEAST
    assert sum(least for _, least in SAMPLES) >= IN_EVERY_RUN


@pytest.mark.parametrize(("how", "least"), [*SAMPLES, *(long(*each) for each in SWEEPS)], ids=named)
def test_after_any_power_cut_all_that_was_saved_is_there_and_nothing_else(how: Sweep, least: int) -> None:
    tally = sweep(how)
    assert not tally.lost, f"{len(tally.lost)} of {tally.distinct}: {tally.lost[:3]}"
    assert tally.distinct >= least
    assert all(tally.done[step] >= times for step, times in LIFE.items()), tally.done


@pytest.mark.parametrize(("first", "every", "least"), [(20, 800, 20), long(0, 80, 301), long(40, 80, 301)])
@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_what_a_killed_process_left_is_there_for_good_once_it_was_read(
    first: int, every: int, least: int, *, links: bool
) -> None:
    tally = sweep_kills(Sweep(first=first, every=every, most=3, links=links))
    assert not tally.lost, f"{len(tally.lost)} of {tally.again}: {tally.lost[:3]}"
    assert tally.again >= least


def test_while_going_on_with_an_older_copy_or_with_damage_the_power_may_go_too() -> None:
    with laboratory(6):
        life = Workload(6, lambda disk, point: disk.crashes(6, point))
        for crash in life.crashes(140):
            if crash.step in ("go on", "go on with damage"):
                survives(crash.left, crash.expected)


def test_an_erased_journal_does_not_come_back_with_the_power() -> None:
    with laboratory(1):
        disk = written()
        with opened(disk) as vault:
            vault.compact()
            vault.commit([put(3)])
        anchor = disk.names(ANCHORS)[0]
        seen = whole_file(disk, ANCHORS / anchor)
        erase(PLACE, holder=HOLDER, anchors=ANCHORS, disk=disk)
        images = list(disk.crashes())
        assert len(images) > 1
        for image in images:
            assert not [name for name in image.files if name.startswith(str(PLACE.parent))]
            assert image.files.get(str(ANCHORS / anchor), (0, b""))[1] != seen


def test_what_is_lost_is_noticed() -> None:
    with laboratory(1):
        life = Workload(1, lambda disk, point: [disk.image()]).crashes(3)
        *_, before, after = [crash for crash in life if crash.step == "after: save"]
        survives(after.left, after.expected)
        with pytest.raises(Lost, match="something else"):
            survives(before.left, after.expected)
        with pytest.raises(Lost, match="does not open"):
            survives(_without(after.left), after.expected)
        with pytest.raises(Lost, match="no journal"):
            survives(replace(after.left, files={}), after.expected)


def _without(image: Image) -> Image:
    """Return the image with the first two pages of the journal set to zeros."""
    number, data = image.files[str(PLACE)]
    return replace(image, files={**image.files, str(PLACE): (number, bytes(8192) + data[8192:])})
