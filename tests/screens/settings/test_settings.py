"""Test Settings: each line shows its value, each can be changed, and a failed change changes nothing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.cravings import Craving
from journal.domain.days import DayState, Mark
from journal.domain.debriefs import Debrief
from journal.domain.focuses import FocusKind, GoalMode, paused
from journal.domain.preferences import SinceConvention
from journal.domain.uses import Use
from journal.errors import NotSaved
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.routes import screen_class
from screens.settings.focus_form import FocusSheet
from screens.settings.preferences_form import PreferencesSheet
from screens.settings.settings import Line, SettingsScreen
from screens.widgets.fields.base import Field, TextField
from screens.widgets.record_list import RecordList
from tests.support.builders import START, alcohol
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import paste


def with_alcohol(journal: Journal) -> None:
    journal.focuses.add(replace(alcohol(), uid=""))


async def go_to(pilot: Pilot[int], name: str) -> None:
    """Open Settings from Today, and the form of a line by the line's name."""
    await pilot.press("comma")
    await settle(pilot)
    lines = pilot.app.screen.query_one(RecordList)
    lines.mark([line.name for line in lines.items].index(name))
    await pilot.press("enter")
    await settle(pilot)


async def save(pilot: Pilot[int]) -> None:
    await pilot.press("ctrl+s")
    await settle(pilot)


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("late-night scrolling", "late-night scroll…  stop"),
        ("深夜のスクロールと動画", "深夜のスクロール …  stop"),
        ("tea \x1b[2J", "tea ·[2J            stop"),
    ],
)
async def test_a_name_of_any_width_keeps_the_column(path: Path, label: str, shown: str) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add(replace(alcohol(), uid="", label=label)))
    async with opened(app) as pilot:
        await pilot.press("comma")
        await settle(pilot)
        assert shown in picture(app)


async def test_settings_and_their_forms_are_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=with_alcohol)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("comma")
        await settle(pilot)
        lines = app.screen.query_one(RecordList)
        lines.show(
            [line._replace(value="…") if line.name in ("The file", "Clean up file") else line for line in lines.items],
            headings=lines.headings,
        )
        await pilot.pause()
        await assert_goldens(pilot, "settings", always=True)
        await pilot.press("G")
        await assert_goldens(pilot, "settings-end", always=True)
        for name in ("Words and days", "Region, language", "alcohol", "Lock", "Looks"):
            await pilot.press("escape")
            await pilot.pause()
            await go_to(pilot, name)
            await assert_goldens(pilot, f"settings-{name.partition(',')[0].lower().replace(' ', '-')}")
            await pilot.press("escape")
            await settle(pilot)
        await pilot.press("plus")
        await settle(pilot)
        await pilot.press("3")
        await assert_goldens(pilot, "settings-another")


async def test_every_line_says_how_it_stands(path: Path) -> None:
    app = make_app(path, fill=with_alcohol)
    async with opened(app) as pilot:
        await pilot.press("comma")
        await settle(pilot)
        shown = picture(app)
        for said in (
            "slip · full days · day from 03:00",
            "stop · since Tue 1 Sep",
            "no recovery words yet",
            "none yet",
        ):
            assert said in shown


async def test_words_and_days_are_the_persons_own(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "Words and days")
        await paste(pilot, "slip", "lapse")
        await paste(pilot, "day", "5am")
        await paste(pilot, "timer", "30")
        app.screen.query_one("#since Choice").focus()
        await pilot.press("2")
        app.screen.query_one("#notices Choice").focus()
        await pilot.press("2")
        await save(pilot)
        assert isinstance(app.screen, SettingsScreen)
        assert "lapse · day number · day from 05:00" in picture(app)
        assert app.journal is not None
        preferences = app.journal.preferences
        assert (preferences.slip_word, preferences.since) == ("lapse", SinceConvention.DAY_NUMBER)
        assert (preferences.day_starts_at, preferences.timer_minutes, preferences.notices) == (300, 30, False)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("timer", "4", "from 5 to 60"),
        ("timer", "7.5", "from 5 to 60"),
        ("timer", "", "from 5 to 60"),
        ("day", "13:00", "midnight and noon"),
    ],
)
async def test_what_is_no_such_value_is_told_at_its_field(path: Path, field: str, typed: str, said: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "Words and days")
        await paste(pilot, field, typed)
        await save(pilot)
        assert isinstance(app.screen, PreferencesSheet)
        assert said in picture(app)


