"""Every sample of every program goes into a journal, a second import adds nothing, and an undo takes all of it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.importing.batches import add, plan_undo, undo
from journal.importing.found import Question
from journal.importing.planning import ImportPlan
from journal.importing.readers import READERS, open_export, plan_export
from journal.store.journal import Journal
from tests.importing.reading import SAMPLES

EVERY = [(kind, path) for kind in READERS for path in sorted(SAMPLES.glob(f"{kind}/*"))]


ANSWERS = {
    "days.csv": {"state": "Clean?", "clean": "yes", "used": "no"},
    "no_header.csv": {"text": "2"},
    "same_names.csv": {"scale": "ten"},
}
"""Answers without which nothing of a sample is known."""


def _answer(sample: Path, question: Question) -> str:
    """Return the cautious answer, but for what ``ANSWERS`` says; yes of a habit is a day without use."""
    usual = "clean" if question.name.startswith("loop:") else question.cautious
    return ANSWERS.get(sample.name, {}).get(question.name, usual)


def saved(journal: Journal) -> dict[str, int]:
    """Return how many records of each kind there are, batches left out."""
    return {name: len(getattr(journal, name)) for name in ("entries", "focuses", "marks", "uses", "checkins")}


@pytest.mark.parametrize(("kind", "sample"), EVERY, ids=lambda value: value.name if isinstance(value, Path) else value)
def test_a_sample_is_added_once_and_taken_back_as_a_whole(kind: str, sample: Path, journal: Journal) -> None:
    def planned() -> ImportPlan:
        reader = open_export(journal, kind, sample)
        answers = {question.name: _answer(sample, question) for question in reader.questions()}
        return plan_export(journal, reader, kind, sample, answers)

    before, made = saved(journal), planned()
    add(journal, made)
    assert saved(journal) != before
    assert planned().records == []
    taken_back = plan_undo(journal)
    assert taken_back is not None
    undo(journal, taken_back)
    assert saved(journal) == before
