"""What I and my mentor agree to: filled in together, in ten minutes, in the order of the printed form."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

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

GOES_ON, RESTS, ENDED = "goes on", "rests for now", "has ended"
ME, MENTOR = "me", "my mentor"
MOST_WEEKS, MOST_HOURS_AFTER = 520, 720

TOGETHER = "Talk it through together; ten minutes will do. All of it can stay empty, and all of it can change later."
PAUSE = "A pause is no step back. A mentor may need one, too, to protect their own recovery."
END = "Nothing is deleted. What was agreed stays here, and so does every meeting."
NOBODY = "Whom with? Someone can be added on Mentor, with +."
STAYS_THEIRS = "This was agreed with someone else, and stays so. Mentor begins a new one."
NEXT_VERSION = "Kept as version {}; the one before stays as it was. Put your initials to it together."


class AgreementSheet(RecordForm[Agreement]):
    """The newest version with one person. A change to what both put their initials to is the next version."""

    NAME = "what we agree to"
    ROUTE = "agreement"
    KEYS = "ctrl+s save · F6 versions · F7 print · esc back"
    RECORD = Agreement
    BINDINGS = [*RecordForm.BINDINGS, *bindings("agreement")]

    def __init__(
        self, *, record: Agreement | None = None, person: str = "", draft: tuple[str, Draft] | None = None
    ) -> None:
        super().__init__(record=record, draft=draft)
        self._person = person

    def fields(self) -> ComposeResult:
        """Whom with and for how long; what each expects; what is when it is hard; how it ends."""
        today, people = self.journal.today(), people_options(self.journal.people.all())
        yield Plain(TOGETHER, id="version", classes="muted")
        yield ChoiceField("With", people, id="person", check=self._check_person)
        yield DayField("Begins", id="start", today=today, hint="today, thu, 26 Nov, 2026-11-26", prefer_future=True)
        hint = "Twelve are usual."
        yield WholeField("For weeks", id="weeks", hint=hint, minimum=1, maximum=MOST_WEEKS, optional=True, empty=WEEKS)
        hint = "A week. 0.5 is half an hour."
        yield NumberField("One-to-one, hours", id="one_to_one_hours", hint=hint, check=_check_hours)
        hint = "A week, all groups together."
        yield NumberField("Groups, hours", id="group_hours", hint=hint, check=_check_hours)
        yield ChoiceField("We meet", [(one, one.value) for one in Cadence], id="cadence")
        yield TextField("Reached by", id="contact_ways", hint="What comes first: a message, a call.")
        yield TextField("Quiet hours", id="quiet_hours")
        yield WritingField("I expect", id="mine")
        yield WritingField("My mentor expects", id="theirs")
        yield WritingField("Stays between us", id="between_us")
        yield WritingField("Its limits", id="limits", hint="When it would not stay between us.")
        hint = "Hours. 24 is usual."
        yield WholeField(
            "A slip is told in", id="tell_within", hint=hint, minimum=0, maximum=MOST_HOURS_AFTER, optional=True
        )
        yield WritingField("What they do then", id="answer")
        yield WritingField("I do not want", id="not_wanted")
        yield WritingField("A pause", id="may_pause", hint=PAUSE)
        yield DayField(
            "Looked at again", id="review_on", today=today, prefer_future=True, hint="+42, 7 Jan, 2027-01-07"
        )
        yield WritingField("How we end", id="how_we_end")
        yield TextField("My initials", id="my_initials", max_length=20)
        yield TextField("Their initials", id="their_initials", max_length=20)
        states, asked_by = (GOES_ON, RESTS, ENDED), (ME, MENTOR)
        yield ChoiceField("It", [(one, one) for one in states], id="state", attribute=None)
        yield DayField("Since", id="since", today=today, attribute=None)
        yield ChoiceField("Who asked for it", [(one, one) for one in asked_by], id="by", attribute=None)
        yield ChoiceField("How", [(one, one.value) for one in Ending], id="ending", attribute=None)
        yield Plain(id="kind-words", classes="muted")

    def on_mount(self) -> None:
        """The newest version with this person; else what was expected of the mentor before, to begin with."""
        if self.record is None and self._draft_key.endswith(":new"):
            self.record = current(self.journal.agreements, self._person)
            self._draft_key = f"{self.ROUTE}:{self.record.uid}" if self.record else self._draft_key
        if self.record is None:
            self.load(self._to_begin_with())
        self.query_one("#state", ChoiceField).choice.choose(self._state(self.record))
        super().on_mount()
        self.follow()

    def _to_begin_with(self) -> Agreement:
        every, today = self.journal.agreements.all(), self.journal.today()
        before = max(every, key=lambda one: one.made_at, default=None)
        return new_from(before, self._person, today) if before else Agreement(person=self._person, start=today)

    def _state(self, agreement: Agreement | None) -> str:
        if agreement is None:
            return GOES_ON
        if agreement.ended_on is not None:
            return ENDED
        return RESTS if paused_on(agreement, self.journal.today()) else GOES_ON

    @on(Choice.Chosen)
    def follow(self) -> None:
        """Ask what belongs to a pause or an end only where there is a new one."""
        state = self.query_one("#state", ChoiceField).value or GOES_ON
        changes = state != self._state(self.record)
        self.query_one("#since").display = changes
        self.query_one("#by").display = changes and state == RESTS
        self.query_one("#ending").display = changes and state == ENDED
        self.query_one("#kind-words", Plain).show({RESTS: PAUSE, ENDED: END}.get(state, "") if changes else "")

    def load(self, agreement: Agreement) -> None:
        """Show the version, and whether both agreed to it."""
        if agreement.uid:
            agreed = "agreed by both" if agreement.agreed else "initials are still to come"
            self.query_one("#version", Plain).show(f"Version {agreement.version}, {agreed}. F6 shows those before.")
        super().load(agreement)

    def new_record(self, **values: Any) -> Agreement:
        """It begins today, unless another day is given."""
        return Agreement(**{"start": self.journal.today(), **values})

    def finish(self, agreement: Agreement) -> Agreement:
        """This version as it is now, or the next one."""
        if self.record is not None and self.record.agreed:
            agreement = self._after_agreed(self.record, agreement)
        return self._stands(agreement)

    def _after_agreed(self, before: Agreement, agreement: Agreement) -> Agreement:
        """The next version, where the words are others; initials that were given stay given."""
        if same_words(before, agreement):
            return replace(agreement, my_initials=before.my_initials, their_initials=before.their_initials)
        agreement = next_version(before, agreement)
        self._tells = NEXT_VERSION.format(agreement.version)
        return agreement

    _tells = ""
    _ends = False

    def action_save(self) -> None:
        """Save; an end is asked about first."""
        ends = self.query_one("#state", ChoiceField).value == ENDED != self._state(self.record)
        if ends and not self._ends:
            self.app.ask("End what you agreed to?", "End it", self._end, no="Not now", detail=END)
        else:
            super().action_save()

    def _end(self) -> None:
        self._ends = True
        self.action_save()
        self._ends = False

    def after_save(self) -> None:
        """Say so where it became another version."""
        super().after_save()
        if self._tells:
            self.app.tell(self._tells)

    def _check_person(self, person: str | None) -> str:
        before = self.record
        if person is None:
            return "" if before is not None and before.person else NOBODY
        stays = before is not None and (before.agreed or before.version > 1) and person != before.person
        return STAYS_THEIRS if stays else ""

    def _stands(self, agreement: Agreement) -> Agreement:
        """The agreement, resting, going on or ended as is said."""
        state = self.query_one("#state", ChoiceField).value or GOES_ON
        if state == self._state(self.record):
            return agreement
        since = self.query_one("#since", DayField).value or self.journal.today()
        if state == RESTS:
            goes_on = replace(agreement, ended_on=None, ending=None)
            return paused(goes_on, since, by_mentor=self.query_one("#by", ChoiceField).value == MENTOR)
        if state == ENDED:
            return ended(agreement, since, self.query_one("#ending", ChoiceField).value or Ending.STOPPED)
        return resumed(agreement, since)

    def action_versions(self) -> None:
        """Look at all versions with this person."""
        person = self.record.person if self.record else self._person
        self.app.show("agreed", person=person)

    def action_print(self) -> None:
        """Write a form to print, with what is agreed so far in it."""
        self.app.show("agreement_form", record=self.record)


def _check_hours(hours: Decimal | None) -> str:
    return f"A week has {MOST_HOURS} hours." if hours is not None and hours > MOST_HOURS else ""
