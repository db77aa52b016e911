"""Check the published test vectors: the independent reader and the product agree on every file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import (
    BadKeyFile,
    CostRefused,
    Damaged,
    ErrorCode,
    NewerFormat,
    NotAJournal,
    Tampered,
    VaultError,
    WrongPassphrase,
    WrongWord,
)
from journal.vault.files.contents import Contents
from journal.vault.format.frames import NOTE, walk
from journal.vault.format.header import HEADERS, Headers
from journal.vault.healing import heal
from journal.vault.inbox import inbox_path
from journal.vault.key_file import decode
from journal.vault.vault import Vault
from tests.support.vault.agreement import verdict
from tests.support.vault.bases import LIST
from tests.support.vault.healing_reader import healed
from tests.support.vault.inbox_reader import read_inbox
from tests.support.vault.inbox_vectors import LIST as INBOX_LIST
from tests.support.vault.inbox_vectors import inboxes
from tests.support.vault.journals import flipped, record_places
from tests.support.vault.reader import opened as reader_opened
from tests.support.vault.reader import read_journal
from tests.support.vault.vectors import anchor_file, applied, expected, healed_by_reader, journals

LISTED: dict[str, Any] = json.loads(LIST.read_text(encoding="utf-8"))
JOURNALS = journals()
VECTORS = pytest.mark.parametrize("vector", LISTED["vectors"], ids=lambda vector: vector["name"].replace(" ", "-"))

HEALED = [vector for vector in LISTED["vectors"] if "healed" in vector["expect"]]

VERDICTS: list[tuple[type[VaultError], str]] = [
    (NotAJournal, "not a journal"),
    (NewerFormat, "newer version"),
    (CostRefused, "refused cost"),
    (Tampered, "tampered"),
    (Damaged, "unreadable"),
    (WrongPassphrase, "wrong passphrase"),
    (WrongWord, "wrong words"),
]
OF_KEY_FILES = {ErrorCode.KEY_FILE_DAMAGED: "damaged key file", ErrorCode.NEWER_KEY_FILE: "newer key file"}


def files(vector: dict[str, Any]) -> tuple[bytes, bytes, list[bytes]]:
    """Return the file of a vector, its anchor and its generations."""
    anchor = anchor_file(LISTED["anchors"][vector["anchor"]]) if "anchor" in vector else b""
    generations = [JOURNALS.get(name, b"") for name in vector.get("generations", [])]
    return applied(JOURNALS, vector["base"], vector.get("edits", [])), anchor, generations


def place(folder: Path, vector: dict[str, Any]) -> Path:
    """Write the file of a vector to a folder, with its generations and anchor."""
    data, anchor, generations = files(vector)
    path, anchors = folder / "j.rj", folder / "anchors"
    anchors.mkdir()
    (anchors / JOURNALS[vector["base"]][24:40].hex()).write_bytes(anchor)
    path.write_bytes(data)
    for number, generation in enumerate(generations, 1):
        path.with_name(f"j.rj.{number}").write_bytes(generation)
    return path


def opened(path: Path, vector: dict[str, Any]) -> dict[str, Any]:
    """Return what the product finds in the file at `path`."""
    passphrase, words = vector.get("passphrase"), vector.get("recovery_words")
    data, anchors = path.read_bytes(), path.parent / "anchors"
    try:
        secret = decode(vector["key_file"].encode()) if "key_file" in vector else None
        vault = Vault.open(path, passphrase, recovery_words=words, key_file=secret, read_only=True, anchors=anchors)
    except BadKeyFile as error:
        return {"verdict": OF_KEY_FILES.get(error.code, "no key file")}
    except VaultError as error:
        return {"verdict": next(word for kind, word in VERDICTS if isinstance(error, kind))}
    with vault:
        records = [record for _, record in walk(Contents.of(data), HEADERS, vault._file.sealer.read)]
        return {
            "verdict": verdict(vault.report),
            "missing": vault.report.missing,
            "missing_at_least": vault.report.missing_at_least,
            "behind": vault.report.behind or 0,
            "bad_copy": Headers.read(data[:HEADERS]).damaged,
            "notes": [json.loads(each.payload)["note"] for each in records if (each.kind, each.flags) == (NOTE, 0)],
            "tables": {name: dict(table) for name, table in vault.tables.items()},
        }


@VECTORS
def test_the_independent_reader_says_what_is_published(vector: dict[str, Any]) -> None:
    data, anchor, generations = files(vector)
    words, key_file = vector.get("recovery_words", ""), vector.get("key_file", "").encode()
    found = read_journal(data, vector.get("passphrase", ""), words, anchor, generations, key_file)
    healed = {"healed": healed_by_reader(data, vector["passphrase"], generations)} if vector in HEALED else {}
    assert expected(found) | healed == vector["expect"]


@VECTORS
def test_the_journal_says_what_is_published_and_changes_nothing(vector: dict[str, Any], tmp_path: Path) -> None:
    path = place(tmp_path, vector)
    healed = {name: value for name, value in vector["expect"].items() if name == "healed"}
    assert expected(opened(path, vector)) | healed == vector["expect"]
    assert path.read_bytes() == files(vector)[0]


@pytest.mark.parametrize("vector", HEALED, ids=lambda vector: vector["name"].replace(" ", "-"))
def test_the_journal_goes_on_with_what_is_published(vector: dict[str, Any], tmp_path: Path) -> None:
    path = place(tmp_path, vector)
    with Vault.open(path, vector["passphrase"], anchors=path.parent / "anchors") as vault:
        gave = [[int(copy.path.suffix[1:]), copy.documents, copy.certain] for copy in vault.healable_from]
        vault.accept_damage()
        tables = {name: dict(table) for name, table in vault.tables.items()}
    assert expected({"tables": tables}) | {"from": gave} == vector["expect"]["healed"]


def whole_edits(base: str, edits: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return the edits that can be done: each within the file as it is by then."""
    done: list[tuple[Any, ...]] = []
    for edit in edits:
        size = len(applied(JOURNALS, base, done))
        if edit[1] + (4096 if edit[0] in ("page", "frame") else 1) <= size:
            done.append(edit)
    return done


