"""Test the figures of a focus against their rules, written down a second time in the plainest way."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.cravings import timer_minutes
from journal.domain.day_statistics import MEMORY, focus_figures, steadiness
from tests.support.builders import START, alcohol, craving, day, marks, use

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
