"""Test the section on hard days ahead, and the line that "If I go quiet" is agreed."""

from __future__ import annotations

from datetime import timedelta

from journal.domain.hard_days import HardDay
from journal.domain.people import Person, Role
from journal.domain.quiet_plan import QuietPlan
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import Section, draft
from tests.support.lives import FIRST, TODAY

PAYDAY = HardDay(
    day=TODAY + timedelta(days=11),
    what="payday",
    call_before="Ana",
    call_after="R.",
    way_out="own car",
    who_knows="Dan",
)


def said(journal: Journal, level: Level, section: Section = Section.AHEAD) -> list[str]:
    page = release(draft(journal, FIRST, TODAY), Choice(level=level))
    return [f"{line.label} {line.text}".strip() for line in page.sections.get(section, [])]


def test_names_go_at_the_full_level_and_the_rest_at_the_standard_one(journal: Journal) -> None:
    journal.hard_days.add(PAYDAY)

    assert said(journal, Level.MINIMAL) == []
    assert said(journal, Level.STANDARD) == [
        "Fri 4 Dec payday; a call before; a call after; someone knows; way out: own car"
    ]
    assert said(journal, Level.FULL) == [
        "Fri 4 Dec payday; call Ana before; call R. after; who knows: Dan; way out: own car"
    ]


def test_the_next_three_stand_there_and_none_that_is_over(journal: Journal) -> None:
    for days in (30, -1, 0, 4, 9):
        journal.hard_days.add(HardDay(day=TODAY + timedelta(days=days), what=f"in {days}"))

    assert [line.rpartition(" in ")[2] for line in said(journal, Level.STANDARD)] == ["0", "4", "9"]


def test_a_day_marked_never_stays_home_and_of_numbers_only_nothing_but_that_it_is(journal: Journal) -> None:
    journal.hard_days.add(HardDay(day=TODAY, what="payday", sensitivity=Sensitivity.NEVER))
    journal.hard_days.add(HardDay(day=TODAY, what="dinner", call_before="Ana", sensitivity=Sensitivity.NUMBERS))

    assert said(journal, Level.FULL) == ["Mon 23 Nov a hard day; a call before"]


def test_that_it_is_agreed_is_said_to_the_reader_it_was_agreed_with_and_none_of_its_words(journal: Journal) -> None:
    r = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    uid = journal.quiet_plans.add(QuietPlan(person=r, say="hello"))
    assert said(journal, Level.FULL, Section.NEXT) == []

    journal.quiet_plans.put(uid, QuietPlan(person=r, say="hello", agreed_on=TODAY))
    assert said(journal, Level.STANDARD, Section.NEXT) == ["If I go quiet: what we agreed on Mon 23 Nov"]
    assert said(journal, Level.MINIMAL, Section.NEXT) == []
    other = release(draft(journal, FIRST, TODAY, journal.people.add(Person(name="S."))), Choice())
    assert Section.NEXT not in other.sections
