"""Check a power cut at any step: everything confirmed is there, and every sync is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.errors import VaultError, WrongPassphrase
from journal.vault.files.disk import Disk
from journal.vault.vault import Vault
from tests.support.extent import long
from tests.support.vault.disks import every_outcome
from tests.support.vault.journals import CHEAP, create, entries, open_vault, put, texts, write_entries

Act = Callable[[Path, Disk], object]

BOTH = pytest.mark.parametrize("lie", ["sync", "sync_directory"])


@pytest.fixture
def written(path: Path) -> bytes:
    """Make a journal of three entries."""
    write_entries(path, range(3))
    return path.read_bytes()


def save(path: Path, disk: Disk) -> None:
    """Add an entry."""
    open_vault(path, disk=disk).commit([put(3)])


def compact(path: Path, disk: Disk) -> None:
    """Compact the journal and add an entry."""
    vault = open_vault(path, disk=disk)
    vault.compact()
    vault.commit([put(3)])


def change_passphrase(path: Path, disk: Disk) -> None:
    """Change the passphrase and forget what the first one opens."""
    open_vault(path, disk=disk).change_keys(passphrase="new", cost=CHEAP, forget_generations=True)


def make(path: Path, disk: Disk) -> None:
    """Make a journal where none was."""
    create(path, disk=disk)


def is_kept(path: Path, *, finished: bool) -> bool:
    """Return whether the journal opens undamaged with exactly what was confirmed."""
    try:
        with open_vault(path) as vault:
            allowed = [entries(range(4))] if finished else [entries(range(3)), entries(range(4))]
            return texts(vault) in allowed and not vault.report.damaged
    except VaultError:
        return False


def opens_empty(path: Path) -> bool:
    """Return whether a journal without entries is there."""
    try:
        with open_vault(path) as vault:
            return not vault.report.damaged and not texts(vault)
    except VaultError:
        return False


@pytest.mark.parametrize("act", [save, compact])
def test_after_a_power_cut_all_that_was_confirmed_is_there(tmp_path: Path, written: bytes, act: Act) -> None:
    for finished, path in every_outcome(tmp_path, written, act):
        assert is_kept(path, finished=finished), path


@pytest.mark.parametrize(("act", "lie"), [(save, "sync"), long(compact, "sync"), (compact, "sync_directory")])
def test_without_one_of_its_syncs_something_confirmed_is_lost(
    tmp_path: Path, written: bytes, act: Act, lie: str
) -> None:
    outcomes = every_outcome(tmp_path, written, act, lying=(lie,))
    assert not all(is_kept(path, finished=finished) for finished, path in outcomes)


def test_a_new_journal_is_whole_or_not_there(tmp_path: Path) -> None:
    for finished, path in every_outcome(tmp_path, None, make):
        assert opens_empty(path) or (not finished and not path.exists()), path


@BOTH
def test_a_new_journal_needs_its_syncs(tmp_path: Path, lie: str) -> None:
    outcomes = every_outcome(tmp_path, None, make, lying=(lie,))
    assert not all(opens_empty(path) or (not finished and not path.exists()) for finished, path in outcomes)


def passphrases(path: Path) -> Iterator[str]:
    """Yield the passphrases that open the journal."""
    for passphrase in ("a sober morning", "new"):
        try:
            with Vault.open(path, passphrase, read_only=True) as vault:
                assert texts(vault) == entries(range(3))
            yield passphrase
        except WrongPassphrase:
            continue


def test_after_a_power_cut_either_the_old_or_the_new_passphrase_opens(tmp_path: Path, written: bytes) -> None:
    for finished, path in every_outcome(tmp_path, written, change_passphrase):
        opening = list(passphrases(path))
        assert opening == ["new"] if finished else len(opening) == 1
        for copy in path.parent.glob("j.rj.[123]"):
            assert list(passphrases(copy)) == ["new"] or not finished


def open_only(path: Path, disk: Disk) -> None:
    """Open the journal, which sets an unfinished save aside."""
    open_vault(path, disk=disk)


def keeps_the_tail(path: Path, torn: bytes) -> bool:
    """Return whether the bytes of the unfinished save are in the journal or next to it, and nothing else is lost."""
    tail = torn[-4096 + 9 :]
    kept = [file.read_bytes() for file in path.parent.glob("j.rj.torn-*")]
    there = path.read_bytes().startswith(torn) or tail in kept
    with open_vault(path) as vault:
        return there and texts(vault) == entries(range(2)) and not vault.report.damaged


def test_an_unfinished_save_is_in_the_journal_or_beside_it_whenever_the_power_goes(
    tmp_path: Path, written: bytes
) -> None:
    torn = written[:-9]
    for _, path in every_outcome(tmp_path, torn, open_only):
        assert keeps_the_tail(path, torn), path


@BOTH
def test_setting_an_unfinished_save_aside_needs_its_syncs(tmp_path: Path, written: bytes, lie: str) -> None:
    torn = written[:-9]
    outcomes = every_outcome(tmp_path, torn, open_only, lying=(lie,))
    assert not all(keeps_the_tail(path, torn) for _, path in outcomes)
