"""A meeting that is going on, or was held: agenda, the page beside it, notes, promises of both sides, the next one."""

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
from journal.domain.sessions import Session, SupportRole, agenda, item_at
from journal.record_text import parked_words
from journal.text import meetings as meetings_text
from screens.base.form import RecordForm
from screens.keymap import bindings
from screens.mentor.meeting_commitments import LastPromises, NewPromises, open_with, promise_line
from screens.mentor.meeting_plan import KINDS, MODES, NOON, TOO_MANY_MINUTES, people_options
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField, RatingField, YesNoField
from screens.widgets.fields.dates import DayField, TimeField
from screens.widgets.fields.numbers import MinutesField
from screens.widgets.fields.text import WritingField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

ROLES = [(role, role.value) for role in SupportRole]
USUAL: Final = 40
"""Minutes of an agenda where nothing else is planned."""

RECEIPT: Final = "A receipt for both of you? It says who does what, and when you meet again; nothing of your notes."


def brought(session: Session) -> str:
    """What was prepared, a line each; nothing where nothing was."""
    status = f"Status {session.status} of 5: {meetings_text.STATUS_WORDS[session.status]}." if session.status else ""
    wish = f"I want you to: {session.wish.value}." if session.wish else ""
    hardest = f"The hardest: {session.hardest}" if session.hardest else ""
    proud = f"Proud of: {session.proud}" if session.proud else ""
    topics = f"To talk about: {' · '.join(session.topics)}" if session.topics else ""
    return "\n".join(part for part in (status, wish, hardest, proud, topics) if part)


