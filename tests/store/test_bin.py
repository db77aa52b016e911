"""Check that what was deleted can be restored, for how long, and what merging, undo and erasing do with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.bin import BIN, VERSIONS
from journal.domain.checkins import CheckIn
from journal.domain.contacts import answer
from journal.domain.cravings import Craving
from journal.domain.days import DayState, Mark
from journal.domain.debriefs import Debrief
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.medicines import Dose, Medicine
from journal.domain.parked import Parked
from journal.domain.record import SCHEMA
from journal.domain.sessions import SessionKind
from journal.domain.uses import Use
from journal.errors import NotSaved, VaultError
from journal.store.journal import ChangeKind, Journal
from journal.store.operations import delete_with_dependents, erase, park, restore
from journal.vault.vault import Vault
from tests.conftest import CHEAP, NOON, PASSPHRASE
from tests.support.vault import reader

DAY = timedelta(days=1)


def reopened(journal: Journal, clock: FixedClock) -> Journal:
    journal.close()
    return Journal.open(journal.path, PASSPHRASE, clock=clock)


def deleted(journal: Journal, entry: Entry) -> Entry:
    """Save an entry and delete it."""
    (saved,) = journal.save(entry)
    delete_with_dependents(journal, saved)
    assert isinstance(saved, Entry)
    return saved


def told(journal: Journal) -> list[str]:
    """Return the texts of the entries in the bin, the latest deletion first."""
    return [item.record.text for item in journal.bin.items() if isinstance(item.record, Entry)]


def texts(journal: Journal) -> list[str]:
    return sorted(entry.text for entry in journal.entries)


def write_daily(journal: Journal, clock: FixedClock, days: int) -> None:
    """Let days pass, on each of which something is written."""
    for _ in range(days):
        clock.set(clock.now() + DAY)
        journal.save(CheckIn(mood=5))


def test_a_deleted_entry_is_in_the_bin_after_a_restart_and_comes_back_as_it_was(
    journal: Journal, clock: FixedClock
) -> None:
    before = journal.changed
    entry = deleted(journal, Entry(title="Canal", text="walked home"))
    assert journal.changed == before + 2, "one append each"
    with reopened(journal, clock) as again:
        (item,) = again.bin.items()
        assert (item.record, item.deleted_at, item.days_left, item.others) == (entry, NOON, 30, 0)
        assert restore(again, item.uids) == [entry]
        assert (again.entries.all(), again.bin.items(), len(again.bin)) == ([entry], [], 0)
    with Journal.open(journal.path, PASSPHRASE, clock=clock) as once_more:
        assert (once_more.entries.all(), len(once_more.bin)) == ([entry], 0)


def test_undo_of_a_deletion_takes_it_out_of_the_bin(journal: Journal) -> None:
    entry = deleted(journal, Entry(text="walked home"))
    undone = journal.undo()
    assert undone is not None
    assert (undone.table, undone.what, undone.records, undone.alike) == ("entries", ChangeKind.DELETED, 1, 1)
    assert (journal.entries.all(), len(journal.bin)) == ([entry], 0)


def test_undo_of_a_restoration_puts_it_into_the_bin_again(journal: Journal) -> None:
    deleted(journal, Entry(text="walked home"))
    before = journal.bin.items()
    restore(journal, before[0].uids)
    undone = journal.undo()
    assert undone is not None
    assert (undone.table, undone.what) == ("entries", ChangeKind.ADDED)
    assert (journal.entries.all(), journal.bin.items()) == ([], before)


def test_a_focus_comes_back_with_everything_that_went_with_it(journal: Journal) -> None:
    focus = journal.focuses.add(Focus(label="alcohol"))
    mark = journal.marks.add(Mark(focus=focus, state=DayState.CLEAN))
    use = journal.uses.add(Use(focus=focus, note="a word"))
    journal.debriefs.add(Debrief(use=use, happened="a story"))
    journal.parked.add(Parked(kind="uses", record=use, note="why"))
    journal.cravings.add(Craving(intensity=7, focus=focus))
    tables = (journal.focuses, journal.marks, journal.uses, journal.debriefs, journal.parked, journal.cravings)
    before = [table.all() for table in tables]
    delete_with_dependents(journal, journal.focuses.get(focus))
    assert [len(table) for table in tables] == [0] * 6

    (item,) = journal.bin.items()
    assert (item.record.uid, item.others) == (focus, 5)
    restored = restore(journal, item.uids)
    assert (restored[0].uid, len(restored)) == (focus, 6)
    assert [table.all() for table in tables] == before
    assert journal.marks.get(mark).focus == focus
    journal.undo()
    assert [len(table) for table in tables] == [0] * 6
    assert journal.bin.items() == [item]


def test_the_yes_of_a_check_in_comes_back_with_the_contact_it_made(journal: Journal) -> None:
    checkin = CheckIn(uid=journal.new_uid(), contact_made=True, local_date=journal.today())
    _, contact = journal.save(checkin, answer(checkin, SessionKind.CONTACT, journal.now()))
    delete_with_dependents(journal, contact)
    assert journal.checkins.all()[0].contact_made is None
    restore(journal, journal.bin.items()[0].uids)
    assert (journal.checkins.all()[0].contact_made, len(journal.sessions)) == (True, 1)
    journal.undo()
    assert (journal.checkins.all()[0].contact_made, len(journal.sessions)) == (None, 0)


def test_what_holds_no_word_does_not_fill_the_bin(journal: Journal) -> None:
    mark = journal.marks.get(journal.marks.add(Mark(focus="f", state=DayState.CLEAN)))
    bare = journal.parked.get(journal.parked.add(Parked(kind="uses", record="u")))
    for one in (mark, bare):
        delete_with_dependents(journal, one)
    assert len(journal.bin) == 0


def test_a_note_on_what_was_parked_is_kept_when_it_is_parked_no_longer(journal: Journal) -> None:
    (entry,) = journal.save(Entry(text="x"))
    journal.parked.add(Parked(kind="entries", record=entry.uid, note="ask about this"))
    park(journal, entry)
    assert len(journal.parked) == 0
    restore(journal, journal.bin.items()[0].uids)
    assert [parked.note for parked in journal.parked] == ["ask about this"]


def test_without_the_setting_nothing_is_kept(journal: Journal) -> None:
    journal.keep_deleted(False)
    entry = deleted(journal, Entry(text="walked home"))
    journal.save(replace(entry, uid="", text="one"))
    (one,) = journal.entries.all()
    journal.save(replace(one, text="two"))
    assert (len(journal.bin), len(journal.versions)) == (0, 0)


def test_turning_it_off_empties_the_bin_says_how_much_and_undo_brings_nothing_back(
    journal: Journal, clock: FixedClock
) -> None:
    deleted(journal, Entry(text="walked home"))
    (entry,) = journal.save(Entry(text="one"))
    journal.save(replace(entry, text="two"))
    assert journal.keep_deleted(False) == (1, 1)
    assert (journal.undo(), journal.bin.items(), len(journal.versions)) == (None, [], 0)
    with reopened(journal, clock) as again:
        assert not again.preferences.keep_deleted
        assert (len(again.bin), len(again.versions), texts(again)) == (0, 0, ["two"])
        assert again.keep_deleted(True) == (0, 0)
        deleted(again, Entry(text="kept"))
        assert told(again) == ["kept"]


# After thirty days.


def test_after_thirty_days_opening_removes_it(journal: Journal, clock: FixedClock) -> None:
    deleted(journal, Entry(text="early"))
    write_daily(journal, clock, 1)
    deleted(journal, Entry(text="later"))
    write_daily(journal, clock, 28)
    with reopened(journal, clock) as again:
        assert [item.days_left for item in again.bin.items()] == [2, 1]
        write_daily(again, clock, 1)
        assert told(again) == ["later", "early"], "only opening removes"
        with reopened(again, clock) as then:
            assert told(then) == ["later"]
            assert then.undo() is None


def test_a_clock_far_ahead_destroys_nothing_however_often_the_journal_is_opened(
    journal: Journal, clock: FixedClock
) -> None:
    deleted(journal, Entry(text="walked home"))
    for minutes in range(5):
        clock.set(NOON + 3650 * DAY + timedelta(minutes=minutes))
        journal = reopened(journal, clock)
        journal.save(Craving(intensity=5))
        assert told(journal) == ["walked home"]
    clock.set(NOON + DAY)
    with reopened(journal, clock) as again:
        assert [item.days_left for item in again.bin.items()] == [29]


def test_a_journal_opened_for_reading_removes_nothing(journal: Journal, clock: FixedClock) -> None:
    deleted(journal, Entry(text="early"))
    write_daily(journal, clock, 31)
    journal.close()
    with Journal.open(journal.path, PASSPHRASE, clock=clock, read_only=True) as again:
        assert told(again) == ["early"]


def test_the_journal_opens_even_if_the_removal_cannot_be_saved(
    journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    deleted(journal, Entry(text="early"))
    write_daily(journal, clock, 31)
    journal.close()

    def refused(*_: object) -> None:
        raise NotSaved

    with monkeypatch.context() as failing:
        failing.setattr(Vault, "commit", refused)
        with Journal.open(journal.path, PASSPHRASE, clock=clock) as again:
            assert told(again) == ["early"]
    with Journal.open(journal.path, PASSPHRASE, clock=clock) as again:
        assert told(again) == []


def test_a_save_that_fails_deletes_nothing_and_puts_nothing_in_the_bin(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (entry,) = journal.save(Entry(text="walked home"))

    def refused(*_: object) -> None:
        raise NotSaved

    monkeypatch.setattr(Vault, "commit", refused)
    with pytest.raises(VaultError):
        delete_with_dependents(journal, entry)
    assert (texts(journal), len(journal.bin)) == (["walked home"], 0)


# Another copy.


def parted(journal: Journal, clock: FixedClock, place: Path) -> Journal:
    """Return another copy of the journal, open."""
    place.mkdir()
    other = place / "journal.rj"
    shutil.copy(journal.path, other)
    return Journal.open(other, PASSPHRASE, clock=clock, anchors=place)


Both = Callable[[Callable[[Journal], object], Callable[[Journal], object]], list[Journal]]


@pytest.fixture
def both(journal: Journal, clock: FixedClock, tmp_path: Path) -> Both:
    """Return a function that lets two copies do two things, and merges them in both orders."""

    def merged(here: Callable[[Journal], object], there: Callable[[Journal], object]) -> list[Journal]:
        other = parted(journal, clock, tmp_path / "other")
        here(journal)
        clock.set(clock.now() + timedelta(minutes=1))
        there(other)
        other.close()
        journal.close()
        found = []
        for number, (one, two) in enumerate([(journal.path, other.path), (other.path, journal.path)]):
            place = tmp_path / f"merged-{number}"
            place.mkdir()
            shutil.copy(one, place / "journal.rj")
            found.append(Journal.open(place / "journal.rj", PASSPHRASE, clock=clock, anchors=place))
            found[-1].merge(two)
        return found

    return merged


def same(journals: list[Journal]) -> Journal:
    """Return the first of two merged journals, after checking that they hold the same."""
    one, two = ({name: dict(table) for name, table in each._vault.tables.items()} for each in journals)
    for documents in (*one.values(), *two.values()):
        for uid, document in documents.items():
            newest, *older = document["revisions"]  # merging leaves the order of the older ones open
            documents[uid] = document | {"revisions": [newest, *sorted(older)]}
    assert one == two
    return journals[0]


def test_a_deletion_in_one_copy_is_one_after_merging_and_can_be_restored(journal: Journal, both: Both) -> None:
    (entry,) = journal.save(Entry(text="walked home"))
    merged = same(both(lambda one: delete_with_dependents(one, entry), lambda other: other.save(Craving(intensity=3))))
    assert (merged.entries.all(), told(merged)) == ([], ["walked home"])
    assert restore(merged, merged.bin.items()[0].uids) == [entry]


def test_what_both_copies_deleted_is_in_the_bin_once(journal: Journal, both: Both) -> None:
    (entry,) = journal.save(Entry(text="walked home"))
    merged = same(
        both(lambda one: delete_with_dependents(one, entry), lambda other: delete_with_dependents(other, entry))
    )
    (item,) = merged.bin.items()
    assert (len(item.uids), item.others) == (2, 0)
    assert restore(merged, item.uids) == [entry]
    assert (merged.entries.all(), len(merged.bin)) == ([entry], 0)


def test_a_focus_that_both_copies_deleted_comes_back_once_with_what_belonged_to_it(
    journal: Journal, both: Both
) -> None:
    focus = journal.focuses.get(journal.focuses.add(Focus(label="alcohol")))
    journal.cravings.add(Craving(intensity=7, focus=focus.uid))
    merged = same(
        both(lambda one: delete_with_dependents(one, focus), lambda other: delete_with_dependents(other, focus))
    )
    (item,) = merged.bin.items()
    assert (len(item.uids), item.others) == (4, 1)
    restore(merged, item.uids)
    assert (len(merged.focuses), len(merged.cravings), len(merged.bin)) == (1, 1, 0)


def test_a_record_restored_after_the_deletion_is_there_after_merging(journal: Journal, both: Both) -> None:
    entry = deleted(journal, Entry(text="walked home"))
    merged = same(both(lambda one: restore(one, one.bin.items()[0].uids), lambda other: None))
    assert (merged.entries.all(), len(merged.bin)) == ([entry], 0)


def test_what_one_copy_edited_and_the_other_deleted_stays_and_the_words_of_both_are_there(
    journal: Journal, both: Both
) -> None:
    (entry,) = journal.save(Entry(text="walked home"))

    def edit_and_delete(one: Journal) -> None:
        (edited,) = one.save(replace(entry, text="walked home alone"))
        delete_with_dependents(one, edited)

    merged = same(both(edit_and_delete, lambda other: other.save(replace(entry, text="walked home with R."))))
    assert texts(merged) == ["walked home with R."], "as the merge has always decided"
    assert told(merged) == ["walked home alone"]
    (item,) = merged.bin.items()
    (restored,) = restore(merged, item.uids)
    assert restored.uid != entry.uid
    assert texts(merged) == ["walked home alone", "walked home with R."]
    merged.undo()
    assert (texts(merged), told(merged)) == (["walked home with R."], ["walked home alone"])


def test_a_merge_does_not_turn_the_bin_on_again(journal: Journal, both: Both) -> None:
    """Both copies change the settings, the other one later, as a backup does that notes its day."""
    deleted(journal, Entry(text="walked home"))
    merged, _ = both(
        lambda one: one.keep_deleted(False),
        lambda other: other.set_preferences(replace(other.preferences, backed_up_at=other.now())),
    )
    assert (merged.preferences.keep_deleted, told(merged), len(merged.versions)) == (False, [], 0)
    deleted(merged, Entry(text="walked back"))
    assert told(merged) == []


def test_what_one_copy_erased_for_good_is_in_the_bin_of_neither(journal: Journal, both: Both) -> None:
    entry = deleted(journal, Entry(text="walked home"))
    merged = same(both(lambda one: erase(one, entry), lambda other: other.save(Craving(intensity=3))))
    assert (merged.entries.all(), len(merged.bin)) == ([], 0)


def test_what_a_merge_adds_to_the_bin_is_not_counted_as_added(journal: Journal, both: Both, clock: FixedClock) -> None:
    (entry,) = journal.save(Entry(text="walked home"))
    other = parted(journal, clock, journal.path.parent / "another")
    delete_with_dependents(other, entry)
    other.close()
    result = journal.merge(other.path)
    assert (result.added, result.changed, result.deleted) == ([], [], [("entries", entry.uid)])
    assert told(journal) == ["walked home"]


def test_where_nothing_is_to_be_kept_a_merge_brings_no_bin_and_does_not_change_that(
    journal: Journal, clock: FixedClock, tmp_path: Path
) -> None:
    (entry,) = journal.save(Entry(text="walked home"))
    journal.keep_deleted(False)
    with parted(journal, clock, tmp_path / "other") as other:
        other.keep_deleted(True)
        delete_with_dependents(other, entry)
    before = journal._vault._file.point.epoch
    journal.merge(other.path)
    assert journal._vault._file.point.epoch == before + 1  # in one new file: a crash leaves nothing half done
    assert (texts(journal), len(journal.bin), journal.preferences.keep_deleted) == ([], 0, False)
    with reopened(journal, clock) as again:
        assert (texts(again), len(again.bin), again.preferences.keep_deleted) == ([], 0, False)


def test_two_copies_where_nothing_is_to_be_kept_agree_after_merging_each_other(
    journal: Journal, clock: FixedClock, tmp_path: Path
) -> None:
    journal.keep_deleted(False)
    with parted(journal, clock, tmp_path / "other") as other:
        journal.save(Entry(text="here"))
        other.save(Entry(text="there"))
        for one, another in ((journal, other), (other, journal)):
            assert one.merge(another.path).both == {}
        assert not journal.merge(other.path).is_news
        assert texts(journal) == texts(other)


# Versions of the program.


def test_a_bin_with_records_of_a_newer_version_opens_read_only(journal: Journal, clock: FixedClock) -> None:
    journal.entries.add(Entry(text="from tomorrow"))
    journal._store.table("entries").update({"schema": SCHEMA + 1})
    newer = journal.entries.all()[0]
    delete_with_dependents(journal, newer)
    with reopened(journal, clock) as again:
        assert again.read_only


def test_a_deleted_record_keeps_the_fields_that_this_version_does_not_know(journal: Journal) -> None:
    (entry,) = journal.save(Entry(text="x"))
    journal._store.table("entries").update({"from_tomorrow": [1]})
    delete_with_dependents(journal, entry)
    restore(journal, journal.bin.items()[0].uids)
    assert journal._vault.tables["entries"][entry.uid]["from_tomorrow"] == [1]


def test_a_document_in_the_bin_that_cannot_be_read_is_left_alone(journal: Journal, clock: FixedClock) -> None:
    journal._store.table(BIN).insert({"from": "another program"})
    journal._store.table(VERSIONS).insert({"from": "another program"})
    deleted(journal, Entry(text="x"))
    write_daily(journal, clock, 31)
    with reopened(journal, clock) as again:
        assert (told(again), len(again.bin), len(again.versions)) == ([], 1, 1)


# Erasing for good.


def test_nothing_of_what_was_erased_is_in_any_file_when_the_master_key_is_replaced(
    journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Check every record of every file with the independent reader, which sees what a snapshot no longer shows."""
    read: list[bytes] = []
    apply = reader.Journal._apply

    def spy(self: reader.Journal, kind: int, payload: bytes) -> None:
        read.append(payload)
        apply(self, kind, payload)

    def payloads() -> bytes:
        read.clear()
        for file in sorted(journal.path.parent.glob("journal.rj*")):
            if file.suffix not in (".lock", ".reserve", ".inbox"):
                reader.opened(file.read_bytes(), PASSPHRASE)
        return b"".join(read)

    monkeypatch.setattr(reader.Journal, "_apply", spy)
    entry = edited(journal, clock, ["canary-version-one", "canary-version-two", "canary-binned"])
    journal.parked.add(Parked(kind="entries", record=entry.uid, note="canary-note"))
    delete_with_dependents(journal, entry)
    kept = deleted(journal, Entry(text="kept-in-the-bin"))
    journal.compact()
    for word in (b"canary-version-one", b"canary-version-two", b"canary-binned", b"canary-note"):
        assert word in payloads(), "the bin is what holds it"
    erase(journal, entry)
    journal.set_master_key(PASSPHRASE, cost=CHEAP)
    assert b"canary" not in payloads()
    assert b"kept-in-the-bin" in payloads()
    assert [item.record for item in journal.bin.items()] == [kept]
    assert journal.undo() is None


