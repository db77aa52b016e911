"""Test the step of a fellowship on the page: only where it was asked for, the one of the period."""

from __future__ import annotations

from datetime import date

import pytest

from journal.domain.fellowship_steps import FellowshipStep
from journal.domain.share_ledger import Level
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import draft, render

FIRST, LAST = date(2026, 11, 9), date(2026, 11, 23)


@pytest.mark.parametrize("form", ["text", "html", "json"])
@pytest.mark.parametrize("level", list(Level))
def test_the_step_goes_only_where_everything_asked_goes_or_where_it_is_picked(
    journal: Journal, level: Level, form: str
) -> None:
    uid = journal.fellowship_steps.add(FellowshipStep(number=4, words="secretwords", since=date(2026, 11, 2)))
    journal.fellowship_steps.add(FellowshipStep(number=3, words="secretbefore", since=date(2026, 9, 2)))
    made = draft(journal, FIRST, LAST)
    page = render(release(made, Choice(level=level)), form).decode()
    assert ("secretwords" in page) == (level is Level.FULL)
    key = f"fellowship_steps/{uid}"
    picked = render(release(made, Choice(level=level, picked=frozenset({key}))), form).decode()
    assert "secretwords" in picked
    assert "step 4" in picked
    assert "secretbefore" not in picked
