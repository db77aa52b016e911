"""Makes a calendar file of planned meetings and due days: only when, never what, where or which person.

``journal calendar`` writes it. icalendar is slow to load, so it is imported only when a file is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from journal.domain.commitments import By
from journal.domain.record import Precision, Record
from journal.domain.sessions import ends_at, planned
from journal.store.journal import Journal
from journal.text import calendar as calendar_text

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT: Final = "-//calendar//EN"
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in for the time at which an event was written, which nobody needs to know."""


def calendar(journal: Journal) -> bytes:
    """Return the file (RFC 5545) with planned meetings that are not over, and due days of the person's commitments.

    An event has the same uid every time, a hash, so that importing the file again updates the event.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    for event in _events(journal):
        made.add_component(event)
    return bytes(made.to_ical())


def _events(journal: Journal) -> Iterator[Event]:
    for session in planned(journal.sessions):
        if session.planned_at is not None and ends_at(session) >= journal.now():
            day = journal.local(session.planned_at).date()
            known = session.precision is not Precision.DAY
            yield _event(session, calendar_text.MEETING_TITLE, session.planned_at if known else day, ends_at(session))
    for commitment in journal.commitments:
        if commitment.is_open and commitment.due is not None and commitment.by is not By.MENTOR:
            yield _event(commitment, calendar_text.DUE_TITLE, commitment.due)


def _event(record: Record, title: str, begins: datetime | date, ends: datetime | None = None) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", hashlib.sha256(record.uid.encode()).hexdigest()[:32])
    event.add("dtstamp", _EPOCH)
    event.add("summary", title)
    event.add("class", "PRIVATE")
    if isinstance(begins, datetime):
        event.add("dtstart", begins.astimezone(UTC))
        event.add("dtend", (ends or begins).astimezone(UTC))
    else:
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(days=1))
    return event
