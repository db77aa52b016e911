"""A reason of the person's own, shown when a craving comes."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.reasons import Reason
from journal.domain.record import Record
from journal.text.onboarding import ONE_REASON
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import YesNoField


class ReasonSheet(RecordForm):
    """One reason."""

    NAME = "a reason"
    ROUTE = "reason"
    KIND = Reason

    def fields(self) -> ComposeResult:
        """The reason, and whether it is still one."""
        yield TextField("Because", id="text", hint=ONE_REASON)
        yield YesNoField("Show in a craving", id="show", usual=True)

    def fill(self, record: Record) -> None:
        """The reason as kept."""
        assert isinstance(record, Reason)
        self.query_one("#text", TextField).write(record.text)
        self.query_one("#show", YesNoField).choice.choose(not record.archived)

    def records(self) -> tuple[Record, ...]:
        """The reason."""
        text = self.query_one("#text", TextField)
        if not text.text:
            raise InvalidInput(text, "A few words are needed.")
        before = self.record if isinstance(self.record, Reason) else Reason(text="")
        return (replace(before, text=text.text, archived=not self.query_one("#show", YesNoField).yes),)
