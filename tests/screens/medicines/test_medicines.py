"""Check that a dose is noted with one key, can be undone, and that only the fixed line stands beside a missed one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from journal.domain.medicines import Dose, DoseState, Medicine
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.medicines.medicine_form import MedicineSheet
from screens.medicines.medicines import Medicines
from screens.today.medicine_row import MedicineRow
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.rows import row_text

EIGHT, ELEVEN, NOON_MINUTE, TWENTY = 480, 660, 720, 1200
LONG_AGO = NOON - timedelta(days=30)


def two_medicines(journal: Journal) -> None:
    """Add two medicines with two weeks of doses, one when needed and one that is no longer taken."""
    today = journal.today()
    clock = journal.clock
    clock.set(LONG_AGO)  # type: ignore[attr-defined]  # the tests' clock can be set
    tablet = journal.medicines.add(Medicine(name="sertraline", dose="50 mg", times=[EIGHT]))
    syrup = journal.medicines.add(Medicine(name="methadone", dose="40 mg", times=[ELEVEN, TWENTY], methadone=True))
    journal.medicines.add(Medicine(name="ibuprofen", dose="400 mg"))
    journal.medicines.add(Medicine(name="naltrexone", times=[EIGHT], archived=True))
    clock.set(NOON)  # type: ignore[attr-defined]  # the tests' clock can be set
    missed = {(syrup, 3, TWENTY)}
    skipped = {(tablet, 1, EIGHT)}
    journal.doses.add_many(
        [
            Dose(
                medicine=uid,
                day=today - timedelta(days=ago),
                minute=minute,
                state=DoseState.MISSED if (uid, ago, minute) in missed else DoseState.TAKEN,
                at=NOON - timedelta(days=ago, minutes=NOON_MINUTE - minute),
            )
            for ago in range(1, 16)
            for uid, minute in ((tablet, EIGHT), (syrup, ELEVEN), (syrup, TWENTY))
            if (uid, ago, minute) not in skipped
        ]
    )
    journal.doses.add(Dose(medicine=tablet, day=today, minute=EIGHT, at=NOON - timedelta(hours=4)))


async def show_medicines(pilot: object, app: JournalApp) -> None:
    """Open the screen."""
    app.show("medicines")
    await settle(pilot)  # type: ignore[arg-type]
    assert isinstance(app.screen, Medicines)


def hold(app: JournalApp) -> Event:
    """Let the journal's thread wait, so that no save ends, until the event that is returned is set."""
    go_on = Event()
    app.keeper._thread.submit(go_on.wait)
    return go_on


def noted(app: JournalApp) -> list[tuple[str, int | None, DoseState]]:
    """Return the doses of today."""
    assert app.journal is not None
    names = {one.uid: one.name for one in app.journal.medicines}
    today = app.journal.today()
    return [(names[one.medicine], one.minute, one.state) for one in app.journal.doses if one.day == today]


TABLET = ("sertraline", EIGHT, DoseState.TAKEN)


async def test_the_list_says_what_is_due_and_what_was(path: Path) -> None:
    app = make_app(path, fill=two_medicines)
    async with opened(app, SMALLEST) as pilot:
        await show_medicines(pilot, app)
        await assert_goldens(pilot, "medicines")


async def test_one_key_says_taken_and_again_undoes_it(path: Path) -> None:
    app = make_app(path, fill=two_medicines)
    async with opened(app) as pilot:
        await show_medicines(pilot, app)
        await pilot.press("space")
        await settle(pilot)
        assert noted(app) == [TABLET, ("methadone", ELEVEN, DoseState.TAKEN)]
        await pilot.press("u")
        await settle(pilot)
        assert noted(app) == [TABLET]
        await pilot.press("space")
        await settle(pilot)
        await pilot.press("space")
        await settle(pilot)
        assert noted(app) == [TABLET, ("methadone", ELEVEN, DoseState.TAKEN)]
        await pilot.press("tab", "j", "space")
        await settle(pilot)
        assert noted(app) == [TABLET]


