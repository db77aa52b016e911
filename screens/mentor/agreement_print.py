"""The form that writes the agreement to a file to print: blank, to fill in by hand, or as it is."""

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
from journal.text import forms as forms_text
from journal.text import printing as printing_text
from screens.base.print_form import PaperToPrint
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class AgreementForm(PaperToPrint):
    """Asks which form to print; blank if nothing is agreed yet."""

    PLACE = "~/agreement.html"

    def __init__(self, *, record: Record | None = None) -> None:
        super().__init__()
        self._agreement = record if isinstance(record, Agreement) else None

    def body(self) -> ComposeResult:
        """Ask for the form and a file."""
        forms = [(True, agreement_text.PRINT_BLANK), (False, agreement_text.PRINT_FILLED)]
        which = ChoiceField(agreement_text.PRINT_WHICH, forms, id="which")
        which.choice.choose(self._agreement is None)
        which.display = self._agreement is not None
        with Panel(agreement_text.PRINT, printing_text.KEYS):
            yield Plain(f"{forms_text.NOT_ENCRYPTED} {agreement_text.TYPED_IN}", id="what")
            yield which
            yield PathField(printing_text.FILE, id="place", example=self.PLACE)
            yield Plain(forms_text.PRINT_FORMS, classes="muted")

    @property
    def page(self) -> Page:
        """Return the form that is chosen."""
        blank = self.query_one("#which", ChoiceField).value
        return agreement_form(self.journal.today(), None if blank else self._agreement)

    def noted(self, path: Path) -> Share:
        person = self._agreement.person if self._agreement else ""
        return replace(noted(Paper.AGREEMENT, self.page, path), person=person)
