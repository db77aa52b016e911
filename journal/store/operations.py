"""Change several records in one transaction: delete one with its dependents, park one for a meeting, save and delete.

Screens and commands share these. Record types are imported inside the functions, so that importing this is quick.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.domain.checkins import CheckIn
    from journal.domain.record import Record
    from journal.store.journal import Journal


def dependents(journal: Journal, record: Record) -> list[Record]:
    """Return the records that must be deleted together with a record.

    With a use, that is its debrief; with a focus, its marks, uses and cravings, and the debriefs of these uses.
    """
    from journal.domain.focuses import Focus

    tables = (journal.marks, journal.uses, journal.cravings) if isinstance(record, Focus) else ()
    days: list[Record] = [day for table in tables for day in table.all() if day.focus == record.uid]
    gone = {record.uid, *(day.uid for day in days)}
    return [*days, *(debrief for debrief in journal.debriefs.all() if debrief.use in gone)]


def delete_with_dependents(journal: Journal, record: Record) -> None:
    """Delete a record, its dependents, and their places on the list for the next meeting, in one transaction.

    With a meeting or contact that a check-in made, the yes of that check-in goes, so that it is not counted any more.
    """
    with journal.transaction():
        _remove(journal, [record, *dependents(journal, record)])
        if answered := _without_its_yes(journal, record):
            journal.save(answered)


def save_and_delete(journal: Journal, records: Iterable[Record], gone: Iterable[Record]) -> tuple[Record, ...]:
    """Save records and delete others in one transaction; return those saved. Raises what ``Journal.save`` does."""
    if not (deleted := list(gone)):
        return journal.save(*records)
    with journal.transaction():
        saved = journal.save(*records)
        _remove(journal, deleted)
    return saved


def _remove(journal: Journal, gone: list[Record]) -> None:
    """Delete records and their places on the list for the next meeting."""
    uids = {one.uid for one in gone}
    kept = [parked for parked in journal.parked if parked.record in uids]
    for one in (*gone, *kept):
        journal.collection(type(one)).remove(one.uid)


def _without_its_yes(journal: Journal, record: Record) -> CheckIn | None:
    """Return the check-in whose yes made this record, without that yes; None for any other record."""
    from msgspec.structs import replace

    from journal.domain.contacts import is_contact
    from journal.domain.sessions import Session

    if not isinstance(record, Session) or record.checkin not in journal.checkins:
        return None
    checkin = journal.checkins.get(record.checkin)
    if is_contact(record):
        return replace(checkin, contact_made=None) if checkin.contact_made else None
    return replace(checkin, meeting_attended=None) if checkin.meeting_attended else None


def park(journal: Journal, record: Record) -> str:
    """Put a record on the list for the next meeting, or take it off that list; return the sentence to show."""
    from journal.domain.parked import Parked, about
    from journal.domain.sessions import Session, next_mentor_meeting
    from journal.text import meetings as meetings_text

    if isinstance(record, Session) and record.held_at is None:
        return meetings_text.THE_MEETING_ITSELF
    if kept := about(journal.parked, record.uid):
        journal.parked.remove(kept.uid)
        return meetings_text.KEPT_NO_MORE
    coming = next_mentor_meeting(journal.sessions, journal.now())
    journal.parked.add(Parked(kind=record.table, record=record.uid, person=coming.person if coming else ""))
    if coming is None:
        return meetings_text.kept_for()
    name = journal.people.get(coming.person).name if coming.person in journal.people else ""
    return meetings_text.kept_for(meetings_text.format_meeting(coming.local_date, journal.today(), name))
