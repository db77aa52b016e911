"""The sentences for a bad hour that other screen tests do not show: each is checked where it appears."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.clock import FixedClock
from journal.config.emergency_card import Card, card_path
from journal.domain.captures import Capture
from journal.domain.coping import Strategy
from journal.domain.cravings import Needs, Trigger
from journal.domain.focuses import Focus, FocusKind
from journal.domain.if_then_plans import Plan
from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.domain.safety_plan import SafetyPlan
from journal.domain.uses import Situation
from journal.errors import ErrorCode, NotSaved
from journal.store.journal import Journal
from journal.text.errors import SENTENCES
from screens.app import JournalApp
from screens.cravings.timer_panel import TimerPanel
from screens.widgets.fields.text import WritingField
from screens.widgets.footer import KeyLine
from tests.support.builders import START, alcohol
from tests.support.driving import lock, locked, make_app, open_app, opened, settle
from tests.support.golden import SIZES, SMALLEST, assert_golden, assert_kept
from tests.support.welcoming import go_to
from tests.support.welcoming import press as go_on


@pytest.fixture(autouse=True)
def _told_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep notifications until they were compared, however slow the machine is."""
    monkeypatch.setattr("screens.app.JournalApp.NOTIFICATION_TIMEOUT", 3600.0)


async def seen(pilot: Pilot[int], name: str, *keys: str) -> None:
    """Press keys, compare the screen, and clear the notifications."""
    app = pilot.app
    assert isinstance(app, JournalApp)
    await pilot.press(*keys)
    await settle(pilot)
    app.screen.query_one(KeyLine).refresh()  # a second may go by until it does so by itself
    await pilot.pause()
    assert_golden(app, name)
    app.clear_notifications()


async def focus(pilot: Pilot[int], selector: str) -> None:
    """Focus a field and scroll to it."""
    pilot.app.screen.query_one(selector).focus()
    await settle(pilot)


async def write(pilot: Pilot[int], name: str, text: str) -> None:
    pilot.app.screen.query_one(f"#{name}", WritingField).fill(text)
    await settle(pilot)


def pass_by(app: JournalApp, minutes: int) -> None:
    """Let time pass while someone is there."""
    assert isinstance(app.clock, FixedClock)
    app.clock.set(app.clock.now() + timedelta(minutes=minutes))
    app._idle.touch()


def refuse(*_: object) -> None:
    raise NotSaved(reason="The disk is full")


# A craving.


def far(journal: Journal) -> None:
    """Add two focuses, and nothing that helps without a phone or leaving home."""
    journal.focuses.add(alcohol())
    journal.focuses.add(Focus(label="gambling", kind=FocusKind.GAMBLING, start=START))
    needs = {"call Ana": Needs.PHONE, "walk by the canal": Needs.LEAVE_HOME, "a swim across the lake": Needs.LEAVE_HOME}
    journal.strategies.add_many([Strategy(label=label, needs=[one]) for label, one in needs.items()])


