"""Check that a person reads the label of a value, never the value as it is stored; JSON has the stored value.

Every label is replaced by a marker. A stored value that is shown without its label stays as it is, and is found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

from journal.cli.craving_recorder import Recorded
from journal.clock import FixedClock
from journal.craving_support import CravingSupport
from journal.domain.agreements import Agreement, Cadence, Ending, ended
from journal.domain.captures import Capture
from journal.domain.checkins import CheckIn
from journal.domain.commitments import By, Commitment, CommitmentStatus
from journal.domain.coping import Family, Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Needs, Outcome, Trigger, TriggerKind
from journal.domain.debriefs import Debrief, Tell
from journal.domain.focuses import FocusKind
from journal.domain.goals import Goal, GoalStatus
from journal.domain.if_then_plans import Plan
from journal.domain.kinds import TIMELINE
from journal.domain.needs import Area, Need, NeedStatus
from journal.domain.onboarding import focuses_of
from journal.domain.people import Person, Role
from journal.domain.preferences import Preferences, SinceConvention
from journal.domain.record import Record, Sensitivity
from journal.domain.sessions import Session, SessionKind, Wish
from journal.domain.share_ledger import Level, Paper, Share
from journal.domain.uses import Situation, Use
from journal.record_text import RecordText
from journal.search import Search
from journal.sharing import wallet_card
from journal.sharing.agreement_form import agreement_form
from journal.sharing.meeting_receipt import receipt
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import draft, render
from journal.text import cravings as cravings_text
from journal.text import debriefs as debriefs_text
from journal.text import focuses as focuses_text
from journal.text import inbox as inbox_text
from journal.text.labels import LABELS
from tests.cli.test_craving_dialog import ANSWERS, ask
from tests.conftest import CHEAP, NOON, PASSPHRASE
from tests.support.commands import Command, in_process
from tests.support.lives import FIRST, TODAY, days

MARKER = re.compile("«[^»]*»")

VALUES: tuple[StrEnum, ...] = (
    *(Cadence.FORTNIGHTLY, Ending.CHANGED, By.BOTH, CommitmentStatus.DONE_LATE, Family.CALM, TriggerKind.CELEBRATION),
    *(Halt.LONELY, Outcome.RODE_OUT, Needs.LEAVE_HOME, Area.CHILDCARE, NeedStatus.ASKED, Role.COACH, Wish.HOLD),
    *(SinceConvention.DAY_NUMBER, SessionKind.FELLOWSHIP, Paper.CARD, Situation.TESTING, GoalStatus.PAUSED),
    FocusKind.SCREENS,
)
"""One value of each enum that is shown without a screen, chosen so that none of our sentences has its words."""


def marker(value: StrEnum) -> str:
    """Return a label that shares no word with the stored value."""
    return f"«{type(value).__name__[:4]}{list(type(value)).index(value)}»"


def check(text: str, *shown: StrEnum, named_otherwise: StrEnum | None = None) -> None:
    """Assert that the text has the markers of these values and no stored value, except of one that has other words."""
    assert [value for value in shown if marker(value) not in text] == []
    plain = " ".join(MARKER.sub("", text).split())
    bare = [value for value in VALUES if re.search(rf"\b{re.escape(value)}\b", plain)]
    assert [value for value in bare if value is not named_otherwise] == []


@pytest.fixture(autouse=True)
def _marked(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in LABELS:
        monkeypatch.setitem(LABELS, kind, marker)


def fill(journal: Journal) -> None:
    """Add records that hold the values."""
    with journal.transaction():
        focus = days(journal, "------")
        person = journal.people.add(Person(name="Ana", role=Role.COACH, sensitivity=Sensitivity.ASK))
        strategy = journal.strategies.add(Strategy(label="walk", family=Family.CALM, needs=[Needs.LEAVE_HOME]))
        trigger = journal.triggers.add(Trigger(label="a party", kind=TriggerKind.CELEBRATION))
        journal.plans.add(Plan(situation=Situation.TESTING, strategy=strategy))
        journal.set_preferences(Preferences(since=SinceConvention.DAY_NUMBER))
        for record in records(focus, person, strategy, trigger):
            journal.collection(type(record)).add(record)


def records(focus: str, person: str, strategy: str, trigger: str) -> Iterable[Record]:
    """Yield the records that refer to others."""
    planned = NOON + timedelta(days=3)
    yield Craving(
        intensity=7,
        focus=focus,
        triggers=[trigger],
        halt=[Halt.LONELY],
        situation=Situation.TESTING,
        attempts=[Attempt(strategy=strategy, before=7, after=3)],
        cannot=[Needs.LEAVE_HOME],
        outcome=Outcome.RODE_OUT,
    )
    yield CheckIn(mood=6, halt=[Halt.LONELY])
    yield Use(focus=focus, situation=Situation.TESTING, amount=Decimal(1), local_date=TODAY - timedelta(days=30))
    yield Goal(title="a class", status=GoalStatus.PAUSED)
    yield Need(area=Area.CHILDCARE, text="mornings", status=NeedStatus.ASKED)
    yield Commitment(text="write", by=By.BOTH, status=CommitmentStatus.DONE_LATE, closed_on=TODAY, person=person)
    yield Session(person=person, kind=SessionKind.FELLOWSHIP, held_at=NOON, at=NOON)
    yield Session(person=person, kind=SessionKind.FELLOWSHIP, planned_at=planned, at=planned, wish=Wish.HOLD)
    yield ended(Agreement(person=person, start=FIRST, cadence=Cadence.FORTNIGHTLY), FIRST, Ending.CHANGED)
    yield Share(first=FIRST, last=TODAY, what=Paper.CARD)


@pytest.fixture
def life(journal: Journal) -> Journal:
    """Return an open journal that holds the values."""
    fill(journal)
    return journal


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: Path, clock: FixedClock
) -> Command:
    """Return a function that runs commands on a journal that holds the values."""
    monkeypatch.setattr("journal.store.journal.SystemClock", lambda: clock)
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        fill(journal)
    return in_process(monkeypatch, capsys, path)


def test_a_record_on_one_line_and_in_full_shows_labels(life: Journal) -> None:
    record_text = RecordText(life)
    every = [record for kind in TIMELINE for record in life.collection(kind.type)]

    check(
        "\n".join(record_text.line(record) for record in [*every, *life.needs]),
        *(Halt.LONELY, Outcome.RODE_OUT, Situation.TESTING, GoalStatus.PAUSED, SessionKind.FELLOWSHIP, Area.CHILDCARE),
    )
    check(
        "\n".join(record_text.whole(record) for record in every),
        *(Halt.LONELY, Outcome.RODE_OUT, Situation.TESTING, GoalStatus.PAUSED, SessionKind.FELLOWSHIP),
        Needs.LEAVE_HOME,
    )


def test_search_finds_labels_and_no_stored_value(life: Journal) -> None:
    search = Search(life)

    assert {type(record) for record in search.find(marker(Situation.TESTING))} == {Craving, Use, Plan}
    assert {type(record) for record in search.find(marker(Halt.LONELY))} == {Craving, CheckIn}
    assert search.find(Situation.TESTING) == search.find(Halt.LONELY) == []


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_the_page_shows_labels(life: Journal, level: Level, form: str) -> None:
    made = draft(life, FIRST, TODAY)
    picked = frozenset(line.key for line in made.lines) if level is Level.FULL else frozenset()
    page = release(made, Choice(level=level, picked=picked))
    always = (SinceConvention.DAY_NUMBER, CommitmentStatus.DONE_LATE, SessionKind.FELLOWSHIP, Wish.HOLD)
    numbers = (Halt.LONELY, Situation.TESTING, Area.CHILDCARE, NeedStatus.ASKED)
    kinds = (Family.CALM, TriggerKind.CELEBRATION, Role.COACH)  # in place of the person's own words
    shown = {Level.MINIMAL: always, Level.STANDARD: (*always, *numbers, *kinds), Level.FULL: (*always, *numbers)}

    check(render(page, form).decode(), *shown[level], named_otherwise=By.BOTH)  # ``receipt.WHO`` names who promised


def test_the_papers_show_labels(life: Journal) -> None:
    (agreement,) = life.agreements
    met = next(session for session in life.sessions if session.held_at)
    form = agreement_form(TODAY, agreement)
    given = release(receipt(life, met), Choice(level=Level.FULL))
    card = wallet_card.draft(life, "")

    check("\n".join(line.text for line in form.lines), Cadence.FORTNIGHTLY)
    check("\n".join(f"{line.label} {line.text}" for line in given.lines))
    check("\n".join(line.words for line in card.lines), Situation.TESTING)


def test_what_is_offered_in_a_craving_shows_labels(life: Journal) -> None:
    support, craving = CravingSupport(life, None), Craving(intensity=7, situation=Situation.TESTING)

    check("\n".join(support.people()), Role.COACH)
    check("\n".join(support.plan_lines(craving)), Situation.TESTING)
    check("\n".join(cravings_text.format_offer(offer) for offer in support.offers(craving)), Needs.LEAVE_HOME)


def test_the_questions_of_a_craving_list_labels_and_save_the_stored_value(life: Journal) -> None:
    script = ask(Recorded(life), *ANSWERS[:-1], marker(Outcome.DELAYED))

    check("\n".join(script.lines[-6:]), *(outcome for outcome in Outcome if outcome.known))
    assert life.cravings.all()[-1].outcome is Outcome.DELAYED


def test_what_waits_and_what_is_looked_back_on_shows_labels() -> None:
    capture = Capture(uid="", at=NOON, zone="UTC", intensity=7, outcome=Outcome.RODE_OUT)
    debrief = Debrief(use="", situation=Situation.TESTING, tells=[Tell.SITUATION])
    done = Commitment(text="write", status=CommitmentStatus.DONE_LATE)

    check(inbox_text.format_captured(capture), Outcome.RODE_OUT)
    check(inbox_text.captured_whole(capture), Outcome.RODE_OUT)
    check(debriefs_text.message_words(debrief, word="slip", day=TODAY, today=TODAY), Situation.TESTING)
    check(debriefs_text.format_promised(done, TODAY), CommitmentStatus.DONE_LATE)


def test_a_new_focus_is_called_by_the_label_of_its_kind() -> None:
    (focus,) = focuses_of([FocusKind.SCREENS], focuses_text.focus_names({}))

    check(focus.label, FocusKind.SCREENS)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("cravings", (Outcome.RODE_OUT, Halt.LONELY)),
        ("coping", (Family.CALM,)),
        ("goals", (GoalStatus.PAUSED,)),
        ("needs", (Area.CHILDCARE, NeedStatus.ASKED)),
        ("commitments", (By.BOTH, CommitmentStatus.DONE_LATE)),
        ("agreement", (Cadence.FORTNIGHTLY, Ending.CHANGED)),
        ("given", (Paper.CARD,)),
    ],
)
def test_a_command_prints_labels_and_its_json_the_stored_values(
    command: Command, name: str, shown: tuple[StrEnum, ...]
) -> None:
    check(command(name).out, *shown)

    values = command(name, "--json").value
    stored = json.dumps([{**one, "stands": ""} for one in values], ensure_ascii=False)  # ``stands`` is a sentence
    assert [value for value in shown if f'"{value}"' not in stored] == []
    assert MARKER.findall(stored) == []
