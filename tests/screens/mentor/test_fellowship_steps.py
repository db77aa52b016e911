"""Check the step of a fellowship: a number and own words, the steps before it, and where it is shown."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from journal.domain.fellowship_steps import FellowshipStep
from journal.domain.people import Person, Role
from journal.store.journal import Journal
from screens.mentor.fellowship_steps import FellowshipSteps
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.rows import row_text

TODAY = NOON.date()


def two_steps(journal: Journal) -> None:
    journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.fellowship_steps.add(
        FellowshipStep(number=4, words="Writing it down.\nA page a day.", since=date(2026, 11, 2))
    )
    journal.fellowship_steps.add(FellowshipStep(number=3, words="Letting others help.", since=date(2026, 9, 7)))


async def test_the_steps_are_listed_newest_first_with_all_words_of_the_marked_one(path: Path) -> None:
    app = make_app(path, fill=two_steps)
    async with opened(app, SMALLEST) as pilot:
        app.show("steps")
        await settle(pilot)
        await assert_goldens(pilot, "fellowship-steps")
        assert "A page a day." in picture(app)


async def test_the_next_step_is_added_and_edited_and_mentor_shows_it(path: Path) -> None:
    app = make_app(path, fill=two_steps)
    async with opened(app) as pilot:
        await pilot.press("5", "right", "right")
        await settle(pilot)
        assert row_text(app, "step") == "fellowship step 4, since Mon 2 Nov: Writing it down."
        app.screen.query_one("#step").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FellowshipSteps)
        await pilot.press("plus")
        await settle(pilot)
        await pilot.press("5", "tab", *"told R.", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        (added,) = [one for one in app.journal.fellowship_steps if one.number == 5]
        assert (added.words, added.since) == ("told R.", TODAY)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("backspace", "6", "ctrl+s")
        await settle(pilot)
        assert sorted(one.number for one in app.journal.fellowship_steps) == [3, 4, 6]
        await pilot.press("escape")
        await settle(pilot)
        assert row_text(app, "step") == "fellowship step 6, since Mon 23 Nov: told R."


async def test_a_number_that_no_step_has_is_refused(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("step")
        await settle(pilot)
        await pilot.press("0", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        assert not app.journal.fellowship_steps.all()


async def test_without_a_step_mentor_has_no_line_for_it_and_the_commands_find_it(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("5", "right", "right")
        await settle(pilot)
        assert row_text(app, "step") == ""
        for words in ("twelve", "fellowship st"):
            await pilot.press("ctrl+p", *words, "enter")
            await settle(pilot)
            assert isinstance(app.screen, FellowshipSteps)
            await pilot.press("escape")
            await settle(pilot)


async def test_a_step_that_begins_later_is_not_shown_yet(path: Path) -> None:
    def ahead(journal: Journal) -> None:
        two_steps(journal)
        journal.fellowship_steps.add(FellowshipStep(number=5, since=TODAY + timedelta(days=1)))

    app = make_app(path, fill=ahead)
    async with opened(app) as pilot:
        await pilot.press("5", "right", "right")
        await settle(pilot)
        assert "step 4" in row_text(app, "step")
