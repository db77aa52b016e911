"""The form about the receipt of a meeting: its lines are chosen, then it is written to a file to print."""

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
from journal.text import forms as forms_text
from journal.text import printing as printing_text
from journal.text import receipt as receipt_text
from screens.base.print_form import PaperToPrint
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class Receipt(PaperToPrint):
    """Asks which lines go on the receipt. All are ticked to begin with, except those never to be shared."""

    PLACE = "~/we-agreed.html"

    def __init__(self, *, record: Record) -> None:
        super().__init__()
        assert isinstance(record, Session)
        self._session = record

    def body(self) -> ComposeResult:
        """Offer the lines that can go on it, and ask for a file."""
        self._draft = receipt(self.journal, self._session)
        lines = [(line.key, line.words) for line in self._draft.lines]
        field = ChoiceField(receipt_text.LINES, lines, id="lines", multiple=True)
        field.choice.column = True  # in the order of the paper
        field.choice.choose(*(line.key for line in self._draft.lines if line.sensitivity is not Sensitivity.NEVER))
        with Panel(receipt_text.NAME, printing_text.KEYS):
            yield Plain(f"{receipt_text.WHAT} {forms_text.NOT_ENCRYPTED}", id="what")
            yield field
            yield PathField(printing_text.FILE, id="place", example=self.PLACE)
            yield Plain(forms_text.PRINT_FORMS, classes="muted")

    @property
    def page(self) -> Page:
        """Return the page with the ticked lines."""
        ticked = frozenset(self.query_one("#lines", ChoiceField).values)
        struck = frozenset(line.key for line in self._draft.lines) - ticked
        return release(self._draft, Choice(level=Level.MINIMAL, picked=ticked, struck=struck))

    def missing(self) -> str:
        return "" if self.page.lines else receipt_text.NOTHING_TICKED

    def noted(self, path: Path) -> Share:
        return noted(Paper.RECEIPT, self.page, path)
