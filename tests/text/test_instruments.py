"""Test what is said of a score, and that the wording of each questionnaire is whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from journal.domain.instruments import SCALES, Instrument, Score, earlier
from journal.text.instruments import (
    ABOUT,
    FIRST,
    NO_DIAGNOSIS,
    WORDINGS,
    format_last,
    format_result,
    format_score,
    item_text,
    lead,
)
from tests.conftest import NOON

TODAY = date(2026, 11, 23)


def score(instrument: Instrument, *answers: int | None, days_ago: int = 0) -> Score:
    at = NOON - timedelta(days=days_ago)
    return Score(instrument=instrument, answers=[*answers], at=at, local_date=at.date(), uid=str(days_ago))


def test_a_wording_has_every_item_and_every_answer_of_its_scale() -> None:
    assert set(WORDINGS) == {Instrument.PHQ2, Instrument.GAD7, Instrument.WHO5, Instrument.BARC10}
    for instrument, wording in WORDINGS.items():
        scale = SCALES[instrument]
        assert len(set(wording.items)) == scale.items
        assert len(wording.answers) == scale.highest - scale.lowest + 1 or wording.anchors


@pytest.mark.parametrize("instrument", list(Instrument))
def test_every_item_has_a_text_and_every_instrument_says_what_it_is_about(instrument: Instrument) -> None:
    assert all(item_text(instrument, place) for place in range(SCALES[instrument].items))
    assert ABOUT[instrument]
    assert lead(instrument) or instrument is Instrument.BARC10


def test_a_first_score_has_nothing_to_stand_beside() -> None:
    assert format_result(score(Instrument.PHQ2, 0, 1), [], TODAY) == [
        "PHQ-2: 1 of 6. Lower is better.",
        FIRST,
        NO_DIAGNOSIS,
    ]


def test_a_score_is_said_beside_the_persons_own_earlier_ones() -> None:
    new = score(Instrument.WHO5, 3, 3, 3, 3, 2)
    before = earlier([score(Instrument.WHO5, *[2] * 5, days_ago=7), score(Instrument.WHO5, *[1] * 5, days_ago=30)], new)
    assert format_result(new, before, TODAY) == [
        "WHO-5: 56 of 100. Higher is better.",
        "Before: 40 on Mon 16 Nov, 20 on Sat 24 Oct.",
        "16 more than last time: a clear change.",
        NO_DIAGNOSIS,
    ]


def test_fewer_points_and_the_same_are_said_without_judging() -> None:
    new = score(Instrument.GAD7, *[1] * 7)
    fewer = format_result(new, earlier([score(Instrument.GAD7, *[2] * 7, days_ago=7)], new), TODAY)
    same = format_result(new, earlier([score(Instrument.GAD7, *[1] * 7, days_ago=7)], new), TODAY)
    assert fewer[2] == "7 less than last time."
    assert same[2] == "The same as last time."


def test_low_well_being_and_47_of_barc_10_are_noted() -> None:
    assert "50 or less is low well-being" in " ".join(format_result(score(Instrument.WHO5, *[2] * 5), [], TODAY))
    assert "47 or more" in " ".join(format_result(score(Instrument.BARC10, *[5] * 10), [], TODAY))
    assert "47 or more" not in " ".join(format_result(score(Instrument.BARC10, *[4] * 10), [], TODAY))


def test_a_missing_answer_is_said_in_the_place_of_a_score() -> None:
    assert format_result(score(Instrument.WHO5, 1, None, 1, 1, 1), [], TODAY) == [
        "WHO-5: no score, 4 of 5 answered.",
        "There is no score while one answer is missing.",
    ]
    assert format_result(score(Instrument.SURE, *[1] * 21), [], TODAY) == ["SURE: 21 of 21 answered."]


def test_a_score_on_one_line() -> None:
    assert format_score(score(Instrument.TEA, 6, 7, 5, 4)) == "22 of 40"
    assert format_score(score(Instrument.TEA, 6)) == "no score, 1 of 4 answered"
    assert format_score(score(Instrument.SURE, 1, 2)) == "2 of 21 answered"
    assert format_last(score(Instrument.PHQ2, 1, 1, days_ago=4), TODAY) == "2 of 6, Thu 19 Nov"
    assert format_last(score(Instrument.TEA, 1, days_ago=4), TODAY) == "1 of 4 answered, Thu 19 Nov"
    assert format_last(None, TODAY) == "none yet"
