"""The section on questionnaires: one line for each score, never the answers or remarks behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.domain.dates import format_day
from journal.domain.instruments import SCALES, earlier, total
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section
from journal.text import labels as labels_text
from journal.text import page_sections as page_sections_text


def score_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Yield ``Thu 19 Nov  WHO-5: 52 of 100, before 44`` for each score of the period, the oldest first.

    Those of PHQ-2 and GAD-7 are marked *never*, so that one goes only where the person picks it.
    """
    scores = journal.scores.all()
    for score in sorted(journal.scores.between(first, last), key=lambda one: one.at):
        if (number := total(score)) is None:
            continue
        before = earlier(scores, score)
        most = SCALES[score.instrument].most
        words = page_sections_text.format_score(
            labels_text.label(score.instrument), number, most, before[0][1] if before else None
        )
        yield Line(
            key=f"scores/{score.uid}",
            section=Section.STATUS,
            label=Part(format_day(score.local_date), score.sensitivity),
            parts=(Part(words, score.sensitivity),),
            values={"instrument": score.instrument.value, "score": number, "most": most},
            sensitivity=score.sensitivity,
            more=page_sections_text.SCORE,
        )
