"""Test the first page: two copies, damage never mistaken for a wrong passphrase, unknown versions refused."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.errors import CostRefused, Damaged, NewerFormat, NotAJournal, Tampered, WrongPassphrase
from journal.file_facts import Cost
from journal.vault.crypto.keys import Keys, new_recovery_words
from journal.vault.format.header import HEADERS, MAGIC, PAGE, Header, HeaderPage, Headers, Slot
from tests.support.vault.journals import CHEAP, flipped

FILE_ID, MASTER = bytes(range(16)), bytes(range(32))
KEYS = Keys.of(MASTER, FILE_ID)
WORDS = new_recovery_words()
PASSPHRASE_SLOT = Slot.for_passphrase("pass", CHEAP, 1, FILE_ID, MASTER)
HEADER = Header(FILE_ID, 5, (PASSPHRASE_SLOT, Slot.for_recovery_words(WORDS, 2, FILE_ID, MASTER)))
PAGES = HEADER.written(KEYS.header)


def changed(offset: int, value: bytes, pages: bytes = PAGES) -> bytes:
    """Return both copies with other bytes at an offset and the right CRC."""
    page = pages[:offset] + value + pages[offset + len(value) : 4092]
    return (page + zlib.crc32(page).to_bytes(4)) * 2


def test_a_header_is_read_back_as_it_was_written() -> None:
    assert len(PAGES) == HEADERS
    assert Headers.read(PAGES) == Headers((HeaderPage(HEADER, PAGES[:PAGE]),), damaged=False)


def test_passphrase_and_recovery_words_open_the_same_keys() -> None:
    headers = Headers.read(PAGES)
    assert headers.pages[0].open("pass", None) == KEYS
    assert headers.pages[0].open(None, WORDS) == KEYS


def test_a_wrong_passphrase_and_other_words_are_told_as_such() -> None:
    headers = Headers.read(PAGES)
    with pytest.raises(WrongPassphrase, match="wrong-passphrase"):
        headers.pages[0].open("Pass", None)
    with pytest.raises(WrongPassphrase, match="wrong-recovery-words"):
        headers.pages[0].open(None, new_recovery_words())


def test_a_journal_without_recovery_words_says_so() -> None:
    headers = Headers.read(replace(HEADER, slots=(PASSPHRASE_SLOT,)).written(KEYS.header))
    with pytest.raises(WrongPassphrase, match="no-recovery-words"):
        headers.pages[0].open(None, WORDS)


@given(offset=st.integers(0, HEADERS - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_in_one_copy_is_damage_and_the_other_copy_opens(offset: int, bit: int) -> None:
    headers = Headers.read(flipped(PAGES, offset, bit))
    assert headers.damaged
    assert headers.header == HEADER


@given(offset=st.integers(0, PAGE - 1), bit=st.integers(0, 7))
def test_the_same_bit_flipped_in_both_copies_is_never_taken_for_a_journal(offset: int, bit: int) -> None:
    with pytest.raises((Damaged, NotAJournal)):
        Headers.read(flipped(flipped(PAGES, offset, bit), PAGE + offset, bit))


def test_of_two_good_copies_the_later_counts_and_it_is_damage() -> None:
    later = replace(HEADER, epoch=6).written(KEYS.header)
    for pages in (PAGES[:PAGE] + later[PAGE:], later[:PAGE] + PAGES[PAGE:]):
        headers = Headers.read(pages)
        assert headers.damaged
        assert headers.header.epoch == 6


@pytest.mark.parametrize(
    ("offset", "value"),
    [(8, b"\x00\x02"), (8, b"\xff\xff"), (16, b"\x00\x02"), (20, b"\x00\x00\x00\x01"), (20, b"\xff\xff\x80\x00")],
    ids=["major 2", "major 65535", "suite 2", "critical flag", "another critical flag"],
)
def test_what_a_later_format_needs_is_refused(offset: int, value: bytes) -> None:
    with pytest.raises(NewerFormat):
        Headers.read(changed(offset, value))


@pytest.mark.parametrize(("offset", "value"), [(10, b"\x00\x09"), (20, b"\x00\x01\x00\x00")], ids=["minor", "advisory"])
def test_what_a_later_format_only_adds_is_fine(offset: int, value: bytes) -> None:
    assert Headers.read(changed(offset, value)).header == HEADER


@pytest.mark.parametrize(
    ("offset", "value"),
    [(8, b"\0\0"), (12, b"\0\0\0\1"), (16, b"\0\0"), (18, b"\0\0"), (18, b"\0\x09"), (48 + 136 + 1, b"\x01")],
    ids=["major 0", "length", "suite 0", "no slots", "nine slots", "two slots of one id"],
)
def test_a_page_that_contradicts_itself_is_damage(offset: int, value: bytes) -> None:
    with pytest.raises(Damaged):
        Headers.read(changed(offset, value))


@pytest.mark.parametrize("cost", [b"\xff\xff\xff\xff", b"\x00\x20\x00\x01"])
def test_an_absurd_cost_is_refused_before_the_passphrase_is_asked(cost: bytes) -> None:
    with pytest.raises(CostRefused):
        Headers.read(changed(48 + 4, cost))


def test_a_page_changed_without_the_key_is_told_as_tampered() -> None:
    with pytest.raises(Tampered):
        Headers.read(changed(40, (9).to_bytes(8))).pages[0].open("pass", None)


def test_a_sealed_key_changed_without_the_key_is_told_as_tampered() -> None:
    last = 48 + 136 - 1
    with pytest.raises(Tampered):
        Headers.read(changed(last, bytes([PAGES[last] ^ 1]))).pages[0].open("pass", None)


def test_slots_of_unknown_kinds_are_passed_over() -> None:
    unknown = replace(PASSPHRASE_SLOT, kind=9, number=3, flags=7, cost=Cost(2**32 - 1, 0, 0))
    headers = Headers.read(replace(HEADER, slots=(unknown, *HEADER.slots)).written(KEYS.header))
    assert headers.pages[0].open("pass", None) == KEYS
    assert headers.header.slots[0] == unknown


def test_only_unknown_slots_are_from_a_newer_version() -> None:
    unknown = replace(PASSPHRASE_SLOT, kind=9)
    with pytest.raises(NewerFormat):
        Headers.read(replace(HEADER, slots=(unknown,)).written(KEYS.header))


def test_a_new_slot_takes_the_place_of_its_kind_and_a_free_number() -> None:
    slot = Slot.for_passphrase("other", CHEAP, HEADER.free_number(), FILE_ID, MASTER)
    header = HEADER.with_slot(slot)
    assert [each.kind for each in header.slots] == [2, 1]
    assert len({each.number for each in header.slots}) == 2
    assert Headers.read(header.written(KEYS.header)).pages[0].open("other", None) == KEYS


@given(taken=st.sets(st.integers(0, 255), max_size=8))
def test_a_new_slot_gets_the_lowest_number_that_is_not_taken(taken: set[int]) -> None:
    slots = tuple(replace(PASSPHRASE_SLOT, number=number) for number in taken)
    number = replace(HEADER, slots=slots).free_number()
    assert number not in taken
    assert set(range(1, number)) <= taken
    assert 1 <= number <= 9


@given(data=st.binary(max_size=200))
def test_other_files_are_not_journals(data: bytes) -> None:
    assume(not data.startswith(MAGIC))
    with pytest.raises(NotAJournal):
        Headers.read(data)
