"""Check that ``journal craving`` and ``journal note`` need no passphrase: they encrypt, are fast, ask nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import ROOT, Command, in_shell

HEAVY = [
    *(
        "journal.store.journal",
        "journal.store.tinydb_store",
        "journal.store.collection",
        "journal.vault.vault",
        "journal.vault.merge",
    ),
    *(
        "journal.domain.cravings",
        "journal.domain.coping",
        "journal.store.inbox",
        "journal.search",
    ),
    *("tinydb", "jinja2", "textual", "rich", "mnemonic", "zxcvbn", "fpdf", "screens"),
]
"""Modules that a craving in a shell has no time to load."""

TEXT = [
    *("journal.text", "journal.text.counting", "journal.text.passphrases", "journal.text.commands"),
    *("journal.text.commands.advice", "journal.text.commands.capture", "journal.text.commands.all_commands"),
]
"""Of the texts, only these are loaded."""

NOTES_IMPORTS = """
import sys
sys.argv = ["journal", *sys.argv[2:]]
try:
    import journal.__main__ as front_door
    front_door.leave = sys.exit  # which lets us look around
    front_door.main()
finally:
    texts = [name for name in sys.modules if name.startswith("journal.text") and name not in %r]
    print("loaded", *[name for name in %r if name in sys.modules], *texts)
