"""Compare every word that a shell shows a person in a bad hour with a golden text."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from journal.clock import FixedClock
from journal.domain.coping import Strategy
from journal.domain.cravings import Trigger
from journal.domain.focuses import Focus, FocusKind
from journal.domain.if_then_plans import Plan
from journal.domain.people import Person, Role
from journal.domain.reasons import Reason
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.cli.test_craving_dialog import Script
from tests.conftest import PASSPHRASE
from tests.support.commands import Command
from tests.support.golden import assert_kept


class Transcript(Script):
    """Writes down each question together with its answer."""

    def ask(self, question: str) -> str:
        answer = super().ask(question)
        self.lines.append(f"{question} {answer}".rstrip())
        return answer


class Asked(Protocol):
    """The command line, followed by everything that was printed and asked."""

    def __call__(self, line: str, *answers: str, breaths: int = ..., passphrase: str | None = ...) -> str: ...


@pytest.fixture
def asked(command: Command, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Return a function that runs commands on a terminal where a person gives these answers."""

    def run(line: str, *answers: str, breaths: int = 3, passphrase: str | None = None) -> str:
        terminal = Transcript(clock, *answers, breaths=breaths)
        monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
        monkeypatch.setattr("journal.clock.SystemClock", lambda: clock)
        monkeypatch.setattr("journal.cli.prompts.OnTerminal", lambda: terminal)
        ended = command(*line.split(), passphrase=passphrase)
        start = f"$ journal {line}{' --passphrase-fd 3' if passphrase else ''}"
        return "\n".join([start, *terminal.lines, *ended.err.splitlines(), *ended.out.splitlines(), ""])

    return run


def own(journal: Journal) -> None:
    """Add two focuses, and lists of the person's own."""
    journal.focuses.add(Focus(label="heroin", kind=FocusKind.OPIOIDS))
    journal.focuses.add(Focus(label="nicotine", kind=FocusKind.NICOTINE))
    dan = journal.triggers.add(Trigger(label="Dan"))
    walk = journal.strategies.add(Strategy(label="a walk"))
    journal.strategies.add(Strategy(label="call Ana", favourite=True))
    journal.plans.add(Plan(trigger=dan, strategy=walk, words="I say I am driving, and leave."))
    journal.reasons.add(Reason(text="I want to see Mia on Saturdays."))
    journal.people.add(Person(name="Ana", role=Role.FRIEND, contact="12 34"))


def test_asked_without_the_passphrase_each_answer_is_sealed(asked: Asked) -> None:
    answers = ("strong", "8", "99", "Dan, 1", "3", "1", "rode it out")
    assert_kept(asked("craving", *answers), "journal-craving-asked")


def test_asked_with_the_passphrase_it_knows_what_is_the_persons_own(asked: Asked, fill: Filling) -> None:
    fill(own)
    said = asked("craving --no-breath", "9", "1", "1", "9", "", "used", breaths=1000, passphrase=PASSPHRASE)
    assert_kept(said, "journal-craving-asked-passphrase")


def test_asked_and_passed_over_nothing_is_kept_and_it_helps_all_the_same(asked: Asked) -> None:
    assert_kept(asked("craving"), "journal-craving-passed-over")


def test_asked_where_nothing_can_be_kept_it_says_so_and_helps_all_the_same(asked: Asked, path: Path) -> None:
    path.with_name(f"{path.name}.inbox").unlink()
    assert_kept(asked("craving", "6", "Dan"), "journal-craving-not-kept")


def test_what_else_is_said_in_a_line(asked: Asked) -> None:
    said = [
        asked("craving 8"),
        asked("inbox --keep 01234567", passphrase=PASSPHRASE),
        asked("inbox --keep-all", passphrase=PASSPHRASE),
        asked("inbox", passphrase=PASSPHRASE),
        asked("commitments", passphrase=PASSPHRASE),
    ]
    assert_kept("\n".join(said), "journal-lines")
