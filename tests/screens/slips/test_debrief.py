"""Test the debrief: question by question, each answer saved before the next; it can be left at any point."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Button

from journal.domain.commitments import Commitment, CommitmentStatus
from journal.domain.days import DayState, Mark
from journal.domain.debriefs import Debrief, Question, Tell
from journal.domain.people import Person, Role
from journal.domain.uses import Situation, Use
from journal.errors import NotSaved
from journal.store.journal import Journal
from journal.text.debriefs import COPY_MEANS, DEBRIEF_BACK_OFFER, DEBRIEF_GO_ON, DEBRIEF_OFFER
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.slips.debrief import Debriefing
from screens.today.today import Today
from screens.widgets.fields.text import Writing
from tests.conftest import NOON
from tests.screens.slips.test_slip_form import slip
from tests.support.builders import alcohol
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import assert_goldens, picture
from tests.support.rows import row_text

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)


def fill(journal: Journal) -> None:
    """Add a slip yesterday, and a mentor to tell it to."""
    focus = journal.focuses.add(replace(alcohol(date(2026, 11, 1)), uid=""))
    journal.uses.add(Use(focus=focus, local_date=YESTERDAY, word="slip"))
    journal.people.add(Person(name="R.", role=Role.SPONSOR))


def kept(app: JournalApp) -> Debrief:
    assert app.journal is not None
    (debrief,) = app.journal.debriefs.all()
    return debrief


def promises(app: JournalApp) -> list[Commitment]:
    assert app.journal is not None
    return app.journal.commitments.all()


def half_written(app: JournalApp) -> list[str]:
    assert app.journal is not None
    return [key for key in app.journal.drafts.all() if key.startswith("debrief")]


def at(app: JournalApp) -> str:
    assert isinstance(app.screen, Debriefing)
    return app.screen.current


@asynccontextmanager
async def looking_back(path: Path) -> AsyncIterator[tuple[JournalApp, Pilot[int]]]:
    """Open the first question from the timeline."""
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await pilot.press("2", "b")
        await settle(pilot)
        yield app, pilot


async def answer(pilot: Pilot[int], *keys: str) -> None:
    """Press the keys, then go to the next question, unless a digit has gone there."""
    screen = pilot.app.screen
    assert isinstance(screen, Debriefing)
    before = screen.current
    await pilot.press(*keys)
    await settle(pilot)
    if screen.current != before:
        return
    pilot.app.screen.query_one("#on", Button).focus()
    await pilot.press("enter")
    await settle(pilot)


async def write(pilot: Pilot[int], text: str) -> None:
    """Type text into the question's field, then go to the next question."""
    pilot.app.screen.query_one(Writing).load_text(text)
    await answer(pilot)


async def test_it_goes_from_the_situation_to_promises_and_a_message_and_each_answer_is_kept_at_once(path: Path) -> None:
    async with looking_back(path) as (app, pilot):
        assert at(app) == Question.SITUATION
        await assert_goldens(pilot, "debrief-situation")
        await answer(pilot, "6")
        assert kept(app).situation is Situation.CONFLICT
        assert app.journal is not None
        assert app.journal.uses.all()[0].situation is Situation.CONFLICT
        await write(pilot, "Dan called.")
        assert kept(app).happened == "Dan called."
        await write(pilot, "I could have eaten.\n\n  I could have left.  ")
        assert kept(app).points == ["I could have eaten.", "I could have left."]
        await write(pilot, "I always ruin things.")
        await assert_goldens(pilot, "debrief-sounds")
        await answer(pilot, "2")
        assert (kept(app).internal, kept(app).stable, kept(app).general) == (False, True, False)
        await assert_goldens(pilot, "debrief-reworded")
        await write(pilot, "On Sunday, hungry, I drank.")
        assert kept(app).reworded == "On Sunday, hungry, I drank."
        await answer(pilot, *"eat at six", "tab", *"wed", "tab", *"call Ana")
        assert [(one.text, one.due) for one in promises(app)] == [
            ("eat at six", date(2026, 11, 25)),
            ("call Ana", None),
        ]
        assert kept(app).actions == [one.uid for one in promises(app)]
        assert {one.debrief for one in promises(app)} == {kept(app).uid}
        await assert_goldens(pilot, "debrief-tells")
        assert kept(app).message == ""
        await answer(pilot, "1", "5")
        assert kept(app).tells == [Tell.HAPPENED, Tell.ACTIONS]
        await assert_goldens(pilot, "debrief-message")
        await answer(pilot)
        assert isinstance(app.screen, Debriefing) is False
        assert kept(app).finished
        assert half_written(app) == []


