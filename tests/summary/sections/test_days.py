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

from journal.domain.agreements import Agreement
from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, FocusKind, GoalMode, TaperStep
from journal.domain.people import Person, Role
from journal.domain.preferences import Preferences, SinceConvention
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.domain.uses import Situation, Use
from journal.sharing.page import ReleasedLine
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import Section, draft
from journal.summary.sections.days import legend
from tests.summary.test_page import new_journal
from tests.support.lives import FIRST, TODAY, at, days


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
        "78 of 79 logged days free",
        "16 full days since last use, best run 62",
        "6 free, before 7; 0 used, before 0; 0 not logged",
    ]


def test_the_convention_is_the_one_picked_and_is_named(journal: Journal) -> None:
    days(journal, "--+--")
    journal.set_preferences(Preferences(since=SinceConvention.DAY_NUMBER))
    assert words(journal)[1] == "day number 3 since last use, best run 2"


def test_without_a_use_it_is_counted_from_the_start(journal: Journal) -> None:
    days(journal, "---")
    assert words(journal)[-1] == "3 full days since the start, best run 3"


def test_days_not_logged_are_counted_beside_and_never_as_bounds_in_brackets(journal: Journal) -> None:
    days(journal, "--oo--+-")
    assert words(journal) == [
        "5 of 6 logged days free; 2 not logged",
        "1 full day since last use, best run 6 (2)",
        "3 free, 1 used, 2 not logged",
    ]


def test_a_run_of_use_in_the_period_is_said_with_its_length(journal: Journal) -> None:
    days(journal, "---++-")
    assert words(journal)[-1] == "4 free, 2 used, 0 not logged; last time 2 days in a row"


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
    assert words(journal, TODAY - timedelta(days=800))[-1] == "800 free, 0 used, 0 not logged"


def test_a_focus_of_which_nothing_is_known_is_left_out(journal: Journal) -> None:
    journal.focuses.add_many([Focus(label="not yet"), Focus(label="old", start=FIRST, archived=True)])
    assert lines(journal) == []


def test_the_persons_own_word_for_a_day_asks(journal: Journal) -> None:
    focus = days(journal, "---")
    journal.focuses.replace(focus, replace(journal.focuses.get(focus), clean_word="ghostless"))
    assert words(journal)[0] == "3 of 3 logged days free"
    assert lines(journal, level=Level.FULL)[1].text == "3 of 3 logged days ghostless"


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
    period = [text for text in texts if text.startswith(f"{inside.clean} free,")]
    assert len(texts) == len(period) + 2 * (figures.total > 0)
    assert "%" not in "".join(texts)
    if inside.total and (inside.used or inside.total < figures.total):
        (counts,) = period
        assert counts.split("; last")[0].endswith(f"{inside.unknown} not logged")
        assert f" {inside.used} used" in counts
    if inside.total:
        assert "".join(cell.mark for said in shown for cell in said.cells).count("U") == inside.used
    if figures.total:
        share, numbers = (text for text in texts if text not in period)
        few = figures.is_mostly_unknown
        assert share.startswith(f"{figures.logged} of" if few else f"{figures.clean} of {figures.logged} logged day")
        assert numbers.startswith(f"{figures.clean} free day" if few else f"{figures.full_days} full day")
        assert f"{figures.full_days} full day" in numbers
        assert f"best run {figures.longest_run}" in numbers
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
        "4 of 5 logged days on plan; limit today 2 drinks; this week nothing logged yet",
        "2 of 5 logged days free",
        "3 full days since last day over the limit, best run 3",
        "2 free, 2 used within the limit, 1 over it, 0 not logged",
        "used Thu 19 Nov, 3 drinks; back on track",
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
        "this week 1 use day, 3 drinks; this month 1 use day, 3 drinks; 3 of 3 days logged",
        "2 free, 1 used, 0 not logged",
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
    assert "since last logged use (1 not logged)" in words(journal)[1]


def test_where_fewer_than_half_of_the_days_are_logged_there_is_no_percentage(journal: Journal) -> None:
    days(journal, "-" + "o" * 19)
    assert words(journal)[0] == "1 of 20 days logged"


def test_a_label_stands_once_over_the_lines_of_its_focus(journal: Journal) -> None:
    days(journal, "---")
    labels = [said.label for said in lines(journal)]
    assert all(one == other for one, other in pairwise(labels))


def test_each_slip_is_said_with_its_situation_and_what_came_after(journal: Journal) -> None:
    focus = days(journal, "-" * 20)
    slip = Use(
        focus=focus,
        at=at(TODAY - timedelta(days=3), 21),
        amount=Decimal(3),
        unit="drinks",
        situation=Situation.PRESSURE,
        told_mentor_at=at(TODAY - timedelta(days=2), 9),
        back_on_track_at=at(TODAY - timedelta(days=1), 9),
        note="noteword",
        place="placeword",
    )
    journal.uses.add(slip)
    journal.uses.add(Use(focus=focus, at=at(TODAY - timedelta(days=2), 21), prescribed=True))
    journal.uses.add(Use(focus=focus, at=at(FIRST - timedelta(days=1), 21)))
    told = [said for said in words(journal) if said.startswith("used ")]
    assert told == [
        "used Fri 20 Nov, 3 drinks, social pressure; told my mentor Sat 21 Nov; back on track Sun 22 Nov",
    ]
    assert not [said for said in lines(journal, level=Level.MINIMAL) if said.text.startswith("used ")]


def test_the_use_days_of_the_programme_are_counted_since_it_began(journal: Journal) -> None:
    person = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.agreements.add(Agreement(person=person, start=TODAY - timedelta(days=10)))
    days(journal, "-" * 5 + "+" * 5 + "-" * 5 + "o+-" + "--")
    assert "1 use day in 10 days since the programme began, 1 not logged" in words(journal)


def test_the_period_before_is_beside_a_count_only_where_all_of_it_was_kept(journal: Journal) -> None:
    days(journal, "--+------+--")
    assert "5 free, 1 used, 0 not logged" in words(journal)
    days(journal, "--+" + "-" * 11)
    assert [said for said in words(journal) if "before" in said] == ["6 free, before 6; 0 used, before 1; 0 not logged"]
