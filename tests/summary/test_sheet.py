"""Check the sheet that a mentor holds: what is on every page of the sample journal, whatever its period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from journal import demo
from journal.clock import FixedClock
from journal.domain.commitments import By, Commitment
from journal.domain.needs import Area, Need
from journal.domain.share_ledger import Level
from journal.sharing.page import Page
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import Section, draft, render
from journal.summary.layout import COLUMNS, ROWS, fit
from tests.conftest import NOON, ZONE

PERIODS = range(1, 85)
"""Days of the pages."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    path = tmp_path_factory.mktemp("demo") / "journal.rj"
    demo.make(path, NOON, ZONE, anchors=path.parent)
    with Journal.open(path, demo.PASSPHRASE, clock=FixedClock(NOON, ZONE), anchors=path.parent) as journal:
        yield journal


def page(journal: Journal, days: int, level: Level = Level.STANDARD) -> Page:
    today = journal.today()
    return release(draft(journal, today - timedelta(days=days - 1), today, emergency="112"), Choice(level=level))


def must(page: Page) -> None:
    """Check that it is one sheet with room for three new agreements, the open ones, the goals and the foot."""
    rows = render(page, "text").decode().splitlines()
    assert len(rows) <= ROWS
    assert max(map(len, rows)) <= COLUMNS
    assert sum(bool(re.match(r"\s*\[ \] ____", row)) for row in rows) == 3
    assert all(row.rstrip().endswith("_") and len(row) == COLUMNS for row in rows if "____" in row)
    read = "\n".join(rows)
    for agreed in ("call the practice about sleep", "text R. the date of the birthday", "the number of the Saturday"):
        assert re.search(rf"\[ \] {agreed}", read)
    for goal in ("Evening class", "Savings, bicycle", "See the GP about sleep"):
        assert goal in read
    for section in ("HOW I AM", "DAYS", "WHAT WE AGREED", "NEXT CHECK-IN", "NEEDS", "GOALS"):
        assert section in rows
    assert ("WHAT HELPED" in rows) == (Section.WORKED in page.sections)
    assert "I'm not safe: call me, then 112." in " ".join(read.split())


def test_every_page_of_the_sample_has_what_must_be_on_it(sample: Journal) -> None:
    for days in PERIODS:
        must(page(sample, days))


@pytest.mark.parametrize("level", list(Level))
def test_at_every_level_there_is_room_for_three_new_agreements(sample: Journal, level: Level) -> None:
    for days in (1, 28, 84):
        rows = render(page(sample, days, level), "text").decode().splitlines()
        assert sum(row.startswith("  [ ] ____") for row in rows) == 3


def test_the_order_is_that_of_the_sheet(sample: Journal) -> None:
    rows = render(page(sample, 7), "text").decode().splitlines()
    order = [
        "Check-in, 17–23 November · week 5 of 12",
        "  For my sponsor",
        "HOW I AM",
        "  Rough spots, urges, no use (2 of 5)",
        "  I would like you to: listen",
        "DAYS",
        "WHAT WE AGREED",
        "WHAT HELPED",
        "TO TALK ABOUT TODAY",
        "NEW AGREEMENTS",
        "NEXT CHECK-IN",
        "NEEDS",
        "GOALS",
    ]
    assert [row for row in rows if row in order] == order
    assert any(row.startswith("  ┌─ The one thing I want your honest take on ─") for row in rows)


def test_what_was_agreed_is_a_checklist_with_what_is_done_ticked(sample: Journal) -> None:
    agreed = page(sample, 28).sections[Section.COMMITMENTS]
    assert [said.tick for said in agreed] == [False] * 3 + [True] * 3 + [None]
    rows = render(page(sample, 28, Level.MINIMAL), "text").decode()
    assert re.search(r"\[x\] walk on Sunday, the two of us: done", rows)


def test_six_open_agreements_of_both_sides_are_on_the_sheet_and_more_are_counted(sample: Journal) -> None:
    many = [Commitment(text=f"open number {n}", by=By.ME if n % 2 else By.MENTOR) for n in range(20)]
    uids = sample.commitments.add_many(many)
    needs = sample.needs.add_many([Need(area=Area.WORK, text=f"need {n}") for n in range(20)])
    shown = fit(page(sample, 84))
    for uid in uids:
        sample.commitments.remove(uid)
    for uid in needs:
        sample.needs.remove(uid)
    open_ones = [said for said in shown.sections[Section.COMMITMENTS] if said.tick is False]
    assert len(open_ones) >= 6
    assert "things we agreed" in shown.left_out or len(open_ones) == 23
    assert len(shown.sections[Section.GOALS]) >= 3
    assert len(shown.sections[Section.TOGETHER]) == 3
