"""Check that the page counts cravings as Patterns and ``journal patterns`` do."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.cravings import Craving, Halt, Trigger
from journal.domain.patterns import CravingCounts, count_cravings
from journal.domain.record import Precision
from journal.domain.uses import Situation
from journal.store.journal import Journal
from journal.summary.sections.cravings import lines_about
from journal.text import labels as labels_text


def filled(journal: Journal, seed: int) -> CravingCounts:
    """Save 40 random cravings of the last eight weeks, and return their counts."""
    chance = random.Random(seed)
    triggers = [journal.triggers.add(Trigger(label=label)) for label in ("Stress", "stress", "Dan")]
    for _ in range(40):
        at = datetime(2026, 11, 22, tzinfo=UTC) - timedelta(minutes=chance.randrange(70_000))
        journal.cravings.add(
            Craving(
                intensity=5,
                at=at,
                zone=chance.choice(["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"]),
                local_date=at.date(),
                precision=chance.choice([*Precision]),
                triggers=chance.sample(triggers, chance.randrange(3)),
                halt=chance.sample([*Halt], chance.randrange(3)),
                situation=chance.choice([None, *Situation]),
                place=chance.choice(["", "home", "Home ", "work"]),
            )
        )
    today = journal.today()
    return count_cravings(journal.cravings, journal.triggers, today - timedelta(days=83), today)


@pytest.mark.parametrize("seed", range(4))
def test_the_page_says_the_numbers_of_patterns(journal: Journal, seed: int) -> None:
    counts = filled(journal, seed)
    lines = {line.key.partition("/")[2]: line.parts[0].text for line in lines_about(journal, journal.cravings.all())}

    def told(key: str) -> dict[str, int]:
        said = (part.rsplit(" ", 1) for part in lines[key].partition(" (")[0].split(", "))
        return {name: int(number) for name, number in said}

    assert told("where") == counts.by_place
    assert told("triggers") == counts.by_trigger
    assert told("halt") == {labels_text.label(state): number for state, number in counts.by_halt.items() if number}
    assert told("situations") == {
        labels_text.label(one): number for one, number in counts.by_situation.items() if number
    }
    assert told("when")["time not known"] == counts.without_hour
    assert sum(told("when").values()) == counts.total
