"""Check a file that was cut or has a flipped bit: what is reported, what is read, and what is never done."""

from __future__ import annotations

import contextlib
import random
import shutil
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from journal.errors import Damaged, NewerFormat, NotAJournal, ReadOnly, WrongPassphrase
from journal.vault.crypto.cobblestone import seal
from journal.vault.files.contents import Contents
from journal.vault.format.frames import BLOCK, NOTE, SECTOR, SNAPSHOT_END, TRANSACTION
from journal.vault.format.header import HEADERS, PAGE
from journal.vault.format.payloads import Stored, encode
from journal.vault.format.state import State
from journal.vault.inspect_file import check
from journal.vault.rewrite import NewFile
from journal.vault.vault import Vault
from tests.support.vault.journals import (
    CHEAP,
    copy,
    create,
    entries,
    flipped,
    open_vault,
    put,
    record_places,
    snapshot_end,
    texts,
    uid,
    write_entries,
)

COUNT = 5


@pytest.fixture
def written(path: Path) -> bytes:
    """Make a journal with five records after its snapshot, each an entry."""
    write_entries(path, range(COUNT))
    return path.read_bytes()


def place(path: Path, data: bytes) -> Path:
    """Write the journal as `data`, with no other files next to it."""
    return copy(path, path.parent / "broken", data)


def beside(path: Path, kind: str) -> list[Path]:
    """Return the names of the files next to a journal."""
    return list(path.parent.glob(f"{path.name}.{kind}-*"))


def last_record(vault: Vault, kind: int, payload: bytes) -> bytes:
    """Return a record that would come next, sealed with the journal's own key."""
    return vault._file.sealer.seal(kind, vault._file.point.seq + 1, vault._file.point.chain, payload)


def test_cut_anywhere_in_its_last_three_records_it_opens_to_the_whole_ones(path: Path, written: bytes) -> None:
    places = record_places(written)
    for end in range(places[-3][0], len(written), 61):
        broken = place(path, written[:end])
        whole = sum(stop <= end for _, stop in places) - 1
        with open_vault(broken) as vault:
            assert texts(vault) == entries(range(whole))
            assert vault.report.missing == 0
            assert not vault.report.damaged
            torn = vault.report.unfinished
            vault.commit([put(99)])
        start = places[whole][1]
        assert (torn.read_bytes() if torn else b"") == written[start:end].rstrip(b"\0")
        with open_vault(broken) as vault:
            assert texts(vault) == entries(range(whole)) | entries(range(99, 100))
            assert vault.report.unfinished is None


@pytest.mark.parametrize("end", [0, 1, 100, 4095, 4096, 8191])
def test_cut_within_its_first_pages_it_is_damage_or_no_journal(path: Path, written: bytes, end: int) -> None:
    broken = place(path, written[:end])
    if end < 4096:
        with pytest.raises((Damaged, NotAJournal)):
            open_vault(broken)
    else:
        with open_vault(broken) as vault:
            assert vault.report.damaged
            assert vault.read_only


@pytest.mark.parametrize("missing", [0, 1])
def test_cut_before_its_snapshot_ended_it_is_damage(path: Path, written: bytes, missing: int) -> None:
    broken = place(path, written[: HEADERS + missing * 1000])
    with open_vault(broken) as vault:
        assert vault.report.damaged
        assert vault.report.missing == 1
        assert vault.read_only
    assert not beside(broken, "torn")


def test_a_bit_turned_anywhere_is_always_told(path: Path, written: bytes) -> None:
    last = record_places(written)[-1][0]
    for at in range(0, len(written), 37):
        broken = place(path, flipped(written, at, at % 8))
        with open_vault(broken) as vault:
            report = vault.report
            assert texts(vault).items() <= entries(range(COUNT)).items()
            if at >= last:
                assert report.unfinished
                assert report.unfinished.read_bytes() == flipped(written, at, at % 8)[last:].rstrip(b"\0")
                assert texts(vault) == entries(range(COUNT - 1))
            else:
                assert report.damaged
                assert report.unfinished is None
                assert broken.read_bytes() == flipped(written, at, at % 8)
                assert vault.read_only == (at >= HEADERS)
            assert report.missing == (HEADERS <= at < last)


