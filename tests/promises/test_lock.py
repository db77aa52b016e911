"""Check that the lock leaves nothing personal on the screen and loses nothing half-typed."""

from __future__ import annotations

import gc
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Paste
from textual.notifications import SeverityLevel

from journal.clock import FixedClock
from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.domain.people import Person
from journal.domain.sessions import Session
from journal.errors import NotSaved
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.cravings.locked_craving import Breathing
from screens.locked.lock_screen import Locked
from screens.runtime.craving_timer import CravingTimer
from screens.today.today import Today
from screens.widgets.fields.base import TextField
from screens.widgets.rating import Rating
from tests.conftest import NOON, PASSPHRASE
from tests.support.driving import lock, locked, make_app, open_app, opened, settle, unlock
from tests.support.golden import AT_SIZES, assert_golden, picture
from tests.support.small_form import SmallGoal, use_small_goal


@pytest.fixture(autouse=True)
def small_goal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use a small form for goals."""
    use_small_goal(monkeypatch)


async def idle(app: JournalApp, clock: FixedClock, minutes: float) -> None:
    clock.set(clock.now() + timedelta(minutes=minutes))
    app._tick()


async def test_three_minutes_without_a_key_lock(path: Path, clock: FixedClock) -> None:
    app = make_app(path, clock=clock)
    async with opened(app) as pilot:
        await idle(app, clock, 2.9)
        assert isinstance(app.screen, Today)
        await pilot.press("2")
        await idle(app, clock, 2.9)
        assert app.journal is not None
        await idle(app, clock, 0.2)
        await settle(pilot)
        assert isinstance(app.screen, Locked)


async def test_a_key_that_an_input_takes_counts(path: Path, clock: FixedClock) -> None:
    app = make_app(path, clock=clock)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await idle(app, clock, 2.9)
        await pilot.press("x")
        await idle(app, clock, 2.9)
        assert app.journal is not None


async def test_a_paste_counts(path: Path, clock: FixedClock) -> None:
    app = make_app(path, clock=clock)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await idle(app, clock, 2.9)
        app.post_message(Paste("from elsewhere"))
        await settle(pilot)
        await idle(app, clock, 2.9)
        assert app.journal is not None


async def test_a_meeting_has_fifteen_minutes(path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path, clock=clock)
    async with opened(app) as pilot:
        monkeypatch.setattr(app.screen, "long_idle", True, raising=False)
        await idle(app, clock, 14.9)
        assert app.journal is not None
        await idle(app, clock, 0.2)
        await settle(pilot)
        assert app.journal is None


async def test_coming_back_from_suspension_locks(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.app_resume_signal.publish(app)
        await settle(pilot)
        assert isinstance(app.screen, Locked)


async def test_what_is_half_typed_comes_back_after_unlocking(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("4")
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"call Ana")
        await lock(pilot)
        assert "Ana" not in picture(app)
        await unlock(pilot)
        assert isinstance(app.screen, SmallGoal)
        assert app.screen.query_one("#title", TextField).text == "call Ana"
        assert app.current_mode == "plan"


async def test_it_comes_back_in_another_process_too(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"call Ana")
        app.exit_drafts = app.drafts()  # what a signal does
    second = open_app(path)
    async with opened(second):
        assert isinstance(second.screen, SmallGoal)
        assert second.screen.query_one("#title", TextField).text == "call Ana"


async def test_a_saved_form_does_not_come_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"call Ana")
        await lock(pilot)
        await unlock(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        assert [goal.title for goal in app.journal.goals] == ["call Ana"]
        assert set(app.journal.drafts.all()) <= {"return"}


async def test_no_widget_and_no_clipboard_keeps_the_words(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"canary", "shift+home", "ctrl+c")
        assert app.clipboard == "canary"
        await lock(pilot)
        assert app.clipboard == ""
        assert app.keeper.journal is None
        gc.collect()
        assert not [field for field in gc.get_objects() if isinstance(field, TextField) and field.is_attached]


@pytest.mark.parametrize("severity", ["information", "error"])
async def test_what_was_told_in_passing_is_not_on_the_locked_screen(path: Path, severity: SeverityLevel) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        app.notify("Kept for your meeting with Ana.", severity=severity)
        await settle(pilot)
        assert "Ana" in picture(app)
        app.notify("Ana was told.", severity=severity)  # and what is still on its way
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert isinstance(app.screen, Locked)
        assert "Ana" not in picture(app)
        assert not list(app._notifications)


async def test_what_was_asked_for_before_the_lock_tells_nothing_on_the_locked_screen(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.people.add(Person(name="Ana")))
    go_on = threading.Event()
    async with opened(app, toasts=True) as pilot:
        journal = app.keeper.journal
        assert journal is not None
        journal.sessions.add(Session(planned_at=NOON + timedelta(days=3), person=journal.people.all()[0].uid))
        uid = journal.entries.add(Entry(text="Dan again"))
        app.keeper._thread.submit(go_on.wait, 10)
        app.park(journal.entries.get(uid))
        await pilot.press("ctrl+l")
        go_on.set()
        await settle(pilot)
        assert isinstance(app.screen, Locked)
        assert "Ana" not in picture(app)
        assert not list(app._notifications)
    with Journal.open(path, PASSPHRASE) as journal:
        assert [parked.record for parked in journal.parked.all()] == [uid]


async def test_words_that_cannot_be_sealed_stay_in_memory_and_come_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"call Ana")
        assert app.journal is not None

        def full(key: str, data: object) -> None:
            raise NotSaved(reason="The disk is full")

        monkeypatch.setattr(app.journal.drafts, "save", full)
        await lock(pilot)
        assert isinstance(app.screen, Locked)
        assert "It's still in memory" in picture(app)
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert "Leave anyway?" in picture(app)
        await pilot.press("n")
        await unlock(pilot)
        assert app.screen.query_one("#title", TextField).text == "call Ana"


async def test_a_craving_timer_runs_on_and_takes_an_answer(path: Path, clock: FixedClock) -> None:
    app = make_app(path, clock=clock, fill=lambda journal: journal.cravings.add(Craving(intensity=7, thought="Dan")))
    async with opened(app) as pilot:
        assert app.journal is not None
        uid = app.journal.cravings.all()[0].uid
        app.timing = CravingTimer(clock, 20, craving=uid)
        clock.set(clock.now() + timedelta(minutes=2))
        await lock(pilot)
        assert isinstance(app.screen, Breathing)
        assert "18:00 left" in picture(app)
        assert "Dan" not in picture(app)
        app.screen.query_one(Rating).focus()
        await pilot.press("4", "escape")
        await unlock(pilot)
        assert app.journal.cravings.get(uid).after == 4
        assert app.journal.cravings.get(uid).timer_seconds == 120


async def test_the_craving_key_while_locked_touches_nothing_by_itself(path: Path) -> None:
    app = make_app(path)
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    async with locked(app) as pilot:
        await pilot.press("f8")
        await settle(pilot)
        assert isinstance(app.screen, Breathing)
    assert {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before


@AT_SIZES
@pytest.mark.parametrize(("name", "key"), [("safety", "f4"), ("help", "f1"), ("recover", "f6")])
async def test_what_works_while_locked_is_whole(path: Path, name: str, key: str, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with locked(app, size) as pilot:
        await pilot.press(key)
        await settle(pilot)
        assert_golden(app, f"locked-{name}")
