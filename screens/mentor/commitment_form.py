"""The form about a promise: what, who keeps it, by when, and what became of it."""

from __future__ import annotations

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from journal.domain.commitments import By, Commitment, CommitmentStatus, carried, done, dropped, reopened
from journal.text import commitments as commitments_text
from journal.text import debriefs as debriefs_text
from journal.text import labels as labels_text
from screens.base.form import RecordForm
from screens.runtime.journal_worker import Draft
from screens.widgets.choice import Choice
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.plain_text import Plain


class CommitmentSheet(RecordForm[Commitment]):
    """Asks about one promise. Done after its day, it is saved as done late; carried over, it gets another day."""

    NAME = debriefs_text.COMMITMENT_NAME
    ROUTE = "commitment"
    RECORD = Commitment

    def fields(self) -> ComposeResult:
        """Ask what it is, by when and who keeps it, then what became of it."""
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
        yield ChoiceField(debriefs_text.COMMITMENT_BY, labels_text.choices(By), id="by", default=By.ME)
        yield ChoiceField(
            debriefs_text.COMMITMENT_STATUS,
            list(commitments_text.STATUSES.items()),
            id="status",
            default=CommitmentStatus.OPEN,
            attribute=None,
        )
        yield Plain(debriefs_text.COMMITMENT_CARRY, id="carry", classes="muted")

    def __init__(
        self, *, record: Commitment | None = None, carry: bool = False, draft: tuple[str, Draft] | None = None
    ) -> None:
        super().__init__(record=record, draft=draft)
        self._carry = carry

    def on_mount(self) -> None:
        """Fill the form, choose to carry over if that was asked for, and show what belongs to the choice."""
        super().on_mount()
        if self._carry and self._status is not CommitmentStatus.CARRIED:
            self.query_one("#status", ChoiceField).choice.choose(CommitmentStatus.CARRIED)
            self.query_one("#due", DayField).fill("")
            self.query_one("#due", DayField).focus()
        self.query_one("#too-large").display = self.record is not None and self.record.too_large
        self.update_fields()

    def load(self, commitment: Commitment) -> None:
        super().load(commitment)
        self.query_one("#due", DayField).from_record(commitment.due)
        self.query_one("#status", ChoiceField).from_record(_chosen(commitment.status))

    @on(Choice.Chosen)
    def update_fields(self) -> None:
        """Ask for another day while carrying over is chosen."""
        carried_before = self.record is not None and self.record.status is CommitmentStatus.CARRIED
        self.query_one("#carry").display = self._status is CommitmentStatus.CARRIED and not carried_before

    @property
    def _status(self) -> CommitmentStatus:
        return self.query_one("#status", ChoiceField).value or CommitmentStatus.OPEN

    def finish(self, commitment: Commitment) -> Commitment:
        """Return the promise carried over, closed or reopened, as was chosen."""
        due, today, status = self.query_one("#due", DayField).value, self.journal.today(), self._status
        if status is CommitmentStatus.CARRIED and (commitment.status is not status or due != commitment.due):
            return carried(commitment, due)
        commitment = replace(commitment, due=due)
        if status is _chosen(commitment.status):
            return commitment
        if status is CommitmentStatus.DONE:
            return done(commitment, today)
        return dropped(commitment, today) if status is CommitmentStatus.DROPPED else reopened(commitment)


def _chosen(status: CommitmentStatus) -> CommitmentStatus:
    """Return the status to choose: done for done late."""
    return CommitmentStatus.DONE if status is CommitmentStatus.DONE_LATE else status
