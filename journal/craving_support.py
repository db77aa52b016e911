"""Choose what to offer during a craving from the person's own lists, most likely to help first.

The craving screen and ``journal craving`` use it. It needs no Textual. It reads the journal once, and ranks triggers,
strategies, plans, reasons and people.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec.structs import replace

from journal.domain.coping import Offer, Strategy, offered, within_reach
from journal.domain.cravings import Craving, Outcome, Trigger, passed_within, timer_minutes, triggers_by_use
from journal.domain.if_then_plans import Plan, meant_for
from journal.domain.labels import find_by_label
from journal.domain.pros_and_cons import shown_in_craving
from journal.domain.reasons import Reason, ReasonKind, ReasonMoment, shown_at
from journal.domain.starter_lists import belongs_to, strategies_for, triggers_for
from journal.text import cravings as cravings_text
from journal.text import if_then_plans as if_then_plans_text
from journal.text import people as people_text
from journal.text import safety as safety_text

if TYPE_CHECKING:
    from journal.store.journal import Journal

L = TypeVar("L", Trigger, Strategy)

SHOWN: Final = 9
"""Most triggers and strategies offered: one digit each; 0 is for a new one."""

ENOUGH: Final = 3
"""The length from which on a list is used alone; a shorter list is filled up from the starter lists."""

REASONS: Final = 3
"""Most reasons shown."""

STILL_OPEN: Final = timedelta(hours=3)
"""How long a craving without an end can be continued."""


class CravingSupport:
    """What to offer during one craving.

    The journal is read once at the beginning, so that lines do not move while the person types. If the person's lists
    are short, starters are added, each with the uid that it will be saved with.
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
        self.passed = cravings_text.format_passed(passed_within(self._past))

    def _with_starters(self, own: list[L], starters: Iterable[L]) -> list[L]:
        """Return the person's own list; if it is short, add the starters that are not in it."""
        if sum(not is_hidden(one) for one in own) >= ENOUGH:
            return own
        new = [one for one in starters if find_by_label(own, one.label) is None]
        return own + [replace(one, uid=one.uid or self._journal.new_uid()) for one in new]

    def reasons(self) -> list[Reason]:
        """Return some of the person's reasons, starting with another one each time; good days come last.

        What changing gives them is among these where they chose to see it.
        """
        shown = shown_at(self._journal.reasons, ReasonMoment.CRAVING)
        shown += [Reason(text=text) for text in shown_in_craving(self._journal.pros_and_cons)]
        turn = len(self._past) % len(shown) if shown else 0
        return sorted((shown[turn:] + shown[:turn])[:REASONS], key=lambda one: one.kind is ReasonKind.GOOD_DAY)

    def people(self) -> list[str]:
        """Return who can be asked and how, one line each."""
        return people_text.people_to_ask(self._journal.people)

    def warning(self, craving: Craving) -> safety_text.Notice | None:
        """Return the tolerance warning if one of the focuses that the craving may be about asks for it."""
        return safety_text.craving_warning(self.focuses, craving.focus, craving.intensity)

    def _for_focus(self, records: Iterable[L], about: str, chosen: Collection[str]) -> list[L]:
        """Return those that are for the focus ``about`` (a uid; empty for any), and those ``chosen`` (uids)."""
        uids = [focus.uid for focus in self.focuses]
        if about not in uids:
            return list(records)
        focus = self.focuses[uids.index(about)]
        return [one for one in records if one.uid in chosen or belongs_to(one, focus, uids)]

    def offered_triggers(self, chosen: Collection[str], about: str = "", shown: int = SHOWN) -> list[Trigger]:
        """Return the ``shown`` most used triggers for the focus ``about``; those ``chosen`` (uids) are among them."""
        ranked = triggers_by_use(self._for_focus(self.triggers, about, chosen), self._past)
        ranked += [trigger for trigger in self.triggers if trigger.uid in chosen and trigger not in ranked]
        kept = sorted(ranked, key=lambda trigger: trigger.uid not in chosen)[:shown]
        return [trigger for trigger in ranked if trigger in kept]

    def trigger_called(self, label: str) -> Trigger:
        """Return the trigger with that label, ignoring case; create one if there is none, and add it to the list."""
        found = find_by_label(self.triggers, label)
        if found is None:
            found = Trigger(uid=self._journal.new_uid(), label=label)
            self.triggers.append(found)
        return found

    def plan_lines(self, craving: Craving) -> list[str]:
        """Return the if-then plans for the triggers and the situation of this craving."""
        triggers = {trigger.uid: trigger.label for trigger in self.triggers}
        strategies = {strategy.uid: strategy.label for strategy in self.strategies}
        return [if_then_plans_text.format_plan(plan, triggers, strategies) for plan in self._meant(craving)]

    def offers(self, craving: Craving) -> list[Offer]:
        """Return the strategies to offer, planned ones first.

        Leave out those that need something out of reach, unless chosen.
        """
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
        """Return whether all of the person's own strategies need something out of reach; then starters are offered."""
        own = [one for one in self._for_focus(self._own, craving.focus, ()) if not one.retired]
        return bool(own) and not within_reach(own, craving.cannot)

    def new_strategies(self, chosen: Collection[str]) -> list[Strategy]:
        """Return the strategies among ``chosen`` (uids) to save with the craving, and add them to the list."""
        there = {one.uid for one in self.strategies}
        self.strategies += [one for one in self._beginnings if one.uid in chosen and one.uid not in there]
        return [strategy for strategy in self.strategies if strategy.uid in chosen]

    def _meant(self, craving: Craving) -> list[Plan]:
        return meant_for(self._plans, craving.triggers, craving.situation)

    def _usable(self, craving: Craving) -> list[Strategy]:
        """Return the strategies that can be used now or were chosen.

        A strategy in a plan is offered even if archived.
        """
        chosen = {attempt.strategy for attempt in craving.attempts}
        wanted = chosen | {plan.strategy for plan in self._meant(craving)}
        mine = self._for_focus(self.strategies, craving.focus, chosen)
        own = [replace(one, retired=False) if one.uid in wanted else one for one in mine]
        there = {one.uid for one in self.strategies}
        short = self.nothing_left(craving) or sum(not one.retired for one in own) < ENOUGH
        starters = self._for_focus(self._beginnings, craving.focus, chosen) if short else []
        others = [one for one in starters if one.uid not in there and find_by_label(own, one.label) is None]
        reached = {one.uid for one in within_reach([*own, *others], craving.cannot)}
        return [one for one in [*own, *others] if not one.retired and one.uid in chosen | reached]

    def unfinished_craving(self) -> Craving | None:
        """Return the latest craving of the last three hours if it has no end yet, or None."""
        latest = self._past[-1] if self._past else None
        if latest is None or latest.after is not None or latest.outcome is not Outcome.UNKNOWN:
            return None
        return latest if self._journal.now() - latest.at <= STILL_OPEN else None


def is_hidden(one: Trigger | Strategy) -> bool:
    """Return whether a trigger or strategy is archived, so that it is not offered any more."""
    return one.archived if isinstance(one, Trigger) else one.retired


def _place(offer: Offer, planned: Sequence[str]) -> int:
    """Return the rank of an offer: planned ones in the order of the plans, then all others."""
    return planned.index(offer.strategy.uid) if offer.strategy.uid in planned else len(planned)
