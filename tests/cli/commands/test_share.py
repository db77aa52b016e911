"""Test ``journal summary``: the page for the mentor, as a file."""

from __future__ import annotations

import json
import stat
import sys
from datetime import date
from pathlib import Path

import click
import pexpect
import pyrage
import pytest

from journal.cli.commands.share import summary
from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.people import Person, Role
from journal.domain.share_ledger import Level
from journal.passphrase_length import NEW_TOO_LONG, PDF_TOO_LONG
from journal.store.journal import Journal
from journal.summary import FORMS
from tests.cli.conftest import Filling
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import ROOT, Command
from tests.support.long_passphrases import OVER
from tests.support.sealing import seal_quickly

SECRET = "only for me"


def a_week(journal: Journal) -> None:
    focus = journal.focuses.add(Focus(label="alcohol", start=date(2026, 11, 17)))
    journal.marks.add_many(Mark(focus=focus, local_date=date(2026, 11, n), state=DayState.CLEAN) for n in range(17, 23))
    journal.entries.add(Entry(text=SECRET))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "page.txt"


def shares(command: Command, fill: Filling) -> list[tuple[date, date, str]]:
    found: list[tuple[date, date, str]] = []
    fill(lambda journal: found.extend((s.first, s.last, s.form) for s in journal.shares))
    return found


def test_it_needs_no_mentor_and_no_focus(command: Command, page: Path) -> None:
    ended = command("summary", "--to", str(page))
    assert (ended.code, ended.out) == (0, "Saved: 17–23 Nov, 0 lines.\n")
    assert "Check-in, 17–23 November" in page.read_text()


def test_the_file_is_for_its_owner_only_and_noted_in_the_ledger(command: Command, page: Path, fill: Filling) -> None:
    fill(a_week)
    told = command("summary", "--to", str(page), "--json").value
    assert (told["first"], told["last"], told["format"]) == ("2026-11-17", "2026-11-23", "text")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert "alcohol" in page.read_text()
    assert shares(command, fill) == [(date(2026, 11, 17), date(2026, 11, 23), "text")]


@pytest.mark.parametrize("level", ["minimal", "standard", "full"])
@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_stays_home_at_every_level(
    command: Command, page: Path, fill: Filling, level: str, form: str
) -> None:
    fill(a_week)
    assert command("summary", "--to", str(page), "--share", level, "--format", form).code == 0
    assert SECRET.encode() not in page.read_bytes()


def test_every_form_can_be_asked_for() -> None:
    (option,) = (parameter for parameter in summary.params if parameter.name == "form")
    assert isinstance(option.type, click.Choice)
    assert tuple(option.type.choices) == tuple(FORMS)


def test_it_is_for_whom_it_is_asked_for_and_shows_what_they_see(command: Command, page: Path, fill: Filling) -> None:
    def two(journal: Journal) -> None:
        a_week(journal)
        journal.people.add(Person(name="R.", role=Role.SPONSOR))
        journal.people.add(Person(name="Kay", role=Role.COACH, sees=Level.FULL))

    fill(two)
    assert command("summary", "--to", str(page), "--for", "kay").code == 0
    assert "For Kay" in page.read_text()
    assert command("summary", "--to", str(page), "--replace", "--for", "-").code == 0
    assert "For " not in page.read_text()
    refused = command("summary", "--to", str(page), "--replace", "--for", "Nobody I know")
    assert (refused.code, "Nobody in the journal has that name" in refused.err) == (2, True)


def test_a_sealed_page_opens_with_its_passphrase_or_their_key(command: Command, page: Path, fill: Filling) -> None:
    identity = pyrage.x25519.Identity.generate()
    key = str(identity.to_public())
    fill(lambda journal: journal.people.add(Person(name="R.", role=Role.SPONSOR, age_key=key)))
    lines = f"{PASSPHRASE}\nhanded over\n"
    assert command("summary", "--to", str(page), "--seal", "passphrase", passphrase=lines).code == 0
    assert pyrage.passphrase.decrypt(page.read_bytes(), "handed over").startswith(b"Check-in, ")
    told = command("summary", "--to", str(page), "--replace", "--seal", "key", "--json").value
    assert told["sealed"] == "age, to their key"
    assert pyrage.decrypt(page.read_bytes(), [identity]).startswith(b"Check-in, ")
    refused = command("summary", "--to", str(page), "--replace", "--seal", "password")
    assert (refused.code, "Only a PDF" in refused.err) == (2, True)


