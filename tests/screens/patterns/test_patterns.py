"""Check Patterns: cravings by hour, weekday and more, what helped, and the bar of places on every main screen."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.agreements import Agreement
from journal.domain.checkins import CheckIn
from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Outcome, Trigger
from journal.domain.date_names import short_weekday
from journal.domain.dates import add_months
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus
from journal.domain.patterns import Beside, count_cravings, usual_period
from journal.domain.people import Person, Role
from journal.domain.record import Precision, Sensitivity
from journal.domain.uses import Situation
from journal.store.journal import Journal
from journal.text import patterns as patterns_text
from journal.text import places as places_text
from screens.patterns.pictures import heat_map
from screens.routes import PLACES
from screens.widgets.place_bar import PlaceBar
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SIZES, assert_goldens, picture


def fill(journal: Journal) -> None:
    """Save cravings of six weeks, one of them never shared and one known only to the day, and what went with them."""
    tea = journal.strategies.add(Strategy(label="tea and toast"))
    journal.strategies.add(Strategy(label="call Ana"))
    stress, payday = (journal.triggers.add(Trigger(label=label)) for label in ("stress", "payday"))
    focus = journal.focuses.add(Focus(label="alcohol", start=journal.today() - timedelta(days=60)))
    noon = datetime.combine(journal.today(), time(11), UTC)
    for days, hour, intensity, trigger in (
        (0, 0, 4, stress),
        (6, 8, 10, stress),
        (6, 9, 2, payday),
        (13, 8, 7, stress),
    ):
        at = noon - timedelta(days=days) + timedelta(hours=hour)
        journal.cravings.add(
            Craving(
                intensity=intensity,
                at=at,
                local_date=at.date(),
                triggers=[trigger],
                halt=[Halt.TIRED],
                situation=Situation.CONFLICT,
                attempts=[Attempt(strategy=tea)],
                outcome=Outcome.PASSED,
                timer_seconds=60 * intensity + 60,
            )
        )
    hidden = journal.today() - timedelta(days=40)
    journal.cravings.add(
        Craving(intensity=1, local_date=hidden, precision=Precision.DAY, sensitivity=Sensitivity.NEVER, place="home")
    )
    journal.marks.add(Mark(focus=focus, state=DayState.USED, local_date=journal.today() - timedelta(days=5)))
    for days, mood in ((6, 3), (7, 7)):
        journal.checkins.add(CheckIn(mood=mood, local_date=journal.today() - timedelta(days=days)))


async def show(pilot: Pilot[int], *keys: str) -> str:
    """Press 3 and the keys, and return what the screen shows."""
    await pilot.press("3", *keys)
    await settle(pilot)
    return picture(pilot.app)  # type: ignore[arg-type]


async def test_it_looks_so(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        await show(pilot)
        await assert_goldens(pilot, "patterns", always=True)


async def test_the_tables_are_one_key_away(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        await show(pilot, "t")
        await assert_goldens(pilot, "patterns-table", always=True)
        assert "Shade and number" in await show(pilot, "t")


async def test_arrows_choose_the_period(path: Path) -> None:
    async with opened(make_app(path, fill=fill), (120, 60)) as pilot:
        assert "5 cravings (early sign)" in await show(pilot)  # one is never shared, and still the person's own
        for _ in range(2):
            shortest = await show(pilot, "left")
            assert "cravings in 4 weeks, 27 Oct – 23 Nov" in shortest
            assert "4 cravings (too early to tell)" in shortest
        assert "cravings in a year, 24 Nov 2025 – 23 Nov 2026" in await show(pilot, "right", "right")
        assert "all cravings, 14 Oct – 23 Nov" in await show(pilot, "right", "right")


async def test_the_period_before_is_compared_where_the_journal_was_kept_for_all_of_it(path: Path) -> None:
    def filled(journal: Journal) -> None:
        fill(journal)
        for days in (30, 31, 56):
            journal.cravings.add(Craving(intensity=3, local_date=journal.today() - timedelta(days=days)))

    async with opened(make_app(path, fill=filled)) as pilot:
        assert "8 cravings (early sign)" in await show(pilot)
        assert "4 cravings, before 3 (too early to tell)" in await show(pilot, "left")


async def test_the_screen_shows_the_numbers_of_the_command(path: Path) -> None:
    """Draw them as text, too: every number has its own cell, so that no colour or shade is needed."""
    async with opened(make_app(path, fill=fill), (120, 60)) as pilot:
        shown = await show(pilot)
        journal = pilot.app.journal  # type: ignore[attr-defined]
        counts = count_cravings(journal.cravings, journal.triggers, *usual_period(journal.today()))
        lines = shown.splitlines()
        rows = [line for line in lines if line[2:5] in {f"{name[:2]} " for name in map(short_weekday, range(7))}]
        cells = [[row[5 + 2 * hour + 1] for hour in range(24)] for row in rows]
        assert [[0 if cell == "·" else int(cell) for cell in row] for row in cells] == counts.grid
        assert [int(row[53:56]) for row in rows] == counts.by_weekday
        for label, number in counts.by_trigger.items():
            assert any(re.search(rf"{label} +█[█░]+ +{number} ", line) for line in lines)


def test_shades_and_numbers_grow_together() -> None:
    grid = [[0, 1, 2, 3, 4, 12] + [0] * 18] + [[0] * 24] * 6
    counts = count_cravings([], [], date(2026, 1, 1), date(2026, 1, 1))._replace(grid=grid)
    assert list(heat_map(counts))[1].split("·")[:3] == ["Mo  ", "░1░2░3▒4█+ ", " "]


@pytest.mark.parametrize(
    ("found", "noted", "words"),
    [
        ({"Dan": 3}, 4, "noted in 4, too early to tell"),
        ({"Dan": 3, "stress": 2}, 5, "noted in 5, early sign · most often Dan, 3 of 5"),
        ({"Dan": 9, "stress": 9, "rain": 2}, 20, "noted in 20, pattern · most often Dan and stress, 9 of 20 each"),
        ({"Dan": 3, "stress": 3, "rain": 3}, 9, "noted in 9, early sign"),
    ],
)
def test_what_was_most_often_is_named_only_where_it_can_be_told(found: dict[str, int], noted: int, words: str) -> None:
    rows = [patterns_text.Row(what, number) for what, number in found.items()]
    assert patterns_text.format_most(rows, noted) == words


def test_mood_on_few_days_is_too_early_to_tell() -> None:
    assert patterns_text.format_beside(Beside(3, 1, None, 0)) == "too early to tell"
    told = patterns_text.format_beside(Beside(3, 4, 6.5, 30))
    assert told == "3 on 4 days with a craving, 6.5 on 30 without, too early to tell"


async def test_many_labels_and_hostile_ones_stay_readable_and_the_table_has_all(path: Path) -> None:
    def filled(journal: Journal) -> None:
        labels = ["first\nof\x1b[31m all", *(f"trigger {number}" for number in range(12))]
        triggers = [journal.triggers.add(Trigger(label=label)) for label in labels]
        for number in range(1, 14):
            journal.cravings.add(Craving(intensity=3, triggers=triggers[:number], local_date=journal.today()))

    async with opened(make_app(path, fill=filled), (60, 60)) as pilot:
        shown = await show(pilot)
        assert "most often first of·[31m all, 13 of 13" in " ".join(shown.replace("│", " ").split())
        assert "3 more in the table." in shown
        assert "trigger 11" in await show(pilot, "t")


def with_earlier(journal: Journal) -> None:
    """Save more cravings before the last four weeks, two of them about something else."""
    fill(journal)
    dan = journal.triggers.add(Trigger(label="Dan"))
    scrolling = journal.focuses.add(Focus(label="scrolling", start=journal.today() - timedelta(days=60)))
    for days in (30, 31, 56):
        day, outcome = journal.today() - timedelta(days=days), Outcome.PASSED if days == 30 else Outcome.USED
        focus = "" if days == 56 else scrolling
        craving = Craving(intensity=days // 6, local_date=day, triggers=[dan], focus=focus, outcome=outcome)
        journal.cravings.add(replace(craving, halt=[Halt.TIRED]))


async def test_every_figure_stands_beside_that_of_the_period_before(path: Path) -> None:
    async with opened(make_app(path, fill=with_earlier), (80, 60)) as pilot:
        shown = await show(pilot, "left")
        assert "In brackets: the same in the 28 days before." in shown
        assert "Strongest 10 (5), typical 5.5 (5) of 10 · 4 of 4 passed, before 1 of 2" in shown
        assert re.search(r"tired +█+ +4 \(2\) +4 of 4 passed \(1 of 2\)", shown)
        table = await show(pilot, "t")
        assert re.search(r"now +before +passed +before", table)
        assert re.search(r"Dan +0 +2 +1 of 2", table)


async def test_one_focus_at_a_time_can_be_chosen(path: Path) -> None:
    async with opened(make_app(path, fill=with_earlier), (80, 60)) as pilot:
        assert "8 cravings" in await show(pilot)
        assert "No cravings in this time." in await show(pilot, "f")
        shown = await show(pilot, "f")
        assert "scrolling: cravings in 12 weeks" in shown
        assert "2 cravings" in shown
        assert "─ cravings in 12 weeks" in await show(pilot, "f")
        assert "scrolling: cravings in 12 weeks" in await show(pilot, "F")


async def test_own_dates_and_those_of_the_programme_can_be_shown(path: Path) -> None:
    def filled(journal: Journal) -> None:
        with_earlier(journal)
        ana = journal.people.add(Person(name="Ana", role=Role.SPONSOR))
        journal.agreements.add(Agreement(person=ana, start=journal.today() - timedelta(days=6), weeks=12))

    async with opened(make_app(path, fill=filled), (80, 60)) as pilot:
        assert "cravings in the programme, 17–23 Nov" in await show(pilot, "right")
        assert "cravings, 23 Oct – 23 Nov" in await show(pilot, "o", *"-31", "enter", "enter")
        assert "all cravings" in await show(pilot, "left")
        assert "cravings, 23 Oct – 23 Nov" in await show(pilot, "right")
        assert "The last day is before the first one." in await show(pilot, "o", *"-3", "tab", *"-5", "ctrl+s")
        assert "cravings, 23 Oct – 23 Nov" in await show(pilot, "escape")


@pytest.mark.parametrize(("typed", "said"), [("", "Type a first day"), ("soon", "Try: yesterday")])
async def test_a_first_day_that_is_none_is_asked_for_again(path: Path, typed: str, said: str) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        await show(pilot, "o", *typed, "ctrl+s")
        assert said in picture(pilot.app)  # type: ignore[arg-type]


async def test_a_long_time_is_shown_by_month(path: Path) -> None:
    def filled(journal: Journal) -> None:
        for months in range(120):
            day = add_months(journal.today(), -months)
            journal.cravings.add(Craving(intensity=3, local_date=day))

    async with opened(make_app(path, fill=filled), (80, 60)) as pilot:
        shown = await show(pilot, "right", "right")
        assert "all cravings, 23 Dec 2016 – 23 Nov 2026" in shown
        assert "By month" in shown


async def test_without_cravings_it_says_what_will_be_here(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        shown = await show(pilot)
        assert "No cravings in this time." in shown
        assert "What you try during a craving is counted here." in shown


@pytest.mark.parametrize("size", SIZES)
async def test_every_place_says_where_you_are_and_where_you_can_go(path: Path, size: tuple[int, int]) -> None:
    async with opened(make_app(path), size) as pilot:
        for digit, place in enumerate(PLACES, start=1):
            await pilot.press(str(digit))
            await settle(pilot)
            first = picture(pilot.app).splitlines()[0]  # type: ignore[arg-type]
            for other, name in enumerate(places_text.NAMES.values(), start=1):
                assert f"{other} {name}" in first
            assert f"▐{digit} {places_text.NAMES[place]}▌" in first
            assert first.count("▐") == 1
            assert "Mon 23 Nov" in first


async def test_in_a_window_too_narrow_for_the_names_the_digits_stay(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        bar = pilot.app.screen.query_one(PlaceBar)
        bar.styles.width = 30
        await settle(pilot)
        assert bar.render().plain.startswith("▐1 Today▌ 2 3 4 5")


async def test_a_click_on_a_place_goes_there(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        first = picture(pilot.app).splitlines()[0]  # type: ignore[arg-type]
        await pilot.click(offset=(first.index("4 Plan") + 2, 0))
        await settle(pilot)
        assert "▐4 Plan▌" in picture(pilot.app).splitlines()[0]  # type: ignore[arg-type]
