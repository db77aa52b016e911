"""A promise: what, who keeps it, by when, and what became of it."""

from __future__ import annotations

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from journal.domain.commitments import By, Commitment, CommitmentStatus, carried, done, dropped, reopened
from journal.text import debriefs as debriefs_text
from screens.base.form import RecordForm
from screens.runtime.journal_worker import Draft
from screens.widgets.choice import Choice
from screens.widgets.fields.base import TextField
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


class CommitmentSheet(RecordForm[Commitment]):
    """Done after its day is kept as done late; carried over it has another day, and is counted."""

    NAME = debriefs_text.COMMITMENT_NAME
    ROUTE = "commitment"
    RECORD = Commitment

    def fields(self) -> ComposeResult:
        """What and by when; then what became of it."""
        today = self.journal.today()
        yield Plain(debriefs_text.COMMITMENT_TOO_LARGE, id="too-large", classes="muted")
        yield TextField(debriefs_text.COMMITMENT_TEXT, id="text", required=debriefs_text.COMMITMENT_NEEDED)
        yield DayField(
            debriefs_text.COMMITMENT_DUE,
            id="due",
            today=today,
            hint=debriefs_text.DEBRIEF_BY_HINT,
            prefer_future=True,
            attribute=None,
        )
        yield ChoiceField(debriefs_text.COMMITMENT_BY, [(one, one.value) for one in By], id="by", default=By.ME)
        yield ChoiceField(
            debriefs_text.COMMITMENT_STATUS, BECAME, id="status", default=CommitmentStatus.OPEN, attribute=None
        )
        yield Plain(debriefs_text.COMMITMENT_CARRY, id="carry", classes="muted")

    def __init__(
        self, *, record: Commitment | None = None, carry: bool = False, draft: tuple[str, Draft] | None = None
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
        self.query_one("#too-large").display = self.record is not None and self.record.too_large
        self.follow()

    def load(self, commitment: Commitment) -> None:
        """Show the promise, its day and what became of it."""
        super().load(commitment)
        self.query_one("#due", DayField).from_record(commitment.due)
        self.query_one("#status", ChoiceField).from_record(_said(commitment.status))

    @on(Choice.Chosen)
    def follow(self) -> None:
        """Ask for the other day where it is carried over."""
        carried_before = self.record is not None and self.record.status is CommitmentStatus.CARRIED
        self.query_one("#carry").display = self._status is CommitmentStatus.CARRIED and not carried_before

    @property
    def _status(self) -> CommitmentStatus:
        return self.query_one("#status", ChoiceField).value or CommitmentStatus.OPEN

    def finish(self, commitment: Commitment) -> Commitment:
        """Carry it over, close it or open it again, as was said."""
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
