"""Test creating, opening and changing a journal file."""

from __future__ import annotations

import os
import stat
import unicodedata
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from journal.errors import AlreadyExists, NoJournal, NotAJournal, ReadOnly, TooLarge, VaultError, WrongPassphrase
from journal.vault.crypto.keys import new_recovery_words
from journal.vault.format.payloads import Delete, Put
from journal.vault.inbox import capture
from journal.vault.vault import Vault
from tests.support.vault.journals import (
    CHEAP,
    PASSPHRASE,
    copy,
    create,
    entries,
    now,
    open_vault,
    put,
    record_places,
    texts,
    uid,
    write_entries,
)


def modes(folder: Path) -> dict[str, int]:
    """Return the permission bits of everything in a folder."""
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


def test_what_was_committed_is_there_after_opening_again(path: Path) -> None:
    write_entries(path, range(5))
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(5))
        assert not any(astuple(vault.report))
        assert not vault.read_only


def test_one_commit_is_one_record_however_many_changes(path: Path) -> None:
    with create(path) as vault:
        size = path.stat().st_size
        vault.commit([put(1), put(2), put(3), Delete("entries", uid(1))])
        assert len(record_places(path.read_bytes())) == 2
        assert path.stat().st_size == size + 4096
        assert texts(vault) == entries(range(2, 4))


def test_an_empty_commit_writes_nothing(path: Path) -> None:
    with create(path) as vault:
        before = path.read_bytes()
        vault.commit([])
        assert path.read_bytes() == before


def test_documents_get_their_time_and_revisions_and_the_callers_copy_stays_as_it_was(path: Path) -> None:
    document: dict[str, Any] = {"text": "a"}
    with create(path) as vault:
        vault.commit([Put("entries", uid(1), document)])
        stored = vault.tables["entries"][uid(1)]
    assert document == {"text": "a"}
    assert stored["text"] == "a"
    assert stored["updated_at"] > 1_700_000_000_000
    assert len(stored["revisions"]) == 1


def test_text_of_every_kind_survives(path: Path) -> None:
    text = "Ü\u0000\u202e𝔘 [/bold] \x1b[31m" + "long " * 200_000
    with create(path) as vault:
        vault.commit([put(1, text), put(2, "half \ud800")])
    with open_vault(path) as vault:
        assert texts(vault) == {1: text, 2: "half \ufffd"}


def test_a_document_over_8_mib_is_refused_and_changes_nothing(path: Path) -> None:
    with create(path) as vault:
        before = path.read_bytes()
        with pytest.raises(TooLarge):
            vault.commit([put(1), put(2, "x" * 8 * 1024 * 1024)])
        assert path.read_bytes() == before
        assert texts(vault) == {}


def test_a_change_too_large_for_a_record_replaces_the_whole_file(path: Path) -> None:
    large = {number: str(number) * 6_000_000 for number in range(1, 4)}
    with create(path) as vault:
        vault.commit([put(9)])
        vault.commit([put(number, text) for number, text in large.items()])
        assert texts(vault) == large | entries(range(9, 10))
        assert path.with_name(path.name + ".1").exists()
        vault.commit([put(10)])
    with open_vault(path) as vault:
        assert texts(vault) == large | entries(range(9, 11))


@pytest.mark.parametrize("bad", [{"n": 2**60}, {"n": float("nan")}, {"n": b"x"}, {1: "x"}])
def test_a_commit_that_the_format_cannot_hold_changes_nothing(path: Path, bad: dict[Any, Any]) -> None:
    with create(path) as vault:
        before = path.read_bytes()
        with pytest.raises((ValueError, TypeError)):
            vault.commit([put(1), Put("entries", uid(2), bad)])
        assert path.read_bytes() == before
        assert texts(vault) == {}


def test_it_opens_with_the_passphrase_however_it_was_composed(path: Path) -> None:
    phrase = "Brücke über Ärger"
    Vault.create(path, unicodedata.normalize("NFC", phrase), cost=CHEAP).close()
    Vault.open(path, unicodedata.normalize("NFD", phrase)).close()


def test_a_wrong_passphrase_is_told_and_lets_go_of_the_lock(path: Path) -> None:
    write_entries(path, range(2))
    with pytest.raises(WrongPassphrase):
        Vault.open(path, "another")
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))


