"""Something that sets a craving off, in the person's own words."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.cravings import Trigger, TriggerKind
from journal.text import cravings as cravings_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField

KINDS = [(kind, kind.value) for kind in TriggerKind]


class TriggerSheet(RecordForm[Trigger]):
    """One line of the list that a craving offers."""

    NAME = "a trigger"
    ROUTE = "trigger"
    RECORD = Trigger

    def fields(self) -> ComposeResult:
        """What it is, and of what kind."""
        yield TextField(cravings_text.TRIGGER_LABEL, id="label", required=cravings_text.NEEDS_WORDS)
        yield ChoiceField("Kind", KINDS, id="kind")
        yield YesNoField("Offer in cravings", id="offer", default=True, attribute="archived", inverted=True)