async def test_a_message_holds_nothing_that_was_not_chosen_and_keeps_what_was_changed_in_it(path: Path) -> None:
    async with looking_back(path) as (app, pilot):
        for text in ("", "a secret", "another secret", "the worst of it"):
            await (write(pilot, text) if text else answer(pilot, "6"))
        await answer(pilot)
        assert at(app) == Question.ACTIONS
        await answer(pilot)
        await answer(pilot, "1")
        message = app.screen.query_one(Writing)
        assert message.text == ("Hello R.,\n\nI want to tell you this myself: there was a slip on Sun 22 Nov.")
        message.load_text("My own words.")
        await pilot.press("ctrl+o")
        await settle(pilot)
        await answer(pilot, "4")
        text = app.screen.query_one(Writing).text
        assert text.endswith("\n\nMy own words.")
        assert "there was a slip" in text
        assert all(secret not in text for secret in ("secret", "worst", "conflict"))


async def test_copying_says_what_it_means_first_and_nothing_is_copied_unless_it_is_asked_for(path: Path) -> None:
    async with looking_back(path) as (app, pilot):
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert isinstance(app.screen, Debriefing)
        for _ in range(5):
            await answer(pilot)
        await answer(pilot, "1")
        assert at(app) == Question.MESSAGE
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert isinstance(app.screen, Confirm)
        assert COPY_MEANS.split(".")[0] in " ".join(picture(app).split())
        await pilot.press("n")
        await settle(pilot)
        assert app.clipboard == ""
        await pilot.press("ctrl+g", "y")
        await settle(pilot)
        assert app.clipboard.startswith("Hello R.,")
        await lock(pilot)
        assert app.clipboard == ""


async def test_it_is_left_at_any_point_and_goes_on_at_the_first_question_without_an_answer(path: Path) -> None:
    async with looking_back(path) as (app, pilot):
        await answer(pilot, "6")
        app.screen.query_one(Writing).load_text("Dan called.")
        app.seal()
        await settle(pilot)
        assert half_written(app) != []
        await pilot.press("escape")
        await settle(pilot)
        assert kept(app).happened == "Dan called."
        assert half_written(app) == []
        await pilot.press("1")
        await settle(pilot)
        assert (row_text(app, "draft"), DEBRIEF_GO_ON in row_text(app, "look-back")) == ("", True)
        app.screen.query_one("#look-back").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert at(app) == Question.POINTS


async def test_a_lock_comes_back_to_the_question_with_what_was_half_written(path: Path) -> None:
    async with looking_back(path) as (app, pilot):
        await answer(pilot, "6")
        await pilot.press(*"Dan")
        await lock(pilot)
        assert "Dan" not in picture(app)
        await unlock(pilot)
        assert at(app) == Question.HAPPENED
        assert app.screen.query_one(Writing).text == "Dan"
        assert kept(app).situation is Situation.CONFLICT


