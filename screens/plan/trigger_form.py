"""The form about a trigger, in the person's own words."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.cravings import Trigger, TriggerKind
from journal.text import labels as labels_text
from journal.text import plan as plan_text
from journal.text import triggers as triggers_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField


class TriggerSheet(RecordForm[Trigger]):
    """Asks about one trigger of the list that a craving offers."""

    NAME = triggers_text.FORM
    ROUTE = "trigger"
    RECORD = Trigger

    def fields(self) -> ComposeResult:
        """Ask what it is, and of what kind."""
        yield TextField(triggers_text.LABEL, id="label", required=plan_text.WORDS_NEEDED)
        yield ChoiceField(plan_text.KIND, labels_text.choices(TriggerKind), id="kind")
        focuses = [(focus.uid, focus.label) for focus in self.journal.focuses if not focus.archived]
        if len(focuses) > 1:
            yield ChoiceField(plan_text.ONLY_FOR, focuses, id="focus", hint=plan_text.ONLY_FOR_HINT, empty="")
        yield YesNoField(plan_text.OFFER, id="offer", default=True, attribute="archived", inverted=True)
