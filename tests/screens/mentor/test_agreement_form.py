"""Test the agreement: one form, each change a new version, paused and ended without shame, printed."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from journal.domain.agreements import Agreement, Ending, current
from journal.domain.people import Person, Role
from journal.domain.share_ledger import Paper
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.mentor.agreement_form import AgreementSheet
from screens.mentor.agreement_versions import Agreed
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.fields.text import WritingField
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture


def fill(journal: Journal) -> None:
    journal.people.add(Person(name="R.", role=Role.SPONSOR))


def agreed(journal: Journal) -> None:
    fill(journal)
    (someone,) = journal.people.all()
    made = Agreement(
        person=someone.uid, start=journal.today(), mine="Ask twice.", my_initials="K.", their_initials="R."
    )
    journal.agreements.add(made)


def newest(app: JournalApp) -> Agreement:
    assert app.journal is not None
    (someone,) = app.journal.people.all()
    found = current(app.journal.agreements, someone.uid)
    assert found is not None
    return found


async def shown(pilot: Pilot[int], app: JournalApp) -> None:
    assert app.journal is not None
    app.show("agreement", person=app.journal.people.all()[0].uid)
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def test_it_is_filled_in_together_and_a_change_to_it_is_the_next_version(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await shown(pilot, app)
        await assert_goldens(pilot, "agreement")
        form = app.screen
        form.query_one("#weeks", TextField).fill("0.5")
        await press(pilot, "ctrl+s")
        assert "Enter a whole number from 1 to 520" in picture(app)
        form.query_one("#weeks", TextField).fill("12")
        form.query_one("#mine", WritingField).fill("Ask twice.")
        form.query_one("#my_initials", TextField).fill("K.")
        form.query_one("#their_initials", TextField).fill("R.")
        await press(pilot, "ctrl+s")
        first = newest(app)
        assert (first.version, first.weeks, first.mine, first.agreed) == (1, 12, "Ask twice.", True)
        await shown(pilot, app)
        app.screen.query_one("#mine", WritingField).fill("Ask twice. No lectures.")
        await press(pilot, "ctrl+s")
        second = newest(app)
        assert (second.version, second.mine, second.agreed) == (2, "Ask twice. No lectures.", False)
        await shown(pilot, app)
        await press(pilot, "f6", "down")
        assert isinstance(app.screen, Agreed)
        await assert_goldens(pilot, "agreed")
        await press(pilot, "escape")
        assert isinstance(app.screen, AgreementSheet)


async def test_it_rests_goes_on_and_ends_and_undo_takes_that_back(path: Path) -> None:
    app = make_app(path, fill=agreed)
    async with opened(app, SMALLEST) as pilot:
        await shown(pilot, app)
        app.screen.query_one("#state", ChoiceField).focus()
        await press(pilot, "2")
        assert app.screen.query_one("#by").display
        app.screen.query_one("#by", ChoiceField).focus()
        await press(pilot, "2")
        await assert_goldens(pilot, "agreement-rests", always=True)
        await press(pilot, "ctrl+s")
        assert newest(app).pauses[0].by_mentor
        assert newest(app).version == 1
        await press(pilot, "u")
        assert newest(app).pauses == []
        await shown(pilot, app)
        app.screen.query_one("#state", ChoiceField).focus()
        await press(pilot, "3")
        app.screen.query_one("#ending", ChoiceField).focus()
        await press(pilot, "3", "ctrl+s")
        assert newest(app).ending is None
        await press(pilot, "n", "ctrl+s", "y")
        assert newest(app).ending is Ending.CHANGED
        await press(pilot, "u")
        assert newest(app).ending is None
        await shown(pilot, app)
        app.screen.query_one("#my_initials", TextField).fill("")
        await press(pilot, "ctrl+s")
        assert newest(app).agreed


async def test_it_is_printed_blank_or_as_it_is_and_the_ledger_knows(path: Path, home: Path) -> None:
    app = make_app(path, fill=agreed)
    async with opened(app, SMALLEST) as pilot:
        await shown(pilot, app)
        await press(pilot, "f7")
        await assert_goldens(pilot, "agreement-form")
        for name, digit in (("blank.txt", "1"), ("filled.txt", "2")):
            app.screen.query_one("#which", ChoiceField).focus()
            await press(pilot, digit)
            app.screen.query_one(PathField).fill(f"~/{name}")
            await press(pilot, "ctrl+s", "f7")
        assert app.journal is not None
        assert [share.what for share in app.journal.shares] == [Paper.AGREEMENT] * 2
    assert "Ask twice." not in (home / "blank.txt").read_text()
    assert "Ask twice." in (home / "filled.txt").read_text()
    assert "____" in (home / "filled.txt").read_text()


async def test_with_another_mentor_it_begins_with_what_was_expected_before(path: Path) -> None:
    def two(journal: Journal) -> None:
        agreed(journal)
        journal.people.add(Person(name="S.", role=Role.COACH))

    app = make_app(path, fill=two)
    async with opened(app) as pilot:
        assert app.journal is not None
        other = app.journal.people.all()[1]
        await shown(pilot, app)
        app.screen.query_one("#person", ChoiceField).choice.choose(other.uid)
        await press(pilot, "ctrl+s")
        assert "You agreed this with someone else." in picture(app)
        assert current(app.journal.agreements, other.uid) is None
        app.screen.query_one("#person", ChoiceField).choice.choose(app.journal.people.all()[0].uid)
        await press(pilot, "ctrl+s")
        app.show("agreement", person=other.uid)
        await settle(pilot)
        assert app.screen.query_one("#mine", WritingField).text == "Ask twice."
        await press(pilot, "ctrl+s")
        begun = current(app.journal.agreements, other.uid)
        assert begun is not None
