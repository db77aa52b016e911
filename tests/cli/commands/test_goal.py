"""Test ``journal goal``: list, add, tick off a step, and say how far a goal is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from journal.clock import FixedClock
from journal.domain.goals import Goal, GoalStatus, Step
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.cli.test_craving_dialog import Script
from tests.support.commands import Command


def some(journal: Journal) -> None:
    journal.goals.add(Goal(title="rest", status=GoalStatus.ACHIEVED))
    journal.goals.add(Goal(title="class", steps=[Step(text="ask", done_on=date(2026, 11, 1)), Step(text="enrol")]))
    journal.goals.add(Goal(title="bicycle", target=Decimal(600), unit="€", due=date(2026, 12, 24)))


def test_open_goals_are_listed_by_number(command: Command, fill: Filling) -> None:
    fill(some)
    assert [(goal["number"], goal["title"]) for goal in command("goal", "--json").value] == [
        (1, "bicycle"),
        (2, "class"),
    ]
    first, second = command("goal").out.splitlines()
    assert (first.split("  ")[0], "0/600 €" in first, "next: enrol" in second) == ("1", True, True)


def test_a_step_is_done_and_a_value_is_dated(command: Command, fill: Filling) -> None:
    fill(some)
    assert command("goal", "--goal", "1", "--value", "440").out == "Saved: bicycle, 440/600 €\n"
    assert command("goal", "--goal", "2", "--done", "2").out.startswith("Saved: class, 2 of 2\nAll its steps are done.")
    steps = command("goal", "--json").value[1]["steps"]
    assert [step["done_on"] for step in steps] == ["2026-11-01", "2026-11-23"]


def test_the_words_of_a_new_goal_come_from_standard_input(command: Command) -> None:
    ended = command("goal", "--add", "--due", "in 4 weeks", stdin="läufe\nshoes\n\npark\n".encode())
    assert (ended.out, ended.err) == ("Saved: läufe\n", "Mon 21 Dec, in 28 days\n")
    (goal,) = command("goal", "--json").value
    assert (goal["due"], [step["text"] for step in goal["steps"]]) == ("2026-12-21", ["shoes", "park"])


def test_on_a_terminal_it_lists_and_asks(
    command: Command, fill: Filling, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(some)

    def run(*answers: str) -> Script:
        script = Script(clock, *answers)
        monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
        monkeypatch.setattr("journal.cli.prompts.OnTerminal", lambda: script)
        assert command("goal").code == 0
        return script

    lines = run("9", "2", "1", "2").lines
    assert lines[0] == "A number from the list, n, or enter."
    assert lines[-1] == "This goal has no step with this number that is still to do."
    run("n", "swim", "lesson", "pool", "", "in 2 weeks")
    run("")
    swim, _, school = command("goal", "--yes", "--json").value
    assert (swim["title"], swim["due"], len(swim["steps"])) == ("swim", "2026-12-07", 2)
    assert (school["title"], school["progress"]) == ("class", 1)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("--goal 9 --done 1", 1, "No open goal has this number."),
        ("--goal 2 --done 1", 1, "This goal has no step with this number that is still to do."),
        ("--goal 2 --value 5", 1, "This goal is not counted: it has no target."),
        ("--done 1", 2, "--goal says which goal"),
        ("--goal 1", 2, "Nothing was changed."),
        ("--goal 1 --value much", 2, "Enter a number of 0 or more."),
        ("--add", 2, "A goal needs words"),
    ],
)
def test_what_can_not_be_changed_says_why(command: Command, fill: Filling, words: str, code: int, told: str) -> None:
    fill(some)
    ended = command("goal", *words.split())
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.startswith(told)
