"""What is done with records in one transaction: delete with dependents, park for a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.domain.record import Record
    from journal.domain.sessions import Session
    from journal.store.journal import Journal

THE_MEETING_ITSELF = "That is the meeting itself; r keeps any other line for it."
KEPT_NO_MORE = "Not kept for your mentor any more; the same key keeps it again."


def dependents(journal: Journal, record: Record) -> list[Record]:
    """What is about a record and goes with it: of a use its debrief."""
    return [debrief for debrief in journal.debriefs.all() if debrief.use == record.uid]


def delete_with_dependents(journal: Journal, record: Record) -> None:
    """Delete a record and what belongs to it in one transaction; that it is kept for a meeting, too."""
    kept = [parked for parked in journal.parked if parked.record == record.uid]
    with journal.transaction():
        for one in (record, *dependents(journal, record), *kept):
            journal.collection(type(one)).remove(one.uid)


def park(journal: Journal, record: Record) -> str:
    """Keep a record for the next meeting, or no longer where it is kept; what is to be said of it."""
    from journal.domain.parked import Parked, about
    from journal.domain.sessions import Session, next_session

    if isinstance(record, Session) and record.held_at is None:
        return THE_MEETING_ITSELF
    if kept := about(journal.parked, record.uid):
        journal.parked.remove(kept.uid)
        return KEPT_NO_MORE
    coming = next_session(journal.sessions, journal.now())
    journal.parked.add(Parked(kind=record.table, record=record.uid, person=coming.person if coming else ""))
    return f"Kept for {_meeting_words(journal, coming)}; the same key takes it back."


def _meeting_words(journal: Journal, coming: Session | None) -> str:
    """``Thu 26 Nov, with R.``, as far as it is known."""
    from journal.domain.dates import day_words

    if coming is None:
        return "your next meeting"
    name = journal.people.get(coming.person).name if coming.person in journal.people else ""
    return f"{day_words(coming.local_date, journal.today())}{f', with {name}' if name else ''}"
