"""Check what an import adds and what it leaves alone, and that undoing it brings back what was there before."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain import imports
from journal.domain.checkins import CheckIn
from journal.domain.days import DayState, Mark, MarkSource, day_word
from journal.domain.debriefs import Debrief
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.imports import MovedStart
from journal.domain.parked import Parked
from journal.domain.record import Precision
from journal.domain.uses import Use
from journal.importing import batch_writer
from journal.importing.batches import UndoPlan, add, plan_undo, undo
from journal.importing.days_csv import import_days, read_rows
from journal.importing.found import (
    Found,
    FoundCheckIn,
    FoundDay,
    FoundEntry,
    FoundFocus,
    FoundUse,
    Moment,
    Reading,
)
from journal.importing.planning import ImportPlan, plan
from journal.importing.readers import undo_report
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents, erase
from journal.store.tinydb_store import without_stamps
from journal.text import import_report as report_text
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE

TODAY = date(2026, 11, 23)
DAYS = [TODAY - timedelta(days=ago) for ago in range(1, 9)]
LABELS = ["Alcohol", "alcohol ", "Nicotine"]

KNOWN = (DayState.CLEAN, DayState.USED)

Documents = dict[str, dict[str, Any]]

days = st.sampled_from(DAYS)
labels = st.sampled_from(LABELS)
amounts = st.none() | st.decimals(0, 99, places=1)
moments = st.builds(Moment, day=days) | st.builds(
    lambda day: Moment(day=day, at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), zone=ZONE), days
)
states = st.sampled_from([state for state in DayState if state is not DayState.WITHIN])
without_keys = st.one_of(
    st.builds(FoundEntry, key=st.just(""), when=moments, text=st.text(max_size=9), tags=st.just(("a b", "c"))),
    st.builds(FoundCheckIn, key=st.just(""), when=moments, mood=st.integers(0, 10)),
    st.builds(FoundDay, key=st.just(""), focus=labels, day=days, state=states, amount=amounts),
    st.builds(FoundUse, key=st.just(""), focus=labels, when=moments, amount=amounts, note=st.text(max_size=9)),
    st.builds(FoundFocus, key=st.just(""), label=labels, start=st.none() | days, unit=st.sampled_from(["", "drinks"])),
)


def with_keys(found: Sequence[Found]) -> list[Found]:
    return [replace(one, key=f"fake:{number}") for number, one in enumerate(found)]


exports = st.lists(without_keys, max_size=12).map(with_keys)
own_records = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), days, states),
        st.tuples(st.just("use"), days, states),
        st.tuples(st.just("checkin"), days, states),
        st.tuples(st.just("entry"), days, states),
    ),
    max_size=5,
)


@contextmanager
def a_journal() -> Iterator[Journal]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Journal.create(
            Path(folder, "journal.rj"),
            PASSPHRASE,
            clock=FixedClock(NOON, ZONE),
            cost=CHEAP,
            anchors=Path(folder, "anchors"),
        ) as journal,
    ):
        yield journal


def write(journal: Journal, own: list[tuple[str, date, DayState]]) -> None:
    """Fill a journal with a focus and these records of one's own."""
    focus = journal.focuses.add(Focus(label="Alcohol", start=DAYS[2], unit="drinks"))
    for kind, day, state in own:
        if kind == "mark":
            journal.marks.add(Mark(focus=focus, local_date=day, state=state))
        elif kind == "use":
            journal.uses.add(Use(focus=focus, local_date=day, amount=Decimal(2)))
        elif kind == "checkin":
            journal.checkins.add(CheckIn(local_date=day, mood=3))
        else:
            journal.entries.add(Entry(local_date=day, text="mine"))


def documents(journal: Journal) -> Documents:
    """Return every document of a journal, by table and uid."""
    return {
        name: {uid: without_stamps(document) for uid, document in table.items()}
        for name, table in journal._vault.tables.items()
        if table
    }


def planned(journal: Journal, found: list[Found]) -> ImportPlan:
    return plan(journal, Reading(found), "fake", "export.json")


def imported(journal: Journal, *found: Found) -> ImportPlan:
    made = planned(journal, list(found))
    add(journal, made)
    return made


def undone(journal: Journal) -> UndoPlan:
    found = plan_undo(journal)
    assert found is not None
    undo(journal, found)
    return found


