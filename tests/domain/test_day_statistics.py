"""Test every figure by the worked examples of the field's table, and by what must always hold."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.day_statistics import Figures, episodes, focus_figures, slip_effect, steadiness
from journal.domain.days import DayState, DayWord, Mark
from journal.domain.focuses import Focus, Per
from journal.domain.preferences import SinceConvention
from journal.domain.uses import Use
from journal.text import figures as figures_text
from tests.support.builders import START, alcohol, clean_marks, day, mark, marks, use

FOCUS = alcohol()
LETTERS = st.text("-+o*_ ", max_size=60)
THE_EXAMPLE = "-" * 62 + "+" + "-" * 16


def of(letters: str, *, focus: Focus = FOCUS, uses: list[Use] | None = None, first: date | None = None) -> Figures:
    """Return the figures on the day after the last letter, which is not over yet."""
    today = day(len(letters))
    return focus_figures(focus, uses or [], marks(focus, START, letters), first=first, as_of=today, today=today)


def longest(figures: Figures) -> int:
    """The longest run, which is there."""
    assert figures.longest_run is not None
    return figures.longest_run


def strict(figures: Figures) -> int:
    """The strict longest run, which is there."""
    assert figures.longest_run_strict is not None
    return figures.longest_run_strict


def steady(figures: Figures) -> float:
    """The steadiness, which is there."""
    assert figures.steadiness is not None
    return figures.steadiness


def test_the_worked_example() -> None:
    figures = of(THE_EXAMPLE)

    assert figures.pda == pytest.approx(98.73, abs=0.005)
    assert (figures.clean, figures.logged, figures.total) == (78, 79, 79)
    assert figures.full_days == 16
    assert figures.longest_run == figures.longest_run_strict == 62
    assert figures.coverage == 100.0
    assert (figures_text.format_percent(figures), figures_text.format_run(figures)) == ("98.7 %", "62")


def test_no_figure_goes_day_by_day_through_a_hundred_years(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DayWord, "items", lambda word: pytest.fail("every day was looked at"))
    figures = focus_figures(alcohol(start=date(1900, 1, 1)), [], [], as_of=day(0), today=day(0))

    assert (figures.unknown, figures.longest_run) == (46_264, 46_264)


def test_steadiness_dips_and_recovers_instead_of_starting_over() -> None:
    assert of(THE_EXAMPLE[:62]).steadiness == pytest.approx(0.9633, abs=5e-5)
    assert of(THE_EXAMPLE[:63]).steadiness == pytest.approx(0.9133, abs=5e-5)
    assert of(THE_EXAMPLE).steadiness == pytest.approx(0.9631, abs=5e-5)


def test_steadiness_is_halved_in_thirteen_used_days_and_skips_days_not_known() -> None:
    clean = "-" * 20

    assert steadiness(clean + "+" * 13) == pytest.approx(steadiness(clean) / 2)
    assert steadiness(clean + "o*_") == steadiness(clean)
    assert steadiness("") == 0.0


@pytest.mark.parametrize(
    ("today", "full_days", "day_number"),
    [
        (date(2025, 3, 4), 0, 0),
        (date(2025, 3, 5), 0, 1),
        (date(2025, 3, 6), 1, 2),
        (date(2025, 3, 20), 15, 16),
    ],
)
def test_since_the_last_use_on_the_fourth_of_march(today: date, full_days: int, day_number: int) -> None:
    focus = alcohol(start=date(2025, 1, 1))
    figures = focus_figures(focus, [use(focus, date(2025, 3, 4))], [], as_of=today, today=today)

    assert (figures.full_days, figures.day_number) == (full_days, day_number)
    assert figures.since(SinceConvention.FULL_DAYS) == full_days
    assert figures.since(SinceConvention.DAY_NUMBER) == day_number
    assert figures.sobriety_date == date(2025, 3, 5)


def test_with_no_use_it_is_counted_from_the_start() -> None:
    figures = focus_figures(FOCUS, [], [], as_of=day(10), today=day(10))

    assert (figures.last_use, figures.sobriety_date) == (None, START)
    assert (figures.full_days, figures.day_number) == (10, 11)


def test_a_start_still_to_come_counts_nothing_and_is_never_below_zero() -> None:
    figures = focus_figures(alcohol(start=day(5)), [], [], as_of=START, today=START)

    assert (figures.full_days, figures.day_number, figures.total) == (0, 0, 0)


def test_not_yet_started_and_no_use_has_no_date_to_count_from() -> None:
    figures = focus_figures(alcohol(start=None), [], [], as_of=day(5), today=day(5))

    assert (figures.full_days, figures.day_number, figures.sobriety_date) == (None, None, None)
    assert (figures.pda, figures.pda_low, figures.pda_high, figures.coverage) == (None, None, None, None)
    assert figures_text.format_percent(figures) == "–"


def test_without_a_start_a_use_is_counted_from() -> None:
    focus = alcohol(start=None)
    figures = focus_figures(focus, [use(focus, day(2))], [], as_of=day(5), today=day(5))

    assert (figures.used, figures.full_days) == (1, 2)


def test_the_bounds_take_missing_days_as_used_and_as_clean() -> None:
    figures = of("--+o*")

    assert (figures.clean, figures.used, figures.unknown) == (2, 1, 2)
    assert figures.pda == pytest.approx(200 / 3)
    assert (figures.pda_low, figures.pda_high, figures.coverage) == (40.0, 80.0, 60.0)
    assert figures_text.format_percent(figures) == "66.7 % (40.0–80.0 %)"


def test_the_bounds_are_said_when_fewer_than_ninety_five_in_a_hundred_days_are_known() -> None:
    assert figures_text.format_percent(of("-" * 19 + "o")) == "100.0 %"
    assert figures_text.format_percent(of("-" * 18 + "o")) == "100.0 % (94.7–100.0 %)"
    assert figures_text.format_percent(of("ooo")) == "–"


def test_days_that_do_not_count_are_left_out_everywhere() -> None:
    assert of("--_--") == replace(of("----"), as_of=day(5))
    assert of("-+_+-").return_time_last == 2


def test_runs_are_claimed_over_days_not_known_and_strict_without_them() -> None:
    figures = of("--o---+-")

    assert (figures.longest_run, figures.longest_run_strict) == (6, 3)
    assert figures_text.format_run(figures) == "6 (3)"


def test_return_time_is_how_long_a_slip_episode_lasted() -> None:
    figures = of("+--+++-++-")

    assert [(episode.first, episode.last) for episode in figures.episodes] == [
        (day(0), day(0)),
        (day(3), day(5)),
        (day(7), day(8)),
    ]
    assert (figures.return_time_last, figures.return_time_median) == (2, 2.0)
    assert (of("---").return_time_last, of("---").return_time_median) == (None, None)


def test_an_episode_may_be_set_to_bridge_a_gap() -> None:
    word = DayWord(START, "+-_+--+")

    assert [episode.days for episode in episodes(word)] == [1, 1, 1]
    assert [episode.days for episode in episodes(word, gap=1)] == [3, 1]
    assert [episode.days for episode in episodes(word, gap=2)] == [6]


def test_heavy_days_add_up_what_was_used_on_a_day() -> None:
    focus = replace(FOCUS, heavy_from=Decimal(5))
    uses = [use(focus, day(1), amount="2"), use(focus, day(1), amount="3"), use(focus, day(2), amount="4.9")]

    assert of("----", focus=focus, uses=uses).heavy_days == 1
    assert of("----", uses=uses).heavy_days is None


def test_a_marks_amount_counts_where_no_use_says_more() -> None:
    focus = replace(FOCUS, heavy_from=Decimal(5))
    said = [replace(mark(focus, day(place), DayState.USED), amount=Decimal(6)) for place in range(2)]
    figures = focus_figures(focus, [use(focus, day(1), amount="1")], said, as_of=day(1), today=day(1))

    assert figures.heavy_days == 1


def test_an_amount_in_another_unit_is_not_measured_against_the_threshold() -> None:
    focus = replace(FOCUS, heavy_from=Decimal(5))
    bottles = replace(use(focus, day(1), amount="6"), unit="millilitres")

    assert of("---", focus=focus, uses=[bottles]).heavy_days == 0


@pytest.mark.parametrize(
    ("cost", "per", "clean", "saved"),
    [
        ("40", Per.WEEK, 78, "445.71"),
        ("7.50", Per.DAY, 10, "75"),
        ("365.25", Per.YEAR, 12, "12"),
        ("100", Per.MONTH, 30, "98.56"),
    ],
)
def test_saved_is_the_baseline_of_the_clean_days(cost: str, per: Per, clean: int, saved: str) -> None:
    assert of("-" * clean, focus=replace(FOCUS, cost=Decimal(cost), cost_per=per)).saved.money == Decimal(saved)


def test_what_use_days_cost_is_taken_off_what_was_saved() -> None:
    focus = replace(FOCUS, cost=Decimal(10), cost_per=Per.DAY)
    uses = [use(focus, day(1), cost="12.30"), use(focus, day(99), cost="50")]

    assert of("---", focus=focus, uses=uses).saved.money == Decimal("7.70")
    assert of("---").saved.money is None


def test_only_what_is_dated_up_to_the_day_asked_for_counts() -> None:
    said = marks(FOCUS, START, "--+--")
    figures = focus_figures(FOCUS, [use(FOCUS, day(4))], said, as_of=day(1), today=day(9))

    assert (figures.clean, figures.used, figures.last_use) == (2, 0, None)


def test_a_first_day_bounds_counts_and_runs_but_not_the_time_since_the_last_use() -> None:
    whole, part = of("---+------"), of("---+------", first=day(6))

    assert (part.clean, part.used, part.longest_run, part.episodes) == (4, 0, 4, [])
    assert (part.last_use, part.full_days) == (whole.last_use, whole.full_days) == (day(3), 6)


def test_a_first_day_before_the_start_adds_nothing() -> None:
    assert of("-+-", first=day(-30)) == of("-+-")


def test_a_slip_today_moves_one_of_the_three_numbers() -> None:
    today = day(len(THE_EXAMPLE))
    before, after = slip_effect(
        FOCUS, [], marks(FOCUS, START, THE_EXAMPLE), use(FOCUS, today), as_of=today, today=today
    )

    assert (before.clean, before.full_days, before.longest_run) == (78, 16, 62)
    assert (after.clean, after.full_days, after.longest_run) == (78, 0, 62)


def test_a_slip_on_a_day_already_marked_takes_that_one_day_too() -> None:
    said = clean_marks(FOCUS, START, 10)
    before, after = slip_effect(FOCUS, [], said, use(FOCUS, day(9)), as_of=day(9), today=day(9))

    assert (before.clean, before.longest_run) == (10, 10)
    assert (after.clean, after.longest_run, after.full_days) == (9, 9, 0)


def test_a_slip_told_later_does_not_hide_a_newer_one() -> None:
    newer = use(FOCUS, day(8))
    before, after = slip_effect(FOCUS, [newer], [], use(FOCUS, day(2)), as_of=day(10), today=day(10))

    assert before.last_use == after.last_use == day(8)
    assert after.used == 2


def test_a_slip_before_the_start_counts_nowhere_until_the_focus_starts_there() -> None:
    early, today = use(FOCUS, day(-3)), START
    before, after = slip_effect(FOCUS, [], [], early, as_of=today, today=today)
    _, moved = slip_effect(FOCUS, [], [], early, start=day(-3), as_of=today, today=today)

    assert before == after
    assert (after.used, after.last_use, after.full_days) == (0, None, 0)
    assert (moved.used, moved.last_use, moved.full_days, moved.longest_run) == (1, day(-3), 2, 2)


def test_a_use_moved_to_another_day_gives_the_first_one_back() -> None:
    told = use(FOCUS, day(8))
    before, after = slip_effect(FOCUS, [told], [], replace(told, local_date=day(6)), as_of=day(10), today=day(10))

    assert (before.last_use, after.last_use) == (day(8), day(6))
    assert before.used == after.used == 1


@given(LETTERS)
def test_the_bounds_enclose_the_figure(letters: str) -> None:
    figures = of(letters)

    if figures.pda is not None:
        assert figures.pda_low is not None
        assert figures.pda_high is not None
        assert 0 <= figures.pda_low <= figures.pda <= figures.pda_high <= 100


@given(LETTERS)
def test_runs_and_counts_fit_into_the_days(letters: str) -> None:
    figures = of(letters)

    assert strict(figures) <= min(longest(figures), figures.clean)
    assert longest(figures) <= figures.clean + figures.unknown
    assert sum(episode.days for episode in figures.episodes) == figures.used
    assert figures.total == len(letters) - letters.count("_")
    assert 0 <= steady(figures) <= 1


@given(LETTERS)
def test_a_slip_today_changes_only_what_it_should(letters: str) -> None:
    today = day(len(letters))
    before, after = slip_effect(FOCUS, [], marks(FOCUS, START, letters), use(FOCUS, today), as_of=today, today=today)

    assert (after.clean, after.unknown) == (before.clean, before.unknown)
    assert (after.longest_run, after.longest_run_strict) == (before.longest_run, before.longest_run_strict)
    assert after.used == before.used + 1
    assert (after.full_days, after.day_number) == (0, 0)
    assert steady(after) <= steady(before)


@given(LETTERS)
def test_one_more_clean_day_never_lowers_a_total(letters: str) -> None:
    before, after = of(letters), of(letters + "-")

    assert after.clean == before.clean + 1
    assert longest(after) >= longest(before)
    assert strict(after) >= strict(before)
    assert steady(after) >= steady(before)
    assert (after.pda or 0) >= (before.pda or 0)
    assert (after.full_days or 0) >= (before.full_days or 0)


@given(LETTERS, st.integers(0, 59))
def test_filling_in_a_clean_day_later_lowers_no_count(letters: str, place: int) -> None:
    letters = letters.ljust(place + 1)
    filled = letters[:place] + "-" + letters[place + 1 :]
    if letters[place] in " o*":
        assert of(filled).clean == of(letters).clean + 1
        assert of(filled).longest_run == of(letters).longest_run
        assert strict(of(filled)) >= strict(of(letters))


@given(LETTERS, st.integers(0, 60))
def test_a_period_and_what_was_before_it_add_up(letters: str, cut: int) -> None:
    said, last = marks(FOCUS, START, letters), day(60)
    before = _between(said, START, day(cut - 1))
    after = _between(said, day(cut), last)
    whole = _between(said, START, last)

    assert whole.clean == before.clean + after.clean
    assert whole.used == before.used + after.used
    assert whole.unknown == before.unknown + after.unknown


def _between(said: list[Mark], first: date, last: date) -> Figures:
    """Return the figures of days that are over."""
    return focus_figures(FOCUS, [], said, first=first, as_of=last, today=day(60) + timedelta(days=1))


def test_an_episode_is_over_once_a_day_that_counts_came_after_it() -> None:
    assert [episode.days for episode in of("-+--++-").returned] == [1, 2]
    assert [episode.days for episode in of("-+--++").returned] == [1]
    assert [episode.days for episode in of("-+--++__").returned] == [1]
