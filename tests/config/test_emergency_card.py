"""Check that the emergency card exists only on request, for this account only, and is gone once deleted."""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.clock import FixedClock
from journal.config.emergency_card import LONGEST, PEOPLE, SENTENCES, Card, card_path, contact_line, delete_card
from journal.config.settings import Settings
from journal.domain.people import Person
from journal.domain.safety_lines import Line
from journal.domain.safety_plan import PARTS
from journal.errors import InUse, NotErased
from journal.store.journal import Journal
from journal.store.maintenance import erase
from tests.conftest import CHEAP, PASSPHRASE

said = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=LONGEST)
cards = st.builds(
    Card,
    sentences=st.lists(said, max_size=SENTENCES),
    people=st.lists(said, max_size=PEOPLE),
    plan=st.dictionaries(st.sampled_from(PARTS), said),
)


def test_without_one_there_is_no_file_and_nothing_on_it(home: Path) -> None:
    assert not Card.load()
    Card().save()
    delete_card()
    assert not card_path().parent.exists()


@given(cards)
def test_what_was_chosen_is_read_again_word_for_word(card: Card) -> None:
    with TemporaryDirectory() as directory:
        place = Path(directory) / "card.toml"
        card.save(place)
        assert Card.load(place) == card
        assert place.exists() is bool(card)


def test_it_is_for_this_account_only_and_stands_in_the_settings_directory(home: Path) -> None:
    Card(sentences=["one day"]).save()
    assert card_path().is_relative_to(home)
    assert card_path().stat().st_mode & 0o777 == 0o600


def test_taken_back_it_is_overwritten_and_gone(home: Path, tmp_path: Path) -> None:
    Card(sentences=["I can wait"]).save()
    with card_path().open("rb") as kept:
        delete_card()
        assert not card_path().exists()
        assert not kept.read().strip(b"\0")


def test_an_emptied_card_is_no_file(home: Path) -> None:
    Card(people=["Ana"]).save()
    Card().save()
    assert not card_path().exists()


@pytest.mark.parametrize(
    "text", ["", "[", "\x00\xff", "sentences = 5", 'sentences = ["a","b","c","d"]', "people = [1]"]
)
def test_what_is_no_card_counts_as_none(home: Path, text: str) -> None:
    card_path().parent.mkdir(parents=True)
    card_path().write_bytes(text.encode("latin-1"))
    assert not Card.load()


def test_what_is_no_file_is_neither_waited_for_nor_followed(home: Path) -> None:
    card_path().parent.mkdir(parents=True)
    os.mkfifo(card_path())
    assert not Card.load()


@pytest.mark.parametrize(
    ("name", "contact", "told"),
    [("Ana Gruber", "0660 1234", "Ana · 0660 1234"), ("R.", "", "R."), ("", " by mail ", "by mail"), (" ", "", "")],
)
def test_of_a_person_it_tells_the_first_name_and_how_to_reach_them(name: str, contact: str, told: str) -> None:
    assert contact_line(Person(name=name, contact=contact)) == told


def test_the_safety_plan_keeps_its_order_and_headings() -> None:
    card = Card(plan={"reasons": "Mia", "signs": "not sleeping", "unknown": "x"})
    assert list(card.parts().items()) == [("signs", "not sleeping"), ("reasons", "Mia")]


def test_erasing_the_journal_takes_along_what_was_written_outside(path: Path, clock: FixedClock, home: Path) -> None:
    Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP).close()
    Card(sentences=["I can wait"]).save()
    Settings(region="UK", lines=[Line(name="night clinic", number="01 234", verified="2026-11-23")]).save()
    with Journal.open(path, PASSPHRASE), pytest.raises(InUse):
        erase(path)
    assert Card.load()
    erase(path)
    assert not card_path().exists()
    assert not path.exists()
    assert Settings.load() == Settings(region="UK")


def test_a_card_that_stays_is_told_with_its_place(path: Path, clock: FixedClock, home: Path) -> None:
    Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP).close()
    card_path().mkdir(parents=True)
    with pytest.raises(NotErased, match=re.escape(str(card_path().parent))):
        erase(path)
    assert not path.exists()
