"""Test the emergency card's form: empty at first, everything previewed, confirmed once, deleted with one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.config.emergency_card import Card, card_path
from journal.config.places import settings_path
from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.domain.safety_plan import SafetyPlan
from journal.store.journal import Journal
from journal.text.emergency_card import CARD_NOT_WRITTEN, CARD_OPEN, CARD_PREVIEW_NOTHING
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.safety.emergency_card_form import EmergencyCard
from screens.settings.settings import SettingsScreen
from screens.widgets.fields.text import WritingField
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import AT_SIZES, assert_golden, picture


def fill(journal: Journal) -> None:
    journal.reasons.add(Reason(text="Mia wakes up on Saturdays"))
    journal.reasons.add(Reason(text="[/] the night shift"))
    journal.people.add(Person(name="Ana Gruber", contact="0660 1234"))
    journal.collection(SafetyPlan).put(journal.safety_plan.uid, SafetyPlan(signs="no sleep", lines="Dr. Weiss"))


async def show(pilot: Pilot[int]) -> EmergencyCard:
    app = pilot.app
    assert isinstance(app, JournalApp)
    app.show("card")
    await settle(pilot)
    assert isinstance(app.screen, EmergencyCard)
    return app.screen


async def pick(pilot: Pilot[int], name: str, *digits: str) -> None:
    pilot.app.screen.query_one(f"#{name} Choice").focus()
    await pilot.press(*digits)
    await settle(pilot)


async def write(pilot: Pilot[int], name: str, text: str) -> None:
    pilot.app.screen.query_one(f"#{name}", WritingField).fill(text)
    await settle(pilot)


async def save(pilot: Pilot[int], *then: str) -> None:
    await pilot.press("ctrl+s")
    await settle(pilot)
    await pilot.press(*then)
    await settle(pilot)


@AT_SIZES
async def test_the_form_says_first_that_it_is_not_sealed(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, size) as pilot:
        await show(pilot)
        assert_golden(app, "card")
        await pick(pilot, "reasons", "1")
        await pick(pilot, "plan", "2")
        await pilot.press("tab")
        await settle(pilot)
        assert_golden(app, "card-chosen")
        await save(pilot)
        assert_golden(app, "card-asked")


async def test_what_is_chosen_is_seen_asked_for_once_more_and_then_written(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await show(pilot)
        assert CARD_PREVIEW_NOTHING in picture(app)
        await pick(pilot, "reasons", "2")
        await pick(pilot, "people", "1")
        await pick(pilot, "plan", "1")
        await write(pilot, "own", "One hour at a time.\n\n")
        await write(pilot, "others", "R. 0664 99")
        shown = picture(app)
        for said in ("One hour at a time.", "call Ana · 0660 1234", "call R. 0664 99", "F4: My warning signs"):
            assert said in shown
        await save(pilot)
        assert isinstance(app.screen, Confirm)
        assert CARD_OPEN in " ".join(picture(app).replace("│", "").split())
        await pilot.press("n")
        await settle(pilot)
        assert not card_path().exists()
        await save(pilot, "y")
        assert Card.load() == Card(
            sentences=["[/] the night shift", "One hour at a time."],
            people=["Ana · 0660 1234", "R. 0664 99"],
            plan={"signs": "no sleep"},
        )
        assert app.journal is not None
        assert "card:new" not in app.journal.drafts.all()


async def test_it_stands_in_the_form_again_and_a_change_is_not_asked_about(path: Path) -> None:
    Card(sentences=["Mia wakes up on Saturdays", "my own"], people=["R."], plan={"lines": "old"}).save()
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        form = await show(pilot)
        assert form.draft() is None
        await write(pilot, "own", "another")
        await save(pilot)
        assert Card.load() == Card(
            sentences=["Mia wakes up on Saturdays", "another"], people=["R."], plan={"lines": "Dr. Weiss"}
        )


async def test_one_key_takes_it_back_and_what_stood_on_it_can_be_saved_again(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40), toasts=True) as pilot:
        await show(pilot)
        assert "remove the card" not in picture(app)
        await write(pilot, "own", "One hour")
        await save(pilot, "y")
        await show(pilot)
        assert "F5 remove the card" in picture(app)
        await pilot.press("f5")
        await settle(pilot)
        assert not card_path().exists()
        assert "overwritten and deleted" in picture(app)
        await lock(pilot)
        await unlock(pilot)
        assert app.screen.query_one("#own", WritingField).text == "One hour"
        assert not card_path().exists()
        await save(pilot, "y")
        assert Card.load().sentences == ["One hour"]


async def test_emptied_and_saved_there_is_no_card(path: Path) -> None:
    Card(sentences=["my own"]).save()
    app = make_app(path)
    async with opened(app) as pilot:
        await show(pilot)
        await write(pilot, "own", "")
        await save(pilot)
        assert not card_path().exists()


@pytest.mark.parametrize("text", ["a\nb\nc\nd", "x" * 101])
async def test_what_is_too_much_for_a_hard_hour_is_told_at_its_field(path: Path, text: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        form = await show(pilot)
        await write(pilot, "own", text)
        await save(pilot)
        assert app.screen is form
        assert "At most" in picture(app)
        assert not card_path().exists()


async def test_a_card_that_could_not_be_written_is_told_and_stays_in_the_form(path: Path) -> None:
    card_path().parent.parent.mkdir(parents=True)
    card_path().parent.write_text("a file where a directory is wanted")
    app = make_app(path)
    async with opened(app) as pilot:
        form = await show(pilot)
        await write(pilot, "own", "One hour")
        await save(pilot, "y")
        assert app.screen is form
        assert CARD_NOT_WRITTEN.partition(".")[0] in picture(app)


async def test_nothing_of_the_journal_is_in_the_settings_directory_unless_chosen(path: Path) -> None:
    def canaries(journal: Journal) -> None:
        journal.reasons.add(Reason(text="canary-reason"))
        journal.people.add(Person(name="canary-person", contact="canary-number"))
        journal.collection(SafetyPlan).put(journal.safety_plan.uid, SafetyPlan(signs="canary-signs", ask="canary-ask"))

    app = make_app(path, fill=canaries)
    async with opened(app) as pilot:
        await pilot.press("comma")
        await show(pilot)
        await pick(pilot, "reasons", "1")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        app.settings.save()
        assert "canary" not in written()
        await show(pilot)
        await pick(pilot, "reasons", "1")
        await pick(pilot, "plan", "2")
        await save(pilot, "y")
        assert "canary-ask" in written()
        for name in ("reason", "person", "number", "signs"):
            assert f"canary-{name}" not in written()


def written() -> str:
    """Return everything in the files next to the settings, their names included."""
    return "\n".join(f"{file.name}\n{file.read_text()}" for file in settings_path().parent.iterdir())
