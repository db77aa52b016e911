"""Test the form of a focus: the warning about withdrawal is shown once, and again when stopping becomes the goal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.domain.focus_goals import most_on
from journal.domain.focuses import Focus, GoalMode, Pause, Per
from journal.domain.uses import Use
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.days.pauses import Pauses
from screens.settings.focus_form import FocusSheet
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import DurationField, NumberField
from screens.widgets.plain_text import Plain
from tests.support.builders import alcohol, clean_marks
from tests.support.driving import make_app, opened, settle
from tests.support.golden import assert_golden, picture


def watched(journal: Journal) -> None:
    """Add alcohol as a focus that is only watched."""
    journal.focuses.add(replace(alcohol(date(2026, 9, 1)), uid="", goal_mode=GoalMode.OBSERVE))


def limited(journal: Journal) -> None:
    """Two drinks a day at most, since September."""
    focus = replace(alcohol(date(2026, 9, 1)), uid="", goal_mode=GoalMode.REDUCE, limit=Decimal(2))
    journal.focuses.add(focus)


def warns(app: JournalApp) -> bool:
    return bool(app.screen.query_one("#warning").display)


def only(app: JournalApp) -> Focus:
    assert app.journal is not None
    (focus,) = app.journal.focuses.all()
    return focus


@pytest.mark.parametrize("mode", [GoalMode.REDUCE, GoalMode.ABSTAIN])
async def test_withdrawal_is_told_before_cutting_down_too(path: Path, mode: GoalMode) -> None:
    app = make_app(path, fill=watched)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        app.screen.query_one("#mode", ChoiceField).choice.choose(mode)
        await settle(pilot)
        assert warns(app)
        assert "Do you shake or sweat until you drink?" in picture(app)


async def test_withdrawal_is_told_again_when_it_is_to_be_stopped_and_only_then(path: Path) -> None:
    app = make_app(path, fill=watched)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        assert not warns(app)
        app.screen.query_one("#mode", ChoiceField).choice.choose(GoalMode.TAPER)
        await settle(pilot)
        assert warns(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not isinstance(app.screen, FocusSheet)
        assert app.journal is not None
        assert only(app).warned_at == app.journal.now()
        app.show("focus", record=only(app))
        await settle(pilot)
        assert not warns(app)


async def test_another_limit_counts_from_today_and_the_days_before_keep_theirs(path: Path) -> None:
    app = make_app(path, fill=limited)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        app.screen.query_one("#limit", NumberField).fill("1")
        await pilot.press("ctrl+s")
        await settle(pilot)
        focus = only(app)
        assert (most_on(focus, date(2026, 11, 22)), most_on(focus, date(2026, 11, 23))) == (Decimal(2), Decimal(1))


async def test_another_limit_can_count_for_all_days(path: Path) -> None:
    app = make_app(path, fill=limited)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        app.screen.query_one("#limit", NumberField).fill("1")
        app.screen.query_one("#goal-from", ChoiceField).choice.choose(True)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert only(app).earlier_goals == []
        assert most_on(only(app), date(2026, 11, 22)) == Decimal(1)


def logged(journal: Journal) -> None:
    """Add alcohol since September, with three days and a use in its first week."""
    focus = replace(alcohol(date(2026, 9, 1)), uid="")
    uid = journal.focuses.add(focus)
    journal.marks.add_many(clean_marks(replace(focus, uid=uid), date(2026, 9, 1), 3))
    journal.uses.add(Use(focus=uid, local_date=date(2026, 9, 4)))


def hidden(app: JournalApp) -> str:
    """Return what the form says that a new start hides."""
    return str(app.screen.query_one("#hidden", Plain).content)


async def test_a_later_start_says_what_it_hides_and_an_earlier_one_shows_it_again(path: Path) -> None:
    app = make_app(path, fill=logged)
    async with opened(app, (60, 20)) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        assert hidden(app) == ""
        start = app.screen.query_one("#start", DayField)
        start.fill("3 Sep")
        await settle(pilot)
        assert hidden(app) == "2 days before Thu 3 Sep 2026 won't count. They stay saved for an earlier start."
        start.fill("10 Oct")
        start.focus()
        await settle(pilot)
        assert hidden(app).startswith("3 days and 1 slip before Sat 10 Oct 2026 won't count.")
        assert_golden(app, "focus-later-start")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        assert only(app).start == date(2026, 10, 10)
        assert (len(app.journal.marks), len(app.journal.uses)) == (3, 1)
        app.show("focus", record=only(app))
        await settle(pilot)
        app.screen.query_one("#start", DayField).fill("1 Sep")
        await settle(pilot)
        assert hidden(app) == ""


async def test_pauses_changed_from_the_form_stay_when_the_form_is_saved(path: Path) -> None:
    app = make_app(path, fill=logged)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        await pilot.press("f6", "plus", *"2 days ago", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, Pauses)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one("#paused", YesNoField).yes
        form = app.screen
        assert isinstance(form, FocusSheet)
        assert form.draft() is None
        form.query_one("#cost", NumberField).fill("9")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert only(app).pauses == [Pause(first=date(2026, 11, 21))]
        assert only(app).cost == Decimal(9)


async def test_a_new_focus_is_saved_before_it_has_pauses(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        app.show("focus")
        await settle(pilot)
        await pilot.press("f6")
        await settle(pilot)
        assert isinstance(app.screen, FocusSheet)
        assert "Save it first." in picture(app)


async def test_the_time_it_took_is_typed_with_its_unit_and_kept_in_minutes(path: Path) -> None:
    app = make_app(path, fill=watched)
    async with opened(app) as pilot:
        app.show("focus", record=only(app))
        await settle(pilot)
        field = app.screen.query_one("#minutes", DurationField)
        field.focus()
        await pilot.press(*"90")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, FocusSheet)
        assert "Try: 90 min or 2 h." in picture(app)
        await pilot.press(*" min")
        assert "1 h 30 min" in picture(app)
        app.screen.query_one("#minutes-per", ChoiceField).choice.choose(Per.WEEK)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert (only(app).minutes, only(app).minutes_per) == (90, Per.WEEK)
        app.show("focus", record=only(app))
        await settle(pilot)
        assert app.screen.query_one("#minutes", DurationField).text == "1 h 30 min"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert only(app).minutes == 90
