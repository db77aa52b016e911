"""The form about a reason, which is shown when a craving comes."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.reasons import Reason
from journal.text import onboarding as onboarding_text
from journal.text import plan as plan_text
from journal.text import reasons as reasons_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import YesNoField


class ReasonSheet(RecordForm[Reason]):
    """Asks about one reason."""

    NAME = reasons_text.FORM
    ROUTE = "reason"
    RECORD = Reason

    def fields(self) -> ComposeResult:
        """Ask for the reason, and whether it is still one."""
        yield TextField(
            reasons_text.REASON, id="text", hint=onboarding_text.ONE_REASON, required=plan_text.WORDS_NEEDED
        )
        yield YesNoField(reasons_text.SHOW, id="show", default=True, attribute="archived", inverted=True)