def test_erasing_removes_it_from_the_bin_with_its_versions_and_all_that_went_with_it(journal: Journal) -> None:
    focus = journal.focuses.get(journal.focuses.add(Focus(label="alcohol")))
    (use,) = journal.save(Use(focus=focus.uid, note="canary-use"))
    journal.debriefs.add(Debrief(use=use.uid, happened="canary-debrief"))
    (craving,) = journal.save(Craving(intensity=7, focus=focus.uid, thought="canary-craving"))
    stays = deleted(journal, Entry(text="stays"))
    delete_with_dependents(journal, journal.debriefs.all()[0])
    delete_with_dependents(journal, use)
    delete_with_dependents(journal, craving)
    delete_with_dependents(journal, focus)
    assert len(journal.bin.items()) == 5
    erase(journal, focus)
    assert [item.record.uid for item in journal.bin.items()] == [stays.uid]


def test_erasing_removes_the_drafts_about_it_and_all_that_goes_with_it_and_no_other(journal: Journal) -> None:
    focus = journal.focuses.get(journal.focuses.add(Focus(label="alcohol")))
    (use,) = journal.save(Use(focus=focus.uid))
    (craving,) = journal.save(Craving(intensity=7, focus=focus.uid))
    (late,) = journal.save(Use(focus=focus.uid))
    delete_with_dependents(journal, late)
    about = (
        f"debrief:{use.uid}",
        f"pause:{focus.uid}/new",
        f"pros_and_cons:of {focus.uid}",
        f"milestone_reward:{focus.uid} days 30",
    )
    for key in (*about, f"slip:{late.uid}"):
        journal.drafts.save(key, {"text": "canary"})
    journal.drafts.save("craving:now", {"uid": craving.uid, "craving": {"thought": "canary"}})
    journal.drafts.save("strategy:new", {"label": "stays", "focus": focus.uid})
    journal.drafts.save("entry:new", {"text": "stays"})
    erase(journal, focus)
    assert journal.drafts.all().keys() == {"strategy:new", "entry:new"}