def test_how_strong_the_passphrase_of_the_file_is_is_told(
    command: Command, page: Path, fill: Filling, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_quickly(monkeypatch)
    ended = command("summary", "--to", str(page), "--seal", "passphrase", passphrase=f"{PASSPHRASE}\nabc")
    assert (ended.code, ended.err) == (0, "The passphrase of the file is weak: someone who tries can guess it.\n")


def test_a_seal_that_would_be_cut_is_refused(command: Command, page: Path, fill: Filling) -> None:
    sealing = ("summary", "--to", str(page), "--format", "pdf", "--seal")
    too_long = command(*sealing, "passphrase", passphrase=f"{PASSPHRASE}\n{OVER}")
    assert (too_long.code, too_long.err.rstrip("\n")) == (2, NEW_TOO_LONG)
    too_long = command(*sealing, "password", passphrase=f"{PASSPHRASE}\n{'ü' * 64}")
    assert (too_long.code, too_long.err.rstrip("\n")) == (2, PDF_TOO_LONG)
    assert not page.exists()
    assert command(*sealing, "password", passphrase=f"{PASSPHRASE}\n{'ü' * 63}").code == 0


def test_its_numbers_are_those_of_days(command: Command, page: Path, fill: Filling) -> None:
    fill(a_week)
    command("summary", "--to", str(page), "--format", "json")
    (told,) = command("days", "--json").value
    values = [line["values"] for line in json.loads(page.read_text())["lines"] if "values" in line]
    figures = {name: value for figures in values for name, value in figures.items()}
    assert told["clean_days"] in figures.values()
    assert told["full_days"] in figures.values()


def test_a_file_that_is_there_is_left_unless_it_may_be_replaced(command: Command, page: Path, fill: Filling) -> None:
    page.write_text("a letter")
    refused = command("summary", "--to", str(page))
    assert refused.code == 1
    assert "--replace" in refused.err
    assert page.read_text() == "a letter"
    assert shares(command, fill) == []
    assert command("summary", "--to", str(page), "--replace").code == 0
    assert "Check-in, " in page.read_text()
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_the_next_page_begins_where_the_last_one_ended(command: Command, page: Path) -> None:
    command("summary", "--to", str(page), "--since", "2026-11-01", "--until", "2026-11-20")
    told = command("summary", "--to", str(page), "--replace", "--since", "last", "--json").value
    assert (told["first"], told["last"]) == ("2026-11-20", "2026-11-23")


def test_without_an_earlier_page_seven_days_end_on_the_last_one(command: Command, page: Path) -> None:
    told = command("summary", "--to", str(page), "--until", "2026-11-10", "--json").value
    assert (told["first"], told["last"]) == ("2026-11-04", "2026-11-10")


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--to", "x", "--format", "docx"),
        ("--to", "x", "--share", "everything"),
        ("--to", "x", "--since", "yesterday"),
        ("--to", "x", "--since", "2026-11-20", "--until", "2026-11-10"),
    ],
)
def test_wrong_options_are_errors_of_usage(
    command: Command, options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command("summary", *options).code == 2
    assert not Path("x").exists()


def test_a_directory_that_is_not_there_is_one_sentence(command: Command, tmp_path: Path, fill: Filling) -> None:
    ended = command("summary", "--to", str(tmp_path / "none" / "page.txt"))
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert shares(command, fill) == []


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_on_a_terminal_the_page_is_seen_before_it_is_written(path: Path, page: Path, answer: str, code: int) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    child = pexpect.spawn(
        sys.executable,
        ["-m", "journal", "summary", "--to", str(page), "--journal", str(path)],
        cwd=str(ROOT),
        encoding="utf-8",
        timeout=20,
    )
    child.expect("Passphrase: ")
    child.sendline(PASSPHRASE)
    child.expect("Check-in, ")
    child.expect("Save it to page.txt")
    assert not page.exists()
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, page.exists()) == (code, code == 0)
