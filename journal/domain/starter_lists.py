"""Starter lists: triggers and strategies for what a person is recovering from. The person rewords or drops them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, zip_longest
from typing import Final, TypeVar

from msgspec.structs import replace

from journal.domain.coping import Family, Strategy, starters
from journal.domain.cravings import Needs, Trigger, TriggerKind, starter_triggers
from journal.domain.focuses import Focus, FocusKind
from journal.language import spoken

L = TypeVar("L", Trigger, Strategy)

SUBSTANCES: Final = frozenset(
    {
        FocusKind.ALCOHOL,
        FocusKind.OPIOIDS,
        FocusKind.SEDATIVES,
        FocusKind.STIMULANTS,
        FocusKind.CANNABIS,
        FocusKind.NICOTINE,
        FocusKind.OTHER,
        FocusKind.CUSTOM,
    }
)
"""The kinds for which all general triggers make sense. For other kinds, those in ``_OF_SUBSTANCES`` do not."""

_OF_SUBSTANCES: Final = ("people who use", "a place from before", "seeing or smelling it", "payday")

_TRIGGERS: Final = {
    FocusKind.ALCOHOL: [
        Trigger(label="after work", kind=TriggerKind.TIME),
        Trigger(label="a round or a toast", kind=TriggerKind.PEOPLE),
        Trigger(label="passing the shop or the bar", kind=TriggerKind.PLACE),
    ],
    FocusKind.OPIOIDS: [
        Trigger(label="pain", kind=TriggerKind.BODY),
        Trigger(label="feeling sick or shaky", kind=TriggerKind.BODY),
        Trigger(label="a message from someone who uses", kind=TriggerKind.PEOPLE),
    ],
    FocusKind.SEDATIVES: [
        Trigger(label="cannot sleep", kind=TriggerKind.BODY),
        Trigger(label="panic, or fear of it", kind=TriggerKind.EMOTION),
        Trigger(label="tablets in the house", kind=TriggerKind.THING),
    ],
    FocusKind.STIMULANTS: [
        Trigger(label="a night out", kind=TriggerKind.PLACE),
        Trigger(label="too much to get done", kind=TriggerKind.EMOTION),
        Trigger(label="drinking", kind=TriggerKind.THING),
    ],
    FocusKind.CANNABIS: [
        Trigger(label="boredom", kind=TriggerKind.EMOTION),
        Trigger(label="cannot sleep", kind=TriggerKind.BODY),
        Trigger(label="the hour after work", kind=TriggerKind.TIME),
    ],
    FocusKind.NICOTINE: [
        Trigger(label="coffee", kind=TriggerKind.THING),
        Trigger(label="after a meal", kind=TriggerKind.TIME),
        Trigger(label="a break at work", kind=TriggerKind.TIME),
        Trigger(label="waiting", kind=TriggerKind.TIME),
    ],
    FocusKind.GAMBLING: [
        Trigger(label="payday", kind=TriggerKind.MONEY),
        Trigger(label="an advert or an offer", kind=TriggerKind.THING),
        Trigger(label="a match on", kind=TriggerKind.TIME),
        Trigger(label="a bill or a debt", kind=TriggerKind.MONEY),
        Trigger(label="“win it back”", kind=TriggerKind.THOUGHT),
    ],
    FocusKind.SCREENS: [
        Trigger(label="boredom", kind=TriggerKind.EMOTION),
        Trigger(label="a notification", kind=TriggerKind.THING),
        Trigger(label="in bed with the phone", kind=TriggerKind.PLACE),
        Trigger(label="something I put off", kind=TriggerKind.THOUGHT),
    ],
    FocusKind.FOOD: [
        Trigger(label="an empty evening", kind=TriggerKind.TIME),
        Trigger(label="a remark about how I look", kind=TriggerKind.PEOPLE),
        Trigger(label="passing a shop or a kitchen", kind=TriggerKind.PLACE),
        Trigger(label="long without a meal", kind=TriggerKind.BODY),
    ],
    FocusKind.SPENDING: [
        Trigger(label="payday", kind=TriggerKind.MONEY),
        Trigger(label="a sale or an advert", kind=TriggerKind.THING),
        Trigger(label="a shop on the phone, late", kind=TriggerKind.TIME),
        Trigger(label="“I have earned it”", kind=TriggerKind.THOUGHT),
    ],
    FocusKind.SEX: [
        Trigger(label="alone with the phone at night", kind=TriggerKind.TIME),
        Trigger(label="feeling turned down", kind=TriggerKind.EMOTION),
        Trigger(label="a picture or a message", kind=TriggerKind.THING),
        Trigger(label="boredom", kind=TriggerKind.EMOTION),
    ],
}

_STRATEGIES: Final = {
    FocusKind.ALCOHOL: [
        Strategy(label="hold a drink without alcohol", family=Family.SUBSTITUTE),
        Strategy(label="say I am driving, and leave", family=Family.ESCAPE),
    ],
    FocusKind.OPIOIDS: [
        Strategy(label="ask my clinic or pharmacy", family=Family.CONNECT, minutes=10, needs=[Needs.PHONE]),
        Strategy(label="something warm on what hurts", family=Family.CALM, minutes=20),
    ],
    FocusKind.SEDATIVES: [
        Strategy(label="ask my doctor or pharmacy", family=Family.CONNECT, minutes=10, needs=[Needs.PHONE]),
        Strategy(label="get up, and go back to bed when sleepy", family=Family.CALM, minutes=20),
    ],
    FocusKind.STIMULANTS: [
        Strategy(label="eat, and lie down for a while", family=Family.CALM, minutes=30),
        Strategy(label="leave cash and card with someone", family=Family.AVOID, needs=[Needs.PERSON]),
    ],
    FocusKind.CANNABIS: [
        Strategy(label="give what is left away or throw it out", family=Family.AVOID, minutes=5),
        Strategy(label="a run, or the stairs", family=Family.DISTRACT, minutes=15),
    ],
    FocusKind.NICOTINE: [
        Strategy(label="chew or sip something", family=Family.SUBSTITUTE, minutes=5),
        Strategy(label="take the break somewhere else", family=Family.AVOID, minutes=10),
    ],
    FocusKind.GAMBLING: [
        Strategy(label="hand my cards to someone I trust", family=Family.AVOID, needs=[Needs.PERSON]),
        Strategy(label="think of how the last time ended", family=Family.DISPUTE, minutes=3),
    ],
    FocusKind.SCREENS: [
        Strategy(label="put the phone in another room", family=Family.AVOID, minutes=1),
        Strategy(label="do the first five minutes of it", family=Family.DISTRACT, minutes=5),
    ],
    FocusKind.FOOD: [
        Strategy(label="sit down to the next planned meal", family=Family.SUBSTITUTE, minutes=30),
        Strategy(label="leave the kitchen, and close the door", family=Family.ESCAPE, minutes=10),
    ],
    FocusKind.SPENDING: [
        Strategy(label="leave it in the basket until tomorrow", family=Family.DELAY),
        Strategy(label="go out with the cash I need, no card", family=Family.AVOID, needs=[Needs.LEAVE_HOME]),
    ],
    FocusKind.SEX: [
        Strategy(label="leave the phone, and the room", family=Family.ESCAPE, minutes=15),
        Strategy(label="write down what I really miss", family=Family.ACCEPT, minutes=10),
    ],
}

_NOT_FOR: Final = {FocusKind.FOOD: ("eat, and drink a large glass of water",)}
"""Labels of general strategies that do not fit a kind."""


def triggers_for(kinds: Collection[FocusKind]) -> list[Trigger]:
    """Return starter triggers: those of each kind in turn, then the general ones that fit."""
    substances = not kinds or any(kind in SUBSTANCES for kind in kinds)
    general = [one for one in starter_triggers() if substances or one.label not in _OF_SUBSTANCES]
    return _spoken(_unique([*_interleaved(_TRIGGERS.get(kind, []) for kind in kinds), *general]))


def strategies_for(kinds: Collection[FocusKind]) -> list[Strategy]:
    """Return starter strategies: those of each kind in turn, then some of every family."""
    unfit = {label for kind in kinds for label in _NOT_FOR.get(kind, ())}
    general = [one for one in starters() if one.label not in unfit]
    return _spoken(_unique([*_interleaved(_STRATEGIES.get(kind, []) for kind in kinds), *general]))


def belongs_to(one: Trigger | Strategy, focus: Focus, focuses: Collection[str]) -> bool:
    """Return whether to offer a trigger or strategy for a focus; ``focuses`` are the uids of those there are.

    One that has a focus is for that one only. One without is for all, but for starters of a kind: they are not offered
    for another kind that has starters of its own, so that no drink without alcohol is offered in an opioid craving.
    """
    if one.focus in focuses:
        return one.focus == focus.uid
    lists: Mapping[FocusKind, Sequence[Trigger | Strategy]] = _STRATEGIES if isinstance(one, Strategy) else _TRIGGERS
    general = starters() if isinstance(one, Strategy) else starter_triggers()
    kinds = {kind for kind, own in lists.items() if any(one.label in _labels(other) for other in own)}
    if not kinds or focus.kind not in lists or any(one.label in _labels(other) for other in general):
        return True
    return focus.kind in kinds


def _labels(starter: Trigger | Strategy) -> tuple[str, str]:
    """Return the label of a starter in English and in the language that is spoken."""
    return starter.label, spoken(starter.label)


def _spoken(starters: Iterable[L]) -> list[L]:
    return [replace(one, label=spoken(one.label)) for one in starters]


def _interleaved(lists: Iterable[Iterable[L]]) -> list[L]:
    return [one for one in chain.from_iterable(zip_longest(*lists)) if one is not None]


def _unique(records: Iterable[L]) -> list[L]:
    """Return each label once, at its first position."""
    found: dict[str, L] = {}
    for one in records:
        found.setdefault(one.label, one)
    return list(found.values())