def test_erasing_removes_the_second_draft_that_a_merge_kept(journal: Journal, both: Both) -> None:
    (entry,) = journal.save(Entry(text="one"))

    def write(copy: Journal) -> None:
        copy.drafts.save(f"entry:{entry.uid}", {"text": f"canary {copy.path}"})

    for merged in both(write, write):
        assert len(merged.drafts.all()) == 2
        erase(merged, entry)
        assert merged.drafts.all() == {}


def test_erasing_a_medicine_removes_its_deleted_doses(journal: Journal) -> None:
    (medicine,) = journal.save(Medicine(name="canary-medicine"))
    (dose,) = journal.save(Dose(medicine=medicine.uid, day=journal.today()))
    delete_with_dependents(journal, dose)
    delete_with_dependents(journal, medicine)
    erase(journal, medicine)
    assert journal.bin.items() == []


def test_erasing_what_is_there_keeps_no_copy_in_the_bin(journal: Journal) -> None:
    (entry,) = journal.save(Entry(text="one"))
    (entry,) = journal.save(replace(entry, text="two"))
    journal.parked.add(Parked(kind="entries", record=entry.uid, note="why"))
    (other,) = journal.save(Entry(text="first"))
    journal.save(replace(other, text="second"))
    erase(journal, entry)
    assert (texts(journal), len(journal.bin), len(journal.parked), len(journal.versions)) == (["second"], 0, 0, 1)


