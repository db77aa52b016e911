"""The form about "If I go quiet", which both fill in together: when they text, when they call, who they ask then."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from journal.domain.people import mentor
from journal.domain.quiet_plan import MOST_HOURS, EmergencyCall, QuietPlan, after_change, plan_with
from journal.text import forms as forms_text
from journal.text import labels as labels_text
from journal.text import quiet_plan as quiet_plan_text
from screens.base.form import RecordForm
from screens.keymap import bindings
from screens.mentor.meeting_plan import people_options
from screens.runtime.journal_worker import Draft
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import WholeField
from screens.widgets.fields.text import WritingField
from screens.widgets.plain_text import Plain


class QuietSheet(RecordForm[QuietPlan]):
    """Shows the plan with one person. A change to what was agreed asks both to agree again."""

    NAME = quiet_plan_text.NAME
    ROUTE = "quiet_plan"
    KEYS = quiet_plan_text.FORM_KEYS
    RECORD = QuietPlan
    BINDINGS = [*RecordForm.BINDINGS, *bindings("if quiet")]

    _notice = ""

    def __init__(
        self, *, record: QuietPlan | None = None, person: str | None = None, draft: tuple[str, Draft] | None = None
    ) -> None:
        super().__init__(record=record, draft=draft)
        self._person = person

    def fields(self) -> ComposeResult:
        """Ask in the order in which it happens, then what to say, and whether it is agreed."""
        yield Plain(quiet_plan_text.TOGETHER, classes="muted")
        people = ChoiceField(quiet_plan_text.PERSON, people_options(self.journal.people.all()), id="person")
        people.display = bool(people.choice.options)
        yield people
        yield _hours(quiet_plan_text.TEXT_AFTER, "text_after", quiet_plan_text.HOURS_HINT)
        yield _hours(quiet_plan_text.CALL_AFTER, "call_after", quiet_plan_text.CALL_HINT)
        yield _hours(quiet_plan_text.THEN_AFTER, "then_after", quiet_plan_text.THEN_HINT)
        yield TextField(quiet_plan_text.THEN_ASK, id="then_ask", hint=quiet_plan_text.THEN_ASK_HINT)
        yield WritingField(quiet_plan_text.SAY, id="say", hint=quiet_plan_text.SAY_HINT)
        yield WritingField(quiet_plan_text.NOT_SAY, id="not_say")
        yield ChoiceField(
            quiet_plan_text.EMERGENCY,
            labels_text.choices(EmergencyCall),
            id="emergency",
            hint=quiet_plan_text.EMERGENCY_HINT,
        )
        yield DayField(
            quiet_plan_text.AGREED_ON,
            id="agreed_on",
            today=self.journal.today(),
            hint=quiet_plan_text.AGREED_HINT,
            check=self._check_day,
        )

    def on_mount(self) -> None:
        """Show the plan with this person, or an empty one with them chosen."""
        someone = mentor(self.journal.people)
        person = self._person if self._person is not None else someone.uid if someone else ""
        if self.record is None and self._draft_key.endswith(":new"):
            self.record = plan_with(self.journal.quiet_plans, person)
            self._draft_key = f"{self.ROUTE}:{self.record.uid}" if self.record else self._draft_key
        if self.record is None and person:
            self.query_one("#person", ChoiceField).from_record(person)
        super().on_mount()

    def _check_day(self, day: date | None) -> str:
        return quiet_plan_text.TO_COME if day is not None and day > self.journal.today() else ""

    def finish(self, plan: QuietPlan) -> QuietPlan:
        """Return the plan; without its day if what was agreed is different now."""
        if self.record is None:
            return plan
        changed = after_change(self.record, plan)
        self._notice = quiet_plan_text.AGREE_AGAIN if plan.agreed_on and not changed.agreed_on else ""
        return changed

    def saved_words(self) -> str | None:
        """Say so if it is to be agreed again."""
        return self._notice or None

    def action_print(self) -> None:
        """Open the card to print; it holds what is saved."""
        if self.draft():
            self.app.notify(forms_text.SAVE_FIRST)
        elif self.record is None:
            self.app.notify(quiet_plan_text.CARD_EMPTY)
        else:
            self.app.show("quiet_card", record=self.record)


def _hours(label: str, name: str, hint: str) -> WholeField:
    return WholeField(label, id=name, hint=hint, minimum=0, maximum=MOST_HOURS, optional=True)