class MeetingSheet(RecordForm[Session]):
    """Notes of a meeting. Saving keeps it as held, with what was promised, and plans the next one if it has a day."""

    NAME = "the meeting"
    ROUTE = "meeting"
    RECORD = Session
    KEYS = "ctrl+s save · F6 the page · esc back"
    BINDINGS = [*RecordForm.BINDINGS, *bindings("meeting")]
    CSS_PATH = "meeting_plan.tcss"
    AUTO_FOCUS = "#said Writing"

    @property
    def in_meeting(self) -> bool:
        """While it is held, the journal waits longer before it locks."""
        return not (isinstance(self.record, Session) and self.record.held_at)

    def body(self) -> ComposeResult:
        """The form, and the page beside it."""
        # After unlocking only the draft's key is known; what is asked depends on whether the meeting was held.
        self.record = self.record or self.find(self._draft_key.partition(":")[2])
        with Container(id="halves"):
            with Panel(self.NAME, self.KEYS if self.in_meeting else RecordForm.KEYS):
                yield from self.fields()
            if self.in_meeting:
                with Panel("the page", "F6 the notes", id="page", reads=True):
                    yield Plain(id="rows")

    def fields(self) -> ComposeResult:
        """In the order of the agenda; then when it was, and with whom."""
        today = self.journal.today()
        yield Plain(id="agenda", classes="muted")
        yield Plain(id="brought", classes="muted")
        yield RatingField("How I am", id="status", minimum=1, maximum=5)
        if self.in_meeting:
            yield from self._from_before()
        yield WritingField("They said", id="said")
        yield WritingField("I take with me", id="insight")
        yield ChoiceField("What it gave", ROLES, id="roles", multiple=True)
        yield RatingField("How open I was", id="honesty", minimum=1, maximum=5, hint="1 hardly … 5 about everything")
        yield RatingField("How useful", id="usefulness", minimum=1, maximum=5, hint="1 hardly … 5 very")
        yield YesNoField("Safety a worry", id="worry", default=False, hint="F4 shows people and lines to call.")
        yield TextField("What we do", id="action", hint="About safety, if there was a worry.")
        if promised := self._promised():
            yield Plain("What we promised each other", classes="part")
            yield Plain("\n".join(f"· {one}" for one in promised), id="promised")
        if self.in_meeting:
            yield Plain("What we promise each other; three at most", classes="part")
            yield NewPromises(today)
            yield Plain("The next one", id="next", classes="part")
            yield DayField("Day", id="next-day", today=today, hint="thu, +7, 26 Nov, 2026-11-26", prefer_future=True)
            yield TimeField("Time", id="next-time")
            yield TextField("Place", id="next-place")
            yield Plain(id="contact", classes="muted")
        yield from self._when()

    def _from_before(self) -> ComposeResult:
        """What was promised, and what was kept for today."""
        commitments = open_with(self.journal.commitments, self._person)
        if commitments:
            yield Plain("What we promised", classes="part")
            yield LastPromises(commitments, self.journal.today())
        if parked := waiting(self.journal.parked, self._person):
            told = [(one.uid, parked_words(self.journal, one)) for one in parked]
            yield ChoiceField(
                "Talked about", told, id="talked", multiple=True, hint="The rest waits for the next time."
            )
        yield Plain("What we talk about", classes="part")

    def _promised(self) -> list[str]:
        """What this meeting came to when it was held, and what has become of it."""
        uid, today = self.record.uid if self.record else "", self.journal.today()
        return [promise_line(one, today) for one in self.journal.commitments if uid and one.session == uid]

    @property
    def _person(self) -> str:
        """The uid of whom it is with, as far as is known before the form."""
        if isinstance(self.record, Session) and self.record.person:
            return self.record.person
        someone = mentor(self.journal.people)
        return someone.uid if someone else ""

    def _when(self) -> ComposeResult:
        now = self.journal.local(self.journal.now())
        people = self.journal.people.all()
        person, kind = ChoiceField("With", people_options(people), id="person"), ChoiceField("Kind", KINDS, id="kind")
        day, began = DayField("Held on", id="day", today=self.journal.today()), TimeField("Began", id="time")
        if someone := mentor(people):
            person.choice.choose(someone.uid)
        kind.choice.choose(Session().kind)
        day.from_record(now.date())
        began.from_record(now.time())
        yield Plain("This one", classes="part")
        yield from (day, began, MinutesField("Minutes", id="minutes", too_many=TOO_MANY_MINUTES), person, kind)
        yield ChoiceField("How", MODES, id="mode")

    def load(self, record: Record) -> None:
        """The meeting as prepared, or as noted before; it began as planned unless that is still to come."""
        assert isinstance(record, Session)
        self.query_one("#brought", Plain).show(brought(record))
        for name in ("said", "insight"):
            self.query_one(f"#{name}", WritingField).write(getattr(record, name))
        for name in ("status", "honesty", "usefulness"):
            self.query_one(f"#{name}", RatingField).write(getattr(record, name))
        self.query_one("#roles", ChoiceField).choice.choose(*record.roles)
        self.query_one("#worry", YesNoField).choice.choose(record.safety_concern)
        self.query_one("#action", TextField).write(record.safety_action)
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
        """The agenda goes with the clock; the page is made once."""
        super().on_mount()  # first, as it fills in when the meeting began
        self.query_one("#agenda").display = self.in_meeting
        if self.in_meeting:
            self.show_agenda()
            self.set_interval(60, self.show_agenda)
            self._show_contact()
            self._show_page()

    def show_agenda(self) -> None:
        """``Minutes for: last promises 5 · days, cravings, slips 10 · …``: what there is still time for."""
        if self.app.journal is None:
            return
        planned = self.record.minutes if isinstance(self.record, Session) else None
        items = agenda(planned or USUAL)
        place = item_at(items, self._gone)
        rest = [f"{item.what} {item.minutes}" for item in items[(len(items) if place is None else place) :]]
        told = "The time for it is over; take what you need." if not rest else f"Minutes for: {' · '.join(rest)}"
        self.query_one("#agenda", Plain).show(told)

    @property
    def _gone(self) -> float:
        """The minutes since it began, as far as the form says when that was."""
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
        self.query_one("#contact", Plain).show(f"Until then, as agreed: {rule}" if rule else "")

    @work(exclusive=True, group="page")
    async def _show_page(self) -> None:
        from journal.sharing.release import release
        from journal.summary import draft, rows, since_last, usual_choice

        journal, who = self.journal, self._person
        drafted = await self.app.keeper.do(lambda: draft(journal, *since_last(journal, who=who), who))
        page = release(drafted, usual_choice(journal, who))
        self.query_one("#rows", Plain).show("\n".join(row.text for row in rows(page)))

    def action_page(self) -> None:
        """From the notes to the page, and back."""
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
        """The meeting as held, and what it came to: promises, what was talked about, the next one if it has a day."""
        day, began = self.query_one("#day", DayField), self.query_one("#time", TimeField)
        on = day.value or self.journal.today()
        held_at = local_instant(on, began.value or NOON, self.journal.zone())
        if on > self.journal.local(self.journal.now()).date():
            raise InvalidInput(day, "That day is still to come. esc, then enter prepares it.")
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
        """What else the meeting came to."""
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
        """Save all of it together; remember whether there is something to give the mentor."""
        promised = any(isinstance(record, Commitment) for record in self._saving)
        self._receipt = self._saving[0] if self.in_meeting and promised else None
        super().submit()

    _receipt: Record | None = None

    def after_save(self) -> None:
        """Back; a receipt is offered where something was agreed."""
        super().after_save()
        if self._receipt is not None:
            show = partial(self.app.show, "receipt", record=self._receipt)
            # By the app: what this form asks is answered to nobody once it is gone.
            self.app.call_later(partial(self.app.ask, RECEIPT, "Print one", show, no="Not now"))
