"""Check that records are checked, dated and saved completely, and that every change can be undone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain import record
from journal.domain.cravings import Craving, Halt, Trigger
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.goals import Goal, Step
from journal.domain.preferences import Preferences
from journal.domain.record import SCHEMA, Precision
from journal.domain.share_ledger import Share
from journal.domain.uses import Use
from journal.errors import InvalidRecord, NotFound, ReadOnly, WrongPassphrase
from journal.store.journal import ChangeKind, Journal
from journal.store.new_secrets import new_recovery_words
from tests.conftest import CHEAP, NOON, PASSPHRASE


def reopened(journal: Journal, clock: FixedClock) -> Journal:
    journal.close()
    return Journal.open(journal.path, PASSPHRASE, clock=clock)


def stored(journal: Journal, table: str, uid: str) -> dict[str, Any]:
    return dict(journal._vault.tables[table][uid])


def test_what_was_added_is_there_after_opening_again(journal: Journal, clock: FixedClock) -> None:
    uid = journal.entries.add(Entry(text="a quiet evening"))
    with reopened(journal, clock) as again:
        assert again.entries.get(uid).text == "a quiet evening"


def test_every_collection_is_named_as_its_table(journal: Journal) -> None:
    for name, collection in journal._collections.items():
        attribute = f"_{name}" if name in ("preferences", "safety_plan") else name
        assert getattr(journal, attribute) is collection


def test_add_fills_in_identity_and_time(journal: Journal) -> None:
    entry = journal.entries.get(journal.entries.add(Entry(text="x")))
    assert len(entry.uid) == 32
    assert entry.made_at == entry.at == NOON
    assert entry.zone == "Europe/Vienna"
    assert entry.local_date == date(2026, 11, 23)
    assert entry.schema == SCHEMA


def test_a_record_can_be_known_by_its_uid_before_it_is_saved(journal: Journal) -> None:
    uid = journal.new_uid()
    journal.cravings.put(uid, Craving(uid=uid, intensity=7))
    journal.cravings.put(uid, Craving(uid=uid, intensity=8))

    assert [(kept.uid, kept.intensity, kept.made_at) for kept in journal.cravings] == [(uid, 8, NOON)]
    assert len({journal.new_uid() for _ in range(100)}) == 100


def test_what_save_returns_is_what_is_saved_then(journal: Journal) -> None:
    craving, entry = journal.save(Craving(intensity=7), Entry(text="held"))
    assert [craving, entry] == [journal.cravings.get(craving.uid), journal.entries.get(entry.uid)]

    (changed,) = journal.save(replace(entry, text="held on"))
    assert changed == journal.entries.get(entry.uid) == replace(entry, text="held on")


def test_records_saved_together_share_one_moment_and_one_step_of_undo(journal: Journal, clock: FixedClock) -> None:
    ticking = iter(NOON + timedelta(seconds=n) for n in range(100))
    clock.now = lambda: next(ticking)  # type: ignore[method-assign]
    before = journal.changed
    craving, entry = journal.save(Craving(intensity=7), Entry(text="held"))
    assert craving.made_at == entry.made_at
    assert journal.changed == before + 1

    undone = journal.undo()
    assert undone is not None
    assert (undone.records, undone.alike, list(journal.cravings), list(journal.entries)) == (2, 1, [], [])


def test_where_one_record_is_refused_none_is_saved(journal: Journal) -> None:
    with pytest.raises(InvalidRecord):
        journal.save(Entry(text="held"), Craving(intensity=11))
    assert list(journal.entries) == []


def test_saving_the_same_again_writes_nothing(journal: Journal) -> None:
    (entry,) = journal.save(Entry(text="held"))
    before = journal.changed
    assert journal.save(entry) == (entry,)
    assert journal.changed == before


def test_half_past_one_at_night_belongs_to_the_day_before(journal: Journal) -> None:
    at = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    assert journal.uses.get(journal.uses.add(Use(focus="f", at=at))).local_date == date(2026, 11, 22)


def test_the_day_starts_when_the_person_says(journal: Journal) -> None:
    journal.set_preferences(replace(journal.preferences, day_starts_at=0))
    at = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    assert journal.uses.get(journal.uses.add(Use(focus="f", at=at))).local_date == date(2026, 11, 23)


def test_a_local_date_alone_is_that_day_at_noon_known_to_the_day(journal: Journal) -> None:
    use = journal.uses.get(journal.uses.add(Use(focus="f", local_date=date(2026, 11, 19))))
    assert use.at == datetime(2026, 11, 19, 11, 0, tzinfo=UTC)
    assert use.precision is Precision.DAY


def test_instants_are_stored_as_utc(journal: Journal) -> None:
    at = datetime(2026, 11, 20, 18, 0, tzinfo=timezone(timedelta(hours=5)))
    uid = journal.uses.add(Use(focus="f", at=at, told_mentor_at=at))
    assert stored(journal, "uses", uid)["told_mentor_at"] == "2026-11-20T13:00:00Z"
    assert stored(journal, "uses", uid)["at"] == "2026-11-20T13:00:00Z"


def test_the_local_date_stays_when_the_person_travels(journal: Journal, clock: FixedClock) -> None:
    uid = journal.entries.add(Entry(text="x", at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC)))
    abroad = FixedClock(NOON, "America/Los_Angeles")
    journal.close()
    with Journal.open(journal.path, PASSPHRASE, clock=abroad) as again:
        again.entries.replace(uid, replace(again.entries.get(uid), text="y"))
        assert again.entries.get(uid).local_date == date(2026, 11, 22)
        assert again.entries.get(uid).zone == "Europe/Vienna"


def test_replace_keeps_identity_and_time_of_a_record_given_without_them(journal: Journal, clock: FixedClock) -> None:
    uid = journal.entries.add(Entry(text="before"))
    clock.set(NOON + timedelta(days=2))
    journal.entries.replace(uid, Entry(text="after"))
    entry = journal.entries.get(uid)
    assert (entry.uid, entry.text, entry.made_at, entry.local_date) == (uid, "after", NOON, date(2026, 11, 23))


def test_add_many_is_one_transaction_in_order(journal: Journal) -> None:
    before = journal.changed
    uids = journal.entries.add_many([Entry(text=str(n)) for n in range(5)])
    assert journal.changed == before + 1
    assert [entry.text for entry in journal.entries.all()] == list("01234")
    assert [entry.uid for entry in journal.entries.all()] == uids


def test_half_a_surrogate_pair_is_saved_as_the_replacement_character_among_many_too(journal: Journal) -> None:
    journal.entries.add_many([Entry(text="whole"), Entry(text="half \ud83d of it")])
    assert [entry.text for entry in journal.entries] == ["whole", "half \ufffd of it"]


def test_what_is_added_among_other_changes_can_be_replaced_before_it_is_saved(journal: Journal) -> None:
    with journal.transaction():
        (uid,) = journal.entries.add_many([Entry(text="first")])
        journal.entries.put(uid, Entry(uid=uid, text="then"))
    assert [entry.text for entry in journal.entries] == ["then"]
    journal.undo()
    assert len(journal.entries) == 0


def test_records_saved_at_once_are_made_at_one_moment_and_in_order(journal: Journal) -> None:
    uids = journal.uses.add_many(Use(focus="f", local_date=date(2026, 11, day)) for day in (3, 1, 2))
    assert uids == sorted(set(uids))
    assert {use.made_at for use in journal.uses} == {NOON}


def test_one_bad_record_among_many_saves_none(journal: Journal) -> None:
    with pytest.raises(InvalidRecord):
        journal.cravings.add_many([Craving(intensity=5), Craving(intensity=11)])
    assert len(journal.cravings) == 0


@pytest.mark.parametrize(
    "bad",
    [
        Craving(intensity=11),
        Craving(intensity=-1),
        Craving(intensity=3, halt=["bored"]),  # type: ignore[list-item]  # what add must refuse
        Craving(intensity="7"),  # type: ignore[arg-type]  # the same
        Craving(intensity=7, at=datetime(2026, 1, 1)),  # noqa: DTZ001  # an instant without a zone
        Craving(intensity=7, thought=object()),  # type: ignore[arg-type]  # the same
        Craving(intensity=7, confidence=101),
    ],
)
def test_what_does_not_keep_to_its_type_is_refused(journal: Journal, bad: Craving) -> None:
    with pytest.raises(InvalidRecord):
        journal.cravings.add(bad)
    assert len(journal.cravings) == 0


def test_a_refusal_names_the_field_and_not_what_was_in_it(journal: Journal) -> None:
    with pytest.raises(InvalidRecord) as refused:
        journal.entries.add(Entry(text="mine", title="secret" * 1000))
    assert str(refused.value).startswith("title:")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "/etc/passwd", "x" * 5000, "Europe", "a\0b"])
def test_a_zone_that_is_none_is_refused(journal: Journal, zone: str) -> None:
    with pytest.raises(InvalidRecord, match=r"^zone"):
        journal.entries.add(Entry(text="x", zone=zone))
    assert len(journal.entries) == 0


def test_a_moment_before_the_first_day_of_the_calendar_is_refused(journal: Journal) -> None:
    with pytest.raises(InvalidRecord):
        journal.entries.add(Entry(text="x", at=datetime(1, 1, 1, 1, tzinfo=UTC), zone="America/New_York"))


def test_a_record_of_another_type_is_refused(journal: Journal) -> None:
    with pytest.raises(InvalidRecord):
        journal.entries.add(Craving(intensity=3))  # type: ignore[arg-type]  # what add must refuse


def test_an_unknown_uid_is_not_found(journal: Journal) -> None:
    missing = "0" * 32
    with pytest.raises(NotFound):
        journal.entries.get(missing)
    with pytest.raises(NotFound):
        journal.entries.replace(missing, Entry(text="x"))
    with pytest.raises(NotFound):
        journal.entries.remove(missing)


def test_between_includes_both_dates_and_goes_by_the_local_date(journal: Journal) -> None:
    days = [date(2026, 11, day) for day in (10, 11, 12, 13)]
    journal.cravings.add_many([Craving(intensity=1, local_date=day) for day in days])
    found = journal.cravings.between(days[1], days[2])
    assert [craving.local_date for craving in found] == days[1:3]


def test_undo_takes_back_an_addition_a_change_and_a_deletion(journal: Journal) -> None:
    uid = journal.entries.add(Entry(text="one"))
    journal.entries.replace(uid, Entry(text="two"))
    journal.entries.remove(uid)
    steps = []
    while undone := journal.undo():
        steps.append((undone.what, [entry.text for entry in journal.entries]))
    assert steps == [(ChangeKind.DELETED, ["two"]), (ChangeKind.CHANGED, ["one"]), (ChangeKind.ADDED, [])]


def test_undo_takes_back_a_whole_transaction(journal: Journal) -> None:
    with journal.transaction():
        journal.entries.add(Entry(text="a"))
        journal.cravings.add(Craving(intensity=4))
    assert journal.undo() is not None
    assert (len(journal.entries), len(journal.cravings)) == (0, 0)


def test_undo_passes_over_drafts_and_settings(journal: Journal) -> None:
    journal.entries.add(Entry(text="a"))
    journal.drafts.save("entry", {"text": "half"})
    journal.set_preferences(Preferences(slip_word="lapse"))
    assert journal.undo() is not None
    assert len(journal.entries) == 0
    assert journal.drafts.get("entry") == {"text": "half"}
    assert journal.preferences.slip_word == "lapse"


def test_what_was_given_away_stays_in_the_ledger(journal: Journal) -> None:
    """Check that undoing anything here does not change what was shared."""
    journal.entries.add(Entry(text="a"))
    journal.shares.add(Share(first=NOON.date(), last=NOON.date()))
    assert journal.undo() is not None
    assert (len(journal.entries), len(journal.shares)) == (0, 1)
    assert journal.undo() is None


def test_an_exception_inside_together_saves_nothing(journal: Journal) -> None:
    def half() -> None:
        with journal.transaction():
            journal.entries.add(Entry(text="a"))
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert len(journal.entries) == 0
    journal.entries.add(Entry(text="b"))
    assert [entry.text for entry in journal.entries] == ["b"]


def test_drafts_survive_and_can_be_dropped(journal: Journal, clock: FixedClock) -> None:
    journal.drafts.save("entry", {"text": "half a thought"})
    with reopened(journal, clock) as again:
        assert again.drafts.get("entry") == {"text": "half a thought"}
        again.drafts.drop("entry")
        again.drafts.drop("never there")
        assert again.drafts.all() == {}


def test_fields_that_this_version_does_not_know_survive_replace_and_compaction(
    journal: Journal, clock: FixedClock
) -> None:
    uid = journal.goals.add(Goal(title="t", steps=[Step(text="one"), Step(text="two")]))
    document = stored(journal, "goals", uid) | {"from_tomorrow": {"a": [1]}}
    document["steps"][1]["mood"] = "new"
    journal._store.table("goals").update(document)
    journal._store.table("inventions").insert({"kept": True})
    goal = journal.goals.get(uid)
    journal.goals.replace(uid, replace(goal, title="u", steps=[Step(text="first"), *goal.steps]))
    journal.compact()
    with reopened(journal, clock) as again:
        kept = stored(again, "goals", uid)
        assert kept["from_tomorrow"] == {"a": [1]}
        assert [step.get("mood") for step in kept["steps"]] == [None, None, "new"]
        assert kept["title"] == "u"
        assert [document["kept"] for document in again._vault.tables["inventions"].values()] == [True]


def test_a_higher_schema_number_opens_read_only(journal: Journal, clock: FixedClock) -> None:
    uid = journal.entries.add(Entry(text="from tomorrow"))
    journal._store.table("entries").update({"schema": SCHEMA + 1})
    with reopened(journal, clock) as again:
        assert again.read_only
        assert again.entries.get(uid).text == "from tomorrow"
        with pytest.raises(ReadOnly):
            again.entries.add(Entry(text="x"))
        with pytest.raises(ReadOnly):
            again.compact()


def test_an_older_document_is_brought_up_as_it_is_read_and_written(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = journal.triggers.add(Trigger(label="payday"))
    journal._store.table("triggers").update({"schema": 0, "name": "payday"})
    journal._store.table("triggers").update(lambda document: document.pop("label"))
    monkeypatch.setitem(record.MIGRATIONS, 0, {"triggers": lambda old: {**old, "label": old["name"]}})
    assert journal.triggers.get(uid).label == "payday"
    journal.triggers.replace(uid, replace(journal.triggers.get(uid), archived=True))
    assert stored(journal, "triggers", uid)["schema"] == SCHEMA


def test_a_document_that_cannot_be_read_is_passed_over_and_counted(journal: Journal) -> None:
    uid = journal.entries.add(Entry(text="fine"))
    broken = journal.entries.add(Entry(text="x"))
    journal._store.table("entries").update({"text": 5}, doc_ids=[broken])  # type: ignore[list-item]  # uids, not ints
    assert [entry.uid for entry in journal.entries.all()] == [uid]
    assert journal.entries.unreadable == {broken}
    assert journal.unreadable == 1
    with pytest.raises(InvalidRecord):
        journal.entries.get(broken)


def test_a_record_given_out_cannot_change_what_is_kept(journal: Journal) -> None:
    uid = journal.cravings.add(Craving(intensity=3, halt=[Halt.TIRED]))
    journal.cravings.get(uid).halt.append(Halt.ANGRY)
    assert stored(journal, "cravings", uid)["halt"] == ["tired"]


def test_decimals_and_text_of_any_script_come_back_as_they_were(journal: Journal, clock: FixedClock) -> None:
    text = "zażółć \x1b[31m [/bold] 🌱 \u202eright to left\u202c \0 end"
    uid = journal.entries.add(Entry(text=text))
    focus = journal.focuses.add(Focus(label="x", cost=Decimal("40.10")))
    with reopened(journal, clock) as again:
        assert again.entries.get(uid).text == text
        assert again.focuses.get(focus).cost == Decimal("40.10")


def test_half_a_surrogate_becomes_a_replacement_character(journal: Journal) -> None:
    uid = journal.entries.add(Entry(text="a\ud800b"))
    assert journal.entries.get(uid).text == "a\ufffdb"


def test_the_recovery_words_open_it_and_set_a_new_passphrase(path: Path, clock: FixedClock) -> None:
    words = new_recovery_words()
    with Journal.create(path, PASSPHRASE, words, clock=clock, cost=CHEAP) as made:
        uid = made.entries.add(Entry(text="x"))
        assert made.has_recovery
    with Journal.open(path, recovery_words=words, clock=clock) as found:
        found.set_passphrase("another one", cost=CHEAP)
    with pytest.raises(WrongPassphrase):
        Journal.open(path, PASSPHRASE, clock=clock)
    with Journal.open(path, "another one", clock=clock) as again:
        assert again.entries.get(uid).text == "x"
        assert again.has_recovery


def test_recovery_words_can_be_made_later(journal: Journal, clock: FixedClock) -> None:
    assert not journal.has_recovery
    words = new_recovery_words()
    journal.set_recovery_words(words)
    journal.close()
    with Journal.open(journal.path, recovery_words=words, clock=clock) as again:
        assert again.has_recovery


def test_a_record_is_as_plain_on_disk_as_its_type_says(journal: Journal) -> None:
    uid = journal.entries.add(Entry(text="x"))
    document = stored(journal, "entries", uid)
    assert {"updated_at", "revisions", "text", "uid", "schema", "local_date"} <= document.keys()
    assert msgspec.convert(document, Entry) == journal.entries.get(uid)
