"""Test pros and cons: written for a focus, shown as a table, found again in a craving where that was chosen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from journal.craving_support import CravingSupport
from journal.domain.cravings import Craving
from journal.domain.focuses import Focus
from journal.domain.pros_and_cons import ProsAndCons
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import draft, render
from screens.plan.pros_and_cons import ProsAndConsList, ProsAndConsSheet
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.text import LinesField
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture

TODAY = date(2026, 11, 23)
CRAVING = Craving(intensity=7)


def weighed(journal: Journal) -> None:
    uid = journal.focuses.add(Focus(label="alcohol"))
    journal.focuses.add(Focus(label="nicotine"))
    journal.pros_and_cons.add(
        ProsAndCons(
            focus=uid,
            gives=["an hour without a thought", "later nothing that lasts"],
            costs=["the morning after, and what I said to Mia on the phone", "later my liver"],
            change_gives=["mornings", "Mia's trust"],
            change_costs=["Friday evenings with the others will be odd"],
            in_craving=True,
        )
    )


def one_focus(journal: Journal) -> None:
    journal.focuses.add(Focus(label="alcohol"))


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def test_the_table_has_two_columns_where_they_fit(path: Path) -> None:
    app = make_app(path, fill=weighed)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "4", "b")
        assert isinstance(app.screen, ProsAndConsList)
        await assert_goldens(pilot, "pros-and-cons", always=True)
        await press(pilot, "down")
        assert "mornings" not in picture(app)


async def test_a_table_is_written_edited_and_deleted(path: Path) -> None:
    app = make_app(path, fill=one_focus)
    async with opened(app, (120, 40)) as pilot:
        assert app.journal is not None
        await press(pilot, "4", "b", "enter", "ctrl+s")
        assert isinstance(app.screen, ProsAndConsSheet)
        assert "Write at least one line." in picture(app)
        await press(pilot, *"ease", "f3")
        assert app.journal.parked.all() == []
        app.screen.query_one("#change_gives", LinesField).fill("mornings\nsleep")
        await press(pilot, "ctrl+s")
        (table,) = app.journal.pros_and_cons
        assert (table.gives, table.change_gives, table.in_craving) == (["ease"], ["mornings", "sleep"], False)
        assert table.focus == app.journal.focuses.all()[0].uid
        assert table.sensitivity is Sensitivity.ASK
        assert "alcohol · 3 lines" in picture(app)
        await press(pilot, "enter")
        app.screen.query_one("#gives", LinesField).fill("")
        app.screen.query_one("#in_craving", ChoiceField).choice.choose(True)
        await press(pilot, "ctrl+s")
        assert [(one.uid, one.gives, one.in_craving) for one in app.journal.pros_and_cons] == [(table.uid, [], True)]
        await press(pilot, "d", "y")
        assert app.journal.pros_and_cons.all() == []
        await press(pilot, "u")
        assert len(app.journal.pros_and_cons) == 1


async def test_a_half_written_table_is_there_again_for_the_same_focus(path: Path) -> None:
    app = make_app(path, fill=weighed)
    async with opened(app) as pilot:
        assert app.journal is not None
        await press(pilot, "4", "b", "down", "enter", *"ease")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, ProsAndConsSheet)
        await press(pilot, "ctrl+s")
        nicotine = next(one.uid for one in app.journal.focuses if one.label == "nicotine")
        assert [one.gives for one in app.journal.pros_and_cons if one.focus == nicotine] == [["ease"]]


async def test_it_is_found_by_what_people_call_it_and_says_where_nothing_is_tracked(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await press(pilot, "ctrl+p", *"cost ben", "enter")
        assert isinstance(app.screen, ProsAndConsList)
        assert "Nothing to weigh yet." in picture(app)
        await press(pilot, "enter", "escape")
        assert not isinstance(app.screen, ProsAndConsList)


def test_what_changing_gives_is_among_the_reasons_of_a_craving_where_that_was_chosen(journal: Journal) -> None:
    weighed(journal)
    assert [one.text for one in CravingSupport(journal, CRAVING).reasons()][:2] == ["mornings", "Mia's trust"]
    (table,) = journal.pros_and_cons
    journal.pros_and_cons.put(table.uid, replace(table, in_craving=False))
    assert CravingSupport(journal, CRAVING).reasons() == []


def test_no_word_of_it_is_on_a_page(journal: Journal) -> None:
    weighed(journal)
    page = release(draft(journal, TODAY, TODAY), Choice(level=Level.FULL))
    assert b"mornings" not in render(page, "text")
