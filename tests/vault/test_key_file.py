"""Check key files: each opens its own journal, and whatever is wrong with one is one of a few plain errors."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from journal.errors import AlreadyExists, BadKeyFile, ErrorCode, NotSaved, ReadOnly, WrongPassphrase
from journal.vault import key_file
from journal.vault.crypto.keys import from_key_file, new_recovery_words
from journal.vault.files.disk import Disk
from journal.vault.format.header import Slot
from journal.vault.inspect_file import look
from journal.vault.vault import Vault
from tests.support.vault.journals import CHEAP, PASSPHRASE, create, entries, open_vault, put, texts
from tests.support.vault.reader import Refused, read_journal, secret_in

SECRET = bytes(range(32))
CONTENT = "journal-key 1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f 35f52933\n"
SLOT_KEY = "0e687f6e3e8b56d96229b1d430365a3c47af6c1e830c63cc98a74b1d4cdc79e6"
CODES = {
    ErrorCode.NOT_A_KEY_FILE: "no key file",
    ErrorCode.KEY_FILE_TOO_LARGE: "no key file",
    ErrorCode.NEWER_KEY_FILE: "newer key file",
    ErrorCode.KEY_FILE_DAMAGED: "damaged key file",
}


def opens_by(path: Path, file: Path) -> bool:
    """Return whether the journal opens with a key file, undamaged and with its one entry."""
    with Vault.open(path, key_file=key_file.read(Disk(), file), read_only=True) as vault:
        return texts(vault) == entries(range(1)) and not any(astuple(vault.report))


def test_the_line_of_a_key_file_and_its_slot_key_are_the_published_ones() -> None:
    published = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
    assert key_file.encode(SECRET).decode() == CONTENT
    assert from_key_file(SECRET, bytes(16)).hex() == SLOT_KEY
    assert CONTENT in published
    assert SLOT_KEY in published


@given(secret=st.binary(min_size=32, max_size=32))
def test_a_key_file_is_read_back_by_both_readers(secret: bytes) -> None:
    content = key_file.encode(secret)
    assert len(content) == 88
    for form in (content, content.strip(), b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"), content + b" \n" * 99):
        assert key_file.decode(form) == secret_in(form) == secret


def said(content: bytes) -> bytes | str:
    """Return the secret in a key file, or the format's word for what is wrong with it."""
    try:
        return key_file.decode(content)
    except BadKeyFile as error:
        return CODES[error.code]


def reader_said(content: bytes) -> bytes | str:
    """Return the same by the independent reader."""
    try:
        return secret_in(content)
    except Refused as refused:
        return str(refused)


EDITS = st.lists(
    st.tuples(st.sampled_from(["set", "cut", "insert", "remove"]), st.integers(0, 90), st.binary(max_size=3))
)


@given(edits=EDITS)
def test_a_damaged_key_file_never_gives_another_secret(edits: list[tuple[str, int, bytes]]) -> None:
    content = key_file.encode(SECRET)
    for what, at, new in edits:
        end = {"set": at + len(new), "cut": len(content), "insert": at, "remove": at + len(new)}[what]
        content = content[:at] + (new if what in ("set", "insert") else b"") + content[end:]
    found = said(content)
    assert found == reader_said(content)
    assert found == SECRET or found in CODES.values()


@given(content=st.binary(max_size=1100) | st.binary(max_size=99).map(b"journal-key 1 ".__add__))
def test_any_other_file_is_refused_by_both_readers(content: bytes) -> None:
    assert said(content) == reader_said(content) in CODES.values()


def test_a_new_key_file_opens_the_journal_beside_the_passphrase_and_the_words(path: Path, tmp_path: Path) -> None:
    words, stick = new_recovery_words(), tmp_path / "stick.key"
    with create(path, recovery_words=words) as vault:
        vault.commit([put(0)])
        vault.make_key_file(stick)
        assert vault.has_key_file
        assert vault.opens_with(key_file=key_file.read(Disk(), stick))
        assert not any(slot.key for slot in vault._file.header.slots), "a slot key stays in memory"
        tables = {name: dict(table) for name, table in vault.tables.items()}
    assert opens_by(path, stick)
    assert look(path).has_key_file
    found = read_journal(path.read_bytes(), key_file=stick.read_bytes())
    assert (found["verdict"], found["tables"]) == ("opens", tables)
    for passphrase, known in ((PASSPHRASE, None), (None, words)):
        with Vault.open(path, passphrase, recovery_words=known) as vault:
            assert texts(vault) == entries(range(1))
    if os.name == "posix":
        assert stat.S_IMODE(stick.stat().st_mode) == 0o600


