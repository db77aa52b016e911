"""Check where a passphrase comes from: a file descriptor or this terminal, never standard input by itself."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pexpect
import pytest

from journal.cli.main import main
from journal.domain.entries import Entry
from journal.passphrase_length import LONGEST, TOO_LONG, refusal
from journal.store.journal import Journal
from journal.store.new_secrets import new_recovery_words
from journal.text.passphrases import HELP_IS_TAKEN
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import ROOT, Command, in_shell, no_screens
from tests.support.long_passphrases import NEARLY, NONE, OLDER


@pytest.fixture
def made(path: Path) -> Path:
    """Make a journal with an entry and a cheap key."""
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        journal.entries.add(Entry(text="quiet"))
    return path


def typed(*words: str, path: Path) -> pexpect.spawn[str]:
    """Start the command on a terminal of its own."""
    return pexpect.spawn(
        sys.executable,
        ["-m", "journal", *words, "--journal", str(path)],
        cwd=str(ROOT),
        encoding="utf-8",
        timeout=20,
        dimensions=(24, 200),
    )


def until_it_reads(child: pexpect.spawn[str]) -> None:
    """Wait until the process reads: Python handles a signal that comes just before only after the read."""
    while Path(f"/proc/{child.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "S":
        pass


def interrupt(child: pexpect.spawn[str]) -> None:
    """Press ctrl+c, and again if the first came just before Python read."""
    until_it_reads(child)
    child.sendintr()
    if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=8) == 1:
        child.sendintr()


def ended(child: pexpect.spawn[str]) -> tuple[int | None, str]:
    """Return the exit code, and what was printed since the last look."""
    if not child.flag_eof:
        child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before or ""


def test_descriptor_0_leaves_the_rest_of_standard_input_to_the_text(made: Path) -> None:
    done = in_shell(
        *("note", "--passphrase-fd", "0", "--journal", str(made)), stdin=f"{PASSPHRASE}\nfirst\nsecond\n".encode()
    )
    assert done.code == 0
    with Journal.open(made, PASSPHRASE) as journal:
        assert journal.entries.all()[-1].text == "first\nsecond"


@pytest.mark.parametrize("end", ["\r\n", ""])
def test_a_passphrase_ends_before_the_first_line_end(made: Path, end: str) -> None:
    assert (
        in_shell("entries", "--passphrase-fd", "0", "--journal", str(made), stdin=(PASSPHRASE + end).encode()).code == 0
    )


def test_a_passphrase_is_not_trimmed(command: Command) -> None:
    assert command("entries", passphrase=f"{PASSPHRASE} ").code == 3
    assert command("entries", passphrase=f" {PASSPHRASE}").code == 3


def test_a_wrong_passphrase_ends_with_3(command: Command) -> None:
    ended = command("entries", passphrase="secret guess")
    assert (ended.code, ended.out) == (3, "")
    assert "secret guess" not in ended.err


def test_a_descriptor_that_can_not_be_read_is_an_error_of_usage(made: Path) -> None:
    done = in_shell("entries", "--passphrase-fd", "99", "--journal", str(made))
    assert (done.code, done.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("line", "said"), [(b"x" * 100_000, TOO_LONG), (b"\xff\xfe\n", "is not UTF-8 text")], ids=["endless", "no text"]
)
def test_a_line_that_is_no_passphrase_is_an_error_of_usage(made: Path, line: bytes, said: str) -> None:
    done = in_shell("entries", "--passphrase-fd", "0", "--journal", str(made), stdin=line)
    assert done.code == 2
    assert said in done.err


@pytest.mark.parametrize("passphrase", [NEARLY, OLDER, "x" * LONGEST], ids=["9,999", "older", "64 KiB"])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""], ids=["lf", "crlf", "none"])
def test_whatever_ever_was_a_passphrase_opens_it_from_a_descriptor(path: Path, passphrase: str, end: str) -> None:
    Journal.create(path, passphrase, cost=CHEAP).close()
    given = (passphrase + end).encode()
    assert in_shell("entries", "--passphrase-fd", "0", "--journal", str(path), stdin=given).code == 0


@pytest.mark.parametrize("passphrase", [NEARLY, OLDER], ids=["9,999", "older"])
def test_whatever_ever_was_a_passphrase_opens_it_on_a_terminal(path: Path, passphrase: str) -> None:
    with Journal.create(path, passphrase, cost=CHEAP) as journal:
        journal.entries.add(Entry(text="quiet"))
    child = typed("entries", path=path)
    child.expect("Passphrase: ")
    child.sendline(passphrase)
    code, printed = ended(child)
    assert code == 0
    assert "quiet" in printed


@pytest.mark.parametrize("line", [NONE, "–" * LONGEST], ids=["by one", "inside a character"])
def test_on_a_terminal_what_is_too_long_is_told_and_never_cut(made: Path, line: str) -> None:
    child = typed("entries", path=made)
    child.expect("Passphrase: ")
    child.sendline(line)
    code, printed = ended(child)
    assert code == 2
    assert TOO_LONG in printed


def test_on_a_terminal_what_was_typed_can_be_taken_back(made: Path) -> None:
    child = typed("entries", path=made)
    child.expect("Passphrase: ")
    child.send(f"another one\x15{PASSPHRASE}–\x7f\x08{PASSPHRASE[-1]}\r")
    assert ended(child)[0] == 0


def test_ctrl_d_at_the_question_ends_it(made: Path) -> None:
    child = typed("entries", path=made)
    child.expect("Passphrase: ")
    child.send("\x04")
    code, printed = ended(child)
    assert code not in (0, None)
    assert "Traceback" not in printed


@pytest.mark.parametrize("words", [("entries",), ("inbox",), ("compact",), ("check", "--deep")])
def test_without_a_terminal_nothing_is_asked_and_standard_input_is_no_passphrase(
    made: Path, words: tuple[str, ...]
) -> None:
    done = in_shell(*words, "--journal", str(made), stdin=f"{PASSPHRASE}\n".encode())
    assert (done.code, done.out) == (2, "")
    assert "--passphrase-fd" in done.err


def test_on_a_terminal_it_is_asked_for_unseen(made: Path) -> None:
    child = typed("entries", path=made)
    child.expect("Passphrase: ")
    child.sendline(PASSPHRASE)
    code, printed = ended(child)
    assert code == 0
    assert "quiet" in printed
    assert PASSPHRASE not in printed


def test_it_is_asked_on_the_terminal_even_when_something_is_piped(made: Path) -> None:
    child = pexpect.spawn(
        "/bin/sh",
        ["-c", f"echo piped | {sys.executable} -m journal inbox --keep-all --journal '{made}'"],
        cwd=str(ROOT),
        encoding="utf-8",
        timeout=20,
    )
    assert in_shell("note", "--journal", str(made), stdin=b"sealed").code == 0
    child.expect("Passphrase: ")
    child.sendline(PASSPHRASE)
    assert ended(child)[0] == 0
    with Journal.open(made, PASSPHRASE) as journal:
        assert journal.entries.all()[-1].text == "sealed"


def test_ctrl_c_at_the_question_ends_with_130_and_no_traceback(made: Path) -> None:
    child = typed("entries", path=made)
    child.expect("Passphrase: ")
    interrupt(child)
    code, printed = ended(child)
    assert code == 130
    assert "Traceback" not in printed


def test_a_new_passphrase_is_asked_for_until_it_was_typed_twice(tmp_path: Path) -> None:
    child = typed("new", path=tmp_path / "new.rj")
    for answer in ("first", "second", "third one", "third one"):
        child.expect("(Choose a passphrase|Type it again): ")
        child.sendline(answer)
    assert ended(child)[0] == 0
    with Journal.open(tmp_path / "new.rj", "third one") as journal:
        assert not journal.has_recovery


def test_recovery_words_are_asked_for_on_a_terminal(path: Path) -> None:
    words = new_recovery_words()
    Journal.create(path, PASSPHRASE, words, cost=CHEAP).close()
    child = typed("recover", path=path)
    child.expect("Recovery words")
    child.sendline(words)
    for _ in range(2):
        child.expect("(New passphrase|Type it again): ")
        child.sendline("another")
    child.expect("Replace them, too")
    child.sendline("y")
    code, printed = ended(child)
    assert code == 0
    assert words not in printed
    Journal.open(path, "another").close()


def test_descriptors_stay_open_for_whoever_gave_them(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\nnext line".encode())
    assert main(no_screens, ["entries", "--json", "--journal", str(made), "--passphrase-fd", str(reading)]) == 0
    assert os.read(reading, 100) == b"next line"
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_help_in_place_of_the_passphrase_prints_the_helplines_and_asks_again(made: Path) -> None:
    child = typed("entries", path=made)
    child.expect("Passphrase: ")
    child.sendline("Help")
    child.expect("This program cannot see or call anyone")
    child.expect("Passphrase: ")
    child.sendline(PASSPHRASE)
    code, said = ended(child)
    assert code == 0
    assert "quiet" in said
    assert "not the passphrase" not in said


def test_help_can_not_be_chosen_as_a_passphrase() -> None:
    assert refusal("help ") == HELP_IS_TAKEN
    assert refusal("help me") == ""
    assert refusal("help", pdf=True) == ""
