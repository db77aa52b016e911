"""Check that the card of ``journal card`` holds nothing but what was asked for."""

from __future__ import annotations

import stat
from pathlib import Path

from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.domain.record import Sensitivity
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.support.commands import Command


def reason_and_person(journal: Journal) -> None:
    journal.reasons.add(Reason(text="Saturdays with Mia"))
    journal.people.add(Person(name="Ana", contact="555 0100"))


def test_people_go_on_it_only_when_asked_for(command: Command, fill: Filling, tmp_path: Path) -> None:
    fill(reason_and_person)
    file = tmp_path / "card.txt"
    assert command("card", "--to", str(file), "--json").value == {"file": str(file), "lines": 1, "format": "text"}
    assert "Saturdays with Mia" in file.read_text()
    assert "555 0100" not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert command("card", "--to", str(file), "--people").code == 1
    assert command("card", "--to", str(file), "--people", "--format", "html", "--replace").code == 0
    assert "555 0100" in file.read_text()


def test_what_is_never_shared_stays_off_it(command: Command, fill: Filling, tmp_path: Path) -> None:
    def never(journal: Journal) -> None:
        reason_and_person(journal)
        journal.reasons.add(Reason(text="the night at the river", sensitivity=Sensitivity.NEVER))
        journal.people.add(Person(name="Dan", contact="555 0199", sensitivity=Sensitivity.NEVER))

    fill(never)
    file = tmp_path / "card.txt"
    assert command("card", "--to", str(file), "--people").code == 0
    assert "Saturdays with Mia" in file.read_text()
    assert not any(words in file.read_text() for words in ("river", "Dan", "555 0199"))


def test_with_nothing_to_put_on_it_no_file_is_made(command: Command, tmp_path: Path) -> None:
    ended = command("card", "--to", str(tmp_path / "card.html"))
    assert (ended.code, list(tmp_path.glob("card*"))) == (1, [])
