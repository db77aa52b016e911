"""Test the view "ahead" of Mentor: hard days, the plan for going quiet, the home walk-through, how to find a mentor."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.hard_days import HardDay
from journal.domain.home_walk import HomeItem, Naloxone
from journal.domain.people import Person, Role
from journal.domain.quiet_plan import EmergencyCall, QuietPlan
from journal.domain.share_ledger import Paper
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.mentor.find_mentor import FIRST_MESSAGE, FindMentor
from screens.mentor.hard_day_form import HardDaySheet
from screens.mentor.home_walk import HomeWalk
from screens.mentor.quiet_form import QuietSheet
from screens.timeline.entry_form import EntryEditor
from screens.widgets.fields.base import TextField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.path import PathField
from screens.widgets.fields.text import WritingField
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.lives import TODAY
from tests.support.rows import row_text

TO_AHEAD = ("right", "right")
FORMS = ("hard_day", "quiet_plan", "home_walk", "naloxone", "find_mentor", "guide_sheet", "hard_days_sheet")
PAYDAY = HardDay(day=TODAY + timedelta(days=11), what="payday", call_before="Ana", call_after="R.", way_out="own car")


def fill(journal: Journal) -> None:
    r = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.hard_days.add(PAYDAY)
    journal.hard_days.add(HardDay(day=TODAY + timedelta(days=31), what="Christmas Eve at my sister's"))
    journal.hard_days.add(HardDay(day=TODAY - timedelta(days=2), what="wedding"))
    journal.quiet_plans.add(
        QuietPlan(
            person=r,
            text_after=24,
            call_after=36,
            then_after=48,
            then_ask="Ana, 555 0199",
            say="Are you safe?",
            not_say="what I took",
            emergency=EmergencyCall.ASK_FIRST,
            agreed_on=date(2026, 11, 19),
        )
    )
    journal.home_items.add(HomeItem(room="Kitchen", what="two bottles", holder="R.", done_on=TODAY))
    journal.home_items.add(HomeItem(room="Car", what="flask"))
    journal.naloxone.add(Naloxone(place="kitchen drawer", who="Ana", expires_on=TODAY + timedelta(days=12)))


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def journal_of(app: JournalApp) -> Journal:
    assert app.journal is not None
    return app.journal


def said(app: JournalApp) -> str:
    """Return what is on the screen without frames and line ends."""
    return " ".join(picture(app).replace("│", " ").split())


async def test_it_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "5", *TO_AHEAD)
        await assert_goldens(pilot, "mentor-ahead")


async def test_with_nothing_in_it_it_says_what_to_do(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "5", *TO_AHEAD)
        await assert_goldens(pilot, "mentor-ahead-empty")


async def test_the_forms_are_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        for name in FORMS:
            app.show(name)
            await settle(pilot)
            await assert_goldens(pilot, name.replace("_", "-"))
            await press(pilot, "escape")


# Hard days.


async def test_a_hard_day_is_added_edited_deleted_and_brought_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await press(pilot, "5", *TO_AHEAD, "plus")
        await press(pilot, *"+11", "enter", *"payday", "enter", *"Ana", "ctrl+s")
        assert "Hard day saved." in said(app)
        (one,) = journal_of(app).hard_days
        assert (one.day, one.what, one.call_before) == (TODAY + timedelta(days=11), "payday", "Ana")
        assert "Fri 4 Dec payday: call Ana before" in said(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, HardDaySheet)
        app.screen.query_one("#way_out", TextField).fill("own car")
        await press(pilot, "ctrl+s")
        assert "way out: own car" in said(app)
        await press(pilot, "d", "y")
        assert journal_of(app).hard_days.all() == []
        await press(pilot, "u")
        assert [day.way_out for day in journal_of(app).hard_days] == ["own car"]


async def test_a_hard_day_needs_its_day_and_what_it_is(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await press(pilot, "5", *TO_AHEAD, "plus", "tab", *"payday", "ctrl+s")
        assert "Which day?" in said(app)
        await press(pilot, *"fri", "tab", *["backspace"] * 6, "ctrl+s")
        assert "Write in a few words what it is." in said(app)
        assert journal_of(app).hard_days.all() == []


async def test_today_shows_the_next_hard_day_and_asks_once_how_the_last_one_was(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        assert row_text(app, "hard-day") == "Fri 4 Dec  payday: call Ana before"
        assert row_text(app, "how-was-it") == "Sat 21 Nov  wedding: how was it?"
        app.screen.query_one("#how-was-it").focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, HardDaySheet)
        await press(pilot, *"better than I thought", "ctrl+s")
        assert row_text(app, "how-was-it") == ""
        assert [one.how_it_was for one in journal_of(app).hard_days if one.what == "wedding"] == [
            "better than I thought"
        ]


async def test_nothing_is_asked_while_reminders_are_off_and_the_next_day_still_stands(path: Path) -> None:
    def quiet(journal: Journal) -> None:
        fill(journal)
        journal.set_preferences(replace(journal.preferences, notices=False))

    app = make_app(path, fill=quiet)
    async with opened(app):
        assert row_text(app, "how-was-it") == ""
        assert row_text(app, "hard-day").startswith("Fri 4 Dec")


# If I go quiet.


async def test_the_plan_with_the_mentor_is_found_again_and_a_change_is_agreed_again(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, toasts=True) as pilot:
        await press(pilot, "5", *TO_AHEAD, "tab", "enter")
        assert isinstance(app.screen, QuietSheet)
        app.screen.query_one("#say", WritingField).fill("Hello, it's me")
        await press(pilot, "ctrl+s")
        assert "You changed what" in picture(app)
        (plan,) = journal_of(app).quiet_plans
        assert (plan.say, plan.agreed_on) == ("Hello, it's me", None)
        assert "not agreed yet" in said(app)
        await press(pilot, "enter")
        app.screen.query_one("#agreed_on", DayField).fill("today")
        await press(pilot, "ctrl+s")
        assert journal_of(app).quiet_plans.all()[0].agreed_on == TODAY


async def test_the_day_of_the_agreement_is_not_in_the_future(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        app.show("quiet_plan")
        await settle(pilot)
        app.screen.query_one("#agreed_on", DayField).fill("+3")
        await press(pilot, "ctrl+s")
        assert "That's in the future." in said(app)


async def test_the_card_is_printed_and_listed_among_what_was_shared(path: Path, home: Path) -> None:
    app = make_app(path, fill=fill)
    file = home / "card.txt"
    async with opened(app) as pilot:
        await press(pilot, "5", *TO_AHEAD, "tab", "enter", "f7")
        app.screen.query_one("#place", PathField).fill(str(file))
        await press(pilot, "ctrl+s")
        assert "After 24 hours: text me." in file.read_text()
        (share,) = journal_of(app).shares
        r = journal_of(app).people.all()[0].uid
        assert (share.what, share.person, share.lines) == (Paper.CARD, r, 8)
        assert share.sections[0] == "NO WORD FROM ME"


async def test_without_a_plan_there_is_no_card_and_with_a_draft_it_is_saved_first(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        app.show("quiet_plan")
        await settle(pilot)
        await press(pilot, "f7")
        assert "Fill in the form first." in said(app)
        app.screen.query_one("#then_ask", TextField).fill("Ana")
        await press(pilot, "f7")
        assert "Save or discard your changes first." in said(app)


# The home walk-through.


async def test_things_are_added_ticked_and_printed_and_the_naloxone_is_written_down(path: Path, home: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await press(pilot, "5", *TO_AHEAD, "tab", "tab", "enter")
        assert isinstance(app.screen, HomeWalk)
        await press(pilot, "plus", *"Kitchen", "enter", *"wine", "enter", *"R.", "ctrl+s", "space")
        (item,) = journal_of(app).home_items
        assert (item.room, item.what, item.holder, item.done_on) == ("Kitchen", "wine", "R.", TODAY)
        assert "[x] Kitchen: wine · R." in said(app)
        await press(pilot, "n", *"hall cupboard", "enter", *"+12", "enter", *"Ana", "ctrl+s")
        kit = "naloxone hall cupboard · Ana can use it · expires in 12 days: get a new one"
        assert row_text(app, "naloxone") == kit
        await press(pilot, "n")
        assert app.screen.query_one("#place", TextField).value == "hall cupboard"
        await press(pilot, "escape", "w")
        app.screen.query_one("#place", PathField).fill(str(home / "home.txt"))
        await press(pilot, "ctrl+s")
        printed = (home / "home.txt").read_text()
        assert "[x] wine; held by: R." in printed
        assert "hall cupboard" in printed
        await press(pilot, "d", "y")
        assert journal_of(app).home_items.all() == []


async def test_the_screen_with_the_helplines_says_where_the_naloxone_is_and_nothing_while_locked(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await press(pilot, "f4", "2")
        assert "Your naloxone: kitchen drawer · Ana can use it · expires in 12 days: get a new one" in said(app)
        await press(pilot, "ctrl+l", "f4", "2")
        assert "Give naloxone" in said(app)
        assert "kitchen drawer" not in said(app)


# No mentor yet?


async def test_without_a_mentor_a_key_opens_how_to_find_one(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await press(pilot, "5")
        assert "i for how to find one." in said(app)
        await press(pilot, "i")
        assert isinstance(app.screen, FindMentor)


async def test_the_list_of_commands_finds_it_by_what_people_say(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        for words in ("find a mentor", "no mentor", "looking sponsor"):
            await press(pilot, "ctrl+p", *("space" if letter == " " else letter for letter in words), "enter")
            assert isinstance(app.screen, FindMentor), words
            await press(pilot, "escape")


async def test_the_first_message_begins_with_ours_and_no_other_draft_is_lost(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await press(pilot, "n", *"half a thought", "escape", "5", "i", "e")
        assert isinstance(app.screen, EntryEditor)
        assert app.screen.query_one("#text", WritingField).value.startswith("Hi …")
        await press(pilot, *" thanks", "escape", "e")
        assert app.screen.query_one("#text", WritingField).value.endswith("thanks")
        await press(pilot, "ctrl+s")
        (entry,) = journal_of(app).entries
        assert entry.title == "A first message"
        assert entry.text.endswith("thanks")
        assert app.keeper.draft(FIRST_MESSAGE) is None
        await press(pilot, "escape", "n")
        assert app.screen.query_one("#text", WritingField).value == "half a thought"


async def test_a_page_for_mentors_is_printed_and_nothing_is_noted_because_nothing_of_mine_is_on_it(
    path: Path, home: Path
) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        app.show("guide_sheet")
        await settle(pilot)
        await press(pilot, "2")
        app.screen.query_one("#place", PathField).fill(str(home / "guide.txt"))
        await press(pilot, "ctrl+s")
        assert "Have a supervisor" in (home / "guide.txt").read_text()
        assert journal_of(app).shares.all() == []
