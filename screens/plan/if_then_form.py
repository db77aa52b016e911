"""The form about an if-then plan: what comes and what is done then, both picked from lists."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from journal.craving_support import CravingSupport, is_hidden
from journal.domain.coping import Strategy
from journal.domain.cravings import Trigger
from journal.domain.if_then_plans import Plan
from journal.domain.record import Record
from journal.domain.uses import Situation
from journal.text import if_then_plans as if_then_plans_text
from journal.text import labels as labels_text
from screens.base.form import RecordForm
from screens.widgets.choice import Choice
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.plain_text import Plain

L = TypeVar("L", Trigger, Strategy)


class LineField(ChoiceField[L]):
    """Chooses one line of the person's own list. A draft holds its label, because its place in the list may change."""

    @property
    def draft_value(self) -> list[Any]:
        """Return the labels of what is chosen."""
        return [one.label for one in self.values]

    def fill(self, value: Any) -> None:
        """Choose by label."""
        self.choice.choose(*[one for one, label in self.choice.options if label in value][:1])

    def from_record(self, uid: str) -> None:
        """Choose by uid."""
        self.choice.choose(*(one for one, _ in self.choice.options if one.uid == uid))

    def to_record(self) -> str:
        """Return the uid of what is chosen, or ``""``."""
        return self.value.uid if self.value else ""


class IfThenSheet(RecordForm[Plan]):
    """Asks about one plan: if this sets it off, or this is going on, then I do that. Saving it renews it."""

    NAME = if_then_plans_text.PLAN_FORM
    ROUTE = "if_then"
    RECORD = Plan

    def fields(self) -> ComposeResult:
        """Offer the two lists, and ask for the person's own words."""
        hand = CravingSupport(self.journal, None)
        known = self.record or self.find(self._draft_key.partition(":")[2])
        own = known or Plan()
        yield Plain(if_then_plans_text.PLAN_MONTHLY, classes="muted")
        yield LineField(
            if_then_plans_text.PLAN_IF, _offered(hand.triggers, own.trigger), id="trigger", check=self._check_trigger
        )
        yield ChoiceField(if_then_plans_text.PLAN_OR, labels_text.choices(Situation), id="situation")
        yield LineField(
            if_then_plans_text.PLAN_THEN,
            _offered(hand.strategies, own.strategy),
            id="strategy",
            required=if_then_plans_text.PLAN_CHOOSE_THEN,
        )
        yield TextField(if_then_plans_text.PLAN_OWN, id="words", hint=if_then_plans_text.PLAN_OWN_HINT)
        yield YesNoField(if_then_plans_text.PLAN_SHOW, id="offer", default=True, attribute="archived", inverted=True)

    @on(Choice.Chosen)
    def one_of_two(self, message: Choice.Chosen) -> None:
        """Keep one of trigger and situation: choosing one unchooses the other."""
        trigger, situation = self.query_one("#trigger", LineField), self.query_one("#situation", ChoiceField)
        if message.choice is trigger.choice and trigger.values:
            situation.choice.choose()
        elif message.choice is situation.choice and situation.values:
            trigger.choice.choose()

    def _check_trigger(self, trigger: str) -> str:
        return "" if trigger or self.query_one("#situation", ChoiceField).values else if_then_plans_text.PLAN_CHOOSE_IF

    def finish(self, plan: Plan) -> Plan:
        """Return the plan, renewed today."""
        return replace(plan, renewed_on=self.journal.today())

    def build(self) -> tuple[Record, ...]:
        """Return the plan, after the trigger and strategy that it names if they are not in the journal yet."""
        chosen = [field.value for field in self.query(LineField)]
        new = [one for one in chosen if one is not None and one.uid not in self.journal.collection(type(one))]
        return (*new, *super().build())


def _offered(lines: list[L], own: str) -> list[tuple[L, str]]:
    """Return the lines that are not put away, and the plan's own (a uid) even if it is."""
    return [(one, one.label) for one in lines if not is_hidden(one) or one.uid == own]
