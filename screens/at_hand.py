"""What a craving has at hand: the person's own lists, in the order in which they may help now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from journal.domain.coping import Offer, offered, starters
from journal.domain.cravings import (
    Craving,
    Outcome,
    Trigger,
    passed_within,
    starter_triggers,
    timer_minutes,
    triggers_by_use,
)
from journal.domain.words import offer_words, passed_words
from screens.widgets.plain import line

if TYPE_CHECKING:
    from journal.book import Journal

SHOWN: Final = 9
"""Triggers and strategies shown at most: one digit each, 0 being for another one."""

LABEL: Final = 28
"""Characters of a strategy's label shown at most."""

REASONS: Final = 3
STILL_OPEN: Final = timedelta(hours=3)


class AtHand:
    """Read once when the screen opens: what stands on it does not jump about under the fingers.

    Where the person has no list yet there are some to begin with, each under a uid it will be saved with.
    """

    def __init__(self, journal: Journal, craving: Craving | None) -> None:
        own = craving or Craving(intensity=0)
        self._journal = journal
        self._past = [other for other in journal.cravings if other.uid != own.uid]
        self.focuses = [f for f in journal.focuses if not f.archived or f.uid == own.focus]
        self.triggers = list(journal.triggers) or [
            replace(trigger, uid=journal.new_uid()) for trigger in starter_triggers()
        ]
        self.strategies = list(journal.strategies) or [
            replace(strategy, uid=journal.new_uid()) for strategy in starters()
        ]
        self.minutes = timer_minutes(self._past, journal.preferences.timer_minutes)
        self.passed = passed_words(passed_within(self._past))

    @property
    def starting(self) -> bool:
        """Whether the strategies are only some to begin with."""
        return not self._journal.strategies

    def reasons(self) -> list[str]:
        """Some of the person's reasons, another one first each time."""
        texts = [reason.text for reason in self._journal.reasons if not reason.archived]
        turn = len(self._past) % len(texts) if texts else 0
        return (texts[turn:] + texts[:turn])[:REASONS]

    def trigger_options(self, chosen: Collection[str]) -> list[tuple[str, str]]:
        """Uid and label of the triggers used most, and of those ``chosen`` whatever their place."""
        ranked = triggers_by_use(self.triggers, self._past)
        ranked += [trigger for trigger in self.triggers if trigger.uid in chosen and trigger not in ranked]
        kept = sorted(ranked, key=lambda trigger: trigger.uid not in chosen)[:SHOWN]
        return [(trigger.uid, trigger.label) for trigger in ranked if trigger in kept]

    def trigger_called(self, label: str) -> Trigger:
        """The trigger with that label, whatever its case; a new one if there is none, from then on in the list."""
        found = next((t for t in self.triggers if t.label.casefold() == label.casefold()), None)
        if found is None:
            found = Trigger(uid=self._journal.new_uid(), label=label)
            self.triggers.append(found)
        return found

    def strategy_options(self, craving: Craving) -> list[tuple[str, str]]:
        """Uid and line of the strategies for the craving's triggers: label, what is known of it, what it needs."""
        if self.starting:
            return [(strategy.uid, strategy.label) for strategy in self.strategies[:SHOWN]]
        offers = self._offers(craving.triggers, {attempt.strategy for attempt in craving.attempts})
        room = min(LABEL, max((len(offer.strategy.label) for offer in offers), default=0))
        return [(o.strategy.uid, f"{line(o.strategy.label, room):<{room}}  {offer_words(o)}") for o in offers]

    def tried_options(self, craving: Craving) -> list[tuple[str, str]]:
        """Uid and label of the strategies tried in the craving, in that order."""
        labels = {strategy.uid: strategy.label for strategy in self.strategies}
        return [(tried.strategy, labels[tried.strategy]) for tried in craving.attempts if tried.strategy in labels]

    def _offers(self, triggers: Collection[str], chosen: Collection[str]) -> list[Offer]:
        usable = [replace(s, retired=False) if s.uid in chosen else s for s in self.strategies]
        ranked = offered(usable, self._past, triggers)
        kept = sorted(ranked, key=lambda offer: offer.strategy.uid not in chosen)[:SHOWN]
        return [offer for offer in ranked if offer in kept]

    def still_open(self) -> Craving | None:
        """The latest craving of the last hours, if it has no end yet."""
        latest = self._past[-1] if self._past else None
        if latest is None or latest.after is not None or latest.outcome is not Outcome.UNKNOWN:
            return None
        return latest if self._journal.now() - latest.at <= STILL_OPEN else None


def people_to_ask(journal: Journal) -> list[str]:
    """Who can be asked, and how: one line each."""
    people = [person for person in journal.people if person.call and not person.archived]
    parts = [(person.name, person.role.value, person.contact, person.hours) for person in people]
    return [" · ".join(part for part in one if part) for one in parts]
