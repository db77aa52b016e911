"""Check that the independent reader and the product say the same of ten thousand damaged files: verdict and content.

The files are drawn from seeds, see `damaging`. What is compared: the verdict, the number of missing records and whether
there may be more, a bad copy of the first page, how far behind the anchor, notes, documents, deletions, what healing
brings back and from which generation, the bytes of an unfinished save that are set aside, and what importing the inbox
leads to.
"""

from __future__ import annotations

from collections import Counter

import pytest

from journal.vault.format.frames import Sealer
from tests.support.extent import thinned
from tests.support.vault.agreement import by_product, by_reader, differences, said_by_both
from tests.support.vault.bases import OTHER, PASSPHRASE, record
from tests.support.vault.damaging import Recipe, recipe, shortened
from tests.support.vault.invalid import PAYLOADS
from tests.support.vault.journals import record_places
from tests.support.vault.misfortunes import Edit, both
from tests.support.vault.reader import opened
from tests.support.vault.scenes import GENERATIONS, JOURNAL, Scene
from tests.support.vault.vectors import journals

FILES, AT_ONCE, EVERY = 10_000, 200, 25
"""All files; those of one test; `make test` runs every so many of the tests."""


@pytest.mark.parametrize("first", thinned(range(0, FILES, AT_ONCE), EVERY))
def test_the_reader_and_the_journal_say_the_same_of_damaged_files(first: int) -> None:
    verdicts: Counter[str] = Counter()
    for seed in range(first, first + AT_ONCE):
        drawn = recipe(seed)
        one, other = said_by_both(drawn)
        assert one == other, told(seed, drawn)
        verdicts[one["verdict"]] += 1
    assert {"opens", "unfinished", "damaged", "newer", "unreadable", "wrong passphrase"} <= verdicts.keys()
    assert verdicts["damaged"] < 0.7 * AT_ONCE, verdicts


def told(seed: int, drawn: Recipe) -> str:
    """Return what they say differently of the fewest edits that still make them differ in the same."""
    names = differences(drawn).keys()
    least = shortened(drawn, lambda shorter: differences(shorter).keys() == names)
    return f"seed {seed}, {least.edits}: {differences(least)}"


@pytest.mark.parametrize("number", range(len(PAYLOADS)), ids=lambda number: f"{number}: {PAYLOADS[number][1][:40]!r}")
def test_they_say_the_same_of_every_payload_that_a_program_with_the_key_may_write(number: int) -> None:
    kind, payload = PAYLOADS[number]
    walk = journals()["walk"]
    journal, _ = opened(walk, PASSPHRASE)
    sealer, size = Sealer(journal.key, journal.file_id, journal.epoch), -(-(len(payload) + 200) // 4096) * 4096
    data = walk + record(sealer, kind, 0, journal.seq + 1, journal.chain, payload, size=size)
    scene = Scene({JOURNAL: data}, (PASSPHRASE,), journal.file_id.hex())
    assert by_reader(scene, PASSPHRASE) == by_product(scene, PASSPHRASE)


@pytest.mark.parametrize(
    ("edits", "given"),
    [
        ([], [(1, 2, True)]),
        ([("flip", 100, 3)], [(1, 2, True)]),
        ([("flip", 100, 3), ("flip", 4196, 3)], []),
        (both(40, "0000000000000001"), []),
        (both(24, "00" * 16), []),
    ],
    ids=["whole", "one copy of its page bad", "both copies bad", "its epoch forged", "its file_id forged"],
)
def test_a_generation_adds_something_only_if_its_first_page_can_be_trusted(
    edits: list[Edit], given: list[tuple[int, int, bool]]
) -> None:
    known = journals()
    lost: list[Edit] = [("flip", record_places(known["grown"])[0][0] + 99, 6)]
    files = {JOURNAL: known["grown"], GENERATIONS[0]: known["grown-1"]}
    scene = Scene(files, (OTHER,), known["grown"][24:40].hex())
    one, other = said_by_both(Recipe(scene, {JOURNAL: lost, GENERATIONS[0]: edits}, OTHER))
    assert one == other
    assert one["gave"] == given


@pytest.mark.parametrize(
    ("ends_after", "missing", "at_least"),
    [("a part", 1, True), ("the end", 1, False), ("a save", 1, False), ("a save, without the end", 2, False)],
)
def test_a_file_that_ends_within_its_snapshot_may_lack_more_than_is_counted(
    ends_after: str, missing: int, *, at_least: bool
) -> None:
    data = journals()["large"]
    places = record_places(data)
    edits: list[Edit] = [("flip", places[1][0] + 99, 6)]
    if ends_after == "a save, without the end":
        edits.append(("flip", places[-2][0] + 99, 6))
    cut = {"a part": -2, "the end": -1}.get(ends_after)
    if cut:
        edits.append(("cut", places[cut][0]))
    scene = Scene({JOURNAL: data}, (PASSPHRASE,), data[24:40].hex())
    one, other = said_by_both(Recipe(scene, {JOURNAL: edits}, PASSPHRASE))
    assert one == other
    assert (one["missing"], one["missing_at_least"]) == (missing, at_least)