@given(own_records, exports)
def test_an_import_can_be_undone_and_a_second_one_adds_nothing(
    own: list[tuple[str, date, DayState]], found: list[Found]
) -> None:
    with a_journal() as journal:
        write(journal, own)
        before = documents(journal)
        made = planned(journal, found)
        assert documents(journal) == before
        assert add(journal, made) == len(made.records)
        if not made.records:
            assert documents(journal) == before
            return
        after = documents(journal)
        assert before.keys() <= after.keys()
        again = planned(journal, found)
        assert (again.records, again.moved) == ([], {})
        assert add(journal, again) == 0
        assert documents(journal) == after
        undone(journal)
        assert documents(journal) == before
        repeated = planned(journal, found)
        assert repeated.counts == made.counts


def letters(journal: Journal, focus: Focus) -> dict[date, DayState]:
    word = day_word(focus, journal.uses, journal.marks, first=DAYS[-1], last=DAYS[0], today=TODAY)
    return dict(word.items())


@given(own_records, exports)
def test_an_import_changes_no_record_and_no_day_that_was_known(
    own: list[tuple[str, date, DayState]], found: list[Found]
) -> None:
    with a_journal() as journal:
        write(journal, own)
        (focus,) = journal.focuses
        before, known = documents(journal), letters(journal, focus)
        add(journal, planned(journal, found))
        after = documents(journal)
        for name in before.keys() - {"focuses"}:
            assert {uid: after[name][uid] for uid in before[name]} == before[name]
        now = letters(journal, journal.focuses.get(focus.uid))
        assert [day for day, state in known.items() if state in KNOWN and now[day] is not state] == []


@given(exports, st.data())
def test_what_was_deleted_since_stays_deleted_and_what_was_edited_is_kept(
    found: list[Found], data: st.DataObject
) -> None:
    with a_journal() as journal:
        made = planned(journal, [one for one in found if isinstance(one, FoundEntry)])
        add(journal, made)
        if not made.records:
            return
        entries = journal.entries.all()
        fates = data.draw(st.lists(st.sampled_from(["left", "deleted", "edited"]), min_size=len(entries), max_size=99))
        by_fate: dict[str, list[Entry]] = {"left": [], "deleted": [], "edited": []}
        for entry, fate in zip(entries, fates, strict=False):
            by_fate[fate].append(entry)
        for entry in by_fate["deleted"]:
            delete_with_dependents(journal, entry)
        for entry in by_fate["edited"]:
            journal.save(replace(entry, title="my own words"))
        assert planned(journal, found).counts.get("entries") is None

        plan_made = undone(journal)
        assert plan_made.gone_counts.get("entries", 0) == len(by_fate["left"])
        assert plan_made.kept_counts.get("entries", 0) == len(by_fate["edited"])
        assert {entry.uid for entry in journal.entries} == {entry.uid for entry in by_fate["edited"]}
        again = planned(journal, found)
        assert again.counts.get("entries", 0) == len(by_fate["left"])
        assert plan_undo(journal) is None


def day(key: str, number: int, state: DayState = DayState.CLEAN, focus: str = "Alcohol") -> FoundDay:
    return FoundDay(key=key, focus=focus, day=DAYS[number], state=state)


def test_a_missing_focus_is_made_from_its_first_day_and_its_record_says_where_it_came_from(journal: Journal) -> None:
    imported(
        journal,
        FoundFocus(key="f", label="Alcohol", start=DAYS[1], unit="drinks"),
        day("a", 3),
        FoundUse(key="u", focus="ALCOHOL", when=Moment(day=DAYS[5]), amount=Decimal(3), note="at home"),
    )
    (focus,) = journal.focuses
    (mark,) = journal.marks
    (use,) = journal.uses
    assert (focus.label, focus.start, focus.unit) == ("Alcohol", DAYS[5], "drinks")
    assert (mark.focus, mark.source, mark.back_filled) == (focus.uid, MarkSource.IMPORT, True)
    assert (use.amount, use.unit, use.note, use.precision) == (Decimal(3), "", "at home", Precision.DAY)


def test_a_focus_without_any_day_is_added_too_and_has_no_start_if_none_is_known(journal: Journal) -> None:
    imported(journal, FoundFocus(key="f", label="Sugar"))
    (focus,) = journal.focuses
    assert (focus.label, focus.start) == ("Sugar", None)


def test_a_start_is_moved_back_and_set_back_by_an_undo(journal: Journal) -> None:
    uid = journal.focuses.add(Focus(label="Alcohol", start=DAYS[1]))
    made = imported(journal, day("a", 4))
    assert made.starts == {"Alcohol": DAYS[4]}
    assert journal.focuses.get(uid).start == DAYS[4]
    (batch,) = journal.imports
    assert batch.moved == [MovedStart(uid, DAYS[1], DAYS[4])]
    assert undone(journal).starts == {"Alcohol": DAYS[1]}
    assert journal.focuses.get(uid).start == DAYS[1]


