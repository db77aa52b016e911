"""Test if-then plans: chosen from lists, offered in a craving, and on a wallet card."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.domain.coping import Strategy
from journal.domain.cravings import Needs, Trigger
from journal.domain.if_then_plans import Plan
from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.domain.record import Sensitivity
from journal.domain.uses import Situation
from journal.sharing.wallet_card import card, draft, print_card
from journal.store.journal import Journal
from journal.text.if_then_plans import PLAN_CHOOSE_IF, PLAN_CHOOSE_THEN
from screens.app import JournalApp
from screens.cravings.craving import CravingNow
from screens.plan.if_then_form import IfThenSheet
from screens.widgets.choice import Choice
from screens.widgets.fields.choices import ChoiceField
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import AT_SIZES, assert_golden, picture

LABELS = ["wait", "call Ana", "tea"]
HOSTILE = "[/b]<script>\x1b[2J"


def lists(journal: Journal) -> tuple[list[str], list[str]]:
    """Add three triggers and three strategies, the second of which needs a phone."""
    triggers = journal.triggers.add_many([Trigger(label=label) for label in ("stress", "Dan", HOSTILE)])
    strategies = journal.strategies.add_many(
        [Strategy(label=label, needs=[Needs.PHONE] if label == "call Ana" else []) for label in LABELS]
    )
    return triggers, strategies


def planned(journal: Journal) -> None:
    """Add a plan for Dan, and one for a conflict."""
    triggers, strategies = lists(journal)
    journal.plans.add(
        Plan(
            trigger=triggers[1],
            strategy=strategies[2],
            words="I say I am driving, and leave",
            renewed_on=date(2026, 11, 20),
        )
    )
    journal.plans.add(Plan(situation=Situation.CONFLICT, strategy=strategies[1], renewed_on=date(2026, 11, 20)))
    journal.reasons.add(Reason(text=f"Mia {HOSTILE}"))
    journal.people.add(Person(name="Ana", contact="555 0100"))


def plans(app: JournalApp) -> list[Plan]:
    assert app.journal is not None
    return app.journal.plans.all()


async def test_a_plan_is_picked_from_the_lists_and_one_cue_lets_go_of_the_other(path: Path) -> None:
    app = make_app(path, fill=lists)
    async with opened(app) as pilot:
        await pilot.press("4", "tab", "tab", "plus")
        await settle(pilot)
        await pilot.press("ctrl+s")
        assert PLAN_CHOOSE_IF in " ".join(picture(app).replace("│", " ").split())
        await pilot.press("2", "6", "ctrl+s")
        await settle(pilot)
        assert PLAN_CHOOSE_THEN in " ".join(picture(app).replace("│", " ").split())
        await pilot.press("1", *"leave", "ctrl+s")
        await settle(pilot)
        (plan,) = plans(app)
        assert app.journal is not None
        assert (plan.trigger, plan.situation, plan.words) == ("", Situation.CONFLICT, "leave")
        assert plan.strategy == app.journal.strategies.all()[0].uid
        assert plan.renewed_on == app.journal.today()


async def test_without_lists_it_offers_some_and_what_is_picked_becomes_theirs(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("4", "tab", "tab", "plus")
        await settle(pilot)
        await pilot.press("1", "tab", "2", "ctrl+s")
        await settle(pilot)
        (plan,) = plans(app)
        assert app.journal is not None
        assert plan.trigger == app.journal.triggers.all()[0].uid
        assert plan.strategy == app.journal.strategies.all()[0].uid
        await pilot.press("u")
        await settle(pilot)
        assert (plans(app), len(app.journal.triggers)) == ([], 0)


async def test_half_picked_it_comes_back_after_a_lock(path: Path) -> None:
    app = make_app(path, fill=lists)
    async with opened(app) as pilot:
        await pilot.press("4", "tab", "tab", "plus")
        await settle(pilot)
        await pilot.press("2", "tab", "3")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, IfThenSheet)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        assert [(plan.trigger, plan.strategy) for plan in plans(app)] == [
            (app.journal.triggers.all()[1].uid, app.journal.strategies.all()[2].uid)
        ]


async def test_a_plan_goes_on_after_what_it_names_was_put_away_or_deleted(path: Path) -> None:
    def orphaned(journal: Journal) -> None:
        planned(journal)
        journal.triggers.remove(journal.triggers.all()[1].uid)
        tea = journal.strategies.all()[2]
        journal.strategies.remove(tea.uid)

    app = make_app(path, fill=orphaned)
    async with opened(app) as pilot:
        await pilot.press("4")
        await settle(pilot)
        assert "something no longer on your list → I say I am driving, and leave." in picture(app)


@AT_SIZES
async def test_in_the_craving_it_stands_first_and_its_strategy_is_one_digit(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=planned)
    async with opened(app, size) as pilot:
        await pilot.press("ctrl+r", "7", "2")
        await settle(pilot)
        assert_golden(app, "craving-plan")
        await pilot.press("1")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CravingNow)
        assert screen.craving is not None
        assert app.journal is not None
        assert screen.craving.attempts[0].strategy == app.journal.strategies.all()[2].uid


async def test_one_for_what_is_going_on_stands_there_once_that_is_said(path: Path) -> None:
    app = make_app(path, fill=planned)
    async with opened(app) as pilot:
        await pilot.press("ctrl+r", "7", "m", "tab", "6")
        await settle(pilot)
        await pilot.press(*["shift+tab"] * 5)
        await settle(pilot)
        first = app.screen.query_one("#strategy", Choice).options[0][1]
        assert first.startswith("call Ana")


@AT_SIZES
async def test_the_card_shows_what_can_go_on_it(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=planned)
    async with opened(app, size) as pilot:
        await pilot.press("4", "w")
        await settle(pilot)
        assert_golden(app, "wallet-card")


async def test_the_card_holds_what_was_chosen_and_writes_over_nothing(path: Path, tmp_path: Path) -> None:
    app, file = make_app(path, fill=planned), tmp_path / "card.txt"
    async with opened(app, toasts=True) as pilot:
        await pilot.press("4", "w")
        await settle(pilot)
        await pilot.press("1", "tab", "tab", "tab")
        app.screen.query_one("#place Input").value = str(file)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await settle(pilot)
        told = file.read_text()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert "If it is conflict → call Ana." in told
        assert "driving" not in told
        assert "555 0100" not in told
        assert "Saved to" in picture(app)
        await pilot.press("w")
        await settle(pilot)
        app.screen.query_one("#place Input").value = str(file)  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "A file with that name already exists" in picture(app)
        assert file.read_text() == told


async def test_what_is_never_shared_is_not_ticked_to_begin_with(path: Path) -> None:
    def never(journal: Journal) -> None:
        planned(journal)
        for reason in journal.reasons.all():
            journal.save(replace(reason, sensitivity=Sensitivity.NEVER))

    app = make_app(path, fill=never)
    async with opened(app) as pilot:
        await pilot.press("4", "w")
        await settle(pilot)
        assert app.screen.query_one("#reasons", ChoiceField).values == []
        assert app.screen.query_one("#plans", ChoiceField).values != []


async def test_a_card_with_nothing_on_it_is_not_written(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("4", "w", "ctrl+s")
        await settle(pilot)
        assert "Nothing to put on a card yet" in picture(app)
        assert "Choose at least one line" in picture(app)


@pytest.mark.parametrize("form", ["text", "html"])
def test_only_what_is_picked_leaves_and_hostile_words_do_nothing(journal: Journal, form: str) -> None:
    planned(journal)
    lines = draft(journal, "112")
    reason = next(line.key for line in lines.lines if line.section == "Why I do this")
    told = print_card(card(lines, [reason]), form).decode()

    assert "Mia" in told
    assert "Emergency 112" in told
    assert "driving" not in told
    assert "Ana" not in told
    assert "\x1b" not in told
    assert form == "text" or ("<script" not in told and "default-src 'none'" in told)


def test_a_plan_for_something_deleted_is_not_on_the_card(journal: Journal) -> None:
    planned(journal)
    before = len(draft(journal, "").lines)
    journal.triggers.remove(journal.plans.all()[0].trigger)

    assert len(draft(journal, "").lines) == before - 1
