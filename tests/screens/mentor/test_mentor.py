"""Test the mentor screen: people, the next meeting, what to bring to it, and its notes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.clock import FixedClock
from journal.domain.people import Person, Role
from journal.domain.record import Precision
from journal.domain.sessions import Session, SupportRole, Wish
from journal.domain.share_ledger import Share
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.mentor.meeting_notes import MeetingSheet
from screens.mentor.meeting_plan import SessionSheet
from screens.mentor.mentor import Mentor
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, RatingField
from screens.widgets.fields.text import WritingField
from screens.widgets.record_list import RecordList
from tests.conftest import NOON
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture

THURSDAY = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
"""18:00 in Vienna, three days ahead."""


def fill(journal: Journal) -> None:
    """Add a sponsor and a friend, a meeting to come, two held, and a shared page."""
    sponsor = journal.people.add(Person(name="R.", role=Role.SPONSOR, contact="mobile, until 22:00"))
    journal.people.add(Person(name="Ana", role=Role.FRIEND, contact="any time"))
    journal.sessions.add(
        Session(
            person=sponsor,
            planned_at=THURSDAY,
            at=THURSDAY,
            place="the café",
            status=2,
            wish=Wish.LISTEN,
            hardest="Sunday evening.",
            topics=["the wedding", "sleep"],
        )
    )
    for weeks, said in ((1, ""), (2, "Eat first. Leave when you want to, not when it is polite.")):
        then = THURSDAY - timedelta(weeks=weeks)
        journal.sessions.add(Session(person=sponsor, planned_at=then, held_at=then, at=then, minutes=45, said=said))
    journal.shares.add(Share(first=date(2026, 11, 12), last=date(2026, 11, 19), person=sponsor, at=NOON))


def sessions(app: JournalApp) -> list[Session]:
    assert app.journal is not None
    return app.journal.sessions.all()


def people(app: JournalApp) -> list[Person]:
    assert app.journal is not None
    return app.journal.people.all()


async def go(pilot: Pilot[int], *keys: str) -> None:
    """Press keys from Mentor, and wait."""
    await pilot.press("5")
    await settle(pilot)
    await pilot.press(*keys)
    await settle(pilot)


TO_PEOPLE, TO_PAST = ("right",) * 3, ("right",) * 4
"""The keys from the first view to another one."""

WAYS = {
    "mentor": [],
    "mentor-people": [*TO_PEOPLE],
    "mentor-past": [*TO_PAST],
    "mentor-person": [*TO_PEOPLE, "enter"],
    "mentor-session": ["enter"],
    "mentor-meeting": ["m", "y"],
}


@pytest.mark.parametrize("name", WAYS)
async def test_it_is_whole_at_every_size(path: Path, name: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot, *WAYS[name])
        await assert_goldens(pilot, name)


async def test_the_first_person_is_added_from_anywhere_on_it(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "plus", *"R.", "tab", "2", *"mobile", "ctrl+s")
        (person,) = people(app)
        assert (person.name, person.role, person.contact, person.call) == ("R.", Role.SPONSOR, "mobile", True)
        assert isinstance(app.screen, Mentor)
        assert "R., sponsor" in picture(app)
        assert "No meeting planned." in picture(app)


async def test_a_person_needs_a_name(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "plus", "tab", "2", "ctrl+s")
        assert "Enter a name" in picture(app)
        assert people(app) == []


async def test_who_is_not_there_any_more_stays_in_the_list_and_is_not_asked_for(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, *TO_PEOPLE, "enter")
        app.screen.query_one("#there", ChoiceField).choice.choose(False)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "not active" in picture(app)
        assert "R., sponsor" not in picture(app)
        await pilot.press("u")
        await settle(pilot)
        assert "R., sponsor" in picture(app)


async def test_a_meeting_is_planned_with_its_day_time_and_place(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.people.add(Person(name="R.", role=Role.SPONSOR)))
    async with opened(app) as pilot:
        await go(pilot, "plus", *"thu", "tab", *"18:00", "tab", *"cafe", "ctrl+s")
        (session,) = sessions(app)
        assert (session.planned_at, session.at, session.local_date) == (THURSDAY, THURSDAY, date(2026, 11, 26))
        assert (session.place, session.person, session.held_at) == ("cafe", people(app)[0].uid, None)
        assert "Thu 26 Nov 18:00 · R. · cafe" in picture(app)


async def test_a_meeting_without_a_time_is_known_to_the_day(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.people.add(Person(name="R.", role=Role.SPONSOR)))
    async with opened(app) as pilot:
        await go(pilot, "plus", *"+3", "ctrl+s")
        (session,) = sessions(app)
        assert (session.local_date, session.precision) == (date(2026, 11, 26), Precision.DAY)
        assert "Thu 26 Nov · R." in picture(app)


async def test_a_meeting_needs_a_day(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "plus", "ctrl+s")
        assert "Enter a day" in picture(app)
        assert len(sessions(app)) == 3


async def test_preparing_changes_what_is_brought_and_nothing_else(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        before = sessions(app)[-1]
        await go(pilot, "enter")
        app.screen.query_one("#status", RatingField).rating.focus()
        await pilot.press("3", "2", "2", "tab", "tab", "tab", *"money", "ctrl+s")
        await settle(pilot)
        after = sessions(app)[-1]
        assert (after.status, after.wish, after.hardest) == (3, Wish.ADVISE, before.hardest)
        assert after.topics == ["the wedding", "sleepmoney"]
        assert (after.uid, after.planned_at, after.person, after.place) == (
            before.uid,
            before.planned_at,
            before.person,
            before.place,
        )
        assert "very hard" in picture(app)


async def test_not_feeling_safe_is_said_apart_from_the_number_and_goes_on_the_page(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "enter")
        app.screen.query_one("#status", RatingField).rating.focus()
        await pilot.press("2", "1")
        await settle(pilot)
        await assert_goldens(pilot, "mentor-not-safe")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert (sessions(app)[-1].status, sessions(app)[-1].safety_concern) == (2, True)
        assert "I don't feel safe." in picture(app)
        await pilot.press("p")
        await settle(pilot)
        assert "I don't feel safe." in picture(app)


async def test_the_status_is_said_in_words(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "plus")
        app.screen.query_one("#status", RatingField).rating.focus()
        await pilot.press("5")
        await settle(pilot)
        assert "using now" in picture(app)
        assert "F4" in picture(app)


async def test_a_meeting_is_kept_as_held_and_the_next_one_planned(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "m", "y", *"go earlier", "tab", *"I can leave", "tab", "1", "4", "tab", "5", "4")
        app.screen.query_one("#minutes", TextField).fill("50")
        app.screen.query_one("#next-day", TextField).fill("+10")
        app.screen.query_one("#next-time", TextField).fill("18:00")
        await pilot.press("ctrl+s")
        await settle(pilot)
        *_, held, following = sessions(app)
        assert (held.held_at, held.at, held.planned_at, held.minutes) == (NOON, NOON, THURSDAY, 50)
        assert (held.said, held.insight, held.honesty, held.usefulness) == ("go earlier", "I can leave", 5, 4)
        assert held.roles == [SupportRole.GUIDANCE, SupportRole.ACCOUNTABILITY]
        assert held.hardest == "Sunday evening."
        assert (following.planned_at, following.person) == (THURSDAY + timedelta(weeks=1), held.person)
        assert following.hardest == ""
        await pilot.press("u")
        await settle(pilot)
        assert len(sessions(app)) == 3
        assert sessions(app)[-1].held_at is None


async def test_a_meeting_that_nobody_planned_can_be_written_down(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "m", *"hello", "ctrl+s")
        (session,) = sessions(app)
        assert (session.said, session.held_at, session.planned_at) == ("hello", NOON, None)


async def test_a_meeting_today_is_not_taken_for_one_planned_for_a_later_day(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "m")
        assert "Is this the meeting planned for Thu 26 Nov, 18:00?" in picture(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Mentor)
        await pilot.press("m", "n")
        await settle(pilot)
        await pilot.press(*"hello", "ctrl+s")
        await settle(pilot)
        planned = [one for one in sessions(app) if one.planned_at == THURSDAY and not one.held_at]
        made = [one for one in sessions(app) if one.said == "hello"]
        assert len(planned) == 1
        assert [(one.held_at, one.planned_at) for one in made] == [(NOON, None)]


async def test_a_meeting_that_passed_is_still_there_to_be_written_down(path: Path, clock: FixedClock) -> None:
    app = make_app(path, fill=fill, clock=clock)
    async with opened(app) as pilot:
        clock.set(THURSDAY + timedelta(days=1))
        await go(pilot)
        assert "Press m to log it" in picture(app)
        await pilot.press("m", "ctrl+s")
        await settle(pilot)
        assert sessions(app)[-1].held_at == THURSDAY


async def test_notes_of_a_meeting_can_be_changed_without_planning_another(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, *TO_PAST, "down", "enter")
        assert isinstance(app.screen, MeetingSheet)
        assert not app.screen.query("#next-day, #page, NewPromises")
        await pilot.press(*" Yes.", "ctrl+s")
        await settle(pilot)
        changed = next(session for session in sessions(app) if session.said)
        assert changed.said.endswith("polite. Yes.")
        assert changed.held_at == THURSDAY - timedelta(weeks=2)
        assert len(sessions(app)) == 3


async def test_a_meeting_waits_fifteen_minutes_before_it_locks(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "m", "y")
        assert app.idle_minutes() == 15
        await pilot.press("escape", *TO_PAST, "enter")
        await settle(pilot)
        assert isinstance(app.screen, MeetingSheet)
        assert app.idle_minutes() == 3


async def test_notes_come_back_after_a_lock(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "m", "y", *"half a")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, MeetingSheet)
        assert app.screen.query_one("#said", WritingField).text == "half a"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert len(sessions(app)) == 3


async def test_a_meeting_is_deleted_after_asking_and_comes_back(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "d")
        assert "Delete this meeting?" in picture(app)
        await pilot.press("y")
        await settle(pilot)
        assert len(sessions(app)) == 2
        await pilot.press("u")
        await settle(pilot)
        assert len(sessions(app)) == 3


async def test_a_name_is_never_read_as_markup(path: Path) -> None:
    name = "[/red][@click=app.quit]R.[/]\x1b[2J"
    app = make_app(path, fill=lambda journal: journal.people.add(Person(name=name, role=Role.MENTOR)))
    async with opened(app) as pilot:
        await go(pilot)
        assert "[/red]" in picture(app)
        assert "\x1b" not in picture(app)
        await pilot.press("plus")
        await settle(pilot)
        assert isinstance(app.screen, SessionSheet)


async def test_who_was_met_is_said_even_when_the_person_was_deleted(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, *TO_PEOPLE, "d", "y")
        await pilot.press(*["left"] * len(TO_PEOPLE))
        await settle(pilot)
        assert "Thu 26 Nov 18:00 · one-to-one" in picture(app)
        assert len(app.screen.query_one("#planned", RecordList).items) == 1
