"""Check that every sentence about a slip, about looking back on it, and about the inbox is seen on a screen."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Button

from journal.domain.commitments import Commitment
from journal.domain.debriefs import Debrief, Question
from journal.domain.entries import Entry
from journal.domain.focuses import Focus, FocusKind, GoalMode
from journal.domain.people import Person, Role
from journal.domain.uses import Use
from journal.store.journal import Journal
from journal.text import forms as forms_text
from journal.text.debriefs import (
    COMMITMENT_CARRY,
    COMMITMENT_DONE,
    COMMITMENT_NEEDED,
    COPY_ASKS,
    COPY_DONE,
    COPY_MEANS,
    COPY_NOTHING,
    COPY_YES,
    DEBRIEF_ACTION_NEEDED,
    DEBRIEF_ASKS,
    DEBRIEF_BACK_OFFER,
    DEBRIEF_BY_HINT,
    DEBRIEF_DONE,
    DEBRIEF_GO_ON,
    DEBRIEF_HAPPENED,
    DEBRIEF_LEFT,
    DEBRIEF_LET_BE,
    DEBRIEF_POINT_LONG,
    DEBRIEF_POINTS,
    DEBRIEF_THOUGHT,
    DEBRIEF_TOLD_HINT,
)
from journal.text.inbox import (
    INBOX_BACK,
    INBOX_DROP,
    INBOX_DROP_DETAIL,
    INBOX_DROP_YES,
    INBOX_DROPPED,
    INBOX_EMPTY,
    INBOX_KEEP,
    INBOX_KEPT,
    INBOX_SOME_SET_ASIDE,
)
from journal.text.slips import (
    BACK_NOTED,
    BACK_ON_MY_WAY,
    CHECKIN_EMPTY,
    CHECKIN_USE_STANDS,
    DELETED_WITH_IT,
    NOT_TO_LOOK_BACK,
    NOT_TO_TELL,
    SLIP_AMOUNT,
    SLIP_BACK,
    SLIP_COMPANY,
    SLIP_COST,
    SLIP_FOCUS,
    SLIP_LATER,
    SLIP_MORE_HINT,
    SLIP_OVER,
    SLIP_PRESCRIBED_HINT,
    SLIP_WHICH,
    TOLD_MENTOR,
    TOLD_NOTED,
    TOLD_TAKEN_BACK,
    USE_HERE,
    USE_SAVED,
)
from screens.app import JournalApp
from screens.today.today import Today
from screens.widgets.fields.base import TextField
from screens.widgets.fields.text import Writing
from tests.screens.locked.test_inbox_review import craving, note, write
from tests.support.builders import alcohol
from tests.support.driving import Fill, make_app, opened, settle
from tests.support.golden import SIZES, SMALLEST, assert_golden, picture

LARGEST = SIZES[-1]
START = date(2026, 10, 1)
YESTERDAY = date(2026, 11, 22)
FRAME = re.compile(r"[─-▟]")
"""Lines and blocks that are drawn around the words."""


@pytest.fixture(autouse=True)
def told_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep notifications until the next picture, however slow the machine is."""
    monkeypatch.setattr("screens.app.JournalApp.NOTIFICATION_TIMEOUT", 3600)


@asynccontextmanager
async def walking(path: Path, fill: Fill | None = None) -> AsyncIterator[Pilot[int]]:
    """Open the app with its journal on the smallest terminal, with notifications."""
    async with opened(make_app(path, fill=fill), SMALLEST, toasts=True) as pilot:
        yield pilot


async def seen(pilot: Pilot[int], name: str, *sentences: str) -> None:
    """Compare the screen, check that each sentence is whole on it, and clear the notifications."""
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, JournalApp)
    assert_golden(app, name)
    said = " ".join(FRAME.sub(" ", picture(app)).split())
    for sentence in sentences:
        assert sentence in said
    app.clear_notifications()
    await settle(pilot)


async def told(pilot: Pilot[int], name: str, *sentences: str) -> None:
    """Check like ``seen``, on a screen with room for a notification next to the rest."""
    await pilot.resize_terminal(*LARGEST)
    await seen(pilot, name, *sentences)
    await pilot.resize_terminal(*SMALLEST)
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def into(pilot: Pilot[int], field: str, *keys: str) -> None:
    """To a field of a form, as tab goes there, and press the keys in it."""
    pilot.app.screen.query_one(f"#{field}").focus()
    await press(pilot, *keys)


async def write_into(pilot: Pilot[int], field: str, text: str, *keys: str) -> None:
    """As ``into``, with another text in the field."""
    pilot.app.screen.query_one(f"#{field}", TextField).fill(text)
    await into(pilot, field, *keys)


# A slip.


def slipped(journal: Journal) -> None:
    """Add three focuses, one of them with a daily limit, and a mentor."""
    journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.focuses.add(replace(alcohol(START), uid="", cost=Decimal(40)))
    journal.focuses.add(Focus(label="tilidine", kind=FocusKind.OPIOIDS, start=START))
    journal.focuses.add(Focus(label="coffee", start=START, goal_mode=GoalMode.REDUCE, limit=Decimal(2), unit="cups"))


