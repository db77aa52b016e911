"""Strategies and triggers to begin a list with: choose some, reword them later."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.record import Record
from journal.domain.starter_lists import strategies_for, triggers_for
from journal.text import cravings as cravings_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.plain_text import Plain


class StarterSheet(RecordForm[Record]):
    """Offers those that are not in the list yet; what is chosen becomes the person's own."""

    NAME = "to begin with"
    ROUTE = "starters"
    CSS_PATH = "starter_lists.tcss"

    def fields(self) -> ComposeResult:
        """Two choices of several, for what they recover from."""
        kinds = [focus.kind for focus in self.journal.focuses if not focus.archived]
        there = {strategy.label for strategy in self.journal.strategies.all()}
        there |= {trigger.label for trigger in self.journal.triggers.all()}
        helps = [(strategy, strategy.label) for strategy in strategies_for(kinds) if strategy.label not in there]
        off = [(trigger, trigger.label) for trigger in triggers_for(kinds) if trigger.label not in there]
        yield Plain(cravings_text.STARTERS_CHOOSE, classes="muted")
        yield Plain("What helps", classes="part")
        yield ChoiceField("", helps, id="strategies", multiple=True)
        yield Plain("What sets it off", classes="part")
        yield ChoiceField("", off, id="triggers", multiple=True)

    def build(self) -> tuple[Record, ...]:
        """What was chosen."""
        helps, off = self.query_one("#strategies", ChoiceField), self.query_one("#triggers", ChoiceField)
        if not (chosen := (*helps.values, *off.values)):
            raise InvalidInput(helps, cravings_text.STARTERS_NONE)
        return chosen