def test_a_start_that_was_changed_since_or_is_needed_stays(journal: Journal) -> None:
    uid = journal.focuses.add(Focus(label="Alcohol", start=DAYS[1]))
    imported(journal, day("a", 4))
    journal.marks.add(Mark(focus=uid, local_date=DAYS[3], state=DayState.CLEAN))
    assert undone(journal).starts == {}
    assert journal.focuses.get(uid).start == DAYS[4]


def test_days_that_contradict_the_journal_stay_as_they_are_and_are_counted(journal: Journal) -> None:
    focus = journal.focuses.add(Focus(label="Alcohol", start=DAYS[-1]))
    journal.marks.add_many(
        [
            Mark(focus=focus, local_date=DAYS[0], state=DayState.CLEAN),
            Mark(focus=focus, local_date=DAYS[1], state=DayState.USED),
        ]
    )
    journal.uses.add(Use(focus=focus, local_date=DAYS[2]))
    journal.checkins.add(CheckIn(local_date=DAYS[3], mood=2))
    made = imported(
        journal,
        day("a", 0, DayState.USED),
        day("b", 1, DayState.USED),
        day("c", 2, DayState.CLEAN),
        FoundUse(key="d", focus="Alcohol", when=Moment(day=DAYS[0])),
        FoundUse(key="e", focus="Alcohol", when=Moment(day=DAYS[2])),
        FoundCheckIn(key="f", when=Moment(day=DAYS[3]), mood=9),
    )
    assert (made.records, made.present) == ([], 1)
    assert made.kept == {
        report_text.MARKED_OTHERWISE: 1,
        report_text.USE_LOGGED: 1,
        report_text.MARKED_FREE: 1,
        report_text.USE_THERE: 1,
        report_text.CHECK_IN_THERE: 1,
    }
    assert len(journal.imports) == 0


def test_a_second_use_or_mood_of_a_day_in_a_later_export_is_added(journal: Journal) -> None:
    use = FoundUse(key="a", focus="Alcohol", when=Moment(day=DAYS[0]))
    mood = FoundCheckIn(key="b", when=Moment(day=DAYS[0]), mood=4)
    imported(journal, use, mood)
    assert imported(journal, use, mood, replace(use, key="c"), replace(mood, key="d")).counts == {
        "uses": 1,
        "checkins": 1,
    }


def test_a_renamed_focus_is_known_by_its_key_and_a_deleted_one_is_not_made_again(journal: Journal) -> None:
    focus = FoundFocus(key="f", label="Alcohol")
    imported(journal, focus, day("a", 1))
    (made,) = journal.focuses
    journal.save(replace(made, label="Drink"))
    assert imported(journal, focus, day("b", 2)).counts == {"marks": 1}
    assert {mark.focus for mark in journal.marks} == {made.uid}
    delete_with_dependents(journal, journal.focuses.get(made.uid))
    later = imported(journal, focus, day("c", 3))
    assert (later.records, later.left_out) == ([], {report_text.FOCUS_DELETED: 1})


def test_a_focus_stays_where_something_else_is_in_it_and_an_edited_one_too(journal: Journal) -> None:
    imported(journal, day("a", 1), day("b", 1, focus="Nicotine"), day("c", 1, focus="Sugar"))
    alcohol, nicotine, _ = sorted(journal.focuses, key=lambda focus: focus.label)
    journal.marks.add(Mark(focus=alcohol.uid, local_date=DAYS[0], state=DayState.CLEAN))
    journal.save(replace(nicotine, clean_word="smoke-free"))
    found = undone(journal)
    assert sorted(found.focuses) == ["Alcohol", "Nicotine"]
    assert sorted(focus.label for focus in journal.focuses) == ["Alcohol", "Nicotine"]
    assert len(journal.marks) == 1


def test_a_record_to_which_something_was_added_is_kept(journal: Journal) -> None:
    imported(
        journal,
        FoundEntry(key="a", when=Moment(day=DAYS[0]), text="parked"),
        FoundEntry(key="b", when=Moment(day=DAYS[0]), text="not parked"),
        FoundUse(key="c", focus="Alcohol", when=Moment(day=DAYS[0])),
    )
    parked = next(entry for entry in journal.entries if entry.text == "parked")
    journal.parked.add(Parked(kind="entries", record=parked.uid))
    (use,) = journal.uses
    journal.debriefs.add(Debrief(use=use.uid))
    undone(journal)
    assert [entry.text for entry in journal.entries] == ["parked"]
    assert len(journal.uses) == len(journal.focuses) == 1


