"""Test a craving while locked: help at once, answers encrypted, nothing personal shown that was not chosen for it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from journal.clock import FixedClock
from journal.config.emergency_card import Card
from journal.domain.captures import Capture
from journal.domain.cravings import Craving, Trigger
from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.domain.safety_plan import SafetyPlan
from journal.store.journal import Journal
from journal.text.locked import (
    LOCKED_BEFORE,
    LOCKED_FULL,
    LOCKED_KEPT,
    LOCKED_NO_INBOX,
    LOCKED_NO_JOURNAL,
    LOCKED_NOT_KEPT,
    LOCKED_STEPS,
    LOCKED_STRONG,
)
from screens.cravings.craving import CravingNow
from screens.cravings.locked_craving import Breathing
from screens.locked.lock_screen import Locked
from screens.runtime.craving_timer import CravingTimer
from screens.widgets.choice import Choice
from screens.widgets.rating import Rating
from tests.conftest import NOON, ZONE
from tests.support.driving import lock, locked, make_app, open_app, opened, settle, unlock
from tests.support.extent import examples
from tests.support.golden import AT_SIZES, assert_golden, picture

CARD = Card(
    sentences=["I have come through every one of these so far.", "Mia wakes up on Saturdays, and so do I."],
    people=["Ana · 0660 1234", "R."],
)

Sealed = list[Capture]


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> Sealed:
    """Return the captures in the inbox, in order."""
    found: Sealed = []

    def seal(path: Path, value: Capture) -> None:
        found.append(value)

    monkeypatch.setattr("journal.store.capture.capture", seal)
    return found


async def begin(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press("ctrl+r")
    await settle(pilot)
    await pilot.press(*keys)
    await settle(pilot)


@AT_SIZES
async def test_it_is_whole_at_every_size(path: Path, size: tuple[int, int], sealed: Sealed) -> None:
    app = make_app(path)
    async with locked(app, size) as pilot:
        await begin(pilot)
        assert_golden(app, "locked-breathing")
        await begin(pilot, "8", "1", "4")
        assert_golden(app, "locked-breathing-after")
        await pilot.press("escape")
        CARD.save()
        await begin(pilot)
        assert_golden(app, "locked-breathing-card")


@AT_SIZES
async def test_it_helps_before_there_is_a_journal(path: Path, size: tuple[int, int]) -> None:
    app = open_app(path)
    async with locked(app, size) as pilot:
        await begin(pilot, "7")
        assert LOCKED_NO_JOURNAL in " ".join(picture(app).replace("│", "").split())
        assert_golden(app, "locked-breathing-no-journal")
    assert not path.exists()


async def test_each_answer_is_sealed_at_its_keystroke_under_one_uid(path: Path, sealed: Sealed) -> None:
    clock = FixedClock(NOON, ZONE)
    app = make_app(path, clock=clock)
    async with locked(app) as pilot:
        await begin(pilot, "1", "0")
        assert LOCKED_KEPT in picture(app)
        await pilot.press("1", "shift+tab", "2")
        clock.set(clock.now() + timedelta(minutes=12))
        await pilot.press("3")
        await settle(pilot)
        assert "10 before, 3 now. You stayed with it." in picture(app)
    assert [(one.intensity, one.triggers, one.after) for one in sealed] == [
        (1, [], None),
        (10, [], None),
        (10, ["stress"], None),
        (10, ["stress", "alone in the evening"], None),
        (10, ["stress", "alone in the evening"], 3),
    ]
    assert {(one.uid, one.at, one.zone) for one in sealed} == {(sealed[0].uid, NOON, ZONE)}
    assert sealed[-1].timer_seconds == 12 * 60


async def test_back_at_it_only_how_it_is_now_is_asked_and_nothing_answered_is_shown(path: Path, sealed: Sealed) -> None:
    clock = FixedClock(NOON, ZONE)
    app = make_app(path, clock=clock)
    async with locked(app) as pilot:
        await begin(pilot, "7", "1", "escape")
        assert isinstance(app.screen, Locked)
        clock.set(clock.now() + timedelta(minutes=5))
        await begin(pilot)
        shown = picture(app)
        assert "15:00 left" in shown
        assert LOCKED_BEFORE in shown
        assert "stress" not in shown
        assert "▐" not in shown
        await pilot.press("2", "escape")
        await settle(pilot)
        assert (sealed[-1].uid, sealed[-1].intensity, sealed[-1].after) == (sealed[0].uid, 7, 2)
        assert app.timing is None
        await begin(pilot, "5")
        assert sealed[-1].uid != sealed[0].uid


async def test_hours_later_it_is_another_one(path: Path, sealed: Sealed) -> None:
    clock = FixedClock(NOON, ZONE)
    app = make_app(path, clock=clock)
    async with locked(app) as pilot:
        await begin(pilot, "7", "escape")
        clock.set(clock.now() + timedelta(hours=4))
        await begin(pilot, "4")
        assert "20:00 left" in picture(app)
        assert [one.intensity for one in sealed] == [7, 4]
        assert sealed[0].uid != sealed[1].uid


async def test_the_timer_that_runs_is_there_when_the_journal_is_open(path: Path, clock: FixedClock) -> None:
    app = make_app(path, clock=clock)
    async with locked(app) as pilot:
        await begin(pilot, "plus", "escape")
        clock.set(clock.now() + timedelta(minutes=5))
        await unlock(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, CravingNow)
        assert "20:00 left" in picture(app)


async def test_the_timer_can_be_stopped_and_begun_again(path: Path, sealed: Sealed) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await begin(pilot, "7", "t")
        assert app.timing is None
        await pilot.press("t", "minus")
        await settle(pilot)
        assert "15:00 left" in picture(app)
        await pilot.press("escape")
        await begin(pilot)
        assert LOCKED_BEFORE in picture(app)


async def test_a_timer_stopped_after_a_minute_is_sealed_and_an_earlier_stop_is_not(path: Path, sealed: Sealed) -> None:
    clock = FixedClock(NOON, ZONE)
    app = make_app(path, clock=clock)
    async with locked(app) as pilot:
        await begin(pilot, "7", "t", "t")
        clock.set(clock.now() + timedelta(seconds=90))
        await pilot.press("t")
        await settle(pilot)
    assert [one.timer_seconds for one in sealed] == [None, 90]


async def test_what_can_not_be_kept_is_said_and_the_next_answer_tries_again(
    path: Path, monkeypatch: pytest.MonkeyPatch, sealed: Sealed
) -> None:
    from journal.errors import InboxFull, NoInbox, NotSaved

    app, problem = make_app(path), [NotSaved(), NoInbox(), InboxFull()]

    def refuse(path: Path, value: Capture) -> None:
        if problem:
            raise problem.pop(0)
        sealed.append(value)

    monkeypatch.setattr("journal.store.capture.capture", refuse)
    async with locked(app, (120, 40)) as pilot:
        await begin(pilot)
        told = (LOCKED_NOT_KEPT, LOCKED_NO_INBOX, LOCKED_FULL, LOCKED_KEPT)
        for digit, sentence in zip("5678", told, strict=True):
            app.screen.query_one("#intensity").focus()
            await pilot.press(digit)
            await settle(pilot)
            assert sentence in picture(app)
            assert (LOCKED_KEPT in picture(app)) is (sentence == LOCKED_KEPT)
            assert LOCKED_STEPS[0] in picture(app)
    assert [one.intensity for one in sealed] == [8]


async def test_nothing_of_the_person_is_shown_while_locked_unless_they_chose_it(path: Path) -> None:
    def fill(journal: Journal) -> None:
        journal.reasons.add(Reason(text="canary-reason"))
        journal.people.add(Person(name="canary-person", contact="canary-number"))
        journal.triggers.add(Trigger(label="canary-trigger"))
        journal.collection(SafetyPlan).put(journal.safety_plan.uid, SafetyPlan(signs="canary-plan"))
        journal.cravings.add(Craving(intensity=7, thought="canary-thought"))

    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await pilot.press("ctrl+r", "8")
        await settle(pilot)
        assert "canary-trigger" in picture(app)
        await lock(pilot)
        for keys in (["ctrl+r"], ["f4"], ["f1"]):
            await pilot.press(*keys)
            await settle(pilot)
            assert "canary" not in picture(app)
        await pilot.press("escape", "escape", "escape")
        Card(sentences=["chosen-words"], people=["chosen-person"], plan={"signs": "chosen-plan"}).save()
        await begin(pilot)
        assert "chosen-words" in picture(app)
        assert "call chosen-person" in picture(app)
        assert "chosen-plan" not in picture(app)
        await pilot.press("f4", "4")
        await settle(pilot)
        assert "chosen-plan" in picture(app)
        assert "canary" not in picture(app)


async def test_a_strong_one_is_told_where_the_steps_are(path: Path, sealed: Sealed) -> None:
    app = make_app(path)
    async with locked(app, (120, 40)) as pilot:
        await begin(pilot, "7")
        assert LOCKED_STRONG not in picture(app)
        await pilot.press("shift+tab", "8")
        await settle(pilot)
        assert LOCKED_STRONG in picture(app)


async def test_a_craving_of_the_journal_gets_its_answer_and_no_other_question(path: Path, clock: FixedClock) -> None:
    app = make_app(path, clock=clock, fill=lambda journal: journal.cravings.add(Craving(intensity=7, thought="Dan")))
    async with opened(app) as pilot:
        assert app.journal is not None
        app.timing = CravingTimer(clock, 20, craving=app.journal.cravings.all()[0].uid)
        await lock(pilot)
        assert isinstance(app.screen, Breathing)
        assert [rating.id for rating in app.screen.query(Rating)] == ["now"]
        await pilot.press("t")
        assert app.timing is not None
        assert "Dan" not in picture(app)


async def test_a_timer_that_is_over_and_was_of_no_craving_leaves_the_lock_alone(path: Path, clock: FixedClock) -> None:
    app = make_app(path, clock=clock)
    async with locked(app) as pilot:
        await begin(pilot, "escape")
        await unlock(pilot)
        await lock(pilot)
        assert isinstance(app.screen, Breathing)
        await pilot.press("escape")
        await unlock(pilot)
        clock.set(clock.now() + timedelta(minutes=30))
        await lock(pilot)
        assert isinstance(app.screen, Locked)


KEYS = st.sampled_from(["7", "1", "0", "9", "tab", "enter", "down", "up", "space", "right", "t", "plus", "pagedown"])


@settings(max_examples=examples(2))
@given(st.lists(KEYS, min_size=1, max_size=16))
@example(["1", "0", "enter", "3", "enter", "4", "up", "1"])
def test_whatever_keys_are_pressed_what_stands_there_is_what_is_sealed(keys: list[str]) -> None:
    found: Sealed = []

    async def flow(path: Path) -> tuple[int | None, list[str], int | None]:
        app = make_app(path)
        async with locked(app) as pilot:
            await begin(pilot, *keys)
            ratings = {rating.id: rating.value for rating in app.screen.query(Rating)}
            chosen = [label for choice in app.screen.query(Choice) for label in choice.values]
            return ratings["intensity"], chosen, ratings.get("now")

    with TemporaryDirectory() as directory, pytest.MonkeyPatch.context() as patch:
        patch.setattr("journal.store.capture.capture", lambda _, value: found.append(value))
        shown = asyncio.run(flow(Path(directory) / "journal.rj"))
    last = found[-1] if found else None
    assert shown == ((last.intensity, last.triggers, last.after) if last else (None, [], None))
    assert len({one.uid for one in found}) <= 1
