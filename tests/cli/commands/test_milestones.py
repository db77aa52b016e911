"""Check that ``journal milestones`` says the same as Today and the list, and in JSON with codes in place of words."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, FocusKind, GoalMode
from journal.domain.milestone_rewards import MilestoneReward
from journal.domain.milestones import Milestone
from journal.domain.preferences import MilestoneScheme
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.support.commands import Command

TODAY = date(2026, 11, 23)
START = TODAY - timedelta(days=30)


def thirty_days(journal: Journal) -> None:
    """Add a month of alcohol, every day but today marked free, with a milestone that the days no longer show."""
    focus = Focus(label="alcohol", kind=FocusKind.ALCOHOL, start=START, cost=Decimal(70), currency="€", minutes=60)
    uid = journal.focuses.add(focus)
    days = (START + timedelta(days=number) for number in range(30))
    journal.marks.add_many([Mark(focus=uid, state=DayState.CLEAN, local_date=day) for day in days])
    journal.milestones.add(Milestone(focus=uid, what="days 60", reached_on=date(2026, 10, 5)))


def test_it_says_what_was_reached_what_is_ahead_and_what_was_saved(command: Command, fill: Filling) -> None:
    assert command("milestones").out == "No milestones yet. They begin with the start of what you track.\n"
    fill(thirty_days)
    lines = command("milestones").out.splitlines()

    assert lines[:3] == ["alcohol", "  reached", "    30 days in a row  Mon 23 Nov"]
    assert "    60 days in a row  Mon 5 Oct, as logged then" in lines
    assert "    1 month in a row        tomorrow" in lines
    assert "    100 days free in total  70 to go" in lines
    assert lines[-2:] == ["saved €300, this month €220", "time saved 30 h, this month 22 h"]


def test_json_has_codes_and_numbers(command: Command, fill: Filling) -> None:
    fill(thirty_days)
    value = command("milestones", "--json").value

    (focus,) = value["focuses"]
    assert (focus["focus"], focus["on_plan"]) == ("alcohol", False)
    assert focus["reached"][0] == {"what": "days", "number": 30, "on": "2026-11-23", "holds": True}
    assert {"what": "days", "number": 60, "on": "2026-10-05", "holds": False} in focus["reached"]
    assert focus["ahead"][0] == {"what": "months", "number": 1, "to_go": 1, "again": False}
    assert value["no_streak"] == []
    assert (value["saved"], value["saved_month"]) == ({"€": 300.0}, {"€": 220.0})
    assert (value["saved_minutes"], value["saved_minutes_month"]) == (1800, 1320)


def test_key_tags_and_rewards_are_said_and_are_in_json(command: Command, fill: Filling) -> None:
    def fill_in(journal: Journal) -> None:
        thirty_days(journal)
        focus = journal.focuses.all()[0].uid
        journal.milestone_rewards.add(MilestoneReward(focus=focus, what="days 60", text="a day\x1b at the lake"))
        journal.set_preferences(replace(journal.preferences, milestone_scheme=MilestoneScheme.KEY_TAGS))

    fill(fill_in)
    lines, value = command("milestones").out.splitlines(), command("milestones", "--json").value

    assert lines[2] == "    30 days in a row (orange)  Mon 23 Nov"
    assert any(line.startswith("    60 days in a row (green)") and "reward: a day" in line for line in lines)
    assert not any("month in a row" in line or "\x1b" in line for line in lines)
    assert value["scheme"] == "key tags"
    reward = {"focus": "alcohol", "what": "days", "number": 60, "text": "a day\x1b at the lake", "taken_on": None}
    assert value["rewards"] == [reward]


def test_days_on_plan_are_named_so(command: Command, fill: Filling) -> None:
    def fill_in(journal: Journal) -> None:
        uid = journal.focuses.add(
            Focus(label="wine", goal_mode=GoalMode.REDUCE, limit=Decimal(2), start=TODAY - timedelta(days=3))
        )
        journal.marks.add(Mark(focus=uid, state=DayState.CLEAN, local_date=TODAY - timedelta(days=2)))

    fill(fill_in)
    out = command("milestones").out
    assert "    1 day on plan  Sat 21 Nov" in out
    assert "    3 days on plan      2 to go" in out


def test_it_only_reads(command: Command, fill: Filling, path: Path) -> None:
    fill(thirty_days)
    before = path.read_bytes()
    command("milestones")
    assert path.read_bytes() == before


def test_a_label_cannot_steer_the_terminal(command: Command, fill: Filling) -> None:
    fill(lambda journal: journal.focuses.add(Focus(label="a\x1b[2Jb", start=START)))
    assert "\x1b" not in command("milestones").out


def test_what_is_observed_has_none(command: Command, fill: Filling) -> None:
    fill(
        lambda journal: journal.focuses.add(
            Focus(label="tea", goal_mode=GoalMode.OBSERVE, start=START, cost=Decimal(1))
        )
    )
    nothing: dict[str, object] = {"saved": {}, "saved_month": {}, "saved_minutes": None, "saved_minutes_month": None}
    chosen = {"scheme": "every", "rewards": []}
    assert command("milestones", "--json").value == {"focuses": [], "no_streak": []} | nothing | chosen
