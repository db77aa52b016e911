"""The form that offers strategies and triggers to begin with: choose some, reword them later."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.record import Record
from journal.domain.starter_lists import strategies_for, triggers_for
from journal.text import starter_lists as starter_lists_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.plain_text import Plain


class StarterSheet(RecordForm[Record]):
    """Offers those that are not in the lists yet. What is chosen is saved as the person's own."""

    NAME = starter_lists_text.FORM
    ROUTE = "starters"
    CSS_PATH = "starter_lists.tcss"

    def fields(self) -> ComposeResult:
        """Offer strategies and triggers that fit what the person recovers from."""
        kinds = [focus.kind for focus in self.journal.focuses if not focus.archived]
        there = {strategy.label for strategy in self.journal.strategies.all()}
        there |= {trigger.label for trigger in self.journal.triggers.all()}
        helps = [(strategy, strategy.label) for strategy in strategies_for(kinds) if strategy.label not in there]
        off = [(trigger, trigger.label) for trigger in triggers_for(kinds) if trigger.label not in there]
        yield Plain(starter_lists_text.CHOOSE, classes="muted")
        yield Plain(starter_lists_text.HELPS, classes="part")
        yield ChoiceField("", helps, id="strategies", multiple=True)
        yield Plain(starter_lists_text.SETS_OFF, classes="part")
        yield ChoiceField("", off, id="triggers", multiple=True)

    def build(self) -> tuple[Record, ...]:
        """Return what was chosen. Raises ``InvalidInput`` if nothing was."""
        helps, off = self.query_one("#strategies", ChoiceField), self.query_one("#triggers", ChoiceField)
        if not (chosen := (*helps.values, *off.values)):
            raise InvalidInput(helps, starter_lists_text.NOTHING_CHOSEN)
        return chosen
