"""Test the craving form: two keys are enough, every answer is saved, and leaving is always possible."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot

from journal.clock import FixedClock
from journal.domain.coping import Family, Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Needs, Outcome, Trigger
from journal.domain.focuses import Focus, FocusKind
from journal.domain.if_then_plans import Plan
from journal.domain.people import Person, Role
from journal.domain.reasons import Reason
from journal.domain.uses import Situation
from journal.errors import NotSaved
from journal.store.journal import Journal
from journal.text.cravings import CRAVING_LEFT, CRAVING_NOT_SAVED, CRAVING_NOTHING_LEFT
from screens.app import JournalApp
from screens.cravings.craving import CravingNow
from screens.cravings.craving_draft import KEY, is_durable
from screens.cravings.craving_questions import Options
from screens.cravings.locked_craving import Breathing
from screens.routes import route_of
from screens.today.today import Today
from screens.widgets.choice import Choice
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.footer import KeyLine
from screens.widgets.notice_box import NoticeBox
from tests.conftest import NOON, PASSPHRASE, ZONE
from tests.support.builders import START, alcohol
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.extent import thinned
from tests.support.golden import AT_EVERY_SIZE, AT_SIZES, assert_golden, picture

MARKUP = "[/b] [@click=app.quit]Dan[/]"


def fill(journal: Journal) -> None:
    """Add past cravings and what helped."""
    journal.focuses.add(alcohol())
    triggers = journal.triggers.add_many([Trigger(label="stress"), Trigger(label="alone"), Trigger(label=MARKUP)])
    call, walk, _ = journal.strategies.add_many(
        [
            Strategy(label="call Ana", family=Family.CONNECT, needs=[Needs.PHONE], favourite=True),
            Strategy(label="walk round the block", family=Family.ESCAPE),
            Strategy(label="shower", family=Family.CALM),
        ]
    )
    journal.reasons.add(Reason(text="I want to see Mia wake up on Saturdays."))
    journal.people.add(Person(name="Ana", role=Role.FRIEND, contact="mobile, any time"))
    for ago in range(6, 0, -1):
        journal.cravings.add(
            Craving(
                intensity=7,
                at=NOON - timedelta(days=ago),
                triggers=[triggers[ago % 2]],
                timer_seconds=18 * 60,
                attempts=[Attempt(strategy=walk if ago % 3 else call, before=7, after=3)],
                outcome=Outcome.RODE_OUT,
            )
        )


def opioids(journal: Journal) -> None:
    journal.focuses.add(Focus(label="opioids", kind=FocusKind.OPIOIDS, start=START))


def now(app: JournalApp) -> Craving:
    """Return the newest craving in the journal."""
    assert app.journal is not None
    return app.journal.cravings.all()[-1]


def refuse(*_: object) -> None:
    raise NotSaved(reason="The disk is full")


async def craving(pilot: Pilot[int], *keys: str) -> CravingNow:
    """Open the craving form and press keys."""
    await pilot.press("ctrl+r")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, CravingNow)
    await pilot.press(*keys)
    await settle(pilot)
    return screen


async def test_one_digit_is_a_craving(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add(alcohol()))
    async with opened(app) as pilot:
        await craving(pilot, "7")
        assert app.journal is not None
        assert (now(app).intensity, now(app).at) == (7, NOON)
        assert now(app).focus == app.journal.focuses.all()[0].uid


@pytest.mark.parametrize("key", ["p", "m"])
async def test_a_saved_craving_is_no_draft_on_today(path: Path, key: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await craving(pilot, "7")
        app.seal()
        await settle(pilot)
        await pilot.press(key, "escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert "draft" not in picture(app)


async def test_one_then_nought_is_ten_and_still_one_craving(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        screen = await craving(pilot, "1", "0")
        assert app.journal is not None
        assert [kept.intensity for kept in app.journal.cravings] == [10]
        assert screen.focused is screen.query_one("#trigger")


async def test_the_whole_way(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await craving(pilot, "7", "1", "2", "1", "enter", "t")
        assert isinstance(app.clock, FixedClock)
        app.clock.set(NOON + timedelta(minutes=12))
        await pilot.press("3", "2", "1", "1", "enter", "2", *"home", "enter")
        await settle(pilot)
        assert "walk round the block · didn't help" in picture(app)
        await pilot.press("enter", "2", "4", "enter", "7", *"no one", "tab", *"just one", "tab", "6")
        await settle(pilot)
        kept = now(app)
        assert app.journal is not None
        call, walk, _ = app.journal.strategies.all()
        assert (kept.intensity, kept.peak, kept.after, kept.outcome) == (7, 7, 3, Outcome.RODE_OUT)
        assert [app.journal.triggers.get(uid).label for uid in kept.triggers] == ["stress"]
        assert kept.attempts == [
            Attempt(strategy=walk.uid, before=7, after=3, helped=False),
            Attempt(strategy=call.uid, before=7, after=3, helped=True),
        ]
        assert (kept.timer_seconds, kept.ended_at) == (12 * 60, NOON + timedelta(minutes=12))
        assert (kept.place, kept.company, kept.thought, kept.confidence) == ("home", "no one", "just one", 60)
        assert (kept.halt, kept.situation) == ([Halt.ANGRY, Halt.TIRED], Situation.PRESSURE)
        assert app.timing is None


@pytest.mark.parametrize("seed", thinned(range(4), every=2))
async def test_no_key_is_lost_when_they_come_fast(path: Path, seed: int) -> None:
    chance = Random(seed)
    keys = chance.choices(["0", "1", "2", "3", "7", "tab", "enter", "space", "left", "t", "p", "plus"], k=60)
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        screen = await craving(pilot, "5", *keys)
        await settle(pilot)
        assert screen.craving is not None
        assert is_durable(app, screen.craving)


@AT_SIZES
async def test_it_begins_with_one_question(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, size) as pilot:
        await craving(pilot)
        assert_golden(app, "craving-first")


@AT_EVERY_SIZE
async def test_it_is_whole_at_every_size(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, size) as pilot:
        await craving(pilot, "7", "2", "t")
        assert_golden(app, "craving")
        await pilot.press("p", "1", "enter", "3", "1", "enter", "2")
        await settle(pilot)
        assert_golden(app, "craving-after")
        await pilot.press("tab", "m")
        await settle(pilot)
        assert_golden(app, "craving-more")


@AT_SIZES
async def test_it_helps_with_nothing_in_the_journal(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with opened(app, size) as pilot:
        await craving(pilot, "6", "p")
        assert_golden(app, "craving-empty")


async def test_what_is_offered_to_begin_with_becomes_theirs_when_chosen(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await craving(pilot, "6", "1", "2")
        assert app.journal is not None
        (trigger,), (strategy,) = app.journal.triggers.all(), app.journal.strategies.all()
        assert now(app).triggers == [trigger.uid]
        assert [attempt.strategy for attempt in now(app).attempts] == [strategy.uid]


async def test_another_trigger_is_typed_and_joins_the_list(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        screen = await craving(pilot, "6", "4", *MARKUP, "x", "enter", "shift+tab", "5", *"STRESS", "enter")
        assert app.journal is not None
        labels = [app.journal.triggers.get(uid).label for uid in now(app).triggers]
        assert labels == [f"{MARKUP}x", "stress"]
        assert len(app.journal.triggers) == 4
        assert screen.focused is screen.query_one("#strategy")


async def test_esc_in_the_middle_keeps_what_is_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path, fill=fill)
    said: list[str] = []
    monkeypatch.setattr(app, "notify", said.append)
    async with opened(app) as pilot:
        await craving(pilot, "8", "4", *"rain", "escape")
        assert isinstance(app.screen, CravingNow)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert said == [CRAVING_LEFT]
        assert app.journal is not None
        assert app.journal.triggers.get(now(app).triggers[0]).label == "rain"
        assert KEY not in app.journal.drafts.all()


async def test_a_craving_that_has_no_end_yet_can_be_gone_on_with(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await craving(pilot, "8", "escape")
        screen = await craving(pilot)
        assert "The one from 12:00 (8) isn't finished" in picture(app)
        await pilot.press("o", "2")
        await settle(pilot)
        assert screen.craving is not None
        assert (now(app).intensity, now(app).uid) == (8, screen.craving.uid)
        assert len(now(app).triggers) == 1
        assert app.journal is not None
        assert len(app.journal.cravings) == 7


async def test_the_timer_runs_on_elsewhere_and_leads_back(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await craving(pilot, "8", "t", "plus", "escape", "2")
        await settle(pilot)
        assert app.timing is not None
        assert app.timing.minutes == 20
        screen = await craving(pilot)
        assert screen.craving is not None
        assert screen.craving.uid == app.timing.craving
        await pilot.press("t")
        assert app.timing is None


async def test_the_timer_goes_from_five_minutes_to_sixty(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await craving(pilot, "t", *["minus"] * 9)
        assert app.timing is not None
        assert app.timing.minutes == 5
        await pilot.press(*["plus"] * 20)
        assert app.timing.minutes == 60


async def test_the_end_of_the_time_asks_how_it_is(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        screen = await craving(pilot, "8", "t")
        assert not screen.query_one("#ask-now").display
        assert isinstance(app.clock, FixedClock)
        app.clock.set(NOON + timedelta(minutes=18))
        app._idle.touch()
        await pilot.press("p")
        screen._show()
        await settle(pilot)
        assert "How is it now?" in picture(app)


async def test_the_answer_given_while_locked_is_the_craving_s(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await craving(pilot, "8", "1", "1", "t")
        await lock(pilot)
        breathing = app.screen
        assert isinstance(breathing, Breathing)
        for word in ("call Ana", "stress", "Mia", "alcohol"):
            assert word not in picture(app)
        await pilot.press("2")
        await settle(pilot)
        for end in ("", ".inbox"):  # as they are should the program be killed now
            path.with_name(f"killed.rj{end}").write_bytes(path.with_name(f"{path.name}{end}").read_bytes())
        await pilot.press("escape")
        await unlock(pilot)
        screen = app.screen
        assert isinstance(screen, CravingNow)
        assert screen.craving is not None
        assert screen.craving.after == now(app).after == 2
        assert [attempt.after for attempt in now(app).attempts] == [2]
        await pilot.press("tab")
        await settle(pilot)
        assert is_durable(app, screen.craving)
    with Journal.open(path.with_name("killed.rj"), PASSPHRASE, anchors=path.with_name("anchors")) as journal:
        (captured,) = journal.inbox.waiting()
        journal.inbox.keep(captured.uid)
        assert journal.cravings.get(screen.craving.uid).after == 2


async def test_a_full_disk_keeps_every_answer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        with monkeypatch.context() as full:
            full.setattr("journal.vault.vault.Vault.commit", refuse)
            screen = await craving(pilot, "9", "2")
            assert "The disk is full" in picture(app)
            assert CRAVING_NOT_SAVED in picture(app)
            assert screen.craving is not None
            assert len(screen.craving.triggers) == 1
            await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, CravingNow)
        assert (now(app).intensity, len(now(app).triggers)) == (9, 1)


async def test_a_full_disk_while_leaving_brings_the_craving_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        with monkeypatch.context() as full:
            full.setattr("journal.vault.vault.Vault.commit", refuse)
            await craving(pilot, "9", "escape")
            await settle(pilot)
        await craving(pilot)
        assert now(app).intensity == 9


@AT_SIZES
async def test_the_tolerance_warning_comes_first_and_stops_nobody(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=opioids)
    async with opened(app, size) as pilot:
        await craving(pilot, "8")
        assert_golden(app, "craving-tolerance")
        await pilot.press("1")
        await settle(pilot)
        assert now(app).triggers


@pytest.mark.parametrize(("given", "warned"), [("7", False), ("8", True)])
async def test_the_tolerance_warning_is_for_an_eight_and_more(path: Path, given: str, warned: bool) -> None:
    app = make_app(path, fill=opioids)
    async with opened(app) as pilot:
        await craving(pilot, given)
        assert ("your usual dose can kill you" in picture(app)) is warned


@pytest.mark.parametrize(("seconds", "kept"), [(59, None), (90, 90)])
async def test_a_timer_that_is_stopped_after_a_minute_timed_the_craving(
    path: Path, seconds: int, kept: int | None
) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await craving(pilot, "7", "t")
        assert isinstance(app.clock, FixedClock)
        app.clock.set(NOON + timedelta(seconds=seconds))
        await pilot.press("t")
        await settle(pilot)
        assert now(app).timer_seconds == kept


@pytest.mark.parametrize(("after", "said"), [("7", True), ("9", True), ("6", False)])
async def test_a_craving_that_is_as_strong_as_before_is_answered_kindly(path: Path, after: str, said: bool) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (80, 50)) as pilot:
        screen = await craving(pilot, "7")
        screen.query_one("#ask-now").display = True
        screen.query_one("#now").focus()
        await pilot.press(after)
        await settle(pilot)
        assert ("Still strong? That happens. Call someone." in picture(app)) is said
        if after == "7":
            assert_golden(app, "craving-still-strong")


async def test_the_tolerance_warning_is_shown_once_and_that_it_was_is_kept(path: Path) -> None:
    app = make_app(path, fill=opioids)
    async with opened(app) as pilot:
        screen = await craving(pilot, "8")
        assert now(app).warned_at == NOON
        assert screen.focused is screen.query_one("#trigger")
        await pilot.press("1")
        await settle(pilot)
        assert screen.query_one(NoticeBox).display
        await pilot.press("escape", "ctrl+r", "o", *["shift+tab"] * 2, "9")
        await settle(pilot)
        assert now(app).intensity == 9
        assert "your usual dose can kill you" not in picture(app)
        assert now(app).warned_at == NOON


async def test_what_is_out_of_reach_is_left_out_at_once_and_for_this_craving_only(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        screen = await craving(pilot, "f", "7", "2", "f", "1")
        assert "Left out for now: what needs a phone." in picture(app)
        assert "call Ana" not in picture(app)
        assert now(app).cannot == [Needs.PHONE]
        await pilot.press("f")
        assert screen.focused is screen.query_one("#strategy")
        assert "Out of reach now" not in picture(app)
        await lock(pilot)
        await unlock(pilot)
        assert "Left out for now: what needs a phone." in picture(app)
        await pilot.press("escape")
        await settle(pilot)
        await craving(pilot, "5")
        assert "call Ana" in picture(app)


async def test_where_nothing_is_left_some_that_need_nothing_are_offered(path: Path) -> None:
    def far(journal: Journal) -> None:
        needs = [Needs.PHONE, Needs.LEAVE_HOME]
        journal.strategies.add_many([Strategy(label=f"far {n}", needs=needs) for n in range(3)])

    app = make_app(path, fill=far)
    async with opened(app, (80, 40)) as pilot:
        await craving(pilot, "7", "f", "2")
        assert "far 1" not in picture(app)
        assert CRAVING_NOTHING_LEFT[:40] in picture(app)
        await pilot.press("enter", "1")
        await settle(pilot)
        assert app.journal is not None
        (tried,) = now(app).attempts
        assert app.journal.strategies.get(tried.strategy).label == "wait ten minutes, then decide again"
        assert "let it rise and fall" in picture(app)


async def test_while_a_timer_runs_every_other_screen_says_so(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (60, 20)) as pilot:
        await craving(pilot, "8", "t", "escape", "4")
        await settle(pilot)
        assert "timer 18:00 left · ^r back to it" in picture(app).splitlines()[-1]
        await pilot.click(KeyLine, offset=(5, 0))
        await settle(pilot)
        assert isinstance(app.screen, CravingNow)
        assert "back to it" not in picture(app)
        await pilot.press("escape", "n")
        assert isinstance(app.clock, FixedClock)
        app.clock.set(NOON + timedelta(minutes=19))
        app._idle.touch()
        await settle(pilot)
        app.screen.query_one(KeyLine).refresh()
        await settle(pilot)
        assert "18 minutes done. ^r: how is it now?" in picture(app).splitlines()[-1]
        app.clock.set(NOON + timedelta(hours=4))
        app._idle.touch()
        app.screen.query_one(KeyLine).refresh()
        await settle(pilot)
        assert "minutes done" not in picture(app)
        screen = await craving(pilot)
        assert screen.craving is None
        assert app.timing is None


async def test_one_of_before_can_be_completed(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        before = now(app)
        app.show(route_of(before), record=before)
        await settle(pilot)
        assert "craving · Sun 22 Nov" in picture(app)
        app.screen.query_one("#outcome", ChoiceField).choice.choose(Outcome.DELAYED)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert now(app).outcome is Outcome.DELAYED
        assert (now(app).at, now(app).ended_at, now(app).made_at) == (before.at, None, before.made_at)


async def test_it_stays_dark_on_nothing_chosen(path: Path) -> None:
    """Press esc at once: nothing stays, not even a timer."""
    app = make_app(path, clock=FixedClock(NOON, ZONE))
    async with opened(app) as pilot:
        await craving(pilot, "t", "escape")
        await settle(pilot)
        assert app.journal is not None
        assert len(app.journal.cravings) == 0
        assert app.timing is None


async def test_the_next_question_has_the_digits(path: Path) -> None:
    """The strength stays what it was answered, whatever digits follow."""
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        screen = await craving(pilot, "7", "2")
        assert app.journal is not None
        assert now(app).intensity == 7
        assert [app.journal.triggers.get(uid).label for uid in now(app).triggers] == ["alone"]
        assert screen.focused is screen.query_one("#strategy")
        shown = picture(app)
        assert "▰▰▰▰▰▰▰▱▱▱  7" in shown
        assert "1 stress" not in shown
        assert "1 call Ana" in shown


async def test_a_trigger_can_be_skipped_by_its_digit(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        screen = await craving(pilot, "7", "0")
        assert now(app).triggers == []
        assert screen.focused is screen.query_one("#strategy")


async def test_going_back_changes_the_answer(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        screen = await craving(pilot, "7", "shift+tab", "3")
        assert now(app).intensity == 3
        assert screen.focused is screen.query_one("#trigger")


async def test_a_trigger_does_not_renumber_strategies_that_were_reached(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        screen = await craving(pilot, "7", "0")
        before = [uid for uid, _ in screen.query_one("#strategy", Choice).options]
        assert app.journal is not None
        call, walk, shower = app.journal.strategies.all()
        assert before == [call.uid, walk.uid, shower.uid]
        app.journal.plans.add(Plan(trigger=app.journal.triggers.all()[0].uid, strategy=shower.uid))
        screen._at_hand = Options(app.journal, screen.craving)
        await pilot.press("shift+tab", "1")
        await settle(pilot)
        assert now(app).triggers
        assert screen._at_hand.strategy_options(now(app))[0][0] == shower.uid
        assert [uid for uid, _ in screen.query_one("#strategy", Choice).options] == before


async def test_the_last_question_leaves_no_digits(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        screen = await craving(pilot, "7", "m")
        screen.query_one("#confidence").focus()
        await pilot.press("6", "9")
        await settle(pilot)
        assert (now(app).intensity, now(app).confidence) == (7, 60)
        assert screen.focused is None
