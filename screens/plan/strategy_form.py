"""A coping strategy: what it is, what it needs, and what is known of it."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.coping import Family, Strategy, evidence
from journal.domain.cravings import Needs
from journal.text import cravings as cravings_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.numbers import MinutesField
from screens.widgets.fields.text import LinesField
from screens.widgets.plain_text import Plain

FAMILIES = [(family, family.value) for family in Family]
NEEDS = [(needs, needs.value) for needs in Needs]


class StrategySheet(RecordForm[Strategy]):
    """Something to do in a craving."""

    NAME = "a coping strategy"
    ROUTE = "strategy"
    RECORD = Strategy
    CSS_PATH = "strategy_form.tcss"

    def fields(self) -> ComposeResult:
        """What it is; then what helps to choose it at the right moment."""
        yield TextField(
            "What I do", id="label", hint=cravings_text.STRATEGY_LABEL_HINT, required=cravings_text.NEEDS_WORDS
        )
        yield Plain(id="known", classes="muted")
        yield ChoiceField("Kind", FAMILIES, id="family")
        yield MinutesField(
            "Minutes", id="minutes", hint=cravings_text.STRATEGY_MINUTES_HINT, too_many=cravings_text.STRATEGY_MINUTES
        )
        yield ChoiceField("Needs", NEEDS, id="needs", multiple=True)
        yield LinesField("Steps", id="steps", hint=cravings_text.STRATEGY_STEPS_HINT)
        yield YesNoField("A favourite", id="favourite", default=False, hint=cravings_text.STRATEGY_FAVOURITE_HINT)
        yield YesNoField("Offer in cravings", id="offer", default=True, attribute="retired", inverted=True)

    def load(self, strategy: Strategy) -> None:
        """The strategy as kept, and the evidence for it."""
        (known,) = evidence([strategy], self.journal.cravings.all())
        self.query_one("#known", Plain).show(cravings_text.known_words(known))
        super().load(strategy)
