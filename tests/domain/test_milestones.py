"""Test milestones by worked examples, by counting day by day, and by what must always hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.agreements import Agreement, Pause
from journal.domain.cravings import Craving, Outcome
from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayWord, Mark, day_word
from journal.domain.focuses import Focus, FocusKind, GoalMode, TaperStep
from journal.domain.focuses import Pause as FocusPause
from journal.domain.milestones import (
    CRAVINGS_PASSED,
    MENTOR_WEEKS,
    SLIP_TOLD,
    TOTAL_DAYS,
    Ahead,
    Aim,
    Measure,
    Milestone,
    ahead_by_days,
    day_of,
    parse_code,
    reached_by_days,
    reached_without_streak,
    streak_aims,
    to_notice,
    with_noticed,
)
from journal.domain.record import Precision
from journal.domain.uses import Use
from tests.support.builders import START, alcohol, day, marks, use

FOCUS = alcohol()
NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
LATER = day(400)
LETTERS = st.text("---+o_", max_size=45)
ONE_DAY, THIRTY, MONTH = Aim(Measure.DAYS, 1), Aim(Measure.DAYS, 30), Aim(Measure.MONTHS, 1)


def word_of(letters: str, focus: Focus = FOCUS) -> tuple[DayWord, date]:
    """Return the days and today, the day of the last letter."""
    first = focus.start or START
    today = first + timedelta(days=len(letters) - 1)
    return day_word(focus, [], marks(focus, first, letters), last=today, today=today), today


def reached(letters: str, focus: Focus = FOCUS) -> dict[Aim, date]:
    word, today = word_of(letters, focus)
    return reached_by_days(focus, word, today)


def ahead(letters: str, focus: Focus = FOCUS) -> list[Ahead]:
    word, today = word_of(letters, focus)
    return ahead_by_days(focus, word, today, reached_by_days(focus, word, today))


def in_mode(mode: GoalMode, **fields: object) -> Focus:
    return replace(FOCUS, goal_mode=mode, **fields)


def test_sixty_two_days_a_use_and_sixteen_days_reached_sixty_once_and_thirty_is_next_again() -> None:
    found = reached("-" * 62 + "+" + "-" * 17)

    assert found[ONE_DAY] == day(1)
    assert found[Aim(Measure.DAYS, 60)] == day(60)
    assert Aim(Measure.DAYS, 90) not in found
    assert ahead("-" * 62 + "+" + "-" * 17)[0] == Ahead(THIRTY, 14, again=True)


def test_after_a_use_on_the_fourth_of_march_a_full_day_is_over_on_the_sixth() -> None:
    focus = alcohol(date(2025, 3, 4))

    assert ONE_DAY not in reached("+-", focus)
    assert reached("+--", focus)[ONE_DAY] == date(2025, 3, 6)
    assert ahead("+-", focus)[0] == Ahead(ONE_DAY, 1)


@pytest.mark.parametrize(
    ("first", "aim", "on"),
    [
        (date(2025, 1, 31), MONTH, date(2025, 2, 28)),
        (date(2024, 1, 31), MONTH, date(2024, 2, 29)),
        (date(2025, 1, 31), Aim(Measure.MONTHS, 3), date(2025, 4, 30)),
        (date(2024, 2, 29), Aim(Measure.YEARS, 1), date(2025, 2, 28)),
        (date(2024, 2, 29), Aim(Measure.YEARS, 4), date(2028, 2, 29)),
        (date(2024, 2, 28), Aim(Measure.DAYS, 3), date(2024, 3, 2)),
        (date(2024, 8, 31), Aim(Measure.MONTHS, 18), date(2026, 2, 28)),
        (date(9999, 12, 31), ONE_DAY, None),
        (date(9999, 1, 1), Aim(Measure.YEARS, 1), None),
    ],
)
def test_months_end_with_the_month_and_leap_days_count(first: date, aim: Aim, on: date | None) -> None:
    assert day_of(aim, first) == on


def test_the_aims_are_those_of_the_fellowships_and_go_on_by_years() -> None:
    codes = [aim.code for aim in streak_aims(800)]

    assert codes[:9] == [f"days {number}" for number in (1, 3, 7, 14, 30, 60, 90, 100, 1000)]
    assert codes[9:21] == [*(f"months {number}" for number in range(1, 12)), "months 18"]
    assert codes[21:] == ["years 1", "years 2", "years 3", "years 4"]


def test_a_streak_from_the_start_needs_no_logged_day() -> None:
    focus = alcohol(date(2023, 2, 1))
    word = day_word(focus, [], [], last=date(2025, 2, 1), today=date(2025, 2, 1))

    assert reached_by_days(focus, word, date(2025, 2, 1))[Aim(Measure.YEARS, 2)] == date(2025, 2, 1)
    assert TOTAL_DAYS not in reached_by_days(focus, word, date(2025, 2, 1))


def test_a_hundred_days_in_total_need_no_streak() -> None:
    letters = ("-" * 9 + "+") * 12

    assert reached(letters)[TOTAL_DAYS] == day(110)
    assert Ahead(TOTAL_DAYS, 1) in ahead(letters[:110])
    assert THIRTY not in reached(letters)


def test_days_on_plan_are_counted_altogether_where_less_is_wanted() -> None:
    focus = in_mode(GoalMode.REDUCE, limit=Decimal(2))
    letters = "--+" * 20

    assert reached(letters, focus)[THIRTY] == day(43)
    assert Aim(Measure.DAYS, 60) not in reached(letters, focus)
    assert Ahead(Aim(Measure.DAYS, 60), 20) in ahead(letters, focus)
    assert TOTAL_DAYS not in {one.aim for one in ahead(letters, focus)}


def test_a_use_within_an_earlier_plan_ends_a_streak() -> None:
    word = DayWord(START, "-" * 20 + "=" + "-" * 10)

    assert Aim(Measure.DAYS, 14) in reached_by_days(FOCUS, word, day(30))
    assert ahead_by_days(FOCUS, word, day(30), ())[0] == Ahead(Aim(Measure.DAYS, 14), 5)


def test_what_is_only_observed_has_no_milestone() -> None:
    assert reached("-" * 100, in_mode(GoalMode.OBSERVE)) == {}
    assert ahead("-" * 100, in_mode(GoalMode.OBSERVE)) == []


def test_a_dangerous_taper_has_none_until_its_last_step_is_nothing() -> None:
    steps = [TaperStep(from_date=START, maximum=Decimal(2)), TaperStep(from_date=day(50), maximum=Decimal(0))]
    focus = in_mode(GoalMode.TAPER, taper=steps)

    assert reached("-" * 50, focus) == {}
    assert ahead("-" * 50, focus) == []
    assert reached("-" * 51, focus)[THIRTY] == day(29)


def test_food_has_no_streak() -> None:
    focus = replace(FOCUS, kind=FocusKind.FOOD)

    assert set(reached("-" * 120, focus)) == {TOTAL_DAYS}
    assert [one.aim for one in ahead("-" * 20, focus)] == [TOTAL_DAYS]
    assert reached("-" * 120, replace(focus, goal_mode=GoalMode.REDUCE, limit=Decimal(1))) == {}


def test_nothing_is_ahead_in_a_pause_or_before_the_start() -> None:
    assert ahead("-" * 20, replace(FOCUS, pauses=[FocusPause(first=day(15))])) == []
    later = alcohol(day(50))
    word = day_word(later, [], [], last=START, today=START)
    assert reached_by_days(later, word, START) == {}
    assert ahead_by_days(later, word, START, ()) == []


def test_without_a_start_days_count_from_a_use() -> None:
    focus = alcohol(None)

    assert reached("-" * 20, focus) == {}
    assert reached("--+" + "-" * 9, focus)[Aim(Measure.DAYS, 7)] == day(10)


def craving(number: int, outcome: Outcome = Outcome.PASSED, focus: str = "") -> Craving:
    return Craving(intensity=5, outcome=outcome, local_date=day(number), focus=focus)


def without_streak(
    *,
    cravings: list[Craving] | None = None,
    agreements: list[Agreement] | None = None,
    uses: list[Use] | None = None,
    marked: list[Mark] | None = None,
    focus: Focus = FOCUS,
    today: date = LATER,
) -> dict[Aim, date]:
    return reached_without_streak([focus], cravings or [], agreements or [], uses or [], marked or [], today)


def test_ten_cravings_passed() -> None:
    ten = [craving(number) for number in range(10)]

    assert without_streak(cravings=ten) == {CRAVINGS_PASSED: day(9)}
    assert without_streak(cravings=[*ten[1:], craving(20, Outcome.USED)]) == {}
    assert without_streak(cravings=[craving(n, focus=FOCUS.uid) for n in range(10)]) == {CRAVINGS_PASSED: day(9)}
    watched = in_mode(GoalMode.OBSERVE)
    assert without_streak(cravings=[craving(n, focus=FOCUS.uid) for n in range(10)], focus=watched) == {}


def test_twelve_weeks_with_a_mentor_leave_out_pauses_and_end_with_the_agreement() -> None:
    agreed = Agreement(person="p", start=START)
    paused = replace(agreed, pauses=[Pause(first=day(10), last=day(16))])

    assert without_streak(agreements=[agreed]) == {MENTOR_WEEKS: day(84)}
    assert without_streak(agreements=[agreed], today=day(83)) == {}
    assert without_streak(agreements=[paused]) == {MENTOR_WEEKS: day(91)}
    assert without_streak(agreements=[replace(agreed, ended_on=day(60))]) == {}


@pytest.mark.parametrize(
    ("precision", "hours", "told"),
    [(Precision.EXACT, 24, True), (Precision.EXACT, 25, False), (Precision.DAY, 35, True), (Precision.DAY, 37, False)],
)
def test_a_slip_told_within_a_day(precision: Precision, hours: int, told: bool) -> None:
    slip = replace(use(FOCUS, NOON.date()), at=NOON, zone="UTC", precision=precision)
    slip = replace(slip, told_mentor_at=NOON + timedelta(hours=hours))
    found = without_streak(uses=[replace(slip, told_mentor_at=None), slip])

    assert found == ({SLIP_TOLD: (NOON + timedelta(hours=hours)).date()} if told else {})
    assert without_streak(uses=[slip], focus=in_mode(GoalMode.OBSERVE)) == {}


def test_what_was_noticed_is_never_taken_back() -> None:
    before = reached("-" * 40)
    noticed = to_notice(FOCUS.uid, before, [])
    after = reached("-" * 20 + "+" + "-" * 19)

    listed = {one.aim: one for one in with_noticed(after, noticed)}
    assert set(listed) == set(before)
    assert (listed[THIRTY].on, listed[THIRTY].holds) == (day(30), False)
    assert (listed[ONE_DAY].on, listed[ONE_DAY].holds) == (day(1), True)
    assert to_notice(FOCUS.uid, after, noticed) == []


def test_a_milestone_that_is_reached_later_again_holds_from_then_on() -> None:
    noticed = [Milestone(focus=FOCUS.uid, what=THIRTY.code, reached_on=day(30))]
    listed = with_noticed(reached("-" * 5 + "+" + "-" * 40), noticed)

    assert next((one.on, one.holds) for one in listed if one.aim == THIRTY) == (day(36), True)


def test_the_same_noticed_on_two_computers_is_listed_once_and_unknown_ones_not_at_all() -> None:
    noticed = [
        Milestone(what="days 30", reached_on=day(31)),
        Milestone(what="days 30", reached_on=day(30)),
        Milestone(what="moons 3", reached_on=day(3)),
        Milestone(what="days", reached_on=day(3)),
    ]

    assert [(one.aim, one.on, one.holds) for one in with_noticed({}, noticed)] == [(THIRTY, day(30), False)]
    assert len(to_notice("", {THIRTY: day(30)}, noticed)) == 0


@given(st.sampled_from([*streak_aims(5000), TOTAL_DAYS, CRAVINGS_PASSED, MENTOR_WEEKS, SLIP_TOLD]))
def test_a_stored_code_is_read_as_the_aim_it_came_from(aim: Aim) -> None:
    assert parse_code(aim.code) == aim


@given(LETTERS)
def test_days_of_a_streak_are_reached_on_the_first_day_that_has_so_many_full_days(letters: str) -> None:
    """Count as Today does, day by day."""
    found = reached(letters)
    first: dict[int, date] = {}
    for number in range(len(letters)):
        said = marks(FOCUS, START, letters[: number + 1])
        full_days = focus_figures(FOCUS, [], said, as_of=day(number), today=day(number)).full_days or 0
        for reached_now in range(1, full_days + 1):
            first.setdefault(reached_now, day(number))
    counted = {aim: on for aim, on in found.items() if aim.measure is Measure.DAYS}
    assert counted == {Aim(Measure.DAYS, n): first[n] for n in (1, 3, 7, 14, 30) if n in first}


@given(st.dates(date(1999, 1, 1), date(2030, 1, 1)), st.sampled_from(streak_aims(3000)))
def test_a_streak_without_a_use_reaches_an_aim_on_its_day_and_not_before(first: date, aim: Aim) -> None:
    """This holds at every end of a month and in every leap year."""
    on = day_of(aim, first)
    assert on is not None
    focus, days = alcohol(first), (on - first).days
    for today, is_reached in ((on, True), (on - timedelta(days=1), False)):
        word = day_word(focus, [], [], last=today, today=today)
        found = reached_by_days(focus, word, today)
        assert (found.get(aim) == on) is is_reached
        coming = {one.aim: one.to_go for one in ahead_by_days(focus, word, today, found)}
        assert coming.get(aim) == (None if is_reached else 1)
    used_before = DayWord(first, "-" * (days - 1) + "+-")
    assert aim not in reached_by_days(focus, used_before, on)


@given(LETTERS)
def test_what_is_ahead_is_reached_after_so_many_days_without_a_use(letters: str) -> None:
    for one in ahead(letters):
        if one.to_go < 40:
            later = reached(letters + "-" * one.to_go)
            assert one.again or later[one.aim] == day(len(letters) + one.to_go - 1)
            assert one.aim in later


@given(LETTERS, st.integers(0, 44))
def test_a_use_added_later_brings_no_milestone_nearer(letters: str, place: int) -> None:
    with_use = letters[:place] + "+" + letters[place + 1 :] if place < len(letters) else letters
    before, after = reached(letters), reached(with_use)
    days = {aim: on for aim, on in after.items() if aim.measure in (Measure.DAYS, Measure.TOTAL)}

    assert set(days) <= set(before)
    assert all(on >= before[aim] for aim, on in days.items())


@given(LETTERS)
def test_days_on_plan_never_count_twice_and_come_in_order(letters: str) -> None:
    focus = in_mode(GoalMode.REDUCE, limit=Decimal(2))
    found = reached(letters, focus)
    count = letters.count("-")

    assert [n for n in (1, 3, 7, 14, 30) if Aim(Measure.DAYS, n) in found] == [
        n for n in (1, 3, 7, 14, 30) if n <= count
    ]
    assert all(one.to_go > 0 for one in ahead(letters, focus))


@given(LETTERS, st.lists(st.sampled_from(streak_aims(0)), max_size=5))
def test_every_noticed_milestone_stays_in_the_list(letters: str, aims: list[Aim]) -> None:
    noticed = [Milestone(focus=FOCUS.uid, what=aim.code, reached_on=day(3)) for aim in aims]
    listed = with_noticed(reached(letters), noticed)

    assert set(aims) | set(reached(letters)) == {one.aim for one in listed}
    assert [one.on for one in listed] == sorted((one.on for one in listed), reverse=True)
