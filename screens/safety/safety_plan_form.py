"""The safety plan, in the person's own words under seven headings; the emergency card follows its changes."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult

from journal.config.emergency_card import Card, sync_with_plan
from journal.domain.safety_plan import SafetyPlan
from journal.text import emergency_card as emergency_card_text
from journal.text import safety as safety_text
from screens.app import JournalApp
from screens.base.form import RecordForm
from screens.messages import Removed
from screens.widgets.fields.text import WritingField
from screens.widgets.plain_text import Plain


class SafetyPlanSheet(RecordForm[SafetyPlan]):
    """There is one plan, always; it is empty until something stands in it."""

    NAME = safety_text.SAFETY_PLAN_FORM
    ROUTE = "safety_plan"
    RECORD = SafetyPlan

    def fields(self) -> ComposeResult:
        shown = Card.load().plan
        yield Plain(emergency_card_text.CARD_SHOWS_PLAN if shown else safety_text.SAFETY_PLAN_WHAT, classes="muted")
        headings = safety_text.SAFETY_PLAN_HEADINGS.items()
        for (name, heading), hint in zip(headings, safety_text.SAFETY_PLAN_HINTS, strict=True):
            yield WritingField(heading, id=name, hint=hint)

    def on_mount(self) -> None:
        """Show the plan as it is, then the draft."""
        self.record = self.journal.safety_plan
        super().on_mount()

    @property
    def before(self) -> SafetyPlan:
        """The plan as it is now."""
        return self.journal.safety_plan

    def after_save(self) -> None:
        """Update the card, and go back."""
        self._follow(self.journal.safety_plan)
        super().after_save()

    @on(Removed)
    def take_off_card(self) -> None:
        """Take a deleted plan off the card."""
        self._follow(SafetyPlan())

    def _follow(self, plan: SafetyPlan) -> None:
        self.app.run_worker(_followed(self.app, plan), group="card")

    @property
    def can_erase(self) -> bool:
        """Whether there is a plan that may be deleted."""
        return self.record is not None and bool(self.record.parts())


async def _followed(app: JournalApp, plan: SafetyPlan) -> None:
    try:
        await app.keeper.run(partial(sync_with_plan, plan))
    except OSError:
        app.notify(emergency_card_text.CARD_NOT_WRITTEN, severity="error")
