"""Check that journals are as docs/format.md says: a reader written from that page alone can read them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import astuple

from journal.errors import Replaced
from journal.vault.crypto.keys import new_recovery_words
from journal.vault.format.payloads import Delete, Put
from journal.vault.vault import Vault
from tests.support.vault.journals import CHEAP, PASSPHRASE, copy, create, now, open_vault, put, record_places, uid
from tests.support.vault.reader import read_journal

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.fixture
def expected() -> Any:
    return json.loads((FIXTURES / "format-1.json").read_text(encoding="utf-8"))


def whole(tables: dict[str, Any], notes: list[str]) -> dict[str, Any]:
    """Return what the reader finds in an undamaged file."""
    found = {"verdict": "opens", "missing": 0, "missing_at_least": False, "behind": 0, "bad_copy": False}
    return found | {"notes": notes, "tables": tables}


def plain(vault: Vault) -> dict[str, Any]:
    """Return the content of a journal in the reader's form."""
    return {name: dict(table) for name, table in vault.tables.items()}


def write_everything(path: Path, recovery_words: str) -> dict[str, Any]:
    """Write a journal with every kind of record in it; return its content.

    This made `tests/fixtures/format-1.rj` once; that file is never made again.
    """
    with create(path, recovery_words=recovery_words) as vault:
        vault.commit([put(1), put(2, "a walk by the canal – 🌱"), Put("cravings", uid(3), {"intensity": 7})])
        vault.commit([put(4, "long " * 8000), Delete("entries", uid(1))])
        vault.change_keys(passphrase=PASSPHRASE, cost=CHEAP)
        vault.commit([put(5), Put("cravings", uid(3), {"intensity": 4, "helped": ["breath", "a call"], "x": 0.5})])
        vault.commit([Delete("entries", uid(2)), Delete("entries", uid(5)), put(5, "again")])
        return plain(vault)


def test_the_reader_reads_what_we_write_by_either_way_in(path: Path) -> None:
    words = new_recovery_words()
    tables = write_everything(path, words)
    data = path.read_bytes()
    assert read_journal(data, passphrase=PASSPHRASE) == whole(tables, ["the keys were changed"])
    assert read_journal(data + bytes(5000), words=words) == whole(tables, ["the keys were changed"])


def test_the_reader_reads_a_record_of_a_size_that_no_padding_reaches(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(1, "x" * 4_094_000)])
        vault.commit([put(2)])
        tables = plain(vault)
    data = path.read_bytes()
    assert [end - start for start, end in record_places(data)] == [4096, 4_104_192, 4096]
    assert read_journal(data, PASSPHRASE) == whole(tables, [])


def test_the_reader_reads_generations_and_forks_too(path: Path) -> None:
    tables = write_everything(path, new_recovery_words())
    with Vault.open(path, PASSPHRASE, now=now) as vault:
        vault.compact()
        path.unlink()
        with pytest.raises(Replaced) as caught:
            vault.commit([Put("cravings", uid(9), {})])
    generation = read_journal(path.with_name(path.name + ".1").read_bytes(), PASSPHRASE)
    fork = read_journal(caught.value.fork.read_bytes(), PASSPHRASE)
    assert generation == whole(tables, ["the keys were changed"])
    assert fork["verdict"] == "opens"
    assert fork["tables"].keys() == tables.keys()
    assert uid(9) in fork["tables"]["cravings"]


def test_the_reader_reads_what_merging_and_a_new_master_key_make(path: Path, tmp_path: Path) -> None:
    write_everything(path, new_recovery_words())
    stick = copy(path, tmp_path / "stick")
    for place, text in ((path, "here"), (stick, "there")):
        with open_vault(place) as vault:
            vault.commit([put(5, text), put(6 if place == path else 7)])
    words = new_recovery_words()
    with open_vault(path) as vault:
        vault.merge(stick)
        merged = read_journal(path.read_bytes(), PASSPHRASE)
        assert merged == whole(plain(vault), ["merged with another copy"])
        assert {"here", "there"} < {document["text"] for document in merged["tables"]["entries"].values()}
        vault.change_master_key("a new one", recovery_words=words, cost=CHEAP)
        vault.commit([put(8)])
        tables = plain(vault)
    notes = ["sealed anew under a new master key"]
    assert read_journal(path.read_bytes(), "a new one") == whole(tables, notes)
    assert read_journal(path.read_bytes(), words=words) == whole(tables, notes)
    assert read_journal(path.read_bytes(), PASSPHRASE) == {"verdict": "wrong passphrase"}
    assert read_journal(path.with_name(path.name + ".1").read_bytes(), PASSPHRASE) == {"verdict": "wrong passphrase"}


def test_the_reader_reads_the_journal_of_the_first_format(expected: Any) -> None:
    data = (FIXTURES / "format-1.rj").read_bytes()
    assert read_journal(data, passphrase=expected["passphrase"]) == whole(expected["tables"], expected["notes"])
    assert read_journal(data, words=expected["recovery_words"]) == whole(expected["tables"], expected["notes"])


def test_the_journal_of_the_first_format_opens(expected: Any, tmp_path: Path) -> None:
    path = copy(FIXTURES / "format-1.rj", tmp_path / "copy")
    with Vault.open(path, expected["passphrase"]) as vault:
        assert vault.tables == expected["tables"]
        assert not any(astuple(vault.report))
        vault.compact()
    with Vault.open(path, recovery_words=expected["recovery_words"]) as vault:
        assert vault.tables == expected["tables"]


def test_the_published_vectors_are_those_of_the_tests() -> None:
    from tests.vault.crypto.test_cobblestone import VECTOR
    from tests.vault.crypto.test_keys import ARGON2ID

    page = (FIXTURES.parent.parent / "docs" / "format.md").read_text(encoding="utf-8")
    published = re.sub(r"\s", "", page)
    assert VECTOR in published
    assert ARGON2ID in published
