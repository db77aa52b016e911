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

    With a use, that is its debrief; with a focus, its marks, uses and cravings, and the debriefs of these uses; with a
    medicine, its doses.
    """
    from journal.domain.focuses import Focus
    from journal.domain.medicines import Medicine

    if isinstance(record, Medicine):
        return [dose for dose in journal.doses if dose.medicine == record.uid]
    tables = (journal.marks, journal.uses, journal.cravings) if isinstance(record, Focus) else ()
    days: list[Record] = [day for table in tables for day in table.all() if day.focus == record.uid]
    gone = {record.uid, *(day.uid for day in days)}
    return [*days, *(debrief for debrief in journal.debriefs.all() if debrief.use in gone)]


def delete_with_dependents(journal: Journal, record: Record) -> None:
    """Delete a record, its dependents, and their places on the list for the next meeting, in one transaction.

    They are kept in the bin, unless the person does not want that. With a meeting or contact that a check-in made, the
    yes of that check-in goes, so that it is not counted any more.
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
        for one in deleted:
            _remove(journal, [one])
    return saved


def goes_into_bin(journal: Journal, record: Record) -> bool:
    """Return whether a record is kept in the bin when it is deleted: unless there is no word of the person's in it.

    These are the mark of a day, and a place on the list for the next meeting without a note.
    """
    from journal.domain.days import Mark
    from journal.domain.parked import Parked

    is_bare = isinstance(record, Mark) or (isinstance(record, Parked) and not record.note)
    return journal.preferences.keep_deleted and not is_bare


def _remove(journal: Journal, gone: list[Record], *, keep: bool = True) -> None:
    """Delete records and their places on the list for the next meeting; ``keep``: put them into the bin, the first one
    as that with which the others went.
    """
    uids = {one.uid for one in gone}
    every = [*gone, *(parked for parked in journal.parked if parked.record in uids)]
    documents = [(one.table, one.uid, journal.collection(type(one)).document(one.uid)) for one in every]
    for one in every:
        journal.collection(type(one)).remove(one.uid)
    if keep and goes_into_bin(journal, every[0]):
        journal.apply(journal.bin.kept(documents))
    if not journal.preferences.keep_deleted:
        journal.apply(journal.versions.removal(uids))


def erase(journal: Journal, record: Record) -> None:
    """Delete a record, its dependents and their places on the list for the next meeting, and keep nothing of them.

    What was deleted of these earlier leaves the bin, and the drafts about them and the earlier versions of an entry are
    removed, all in one transaction. The record may be in the bin already. What the file still holds goes with a new
    master key.
    """
    there = journal.find(record.table, record.uid)
    gone = [] if there is None else [there, *dependents(journal, there)]
    uids = erased_with(journal, record)
    with journal.transaction():
        if there is not None:
            _remove(journal, gone, keep=False)
            if answered := _without_its_yes(journal, there):
                journal.save(answered)
        journal.apply(journal.bin.removal(lambda document: document.uid in uids))
        journal.apply(journal.versions.removal(uids))
        journal.apply(journal.drafts.removal(uids))
        _forget_digests(journal, uids)


def _forget_digests(journal: Journal, uids: set[str]) -> None:
    """Keep no hash of erased words in what imports added; that they were imported stays known."""
    from journal.domain.imports import without_digests

    for batch in journal.imports:
        if (left := without_digests(batch, uids)) is not batch:
            journal.save(left)


def erased_with(journal: Journal, record: Record) -> set[str]:
    """Return the uids of everything that is erased with a record, in the journal and in the bin, its own included."""
    from journal.store.bin import related

    there = journal.find(record.table, record.uid)
    gone = [] if there is None else dependents(journal, there)
    return related(journal.bin.documents(), [record.uid, *(one.uid for one in gone)])


def restore(journal: Journal, uids: Iterable[str]) -> list[Record]:
    """Restore a deletion from the bin (its ``BinItem.uids``) with everything that went with it, in one transaction.

    With a meeting or contact that a check-in made, the yes of that check-in comes back. Return the records, the one
    that the others went with first. Undo deletes them again.
    """
    with journal.transaction():
        changes, documents = journal.bin.restoration(uids)
        journal.apply(changes)
        read = (journal.read_document(table, document) for table, document in documents)
        records = [record for record in read if record is not None]
        for record in records:
            if answered := _with_its_yes(journal, record):
                journal.save(answered)
    return records


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


def _with_its_yes(journal: Journal, record: Record) -> CheckIn | None:
    """Return the check-in that made this record, with its yes; None for any other record, or if it says no."""
    from msgspec.structs import replace

    from journal.domain.contacts import is_contact
    from journal.domain.sessions import Session

    if not isinstance(record, Session) or record.checkin not in journal.checkins:
        return None
    checkin = journal.checkins.get(record.checkin)
    if is_contact(record):
        return replace(checkin, contact_made=True) if checkin.contact_made is None else None
    return replace(checkin, meeting_attended=True) if checkin.meeting_attended is None else None


def park(journal: Journal, record: Record) -> str:
    """Put a record on the list for the next meeting, or take it off that list; return the sentence to show."""
    from journal.domain.parked import Parked, about
    from journal.domain.sessions import Session, next_mentor_meeting
    from journal.text import meetings as meetings_text

    if isinstance(record, Session) and record.held_at is None:
        return meetings_text.THE_MEETING_ITSELF
    if kept := about(journal.parked, record.uid):
        delete_with_dependents(journal, kept)
        return meetings_text.KEPT_NO_MORE
    coming = next_mentor_meeting(journal.sessions, journal.now())
    journal.parked.add(Parked(kind=record.table, record=record.uid, person=coming.person if coming else ""))
    if coming is None:
        return meetings_text.kept_for()
    name = journal.people.get(coming.person).name if coming.person in journal.people else ""
    return meetings_text.kept_for(meetings_text.format_meeting(coming.local_date, journal.today(), name))