async def test_missed_has_the_fixed_line_and_methadone_its_own(path: Path) -> None:
    def one(journal: Journal) -> None:
        journal.medicines.add(Medicine(name="sertraline", times=[ELEVEN + 30]))

    app = make_app(path, fill=one)
    async with opened(app) as pilot:
        await show_medicines(pilot, app)
        assert "double up" not in picture(app)
        await pilot.press("m")
        await settle(pilot)
        shown = picture(app)
        assert "Don't double up. Ask your pharmacist." in shown
        assert "Call your clinic" not in shown
        await pilot.press("e")
        await settle(pilot)
        await pilot.press(*["tab"] * 3, "1", "ctrl+s")
        await settle(pilot)
        assert "Missed 3 days or more? Don't take your usual dose. Call your clinic." in picture(app)


async def test_a_dose_of_another_day_can_be_noted_and_a_second_one_today_cannot(path: Path) -> None:
    app = make_app(path, fill=two_medicines)
    async with opened(app, (120, 40), toasts=True) as pilot:
        await show_medicines(pilot, app)
        await pilot.press("k", "space")
        await settle(pilot)
        assert noted(app) == [TABLET]
        assert "Next: tomorrow 08:00" in picture(app)
        assert "last 14 days: 13 taken, 0 missed, 1 not noted" in picture(app)
        await pilot.press("tab", *["j"] * 5)
        await settle(pilot)
        assert "yesterday" in picture(app)
        await pilot.press("m")
        await settle(pilot)
        assert "13 taken, 1 missed, 0 not noted" in picture(app)


async def test_when_needed_is_noted_as_often_as_it_is_taken_and_never_missed(path: Path) -> None:
    app = make_app(path, fill=two_medicines)
    async with opened(app) as pilot:
        await show_medicines(pilot, app)
        await pilot.press("j", "space", "m")
        await settle(pilot)
        await pilot.press("space")
        await settle(pilot)
        assert noted(app)[1:] == [("ibuprofen", None, DoseState.TAKEN)] * 2


