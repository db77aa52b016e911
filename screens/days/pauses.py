"""The pauses of a focus: days that don't count, from when to when. One is added, changed or removed here.

The calendar and the form of the focus open it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult

from journal.domain.focuses import Pause
from journal.domain.pauses import in_order, without_pause
from journal.text import days as days_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate


class Pauses(ListScreen[Pause]):
    """The pauses of one focus (its uid), the newest first; a new one begins on ``day``, if that is over."""

    KEY_SCOPE = "pauses"
    BINDINGS = bindings(KEY_SCOPE)
    DEFAULT_CSS = """
    Pauses RecordList { margin-top: 1; }
    """

    def __init__(self, *, focus: str, day: date | None = None) -> None:
        super().__init__()
        self._focus_uid = focus
        self._day = day

    def body(self) -> ComposeResult:
        with Panel(days_text.PAUSES, days_text.PAUSES_KEYS):
            yield Plain(days_text.PAUSES_WHAT, classes="muted")
            yield self.list_of(days_text.NO_PAUSES)

    def items(self) -> list[Pause]:
        focuses = self.journal.focuses
        return in_order(focuses.get(self._focus_uid)) if self._focus_uid in focuses else []

    def listed(self, items: Sequence[Pause]) -> None:
        """Name the focus."""
        if self._focus_uid in self.journal.focuses:
            label = self.journal.focuses.get(self._focus_uid).label
            keys = days_text.PAUSES_KEYS if items else days_text.EMPTY_PAUSES_KEYS
            self.query_one(Panel).rename(days_text.pauses_title(label), keys)

    def row(self, pause: Pause, width: int) -> str:
        """Return ``6–20 Apr: 15 days · in hospital``."""
        return truncate(days_text.pause_line(pause, self.journal.today()), width)

    def edit_item(self, pause: Pause) -> None:
        self.app.show("pause", focus=self._focus_uid, pause=pause)

    def delete_item(self, pause: Pause) -> None:
        """Remove a pause; undo brings it back."""
        focus = self.journal.focuses.get(self._focus_uid)
        self.app.save(without_pause(focus, pause), said=days_text.PAUSE_REMOVED)

    def action_add(self) -> None:
        """Add a pause."""
        is_over = self._day is not None and self._day < self.journal.today()
        self.app.show("pause", focus=self._focus_uid, first=self._day if is_over else None)
