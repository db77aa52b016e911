"""Check that every kind of record has a name, and every field that is shown has a label."""

from __future__ import annotations

import pytest

from journal.domain.commitments import Commitment
from journal.domain.cravings import Attempt, Halt
from journal.domain.goals import Step
from journal.domain.kinds import KINDS, Kind
from journal.domain.mooring import MooringLine
from journal.domain.uses import Use
from journal.text.kinds import FIELD_WORDS, KIND_NAMES, name_of, texts


def test_every_kind_has_a_name() -> None:
    assert list(KIND_NAMES) == [kind.table for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_every_field_that_is_told_has_its_words(kind: Kind) -> None:
    assert set(FIELD_WORDS.get(kind.table, {})) == {*kind.line, *kind.shown}


def test_words_are_kept_for_no_other_kind() -> None:
    assert set(FIELD_WORDS) <= {kind.table for kind in KINDS}


def test_a_use_goes_by_the_persons_own_word() -> None:
    assert name_of(Use(focus=""), "lapse") == "lapse"
    assert name_of(Use(focus="", word="accident"), "lapse") == "accident"


def test_a_record_is_called_in_words_and_not_by_its_type() -> None:
    assert name_of(MooringLine(text="group"), "slip") == "weekly anchor"
    assert name_of(Commitment(text="call"), "slip") == "next step"


def test_texts_are_found_in_lists_and_in_the_parts_of_a_list() -> None:
    assert list(texts("a")) == ["a"]
    assert list(texts([Halt.TIRED, "b"])) == ["tired", "b"]
    assert list(texts([Step(text="sign up"), Attempt(strategy="uid", before=7, helped=True)])) == ["sign up", "uid"]
    assert list(texts(None)) == list(texts(7)) == []