OFFSETS = st.integers(0, 110_000) | st.sampled_from(range(0, 110_000, 512)) | st.sampled_from(range(0, 40_960, 4096))
SIZES = st.sampled_from([1, 28, 512, 4096, 8192]) | st.integers(1, 20_000)
EDITS = st.lists(
    st.tuples(st.just("cut"), OFFSETS)
    | st.tuples(st.just("flip"), OFFSETS, st.integers(0, 7))
    | st.tuples(st.sampled_from(["zero", "remove", "zeros"]), OFFSETS, SIZES)
    | st.tuples(st.sampled_from(["set", "insert"]), OFFSETS, st.binary(min_size=1, max_size=9).map(bytes.hex))
    | st.tuples(st.just("copy"), OFFSETS, st.sampled_from(sorted(JOURNALS)), OFFSETS, SIZES)
    | st.tuples(st.sampled_from(["page", "frame"]), st.sampled_from(range(0, 40_960, 4096))),
    max_size=4,
)


@given(
    base=st.sampled_from(sorted(JOURNALS)), edits=EDITS, anchor=st.none() | st.sampled_from(sorted(LISTED["anchors"]))
)
def test_the_reader_and_the_journal_say_the_same_whatever_happens_to_a_file(
    tmp_path_factory: pytest.TempPathFactory, base: str, edits: list[tuple[Any, ...]], anchor: str | None
) -> None:
    vector = {"base": base, "edits": whole_edits(base, edits), "passphrase": LISTED["journals"][base]["passphrase"]}
    vector |= {"anchor": anchor} if anchor else {}
    data, seen, _ = files(vector)
    assert opened(place(tmp_path_factory.mktemp("j"), vector), vector) == read_journal(
        data, vector["passphrase"], "", seen
    )


RELATED = ("walk", "fork", "merged", "grown", "grown-1")
ROTTEN = st.tuples(st.sampled_from(RELATED), st.sets(st.integers(0, 7), max_size=3))


