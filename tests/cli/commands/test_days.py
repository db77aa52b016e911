"""Test ``journal days``: the figures of each focus."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from journal.cli.commands import records
from journal.domain.dates import EARLIEST_YEAR
from journal.domain.day_statistics import Figures, focus_figures
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, FocusKind, GoalMode, TaperStep
from journal.domain.uses import Use
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.support.commands import Command

PLAN = ("within_days", "on_plan", "on_plan_low", "on_plan_high", "limit_today", "amount_week")
FIELDS = (
    *("focus", "as_of", "pda", "pda_low", "pda_high", "coverage", "clean_days", "used_days", "unknown_days"),
    *("full_days", "day_number", "longest_run", "longest_run_strict", "steadiness", "last_use"),
    *("return_time_last", "return_time_median"),
    *PLAN,
    *("currency", "saved", "saved_month", "saved_minutes", "saved_minutes_month"),
)
START = date(2025, 1, 1)


def worked_example(journal: Journal) -> None:
    """Add 62 clean days, a use on 4 March 2025, 16 clean days."""
    focus = journal.focuses.add(Focus(label="alcohol", start=START))
    days = [START + timedelta(days=n) for n in range(79)]
    journal.marks.add_many(Mark(focus=focus, local_date=day, state=DayState.CLEAN) for day in days)
    journal.uses.add(Use(focus=focus, local_date=date(2025, 3, 4)))


def test_the_worked_example_of_the_field(command: Command, fill: Filling) -> None:
    fill(worked_example)
    (told,) = command("days", "--as-of", "2025-03-20", "--json").value
    assert tuple(told) == FIELDS
    assert told["pda"] == pytest.approx(98.73, abs=0.005)
    assert told["pda_low"] == told["pda_high"] == told["pda"]
    assert told["coverage"] == 100
    assert (told["clean_days"], told["used_days"], told["unknown_days"]) == (78, 1, 0)
    assert (told["full_days"], told["day_number"]) == (15, 16)
    assert (told["longest_run"], told["longest_run_strict"]) == (62, 62)
    assert told["steadiness"] == pytest.approx(0.9631, abs=0.00005)
    assert (told["last_use"], told["as_of"]) == ("2025-03-04", "2025-03-20")
    assert (told["return_time_last"], told["return_time_median"]) == (1, 1.0)
    assert [told[name] for name in PLAN] == [None] * len(PLAN)


def test_what_was_saved_is_a_row_and_numbers(command: Command, fill: Filling) -> None:
    def costly(journal: Journal) -> None:
        (focus,) = journal.focuses.all()
        journal.save(replace(focus, cost=Decimal(40), currency="€", minutes=90))

    fill(worked_example)
    assert "saved" not in command("days", "--as-of", "2025-03-20").out
    fill(costly)
    (told,) = command("days", "--as-of", "2025-03-20", "--json").value
    assert (told["currency"], told["saved"], told["saved_month"]) == ("€", 445.71, 108.57)
    assert (told["saved_minutes"], told["saved_minutes_month"]) == (78 * 90, 19 * 90)
    (row,) = (line for line in command("days", "--as-of", "2025-03-20").out.splitlines() if "saved" in line)
    assert " ".join(row.split()) == "saved €445 and 117 h, this month €108 and 28 h"


def test_from_bounds_counts_but_not_the_days_since_last_use(command: Command, fill: Filling) -> None:
    fill(worked_example)
    (told,) = command("days", "--from", "2025-03-10", "--as-of", "2025-03-20", "--json").value
    assert (told["clean_days"], told["used_days"], told["longest_run"]) == (11, 0, 11)
    assert (told["last_use"], told["full_days"]) == ("2025-03-04", 15)
    assert told["return_time_last"] is None


def test_both_ends_are_included(command: Command, fill: Filling) -> None:
    fill(worked_example)
    (told,) = command("days", "--from", "2025-03-04", "--as-of", "2025-03-04", "--json").value
    assert (told["clean_days"], told["used_days"], told["pda"]) == (0, 1, 0.0)
    assert (told["full_days"], told["day_number"]) == (0, 0)


def test_what_is_undefined_is_null(command: Command, fill: Filling) -> None:
    fill(lambda journal: journal.focuses.add(Focus(label="nicotine")))
    (told,) = command("days", "--json").value
    assert [told[name] for name in ("pda", "coverage", "full_days", "last_use", "return_time_median")] == [None] * 5


def test_without_a_focus_there_is_nothing_to_count(command: Command) -> None:
    assert command("days", "--json").value == []
    assert command("days").out == "No focus yet.\n"


def test_lines_say_the_same_and_a_dash_for_what_is_undefined(command: Command, fill: Filling) -> None:
    fill(worked_example)
    out = command("days", "--as-of", "2025-03-20").out
    assert "alcohol, as of Thu 20 Mar 2025" in out
    assert "78 of 79 logged, 98.7 %" in out
    assert "15 full days (last use: Tue 4 Mar 2025)" in out
    assert "1 full day (last use" in command("days", "--as-of", "2025-03-06").out
    assert "–" in command("days", "--from", "2025-03-10", "--as-of", "2025-03-20").out


@pytest.mark.parametrize(
    ("option", "value", "asked"),
    [
        ("--from", "soon", "a date like 2026-11-23"),
        ("--as-of", "2025-02-30", "a date like 2026-11-23"),
        ("--as-of", "0001-01-01", f"a date from {EARLIEST_YEAR} to 2999"),
        ("--as-of", "9999-12-31", f"a date from {EARLIEST_YEAR} to 2999"),
    ],
)
def test_what_is_no_date_is_an_error_of_usage(command: Command, option: str, value: str, asked: str) -> None:
    ended = command("days", option, value, passphrase=None)
    assert (ended.code, ended.err) == (2, f"{option} takes {asked}.\n")


def test_with_many_focuses_the_figures_of_each_look_only_at_its_own(
    command: Command, fill: Filling, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def counted(focus: Focus, uses: list[Use], marks: list[Mark], **days: Any) -> Figures:
        seen.append(len(uses) + len(marks))
        return focus_figures(focus, uses, marks, **days)

    fill(many_focuses)
    monkeypatch.setattr(records, "focus_figures", counted)
    told = command("days", "--json").value
    assert [one["clean_days"] for one in told] == [1] * 30
    assert seen == [1] * 30


def many_focuses(journal: Journal) -> None:
    """Add thirty focuses with a mark each."""
    uids = journal.focuses.add_many(Focus(label=str(number), start=START) for number in range(30))
    journal.marks.add_many(Mark(focus=uid, local_date=START, state=DayState.CLEAN) for uid in uids)


def test_more_focuses_than_can_be_told_at_once_say_so(
    command: Command, fill: Filling, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(many_focuses)
    monkeypatch.setattr(records, "MOST_FOCUSES", 29)
    ended = command("days")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("There are 30 focuses, and this counts the days of at most 29. Nothing was changed.")


def test_a_period_that_ends_before_it_begins_is_an_error_of_usage(command: Command) -> None:
    assert command("days", "--from", "2025-03-02", "--as-of", "2025-03-01").code == 2


def limited(journal: Journal, **fields: Any) -> str:
    """A limit of 2 drinks from Monday 3 March 2025 on: 3 drinks, 2 drinks, free, not logged, 1 drink."""
    goal = {"goal_mode": GoalMode.REDUCE, "limit": Decimal(2), "kind": FocusKind.NICOTINE, "unit": "drinks", **fields}
    focus = journal.focuses.add(Focus(label="wine", start=date(2025, 3, 3), **goal))
    for day, amount in ((3, 3), (4, 2), (7, 1)):
        journal.uses.add(Use(focus=focus, local_date=date(2025, 3, day), amount=Decimal(amount)))
    journal.marks.add(Mark(focus=focus, local_date=date(2025, 3, 5), state=DayState.CLEAN))
    return focus


def test_the_figures_of_a_limit(command: Command, fill: Filling) -> None:
    fill(limited)
    (told,) = command("days", "--as-of", "2025-03-07", "--json").value
    assert tuple(told) == FIELDS
    assert (told["clean_days"], told["within_days"], told["used_days"], told["unknown_days"]) == (1, 2, 1, 1)
    assert (told["on_plan"], told["on_plan_low"], told["on_plan_high"]) == (75, 60, 80)
    assert (told["pda"], told["coverage"]) == (25, 80)
    assert (told["limit_today"], told["amount_week"]) == (2, 6)
    assert (told["last_use"], told["full_days"]) == ("2025-03-03", 3)
    assert (told["longest_run"], told["longest_run_strict"]) == (4, 2)
    out = command("days", "--as-of", "2025-03-07").out
    assert "days on plan" in out
    assert "3 of 4 logged, 75.0 % (60.0–80.0 %)" in out
    assert "2 drinks" in out
    assert "3 on plan, 1 over, 6 drinks" in out
    assert out.index("days on plan") < out.index("free days")


def test_the_limit_of_a_taper_is_that_of_the_day(command: Command, fill: Filling) -> None:
    steps = [TaperStep(from_date=date(2025, 3, day), maximum=Decimal(most)) for day, most in ((3, "3"), (6, "0.5"))]
    fill(lambda journal: limited(journal, goal_mode=GoalMode.TAPER, limit=None, taper=steps))
    (early,) = command("days", "--as-of", "2025-03-05", "--json").value
    (late,) = command("days", "--as-of", "2025-03-07", "--json").value
    assert (early["limit_today"], early["used_days"], early["on_plan"]) == (3, 0, 100)
    assert (late["limit_today"], late["used_days"], late["last_use"]) == (0.5, 1, "2025-03-07")


def test_a_dangerous_taper_rewards_nothing(command: Command, fill: Filling) -> None:
    steps = [TaperStep(from_date=date(2025, 3, 3), maximum=Decimal(3))]
    fill(lambda journal: limited(journal, kind=FocusKind.ALCOHOL, goal_mode=GoalMode.TAPER, taper=steps))
    (told,) = command("days", "--as-of", "2025-03-07", "--json").value
    assert [told[name] for name in ("pda", "pda_low", "pda_high", "longest_run", "longest_run_strict")] == [None] * 5
    assert told["on_plan"] == 100
    assert "best run" not in command("days", "--as-of", "2025-03-07").out


def test_what_is_only_observed_is_not_judged(command: Command, fill: Filling) -> None:
    fill(lambda journal: limited(journal, goal_mode=GoalMode.OBSERVE, limit=None))
    (told,) = command("days", "--as-of", "2025-03-07", "--json").value
    nothing = ("pda", "longest_run", "longest_run_strict", "steadiness", "full_days", "day_number", "last_use", *PLAN)
    assert [told[name] for name in nothing] == [None] * len(nothing)
    assert (told["clean_days"], told["used_days"]) == (1, 0)
    out = command("days", "--as-of", "2025-03-07").out
    assert "3 use days, 6 drinks" in out
    assert "%" not in out


def test_too_few_days_known_have_no_percentage_in_lines(command: Command, fill: Filling) -> None:
    def few(journal: Journal) -> None:
        focus = journal.focuses.add(Focus(label="alcohol", start=START))
        journal.marks.add(Mark(focus=focus, local_date=START, state=DayState.CLEAN))

    fill(few)
    out = command("days", "--as-of", "2025-01-20").out
    assert "1 of 20 days logged" in out
    assert "%" not in out
