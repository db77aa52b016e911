"""Test what can be known without the passphrase."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journal.errors import Damaged, NoJournal, NotAJournal
from journal.vault.crypto.keys import new_recovery_words
from journal.vault.format.header import HEADERS
from journal.vault.inspect_file import check, look
from tests.support.vault.journals import CHEAP, create, flipped, put, record_places, write_entries


def test_a_look_at_a_good_journal(path: Path) -> None:
    with create(path, recovery_words=new_recovery_words()) as vault:
        vault.commit([put(1)])
        seen = look(path)
        assert seen.holder
        assert seen.holder.what == "a script"
    seen = look(path)
    assert seen.exists
    assert seen.holder is None
    assert not any([seen.damaged, seen.newer, seen.foreign])
    assert seen.cost == CHEAP
    assert seen.has_recovery
    assert seen.saved_at == path.stat().st_mtime_ns // 1_000_000


def test_a_look_at_nothing_at_something_else_and_at_damage(path: Path) -> None:
    assert not look(path).exists
    path.write_bytes(b"Dear diary" * 1000)
    assert look(path).foreign
    path.unlink()
    write_entries(path, range(1))
    data = path.read_bytes()
    path.write_bytes(flipped(data, 100))
    assert look(path).damaged
    path.write_bytes(flipped(flipped(data, 100), 4096 + 100))
    assert look(path).damaged


def test_looking_and_checking_change_nothing(path: Path) -> None:
    write_entries(path, range(2))
    before = {file: file.read_bytes() for file in path.parent.glob("journal*")}
    look(path)
    check(path)
    assert {file: file.read_bytes() for file in path.parent.glob("journal*")} == before


def test_a_check_of_a_good_journal_counts_its_records(path: Path) -> None:
    write_entries(path, range(3))
    found = check(path)
    assert found.records == 4
    assert not any([found.damaged, found.unfinished, found.newer])


def test_a_check_finds_every_turned_bit(path: Path) -> None:
    write_entries(path, range(3))
    data = path.read_bytes()
    for at in range(0, len(data), 41):
        path.write_bytes(flipped(data, at, at % 8))
        found = check(path)
        assert found.damaged
        assert found.missing == (at >= HEADERS)
        assert found.header_damaged == (at < HEADERS)


def test_a_check_tells_an_unfinished_save_from_damage(path: Path) -> None:
    write_entries(path, range(3))
    data = path.read_bytes()
    start = record_places(data)[-1][0]
    path.write_bytes(data[: start + 1000])
    assert check(path).unfinished
    assert not check(path).damaged
    path.write_bytes(data[:start])
    assert not check(path).unfinished
    assert not check(path).damaged
    path.write_bytes(data[:HEADERS])
    assert check(path).damaged


def test_a_check_of_what_is_no_journal_says_so(path: Path) -> None:
    with pytest.raises(NoJournal):
        check(path)
    path.write_bytes(b"x" * 9000)
    with pytest.raises(NotAJournal):
        check(path)
    write_entries(path.with_name("b.rj"), range(1))
    data = path.with_name("b.rj").read_bytes()
    path.write_bytes(flipped(flipped(data, 100), 4096 + 100))
    with pytest.raises(Damaged):
        check(path)


def test_importing_the_vault_loads_no_cryptography() -> None:
    script = (
        "import sys, journal.vault.vault; print([name for name in ('cryptography', 'mnemonic') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
