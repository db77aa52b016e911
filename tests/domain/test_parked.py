"""Check that a parked record waits for its meeting until it was talked about, whatever else changes."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.parked import Parked, about, talked, waiting

TODAY = date(2026, 11, 23)
PEOPLE = st.sampled_from(["", "r", "ana"])
LISTS = st.lists(
    st.builds(
        Parked,
        kind=st.just("entries"),
        record=st.sampled_from("abc"),
        person=PEOPLE,
        talked_on=st.sampled_from([None, TODAY]),
    ),
    max_size=8,
)


@given(LISTS, PEOPLE)
def test_what_was_talked_about_and_what_is_for_someone_else_does_not_wait(parked: list[Parked], person: str) -> None:
    there = waiting(parked, person)
    for one in parked:
        is_for = not person or not one.person or one.person == person
        assert (one in there) == (one.talked_on is None and is_for)


@given(LISTS)
def test_of_several_people_each_sees_their_own_and_what_is_for_whoever_is_met_next(parked: list[Parked]) -> None:
    both = [*waiting(parked, "r"), *waiting(parked, "ana")]
    assert all(one in both for one in waiting(parked))
    assert [one for one in waiting(parked) if not one.person] == [
        one for one in waiting(parked, "r") if one in waiting(parked, "ana") and not one.person
    ]


@given(LISTS, st.sampled_from("abc"))
def test_a_record_is_kept_as_long_as_one_of_it_waits(parked: list[Parked], record: str) -> None:
    kept = about(parked, record)
    assert (kept is None) == (record not in {one.record for one in waiting(parked)})
    assert about([one for one in parked if one.record != record], record) is None


def test_talked_about_it_waits_no_more_and_says_where_and_when() -> None:
    one = talked(Parked(kind="entries", record="a", note="how it was"), "the meeting", TODAY)
    assert (one.session, one.talked_on, one.note) == ("the meeting", TODAY, "how it was")
    assert waiting([one]) == []