async def test_a_form_half_changed_comes_back_after_a_lock(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "Words and days")
        await paste(pilot, "slip", "lap")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, PreferencesSheet)
        assert app.screen.query_one("#slip", TextField).text == "lap"


async def test_the_settings_themselves_are_nothing_to_delete(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.set_preferences(replace(journal.preferences, slip_word="lapse")))
    async with opened(app) as pilot:
        await go_to(pilot, "Words and days")
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        assert app.slip_word == "lapse"


async def test_a_full_disk_changes_nothing_and_keeps_the_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> object:
        raise NotSaved(reason="The disk is full")

    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "Words and days")
        await paste(pilot, "slip", "lapse")
        monkeypatch.setattr("journal.vault.vault.Vault.commit", full)
        await save(pilot)
        assert isinstance(app.screen, PreferencesSheet)
        assert "The disk is full" in picture(app)
        assert app.screen.query_one("#slip", TextField).text == "lapse"
        monkeypatch.undo()


async def test_the_arrows_pass_over_headings_and_keep_the_marked_line_in_view(path: Path) -> None:
    app = make_app(path, fill=with_alcohol)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("comma")
        await settle(pilot)
        lines = app.screen.query_one(RecordList)
        settings = list(lines.items)
        seen = []
        for _ in settings:
            (marked,) = [row for row in picture(app).split("\n") if "› " in row]
            seen.append(lines.item)
            assert isinstance(lines.item, Line)
            assert lines.item.name[:10] in marked
            await pilot.press("j")
            await settle(pilot)
        assert seen == settings
        for _ in settings:
            await pilot.press("k")
        await settle(pilot)
        assert "│ You " in picture(app)
        assert lines.item == settings[0]
        await pilot.press("pagedown", "pageup")
        assert lines.item in settings[:3]


async def test_each_line_opens_what_it_names(path: Path) -> None:
    app = make_app(path, fill=with_alcohol)
    async with opened(app, toasts=True) as pilot:
        for name, route in {
            "Words and days": "preferences",
            "Region, language": "region",
            "Safety plan": "safety_plan",
            "Emergency card": "card",
            "My own helplines": "own_lines",
            "Passphrase, keys": "what_opens",
            "Lock": "lock_after",
            "Backups": "backup",
            "Merge a copy": "merge",
            "Looks": "computer",
            "Motion and keys": "computer",
            "Page to share": "share",
            "Import": "import_programs",
            "Undo an import": "undo_import",
            "Export everything": "export",
            "Erase the journal": "erase_journal",
        }.items():
            await go_to(pilot, name)
            assert type(app.screen) is screen_class(route), name
            await pilot.press("escape", "escape")
            await settle(pilot)


# What one recovers from


async def test_a_focus_can_be_changed_in_everything(path: Path) -> None:
    app = make_app(path, fill=with_alcohol)
    async with opened(app) as pilot:
        await go_to(pilot, "alcohol")
        app.screen.query_one("#mode Choice").focus()
        await pilot.press("3")
        for field, text in (
            ("limit", "2"),
            ("start", "2026-10-01"),
            ("clean", "sober"),
            ("heavy", "5"),
            ("cost", "40"),
        ):
            await paste(pilot, field, text)
        await save(pilot)
        assert app.journal is not None
        (focus,) = app.journal.focuses.all()
        assert (focus.goal_mode, focus.limit, focus.start) == (GoalMode.REDUCE, Decimal(2), date(2026, 10, 1))
        assert (focus.clean_word, focus.heavy_from, focus.cost) == ("sober", Decimal(5), Decimal(40))
        assert (focus.label, focus.kind, focus.unit) == ("alcohol", FocusKind.ALCOHOL, "drinks")


async def test_a_focus_can_be_paused_from_today_on_and_taken_up_again(path: Path) -> None:
    app = make_app(path, fill=with_alcohol)
    today = date(2026, 11, 23)
    async with opened(app) as pilot:
        for answer, rests in (("1", True), ("2", False)):
            await go_to(pilot, "alcohol")
            app.screen.query_one("#paused Choice").focus()
            await pilot.press(answer)
            await save(pilot)
            assert app.journal is not None
            (focus,) = app.journal.focuses.all()
            assert paused(focus, today) is rests
            assert not paused(focus, START)
            await pilot.press("escape")
            await settle(pilot)


