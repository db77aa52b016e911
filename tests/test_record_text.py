"""Check that a record shown in full leaves out no field that the table of kinds shows, and that search finds them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from msgspec import NODEFAULT
from msgspec.structs import fields, replace

from journal.domain.checkins import CheckIn
from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Needs, Outcome, Trigger
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.goals import Goal, GoalStatus, Measurement, Step
from journal.domain.instruments import Instrument, Score
from journal.domain.kinds import TIMELINE, Kind, kind_of
from journal.domain.people import Person
from journal.domain.record import Record
from journal.domain.sessions import Session, SessionKind, SupportRole
from journal.domain.uses import Situation, Use
from journal.record_text import RecordText
from journal.search import Search
from journal.store.journal import Journal
from journal.text import kinds as kinds_text
from tests.conftest import NOON

LINKED: dict[str, Record] = {
    "focus": Focus(label="focusword"),
    "trigger": Trigger(label="triggerword"),
    "strategy": Strategy(label="strategyword"),
    "person": Person(name="personword"),
}
"""The records that others refer to, each under a uid of its own."""

UIDS = {name: f"{number:032x}" for number, name in enumerate(LINKED, 1)}

FULL: tuple[Record, ...] = (
    Entry(title="titleword", text="textword", tags=["tagword"]),
    CheckIn(
        mood=1,
        energy=2,
        sleep=3,
        strongest_craving=4,
        halt=[Halt.LONELY],
        intention="intentionword",
        grateful=["thanksword"],
        contact_made=True,
        meeting_attended=False,
        medicine_taken=True,
    ),
    Craving(
        intensity=7,
        after=2,
        focus=UIDS["focus"],
        about="aboutword",
        triggers=[UIDS["trigger"]],
        attempts=[Attempt(strategy=UIDS["strategy"], before=7, after=2)],
        halt=[Halt.TIRED],
        situation=Situation.CONFLICT,
        place="placeword",
        company="companyword",
        thought="thoughtword",
        confidence=70,
        cannot=[Needs.PHONE, Needs.MONEY],
        outcome=Outcome.PASSED,
    ),
    Use(
        focus=UIDS["focus"],
        amount=Decimal(3),
        unit="unitword",
        situation=Situation.CONFLICT,
        triggers=[UIDS["trigger"]],
        place="placeword",
        company="companyword",
        word="ownword",
        note="noteword",
        told_mentor_at=NOON,
        back_on_track_at=NOON,
        prescribed=True,
    ),
    Session(
        person=UIDS["person"],
        kind=SessionKind.GROUP,
        held_at=NOON,
        minutes=45,
        place="placeword",
        hardest="hardword",
        ask="askword",
        proud="proudword",
        topics=["topicword"],
        said="saidword",
        insight="insightword",
        safety_action="safetyword",
    ),
    Session(cancelled=True),
    Goal(
        title="titleword",
        target=Decimal(600),
        baseline=Decimal(20),
        unit="unitword",
        why="whyword",
        measure="measureword",
        obstacle="obstacleword",
        who_helps="helperword",
        role=SupportRole.GUIDANCE,
        decision="decisionword",
        reward="rewardword",
        steps=[Step(text="stepword", done_on=date(2026, 11, 1))],
        status=GoalStatus.PAUSED,
    ),
    Goal(title="measured", target=Decimal(600), values=[Measurement(on=date(2026, 11, 1), value=Decimal(90))]),
    Score(instrument=Instrument.TEA, answers=[6, 5, 4, 3], remarks=["remarkword"]),
)
"""Records of every kind of the timeline, with each field filled in that is shown."""

SHOWN = [(kind, field) for kind in TIMELINE for field in (*kind.shown, *kind.merged)]
SEARCHED = [(kind, field) for kind in TIMELINE for field in kind.searched]


def names(case: object) -> str:
    return case.table if isinstance(case, Kind) else str(case)


def blank(record: Record, field: str) -> Record:
    """Return the record with one field empty, or with another value where it can't be empty."""
    found = next(one for one in fields(type(record)) if one.name == field)
    if found.default is not NODEFAULT:
        empty: Any = found.default
    elif found.default_factory is not NODEFAULT:
        empty = found.default_factory()
    elif isinstance(held := getattr(record, field), StrEnum):
        empty = next(other for other in type(held) if other is not held)
    else:
        empty = type(held)()
    return replace(record, **{field: empty})


