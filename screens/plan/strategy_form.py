"""The form about a coping strategy: what it is, what it needs, and what is known about it."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.coping import Family, Strategy, evidence
from journal.domain.cravings import Needs
from journal.text import cravings as cravings_text
from journal.text import labels as labels_text
from journal.text import plan as plan_text
from journal.text import strategies as strategies_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.numbers import MinutesField
from screens.widgets.fields.text import LinesField
from screens.widgets.plain_text import Plain


class StrategySheet(RecordForm[Strategy]):
    """Asks about one thing to do in a craving."""

    NAME = strategies_text.FORM
    ROUTE = "strategy"
    RECORD = Strategy
    CSS_PATH = "strategy_form.tcss"

    def fields(self) -> ComposeResult:
        """Ask what it is, then what helps to choose it at the right moment."""
        yield TextField(
            strategies_text.LABEL, id="label", hint=strategies_text.LABEL_HINT, required=plan_text.WORDS_NEEDED
        )
        yield Plain(id="known", classes="muted")
        yield ChoiceField(plan_text.KIND, labels_text.choices(Family), id="family")
        yield MinutesField(
            strategies_text.MINUTES,
            id="minutes",
            hint=strategies_text.MINUTES_HINT,
        )
        yield ChoiceField(strategies_text.NEEDS, labels_text.choices(Needs), id="needs", multiple=True)
        yield LinesField(strategies_text.STEPS, id="steps", hint=strategies_text.STEPS_HINT)
        focuses = [(focus.uid, focus.label) for focus in self.journal.focuses if not focus.archived]
        if len(focuses) > 1:
            yield ChoiceField(plan_text.ONLY_FOR, focuses, id="focus", hint=plan_text.ONLY_FOR_HINT, empty="")
        yield YesNoField(strategies_text.FAVOURITE, id="favourite", default=False, hint=strategies_text.FAVOURITE_HINT)
        yield YesNoField(plan_text.OFFER, id="offer", default=True, attribute="retired", inverted=True)

    def load(self, strategy: Strategy) -> None:
        """Show the strategy, and the evidence for it."""
        (known,) = evidence([strategy], self.journal.cravings.all())
        self.query_one("#known", Plain).show(cravings_text.format_known(known))
        super().load(strategy)