async def test_a_craving_whose_time_is_over_that_could_not_be_kept_and_ended_in_a_use(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(path, fill=far)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("ctrl+r", "7")
        await settle(pilot)
        await focus(pilot, "#focus")
        await seen(pilot, "craving-about", "1", "9")
        await pilot.press(*"rain", "enter", "t")
        pass_by(app, 30)
        app.screen.query_one(TimerPanel).show_timer(app.timing)
        await seen(pilot, "craving-time-over")
        await focus(pilot, "#strategy")
        await pilot.press("3")
        await pilot.press("f", "1", "2")
        await focus(pilot, "#strategy")
        await seen(pilot, "craving-nothing-left")
        await focus(pilot, "#now")
        await pilot.press("6")
        await focus(pilot, "#helped")
        await seen(pilot, "craving-did-not-help", "1", "1")
        with monkeypatch.context() as full:
            full.setattr("journal.vault.vault.Vault.commit", refuse)
            full.setitem(SENTENCES, ErrorCode.NOT_SAVED, "The disk is full. Nothing was changed.")
            await focus(pilot, "#trigger")
            await seen(pilot, "craving-not-saved", "2")
        await focus(pilot, "#outcome")
        await seen(pilot, "craving-used", "5")


async def test_a_craving_that_is_left_and_answered_while_locked(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await pilot.press("ctrl+r", "7")
        await seen(pilot, "craving-left", "escape")
        await pilot.press("ctrl+r", "o", "t")
        await lock(pilot)
        await seen(pilot, "locked-breathing-answered", "3")


async def test_a_strong_craving_for_sedatives_is_warned_of_what_naloxone_does_not_do(path: Path) -> None:
    sedatives = Focus(label="sedatives", kind=FocusKind.SEDATIVES, start=START)
    app = make_app(path, fill=lambda journal: journal.focuses.add(sedatives))
    async with opened(app, SMALLEST) as pilot:
        await seen(pilot, "craving-tolerance-sedatives", "ctrl+r", "8")


async def test_before_a_date_is_set_for_another_substance_it_says_which_may_be_dangerous_to_stop(path: Path) -> None:
    app = open_app(path)
    async with locked(app, SMALLEST) as pilot:
        await go_to(pilot, "what")
        await pilot.press("7")
        await go_on(pilot, "on")
        await pilot.press("1")
        await settle(pilot)
        await seen(pilot, "welcome-warning-other")


# While locked.


async def test_a_craving_while_locked_that_is_not_kept_breathes_on_and_may_stay_strong(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journal.errors import InboxFull, NoInbox

    app, problems = make_app(path), [NoInbox(), InboxFull(), NotSaved()]

    def seal(_: Path, value: Capture) -> None:
        if problems:
            raise problems.pop(0)

    monkeypatch.setattr("journal.store.capture.capture", seal)
    app.settings = replace(app.settings, motion=True)
    async with locked(app, SMALLEST) as pilot:
        app.animation_level = "none"  # only the breath moves, and by the clock
        await seen(pilot, "locked-breathing-no-inbox", "ctrl+r", "7")
        await seen(pilot, "locked-breathing-full", "shift+tab", "8")
        await seen(pilot, "locked-breathing-not-kept", "shift+tab", "7")
        await focus(pilot, "#now")
        await seen(pilot, "locked-breathing-still", "7")
        await pilot.press("escape", "ctrl+r", "5", "escape")
        await seen(pilot, "locked-breathing-before", "ctrl+r")


# What is planned.


def planned(journal: Journal) -> None:
    """Add a plan whose trigger is deleted, and a person to call."""
    triggers = journal.triggers.add_many([Trigger(label="stress"), Trigger(label="Dan")])
    walk = journal.strategies.add(Strategy(label="walk by the canal"))
    journal.plans.add(Plan(trigger=triggers[1], strategy=walk, renewed_on=date(2026, 10, 1)))
    journal.people.add(Person(name="Ana", contact="555 0100"))
    journal.triggers.remove(triggers[1])


async def test_what_helps_and_what_is_planned_say_what_they_need(path: Path) -> None:
    app = make_app(path, fill=planned)
    async with opened(app, SMALLEST, toasts=True) as pilot:
        await pilot.press("4")
        await focus(pilot, "#plans")
        await seen(pilot, "plan-renewed", "space")
        app.show("strategy")
        await settle(pilot)
        await seen(pilot, "strategy-needs-words", "ctrl+s")
        app.screen.query_one("#minutes Input").value = "1441"  # type: ignore[attr-defined]
        await pilot.press("w")
        await focus(pilot, "#minutes Input")
        await seen(pilot, "strategy-minutes", "ctrl+s")
        await focus(pilot, "#steps TextArea")
        await seen(pilot, "strategy-steps")
        await focus(pilot, "#favourite Choice")
        await seen(pilot, "strategy-favourite")
        await pilot.press("escape")
        app.show("starters")
        await settle(pilot)
        await seen(pilot, "starters-none", "ctrl+s")


async def test_a_plan_that_is_half_said_asks_for_the_other_half(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("if_then")
        await settle(pilot)
        await seen(pilot, "plan-choose-if", "ctrl+s")
        await pilot.press("2")
        await focus(pilot, "#strategy Choice")
        await seen(pilot, "plan-choose-then", "ctrl+s")
        await pilot.resize_terminal(*SIZES[-1])
        await focus(pilot, "#words Input")
        await seen(pilot, "plan-own-words")


async def test_a_wallet_card_needs_something_on_it(path: Path, tmp_path: Path) -> None:
    from journal.sharing.wallet_card import card, draft, print_card

    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("4")
        await seen(pilot, "wallet-card-empty", "w", "ctrl+s")
        await pilot.press("escape")
        assert app.journal is not None
        planned(app.journal)
        (walk,) = app.journal.strategies.all()
        app.journal.plans.add(Plan(situation=Situation.CONFLICT, strategy=walk.uid))
        await pilot.press("w")
        await settle(pilot)
        await focus(pilot, "#people Choice")
        await seen(pilot, "wallet-card-people")
        lines = draft(app.journal, "112")
        told = print_card(card(lines, [line.key for line in lines.lines if line.section]), "text").decode()
        assert_kept(told, "wallet-card-printed")


# The emergency card, and the safety plan.


def chosen(journal: Journal) -> None:
    """Add what can be picked for a card."""
    journal.reasons.add(Reason(text="Mia wakes up on Saturdays"))
    journal.collection(SafetyPlan).put(journal.safety_plan.uid, SafetyPlan(signs="no sleep"))


async def test_the_emergency_card_is_written_and_taken_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path, fill=chosen)
    async with opened(app, toasts=True) as pilot:
        app.show("card")
        await settle(pilot)
        await focus(pilot, "#own TextArea")
        await seen(pilot, "card-own")
        await focus(pilot, "#others TextArea")
        await seen(pilot, "card-others")
        await focus(pilot, "#plan Choice")
        await seen(pilot, "card-plan")
        with monkeypatch.context() as full:
            full.setattr("journal.config.emergency_card.write_toml", denied)
            await pilot.press("1", "ctrl+s")
            await settle(pilot)
            await seen(pilot, "card-not-written", "y")
        await pilot.press("ctrl+s")
        await settle(pilot)
        await seen(pilot, "card-written", "y")
        assert Card.load().plan == {"signs": "no sleep"}
        app.show("safety_plan")
        await settle(pilot)
        await seen(pilot, "safety-plan-on-card")
        await pilot.press("escape")
        app.show("card")
        await settle(pilot)
        with monkeypatch.context() as full:
            full.setattr("screens.safety.emergency_card_form.delete_card", denied)
            full.setattr(
                "screens.safety.emergency_card_form.card_path", lambda: Path("/home/me/.config/journal/card.toml")
            )
            await seen(pilot, "card-not-taken-back", "f5")
        await seen(pilot, "card-taken-back", "f5")
        assert not card_path().exists()


def denied(*_: object) -> None:
    raise OSError


async def test_safety_with_nothing_written_yet_leads_on(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await seen(pilot, "safety-nothing-yet", "f4", "3")
        await pilot.press("e")
        await settle(pilot)
        for name in ("alone", "places", "ask", "lines", "safer"):
            await focus(pilot, f"#{name} TextArea")
            await seen(pilot, f"safety-plan-{name}")
