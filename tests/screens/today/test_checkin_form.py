"""Test the daily check-in: under a minute, one for each day, with the day of each focus."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.domain.checkins import CheckIn
from journal.domain.cravings import Craving, Halt
from journal.domain.days import DayState, Mark, MarkSource
from journal.domain.focuses import Focus, FocusKind, GoalMode
from journal.domain.uses import Use
from journal.errors import NotSaved
from journal.store.journal import Journal
from journal.text.forms import TO_COME
from journal.text.slips import CHECKIN_EMPTY, CHECKIN_USE_STANDS
from screens.app import JournalApp
from screens.slips.slip_form import Slip
from screens.today.checkin_form import CheckInSheet
from screens.today.today import Today
from screens.widgets.fields.base import Field, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from tests.conftest import NOON
from tests.support.builders import START, alcohol
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_golden, assert_goldens, picture

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)
MOVED = date(2026, 11, 19)
TO_THE_FOCUS = ["tab"] * 5
TO_ANOTHER_DAY = ["shift+tab"]


def fill(journal: Journal) -> None:
    journal.focuses.add_many(
        [
            alcohol(),
            Focus(label="nicotine", kind=FocusKind.NICOTINE, start=START, clean_word="smoke-free"),
            Focus(label="gambling", kind=FocusKind.GAMBLING),
        ]
    )


def first(journal: Journal) -> str:
    return journal.focuses.all()[0].uid


async def checkin(pilot: Pilot[int], *keys: str) -> Journal:
    await pilot.press("a")
    await settle(pilot)
    assert isinstance(pilot.app, JournalApp)
    assert isinstance(pilot.app.screen, CheckInSheet)
    await pilot.press(*keys)
    await settle(pilot)
    assert pilot.app.journal is not None
    return pilot.app.journal


async def test_it_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await checkin(pilot, "7", "5", "4", "3", "1", "4", "tab", "1", "1")
        await assert_goldens(pilot, "checkin")


async def test_it_asks_little_with_nothing_in_the_journal(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await checkin(pilot)
        await assert_goldens(pilot, "checkin-empty")


async def test_it_keeps_what_was_said_in_one_step(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        keys = ["1", "0", "5", "4", "3", "1", "4", "tab", "1", "3"]
        words = [*"call Ana", "tab", *"soup", "tab", "tab", *"rain", "tab", "1", "2"]
        journal = await checkin(pilot, *keys, *words, "ctrl+s")
        (kept,) = journal.checkins.all()
        assert isinstance(app.screen, Today)
        assert (kept.mood, kept.energy, kept.sleep, kept.strongest_craving) == (10, 5, 4, 3)
        assert (kept.halt, kept.intention) == ([Halt.HUNGRY, Halt.TIRED], "call Ana")
        assert (kept.grateful, kept.contact_made, kept.meeting_attended) == (["soup", "rain"], True, False)
        marks = [(mark.state, mark.source, mark.local_date, mark.back_filled) for mark in journal.marks]
        assert sorted(marks) == [
            (DayState.CLEAN, MarkSource.CHECK_IN, TODAY, False),
            (DayState.UNKNOWN, MarkSource.CHECK_IN, TODAY, False),
        ]
        await pilot.press("u")
        await settle(pilot)
        assert len(journal.checkins) == len(journal.marks) == 0


async def test_only_what_has_begun_is_asked_about(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await checkin(pilot)
        assert "smoke-free" in picture(app)
        assert "gambling" not in picture(app)


async def test_today_s_check_in_is_changed_not_doubled(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await checkin(pilot, "7", *TO_THE_FOCUS[:4], "1", "ctrl+s")
        journal = await checkin(pilot, "tab", "5", *TO_THE_FOCUS[:3], "3", "ctrl+s")
        assert [(kept.mood, kept.energy) for kept in journal.checkins] == [(7, 5)]
        assert [mark.state for mark in journal.marks] == [DayState.UNKNOWN]


async def test_an_earlier_day_is_filled_in_later_and_says_so(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await checkin(pilot, *TO_ANOTHER_DAY, *"yesterday", "enter")
        assert "check-in · Sun 22 Nov" in picture(app)
        await pilot.press("6", *TO_THE_FOCUS[:4], "1", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        assert [kept.local_date for kept in app.journal.checkins] == [YESTERDAY]
        assert [(mark.local_date, mark.back_filled) for mark in app.journal.marks] == [(YESTERDAY, True)]


async def test_each_day_keeps_its_own_draft(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await checkin(pilot, "7", "shift+tab", *TO_ANOTHER_DAY, *"-1", "enter")
        await settle(pilot)
        assert "▐7▌" not in picture(app)
        await pilot.press("escape")
        await settle(pilot)
        await checkin(pilot)
        assert "▐7▌" in picture(app)


async def test_a_day_to_come_is_told_at_its_field(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await checkin(pilot, *TO_ANOTHER_DAY, *"tomorrow", "enter")
        assert TO_COME in picture(app)


async def test_a_use_leads_to_the_sheet_for_it_when_wanted(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await checkin(pilot, *TO_THE_FOCUS, "2", "ctrl+s")
        assert "Log what you know about the slip?" in picture(app)
        await pilot.press("y")
        await settle(pilot)
        assert isinstance(app.screen, Slip)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        assert [use.focus for use in app.journal.uses] == [first(app.journal)]


async def test_later_is_fine_too(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        journal = await checkin(pilot, *TO_THE_FOCUS, "2", "ctrl+s", "escape")
        assert isinstance(app.screen, Today)
        assert [mark.state for mark in journal.marks] == [DayState.USED]
        assert len(journal.uses) == 0


def used(journal: Journal) -> None:
    fill(journal)
    journal.uses.add(Use(focus=first(journal), at=NOON - timedelta(hours=2)))


async def test_a_use_that_is_written_down_stands(path: Path) -> None:
    app = make_app(path, fill=used)
    async with opened(app) as pilot:
        journal = await checkin(pilot, *TO_THE_FOCUS, "1", "ctrl+s")
        assert CHECKIN_USE_STANDS in " ".join(picture(app).replace("│", " ").split())
        assert len(journal.checkins) == 0
        await pilot.press("2", "ctrl+s")
        await settle(pilot)
        assert CHECKIN_EMPTY in picture(app)


async def test_the_strongest_craving_of_the_day_is_known_already(path: Path) -> None:
    def cravings(journal: Journal) -> None:
        for hours, intensity in ((1, 4), (2, 6), (30, 9)):
            journal.cravings.add(Craving(intensity=intensity, at=NOON - timedelta(hours=hours)))

    app = make_app(path, fill=cravings)
    async with opened(app) as pilot:
        journal = await checkin(pilot, "5", "ctrl+s")
        assert [kept.strongest_craving for kept in journal.checkins] == [6]


def marked(state: DayState) -> Callable[[Journal], None]:
    def fill_and_mark(journal: Journal) -> None:
        fill(journal)
        journal.marks.add(Mark(focus=first(journal), state=state, local_date=TODAY))

    return fill_and_mark


@pytest.mark.parametrize("state", [state for state in DayState if state is not DayState.WITHIN])
async def test_a_day_that_was_marked_elsewhere_stays_as_it_is(path: Path, state: DayState) -> None:
    app = make_app(path, fill=marked(state))
    async with opened(app) as pilot:
        journal = await checkin(pilot, "5", "ctrl+s")
        assert len(journal.checkins) == 1
        assert [(mark.state, mark.source) for mark in journal.marks] == [(state, MarkSource.CALENDAR)]


async def test_nothing_at_all_is_not_saved(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        journal = await checkin(pilot, "ctrl+s")
        assert CHECKIN_EMPTY in picture(app)
        assert len(journal.checkins) == 0


async def test_a_lock_comes_back_to_what_was_filled_in(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await checkin(pilot, "7", *TO_THE_FOCUS[:4], "1", "tab", *"rest")
        await lock(pilot)
        assert "rest" not in picture(app)
        await unlock(pilot)
        assert isinstance(app.screen, CheckInSheet)
        assert "rest" in picture(app)
        assert "▐7▌" in picture(app)


async def test_a_full_disk_keeps_the_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotSaved(reason="The disk is full")

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        with monkeypatch.context() as full:
            full.setattr("journal.vault.vault.Vault.commit", refuse)
            journal = await checkin(pilot, "7", "ctrl+s")
            assert "The disk is full" in picture(app)
            assert "▱  7" in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [kept.mood for kept in journal.checkins] == [7]


async def test_one_of_before_is_opened_on_its_own_day(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.checkins.add(CheckIn(mood=4, local_date=YESTERDAY)))
    async with opened(app) as pilot:
        assert app.journal is not None
        (before,) = app.journal.checkins.all()
        app.show("checkin", record=before)
        await settle(pilot)
        assert "check-in · Sun 22 Nov" in picture(app)
        await pilot.press("5", "ctrl+s")
        await settle(pilot)
        (after,) = app.journal.checkins.all()
        assert (after.mood, after.local_date, after.at) == (5, YESTERDAY, before.at)


async def test_with_a_limit_the_day_is_within_it_or_over_it(path: Path) -> None:
    def limited(journal: Journal) -> None:
        start = date(2026, 11, 1)
        journal.focuses.add(Focus(label="wine", start=start, goal_mode=GoalMode.REDUCE, limit=Decimal(2)))

    app = make_app(path, fill=limited)
    async with opened(app) as pilot:
        journal = await checkin(pilot)
        app.screen.query_one("#focus-0", ChoiceField).choice.focus()
        await settle(pilot)
        assert "1 free   2 within limit   3 over limit   4 not logged" in picture(app)
        app.screen.query_one("#mood", Field).focus()
        app.screen.query_one("#focus-0", ChoiceField).choice.choose(DayState.WITHIN)
        await pilot.press("5", "ctrl+s")
        await settle(pilot)
        (mark,) = journal.marks
        assert (mark.state, mark.over, mark.source) == (DayState.USED, False, MarkSource.CHECK_IN)
        await checkin(pilot)
        field = app.screen.query_one("#focus-0", ChoiceField)
        assert field.value is DayState.WITHIN
        field.choice.choose(DayState.USED)
        await pilot.press("ctrl+s")
        await settle(pilot)
        (mark,) = journal.marks
        assert (mark.state, mark.over) == (DayState.USED, True)


def yesterdays(journal: Journal) -> None:
    """Add a check-in of yesterday with the day of the first focus, as the form saves them."""
    fill(journal)
    journal.save(
        CheckIn(mood=4, intention="call Ana", local_date=YESTERDAY),
        Mark(focus=first(journal), state=DayState.CLEAN, source=MarkSource.CHECK_IN, local_date=YESTERDAY),
    )


async def earlier(pilot: Pilot[int], moved_to: str) -> JournalApp:
    """Open the check-in of yesterday, and type another day into its field."""
    app = pilot.app
    assert isinstance(app, JournalApp)
    assert app.journal is not None
    app.show("checkin", record=app.journal.checkins.between(YESTERDAY, YESTERDAY)[0])
    await settle(pilot)
    app.screen.query_one("#moved", DayField).fill(moved_to)
    await settle(pilot)
    return app


async def test_one_of_before_can_be_moved_to_another_day_with_the_days_it_filled_in(path: Path) -> None:
    async with opened(make_app(path, fill=yesterdays)) as pilot:
        app = await earlier(pilot, "19 Nov")
        assert app.journal is not None
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [(one.local_date, one.mood, one.intention) for one in app.journal.checkins] == [(MOVED, 4, "call Ana")]
        assert [(mark.local_date, mark.state, mark.back_filled) for mark in app.journal.marks] == [
            (MOVED, DayState.CLEAN, True)
        ]
        await pilot.press("u")
        await settle(pilot)
        assert [one.local_date for one in app.journal.checkins] == [YESTERDAY]
        assert [mark.local_date for mark in app.journal.marks] == [YESTERDAY]


async def test_a_day_set_in_the_calendar_stays_where_it_is(path: Path) -> None:
    def filled(journal: Journal) -> None:
        fill(journal)
        journal.checkins.add(CheckIn(mood=4, local_date=YESTERDAY))
        journal.marks.add(Mark(focus=first(journal), state=DayState.CLEAN, local_date=YESTERDAY))

    async with opened(make_app(path, fill=filled)) as pilot:
        app = await earlier(pilot, "19 Nov")
        assert app.journal is not None
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [one.local_date for one in app.journal.checkins] == [MOVED]
        assert [mark.local_date for mark in app.journal.marks] == [YESTERDAY]


async def test_where_a_use_is_logged_a_free_day_does_not_move(path: Path) -> None:
    def filled(journal: Journal) -> None:
        yesterdays(journal)
        journal.uses.add(Use(focus=first(journal), at=NOON - timedelta(days=4)))

    async with opened(make_app(path, fill=filled)) as pilot:
        app = await earlier(pilot, "19 Nov")
        assert app.journal is not None
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert CHECKIN_USE_STANDS in " ".join(picture(app).replace("│", " ").split())
        assert [one.local_date for one in app.journal.checkins] == [YESTERDAY]


async def test_two_check_ins_of_one_day_are_said_and_both_kept(path: Path) -> None:
    def filled(journal: Journal) -> None:
        yesterdays(journal)
        journal.checkins.add(CheckIn(mood=8, local_date=MOVED))

    async with opened(make_app(path, fill=filled)) as pilot:
        app = await earlier(pilot, "19 Nov")
        assert app.journal is not None
        said = "Thu 19 Nov already has a check-in. Saving keeps both."
        assert said in picture(app)
        app.screen.query_one("#moved", DayField).focus()
        await settle(pilot)
        assert_golden(app, "checkin-moved")
        app.screen.query_one("#moved", DayField).fill("18 Nov")
        await settle(pilot)
        assert said not in picture(app)
        app.screen.query_one("#moved", DayField).fill("19 Nov")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert sorted(one.mood or 0 for one in app.journal.checkins.between(MOVED, MOVED)) == [4, 8]


async def test_an_earlier_one_cannot_be_moved_to_a_day_to_come(path: Path) -> None:
    async with opened(make_app(path, fill=yesterdays)) as pilot:
        app = await earlier(pilot, "tomorrow")
        assert app.journal is not None
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert TO_COME in picture(app)
        assert [one.local_date for one in app.journal.checkins] == [YESTERDAY]


async def test_of_two_on_one_day_a_lock_comes_back_to_the_one_that_was_open(path: Path) -> None:
    def filled(journal: Journal) -> None:
        fill(journal)
        journal.checkins.add_many([CheckIn(mood=4, local_date=MOVED), CheckIn(mood=8, local_date=MOVED)])

    async with opened(make_app(path, fill=filled)) as pilot:
        app = pilot.app
        assert isinstance(app, JournalApp)
        assert app.journal is not None
        for one in app.journal.checkins:
            app.show("checkin", record=one)
            await settle(pilot)
            app.screen.query_one("#intention", TextField).fill(f"for {one.mood}")
            await lock(pilot)
            await unlock(pilot)
            assert isinstance(app.screen, CheckInSheet)
            await pilot.press("ctrl+s")
            await settle(pilot)
            assert isinstance(app.screen, Today)
        assert {(one.mood, one.intention) for one in app.journal.checkins} == {(4, "for 4"), (8, "for 8")}