def test_with_an_anchor_a_bit_turned_in_the_last_record_is_damage_too(path: Path, tmp_path: Path) -> None:
    anchors = tmp_path / "anchors"
    write_entries(path, range(COUNT), anchors=anchors)
    written = path.read_bytes()
    start, end = record_places(written)[-1]
    for at in range(start, end, 511):
        path.write_bytes(flipped(written, at))
        with open_vault(path, anchors=anchors) as vault:
            assert vault.report.damaged
            assert vault.report.missing == 1
            assert vault.read_only
            assert texts(vault) == entries(range(COUNT - 1))
        assert path.read_bytes() == flipped(written, at)


def test_with_an_anchor_that_lags_only_what_never_arrived_is_an_unfinished_save(path: Path, tmp_path: Path) -> None:
    anchors = tmp_path / "anchors"
    write_entries(path, range(COUNT - 1), anchors=anchors)
    lagging = copy(next(anchors.iterdir()), tmp_path / "lagging").parent
    with open_vault(path, anchors=anchors) as vault:
        vault.commit([put(COUNT - 1)])
    written = path.read_bytes()
    start, end = record_places(written)[-1]
    zeroed = written[: start + 512] + bytes(512) + written[start + 1024 :]
    for data, unfinished in ((written[: end - 1], True), (zeroed, True), (flipped(written, end - 1), False)):
        broken = place(path, data)
        again = tmp_path / "again"
        shutil.rmtree(again, ignore_errors=True)
        shutil.copytree(lagging, again)
        with open_vault(broken, anchors=again) as vault:
            assert bool(vault.report.unfinished) == unfinished
            assert vault.report.damaged != unfinished
            assert texts(vault) == entries(range(COUNT - 1))


def test_a_cut_that_the_anchor_knows_of_is_damage_and_the_file_stays(path: Path, tmp_path: Path) -> None:
    anchors = tmp_path / "anchors"
    write_entries(path, range(COUNT), anchors=anchors)
    written = path.read_bytes()
    path.write_bytes(written[:-5000])
    with open_vault(path, anchors=anchors) as vault:
        assert vault.report.damaged
        assert vault.report.missing == 2
        assert vault.report.unfinished is None
    assert path.read_bytes() == written[:-5000]


def test_two_bad_records_at_the_end_are_no_unfinished_save(path: Path, written: bytes) -> None:
    places = record_places(written)
    broken = place(path, flipped(flipped(written, places[-2][0] + 100), places[-1][0] + 100))
    with open_vault(broken) as vault:
        assert vault.report.damaged
        assert vault.report.unfinished is None


def test_reading_only_an_unfinished_save_is_told_and_stays(path: Path, written: bytes) -> None:
    broken = place(path, written[:-1])
    with open_vault(broken, read_only=True) as vault:
        assert vault.report.unfinished == broken
        assert texts(vault) == entries(range(COUNT - 1))
    assert broken.read_bytes() == written[:-1]
    assert not beside(broken, "torn")


def test_records_behind_a_bad_one_are_read_and_the_gap_is_counted(path: Path, written: bytes) -> None:
    places = record_places(written)
    start = places[2][0]
    broken = place(path, written[:start] + bytes(2 * 4096) + written[start + 2 * 4096 :])
    with open_vault(broken) as vault:
        assert vault.report.missing == 2
        assert texts(vault) == {number: f"entry {number}" for number in (0, 3, 4)}
        with pytest.raises(ReadOnly):
            vault.commit([put(9)])


def test_bytes_pushed_in_are_damage_and_cost_nothing(path: Path, written: bytes) -> None:
    start = record_places(written)[2][0]
    with open_vault(place(path, written[:start] + b"\xa7RJ1 pushed in" + written[start:])) as vault:
        assert vault.report.damaged
        assert texts(vault) == entries(range(COUNT))


