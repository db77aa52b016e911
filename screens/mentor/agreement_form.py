"""The form about the agreement with a mentor, which both fill in together, in the order of the printed form.

Mentor opens it. It asks the domain for the next version, a pause or an end, and leads on to the versions and the
printed form.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto
from typing import Any, Final

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from journal.domain.agreements import (
    MOST_HOURS,
    WEEKS,
    Agreement,
    Cadence,
    Ending,
    current,
    ended,
    new_from,
    next_version,
    paused,
    paused_on,
    resumed,
    same_words,
)
from journal.text import agreement as agreement_text
from journal.text import labels as labels_text
from screens.base.form import RecordForm
from screens.keymap import bindings
from screens.mentor.meeting_plan import people_options
from screens.runtime.journal_worker import Draft
from screens.widgets.choice import Choice
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import NumberField, WholeField
from screens.widgets.fields.text import WritingField
from screens.widgets.plain_text import Plain

MOST_WEEKS, MOST_HOURS_AFTER = 520, 720


class State(Enum):
    """Whether an agreement goes on, as the form asks for it; drafts hold the place in this order."""

    GOES_ON = auto()
    RESTS = auto()
    ENDED = auto()


STATES: Final = {
    State.GOES_ON: agreement_text.GOES_ON,
    State.RESTS: agreement_text.RESTS,
    State.ENDED: agreement_text.ENDED,
}
KIND_WORDS: Final = {State.RESTS: agreement_text.PAUSE, State.ENDED: agreement_text.END}
"""State → what is said when it is chosen."""


class AgreementSheet(RecordForm[Agreement]):
    """Shows the newest version with one person. A change to what both agreed to is saved as the next version."""

    NAME = agreement_text.NAME
    ROUTE = "agreement"
    KEYS = agreement_text.KEYS
    RECORD = Agreement
    BINDINGS = [*RecordForm.BINDINGS, *bindings("agreement")]

    def __init__(
        self, *, record: Agreement | None = None, person: str = "", draft: tuple[str, Draft] | None = None
    ) -> None:
        super().__init__(record=record, draft=draft)
        self._person = person

    def fields(self) -> ComposeResult:
        """Ask in the order of the printed form, then whether the agreement goes on."""
        yield Plain(agreement_text.TOGETHER, id="version", classes="muted")
        yield from self._programme()
        yield from self._expected()
        yield from self._slips_and_end()
        yield from self._state_fields()
        yield Plain(id="kind-words", classes="muted")

    def _programme(self) -> ComposeResult:
        """Ask who it is with, for how long, and how often."""
        people = people_options(self.journal.people.all())
        yield ChoiceField(agreement_text.PERSON, people, id="person", check=self._check_person)
        yield DayField(
            agreement_text.START,
            id="start",
            today=self.journal.today(),
            hint=agreement_text.START_HINT,
            prefer_future=True,
        )
        yield WholeField(
            agreement_text.WEEKS,
            id="weeks",
            hint=agreement_text.WEEKS_HINT,
            minimum=1,
            maximum=MOST_WEEKS,
            optional=True,
            empty=WEEKS,
        )
        hint = agreement_text.ONE_TO_ONE_HINT
        yield NumberField(agreement_text.ONE_TO_ONE, id="one_to_one_hours", hint=hint, check=_check_hours)
        yield NumberField(agreement_text.GROUPS, id="group_hours", hint=agreement_text.GROUPS_HINT, check=_check_hours)
        yield ChoiceField(agreement_text.CADENCE, labels_text.choices(Cadence), id="cadence")

    def _expected(self) -> ComposeResult:
        """Ask how they reach each other, what each expects, and what stays private."""
        yield TextField(agreement_text.CONTACT, id="contact_ways", hint=agreement_text.CONTACT_HINT)
        yield TextField(agreement_text.QUIET, id="quiet_hours")
        yield WritingField(agreement_text.MINE, id="mine")
        yield WritingField(agreement_text.THEIRS, id="theirs")
        yield WritingField(agreement_text.BETWEEN, id="between_us")
        yield WritingField(agreement_text.LIMITS, id="limits", hint=agreement_text.LIMITS_HINT)

    def _slips_and_end(self) -> ComposeResult:
        """Ask what happens after a slip, in a pause and at the end, and for the initials."""
        yield WholeField(
            agreement_text.TELL_WITHIN,
            id="tell_within",
            hint=agreement_text.TELL_WITHIN_HINT,
            minimum=0,
            maximum=MOST_HOURS_AFTER,
            optional=True,
        )
        yield WritingField(agreement_text.ANSWER, id="answer")
        yield WritingField(agreement_text.UNWANTED, id="not_wanted")
        yield WritingField(agreement_text.MAY_PAUSE, id="may_pause", hint=agreement_text.PAUSE)
        yield DayField(
            agreement_text.REVIEW,
            id="review_on",
            today=self.journal.today(),
            prefer_future=True,
            hint=agreement_text.REVIEW_HINT,
        )
        yield WritingField(agreement_text.HOW_WE_END, id="how_we_end")
        yield TextField(agreement_text.MY_INITIALS, id="my_initials", max_length=20)
        yield TextField(agreement_text.THEIR_INITIALS, id="their_initials", max_length=20)

    def _state_fields(self) -> ComposeResult:
        """Ask whether it goes on, and what belongs to a pause or an end."""
        yield ChoiceField(agreement_text.STATE, list(STATES.items()), id="state", attribute=None)
        yield DayField(agreement_text.SINCE, id="since", today=self.journal.today(), attribute=None)
        by_mentor = [(False, agreement_text.BY_ME), (True, agreement_text.BY_MENTOR)]
        yield ChoiceField(agreement_text.ASKED_BY, by_mentor, id="by", attribute=None)
        yield ChoiceField(agreement_text.ENDING, labels_text.choices(Ending), id="ending", attribute=None)

    def on_mount(self) -> None:
        """Show the newest version with this person, or begin with what was agreed with the mentor before."""
        if self.record is None and self._draft_key.endswith(":new"):
            self.record = current(self.journal.agreements, self._person)
            self._draft_key = f"{self.ROUTE}:{self.record.uid}" if self.record else self._draft_key
        if self.record is None:
            self.load(self._to_begin_with())
        self.query_one("#state", ChoiceField).choice.choose(self._state(self.record))
        super().on_mount()
        self.update_fields()

    def _to_begin_with(self) -> Agreement:
        every, today = self.journal.agreements.all(), self.journal.today()
        before = max(every, key=lambda one: one.made_at, default=None)
        return new_from(before, self._person, today) if before else Agreement(person=self._person, start=today)

    def _state(self, agreement: Agreement | None) -> State:
        if agreement is None:
            return State.GOES_ON
        if agreement.ended_on is not None:
            return State.ENDED
        return State.RESTS if paused_on(agreement, self.journal.today()) else State.GOES_ON

    @property
    def _chosen_state(self) -> State:
        return self.query_one("#state", ChoiceField).value or State.GOES_ON

    @on(Choice.Chosen)
    def update_fields(self) -> None:
        """Ask what belongs to a pause or an end only when one is chosen now."""
        state = self._chosen_state
        changes = state is not self._state(self.record)
        self.query_one("#since").display = changes
        self.query_one("#by").display = changes and state is State.RESTS
        self.query_one("#ending").display = changes and state is State.ENDED
        self.query_one("#kind-words", Plain).show(KIND_WORDS.get(state, "") if changes else "")

    def load(self, agreement: Agreement) -> None:
        """Show the version, and whether both agreed to it."""
        if agreement.uid:
            self.query_one("#version", Plain).show(agreement_text.format_version(agreement))
        super().load(agreement)

    def new_record(self, **values: Any) -> Agreement:
        """Make an agreement that begins today, unless another day is given."""
        return Agreement(**{"start": self.journal.today(), **values})

    def finish(self, agreement: Agreement) -> Agreement:
        """Return this version as it is now, or the next one."""
        if self.record is not None and self.record.agreed:
            agreement = self._after_agreed(self.record, agreement)
        return self._in_state(agreement)

    def _after_agreed(self, before: Agreement, agreement: Agreement) -> Agreement:
        """Return the next version if the words changed, else this one with the initials that were given."""
        if same_words(before, agreement):
            return replace(agreement, my_initials=before.my_initials, their_initials=before.their_initials)
        agreement = next_version(before, agreement)
        self._notice = agreement_text.next_version(agreement.version)
        return agreement

    _notice = ""
    _ends = False

    def action_save(self) -> None:
        """Save, after asking if the agreement ends."""
        ends = self._chosen_state is State.ENDED is not self._state(self.record)
        if ends and not self._ends:
            self.app.ask(
                agreement_text.END_ASKS,
                agreement_text.END_YES,
                self._end,
                no=agreement_text.END_NO,
                detail=agreement_text.END,
            )
        else:
            super().action_save()

    def _end(self) -> None:
        self._ends = True
        self.action_save()
        self._ends = False

    def saved_words(self) -> str | None:
        """Say so if it became another version."""
        return self._notice or None

    def _check_person(self, person: str | None) -> str:
        before = self.record
        if person is None:
            return "" if before is not None and before.person else agreement_text.NOBODY
        stays = before is not None and (before.agreed or before.version > 1) and person != before.person
        return agreement_text.STAYS_THEIRS if stays else ""

    def _in_state(self, agreement: Agreement) -> Agreement:
        """Return the agreement, paused, resumed or ended as is chosen."""
        state = self._chosen_state
        if state is self._state(self.record):
            return agreement
        since = self.query_one("#since", DayField).value or self.journal.today()
        if state is State.RESTS:
            goes_on = replace(agreement, ended_on=None, ending=None)
            return paused(goes_on, since, by_mentor=self.query_one("#by", ChoiceField).value is True)
        if state is State.ENDED:
            return ended(agreement, since, self.query_one("#ending", ChoiceField).value or Ending.STOPPED)
        return resumed(agreement, since)

    def action_versions(self) -> None:
        """Open all versions with this person."""
        person = self.record.person if self.record else self._person
        self.app.show("agreed", person=person)

    def action_print(self) -> None:
        """Open the form to print, with what is agreed so far."""
        self.app.show("agreement_form", record=self.record)


def _check_hours(hours: Decimal | None) -> str:
    return agreement_text.TOO_MANY_HOURS if hours is not None and hours > MOST_HOURS else ""
