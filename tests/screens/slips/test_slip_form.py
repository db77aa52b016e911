"""Test the slip form: dated, three numbers before and after, what to do now, and nothing taken away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, FocusKind, GoalMode, TaperStep
from journal.domain.people import Person, Role
from journal.domain.preferences import Preferences
from journal.domain.record import Precision
from journal.domain.uses import Situation, Use
from journal.errors import NotSaved
from journal.store.journal import Journal
from journal.text.forms import TIME_TO_COME, TO_COME
from journal.text.slips import SLIP_AMOUNT, USE_PRESCRIBED
from screens.app import JournalApp
from screens.slips.slip_form import Slip
from screens.widgets.fields.base import Field
from screens.widgets.fields.choices import ChoiceField
from tests.conftest import NOON
from tests.support.builders import alcohol
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_golden, assert_goldens, picture

TODAY = date(2026, 11, 23)


def days(journal: Journal, focus: Focus, count: int = 30) -> None:
    """Add a focus that began that many days ago, every day free."""
    uid = journal.focuses.add(replace(focus, uid="", start=TODAY - timedelta(days=count)))
    journal.marks.add_many(
        [Mark(focus=uid, state=DayState.CLEAN, local_date=TODAY - timedelta(days=ago)) for ago in range(1, count + 1)]
    )


def fill(journal: Journal) -> None:
    """Add thirty free days, and someone to ask."""
    days(journal, alcohol())
    journal.people.add(Person(name="Ana", role=Role.FRIEND, contact="mobile, any time"))


def of_kind(kind: FocusKind, mode: GoalMode = GoalMode.ABSTAIN) -> Callable[[Journal], None]:
    return lambda journal: days(journal, Focus(label=kind.value, kind=kind, goal_mode=mode))


def uses(app: JournalApp) -> list[Use]:
    assert app.journal is not None
    return app.journal.uses.all()


async def slip(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press("s")
    await settle(pilot)
    assert isinstance(pilot.app.screen, Slip)
    await pilot.press(*keys)
    await settle(pilot)


async def test_it_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await slip(pilot, "tab", *"9:30", "tab", "2", *"3", "tab", "6")
        await assert_goldens(pilot, "slip", always=True)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_safety_is_the_first_line(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        app.settings = replace(app.settings, region="EU")
        await pilot.resize_terminal(*size)
        await slip(pilot)
        shown = " ".join(line.strip("│ ▁▂▃▄▅▆▇█") for line in picture(app).splitlines()[1:])
        assert shown.startswith(
            "Are you safe right now? If not: call 112, or F4. If you're not sure, call someone or stay near someone. "
            "Ana · friend · mobile, any time Thanks for writing this down."
        )


async def test_moving_through_the_first_fields_moves_none_of_them(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        await pilot.press("s")
        await settle(pilot)
        places = [field.region for field in pilot.app.screen.query(Field)]
        for _ in range(3):
            await pilot.press("tab")
            await settle(pilot)
            assert [field.region for field in pilot.app.screen.query(Field)] == places


async def test_after_saving_the_days_that_still_count_are_said(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40), toasts=True) as pilot:
        await slip(pilot, "ctrl+s")
        await settle(pilot)
        assert "Saved. Your 30 free days still count. Press u to undo." in picture(app)


@pytest.mark.parametrize(
    ("amount", "said"),
    [("3", "Saved. Your 31 days on plan still count."), ("2", "Saved. Press u to undo.")],
)
async def test_after_saving_a_use_over_the_limit_the_days_on_plan_still_count(
    path: Path, amount: str, said: str
) -> None:
    focus = replace(alcohol(TODAY - timedelta(days=31)), uid="", unit="drinks")
    limited = replace(focus, goal_mode=GoalMode.REDUCE, limit=Decimal(2))
    app = make_app(path, fill=lambda journal: days(journal, limited, 31))
    async with opened(app, (120, 40), toasts=True) as pilot:
        await slip(pilot, "tab", "tab", amount, "ctrl+s")
        await settle(pilot)
        assert said in picture(app)


@pytest.mark.parametrize(("used", "told"), [((1, 2), True), ((1, 3), False), ((1,), False)])
async def test_what_to_know_of_withdrawal_is_told_after_three_use_days_in_a_row(
    path: Path, used: tuple[int, ...], told: bool
) -> None:
    def drinking(journal: Journal) -> None:
        focus = journal.focuses.add(replace(alcohol(TODAY - timedelta(days=30)), uid=""))
        journal.uses.add(Use(focus=focus, local_date=TODAY - timedelta(days=used[0])))
        for ago in used[1:]:
            journal.marks.add(Mark(focus=focus, state=DayState.USED, local_date=TODAY - timedelta(days=ago)))

    app = make_app(path, fill=drinking)
    async with opened(app) as pilot:
        await slip(pilot)
        assert ("Before you stop or cut down" in picture(app)) is told


@pytest.mark.parametrize("kind", [FocusKind.SEDATIVES, FocusKind.STIMULANTS])
async def test_each_kind_has_its_own_words_after_three_days(path: Path, kind: FocusKind) -> None:
    def using(journal: Journal) -> None:
        focus = journal.focuses.add(Focus(label=kind.value, kind=kind, start=TODAY - timedelta(days=30)))
        journal.uses.add_many([Use(focus=focus, local_date=TODAY - timedelta(days=ago)) for ago in (1, 2)])

    app = make_app(path, fill=using)
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot)
        assert_golden(app, f"slip-after-{kind.name.lower()}")


async def test_after_a_use_of_opioids_the_next_hours_come_first_and_not_for_a_medicine(path: Path) -> None:
    app = make_app(path, fill=of_kind(FocusKind.OPIOIDS))
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot, "tab", "tab", "tab")
        assert "Stay with someone for the next hours." in picture(app)
        await pilot.press("1")
        await settle(pilot)
        assert "Stay with someone" not in picture(app)


async def test_it_can_be_written_down_with_nothing_in_the_journal(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await slip(pilot)
        await assert_goldens(pilot, "slip-empty")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [(use.focus, use.local_date) for use in uses(app)] == [("", TODAY)]


async def test_it_keeps_what_was_said(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await slip(pilot, "tab", *"9:30", "tab", "2", *"3", "tab", "6", *"Dan called", "ctrl+s")
        assert app.journal is not None
        (use,) = uses(app)
        assert use.focus == app.journal.focuses.all()[0].uid
        assert (use.at, use.precision) == (datetime(2026, 11, 23, 8, 30, tzinfo=UTC), Precision.PART_OF_DAY)
        assert (use.amount, use.unit, use.word) == (Decimal(3), "", "slip")
        assert (use.situation, use.note) == (Situation.CONFLICT, "Dan called")


async def test_the_three_numbers_follow_the_day_that_is_typed(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await slip(pilot)
        assert rows(app) == [["before", "30", "30", "30"], ["now", "30", "0", "30"]]
        await pilot.press(*["backspace"] * 5, *"-10")
        await settle(pilot)
        assert rows(app) == [["before", "30", "30", "30"], ["now", "29", "9", "20"]]
        assert "It counts for Fri 13 Nov." in picture(app)
        assert uses(app) == []


def rows(app: JournalApp) -> list[list[str]]:
    """Return the numbers before and now, as the screen shows them."""
    lines = [line.strip("│ ▁▂▃▄▅▆▇█").split() for line in picture(app).splitlines()]
    return [words for words in lines if words and words[0] in ("before", "now")]


async def test_a_time_in_the_night_belongs_to_the_day_before(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await slip(pilot, "tab", *"1:30", "ctrl+s")
        (use,) = uses(app)
        assert (use.at, use.local_date) == (datetime(2026, 11, 23, 0, 30, tzinfo=UTC), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("keys", "said"), [(["end", *["backspace"] * 5, *"tomorrow"], TO_COME), (["tab", *"19:30"], TIME_TO_COME)]
)
async def test_what_is_still_to_come_is_told_at_its_field(path: Path, keys: list[str], said: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await slip(pilot, *keys, "ctrl+s")
        assert said in picture(app)
        assert rows(app) == []
        assert uses(app) == []


def begun_today(journal: Journal) -> None:
    """Add a focus whose first day is today."""
    journal.focuses.add(replace(alcohol(TODAY), uid=""))


async def test_a_day_before_the_start_is_said_to_be_one(path: Path) -> None:
    app = make_app(path, fill=begun_today)
    async with opened(app, SMALLEST) as pilot:
        await slip(pilot, *["backspace"] * 5, *"-3", "tab", "tab")
        await assert_goldens(pilot, "slip-before-start")


async def test_a_use_before_the_start_is_kept_on_its_day_and_leaves_the_start_as_it_is(path: Path) -> None:
    app = make_app(path, fill=begun_today)
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot)
        assert "Count from then" not in picture(app)
        await pilot.press(*["backspace"] * 5, *"-3")
        await settle(pilot)
        assert "This is before alcohol starts (Mon 23 Nov)." in picture(app)
        assert "It is saved on Fri 20 Nov, and doesn't count in your days." in picture(app)
        assert rows(app) == [["before", "0", "0", "0"], ["now", "0", "0", "0"]]
        assert "It counts for" not in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [use.local_date for use in uses(app)] == [date(2026, 11, 20)]
        assert starts(app) == [TODAY]


async def test_the_focus_may_start_with_it_and_one_undo_takes_both_back(path: Path) -> None:
    app = make_app(path, fill=begun_today)
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot, *["backspace"] * 5, *"-3", "tab", "tab", "1")
        assert "Once saved, it starts on Fri 20 Nov." in picture(app)
        assert rows(app) == [["before", "0", "0", "0"], ["now", "0", "2", "2", "(0)"]]
        assert "It counts for Fri 20 Nov." in picture(app)
        assert starts(app) == [TODAY]
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert (len(uses(app)), starts(app)) == (1, [date(2026, 11, 20)])
        await pilot.press("u")
        await settle(pilot)
        assert (uses(app), starts(app)) == ([], [TODAY])


async def test_a_day_that_is_not_before_the_start_moves_nothing_whatever_was_chosen(path: Path) -> None:
    app = make_app(path, fill=begun_today)
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot, *["backspace"] * 5, *"-3", "tab", "tab", "1")
        await pilot.press(*["shift+tab"] * 3, "end", "backspace", "backspace", *"today")
        await settle(pilot)
        assert "Count from then" not in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert (len(uses(app)), starts(app)) == (1, [TODAY])


async def test_a_focus_without_a_start_may_start_with_it(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add(replace(alcohol(None), uid="")))
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot, "tab", "tab")
        assert "alcohol has no start yet." in picture(app)
        await pilot.press("1", "ctrl+s")
        await settle(pilot)
        assert ([use.local_date for use in uses(app)], starts(app)) == ([TODAY], [TODAY])


def starts(app: JournalApp) -> list[date | None]:
    assert app.journal is not None
    return [focus.start for focus in app.journal.focuses.all()]


@pytest.mark.parametrize(("typed", "unit"), [("3 drinks", ""), ("2,5 glasses", "glasses")])
async def test_an_amount_may_say_of_what(path: Path, typed: str, unit: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await slip(pilot, "tab", "tab", *typed, "ctrl+s")
        (use,) = uses(app)
        assert (use.amount, use.unit) == (Decimal(typed.split()[0].replace(",", ".")), unit)
        app.show("slip", record=use)
        await settle(pilot)
        assert f" {use.amount} {unit}".rstrip() in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert uses(app) == [use]


async def test_an_amount_that_is_not_understood_is_told_kindly_until_it_is_changed(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot, "tab", "tab", *"three", "ctrl+s")
        assert SLIP_AMOUNT in picture(app)
        assert uses(app) == []
        await pilot.press(*["backspace"] * 5, "3")
        await settle(pilot)
        assert SLIP_AMOUNT not in picture(app)


async def test_food_has_no_amounts(path: Path) -> None:
    app = make_app(path, fill=of_kind(FocusKind.FOOD))
    async with opened(app) as pilot:
        await slip(pilot)
        assert "How much" not in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert uses(app)[0].amount is None


@pytest.mark.parametrize("mode", [GoalMode.REDUCE, GoalMode.TAPER, GoalMode.OBSERVE])
async def test_a_use_that_was_never_to_be_nothing_is_called_a_use(path: Path, mode: GoalMode) -> None:
    app = make_app(path, fill=of_kind(FocusKind.SEDATIVES, mode))
    async with opened(app) as pilot:
        await slip(pilot)
        assert "─ a use ─" in picture(app)
        await pilot.press("tab", "tab", "tab", "1", "ctrl+s")
        await settle(pilot)
        assert (uses(app)[0].word, uses(app)[0].planned) == ("use", True)


async def test_the_person_s_own_word_is_the_title(path: Path) -> None:
    def own_word(journal: Journal) -> None:
        fill(journal)
        journal.set_preferences(Preferences(slip_word="accident"))

    app = make_app(path, fill=own_word)
    async with opened(app) as pilot:
        await slip(pilot)
        assert "─ an accident ─" in picture(app)


async def test_the_tolerance_warning_comes_first(path: Path) -> None:
    app = make_app(path, fill=of_kind(FocusKind.OPIOIDS))
    async with opened(app, SMALLEST) as pilot:
        await slip(pilot)
        await assert_goldens(pilot, "slip-tolerance")


async def test_the_tolerance_warning_comes_after_days_that_nobody_marked_too(path: Path) -> None:
    def unmarked(journal: Journal) -> None:
        start = journal.today() - timedelta(80)
        journal.focuses.add(Focus(label="opioids", kind=FocusKind.OPIOIDS, start=start))

    app = make_app(path, fill=unmarked)
    async with opened(app) as pilot:
        await slip(pilot)
        assert "your usual dose can kill you" in picture(app)


async def test_of_several_it_has_to_be_said_which(path: Path) -> None:
    def two(journal: Journal) -> None:
        fill(journal)
        days(journal, Focus(label="nicotine", kind=FocusKind.NICOTINE, clean_word="smoke-free"))

    app = make_app(path, fill=two)
    async with opened(app) as pilot:
        await slip(pilot, "ctrl+s")
        assert "Which one was it?" in picture(app)
        await pilot.press("2")
        await settle(pilot)
        assert "smoke-free days" in picture(app)
        assert "Which one was it?" not in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        assert app.journal.focuses.get(uses(app)[0].focus).label == "nicotine"


async def test_esc_keeps_a_draft_and_a_lock_comes_back_to_it(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await slip(pilot, "tab", *"7pm", "escape")
        await slip(pilot)
        assert "7pm" in picture(app)
        await lock(pilot)
        assert "7pm" not in picture(app)
        await unlock(pilot)
        assert isinstance(app.screen, Slip)
        assert "7pm" in picture(app)


async def test_a_full_disk_keeps_the_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotSaved(reason="The disk is full")

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        with monkeypatch.context() as full:
            full.setattr("journal.vault.vault.Vault.commit", refuse)
            await slip(pilot, "tab", *"9:30", "ctrl+s")
            assert "The disk is full" in picture(app)
            assert "9:30" in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert len(uses(app)) == 1


async def test_it_is_changed_deleted_and_brought_back(path: Path) -> None:
    def used(journal: Journal) -> None:
        fill(journal)
        focus = journal.focuses.all()[0].uid
        journal.uses.add(Use(focus=focus, at=NOON - timedelta(days=2, hours=3), amount=Decimal(2)))

    app = make_app(path, fill=used)
    async with opened(app) as pilot:
        (before,) = uses(app)
        app.show("slip", record=before)
        await settle(pilot)
        await pilot.press("tab", "tab", "tab", "backspace", *"4", "ctrl+s")
        await settle(pilot)
        assert uses(app) == [replace(before, amount=Decimal(4), word="slip")]
        app.show("slip", record=uses(app)[0])
        await settle(pilot)
        await pilot.press("ctrl+t", "y")
        await settle(pilot)
        assert uses(app) == []
        await pilot.press("u")
        await settle(pilot)
        assert uses(app) == [replace(before, amount=Decimal(4), word="slip")]


async def test_several_on_one_day_are_kept_and_cost_the_day_once(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (80, 40)) as pilot:
        await slip(pilot, "tab", *"9:30", "ctrl+s")
        assert rows(app) == []
        await slip(pilot, "tab", *"11:00")
        assert "number 2 of that day" in picture(app)
        assert rows(app) == [["before", "30", "0", "30"], ["now", "30", "0", "30"]]
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [(use.at.hour, use.local_date) for use in uses(app)] == [(8, TODAY), (10, TODAY)]


async def test_back_dated_it_may_be_known_to_the_part_of_the_day(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await slip(pilot, *["backspace"] * 5, *"-10", "tab", *"evening")
        await assert_goldens(pilot, "slip-back-dated")
        await pilot.press("ctrl+s")
        await settle(pilot)
        (use,) = uses(app)
        assert (use.at, use.precision) == (datetime(2026, 11, 13, 19, tzinfo=UTC), Precision.PART_OF_DAY)
        app.show("slip", record=use)
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert uses(app) == [use]


def limited(journal: Journal) -> None:
    """Add a limit of two drinks a day."""
    days(journal, replace(alcohol(), goal_mode=GoalMode.REDUCE, limit=Decimal(2)))


async def test_a_use_within_the_limit_is_no_slip_anywhere(path: Path) -> None:
    app = make_app(path, fill=limited)
    async with opened(app) as pilot:
        await slip(pilot, "tab", "tab", "1")
        await assert_goldens(pilot, "slip-within-a-limit")
        assert "Within your limit of 2 drinks today (1 of 2)." in picture(app)
        assert "slip" not in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "slip" not in picture(app)
        assert "look back" not in picture(app)
        await slip(pilot, "tab", "tab", "2")
        assert "1 over your limit of 2 drinks today (3 of 2)." in picture(app)
        assert rows(app) == [["before", "1", "31", "0"], ["now", "3", "30", "1"]]
        await pilot.press("ctrl+s", "2")
        await settle(pilot)
        assert [use.word for use in uses(app)] == ["use", "use"]
        assert "slip" not in picture(app)


async def test_a_medicine_taken_as_prescribed_is_no_slip(path: Path) -> None:
    app = make_app(path, fill=of_kind(FocusKind.OPIOIDS))
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot, "tab", "tab", "tab")
        assert "─ a slip ─" in picture(app)
        await pilot.press("1")
        await settle(pilot)
        assert "─ a use ─" in picture(app)
        assert USE_PRESCRIBED in picture(app)
        assert_golden(app, "slip-prescribed-said")
        await pilot.press("ctrl+s")
        await settle(pilot)
        (one,) = uses(app)
        assert (one.prescribed, one.planned, one.word) == (True, None, "use")
        assert "look back" not in picture(app)


def cutting_down(journal: Journal) -> None:
    """One gram of cannabis a day at most."""
    focus = Focus(label="cannabis", kind=FocusKind.CANNABIS, unit="grams", goal_mode=GoalMode.REDUCE, limit=Decimal(1))
    days(journal, focus)


async def test_an_amount_in_another_unit_is_not_within_the_limit_and_the_person_is_asked(path: Path) -> None:
    app = make_app(path, fill=cutting_down)
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot, "tab", "tab", *"3 joints")
        shown = picture(app)
        assert "Within your limit" not in shown
        assert "3 joints can't be compared with your limit: you count in grams." in shown
        assert "Was it over your limit of 1 gram that day?" in shown
        await pilot.press("tab", "1")
        await settle(pilot)
        assert "Over your limit of 1 gram today, as you say." in picture(app)
        assert_golden(app, "slip-another-unit")
        await pilot.press("ctrl+s")
        await settle(pilot)
        (one,) = uses(app)
        assert (one.amount, one.unit, one.over) == (Decimal(3), "joints", True)


async def test_where_days_are_not_logged_the_days_since_are_those_since_the_logged_use(path: Path) -> None:
    def gappy(journal: Journal) -> None:
        days(journal, alcohol(), 10)
        journal.marks.remove(journal.marks.all()[4].uid)

    app = make_app(path, fill=gappy)
    async with opened(app) as pilot:
        await slip(pilot)
        assert_golden(app, "slip-not-all-logged")
        assert "since logged use" in picture(app)


async def test_a_known_amount_needs_no_answer(path: Path) -> None:
    app = make_app(path, fill=cutting_down)
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot)
        assert "Was it over your limit of 1 gram that day?" in picture(app)
        assert "Not known whether it is over your limit of 1 gram today." in picture(app)
        await pilot.press("tab", "tab", *"1")
        await settle(pilot)
        assert "Was it over" not in picture(app)
        assert "Within your limit of 1 gram today (1 of 1)." in picture(app)


async def test_prescribed_and_planned_are_two_questions(path: Path) -> None:
    app = make_app(path, fill=cutting_down)
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot, "tab", "tab", *"3")
        form = app.screen
        assert form.query_one("#planned").display
        assert form.query_one("#prescribed").display
        form.query_one("#planned", ChoiceField).choice.choose(True)
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        (one,) = uses(app)
        assert (one.planned, one.prescribed) == (True, False)  # planned alone once meant prescribed


async def test_a_use_of_an_earlier_version_planned_as_a_medicine_is_shown_as_prescribed(path: Path) -> None:
    app = make_app(path, fill=of_kind(FocusKind.OPIOIDS))
    async with opened(app, (80, 50)) as pilot:
        assert app.journal is not None
        focus = app.journal.focuses.all()[0]
        app.save(Use(focus=focus.uid, planned=True))
        await settle(pilot)
        app.show("slip", record=uses(app)[0])
        await settle(pilot)
        assert USE_PRESCRIBED in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert (uses(app)[0].planned, uses(app)[0].prescribed) == (True, True)


async def test_in_a_taper_less_than_the_plan_is_told_to_be_dangerous(path: Path) -> None:
    steps = [TaperStep(from_date=TODAY - timedelta(days=5), maximum=Decimal(6))]
    taper = replace(alcohol(), goal_mode=GoalMode.TAPER, taper=steps)
    app = make_app(path, fill=lambda journal: days(journal, taper, 1))
    async with opened(app, (80, 50)) as pilot:
        await slip(pilot, "tab", "tab", *"2")
        assert "That's less than your plan." in picture(app)
        await pilot.press("backspace", "6")
        await settle(pilot)
        assert "less than your plan" not in picture(app)


async def test_the_tolerance_warning_comes_once_for_each_use(path: Path) -> None:
    app = make_app(path, fill=of_kind(FocusKind.OPIOIDS))
    async with opened(app) as pilot:
        await slip(pilot)
        assert "can kill" in picture(app)
        assert isinstance(app.focused, Input)
        await pilot.press("ctrl+s")
        await settle(pilot)
        (use,) = uses(app)
        assert app.journal is not None
        assert use.warned_at == app.journal.now()
        app.show("slip", record=use)
        await settle(pilot)
        assert "can kill" not in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert uses(app) == [use]


async def test_where_it_was_and_what_set_it_off_is_asked_only_when_it_is_wanted(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (80, 40)) as pilot:
        await slip(pilot)
        assert "Who with" not in picture(app)
        app.screen.query_one("#more Choice").focus()
        await pilot.press("1", "1", "3", "tab", *"the bar", "tab", *"Dan", "tab", "1", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        (use,) = uses(app)
        labels = {trigger.uid: trigger.label for trigger in app.journal.triggers}
        assert [labels[uid] for uid in use.triggers] == ["after work", "passing the shop or the bar"]
        assert (use.place, use.company, use.told_mentor_at) == ("the bar", "Dan", app.journal.now())
        app.show("slip", record=use)
        await settle(pilot)
        assert "Who with" in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert uses(app) == [use]


async def test_how_long_the_way_back_was_is_said_after_the_numbers(path: Path) -> None:
    def before(journal: Journal) -> None:
        days(journal, alcohol())
        focus = journal.focuses.all()[0].uid
        for ago in (20, 19, 10):
            journal.uses.add(Use(focus=focus, local_date=TODAY - timedelta(days=ago)))

    app = make_app(path, fill=before)
    async with opened(app, (80, 40)) as pilot:
        await slip(pilot)
        assert "last time back on track after 1 day, usually 1.5 (2 times)" in picture(app)