def test_what_was_changed_while_the_question_to_undo_stood_there_is_kept(journal: Journal) -> None:
    found = [FoundEntry(key=name, when=Moment(day=DAYS[0]), text=name) for name in ("first", "second", "third")]
    imported(journal, *found)
    told = plan_undo(journal)
    assert told is not None
    first, second, _ = sorted(journal.entries, key=lambda entry: entry.text)
    journal.entries.replace(first.uid, replace(first, text="my own words"))
    journal.parked.add(Parked(kind="entries", record=second.uid))
    done = undo(journal, told)
    assert {entry.text for entry in journal.entries} == {"my own words", "second"}
    assert done.gone_counts == {"entries": 1}
    assert planned(journal, list(found)).present == 2


def test_an_undo_that_was_done_already_changes_nothing(journal: Journal) -> None:
    imported(journal, FoundEntry(key="a", when=Moment(day=DAYS[0]), text="words"))
    told = plan_undo(journal)
    assert told is not None
    undo(journal, told)
    imported(journal, FoundEntry(key="a", when=Moment(day=DAYS[0]), text="words"))
    assert undo(journal, told).gone == []
    assert len(journal.entries) == len(journal.imports) == 1


def test_what_a_newer_version_imported_is_kept_by_an_undo(journal: Journal) -> None:
    imported(journal, FoundEntry(key="a", when=Moment(day=DAYS[0]), text="words"))
    (batch,) = journal.imports
    newer = imports.ImportedRecord("k" * 32, "dreams", "d" * 32, "0" * 32)
    journal.imports.replace(batch.uid, replace(batch, records=[*batch.records, newer]))
    found = undone(journal)
    assert (found.kept, found.gone_counts) == ([newer], {"entries": 1})
    assert list(undo_report(found, TODAY, TODAY))
    (left,) = journal.imports
    assert (left.records, left.undone) == ([newer], True)


def test_an_undo_works_after_a_restart_and_goes_back_one_import_at_a_time(journal: Journal, clock: FixedClock) -> None:
    imported(journal, day("a", 1))
    clock.set(NOON + timedelta(seconds=1))
    imported(journal, day("b", 2))
    journal.close()
    with Journal.open(journal.path, PASSPHRASE, clock=clock) as again:
        assert undone(again).gone_counts == {"marks": 1}
        assert [mark.local_date for mark in again.marks] == [DAYS[1]]
        assert undone(again).gone_counts == {"marks": 1, "focuses": 1}
        assert plan_undo(again) is None


def test_a_long_import_is_kept_in_several_documents_and_undone_as_one(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_writer, "MOST_RECORDS", 3)
    before = documents(journal)
    imported(journal, *[FoundEntry(key=str(n), when=Moment(day=DAYS[0]), text=str(n)) for n in range(8)])
    assert sorted(len(batch.records) for batch in journal.imports) == [2, 3, 3]
    undone(journal)
    assert documents(journal) == before


def test_a_document_with_as_many_records_as_it_may_have_is_far_below_what_fits() -> None:
    record = imports.ImportedRecord("0" * 32, "checkins", "0" * 32, "0" * 32)
    whole = imports.ImportBatch(program="daylio", records=[record] * imports.MOST_RECORDS)
    assert len(msgspec.json.encode(whole)) < 2 * 1024 * 1024


def test_days_from_a_csv_file_can_be_undone_too(journal: Journal) -> None:
    uid = journal.focuses.add(Focus(label="x", start=TODAY))
    before = documents(journal)
    rows = read_rows("focus,date,state\nX,2026-11-21,used\nx,2026-11-22,clean\ny,2026-11-22,-\n", latest=TODAY)
    import_days(journal, rows, file="days.csv")
    assert journal.focuses.get(uid).start == date(2026, 11, 21)
    (batch,) = journal.imports
    assert (batch.program, batch.file) == ("days", "days.csv")
    undone(journal)
    assert documents(journal) == before