def test_a_record_written_twice_is_damage_and_counts_once(path: Path, written: bytes) -> None:
    start, end = record_places(written)[2]
    with open_vault(place(path, written[:end] + written[start:])) as vault:
        assert vault.report.damaged
        assert texts(vault) == entries(range(COUNT))


def test_records_that_changed_places_are_damage(path: Path, written: bytes) -> None:
    (a, b), (_, c) = record_places(written)[2:4]
    with open_vault(place(path, written[:a] + written[b:c] + written[a:b] + written[c:])) as vault:
        assert vault.report.damaged
        assert vault.read_only


def test_a_lost_part_of_a_snapshot_costs_only_itself(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(number, f"{number} " * 1500) for number in range(20)])
        vault.compact()
        vault.commit([put(99)])
    written = path.read_bytes()
    parts = [each for each in record_places(written) if each[1] < snapshot_end(written)]
    assert len(parts) > 3
    for start, _ in parts:
        with open_vault(place(path, flipped(written, start + 99))) as vault:
            assert vault.report.missing == 1
            assert 99 in texts(vault)
            assert len(texts(vault)) >= 21 - 5


def test_going_on_with_damage_makes_a_whole_file_and_keeps_the_damaged_one(path: Path, written: bytes) -> None:
    start = record_places(written)[2][0]
    data = flipped(written, start + 50)
    broken = place(path, data)
    with open_vault(broken) as vault:
        vault.accept_damage()
        assert not vault.report.damaged
        vault.commit([put(9)])
    assert broken.with_name(broken.name + ".1").read_bytes() == data
    with open_vault(broken) as vault:
        assert not any(astuple(vault.report))
        assert sorted(texts(vault)) == [0, 2, 3, 4, 9]


def test_one_bad_copy_of_the_first_page_is_repaired_by_compaction(path: Path, written: bytes) -> None:
    broken = place(path, flipped(written, 50))
    with open_vault(broken) as vault:
        assert vault.report.damaged
        assert vault.report.missing == 0
        vault.commit([put(5)])
        vault.compact()
        assert not any(astuple(vault.report))
    with open_vault(broken) as vault:
        assert not any(astuple(vault.report))
        assert texts(vault) == entries(range(COUNT + 1))


@pytest.mark.parametrize("at", [0, 4096])
def test_a_first_page_changed_on_purpose_gives_way_to_the_other(path: Path, written: bytes, at: int) -> None:
    page = bytearray(flipped(written, at + 90)[at : at + 4096])  # in the sealed key
    page[4092:] = zlib.crc32(page[:4092]).to_bytes(4)
    broken = place(path, written[:at] + bytes(page) + written[at + 4096 :])
    with open_vault(broken) as vault:
        assert vault.report.damaged
        assert texts(vault) == entries(range(COUNT))
        vault.compact()
    with open_vault(broken) as vault:
        assert not any(astuple(vault.report))


def test_both_copies_bad_is_damage_and_not_a_wrong_passphrase(path: Path, written: bytes) -> None:
    with pytest.raises(Damaged):
        Vault.open(place(path, flipped(flipped(written, 50), 4096 + 300)), "whatever was typed")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_later_major_is_refused_without_changing_a_byte(path: Path, written: bytes, *, read_only: bool) -> None:
    page = bytearray(written[:4096])
    page[9] = 2
    page[4092:] = zlib.crc32(page[:4092]).to_bytes(4)
    data = bytes(page) * 2 + written[HEADERS:]
    broken = place(path, data)
    with pytest.raises(NewerFormat):
        open_vault(broken, read_only=read_only)
    assert [file.read_bytes() for file in broken.parent.iterdir()] == [data]