async def test_a_medicine_is_added_with_its_times_as_people_write_them(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await show_medicines(pilot, app)
        await pilot.press("plus", *"tea", "tab", *"a cup", "tab", *"25", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, MedicineSheet)
        assert "Try: 8, 20:30" in picture(app)
        await pilot.press("backspace", "backspace", *"20:30, 8", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        (one,) = app.journal.medicines
        assert (one.name, one.dose, one.times, one.methadone) == ("tea", "a cup", [EIGHT, TWENTY + 30], False)
        await pilot.press("d", "y")
        await settle(pilot)
        assert not app.journal.medicines.all()


async def test_the_form_looks_as_it_should(path: Path) -> None:
    app = make_app(path, fill=two_medicines)
    async with opened(app, SMALLEST) as pilot:
        await show_medicines(pilot, app)
        await pilot.press("k", "e")
        await settle(pilot)
        await pilot.press("home")
        await settle(pilot)
        await assert_goldens(pilot, "medicine")


async def test_a_deleted_medicine_takes_its_doses_along_and_undo_brings_all_back(path: Path) -> None:
    app = make_app(path, fill=two_medicines)
    async with opened(app) as pilot:
        await show_medicines(pilot, app)
        assert app.journal is not None
        before = len(app.journal.doses)
        await pilot.press("k")
        await pilot.press("d", "y")
        await settle(pilot)
        assert len(app.journal.doses) == before - 15
        await pilot.press("u")
        await settle(pilot)
        assert len(app.journal.doses) == before


async def test_today_has_a_line_only_with_a_medicine_and_space_takes_what_is_due(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        assert row_text(app, "medicine") == ""
        app.save(Medicine(name="sertraline", times=[ELEVEN + 30, TWENTY]))
        await settle(pilot)
        assert row_text(app, "medicine") == "medicine 11:30 sertraline, due"
        app.screen.query_one("#medicine").focus()
        await pilot.press("space")
        await settle(pilot)
        assert row_text(app, "medicine") == "medicine 20:00 sertraline"
        assert noted(app) == [("sertraline", ELEVEN + 30, DoseState.TAKEN)]
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Medicines)


async def test_the_check_in_asks_whether_it_was_taken_only_where_there_is_a_medicine(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("a")
        await settle(pilot)
        assert not app.screen.query("#medicine")
        await pilot.press("escape")
        await settle(pilot)
        app.save(Medicine(name="sertraline", times=[ELEVEN + 30, TWENTY]))
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        app.screen.query_one("#medicine Choice").focus()
        await pilot.press("1", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        assert [one.medicine_taken for one in app.journal.checkins] == [True]
        await pilot.press("a", "5", "ctrl+s")
        await settle(pilot)
        assert [(one.mood, one.medicine_taken) for one in app.journal.checkins] == [(5, True)]


async def test_the_list_of_commands_finds_it_by_what_people_say(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("ctrl+p", *"tablet", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Medicines)


async def test_where_two_are_due_today_leads_to_the_list_so_that_none_is_noted_by_mistake(path: Path) -> None:
    def two_due(journal: Journal) -> None:
        journal.medicines.add_many([Medicine(name=name, times=[ELEVEN + 30]) for name in ("one", "two")])

    app = make_app(path, fill=two_due)
    async with opened(app) as pilot:
        assert row_text(app, "medicine") == "medicine 11:30 one, due, and 1 more"
        app.screen.query_one("#medicine").focus()
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, Medicines)
        assert noted(app) == []


@pytest.mark.parametrize("keys", ["  ", "m ", " m", "     "])
async def test_two_keys_before_the_first_save_ends_note_one_dose(path: Path, keys: str) -> None:
    app = make_app(path, fill=two_medicines)
    async with opened(app) as pilot:
        await show_medicines(pilot, app)
        go_on = hold(app)
        await pilot.press(*("space" if key == " " else key for key in keys))
        go_on.set()
        await settle(pilot)
        last = DoseState.MISSED if keys[-1] == "m" else DoseState.TAKEN
        assert noted(app) == [TABLET, ("methadone", ELEVEN, last)]
        await pilot.press("u")
        await settle(pilot)
        assert len(noted(app)) == (1 if len(set(keys)) == 1 else 2), "undo of the second key leaves the first"


async def test_two_keys_before_the_save_ends_note_what_was_taken_when_needed_once(path: Path) -> None:
    app = make_app(path, fill=two_medicines)
    async with opened(app) as pilot:
        await show_medicines(pilot, app)
        await pilot.press("j")
        go_on = hold(app)
        await pilot.press("space", "space")
        go_on.set()
        await settle(pilot)
        assert noted(app) == [TABLET, ("ibuprofen", None, DoseState.TAKEN)]
        await pilot.press("space")
        await settle(pilot)
        assert noted(app) == [TABLET, *[("ibuprofen", None, DoseState.TAKEN)] * 2]


async def test_two_keys_on_today_note_one_dose(path: Path) -> None:
    def one(journal: Journal) -> None:
        journal.medicines.add(Medicine(name="sertraline", times=[ELEVEN + 30]))

    app = make_app(path, fill=one)
    async with opened(app) as pilot:
        app.screen.query_one(MedicineRow).focus()
        go_on = hold(app)
        await pilot.press("space", "space")
        go_on.set()
        await settle(pilot)
        assert noted(app) == [("sertraline", ELEVEN + 30, DoseState.TAKEN)]


def test_a_planned_dose_that_is_noted_twice_is_one_record(journal: Journal) -> None:
    medicine = journal.medicines.add(Medicine(name="sertraline", times=[EIGHT]))
    today = journal.today()
    dose = Dose(medicine=medicine, day=today, minute=EIGHT)
    journal.save(dose)
    journal.save(Dose(medicine=medicine, day=today, minute=EIGHT, state=DoseState.MISSED))
    journal.save(Dose(medicine=medicine, day=today - timedelta(days=1), minute=EIGHT))
    journal.save(Dose(medicine=medicine, day=today), Dose(medicine=medicine, day=today))
    found = sorted((one.day, one.minute or 0, one.state) for one in journal.doses)
    assert found == [
        (today - timedelta(days=1), EIGHT, DoseState.TAKEN),
        (today, 0, DoseState.TAKEN),
        (today, 0, DoseState.TAKEN),
        (today, EIGHT, DoseState.MISSED),
    ]
