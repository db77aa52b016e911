"""The line about meetings and contacts: how many there were, how many in the period before, and the last meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.domain.contacts import Contacts, attended, contacts
from journal.domain.dates import days_before
from journal.domain.record import Sensitivity
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section, sharable
from journal.text import contacts as contacts_text


def contact_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Yield ``4 meetings, before 2; 3 contacts, before 5; last meeting Mon 23 Nov``: with anyone, only numbers.

    Sessions count although their notes are marked *never*. The period before is named only if the journal has anything
    of that time.
    """
    sessions, checkins = journal.sessions.all(), sharable(journal.checkins)
    had = contacts(sessions, checkins, first, last)
    earlier = days_before(first, last)
    there = attended(sessions, checkins, earlier[1]) or any(one.local_date <= earlier[1] for one in checkins)
    then = contacts(sessions, checkins, *earlier) if there else None
    if words := contacts_text.format_contacts(had, then):
        yield Line(
            key="programme/contacts",
            section=Section.PROGRAMME,
            parts=(Part(words, Sensitivity.NUMBERS),),
            values={**_values(had), **({f"{name}_before": n for name, n in _counts(then).items()} if then else {})},
            sensitivity=Sensitivity.NUMBERS,
        )


def _counts(had: Contacts) -> dict[str, int]:
    return {"meetings": had.meetings, "contacts": had.contacts}


def _values(had: Contacts) -> dict[str, int | str | None]:
    return {**_counts(had), "last_meeting": had.last_meeting.isoformat() if had.last_meeting else None}
