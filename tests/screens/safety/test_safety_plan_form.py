"""Test the safety plan: seven headings in the person's own words; the card is updated with it, or left alone."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from journal.config.emergency_card import Card, card_path
from journal.domain.safety_plan import PARTS, SafetyPlan
from journal.store.journal import Journal
from journal.text.safety import SAFETY_PLAN_HEADINGS, SAFETY_PLAN_HINTS
from screens.app import JournalApp
from screens.safety.safety_plan_form import SafetyPlanSheet
from screens.widgets.fields.text import WritingField
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import AT_SIZES, assert_golden, picture


def fill(journal: Journal) -> None:
    journal.collection(SafetyPlan).put(journal.safety_plan.uid, SafetyPlan(signs="no sleep", ask="Ana"))


async def show(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, JournalApp)
    app.show("safety_plan")
    await settle(pilot)
    assert isinstance(app.screen, SafetyPlanSheet)


async def write(pilot: Pilot[int], name: str, text: str) -> None:
    pilot.app.screen.query_one(f"#{name}", WritingField).fill(text)
    await pilot.pause()


@AT_SIZES
async def test_the_form_is_whole_at_every_size(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with opened(app, size) as pilot:
        await show(pilot)
        assert_golden(app, "safety-plan")
        await pilot.press(*["tab"] * 6)
        await settle(pilot)
        assert_golden(app, "safety-plan-end")


async def test_each_part_is_kept_word_for_word_and_a_draft_survives_the_lock(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await show(pilot)
        for name in PARTS:
            await write(pilot, name, f"{name}\nin my words")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, SafetyPlanSheet)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        kept = app.journal.safety_plan.parts()
        assert list(kept.items()) == [(name, f"{name}\nin my words") for name in PARTS]
        assert not [key for key in app.journal.drafts.all() if key.startswith("safety_plan")]
        assert not card_path().exists()


async def test_the_card_says_what_the_plan_says_now_and_the_form_tells_so_before(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await show(pilot)
        assert "emergency card" not in picture(app)
        await pilot.press("escape")
        Card(sentences=["one"], plan={"signs": "no sleep"}).save()
        await show(pilot)
        assert "on the emergency card" in picture(app)
        await write(pilot, "signs", "I go quiet")
        await write(pilot, "ask", "R.")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert Card.load() == Card(sentences=["one"], plan={"signs": "I go quiet"})


async def test_a_plan_that_is_deleted_leaves_the_card_and_can_be_brought_back_to_the_journal(path: Path) -> None:
    Card(plan={"signs": "no sleep"}).save()
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await show(pilot)
        await pilot.press("ctrl+t")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert not card_path().exists()
        assert app.journal is not None
        assert not app.journal.safety_plan.parts()
        await pilot.press("u")
        await settle(pilot)
        assert app.journal.safety_plan.signs == "no sleep"
        assert not card_path().exists()


async def test_where_nothing_is_written_there_is_nothing_to_delete(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await show(pilot)
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert not isinstance(app.screen, SafetyPlanSheet)
        assert "Delete" not in picture(app)


def test_there_is_one_hint_for_each_heading() -> None:
    assert list(SAFETY_PLAN_HEADINGS) == list(PARTS)
    assert len(SAFETY_PLAN_HINTS) == len(PARTS)
