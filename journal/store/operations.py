"""Change several records in one transaction: delete one with its dependents, park one for a meeting.

Screens and commands share these. Record types are imported inside the functions, so that importing this is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.domain.record import Record
    from journal.store.journal import Journal


def dependents(journal: Journal, record: Record) -> list[Record]:
    """Return the records that must be deleted together with a record: the debrief of a use."""
    return [debrief for debrief in journal.debriefs.all() if debrief.use == record.uid]


def delete_with_dependents(journal: Journal, record: Record) -> None:
    """Delete a record, its dependents, and its place on the list for the next meeting, in one transaction."""
    kept = [parked for parked in journal.parked if parked.record == record.uid]
    with journal.transaction():
        for one in (record, *dependents(journal, record), *kept):
            journal.collection(type(one)).remove(one.uid)


def park(journal: Journal, record: Record) -> str:
    """Put a record on the list for the next meeting, or take it off that list; return the sentence to show."""
    from journal.domain.parked import Parked, about
    from journal.domain.sessions import Session, next_session
    from journal.text import meetings as meetings_text

    if isinstance(record, Session) and record.held_at is None:
        return meetings_text.THE_MEETING_ITSELF
    if kept := about(journal.parked, record.uid):
        journal.parked.remove(kept.uid)
        return meetings_text.KEPT_NO_MORE
    coming = next_session(journal.sessions, journal.now())
    journal.parked.add(Parked(kind=record.table, record=record.uid, person=coming.person if coming else ""))
    if coming is None:
        return meetings_text.kept_for()
    name = journal.people.get(coming.person).name if coming.person in journal.people else ""
    return meetings_text.kept_for(meetings_text.format_meeting(coming.local_date, journal.today(), name))