def test_an_empty_passphrase_makes_no_journal(path: Path) -> None:
    with pytest.raises(ValueError, match="passphrase"):
        Vault.create(path, "", cost=CHEAP)
    assert not path.exists()


def test_recovery_words_open_it_and_take_a_new_passphrase(path: Path) -> None:
    words = new_recovery_words()
    with create(path, recovery_words=words) as vault:
        assert vault.has_recovery
        vault.commit([put(1)])
    with Vault.open(path, recovery_words=words) as vault:
        vault.change_keys(passphrase="a new one", cost=CHEAP)
        vault.commit([put(2)])
    with pytest.raises(WrongPassphrase):
        open_vault(path)
    with Vault.open(path, "a new one") as vault:
        assert texts(vault) == entries(range(1, 3))
        assert vault.has_recovery


def test_recovery_words_can_be_made_later(path: Path) -> None:
    words = new_recovery_words()
    with create(path) as vault:
        before = vault.has_recovery
        vault.commit([put(1)])
        vault.change_keys(recovery_words=words)
        assert (before, vault.has_recovery) == (False, True)
    with Vault.open(path, recovery_words=words) as vault:
        assert texts(vault) == entries(range(1, 2))
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(1, 2))


def test_new_keys_leave_nothing_beside_that_the_old_ones_open(path: Path) -> None:
    write_entries(path, range(2))
    beside = [path.with_name(f"{path.name}.{ending}") for ending in ("torn-1-2-abcd", "fork-1-2-abcd")]
    other = path.with_name("other.rj.torn-1-2-abcd")
    for file in (*beside, other):
        file.write_bytes(b"sealed")
    with open_vault(path) as vault:
        for _ in range(3):
            vault.compact()
        vault.change_keys(passphrase="a new one", cost=CHEAP, forget_generations=True)
        vault.commit([put(2)])
    assert sorted(file.name for file in path.parent.glob(path.name + "*")) == [
        path.name + ending for ending in ("", ".1", ".inbox", ".lock", ".reserve")
    ]
    assert other.exists()
    with Vault.open(path, "a new one") as vault:
        assert texts(vault) == entries(range(3))
    with Vault.open(path.with_name(path.name + ".1"), "a new one") as vault:
        assert texts(vault) == entries(range(2))


def test_a_journal_is_never_made_over_something_else(path: Path) -> None:
    path.write_bytes(b"something")
    with pytest.raises(AlreadyExists):
        create(path)
    assert path.read_bytes() == b"something"


def test_a_journal_is_never_made_through_a_link(path: Path) -> None:
    path.symlink_to(path.with_name("elsewhere"))
    with pytest.raises(AlreadyExists):
        create(path)
    assert not path.with_name("elsewhere").exists()


def test_a_file_that_appears_while_the_key_is_derived_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journal.vault import open_file

    real = open_file.empty_file

    def slow(*args: Any) -> Any:
        path.write_bytes(b"something")
        return real(*args)

    monkeypatch.setattr("journal.vault.vault.empty_file", slow)
    with pytest.raises(AlreadyExists):
        create(path)
    assert path.read_bytes() == b"something"