@pytest.fixture
def linked(journal: Journal) -> Journal:
    """Return a journal with the records that others refer to."""
    for name, record in LINKED.items():
        journal.collection(type(record)).put(UIDS[name], record)
    return journal


@pytest.mark.parametrize(("kind", "field"), SHOWN, ids=names)
def test_every_field_that_is_shown_is_in_the_whole_record(linked: Journal, kind: Kind, field: str) -> None:
    telling = RecordText(linked)
    records = [record for record in FULL if type(record) is kind.type]
    assert any(telling.whole(record) != telling.whole(blank(record, field)) for record in records)


@pytest.mark.parametrize(("kind", "field"), SEARCHED, ids=names)
def test_every_field_that_is_searched_is_found_by_what_it_holds(linked: Journal, kind: Kind, field: str) -> None:
    record = next(record for record in FULL if type(record) is kind.type)
    held = kinds_text.texts(getattr(record, field))[0]
    named = {uid: f"{name}word" for name, uid in UIDS.items()}
    query = named[held] if field in kind_of(record).named else held
    collection = linked.collection(type(record))
    uid = collection.add(record)
    search = Search(linked)
    assert [one.uid for one in search.find(query, [kind])] == [uid]
    assert uid in [one.uid for one in search.find(query)]
    collection.put(uid, blank(collection.get(uid), field))
    assert search.find(query, [kind]) == []
    assert uid not in [one.uid for one in search.find(query)]


def test_a_goal_is_shown_with_what_is_in_the_way_and_who_helps(journal: Journal) -> None:
    goal = Goal(title="run", obstacle="late shifts", who_helps="Mia")
    told = RecordText(journal).whole(goal).splitlines()
    assert "in the way: late shifts" in told
    assert "who helps: Mia" in told


def test_a_craving_is_shown_with_its_situation_confidence_and_what_was_out_of_reach(journal: Journal) -> None:
    craving = Craving(intensity=7, situation=Situation.CONFLICT, confidence=70, cannot=[Needs.PHONE, Needs.MONEY])
    told = RecordText(journal).whole(craving).splitlines()
    assert "conflict" in told
    assert "confidence: 7 of 10" in told
    assert "out of reach: phone, money" in told


def test_no_confidence_at_all_is_shown_too(journal: Journal) -> None:
    told = RecordText(journal)
    assert "confidence: 0 of 10" in told.whole(Craving(intensity=7, confidence=0))
    assert "confidence" not in told.whole(Craving(intensity=7))


def test_a_check_in_is_shown_with_contact_and_meeting(journal: Journal) -> None:
    told = RecordText(journal)
    lines = told.whole(CheckIn(contact_made=True, meeting_attended=False)).splitlines()
    assert lines[-2:] == ["contact made: yes", "meeting attended: no"]
    assert "meeting" not in told.whole(CheckIn(mood=5))


def test_words_in_braces_are_only_text(journal: Journal) -> None:
    assert "in the way: {0} {x}" in RecordText(journal).whole(Goal(title="{}", obstacle="{0} {x}"))


def test_an_entry_is_shown_with_its_tags_but_its_line_for_the_page_is_without_them(journal: Journal) -> None:
    told, entry = RecordText(journal), Entry(title="Canal", text="Walked home.", tags=["evening", "ana"])
    assert "#evening #ana" in told.whole(entry).splitlines()
    assert told.found(entry, "") == "Canal · #evening #ana"
    assert told.found(entry, "canal") == "Canal · #evening #ana"
    assert told.found(entry, "#ev") == "#evening #ana · Canal"
    assert told.line(entry) == "Canal"


@pytest.mark.parametrize("query", ["evening", "#evening", "#EVEN"])
def test_an_entry_is_found_by_its_tag_with_and_without_the_sign(journal: Journal, query: str) -> None:
    journal.entries.add_many([Entry(text="a", tags=["Évening"]), Entry(text="b", tags=["work"])])
    assert [record.text for record in Search(journal).find(query) if isinstance(record, Entry)] == ["a"]
