"""The line on the step of a fellowship: its number and the person's own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.domain.fellowship_steps import step_on
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section, own_words
from journal.text import fellowship_steps as steps_text


def step_lines(journal: Journal, last: date) -> Iterator[Line]:
    """Yield the step that the person works on at the end of the period, if there is one."""
    step = step_on(journal.fellowship_steps, last)
    if step is None:
        return
    head = Part(steps_text.format_step(step.number), step.sensitivity)
    words = " ".join(step.words.split())
    yield Line(
        key=f"fellowship_steps/{step.uid}",
        section=Section.PROGRAMME,
        label=head,
        parts=(own_words(words, step),) if words else (Part(steps_text.TITLE, step.sensitivity),),
        values={"number": step.number},
        sensitivity=step.sensitivity,
        more=steps_text.TITLE,
    )