# Earlier versions of an entry.


def said(journal: Journal, entry: Entry) -> list[str]:
    return [version.text for version in journal.versions.of(journal.entries.get(entry.uid))]


def edited(journal: Journal, clock: FixedClock, texts: list[str]) -> Entry:
    """Save an entry with each of these texts in turn, a minute apart."""
    (entry,) = journal.save(Entry(text=texts[0]))
    for text in texts[1:]:
        clock.set(clock.now() + timedelta(minutes=1))
        (entry,) = journal.save(replace(journal.entries.get(entry.uid), text=text))
    assert isinstance(entry, Entry)
    return entry


def test_a_text_that_was_overwritten_can_be_read_after_a_restart(journal: Journal, clock: FixedClock) -> None:
    entry = edited(journal, clock, ["one", "two", "three"])
    with reopened(journal, clock) as again:
        assert said(again, entry) == ["two", "one"]
        assert again.versions.of(entry)[0].at == NOON + timedelta(minutes=2)


def test_a_title_that_was_overwritten_is_a_version_and_a_changed_day_is_not(journal: Journal) -> None:
    (entry,) = journal.save(Entry(title="Canal", text="x"))
    (entry,) = journal.save(replace(entry, local_date=entry.local_date - DAY))
    assert len(journal.versions) == 0
    (entry,) = journal.save(replace(entry, title="River"))
    assert isinstance(entry, Entry)
    assert [version.title for version in journal.versions.of(entry)] == ["Canal"]


