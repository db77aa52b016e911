"""Test questionnaires: one question per page, left and resumed at any point, a score beside the earlier ones."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.domain.instruments import Instrument, Score, total
from journal.errors import NotSaved
from journal.store.journal import Journal
from journal.text import instruments as instruments_text
from journal.text.instruments import AREAS, WORDINGS
from journal.text.safety import SAFETY_HEAVY_WEEKS, SAFETY_NOT_SAFE
from screens.app import JournalApp
from screens.instruments.instruments import Instruments
from screens.instruments.questionnaire import Questionnaire
from screens.instruments.score_form import ScoreForm
from screens.safety.safety import Safety
from screens.widgets.record_list import RecordList
from tests.conftest import NOON
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture

LIST = ["ctrl+p", *"questionn", "enter"]


def filled(journal: Journal) -> None:
    """Add earlier scores."""
    for days, answers in ((21, [1, 1, 2, 1, 1]), (7, [2, 2, 3, 2, 2])):
        journal.scores.add(Score(instrument=Instrument.WHO5, answers=[*answers], at=NOON - timedelta(days=days)))
    journal.scores.add(
        Score(instrument=Instrument.TEA, answers=[6, 7, None, 4], remarks=["", "I sleep"], at=NOON - timedelta(days=3))
    )


@asynccontextmanager
async def filling_in(
    path: Path, instrument: Instrument, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[JournalApp, Pilot[int]]]:
    """Open the first question of an instrument from the list of commands."""
    app = make_app(path, fill=filled)
    async with opened(app, size) as pilot:
        await pilot.press(*LIST)
        await settle(pilot)
        await pilot.press(*["down"] * list(Instrument).index(instrument), "enter")
        await settle(pilot)
        yield app, pilot


def scores(app: JournalApp, instrument: Instrument) -> list[Score]:
    assert app.journal is not None
    return [score for score in app.journal.scores if score.instrument is instrument]


def drafts(app: JournalApp) -> list[str]:
    assert app.journal is not None
    return [key for key in app.journal.drafts.all() if key.startswith("questionnaire")]


def words(app: JournalApp) -> str:
    return " ".join(picture(app).replace("│", " ").split())


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def test_the_list_has_each_instrument_with_its_last_score(path: Path) -> None:
    app = make_app(path, fill=filled)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press(*LIST, *["down"] * 3)
        await settle(pilot)
        assert isinstance(app.screen, Instruments)
        await assert_goldens(pilot, "questionnaires", always=True)
        assert app.screen.query_one(RecordList).items == list(Instrument)
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, Instruments)


async def test_a_digit_answers_and_the_score_stands_beside_the_earlier_ones(path: Path) -> None:
    async with filling_in(path, Instrument.WHO5) as (app, pilot):
        await assert_goldens(pilot, "questionnaire-who-5", always=True)
        await press(pilot, "3", "2", "4", "3")
        assert len(scores(app, Instrument.WHO5)) == 2
        await press(pilot, "5")
        await assert_goldens(pilot, "questionnaire-score", always=True)
        *_, new = scores(app, Instrument.WHO5)
        assert (new.answers, total(new), drafts(app)) == ([3, 2, 4, 3, 5], 68, [])
        assert "Before: 44 on" in words(app)
        assert SAFETY_NOT_SAFE in words(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Instruments)
        assert "68 of 100" in words(app)


async def test_heavy_weeks_come_first_and_f4_shows_who_to_call(path: Path) -> None:
    async with filling_in(path, Instrument.PHQ2, SMALLEST) as (app, pilot):
        await press(pilot, "1", "2")
        await assert_goldens(pilot, "questionnaire-heavy", always=True)
        shown = words(app)
        assert shown.index(SAFETY_HEAVY_WEEKS) < shown.index(SAFETY_NOT_SAFE) < shown.index("PHQ-2: 3 of 6")
        await press(pilot, "f4")
        assert isinstance(app.screen, Safety)


@pytest.mark.parametrize(
    ("instrument", "answers", "expected"),
    [
        (Instrument.PHQ2, [1, 1], [SAFETY_NOT_SAFE]),
        (Instrument.PHQ2, [0, 0], [SAFETY_NOT_SAFE]),
        (Instrument.PHQ2, [1, 2], [SAFETY_HEAVY_WEEKS, SAFETY_NOT_SAFE]),
        (Instrument.PHQ2, [3, None], [SAFETY_HEAVY_WEEKS, SAFETY_NOT_SAFE]),
        (Instrument.GAD7, [0] * 7, [SAFETY_NOT_SAFE]),
        (Instrument.GAD7, [1, 1, 1, 0, 0, 0, 0], [SAFETY_HEAVY_WEEKS, SAFETY_NOT_SAFE]),
        (Instrument.WHO5, [5] * 5, [SAFETY_NOT_SAFE]),
        (Instrument.WHO5, [0] * 5, [SAFETY_NOT_SAFE]),
        (Instrument.TEA, [1] * 4, []),
        (Instrument.BARC10, [1] * 10, []),
        (Instrument.PACS, [6] * 5, []),
        (Instrument.SURE, [5] * 21, []),
    ],
)
def test_what_is_said_about_safety_after_each(
    instrument: Instrument, answers: list[int | None], expected: list[str]
) -> None:
    assert instruments_text.warnings_after(Score(instrument=instrument, answers=answers)) == expected


async def test_it_is_left_and_resumed_where_it_was(path: Path) -> None:
    async with filling_in(path, Instrument.GAD7) as (app, pilot):
        await press(pilot, "1", "2", "escape")
        assert isinstance(app.screen, Instruments)
        assert drafts(app) == ["questionnaire:gad-7"]
        assert "not finished" in words(app)
        await press(pilot, "enter")
        assert WORDINGS[Instrument.GAD7].items[2] in words(app)
        await press(pilot, "3", "0", "1", "2", "3")
        (new,) = scores(app, Instrument.GAD7)
        assert (new.answers, drafts(app)) == ([1, 2, 3, 0, 1, 2, 3], [])


async def test_it_survives_a_lock_in_the_middle(path: Path) -> None:
    async with filling_in(path, Instrument.PHQ2) as (app, pilot):
        await press(pilot, "2")
        await lock(pilot)
        await unlock(pilot)
        await settle(pilot)
        assert isinstance(app.screen, Questionnaire)
        await press(pilot, "1")
        assert [score.answers for score in scores(app, Instrument.PHQ2)] == [[2, 1]]


async def test_going_back_changes_an_answer_and_saves_no_second_score(path: Path) -> None:
    async with filling_in(path, Instrument.PHQ2) as (app, pilot):
        await press(pilot, "1", "2", "ctrl+o")
        assert WORDINGS[Instrument.PHQ2].items[1] in words(app)
        await press(pilot, "0")
        assert [score.answers for score in scores(app, Instrument.PHQ2)] == [[1, 0]]
        await press(pilot, "enter")
        assert drafts(app) == []


async def test_a_skipped_question_means_no_score(path: Path) -> None:
    async with filling_in(path, Instrument.PHQ2) as (app, pilot):
        await press(pilot, "1")
        await pilot.click("#skip")
        await settle(pilot)
        (new,) = scores(app, Instrument.PHQ2)
        assert (new.answers, total(new)) == ([1, None], None)
        assert "no score, 1 of 2 answered" in words(app)


async def test_a_skip_takes_back_the_answer_that_was_there(path: Path) -> None:
    async with filling_in(path, Instrument.PHQ2) as (app, pilot):
        await press(pilot, "1", "ctrl+o")
        await pilot.click("#skip")
        await settle(pilot)
        await press(pilot, "2")
        assert [score.answers for score in scores(app, Instrument.PHQ2)] == [[None, 2]]


async def test_where_every_question_is_skipped_nothing_is_saved(path: Path) -> None:
    async with filling_in(path, Instrument.PHQ2) as (app, pilot):
        for _ in range(2):
            await pilot.click("#skip")
            await settle(pilot)
        assert instruments_text.NOTHING_ANSWERED in words(app)
        await press(pilot, "enter")
        assert (scores(app, Instrument.PHQ2), drafts(app)) == ([], [])


async def test_tea_asks_for_a_remark_with_each_area(path: Path) -> None:
    async with filling_in(path, Instrument.TEA, SMALLEST) as (app, pilot):
        await press(pilot, "7", *"walks", "enter")
        await assert_goldens(pilot, "questionnaire-tea")
        assert AREAS[1] in words(app)
        for digit in "654":
            await press(pilot, digit, "enter")
        *_, new = scores(app, Instrument.TEA)
        assert (new.answers, new.remarks, total(new)) == ([7, 6, 5, 4], ["walks", "", "", ""], 22)


async def test_sure_asks_for_the_numbers_of_the_persons_own_sheet(path: Path) -> None:
    async with filling_in(path, Instrument.SURE) as (app, pilot):
        await assert_goldens(pilot, "questionnaire-sure")
        for place in range(21):
            await press(pilot, str(1 + place % 3))
        (new,) = scores(app, Instrument.SURE)
        assert new.answers == [1 + place % 3 for place in range(21)]
        assert "SURE: 21 of 21 answered." in words(app)


async def test_where_saving_fails_the_answers_stay_in_the_draft(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with filling_in(path, Instrument.PHQ2) as (app, pilot):
        await press(pilot, "1")
        assert app.journal is not None

        def refuse(*_: object) -> None:
            raise NotSaved

        with monkeypatch.context() as patched:
            patched.setattr(app.journal, "save", refuse)
            await press(pilot, "2")
        assert scores(app, Instrument.PHQ2) == []
        await press(pilot, "enter")
        assert drafts(app) == ["questionnaire:phq-2"]
        await press(pilot, "enter", "enter")
        assert [score.answers for score in scores(app, Instrument.PHQ2)] == [[1, 2]]
        assert drafts(app) == []


async def test_a_score_opens_from_the_timeline_and_can_be_changed_and_deleted(path: Path) -> None:
    app = make_app(path, fill=filled)
    async with opened(app) as pilot:
        await press(pilot, "2", "enter")
        assert isinstance(app.screen, ScoreForm)
        await assert_goldens(pilot, "score", always=True)
        app.screen.query_one("#answer-2 Rating").focus()
        await press(pilot, "5", "ctrl+s")
        (changed,) = scores(app, Instrument.TEA)
        assert (changed.answers, changed.remarks[:2]) == ([6, 7, 5, 4], ["", "I sleep"])
        assert changed.local_date == (NOON - timedelta(days=3)).date()
        assert "22 of 40" in words(app)
        await press(pilot, "d", "y")
        assert scores(app, Instrument.TEA) == []


async def test_scores_are_a_kind_of_the_timeline_only_where_there_are_some(path: Path) -> None:
    app = make_app(path, fill=filled)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "2", "F")
        assert "▐scores▌" in picture(app)
        assert "3, newest first" in words(app)
        for _ in range(3):
            await press(pilot, "d", "y")
        assert "scores" not in picture(app).partition("╭")[0]
