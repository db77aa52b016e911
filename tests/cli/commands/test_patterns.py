"""Test ``journal patterns``: the counts of the Patterns screen, both dates included, stable codes in JSON."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from journal.domain.checkins import CheckIn
from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Outcome, Trigger
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, FocusKind, GoalMode
from journal.domain.record import Precision
from journal.domain.uses import Situation, Use
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.support.commands import Command

TODAY = date(2026, 11, 23)


def some(journal: Journal) -> None:
    """Save three cravings in the last twelve weeks, one of a day only, and one in the weeks before."""
    stress, dan = (journal.triggers.add(Trigger(label=label)) for label in ("Stress", "Dan"))
    again = journal.triggers.add(Trigger(label="stress"))
    walk = journal.strategies.add(Strategy(label="walk"))
    focus = journal.focuses.add(Focus(label="alcohol", start=date(2026, 9, 1)))
    journal.marks.add(Mark(focus=focus, state=DayState.USED, local_date=date(2026, 11, 22)))
    journal.checkins.add(CheckIn(mood=3, local_date=date(2026, 11, 20)))
    journal.cravings.add(
        Craving(
            at=datetime(2026, 11, 20, 13, 5, tzinfo=UTC),
            zone="Asia/Tokyo",
            local_date=date(2026, 11, 20),
            intensity=6,
            triggers=[stress, dan, again],
            situation=Situation.CONFLICT,
            halt=[Halt.TIRED, Halt.ANGRY],
            place="home",
            company="Ana",
            outcome=Outcome.PASSED,
            attempts=[Attempt(strategy=walk)],
            timer_seconds=600,
        )
    )
    for day in (date(2026, 9, 1), date(2026, 8, 31)):
        journal.cravings.add(Craving(intensity=4, local_date=day, precision=Precision.DAY))
    journal.cravings.add(Craving(at=datetime(2026, 11, 23, 7, tzinfo=UTC), intensity=5))


def test_json_holds_the_counts_of_twelve_weeks_with_both_ends(command: Command, fill: Filling) -> None:
    fill(some)
    value = command("patterns", "--json").value
    assert (value["from"], value["until"]) == ("2026-09-01", "2026-11-23")
    found = value["cravings"]
    assert (found["total"], found["before"], found["without_hour"]) == (3, 1, 1)
    assert {hour: number for hour, number in enumerate(found["by_hour"]) if number} == {8: 1, 22: 1}
    assert found["by_weekday"] == [1, 1, 0, 0, 1, 0, 0]
    assert found["by_trigger"] == {"Stress": 2, "Dan": 1}
    assert found["by_situation"]["conflict"] == 1
    assert found["by_halt"] == {"hungry": 0, "angry": 1, "lonely": 0, "tired": 1}
    assert (found["by_place"], found["by_company"], found["evidence"]) == ({"home": 1}, {"Ana": 1}, "too_early")
    assert found["by_week"][-1] == {"from": "2026-11-17", "cravings": 2, "strength": 5.5, "minutes": 10.0, "timed": 1}
    assert (found["strongest"], found["typical"], found["passed"], found["ended"]) == (6, 5, 1, 1)
    assert value["passed"]["by_halt"]["tired"] == {"passed": 1, "ended": 1}
    assert value["check_ins"]["mood"] == {"with_craving": 3, "with_n": 1, "without": None, "without_n": 0}
    assert value["around_uses"]["use_days"] == 1
    assert value["around_uses"]["cravings"]["-2"] == value["around_uses"]["cravings"]["1"] == 1
    assert value["helped"][0] == {
        "trigger": "Stress",
        "strategy": "walk",
        "n": 1,
        "came_through": 1,
        "evidence": "too_few",
    }


@pytest.mark.parametrize(
    ("options", "total"),
    [
        (("--from", "2026-11-20"), 2),
        (("--from", "2026-11-21"), 1),
        (("--until", "2026-11-20"), 3),
        (("--from", "2026-08-31", "--until", "2026-09-01"), 2),
        (("--from", "2026-11-20", "--until", "2026-11-20"), 1),
        (("--from", "2026-01-01", "--until", "2026-12-31"), 4),
        (("--from", "1900-01-01", "--until", "9999-12-31"), 4),
    ],
)
def test_both_dates_are_included(command: Command, fill: Filling, options: tuple[str, ...], total: int) -> None:
    fill(some)
    assert command("patterns", *options, "--json").value["cravings"]["total"] == total


def test_a_period_that_ends_before_it_begins_is_an_error(command: Command) -> None:
    ended = command("patterns", "--from", "2026-11-20", "--until", "2026-11-19")
    assert (ended.code, ended.out) == (2, "")
    assert command("patterns", "--from", "1900-01-01", "--json").value["cravings"]["total"] == 0


def test_a_random_journal_is_counted_as_by_hand(command: Command, fill: Filling) -> None:
    chance = random.Random(13)
    labels = ["stress", "Dan", "payday"]
    told: list[Craving] = []

    def filling(journal: Journal) -> None:
        uids = [journal.triggers.add(Trigger(label=label)) for label in labels]
        for _ in range(60):
            at = datetime(2026, 11, 22, tzinfo=UTC) - timedelta(minutes=chance.randrange(150_000))
            zone = chance.choice(["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"])
            day = at.astimezone(ZoneInfo(zone)).date()
            chosen = chance.sample(uids, chance.randrange(3))
            craving = Craving(intensity=5, at=at, zone=zone, local_date=day, triggers=chosen)
            journal.cravings.add(craving)
            told.append(craving)
        named.update(zip(uids, labels, strict=True))

    named: dict[str, str] = {}
    fill(filling)
    found = command("patterns", "--from", "2026-10-26", "--json").value["cravings"]
    inside = [craving for craving in told if date(2026, 10, 26) <= craving.local_date <= TODAY]
    hours = Counter(craving.at.astimezone(ZoneInfo(craving.zone)).hour for craving in inside)
    assert found["by_hour"] == [hours[hour] for hour in range(24)]
    days = Counter(craving.local_date.weekday() for craving in inside)
    assert found["by_weekday"] == [days[day] for day in range(7)]
    assert found["by_trigger"] == Counter(named[uid] for craving in inside for uid in craving.triggers)


def test_lines_say_it_in_words_and_leave_out_what_is_none(command: Command, fill: Filling) -> None:
    fill(some)
    first, strength, *rows = command("patterns").out.splitlines()
    assert strength == "Strongest 6, typical 5 of 10 · 1 of 1 passed"
    assert first == "3 cravings (too early to tell)"
    cells = [[cell.strip() for cell in row.split("  ") if cell] for row in rows]
    assert cells[0] == ["About", "What", "Number", "Passed"]
    assert cells[1:4] == [
        ["Time of day", "08:00–09:00", "1"],
        ["Time of day", "22:00–23:00", "1"],
        ["Time of day", "time not known", "1"],
    ]
    assert ["Trigger", "Stress", "2", "1 of 1"] in cells
    assert ["Situation", "conflict", "1", "1 of 1"] in cells
    assert not any(cell[-1] == "0" for cell in cells)


def test_in_accessible_mode_every_number_stands_after_its_heading(
    command: Command, fill: Filling, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(some)
    monkeypatch.setenv("ACCESSIBLE", "1")
    lines = command("patterns").out.splitlines()
    assert lines[3:6] == ["About: Time of day", "What: 08:00–09:00", "Number: 1"]


def test_without_cravings_there_is_nothing_to_tell(command: Command) -> None:
    assert command("patterns").out == "No cravings in this time.\n"


def test_the_time_before_is_named_only_if_the_journal_was_kept_for_all_of_it(command: Command, fill: Filling) -> None:
    fill(some)
    assert command("patterns").out.startswith("3 cravings (too early to tell)\n")
    assert command("patterns", "--from", "-27").out.startswith("2 cravings, before 0 (too early to tell)\n")


def test_amounts_stand_by_week_against_the_limit_of_that_week(command: Command, fill: Filling) -> None:
    def used(journal: Journal) -> None:
        given: list[dict[str, Any]] = [
            {"label": "alcohol", "goal_mode": GoalMode.REDUCE, "limit": Decimal(2), "heavy_from": Decimal(4)},
            {"label": "tea", "goal_mode": GoalMode.OBSERVE, "heavy_from": Decimal(1)},
            {"label": "food", "kind": FocusKind.FOOD, "goal_mode": GoalMode.REDUCE, "limit": Decimal(2)},
            {"label": "old", "archived": True},
        ]
        for fields in given:
            uid = journal.focuses.add(Focus(**fields, start=date(2026, 11, 16), unit="drinks"))
            for number, amount in enumerate((Decimal(2), Decimal(5), None)):
                journal.uses.add(Use(focus=uid, local_date=date(2026, 11, 17 + number), amount=amount))

    fill(used)
    alcohol, tea, food = command("patterns", "--json").value["amounts"]
    assert (alcohol["focus"], alcohol["unit"]) == ("alcohol", "drinks")
    assert alcohol["by_week"] == [
        {
            "from": "2026-11-16",
            "use_days": 2,
            "not_logged": 4,
            "mixed": 1,
            "amount": 7.0,
            "complete": False,
            "limit": 14.0,
            "on_plan": 1,
            "over": 1,
            "heavy": 1,
        }
    ]
    (week,) = tea["by_week"]
    assert (week["amount"], week["use_days"]) == (7.0, 3)
    assert [week[name] for name in ("limit", "on_plan", "over", "heavy")] == [None] * 4
    (week,) = food["by_week"]
    assert week["use_days"] == 2
    assert [week[name] for name in ("amount", "complete", "limit", "on_plan", "over", "heavy")] == [None] * 6
    until = command("patterns", "--from", "2026-11-18", "--until", "2026-12-31", "--json").value["amounts"]
    assert [one["from"] for one in until[0]["by_week"]] == ["2026-11-18"]
