"""The form about a reason or a good day, and the moments at which it is shown."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.reasons import Reason, ReasonKind, ReasonMoment
from journal.text import labels as labels_text
from journal.text import plan as plan_text
from journal.text import reasons as reasons_text
from screens.base.form import RecordForm
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.text import WritingField

LONGEST = 1000
"""Characters of a reason at most."""


class ReasonSheet(RecordForm[Reason]):
    """Asks about one reason, or about what a good day looks like."""

    NAME = reasons_text.FORM
    ROUTE = "reason"
    RECORD = Reason

    def fields(self) -> ComposeResult:
        """Ask for the words, what they are about, and when they are shown."""
        yield WritingField(
            reasons_text.WORDS,
            id="text",
            hint=reasons_text.WORDS_HINT,
            required=plan_text.WORDS_NEEDED,
            check=lambda text: plan_text.REASON_TOO_LONG if len(text) > LONGEST else "",
        )
        yield ChoiceField(reasons_text.KIND, labels_text.choices(ReasonKind), id="kind", default=ReasonKind.WHY)
        yield ChoiceField(
            reasons_text.SHOW,
            labels_text.choices(ReasonMoment),
            id="moments",
            multiple=True,
            default=ReasonMoment.CRAVING,
            hint=reasons_text.SHOW_HINT,
        )

    def load(self, reason: Reason) -> None:
        """Show the reason; an archived one is shown at no moment."""
        super().load(replace(reason, moments=[]) if reason.archived else reason)

    def finish(self, reason: Reason) -> Reason:
        """Keep the words on one line, as they are shown, and archive what is shown at no moment."""
        return replace(reason, text=" ".join(reason.text.split()), archived=not reason.moments)
