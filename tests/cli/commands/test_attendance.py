"""Test ``journal attendance``: the meetings of a period as a file to sign, asked about first, noted as given."""

from __future__ import annotations

import stat
import sys
from datetime import date
from pathlib import Path

import pexpect
import pytest

from journal.domain.sessions import Session, SessionKind
from journal.domain.share_ledger import Paper, Share
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.conftest import CHEAP, NOON, PASSPHRASE
from tests.support.commands import ROOT, Command

SINCE = ("--since", "2026-11-01")


def went(journal: Journal) -> None:
    for kind in (SessionKind.FELLOWSHIP, SessionKind.CONTACT):
        journal.sessions.add(Session(kind=kind, held_at=NOON, at=NOON, place="placeword", said="secretword"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "attendance.txt"


def test_it_is_written_for_its_owner_only_and_noted(command: Command, file: Path, fill: Filling) -> None:
    fill(went)
    ended = command("attendance", "--to", str(file), *SINCE)
    assert (ended.code, ended.out) == (0, "Saved: 1–23 Nov, 1 line.\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Mon 23 Nov, 12:00\nfellowship meeting\nSignature: ___" in file.read_text()
    assert not any(word in file.read_text() for word in ("placeword", "secretword", "contact"))
    found: list[Share] = []
    fill(lambda journal: found.extend(journal.shares))
    assert [(one.what, one.first, one.last, one.lines, one.form) for one in found] == [
        (Paper.ATTENDANCE, date(2026, 11, 1), date(2026, 11, 23), 1, "txt")
    ]


def test_places_and_contacts_go_when_asked_for(command: Command, file: Path, fill: Filling) -> None:
    fill(went)
    told = command("attendance", "--to", str(file), *SINCE, "--places", "--contacts", "--json").value
    assert told == {"file": str(file), "first": "2026-11-01", "last": "2026-11-23", "lines": 2, "format": "text"}
    assert "fellowship meeting, placeword" in file.read_text()
    assert "secretword" not in file.read_text()


def test_nothing_is_written_without_a_meeting_over_a_file_or_for_no_days(
    command: Command, file: Path, fill: Filling
) -> None:
    assert command("attendance", "--to", str(file), *SINCE).code == 1
    assert command("attendance", "--to", str(file), *SINCE, "--until", "2026-10-01").code == 2
    assert not file.exists()
    file.write_text("mine")
    fill(went)
    assert command("attendance", "--to", str(file), *SINCE).code == 1
    assert file.read_text() == "mine"


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_on_a_terminal_it_is_shown_first_and_asked_about(path: Path, file: Path, answer: str, code: int) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        went(journal)
    words = ["-m", "journal", "attendance", "--to", str(file), *SINCE, "--until", "2026-11-30", "--journal", str(path)]
    child = pexpect.spawn(sys.executable, words, cwd=str(ROOT), encoding="utf-8", timeout=20)
    child.expect("Passphrase: ")
    child.sendline(PASSPHRASE)
    child.expect("ATTENDANCE")
    child.expect("Anyone who gets this file can read it.")
    child.expect("Save it to attendance.txt")
    assert not file.exists()
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, file.exists()) == (code, code == 0)
