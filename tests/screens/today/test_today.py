"""Test Today: what it shows, and where its lines lead."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Digits

from journal import demo
from journal.domain.checkins import CheckIn
from journal.domain.cravings import Craving, Outcome
from journal.domain.days import DayState
from journal.domain.entries import Entry
from journal.domain.filling_in import Sureness
from journal.domain.focuses import Focus, FocusKind, GoalMode, Pause, TaperStep
from journal.domain.goals import Goal, Step
from journal.domain.people import Person, Role
from journal.domain.preferences import BigNumber, Preferences, SinceConvention
from journal.domain.sessions import Session
from journal.domain.uses import Use
from journal.store.journal import Journal
from journal.text import today as today_text
from screens.app import JournalApp
from screens.messages import DayChanged
from screens.routes import screen_class
from screens.today.today import Today
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import progress_bar, truncate
from tests.conftest import NOON, ZONE
from tests.screens.conftest import Asked
from tests.support.builders import marks
from tests.support.driving import make_app, open_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.rows import row_text

TODAY = date(2026, 11, 23)


@asynccontextmanager
async def sample(path: Path, size: tuple[int, int]) -> AsyncIterator[tuple[JournalApp, Pilot[int]]]:
    """Open the app on the sample journal."""
    demo.make(path, NOON, ZONE)
    app = open_app(path)
    try:
        async with app.run_test(size=size) as pilot:
            await unlock(pilot, demo.PASSPHRASE)
            yield app, pilot
    finally:
        app.keeper.shutdown(app.exit_drafts)


async def test_today_shows_the_sample_journal(path: Path) -> None:
    async with sample(path, SMALLEST) as (_, pilot):
        await assert_goldens(pilot, "today", always=True)


async def test_an_empty_journal_says_what_the_first_keys_do(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await assert_goldens(pilot, "today-empty")
        assert all(line in picture(app) for line in today_text.FIRST_KEYS.splitlines())


async def test_one_focus_has_its_numbers_as_digits_at_every_size(path: Path) -> None:
    def fill(journal: Journal) -> None:
        focus = Focus(label="alcohol", kind=FocusKind.ALCOHOL, start=TODAY - timedelta(days=78))
        focus = replace(focus, uid=journal.focuses.add(focus))
        journal.marks.add_many(marks(focus, TODAY - timedelta(days=78), "-" * 61 + "o" + "+" + "-" * 15))
        journal.checkins.add(CheckIn(intention="eat before the evening", mood=6))

    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await assert_goldens(pilot, "today-one")


async def test_not_yet_is_an_answer_like_any_other(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add(Focus(label="gambling")))
    async with opened(app):
        assert "No start yet, and that is fine." in picture(app)


async def test_a_start_to_come_is_told_as_one(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add(Focus(label="x", start=TODAY + timedelta(days=3))))
    async with opened(app):
        assert "Begins Thu 26 Nov." in picture(app)


async def test_a_use_today_moves_only_the_days_since(path: Path) -> None:
    def fill(journal: Journal) -> None:
        focus = Focus(label="nicotine", start=TODAY - timedelta(days=12))
        focus = replace(focus, uid=journal.focuses.add(focus))
        journal.marks.add_many(marks(focus, focus.start or TODAY, "-" * 12))
        journal.focuses.add(Focus(label="second, so that the first line is short", start=TODAY))

    app = make_app(path, fill=fill)
    async with opened(app, (60, 20)) as pilot:
        assert "12 days since the start · best run 12" in picture(app)
        assert number(app) == "12"
        assert app.journal is not None
        app.save(Use(focus=app.journal.focuses.all()[0].uid))
        await settle(pilot)
        assert "0 days since last use · best run 12" in picture(app)
        assert number(app) == "12"


async def test_the_convention_the_person_picked_is_named(path: Path) -> None:
    def fill(journal: Journal) -> None:
        journal.set_preferences(Preferences(since=SinceConvention.DAY_NUMBER))
        focus = Focus(label="alcohol", start=TODAY - timedelta(days=4))
        focus = replace(focus, uid=journal.focuses.add(focus))
        journal.marks.add_many(marks(focus, focus.start or TODAY, "--"))

    app = make_app(path, fill=fill)
    async with opened(app):
        assert "day 5 since the start" in picture(app)


@pytest.mark.parametrize(
    ("big", "shown", "caption", "others"),
    [
        (BigNumber.GOOD_DAYS, "12", "days free", "0 days since last use · best run 12"),
        (BigNumber.SINCE, "0", "days since last use", "12 days free · best run 12"),
        (BigNumber.LONGEST_RUN, "12", "days in the best run", "12 days free · 0 days since last use"),
    ],
)
async def test_the_number_that_the_person_chose_is_large_and_the_others_stand_under_it(
    path: Path, big: BigNumber, shown: str, caption: str, others: str
) -> None:
    def fill(journal: Journal) -> None:
        journal.set_preferences(Preferences(big_number=big))
        focus = Focus(label="alcohol", start=TODAY - timedelta(days=12))
        focus = replace(focus, uid=journal.focuses.add(focus))
        journal.marks.add_many(marks(focus, focus.start or TODAY, "-" * 12))
        journal.uses.add(Use(focus=focus.uid))

    app = make_app(path, fill=fill)
    async with opened(app):
        assert number(app) == shown
        assert str(app.screen.query_one("FocusPanel .caption", Plain).content).split("\n")[0] == caption
        assert others in picture(app)


async def test_a_number_of_five_digits_has_room(path: Path) -> None:
    def fill(journal: Journal) -> None:
        focus = Focus(label="alcohol", start=TODAY - timedelta(days=10_000))
        focus = replace(focus, uid=journal.focuses.add(focus))
        journal.marks.add_many(marks(focus, focus.start or TODAY, "-" * 5_000))

    app = make_app(path, fill=fill)
    async with opened(app):
        assert number(app) == "5000"
        assert "10,000 days since · run 10,000 (5,000)" in picture(app)


def number(app: JournalApp) -> str:
    """Return the large number of the first focus."""
    return app.screen.query_one("FocusPanel Digits", Digits).value


def started(letters: str, **fields: Any) -> Callable[[Journal], None]:
    """A focus that started 20 days ago, with these days after its start."""

    def fill(journal: Journal) -> None:
        focus = Focus(label="alcohol", start=TODAY - timedelta(days=20), **fields)
        focus = replace(focus, uid=journal.focuses.add(focus))
        journal.marks.add_many(marks(focus, focus.start or TODAY, letters))

    return fill


async def test_a_start_of_long_ago_shows_no_large_number_and_offers_to_fill_in_the_days(path: Path) -> None:
    app = make_app(path, fill=started("-"))
    async with opened(app, (60, 20)) as pilot:
        shown = " ".join(picture(app).replace("│", " ").split())
        assert "1 of 20 days logged" in shown
        assert "You started 20 days ago. Fill in those days? (f)" in shown
        assert "%" not in shown
        assert not app.screen.query_one("FocusPanel > .number").display
        await pilot.press("f")
        await settle(pilot)
        assert "Were those 19 days free?" in picture(app)
        await pilot.press("y")
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        assert app.journal is not None
        assert len(app.journal.marks) == 20
        assert {mark.confidence for mark in app.journal.marks if mark.back_filled} == {Sureness.GUESS}
        assert sum(mark.back_filled for mark in app.journal.marks) == 19
        assert "of 20 logged" in picture(app)
        await pilot.press("u")
        await settle(pilot)
        assert len(app.journal.marks) == 1


async def test_filling_in_one_by_one_begins_with_the_last_day_that_is_not_logged(path: Path) -> None:
    app = make_app(path, fill=started("-"))
    async with opened(app) as pilot:
        await pilot.press("f")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert "Sun 22 Nov: not logged" in picture(app)


async def test_with_a_limit_the_days_on_plan_come_first(path: Path) -> None:
    fields: dict[str, Any] = {"goal_mode": GoalMode.REDUCE, "limit": Decimal(2), "unit": "drinks"}
    app = make_app(path, fill=started("-" * 20, **fields))
    async with opened(app, (80, 24)) as pilot:
        assert app.journal is not None
        focus = app.journal.focuses.all()[0]
        app.save(Use(focus=focus.uid, amount=Decimal(1)))
        await settle(pilot)
        shown = picture(app)
        assert "of 21 logged" in shown
        assert "100.0 % on plan" in shown
        assert "95.2 % free" in shown
        assert "limit today 2 drinks" in shown
        assert "this week 1 on plan, 0 over, 1" in shown
        app.save(Use(focus=focus.uid, amount=Decimal(2)))
        await settle(pilot)
        assert "this week 0 on plan, 1 over, 3" in picture(app)
        assert "0 days since" in picture(app)


async def test_what_is_only_tracked_shows_amounts_and_judges_nothing(path: Path) -> None:
    app = make_app(path, fill=started("-" * 20, goal_mode=GoalMode.OBSERVE, unit="drinks"))
    async with opened(app) as pilot:
        assert app.journal is not None
        app.save(Use(focus=app.journal.focuses.all()[0].uid, amount=Decimal(3)))
        await settle(pilot)
        shown = picture(app)
        assert "this week 1 use day, 3 drinks" in shown
        assert "this month 1 use day, 3 drinks" in shown
        assert "%" not in shown
        assert "run" not in shown
        assert not app.screen.query_one("FocusPanel > .number").display


async def test_a_day_below_the_plan_of_a_dangerous_taper_is_told_and_nothing_rewards_it(path: Path) -> None:
    steps = [TaperStep(from_date=TODAY - timedelta(days=30), maximum=Decimal(6))]
    fields: dict[str, Any] = {"goal_mode": GoalMode.TAPER, "taper": steps, "kind": FocusKind.ALCOHOL}
    app = make_app(path, fill=started("-" * 20, **fields))
    async with opened(app):
        shown = " ".join(picture(app).replace("│", " ").split())
        assert "That's less than your plan." in shown
        assert "best run" not in shown
        assert "free" not in shown.replace("■ free", "")


async def test_what_is_half_written_waits_and_opens_where_it_was_left(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"one word", "escape")
        await settle(pilot)
        assert row_text(app, "draft").startswith("draft ")
        app.screen.query_one("#draft").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, screen_class("entry"))
        assert "one word" in picture(app)


async def test_the_next_meeting_is_told_with_whom_when_and_where(path: Path) -> None:
    def fill(journal: Journal) -> None:
        person = journal.people.add(Person(name="R.", role=Role.SPONSOR))
        for days, place in ((9, "too late"), (3, "the café")):
            planned = NOON + timedelta(days=days, hours=6)
            journal.sessions.add(Session(person=person, planned_at=planned, at=planned, place=place))

    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)):
        assert "Thu 18:00 with R., the café" in row_text(app, "meeting")


async def test_without_a_planned_meeting_only_a_mentor_makes_it_a_line(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        assert row_text(app, "meeting") == ""
        app.save(Person(name="R.", role=Role.MENTOR))
        await settle(pilot)
        assert "none planned" in row_text(app, "meeting")


async def test_the_intention_of_yesterday_holds_until_a_new_one(path: Path) -> None:
    def fill(journal: Journal) -> None:
        journal.checkins.add(CheckIn(intention="call Ana", local_date=TODAY - timedelta(days=1)))

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        assert "not yet" in row_text(app, "checkin")
        assert "call Ana" in row_text(app, "intention")
        app.save(CheckIn(intention="sleep early"))
        await settle(pilot)
        assert "done" in row_text(app, "checkin")
        assert "sleep early" in row_text(app, "intention")


async def test_another_day_asks_for_another_check_in(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.checkins.add(CheckIn(mood=5)))
    async with opened(app) as pilot:
        assert "done" in row_text(app, "checkin")
        app.clock.set(NOON + timedelta(days=1))  # type: ignore[attr-defined]  # the tests' clock can be set
        app._idle.touch()  # somebody is there, or it would lock
        app.broadcast(DayChanged)
        await settle(pilot)
        assert "not yet" in row_text(app, "checkin")


def put_off(journal: Journal) -> None:
    """Postpone the recovery words."""
    journal.set_preferences(Preferences(recovery_words_later=True))


def put_off_and_notices_off(journal: Journal) -> None:
    """Postpone the recovery words, and turn reminders off."""
    journal.set_preferences(Preferences(recovery_words_later=True, notices=False))


def put_off_and_resting(journal: Journal) -> None:
    """Postpone the recovery words during a pause."""
    put_off(journal)
    journal.focuses.add(Focus(label="alcohol", start=TODAY, pauses=[Pause(first=TODAY)]))


async def test_recovery_words_put_off_are_brought_to_mind_until_it_is_hidden(path: Path) -> None:
    app = make_app(path, fill=put_off)
    async with opened(app) as pilot:
        assert "no recovery words yet" in row_text(app, "notice")
        await pilot.press("x")
        await settle(pilot)
        assert row_text(app, "notice") == ""
        assert app.journal is not None
        assert not app.journal.preferences.recovery_words_later


@pytest.mark.parametrize("fill", [put_off_and_notices_off, put_off_and_resting])
async def test_the_reminder_is_silent(path: Path, fill: Callable[[Journal], None]) -> None:
    app = make_app(path, fill=fill)
    async with opened(app):
        assert row_text(app, "notice") == ""


async def test_a_meeting_is_brought_to_mind_before_and_after_it_unless_reminders_are_off(path: Path) -> None:
    def meetings(journal: Journal) -> None:
        for days in (-1, 1):
            at = NOON + timedelta(days=days)
            journal.sessions.add(Session(planned_at=at, at=at))

    app = make_app(path, fill=meetings)
    async with opened(app, (120, 40)) as pilot:
        assert "nothing prepared yet" in row_text(app, "meeting")
        assert "what did you agree?" in row_text(app, "over")
        assert app.journal is not None
        app.save_preferences(replace(app.journal.preferences, notices=False))
        await settle(pilot)
        assert "nothing prepared" not in row_text(app, "meeting")
        assert row_text(app, "over") == ""


async def test_what_went_well_is_told_with_its_count(path: Path) -> None:
    def fill(journal: Journal) -> None:
        outcomes = [Outcome.RODE_OUT] * 5 + [Outcome.USED]
        journal.cravings.add_many([Craving(intensity=5, outcome=outcome) for outcome in outcomes])

    app = make_app(path, fill=fill)
    async with opened(app):
        assert "This week: 5 of 6 cravings passed" in picture(app)


async def test_what_went_well_this_week_leaves_out_what_was_before(path: Path) -> None:
    def fill(journal: Journal) -> None:
        at = [NOON - timedelta(days=days) for days in (1, 6, 7, 27)]
        journal.cravings.add_many([Craving(intensity=5, outcome=Outcome.PASSED, at=each) for each in at])

    app = make_app(path, fill=fill)
    async with opened(app):
        assert "This week: 2 of 2 cravings passed" in picture(app)


async def test_lines_lead_to_what_they_tell_of(path: Path, asked: Asked) -> None:
    def fill(journal: Journal) -> None:
        journal.focuses.add(Focus(label="alcohol", start=TODAY))
        journal.goals.add(Goal(title="Evening class", steps=[Step(text="ask for the form")]))

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await pilot.press("enter", "up", "enter", "tab", "down", "enter", "down", "enter")
        assert asked.names == ["checkin", "days", "milestones", "goal"]
        assert app.journal is not None
        assert asked.options[1:] == [
            {"focus": app.journal.focuses.all()[0].uid},
            {},
            {"record": app.journal.goals.all()[0]},
        ]


async def test_what_is_marked_stays_marked_when_something_is_saved(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.goals.add(Goal(title="first")))
    async with opened(app) as pilot:
        await pilot.press("down")
        marked = app.screen.focused
        app.save(Goal(title="second"))
        await settle(pilot)
        assert app.screen.focused is marked
        assert "second" in picture(app)


async def test_markup_in_names_is_only_text(path: Path) -> None:
    def fill(journal: Journal) -> None:
        focus = Focus(label="[/alcohol]", clean_word="[red]free", start=TODAY - timedelta(days=2))
        focus = replace(focus, uid=journal.focuses.add(focus))
        journal.marks.add_many(marks(focus, focus.start or TODAY, "--"))
        journal.goals.add(Goal(title="[@click=app.quit]run", target=Decimal(4), unit="[/km]"))
        journal.entries.add(Entry(text="[/]"))

    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)):
        shown = picture(app)
        assert all(text in shown for text in ("[/alcohol]", "[red]free", "[@click=app.quit]run", "[/km]"))


async def test_a_focus_that_was_put_away_is_not_shown(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add(Focus(label="alcohol", archived=True)))
    async with opened(app):
        assert "alcohol" not in picture(app)


def test_a_bar_is_full_only_at_the_end() -> None:
    assert (progress_bar(None), progress_bar(0), progress_bar(0.5, 4), progress_bar(1)) == (
        " " * 9,
        "░" * 9,
        "██░░",
        "█" * 9,
    )


def test_wide_letters_are_cut_by_the_cells_they_take() -> None:
    assert truncate("日本語の名前", 6) == "日本 …"
    assert truncate("two\nlines", 20) == "two lines"


def test_states_are_told_apart_without_colour() -> None:
    from screens.widgets.day_signs import SIGNS

    assert len({SIGNS[state] for state in DayState}) == len(DayState)


async def test_a_lock_while_it_looks_for_drafts_crashes_nothing(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        today = app.screen
        assert isinstance(today, Today)
        await today.query_one("#first").remove()  # as while it is locked, one widget after the other
        today.look_again()
        await settle(pilot)
        assert app.is_running
        assert app.journal is not None
