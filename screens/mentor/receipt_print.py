"""The form about the receipt of a meeting: its lines are chosen, then it is written to a file to print."""

from __future__ import annotations

from journal.domain.record import Record
from journal.domain.sessions import Session
from journal.domain.share_ledger import Paper
from journal.sharing.meeting_receipt import receipt
from journal.sharing.page import PageDraft
from journal.text import receipt as receipt_text
from screens.mentor.lines_to_print import LinesToPrint


class Receipt(LinesToPrint):
    """What was agreed at a meeting."""

    NAME = receipt_text.NAME
    ABOUT = receipt_text.WHAT
    PAPER = Paper.RECEIPT
    PLACE = "~/we-agreed.html"

    def __init__(self, *, record: Record) -> None:
        super().__init__()
        assert isinstance(record, Session)
        self._session = record

    def every_line(self) -> PageDraft:
        return receipt(self.journal, self._session)
