"""What a craving has at hand: the person's own lists, in the order in which they may help now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec.structs import replace

from journal.domain.coping import Offer, Strategy, offered, within_reach
from journal.domain.cravings import Craving, Outcome, Trigger, passed_within, timer_minutes, triggers_by_use
from journal.domain.if_then_plans import Plan, meant_for
from journal.domain.labels import called
from journal.domain.people import people_to_ask
from journal.domain.starter_lists import strategies_for, triggers_for
from journal.text.cravings import passed_words
from journal.text.if_then_plans import plan_words
from journal.text.safety import Notice, craving_warning

if TYPE_CHECKING:
    from journal.store.journal import Journal

L = TypeVar("L", Trigger, Strategy)

SHOWN: Final = 9
"""Triggers and strategies offered at most: one digit each, 0 being for another one."""

ENOUGH: Final = 3
"""Lines from which on a list is the person's own alone; a shorter one is filled up with some to begin with."""

REASONS: Final = 3
STILL_OPEN: Final = timedelta(hours=3)


class CravingSupport:
    """Read once when the craving begins: what is offered does not jump about under the fingers.

    Where the person's lists are short there are some to begin with, each under a uid it will be saved with.
    """

    def __init__(self, journal: Journal, craving: Craving | None) -> None:
        own = craving or Craving(intensity=0)
        self._journal = journal
        self._past = [other for other in journal.cravings if other.uid != own.uid]
        self.focuses = [f for f in journal.focuses if not f.archived or f.uid == own.focus]
        kinds = [focus.kind for focus in self.focuses]
        self.uses_starters = not journal.strategies
        self.triggers = self._with_starters(list(journal.triggers), triggers_for(kinds))
        self._beginnings = self._with_starters([], strategies_for(kinds))
        self.strategies = self._with_starters(list(journal.strategies), self._beginnings)
        self._own = tuple(self.strategies)
        self._plans = list(journal.plans)
        self._ranked: dict[tuple[tuple[str, ...], ...], list[Offer]] = {}
        self.minutes = timer_minutes(self._past, journal.preferences.timer_minutes)
        self.passed = passed_words(passed_within(self._past))

    def _with_starters(self, own: list[L], starters: Iterable[L]) -> list[L]:
        """The person's own list, and where that is short what there is to begin with and is not in it."""
        if sum(not put_away(one) for one in own) >= ENOUGH:
            return own
        new = [one for one in starters if called(own, one.label) is None]
        return own + [replace(one, uid=one.uid or self._journal.new_uid()) for one in new]

    def reasons(self) -> list[str]:
        """Some of the person's reasons, another one first each time."""
        texts = [reason.text for reason in self._journal.reasons if not reason.archived]
        turn = len(self._past) % len(texts) if texts else 0
        return (texts[turn:] + texts[:turn])[:REASONS]

    def people(self) -> list[str]:
        """Who can be asked, and how: one line each."""
        return people_to_ask(self._journal.people)

    def warning(self, craving: Craving) -> Notice | None:
        """The tolerance warning, where one of the focuses it may be about asks for it."""
        return craving_warning(self.focuses, craving.focus, craving.intensity)

    def offered_triggers(self, chosen: Collection[str]) -> list[Trigger]:
        """The triggers used most, and those ``chosen`` (uids) whatever their place."""
        ranked = triggers_by_use(self.triggers, self._past)
        ranked += [trigger for trigger in self.triggers if trigger.uid in chosen and trigger not in ranked]
        kept = sorted(ranked, key=lambda trigger: trigger.uid not in chosen)[:SHOWN]
        return [trigger for trigger in ranked if trigger in kept]

    def trigger_called(self, label: str) -> Trigger:
        """The trigger with that label, however it is written; a new one if there is none, from then on in the list."""
        found = called(self.triggers, label)
        if found is None:
            found = Trigger(uid=self._journal.new_uid(), label=label)
            self.triggers.append(found)
        return found

    def plan_lines(self, craving: Craving) -> list[str]:
        """The if-then plans made for what sets it off, and for what is going on."""
        triggers = {trigger.uid: trigger.label for trigger in self.triggers}
        strategies = {strategy.uid: strategy.label for strategy in self.strategies}
        return [plan_words(plan, triggers, strategies) for plan in self._meant(craving)]

    def offers(self, craving: Craving) -> list[Offer]:
        """What is offered, what was planned first; without what needs something out of reach, unless it was chosen."""
        planned = [plan.strategy for plan in self._meant(craving)]
        chosen = {attempt.strategy for attempt in craving.attempts}
        usable = self._usable(craving)
        asked = tuple(one.uid for one in usable), tuple(craving.triggers)
        if asked not in self._ranked:
            self._ranked[asked] = offered(usable, self._past, craving.triggers)
        ranked = self._ranked[asked]
        if self.uses_starters:
            ranked = sorted(ranked, key=lambda offer: asked[0].index(offer.strategy.uid))
        ranked = sorted(ranked, key=lambda offer: _place(offer, planned))
        kept = sorted(ranked, key=lambda offer: offer.strategy.uid not in chosen)[:SHOWN]
        return [offer for offer in ranked if offer in kept]

    def nothing_left(self, craving: Craving) -> bool:
        """Whether all of the person's own need something out of reach, so that some that need nothing are offered."""
        return not within_reach((one for one in self._own if not one.retired), craving.cannot)

    def new_strategies(self, chosen: Collection[str]) -> list[Strategy]:
        """Of these (uids) what is to be saved with the craving; from then on it is in the list."""
        there = {one.uid for one in self.strategies}
        self.strategies += [one for one in self._beginnings if one.uid in chosen and one.uid not in there]
        return [strategy for strategy in self.strategies if strategy.uid in chosen]

    def _meant(self, craving: Craving) -> list[Plan]:
        return meant_for(self._plans, craving.triggers, craving.situation)

    def _usable(self, craving: Craving) -> list[Strategy]:
        """What can be done now, or was chosen already; a plan brings back what was put away."""
        chosen = {attempt.strategy for attempt in craving.attempts}
        wanted = chosen | {plan.strategy for plan in self._meant(craving)}
        own = [replace(one, retired=False) if one.uid in wanted else one for one in self.strategies]
        there = {one.uid for one in own}
        others = [one for one in self._beginnings if self.nothing_left(craving) and one.uid not in there]
        reached = {one.uid for one in within_reach([*own, *others], craving.cannot)}
        return [one for one in [*own, *others] if not one.retired and one.uid in chosen | reached]

    def unfinished_craving(self) -> Craving | None:
        """The latest craving of the last hours, if it has no end yet."""
        latest = self._past[-1] if self._past else None
        if latest is None or latest.after is not None or latest.outcome is not Outcome.UNKNOWN:
            return None
        return latest if self._journal.now() - latest.at <= STILL_OPEN else None


def put_away(one: Trigger | Strategy) -> bool:
    """Whether a line of a list is not to be offered any more."""
    return one.archived if isinstance(one, Trigger) else one.retired


def _place(offer: Offer, planned: Sequence[str]) -> int:
    """Where an offer stands: what was planned in the order of the plans, all else behind."""
    return planned.index(offer.strategy.uid) if offer.strategy.uid in planned else len(planned)
