"""Check files that someone without the key builds from anything ever written: reported, and nothing false is read.

The forger has every earlier file of this journal and of another one with the same passphrase, knows the format, and
corrects every CRC. This computer has its anchor.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from journal.errors import Damaged, NewerFormat, ReadOnly, Tampered, VaultError, WrongPassphrase
from journal.file_facts import Report
from journal.vault.crypto.keys import new_recovery_words
from journal.vault.format.frames import SNAPSHOT_END
from journal.vault.format.header import HEADERS, PAGE
from journal.vault.format.payloads import Delete, Document
from journal.vault.vault import Vault
from tests.support.vault.journals import CHEAP, PASSPHRASE, create, now, open_vault, put, record_places, uid

OLD = "the one before"
WORDS, SLOT_SIZE = 48, 136
SLOT = WORDS + SLOT_SIZE  # of the passphrase, which is the later one
Contents = dict[str, dict[str, Document]]


@dataclass
class Forger:
    """A journal, everything that a forger has, and the computer that opens the forged file."""

    folder: Path
    words: str
    pages: bytes
    records: list[bytes]
    ever: set[str]
    others: dict[str, list[bytes]]
    other_pages: dict[str, bytes]

    @property
    def whole(self) -> bytes:
        """Return the journal as it is."""
        return self.pages + b"".join(self.records)

    def read(self, data: bytes, *, anchored: bool = True, **keys: str) -> tuple[Report, Contents]:
        """Return the report of opening and everything that can be read. Raises what opening raises."""
        path = self.folder / "j.rj"
        path.write_bytes(data)
        keys = keys or {"passphrase": PASSPHRASE}
        anchors = self.folder / "anchors" if anchored else None
        with Vault.open(path, **keys, read_only=True, anchors=anchors, now=now) as vault:  # type: ignore[arg-type]
            return vault.report, {name: dict(table) for name, table in vault.tables.items()}

    def is_told(self, data: bytes, *, anchored: bool = True, **keys: str) -> bool:
        """Return whether a file is refused or reported; assert that no document is read that was never written."""
        try:
            report, tables = self.read(data, anchored=anchored, **keys)
        except VaultError:
            return True
        assert versions(tables) <= self.ever
        return any(astuple(report))

    def is_told_of(self, records: Sequence[bytes], *, anchored: bool = True) -> bool:
        """Return what `is_told` does, for our pages with these records."""
        return self.is_told(self.pages + b"".join(records), anchored=anchored)


def versions(tables: Contents) -> set[str]:
    """Return every document with its place, as text."""
    return {json.dumps([name, key, table[key]], sort_keys=True) for name, table in tables.items() for key in table}


def split(data: bytes) -> tuple[bytes, list[bytes]]:
    """Return the pages and the records of a file."""
    return data[:HEADERS], [data[start:end] for start, end in record_places(data)]


class Writer:
    """Writes the journals and remembers every version of every document."""

    def __init__(self) -> None:
        self.ever: set[str] = set()

    def commit(self, vault: Vault, *changes: Any) -> None:
        """Save the changes, and remember them."""
        vault.commit(changes)
        self.ever |= versions({name: dict(table) for name, table in vault.tables.items()})


@pytest.fixture(scope="module")
def forger(tmp_path_factory: pytest.TempPathFactory) -> Forger:
    """Make `ours` in its third epoch, `earlier` (its generation), `fork` (a diverged copy) and `twin`.

    `twin` is another journal with the same passphrase.
    """
    folder = tmp_path_factory.mktemp("forger")
    path, words, writer = folder / "j.rj", new_recovery_words(), Writer()
    with Vault.create(path, OLD, recovery_words=words, cost=CHEAP, anchors=folder / "anchors", now=now) as vault:
        writer.commit(vault, *(put(number, f"{number} " * 1500) for number in range(8)))
        writer.commit(vault, Delete("entries", uid(3)))
        vault.compact()
        writer.commit(vault, put(8))
        vault.change_keys(passphrase=PASSPHRASE, cost=CHEAP)
        writer.commit(vault, put(1, "written again"))
        middle = path.read_bytes()
        for number in range(9, 13):
            writer.commit(vault, put(number), Delete("entries", uid(number - 5)))
        generation = path.with_name("j.rj.1").read_bytes()
    (folder / "fork.rj").write_bytes(middle)
    with open_vault(folder / "fork.rj") as vault:
        for number in range(20, 24):
            writer.commit(vault, put(number))
    with create(folder / "twin.rj") as vault:
        for number in range(30, 36):
            vault.commit([put(number)])  # not remembered: nothing of it may be read here
    pages, records = split(path.read_bytes())
    split_others = {
        "earlier": split(generation),
        "fork": split((folder / "fork.rj").read_bytes()),
        "twin": split((folder / "twin.rj").read_bytes()),
    }
    others = {name: found for name, (_, found) in split_others.items()}
    other_pages = {name: found for name, (found, _) in split_others.items()}
    return Forger(folder, words, pages, records, writer.ever, others, other_pages)


def good_page(page: bytes) -> bytes:
    """Return a page with the right CRC."""
    return page[:4092] + zlib.crc32(page[:4092]).to_bytes(4)


def with_page(forger: Forger, at: int, value: bytes, copies: str = "both") -> bytes:
    """Return the journal with other bytes in one copy of its first page, or in both, with the right CRC."""
    page = forger.pages[:PAGE]
    changed = good_page(page[:at] + value + page[at + len(value) :])
    first, second = {"both": (changed, changed), "first": (changed, page), "second": (page, changed)}[copies]
    return first + second + b"".join(forger.records)


def with_frame(record: bytes, at: int, value: bytes) -> bytes:
    """Return a record with other bytes in it, with both CRCs right."""
    changed = record[:at] + value + record[at + len(value) :]
    frame = changed[:20] + zlib.crc32(changed[28:]).to_bytes(4)
    return frame + zlib.crc32(frame).to_bytes(4) + changed[28:]


def test_the_journal_itself_is_fine(forger: Forger) -> None:
    report, tables = forger.read(forger.whole)
    assert not any(astuple(report))
    assert len(tables["entries"]) == 8
    assert len(forger.records) > 8
    assert not any(astuple(forger.read(forger.whole, recovery_words=forger.words)[0]))


def dropped(ours: list[bytes]) -> Iterator[list[bytes]]:
    """Yield the records without each one, without each two neighbours, and without each beginning."""
    for at in range(len(ours)):
        yield ours[:at] + ours[at + 1 :]
        yield ours[:at] + ours[at + 2 :]
        yield ours[at + 1 :]


def cut(ours: list[bytes]) -> Iterator[list[bytes]]:
    """Yield files cut between records."""
    for at in range(len(ours)):
        yield ours[:at]


def doubled(ours: list[bytes]) -> Iterator[list[bytes]]:
    """Yield each record once more, at every place."""
    for record in ours:
        for at in range(len(ours) + 1):
            yield [*ours[:at], record, *ours[at:]]


def moved(ours: list[bytes]) -> Iterator[list[bytes]]:
    """Yield each record moved to every other place."""
    for start, record in enumerate(ours):
        rest = ours[:start] + ours[start + 1 :]
        for at in range(len(ours)):
            if at != start:
                yield [*rest[:at], record, *rest[at:]]


def reversed_all(ours: list[bytes]) -> Iterator[list[bytes]]:
    """Yield all records backwards, and rotated to begin at every place."""
    yield ours[::-1]
    for at in range(1, len(ours)):
        yield ours[at:] + ours[:at]


FORGERIES = [dropped, cut, doubled, moved, reversed_all]


def goes_back(forger: Forger, records: list[bytes]) -> bool:
    """Return whether this file was there at some time: ours or its fork, up to a record after the snapshot."""
    snapshot = next(at for at, record in enumerate(forger.records, 1) if record[4] == SNAPSHOT_END)
    length = len(records)
    return length >= snapshot and records in (forger.records[:length], forger.others["fork"][:length])


@pytest.mark.parametrize("forgery", FORGERIES)
def test_our_own_records_in_another_order_or_number_are_told(
    forger: Forger, forgery: Callable[[list[bytes]], Iterator[list[bytes]]]
) -> None:
    silent = [number for number, records in enumerate(forgery(forger.records)) if not forger.is_told_of(records)]
    assert silent == []


@pytest.mark.parametrize("other", ["earlier", "fork", "twin"])
@pytest.mark.parametrize("taken", [0, 1], ids=["pushed-in", "instead"])
def test_records_of_another_file_epoch_or_fork_are_told(forger: Forger, other: str, taken: int) -> None:
    ours = forger.records
    foreign = [record for record in forger.others[other] if record not in ours]
    assert len(foreign) >= 3
    for record in foreign:
        for at in range(len(ours) + 1):
            assert forger.is_told_of([*ours[:at], record, *ours[at + taken :]]), (other, at)


@pytest.mark.parametrize("forgery", FORGERIES)
def test_without_an_anchor_only_going_back_to_an_earlier_state_is_not_told(
    forger: Forger, forgery: Callable[[list[bytes]], Iterator[list[bytes]]]
) -> None:
    for records in forgery(forger.records):
        assert forger.is_told_of(records, anchored=False) != goes_back(forger, records)


@pytest.mark.parametrize("other", ["earlier", "fork", "twin"])
def test_another_file_spliced_on_anywhere_is_told(forger: Forger, other: str) -> None:
    ours, theirs = forger.records, forger.others[other]
    for at in range(len(ours)):
        for start in range(len(theirs)):
            records = ours[:at] + theirs[start:]
            assert records == ours or forger.is_told_of(records), (other, at, start)
            assert goes_back(forger, records) or forger.is_told_of(records, anchored=False), (other, at, start)


def test_another_type_flag_seq_or_length_is_told_with_every_crc_good(forger: Forger) -> None:
    for at, record in enumerate(forger.records):
        kinds = [(4, bytes([kind])) for kind in (1, 2, 3, 4, 5, 7) if kind != record[4]]
        seqs = [(8, (int.from_bytes(record[8:16]) + step).to_bytes(8)) for step in (-1, 1, 2, 2**40)]
        length = [(16, (int.from_bytes(record[16:20]) - 4096).to_bytes(4))] if len(record) > 4096 else []
        for offset, value in [
            *kinds,
            *seqs,
            *length,
            (5, b"\1"),
            (5, b"\x80"),
            (6, b"\0\1"),
            (40, b"salt"),
            (90, b"body"),
        ]:
            changed = with_frame(record, offset, value)
            records = [*forger.records[:at], changed, *forger.records[at + 1 :]]
            assert forger.is_told_of(records), (at, offset, value)


@pytest.mark.parametrize("way", ["passphrase", "recovery_words"])
def test_any_byte_of_the_first_page_is_told_with_every_crc_good(forger: Forger, way: str) -> None:
    keys: dict[str, Any] = {way: forger.words if way == "recovery_words" else PASSPHRASE}
    for at in [*range(8, SLOT + SLOT_SIZE), *range(SLOT + SLOT_SIZE, 4092, 97)]:
        with pytest.raises((Damaged, NewerFormat, WrongPassphrase)):
            forger.read(with_page(forger, at, bytes([forger.pages[at] ^ 1])), **keys)


@pytest.mark.parametrize("copy", ["first", "second"])
def test_any_byte_of_one_copy_of_the_first_page_is_told_with_every_crc_good(forger: Forger, copy: str) -> None:
    for at in range(8, 4092, 11):
        assert forger.is_told(with_page(forger, at, bytes([forger.pages[at] ^ 1]), copy)), at


@pytest.mark.parametrize(
    ("at", "value"),
    [(8, 0), (16, 0), (18, 1), (SLOT + 2, 1), (SLOT + 6, 32), (SLOT + 10, 2), (SLOT + 14, 2), (46, 2), (46, 4)],
    ids=["major", "suite", "slots", "slot flags", "memory", "iterations", "lanes", "earlier epoch", "later epoch"],
)
def test_a_header_put_down_or_up_opens_nothing(forger: Forger, at: int, value: int) -> None:
    data = with_page(forger, at, value.to_bytes(2))
    with pytest.raises((Damaged, WrongPassphrase)):
        forger.read(data)
    with pytest.raises(Damaged):
        forger.read(data, recovery_words=forger.words)


@pytest.mark.parametrize("other", ["earlier", "twin"])
def test_slots_changed_between_files_open_nothing(forger: Forger, other: str) -> None:
    theirs = forger.other_pages[other]
    ways: list[dict[str, Any]] = [{"passphrase": PASSPHRASE}, {"passphrase": OLD}, {"recovery_words": forger.words}]
    for at in (WORDS, SLOT):
        for start in (WORDS, SLOT) if other == "earlier" else (WORDS,):
            data = with_page(forger, at, theirs[start : start + SLOT_SIZE])
            if data == forger.whole:  # the recovery words were not changed since
                continue
            for keys in ways:
                with pytest.raises((Damaged, WrongPassphrase)):
                    forger.read(data, **keys)


def test_where_the_slot_of_the_passphrase_was_changed_the_recovery_words_tell_it(forger: Forger) -> None:
    """The right passphrase is called wrong then: nobody can tell it from a wrong one."""
    salt = SLOT + 20
    data = with_page(forger, salt, bytes([forger.pages[salt] ^ 1]))
    with pytest.raises(WrongPassphrase):
        forger.read(data)
    with pytest.raises(Damaged):
        forger.read(data, recovery_words=forger.words)


def test_slots_that_changed_places_are_told_as_tampered(forger: Forger) -> None:
    first, second = (forger.pages[at : at + SLOT_SIZE] for at in (WORDS, SLOT))
    with pytest.raises(Tampered):
        forger.read(with_page(forger, WORDS, second + first))


@pytest.mark.parametrize(("other", "passphrase"), [("earlier", OLD), ("twin", PASSPHRASE)])
def test_the_first_page_of_another_file_on_our_records_reads_nothing(
    forger: Forger, other: str, passphrase: str
) -> None:
    report, tables = forger.read(forger.other_pages[other] + b"".join(forger.records), passphrase=passphrase)
    assert report.damaged
    assert report.missing
    assert tables == {}


@pytest.mark.parametrize("other", ["earlier", "twin"])
def test_the_first_page_of_another_file_in_one_copy_is_told(forger: Forger, other: str) -> None:
    theirs = forger.other_pages[other][:PAGE]
    for pages in (theirs + forger.pages[PAGE:], forger.pages[:PAGE] + theirs):
        assert forger.is_told(pages + b"".join(forger.records))


@pytest.mark.parametrize("passphrase", [OLD, PASSPHRASE])
def test_an_earlier_file_in_place_of_the_journal_is_told_with_its_distance(forger: Forger, passphrase: str) -> None:
    data = forger.other_pages["earlier"] + b"".join(forger.others["earlier"])
    if passphrase == PASSPHRASE:
        with pytest.raises(WrongPassphrase):
            forger.read(data, passphrase=passphrase)
        return
    report, _ = forger.read(data, passphrase=passphrase)
    assert report.behind
    assert report.rolled_back


def test_a_copy_that_went_another_way_is_told(forger: Forger) -> None:
    report, _ = forger.read(forger.other_pages["fork"] + b"".join(forger.others["fork"]))
    assert report.forked
    assert not report.damaged


def test_what_is_told_as_damage_is_never_written_to(forger: Forger) -> None:
    ours = forger.records
    data = forger.pages + b"".join([*ours[:3], forger.others["earlier"][0], *ours[3:]])
    path = forger.folder / "j.rj"
    path.write_bytes(data)
    with open_vault(path) as vault, pytest.raises(ReadOnly):
        vault.commit([put(99)])
    assert path.read_bytes() == data


@given(
    picks=st.lists(
        st.tuples(st.sampled_from(["ours", "ours", "earlier", "fork", "twin"]), st.integers(0, 30)), max_size=14
    )
)
def test_whatever_is_put_together_is_told_unless_it_is_the_journal(
    forger: Forger, picks: list[tuple[str, int]]
) -> None:
    files = {"ours": forger.records, **forger.others}
    records = [files[name][number % len(files[name])] for name, number in picks]
    for chosen in (records, forger.records[: len(forger.records) // 2] + records):
        assert forger.is_told_of(chosen) or chosen == forger.records
        assert forger.is_told_of(chosen, anchored=False) or goes_back(forger, chosen)
