"""What a craving has at hand, as options to choose from by a digit."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from rich.cells import cell_len

from journal.craving_support import AtHand
from journal.domain.cravings import Craving
from journal.text.cravings import judged_words, offer_words
from screens.widgets.text_fit import column, elided

LABEL: Final = 28
"""Cells of a strategy's label shown at most."""


class Options(AtHand):
    """Each option is a uid and its line."""

    def trigger_options(self, chosen: Collection[str]) -> list[tuple[str, str]]:
        """The triggers used most, and those ``chosen``."""
        return [(trigger.uid, trigger.label) for trigger in self.offered_triggers(chosen)]

    def strategy_options(self, craving: Craving, longest: int = LABEL) -> list[tuple[str, str]]:
        """Uid and line of what is offered: label, what is known of it, what it needs."""
        offers = self.offers(craving)
        if self.starting:
            return [(offer.strategy.uid, offer.strategy.label) for offer in offers]
        room = min(longest, max((cell_len(offer.strategy.label) for offer in offers), default=0))
        return [(o.strategy.uid, f"{column(o.strategy.label, room)}  {offer_words(o)}") for o in offers]

    def tried_options(self, craving: Craving, longest: int = LABEL) -> list[tuple[str, str]]:
        """Uid and label of the strategies tried in the craving, in that order, with what was said of them.

        A long label is cut, so that what was said is not.
        """
        labels = {strategy.uid: strategy.label for strategy in self.strategies}
        return [
            (tried.strategy, judged_words(elided(labels[tried.strategy], longest), tried.helped))
            for tried in craving.attempts
            if tried.strategy in labels
        ]
