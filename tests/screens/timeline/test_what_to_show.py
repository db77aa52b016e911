"""Test the filters of the timeline: they combine, are said in words, survive an opened record, end with the lock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.people import Person
from journal.domain.periods import Period, parse_span
from journal.domain.record import Sensitivity
from journal.domain.record_filter import ALL
from journal.domain.sessions import Session
from journal.store.journal import Journal
from journal.text import timeline as timeline_text
from screens.app import JournalApp
from screens.timeline.timeline import Timeline
from screens.timeline.what_to_show import PeriodField, WhatToShow
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.record_list import RecordList
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture

TODAY = date(2026, 11, 23)


def fill(journal: Journal) -> None:
    """Two focuses, a mentor, tags; records in March and in November."""
    alcohol, nicotine = journal.focuses.add(Focus(label="alcohol")), journal.focuses.add(Focus(label="nicotine"))
    person = journal.people.add(Person(name="R."))
    journal.people.add(Person(name="nobody met"))
    march, november = date(2026, 3, 9), date(2026, 11, 20)
    journal.cravings.add(Craving(intensity=3, focus=alcohol, local_date=march))
    journal.cravings.add(Craving(intensity=4, focus=nicotine, local_date=march))
    journal.cravings.add(Craving(intensity=5, focus=alcohol, local_date=november))
    journal.sessions.add(Session(person=person, held_at=NOON, local_date=november))
    journal.entries.add(Entry(text="at work", tags=["work"], local_date=march))
    journal.entries.add(Entry(text="shared", tags=["home"], local_date=march, sensitivity=Sensitivity.SHARE))


@asynccontextmanager
async def timeline(path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """Open the timeline."""
    app = make_app(path, fill=fill)
    async with opened(app, size) as pilot:
        await pilot.press("2")
        await settle(pilot)
        yield pilot


async def choose(pilot: Pilot[int], period: str = "", **parts: str) -> None:
    """Open the form, choose options by their labels, type a period, and show that."""
    await pilot.press("w")
    await settle(pilot)
    for name, said in parts.items():
        choice = pilot.app.screen.query_one(f"#{name}", ChoiceField).choice
        (value,) = [value for value, words in choice.options if words == said]
        choice.choose(value)
    pilot.app.screen.query_one(PeriodField).fill(period)
    await pilot.press("ctrl+s")
    await settle(pilot)


def listed(pilot: Pilot[int]) -> list[str]:
    """Return the kinds of the listed records."""
    return [type(record).__name__ for record in pilot.app.screen.query_one(RecordList).items]


def shown(pilot: Pilot[int]) -> str:
    """Return what the terminal shows."""
    assert isinstance(pilot.app, JournalApp)
    return picture(pilot.app)


async def test_the_form_offers_what_occurs_and_says_what_it_understood(path: Path) -> None:
    async with timeline(path, SMALLEST) as pilot:
        await pilot.press("w", *["shift+tab"], *"last year", "home")
        await settle(pilot)
        await assert_goldens(pilot, "what-to-show")
        labels = [label for field in pilot.app.screen.query(ChoiceField) for _, label in field.choice.options]
        assert "nobody met" not in labels
        assert {"alcohol", "nicotine", "R.", "work", "home", "entries", "cravings", "meetings"} <= {*labels}
        assert "goals" not in labels


async def test_filters_combine_and_are_said_above_the_list(path: Path) -> None:
    async with timeline(path) as pilot:
        await choose(pilot, "march", table="cravings", focus="alcohol")
        assert listed(pilot) == ["Craving"]
        assert " cravings · alcohol · March 2026 · esc: show all" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert len(listed(pilot)) == 6
        assert timeline_text.SHOW_ALL not in shown(pilot)


async def test_each_filter_by_itself(path: Path) -> None:
    async with timeline(path) as pilot:
        for parts, kinds, words in (
            ({"focus": "nicotine"}, ["Craving"], "nicotine"),
            ({"person": "R."}, ["Session"], "with R."),
            ({"tag": "work"}, ["Entry"], "tag: work"),
            ({"sensitivity": "share"}, ["Entry"], "shared: share"),
        ):
            await choose(pilot, **parts)
            assert listed(pilot) == kinds
            assert f" {words} · esc: show all" in shown(pilot)
            await pilot.press("escape")


async def test_search_and_the_next_kind_stay_within_the_filter(path: Path) -> None:
    async with timeline(path) as pilot:
        await choose(pilot, "march")
        await pilot.press("f")
        assert listed(pilot) == ["Entry", "Entry"]
        await pilot.press("slash", *"work", "enter")
        await settle(pilot)
        assert listed(pilot) == ["Entry"]
        assert "entries · March 2026" in shown(pilot)


async def test_filters_survive_an_opened_record_and_the_form_shows_them_again(path: Path) -> None:
    async with timeline(path) as pilot:
        await choose(pilot, "march", tag="work")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape", "1", "2")
        await settle(pilot)
        assert listed(pilot) == ["Entry"]
        await pilot.press("w")
        await settle(pilot)
        assert pilot.app.screen.query_one("#tag", ChoiceField).value == "work"
        assert pilot.app.screen.query_one(PeriodField).text == "March 2026"
        await pilot.press("escape")
        await settle(pilot)
        assert listed(pilot) == ["Entry"]
        await pilot.press("w", "ctrl+t")
        await settle(pilot)
        assert len(listed(pilot)) == 6


async def test_filters_are_gone_after_a_lock(path: Path) -> None:
    async with timeline(path) as pilot:
        await choose(pilot, "march", tag="work")
        await pilot.press("w", "ctrl+l")
        await settle(pilot)
        assert "work" not in shown(pilot)
        await unlock(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Timeline)
        assert len(listed(pilot)) == 6


async def test_what_is_no_period_is_said_and_nothing_found_is_too(path: Path) -> None:
    async with timeline(path) as pilot:
        await choose(pilot, "zebra")
        assert isinstance(pilot.app.screen, WhatToShow)
        assert timeline_text.NOT_A_PERIOD[:40] in shown(pilot)
        pilot.app.screen.query_one(PeriodField).fill("2001")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert timeline_text.NOTHING_LIKE_IT[:40] in shown(pilot)


async def test_a_focus_that_was_deleted_filters_no_longer(path: Path) -> None:
    async with timeline(path) as pilot:
        await choose(pilot, focus="nicotine")
        assert isinstance(pilot.app, JournalApp)
        assert pilot.app.journal is not None
        timeline_screen = pilot.app.screen
        assert isinstance(timeline_screen, Timeline)
        (nicotine,) = [one for one in pilot.app.journal.focuses if one.label == "nicotine"]
        pilot.app.journal.focuses.remove(nicotine.uid)
        timeline_screen.show_journal()
        assert timeline_screen.wanted == ALL
        assert len(listed(pilot)) == 6


DAYS = st.none() | st.dates(date(1950, 1, 1), TODAY)


@given(first=DAYS, last=DAYS)
def test_the_words_of_a_period_mean_that_period(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        first, last = last, first
    assert parse_span(timeline_text.format_period(first, last), TODAY) == Period(first, last)


@given(year=st.integers(1950, 2026), month=st.integers(1, 12))
def test_months_and_years_are_named(year: int, month: int) -> None:
    for typed in (f"{year}-{month:02}", str(year)):
        period = parse_span(typed, TODAY)
        assert period is not None
        words = timeline_text.format_period(*period)
        assert "–" not in words
        assert parse_span(words, TODAY) == period
