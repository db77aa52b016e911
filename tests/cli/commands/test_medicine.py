"""Test ``journal medicine``: list, taken, missed, and a new one from questions or standard input."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.clock import FixedClock
from journal.domain.medicines import DoseState, Medicine
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.cli.test_craving_dialog import Script
from tests.conftest import NOON
from tests.support.commands import Command

EIGHT, ELEVEN, TWENTY = 480, 660, 1200


def some(journal: Journal) -> None:
    clock = journal.clock
    assert isinstance(clock, FixedClock)
    clock.set(NOON - timedelta(days=9))
    journal.medicines.add(Medicine(name="sertraline", dose="50 mg", times=[EIGHT, TWENTY]))
    journal.medicines.add(Medicine(name="gone", times=[EIGHT], archived=True))
    journal.medicines.add(Medicine(name="methadone", times=[ELEVEN], methadone=True))
    journal.medicines.add(Medicine(name="ibuprofen"))
    clock.set(NOON)


def noted(command: Command) -> list[tuple[str, list[DoseState | None]]]:
    """Return the states of the doses of today, by medicine."""
    return [(one["name"], [dose["state"] for dose in one["today"]]) for one in command("medicine", "--json").value]


def test_they_are_listed_by_number_with_what_is_due(command: Command, fill: Filling) -> None:
    assert command("medicine").out == "No medicines yet. `journal medicine --add` adds one.\n"
    fill(some)
    assert command("medicine").out.splitlines() == [
        "1  08:00, due   sertraline, 50 mg  08:00 due, 20:00 not yet",
        "2  11:00, due   methadone          11:00 due",
        "3  when needed  ibuprofen",
    ]
    (first, second, third) = command("medicine", "--json").value
    assert first["next"] == {"day": "2026-11-23", "time": "08:00", "due": True}
    assert (second["methadone"], third["next"], third["times"]) == (True, None, [])


def test_taken_and_missed_are_noted_once_and_missed_has_the_fixed_line(command: Command, fill: Filling) -> None:
    fill(some)
    assert command("medicine", "--taken", "1").out == "Noted as taken: sertraline, 08:00\n"
    assert command("medicine", "--missed", "2").out.splitlines() == [
        "Noted as missed: methadone, 11:00",
        "Don't double up. Ask your pharmacist.",
        "Missed 3 days or more? Don't take your usual dose. Call your clinic.",
    ]
    again = command("medicine", "--taken", "1")
    assert (again.code, "Nothing is due. Next: 20:00." in again.err) == (1, True)
    assert command("medicine", "--taken", "3").out == "Noted as taken: ibuprofen\n"
    assert command("medicine", "--missed", "3").code == 1
    assert noted(command) == [("sertraline", ["taken", None]), ("methadone", ["missed"]), ("ibuprofen", ["taken"])]


def test_a_new_one_comes_from_standard_input(command: Command) -> None:
    made = command("medicine", "--add", stdin=b"tea\na cup\n20:30, 8\nno\n")
    assert made.out == "Saved: tea, a cup · 08:00, 20:30\n"
    assert command("medicine", "--add", stdin=b"\n").code == 2
    assert command("medicine", "--add", stdin=b"tea\n\nsoon\n").code == 2
    assert [one["times"] for one in command("medicine", "--json").value] == [["08:00", "20:30"]]


@pytest.mark.parametrize("words", [("--taken", "9"), ("--taken", "0"), ("--taken", "1", "--add")])
def test_a_number_that_no_medicine_has_is_refused(command: Command, fill: Filling, words: tuple[str, ...]) -> None:
    fill(some)
    assert command("medicine", *words).code in (1, 2)


def test_on_a_terminal_it_lists_and_asks_by_number(
    command: Command, fill: Filling, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(some)

    def run(*answers: str) -> Script:
        script = Script(clock, *answers)
        monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
        monkeypatch.setattr("journal.cli.prompts.OnTerminal", lambda: script)
        assert command("medicine").code == 0
        return script

    run("9", "1")
    run("m2")
    run("n", "tea", "", "soon", "8", "n")
    run("")
    assert noted(command)[:2] == [("sertraline", ["taken", None]), ("methadone", ["missed"])]
    assert noted(command)[-1][0] == "tea"
