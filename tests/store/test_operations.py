"""Check what is deleted together with a record."""

from __future__ import annotations

from journal.domain.cravings import Craving
from journal.domain.days import DayState, Mark
from journal.domain.debriefs import Debrief
from journal.domain.focuses import Focus
from journal.domain.parked import Parked
from journal.domain.uses import Use
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents, dependents


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
