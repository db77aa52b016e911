"""The receipt of a meeting: what both agreed, line by line the person's own to give, written to be printed."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult

from journal.domain.record import Record, Sensitivity
from journal.domain.sessions import Session
from journal.domain.share_ledger import Level, Paper, Share
from journal.sharing.ledger import noted
from journal.sharing.meeting_receipt import receipt
from journal.sharing.page import Page
from journal.sharing.release import Choice, release
from screens.base.print_form import NOT_ENCRYPTED, PRINTED, PaperToPrint
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

WHAT = "It says who does what, and when you meet again; nothing of your notes."


class Receipt(PaperToPrint):
    """All of it is ticked to begin with, but what was marked never."""

    PLACE = "~/we-agreed.html"

    def __init__(self, *, record: Record) -> None:
        super().__init__()
        assert isinstance(record, Session)
        self._session = record

    def body(self) -> ComposeResult:
        """What can go on it, and where to."""
        self._draft = receipt(self.journal, self._session)
        lines = [(line.key, line.words) for line in self._draft.lines]
        field = ChoiceField("On it", lines, id="lines", multiple=True)
        field.choice.column = True  # as they stand on the paper
        field.choice.choose(*(line.key for line in self._draft.lines if line.sensitivity is not Sensitivity.NEVER))
        with Panel("receipt", "ctrl+s write · esc back"):
            yield Plain(f"{WHAT} {NOT_ENCRYPTED}", id="what")
            yield field
            yield PathField("File", id="place", example=self.PLACE)
            yield Plain(PRINTED, classes="muted")

    @property
    def page(self) -> Page:
        """What is chosen."""
        ticked = frozenset(self.query_one("#lines", ChoiceField).values)
        struck = frozenset(line.key for line in self._draft.lines) - ticked
        return release(self._draft, Choice(level=Level.MINIMAL, picked=ticked, struck=struck))

    def missing(self) -> str:
        """A line, at least."""
        return "" if self.page.lines else "Nothing is ticked."

    def noted(self, path: Path) -> Share:
        """For the ledger."""
        return noted(Paper.RECEIPT, self.page, path)
