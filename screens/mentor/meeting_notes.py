"""The form about a meeting that goes on or was held: agenda, notes, promises of both sides, the next meeting.

Mentor opens it. While the meeting goes on, the page for the mentor is shown next to it. Saving records the meeting as
held, together with everything it came to.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Final

from msgspec.structs import replace
from textual import work
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from journal.domain.agreements import current
from journal.domain.commitments import Commitment
from journal.domain.dates import local_instant
from journal.domain.parked import Parked, talked, waiting
from journal.domain.people import mentor
from journal.domain.record import UNDATED, Precision, Record
from journal.domain.safety_lines import emergency_number
from journal.domain.sessions import Mode, Session, SupportRole, agenda, item_at
from journal.record_text import format_parked
from journal.text import commitments as commitments_text
from journal.text import labels as labels_text
from journal.text import meeting_notes as meeting_notes_text
from journal.text import meeting_plan as meeting_plan_text
from screens.base.form import RecordForm
from screens.keymap import bindings
from screens.mentor.meeting_commitments import LastPromises, NewPromises, open_with
from screens.mentor.meeting_plan import NOON, meeting_kinds, people_options
from screens.mentor.safety_words import SafetyWords
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField, RatingField, YesNoField
from screens.widgets.fields.dates import DayField, TimeField
from screens.widgets.fields.numbers import MinutesField
from screens.widgets.fields.text import WritingField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

USUAL: Final = 40
"""Minutes of an agenda if nothing else is planned."""


class MeetingSheet(RecordForm[Session]):
    """Asks about a meeting. Saving records it as held, with its promises, and plans the next one if it has a day."""

    NAME = meeting_notes_text.FORM
    ROUTE = "meeting"
    RECORD = Session
    KEYS = meeting_notes_text.KEYS
    BINDINGS = [*RecordForm.BINDINGS, *bindings("meeting")]
    CSS_PATH = "meeting_plan.tcss"
    AUTO_FOCUS = "#said Writing"

    @property
    def in_meeting(self) -> bool:
        """Return whether it goes on; meanwhile the journal waits longer before it locks."""
        return not (isinstance(self.record, Session) and self.record.held_at)

    @property
    def long_idle(self) -> bool:
        """Return whether the app waits longer before it locks: during a meeting."""
        return self.in_meeting

    def body(self) -> ComposeResult:
        """Lay out the form, and next to it the page while the meeting goes on."""
        # After unlocking only the draft's key is known; what is asked depends on whether the meeting was held.
        self.record = self.record or self.find(self._draft_key.partition(":")[2])
        with Container(id="halves"):
            with Panel(self.NAME, self.KEYS if self.in_meeting else RecordForm.KEYS):
                yield from self.fields()
            if self.in_meeting:
                with Panel(meeting_notes_text.PAGE, meeting_notes_text.PAGE_KEYS, id="page", reads=True):
                    yield Plain(id="rows")

    def fields(self) -> ComposeResult:
        """Ask in the order of the agenda, then when it was and who was there."""
        yield Plain(id="agenda", classes="muted")
        yield Plain(id="brought", classes="muted")
        yield RatingField(
            meeting_plan_text.STATUS, id="status", minimum=1, maximum=5, anchors=meeting_plan_text.STATUS_MEANS
        )
        if self.in_meeting:
            yield from self._from_before()
        yield from self._notes()
        if promised := self._promised():
            yield Plain(meeting_notes_text.PROMISED_EACH_OTHER, classes="part")
            yield Plain("\n".join(f"· {one}" for one in promised), id="promised")
        if self.in_meeting:
            yield from self._promises_and_next()
        yield from self._when()

    def _notes(self) -> ComposeResult:
        """Ask what was said, what it gave, and about safety."""
        yield WritingField(meeting_notes_text.SAID, id="said")
        yield WritingField(meeting_notes_text.INSIGHT, id="insight")
        yield ChoiceField(meeting_notes_text.ROLES, labels_text.choices(SupportRole), id="roles", multiple=True)
        for label, name, hint in (
            (meeting_notes_text.HONESTY, "honesty", meeting_notes_text.HONESTY_HINT),
            (meeting_notes_text.USEFULNESS, "usefulness", meeting_notes_text.USEFULNESS_HINT),
        ):
            yield RatingField(label, id=name, minimum=1, maximum=5, hint=hint)
        yield YesNoField(meeting_notes_text.WORRY, id="worry", default=False, hint=meeting_notes_text.WORRY_HINT)
        yield SafetyWords("status", "worry")
        yield TextField(meeting_notes_text.ACTION, id="action", hint=meeting_notes_text.ACTION_HINT)

    def _promises_and_next(self) -> ComposeResult:
        """Ask for new promises, and for the next meeting."""
        today = self.journal.today()
        yield Plain(meeting_notes_text.PROMISE_EACH_OTHER, classes="part")
        yield NewPromises(today)
        yield Plain(meeting_notes_text.NEXT, id="next", classes="part")
        hint = meeting_plan_text.DAY_HINT
        yield DayField(meeting_plan_text.DAY, id="next-day", today=today, hint=hint, prefer_future=True)
        yield TimeField(meeting_plan_text.TIME, id="next-time")
        yield TextField(meeting_plan_text.PLACE, id="next-place")
        yield Plain(id="contact", classes="muted")

    def _from_before(self) -> ComposeResult:
        """Ask what became of earlier promises, and which of the things kept for today were talked about."""
        commitments = open_with(self.journal.commitments, self._person)
        if commitments:
            yield Plain(meeting_notes_text.WE_PROMISED, classes="part")
            yield LastPromises(commitments, self.journal.today())
        if parked := waiting(self.journal.parked, self._person):
            kept = [(one.uid, format_parked(self.journal, one)) for one in parked]
            yield ChoiceField(
                meeting_notes_text.TALKED, kept, id="talked", multiple=True, hint=meeting_notes_text.TALKED_HINT
            )
        yield Plain(meeting_notes_text.TOPICS, classes="part")

    def _promised(self) -> list[str]:
        """Return what was promised at this meeting when it was held, as it is now, one line each."""
        uid, today = self.record.uid if self.record else "", self.journal.today()
        promised = [one for one in self.journal.commitments if uid and one.session == uid]
        return [commitments_text.format_whose(one, today) for one in promised]

    @property
    def _person(self) -> str:
        """Return the uid of the person it is with, as far as is known before the form is filled in."""
        if isinstance(self.record, Session) and self.record.person:
            return self.record.person
        someone = mentor(self.journal.people)
        return someone.uid if someone else ""

    def _when(self) -> ComposeResult:
        now = self.journal.local(self.journal.now())
        people = self.journal.people.all()
        person = ChoiceField(meeting_plan_text.PERSON, people_options(people), id="person")
        kind = ChoiceField(meeting_plan_text.KIND, meeting_kinds(), id="kind")
        day = DayField(meeting_notes_text.DAY, id="day", today=self.journal.today())
        began = TimeField(meeting_notes_text.BEGAN, id="time")
        if someone := mentor(people):
            person.choice.choose(someone.uid)
        kind.choice.choose(Session().kind)
        day.from_record(now.date())
        began.from_record(now.time())
        yield Plain(meeting_notes_text.THIS, classes="part")
        yield from (day, began)
        yield MinutesField(meeting_plan_text.MINUTES, id="minutes")
        yield from (person, kind)
        yield ChoiceField(meeting_plan_text.MODE, labels_text.choices(Mode), id="mode")

    def load(self, record: Record) -> None:
        """Show the meeting as prepared or noted before; it began as planned unless that is still to come."""
        assert isinstance(record, Session)
        self.query_one("#brought", Plain).show(meeting_plan_text.brought(record))
        for name in ("said", "insight"):
            self.query_one(f"#{name}", WritingField).fill(getattr(record, name))
        for name in ("status", "honesty", "usefulness"):
            self.query_one(f"#{name}", RatingField).fill(getattr(record, name))
        self.query_one("#roles", ChoiceField).choice.choose(*record.roles)
        self.query_one("#worry", YesNoField).choice.choose(record.safety_concern)
        self.query_one("#action", TextField).fill(record.safety_action)
        self.query_one("#minutes", MinutesField).from_record(record.minutes)
        self.query_one("#person", ChoiceField).choice.choose(record.person)
        self.query_one("#kind", ChoiceField).choice.choose(record.kind)
        self.query_one("#mode", ChoiceField).choice.choose(*([record.mode] if record.mode else []))
        began = record.held_at or record.planned_at
        if began is not None and began <= self.journal.now():
            self._begin(self.journal.local(began), record.precision)

    def _begin(self, local: datetime, precision: Precision) -> None:
        self.query_one("#day", DayField).from_record(local.date())
        self.query_one("#time", TimeField).from_record(local.time() if precision is Precision.EXACT else None)

    # While it is going on.

    def on_mount(self) -> None:
        """Fill the form, keep the agenda up to date with the clock, and make the page once."""
        super().on_mount()  # first, as it fills in when the meeting began
        self.query_one("#agenda").display = self.in_meeting
        if self.in_meeting:
            self.show_agenda()
            self.set_interval(60, self.show_agenda)
            self._show_contact()
            self._show_page()

    def show_agenda(self) -> None:
        """Show what there is still time for."""
        if self.app.journal is None:
            return
        planned = self.record.minutes if isinstance(self.record, Session) else None
        items = agenda(planned or USUAL)
        place = item_at(items, self._minutes_gone)
        rest = items[(len(items) if place is None else place) :]
        self.query_one("#agenda", Plain).show(meeting_notes_text.format_agenda(rest))

    @property
    def _minutes_gone(self) -> float:
        """Return the minutes since it began, or 0 if the form does not say when."""
        try:
            day, began = self.query_one("#day", DayField).value, self.query_one("#time", TimeField).value
        except InvalidInput:
            return 0
        if day is None or began is None:
            return 0
        seconds = (self.journal.now() - local_instant(day, began, self.journal.zone())).total_seconds()
        return max(0, seconds / 60)

    def _show_contact(self) -> None:
        agreement = current(self.journal.agreements, self._person)
        rule = agreement.contact_ways if agreement else ""
        self.query_one("#contact", Plain).show(meeting_notes_text.until_then(rule))

    @work(exclusive=True, group="page")
    async def _show_page(self) -> None:
        from journal.sharing.release import release
        from journal.summary import draft, narrow_rows, since_last, usual_choice

        journal, who = self.journal, self._person
        number = emergency_number(self.app.settings.region)
        drafted = await self.app.keeper.run(
            lambda: draft(journal, *since_last(journal, who=who), who, emergency=number)
        )
        page = release(drafted, usual_choice(journal, who))
        self.query_one("#rows", Plain).show("\n".join(narrow_rows(page)))

    def action_page(self) -> None:
        """Go from the notes to the page, or back."""
        if not self.in_meeting:
            return
        shows = not self.has_class("-page")
        if shows:
            self._writing_in = self.focused
        self.set_class(shows, "-page")
        to = self.query_one("#page") if shows else self._writing_in or self.query_one("#said")
        self.call_after_refresh(to.focus)

    _writing_in: Widget | None = None

    # Saving.

    def build(self) -> tuple[Record, ...]:
        """Return the meeting as held, its promises, what was talked about, and the next meeting if it has a day.

        Raises ``InvalidInput``.
        """
        day, began = self.query_one("#day", DayField), self.query_one("#time", TimeField)
        on = day.value or self.journal.today()
        held_at = local_instant(on, began.value or NOON, self.journal.zone())
        if on > self.journal.local(self.journal.now()).date():
            raise InvalidInput(day, meeting_notes_text.STILL_TO_COME)
        before = self.record if isinstance(self.record, Session) else Session()
        session = replace(
            before,
            uid=before.uid or self.journal.new_uid(),
            held_at=held_at,
            at=held_at,
            local_date=UNDATED,
            precision=Precision.EXACT if began.value else Precision.DAY,
            minutes=self.query_one("#minutes", MinutesField).answer(),
            person=self.query_one("#person", ChoiceField).value or before.person,
            kind=self.query_one("#kind", ChoiceField).value or before.kind,
            mode=self.query_one("#mode", ChoiceField).value,
            status=self.query_one("#status", RatingField).value,
            said=self.query_one("#said", WritingField).text,
            insight=self.query_one("#insight", WritingField).text,
            honesty=self.query_one("#honesty", RatingField).value,
            usefulness=self.query_one("#usefulness", RatingField).value,
            roles=self.query_one("#roles", ChoiceField).values,
            safety_concern=self.query_one("#worry", YesNoField).yes,
            safety_action=self.query_one("#action", TextField).text,
        )
        return (session, *(self._agreed(session) if self.in_meeting else ()))

    def _agreed(self, session: Session) -> tuple[Record, ...]:
        """Return promises, what was talked about, and the next meeting."""
        following = self._next(session)
        due = following[0].planned_at if following else None
        next_day = self.journal.local(due).date() if due else None
        last = [one for promises in self.query(LastPromises) for one in promises.changed(next_day)]
        new = self.query_one(NewPromises).made(session.uid, session.person)
        return (*last, *new, *self._talked(session), *following)

    def _talked(self, session: Session) -> list[Parked]:
        ticked = [uid for field in self.query("#talked").results(ChoiceField) for uid in field.values]
        today = self.journal.today()
        return [talked(one, session.uid, today) for one in self.journal.parked if one.uid in ticked]

    def _next(self, session: Session) -> tuple[Session, ...]:
        day, hour = self.query_one("#next-day", DayField).value, self.query_one("#next-time", TimeField).value
        if day is None:
            return ()
        planned_at = local_instant(day, hour or NOON, self.journal.zone())
        precision = Precision.EXACT if hour else Precision.DAY
        place = self.query_one("#next-place", TextField).text
        following = Session(person=session.person, kind=session.kind, place=place, precision=precision)
        return (replace(following, planned_at=planned_at, at=planned_at),)

    def submit(self) -> None:
        """Save all of it together; remember the meeting if a receipt of it is to be offered."""
        promised = any(isinstance(record, Commitment) for record in self._saving)
        self._receipt = self._saving[0] if self.in_meeting and promised else None
        super().submit()

    _receipt: Record | None = None

    def after_save(self) -> None:
        """Go back, and offer a receipt if something was promised."""
        super().after_save()
        if self._receipt is not None:
            show = partial(self.app.show, "receipt", record=self._receipt)
            question, yes, no = meeting_notes_text.RECEIPT, meeting_notes_text.RECEIPT_YES, meeting_notes_text.NOT_NOW
            # The app asks, because an answer to this form would get lost once it is gone.
            self.app.call_later(partial(self.app.ask, question, yes, show, no=no))
