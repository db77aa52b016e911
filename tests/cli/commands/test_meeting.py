"""Test ``journal meeting``: saved at once with options, asked line by line on a terminal."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pexpect
import pytest

from journal.cli.commands.meeting import KINDS
from journal.cli.meeting_dialog import MeetingDialog, at_day
from journal.cli.prompts import Prompts
from journal.clock import FixedClock
from journal.domain.checkins import CheckIn
from journal.domain.people import Person, Role
from journal.domain.record import Precision, Sensitivity
from journal.domain.sessions import Session, SessionKind
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.cli.test_craving_dialog import EOF, INTERRUPT, Script
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.commands import ROOT, Command

TODAY = date(2026, 11, 23)


def people(journal: Journal) -> None:
    journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.people.add(Person(name="Søren", role=Role.FRIEND))


def saved(fill: Filling) -> list[Session]:
    found: list[Session] = []
    fill(lambda journal: found.extend(journal.sessions))
    return found


def ask(journal: Journal, *answers: str) -> Session:
    script = Script(FixedClock(NOON, ZONE), *answers)
    dialog = MeetingDialog(Prompts(script), journal, at_day(journal, Session(), journal.today()))
    assert dialog.go(day=True, person=True, minutes=True)
    return dialog.session


def test_with_a_kind_it_is_saved_at_once(command: Command, fill: Filling) -> None:
    ended = command("meeting", "--kind", "fellowship")
    assert (ended.code, ended.out) == (0, "Saved: fellowship meeting, Mon 23 Nov.\nLast 7 days: 1 meeting.\n")
    (kept,) = saved(fill)
    assert (kept.kind, kept.held_at, kept.at, kept.local_date) == (SessionKind.FELLOWSHIP, NOON, NOON, TODAY)
    assert (kept.precision, kept.sensitivity) == (Precision.DAY, Sensitivity.NEVER)


def test_every_kind_can_be_said(command: Command, fill: Filling) -> None:
    assert set(KINDS.values()) == set(SessionKind)
    for name in KINDS:
        assert command("meeting", "--kind", name).code == 0
    assert {one.kind for one in saved(fill)} == set(SessionKind)


def test_the_options_say_when_how_long_and_who_with(command: Command, fill: Filling) -> None:
    fill(people)
    fill(lambda journal: journal.checkins.add(CheckIn(meeting_attended=True)))
    words = ("meeting", "--kind", "contact", "--date", "2026-11-20", "--minutes", "15", "--with", "SØREN", "--json")
    told = command(*words).value
    (kept,) = saved(fill)
    assert told.pop("last_7_days") == {"meetings": 1, "contacts": 1}  # a check-in says there was a meeting
    assert told == {"uid": kept.uid, "kind": "contact", "date": "2026-11-20", "minutes": 15}
    names: list[str] = []
    fill(lambda journal: names.append(journal.people.get(kept.person).name))
    assert (kept.local_date, kept.minutes, names) == (date(2026, 11, 20), 15, ["Søren"])


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "Say what it was with --kind."),
        (("--kind", "party"), 2, "--kind"),
        (("--kind", "group", "--date", "2026-11-24"), 1, "That's in the future."),
        (("--kind", "group", "--minutes", "1441"), 2, "Minutes are 0 to 1440."),
        (("--kind", "group", "--with", "Nobody"), 1, "Nobody in the journal has that name."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_saved(
    command: Command, fill: Filling, words: tuple[str, ...], code: int, said: str
) -> None:
    ended = command("meeting", *words)
    assert (ended.code, said in ended.err) == (code, True)
    assert saved(fill) == []


def test_every_question_is_asked_once_and_answered(journal: Journal) -> None:
    people(journal)
    kept = ask(journal, "2", "yesterday", "19:00", "r.", "90", "St. Mark's", "I spoke")
    assert (kept.kind, kept.local_date, kept.minutes) == (SessionKind.GROUP, date(2026, 11, 22), 90)
    assert (kept.place, kept.said, journal.people.get(kept.person).name) == ("St. Mark's", "I spoke", "R.")
    assert (kept.precision, kept.held_at) == (Precision.EXACT, kept.at)
    assert f"{journal.local(kept.at):%H:%M}" == "19:00"


def test_what_is_not_understood_is_asked_again_and_enter_skips(journal: Journal) -> None:
    people(journal)
    kept = ask(journal, "9", "5", "tomorrow", "", "25:00", "23:00", "", "Kay", "", "many", "2000", "20")
    assert (kept.kind, kept.local_date, kept.precision) == (SessionKind.CONTACT, TODAY, Precision.DAY)
    assert (kept.person, kept.minutes, kept.place, kept.said) == ("", 20, "", "")


def test_what_the_options_say_is_not_asked(journal: Journal) -> None:
    people(journal)
    script = Script(FixedClock(NOON, ZONE), "house meeting")
    dialog = MeetingDialog(Prompts(script), journal, at_day(journal, Session(minutes=30), date(2026, 11, 20)))
    assert dialog.go(day=False, person=False, minutes=False)
    assert len(script.questions) == 4
    assert (dialog.session.kind, dialog.session.minutes) == (SessionKind.HOUSE, 30)
    assert dialog.session.local_date == date(2026, 11, 20)


def test_ended_early_what_was_answered_is_kept_and_without_a_kind_nothing_is(journal: Journal) -> None:
    script = Script(FixedClock(NOON, ZONE), "1", "yesterday", EOF)
    dialog = MeetingDialog(Prompts(script), journal, at_day(journal, Session(), journal.today()))
    assert dialog.go(day=True, person=True, minutes=True)
    assert dialog.session.local_date == date(2026, 11, 22)
    for answers in ((EOF,), ("",)):
        script = Script(FixedClock(NOON, ZONE), *answers)
        assert not MeetingDialog(Prompts(script), journal, Session()).go(day=True, person=True, minutes=True)


def test_ctrl_c_saves_nothing(journal: Journal) -> None:
    script = Script(FixedClock(NOON, ZONE), "1", "yesterday", INTERRUPT)
    with pytest.raises(KeyboardInterrupt):
        MeetingDialog(Prompts(script), journal, Session()).go(day=True, person=True, minutes=True)


def test_on_a_terminal_it_asks_and_saves(path: Path) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    words = ["-m", "journal", "meeting", "--minutes", "60", "--journal", str(path)]
    child = pexpect.spawn(sys.executable, words, cwd=str(ROOT), encoding="utf-8", timeout=20)
    child.expect("Passphrase: ")
    child.sendline(PASSPHRASE)
    for question, answer in (
        ("What was it", "1"),
        ("Which day", ""),
        ("What time", ""),
        ("Where", "hall"),
        ("note", ""),
    ):
        child.expect(question)
        child.sendline(answer)
    child.expect("Saved: fellowship meeting")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    with Journal.open(path, PASSPHRASE) as journal:
        (kept,) = journal.sessions.all()
        assert (kept.place, kept.minutes) == ("hall", 60)
