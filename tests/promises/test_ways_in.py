"""Check that a journal opens in the ways that its owner made and in no other, and what a guess costs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from journal.domain.entries import Entry
from journal.errors import WrongPassphrase
from journal.file_facts import Cost
from journal.store.journal import Journal
from journal.store.maintenance import restore
from journal.store.new_secrets import new_recovery_words
from journal.vault.files.disk import Disk
from journal.vault.format.header import KEY_FILE, PASSPHRASE, RECOVERY, Slot
from journal.vault.inspect_file import read_headers
from tests.conftest import CHEAP

MEASURED = Cost(64, 2, 1)
"""Stands for the cost of a guess that was measured on this computer."""


def slots(path: Path) -> tuple[Slot, ...]:
    """Return what opens a journal, as anyone who has the file can see it."""
    return read_headers(Disk(), path).header.slots


def kinds(path: Path) -> Counter[int]:
    return Counter(slot.kind for slot in slots(path))


def opens(path: Path, passphrase: str) -> bool:
    try:
        Journal.open(path, passphrase, read_only=True).close()
    except WrongPassphrase:
        return False
    return True


def test_nothing_opens_a_journal_but_what_was_made(path: Path, tmp_path: Path) -> None:
    """There is no key of anyone else's."""
    with Journal.create(path, "one", cost=CHEAP) as journal:
        assert kinds(path) == {PASSPHRASE: 1}
        journal.set_recovery_words(new_recovery_words())
        assert kinds(path) == {PASSPHRASE: 1, RECOVERY: 1}
        journal.make_key_file(tmp_path / "key.txt")
        journal.set_passphrase("two", cost=CHEAP)
        journal.set_recovery_words(new_recovery_words())
        assert kinds(path) == {PASSPHRASE: 1, RECOVERY: 1, KEY_FILE: 1}
        journal.end_key_file()
        assert kinds(path) == {PASSPHRASE: 1, RECOVERY: 1}
        journal.set_master_key("three", cost=CHEAP)
        assert kinds(path) == {PASSPHRASE: 1}


def test_a_guess_costs_a_quarter_of_a_gigabyte_or_what_was_measured(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cost is measured wherever a passphrase is set; `tests/vault/crypto/test_keys.py` checks how."""
    assert Cost.STANDARD.memory_kib == 256 * 1024
    for module in ("journal", "maintenance"):
        monkeypatch.setattr(f"journal.store.{module}.calibrated", lambda: MEASURED)
    with Journal.create(path, "one") as journal:
        assert [slot.cost for slot in slots(path)] == [MEASURED]
        journal.set_passphrase("two", cost=CHEAP)
        journal.set_passphrase("three")
        assert [slot.cost for slot in slots(path)] == [MEASURED]
        journal.set_master_key("four", cost=CHEAP)
        journal.set_master_key("five")
        assert [slot.cost for slot in slots(path)] == [MEASURED]


def test_an_earlier_copy_and_a_backup_open_with_what_opened_them_then(path: Path, tmp_path: Path) -> None:
    backup, earlier = tmp_path / "backup.rj", path.with_name(f"{path.name}.1")
    with Journal.create(path, "old", cost=CHEAP) as journal:
        journal.entries.add(Entry(text="quiet"))
        journal.backup(backup)
        journal.set_passphrase("new", cost=CHEAP)
    for file, passphrase in ((path, "new"), (earlier, "old"), (backup, "old")):
        assert [opens(file, words) for words in ("old", "new")] == [words == passphrase for words in ("old", "new")]
    restore(backup, path)
    assert (opens(path, "old"), opens(path, "new")) == (True, False)


def test_merging_changes_nothing_about_what_opens_the_journal(path: Path, tmp_path: Path) -> None:
    with Journal.create(path, "here", new_recovery_words(), cost=CHEAP) as journal:
        other = tmp_path / "other.rj"
        journal.backup(other)
        with Journal.open(other, "here", anchors=tmp_path / "anchors") as there:
            there.set_passphrase("there", cost=CHEAP)
            there.make_key_file(tmp_path / "key.txt")
            there.entries.add(Entry(text="written there"))
        before = slots(path)
        journal.merge(other)
        assert [entry.text for entry in journal.entries] == ["written there"]
        assert slots(path) == before
