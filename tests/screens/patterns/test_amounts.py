"""Check the amounts of a focus: by week against the limit, the steps of a taper, and only counted."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.day_amounts import amount_stretches
from journal.domain.days import DayState, Mark
from journal.domain.focuses import EarlierGoal, Focus, FocusKind, GoalMode, TaperStep
from journal.domain.uses import Use
from journal.store.journal import Journal
from journal.text import days as days_text
from screens.days.days import Days
from screens.patterns.amounts import Amounts
from screens.patterns.pictures import limit_bar
from screens.widgets.plain_text import Plain
from tests.support.driving import Fill, make_app, opened, settle
from tests.support.golden import SIZES, assert_goldens, picture

TODAY = date(2026, 11, 23)
"""A Monday."""

START = TODAY - timedelta(days=60)

STEPS = [
    TaperStep(from_date=date(2026, 10, 1), maximum=Decimal(8)),
    TaperStep(from_date=date(2026, 11, 1), maximum=Decimal(6)),
    TaperStep(from_date=date(2026, 12, 1), maximum=Decimal(4)),
    TaperStep(from_date=date(2026, 12, 15), maximum=Decimal(0)),
]


def weeks_of(amounts: str, **fields: object) -> Fill:
    """Return what adds a focus with an amount a day up to today; ``-`` is 0, ``?`` not known, a space not logged."""

    def fill(journal: Journal) -> None:
        given = {"label": "alcohol", "kind": FocusKind.ALCOHOL, "start": START, "unit": "drinks"}
        uid = journal.focuses.add(Focus(**{**given, **fields}))  # type: ignore[arg-type]  # each has its field's type
        for number, letter in enumerate(reversed(amounts)):
            on = TODAY - timedelta(days=number)
            if letter == "-":
                journal.marks.add(Mark(focus=uid, state=DayState.CLEAN, local_date=on))
            elif letter != " ":
                amount = None if letter == "?" else Decimal(letter)
                journal.uses.add(Use(focus=uid, local_date=on, amount=amount))

    return fill


REDUCED: Final = "2-22-3122-  2212?2-1722-21-23"
REDUCE: Final = weeks_of(
    REDUCED,
    goal_mode=GoalMode.REDUCE,
    limit=Decimal(2),
    heavy_from=Decimal(5),
    earlier_goals=[EarlierGoal(until=date(2026, 11, 8), goal_mode=GoalMode.REDUCE, limit=Decimal(3))],
)
TAPER: Final = weeks_of("88888887777667666646666666656", goal_mode=GoalMode.TAPER, taper=STEPS)
OBSERVE: Final = weeks_of(REDUCED, goal_mode=GoalMode.OBSERVE, heavy_from=Decimal(5))
ABSTAIN: Final = weeks_of("---------?----------4-- -----")
NOT_COUNTED: Final = weeks_of("---------?----------?--------")
FOOD: Final = weeks_of(REDUCED, label="food", kind=FocusKind.FOOD, goal_mode=GoalMode.REDUCE, limit=Decimal(2))

CASES: Final[dict[str, Fill]] = {
    "reduce": REDUCE,
    "taper": TAPER,
    "observe": OBSERVE,
    "abstain": ABSTAIN,
    "uncounted": NOT_COUNTED,
    "food": FOOD,
    "empty": weeks_of(""),
}


async def show(pilot: Pilot[int], *keys: str) -> str:
    """Open the calendar from Today, then the amounts, press the keys, and return what the screen shows."""
    await pilot.press("up", "enter")
    await settle(pilot)
    assert isinstance(pilot.app.screen, Days)
    await pilot.press("a", *keys)
    await settle(pilot)
    assert isinstance(pilot.app.screen, Amounts)
    return shown(pilot)


def shown(pilot: Pilot[int]) -> str:
    return picture(pilot.app)  # type: ignore[arg-type]


def told(pilot: Pilot[int], panel: str = "weeks") -> str:
    """Return everything that a panel says, also what is scrolled out of sight."""
    return str(pilot.app.screen.query_one(f"#{panel}", Plain).content)


@pytest.mark.parametrize("case", ["reduce", "taper", "observe", "abstain", "food"])
async def test_it_looks_so(path: Path, case: str) -> None:
    async with opened(make_app(path, fill=CASES[case])) as pilot:
        await show(pilot)
        await assert_goldens(pilot, f"amounts-{case}", always=case == "taper")


async def test_the_table_is_one_key_away(path: Path) -> None:
    async with opened(make_app(path, fill=REDUCE)) as pilot:
        assert "from amount limit within over heavy not logged" in await show(pilot, "t")
        await assert_goldens(pilot, "amounts-table")
        await pilot.press("t")
        assert "█ used" in shown(pilot)


async def test_each_week_has_its_own_limit_and_says_what_is_not_known(path: Path) -> None:
    async with opened(make_app(path, fill=REDUCE)) as pilot:
        await show(pilot)
        lines = [line.strip() for line in told(pilot).splitlines()]
        assert lines[5:] == [
            "this week  █▓         3 of 2 (2 a day)",
            "0 within, 1 over",
            "16 Nov 2026  ████░░     9 of 14 (2 a day)",
            "7 within, 0 over",
            "9 Nov 2026  ██████     at least 13 of 14 (2 a day)",
            "5 within, 1 over, 1 heavy,",
            "1 day without an amount",
            "2 Nov 2026  ███░░░░░░  8 of 21 (3 a day)",
            "5 within, 0 over, 2 not logged",
        ]
        assert "Until 8 Nov 2026: cut down, at most 3 drinks a day" in told(pilot, "plan")


async def test_the_step_of_today_is_marked_and_what_comes_next_is_said(path: Path) -> None:
    async with opened(make_app(path, fill=TAPER)) as pilot:
        await show(pilot)
        assert told(pilot, "plan").splitlines() == [
            "   1 Oct 2026  8 drinks a day",
            "■  1 Nov 2026  6 drinks a day  now, for 22 days",
            "   1 Dec 2026  4 drinks a day  next, in 8 days",
            "  15 Dec 2026  0 drinks a day  in 22 days",
        ]
        assert "Below the plan on 2 days: Sun 22 Nov, Fri 13 Nov." in told(pilot)
        assert days_text.BELOW_PLAN in told(pilot)


async def test_where_going_down_fast_is_no_danger_nothing_is_below_the_plan(path: Path) -> None:
    fill = weeks_of("66666656", kind=FocusKind.NICOTINE, goal_mode=GoalMode.TAPER, taper=STEPS)
    async with opened(make_app(path, fill=fill)) as pilot:
        await show(pilot)
        assert "elow the plan" not in told(pilot)
        assert "■  1 Nov 2026" in told(pilot, "plan")


async def test_a_taper_that_has_not_begun_marks_no_step_and_one_that_is_over_says_so(path: Path) -> None:
    fill = weeks_of("44", goal_mode=GoalMode.TAPER, taper=STEPS[2:])
    async with opened(make_app(path, fill=fill)) as pilot:
        await show(pilot)
        assert "■" not in told(pilot, "plan")
        assert "next, in 8 days" in told(pilot, "plan")
        assert "No limit today." in told(pilot)
        journal = pilot.app.journal  # type: ignore[attr-defined]
        journal.save(replace(journal.focuses.all()[0], taper=STEPS[:1]))
        await pilot.press("t")
        assert told(pilot, "plan").splitlines()[-1] == "This is the last step."


async def test_what_is_only_tracked_is_counted_and_not_judged(path: Path) -> None:
    async with opened(make_app(path, fill=OBSERVE), (120, 40)) as pilot:
        for keys in ((), ("t",), ("right", "right")):
            await (pilot.press(*keys) if isinstance(pilot.app.screen, Amounts) else show(pilot, *keys))
            await settle(pilot)
            for word in ("limit", "within", "over", "heavy", "%", "plan", "best", "in a row"):
                assert word not in told(pilot), word
        assert "By month, drinks" in told(pilot)
        await pilot.press("left", "left", "t")
        assert "at least 13 on 6 use days" in told(pilot)
        assert "By month, drinks" in told(pilot)


@pytest.mark.parametrize("mode", [GoalMode.OBSERVE, GoalMode.REDUCE, GoalMode.ABSTAIN])
async def test_for_food_nothing_is_said_of_amounts(path: Path, mode: GoalMode) -> None:
    fill = weeks_of(REDUCED, label="food", kind=FocusKind.FOOD, goal_mode=mode, limit=Decimal(2), heavy_from=Decimal(3))
    async with opened(make_app(path, fill=fill)) as pilot:
        for keys in ((), ("t",)):
            await (pilot.press(*keys) if isinstance(pilot.app.screen, Amounts) else show(pilot, *keys))
            await settle(pilot)
            for word in ("amount", "drinks", "heavy", "limit", "At most", " of 14"):
                assert word not in told(pilot), word
            assert "use days" in told(pilot)


async def test_without_amounts_use_days_are_counted_and_it_is_said_how_to_log_them(path: Path) -> None:
    async with opened(make_app(path, fill=NOT_COUNTED)) as pilot:
        assert "With a slip you can log how much it was." in await show(pilot)
        assert "16 Nov 2026             no use" in told(pilot)
        assert "9 Nov 2026  █          1 use day" in told(pilot)


async def test_a_week_of_which_no_amount_is_known_has_no_bar_that_looks_like_nothing(path: Path) -> None:
    fill = weeks_of("???????2", goal_mode=GoalMode.REDUCE, limit=Decimal(2))
    async with opened(make_app(path, fill=fill)) as pilot:
        await show(pilot)
        assert "16 Nov 2026             amount not known" in told(pilot)


async def test_a_time_without_a_use_or_without_anything_has_one_sentence(path: Path) -> None:
    async with opened(make_app(path, fill=weeks_of("-" * 22))) as pilot:
        await show(pilot)
        assert told(pilot) == "No use logged in this time. 22 of 22 days logged."
    async with opened(make_app(path.with_name("empty"), fill=weeks_of(""))) as pilot:
        await show(pilot)
        assert told(pilot).startswith("Nothing logged in this time.")


async def test_arrows_choose_the_period(path: Path) -> None:
    async with opened(make_app(path, fill=REDUCE), (120, 40)) as pilot:
        assert "alcohol in 4 weeks, 2–23 Nov" in await show(pilot, "left")
        await pilot.press("right")
        assert "alcohol in 12 weeks, 7 Sep – 23 Nov" in shown(pilot)
        assert "5 Oct 2026  nothing logged" in told(pilot)
        await pilot.press("right")
        assert "alcohol in a year, 1 Dec 2025 – 23 Nov 2026" in shown(pilot)
        assert "Oct 2026  █░░░░░░░░  9 of 93 (3 a day)" in told(pilot)
        await pilot.press("right", "right")
        assert "alcohol, 26 Oct – 23 Nov" in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_screen_shows_the_numbers_of_the_domain(path: Path, size: tuple[int, int]) -> None:
    async with opened(make_app(path, fill=REDUCE), size) as pilot:
        await show(pilot, "t")
        journal = pilot.app.journal  # type: ignore[attr-defined]
        focus = journal.focuses.all()[0]
        starts = [TODAY - timedelta(days=7 * number) for number in range(4)]
        found = amount_stretches(focus, journal.uses, journal.marks, starts[::-1], TODAY, today=TODAY)
        rows = [line.split()[2:] for line in told(pilot).splitlines() if line.split()[1:2] == ["Nov"]]
        assert len(rows) == 4
        for row, one in zip(rows, reversed(found), strict=True):
            assert row[0].rstrip("+") == f"{one.use.amount}"
            assert row[0].endswith("+") is not one.use.complete
            assert row[1:4] == [f"{one.limit}", f"{one.use.on_plan}", f"{one.use.over}"]
            assert row[-1] == f"{one.not_logged}"
        assert max(map(len, told(pilot).splitlines())) <= 56


async def test_from_the_commands_it_shows_the_first_and_a_key_leads_to_the_next(path: Path) -> None:
    def fill(journal: Journal) -> None:
        ABSTAIN(journal)
        weeks_of("22", label="nicotine [/]", kind=FocusKind.NICOTINE, unit="cigarettes")(journal)
        weeks_of("22", label="old", archived=True)(journal)

    async with opened(make_app(path, fill=fill)) as pilot:
        await pilot.press("4", "ctrl+p", *"taper", "enter")
        await settle(pilot)
        assert "alcohol in 4 weeks" in shown(pilot)
        assert "f another" in shown(pilot)
        for key, label in (("f", "nicotine [/]"), ("f", "alcohol"), ("F", "nicotine [/]")):
            await pilot.press(key)
            assert f"{label} in 4 weeks" in shown(pilot)


async def test_without_a_focus_it_says_where_to_add_one(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        await pilot.press("4", "ctrl+p", *"amounts", "enter")
        await settle(pilot)
        assert "Nothing tracked yet." in told(pilot)
        await pilot.press("t", "right", "escape")
        assert not isinstance(pilot.app.screen, Amounts)


async def test_ten_years_are_shown_by_month(path: Path) -> None:
    def fill(journal: Journal) -> None:
        uid = journal.focuses.add(Focus(label="alcohol", start=TODAY - timedelta(days=3650), unit="drinks"))
        journal.uses.add_many(
            [Use(focus=uid, local_date=TODAY - timedelta(days=10 * n), amount=Decimal(1)) for n in range(365)]
        )

    async with opened(make_app(path, fill=fill)) as pilot:
        await show(pilot, "right", "right", "right")
        lines = told(pilot).splitlines()
        assert lines[0].startswith("365 drinks on 365 use days.")
        assert len(lines) == 3 + 120


@pytest.mark.parametrize(
    ("used", "limit", "most", "bar"),
    [
        (0, 7, 14, "░░░░     "),
        (7, 14, 14, "████░░░░░"),
        (14, 14, 14, "█████████"),
        (14, 7, 14, "████▓▓▓▓▓"),
        (15, 14, 15, "████████▓"),
        (1, 0, 70, "▓        "),
        (1, 100, 700, "█        "),
        (3, None, 9, "███      "),
        (0, 0, 0, "         "),
    ],
)
def test_a_bar_shows_the_amount_the_limit_and_what_is_over_it(
    used: int, limit: int | None, most: int, bar: str
) -> None:
    assert limit_bar(Decimal(used), None if limit is None else Decimal(limit), Decimal(most)) == bar
