"""The section on weekly anchors: how many held in the weeks of the period, and which."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.domain.mooring import Week, weeks
from journal.domain.record import Sensitivity
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section, own_words, sharable
from journal.text import page_sections as page_sections_text


def mooring_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Yield ``held 7 of 8, in 2 weeks``, then each line: ``Monday group: held in 2 of 2 weeks``.

    Only weeks that ended in the period count. The words of a line are as sensitive as the line; "a line" stands for
    them.
    """
    found = weeks(sharable(journal.mooring), first, last)
    if not found:
        return
    there = sum(len(week.lines) for week in found)
    held = sum(week.held for week in found)
    every = {line.uid: line for week in found for line in week.lines}
    yield Line(
        key="mooring/count",
        section=Section.MOORING,
        parts=(Part(page_sections_text.format_held(held, there, len(found))),),
        sensitivity=Sensitivity.NUMBERS,
    )
    for line in every.values():
        kept, of = _held(found, line.uid)
        yield Line(
            key=f"mooring/{line.uid}",
            section=Section.MOORING,
            parts=(
                own_words(line.text, line, page_sections_text.A_LINE),
                Part(page_sections_text.format_line_held(kept, of)),
            ),
            sensitivity=line.sensitivity,
            more=page_sections_text.MOORING_LINE,
        )


def _held(found: list[Week], uid: str) -> tuple[int, int]:
    """Return in how many weeks a line held, and in how many it was there."""
    there = [week for week in found if any(line.uid == uid for line in week.lines)]
    return sum(all(line.uid != uid for line in week.missed) for week in there), len(there)
