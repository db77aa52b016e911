"""Test the first minute: only the passphrase is required, no answer is lost, esc goes back a step."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from journal.clock import FixedClock
from journal.config.settings import Settings
from journal.domain.days import DayState
from journal.domain.focuses import FocusKind, GoalMode
from journal.errors import WrongPassphrase
from journal.store.journal import Journal
from journal.store.locked import look
from screens.cravings.locked_craving import Breathing
from screens.locked.lock_screen import Locked
from screens.routes import screen_class
from screens.runtime.journal_worker import RESUME_STATE
from screens.today.today import Today
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.passphrase import Secret
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.driving import lock, locked, open_app, settle, unlock
from tests.support.golden import AT_EVERY_SIZE, assert_golden, picture
from tests.support.welcoming import (
    OFFERED,
    WORDS,
    choose_alcohol,
    give_passphrase,
    go_to,
    paste,
    press,
    reach_since,
    same_words,
    welcome,
)


@pytest.fixture(autouse=True)
def format_known(monkeypatch: pytest.MonkeyPatch) -> None:
    same_words(monkeypatch)


@AT_EVERY_SIZE
async def test_every_step_is_whole_at_every_size(path: Path, size: tuple[int, int]) -> None:
    app = open_app(path)
    async with locked(app, size) as pilot:
        assert_golden(app, "welcome-passphrase")
        await go_to(pilot, "words")
        assert_golden(app, "welcome-words")
        await press(pilot, "on")
        assert_golden(app, "welcome-check")
        await press(pilot, "skip")
        await pilot.press("1", "6", "left")
        assert_golden(app, "welcome-what")
        await press(pilot, "on")
        await pilot.press("3")
        assert_golden(app, "welcome-want")
        await press(pilot, "on")
        assert_golden(app, "welcome-warning")
        await press(pilot, "on")
        await pilot.press("3")
        assert_golden(app, "welcome-since")
        await press(pilot, "skip")
        assert_golden(app, "welcome-region")


async def test_everything_but_the_passphrase_can_be_skipped(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "region")
        await press(pilot, "skip")
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        assert [*app.journal.focuses.all(), *app.journal.reasons.all(), *app.journal.people.all()] == []
        assert ", what='screen'" in repr(look(path).holder)
        assert app.journal.drafts.get("welcome:new") is None


async def test_what_is_answered_is_in_the_journal(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await choose_alcohol(pilot)
        await pilot.press("3")
        await paste(pilot, "limit-ALCOHOL", "2.5")
        await press(pilot, "on")
        assert "Before you stop or cut down" in picture(app)
        await press(pilot, "on")
        await pilot.press("3")
        await paste(pilot, "day-ALCOHOL", "3 weeks ago")
        await press(pilot, "on")
        await pilot.press("8")
        await settle(pilot)
        await press(pilot, "on")
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        (focus,) = app.journal.focuses.all()
        assert (focus.kind, focus.goal_mode, focus.limit) == (FocusKind.ALCOHOL, GoalMode.REDUCE, Decimal("2.5"))
        assert focus.start == date(2026, 11, 2)
        assert app.journal.preferences.first_day == date(2026, 11, 23)
        assert Settings.load().region == "EU"


@pytest.mark.parametrize(("digit", "start"), [("1", None), ("2", date(2026, 11, 23))])
async def test_not_yet_and_today_are_answers_like_any_other(path: Path, digit: str, start: date | None) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await reach_since(pilot)
        await pilot.press(digit)
        await settle(pilot)
        assert [focus.start for focus in welcome(app).answers.focuses] == [start]
        assert welcome(app).current == "region"


async def test_a_date_is_typed_right_after_it_is_chosen(path: Path) -> None:
    """What is typed after "a date" goes into the date, and enter goes to the next step."""
    app = open_app(path)
    async with locked(app) as pilot:
        await reach_since(pilot)
        await pilot.press("3", *"2026-03-14", "enter")
        await settle(pilot)
        assert [focus.start for focus in welcome(app).answers.focuses] == [date(2026, 3, 14)]
        assert welcome(app).current == "region"


async def test_enter_chooses_the_goal_at_the_cursor_and_goes_to_the_next_step(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await choose_alcohol(pilot)
        assert "›1 stop" in picture(app)
        await pilot.press("enter")
        await settle(pilot)
        assert [focus.goal_mode for focus in welcome(app).answers.focuses] == [GoalMode.ABSTAIN]
        assert welcome(app).current == "warning"


async def test_enter_where_several_can_be_chosen_goes_to_the_next_step(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "what")
        await pilot.press("3", "1", "enter")
        await settle(pilot)
        assert [focus.kind for focus in welcome(app).answers.focuses] == list(FocusKind)[0:3:2]
        assert welcome(app).current == "want"


async def test_the_warning_comes_before_any_date_and_only_where_it_is_needed(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await choose_alcohol(pilot)
        assert welcome(app).order()[3:6] == ["want", "warning", "since"]
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("1", "8")
        await press(pilot, "on")
        assert welcome(app).order()[3:5] == ["want", "since"]


async def test_the_warning_can_be_read_to_its_end_with_the_keys_in_a_small_window(path: Path) -> None:
    app = open_app(path)
    async with locked(app, (60, 20)) as pilot:
        await go_to(pilot, "what")
        await pilot.press("1", "3")
        await press(pilot, "on")
        await press(pilot, "on")
        assert "FDA" not in picture(app)
        await pilot.press(*["down"] * 4)
        await settle(pilot)
        assert "FDA" in picture(app)
        await pilot.press(*["up"] * 4)
        await settle(pilot)
        assert "Before you stop or cut down" in picture(app)


async def test_a_name_is_asked_for_what_the_list_does_not_hold(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "what")
        assert not app.screen.query_one("#name-CUSTOM").display
        await pilot.press(*["right"] * 12, "space")
        assert app.screen.query_one("#name-CUSTOM").display
        await paste(pilot, "name-CUSTOM", "nail biting")
        await press(pilot, "on")
        assert [focus.label for focus in welcome(app).answers.focuses] == ["nail biting"]


async def test_taper_steps_are_asked_where_a_taper_is_wanted(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await choose_alcohol(pilot)
        await pilot.press("4")
        await paste(pilot, "taper-ALCOHOL", "soon less")
        await press(pilot, "on")
        assert "Try: today 6" in picture(app)
        await paste(pilot, "taper-ALCOHOL", "today 6; 1 Dec 4")
        await press(pilot, "on")
        assert [step.maximum for step in welcome(app).answers.focuses[0].taper] == [6, 4]


async def test_a_taper_shows_what_was_understood_and_a_step_in_the_past_holds_now(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await choose_alcohol(pilot)
        await pilot.press("4")
        await paste(pilot, "taper-ALCOHOL", "1 Nov 6; 1 Dec 4")
        assert "6 a day now, since Sun 1 Nov · 4 from Tue 1 Dec" in picture(app)
        await press(pilot, "on")
        steps = welcome(app).answers.focuses[0].taper
        assert [step.from_date for step in steps] == [date(2026, 11, 1), date(2026, 12, 1)]


async def test_days_since_a_date_can_be_said_to_be_free(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await choose_alcohol(pilot)
        await pilot.press("1")
        await settle(pilot)
        await press(pilot, "on")
        assert not app.screen.query_one("#free-ALCOHOL").display
        await pilot.press("3")
        await paste(pilot, "day-ALCOHOL", "20 days ago")
        app.screen.query_one("#free-ALCOHOL", ChoiceField).focus()
        await settle(pilot)
        assert_golden(app, "welcome-free")
        await pilot.press("1")
        await settle(pilot)
        while app.screen.query("#on"):
            await press(pilot, "on")
        await settle(pilot)
        assert app.journal is not None
        (focus,) = app.journal.focuses
        marks = app.journal.marks.all()
        assert [(mark.focus, mark.state, mark.back_filled) for mark in marks] == [
            (focus.uid, DayState.CLEAN, True)
        ] * 20
        assert {mark.local_date for mark in marks} == {date(2026, 11, 23) - timedelta(days=ago) for ago in range(1, 21)}


async def test_a_date_that_is_none_is_told_at_its_field(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await reach_since(pilot)
        await pilot.press("3")
        await press(pilot, "on")
        assert welcome(app).current == "since"
        assert "Enter a date" in picture(app)


async def test_esc_goes_back_a_step_and_keeps_what_was_typed(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await reach_since(pilot)
        await pilot.press("3")
        await paste(pilot, "day-ALCOHOL", "3 wee")
        for step in ("warning", "want", "what"):
            await pilot.press("escape")
            await settle(pilot)
            assert welcome(app).current == step
        for _ in range(3):
            await press(pilot, "on")
        assert welcome(app).current == "since"
        assert app.screen.query_one("#day-ALCOHOL Input", Input).value == "3 wee"


# Progress, and skipping the rest


async def test_every_step_says_how_far_it_is(path: Path) -> None:
    app = open_app(path)
    async with locked(app, (60, 20)) as pilot:
        assert "1 of 6" in picture(app)
        await go_to(pilot, "words")
        assert "2 of 6" in picture(app)
        await press(pilot, "on")
        assert "2 of 6" in picture(app)
        await press(pilot, "skip")
        assert "3 of 6" in picture(app)
        await pilot.press("1")
        await press(pilot, "on")
        assert "4 of 6" in picture(app)
        await press(pilot, "on")
        assert "4 of 6" in picture(app)
        await press(pilot, "on")
        assert "5 of 6" in picture(app)
        await press(pilot, "skip")
        assert "6 of 6" in picture(app)


@pytest.mark.parametrize("key", ["f5", "ctrl+n"])
@pytest.mark.parametrize("step", ["words", "check", "what"])
async def test_one_key_skips_the_rest_but_not_the_region(path: Path, step: str, key: str) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "words")
        if step == "check":
            await press(pilot, "on")
        await go_to(pilot, step)
        assert "Skip the rest" in picture(app)
        await pilot.press(key)
        await settle(pilot)
        assert welcome(app).current == "region"
        assert "Skip the rest" not in picture(app)
        await press(pilot, "skip")
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        assert app.journal.preferences.recovery_words_later


async def test_skipping_the_rest_never_skips_a_warning_and_loses_no_answer(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "what")
        await pilot.press("1", "f5")
        await settle(pilot)
        assert "Before you stop or cut down" in picture(app)
        assert "Skip the rest" not in picture(app)
        await pilot.press("f5")
        await settle(pilot)
        assert welcome(app).current == "warning"
        await press(pilot, "on")
        assert welcome(app).current == "region"
        await press(pilot, "skip")
        assert app.journal is not None
        (focus,) = app.journal.focuses
        assert (focus.kind, focus.goal_mode, focus.start) == (FocusKind.ALCOHOL, GoalMode.OBSERVE, None)
        assert focus.warned_at is not None


async def test_esc_comes_back_to_what_was_skipped(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "what")
        await pilot.press("1", "f5")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert welcome(app).current == "what"
        await press(pilot, "on")
        assert welcome(app).current == "want"


async def test_before_the_passphrase_nothing_can_be_skipped(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        assert "kip the rest" not in picture(app)
        await pilot.press("f5")
        await settle(pilot)
        assert welcome(app).current == "passphrase"


@pytest.mark.parametrize("step", ["reason", "person"])
async def test_a_draft_from_when_there_were_more_questions_comes_back_to_the_last_one(path: Path, step: str) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        answers = {"reason": "Saturdays with Mia", "person": {"name": "Ana"}}
        draft = {"at": step, "typed": {"reason": {"reason": "Mia"}}, "answers": answers}
        journal.drafts.save("welcome:new", draft)
        journal.drafts.save(RESUME_STATE, {"place": "today", "open": ["welcome:new"]})
    app = open_app(path)
    async with locked(app) as pilot:
        await unlock(pilot)
        assert welcome(app).current == "region"
        await press(pilot, "skip")
        assert app.journal is not None
        assert [reason.text for reason in app.journal.reasons] == ["Saturdays with Mia"]
        assert [person.name for person in app.journal.people] == ["Ana"]


# Keys


async def test_going_back_shows_the_same_six_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([OFFERED, "six other words"])
    monkeypatch.setattr("journal.store.new_secrets.generated_passphrase", lambda: next(drawn))
    app = open_app(path)
    async with locked(app) as pilot:
        await give_passphrase(pilot, OFFERED)
        assert welcome(app).current == "words"
        await pilot.press("escape")
        await settle(pilot)
        assert welcome(app).current == "passphrase"
        assert OFFERED in picture(app)


async def test_one_key_takes_the_six_words_and_they_are_typed_once_more(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        assert OFFERED in picture(app)
        await pilot.press("f6")
        await paste(pilot, "again", OFFERED)
        await pilot.press("enter")
        await go_to(pilot, "region")
        await press(pilot, "skip")
    with Journal.open(path, OFFERED) as journal:
        assert not journal.has_recovery


async def test_a_weak_passphrase_is_only_said_to_be_weak(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await paste(pilot, "new", "12345")
        await settle(pilot)
        assert "weak" in picture(app)
        await give_passphrase(pilot, "12345")
        assert welcome(app).current == "words"
    Journal.open(path, "12345").close()


async def test_no_passphrase_or_two_that_differ_make_nothing(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await press(pilot, "on")
        assert "Enter a passphrase" in picture(app)
        await paste(pilot, "new", "one")
        await press(pilot, "on")
        assert "Type it once more here." in picture(app)
        await paste(pilot, "again", "another")
        await pilot.press("enter")
        await settle(pilot)
        assert "don't match" in picture(app)
        assert welcome(app).current == "passphrase"
    assert not path.exists()


async def test_a_message_about_the_passphrase_goes_with_the_next_change(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await press(pilot, "on")
        assert "Enter a passphrase" in picture(app)
        await pilot.press("o")
        await settle(pilot)
        assert "Enter a passphrase" not in picture(app)
        await paste(pilot, "again", "another")
        await pilot.press("enter")
        await settle(pilot)
        assert "don't match" in picture(app)
        await paste(pilot, "new", "another")
        await settle(pilot)
        assert "don't match" not in picture(app)


async def test_words_that_were_asked_back_open_the_journal(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "words")
        await press(pilot, "on")
        first, second = app.screen.query(Secret)
        first.value, second.value = "abandon", "not this"
        await press(pilot, "on")
        assert "doesn't match" in picture(app)
        second.value = "abandon"
        await press(pilot, "on")
        assert welcome(app).current == "what"
        assert app.journal is not None
        assert not app.journal.preferences.recovery_words_later
    Journal.open(path, recovery_words=WORDS).close()


async def test_later_makes_no_slot_and_is_remembered(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "what")
        assert app.journal is not None
        assert app.journal.preferences.recovery_words_later
        assert not app.journal.has_recovery


async def test_a_first_craving_finds_things_to_do(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "what")
        await pilot.press("ctrl+r", "7", "1", "1")
        await settle(pilot)
        assert app.journal is not None
        assert app.journal.strategies.all()
        assert app.journal.triggers.all()


async def test_going_back_to_the_passphrase_may_change_it(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "words")
        await pilot.press("escape")
        await settle(pilot)
        assert "Your journal is ready" in picture(app)
        await give_passphrase(pilot, "the second thought")
    Journal.open(path, "the second thought").close()
    with pytest.raises(WrongPassphrase):
        Journal.open(path, PASSPHRASE)


async def test_going_on_from_there_without_typing_changes_nothing(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "words")
        await pilot.press("escape")
        await press(pilot, "on")
        assert welcome(app).current == "words"
    Journal.open(path, PASSPHRASE).close()


async def test_a_journal_that_could_not_be_made_is_told_and_tried_again(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        path.write_text("a shopping list")
        await give_passphrase(pilot)
        assert welcome(app).current == "passphrase"
        assert "No journal was made" in picture(app)
        assert path.read_text() == "a shopping list"
        path.unlink()
        await give_passphrase(pilot)
        assert welcome(app).current == "words"
        assert app.journal is not None


# Nothing is lost


async def test_locking_midway_shows_nothing_and_comes_back_to_the_question(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await reach_since(pilot)
        await pilot.press("3")
        await paste(pilot, "day-ALCOHOL", "3 wee")
        await lock(pilot)
        assert [type(screen) for screen in app.every_screen()] == [Locked]
        await unlock(pilot)
        assert welcome(app).current == "since"
        assert app.screen.query_one("#day-ALCOHOL Input", Input).value == "3 wee"
        assert [focus.kind for focus in welcome(app).answers.focuses] == [FocusKind.ALCOHOL]
        await press(pilot, "skip")
        await press(pilot, "skip")
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        assert len(app.journal.focuses) == 1


async def test_a_terminal_that_is_lost_loses_no_answer(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await choose_alcohol(pilot)
    again = open_app(path)
    async with locked(again) as pilot:
        await unlock(pilot)
        assert welcome(again).current == "want"
        assert [focus.kind for focus in welcome(again).answers.focuses] == [FocusKind.ALCOHOL]


async def test_words_that_were_not_checked_are_never_the_ones_that_open_it(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "words")
        await press(pilot, "on")
        await lock(pilot)
        await unlock(pilot)
        assert welcome(app).current == "words"
        assert app.journal is not None
        assert not app.journal.has_recovery


async def test_no_secret_is_in_what_is_kept(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "words")
        await press(pilot, "on")
        kept = str(app.drafts())
        assert PASSPHRASE not in kept
        assert "abandon" not in kept


async def test_it_does_not_lock_while_the_words_are_written_down(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "words")
        assert app.idle_minutes() == app.settings.meeting_idle_minutes
        await press(pilot, "skip")
        assert app.idle_minutes() == app.settings.idle_minutes


@pytest.mark.parametrize("how", ["ctrl+l", "200 s"])
async def test_a_passphrase_that_nobody_sent_is_cleared_and_the_offer_stays(
    path: Path, clock: FixedClock, how: str
) -> None:
    app = open_app(path, clock=clock)
    async with locked(app) as pilot:
        await pilot.press("f6", *"lamp or")
        if how == "200 s":
            clock.set(clock.now() + timedelta(seconds=200))
            app._tick()
        else:
            await pilot.press(how)
        await settle(pilot)
        assert [field.value for field in app.screen.query(Secret)] == ["", ""]
        assert "What you typed here was cleared" in picture(app)
        assert OFFERED in picture(app)
        assert "Press F6 to use this passphrase" in picture(app)
        await press(pilot, "on")
        assert app.journal is None
        await pilot.press("f6", *OFFERED, "enter")
        await settle(pilot)
        assert welcome(app).current == "words"
    Journal.open(path, OFFERED).close()


async def test_locked_while_it_is_made_it_locks_then_and_loses_no_answer(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), Journal.create

    def slow(*place: Any, **options: Any) -> Journal:
        go_on.wait(10)
        return real(*place, **options)

    monkeypatch.setattr(Journal, "create", slow)
    app = open_app(path)
    async with locked(app) as pilot:
        await paste(pilot, "new", PASSPHRASE)
        await paste(pilot, "again", PASSPHRASE)
        await pilot.press("enter")
        while welcome(app).current != "words":
            await pilot.pause()
        app.action_lock()
        await pilot.pause()
        assert "The journal locks as soon as it's ready." in picture(app)
        go_on.set()
        await settle(pilot)
        await settle(pilot)
        assert app.journal is None
        assert isinstance(app.screen, Locked)
        await unlock(pilot)
        assert welcome(app).current == "words"


async def test_answers_that_could_not_be_saved_stay_and_are_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journal.errors import NotSaved

    def full(*_: object) -> object:
        raise NotSaved(reason="The disk is full")

    app = open_app(path)
    async with locked(app) as pilot:
        await reach_since(pilot)
        await press(pilot, "on")
        with monkeypatch.context() as patched:
            patched.setattr("journal.vault.vault.Vault.commit", full)
            await press(pilot, "skip")
        assert welcome(app).current == "region"
        assert "The disk is full" in picture(app)
        await press(pilot, "skip")
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        assert [focus.kind for focus in app.journal.focuses] == [FocusKind.ALCOHOL]


# From everywhere


@pytest.mark.parametrize("step", ["words", "check", "what", "region"])
async def test_craving_and_lock_work_from_every_step(path: Path, step: str) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await go_to(pilot, "words")
        if step == "check":
            await press(pilot, "on")
        await go_to(pilot, step)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, screen_class("craving"))
        await lock(pilot)
        assert app.journal is None
        assert [type(screen) for screen in app.every_screen()] == [Locked]


async def test_before_there_is_a_journal_the_craving_key_shows_the_breath(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, Breathing)
        assert "There is no journal yet" in picture(app)
        assert "Unlock" not in picture(app)
        await pilot.press("ctrl+l")
        assert app.journal is None


async def test_a_journal_that_is_there_is_asked_for_its_passphrase(path: Path) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    app = open_app(path)
    async with locked(app):
        assert isinstance(app.screen, Locked)


async def test_help_typed_for_a_passphrase_opens_the_helplines_and_makes_nothing(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        assert "Not safe, or shaking badly? F4" in picture(app)
        assert "Screen reader: run journal --accessible" in picture(app)
        await pilot.press(*"help", "enter")
        await settle(pilot)
        assert "This program cannot see or call anyone" in picture(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one("#new Input", Input).value == ""
        assert not path.exists()