async def test_a_slip_asks_no_more_than_it_has_to_and_says_what_became_of_it(path: Path) -> None:
    async with walking(path, slipped) as pilot:
        await press(pilot, "s", "ctrl+s")
        await seen(pilot, "slip-which", SLIP_FOCUS, SLIP_WHICH)
        await press(pilot, "2")
        await into(pilot, "prescribed")
        await seen(pilot, "slip-prescribed", SLIP_PRESCRIBED_HINT)
        await into(pilot, "focus", "1")
        await write_into(pilot, "day", "tomorrow", "ctrl+s")
        await seen(pilot, "slip-to-come", forms_text.TO_COME)
        await write_into(pilot, "day", "today")
        await write_into(pilot, "amount", "three", "ctrl+s")
        await seen(pilot, "slip-amount", SLIP_AMOUNT)
        await write_into(pilot, "amount", "")
        await into(pilot, "more")
        await seen(pilot, "slip-more-hint", SLIP_MORE_HINT)
        await press(pilot, "1")
        await into(pilot, "back")
        await seen(pilot, "slip-more", SLIP_COMPANY, SLIP_COST, "R. was told", SLIP_BACK)
        await press(pilot, "ctrl+s")
        await told(pilot, "slip-saved", "Saved. Press u to undo.")


async def test_a_use_within_a_limit_is_written_down_without_an_amount(path: Path) -> None:
    async with walking(path, slipped) as pilot:
        await press(pilot, "s", "3")
        await told(pilot, "slip-no-amount", SLIP_OVER)
        await press(pilot, "ctrl+s")
        await told(pilot, "use-saved", USE_SAVED)


async def test_a_check_in_asks_for_one_answer_and_leaves_a_use_as_it_stands(path: Path) -> None:
    async with walking(path, slipped) as pilot:
        await press(pilot, "a", "ctrl+s")
        await seen(pilot, "checkin-nothing", CHECKIN_EMPTY)
        await into(pilot, "focus-0", "2", "ctrl+s")
        await seen(pilot, "checkin-used", SLIP_LATER)
        await press(pilot, "y", "ctrl+s")
        await press(pilot, "a")
        await into(pilot, "focus-0", "1", "ctrl+s")
        await seen(pilot, "checkin-use-stands", CHECKIN_USE_STANDS)


# What the timeline says of it.


def looked_back(journal: Journal) -> None:
    """Add a slip that was looked back on, and an entry of the day after."""
    focus = journal.focuses.add(replace(alcohol(START), uid=""))
    use = journal.uses.add(
        Use(focus=focus, local_date=YESTERDAY, word="slip", back_on_track_at=journal.now() - timedelta(hours=1))
    )
    journal.debriefs.add(Debrief(use=use, happened="Dan called.", finished=True))
    journal.entries.add(Entry(text="Slept long."))


async def test_the_timeline_notes_that_it_was_told_and_says_what_goes_with_it(path: Path) -> None:
    async with walking(path, looked_back) as pilot:
        await pilot.resize_terminal(*LARGEST)
        await press(pilot, "2", "t")
        await seen(pilot, "timeline-not-to-tell", NOT_TO_TELL)
        await press(pilot, "b")
        await seen(pilot, "timeline-not-to-look-back", NOT_TO_LOOK_BACK)
        await press(pilot, "down")
        await seen(pilot, "timeline-use", BACK_ON_MY_WAY, USE_HERE)
        await press(pilot, "t")
        await seen(pilot, "timeline-told", TOLD_NOTED, TOLD_MENTOR)
        await press(pilot, "t")
        await seen(pilot, "timeline-not-told", TOLD_TAKEN_BACK)
        await pilot.resize_terminal(*SMALLEST)
        await press(pilot, "d")
        await seen(pilot, "timeline-deleting", DELETED_WITH_IT)


# Looking back on it.


def yesterday(journal: Journal) -> None:
    """Add a slip yesterday, and a mentor."""
    focus = journal.focuses.add(replace(alcohol(START), uid=""))
    journal.uses.add(Use(focus=focus, local_date=YESTERDAY, word="slip"))
    journal.people.add(Person(name="R.", role=Role.SPONSOR))


async def on(pilot: Pilot[int], *keys: str) -> None:
    """Press the keys, then go to the next question."""
    await press(pilot, *keys)
    pilot.app.screen.query_one("#on", Button).focus()
    await press(pilot, "enter")


