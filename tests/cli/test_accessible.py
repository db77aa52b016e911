"""Test accessible mode: what turns it on, flat lines from every command, and the menu in place of the screens."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pexpect
import pytest

from journal.cli.main import main
from journal.cli.output import wrapped
from journal.cli.prompts import OnTerminal
from journal.config.places import settings_path
from journal.config.settings import Settings, is_accessible_set
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.needs import Area, Need
from journal.guide import NAMES
from journal.store.journal import Journal
from tests.cli.commands.test_records import some_cravings, some_goals
from tests.cli.conftest import Filling
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import ROOT, Command, in_shell, no_screens

SAMPLES = ROOT / "tests" / "importing" / "samples"
ON = "Accessible mode: on (ACCESSIBLE=1)"


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")


def some(journal: Journal) -> None:
    some_cravings(journal)
    some_goals(journal)
    journal.entries.add(Entry(title="rain", text="first line\n\n  second line"))
    journal.needs.add(Need(area=Area.WORK, text="a reference"))


# What turns it on.


@pytest.mark.parametrize("words", [("--accessible", "days"), ("days", "--accessible")])
def test_the_option_stands_before_or_after_the_command(command: Command, words: tuple[str, ...]) -> None:
    assert command(*words).out.splitlines()[0] == "Accessible mode: on (--accessible)"
    assert "Accessible" not in command("days").out


def test_the_first_line_says_what_turned_it_on(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings(accessible=True).save()
    assert (
        command("days", "--from", "2026-11-01").out.splitlines()[0]
        == "Accessible mode: on (the setting of this computer)"
    )
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert command("days").out.splitlines()[0] == ON
    assert command("--accessible", "days").out.splitlines()[0] == "Accessible mode: on (--accessible)"


@pytest.mark.parametrize("value", ["", "0", "false", "no", "off"])
def test_some_values_leave_it_off(command: Command, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("ACCESSIBLE", value)
    assert "Accessible" not in command("days").out


def test_json_is_the_same_and_nothing_is_said(command: Command, fill: Filling, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(some)
    names = (
        "days",
        "cravings",
        "coping",
        "goals",
        "entries",
        "needs",
        "commitments",
        "inbox",
        "given",
        "due",
        "milestones",
        "patterns",
    )
    before = [command(name, "--json") for name in names]
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert [command(name, "--json") for name in names] == before


def test_the_setting_is_found_without_reading_toml_where_it_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_accessible_set()
    Settings(accessible=False).save()
    with monkeypatch.context() as patched:
        patched.setattr(Settings, "load", None)
        assert not is_accessible_set()
    Settings(accessible=True).save()
    assert is_accessible_set()
    settings_path().write_text('[[lines]]\nname = "x"\naccessible = true\n', encoding="utf-8")
    assert not is_accessible_set()


# Flat lines.


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize(
    "name",
    [
        "days",
        "cravings",
        "coping",
        "goals",
        "entries",
        "milestones",
        "needs",
        "commitments",
        "safety",
        "doctor",
        "given",
        "patterns",
    ],
)
def test_every_line_is_flat(command: Command, fill: Filling, name: str) -> None:
    fill(some)
    ended = command(name)
    lines = ended.out.splitlines()
    assert ended.out.splitlines()[0] == ON
    assert lines
    assert not_flat(lines) == []


def not_flat(lines: Iterable[str]) -> list[str]:
    """Return the lines with columns, an indent, colours or drawing characters."""
    return [line for line in lines if "  " in line or line != line.strip() or re.search("[\x1b\u2500-\u259f]", line)]


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize(
    "words",
    [
        "import --help",
        *(f"import {kind} --help" for kind in ("days", "archive", "notes", "undo", "loop")),
        *(
            f"import {kind} {{samples}}/{name} {how}"
            for kind, name in (
                ("jrnl", "jrnl/journal.txt"),
                ("dayone", "dayone/journal.json"),
                ("loop", "loop/words"),
                ("daylio", "daylio/custom_moods.csv"),
                ("quitter", "quitter/android.json"),
                ("grove", "grove/export.json"),
                ("markdown", "markdown/vault"),
                ("csv", "csv/ambiguous_dates.csv"),
            )
            for how in ("--dry-run", "--yes", "")
        ),
        "import days {here}/days.csv --dry-run",
        "import days {here}/days.csv",
        "import notes {here}/notes.txt",
        "import archive {here}/exported --dry-run",
        "import archive {here}/exported --yes",
        "import --undo",
        "import --undo --yes",
        "import {here}/notes.txt",
        "import loop {here}/notes.txt",
        "export {here}/again",
        "export {here}/again --yes",
        "export {here}/exported --yes",
        "key-file new {here}/stick.txt",
        "key-file remove",
        "guide",
        *(f"guide {name}" for name in NAMES),
        "doctor",
    ],
)
def test_moving_in_and_out_and_the_guide_are_told_in_plain_lines(
    command: Command, fill: Filling, tmp_path: Path, words: str
) -> None:
    fill(some)
    (tmp_path / "days.csv").write_text("focus,date,state\nalcohol,2026-11-01,clean\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("2026-11-20 08:00 a walk\ncraving 7\n", encoding="utf-8")
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text('region = "xx"\nidle_minutes = 0\nnothing = 1\n', encoding="utf-8")
    assert command("export", str(tmp_path / "exported"), "--yes").code == 0
    assert command("import", "loop", str(SAMPLES / "loop" / "words"), "--yes").code == 0

    given = words.format(samples=SAMPLES, here=tmp_path).split()
    takes_none = given[0] == "guide" or given[-1] == "--help" or words == "import {here}/notes.txt"
    ended = command(*given, passphrase=None if takes_none else PASSPHRASE)
    told = [*ended.out.splitlines(), *ended.err.splitlines()]
    assert any(told)
    if "--help" not in given:
        assert not_flat(told) == []
        assert [line for line in told if line.endswith(("..", " ."))] == []
    assert [line for line in told if "..." in line.removesuffix("[ARGS]...")] == []  # nothing is cut


@pytest.mark.usefixtures("on")
def test_each_cell_stands_after_its_heading(command: Command, fill: Filling) -> None:
    fill(some)
    assert command("cravings").out.split("\n\n")[0].splitlines() == [
        ON,
        "When: Fri 20 Nov, 11:00",
        "Strength: 9 → 2",
        "Focus: alcohol",
        "Outcome: ended: rode it out",
        "Set off by: Dan, tired",
        "Tried: walk",
    ]
    assert command("entries").out.splitlines() == [
        ON,
        "When: Mon 23 Nov, 12:00",
        "Title: rain",
        "Text: first line",
        "second line",
    ]
    assert "free days: 0 of 0 logged" in command("days").out
    assert "Area: work" in command("needs").out


@pytest.mark.usefixtures("on")
def test_errors_and_help_are_flat_too(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["slip", "--help"]):
        assert main(no_screens, words) == 0
        told = capsys.readouterr().out
        assert [line for line in told.splitlines() if "  " in line.strip()] == []
    assert "--yes: Ask nothing." in told
    assert command("entries", "--from", "someday").code == 2
    assert command("goals").out == f"{ON}\nNo goals yet.\n"


# Lines on a terminal.


def test_lines_break_between_words() -> None:
    said = "Are you safe right now? If not: `journal safety` shows who to call."
    assert wrapped(said, 30) == ["Are you safe right now? If", "not: `journal safety` shows", "who to call."]
    assert wrapped("  " + said, 30)[1].startswith("  not:")
    assert wrapped("ok  size: forty columns and twenty rows", 20) == [
        "ok  size: forty",
        "  columns and twenty",
        "  rows",
    ]
    assert wrapped("x" * 40, 30) == ["x" * 40]
    assert wrapped("", 10) == [""]
    assert max(map(len, wrapped(said * 3, 20))) <= 20


def test_a_narrow_terminal_cuts_no_word(path: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "journal", "safety", "--journal", str(path)],
        cwd=str(ROOT),
        dimensions=(24, 40),
        encoding="utf-8",
        timeout=20,
    )
    narrow = child.read()
    child.close()
    wide = in_shell("safety").out
    assert [line for line in narrow.splitlines() if len(line) > 40 and " " in line] == []
    assert set(narrow.split()) == set(wide.split())


# The menu.


def spawned(path: Path, *words: str, **environment: str) -> pexpect.spawn[str]:
    return pexpect.spawn(
        sys.executable,
        ["-m", "journal", *words],
        cwd=str(ROOT),
        dimensions=(60, 70),
        encoding="utf-8",
        timeout=30,
        env={**os.environ, "JOURNAL_FILE": str(path), **environment},
    )


def test_the_menu_stands_for_the_screens(path: Path) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        journal.focuses.add(Focus(label="alcohol", start=date(2026, 1, 1)))
    child = spawned(path, ACCESSIBLE="1")
    child.expect_exact(ON)
    child.expect_exact("1: Open the journal")
    child.expect_exact("Choose a number:")
    child.sendline("3")
    child.expect_exact("Give naloxone")
    child.expect_exact("Choose a number:")
    child.sendline("1")
    child.expect_exact("Passphrase:")
    child.sendline("wrong")
    child.expect_exact("does not open this journal")
    child.expect_exact("Choose a number:")
    child.sendline("1")
    child.expect_exact("Passphrase:")
    child.sendline(PASSPHRASE)
    child.expect_exact("1: Check-in")
    child.expect_exact("Choose a number:")
    for line in ("4", "a quiet evening", "with rain", ""):
        child.sendline(line)
    child.expect_exact("Saved.")
    child.expect_exact("Choose a number:")
    for line in ("5", "yesterday", "1"):
        child.sendline(line)
    child.expect_exact("was not logged, now free")
    child.expect_exact("Choose a number:")
    child.sendline("3")
    child.expect_exact("How strong is it, 0 to 10?")
    child.sendline("6")
    child.expect_exact("What set it off?")
    child.sendeof()
    child.expect_exact("Saved: a craving of 6.")
    child.expect_exact("Choose a number:")
    child.sendline("2")
    child.expect_exact("When was it?")
    child.sendintr()
    child.expect_exact("Interrupted.")
    child.expect_exact("Choose a number:")
    child.sendeof()
    child.expect_exact("Locked.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "\x1b" not in (child.before or "")
    with Journal.open(path, PASSPHRASE) as journal:
        assert [entry.text for entry in journal.entries] == ["a quiet evening\nwith rain"]
        assert [craving.intensity for craving in journal.cravings] == [6]
        assert (len(journal.marks), len(journal.uses)) == (1, 0)


def test_a_craving_in_the_locked_menu_is_sealed(path: Path) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    child = spawned(path, "--accessible")
    child.expect_exact("Accessible mode: on (--accessible)")
    child.expect_exact("Choose a number:")
    child.sendline("2")
    child.expect_exact("How strong is it, 0 to 10?")
    child.sendline("4")
    child.sendeof()
    child.expect_exact("Saved and encrypted.")
    child.expect_exact("4: Guide")
    child.expect_exact("Choose a number:")
    child.sendline("4")
    child.expect_exact("12: Moving in")
    child.sendline("12")
    child.expect_exact("Export your data there")
    child.expect_exact("Choose a number:")
    child.sendline("5")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    with Journal.open(path, PASSPHRASE) as journal:
        assert [capture.intensity for capture in journal.inbox.waiting()] == [4]


def test_a_line_of_the_settings_that_can_not_be_used_is_told_before_the_menu(path: Path, home: Path) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text("idle_minutes = 900\n", encoding="utf-8")
    child = spawned(path, "--accessible")
    child.expect_exact("settings.toml, line 1: idle_minutes must be 1 to 60.")
    child.expect_exact("Choose a number:")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()


@pytest.mark.usefixtures("on")
def test_without_a_terminal_the_menu_is_an_error_of_usage(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(no_screens, ["--journal", str(path)]) == 2
    assert "asks on a terminal" in capsys.readouterr().err


@pytest.mark.usefixtures("on")
def test_when_nobody_types_the_answers_are_saved_and_it_locks(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        journal.focuses.add(Focus(label="alcohol", start=date(2026, 1, 1)))
    answers = iter([b"1\n", b"1\n", b"5\n", b"", b""])
    waited: list[float | None] = []

    def ready(*_: object) -> tuple[list[int], list[int], list[int]]:
        waited.append(OnTerminal.idle)
        return ([], [], []) if len(waited) == 3 else ([0], [], [])

    monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
    monkeypatch.setattr("journal.cli.context.ask", lambda _: PASSPHRASE)
    monkeypatch.setattr("journal.cli.prompts.select.select", ready)
    monkeypatch.setattr("journal.cli.prompts.os.read", lambda *_: next(answers))
    assert main(no_screens, ["--journal", str(path)]) == 0
    said = capsys.readouterr().err
    assert waited[:3] == [180, 180, 180]
    assert "Nothing was typed for 3 minutes." in said
    assert "Locked. What was printed is still in this window" in said
    with Journal.open(path, PASSPHRASE) as journal:
        assert [checkin.mood for checkin in journal.checkins] == [5]