def test_ten_versions_are_kept(journal: Journal, clock: FixedClock) -> None:
    entry = edited(journal, clock, [str(number) for number in range(15)])
    assert said(journal, entry) == [str(number) for number in range(13, 3, -1)]
    assert len(journal.versions) == 10


def test_going_to_and_fro_between_two_texts_pushes_no_other_out(journal: Journal, clock: FixedClock) -> None:
    entry = edited(journal, clock, ["first", *["a", "b"] * 20])
    assert said(journal, entry) == ["a", "first"]
    assert len(journal.versions) == 3


def test_undo_takes_the_version_back_and_brings_back_one_that_was_pushed_out(
    journal: Journal, clock: FixedClock
) -> None:
    entry = edited(journal, clock, [str(number) for number in range(12)])
    before = said(journal, entry)
    journal.undo()
    assert said(journal, entry) == [str(number) for number in range(9, -1, -1)]
    assert journal.entries.get(entry.uid).text == "10"
    assert before == [str(number) for number in range(10, 0, -1)]


def test_drafts_make_no_versions(journal: Journal, clock: FixedClock) -> None:
    entry = edited(journal, clock, ["one"])
    for number in range(20):
        journal.drafts.save(f"entry:{entry.uid}", {"text": f"draft {number}"})
    assert len(journal.versions) == 0