async def test_every_question_of_looking_back_is_asked_in_its_words(path: Path) -> None:
    async with walking(path, yesterday) as pilot:
        await press(pilot, "2", "b")
        await on(pilot)
        await seen(pilot, "debrief-happened", DEBRIEF_ASKS[Question.HAPPENED], DEBRIEF_HAPPENED)
        await on(pilot)
        pilot.app.screen.query_one(Writing).load_text("I could have left. " * 60)
        await on(pilot)
        await seen(pilot, "debrief-point-long", DEBRIEF_POINT_LONG)
        pilot.app.screen.query_one(Writing).load_text("I could have left.")
        await settle(pilot)
        await seen(pilot, "debrief-points", DEBRIEF_ASKS[Question.POINTS], DEBRIEF_POINTS)
        await on(pilot)
        await seen(pilot, "debrief-thought", DEBRIEF_ASKS[Question.THOUGHT], DEBRIEF_THOUGHT)
        await on(pilot)
        await write_into(pilot, "by-0", "fri")
        await seen(pilot, "debrief-actions", DEBRIEF_ASKS[Question.ACTIONS], DEBRIEF_BY_HINT)
        await on(pilot)
        await seen(pilot, "debrief-action-needed", DEBRIEF_ACTION_NEEDED)
        await write_into(pilot, "by-0", "")
        await on(pilot)
        await on(pilot, "1")
        await into(pilot, "told")
        await seen(pilot, "debrief-told", DEBRIEF_TOLD_HINT)
        await press(pilot, "ctrl+g")
        await seen(pilot, "debrief-copying", COPY_ASKS, COPY_YES, COPY_MEANS)
        await press(pilot, "y")
        await told(pilot, "debrief-copied", COPY_DONE)
        pilot.app.screen.query_one(Writing).load_text("")
        await press(pilot, "ctrl+g")
        await told(pilot, "debrief-no-message", COPY_NOTHING)
        await press(pilot, "1")
        await on(pilot)
        await told(pilot, "debrief-done", DEBRIEF_DONE)


async def test_looking_back_is_left_gone_on_with_and_let_be(path: Path) -> None:
    async with walking(path, yesterday) as pilot:
        await press(pilot, "2", "b")
        await on(pilot, "6")
        await press(pilot, "escape")
        await told(pilot, "debrief-left", DEBRIEF_LEFT)
        await press(pilot, "1")
        await seen(pilot, "debrief-go-on", DEBRIEF_GO_ON)
        await into(pilot, "look-back", "x")
        await told(pilot, "debrief-let-be", DEBRIEF_LET_BE, DEBRIEF_BACK_OFFER)
        await press(pilot, "enter")
        await told(pilot, "back-noted", BACK_NOTED)


def promised(journal: Journal) -> None:
    """Add one commitment, for Wednesday."""
    journal.focuses.add(replace(alcohol(START), uid=""))
    journal.commitments.add(Commitment(text="text R. the date", due=date(2026, 11, 25)))


async def test_a_promise_needs_words_is_carried_over_and_is_done(path: Path) -> None:
    async with walking(path, promised) as pilot:
        await into(pilot, "due", "enter")
        await write_into(pilot, "text", "", "ctrl+s")
        await seen(pilot, "commitment-empty", COMMITMENT_NEEDED)
        await write_into(pilot, "text", "text R.")
        await into(pilot, "status", "3")
        await seen(pilot, "commitment-carried", COMMITMENT_CARRY)
        await press(pilot, "ctrl+s")
        await into(pilot, "due", "space")
        await told(pilot, "commitment-done", COMMITMENT_DONE)


# The inbox.


async def test_the_inbox_says_what_was_done_and_how_it_is_taken_back(path: Path) -> None:
    app = make_app(path)
    write(path, craving(0, 8, "stress"), note(5), note(6, "never mind"))
    async with opened(app, SMALLEST, toasts=True) as pilot:
        await press(pilot, "question_mark", *"keep")
        await seen(pilot, "inbox-help", INBOX_KEEP)
        await press(pilot, "escape", "enter")
        await told(pilot, "inbox-kept", INBOX_KEPT)
        await press(pilot, "d")
        await seen(pilot, "inbox-dropping", INBOX_DROP, INBOX_DROP_YES, INBOX_DROP_DETAIL)
        await press(pilot, "y")
        await told(pilot, "inbox-dropped", INBOX_DROPPED)
        await press(pilot, "enter")
        assert isinstance(app.screen, Today)  # nothing is left to review


async def test_an_inbox_that_was_damaged_stays_to_say_so_when_nothing_is_left(path: Path) -> None:
    app = make_app(path)
    write(path, note(5), note(6))
    inbox = path.with_name(f"{path.name}.inbox")
    page = inbox.read_bytes()
    inbox.write_bytes(page[:-64] + bytes(64))
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "enter")
        await seen(pilot, "inbox-empty", INBOX_EMPTY, INBOX_BACK)


async def test_what_was_set_aside_is_told_on_one_quiet_line(path: Path) -> None:
    async with walking(path) as pilot:
        write(path, note(0))
        inbox = path.with_name(f"{path.name}.inbox")
        page = inbox.read_bytes()
        inbox.write_bytes(page[:-64] + bytes(64))
        app = pilot.app
        assert isinstance(app, JournalApp)
        app.look_into_inbox()
        await seen(pilot, "today-set-aside", INBOX_SOME_SET_ASIDE)
