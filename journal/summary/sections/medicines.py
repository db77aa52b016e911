"""The lines on medicines: what the person takes. Each goes only where the person picks it."""

from __future__ import annotations

from collections.abc import Iterator

from journal.domain.record import Sensitivity
from journal.medicine_support import medicines_of
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section
from journal.text import medicines as medicines_text
from journal.text import page_sections as page_sections_text


def medicine_lines(journal: Journal) -> Iterator[Line]:
    """Yield ``sertraline, 50 mg · 08:00`` for each medicine that is still taken: *never*, whatever it is marked."""
    for one in medicines_of(journal):
        if not one.archived:
            words = medicines_text.format_with_times(one)
            yield Line(
                key=f"medicines/{one.uid}",
                section=Section.STATUS,
                parts=(Part(words, Sensitivity.NEVER, page_sections_text.A_MEDICINE),),
                sensitivity=Sensitivity.NEVER,
                more=page_sections_text.MEDICINE,
            )
