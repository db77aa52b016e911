"""A coping strategy: what it is, what it needs, and what is known of it."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.coping import Family, Strategy, evidence
from journal.domain.cravings import Needs
from journal.domain.record import Record
from journal.text.cravings import (
    NEEDS_WORDS,
    STRATEGY_FAVOURITE_HINT,
    STRATEGY_LABEL_HINT,
    STRATEGY_MINUTES,
    STRATEGY_MINUTES_HINT,
    STRATEGY_STEPS_HINT,
    known_words,
)
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.numbers import NumberField
from screens.widgets.fields.text import WritingField
from screens.widgets.plain_text import Plain

FAMILIES = [(family, family.value) for family in Family]
NEEDS = [(needs, needs.value) for needs in Needs]
LONGEST = 1440


class StrategySheet(RecordForm):
    """Something to do in a craving."""

    NAME = "a coping strategy"
    ROUTE = "strategy"
    KIND = Strategy
    CSS_PATH = "strategy_form.tcss"

    def fields(self) -> ComposeResult:
        """What it is; then what helps to choose it at the right moment."""
        yield TextField("What I do", id="label", hint=STRATEGY_LABEL_HINT)
        yield Plain(id="known", classes="muted")
        yield ChoiceField("Kind", FAMILIES, id="family")
        yield NumberField("Minutes", id="minutes", hint=STRATEGY_MINUTES_HINT)
        yield ChoiceField("Needs", NEEDS, id="needs", many=True)
        yield WritingField("Steps", id="steps", hint=STRATEGY_STEPS_HINT)
        yield YesNoField("A favourite", id="favourite", usual=False, hint=STRATEGY_FAVOURITE_HINT)
        yield YesNoField("Offer in cravings", id="offer", usual=True)

    def fill(self, record: Record) -> None:
        """The strategy as kept, and the evidence for it."""
        assert isinstance(record, Strategy)
        (known,) = evidence([record], self.journal.cravings.all())
        self.query_one("#known", Plain).show(known_words(known))
        self.query_one("#label", TextField).write(record.label)
        self.query_one("#family", ChoiceField).choice.choose(record.family)
        self.query_one("#minutes", NumberField).write("" if record.minutes is None else record.minutes)
        self.query_one("#needs", ChoiceField).choice.choose(*record.needs)
        self.query_one("#steps", WritingField).write("\n".join(record.steps))
        self.query_one("#favourite", YesNoField).choice.choose(record.favourite)
        self.query_one("#offer", YesNoField).choice.choose(not record.retired)

    def records(self) -> tuple[Record, ...]:
        """The strategy."""
        label, minutes = self.query_one("#label", TextField), self.query_one("#minutes", NumberField)
        if not label.text:
            raise InvalidInput(label, NEEDS_WORDS)
        if minutes.value is not None and minutes.value > LONGEST:
            raise InvalidInput(minutes, STRATEGY_MINUTES)
        before = self.record if isinstance(self.record, Strategy) else Strategy(label="")
        strategy = replace(
            before,
            label=label.text,
            family=self.query_one("#family", ChoiceField).value or before.family,
            minutes=None if minutes.value is None else int(minutes.value),
            needs=self.query_one("#needs", ChoiceField).values,
            steps=self.query_one("#steps", WritingField).lines,
            favourite=self.query_one("#favourite", YesNoField).yes,
            retired=not self.query_one("#offer", YesNoField).yes,
        )
        return (strategy,)
