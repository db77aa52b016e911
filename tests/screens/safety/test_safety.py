"""Test Safety: lines, steps, people and the plan, each a key away; while locked nothing that was not chosen for it."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from journal.config.emergency_card import Card
from journal.domain.people import Person
from journal.domain.safety_lines import Line
from journal.domain.safety_plan import SafetyPlan
from journal.store.journal import Journal
from journal.text.safety import SAFETY_PEOPLE, SAFETY_PLAN, SAFETY_PLAN_NONE
from screens.app import JournalApp
from screens.safety.safety import Safety
from tests.support.driving import locked, make_app, opened, settle
from tests.support.golden import AT_SIZES, assert_golden, picture

NIGHT = Line(name="Night clinic", number="01 234 56", note="from 20:00", verified="2026-11-23")


def fill(journal: Journal) -> None:
    plan = SafetyPlan(signs="I stop sleeping.\nI lie about small things.", ask="Ana [/b], any hour")
    journal.collection(SafetyPlan).put(journal.safety_plan.uid, plan)
    journal.people.add(Person(name="Ana Gruber", contact="0660 1234"))


def set_region(app: JournalApp, region: str) -> None:
    app.settings = replace(app.settings, region=region, lines=[NIGHT])


@AT_SIZES
async def test_with_lines_of_ones_own_and_a_plan_it_is_whole_at_every_size(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=fill)
    set_region(app, "NZ")
    async with opened(app, size) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        assert_golden(app, "safety")
        await pilot.press("4")
        await settle(pilot)
        assert_golden(app, "safety-plan-read")


async def test_a_digit_leads_to_each_part_in_the_smallest_window(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (60, 20)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        for digit, said in (("2", "Give naloxone"), ("3", "Ana Gruber"), ("4", "I stop sleeping."), ("1", "911")):
            await pilot.press(digit)
            await settle(pilot)
            assert said in picture(app)


async def test_lines_of_ones_own_stand_first_with_their_day(path: Path) -> None:
    app = make_app(path)
    set_region(app, "NZ")
    async with locked(app) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        shown = picture(app)
        assert shown.index("01 234 56") < shown.index("\n│ 111")
        assert "Night clinic · from 20:00" in shown
        assert "Emergency 111" in shown


async def test_sources_stand_at_the_end_and_none_between_the_numbers(path: Path) -> None:
    app = make_app(path)
    set_region(app, "NZ")
    async with locked(app) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        shown = picture(app)
        assert "0800 787 797" in shown
        assert "Last looked up November 2026, not test-called." in shown
        assert "police.govt.nz" not in shown
        await pilot.press("end")
        await settle(pilot)
        assert_golden(app, "safety-sources")
        shown = picture(app)
        assert shown.index("Sources") < shown.index("you, 2026-11-23: 01 234 56") < shown.index("police.govt.nz/111")


async def test_without_a_plan_it_says_how_to_write_one(path: Path) -> None:
    app = make_app(path)
    async with opened(app, (120, 40)) as pilot:
        await pilot.press("f4", "4")
        await settle(pilot)
        assert SAFETY_PLAN_NONE in picture(app)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press(*"walk", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, Safety)
        await pilot.press("4")
        await settle(pilot)
        assert "walk" in picture(app)
        assert SAFETY_PLAN_NONE not in picture(app)


async def test_while_locked_nobody_writes_a_plan_and_only_what_the_card_holds_is_shown(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with locked(app, (120, 40)) as pilot:
        await pilot.press("f4", "4", "e")
        await settle(pilot)
        assert isinstance(app.screen, Safety)
        assert SAFETY_PLAN not in picture(app)
        assert SAFETY_PEOPLE not in picture(app)
        await pilot.press("escape")
        Card(people=["Ana"], plan={"signs": "I stop sleeping."}).save()
        await pilot.press("f4", "3")
        await settle(pilot)
        assert "call Ana" in picture(app)
        await pilot.press("4")
        await settle(pilot)
        assert "I stop sleeping." in picture(app)
        assert "any hour" not in picture(app)
