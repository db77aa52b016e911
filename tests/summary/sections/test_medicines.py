"""Test medicines on the page: on none unless each is picked by itself."""

from __future__ import annotations

from datetime import date

import pytest

from journal.domain.medicines import Medicine
from journal.domain.parked import Parked
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import draft, render

FIRST, LAST = date(2026, 11, 9), date(2026, 11, 23)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("form", ["text", "html", "json"])
@pytest.mark.parametrize("marked", list(Sensitivity))
def test_a_medicine_is_on_no_page_unless_it_is_picked_itself(
    journal: Journal, level: Level, form: str, marked: Sensitivity
) -> None:
    uid = journal.medicines.add(Medicine(name="secretone", dose="40 mg", times=[480], sensitivity=marked))
    other = journal.medicines.add(Medicine(name="secrettwo", methadone=True, sensitivity=marked))
    journal.medicines.add(Medicine(name="secretgone", archived=True))
    journal.parked.add(Parked(kind="medicines", record=other))
    made = draft(journal, FIRST, LAST)

    page = render(release(made, Choice(level=level)), form).decode()
    assert "secret" not in page
    picked = render(release(made, Choice(level=level, picked=frozenset({f"medicines/{uid}"}))), form).decode()
    assert "secretone, 40 mg · 08:00" in picked
    assert "secrettwo" not in picked
    assert "secretgone" not in picked
