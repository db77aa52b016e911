"""Check what is deleted together with a record."""

from __future__ import annotations

from msgspec.structs import replace

from journal.domain.checkins import CheckIn
from journal.domain.contacts import answer
from journal.domain.cravings import Craving
from journal.domain.days import DayState, Mark
from journal.domain.debriefs import Debrief
from journal.domain.focuses import Focus
from journal.domain.parked import Parked
from journal.domain.sessions import SessionKind
from journal.domain.uses import Use
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents, dependents, save_and_delete


def test_a_focus_goes_with_everything_about_it_and_nothing_else_and_undo_is_one_step(journal: Journal) -> None:
    alcohol, nicotine = journal.focuses.add_many([Focus(label="alcohol"), Focus(label="nicotine")])
    for focus in (alcohol, nicotine):
        journal.marks.add(Mark(focus=focus, state=DayState.CLEAN))
        use = journal.uses.add(Use(focus=focus))
        journal.debriefs.add(Debrief(use=use))
        journal.parked.add(Parked(kind="uses", record=use))
        journal.cravings.add(Craving(intensity=7, focus=focus))
    journal.cravings.add(Craving(intensity=3))
    tables = (journal.focuses, journal.marks, journal.uses, journal.debriefs, journal.parked, journal.cravings)
    before = [table.all() for table in tables]

    delete_with_dependents(journal, journal.focuses.get(alcohol))
    assert [len(table) for table in tables] == [1, 1, 1, 1, 1, 2]
    assert {mark.focus for mark in journal.marks} == {nicotine}
    assert sorted(craving.focus for craving in journal.cravings) == sorted(["", nicotine])

    undone = journal.undo()
    assert undone is not None
    assert (undone.table, undone.alike) == ("focuses", 1)
    assert [sorted(table.all(), key=lambda record: record.uid) for table in tables] == [
        sorted(records, key=lambda record: record.uid) for records in before
    ]


def test_a_craving_about_nothing_has_no_dependents(journal: Journal) -> None:
    journal.marks.add(Mark(focus="", state=DayState.CLEAN))
    assert dependents(journal, Craving(intensity=3)) == []


def test_with_a_meeting_that_a_check_in_made_the_yes_goes_too_and_undo_brings_both_back(journal: Journal) -> None:
    checkin = CheckIn(uid=journal.new_uid(), meeting_attended=True, contact_made=True, local_date=journal.today())
    saved = journal.save(
        checkin, *(answer(checkin, kind, journal.now()) for kind in (SessionKind.GROUP, SessionKind.CONTACT))
    )
    for gone, left in ((saved[1], (True, None)), (saved[2], (None, None))):
        delete_with_dependents(journal, gone)
        (now,) = journal.checkins.all()
        assert (now.contact_made, now.meeting_attended) == left
    assert journal.sessions.all() == []
    for _ in range(2):
        journal.undo()
    assert (journal.checkins.all(), len(journal.sessions)) == ([saved[0]], 2)


def test_a_meeting_of_a_check_in_that_now_says_no_is_deleted_alone(journal: Journal) -> None:
    checkin = CheckIn(uid=journal.new_uid(), meeting_attended=False, local_date=journal.today())
    saved, meeting = journal.save(checkin, answer(checkin, SessionKind.GROUP, journal.now()))
    delete_with_dependents(journal, meeting)
    assert journal.checkins.all() == [saved]


def test_what_is_saved_and_what_is_deleted_together_is_one_step_of_undo(journal: Journal) -> None:
    kept, gone = (journal.cravings.get(journal.cravings.add(Craving(intensity=7))) for _ in range(2))
    journal.parked.add(Parked(kind="cravings", record=gone.uid))

    (saved,) = save_and_delete(journal, [replace(kept, intensity=3)], [gone])
    assert journal.cravings.all() == [saved]
    assert journal.parked.all() == []

    undone = journal.undo()
    assert undone is not None
    assert (undone.table, undone.alike) == ("cravings", 2)
    assert sorted(journal.cravings.all(), key=lambda one: one.uid) == [kept, gone]
    assert len(journal.parked) == 1
