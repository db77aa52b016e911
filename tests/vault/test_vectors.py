"""The published test vectors: the independent reader and the product say the same of every file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from journal.vault.errors import (
    CostRefused,
    Damaged,
    NewerFormat,
    NotAJournal,
    Tampered,
    VaultError,
    WrongPassphrase,
    WrongWord,
)
from journal.vault.frames import NOTE, walk
from journal.vault.header import HEADERS, Headers
from journal.vault.vault import Report, Vault
from tests.vault.bases import LIST
from tests.vault.reader import read_journal
from tests.vault.vectors import anchor_file, applied, expected, journals

LISTED: dict[str, Any] = json.loads(LIST.read_text(encoding="utf-8"))
JOURNALS = journals()
VECTORS = pytest.mark.parametrize("vector", LISTED["vectors"], ids=lambda vector: vector["name"].replace(" ", "-"))

VERDICTS: list[tuple[type[VaultError], str]] = [
    (NotAJournal, "not a journal"),
    (NewerFormat, "newer version"),
    (CostRefused, "refused cost"),
    (Tampered, "tampered"),
    (Damaged, "unreadable"),
    (WrongPassphrase, "wrong passphrase"),
    (WrongWord, "wrong words"),
]


def files(vector: dict[str, Any]) -> tuple[bytes, bytes, list[bytes]]:
    """The file of a vector, the anchor and the generations beside it."""
    anchor = anchor_file(LISTED["anchors"][vector["anchor"]]) if "anchor" in vector else b""
    generations = [JOURNALS[name] for name in vector.get("generations", [])]
    return applied(JOURNALS, vector["base"], vector.get("edits", [])), anchor, generations


def verdict(report: Report) -> str:
    """The word of the format for what opening found."""
    said = {
        "newer": report.newer,
        "damaged": report.unreadable,
        "older": report.behind,
        "forked": report.forked,
        "unfinished": report.unfinished,
    }
    return next((word for word, applies in said.items() if applies), "opens")


def opened(path: Path, vector: dict[str, Any], anchors: Path) -> dict[str, Any]:
    """What the product says of the file at `path`."""
    passphrase, words = vector.get("passphrase"), vector.get("recovery_words")
    data = path.read_bytes()
    try:
        vault = Vault.open(path, passphrase, recovery_words=words, read_only=True, anchors=anchors)
    except VaultError as error:
        return {"verdict": next(word for kind, word in VERDICTS if isinstance(error, kind))}
    with vault:
        records = [record for _, record in walk(data, HEADERS, vault._file.sealer.read)]
        return {
            "verdict": verdict(vault.report),
            "missing": vault.report.missing,
            "behind": vault.report.behind or 0,
            "bad_copy": Headers.read(data[:HEADERS]).damaged,
            "notes": [json.loads(each.payload)["note"] for each in records if (each.kind, each.flags) == (NOTE, 0)],
            "tables": vault.tables,
        }


@VECTORS
def test_the_independent_reader_says_what_is_published(vector: dict[str, Any]) -> None:
    data, anchor, generations = files(vector)
    found = read_journal(data, vector.get("passphrase", ""), vector.get("recovery_words", ""), anchor, generations)
    assert expected(found) == vector["expect"]


@VECTORS
def test_the_journal_says_what_is_published_and_changes_nothing(vector: dict[str, Any], tmp_path: Path) -> None:
    data, anchor, generations = files(vector)
    path, anchors = tmp_path / "j.rj", tmp_path / "anchors"
    anchors.mkdir()
    (anchors / JOURNALS[vector["base"]][24:40].hex()).write_bytes(anchor)
    path.write_bytes(data)
    for number, generation in enumerate(generations, 1):
        path.with_name(f"j.rj.{number}").write_bytes(generation)
    assert expected(opened(path, vector, anchors)) == vector["expect"]
    assert path.read_bytes() == data


def test_there_are_vectors_of_every_kind() -> None:
    kinds = Counter(vector["kind"] for vector in LISTED["vectors"])
    assert set(kinds) == {"good", "torn", "rotten", "forged", "future"}
    assert min(kinds.values()) >= 8
    assert kinds.total() >= 45


def test_the_journals_of_the_vectors_are_still_the_ones_first_published() -> None:
    digest = hashlib.sha256(b"".join(JOURNALS[name] for name in sorted(JOURNALS))).hexdigest()
    assert digest in (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
    assert sum(map(len, JOURNALS.values())) < 500_000