@pytest.mark.parametrize(("kind", "flags"), [(7, 0), (TRANSACTION, 1), (NOTE, 0x80)])
def test_a_later_record_is_passed_over_and_nothing_is_changed(path: Path, kind: int, flags: int) -> None:
    with create(path) as vault:
        vault.commit([put(1)])
        sealed = later_record(vault, kind, flags)
    data = path.read_bytes() + sealed
    broken = place(path, data + b"torn")
    with open_vault(broken) as vault:
        assert vault.report.newer
        assert vault.read_only
        assert not vault.report.damaged
        assert texts(vault) == entries(range(1, 2))
        with pytest.raises(ReadOnly, match="newer"):
            vault.accept_damage()
    assert broken.read_bytes() == data + b"torn"


def later_record(vault: Vault, kind: int, flags: int) -> bytes:
    """Return an authentic record of a later version, to come after the last one."""
    sealer, point = vault._file.sealer, vault._file.point
    seq = point.seq + 1
    payload = b"only later versions know"
    plain = (36 + len(payload)).to_bytes(4) + point.chain + payload
    context = b"rj1/rec\0" + sealer.file_id + sealer.epoch.to_bytes(8) + bytes([kind, flags]) + seq.to_bytes(8)
    body = seal(sealer.key, context, plain.ljust(4096 - 28 - 72, b"\0"))
    frame = struct.pack(">4sBBHQII", b"\xa7RJ1", kind, flags, 0, seq, len(body), zlib.crc32(body))
    return frame + zlib.crc32(frame).to_bytes(4) + body


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (TRANSACTION, b'[["jump","entries"]]'),
        (TRANSACTION, b"no json"),
        (TRANSACTION, b"[" * 100_000),
        (SNAPSHOT_END, b"{}"),
        (2, b"[]"),
        (
            SNAPSHOT_END,
            b'{"at":1,"parts":0,"documents":{},"deleted":0,"sha256":"","from":[[9,9,"zz"]]}',
        ),
    ],
)
def test_an_authentic_record_that_makes_no_sense_is_damage_not_a_traceback(
    path: Path, kind: int, payload: bytes
) -> None:
    with create(path) as vault:
        vault.commit([put(1)])
        sealed = last_record(vault, kind, payload)
    with open_vault(place(path, path.read_bytes() + sealed)) as vault:
        assert vault.report.damaged
        assert vault.read_only
        assert texts(vault) == entries(range(1, 2))


def test_a_snapshot_that_is_not_what_its_end_says_is_damage(path: Path) -> None:
    with create(path) as vault:
        state = State()
        state.apply([Stored.of("entries", uid(1), {"text": "entry 1", "updated_at": 1, "revisions": []})])
        draft = NewFile(vault._file.header, vault._file.keys, state, 1, [], 1)
        part = next(state.snapshot())
        end = state.snapshot_end([part], 1, [])
        state.apply([Stored.of("entries", uid(2), {})])
    for wrong in ("parts", "documents", "deleted", "sha256"):
        value = {"parts": 2, "documents": {"entries": 2}, "deleted": 1, "sha256": "0" * 64}[wrong]
        fields = {name: getattr(end, name) for name in end.__struct_fields__} | {wrong: value}
        data, chain = draft.header.written(draft.keys.header), draft.sealer.start
        for seq, (kind, payload) in enumerate(((2, part), (SNAPSHOT_END, encode(type(end)(**fields)))), 1):
            sealed = draft.sealer.seal(kind, seq, chain, payload)
            data += sealed
            record = draft.sealer.read(Contents.of(sealed), 0)
            assert record
            chain = record.chain
        with open_vault(place(path, data)) as vault:
            assert vault.report.damaged, wrong
            assert texts(vault) == entries(range(1, 2))


