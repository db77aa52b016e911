"""Test the form of a saved craving: it can be dated earlier, changed and deleted, and nothing is timed by it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.coping import Family, Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Needs, Outcome, Trigger
from journal.domain.record import Precision
from journal.domain.uses import Situation
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.cravings.craving_form import CravingForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, Picks, RatingField
from screens.widgets.fields.dates import DayField, TimeField
from screens.widgets.rating import Rating
from tests.conftest import NOON
from tests.support.builders import alcohol
from tests.support.driving import make_app, opened, settle
from tests.support.golden import assert_golden, assert_goldens, picture


def fill(journal: Journal) -> None:
    """Add one craving with all that can be said of it."""
    focus = journal.focuses.add(replace(alcohol(), uid=""))
    stress, _ = journal.triggers.add_many([Trigger(label="stress"), Trigger(label="alone in the evening")])
    call, walk = journal.strategies.add_many(
        [Strategy(label="call Ana", family=Family.CONNECT), Strategy(label="walk", family=Family.ESCAPE)]
    )
    at = NOON - timedelta(days=1, seconds=17)
    journal.cravings.add(
        Craving(
            at=at,
            intensity=7,
            after=3,
            peak=7,
            ended_at=at + timedelta(minutes=18),
            focus=focus,
            triggers=[stress],
            halt=[Halt.TIRED],
            situation=Situation.CONFLICT,
            place="home",
            company="nobody",
            thought="just one",
            confidence=65,
            attempts=[Attempt(strategy=call, before=7, after=3, helped=True), Attempt(strategy=walk, helped=False)],
            cannot=[Needs.MONEY],
            outcome=Outcome.RODE_OUT,
        )
    )


def only(app: JournalApp) -> Craving:
    assert app.journal is not None
    (craving,) = app.journal.cravings
    return craving


async def open_it(pilot: Pilot[int]) -> JournalApp:
    """Open the craving from the timeline."""
    await pilot.press("2", "enter")
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, JournalApp)
    assert isinstance(app.screen, CravingForm)
    return app


async def type_into(pilot: Pilot[int], field: str, text: str) -> None:
    place = pilot.app.screen.query_one(f"#{field}", TextField)
    place.fill(text)
    await settle(pilot)


async def test_it_is_whole_at_every_size(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        app = await open_it(pilot)
        await assert_goldens(pilot, "saved-craving")
        app.screen.query_one("#time").focus()
        await settle(pilot)
        assert_golden(app, "saved-craving-time")
        app.screen.query_one("#cannot").focus()
        await settle(pilot)
        await assert_goldens(pilot, "saved-craving-further", always=True)
        app.screen.query_one("#confidence", RatingField).focus()
        await settle(pilot)
        assert_golden(app, "saved-craving-confidence")


async def test_looking_at_it_starts_no_timer_and_saving_changes_nothing(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        app = await open_it(pilot)
        before = only(app)
        assert app.timing is None
        assert "breathe" not in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert only(app) == before


async def test_answers_are_saved_together_and_only_then(path: Path) -> None:
    async with opened(make_app(path, fill=fill), toasts=True) as pilot:
        app = await open_it(pilot)
        before, screen = only(app), app.screen
        screen.query_one("#intensity Rating", Rating).value = 9
        screen.query_one("#after Rating", Rating).value = 2
        screen.query_one("#outcome", ChoiceField).choice.choose(Outcome.DELAYED)
        screen.query_one("#helped", Picks).fill([before.attempts[1].strategy])
        await settle(pilot)
        assert only(app) == before
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Craving saved." in picture(app)
        now = only(app)
        assert (now.intensity, now.after, now.peak, now.outcome) == (9, 2, 9, Outcome.DELAYED)
        assert [(attempt.after, attempt.helped) for attempt in now.attempts] == [(3, None), (2, True)]
        assert (now.at, now.confidence, now.made_at) == (before.at, 65, before.made_at)
        await pilot.press("u")
        await settle(pilot)
        assert only(app) == before
        assert "Undone: craving edited." in picture(app)


async def test_it_can_be_dated_earlier_and_lasts_as_long(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        app = await open_it(pilot)
        await type_into(pilot, "day", "19 Nov")
        await type_into(pilot, "time", "evening")
        await pilot.press("ctrl+s")
        await settle(pilot)
        now = only(app)
        assert (f"{now.local_date}", now.precision) == ("2026-11-19", Precision.PART_OF_DAY)
        assert now.ended_at == now.at + timedelta(minutes=18)


async def test_a_craving_of_another_day_is_logged_without_the_live_screen(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        app = pilot.app
        assert isinstance(app, JournalApp)
        assert app.journal is not None
        await pilot.press("ctrl+p", *"missed", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CravingForm)
        await pilot.press("ctrl+s")
        await settle(pilot)
        await assert_goldens(pilot, "craving-earlier")
        app.screen.query_one("#day", DayField).fill("last friday")
        app.screen.query_one("#intensity", RatingField).fill(6)
        await pilot.press("ctrl+s")
        await settle(pilot)
        (saved,) = (one for one in app.journal.cravings if one.intensity == 6)
        assert (saved.local_date, saved.precision) == (date(2026, 11, 20), Precision.DAY)


async def test_the_persons_own_word_for_a_focus_that_does_not_exist_can_be_changed(path: Path) -> None:
    def about_gin(journal: Journal) -> None:
        journal.cravings.add(Craving(intensity=5, about="gin"))

    async with opened(make_app(path, fill=about_gin)) as pilot:
        app = await open_it(pilot)
        await assert_goldens(pilot, "craving-own-word")
        await type_into(pilot, "about", "wine")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert only(app).about == "wine"


async def test_without_a_time_only_the_day_is_known(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        app = await open_it(pilot)
        await type_into(pilot, "time", "")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert only(app).precision is Precision.DAY
        await open_it(pilot)
        assert app.screen.query_one("#time", TimeField).text == ""


async def test_a_moment_to_come_is_refused_at_its_field(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        app = await open_it(pilot)
        before = only(app)
        await type_into(pilot, "day", "tomorrow")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "in the future" in picture(app)
        assert app.screen.query_one("#day", DayField).input.has_focus
        await type_into(pilot, "day", "today")
        await type_into(pilot, "time", "23:50")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "That time is in the future." in picture(app)
        assert_golden(app, "saved-craving-to-come")
        assert only(app) == before


async def test_what_is_half_changed_is_a_draft_and_comes_back(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        app = await open_it(pilot)
        await type_into(pilot, "place", "the bus")
        await pilot.press("escape")
        await settle(pilot)
        assert only(app).place == "home"
        await open_it(pilot)
        assert app.screen.query_one("#place", TextField).text == "the bus"


async def test_it_can_be_deleted_and_brought_back(path: Path) -> None:
    async with opened(make_app(path, fill=fill), toasts=True) as pilot:
        app = await open_it(pilot)
        before = only(app)
        await pilot.press("ctrl+t", "y")
        await settle(pilot)
        assert app.journal is not None
        assert len(app.journal.cravings) == 0
        assert "Deleted. Press u to undo." in picture(app)
        await pilot.press("u")
        await settle(pilot)
        assert only(app) == before


async def test_a_trigger_deleted_since_is_still_said_of_it(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        app = pilot.app
        assert isinstance(app, JournalApp)
        assert app.journal is not None
        before = only(app)
        app.journal.triggers.remove(before.triggers[0])
        await open_it(pilot)
        await type_into(pilot, "place", "the bus")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert (only(app).triggers, only(app).place) == (before.triggers, "the bus")
