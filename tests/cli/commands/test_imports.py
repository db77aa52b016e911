"""Check ``journal import KIND PATH`` and ``journal import --undo``: what is said, asked, added and taken back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.cli.commands import imports
from journal.clock import FixedClock
from journal.domain.days import DayState
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.cli.test_craving_dialog import EOF, Script
from tests.support.commands import Command
from tests.support.fake_export import export

__all__ = ["export"]

AtTerminal = Callable[..., Script]


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch, clock: FixedClock) -> AtTerminal:
    """Return a function that puts a person with these answers at a terminal."""

    def sit(*answers: str) -> Script:
        script = Script(clock, *answers)
        monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
        monkeypatch.setattr("journal.cli.prompts.OnTerminal", lambda: script)
        return script

    return sit


def states(fill: Filling) -> str:
    found: list[str] = []
    fill(lambda journal: found.extend(mark.state for mark in journal.marks))
    return "".join(found)


def numbers(fill: Filling) -> tuple[int, int, int]:
    """Return how many focuses, days and entries there are."""
    found: list[int] = []

    def count(journal: Journal) -> None:
        found.extend((len(journal.focuses), len(journal.marks), len(journal.entries)))

    fill(count)
    return found[0], found[1], found[2]


def test_a_dry_run_says_everything_and_changes_no_byte(command: Command, export: Path, path: Path) -> None:
    before = path.read_bytes()
    ended = command("import", "loop", str(export), "--dry-run")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "Will add: 1 entry, 3 days, 1 focus. From Fri 20 Nov to Sun 22 Nov.",
        "New focus: Wine, from Fri 20 Nov.",
        "3 to check: It is not known what this day was.",
        "1 left out: A reminder is not imported.",
        "Question: What does yes mean? Answer used: not known.",
        "Other answer: --answer yes=VALUE, with one of clean, used, unknown, ''.",
        "Question: In which unit? Answer used: none.",
        "Other answer: --answer unit=VALUE",
        "This was a dry run: nothing was added.",
    ]
    value = command("import", "loop", str(export), "--dry-run", "--json").value
    assert value["records"] == {"entries": 1, "marks": 3, "focuses": 1}
    assert [question["name"] for question in value["questions"]] == ["yes", "unit"]
    assert path.read_bytes() == before


def test_without_a_terminal_only_yes_adds_and_questions_get_the_cautious_answer(
    command: Command, export: Path, path: Path, fill: Filling
) -> None:
    before = path.read_bytes()
    ended = command("import", "loop", str(export))
    assert ended.code == 1
    assert ended.err == "Nothing was imported. To add these, run it again with --yes.\n"
    assert path.read_bytes() == before

    ended = command("import", "loop", str(export), "--yes")
    assert ended.code == 0
    assert ended.out.startswith("Added: 1 entry, 3 days, 1 focus.\nNew focus: Wine")
    assert ended.out.endswith("To take it back: journal import --undo\n")
    assert states(fill) == str(DayState.UNKNOWN) * 3


def test_an_option_answers_a_question(command: Command, export: Path, fill: Filling) -> None:
    answer = ("--answer", "yes=clean", "--answer", "unit=drinks")
    value = command("import", "loop", str(export), "--yes", "--json", *answer).value
    assert [question["answer"] for question in value["questions"]] == ["clean", "drinks"]
    assert states(fill) == "-o-"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("yes", "--answer takes NAME=VALUE. A dry run lists the names."),
        ("x=1", "There is no question named x. A dry run lists the names."),
        ("yes=maybe", "yes takes one of: clean, used, unknown, ''."),
    ],
)
def test_an_answer_that_does_not_fit_is_an_error_of_usage(
    command: Command, export: Path, answer: str, told: str
) -> None:
    ended = command("import", "loop", str(export), "--yes", "--answer", answer)
    assert (ended.code, ended.err.splitlines()[-1]) == (2, told)


def test_on_a_terminal_the_report_comes_first_then_questions_then_whether_to_add(
    command: Command, export: Path, fill: Filling, at_terminal: AtTerminal
) -> None:
    script = at_terminal("1", "drinks", "y")
    ended = command("import", "loop", str(export))
    assert script.questions == ["A number, or enter:", "In which unit?", "Add these? (y/n)"]
    assert script.lines == [
        "What does yes mean? (Enter: not known)",
        "1  a day without use",
        "2  a day with use",
        "3  not known",
        "4  leave these days out",
    ]
    assert ended.err.count("Will add: 1 entry, 3 days, 1 focus.") == 2  # again, as the answers changed it
    assert "1 to check: It is not known what this day was." in ended.err
    assert ended.out.splitlines()[0] == "Added: 1 entry, 3 days, 1 focus."
    assert states(fill) == "-o-"


def test_an_empty_answer_of_the_list_is_not_taken_for_no_answer(
    command: Command, export: Path, fill: Filling, at_terminal: AtTerminal
) -> None:
    at_terminal("4", "", "y")
    command("import", "loop", str(export))
    assert numbers(fill) == (1, 0, 0)


@pytest.mark.parametrize("answers", [("", "", "n"), ("", "", ""), (EOF,)], ids=["no", "enter", "end"])
def test_no_enter_and_the_end_of_input_add_nothing(
    command: Command, export: Path, path: Path, at_terminal: AtTerminal, answers: tuple[str, ...]
) -> None:
    before = path.read_bytes()
    at_terminal(*answers)
    ended = command("import", "loop", str(export))
    assert ended.err.endswith("Nothing was imported.\n")
    assert path.read_bytes() == before


def test_a_second_import_adds_nothing_and_undo_takes_the_first_one_back(
    command: Command, export: Path, fill: Filling
) -> None:
    command("import", "loop", str(export), "--yes")
    ended = command("import", "loop", str(export), "--yes")
    assert ended.out.splitlines() == [
        "Nothing new to add.",
        "1 left out: A reminder is not imported.",
        "Imported before, or there already: 5. These are not added again.",
    ]
    refused = command("import", "--undo")
    assert refused.code == 1
    assert refused.err.splitlines() == [
        "Last import: Loop Habit Tracker, loop.csv, on Mon 23 Nov.",
        "Undo takes away: 1 entry, 3 days, 1 focus.",
        "Nothing was changed. To undo this import, run it again with --yes.",
    ]
    assert numbers(fill) == (1, 3, 1)
    undone = command("import", "--undo", "--yes")
    assert undone.out.splitlines()[-1] == "Import undone. Removed: 1 entry, 3 days, 1 focus."
    assert numbers(fill) == (0, 0, 0)
    assert command("import", "--yes", "--undo", "--json").value == {"undone": None}
    assert command("import", "undo").out == "There is no import to undo.\n"


@pytest.mark.parametrize(("answer", "left"), [("y", (0, 0, 0)), ("", (1, 3, 1))])
def test_an_undo_says_what_it_takes_away_and_asks(
    command: Command, export: Path, fill: Filling, at_terminal: AtTerminal, answer: str, left: tuple[int, int, int]
) -> None:
    command("import", "loop", str(export), "--yes")
    script = at_terminal(answer)
    ended = command("import", "--undo")
    assert script.questions == ["Undo this import? (y/n)"]
    assert "Undo takes away: 1 entry, 3 days, 1 focus." in ended.err
    assert numbers(fill) == left


def test_what_is_no_export_is_told_and_nothing_is_imported(command: Command, export: Path) -> None:
    export.write_text("broken", encoding="utf-8")
    ended = command("import", "loop", str(export), "--yes")
    assert (ended.code, ended.err) == (1, "This isn't an export of Loop. Nothing was imported.\n")
    assert command("import", "loop", str(export.with_name("none"))).code == 2


def test_in_accessible_mode_every_line_is_flat(
    command: Command, export: Path, monkeypatch: pytest.MonkeyPatch, at_terminal: AtTerminal
) -> None:
    script = at_terminal("1", "", "y")
    monkeypatch.setattr(imports, "MANY_RECORDS", 1)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    ended = command("import", "loop", str(export), "--accessible")
    lines = [*script.lines, *ended.out.splitlines(), *ended.err.splitlines()]
    assert "1: a day without use" in script.lines
    assert not [line for line in lines if "  " in line or "\x1b" in line or "\r" in line]


def test_days_have_a_dry_run_and_can_be_undone(command: Command, tmp_path: Path, path: Path) -> None:
    sheet = tmp_path / "days.csv"
    sheet.write_text("focus,date,state\nx,2026-11-20,clean\n", encoding="utf-8")
    before = path.read_bytes()
    ended = command("import", "days", str(sheet), "--dry-run")
    assert ended.out == "Would import 1 day; 0 are already there.\nWould add a focus: x.\n"
    assert path.read_bytes() == before
    command("import", "days", str(sheet))
    assert command("import", "--undo", "--yes", "--json").value["removed"] == {"focuses": 1, "marks": 1}


def test_a_day_that_would_move_a_start_is_told_in_a_dry_run(command: Command, tmp_path: Path) -> None:
    sheet = tmp_path / "days.csv"
    sheet.write_text("focus,date,state\nx,2026-11-20,clean\n", encoding="utf-8")
    command("import", "days", str(sheet))
    sheet.write_text("focus,date,state\nx,2026-11-19,clean\n", encoding="utf-8")
    assert "x would start on 2026-11-19." in command("import", "days", str(sheet), "--dry-run").out
