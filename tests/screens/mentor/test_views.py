"""Test the views of Mentor: which are seen at each size, what their keys do, and what an empty one says."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from journal.domain.agreements import Agreement
from journal.domain.commitments import By, Commitment, CommitmentStatus
from journal.domain.hard_days import HardDay
from journal.domain.needs import Area, Need, NeedStatus
from journal.domain.parked import Parked
from journal.domain.people import Person, Role
from journal.domain.sessions import Session, SessionKind
from journal.store.journal import Journal
from screens.mentor.commitment_form import CommitmentSheet
from screens.mentor.hard_day_form import HardDaySheet
from screens.mentor.meeting_notes import MeetingSheet
from screens.mentor.meeting_plan import SessionSheet
from screens.mentor.need_form import NeedSheet
from screens.mentor.person_form import PersonSheet
from tests.conftest import NOON
from tests.screens.mentor.test_mentor import TO_PEOPLE, fill, go
from tests.support.driving import make_app, opened, settle
from tests.support.golden import AT_EVERY_SIZE, SMALLEST, assert_goldens, picture

TO_AGREED, TO_AHEAD, TO_PAST = ("right",), ("right",) * 2, ("right",) * 4
"""The keys from the first view to another one."""

TO_NEEDS = ("tab", "tab")
"""The keys from the next meeting past what was saved for it."""


def programme(journal: Journal) -> None:
    """Add the fifth week with R., and a coach; commitments of both sides, needs, hours in groups."""
    fill(journal)
    r = journal.people.all()[0].uid
    start = date(2026, 10, 22)
    agreed = Agreement(person=r, start=start, one_to_one_hours=Decimal(1), group_hours=Decimal(1))
    journal.agreements.add(agreed)
    coach = journal.people.add(Person(name="S.", role=Role.COACH))
    for days in (3, 10):
        then = NOON - timedelta(days=days)
        journal.sessions.add(Session(kind=SessionKind.GROUP, held_at=then, at=then, minutes=60))
    journal.commitments.add_many(
        [
            Commitment(text="text R. the date", due=date(2026, 11, 25), person=r),
            Commitment(text="GP about sleep", carried=2, status=CommitmentStatus.CARRIED, person=r),
            Commitment(text="number of Sat group", by=By.MENTOR, person=r),
            Commitment(text="with the coach", person=coach),
        ]
    )
    journal.needs.add(Need(area=Area.HOUSING, text="a flat", resource="city office"))
    journal.hard_days.add(HardDay(day=date(2026, 12, 3), what="payday"))


async def test_the_place_shows_the_programme_with_one_mentor_and_then_the_other(path: Path) -> None:
    app = make_app(path, fill=programme)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot, *TO_AGREED)
        await assert_goldens(pilot, "mentor-agreed")
        assert "with the coach" not in picture(app)
        await pilot.press("right", "right")
        await settle(pilot)
        await assert_goldens(pilot, "mentor-programme")
        assert "R., sponsor · week 5 of 12, to Wed 13 Jan" in picture(app)
        assert "1.5 of 4.7 h, 2/4 met" in picture(app)
        await pilot.press("left", "left", "f")
        await settle(pilot)
        assert "S., recovery coach" in picture(app)
        assert "with the coach" in picture(app)
        await pilot.press("F")
        await settle(pilot)
        assert "R., sponsor" in picture(app)


@AT_EVERY_SIZE
async def test_the_arrows_go_to_every_view_and_a_wide_window_shows_two(path: Path, size: tuple[int, int]) -> None:
    first_lines = {
        "Next": "housing",
        "Agreed": "text R. the date",
        "Ahead": "Thu 3 Dec  payday",
        "People": "Ana · friend",
        "Past": "Last page: 12–19",
    }
    wide = size[0] >= 120
    app = make_app(path, fill=programme)
    async with opened(app, size) as pilot:
        await go(pilot)
        for name in first_lines:
            shown = picture(app)
            pairs = {"Next": "Agreed", "Agreed": "Next", "Ahead": "Agreed", "People": "Past", "Past": "People"}
            beside = pairs[name] if wide else name
            assert f"▐{name}▌" in shown
            assert [other for other, line in first_lines.items() if line in shown] == sorted(
                {name, beside}, key=list(first_lines).index
            )
            await pilot.press("right")
            await settle(pilot)
        assert "▐Next▌" in picture(app)
        await pilot.press("left")
        await settle(pilot)
        assert "▐Past▌" in picture(app)


async def test_tab_goes_from_one_view_to_the_next_to_it_in_a_wide_window_and_a_narrow_one_keeps_it(path: Path) -> None:
    app = make_app(path, fill=programme)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot, *TO_NEEDS, "tab")
        assert "▐Agreed▌" in picture(app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "▐Agreed▌" in picture(app)
        assert "housing" not in picture(app)
        await pilot.press("space")
        await settle(pilot)
        assert app.journal is not None
        assert [one.text for one in app.journal.commitments if not one.is_open] == ["text R. the date"]


async def test_each_view_adds_what_it_lists(path: Path) -> None:
    app = make_app(path, fill=programme)
    async with opened(app) as pilot:
        await pilot.press("5")
        for keys, form in (
            ((), SessionSheet),
            (TO_NEEDS, NeedSheet),
            (TO_AGREED, CommitmentSheet),
            (TO_AHEAD, HardDaySheet),
            (TO_PEOPLE, PersonSheet),
            (TO_PAST, MeetingSheet),
        ):
            await pilot.press(*keys, "plus")
            await settle(pilot)
            assert isinstance(app.screen, form)
            await pilot.press("escape", *("left",) * (0 if keys == TO_NEEDS else len(keys)))
            await settle(pilot)


async def test_what_was_saved_for_the_meeting_is_listed_opened_and_removed(path: Path) -> None:
    def parked(journal: Journal) -> None:
        programme(journal)
        need = journal.needs.all()[0]
        journal.parked.add(Parked(record=need.uid, kind=need.table, note="ask for the address"))

    app = make_app(path, fill=parked)
    async with opened(app) as pilot:
        await go(pilot, "tab")
        assert "ask for the address" in picture(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, NeedSheet)
        await pilot.press("escape", "d")
        await settle(pilot)
        assert "ask for the address" not in picture(app)
        assert app.journal is not None
        assert app.journal.parked.all() == []
        assert len(app.journal.needs.all()) == 1
        await pilot.press("u")
        await settle(pilot)
        assert "ask for the address" in picture(app)


async def test_a_shared_page_is_not_deleted_but_where_it_is_can_be_said(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, toasts=True) as pilot:
        await go(pilot, *TO_PAST, "tab", "d")
        assert "This list can't be edited" in " ".join(picture(app).split())
        await pilot.press("enter", *"in R.'s folder", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        assert [share.whereabouts for share in app.journal.shares] == ["in R.'s folder"]


async def test_promises_are_kept_and_carried_over_and_needs_move_on_where_they_stand(path: Path) -> None:
    app = make_app(path, fill=programme)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot, *TO_AGREED, "space")
        assert app.journal is not None
        promises = {one.text: one for one in app.journal.commitments}
        assert promises["text R. the date"].status is CommitmentStatus.DONE
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        await pilot.press(*"+7", "ctrl+s")
        await settle(pilot)
        carried = app.journal.commitments.get(promises["text R. the date"].uid)
        assert (carried.status, carried.carried, carried.due) == (CommitmentStatus.CARRIED, 1, date(2026, 11, 30))
        await pilot.press("left", *TO_NEEDS)
        for status in (NeedStatus.ASKED, NeedStatus.SOLVED):
            await pilot.press("space")
            await settle(pilot)
            assert app.journal.needs.all()[0].status is status
        await pilot.press("r")
        await settle(pilot)
        assert app.journal.parked.all()[0].record == app.journal.needs.all()[0].uid


async def test_with_nobody_in_it_it_says_which_key_helps(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot)
        await assert_goldens(pilot, "mentor-empty")
        for sentence in (
            "Nothing agreed yet.",
            "No hard day written down.",
            "No one here yet. Press + to add your sponsor",
            "No meetings yet.",
        ):
            await pilot.press("right")
            await settle(pilot)
            said = " ".join(picture(app).replace("│", " ").split())
            assert sentence in said


async def test_a_frame_names_only_keys_that_do_something(path: Path) -> None:
    app = make_app(path)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot)
        needs_a_line = ("enter prepare", "enter edit", "enter read", "d delete", "space", "o carry over", "e say why")
        assert not any(key in picture(app) for key in needs_a_line)
        assert "m meet now · + add" in picture(app)
        await pilot.press(*TO_PEOPLE)
        await settle(pilot)
        assert not any(key in picture(app) for key in needs_a_line)
        await pilot.press("plus", *"R.", "tab", "2", "ctrl+s")
        await settle(pilot)
        assert "enter edit · d delete · + add" in picture(app)
        await pilot.press(*["left"] * len(TO_PEOPLE))
        await settle(pilot)
        assert "m meet now · + plan" in picture(app)
