"""Check that a search in steps finds what one at once finds, newest first, whatever is typed or saved meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journal import search as search_module
from journal import search_index
from journal.domain.checkins import CheckIn
from journal.domain.cravings import Craving, Halt, Trigger
from journal.domain.entries import Entry
from journal.domain.kinds import SEARCHED, kind_of
from journal.domain.labels import without_accents
from journal.domain.people import Person
from journal.domain.record import Record
from journal.domain.record_filter import RecordFilter
from journal.domain.sessions import Session
from journal.domain.tags import format_tags
from journal.search import Search
from journal.store.journal import Journal
from journal.text import kinds as kinds_text

FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)
PIECES = ("a", "b", "é", "ß", "œ", " ", "\n", '"', "\\", "/", "\u0301", "u00e9", "\x1e", "#", "İ", "日", "n")

words = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
some_records = st.lists(
    st.one_of(
        st.builds(Entry, text=words, title=words, tags=st.lists(words.map(str.strip).filter(bool), max_size=2)),
        st.builds(CheckIn, intention=words, halt=st.lists(st.sampled_from(Halt), max_size=2, unique=True)),
    ),
    max_size=12,
)


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "CHUNK", 2)
    monkeypatch.setattr(search_module, "DATED", 1)


def expected(journal: Journal, query: str) -> list[str]:
    """Return the uids that a search has to find: each record is decoded, and its texts are compared one by one."""
    names = {one.uid: one.label for one in journal.triggers} | {one.uid: one.name for one in journal.people}
    wanted = without_accents(query).split()
    every = [record for kind in SEARCHED for record in journal.collection(kind.type)]
    every.sort(key=lambda record: (record.local_date, record.at, record.uid), reverse=True)
    return [record.uid for record in every if all(word in _text(record, names) for word in wanted)]


def _text(record: Record, names: dict[str, str]) -> str:
    kind = kind_of(record)
    texts: list[str] = []
    for field in kind.searched:
        value = getattr(record, field)
        if isinstance(record, Entry) and field == "tags":
            value = format_tags(record.tags)
        found = kinds_text.texts(value)
        texts += [names.get(uid, "") for uid in found] if field in kind.named else found
    return without_accents(" ".join(texts))


def uids(records: Iterator[Record] | list[Record]) -> list[str]:
    return [record.uid for record in records]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(records=some_records, days=st.lists(st.integers(0, 5), min_size=12, max_size=12), query=words.filter(str.split))
def test_it_finds_what_comparing_every_record_finds(
    journal: Journal, records: list[Record], days: list[int], query: str
) -> None:
    # All examples share one journal, which grows.
    for record, day in zip(records, days, strict=False):
        journal.save(replace(record, at=FIRST + timedelta(days=day)))
    if not without_accents(query).split() or Search(journal).period(query):
        return
    search = Search(journal)
    assert uids(search.find(query)) == expected(journal, query)
    for kept in (query[:-1], query):  # as while typing: a shorter one first
        finding = search.begin(kept)
        seen: list[str] = []
        while finding.go_on(0, clock=lambda: 0.0):
            now = uids(list(finding.found))
            assert now[: len(seen)] == seen  # what was found stays in its place
            seen = now
    assert uids(list(finding.found)) == expected(journal, query)


@given(text=st.text())
def test_folding_letter_by_letter_is_folding_the_whole(text: str) -> None:
    assert without_accents(text) == "".join(map(without_accents, text))
    assert without_accents(f"{text}\x1e{text}") == f"{without_accents(text)}\x1e{without_accents(text)}"


def fill(journal: Journal, count: int) -> list[str]:
    """Add entries, one a day, oldest first; return their uids, newest first."""
    new = [Entry(text=f"tea {number}", at=FIRST + timedelta(days=number)) for number in range(count)]
    return journal.entries.add_many(new)[::-1]


def test_the_newest_are_found_first_and_the_older_follow(journal: Journal) -> None:
    newest = fill(journal, 20)
    finding = Search(journal).begin("tea")
    lengths = []
    while finding.go_on(0, clock=lambda: 0.0):
        assert uids(list(finding.found)) == newest[: len(finding.found)]
        lengths.append(len(finding.found))
    assert uids(list(finding.found)) == newest
    assert len(set(lengths)) > 5


def test_records_saved_in_another_order_are_found_newest_first(journal: Journal) -> None:
    days = [5, 40, 1, 39, 3, 38, 2, 37, 4, 0]
    new = [Entry(text="tea", at=FIRST + timedelta(days=day)) for day in days]
    journal.entries.add_many(new)
    finding = Search(journal).begin("tea")
    while finding.go_on(0, clock=lambda: 0.0):
        found = [record.local_date for record in finding.found]
        assert found == sorted(found, reverse=True)
    assert len(finding.found) == len(days)
    assert uids(list(finding.found)) == expected(journal, "tea")


def test_a_slice_ends_once_its_time_is_over(journal: Journal) -> None:
    fill(journal, 20)
    finding, ticks = Search(journal).begin("tea"), iter(range(1000))
    while finding._undated:
        finding.go_on(0, clock=lambda: 0.0)
    finding.go_on(3, clock=lambda: float(next(ticks)))  # the clock advances by one each time it is read
    assert len(finding.found) in (4, 5, 6)  # three chunks of two, of which the last day may wait for more


def test_a_step_looks_at_one_chunk_only(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(journal, 20)
    seen: list[int] = []
    real = search_index.Chunk.matching

    def counted(chunk: search_index.Chunk, words: list[str]) -> Iterator[msgspec.Raw]:
        seen.append(len(chunk.documents))
        return real(chunk, words)

    monkeypatch.setattr(search_index.Chunk, "matching", counted)
    finding, steps = Search(journal).begin("tea"), 1
    while finding.go_on(0, clock=lambda: 0.0):
        steps += 1
    assert seen == [2] * 10
    assert steps == 20  # ten for the dates


def test_while_a_word_grows_only_chunks_with_hits_are_searched_again(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(journal, 20)
    search, seen = Search(journal), []
    search.find("tea 1")
    real = search_index.Chunk.matching

    def counted(chunk: search_index.Chunk, words: list[str]) -> Iterator[msgspec.Raw]:
        seen.append(chunk)
        return real(chunk, words)

    monkeypatch.setattr(search_index.Chunk, "matching", counted)
    assert len(search.find("tea 12")) == 1
    assert len(seen) == 6  # with 1 and 10 to 19
    seen.clear()
    assert len(search.find("tea 3")) == 2
    assert len(seen) == 10  # another word: all of them


def test_what_is_saved_or_deleted_during_a_search_changes_the_next_one_only(journal: Journal) -> None:
    newest = fill(journal, 10)
    search = Search(journal)
    finding = search.begin("tea")
    finding.go_on(0, clock=lambda: 0.0)
    journal.entries.remove(newest[4])
    journal.entries.replace(newest[6], Entry(text="coffee"))
    (added,) = journal.save(Entry(text="tea", at=FIRST + timedelta(days=30)))
    assert uids(list(finding.finish())) == newest
    changed = [uid for uid in newest if uid not in (newest[4], newest[6])]
    assert uids(search.find("tea")) == [added.uid, *changed]


def test_an_older_search_that_goes_on_does_not_change_a_newer_one(journal: Journal) -> None:
    newest = fill(journal, 10)
    search = Search(journal)
    older = search.begin("tea 1")
    older.go_on(0, clock=lambda: 0.0)
    newer = search.begin("tea 2")
    newer.go_on(0, clock=lambda: 0.0)
    older.finish()
    assert uids(list(newer.finish())) == [newest[7]]


def test_a_save_leaves_the_texts_of_other_chunks_as_they_are(journal: Journal) -> None:
    fill(journal, 10)
    search = Search(journal)
    search.find("tea")
    before = list(search._indexes["entries"].chunks)
    journal.entries.add(Entry(text="tea"))
    search.find("tea")
    assert search._indexes["entries"].chunks[:5] == before


def test_a_renamed_trigger_is_searched_by_its_new_name_in_the_middle_of_typing(journal: Journal) -> None:
    trigger = journal.triggers.add(Trigger(label="payday"))
    (craving,) = journal.save(Craving(intensity=6, triggers=[trigger]))
    search = Search(journal)
    assert len(search.find("first")) == 0
    journal.triggers.replace(trigger, Trigger(label="the first of the month"))
    assert craving.uid in uids(search.find("first of"))


def test_the_filter_allows_only_what_it_says(journal: Journal) -> None:
    person = journal.people.add(Person(name="R."))
    journal.save(Session(person=person, said="tea"), Session(said="tea"))
    found = Search(journal).begin("tea", wanted=RecordFilter(person=person)).finish()
    assert [type(record) for record in found] == [Session]
    assert len(found) == 1


def test_found_knows_its_months_days_and_records_without_decoding(journal: Journal) -> None:
    newest = fill(journal, 40)
    found = Search(journal).begin("tea").finish()
    assert [(month.place, month.day.month, month.records) for month in found.months()] == [(0, 2, 9), (9, 1, 31)]
    assert found.first_of(date(2026, 1, 31)) == 9
    assert found.find(journal.entries.get(newest[12])) == 12
    assert found.find(Entry(uid="other", text="", local_date=date(2026, 1, 3))) is None
    assert uids(found[3:5]) == newest[3:5]
    assert found[-1].uid == newest[-1]
    with pytest.raises(IndexError):
        found[40]


def test_texts_beyond_what_is_kept_are_made_again(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "KEPT", 20)
    newest = fill(journal, 10)
    search = Search(journal)
    for query in ("tea", "te", "tea"):
        assert uids(search.find(query)) == newest
    kept = sum(len(chunk.text or "") for chunk in search._indexes["entries"].chunks)
    assert 0 < kept <= 20


def test_forgetting_leaves_no_text(journal: Journal) -> None:
    newest = fill(journal, 10)
    search = Search(journal)
    search.find("tea")
    search.forget()
    assert not search._indexes
    assert search._latest is None
    assert uids(search.find("tea")) == newest


@pytest.mark.parametrize("written", ["caf\\u00e9", "caf\\u0065", "ca\\u0301fe\\n", "\\u0063afe"])
def test_letters_that_another_program_wrote_as_codes_are_found(written: str, journal: Journal) -> None:
    document = msgspec.Raw(b'{"uid":"a","text":"' + written.encode() + b'"}')
    index = search_index.KindIndex(journal.entries, kind_of(Entry))
    chunk = search_index.Chunk(index, [document])
    assert list(chunk.matching(["cafe"])) == [document]
    assert list(chunk.matching(["coffee"])) == []


def test_a_record_that_cannot_be_read_is_not_found(journal: Journal) -> None:
    index = search_index.KindIndex(journal.entries, kind_of(Entry))
    bad = [msgspec.Raw(b'{"text":7}'), msgspec.Raw(b'{"text":"tea","local_date":"never"}')]
    chunk = search_index.Chunk(index, bad)
    found = [one for one in chunk.matching(["tea"]) if journal.entries.read(one) is not None]
    assert found == []
    assert search_index.Chunk(index, bad[1:]).latest == 0
