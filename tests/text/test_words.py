"""Words below the texts, such as labels of keys and suggested triggers, have a twin in each other language."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from journal.domain import coping, cravings, safety_lines, starter_lists
from journal.domain.focuses import CLEAN_WORDS, UNITS, FocusKind
from journal.domain.preferences import Preferences
from journal.domain.safety_lines import REGIONS
from journal.domain.sessions import AGENDA
from journal.language import Language, speaking, spoken
from screens import keys_of_places, keys_of_screens

OTHERS = [one for one in Language if one is not Language.ENGLISH]
AS_DIALLED = "0123456789 -+,.;/"


def words_below() -> Iterator[str]:
    for row in (*keys_of_places.ROWS, *keys_of_screens.ROWS):
        yield from (row.label, row.tooltip)
    yield from (starter.label for starter in coping.starters())
    yield from (starter.label for starter in cravings.starter_triggers())
    for kind in FocusKind:
        yield from (own.label for own in starter_lists.strategies_for([kind]))
        yield from (own.label for own in starter_lists.triggers_for([kind]))
    for line in safety_lines.lines(""):
        yield from (line.number, line.note)
    yield from ("today", "space")
    yield from (item.what for item in AGENDA)
    yield from (*CLEAN_WORDS, *UNITS.values(), *REGIONS.values(), Preferences().slip_word)


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_below_the_texts_has_a_twin(language: Language) -> None:
    known = import_module(f"journal.text.{language}.words").WORDS
    wanted = {word for word in words_below() if word.strip(AS_DIALLED)}
    assert sorted(wanted - set(known)) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_twin_is_of_a_word_that_is_gone(language: Language) -> None:
    known = import_module(f"journal.text.{language}.words").WORDS
    names = {line.name for line in safety_lines.lines("")}
    assert sorted(set(known) - set(words_below()) - names) == []


def test_a_word_of_the_persons_own_stays() -> None:
    with speaking(Language.SPANISH):
        assert spoken("my own word") == "my own word"
