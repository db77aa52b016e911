"""A reason of the person's own, shown when a craving comes."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.reasons import Reason
from journal.text import onboarding as onboarding_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import YesNoField


class ReasonSheet(RecordForm[Reason]):
    """One reason."""

    NAME = "a reason"
    ROUTE = "reason"
    RECORD = Reason

    def fields(self) -> ComposeResult:
        """The reason, and whether it is still one."""
        yield TextField("Because", id="text", hint=onboarding_text.ONE_REASON, required="A few words are needed.")
        yield YesNoField("Show in a craving", id="show", default=True, attribute="archived", inverted=True)
