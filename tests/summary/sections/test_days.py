"""Test the section on days: the same figures as everywhere, a strip to be read without colour, and no false days."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, FocusKind, GoalMode, TaperStep
from journal.domain.preferences import Preferences, SinceConvention
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.domain.uses import Use
from journal.sharing.page import ReleasedLine
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import Section, draft
from journal.summary.sections.days import legend
from tests.summary.test_page import new_journal
from tests.support.lives import FIRST, TODAY, days


def lines(
    journal: Journal, first: date = FIRST, last: date = TODAY, level: Level = Level.STANDARD
) -> list[ReleasedLine]:
    return release(draft(journal, first, last), Choice(level=level)).sections.get(Section.DAYS, [])


def words(journal: Journal, first: date = FIRST, last: date = TODAY) -> list[str]:
    return [said.text for said in lines(journal, first, last) if said.text]


def strip(journal: Journal, first: date = FIRST, last: date = TODAY) -> list[tuple[str, str]]:
    return [(cell.head, cell.mark) for said in lines(journal, first, last) for cell in said.cells]


def test_a_slip_costs_a_day_and_the_three_numbers_stand_side_by_side(journal: Journal) -> None:
    days(journal, "-" * 62 + "+" + "-" * 16)
    assert words(journal) == [
        "6 free, 0 used, 0 not logged",
        "98.7 % of 79 logged days without use",
        "78 free days, 16 full days since last use, longest run 62",
    ]


def test_the_convention_is_the_one_picked_and_is_named(journal: Journal) -> None:
    days(journal, "--+--")
    journal.set_preferences(Preferences(since=SinceConvention.DAY_NUMBER))
    assert words(journal)[-1] == "4 free days, day number 3 since last use, longest run 2"


def test_without_a_use_it_is_counted_from_the_start(journal: Journal) -> None:
    days(journal, "---")
    assert words(journal)[-1] == "3 free days, 3 full days since the start, longest run 3"


def test_bounds_and_the_strict_run_are_there_when_days_are_not_known(journal: Journal) -> None:
    days(journal, "--oo--+-")
    assert words(journal)[1:] == [
        "83.3 % (62.5–87.5 %) of 6 logged days without use, 2 not logged",
        "5 free days, 1 full day since last use, longest run 6 (2)",
    ]


def test_a_run_of_use_in_the_period_is_said_with_its_length(journal: Journal) -> None:
    days(journal, "---++-")
    assert words(journal)[0] == "4 free, 2 used, 0 not logged; last time 2 days in a row"


def test_each_state_has_a_mark_of_its_own_under_its_weekday(journal: Journal) -> None:
    days(journal, "-+o*_-")
    assert strip(journal) == [("Tu", "."), ("We", "U"), ("Th", "?"), ("Fr", "*"), ("Sa", " "), ("Su", ".")]
    assert legend(lines(journal)) == ". without use   U used   ? not logged   * mixed"


def test_today_is_on_the_strip_once_something_is_said_of_it(journal: Journal) -> None:
    focus = days(journal, "------")
    assert len(strip(journal)) == 6
    journal.marks.add(Mark(focus=focus, state=DayState.CLEAN))
    assert len(strip(journal)) == 7


def test_a_strip_begins_with_the_first_day_that_counts(journal: Journal) -> None:
    days(journal, "--")
    assert strip(journal) == [("Sa", "."), ("Su", ".")]


def test_weeks_stand_side_by_side_in_a_long_period(journal: Journal) -> None:
    days(journal, "-" * 20 + "+" + "-" * 9)
    assert strip(journal, TODAY - timedelta(days=30)) == [
        ("24 Oct", "......."),
        ("31 Oct", "......."),
        ("7 Nov", "......U"),
        ("14 Nov", "......."),
        ("21 Nov", ".."),
    ]


def test_a_period_of_years_has_figures_and_no_strip(journal: Journal) -> None:
    days(journal, "-" * 800)
    assert strip(journal, TODAY - timedelta(days=800)) == []
    assert words(journal, TODAY - timedelta(days=800))[0] == "800 free, 0 used, 0 not logged"


def test_a_focus_of_which_nothing_is_known_is_left_out(journal: Journal) -> None:
    journal.focuses.add_many([Focus(label="not yet"), Focus(label="old", start=FIRST, archived=True)])
    assert lines(journal) == []


def test_the_persons_own_word_for_a_day_asks(journal: Journal) -> None:
    focus = days(journal, "---")
    journal.focuses.replace(focus, replace(journal.focuses.get(focus), clean_word="ghostless"))
    assert words(journal)[0] == "3 free, 0 used, 0 not logged"
    assert lines(journal, level=Level.FULL)[1].text == "3 ghostless, 0 used, 0 not logged"


@pytest.mark.parametrize("level", list(Level))
def test_a_use_marked_never_takes_the_lines_it_stands_behind_with_it(journal: Journal, level: Level) -> None:
    focus = days(journal, "-" * 20)
    long_ago = FIRST - timedelta(days=5)
    journal.uses.add(Use(focus=focus, local_date=long_ago, sensitivity=Sensitivity.NEVER))
    shown = lines(journal, level=level)
    assert [said.text for said in shown if said.text] == ["6 free, 0 used, 0 not logged"]
    assert all(said.cells or said.text for said in shown)


@given(st.text("-+o*_", min_size=1, max_size=60), st.integers(0, 40), st.integers(0, 10))
def test_the_figures_are_those_of_the_domain(letters: str, back: int, before: int) -> None:
    with new_journal() as journal:
        focus = journal.focuses.get(days(journal, letters))
        last = TODAY - timedelta(days=before)
        first = last - timedelta(days=back)
        shown = lines(journal, first, last)
        figures = focus_figures(focus, journal.uses, journal.marks, as_of=last, today=TODAY)
        inside = focus_figures(focus, journal.uses, journal.marks, first=first, as_of=last, today=TODAY)
    texts = [said.text for said in shown if said.text]
    assert len(texts) == (inside.total > 0) + 2 * (figures.total > 0)
    assert ("%" in "".join(texts)) == (figures.coverage is not None and figures.coverage >= 50)
    if inside.total:
        assert texts[0].startswith(f"{inside.clean} free, {inside.used} used, {inside.unknown} not logged")
        assert "".join(cell.mark for said in shown for cell in said.cells).count("U") == inside.used
    if figures.total:
        assert texts[-1].startswith(f"{figures.clean} free day")
        assert f" {figures.full_days} full day" in texts[-1]
        assert f"longest run {figures.longest_run}" in texts[-1]
        (values,) = [said.values for said in shown if said.values]
        assert values["pda"] == figures.pda
        assert values["full_days"] == figures.full_days


def test_the_days_on_plan_come_first_beside_the_limit_and_the_week(journal: Journal) -> None:
    focus = days(journal, "--")
    goal: dict[str, Any] = {
        "goal_mode": GoalMode.REDUCE,
        "limit": Decimal(2),
        "unit": "drinks",
        "start": TODAY - timedelta(days=5),
    }
    journal.focuses.replace(focus, replace(journal.focuses.get(focus), **goal))
    for back, amount in ((3, "1"), (4, "3"), (5, "2")):
        journal.uses.add(Use(focus=focus, local_date=TODAY - timedelta(days=back), amount=Decimal(amount)))
    assert words(journal) == [
        "80.0 % of 5 logged days on plan; limit today 2 drinks; this week nothing logged yet",
        "2 free, 2 used within the limit, 1 over it, 0 not logged; last time 1 day in a row",
        "40.0 % of 5 logged days without use",
        "4 days on plan, 3 full days since last day over the limit, longest run 3",
    ]
    assert [cell.mark for said in lines(journal) for cell in said.cells] == ["=", "U", "=", ".", "."]
    assert "= used, within plan" in legend(lines(journal))
    (values,) = [said.values for said in lines(journal) if said.values]
    assert (values["on_plan"], values["limit_today"], values["within_days"]) == (80, 2, 2)


def test_what_is_only_observed_has_amounts_and_no_percentage(journal: Journal) -> None:
    focus = days(journal, "--")
    journal.focuses.replace(focus, replace(journal.focuses.get(focus), goal_mode=GoalMode.OBSERVE, unit="drinks"))
    journal.uses.add(Use(focus=focus, local_date=TODAY, amount=Decimal(3)))
    assert words(journal) == [
        "2 free, 1 used, 0 not logged",
        "this week 1 use day, 3 drinks; this month 1 use day, 3 drinks; 3 of 3 days logged",
    ]


def test_in_a_dangerous_taper_there_is_no_percentage_without_use_and_no_run(journal: Journal) -> None:
    focus = days(journal, "--")
    taper = [TaperStep(from_date=FIRST, maximum=Decimal(4))]
    goal: dict[str, Any] = {"goal_mode": GoalMode.TAPER, "kind": FocusKind.SEDATIVES, "taper": taper}
    journal.focuses.replace(focus, replace(journal.focuses.get(focus), **goal))
    said = "\n".join(words(journal))
    assert "without use" not in said
    assert "run" not in said
    (values,) = [said.values for said in lines(journal) if said.values]
    assert (values["pda"], values["longest_run"]) == (None, None)


def test_the_days_since_last_use_say_how_many_were_not_logged(journal: Journal) -> None:
    days(journal, "--+-o--")
    assert "since last logged use (1 not logged)" in words(journal)[-1]


def test_where_fewer_than_half_of_the_days_are_logged_there_is_no_percentage(journal: Journal) -> None:
    days(journal, "-" + "o" * 19)
    assert words(journal)[1] == "1 of 20 days logged"


def test_a_label_stands_once_over_the_lines_of_its_focus(journal: Journal) -> None:
    days(journal, "---")
    labels = [said.label for said in lines(journal)]
    assert all(one == other for one, other in pairwise(labels))
