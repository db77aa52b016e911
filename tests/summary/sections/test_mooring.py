"""Test weekly anchors on the page: weeks that ended in the period, counts for all, names only where allowed."""

from __future__ import annotations

from datetime import date, timedelta

from journal.domain.mooring import MooringLine
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import Section, draft
from tests.conftest import NOON

FIRST, LAST = date(2026, 11, 9), date(2026, 11, 23)
SUNDAYS = (date(2026, 11, 15), date(2026, 11, 22))


def moored(journal: Journal) -> None:
    since = NOON - timedelta(days=40)
    journal.mooring.add(MooringLine(text="Monday group", held_on=[*SUNDAYS], at=since))
    journal.mooring.add(MooringLine(text="call Ana", held_on=[SUNDAYS[1], LAST], at=since))
    journal.mooring.add(MooringLine(text="secretword", at=since, sensitivity=Sensitivity.NEVER))


def said(journal: Journal, level: Level) -> list[str]:
    page = release(draft(journal, FIRST, LAST), Choice(level=level))
    return [line.text for line in page.sections.get(Section.MOORING, [])]


def test_the_count_goes_as_a_number_and_the_names_only_where_all_may(journal: Journal) -> None:
    moored(journal)
    count = "held 3 of 4, in 2 weeks"
    assert said(journal, Level.MINIMAL) == []
    assert said(journal, Level.STANDARD) == [count]
    assert said(journal, Level.FULL) == [
        count,
        "Monday group: held in 2 of 2 weeks",
        "call Ana: held in 1 of 2 weeks",
    ]


def test_without_lines_or_without_a_week_that_ended_there_is_no_section(journal: Journal) -> None:
    assert said(journal, Level.FULL) == []
    journal.mooring.add(MooringLine(text="new", at=NOON))
    assert said(journal, Level.FULL) == []
