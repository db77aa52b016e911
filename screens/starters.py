"""Strategies and triggers to begin a list with: choose some, reword them later."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.coping import starters
from journal.domain.cravings import starter_triggers
from journal.domain.record import Record
from screens.sheet import Sheet
from screens.widgets.field import ChoiceField, NotUnderstood
from screens.widgets.plain import Plain


class StarterSheet(Sheet):
    """Offers those that are not in the list yet; what is chosen becomes the person's own."""

    NAME = "to begin with"
    ROUTE = "starters"
    CSS_PATH = "starters.tcss"

    def fields(self) -> ComposeResult:
        """Two choices of several."""
        there = {strategy.label for strategy in self.journal.strategies.all()}
        there |= {trigger.label for trigger in self.journal.triggers.all()}
        helps = [(strategy, strategy.label) for strategy in starters() if strategy.label not in there]
        off = [(trigger, trigger.label) for trigger in starter_triggers() if trigger.label not in there]
        yield Plain("Choose what is true for you. Each can be reworded or deleted later.", classes="muted")
        yield Plain("What helps", classes="part")
        yield ChoiceField("", helps, id="strategies", many=True)
        yield Plain("What sets it off", classes="part")
        yield ChoiceField("", off, id="triggers", many=True)

    def records(self) -> tuple[Record, ...]:
        """What was chosen."""
        helps, off = self.query_one("#strategies", ChoiceField), self.query_one("#triggers", ChoiceField)
        if not (chosen := (*helps.values, *off.values)):
            raise NotUnderstood(helps, "Choose at least one: a digit does, or the arrows and space.")
        return chosen
