"""Check what is offered on the days after the first: one thing a day, nothing that is done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.first_days import ROUNDS, LaterOffer, offer_of
from tests.support.builders import START

OFFERS = list(LaterOffer)


def test_nothing_on_the_first_day_and_where_no_question_was_asked() -> None:
    assert offer_of(START, START, []) is None
    assert offer_of(None, START + timedelta(days=1), []) is None


def test_one_a_day_each_twice_then_no_more() -> None:
    days = [offer_of(START, START + timedelta(days=number), []) for number in range(1, 20)]
    assert days == [*OFFERS * ROUNDS, *[None] * (19 - len(OFFERS) * ROUNDS)]


@pytest.mark.parametrize("offer", OFFERS)
def test_the_day_of_what_is_done_or_hidden_stays_without_one(offer: LaterOffer) -> None:
    day = START + timedelta(days=1 + OFFERS.index(offer))
    assert offer_of(START, day, []) is offer
    assert offer_of(START, day, [offer.value]) is None


@given(st.integers(-10, 400), st.sets(st.sampled_from(OFFERS)))
def test_what_is_done_is_never_offered_and_doing_it_brings_no_other_that_day(
    number: int, past: set[LaterOffer]
) -> None:
    today = START + timedelta(days=number)
    offered = offer_of(START, today, past)
    assert offered not in past
    assert offered in (None, offer_of(START, today, []))
