"""Test the figures of a focus against their rules, written down a second time in the plainest way."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.commitments import Commitment, CommitmentStatus, kept
from journal.domain.coping import Evidence, Proof, proof
from journal.domain.cravings import Certainty, certainty, timer_minutes
from journal.domain.day_statistics import MEMORY, episodes, focus_figures, steadiness
from journal.domain.days import day_word
from tests.support.builders import START, alcohol, craving, day, marks, use

TODAY = day(90)
LETTERS = st.text("-+o*_", min_size=1, max_size=60)


@given(LETTERS)
def test_percentages_and_runs_are_those_of_the_letters(letters: str) -> None:
    today = day(len(letters))
    figures = focus_figures(alcohol(), [], marks(alcohol(), START, letters), as_of=today, today=today)
    clean, used = letters.count("-"), letters.count("+")
    missing = letters.count("o") + letters.count("*")
    counted = letters.replace("_", "")
    slips = [len(list(run)) for letter, run in groupby(counted) if letter == "+"]

    if clean + used:
        assert figures.pda == pytest.approx(100 * clean / (clean + used))
    if clean + used + missing:
        assert figures.pda_low == pytest.approx(100 * clean / (clean + used + missing))
        assert figures.pda_high == pytest.approx(100 * (clean + missing) / (clean + used + missing))
        assert figures.coverage == pytest.approx(100 * (clean + used) / (clean + used + missing))
    assert figures.longest_run == max(map(len, counted.split("+")))
    assert figures.longest_run_strict == max((len(list(run)) for one, run in groupby(counted) if one == "-"), default=0)
    assert figures.return_time_last == (slips[-1] if slips else None)
    assert figures.return_time_median == (median(slips) if slips else None)


@given(LETTERS)
def test_steadiness_goes_day_by_day(letters: str) -> None:
    score = 0.0
    for letter in letters:
        if letter in "-+":
            score = score * MEMORY + (letter == "-") * (1 - MEMORY)

    assert steadiness(letters) == pytest.approx(score)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 1500))
def test_days_since_the_last_use_are_a_difference_of_dates(last: date, later: int) -> None:
    focus, today = alcohol(start=last - timedelta(days=9)), last + timedelta(days=later)
    figures = focus_figures(focus, [use(focus, last)], [], as_of=today, today=today)

    assert figures.sobriety_date == last + timedelta(days=1)
    assert (figures.full_days, figures.day_number) == (max(0, later - 1), later)


@given(st.lists(st.integers(1, 120)), st.integers(5, 60))
def test_the_timer_is_the_median_of_what_was_timed_from_five_on(minutes: list[int], preferred: int) -> None:
    found = timer_minutes([craving(minutes=each) for each in minutes], preferred=preferred)

    assert 5 <= found <= 60
    if len(minutes) < 5:
        assert found == preferred
    else:
        assert abs(found - min(60, max(5, median(minutes)))) < 1


@given(LETTERS, st.integers(0, 4))
def test_an_episode_goes_on_over_a_gap_of_so_many_days(letters: str, gap: int) -> None:
    used = [place for place, letter in enumerate(letters.replace("_", "")) if letter == "+"]
    expected: list[list[int]] = []
    for place in used:
        if expected and place - expected[-1][-1] - 1 <= gap:
            expected[-1].append(place)
        else:
            expected.append([place])
    word = day_word(
        alcohol(), [], marks(alcohol(), START, letters), first=START, last=day(len(letters) - 1), today=TODAY
    )

    found = episodes(word, gap)
    assert [one.days for one in found] == [run[-1] - run[0] + 1 for run in expected]
    counted = [day(number) for number, letter in enumerate(letters) if letter != "_"]
    assert [(one.first, one.last) for one in found] == [(counted[run[0]], counted[run[-1]]) for run in expected]


@given(st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 12)), max_size=20), st.integers(1, 12))
def test_a_day_is_heavy_where_its_amounts_reach_the_threshold(drinks: list[tuple[int, int | None]], heavy: int) -> None:
    focus = replace(alcohol(), heavy_from=Decimal(heavy))
    uses = [
        replace(use(focus, day(number), amount=None if amount is None else str(amount)), uid=f"use-{place}")
        for place, (number, amount) in enumerate(drinks)
    ]
    figures = focus_figures(focus, uses, [], as_of=TODAY, today=TODAY)

    sums = [
        sum(amount or 0 for number, amount in drinks if number == each) for each in {number for number, _ in drinks}
    ]
    assert figures.heavy_days == sum(amount >= heavy for amount in sums)


@given(st.integers(0, 60))
def test_how_much_a_count_says_follows_its_size(n: int) -> None:
    words = {Certainty.TOO_EARLY: n < 5, Certainty.EARLY_SIGN: 5 <= n < 20, Certainty.PATTERN: n >= 20}
    assert [word for word, holds in words.items() if holds] == [certainty(n)]
    known = Evidence(strategy="walk", n=n, came_through=0, mean_drop=None, low=0.0)
    proofs = {Proof.TOO_FEW: n < 3, Proof.EARLY_SIGN: 3 <= n < 10, Proof.SEEMS_TO_HELP: n >= 10}
    assert [word for word, holds in proofs.items() if holds] == [proof(known)]


COMMITMENTS = st.builds(
    Commitment,
    text=st.just("call"),
    status=st.sampled_from(CommitmentStatus),
    due=st.none() | st.dates(day(0), day(20)),
)


@given(st.lists(COMMITMENTS))
def test_next_steps_kept_in_time_are_counted_of_all_that_are_decided(made: list[Commitment]) -> None:
    today = day(10)
    counts = Counter(one.status for one in made)
    still_open = [one for one in made if one.is_open]
    overdue = sum(one.due is not None and one.due < today for one in still_open)

    found = kept(made, today)
    assert found == (counts[CommitmentStatus.DONE], len(made) - len(still_open) + overdue)
