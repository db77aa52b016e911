"""Test ``journal checkin``, ``slip`` and ``day``, by options and with answers on a terminal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from journal.clock import FixedClock
from journal.config.settings import Settings
from journal.domain.checkins import CheckIn
from journal.domain.cravings import Craving, Halt
from journal.domain.days import DayState, Mark, MarkSource
from journal.domain.focuses import Focus, FocusKind, GoalMode
from journal.domain.medicines import Medicine
from journal.domain.people import Person
from journal.domain.record import Precision
from journal.domain.uses import Situation, Use
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.cli.test_craving_dialog import EOF, INTERRUPT, Script
from tests.support.commands import Command, Ended

TODAY = date(2026, 11, 23)
Answered = Callable[..., tuple[Ended, Script]]


@pytest.fixture
def answered(command: Command, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Answered:
    """Return a function that runs a command on a terminal where a person gives these answers."""

    def run(line: str, *answers: str) -> tuple[Ended, Script]:
        script = Script(clock, *answers)
        monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
        monkeypatch.setattr("journal.cli.prompts.OnTerminal", lambda: script)
        return command(*line.split()), script

    return run


@pytest.fixture
def kept(fill: Filling) -> Callable[[str], list[Any]]:
    """Return a function that returns the records of a collection."""

    def read(name: str) -> list[Any]:
        found: list[Any] = []
        fill(lambda journal: found.extend(getattr(journal, name).all()))
        return found

    return read


def alcohol(journal: Journal, **changes: Any) -> str:
    """Add one focus with ten free days before today."""
    start = TODAY - timedelta(days=10)
    focus = journal.focuses.add(Focus(label="alcohol", kind=FocusKind.ALCOHOL, start=start, **changes))
    for number in range(10):
        journal.marks.add(Mark(focus=focus, local_date=start + timedelta(days=number), state=DayState.CLEAN))
    return focus


def two(journal: Journal) -> None:
    alcohol(journal)
    journal.focuses.add(Focus(label="opioids", kind=FocusKind.OPIOIDS, start=TODAY - timedelta(days=5)))


def reduced(journal: Journal) -> None:
    alcohol(journal, goal_mode=GoalMode.REDUCE, limit=Decimal(2))


# The day.


def test_a_day_says_what_it_was_and_what_it_is_now(command: Command, fill: Filling, kept: Any) -> None:
    fill(two)
    ended = command("day", "--focus", "Alcohol", "--date", "last fri", "--state", "used")
    assert ended.out.splitlines()[0] == "alcohol, Fri 20 Nov: was free (calendar), now used (calendar, filled in later)"
    assert ended.err == "Fri 20 Nov, 3 days ago\n"
    (mark,) = [mark for mark in kept("marks") if mark.local_date == date(2026, 11, 20)]
    assert (mark.state, mark.back_filled) == (DayState.USED, True)
    value = command("day", "--focus", "alcohol", "--state", "free", "--json").value
    assert value == {"date": "2026-11-23", "focus": "alcohol", "before": None, "after": "free", "back_filled": False}


def test_on_a_terminal_a_day_is_asked_for(answered: Answered, fill: Filling) -> None:
    fill(two)
    ended, script = answered("day", "opioids", "someday", "yesterday", "2")
    assert "Try: yesterday, 19 Nov or 19/11/2026." in script.lines
    assert "Sun 22 Nov, yesterday" in script.lines
    assert ended.out.startswith("opioids, Sun 22 Nov: was not logged, now used (calendar, filled in later)\n")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("day --state free", 2, "There is more than one focus: --focus says which, by its label."),
        ("day --focus gin --state free", 1, "No focus has this label. Nothing was saved; `journal days` lists them."),
        ("day --focus alcohol", 2, "--state says what the day was. A day is one of free, used, within"),
        ("day --focus alcohol --state sober", 2, "A day is one of free, used, within, over, mixed, unknown, na."),
        ("day --focus alcohol --state over", 2, "There is no limit on this day: say used."),
        ("day --focus alcohol --state free --date 2026-11-24", 2, "That's in the future."),
        ("day --focus alcohol --state free --date 2026-11-01", 1, "This day is before the start"),
        ("checkin", 1, "Nothing is filled in yet. One answer is enough."),
        ("checkin --mood 11", 2, "A rating is a number from 0 to 10."),
        ("checkin --day alcohol=sober", 2, "--day takes a focus and its day: alcohol=free."),
        ("slip --focus alcohol --amount lots", 2, "--amount starts with a number"),
        ("slip --focus alcohol --time soon", 2, "--time takes a time"),
        ("slip --focus alcohol --time 23:59", 2, "That time is in the future."),
    ],
)
def test_what_can_not_be_saved_says_why_and_changes_nothing(
    command: Command, fill: Filling, kept: Any, words: str, code: int, told: str
) -> None:
    fill(two)
    marks = kept("marks")
    ended = command(*words.split())
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.splitlines()[-1].startswith(told)
    assert (kept("marks"), kept("uses"), kept("checkins")) == (marks, [], [])


def test_a_day_with_a_limit_asks_for_within_or_over(command: Command, fill: Filling) -> None:
    fill(reduced)
    assert "say within or over" in command("day", "--state", "used").err
    assert command("day", "--state", "within", "--json").value["after"] == "within"
    assert command("day", "--state", "over", "--json").value["after"] == "used"


def test_a_use_that_is_logged_stands(command: Command, fill: Filling) -> None:
    fill(lambda journal: journal.uses.add(Use(focus=alcohol(journal), local_date=TODAY)))
    ended = command("day", "--state", "free")
    assert (ended.code, "already logged for this day" in ended.err) == (1, True)
    assert command("checkin", "--day", "alcohol=free").code == 1


# The slip.


def test_a_slip_says_who_to_call_before_anything_else(command: Command, fill: Filling) -> None:
    Settings(region="EU").save()
    fill(lambda journal: (alcohol(journal), journal.people.add(Person(name="Ana", call=True, contact="12 34"))))
    ended = command("slip")
    first, second, *_ = ended.err.splitlines()
    assert first.startswith("Are you safe right now? If not: call 112, or `journal safety`.")
    assert second.startswith("Ana")
    assert "F4" not in ended.err + ended.out
    assert command("slip", passphrase="wrong").err.startswith("Are you safe right now?")


def test_a_slip_by_options_and_what_still_counts(command: Command, fill: Filling, kept: Any) -> None:
    fill(two)
    words = (
        "--focus",
        "alcohol",
        "--date",
        "yesterday",
        "--time",
        "evening",
        "--amount",
        "3 beers",
        "--trigger",
        "Dan",
    )
    ended = command("slip", *words, "--situation", "conflict", "--note", stdin=b"after the call\n")
    assert ended.out.splitlines()[0] == "Saved. Your 9 free days still count."
    assert "free days: 10 before, 9 now" in ended.out
    assert "Drink some water" in ended.out
    (use,) = kept("uses")
    assert (use.amount, use.unit, use.note, use.word) == (3, "beers", "after the call", "slip")
    assert (use.situation, use.precision, use.local_date) == (
        Situation.CONFLICT,
        Precision.PART_OF_DAY,
        date(2026, 11, 22),
    )
    assert [trigger.label for trigger in kept("triggers")] == ["Dan"]


def test_the_warning_comes_before_the_questions_and_is_kept(answered: Answered, fill: Filling, kept: Any) -> None:
    fill(two)
    ended, script = answered("slip", "2", "", "", "", "n")
    told = "After even a few days off, your usual dose can kill you."
    assert script.lines.index(told) < script.lines.index(
        "A medicine of your own, taken as agreed. The day stays as it is without it."
    )
    assert not any("F4" in line for line in script.lines)
    (use,) = kept("uses")
    assert (use.prescribed, use.precision) == (False, Precision.DAY)
    assert use.warned_at is not None
    assert ended.code == 0


def test_a_medicine_as_prescribed_costs_no_day(command: Command, fill: Filling, kept: Any) -> None:
    fill(two)
    ended = command("slip", "--focus", "opioids", "--prescribed")
    assert "can kill" not in ended.err
    assert "nothing is counted" in ended.out
    assert "What to do now" not in ended.out
    assert kept("uses")[0].prescribed is True


def test_a_slip_before_the_start_asks_whether_to_count_from_then(answered: Answered, fill: Filling, kept: Any) -> None:
    fill(alcohol)
    _, script = answered("slip", "1 nov", "", "y")
    assert any("This is before alcohol starts" in line for line in script.lines)
    assert kept("focuses")[0].start == date(2026, 11, 1)


def test_the_end_of_the_input_saves_and_an_interruption_does_not(answered: Answered, fill: Filling, kept: Any) -> None:
    fill(alcohol)
    ended, _ = answered("slip", "yesterday", INTERRUPT)
    assert (ended.code, kept("uses")) == (130, [])
    ended, _ = answered("slip", "yesterday", "9pm", "3", EOF)
    assert (ended.code, ended.out.splitlines()[0]) == (0, "Saved. Your 9 free days still count.")
    assert [(use.amount, use.local_date) for use in kept("uses")] == [(3, date(2026, 11, 22))]


def test_with_a_limit_an_amount_in_another_unit_asks_whether_it_was_over(
    answered: Answered, fill: Filling, kept: Any
) -> None:
    fill(reduced)
    _, script = answered("slip", "", "", "2 shots", "y", "y")
    assert "Was it over your limit of 2 drinks that day? (y/n)" in script.questions
    assert [(use.planned, use.over) for use in kept("uses")] == [(True, True)]


# The check-in.


def test_a_check_in_by_options(command: Command, fill: Filling, kept: Any) -> None:
    fill(two)
    words = ("--mood", "7", "--sleep", "0", "--halt", "tired", "--day", "alcohol=free", "--contact", "--no-meeting")
    ended = command("checkin", *words, "--words", stdin=b"go to bed early\nAna\ncoffee\n\nrain\nsun\n")
    assert ended.out.splitlines() == [
        "Saved: check-in, Mon 23 Nov",
        "alcohol, Mon 23 Nov: was not logged, now free (check-in)",
    ]
    (checkin,) = kept("checkins")
    assert (checkin.mood, checkin.energy, checkin.sleep, checkin.halt) == (7, None, 0, [Halt.TIRED])
    assert (checkin.intention, checkin.grateful) == ("go to bed early", ["Ana", "coffee", "rain"])
    assert (checkin.contact_made, checkin.meeting_attended) == (True, False)
    assert kept("marks")[-1].source is MarkSource.CHECK_IN


def test_a_check_in_asks_about_medicine_only_where_there_is_one(answered: Answered, fill: Filling, kept: Any) -> None:
    _, script = answered("checkin", "7")
    assert not [line for line in script.questions if "Medicine" in line]
    fill(lambda journal: journal.medicines.add(Medicine(name="secretname")))
    _, script = answered("checkin", "6", *[""] * 8, "y")
    assert [line for line in script.questions if "Medicine taken" in line]
    assert [one.medicine_taken for one in kept("checkins")] == [True]


def test_a_check_in_that_is_there_is_changed_and_enter_keeps_its_answers(
    answered: Answered, fill: Filling, kept: Any
) -> None:
    fill(lambda journal: journal.checkins.add(CheckIn(local_date=TODAY, mood=4, intention="rest", halt=[Halt.ANGRY])))
    ended, script = answered("checkin", "", "6")
    assert script.questions[:2] == ["Mood (4 so far):", "Energy:"]
    (checkin,) = kept("checkins")
    assert (checkin.mood, checkin.energy, checkin.intention, checkin.halt) == (4, 6, "rest", [Halt.ANGRY])
    assert ended.code == 0


def test_the_strongest_craving_of_the_day_is_known(command: Command, fill: Filling, kept: Any) -> None:
    fill(lambda journal: journal.cravings.add(Craving(intensity=8)))
    assert command("checkin").code == 1
    command("checkin", "--mood", "5")
    assert kept("checkins")[0].strongest_craving == 8


def test_after_a_day_with_a_use_the_slip_is_offered(answered: Answered, fill: Filling, kept: Any) -> None:
    fill(alcohol)
    _, script = answered("checkin", "", "", "", "", "", "used", "", "", "", "", "y", "", "2")
    assert "Log what you know about the slip? (y/n)" in script.questions
    assert [use.amount for use in kept("uses")] == [2]


def test_an_earlier_day_has_a_check_in_of_its_own(command: Command, fill: Filling, kept: Any) -> None:
    fill(two)
    value = command("checkin", "--date", "-2", "--mood", "3", "--day", "opioids=free", "--json").value
    assert value["date"] == "2026-11-21"
    assert value["days"] == [{"focus": "opioids", "before": None, "after": "free", "back_filled": True}]
    assert [checkin.local_date for checkin in kept("checkins")] == [date(2026, 11, 21)]
