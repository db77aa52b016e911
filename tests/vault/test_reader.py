"""Journals are what docs/format.md says: a reader written from it alone reads them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from journal.vault.errors import Replaced
from journal.vault.keys import new_recovery_words
from journal.vault.vault import Delete, Put, Vault
from tests.vault.journals import CHEAP, PASSPHRASE, copy, create, now, put, uid
from tests.vault.reader import read_journal

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.fixture
def expected() -> Any:
    return json.loads((FIXTURES / "format-1.json").read_text(encoding="utf-8"))


def write_everything(path: Path, recovery_words: str) -> dict[str, Any]:
    """A journal with every kind of record in it; returns what it holds.

    `tests/fixtures/format-1.rj` was made by it, once, and is never made again.
    """
    with create(path, recovery_words=recovery_words) as vault:
        vault.commit([put(1), put(2, "a walk by the canal – 🌱"), Put("cravings", uid(3), {"intensity": 7})])
        vault.commit([put(4, "long " * 8000), Delete("entries", uid(1))])
        vault.change_keys(passphrase=PASSPHRASE, cost=CHEAP)
        vault.commit([put(5), Put("cravings", uid(3), {"intensity": 4, "helped": ["breath", "a call"], "x": 0.5})])
        vault.commit([Delete("entries", uid(2)), Delete("entries", uid(5)), put(5, "again")])
        return {name: dict(table) for name, table in vault.tables.items()}


def test_the_reader_reads_what_we_write_by_either_way_in(path: Path) -> None:
    words = new_recovery_words()
    tables = write_everything(path, words)
    data = path.read_bytes()
    assert read_journal(data, passphrase=PASSPHRASE) == (tables, ["the keys were changed"])
    assert read_journal(data + bytes(5000), words=words) == (tables, ["the keys were changed"])


def test_the_reader_reads_generations_and_forks_too(path: Path) -> None:
    tables = write_everything(path, new_recovery_words())
    with Vault.open(path, PASSPHRASE, now=now) as vault:
        vault.compact()
        path.unlink()
        with pytest.raises(Replaced) as caught:
            vault.commit([Put("cravings", uid(9), {})])
    generation, _ = read_journal(path.with_name(path.name + ".1").read_bytes(), passphrase=PASSPHRASE)
    fork, _ = read_journal(caught.value.fork.read_bytes(), passphrase=PASSPHRASE)
    assert generation == tables
    assert fork.keys() == tables.keys()
    assert uid(9) in fork["cravings"]


def test_the_reader_reads_the_journal_of_the_first_release(expected: Any) -> None:
    data = (FIXTURES / "format-1.rj").read_bytes()
    assert read_journal(data, passphrase=expected["passphrase"]) == (expected["tables"], expected["notes"])
    assert read_journal(data, words=expected["recovery_words"])[0] == expected["tables"]


def test_the_journal_of_the_first_release_opens(expected: Any, tmp_path: Path) -> None:
    path = copy(FIXTURES / "format-1.rj", tmp_path / "copy")
    with Vault.open(path, expected["passphrase"]) as vault:
        assert vault.tables == expected["tables"]
        assert not any(vars(vault.report).values())
        vault.compact()
    with Vault.open(path, recovery_words=expected["recovery_words"]) as vault:
        assert vault.tables == expected["tables"]


def test_the_published_vectors_are_those_of_the_tests() -> None:
    from tests.vault.test_cobblestone import VECTOR
    from tests.vault.test_keys import ARGON2ID

    page = (FIXTURES.parent.parent / "docs" / "format.md").read_text(encoding="utf-8")
    published = re.sub(r"\s", "", page)
    assert VECTOR in published
    assert ARGON2ID in published
