"""Test parking: one key parks a line for the next meeting, again unparks it; what waits is shown where it helps."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.clock import FixedClock
from journal.domain.commitments import By, Commitment
from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.domain.mooring import MooringLine
from journal.domain.needs import Area, Need
from journal.domain.parked import Parked, waiting
from journal.domain.people import Person, Role
from journal.domain.sessions import Session, Wish
from journal.errors import NotSaved
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents
from screens.app import JournalApp
from screens.mentor.parked import ParkedSheet
from screens.timeline.entry_form import EntryEditor
from screens.today.today import Today
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.link_row import Row
from tests.conftest import NOON, ZONE
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture


def fill(journal: Journal) -> None:
    r = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    planned = NOON + timedelta(days=3)
    journal.sessions.add(Session(person=r, planned_at=planned, at=planned))
    journal.entries.add(Entry(text="Told the class", at=NOON - timedelta(hours=2)))
    journal.cravings.add(Craving(intensity=7, at=NOON - timedelta(hours=1)))


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def told(app: JournalApp) -> list[str]:
    """Return the notifications that are shown now."""
    return [notification.message for notification in app._notifications]


def kept(app: JournalApp) -> list[str]:
    assert app.journal is not None
    return [one.kind for one in waiting(app.journal.parked)]


async def test_a_line_is_kept_for_the_next_meeting_and_told_until_it_was_talked_about(path: Path) -> None:
    clock = FixedClock(NOON, ZONE)
    app = make_app(path, clock=clock, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "2", "j", "r")
        clock.set(NOON + timedelta(minutes=1))
        await press(pilot, "j", "r")
        assert kept(app) == ["cravings", "entries"]
        await press(pilot, "r")
        assert kept(app) == ["cravings"]
        await press(pilot, "u")
        assert kept(app) == ["cravings", "entries"]
        assert "craving   for my mentor · 7" in picture(app)
        assert "entry     for my mentor · Told" in picture(app)
        await press(pilot, "1")
        assert isinstance(app.screen, Today)
        assert "2 things for R." in app.screen.query_one("#parked", Row).render().plain
        await press(pilot, "5", "enter", "f6")
        await press(pilot, "j", "e", *"how it was", "ctrl+s")
        await assert_goldens(pilot, "parked")
        await press(pilot, "enter")
        assert isinstance(app.screen, EntryEditor)
        await press(pilot, "escape", "d")
        assert kept(app) == ["cravings"]
        await press(pilot, "escape")
        await assert_goldens(pilot, "session-parked")


async def test_a_key_pressed_twice_in_a_hurry_keeps_nothing_twice(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, toasts=True) as pilot:
        await press(pilot, "1", "r")
        assert kept(app) == []
        await press(pilot, "2", "j", "r", "r", "r")
        assert told(app)[-1] == "Saved for Thu 26 Nov, with R.; press the same key to undo."
        assert kept(app) == ["cravings"]
        await press(pilot, "k", "r")
        assert told(app)[-1] == "That is the meeting itself. r saves any other line for it."
        assert kept(app) == ["cravings"]


async def test_it_is_not_said_to_be_kept_where_it_could_not_be_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotSaved(reason="no space left")

    app = make_app(path, fill=fill)
    async with opened(app, toasts=True) as pilot:
        assert app.journal is not None
        monkeypatch.setattr(app.journal.parked, "add", full)
        await press(pilot, "2", "j", "r")
        assert told(app) == ["Not saved. Nothing was changed: no space left."]


async def test_what_is_deleted_drops_out_and_undo_brings_both_back(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        app.show("parked")
        await settle(pilot)
        assert "Nothing saved for your next meeting yet." in picture(app)
        await press(pilot, "escape", "2", "j", "r", "d", "y")
        assert kept(app) == []
        await press(pilot, "u")
        assert kept(app) == ["cravings"]
        assert app.journal is not None
        app.journal.cravings.remove(app.journal.cravings.all()[0].uid)  # as another copy may have done
        app.show("parked")
        await settle(pilot)
        assert "something deleted since" in picture(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ParkedSheet)


def fill_for_two(journal: Journal) -> None:
    fill(journal)
    ana = journal.people.add(Person(name="Ana", role=Role.COACH))
    r = journal.people.all()[0].uid
    planned = NOON + timedelta(days=5)
    journal.sessions.add(Session(person=ana, planned_at=planned, at=planned))
    group = journal.mooring.add(MooringLine(text="Monday group"))
    need = journal.needs.add(Need(area=Area.HOUSING, text="a room by January"))
    journal.parked.add(Parked(kind="mooring", record=group, person=ana))
    journal.parked.add(Parked(kind="needs", record=need, person=r))
    journal.commitments.add(Commitment(text="the number of the group", by=By.MENTOR, person=r))
    journal.commitments.add(Commitment(text="a walk with Ana", person=ana))


async def test_preparing_shows_what_is_kept_and_promised_for_whom_it_is_with_and_any_form_can_keep(path: Path) -> None:
    app = make_app(path, fill=fill_for_two)
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "4", "plus", *"class", "ctrl+s")
        await press(pilot, "enter", "f3", "escape")
        assert sorted(kept(app)) == ["goals", "mooring", "needs"]
        await press(pilot, "5", "enter")
        shown = picture(app)
        assert "· housing: a room by January" in shown
        assert "· goal: class" in shown
        assert "· my mentor · the number of the group" in shown
        assert "Monday group" not in shown
        assert "a walk with Ana" not in shown
        assert app.journal is not None
        app.screen.query_one("#person", ChoiceField).choice.choose(app.journal.people.all()[1].uid)
        await settle(pilot)
        shown = picture(app)
        assert "· Monday group" in shown
        assert "· me · a walk with Ana" in shown
        assert "a room by January" not in shown


async def test_the_checklist_is_live_and_nothing_in_it_is_required(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await press(pilot, "5", "enter")
        assert "Optional: how I am, what I want, one thing to ask, the hardest, proud of," in picture(app)
        await press(pilot, "2", "2", "1", *"go?", "tab", *"the evening", "tab", *"I called")
        assert "Optional: what to talk about." in picture(app)
        await press(pilot, "ctrl+s")
        assert app.journal is not None
        session = app.journal.sessions.all()[0]
        assert (session.status, session.wish, session.hardest) == (2, Wish.LISTEN, "the evening")
        assert (session.ask, session.proud, session.topics) == ("go?", "I called", [])


def test_what_is_deleted_leaves_no_note_about_it_not_even_of_a_meeting_before(journal: Journal) -> None:
    fill(journal)
    entry, craving = journal.entries.all()[0], journal.cravings.all()[0]
    before = Parked(kind="entries", record=entry.uid, note="how it was", talked_on=journal.today(), session="a meeting")
    journal.parked.add_many([before, replace(before, talked_on=None, session="")])
    other = journal.parked.add(Parked(kind="cravings", record=craving.uid))
    delete_with_dependents(journal, entry)
    assert [one.uid for one in journal.parked] == [other]
    journal.undo()
    assert len(journal.parked.all()) == 3
