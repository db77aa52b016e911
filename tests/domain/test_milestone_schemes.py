"""Test the schemes of milestones: which aims each has, the names of key tags, and that a change takes nothing back."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import day_word
from journal.domain.milestone_rewards import MilestoneReward, rewards_by_code
from journal.domain.milestone_schemes import TAG_AIMS, scheme_aims, tag_names, with_noticed_aims
from journal.domain.milestones import (
    DAYS,
    MONTHS,
    Aim,
    Measure,
    Milestone,
    reached_by_days,
    streak_aims,
    to_notice,
    with_noticed,
)
from journal.domain.preferences import MilestoneScheme, Preferences
from journal.text.milestones import TAG_NAMES
from tests.conftest import NOON
from tests.support.builders import START, alcohol, marks

FOCUS = alcohol()
SCHEMES = st.builds(
    Preferences,
    milestone_scheme=st.sampled_from(MilestoneScheme),
    milestone_days=st.lists(st.integers(0, 200), max_size=4),
)


def codes(scheme: MilestoneScheme, days: int = 0, own: list[int] | None = None) -> list[str]:
    chosen = Preferences(milestone_scheme=scheme, milestone_days=own or [])
    return [aim.code for aim in scheme_aims(chosen)(days)]


def reached_under(chosen: Preferences, letters: str, noticed: list[Milestone]) -> dict[Aim, date]:
    today = START + timedelta(days=len(letters) - 1)
    word = day_word(FOCUS, [], marks(FOCUS, START, letters), last=today, today=today)
    return reached_by_days(FOCUS, word, today, with_noticed_aims(scheme_aims(chosen), noticed))


def test_every_milestone_is_listed_until_a_scheme_is_chosen() -> None:
    assert scheme_aims(Preferences())(800) == streak_aims(800)


def test_days_go_on_by_hundreds() -> None:
    assert codes(MilestoneScheme.DAYS) == [f"days {number}" for number in (*DAYS[:-1], 200, 1000)]
    assert codes(MilestoneScheme.DAYS, 350)[-5:] == ["days 300", "days 400", "days 500", "days 600", "days 1000"]


def test_months_are_followed_by_years() -> None:
    found = codes(MilestoneScheme.MONTHS, 400)
    assert found == [*(f"months {number}" for number in MONTHS), "years 1", "years 2", "years 3"]


def test_key_tags_end_with_a_year_again_each_year() -> None:
    assert [aim.code for aim in TAG_AIMS][:4] == ["days 1", "days 30", "days 60", "days 90"]
    assert codes(MilestoneScheme.KEY_TAGS) == [aim.code for aim in TAG_AIMS]
    assert codes(MilestoneScheme.KEY_TAGS, 1200)[-3:] == ["years 3", "years 4", "years 5"]


def test_own_days_are_in_order_and_without_any_all_are_listed() -> None:
    assert codes(MilestoneScheme.OWN, own=[120, 45, 0, 45]) == ["days 45", "days 120"]
    assert codes(MilestoneScheme.OWN) == [aim.code for aim in streak_aims(0)]


def test_key_tags_have_names_that_can_be_changed_and_only_in_their_scheme() -> None:
    own = Preferences(milestone_scheme=MilestoneScheme.KEY_TAGS, key_tags=["silver", "gold"])
    found = tag_names(own, TAG_NAMES)

    assert [found[aim] for aim in TAG_AIMS] == ["silver", "gold", *TAG_NAMES[2:]]
    assert found[Aim(Measure.YEARS, 7)] == found[Aim(Measure.YEARS, 2)] == "black"
    assert tag_names(Preferences(key_tags=["silver"]), TAG_NAMES) == {}
    assert tag_names(Preferences(milestone_scheme=MilestoneScheme.KEY_TAGS, key_tags=["x"] * 20), TAG_NAMES)


@given(SCHEMES, st.integers(0, 4000))
def test_a_scheme_has_no_aim_twice_and_something_ahead_while_it_goes_on(chosen: Preferences, days: int) -> None:
    found = scheme_aims(chosen)(days)

    assert len(found) == len(set(found))
    if chosen.milestone_scheme is not MilestoneScheme.OWN:
        assert any(aim.number * {Measure.MONTHS: 28, Measure.YEARS: 365}.get(aim.measure, 1) > days for aim in found)


@given(SCHEMES, SCHEMES, st.text("---+o", min_size=1, max_size=140))
def test_another_scheme_takes_nothing_back_and_what_holds_still_holds(
    first: Preferences, then: Preferences, letters: str
) -> None:
    before = reached_under(first, letters, [])
    noticed = to_notice(FOCUS.uid, before, [])
    after = reached_under(then, letters, noticed)

    assert before.items() <= after.items()
    assert all(one.holds for one in with_noticed(after, noticed) if one.aim in before)


def test_of_two_rewards_for_one_milestone_the_later_counts() -> None:
    later, earlier = (
        MilestoneReward(focus="f", what="days 30", text=text, made_at=NOON - timedelta(days=ago))
        for text, ago in (("later", 0), ("earlier", 3))
    )
    other = MilestoneReward(focus="g", what="days 30", text="of another")

    assert rewards_by_code([later, other, earlier], "f") == {"days 30": later}
    assert rewards_by_code([later, other], "g") == {"days 30": other}