"""


@pytest.mark.parametrize("words", [("craving", "7", "--trigger", "stress"), ("note",)])
def test_it_asks_nothing_opens_nothing_and_loads_nothing_heavy(path: Path, words: tuple[str, ...]) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP):  # and it is open meanwhile
        done = subprocess.run(
            [sys.executable, "-c", NOTES_IMPORTS % (TEXT, HEAVY), "-", *words, "--journal", str(path)],
            input="secret words",
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=os.environ,
            start_new_session=True,  # no terminal to ask on
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["Saved and encrypted. You can review it at the next unlock.", "loaded"]


def test_it_waits_with_all_that_was_said(command: Command) -> None:
    said = ("--focus", "alcohol", "--trigger", "Dan", "--trigger", "payday", "--json")
    kept = command("craving", "7", *said, passphrase=None).value
    assert kept["sealed"]
    command("note", stdin=b"a quiet day\n", passphrase=None)
    first, second = command("inbox", "--json").value["waiting"]
    assert (first["uid"], first["intensity"], first["focus"]) == (kept["uid"], 7, "alcohol")
    assert first["triggers"] == ["Dan", "payday"]
    assert second["text"] == "a quiet day"
    assert command("entries", "--json").value == []


@pytest.mark.parametrize(("intensity", "told"), [("7", False), ("8", True)])
def test_a_strong_one_names_the_way_to_the_lines(command: Command, intensity: str, told: bool) -> None:
    ended = command("craving", intensity, passphrase=None)
    assert ("journal safety" in ended.err) is told
    assert ended.code == 0


def test_nothing_of_it_can_be_read_without_the_passphrase(command: Command, path: Path) -> None:
    command("note", stdin=b"canary words", passphrase=None)
    command("craving", "7", "--trigger", "canary words", passphrase=None)
    beside = [file.read_bytes() for file in path.parent.iterdir() if file.is_file()]
    assert not any(b"canary" in data for data in beside)


@pytest.mark.parametrize("words", [("craving", "7"), ("note",)])
def test_where_it_can_not_be_sealed_one_sentence_says_what_to_do(
    command: Command, path: Path, words: tuple[str, ...]
) -> None:
    path.with_name(f"{path.name}.inbox").unlink()
    no_inbox = command(*words, stdin=b"secret", passphrase=None)
    path.unlink()
    no_journal = command(*words, stdin=b"secret", passphrase=None)
    for ended, advice in ((no_inbox, "Open the journal once"), (no_journal, "`journal new`")):
        assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
        assert advice in ended.err
        assert "secret" not in ended.err


def test_a_note_that_is_too_long_to_seal_is_told_and_goes_with_the_passphrase(command: Command) -> None:
    ended = command("note", stdin=b"secret " * 10_000, passphrase=None)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "--passphrase-fd" in ended.err
    assert "secret" not in ended.err
    assert command("note", stdin=b"secret " * 10_000).code == 0


def test_a_full_inbox_is_told_and_loses_nothing(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.vault.inbox.MOST", 1)
    command("craving", "3", passphrase=None)
    ended = command("craving", "4", passphrase=None)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "review it" in ended.err
    assert [one["intensity"] for one in command("inbox", "--json").value["waiting"]] == [3]


def test_the_inbox_is_listed_with_short_ids_and_decided_on_by_them(command: Command) -> None:
    for intensity in ("3", "5"):
        command("craving", intensity, passphrase=None)
    command("note", stdin=b"\x1b[31mbuy \n bread", passphrase=None)
    lines = command("inbox").out.splitlines()
    ids = [line.split()[0] for line in lines]
    said = [line.split("  ", 2)[2] for line in lines]
    assert said == ["craving 3", "craving 5", "note: \ufffd[31mbuy bread"]
    assert all(len(one) >= 8 for one in ids)
    ended = command("inbox", "--keep", ids[0], "--drop", ids[2])
    assert ended.out.splitlines() == ["1 kept, 1 deleted.", lines[1]]
    assert command("inbox", "--keep-all", "--json").value["waiting"] == []
    assert [one["intensity"] for one in command("cravings", "--json").value] == [5, 3]
    assert command("entries", "--json").value == []
    assert command("inbox").out.startswith("Nothing to review.")


def test_an_id_that_is_not_there_or_not_one_changes_nothing(command: Command) -> None:
    uid = command("craving", "3", "--json", passphrase=None).value["uid"]
    for given in ("ffffffffff", uid[:3], ""):
        ended = command("inbox", "--keep", uid, "--drop", given)
        assert (ended.code, ended.out) == (1, "")
    assert command("inbox", "--keep", uid, "--drop", uid).code == 2
    assert len(command("inbox", "--json").value["waiting"]) == 1


def test_all_but_what_is_dropped_is_kept(command: Command) -> None:
    dropped, kept = (command("craving", number, "--json", passphrase=None).value["uid"] for number in ("3", "5"))
    told = command("inbox", "--keep-all", "--drop", dropped, "--json").value
    assert (told["kept"], told["dropped"], told["waiting"]) == ([kept], [dropped], [])


def test_what_was_set_aside_is_told_whichever_command_finds_it(command: Command, path: Path) -> None:
    command("craving", "3", passphrase=None)
    inbox = path.with_name(f"{path.name}.inbox")
    inbox.write_bytes(inbox.read_bytes() + b"x" * 4096)
    ended = command("note", stdin=b"x")
    assert ended.code == 0
    assert "next to the journal" in ended.err
    assert "next to the journal" not in command("inbox").err


def test_an_exchanged_key_is_told_and_what_was_sealed_with_it_is_not_lost(command: Command, path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    from journal.vault.inbox import Page

    inbox = path.with_name(f"{path.name}.inbox")
    page = Page.read(inbox.read_bytes())
    assert page is not None
    theirs = X25519PrivateKey.generate().public_key().public_bytes_raw()
    inbox.write_bytes(page._replace(public_key=theirs).written())
    command("craving", "3", passphrase=None)
    ended = command("inbox", "--json")
    assert "was not yours" in ended.err
    assert (ended.value["foreign_key"], ended.value["set_aside"], ended.value["waiting"]) == (True, 1, [])
    assert [file.name for file in path.parent.glob("*.inbox.bad-*")]
    command("craving", "4", passphrase=None)
    assert [one["intensity"] for one in command("inbox", "--json").value["waiting"]] == [4]


def test_the_lines_need_no_passphrase_and_no_journal(path: Path, fill: Filling, command: Command) -> None:
    told = command("safety", "--region", "uk", passphrase=None)
    assert "Samaritans" in told.out
    assert "naloxone" in told.out
    assert "988" not in told.out
    numbers, sources = told.out.split("\nSources:\n")
    assert "samaritans.org" not in numbers
    assert "samaritans.org" in sources
    path.unlink()
    value = command("safety", "--json", passphrase=None).value
    assert (value["region"], value["own_lines"]) == (None, [])
    assert {"911", "999", "000"} <= {line["number"] for line in value["lines"]}
    assert command("safety", "--region", "moon", passphrase=None).code == 2


def test_the_persons_own_lines_come_first_and_never_steer_the_terminal(command: Command) -> None:
    from journal.config.settings import Settings
    from journal.domain.safety_lines import Line

    own = Line(regions=[], name="Night \x1b[2Jdesk", number="12 34", source="", verified="2026-11-25")
    Settings(region="UK", lines=[own]).save()
    assert command("safety", passphrase=None).out.splitlines()[0] == "Night \ufffd[2Jdesk – 12 34"


def test_without_a_number_and_without_a_terminal_it_is_an_error_of_usage(path: Path) -> None:
    ended = in_shell("craving", "--journal", str(path))
    assert (ended.code, ended.err.count("\n")) == (2, 1)