def test_dates_that_no_journal_has_and_empty_entries_are_left_out(journal: Journal) -> None:
    made = planned(
        journal,
        [
            FoundDay(key="a", focus="x", day=TODAY + timedelta(days=1), state=DayState.CLEAN),
            FoundEntry(key="b", when=Moment(day=date(1850, 1, 1)), text="old"),
            FoundEntry(key="c", when=Moment(day=TODAY), text=" \n"),
            FoundEntry(key="d", when=Moment(day=TODAY), text="long" * 600_000),
            FoundCheckIn(key="e", when=Moment(day=TODAY), mood=11),
            FoundDay(key="f", focus="x", day=TODAY, state=DayState.WITHIN),
        ],
    )
    assert made.left_out == {
        report_text.IN_FUTURE: 1,
        report_text.TOO_EARLY: 1,
        report_text.NOTHING_WRITTEN: 1,
        report_text.NOT_STORABLE: 2,
        report_text.STATE_UNKNOWN: 1,
    }
    assert made.records == []


def test_long_titles_and_many_tags_lose_no_word_and_odd_values_cost_only_themselves(journal: Journal) -> None:
    imported(
        journal,
        FoundEntry(
            key="a",
            when=Moment(day=DAYS[0], zone="Mars/Olympus"),
            text="text",
            title="t" * 1001,
            tags=tuple(f"tag {number}" for number in range(25)),
            doubts=("a doubt",),
        ),
        FoundUse(key="b", focus="x", when=Moment(day=DAYS[0]), amount=Decimal("NaN")),
    )
    (entry,) = journal.entries
    assert (len(entry.tags), entry.title, entry.zone) == (20, "", ZONE)
    assert entry.text.startswith("t" * 1001)
    assert "#tag-24" in entry.text
    (use,) = journal.uses
    assert use.amount is None


def test_an_amount_in_another_unit_is_never_added_to_ones_own(journal: Journal) -> None:
    journal.focuses.add(Focus(label="Alcohol", start=DAYS[-1], unit="drinks"))
    made = imported(
        journal,
        FoundFocus(key="f", label="Alcohol", unit="ml"),
        FoundUse(key="a", focus="Alcohol", when=Moment(day=DAYS[0]), amount=Decimal(500)),
        FoundDay(key="b", focus="Alcohol", day=DAYS[1], state=DayState.USED, amount=Decimal(500)),
    )
    (use,) = journal.uses
    (mark,) = journal.marks
    assert (use.amount, use.unit, mark.amount) == (Decimal(500), "ml", None)
    assert made.doubts == {report_text.OTHER_UNIT: 1}


def test_the_batch_holds_no_word_of_the_export(journal: Journal) -> None:
    imported(journal, FoundEntry(key="secret:key", when=Moment(day=DAYS[0]), text="secret text", title="secret"))
    assert "secret" not in str(documents(journal)["imports"])


def test_half_a_letter_in_a_text_is_compared_like_any_other(journal: Journal) -> None:
    imported(journal, FoundEntry(key="a", when=Moment(day=DAYS[0]), text="\ud83d"))
    assert undone(journal).gone_counts == {"entries": 1}
    assert len(journal.entries) == 0


def test_of_what_is_erased_for_good_no_hash_of_its_words_is_kept_and_it_stays_erased(journal: Journal) -> None:
    found: list[Found] = [
        FoundEntry(key="a", when=Moment(day=DAYS[0]), text="erased"),
        FoundEntry(key="b", when=Moment(day=DAYS[0]), text="kept"),
    ]
    imported(journal, *found)
    entry = next(entry for entry in journal.entries if entry.text == "erased")
    erase(journal, entry)
    (batch,) = journal.imports
    assert [one.digest for one in batch.records if one.uid == entry.uid] == [imports.ERASED]
    assert planned(journal, found).records == []
    undone(journal)
    assert [one.record.uid for one in planned(journal, found).records] == [""]
    assert planned(journal, found).present == 1


def test_two_copies_that_imported_the_same_have_it_twice_after_a_merge_until_one_import_is_undone(
    journal: Journal, tmp_path: Path
) -> None:
    other = tmp_path / "other.rj"
    journal.backup(other)
    found = FoundEntry(key="a", when=Moment(day=DAYS[0]), text="the same")
    imported(journal, found)
    once = documents(journal)
    later, anchors = FixedClock(NOON + timedelta(hours=1), ZONE), tmp_path / "of another computer"
    with Journal.open(other, PASSPHRASE, clock=later, anchors=anchors) as copy:
        imported(copy, found)
    journal.merge(other)
    assert [entry.text for entry in journal.entries] == ["the same", "the same"]
    assert planned(journal, [found]).records == []
    undone(journal)
    assert documents(journal) == once
