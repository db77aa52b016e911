"""Test the trends with a mentor: numbers first, each with its source; and a need, from open to solved."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from journal.domain.agreements import Agreement
from journal.domain.commitments import By, Commitment, CommitmentStatus
from journal.domain.days import DayState, Mark
from journal.domain.needs import Area, NeedStatus
from journal.domain.people import Person, Role
from journal.domain.sessions import Session, SessionKind
from journal.store.journal import Journal
from screens.mentor.mentor import Mentor
from tests.conftest import NOON
from tests.support.builders import alcohol
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture

TODAY = date(2026, 11, 23)


def fill(journal: Journal) -> None:
    """Add four weeks with R.: a meeting and a group a week, one use, a day without entry, commitments of both."""
    r = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    start = TODAY - timedelta(days=27)
    journal.agreements.add(Agreement(person=r, start=start, one_to_one_hours=Decimal(1)))
    for weeks in range(4):
        at = NOON - timedelta(days=7 * weeks + 1)
        journal.sessions.add(Session(person=r, held_at=at, at=at, minutes=45, honesty=4, usefulness=5 - weeks))
        journal.sessions.add(Session(kind=SessionKind.GROUP, held_at=at, at=at, minutes=90))
    focus = journal.focuses.add(alcohol(start - timedelta(days=50)))
    for ago in range(1, 28):
        state = {3: DayState.UNKNOWN, 17: DayState.USED}.get(ago, DayState.CLEAN)
        journal.marks.add(Mark(focus=focus, state=state, local_date=TODAY - timedelta(days=ago)))
    done, late = CommitmentStatus.DONE, CommitmentStatus.DONE_LATE
    for by, status in ((By.ME, done), (By.ME, late), (By.MENTOR, done)):
        journal.commitments.add(Commitment(text="a promise", by=by, status=status, closed_on=TODAY, person=r))


async def test_how_it_goes_is_told_with_counts_bounds_and_no_claim(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("5", "t")
        await settle(pilot)
        await assert_goldens(pilot, "trends")
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        told = picture(app)
        assert "1 of 27 days, at most 2" in told
        assert "1 of 2 in time, too early to tell" in told
        assert "4 · 4 meetings, too early to tell" in told
        await pilot.press("escape")
        assert isinstance(app.screen, Mentor)


async def test_with_a_mentor_and_no_meeting_it_says_what_begins_it(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.people.add(Person(name="R.", role=Role.SPONSOR)))
    async with opened(app) as pilot:
        await pilot.press("5", "t")
        await settle(pilot)
        assert "Nothing to show yet" in picture(app)


async def test_a_need_is_written_down_and_how_far_it_is_changes_with_its_day(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.people.add(Person(name="R.", role=Role.SPONSOR)))
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("5", "tab", "tab", "plus")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "What is it about?" in picture(app)
        await pilot.press("1", *"a flat", "tab", "2", *"city office")
        await settle(pilot)
        await assert_goldens(pilot, "need")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        (need,) = app.journal.needs.all()
        assert (need.area, need.text, need.status, need.asked_on) == (Area.HOUSING, "a flat", NeedStatus.ASKED, TODAY)
        assert need.resource == "city office"
