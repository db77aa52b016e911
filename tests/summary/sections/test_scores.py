"""Test scores on the page: numbers only, and those of PHQ-2 and GAD-7 never unless picked one by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from journal.domain.instruments import SCALES, Instrument, Score
from journal.domain.parked import Parked
from journal.domain.share_ledger import Level
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import draft, render
from tests.conftest import NOON

FIRST, LAST = date(2026, 11, 9), date(2026, 11, 23)
HOME = ("PHQ-2", "GAD-7")


def add(journal: Journal, instrument: Instrument, *answers: int | None, days_ago: int = 0) -> str:
    at = NOON - timedelta(days=days_ago)
    return journal.scores.add(Score(instrument=instrument, answers=[*answers], remarks=[], at=at))


def said(journal: Journal, level: Level, *picked: str) -> list[str]:
    page = release(draft(journal, FIRST, LAST), Choice(level=level, picked=frozenset(picked)))
    return [f"{line.label} {line.text}" for line in page.lines if line.key.startswith("scores/")]


def test_each_score_of_the_period_goes_as_a_number_beside_the_one_before(journal: Journal) -> None:
    add(journal, Instrument.WHO5, *[2] * 5, days_ago=40)
    add(journal, Instrument.WHO5, *[3] * 5, days_ago=4)
    add(journal, Instrument.TEA, 6, 7, 5, 4)
    expected = ["Thu 19 Nov WHO-5: 60 of 100, before 40", "Mon 23 Nov TEA: 22 of 40"]
    assert said(journal, Level.MINIMAL) == []
    assert said(journal, Level.STANDARD) == said(journal, Level.FULL) == expected


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_phq_2_and_gad_7_are_on_no_page_unless_picked(journal: Journal, level: Level, form: str) -> None:
    add(journal, Instrument.WHO5, *[3] * 5)
    uid = add(journal, Instrument.PHQ2, 1, 2)
    add(journal, Instrument.GAD7, *[1] * 7)
    made = draft(journal, FIRST, LAST)

    page = render(release(made, Choice(level=level)), form).decode()
    assert [name for name in (*HOME, "phq-2", "gad-7") if name in page] == []
    picked = render(release(made, Choice(level=level, picked=frozenset({f"scores/{uid}"}))), form).decode()
    assert "PHQ-2" in picked
    assert "GAD-7" not in picked


@pytest.mark.parametrize("level", list(Level))
def test_one_that_is_saved_for_the_meeting_is_not_named_either(journal: Journal, level: Level) -> None:
    uid = add(journal, Instrument.PHQ2, 1, 2)
    journal.parked.add(Parked(kind="scores", record=uid))
    page = render(release(draft(journal, FIRST, LAST), Choice(level=level)), "text").decode()
    assert "PHQ" not in page
    assert "score" not in page


def test_answers_remarks_and_what_has_no_score_stay_home(journal: Journal) -> None:
    journal.scores.add(Score(instrument=Instrument.TEA, answers=[6, 7, 5, 4], remarks=["remarkword"]))
    add(journal, Instrument.WHO5, 1, None)
    add(journal, Instrument.SURE, *[1] * SCALES[Instrument.SURE].items)
    made = draft(journal, FIRST, LAST)
    every = frozenset(line.key for line in made.lines)
    page = render(release(made, Choice(level=Level.FULL, picked=every)), "json").decode()
    assert "TEA: 22 of 40" in page
    assert [word for word in ("remarkword", "WHO-5", "SURE") if word in page] == []
