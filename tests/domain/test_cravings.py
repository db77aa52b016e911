"""Test what the person's own cravings show, with their counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from journal.domain.cravings import (
    Attempt,
    Outcome,
    PassedWithin,
    Trigger,
    came_through,
    cycle_helped,
    duration,
    helped,
    passed_within,
    starter_triggers,
    timed_minutes,
    timer_minutes,
    triggers_by_use,
    typical_minutes,
    with_rating,
    with_strategies,
)
from journal.text import cravings as cravings_text
from tests.support.builders import craving


@pytest.mark.parametrize(
    ("n", "word"),
    [(0, "too early to tell"), (4, "too early to tell"), (5, "early sign"), (19, "early sign"), (20, "pattern")],
)
def test_a_count_says_how_much_it_says(n: int, word: str) -> None:
    assert cravings_text.evidence_word(n) == word


def test_came_through_counts_known_outcomes_only() -> None:
    outcomes = [Outcome.PASSED, Outcome.RODE_OUT, Outcome.DELAYED, Outcome.USED_LESS, Outcome.USED, Outcome.UNKNOWN]

    assert came_through([craving(outcome=outcome) for outcome in outcomes]) == (3, 5)
    assert came_through([]) == (0, 0)


def test_a_craving_lasts_as_long_as_its_timer_or_from_its_start_to_its_end() -> None:
    start = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
    ended = replace(craving(), at=start, ended_at=start + timedelta(minutes=25))

    assert duration(craving(minutes=12)) == 12
    assert duration(ended) == 25
    assert duration(replace(ended, timer_seconds=90)) == 1.5
    assert duration(replace(ended, ended_at=start - timedelta(minutes=5))) == 0
    assert duration(craving()) is None
    assert duration(replace(craving(), ended_at=start)) is None


def test_the_timer_keeps_to_what_the_person_set_until_five_were_timed() -> None:
    four = [craving(minutes=8) for _ in range(4)]

    assert typical_minutes(four) is None
    assert timer_minutes(four, preferred=25) == 25
    assert timer_minutes([]) == 20
    assert timer_minutes([*four, craving(minutes=8), craving()]) == 8


def test_only_a_timer_that_ran_for_a_minute_counts_as_timed() -> None:
    start = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
    answered_at_once = replace(craving(), at=start, ended_at=start + timedelta(seconds=9))
    stopped_early = replace(craving(), timer_seconds=59)

    assert timed_minutes(answered_at_once) is None
    assert timed_minutes(stopped_early) is None
    assert timed_minutes(replace(craving(), timer_seconds=60)) == 1
    for untimed in (answered_at_once, stopped_early):
        assert timer_minutes([untimed] * 6) == 20
        assert passed_within([untimed] * 6) is None
        assert typical_minutes([untimed] * 6) is None


def test_the_timer_runs_no_shorter_than_five_minutes_and_no_longer_than_an_hour() -> None:
    assert timer_minutes([craving(minutes=1)] * 5) == 5
    assert timer_minutes([craving(minutes=300)] * 5) == 60


def test_within_what_time_most_passed_is_told_with_both_counts() -> None:
    timed = [craving(minutes=minutes) for minutes in (10, 12, 18, 30)]

    assert passed_within(timed) is None
    assert passed_within([*timed, craving(minutes=5, outcome=Outcome.UNKNOWN)]) is None
    assert passed_within([*timed, craving(minutes=9, outcome=Outcome.USED)]) == PassedWithin(30, 4, 5)
    assert passed_within([craving(minutes=minutes) for minutes in range(1, 11)]) == PassedWithin(8, 8, 10)
    assert passed_within([craving(minutes=9, outcome=Outcome.USED)] * 5) is None


def test_the_triggers_used_most_come_first_and_archived_ones_not_at_all() -> None:
    triggers = [Trigger(uid=uid, label=uid) for uid in ("stress", "dan", "evening")]
    triggers.append(Trigger(uid="gone", label="gone", archived=True))
    cravings = [craving(triggers=("dan", "gone")), craving(triggers=("dan", "evening")), craving(triggers=("gone",))]

    assert [trigger.uid for trigger in triggers_by_use(triggers, cravings)] == ["dan", "evening", "stress"]


def test_there_is_a_trigger_of_every_kind_to_begin_with() -> None:
    kinds = [trigger.kind for trigger in starter_triggers()]

    assert None not in kinds
    assert len(set(kinds)) == len(kinds) == 10


def test_a_strategy_begins_at_how_it_is_when_it_is_tried() -> None:
    first = with_strategies(craving(), ["walk"])
    second = with_strategies(with_rating(first, 5), ["walk", "call"])

    assert second.attempts == [
        Attempt(strategy="walk", before=7, after=5),
        Attempt(strategy="call", before=5),
    ]
    assert with_strategies(second, ["call"]).attempts == [Attempt(strategy="call", before=5)]


def test_what_is_said_of_a_strategy_goes_from_helped_to_did_not_to_nothing() -> None:
    said = [with_strategies(craving(), ["walk", "call"])]
    for _ in range(3):
        said.append(cycle_helped(said[-1], "walk"))

    assert [[attempt.helped for attempt in one.attempts] for one in said] == [
        [None, None],
        [True, None],
        [False, None],
        [None, None],
    ]


def test_most_is_more_than_half_of_what_was_timed() -> None:
    assert PassedWithin(18, 3, 5).most
    assert not PassedWithin(18, 3, 6).most


def test_how_it_is_now_ends_what_was_tried_last() -> None:
    twice = with_rating(with_strategies(with_rating(with_strategies(craving(), ["walk"]), 5), ["walk", "call"]), 2)

    assert [attempt.after for attempt in twice.attempts] == [5, 2]
    assert (twice.after, twice.peak) == (2, 7)


def test_a_corrected_answer_leaves_no_trace_of_the_one_before() -> None:
    """Check the 1 on the way to a 10."""
    corrected = with_rating(with_rating(with_strategies(craving(), ["walk"]), 1), 10)

    assert corrected == with_rating(with_strategies(craving(), ["walk"]), 10)
    assert with_rating(corrected, 3).peak == 7


def test_what_was_not_said_to_help_stays_unsaid() -> None:
    both = with_strategies(craving(), ["walk", "call"])

    assert [attempt.helped for attempt in helped(both, ["call"]).attempts] == [None, True]
    assert helped(helped(both, ["call"]), []) == both