def test_a_key_file_keeps_opening_after_a_new_passphrase_new_words_and_compaction(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick.key"
    with create(path) as vault:
        vault.commit([put(0)])
        vault.make_key_file(stick)
        vault.change_keys(passphrase="another", recovery_words=new_recovery_words(), cost=CHEAP)
        vault.compact()
    assert opens_by(path, stick)


def test_a_new_key_file_replaces_the_one_before_and_both_files_stay(path: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.key", tmp_path / "second.key"
    with create(path) as vault:
        vault.commit([put(0)])
        vault.make_key_file(first)
        vault.make_key_file(second)
    assert first.exists()
    assert opens_by(path, second)
    with pytest.raises(WrongPassphrase, match="wrong-key-file"):
        opens_by(path, first)
    assert opens_by(path.with_name(path.name + ".1"), first), "an earlier copy still opens with it"


def test_a_removed_key_file_opens_nothing_and_is_not_touched(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick.key"
    with create(path) as vault:
        vault.commit([put(0)])
        vault.make_key_file(stick)
        before = stick.read_bytes()
        vault.end_key_file(forget_generations=True)
        assert not vault.has_key_file
    assert stick.read_bytes() == before
    for file in (path, path.with_name(path.name + ".1")):
        with pytest.raises(WrongPassphrase, match="no-key-file"):
            opens_by(file, stick)
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(1))


def test_a_version_that_does_not_know_key_files_keeps_the_slot(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick.key"
    with create(path) as vault:
        vault.commit([put(0)])
        vault.make_key_file(stick)
    older = property(lambda slot: slot.kind in (1, 2) and slot.flags == 0)
    with patch.object(Slot, "known", older):
        with open_vault(path) as vault:
            assert not vault.has_key_file
            vault.change_keys(passphrase="another", recovery_words=new_recovery_words(), cost=CHEAP)
            vault.compact()
        with pytest.raises(WrongPassphrase, match="no-key-file"):
            opens_by(path, stick)
    assert opens_by(path, stick)


def test_after_a_new_master_key_no_key_file_opens(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick.key"
    with create(path) as vault:
        vault.commit([put(0)])
        vault.make_key_file(stick)
        vault.change_master_key(PASSPHRASE, cost=CHEAP)
        assert not vault.has_key_file
    with pytest.raises(WrongPassphrase, match="no-key-file"):
        opens_by(path, stick)


def test_a_key_file_of_another_journal_is_told(path: Path, tmp_path: Path) -> None:
    sticks = [tmp_path / "one.key", tmp_path / "two.key"]
    other = tmp_path / "other.rj"
    for place, stick in zip((path, other), sticks, strict=True):
        with create(place) as vault:
            vault.commit([put(0)])
            vault.make_key_file(stick)
    with pytest.raises(WrongPassphrase, match="wrong-key-file"):
        opens_by(path, sticks[1])


def test_nothing_is_overwritten_and_nothing_changes_then(path: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("a letter", encoding="utf-8")
    with create(path) as vault:
        before = path.read_bytes()
        with pytest.raises(AlreadyExists, match="place-taken"):
            vault.make_key_file(there)
        with pytest.raises(AlreadyExists, match="name-of-the-journal"):
            vault.make_key_file(path.with_name(path.name + ".2"))
        with pytest.raises(NotSaved, match="key-file-not-written"):
            vault.make_key_file(tmp_path / "no such drive" / "k")
        assert not vault.has_key_file
    assert path.read_bytes() == before
    assert there.read_text(encoding="utf-8") == "a letter"


def test_a_journal_that_is_read_only_gets_no_key_file(path: Path, tmp_path: Path) -> None:
    create(path).close()
    with Vault.open(path, PASSPHRASE, read_only=True) as vault, pytest.raises(ReadOnly):
        vault.make_key_file(tmp_path / "stick.key")
    assert not (tmp_path / "stick.key").exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [("nothing", ErrorCode.KEY_FILE_MISSING), ("nothing/here", ErrorCode.KEY_FILE_MISSING)],
)
def test_a_drive_that_is_not_there_is_told(tmp_path: Path, name: str, code: ErrorCode) -> None:
    with pytest.raises(BadKeyFile) as caught:
        key_file.read(Disk(), tmp_path / name)
    assert (caught.value.code, caught.value.path) == (code, tmp_path / name)


def test_a_link_a_folder_and_a_large_file_are_no_key_file(tmp_path: Path) -> None:
    large, link = tmp_path / "large", tmp_path / "link"
    large.write_bytes(key_file.encode(SECRET) + bytes(50_000_000))
    link.symlink_to(large)
    for place in (link, tmp_path):
        with pytest.raises(BadKeyFile, match="not-a-key-file"):
            key_file.read(Disk(), place)
    with pytest.raises(BadKeyFile, match="key-file-too-large"):
        key_file.read(Disk(), large)
