"""The section on the programme with a mentor: hours a week by kind, against those that were agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from journal.domain.agreements import GROUPS, ONE_TO_ONE, Agreement, counted_days, current, dose
from journal.domain.record import Sensitivity
from journal.domain.sessions import SessionKind
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section
from journal.text import page_sections as page_sections_text

_WEEK = 7


def programme_lines(journal: Journal, who: str, last: date) -> Iterator[Line]:
    """Yield the hours a week since the agreement with ``who`` began, up to ``last``; nothing without an agreement."""
    agreement = current(journal.agreements, who)
    if agreement is None or agreement.start > last:
        return
    words = page_sections_text.format_hours(
        *(_hours(journal, agreement, kinds, last) for kinds in (ONE_TO_ONE, GROUPS))
    )
    if words:
        yield Line(
            key="programme/hours",
            section=Section.PROGRAMME,
            label=Part(page_sections_text.HOURS),
            parts=(Part(words),),
            sensitivity=Sensitivity.NUMBERS,
        )


def _hours(journal: Journal, agreement: Agreement, kinds: Sequence[SessionKind], last: date) -> str:
    """Return ``0.8 a week, 1 planned``; empty where there were none and none are planned."""
    had, days = dose(agreement, journal.sessions, kinds, last), counted_days(agreement, last)
    planned = agreement.one_to_one_hours if SessionKind.ONE_TO_ONE in kinds else agreement.group_hours
    if not days or not (had.hours or planned):
        return ""
    return page_sections_text.format_hours_a_week(had.hours * _WEEK / Decimal(days), planned)
