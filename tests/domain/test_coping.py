"""Check that what helped this person before comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.coping import Family, evidence, offered, starters, wilson_low, within_reach
from journal.domain.cravings import Attempt, Craving, Needs, Outcome
from journal.text import cravings as cravings_text
from tests.support.builders import craving, strategy

WALK, CALL, SHOWER = strategy("walk"), strategy("call"), strategy("shower")


def tried(uid: str, came_through: int, n: int, *triggers: str) -> list[Craving]:
    """Return ``n`` cravings in which a strategy was used, that many of them come through."""
    return [
        craving(uid, outcome=Outcome.RODE_OUT if place < came_through else Outcome.USED, triggers=triggers)
        for place in range(n)
    ]


@pytest.mark.parametrize(("k", "n", "low"), [(9, 10, 0.596), (18, 24, 0.551), (3, 3, 0.438), (0, 5, 0.0), (0, 0, 0.0)])
def test_the_wilson_lower_bound_of_the_worked_examples(k: int, n: int, low: float) -> None:
    assert wilson_low(k, n) == pytest.approx(low, abs=0.0006)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_lower_bound_lies_under_the_share_and_rises_with_what_is_known(k: int, more: int) -> None:
    n = k + more
    low = wilson_low(k, n)

    assert 0 <= low <= (k / n if n else 0) + 1e-12
    assert wilson_low(k + 1, n + 1) >= low
    assert wilson_low(2 * k, 2 * n) >= low - 1e-12


@pytest.mark.parametrize(
    ("n", "word"),
    [
        (0, "too few tries to tell"),
        (2, "too few tries to tell"),
        (3, "early sign"),
        (9, "early sign"),
        (10, "seems to help"),
    ],
)
def test_evidence_says_how_much_it_says(n: int, word: str) -> None:
    [found] = evidence([WALK], tried("walk", n, n))

    assert cravings_text.format_evidence(found) == word


def test_evidence_counts_cravings_with_a_known_outcome_once_each() -> None:
    cravings = [
        *tried("walk", 2, 3),
        craving("walk", outcome=Outcome.UNKNOWN),
        craving("walk", "call", "walk"),
    ]
    [walk, call] = evidence([WALK, CALL], cravings)

    assert (walk.strategy, walk.came_through, walk.n) == ("walk", 3, 4)
    assert (call.strategy, call.came_through, call.n) == ("call", 1, 1)


def test_the_mean_drop_is_of_attempts_noted_before_and_after() -> None:
    attempts = [
        Attempt(strategy="walk", before=8, after=3),
        Attempt(strategy="walk", before=4, after=5),
        Attempt(strategy="walk", before=7),
    ]
    [walk, call] = evidence([WALK, CALL], [replace(craving(), attempts=attempts)])

    assert walk.mean_drop == 2.0
    assert call.mean_drop is None


def test_evidence_may_be_asked_for_one_trigger() -> None:
    cravings = tried("walk", 3, 3, "dan") + tried("walk", 0, 2, "stress")
    [walk] = evidence([WALK], cravings, trigger="dan")

    assert (walk.came_through, walk.n) == (3, 3)


def test_the_better_known_strategy_ranks_over_the_one_lucky_twice() -> None:
    cravings = tried("walk", 9, 10) + tried("call", 2, 2)

    assert [found.strategy for found in evidence([CALL, WALK], cravings)] == ["walk", "call"]


def test_offered_are_favourites_then_what_helped_with_this_trigger_then_overall() -> None:
    favourite = strategy("water", favourite=True)
    cravings = tried("walk", 6, 6, "stress") + tried("call", 3, 3, "dan") + tried("shower", 0, 0)
    offers = offered([SHOWER, WALK, CALL, favourite], cravings, triggers=["dan"], untried_every=100)

    assert [offer.strategy.uid for offer in offers] == ["water", "call", "walk", "shower"]
    assert offers[1].evidence.n == 3


def test_what_is_retired_is_not_offered() -> None:
    assert offered([strategy("old", retired=True)], tried("old", 5, 5)) == []


def test_now_and_then_one_not_tried_enough_is_put_among_the_first_three() -> None:
    tested = [strategy(uid) for uid in ("a", "b", "c", "d")]
    cravings = [craving("a", "b", "c", "d") for _ in range(8)]

    offers = offered([*tested, SHOWER], cravings, untried_every=4)
    assert [offer.strategy.uid for offer in offers] == ["a", "b", "shower", "c", "d"]
    assert [offer.to_try for offer in offers] == [False, False, True, False, False]

    offers = offered([*tested, SHOWER], cravings[1:], untried_every=4)
    assert offers[-1].strategy is SHOWER
    assert not any(offer.to_try for offer in offers)


def test_it_is_every_fourth_craving_and_what_was_tried_three_times_is_not_lifted() -> None:
    assert [offer.to_try for offer in offered([WALK], tried("walk", 2, 2) + tried("call", 2, 2))] == [True]
    assert [offer.to_try for offer in offered([WALK], tried("walk", 3, 3) + tried("call", 1, 1))] == [False]
    assert [offer.to_try for offer in offered([WALK], tried("call", 5, 5))] == [False]


@given(st.integers(0, 30), st.integers(0, 30))
def test_an_offer_leaves_no_usable_strategy_out(walks: int, calls: int) -> None:
    offers = offered([WALK, CALL, SHOWER], tried("walk", walks, walks) + tried("call", calls // 2, calls))

    assert sorted(offer.strategy.uid for offer in offers) == ["call", "shower", "walk"]


def test_an_offer_knows_how_it_went_with_the_trigger_at_hand() -> None:
    cravings = tried("walk", 4, 5, "dan") + tried("walk", 0, 2, "stress")
    (with_dan,) = offered([WALK], cravings, ["dan"])
    (with_none,) = offered([WALK], cravings)

    assert (with_dan.evidence.came_through, with_dan.evidence.n) == (4, 7)
    assert with_dan.at_hand is not None
    assert (with_dan.at_hand.came_through, with_dan.at_hand.n) == (4, 5)
    assert with_none.at_hand is None


def test_by_the_worked_examples_nine_of_ten_ranks_over_eighteen_of_twenty_four_over_three_of_three() -> None:
    cravings = tried("walk", 18, 24) + tried("call", 3, 3) + tried("shower", 9, 10)

    assert [found.strategy for found in evidence([WALK, CALL, SHOWER], cravings)] == ["shower", "walk", "call"]


def test_what_the_person_said_of_it_is_counted_apart() -> None:
    attempts = [Attempt(strategy="walk", helped=said) for said in (True, False, None, True)]
    [walk] = evidence([WALK], [replace(craving(), attempts=attempts)])

    assert (walk.said, walk.helped, walk.n) == (3, 2, 1)


def test_what_needs_something_out_of_reach_is_left_out() -> None:
    call = replace(CALL, needs=[Needs.PHONE, Needs.PERSON])

    assert within_reach([WALK, call], [Needs.PERSON]) == [WALK]
    assert within_reach([WALK, call], [Needs.MONEY]) == [WALK, call]


def test_there_is_a_strategy_of_every_family_to_begin_with() -> None:
    assert {starter.family for starter in starters()} == set(Family)
