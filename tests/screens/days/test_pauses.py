"""Test pauses in the past: they are added, edited and removed, and nothing that was logged in them is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from journal.domain.focuses import Focus, Pause
from journal.domain.uses import Use
from journal.search import Search
from journal.store.journal import Journal
from journal.text import days as days_text
from journal.text import forms as forms_text
from screens.app import JournalApp
from screens.days.pause_form import PauseForm
from screens.days.pauses import Pauses
from tests.screens.days.test_days import TODAY, days, held, notified, press, said, shown, some_days
from tests.support.driving import settle, unlock
from tests.support.golden import SMALLEST, assert_goldens

NEW = ("p", "plus")


def focus(pilot: Pilot[int]) -> Focus:
    """Return the focus as it is saved."""
    assert isinstance(pilot.app, JournalApp)
    assert pilot.app.journal is not None
    return pilot.app.journal.focuses.all()[0]


def logged(journal: Journal) -> None:
    """Log three weeks and a use in them."""
    some_days(journal)
    journal.uses.add(Use(focus=journal.focuses.all()[0].uid, local_date=date(2026, 11, 10)))


async def test_a_pause_is_added_for_days_long_over_and_what_was_logged_in_it_stays(path: Path) -> None:
    async with days(path, logged, toasts=True) as pilot:
        before = held(pilot)
        await press(pilot, *NEW, *"9 Nov", "tab", *"15 Nov", "tab", *"in hospital", "ctrl+s")
        assert focus(pilot).pauses == [Pause(first=date(2026, 11, 9), last=date(2026, 11, 15), reason="in hospital")]
        assert isinstance(pilot.app.screen, Pauses)
        assert "Pause saved." in notified(pilot)
        await press(pilot, "escape")
        assert "9–  10–  11–  12–  13–  14–  15–" in shown(pilot)
        assert held(pilot) == before
        await press(pilot, "p", "d")
        assert focus(pilot).pauses == []
        await press(pilot, "escape")
        assert "9■  10◆  11■  12■  13■  14■  15■" in shown(pilot)
        assert held(pilot) == before


async def test_the_list_and_the_form_look_as_they_should(path: Path) -> None:
    async with days(path, logged, SMALLEST) as pilot:
        await press(pilot, "p")
        await assert_goldens(pilot, "pauses-empty")
        await press(pilot, "plus", *"9 Nov", "tab", *"8 Nov", "ctrl+s")
        await assert_goldens(pilot, "pause-ends-first")


async def test_a_pause_is_edited_and_undo_brings_back_what_it_was(path: Path) -> None:
    async with days(path, logged) as pilot:
        await press(pilot, *NEW, *"9 Nov", "ctrl+s")
        assert focus(pilot).pauses == [Pause(first=date(2026, 11, 9))]
        await press(pilot, "enter", "tab", *"yesterday", "ctrl+s")
        assert focus(pilot).pauses == [Pause(first=date(2026, 11, 9), last=date(2026, 11, 22))]
        await press(pilot, "u")
        assert focus(pilot).pauses == [Pause(first=date(2026, 11, 9))]
        await press(pilot, "d", "u")
        assert focus(pilot).pauses == [Pause(first=date(2026, 11, 9))]
        await press(pilot, "enter", "ctrl+t")
        assert focus(pilot).pauses == []


async def test_a_pause_over_another_one_or_without_a_beginning_is_refused_and_stays_typed(path: Path) -> None:
    async with days(path, logged) as pilot:
        await press(pilot, *NEW, *"9 Nov", "tab", *"15 Nov", "ctrl+s", "plus", "ctrl+s")
        assert days_text.PAUSE_FIRST_NEEDED.split(" Try")[0] in shown(pilot)
        await press(pilot, *"tomorrow", "ctrl+s")
        assert forms_text.TO_COME in shown(pilot)
        await press(pilot, *["backspace"] * 8, *"8 Nov", "ctrl+s")
        assert "That overlaps the pause 9–15 Nov: 7 days." in shown(pilot)
        await press(pilot, "tab", *"8 Nov", "ctrl+s")
        assert [pause.first.day for pause in focus(pilot).pauses] == [8, 9]


async def test_a_pause_begins_on_the_day_that_is_chosen_in_the_calendar(path: Path) -> None:
    async with days(path, logged) as pilot:
        await press(pilot, "up", *NEW, "tab", *"yesterday", "ctrl+s", "escape")
        assert focus(pilot).pauses == [Pause(first=date(2026, 11, 16), last=date(2026, 11, 22))]
        assert said(pilot) == "Mon 16 Nov: in a pause"


async def test_a_half_typed_pause_comes_back_after_the_lock(path: Path) -> None:
    async with days(path, logged) as pilot:
        await press(pilot, *NEW, *"9 Nov", "ctrl+s", "enter", "tab", "tab", *"hosp")
        assert isinstance(pilot.app, JournalApp)
        pilot.app.action_lock()
        await settle(pilot)
        await unlock(pilot)
        assert isinstance(pilot.app.screen, PauseForm)
        assert "hosp" in shown(pilot)
        await press(pilot, "ctrl+s")
        assert focus(pilot).pauses == [Pause(first=date(2026, 11, 9), reason="hosp")]


async def test_the_reason_of_a_pause_is_found_by_search(path: Path) -> None:
    async with days(path, logged) as pilot:
        await press(pilot, *NEW, *"9 Nov", "tab", "tab", *"in hospital", "ctrl+s")
        assert isinstance(pilot.app, JournalApp)
        assert pilot.app.journal is not None
        assert [record.uid for record in Search(pilot.app.journal).find("hospital")] == [focus(pilot).uid]


def test_the_words_for_a_pause() -> None:
    assert days_text.pause_line(Pause(first=date(2026, 4, 6), last=date(2026, 4, 20)), TODAY) == "6–20 Apr: 15 days"
    assert days_text.pause_line(Pause(first=TODAY, last=TODAY), TODAY) == "23 Nov: 1 day"
    assert days_text.pause_line(Pause(first=date(2025, 4, 6), last=date(2025, 4, 7)), TODAY) == "6–7 Apr 2025: 2 days"
    across = Pause(first=date(2025, 12, 28), last=date(2026, 1, 3), reason="a trip")
    assert days_text.pause_line(across, TODAY) == "28 Dec 2025 – 3 Jan 2026: 7 days · a trip"
    assert days_text.pause_line(Pause(first=date(2025, 4, 6)), TODAY) == "since Sun 6 Apr 2025"
