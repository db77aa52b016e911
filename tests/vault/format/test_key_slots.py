"""Check key slots over the life of a journal: a renewed slot always opens, and one that would not replaces nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from msgspec.structs import astuple, replace

from journal.errors import NotSaved
from journal.file_facts import Cost
from journal.vault.crypto import keys
from journal.vault.crypto.keys import new_recovery_words
from journal.vault.format.header import HEADERS, Header, Headers, Slot
from journal.vault.vault import Vault
from tests.support.vault.journals import CHEAP, PASSPHRASE, create, entries, now, open_vault, put, texts, whole_file
from tests.support.vault.model import Model
from tests.support.vault.survival import PLACE

RENEWALS = 300
SEALING = Slot._sealing

Break = tuple[object, str, Callable[..., object]]


def numbers(page: bytes) -> list[int]:
    """Return the ids of the slots in the first page."""
    return [slot.number for slot in Headers.read(page[:HEADERS]).header.slots]


def is_whole(path: Path, passphrase: str | None = None, *, recovery_words: str | None = None) -> bool:
    """Return whether the journal opens with these, undamaged and with its one entry."""
    with Vault.open(path, passphrase, recovery_words=recovery_words, read_only=True) as vault:
        return texts(vault) == entries(range(1)) and not any(astuple(vault.report))


def test_after_hundreds_of_renewals_of_only_the_recovery_words_the_journal_opens_in_both_ways() -> None:
    disk, words = Model(), [new_recovery_words() for _ in range(RENEWALS)]
    disk.make_directory(PLACE.parent)
    with Vault.create(PLACE, PASSPHRASE, recovery_words=new_recovery_words(), cost=CHEAP, disk=disk, now=now) as vault:
        vault.commit([put(0)])
        for each in words:
            vault.change_keys(recovery_words=each)
            assert len(set(numbers(whole_file(disk, PLACE)))) == 2
    for passphrase, last in ((PASSPHRASE, None), (None, words[-1])):
        with Vault.open(PLACE, passphrase, recovery_words=last, disk=disk, now=now) as vault:
            assert texts(vault) == entries(range(1))


def same_number_again(header: Header) -> int:
    """`Header.free_number` that returns a number in use."""
    return header.slots[0].number if header.slots else 1


def another_master(slot: Slot, key: bytes, file_id: bytes, master: bytes) -> Slot:
    """`Slot._sealing` that seals another key."""
    return SEALING(slot, key, file_id, bytes(32))


def another_key(slot: Slot, key: bytes, file_id: bytes, master: bytes) -> Slot:
    """`Slot._sealing` that seals with something else than the passphrase or the words."""
    return replace(SEALING(slot, bytes(32), file_id, master), key=key)


BROKEN = pytest.mark.parametrize(
    "broken",
    [(Header, "free_number", same_number_again), (Slot, "_sealing", another_master), (Slot, "_sealing", another_key)],
    ids=["an id twice", "another master key", "another slot key"],
)


@BROKEN
def test_a_slot_that_would_not_open_replaces_nothing(path: Path, broken: Break) -> None:
    words = new_recovery_words()
    with create(path, recovery_words=words) as vault:
        vault.commit([put(0)])
        before = path.read_bytes()
        with patch.object(*broken), pytest.raises(NotSaved, match="not-read-back"):
            vault.change_keys(recovery_words=new_recovery_words())
        assert path.read_bytes() == before
        assert not path.with_name(path.name + ".new").exists()
        assert not path.with_name(path.name + ".1").exists()
    assert is_whole(path, PASSPHRASE)
    assert is_whole(path, recovery_words=words)


@BROKEN
def test_a_new_journal_with_a_slot_that_would_not_open_is_not_made(path: Path, broken: Break) -> None:
    with patch.object(*broken), pytest.raises(NotSaved, match="not-read-back"):
        create(path, recovery_words=new_recovery_words())
    assert not path.exists()
    with create(path) as vault:
        vault.commit([put(0)])
    assert is_whole(path, PASSPHRASE)


def test_reading_back_derives_no_key_a_second_time(path: Path) -> None:
    derived: list[str] = []
    derive = keys.from_passphrase

    def counted(passphrase: str, salt: bytes, cost: Cost) -> bytes:
        derived.append(passphrase)
        return derive(passphrase, salt, cost)

    with create(path) as vault:
        with patch.object(keys, "from_passphrase", counted):
            vault.change_keys(passphrase="a new one", cost=CHEAP)
        assert derived == ["a new one"]
        assert not any(slot.key for slot in vault._file.header.slots), "a slot key stays in memory"
    with open_vault(path.with_name(path.name + ".1")) as vault:
        assert texts(vault) == {}
