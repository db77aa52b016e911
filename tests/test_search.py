"""Check that search finds what was written, by every word, in any case and with any accents, and after every change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Trigger
from journal.domain.entries import Entry
from journal.domain.goals import Goal, Step
from journal.domain.people import Person
from journal.domain.sessions import Session
from journal.search import Search
from journal.store.journal import Journal
from tests.conftest import NOON


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
    assert found(journal, "payday") == found(journal, "ana") == found(journal, "lonely") == ["Craving"]
    assert found(journal, "R. eat") == ["Session"]
    assert found(journal, "sign class") == ["Goal"]


def test_a_changed_record_and_a_renamed_label_are_found_by_what_they_are_now(journal: Journal) -> None:
    trigger = journal.triggers.add(Trigger(label="payday"))
    journal.cravings.add(Craving(intensity=6, triggers=[trigger]))
    entry = journal.entries.add(Entry(text="before"))
    search = Search(journal)
    assert len(search.find("payday")) == len(search.find("before")) == 1
    journal.triggers.replace(trigger, replace(journal.triggers.get(trigger), label="the first of the month"))
    journal.entries.replace(entry, Entry(text="after"))
    assert [len(search.find(query)) for query in ("payday", "first of", "before", "after")] == [0, 1, 0, 1]
    journal.entries.remove(entry)
    assert search.find("after") == []


def test_what_the_person_was_proud_of_is_found(journal: Journal) -> None:
    journal.sessions.add(Session(proud="Said no at the wedding", held_at=NOON))
    assert found(journal, "wedding") == ["Session"]
