"""Test what comes up on Today, the list of all milestones, and that what was reached is never taken back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, FocusKind, GoalMode, TaperStep
from journal.domain.uses import Use
from journal.errors import NotSaved
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.today.coming_up import ComingUp
from screens.today.milestones import Milestones
from screens.widgets.link_row import Row
from tests.support.driving import Fill, make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture

TODAY = date(2026, 11, 23)
START = TODAY - timedelta(days=47)


def one_focus(**fields: object) -> Fill:
    """Return what adds one focus that began 47 days ago and costs 70 € a week, with 40 days marked free."""

    def fill(journal: Journal) -> None:
        given = {"label": "alcohol", "kind": FocusKind.ALCOHOL, "start": START, "cost": Decimal(70), "currency": "€"}
        uid = journal.focuses.add(Focus(**{**given, **fields}))  # type: ignore[arg-type]  # each has its field's type
        journal.marks.add_many([mark_of(uid, number) for number in range(40)])

    return fill


def mark_of(focus: str, number: int) -> Mark:
    return Mark(focus=focus, state=DayState.CLEAN, local_date=START + timedelta(days=number))


def row(app: JournalApp, name: str) -> str:
    """Return a line of what comes up; empty if it is hidden."""
    found = app.screen.query_one(f"#{name}", Row)
    return " ".join(found.render().plain.split()) if found.display else ""


async def test_today_has_the_next_milestone_and_what_was_saved_and_leads_to_all(path: Path) -> None:
    app = make_app(path, fill=one_focus())
    async with opened(app, SMALLEST) as pilot:
        assert row(app, "next-milestone") == "60 days in a row, in 13 days m"
        assert row(app, "saved-so-far") == "saved €400, this month €150"
        assert row(app, "time-saved") == ""
        await pilot.press("m")
        await settle(pilot)
        assert isinstance(app.screen, Milestones)
        await assert_goldens(pilot, "milestones", always=True)
        await pilot.press("escape")
        app.screen.query_one("#saved-so-far").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Milestones)


async def test_the_day_it_is_reached_says_so(path: Path) -> None:
    app = make_app(path, fill=one_focus(start=TODAY - timedelta(days=30)))
    async with opened(app):
        assert row(app, "next-milestone") == "30 days in a row, reached today m"


async def test_with_several_focuses_the_nearest_is_named(path: Path) -> None:
    def fill(journal: Journal) -> None:
        one_focus()(journal)
        uid = journal.focuses.add(Focus(label="nicotine", start=TODAY - timedelta(days=13)))
        journal.marks.add_many([mark_of(uid, number) for number in range(34, 47)])

    app = make_app(path, fill=fill)
    async with opened(app):
        assert row(app, "next-milestone") == "nicotine: 14 days, tomorrow m"


@pytest.mark.parametrize("kind", [FocusKind.GAMBLING, FocusKind.SPENDING])
async def test_nothing_is_shown_as_saved_where_money_is_what_it_is_about(path: Path, kind: FocusKind) -> None:
    app = make_app(path, fill=one_focus(kind=kind))
    async with opened(app):
        assert row(app, "saved-so-far") == ""
        assert row(app, "next-milestone")


async def test_time_is_shown_beside_money_and_also_where_money_is_what_it_is_about(path: Path) -> None:
    app = make_app(path, fill=one_focus(kind=FocusKind.GAMBLING, minutes=90))
    async with opened(app, SMALLEST) as pilot:
        assert row(app, "saved-so-far") == ""
        assert row(app, "time-saved") == "time saved 60 h, this month 22 h"
        app.screen.query_one("#time-saved").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Milestones)


async def test_less_than_nothing_is_not_shown_as_saved(path: Path) -> None:
    def fill(journal: Journal) -> None:
        uid = journal.focuses.add(Focus(label="alcohol", start=START, cost=Decimal(7), currency="€"))
        journal.uses.add(Use(focus=uid, local_date=START, cost=Decimal(300)))
        journal.marks.add_many([mark_of(uid, number) for number in range(1, 40)])

    app = make_app(path, fill=fill)
    async with opened(app):
        assert row(app, "saved-so-far") == ""


async def test_what_is_observed_and_a_dangerous_taper_have_neither(path: Path) -> None:
    taper = [TaperStep(from_date=START, maximum=Decimal(4)), TaperStep(from_date=TODAY, maximum=Decimal(2))]

    def fill(journal: Journal) -> None:
        one_focus(goal_mode=GoalMode.OBSERVE)(journal)
        one_focus(goal_mode=GoalMode.TAPER, taper=taper, label="wine")(journal)

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        assert not app.screen.query_one(ComingUp).display
        await pilot.press("m")
        await settle(pilot)
        assert "No milestones yet" in picture(app)


async def test_what_was_reached_is_noticed_and_a_use_of_an_earlier_day_takes_nothing_back(path: Path) -> None:
    app = make_app(path, fill=one_focus())
    async with opened(app, (120, 40)) as pilot:
        assert app.journal is not None
        noticed = app.journal.milestones.all()
        assert {one.what for one in noticed} == {*(f"days {n}" for n in (1, 3, 7, 14, 30)), "months 1"}
        assert {one.local_date for one in noticed} == {TODAY}
        app.save(Use(focus=app.journal.focuses.all()[0].uid, local_date=START + timedelta(days=20)))
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        told = " ".join(picture(app).split())
        assert "30 days in a row Fri 6 Nov, as logged then" in told
        assert "14 days in a row Wed 21 Oct │" in told
        assert app.journal.milestones.all() == noticed


async def test_where_few_days_are_logged_today_says_nothing_and_nothing_is_noticed(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add(Focus(label="alcohol", start=START)))
    async with opened(app) as pilot:
        assert row(app, "next-milestone") == ""
        await pilot.press("m")
        await settle(pilot)
        assert "30 days in a row" in picture(app)
        assert app.journal is not None
        assert len(app.journal.milestones) == 0


async def test_noticing_is_no_step_of_undo_and_is_done_once(path: Path) -> None:
    app = make_app(path, fill=one_focus())
    async with opened(app) as pilot:
        assert app.journal is not None
        changed = app.journal.changed
        assert app.journal.undo() is None
        await pilot.press("2", "1", "m")
        await settle(pilot)
        assert app.journal.changed == changed


async def test_a_journal_that_saves_nothing_shows_them_and_saves_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(path, fill=one_focus())
    monkeypatch.setattr(Journal, "read_only", property(lambda _: True))
    async with opened(app) as pilot:
        assert row(app, "next-milestone")
        await pilot.press("m")
        await settle(pilot)
        assert app.journal is not None
        assert len(app.journal.milestones) == 0


async def test_a_full_disk_takes_nothing_from_today_and_says_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise NotSaved

    app = make_app(path, fill=one_focus())
    monkeypatch.setattr(Journal, "save", fails)
    async with opened(app, toasts=True):
        assert row(app, "next-milestone")
        assert not app._notifications


async def test_the_palette_finds_them_by_what_people_call_them(path: Path) -> None:
    app = make_app(path, fill=one_focus())
    async with opened(app) as pilot:
        await pilot.press("4", "ctrl+p", *"chip", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Milestones)