async def test_the_warning_comes_before_the_date_of_something_new(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "+")
        fields = list(app.screen.query("#warning, #start"))
        assert [field.id for field in fields] == ["warning", "start"]
        assert not fields[0].display
        await pilot.press("1")
        assert app.screen.query_one("#warning").display
        assert "Before you stop or cut down" in picture(app)
        await save(pilot)
        assert app.journal is not None
        (focus,) = app.journal.focuses.all()
        assert (focus.label, focus.goal_mode, focus.start) == ("alcohol", GoalMode.OBSERVE, None)


async def test_no_amounts_are_asked_for_food(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "+")
        await pilot.press("0")
        shown = [field.id for field in app.screen.query(Field) if field.display]
        assert not {"limit", "taper", "unit", "heavy"} & set(shown)


def with_days(journal: Journal) -> None:
    """Add a focus with two days, a use with its debrief, and two cravings, one of them about nothing."""
    with_alcohol(journal)
    (focus,) = journal.focuses.all()
    days = (START, START + timedelta(days=1))
    journal.marks.add_many([Mark(focus=focus.uid, local_date=day, state=DayState.CLEAN) for day in days])
    use = journal.uses.add(Use(focus=focus.uid, local_date=START + timedelta(days=2)))
    journal.debriefs.add(Debrief(use=use))
    journal.cravings.add_many([Craving(intensity=7, focus=focus.uid), Craving(intensity=5)])


async def ask_to_delete(pilot: Pilot[int]) -> Journal:
    """Open the focus, and ask to delete it."""
    await go_to(pilot, "alcohol")
    await pilot.press("ctrl+t")
    await settle(pilot)
    assert isinstance(pilot.app, JournalApp)
    assert pilot.app.journal is not None
    return pilot.app.journal


async def test_a_focus_with_days_is_archived_or_deleted_with_them_or_neither(path: Path) -> None:
    app = make_app(path, fill=with_days)
    async with opened(app) as pilot:
        journal = await ask_to_delete(pilot)
        assert "2 days, 1 slip and 1 craving" in picture(app)
        await assert_goldens(pilot, "focus-delete")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, FocusSheet)
        assert [focus.archived for focus in journal.focuses] == [False]
        await pilot.press("ctrl+t", "n")
        await settle(pilot)
        assert [focus.archived for focus in journal.focuses] == [True]
        assert [len(table) for table in (journal.marks, journal.uses, journal.cravings)] == [2, 1, 2]


async def test_a_focus_is_deleted_with_everything_about_it_and_brought_back(path: Path) -> None:
    app = make_app(path, fill=with_days)
    async with opened(app, toasts=True) as pilot:
        journal = await ask_to_delete(pilot)
        await pilot.press("y")
        await settle(pilot)
        tables = (journal.focuses, journal.marks, journal.uses, journal.debriefs)
        assert [len(table) for table in tables] == [0, 0, 0, 0]
        assert [craving.intensity for craving in journal.cravings] == [5]
        assert "Deleted. Press u to undo." in picture(app)
        await pilot.press("u")
        await settle(pilot)
        assert [len(table) for table in (*tables, journal.cravings)] == [1, 2, 1, 1, 2]
        assert "Undone: focus deleted." in picture(app)


async def test_erasing_a_focus_for_good_names_what_goes_with_it(path: Path) -> None:
    app = make_app(path, fill=with_days)
    async with opened(app, toasts=True) as pilot:
        await go_to(pilot, "alcohol")
        await app.screen.run_action("erase")
        await settle(pilot)
        assert "this focus, with 2 days, 1 slip and 1 craving" in " ".join(picture(app).split())


# Keys and the file


async def test_the_file_is_written_anew_when_asked(path: Path) -> None:
    app = make_app(path, fill=with_alcohol)
    async with opened(app, toasts=True) as pilot:
        await go_to(pilot, "Clean up file")
        await pilot.press("y")
        await settle(pilot)
        assert "Cleaned up" in picture(app)
    assert path.with_name(f"{path.name}.1").exists()


async def test_where_the_file_is_can_be_read_whole(path: Path) -> None:
    app = make_app(path)
    async with opened(app, (120, 40), toasts=True) as pilot:
        await go_to(pilot, "The file")
        assert path.name in picture(app)
