"""The form for one pause of a focus: its first and its last day, and why."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from journal.domain.focuses import Focus, Pause
from journal.domain.pauses import ends_before_it_starts, overlapping, with_pause, without_pause
from journal.domain.record import Record
from journal.text import days as days_text
from journal.text import forms as forms_text
from screens.base.form import RecordForm
from screens.runtime.journal_worker import Draft
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.dates import DayField
from screens.widgets.plain_text import Plain


class PauseForm(RecordForm[Pause]):
    """Changes ``pause`` of a focus (its uid), or adds one, from ``first`` on unless another day is typed.

    What is saved is the focus. The key of a draft names the focus and the first day of the pause.
    """

    NAME = days_text.PAUSE
    ROUTE = "pause"
    RECORD = Pause

    def __init__(
        self,
        *,
        focus: str = "",
        pause: Pause | None = None,
        first: date | None = None,
        draft: tuple[str, Draft] | None = None,
    ) -> None:
        key = f"{self.ROUTE}:{focus}/{pause.first.isoformat() if pause else 'new'}"
        super().__init__(record=pause, draft=draft or (key, {}))
        self._focus_uid = self._draft_key.partition(":")[2].rpartition("/")[0]
        self._begins = first

    def fields(self) -> ComposeResult:
        today = self.journal.today()
        begins = DayField(
            days_text.PAUSE_FIRST, id="first", today=today, required=days_text.PAUSE_FIRST_NEEDED, check=self._check
        )
        begins.from_record(self._begins)
        yield Plain(days_text.PAUSES_WHAT, classes="muted after")
        yield begins
        yield DayField(days_text.PAUSE_LAST, id="last", today=today, hint=days_text.PAUSE_LAST_HINT)
        yield TextField(days_text.PAUSE_REASON, id="reason", hint=days_text.PAUSE_REASON_HINT)

    def _check(self, first: date | None) -> str:
        return forms_text.TO_COME if first is not None and first > self.journal.today() else ""

    @property
    def _focus(self) -> Focus | None:
        """The focus as it is now; None where it was deleted since the draft was kept."""
        focuses = self.journal.focuses
        return focuses.get(self._focus_uid) if self._focus_uid in focuses else None

    def find(self, uid: str) -> Pause | None:
        """Return the pause of a draft, by the focus and the first day; None for a new one."""
        begins, focus = uid.rpartition("/")[2], self._focus
        return next((one for one in focus.pauses if one.first.isoformat() == begins), None) if focus else None

    def finish(self, pause: Pause) -> Pause:
        """Refuse a pause that ends before it begins, or that shares a day with another."""
        if ends_before_it_starts(pause):
            raise InvalidInput(self.query_one("#last", DayField), days_text.PAUSE_ENDS_FIRST)
        if self._focus and (other := overlapping(self._focus, pause, self.record)):
            words = days_text.pause_overlaps(other, self.journal.today())
            raise InvalidInput(self.query_one("#first", DayField), words)
        return pause

    def build(self) -> tuple[Record, ...]:
        """Return the focus with the pause."""
        pause, focus = self.read(), self._focus
        if focus is None:
            raise InvalidInput(self.query_one("#first", DayField), days_text.FOCUS_GONE)
        return (with_pause(focus, pause, self.record),)

    def saved_words(self) -> str:
        return days_text.PAUSE_SAVED

    def action_discard(self) -> None:
        """Discard what is half-typed; if nothing is, remove the pause. Undo brings it back."""
        if self.draft() or self.record is None or self._focus is None:
            super().action_discard()
            return
        self.app.save(without_pause(self._focus, self.record), said=days_text.PAUSE_REMOVED)
        self.dismiss(None)