def rotten(name: str, numbers: set[int]) -> bytes:
    """Return a journal with a bit flipped in some of its records."""
    data, records = JOURNALS[name], record_places(JOURNALS[name])
    for number in numbers:
        data = flipped(data, records[number % len(records)][0] + 99)
    return data


@given(file=ROTTEN, generations=st.lists(ROTTEN, max_size=4))
def test_the_reader_and_the_journal_bring_back_the_same_from_whatever_stands_beside(
    tmp_path_factory: pytest.TempPathFactory,
    file: tuple[str, set[int]],
    generations: list[tuple[str, set[int]]],
) -> None:
    path, data = tmp_path_factory.mktemp("j") / "j.rj", rotten(*file)
    beside = [rotten(*each) for each in generations]
    path.write_bytes(data)
    for number, generation in enumerate(beside, 1):
        path.with_name(f"j.rj.{number}").write_bytes(generation)
    passphrase = LISTED["journals"][file[0]]["passphrase"]
    with Vault.open(path, passphrase, read_only=True) as vault:
        found = heal(vault._file)
    entries, gave = healed(reader_opened(data, passphrase)[0], beside)
    assert {(name, uid): each for name, table in found.state.tables.items() for uid, each in table.items()} == {
        place: entry for place, entry in entries.items() if isinstance(entry, dict)
    }
    assert {place: [each.time, each.revisions] for place, each in found.state.deleted.items()} == {
        place: entry for place, entry in entries.items() if isinstance(entry, list)
    }
    told = [(int(copy.path.suffix[1:]), copy.documents, copy.certain) for copy in found.copies]
    assert sorted(told) == sorted(gave)


def test_there_are_vectors_of_every_kind() -> None:
    kinds = Counter(vector["kind"] for vector in LISTED["vectors"])
    assert set(kinds) == {"good", "torn", "rotten", "forged", "future"}
    assert min(kinds.values()) >= 8
    assert kinds.total() >= 45


def test_the_journals_of_the_vectors_are_still_the_ones_first_published() -> None:
    digest = hashlib.sha256(b"".join(JOURNALS[name] for name in sorted(JOURNALS))).hexdigest()
    assert digest in (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
    assert sum(map(len, JOURNALS.values())) < 550_000


INBOXES: dict[str, Any] = json.loads(INBOX_LIST.read_text(encoding="utf-8"))
OF_INBOXES = pytest.mark.parametrize("vector", INBOXES["vectors"], ids=lambda vector: vector["name"].replace(" ", "-"))


def inbox_of(vector: dict[str, Any]) -> bytes:
    """Return the inbox of a vector."""
    return applied(inboxes(), vector["base"], vector.get("edits", []))


@OF_INBOXES
def test_the_independent_reader_says_of_an_inbox_what_is_published(vector: dict[str, Any]) -> None:
    found = read_inbox(inbox_of(vector), JOURNALS[INBOXES["journal"]], INBOXES["passphrase"])
    assert found == vector["expect"]


@OF_INBOXES
def test_the_journal_takes_in_of_an_inbox_what_is_published(vector: dict[str, Any], tmp_path: Path) -> None:
    path, expect = tmp_path / "j.rj", vector["expect"]
    path.write_bytes(JOURNALS[INBOXES["journal"]])
    inbox_path(path).write_bytes(inbox_of(vector))
    with Vault.open(path, INBOXES["passphrase"]) as vault:
        result = vault.take_in("captures")
        found = dict(vault.tables.get("captures", {}))
        documents = {uid: {"text": document["text"]} for uid, document in found.items()}
    assert documents == expect["captures"]
    assert (result.imported, result.set_aside, result.more) == (len(documents), expect["bad"], False)
    assert result.foreign_key == (expect["page"] == "foreign")


def test_the_inboxes_of_the_vectors_are_still_the_ones_first_published() -> None:
    digest = hashlib.sha256(b"".join(inboxes()[name] for name in sorted(inboxes()))).hexdigest()
    assert digest in (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
