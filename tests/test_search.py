"""Check that search finds what was written, by every word, in any case and with any accents, and after every change."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.agreements import Agreement
from journal.domain.commitments import Commitment
from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Trigger
from journal.domain.dates import local_noon
from journal.domain.debriefs import Debrief
from journal.domain.entries import Entry
from journal.domain.goals import Goal, Step
from journal.domain.if_then_plans import Plan
from journal.domain.kinds import kind_of
from journal.domain.mooring import MooringLine
from journal.domain.needs import Area, Need
from journal.domain.parked import Parked
from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.domain.record import Record
from journal.domain.safety_plan import SafetyPlan
from journal.domain.sessions import Session
from journal.domain.share_ledger import Share
from journal.domain.uses import Situation
from journal.record_text import RecordText
from journal.search import Search
from journal.store.journal import Journal
from tests.conftest import NOON, ZONE


def found(journal: Journal, query: str) -> list[str]:
    return [type(record).__name__ for record in Search(journal).find(query)]


def test_every_word_must_be_in_it_in_any_order(journal: Journal) -> None:
    journal.entries.add(Entry(text="Tea on the stairs until it passed"))
    assert found(journal, "passed tea") == ["Entry"]
    assert found(journal, "tea coffee") == []


@pytest.mark.parametrize("query", ["cafe", "CAFÉ", "Cafe\u0301", "strasse"])
def test_case_and_accents_do_not_matter(journal: Journal, query: str) -> None:
    journal.entries.add(Entry(text="the café in the Straße"))
    assert found(journal, query) == ["Entry"]


def test_the_newest_comes_first_and_nothing_typed_finds_all(journal: Journal, clock: FixedClock) -> None:
    for text in ("one", "two", "three"):
        journal.entries.add(Entry(text=text))
        clock.set(clock.now() + timedelta(minutes=1))
    texts = [record.text for record in Search(journal).find("") if isinstance(record, Entry)]
    assert texts == ["three", "two", "one"]


def test_labels_of_lists_are_found_in_what_refers_to_them(journal: Journal) -> None:
    trigger = journal.triggers.add(Trigger(label="payday"))
    strategy = journal.strategies.add(Strategy(label="call Ana"))
    person = journal.people.add(Person(name="R."))
    journal.cravings.add(
        Craving(intensity=6, triggers=[trigger], halt=[Halt.LONELY], attempts=[Attempt(strategy=strategy)])
    )
    journal.sessions.add(Session(person=person, said="eat first", planned_at=NOON))
    journal.goals.add(Goal(title="Evening class", steps=[Step(text="sign up")]))
    assert sorted(found(journal, "payday")) == ["Craving", "Trigger"]
    assert sorted(found(journal, "ana")) == ["Craving", "Strategy"]
    assert found(journal, "lonely") == ["Craving"]
    assert found(journal, "R. eat") == ["Session"]
    assert found(journal, "sign class") == ["Goal"]


def test_a_changed_record_and_a_renamed_label_are_found_by_what_they_are_now(journal: Journal) -> None:
    trigger = journal.triggers.add(Trigger(label="payday"))
    journal.cravings.add(Craving(intensity=6, triggers=[trigger]))
    entry = journal.entries.add(Entry(text="before"))
    search = Search(journal)
    assert [len(search.find(query)) for query in ("payday", "before")] == [2, 1]
    journal.triggers.replace(trigger, replace(journal.triggers.get(trigger), label="the first of the month"))
    journal.entries.replace(entry, Entry(text="after"))
    assert [len(search.find(query)) for query in ("payday", "first of", "before", "after")] == [0, 2, 0, 1]
    journal.entries.remove(entry)
    assert search.find("after") == []


def test_what_the_person_was_proud_of_is_found(journal: Journal) -> None:
    journal.sessions.add(Session(proud="Said no at the wedding", held_at=NOON))
    assert found(journal, "wedding") == ["Session"]


EVERYTHING = [
    Debrief(use="a", happened="before the wedding"),
    Debrief(use="a", points=["the wedding"]),
    Debrief(use="a", thought="wedding"),
    Debrief(use="a", reworded="one wedding"),
    Debrief(use="a", message="the wedding"),
    Commitment(text="call before the wedding"),
    Need(area=Area.HOUSING, text="a wedding suit"),
    Need(area=Area.HOUSING, resource="the wedding office"),
    Plan(situation=Situation.CONFLICT, words="leave the wedding"),
    SafetyPlan(ask="the wedding guests"),
    Reason(text="a wedding"),
    MooringLine(text="wedding dance group"),
    Person(name="R.", note="met at the wedding"),
    Agreement(person="a", start=date(2026, 11, 1), limits="no calls at a wedding"),
    Parked(kind="entries", record="a", note="the wedding"),
    Strategy(label="walk", steps=["think of the wedding"]),
    Session(safety_action="left the wedding", held_at=NOON),
    Goal(title="Dance", who_helps="the wedding band"),
    Share(first=date(2026, 11, 1), last=date(2026, 11, 2), whereabouts="at the wedding"),
]


@pytest.mark.parametrize("record", EVERYTHING, ids=lambda record: type(record).__name__)
def test_everything_that_a_person_wrote_is_found(record: Record, journal: Journal) -> None:
    journal.collection(type(record)).add(record)
    assert found(journal, "WEDDING") == [type(record).__name__]
    assert found(journal, "funeral") == []


def test_a_plan_is_found_by_what_it_starts_from_and_a_promise_by_who_it_is_with(journal: Journal) -> None:
    person, trigger = journal.people.add(Person(name="Zoë")), journal.triggers.add(Trigger(label="payday"))
    journal.commitments.add(Commitment(text="bring the letter", person=person))
    journal.plans.add(Plan(trigger=trigger, words="give the card away"))
    assert found(journal, "zoe letter") == ["Commitment"]
    assert found(journal, "payday card") == ["Plan"]


def on(day: date, text: str) -> Entry:
    return Entry(text=text, at=local_noon(day, ZONE), local_date=day, zone=ZONE)


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("19 Nov", ["a walk", "since 19 nov it is better"]),
        ("19.11.", ["a walk"]),
        ("19/11/2026", ["a walk"]),
        ("2026-11-19", ["a walk"]),
        ("Thursday", ["a walk"]),
        ("-4", ["a walk"]),
        ("last thursday", ["a walk"]),
        ("yesterday", ["rain", "since 19 nov it is better"]),
        ("YESTERDAY ", ["rain", "since 19 nov it is better"]),
        ("in march", ["snow"]),
        ("march 2026", ["snow"]),
        ("18 Nov", []),
        ("sun", ["the sun"]),
        ("may", []),
    ],
)
def test_a_date_finds_that_day_and_its_words(query: str, texts: list[str], journal: Journal) -> None:
    for entry in (
        on(date(2026, 11, 22), "rain"),
        on(date(2026, 11, 20), "the sun"),
        on(date(2026, 11, 19), "a walk"),
        on(date(2026, 11, 10), "since 19 nov it is better than yesterday"),
        on(date(2026, 5, 4), "a day"),
        on(date(2026, 3, 31), "snow"),
    ):
        journal.entries.add(entry)
    told = [record.text for record in Search(journal).find(query) if isinstance(record, Entry)]
    assert told == [text.replace("better", "better than yesterday") for text in texts]


def test_a_date_finds_what_the_timeline_holds_and_keeps_to_the_kind(journal: Journal) -> None:
    journal.cravings.add(Craving(intensity=6))
    journal.triggers.add(Trigger(label="payday"))
    journal.entries.add(Entry(text="tea"))
    assert sorted(found(journal, "today")) == ["Craving", "Entry"]
    assert [type(one) for one in Search(journal).find("today", [kind_of(Craving)])] == [Craving]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Søren", "soren"),
        ("Łódź", "lodz"),
        ("Œuvre", "oeuvre"),
        ("Ægir", "aegir"),
        ("Đorđe", "dorde"),
        ("Þór", "thor"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("İzmir", "izmir"),
        ("STRAẞE", "strasse"),
        ("don’t", "don't"),
    ],
)
def test_letters_that_do_not_come_apart_are_found_both_ways(written: str, typed: str, journal: Journal) -> None:
    journal.entries.add(Entry(text=f"with {written} there"))
    assert found(journal, typed) == found(journal, written) == ["Entry"]
    journal.entries.add(Entry(text=typed))
    assert found(journal, written) == ["Entry", "Entry"]


def test_what_is_found_in_any_kind_is_shown_with_the_words_around_it(journal: Journal) -> None:
    for record in EVERYTHING:
        journal.collection(type(record)).add(record)
    told = RecordText(journal)
    for record in Search(journal).find("wedding"):
        assert isinstance(record, Session | Goal) or "wedding" in told.found(record, "wedding").lower()
        assert told.whole(record)
