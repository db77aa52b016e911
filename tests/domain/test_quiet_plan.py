"""Test which plan for going quiet is shown, and that a change of its words asks both to agree again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.quiet_plan import EmergencyCall, QuietPlan, after_change, plan_with

AGREED = QuietPlan(person="r", text_after=24, call_after=36, say="hello", agreed_on=date(2026, 11, 19))
CHANGES = {
    "person": "s",
    "text_after": 12,
    "call_after": None,
    "then_after": 48,
    "then_ask": "Ana",
    "say": "hi",
    "not_say": "why",
    "emergency": EmergencyCall.NO,
}


@given(names=st.sets(st.sampled_from(sorted(CHANGES))))
def test_a_change_of_any_word_takes_the_agreement_away_and_no_change_keeps_it(names: set[str]) -> None:
    changed = replace(AGREED, **{name: CHANGES[name] for name in names})

    assert after_change(AGREED, changed).agreed_on == (None if names else AGREED.agreed_on)


def test_the_day_given_with_a_change_is_the_day_of_the_new_agreement() -> None:
    again = replace(AGREED, say="hi", agreed_on=date(2026, 11, 23))
    assert after_change(AGREED, again) is again


def test_the_plan_is_that_with_the_person_else_one_with_nobody_named_and_the_newest_of_several() -> None:
    then = datetime(2026, 11, 1, tzinfo=UTC)
    older, newer = (
        QuietPlan(uid=uid, person="r", made_at=then + timedelta(days=days)) for days, uid in ((0, "b"), (1, "a"))
    )
    nobody, other = QuietPlan(uid="c", made_at=then), QuietPlan(uid="d", person="s", made_at=then)

    assert plan_with([newer, older, nobody, other], "r") is newer
    assert plan_with([nobody, other], "r") is nobody
    assert plan_with([other], "r") is None
    assert plan_with([other, nobody], "") is nobody
