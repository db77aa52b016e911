"""Test filters of records: each part, all together, in any order."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.commitments import Commitment
from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.domain.record import Record, Sensitivity
from journal.domain.record_filter import ALL, RecordFilter, matching, occurring
from journal.domain.sessions import Session
from journal.domain.uses import Use

DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 9))
UIDS = st.sampled_from(["a", "b"])
TAGS = st.sampled_from(["Café", "cafe\u0301", "CAFÉ", "work"])
BASE = {"local_date": DAYS, "sensitivity": st.sampled_from(Sensitivity)}
RECORDS: st.SearchStrategy[Record] = st.one_of(
    st.builds(Entry, text=st.just("x"), tags=st.lists(TAGS, max_size=2), **BASE),
    st.builds(Craving, intensity=st.just(5), focus=UIDS | st.just(""), **BASE),
    st.builds(Use, focus=UIDS, **BASE),
    st.builds(Session, person=UIDS | st.just(""), **BASE),
    st.builds(Commitment, text=st.just("x"), person=UIDS, **BASE),
)
FILTERS = st.builds(
    RecordFilter,
    table=st.sampled_from(["", "entries", "cravings", "sessions"]),
    focus=UIDS | st.just(""),
    person=UIDS | st.just(""),
    tag=TAGS | st.just(""),
    sensitivity=st.none() | st.sampled_from(Sensitivity),
    first=st.none() | DAYS,
    last=st.none() | DAYS,
)


def one_by_one(records: list[Record], wanted: RecordFilter) -> list[Record]:
    """Filter by each part that is set, one after the other, as plainly as can be."""
    for part in wanted.__struct_fields__:
        value = getattr(wanted, part)
        if part == "table" and value:
            records = [one for one in records if one.table == value]
        elif part in ("focus", "person") and value:
            records = [one for one in records if getattr(one, part, "") == value]
        elif part == "tag" and value:
            spellings = {"Café", "cafe\u0301", "CAFÉ"} if value != "work" else {"work"}
            records = [one for one in records if isinstance(one, Entry) and spellings & {*one.tags}]
        elif part == "sensitivity" and value is not None:
            records = [one for one in records if one.sensitivity is value]
        elif part == "first" and value is not None:
            records = [one for one in records if one.local_date >= value]
        elif part == "last" and value is not None:
            records = [one for one in records if one.local_date <= value]
    return records


@given(records=st.lists(RECORDS), wanted=FILTERS)
def test_a_filter_finds_what_a_scan_by_each_part_finds(records: list[Record], wanted: RecordFilter) -> None:
    assert matching(records, wanted) == one_by_one(records, wanted)


@given(records=st.lists(RECORDS), one=FILTERS, other=FILTERS)
def test_filters_commute(records: list[Record], one: RecordFilter, other: RecordFilter) -> None:
    assert matching(matching(records, one), other) == matching(matching(records, other), one)


@given(records=st.lists(RECORDS), wanted=FILTERS)
def test_a_part_less_never_hides_a_record(records: list[Record], wanted: RecordFilter) -> None:
    found = matching(records, wanted)
    assert matching(records, ALL) == records
    for part in wanted.__struct_fields__:
        wider = matching(records, replace(wanted, **{part: getattr(ALL, part)}))
        assert matching(wider, wanted) == found


@given(records=st.lists(RECORDS))
def test_each_option_that_occurs_finds_something(records: list[Record]) -> None:
    there = occurring(records)
    options = [
        *(RecordFilter(focus=uid) for uid in there.focuses),
        *(RecordFilter(person=uid) for uid in there.people),
        *(RecordFilter(tag=tag) for tag in there.tags),
        *(RecordFilter(sensitivity=value) for value in there.sensitivities),
        *(RecordFilter(table=table) for table in there.tables),
    ]
    assert all(matching(records, one) for one in options)
    assert len(there.tags) <= 2


def test_the_most_frequent_tag_comes_first_as_it_was_first_written() -> None:
    records = [Entry(text="", tags=["work"]), Entry(text="", tags=["Café"]), Entry(text="", tags=["cafe\u0301", " "])]
    assert occurring(records).tags == ["Café", "work"]
