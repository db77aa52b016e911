"""What I and my mentor agree to: filled in together, in ten minutes, in the order of the printed form."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from journal.domain.agreements import (
    MOST_HOURS,
    WEEKS,
    Agreement,
    Cadence,
    Ending,
    begun_from,
    current,
    ended,
    next_version,
    paused,
    paused_on,
    resumed,
    same_words,
)
from journal.domain.record import Record
from screens.base.form import RecordForm
from screens.keymap import bindings
from screens.mentor.meeting_plan import people_options
from screens.runtime.journal_worker import Draft
from screens.widgets.choice import Choice
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import NumberField
from screens.widgets.fields.text import WritingField
from screens.widgets.plain_text import Plain

GOES_ON, RESTS, ENDED = "goes on", "rests for now", "has ended"
ME, MENTOR = "me", "my mentor"
MOST_WEEKS, MOST_HOURS_AFTER = 520, 720

TOGETHER = "Talk it through together; ten minutes will do. All of it can stay empty, and all of it can change later."
PAUSE = "A pause is no step back. A mentor may need one, too, to protect their own recovery."
END = "Nothing is deleted. What was agreed stays here, and so does every meeting."
STAYS_THEIRS = "This was agreed with someone else, and stays so. Mentor begins a new one."
NEXT_VERSION = "Kept as version {}; the one before stays as it was. Put your initials to it together."


class AgreementSheet(RecordForm):
    """The newest version with one person. A change to what both put their initials to is the next version."""

    NAME = "what we agree to"
    ROUTE = "agreement"
    KEYS = "ctrl+s save · F6 versions · F7 print · esc back"
    KIND = Agreement
    BINDINGS = [*RecordForm.BINDINGS, *bindings("agreement")]

    def __init__(
        self, *, record: Record | None = None, person: str = "", draft: tuple[str, Draft] | None = None
    ) -> None:
        super().__init__(record=record, draft=draft)
        self._person = person

    def fields(self) -> ComposeResult:
        """Whom with and for how long; what each expects; what is when it is hard; how it ends."""
        today, people = self.journal.today(), self.journal.people.all()
        person = ChoiceField("With", people_options(people), id="person")
        cadence = ChoiceField("We meet", [(one, one.value) for one in Cadence], id="cadence")
        state = ChoiceField("It", [(one, one) for one in (GOES_ON, RESTS, ENDED)], id="state")
        by = ChoiceField("Who asked for it", [(one, one) for one in (ME, MENTOR)], id="by")
        yield Plain(TOGETHER, id="version", classes="muted")
        yield person
        yield DayField("Begins", id="start", today=today, hint="today, thu, 26 Nov, 2026-11-26", ahead=True)
        yield NumberField("For weeks", id="weeks", hint="Twelve are usual.")
        yield NumberField("One-to-one, hours", id="one_to_one_hours", hint="A week. 0.5 is half an hour.")
        yield NumberField("Groups, hours", id="group_hours", hint="A week, all groups together.")
        yield cadence
        yield TextField("Reached by", id="contact_ways", hint="What comes first: a message, a call.")
        yield TextField("Quiet hours", id="quiet_hours")
        yield WritingField("I expect", id="mine")
        yield WritingField("My mentor expects", id="theirs")
        yield WritingField("Stays between us", id="between_us")
        yield WritingField("Its limits", id="limits", hint="When it would not stay between us.")
        yield NumberField("A slip is told in", id="tell_within", hint="Hours. 24 is usual.")
        yield WritingField("What they do then", id="answer")
        yield WritingField("I do not want", id="not_wanted")
        yield WritingField("A pause", id="may_pause", hint=PAUSE)
        yield DayField("Looked at again", id="review_on", today=today, ahead=True, hint="+42, 7 Jan, 2027-01-07")
        yield WritingField("How we end", id="how_we_end")
        yield TextField("My initials", id="my_initials", longest=20)
        yield TextField("Their initials", id="their_initials", longest=20)
        yield state
        yield DayField("Since", id="since", today=today)
        yield by
        yield ChoiceField("How", [(one, one.value) for one in Ending], id="ending")
        yield Plain(id="kind-words", classes="muted")

    def on_mount(self) -> None:
        """The newest version with this person; else what was expected of the mentor before, to begin with."""
        if self.record is None and self._draft_key.endswith(":new"):
            self.record = current(self.journal.agreements, self._person)
            self._draft_key = f"{self.ROUTE}:{self.record.uid}" if self.record else self._draft_key
        if self.record is None:
            self.fill(self._to_begin_with())
        self.query_one("#state", ChoiceField).choice.choose(self._state(self._before))
        super().on_mount()
        self.follow()

    def _to_begin_with(self) -> Agreement:
        every, today = self.journal.agreements.all(), self.journal.today()
        before = max(every, key=lambda one: one.made_at, default=None)
        return begun_from(before, self._person, today) if before else Agreement(person=self._person, start=today)

    @property
    def _before(self) -> Agreement | None:
        return self.record if isinstance(self.record, Agreement) else None

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
        changes = state != self._state(self._before)
        self.query_one("#since").display = changes
        self.query_one("#by").display = changes and state == RESTS
        self.query_one("#ending").display = changes and state == ENDED
        self.query_one("#kind-words", Plain).show({RESTS: PAUSE, ENDED: END}.get(state, "") if changes else "")

    def fill(self, record: Record) -> None:
        """The version as kept."""
        assert isinstance(record, Agreement)
        if record.uid:
            agreed = "agreed by both" if record.agreed else "initials are still to come"
            self.query_one("#version", Plain).show(f"Version {record.version}, {agreed}. F6 shows those before.")
        self.query_one("#person", ChoiceField).choice.choose(record.person)
        self.query_one("#cadence", ChoiceField).choice.choose(record.cadence)
        for field in self.query(DayField):
            if field.id in ("start", "review_on"):
                field.set_value(getattr(record, field.id))
        for number in self.query(NumberField):
            value = getattr(record, str(number.id))
            number.set_value(None if value is None else Decimal(value))
        for text in (*self.query(TextField).exclude("NumberField, DayField"), *self.query(WritingField)):
            text.write(getattr(record, str(text.id)))

    def records(self) -> tuple[Record, ...]:
        """This version as it is now, or the next one. Raises ``InvalidInput``."""
        before = self._before
        agreement = self._said(before or Agreement(person="", start=self.journal.today()))
        if before is not None and before.agreed:
            agreement = self._after_agreed(before, agreement)
        return (self._stands(agreement),)

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
        ends = self.query_one("#state", ChoiceField).value == ENDED != self._state(self._before)
        if ends and not self._ends:
            self.app.ask("End what you agreed to?", "End it", self._end, no="Not now", detail=END)
        else:
            super().action_save()

    def _end(self) -> None:
        self._ends = True
        self.action_save()
        self._ends = False

    def left(self) -> None:
        """Say so where it became another version."""
        super().left()
        if self._tells:
            self.app.tell(self._tells)

    def _said(self, before: Agreement) -> Agreement:
        person, start = self.query_one("#person", ChoiceField), self.query_one("#start", DayField)
        if person.value is None and not before.person:
            raise InvalidInput(person, "Whom with? Someone can be added on Mentor, with +.")
        if (before.agreed or before.version > 1) and person.value not in (None, before.person):
            raise InvalidInput(person, STAYS_THEIRS)
        texts = {
            str(field.id): field.text
            for field in (*self.query(TextField).exclude("NumberField, DayField"), *self.query(WritingField))
        }
        return replace(
            before,
            person=person.value or before.person,
            start=start.value or before.start,
            weeks=self._whole("weeks", 1, MOST_WEEKS) or WEEKS,
            one_to_one_hours=self._hours("one_to_one_hours"),
            group_hours=self._hours("group_hours"),
            cadence=self.query_one("#cadence", ChoiceField).value or before.cadence,
            tell_within=self._whole("tell_within", 0, MOST_HOURS_AFTER),
            review_on=self.query_one("#review_on", DayField).value,
            **texts,
        )

    def _whole(self, name: str, least: int, most: int) -> int | None:
        field = self.query_one(f"#{name}", NumberField)
        number = field.value
        if number is not None and (number != int(number) or not least <= number <= most):
            raise InvalidInput(field, f"A whole number from {least} to {most}.")
        return None if number is None else int(number)

    def _hours(self, name: str) -> Decimal | None:
        field = self.query_one(f"#{name}", NumberField)
        if field.value is not None and field.value > MOST_HOURS:
            raise InvalidInput(field, f"A week has {MOST_HOURS} hours.")
        return field.value

    def _stands(self, agreement: Agreement) -> Agreement:
        """The agreement, resting, going on or ended as is said."""
        state = self.query_one("#state", ChoiceField).value or GOES_ON
        if state == self._state(self._before):
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
        person = self._before.person if self._before else self._person
        self.app.show("agreed", person=person)

    def action_print(self) -> None:
        """Write a form to print, with what is agreed so far in it."""
        self.app.show("agreement_form", record=self._before)
