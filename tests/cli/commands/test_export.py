"""Check ``journal export``: that it asks, what it never touches, who can read it, and what a failure leaves."""

from __future__ import annotations

import errno
import io
import json
import os
import stat
import tarfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.domain.entries import Entry
from journal.importing.archive import import_archive
from journal.language import Language, speaking
from journal.sharing.age import Seal
from journal.store.capture import capture, fresh_capture
from journal.text import exporting as exporting_text
from journal.text import prompts as prompts_text
from journal.text import sealing as sealing_text
from journal.text.commands import export as command_text
from journal.vault.files.disk import Disk
from tests.cli.conftest import Filling
from tests.conftest import PASSPHRASE
from tests.support.any_journal import journal_with
from tests.support.canary_life import canaries_in, every_canary, sow_canaries
from tests.support.commands import Command

WORDS = "six words for the file alone"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the path of an export in a folder with nothing else."""
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk" / "export"


def left(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.parent.iterdir())


def test_it_says_what_it_means_and_asks_on_a_terminal(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
    for answer in (b"n\n", b"\n"):
        ended = command("export", str(folder), stdin=answer)
        assert (ended.code, ended.out, left(folder)) == (1, "", [])
    assert exporting_text.OPEN in ended.err
    assert exporting_text.LEFT_OUT in ended.err
    assert f"{command_text.asks('export')} [y/N]: " in ended.err
    assert command("export", str(folder), stdin=b"y\n").code == 0
    assert left(folder) == ["export"]


@pytest.mark.parametrize(
    ("answers", "written"), [("s", True), ("sí", True), ("yes", True), ("no", False), ("", False), ("quizá\ns", True)]
)
def test_in_spanish_it_is_answered_in_spanish(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, answers: str, written: bool
) -> None:
    monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
    with speaking(Language.SPANISH):
        ended = command("export", str(folder), stdin=f"{answers}\n".encode())
        assert " [s/N]: " in ended.err
        assert (prompts_text.YES_OR_NO_ONLY in ended.err) == (answers == "quizá\ns")
    assert left(folder) == (["export"] if written else [])


def test_the_next_export_names_the_folder_that_a_killed_one_left(command: Command, folder: Path) -> None:
    left_over = folder.with_name("export.unfinished-0a1b2c3d")
    left_over.mkdir()
    folder.with_name("notes.unfinished-0a1b2c3d").write_bytes(b"a file is not one")
    ended = command("export", str(folder), "--yes")
    assert (ended.code, ended.err.splitlines()[-1]) == (0, exporting_text.unfinished(str(left_over)))
    assert left_over.is_dir(), "another program may be writing it"
    left_over.rmdir()
    assert exporting_text.unfinished("") not in command("export", str(folder / "again"), "--yes").err


def test_without_a_terminal_it_needs_yes(command: Command, folder: Path) -> None:
    ended = command("export", str(folder))
    assert (ended.code, ended.out, ended.err, left(folder)) == (1, "", f"{command_text.NEEDS_YES}\n", [])
    assert command("export", str(folder), "--yes").out == f"{exporting_text.written(0)}\n{folder}\n"


def test_only_the_account_can_read_it(command: Command, folder: Path, fill: Filling) -> None:
    fill(sow_canaries)
    before = os.umask(0)
    try:
        assert command("export", str(folder), "--yes").code == 0
    finally:
        os.umask(before)
    every = [folder, *folder.rglob("*")]
    assert {stat.S_IMODE(one.stat().st_mode) for one in every if one.is_dir()} == {0o700}
    assert {stat.S_IMODE(one.stat().st_mode) for one in every if one.is_file()} == {0o600}
    assert [one.name for one in every if one.suffix == ".json"] == ["archive.json"]


def test_a_new_journal_gets_the_same_from_the_folder(command: Command, folder: Path, fill: Filling) -> None:
    fill(sow_canaries)
    assert command("export", str(folder), "--yes").code == 0
    with journal_with({}) as other:
        import_archive(other, folder)
        found = other.documents.tables()
    fill(lambda journal: check(found == journal.documents.tables()))


def check(holds: bool) -> None:
    assert holds


@pytest.mark.parametrize("there", ["a file", "a full folder", "a link", "a broken link"])
@pytest.mark.parametrize("options", [[], ["--encrypt", "passphrase"]])
def test_what_is_there_is_not_touched(command: Command, folder: Path, there: str, options: list[str]) -> None:
    path = folder.with_name("export.tar.age") if options else folder
    if there == "a file":
        path.write_text("mine")
    elif there == "a full folder":
        path.mkdir()
        (path / "mine").write_text("mine")
    else:
        other = folder.parent / "other"
        if there == "a link":
            other.mkdir()
        path.symlink_to(other)
    before = left(folder)
    ended = command("export", str(folder), "--yes", *options)
    assert (ended.code, ended.err) == (1, f"{exporting_text.TAKEN}\n")
    assert left(folder) == before


def test_an_empty_folder_is_filled_and_the_current_one_is_refused(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(mode=0o755)
    monkeypatch.chdir(folder)
    assert command("export", ".", "--yes").err == f"{exporting_text.CURRENT_FOLDER}\n"
    monkeypatch.chdir(folder.parent)
    assert command("export", "export", "--yes").code == 0
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert left(folder) == ["export"]


def test_a_full_disk_leaves_nothing(
    command: Command, folder: Path, fill: Filling, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    fill(sow_canaries)
    with monkeypatch.context() as patched:
        patched.setattr(Disk, "rename", full)
        ended = command("export", str(folder), "--yes")
    assert (ended.code, left(folder)) == (1, [])
    assert "No space left on device" in ended.err


def test_an_interruption_leaves_nothing(command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Disk, "rename", interrupted)
    assert command("export", str(folder), "--yes").code == 130
    assert left(folder) == []


def test_a_missing_parent_and_a_bad_key_are_one_sentence(command: Command, folder: Path) -> None:
    ended = command("export", str(folder / "deeper" / "still"), "--yes")
    assert ended.code == 1
    assert "No such file" in ended.err
    ended = command("export", str(folder), "--yes", "--encrypt", "age1nope")
    assert ended.code == 2
    assert sealing_text.NOT_A_KEY in ended.err
    assert left(folder) == []


def opened(data: bytes) -> dict[str, bytes]:
    """Return the files of a decrypted export by name."""
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        assert {member.mode for member in tar} == {0o600}
        return {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]  # files all


def test_encrypted_by_a_passphrase_it_is_one_file_that_says_nothing(
    command: Command, folder: Path, fill: Filling, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(sow_canaries)
    packed: list[bytes] = []
    lines = [PASSPHRASE, WORDS]

    def quick(data: bytes, how: Seal) -> bytes:
        packed.append(data)
        assert how == Seal(passphrase=WORDS)
        return b"sealed"

    monkeypatch.setattr("journal.exporting.export.seal", quick)
    monkeypatch.setattr("journal.cli.context.read_line", lambda descriptor: lines.pop(0))
    ended = command("export", str(folder), "--yes", "--encrypt", "passphrase")
    assert (ended.code, left(folder)) == (0, ["export.tar.age"])
    file = folder.with_name("export.tar.age")
    assert file.read_bytes() == b"sealed"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert exporting_text.SEALED_BY_PASSPHRASE in ended.err
    found = opened(packed[0])
    assert canaries_in(found["export/archive.json"].decode()) == every_canary()


def test_encrypted_to_a_key_only_the_key_opens_it(command: Command, folder: Path, fill: Filling) -> None:
    from pyrage import decrypt, x25519

    fill(sow_canaries)
    mine = x25519.Identity.generate()
    assert command("export", str(folder), "--yes", "--encrypt", str(mine.to_public())).code == 0
    data = folder.with_name("export.tar.age").read_bytes()
    assert not every_canary() & canaries_in(data.decode("latin-1"))  # what is encrypted may look like one by chance
    found = opened(decrypt(data, [mine]))
    assert json.loads(found["export/archive.json"])["program"] == "recovery-journal"
    assert left(folder) == ["export.tar.age"]


def test_what_waits_in_the_inbox_comes_along(command: Command, folder: Path, path: Path, fill: Filling) -> None:
    fill(lambda journal: journal.entries.add(Entry(text="in the journal")))
    capture(path, replace(fresh_capture(), text="written while locked"))
    assert command("export", str(folder), "--yes").code == 0
    tables = json.loads((folder / "archive.json").read_text())["tables"]
    assert [one["text"] for one in tables["captures"].values()] == ["written while locked"]


def test_nothing_is_noted_in_the_journal(command: Command, folder: Path, path: Path, fill: Filling) -> None:
    fill(sow_canaries)
    before = path.read_bytes()
    assert command("export", str(folder), "--yes").code == 0
    assert path.read_bytes() == before
