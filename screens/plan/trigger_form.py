"""Something that sets a craving off, in the person's own words."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.cravings import Trigger, TriggerKind
from journal.domain.record import Record
from journal.text.cravings import NEEDS_WORDS, TRIGGER_LABEL
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField

KINDS = [(kind, kind.value) for kind in TriggerKind]


class TriggerSheet(RecordForm):
    """One line of the list that a craving offers."""

    NAME = "a trigger"
    ROUTE = "trigger"
    KIND = Trigger

    def fields(self) -> ComposeResult:
        """What it is, and of what kind."""
        yield TextField(TRIGGER_LABEL, id="label")
        yield ChoiceField("Kind", KINDS, id="kind")
        yield YesNoField("Offer in cravings", id="offer", usual=True)

    def fill(self, record: Record) -> None:
        """The trigger as kept."""
        assert isinstance(record, Trigger)
        self.query_one("#label", TextField).write(record.label)
        self.query_one("#kind", ChoiceField).choice.choose(record.kind)
        self.query_one("#offer", YesNoField).choice.choose(not record.archived)

    def records(self) -> tuple[Record, ...]:
        """The trigger."""
        label = self.query_one("#label", TextField)
        if not label.text:
            raise InvalidInput(label, NEEDS_WORDS)
        before = self.record if isinstance(self.record, Trigger) else Trigger(label="")
        kind, archived = self.query_one("#kind", ChoiceField).value, not self.query_one("#offer", YesNoField).yes
        return (replace(before, label=label.text, kind=kind, archived=archived),)
