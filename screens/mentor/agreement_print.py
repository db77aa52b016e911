"""The agreement on paper: blank, to fill in by hand together, or as it stands."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.agreements import Agreement
from journal.domain.record import Record
from journal.domain.share_ledger import Paper, Share
from journal.sharing.agreement_form import agreement_form
from journal.sharing.ledger import noted
from journal.sharing.page import Page
from journal.text import agreement as agreement_text
from screens.base.print_form import NOT_ENCRYPTED, PRINTED, PaperToPrint
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

BLANK, AS_IT_IS = "blank", "as it is"


class AgreementForm(PaperToPrint):
    """Blank where nothing is agreed yet; typed in later, in the same order."""

    PLACE = "~/agreement.html"

    def __init__(self, *, record: Record | None = None) -> None:
        super().__init__()
        self._agreement = record if isinstance(record, Agreement) else None

    def body(self) -> ComposeResult:
        """Which, and where to."""
        which = ChoiceField("Form", [(one, one) for one in (BLANK, AS_IT_IS)], id="which")
        which.choice.choose(AS_IT_IS if self._agreement else BLANK)
        which.display = self._agreement is not None
        with Panel("the agreement, to print", "ctrl+s write · esc back"):
            yield Plain(f"{NOT_ENCRYPTED} {agreement_text.TYPED_IN}", id="what")
            yield which
            yield PathField("File", id="place", example=self.PLACE)
            yield Plain(PRINTED, classes="muted")

    @property
    def page(self) -> Page:
        """What is chosen."""
        blank = self.query_one("#which", ChoiceField).value == BLANK
        return agreement_form(self.journal.today(), None if blank else self._agreement)

    def noted(self, path: Path) -> Share:
        """For the ledger: whose it is, and where."""
        person = self._agreement.person if self._agreement else ""
        return replace(noted(Paper.AGREEMENT, self.page, path), person=person)