async def test_on_a_full_disk_every_answer_stays_and_the_next_one_saves_them_all(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotSaved(reason="The disk is full")

    async with looking_back(path) as (app, pilot):
        with monkeypatch.context() as full:
            full.setattr("journal.vault.vault.Vault.commit", refuse)
            await answer(pilot, "6")
            await write(pilot, "Dan called.")
            assert app.journal is not None
            assert app.journal.debriefs.all() == []
            await pilot.press("escape")
            await settle(pilot)
        app.show("debrief", use=app.journal.uses.all()[0].uid)
        await settle(pilot)
        assert at(app) == Question.POINTS
        await write(pilot, "I could have left.")
        found = kept(app)
        assert (found.situation, found.happened, found.points) == (
            Situation.CONFLICT,
            "Dan called.",
            ["I could have left."],
        )


async def test_an_action_taken_back_is_no_promise_any_more(path: Path) -> None:
    async with looking_back(path) as (app, pilot):
        for _ in range(4):
            await answer(pilot)
        await answer(pilot, *"eat", "tab", "tab", *"rest")
        assert [one.text for one in promises(app)] == ["eat", "rest"]
        await pilot.press("ctrl+o")
        await settle(pilot)
        await answer(pilot, *["backspace"] * 3)
        assert [one.text for one in promises(app)] == ["rest"]
        assert kept(app).actions == [promises(app)[0].uid]


async def test_a_slip_leads_to_it_when_it_is_saved(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await slip(pilot, "f6")
        assert app.journal is not None
        assert isinstance(app.screen, Debriefing)
        assert app.screen.use == app.journal.uses.all()[-1]
        assert app.screen.use.local_date == TODAY


async def test_deleting_the_use_takes_its_debrief_with_it_keeps_the_promise_and_one_undo_brings_both_back(
    path: Path,
) -> None:
    def looked_back(journal: Journal) -> None:
        fill(journal)
        use = journal.uses.all()[0].uid
        journal.debriefs.add(Debrief(use=use, happened="Dan called."))
        journal.commitments.add(Commitment(text="eat at six"))

    app = make_app(path, fill=looked_back)
    async with opened(app, (120, 40)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        assert "Dan called." in picture(app)
        await pilot.press("d")
        await settle(pilot)
        assert "is deleted too" in picture(app)
        await pilot.press("y")
        await settle(pilot)
        assert app.journal is not None
        assert (len(app.journal.uses), len(app.journal.debriefs), len(app.journal.commitments)) == (0, 0, 1)
        await pilot.press("u")
        await settle(pilot)
        assert (len(app.journal.uses), len(app.journal.debriefs)) == (1, 1)


async def test_today_offers_it_once_and_lets_it_be(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        assert DEBRIEF_OFFER in row_text(app, "look-back")
        app.screen.query_one("#look-back").focus()
        await pilot.press("x")
        await settle(pilot)
        assert kept(app).finished
        assert DEBRIEF_OFFER not in row_text(app, "look-back")
        assert DEBRIEF_BACK_OFFER in row_text(app, "look-back")
        await pilot.press("enter")
        await settle(pilot)
        assert app.journal is not None
        assert app.journal.uses.all()[0].back_on_track_at == app.journal.now()
        assert row_text(app, "look-back") == ""


async def test_a_clean_day_after_it_says_that_one_is_back(path: Path) -> None:
    def back(journal: Journal) -> None:
        fill(journal)
        use = journal.uses.all()[0]
        journal.debriefs.add(Debrief(use=use.uid, finished=True))
        journal.marks.add(Mark(focus=use.focus, state=DayState.CLEAN, local_date=TODAY))

    app = make_app(path, fill=back)
    async with opened(app):
        assert row_text(app, "look-back") == ""


async def test_one_key_notes_that_the_mentor_was_told_and_takes_it_back(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        assert app.journal is not None
        await pilot.press("2", "t")
        await settle(pilot)
        assert app.journal.uses.all()[0].told_mentor_at is not None
        await pilot.press("t")
        await settle(pilot)
        assert app.journal.uses.all()[0].told_mentor_at is None


def promised(journal: Journal) -> None:
    """Add a commitment that is due, one that was carried over twice, and one that has time."""
    fill(journal)
    journal.commitments.add(Commitment(text="text R. the date", due=date(2026, 11, 25)))
    journal.commitments.add(
        Commitment(text="GP about sleep", due=YESTERDAY, status=CommitmentStatus.CARRIED, carried=2)
    )
    journal.commitments.add(Commitment(text="the class", due=date(2026, 12, 24)))


async def test_what_is_due_stands_on_today_and_one_key_marks_it_done(path: Path) -> None:
    app = make_app(path, fill=promised)
    async with opened(app) as pilot:
        assert "was for Sun: GP" in row_text(app, "due")
        await assert_goldens(pilot, "today-due")
        app.screen.query_one("#due").focus()
        await pilot.press("space")
        await settle(pilot)
        statuses = {one.text: (one.status, one.closed_on) for one in promises(app)}
        assert statuses["GP about sleep"] == (CommitmentStatus.DONE_LATE, TODAY)
        assert "by Wed: text" in row_text(app, "due")
        await pilot.press("u")
        await settle(pilot)
        assert "GP" in row_text(app, "due")


async def test_a_promise_carried_twice_asks_to_be_smaller_and_is_let_go_without_a_word(path: Path) -> None:
    app = make_app(path, fill=promised)
    async with opened(app) as pilot:
        app.screen.query_one("#due").focus()
        await pilot.press("enter")
        await settle(pilot)
        await assert_goldens(pilot, "commitment")
        app.screen.query_one("#status Choice").focus()
        await pilot.press("4", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        dropped = next(one for one in promises(app) if one.text == "GP about sleep")
        assert (dropped.status, dropped.closed_on, dropped.carried) == (CommitmentStatus.DROPPED, TODAY, 2)


async def test_a_promise_carried_over_has_another_day_and_is_counted(path: Path) -> None:
    app = make_app(path, fill=promised)
    async with opened(app) as pilot:
        (first, *_) = [one for one in promises(app) if one.text == "text R. the date"]
        app.show("commitment", record=first)
        await settle(pilot)
        await pilot.press("tab", *["backspace"] * 10, *"+9", "tab", "tab", "3", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        carried = app.journal.commitments.get(first.uid)
        assert (carried.status, carried.carried, carried.due) == (CommitmentStatus.CARRIED, 1, date(2026, 12, 2))
        assert NOON.date() == TODAY
