"""Check that starter lists depend on what a person recovers from."""

from __future__ import annotations

import re

import pytest

from journal.domain.coping import Family
from journal.domain.focuses import FocusKind
from journal.domain.starter_lists import strategies_for, triggers_for


@pytest.mark.parametrize("kind", FocusKind)
def test_every_kind_has_triggers_and_a_strategy_of_every_family(kind: FocusKind) -> None:
    triggers, strategies = triggers_for([kind]), strategies_for([kind])

    assert len(triggers) >= 9
    assert all(trigger.kind for trigger in triggers)
    assert {strategy.family for strategy in strategies} == set(Family)
    for labels in ([one.label for one in triggers], [one.label for one in strategies]):
        assert len(labels) == len(set(labels))
        assert max(map(len, labels)) <= 42


@pytest.mark.parametrize(
    ("kind", "first"),
    [(FocusKind.GAMBLING, "payday"), (FocusKind.SCREENS, "boredom"), (FocusKind.NICOTINE, "coffee")],
)
def test_what_is_of_the_kind_comes_first(kind: FocusKind, first: str) -> None:
    assert triggers_for([kind])[0].label == first


def test_several_kinds_take_turns_and_what_they_share_stands_once() -> None:
    labels = [one.label for one in triggers_for([FocusKind.GAMBLING, FocusKind.SPENDING])]

    assert labels[:3] == ["payday", "an advert or an offer", "a sale or an advert"]
    assert labels.count("payday") == 1


def test_people_who_use_are_named_only_where_something_is_used() -> None:
    assert "people who use" not in [one.label for one in triggers_for([FocusKind.GAMBLING])]
    assert "people who use" in [one.label for one in triggers_for([FocusKind.GAMBLING, FocusKind.ALCOHOL])]
    assert "people who use" in [one.label for one in triggers_for([])]


def test_food_is_told_without_amounts_weights_or_eating_as_a_way_out() -> None:
    labels = [one.label for one in triggers_for([FocusKind.FOOD])]
    labels += [one.label for one in strategies_for([FocusKind.FOOD])]

    assert [label for label in labels if re.search(r"weigh|calor|kilo|portion|diet|\beat\b", label)] == []
