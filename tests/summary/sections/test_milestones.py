"""Test milestones on the page: those of the period that still hold, as sensitive as the days that show them."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from journal.domain.cravings import Craving, Outcome
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, GoalMode
from journal.domain.milestones import Milestone
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.domain.uses import Use
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import Section, draft

TODAY = date(2026, 11, 23)
FIRST = TODAY - timedelta(days=6)


def free(journal: Journal, days: int, label: str = "alcohol", **fields: object) -> str:
    """Add a focus that began so many days ago, every day of it marked free; return its uid."""
    start = TODAY - timedelta(days=days)
    uid = journal.focuses.add(Focus(label=label, start=start, **fields))  # type: ignore[arg-type]  # of their types
    journal.marks.add_many(
        Mark(focus=uid, state=DayState.CLEAN, local_date=start + timedelta(days=number)) for number in range(days)
    )
    return uid


def said(journal: Journal, level: Level = Level.STANDARD, first: date = FIRST, last: date = TODAY) -> list[str]:
    page = release(draft(journal, first, last), Choice(level=level))
    return [f"{line.label} {line.text}".strip() for line in page.sections.get(Section.PROUD, [])]


def test_what_was_reached_in_the_period_is_on_the_page(journal: Journal) -> None:
    free(journal, 32)
    assert said(journal) == ["reached 1 month in a row on Sun 22 Nov"]
    assert said(journal, first=TODAY, last=TODAY) == []
    assert said(journal, Level.MINIMAL) == []


def test_a_word_of_their_own_for_a_free_day_goes_at_the_full_level_only(journal: Journal) -> None:
    free(journal, 101, clean_word="canaryword")
    first = TODAY - timedelta(days=30)
    assert "100 days free in total" in said(journal, first=first)[0]
    assert "100 days canaryword in total" in said(journal, Level.FULL, first=first)[0]


def test_milestones_of_a_focus_are_as_sensitive_as_the_focus(journal: Journal) -> None:
    free(journal, 32, sensitivity=Sensitivity.NEVER)
    assert said(journal, Level.FULL) == []


def test_with_several_focuses_each_is_named(journal: Journal) -> None:
    free(journal, 32)
    free(journal, 7, "nicotine")
    assert [line.partition(" ")[0] for line in said(journal)] == ["alcohol", "nicotine"]


def test_what_no_longer_holds_is_left_out(journal: Journal) -> None:
    focus = free(journal, 32)
    journal.milestones.add(Milestone(focus=focus, what="days 30", reached_on=FIRST))
    journal.uses.add(Use(focus=focus, local_date=TODAY - timedelta(days=10)))
    assert said(journal) == []
    start = TODAY - timedelta(days=32)
    assert "30 days" not in "".join(said(journal, first=start))
    assert "14 days in a row" in "".join(said(journal, first=start))


def test_it_is_as_sensitive_as_the_days_that_show_it(journal: Journal) -> None:
    free(journal, 32)
    mark = journal.marks.all()[3]
    journal.marks.put(mark.uid, replace(mark, sensitivity=Sensitivity.ASK))
    assert said(journal) == []
    assert said(journal, Level.FULL) != []
    journal.marks.put(mark.uid, replace(mark, sensitivity=Sensitivity.NEVER))
    assert said(journal, Level.FULL) == []


def test_what_is_observed_or_hardly_logged_has_none_and_cravings_passed_need_no_streak(journal: Journal) -> None:
    free(journal, 32, "wine", goal_mode=GoalMode.OBSERVE)
    journal.focuses.add(Focus(label="beer", start=TODAY - timedelta(days=30)))
    for number in range(10):
        journal.cravings.add(
            Craving(intensity=5, outcome=Outcome.PASSED, local_date=TODAY - timedelta(days=9 - number))
        )
    assert said(journal) == ["reached 10 cravings passed on Mon 23 Nov"]
