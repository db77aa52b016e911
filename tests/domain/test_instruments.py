"""Test questionnaires: the range of every total, no score with a missing answer, and what is noted of a score."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from journal.domain.instruments import (
    NEVER_SHARED,
    SCALES,
    Instrument,
    Score,
    earlier,
    has_low_well_being,
    is_heavy,
    is_lasting,
    is_real_change,
    latest,
    total,
)
from journal.domain.record import Sensitivity
from journal.errors import InvalidRecord
from journal.store.journal import Journal
from tests.conftest import NOON

SCORED = [instrument for instrument in Instrument if instrument is not Instrument.SURE]


@st.composite
def filled_in(draw: st.DrawFn, *instruments: Instrument) -> Score:
    """A score with every answer."""
    instrument = draw(st.sampled_from(instruments or SCORED))
    scale = SCALES[instrument]
    answer = st.integers(scale.lowest, scale.highest)
    return Score(instrument=instrument, answers=draw(st.lists(answer, min_size=scale.items, max_size=scale.items)))


def who5(*answers: int | None, days_ago: int = 0, uid: str = "") -> Score:
    return Score(instrument=Instrument.WHO5, answers=[*answers], at=NOON - timedelta(days=days_ago), uid=uid)


@pytest.mark.parametrize(
    ("instrument", "least", "most"),
    [
        (Instrument.TEA, 4, 40),
        (Instrument.BARC10, 10, 60),
        (Instrument.PACS, 0, 30),
        (Instrument.WHO5, 0, 100),
        (Instrument.PHQ2, 0, 6),
        (Instrument.GAD7, 0, 21),
    ],
)
def test_the_lowest_and_the_highest_answers_make_the_ends_of_the_range(
    instrument: Instrument, least: int, most: int
) -> None:
    scale = SCALES[instrument]
    assert total(Score(instrument=instrument, answers=[scale.lowest] * scale.items)) == least == scale.least
    assert total(Score(instrument=instrument, answers=[scale.highest] * scale.items)) == most == scale.most


@pytest.mark.parametrize(
    ("instrument", "answers", "expected"),
    [
        (Instrument.TEA, [6, 7, 5, 4], 22),
        (Instrument.BARC10, [5, 4, 5, 6, 4, 5, 5, 4, 5, 4], 47),
        (Instrument.PACS, [3, 4, 2, 2, 3], 14),
        (Instrument.WHO5, [3, 2, 2, 3, 3], 52),
        (Instrument.PHQ2, [1, 2], 3),
        (Instrument.GAD7, [1, 2, 3, 0, 1, 2, 3], 12),
    ],
)
def test_worked_examples(instrument: Instrument, answers: list[int | None], expected: int) -> None:
    assert total(Score(instrument=instrument, answers=answers)) == expected


@for_all(filled_in())
def test_every_total_is_within_its_range_and_does_not_depend_on_the_order(score: Score) -> None:
    scale, number = SCALES[score.instrument], total(score)
    assert number is not None
    assert scale.least <= number <= scale.most
    assert total(Score(instrument=score.instrument, answers=score.answers[::-1])) == number


@for_all(filled_in(), st.data())
def test_a_point_more_in_one_answer_is_a_point_more_times_the_factor(score: Score, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(score.answers) - 1))
    before, scale = score.answers[place], SCALES[score.instrument]
    assert before is not None
    more = [*score.answers[:place], min(before + 1, scale.highest), *score.answers[place + 1 :]]
    changed = (min(before + 1, scale.highest) - before) * scale.factor
    assert total(Score(instrument=score.instrument, answers=more)) == (total(score) or 0) + changed


@for_all(filled_in(), st.data())
def test_a_missing_answer_means_no_score(score: Score, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(score.answers) - 1))
    missing = [*score.answers[:place], None, *score.answers[place + 1 :]]
    assert total(Score(instrument=score.instrument, answers=missing)) is None
    assert total(Score(instrument=score.instrument, answers=score.answers[:place])) is None


def test_the_answers_of_sure_are_kept_without_a_total() -> None:
    assert total(Score(instrument=Instrument.SURE, answers=[1] * 21)) is None


@pytest.mark.parametrize("instrument", list(Instrument))
def test_an_answer_outside_the_scale_or_too_many_are_refused(journal: Journal, instrument: Instrument) -> None:
    scale = SCALES[instrument]
    for bad in ([scale.lowest - 1], [scale.highest + 1], [scale.lowest] * (scale.items + 1)):
        with pytest.raises((InvalidRecord, ValueError)):
            journal.scores.add(Score(instrument=instrument, answers=[*bad]))
    assert not journal.scores.all()


@pytest.mark.parametrize("instrument", list(Instrument))
def test_phq_2_and_gad_7_never_leave_however_the_record_was_made(journal: Journal, instrument: Instrument) -> None:
    expected = Sensitivity.NEVER if instrument in (Instrument.PHQ2, Instrument.GAD7) else Sensitivity.NUMBERS
    made = Score(instrument=instrument, answers=[], sensitivity=Sensitivity.NUMBERS)
    kept = journal.scores.get(journal.scores.add(made))
    assert (made.sensitivity, kept.sensitivity) == (expected, expected)
    if instrument in NEVER_SHARED:
        assert Score(instrument=instrument, answers=[], sensitivity=Sensitivity.SHARE).sensitivity is expected


def test_a_score_stands_beside_the_earlier_ones_of_its_kind_that_have_a_total() -> None:
    new = who5(3, 3, 3, 3, 3, uid="new")
    before = [who5(1, 1, 1, 1, 1, days_ago=20, uid="a"), who5(2, 2, 2, 2, 2, days_ago=10, uid="b")]
    others = [
        who5(2, 2, None, 2, 2, days_ago=5, uid="c"),
        who5(5, 5, 5, 5, 5, days_ago=-1, uid="later"),
        Score(instrument=Instrument.PHQ2, answers=[1, 1], at=NOON - timedelta(days=3), uid="d"),
    ]
    assert [(one.uid, number) for one, number in earlier([*before, *others, new], new)] == [("b", 40), ("a", 20)]


def test_the_latest_of_each_is_found() -> None:
    found = latest([who5(1, 1, 1, 1, 1, uid="new"), who5(1, 1, 1, 1, 1, days_ago=9, uid="old")])
    assert {instrument: score.uid for instrument, score in found.items()} == {Instrument.WHO5: "new"}


@pytest.mark.parametrize("instrument", [Instrument.PHQ2, Instrument.GAD7])
def test_three_points_are_heavy_even_where_an_answer_is_missing(instrument: Instrument) -> None:
    assert is_heavy(Score(instrument=instrument, answers=[None, 3]))
    assert is_heavy(Score(instrument=instrument, answers=[1, 2]))
    assert not is_heavy(Score(instrument=instrument, answers=[1, 1]))


def test_what_is_noted_of_a_score() -> None:
    assert has_low_well_being(who5(3, 2, 2, 2, 3))  # 48
    assert not has_low_well_being(who5(3, 2, 2, 3, 3))  # 52
    assert not has_low_well_being(who5(0, 0, 0, 0))
    assert is_real_change(Instrument.WHO5, 40, 52)
    assert not is_real_change(Instrument.WHO5, 44, 52)
    assert not is_real_change(Instrument.GAD7, 0, 12)
    assert is_lasting(Score(instrument=Instrument.BARC10, answers=[5, 4, 5, 6, 4, 5, 5, 4, 5, 4]))
    assert not is_lasting(Score(instrument=Instrument.BARC10, answers=[5, 4, 5, 6, 4, 5, 5, 4, 4, 4]))
    assert not is_heavy(who5(0, 0, 0, 0, 0))