@given(
    sector=st.sampled_from([b"", bytes(SECTOR)]),
    garbage=st.binary(min_size=1, max_size=9000) | st.binary(min_size=BLOCK, max_size=BLOCK + 1),
)
def test_what_one_save_can_leave_is_put_aside_and_more_than_that_is_damage(
    tmp_path_factory: pytest.TempPathFactory, sector: bytes, garbage: bytes
) -> None:
    path = tmp_path_factory.mktemp("journal") / "j.rj"
    write_entries(path, range(2))
    written, tail = path.read_bytes(), sector + garbage
    path.write_bytes(written + tail)
    assert not tail.startswith(b"\xa7RJ1")
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))
        torn = vault.report.unfinished
        damaged, read_only = vault.report.damaged, vault.read_only
    left = tail.rstrip(b"\0")
    if not left:
        assert (torn, damaged, read_only) == (None, False, False)
    elif len(left) <= BLOCK or not any(tail[:SECTOR]):
        assert torn
        assert (torn.read_bytes(), damaged, read_only) == (left, False, False)
        assert path.read_bytes() == written
    else:
        assert (torn, damaged, read_only) == (None, True, True)
        assert path.read_bytes() == written + tail


def test_many_records_overwritten_are_never_cut_off(path: Path) -> None:
    write_entries(path, range(60))
    data = path.read_bytes()
    start, _ = record_places(data)[2]
    rubbish = random.Random(7).randbytes(len(data) - start)
    path.write_bytes(data[:start] + rubbish)
    with open_vault(path) as vault:
        assert vault.report.damaged
        assert vault.report.unfinished is None
        assert vault.read_only
        assert texts(vault) == entries(range(1))
    assert path.read_bytes() == data[:start] + rubbish
    assert not check(path).unfinished


def test_a_first_page_from_a_new_file_over_the_records_of_the_old_one_loses_nothing(path: Path) -> None:
    write_entries(path, range(30))
    old = path.read_bytes()
    with open_vault(path) as vault:
        vault.compact()
    path.write_bytes(path.read_bytes()[:PAGE] + old[PAGE:])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(30))
        assert vault.report.damaged
        assert not vault.report.unreadable
        vault.commit([put(30)])
        vault.compact()
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(31))
        assert not any(astuple(vault.report))


def test_a_mix_of_two_epochs_opens_with_the_passphrase_that_its_records_had(path: Path) -> None:
    write_entries(path, range(3))
    old = path.read_bytes()
    with open_vault(path) as vault:
        vault.change_keys(passphrase="another one", cost=CHEAP)
    new = path.read_bytes()
    path.write_bytes(new[:PAGE] + old[PAGE:])
    with open_vault(path, read_only=True) as vault:
        assert texts(vault) == entries(range(3))
    path.write_bytes(old[:PAGE] + new[PAGE:])
    with pytest.raises(WrongPassphrase):
        open_vault(path)
    path.write_bytes(new[:PAGE] + old[PAGE:])
    with Vault.open(path, "another one", read_only=True) as vault:
        assert texts(vault) == entries(range(3))


MANGLES = st.lists(
    st.tuples(st.sampled_from(["flip", "cut", "insert", "zero"]), st.integers(0, 2**20), st.integers(1, 5000)),
    min_size=1,
    max_size=4,
)


def mangled(data: bytes, what: str, at: int, size: int) -> bytes:
    """Return `data` after one random damage."""
    at %= len(data) + 1
    if what == "flip":
        return flipped(data, at, size % 8) if at < len(data) else data
    if what == "cut":
        return data[:at] + data[at + size :]
    return data[:at] + (bytes(size) + data[at + size :] if what == "zero" else data[-size:] + data[at:])


@given(mangles=MANGLES)
def test_whatever_happens_to_a_file_it_is_told_and_nothing_false_is_read(
    tmp_path_factory: pytest.TempPathFactory, mangles: list[tuple[str, int, int]]
) -> None:
    path = tmp_path_factory.mktemp("journal") / "j.rj"
    write_entries(path, range(COUNT))
    written = data = path.read_bytes()
    for what, at, size in mangles:
        data = mangled(data, what, at, size)
    path.write_bytes(data)
    with (
        contextlib.suppress(Damaged, NotAJournal),
        open_vault(path) as vault,
    ):  # or both copies of the first page are hit
        assert texts(vault).items() <= entries(range(COUNT)).items()
        told = any(astuple(vault.report))
        assert told or texts(vault) == entries(range(len(texts(vault))))
        assert told or written.startswith(data.rstrip(b"\0"))
