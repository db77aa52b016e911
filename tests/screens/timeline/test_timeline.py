"""Test the timeline: everything newest first, found by kind and by words, opened, deleted and restored."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from journal import demo
from journal.domain.checkins import CheckIn
from journal.domain.commitments import Commitment
from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Needs, Outcome, Trigger
from journal.domain.debriefs import Debrief
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.goals import Goal, Step
from journal.domain.instruments import Score
from journal.domain.kinds import TIMELINE
from journal.domain.people import Person
from journal.domain.preferences import Preferences
from journal.domain.record import Precision, Record
from journal.domain.sessions import Session
from journal.domain.uses import Situation, Use
from journal.record_text import RecordText, format_clock
from journal.store.journal import Journal
from journal.text import timeline as timeline_text
from screens.app import JournalApp
from screens.routes import ROUTES, route_of
from screens.timeline.timeline import Timeline
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from tests.conftest import NOON, ZONE
from tests.screens.conftest import Asked
from tests.support.driving import Fill, make_app, open_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_golden, assert_goldens, picture


def one_of_each(journal: Journal) -> None:
    """Add one record of each kind, an hour apart, the entry the newest."""
    focus = journal.focuses.add(Focus(label="alcohol", unit="drinks"))
    trigger = journal.triggers.add(Trigger(label="stress"))
    walk = journal.strategies.add(Strategy(label="walk"))
    person = journal.people.add(Person(name="R."))
    records: list[Record] = [
        Goal(title="Evening class", steps=[Step(text="form")]),
        Session(person=person, held_at=NOON, place="the café", said="Eat first."),
        Use(focus=focus, amount=Decimal(3), situation=Situation.CONFLICT),
        Craving(
            intensity=7,
            after=2,
            focus=focus,
            triggers=[trigger],
            attempts=[Attempt(strategy=walk)],
            outcome=Outcome.PASSED,
        ),
        CheckIn(mood=6, halt=[Halt.TIRED], intention="sleep early"),
        Entry(text="A quiet Évening.\nMore."),
    ]
    for hour, record in enumerate(records):
        journal.collection(type(record)).add(_at(record, hour))


def _at(record: Record, hour: int) -> Record:
    from msgspec.structs import replace

    return replace(record, at=NOON - timedelta(hours=6 - hour))


@asynccontextmanager
async def timeline(path: Path, fill: Fill = one_of_each, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """Open the timeline."""
    app = make_app(path, fill=fill)
    async with opened(app, size) as pilot:
        await pilot.press("2")
        await settle(pilot)
        assert isinstance(app.screen, Timeline)
        yield pilot


def kinds(pilot: Pilot[int]) -> list[str]:
    """Return the kinds of the records in the list, in order."""
    return [type(record).__name__ for record in pilot.app.screen.query_one(RecordList).items]


def text(pilot: Pilot[int]) -> str:
    """Return what the terminal shows."""
    assert isinstance(pilot.app, JournalApp)
    return picture(pilot.app)


async def test_the_timeline_of_the_sample_journal(path: Path) -> None:
    demo.make(path, NOON, ZONE)
    app = open_app(path)
    try:
        async with app.run_test(size=SMALLEST) as pilot:
            await unlock(pilot, demo.PASSPHRASE)
            await pilot.press("2")
            await settle(pilot)
            await assert_goldens(pilot, "timeline")
    finally:
        app.keeper.shutdown(app.exit_drafts)


async def test_the_empty_timeline_says_which_keys_write(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await assert_goldens(pilot, "timeline-empty")
        assert timeline_text.NOTHING_YET in " ".join(picture(app).replace("│", " ").split())


async def test_the_newest_stands_first(path: Path) -> None:
    async with timeline(path) as pilot:
        assert kinds(pilot) == ["Entry", "CheckIn", "Craving", "Use", "Session", "Goal"]


async def test_f_shows_one_kind_after_the_other_and_then_all_again(path: Path) -> None:
    async with timeline(path) as pilot:
        seen = []
        for _ in range(7):
            await pilot.press("f")
            seen.append(kinds(pilot))
        assert seen[:6] == [[kind.type.__name__] for kind in TIMELINE if kind.type is not Score]
        assert len(seen[6]) == 6
        await pilot.press("F")
        assert kinds(pilot) == ["Goal"]


async def test_search_answers_while_typing_and_esc_shows_everything(path: Path) -> None:
    async with timeline(path) as pilot:
        await pilot.press("slash", *"evening")
        assert kinds(pilot) == ["Entry", "Goal"]
        assert "2 found" in text(pilot)
        await pilot.press("enter", "j")
        assert isinstance(pilot.app.screen.focused, RecordList)
        assert isinstance(pilot.app.screen.query_one(RecordList).item, Goal)
        await pilot.press("escape")
        assert len(kinds(pilot)) == 6
        assert pilot.app.screen.query_one("#search", Input).value == ""


async def test_letters_that_come_right_after_the_slash_are_not_taken_for_keys(path: Path) -> None:
    async with timeline(path) as pilot:
        for key, letter in [("slash", "/"), ("a", "a"), ("n", "n"), ("d", "d")]:
            pilot.app.post_message(events.Key(key, letter))
        await settle(pilot)
        assert isinstance(pilot.app.screen, Timeline)
        assert isinstance(pilot.app.focused, Input)


async def test_search_stays_within_the_kind(path: Path) -> None:
    async with timeline(path) as pilot:
        await pilot.press("F", "ctrl+f", *"evening", "down")
        assert kinds(pilot) == ["Goal"]
        assert isinstance(pilot.app.screen.focused, RecordList)


async def test_names_are_found_too(path: Path) -> None:
    async with timeline(path) as pilot:
        await pilot.press("slash", *"stress")
        assert kinds(pilot) == ["Trigger", "Craving"]


async def test_a_line_shows_the_place_where_the_word_was_found(path: Path) -> None:
    def fill(journal: Journal) -> None:
        journal.entries.add(Entry(text="A long walk.\nOn the way back we met Mia at the harbour."))
        journal.checkins.add(CheckIn(mood=4, grateful=["Mia at breakfast"]))

    async with timeline(path, fill) as pilot:
        await pilot.press("slash", *"mia")
        await settle(pilot)
        assert "… the way back we met Mia at the harbour." in text(pilot)
        assert "grateful for: Mia at breakfast" in text(pilot)


def found_parts(row: Strip) -> list[str]:
    """Return the parts of a line that are marked as found."""
    return [part.text for part in row if part.style and part.style.underline]


async def test_what_was_searched_for_is_marked_in_the_line_and_in_the_whole_record(path: Path) -> None:
    def fill(journal: Journal) -> None:
        journal.entries.add(Entry(text=f"{'a long walk ' * 20} to the Café and the 日本 Straße, then home"))
        journal.checkins.add(CheckIn(mood=4, intention="the café"))

    async with timeline(path, fill, (120, 40)) as pilot:
        records = pilot.app.screen.query_one(RecordList)
        for typed, parts in (("cafe", ["Café"]), ("STRASSE then", ["Straße", "then"]), ("walk", ["walk"] * 2)):
            await pilot.press("slash", *typed.replace(" ", "_"), "enter")
            pilot.app.screen.query_one("#search", Input).value = typed
            await settle(pilot)
            place = next(place for place, one in enumerate(records.items) if isinstance(one, Entry))
            row = records.render_line(place + 1)
            assert found_parts(row)[: len(parts)] == parts
            records.mark(place)
            await settle(pilot)
            whole = pilot.app.screen.query_one("#whole", Plain)
            styled = [whole.render_line(line) for line in range(whole.size.height)]
            assert set(parts) <= {part for line in styled for part in found_parts(line)}
            await pilot.press("escape")
            await settle(pilot)
        assert found_parts(records.render_line(1)) == []


@pytest.mark.parametrize("room", [26, 40, 80])
def test_a_line_shows_the_passage_if_the_word_would_be_cut_off(room: int, journal: Journal) -> None:
    text = f"{'one two three ' * 10}at the birthday, then home"
    told = RecordText(journal).found(Entry(text=text), "birthday", room)
    assert told.startswith("… ")
    assert "birthday" in told[:room]
    assert RecordText(journal).found(Entry(text="at the birthday"), "birthday", room) == "at the birthday"
    assert RecordText(journal).found(Entry(text=text), "zebra", room) == text
    assert RecordText(journal).found(Entry(text=text), "", room) == text


async def test_what_is_not_found_is_told(path: Path) -> None:
    async with timeline(path) as pilot:
        await pilot.press("slash", *"zebra")
        assert timeline_text.NOTHING_FOUND in text(pilot)


async def test_a_kind_without_records_is_told(path: Path) -> None:
    async with timeline(path, lambda journal: journal.goals.add(Goal(title="run"))) as pilot:
        await pilot.press("f")
        assert timeline_text.NOTHING_OF_IT in text(pilot)


async def test_enter_and_e_open_each_in_the_screen_of_its_kind(path: Path, asked: Asked) -> None:
    async with timeline(path) as pilot:
        records = list(pilot.app.screen.query_one(RecordList).items)
        for _ in records:
            await pilot.press("enter", "e", "j")
        routes = ["entry", "checkin", "saved_craving", "slip", "meeting", "goal"]
        assert asked.names == [route for route in routes for _ in "ab"]
        assert [options["record"] for options in asked.options] == [record for record in records for _ in "ab"]
        assert set(asked.names) <= set(ROUTES)


async def test_deleting_asks_and_undo_brings_it_back(path: Path) -> None:
    async with timeline(path) as pilot:
        await pilot.press("j", "d")
        await settle(pilot)
        assert "Delete this check-in?" in text(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert len(kinds(pilot)) == 6
        await pilot.press("d", "y")
        await settle(pilot)
        assert kinds(pilot) == ["Entry", "Craving", "Use", "Session", "Goal"]
        await pilot.press("u")
        await settle(pilot)
        assert kinds(pilot)[1] == "CheckIn"


async def test_the_mark_stays_on_its_record_when_others_come(path: Path) -> None:
    async with timeline(path) as pilot:
        await pilot.press("j", "j")
        before = pilot.app.screen.query_one(RecordList).item
        assert isinstance(before, Craving)
        assert isinstance(pilot.app, JournalApp)
        pilot.app.save(Entry(text="newer"))
        await settle(pilot)
        assert pilot.app.screen.query_one(RecordList).item == before
        assert len(kinds(pilot)) == 7


async def test_what_changed_elsewhere_is_there_when_the_place_is_seen_again(path: Path) -> None:
    async with timeline(path) as pilot:
        await pilot.press("1")
        assert isinstance(pilot.app, JournalApp)
        pilot.app.save(Entry(text="written on another place"))
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert "written on another place" in text(pilot)


async def test_the_whole_record_stands_beside_the_list_where_there_is_room(path: Path) -> None:
    async with timeline(path, size=(120, 40)) as pilot:
        assert "More." in text(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        assert "tried: walk" in text(pilot)


async def test_nothing_of_a_record_is_left_out_beside_the_list(path: Path) -> None:
    def fill(journal: Journal) -> None:
        for record in (
            Goal(title="Evening class", why="mine", obstacle="late shifts", who_helps="Mia", steps=[Step(text="form")]),
            Craving(intensity=7, situation=Situation.CONFLICT, confidence=60, cannot=[Needs.PHONE, Needs.MONEY]),
            CheckIn(mood=6, contact_made=True, meeting_attended=False),
        ):
            journal.collection(type(record)).add(record)

    async with timeline(path, fill, size=(120, 40)) as pilot:
        assert isinstance(pilot.app, JournalApp)
        for kind, places in (("checkin", 2), ("craving", 3), ("goal", 6)):
            await pilot.press(*("f" * places))
            await settle(pilot)
            assert_golden(pilot.app, f"timeline-whole-{kind}")
            await pilot.press("escape")


async def test_markup_and_control_characters_are_only_text(path: Path) -> None:
    wild = "[/foo] [@click=app.quit]x \x1b[2J\x07 \u202e"
    async with timeline(path, lambda journal: journal.entries.add(Entry(text=wild)), size=(120, 40)) as pilot:
        assert "[/foo] [@click=app.quit]x ·[2J· ·" in text(pilot)


async def test_a_megabyte_of_text_is_one_line_like_any_other(path: Path) -> None:
    async with timeline(path, lambda journal: journal.entries.add(Entry(text="word " * 200_000))) as pilot:
        await pilot.press("slash", *"word")
        assert "1 found" in text(pilot)


async def test_other_years_are_told_with_their_year(path: Path) -> None:
    old = Entry(text="long ago", at=NOON - timedelta(days=365))
    async with timeline(path, lambda journal: journal.entries.add(old)) as pilot:
        assert "23 Nov 2025  12:00 entry     long ago" in text(pilot)


async def test_a_day_is_named_at_its_first_record_only(path: Path) -> None:
    async with timeline(path) as pilot:
        assert text(pilot).count("Mon 23 Nov") == 2  # the heading, and the first line


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (Entry, "A quiet Évening."),
        (CheckIn, "mood 6 · tired · sleep early"),
        (Craving, "7 → 2 · alcohol · stress · faded by itself"),
        (Use, "alcohol · 3 drinks · conflict"),
        (Session, "one-to-one · with R. · the café"),
        (Goal, "Evening class · 0 of 1 · active"),
    ],
)
def test_each_kind_is_told_on_a_line(journal: Journal, kind: type[Record], line: str) -> None:
    one_of_each(journal)
    assert RecordText(journal).line(journal.collection(kind).all()[0]) == line


def test_a_meeting_to_come_is_prepared_and_one_that_was_held_has_notes() -> None:
    assert route_of(Session(planned_at=NOON)) == "session"
    assert route_of(Session(planned_at=NOON, held_at=NOON)) == "meeting"


def test_a_use_goes_by_the_persons_word(journal: Journal) -> None:
    journal.set_preferences(Preferences(slip_word="lapse"))
    assert RecordText(journal).name(Use(focus="")) == "lapse"
    assert RecordText(journal).name(Use(focus="", word="accident")) == "accident"


def test_the_clock_is_told_as_exactly_as_it_is_known() -> None:
    entry = Entry(text="", at=NOON, zone="Asia/Tokyo")
    assert format_clock(entry) == "20:00"
    assert format_clock(Entry(text="", at=NOON, zone=ZONE, precision=Precision.PART_OF_DAY)) == "~12:00"
    assert format_clock(Entry(text="", at=NOON, zone=ZONE, precision=Precision.DAY)) == ""
    assert format_clock(Entry(text="", at=NOON, zone="Atlantis/Centre")) == "11:00"


def fill_written(journal: Journal) -> None:
    """An entry four days ago, and one record each that the timeline does not hold."""
    journal.entries.add(Entry(text="a walk", at=NOON - timedelta(days=4), local_date=date(2026, 11, 19)))
    focus = journal.focuses.add(Focus(label="alcohol"))
    use = journal.uses.add(Use(focus=focus))
    journal.debriefs.add(Debrief(use=use, happened="the wedding"))
    journal.commitments.add(Commitment(text="call before the wedding"))


async def test_a_date_in_the_search_finds_that_day_and_says_which_it_was(path: Path) -> None:
    async with timeline(path, fill_written) as pilot:
        await pilot.press("slash", *"19.11.")
        assert kinds(pilot) == ["Entry"]
        assert "1 found: Thu 19 Nov, 4 days ago" in text(pilot)


async def test_what_the_timeline_does_not_hold_is_found_and_opened_but_not_deleted_from_there(path: Path) -> None:
    async with timeline(path, fill_written) as pilot:
        await pilot.press("slash", *"wedding", "enter")
        assert sorted(kinds(pilot)) == ["Commitment", "Debrief"]
        for key in ("d", "D"):
            await pilot.press(key)
            told = [notification.message for notification in pilot.app._notifications]
            assert told == [timeline_text.DELETE_WHERE_OPEN]
        opened_screens = []
        for _ in range(2):
            await pilot.press("enter")
            await settle(pilot)
            opened_screens.append(type(pilot.app.screen).__name__)
            await pilot.press("escape")
            await settle(pilot)
            await pilot.press("j")
        assert sorted(opened_screens) == ["CommitmentSheet", "Debriefing"]
        await pilot.press("escape")
        await settle(pilot)
        assert kinds(pilot) == ["Use", "Entry"]


def fill_months(journal: Journal) -> None:
    """Two entries on each of a few days, in three months of two years."""
    for day in (date(2026, 11, 2), date(2026, 10, 31), date(2026, 10, 1), date(2025, 12, 24)):
        for text in ("morning", "evening"):
            journal.entries.add(Entry(text=text, local_date=day))


async def test_months_are_headings_with_the_number_of_their_records(path: Path) -> None:
    async with timeline(path, fill_months) as pilot:
        rows = [row.strip("│ ") for row in text(pilot).split("\n") if " · " in row and row.startswith("│ ")]
        assert rows == ["November 2026 · 2", "October 2026 · 4", "December 2025 · 2"]
        assert len(kinds(pilot)) == 8
        await pilot.press("slash", *"evening")
        await settle(pilot)
        assert "October 2026 · 2" in text(pilot)


async def test_brackets_and_arrows_go_from_month_to_month(path: Path) -> None:
    async with timeline(path, fill_months) as pilot:
        seen = []
        for key in ("[", "left", "[", "]", "right", "]"):
            await pilot.press({"[": "left_square_bracket", "]": "right_square_bracket"}.get(key, key))
            record = pilot.app.screen.query_one(RecordList).item
            assert isinstance(record, Entry)
            seen.append(record.local_date.month)
        assert seen == [10, 12, 12, 10, 11, 11]


async def test_records_of_a_day_stand_together_whatever_zone_they_were_written_in(path: Path) -> None:
    def fill(journal: Journal) -> None:
        evening = datetime(2026, 10, 31, 23, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
        morning = datetime(2026, 11, 1, 6, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
        journal.entries.add(Entry(text="in LA", at=evening, zone="America/Los_Angeles"))
        journal.entries.add(Entry(text="in Tokyo", at=morning, zone="Asia/Tokyo"))

    async with timeline(path, fill) as pilot:
        records = pilot.app.screen.query_one(RecordList)
        assert [record.text for record in records.items] == ["in Tokyo", "in LA"]
        assert [heading.text for heading in records.headings] == ["November 2026 · 1", "October 2026 · 1"]


async def test_only_the_lines_that_are_seen_are_drawn(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    line = RecordText.line

    def counted(self: RecordText, record: Record) -> str:
        drawn.append(record.uid)
        return line(self, record)

    monkeypatch.setattr(RecordText, "line", counted)
    assert await _calls(path.with_name("30.rj"), 30, drawn) == await _calls(path.with_name("3000.rj"), 3_000, drawn)


async def _calls(path: Path, size: int, drawn: list[str]) -> list[int]:
    """Return how many lines each of some keys draws in a list of so many entries, one a day."""

    def fill(journal: Journal) -> None:
        day = date(2026, 11, 20)
        journal.entries.add_many(Entry(text="an entry", local_date=day - timedelta(number)) for number in range(size))

    calls = []
    async with timeline(path, fill) as pilot:
        for key in ("j", "pagedown", "pageup", "left_square_bracket"):
            drawn.clear()
            await pilot.press(key)
            await settle(pilot)
            calls.append(len(drawn))
    return calls