def test_what_is_made_is_for_the_person_alone_whatever_the_umask(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    old = os.umask(0)
    try:
        with create(folder / "j.rj", anchors=tmp_path / "state") as vault:
            vault.commit([put(1)])
            vault.compact()
            capture(folder / "j.rj", put(2))
            assert vault.take_in("captures").set_aside
            capture(folder / "j.rj", put(2))
    finally:
        os.umask(old)
    assert set(modes(folder).values()) == {0o600}
    assert len(modes(folder)) == 7
    assert set(modes(tmp_path / "state").values()) == {0o600}
    assert modes(tmp_path)["new"] == modes(tmp_path)["state"] == modes(tmp_path / "new")["folder"] == 0o700


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    create(tmp_path / "j.rj").close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_nothing_there_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    for place in (tmp_path / "j.rj", tmp_path / "no" / "folder" / "j.rj"):
        with pytest.raises(NoJournal):
            open_vault(place)
    assert list(tmp_path.glob("j*")) == []


def test_links_folders_and_pipes_are_refused_and_nothing_is_made(tmp_path: Path, path: Path) -> None:
    write_entries(path, range(1))
    link, folder, pipe = tmp_path / "link.rj", tmp_path / "folder.rj", tmp_path / "pipe.rj"
    link.symlink_to(path)
    folder.mkdir()
    os.mkfifo(pipe)
    for place in (link, folder, pipe):
        with pytest.raises(NotAJournal):
            open_vault(place)
    assert not list(tmp_path.glob("*.rj.lock")) or [file.name for file in tmp_path.glob("*.rj.lock")] == [
        path.name + ".lock"
    ]


def test_another_file_is_refused_and_left_alone(path: Path) -> None:
    path.write_bytes(b"Dear diary\n" * 1000)
    with pytest.raises(NotAJournal):
        open_vault(path)
    assert [file.name for file in path.parent.glob(path.name + "*")] == [path.name]


def test_reading_only_changes_nothing_and_refuses_every_change(path: Path) -> None:
    write_entries(path, range(2))
    before = path.read_bytes()
    with open_vault(path, read_only=True) as vault:
        assert vault.read_only
        assert texts(vault) == entries(range(2))
        for change in (
            partial(vault.commit, [put(3)]),
            vault.compact,
            vault.accept_damage,
            vault.accept_rollback,
            partial(vault.change_keys, recovery_words=new_recovery_words()),
        ):
            with pytest.raises(ReadOnly):
                change()
    assert path.read_bytes() == before


def test_a_closed_journal_takes_nothing_more(path: Path) -> None:
    vault = create(path)
    vault.close()
    vault.close()
    with pytest.raises(ReadOnly, match="closed"):
        vault.commit([put(1)])


def test_no_message_holds_what_a_person_wrote(path: Path) -> None:
    secret = "canary-7d1f"
    with create(path) as vault:
        for bad in (
            Put("entries", uid(1), {"text": secret, "n": 2**60}),
            Put(secret, uid(1), {}),
            Put("entries", uid(1), {"text": secret * 1_000_000}),
        ):
            with pytest.raises((ValueError, VaultError)) as caught:
                vault.commit([bad])
            assert secret not in str(caught.value)
    with pytest.raises(WrongPassphrase) as wrong:
        Vault.open(path, secret)
    assert secret not in str(wrong.value)


def test_zeros_behind_the_last_record_mean_the_end(path: Path) -> None:
    write_entries(path, range(2))
    with path.open("ab") as file:
        file.write(bytes(100_000))
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))
        assert not any(astuple(vault.report))
        vault.commit([put(2)])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(3))


def test_compaction_is_wanted_when_the_tail_outgrew_the_snapshot(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.vault.journal_file._LONGEST_TAIL", 20_000)
    wanted = []
    with create(path) as vault:
        for text in ("", "", "", "x" * 20_000):
            vault.commit([put(1, text)])
            wanted.append(vault.wants_compaction)
        vault.compact()
        wanted.append(vault.wants_compaction)
    assert wanted == [False, False, False, True, False]


def test_compaction_is_wanted_after_many_records(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.vault.journal_file._MOST_RECORDS", 3)
    wanted = []
    with create(path) as vault:
        for _ in range(4):
            vault.commit([put(1)])
            wanted.append(vault.wants_compaction)
    assert wanted == [False, False, False, True]


@given(steps=st.lists(st.tuples(st.integers(0, 6), st.sampled_from(["put", "del", "compact", "reopen"])), max_size=12))
def test_memory_and_file_never_differ(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, str]]) -> None:
    path = tmp_path_factory.mktemp("journal") / "j.rj"
    expected: dict[int, str] = {}
    vault = create(path)
    for number, step in steps:
        if step == "put":
            vault.commit([put(number, f"text {number}")])
            expected[number] = f"text {number}"
        elif step == "del":
            vault.commit([Delete("entries", uid(number))])
            expected.pop(number, None)
        elif step == "compact":
            vault.compact()
        else:
            vault.close()
            vault = open_vault(path)
        assert texts(vault) == expected
    before = {name: dict(table) for name, table in vault.tables.items()}
    vault.close()
    with Vault.open(copy(path, path.parent / "copy"), PASSPHRASE, now=now) as vault:
        assert vault.tables == before
