"""Test when reasons and good days are shown."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.reasons import Reason, ReasonKind, ReasonMoment, in_turn, shown_at
from journal.text.reasons import format_line, format_reason

moments = st.lists(st.sampled_from(ReasonMoment), unique=True)
reasons = st.lists(st.builds(Reason, text=st.text(max_size=5), moments=moments, archived=st.booleans()), max_size=6)


def test_a_reason_stored_before_there_were_moments_is_shown_in_a_craving_only() -> None:
    stored = msgspec.json.decode(b'{"text": "mornings"}', type=Reason)
    assert stored.kind is ReasonKind.WHY
    assert [moment for moment in ReasonMoment if shown_at([stored], moment)] == [ReasonMoment.CRAVING]
    archived = msgspec.json.decode(b'{"text": "mornings", "archived": true}', type=Reason)
    assert not any(shown_at([archived], moment) for moment in ReasonMoment)


@given(reasons, st.sampled_from(ReasonMoment))
def test_only_what_was_chosen_for_a_moment_is_shown_and_never_what_is_archived(
    found: list[Reason], moment: ReasonMoment
) -> None:
    assert shown_at(found, moment) == [one for one in found if moment in one.moments and not one.archived]


@given(reasons, st.sampled_from(ReasonMoment), st.integers(0, 800_000))
def test_each_gets_its_turn(found: list[Reason], moment: ReasonMoment, start: int) -> None:
    shown = shown_at(found, moment)
    turns = [in_turn(found, moment, start + number) for number in range(len(shown))]
    assert sorted(map(id, turns)) == sorted(map(id, shown))
    assert shown or in_turn(found, moment, start) is None


@pytest.mark.parametrize(
    ("reason", "line", "in_list"),
    [
        (Reason(text="Mia"), "Why I do this: Mia", "Mia"),
        (Reason(text="a run", kind=ReasonKind.GOOD_DAY), "A good day: a run", "A good day: a run"),
        (Reason(text="Mia", archived=True), "Why I do this: Mia", "Mia · shown only here"),
    ],
)
def test_words_say_what_they_are(reason: Reason, line: str, in_list: str) -> None:
    assert format_reason(reason) == line
    assert format_line(reason) == in_list
