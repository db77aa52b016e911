"""A promise: what, who keeps it, by when, and what became of it."""

from __future__ import annotations

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from journal.domain.commitments import By, Commitment, CommitmentStatus, carried, done, dropped, reopened
from journal.domain.record import Record
from journal.text.debriefs import (
    COMMITMENT_BY,
    COMMITMENT_CARRY,
    COMMITMENT_DUE,
    COMMITMENT_NAME,
    COMMITMENT_NEEDED,
    COMMITMENT_STATUS,
    COMMITMENT_TEXT,
    COMMITMENT_TOO_LARGE,
    DEBRIEF_BY_HINT,
)
from screens.base.form import RecordForm
from screens.runtime.journal_worker import Draft
from screens.widgets.choice import Choice
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.plain_text import Plain

BECAME = (
    (CommitmentStatus.OPEN, "open"),
    (CommitmentStatus.DONE, "done"),
    (CommitmentStatus.CARRIED, "carried over"),
    (CommitmentStatus.DROPPED, "let go"),
)
"""What a person says of it; whether it was done late, its day says."""


class CommitmentSheet(RecordForm):
    """Done after its day is kept as done late; carried over it has another day, and is counted."""

    NAME = COMMITMENT_NAME
    ROUTE = "commitment"
    KIND = Commitment

    def fields(self) -> ComposeResult:
        """What and by when; then what became of it."""
        by = ChoiceField(COMMITMENT_BY, [(one, one.value) for one in By], id="by")
        by.choice.choose(By.ME)
        status = ChoiceField(COMMITMENT_STATUS, BECAME, id="status")
        status.choice.choose(CommitmentStatus.OPEN)
        yield Plain(COMMITMENT_TOO_LARGE, id="too-large", classes="muted")
        yield TextField(COMMITMENT_TEXT, id="text")
        yield DayField(COMMITMENT_DUE, id="due", today=self.journal.today(), hint=DEBRIEF_BY_HINT, ahead=True)
        yield by
        yield status
        yield Plain(COMMITMENT_CARRY, id="carry", classes="muted")

    def __init__(
        self, *, record: Record | None = None, carry: bool = False, draft: tuple[str, Draft] | None = None
    ) -> None:
        super().__init__(record=record, draft=draft)
        self._carry = carry

    def on_mount(self) -> None:
        """Fill it, then follow what is chosen."""
        super().on_mount()
        if self._carry and self._status is not CommitmentStatus.CARRIED:
            self.query_one("#status", ChoiceField).choice.choose(CommitmentStatus.CARRIED)
            self.query_one("#due", DayField).write("")
            self.query_one("#due", DayField).focus()
        self.query_one("#too-large").display = self.before.too_large
        self.follow()

    @property
    def before(self) -> Commitment:
        """The promise as it was, or a new one."""
        return self.record if isinstance(self.record, Commitment) else Commitment(text="")

    def fill(self, record: Record) -> None:
        """The promise as kept."""
        assert isinstance(record, Commitment)
        self.query_one("#text", TextField).write(record.text)
        self.query_one("#due", DayField).set_value(record.due)
        self.query_one("#by", ChoiceField).choice.choose(record.by)
        self.query_one("#status", ChoiceField).choice.choose(_said(record.status))

    @on(Choice.Chosen)
    def follow(self) -> None:
        """Ask for the other day where it is carried over."""
        carries = self._status is CommitmentStatus.CARRIED and self.before.status is not CommitmentStatus.CARRIED
        self.query_one("#carry").display = carries

    @property
    def _status(self) -> CommitmentStatus:
        return self.query_one("#status", ChoiceField).value or CommitmentStatus.OPEN

    def records(self) -> tuple[Record, ...]:
        """The promise. Raises ``InvalidInput``."""
        text = self.query_one("#text", TextField)
        if not text.text:
            raise InvalidInput(text, COMMITMENT_NEEDED)
        by = self.query_one("#by", ChoiceField).value or self.before.by
        return (self._became(replace(self.before, text=text.text, by=by)),)

    def _became(self, commitment: Commitment) -> Commitment:
        due, today, status = self.query_one("#due", DayField).value, self.journal.today(), self._status
        if status is CommitmentStatus.CARRIED and (commitment.status is not status or due != commitment.due):
            return carried(commitment, due)
        commitment = replace(commitment, due=due)
        if status is _said(commitment.status):
            return commitment
        if status is CommitmentStatus.DONE:
            return done(commitment, today)
        return dropped(commitment, today) if status is CommitmentStatus.DROPPED else reopened(commitment)


def _said(status: CommitmentStatus) -> CommitmentStatus:
    """The status as it is chosen: done late is done, too."""
    return CommitmentStatus.DONE if status is CommitmentStatus.DONE_LATE else status
