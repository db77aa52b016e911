"""Test commitments as lines and as JSON."""

from __future__ import annotations

from datetime import date

from journal.domain.commitments import Commitment, CommitmentStatus
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.support.commands import Command


def some(journal: Journal) -> None:
    journal.commitments.add(
        Commitment(text="rest", status=CommitmentStatus.DONE_LATE, due=date(2026, 1, 2), closed_on=date(2026, 1, 3))
    )
    journal.commitments.add(Commitment(text="GP\nabout sleep", status=CommitmentStatus.CARRIED, carried=2))
    journal.commitments.add(Commitment(text="text R.", due=date(2020, 5, 4)))


def test_promises_that_are_open_come_first_by_their_day(command: Command, fill: Filling) -> None:
    fill(some)
    told = command("commitments", "--json").value
    assert [(one["text"], one["status"], one["open"]) for one in told] == [
        ("text R.", "open", True),
        ("GP\nabout sleep", "carried", True),
        ("rest", "done late", False),
    ]
    assert [one["due"] for one in told] == ["2020-05-04", None, "2026-01-02"]
    first, second, third, last = command("commitments").out.splitlines()
    assert last == "done on time: 0 of 2 that were due"
    assert "was for Mon 4 May 2020" in first
    assert "GP about sleep" in second
    assert "carried over 2 times" in second
    assert third.split() == ["rest", "me", "done", "late"]


def test_with_nothing_promised_it_says_so(command: Command) -> None:
    assert command("commitments", "--json").value == []
    assert "yet." in command("commitments").out
