"""Check that every kind of record has a name, and every field that is shown has a label."""

from __future__ import annotations

import pytest

from journal.domain.checkins import CheckIn
from journal.domain.commitments import Commitment
from journal.domain.cravings import Attempt, Craving, Halt
from journal.domain.goals import Step
from journal.domain.kinds import KINDS, Kind
from journal.domain.mooring import MooringLine
from journal.domain.uses import Use
from journal.store.journal import ChangeKind
from journal.text.kinds import FIELD_WORDS, KIND_NAMES, format_saved, format_undone, name_of, texts


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


def test_a_save_is_said_with_the_name_of_the_kind_and_the_persons_own_word() -> None:
    assert format_saved(Craving(intensity=7), "slip") == "Craving saved."
    assert format_saved(CheckIn(), "slip") == "Check-in saved."
    assert format_saved(Use(focus=""), "return to use") == "Return to use saved."


def test_undo_is_said_in_words() -> None:
    assert format_undone("cravings", "changed", 1, "slip") == "Undone: craving edited."
    assert format_undone("checkins", "added", 1, "slip") == "Undone: check-in added."
    assert format_undone("marks", "added", 7, "slip") == "Undone: 7 days added."
    assert format_undone("uses", "deleted", 2, "lapse") == "Undone: lapse deleted."
    assert format_undone("captures", "deleted", 2, "slip") == "Undone: what was deleted."


@pytest.mark.parametrize("change", list(ChangeKind))
@pytest.mark.parametrize("table", [kind.table for kind in KINDS])
def test_undo_has_words_for_every_kind_and_change(table: str, change: ChangeKind) -> None:
    assert format_undone(table, change, 1, "slip").startswith("Undone: ")