def test_versions_come_back_with_a_deleted_entry(journal: Journal, clock: FixedClock) -> None:
    entry = edited(journal, clock, ["one", "two"])
    delete_with_dependents(journal, entry)
    with reopened(journal, clock) as again:
        restore(again, again.bin.items()[0].uids)
        assert said(again, entry) == ["one"]


def test_versions_go_with_the_deleted_entry_after_thirty_days(journal: Journal, clock: FixedClock) -> None:
    edited(journal, clock, ["kept", "edited"])
    gone = edited(journal, clock, ["one", "two"])
    delete_with_dependents(journal, gone)
    write_daily(journal, clock, 29)
    with reopened(journal, clock) as again:
        assert len(again.versions) == 2
        write_daily(again, clock, 1)
        with reopened(again, clock) as then:
            assert (len(then.versions), len(then.bin)) == (1, 0)


def test_versions_of_an_entry_that_an_older_program_deleted_go_after_thirty_days(
    journal: Journal, clock: FixedClock
) -> None:
    entry = edited(journal, clock, ["one", "two"])
    journal.entries.remove(entry.uid)
    write_daily(journal, clock, 31)
    with reopened(journal, clock) as again:
        assert len(again.versions) == 0


def test_a_clock_that_was_ahead_does_not_push_newer_texts_out(journal: Journal, clock: FixedClock) -> None:
    clock.set(NOON + 365 * DAY)
    entry = edited(journal, clock, [f"ahead {number}" for number in range(11)])
    clock.set(NOON)
    journal = reopened(journal, clock)
    for number in range(3):
        journal.save(replace(journal.entries.get(entry.uid), text=f"right {number}"))
    assert said(journal, entry)[:3] == ["right 1", "right 0", "ahead 10"]
    delete_with_dependents(journal, entry)
    write_daily(journal, clock, 31)
    with reopened(journal, clock) as again:
        assert (len(again.bin), len(again.versions)) == (0, 0)


def test_what_both_copies_edited_has_the_earlier_text_once(journal: Journal, both: Both) -> None:
    (entry,) = journal.save(Entry(text="one"))
    merged = same(
        both(lambda one: one.save(replace(entry, text="here")), lambda other: other.save(replace(entry, text="there")))
    )
    assert texts(merged) == ["here", "there"]
    kept = merged.entries.get(entry.uid)
    assert [version.text for version in merged.versions.of(kept)] == ["one"]
