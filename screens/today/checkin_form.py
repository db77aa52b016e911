"""The daily check-in, under a minute: how it is, each focus's day, one intention, and what was good.

Today and the command palette open it, for today or another day; each day has its own draft. It saves the check-in and
the marks of the days in one step, and never overrides a use that is written down.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.domain.checkins import CheckIn
from journal.domain.contacts import FollowUp
from journal.domain.cravings import Halt, strongest
from journal.domain.day_amounts import is_below_plan
from journal.domain.days import DayState, Mark, MarkSource, day_state, latest_marks, marked
from journal.domain.focus_goals import goal_on, most_on
from journal.domain.focuses import Focus
from journal.domain.reasons import ReasonMoment, in_turn
from journal.domain.record import UNFILLED, Record
from journal.domain.uses import Use, counted_uses
from journal.medicine_support import takes_medicine
from journal.text import checkins as checkins_text
from journal.text import days as days_text
from journal.text import forms as forms_text
from journal.text import labels as labels_text
from journal.text import reasons as reasons_text
from journal.text import slips as slips_text
from screens.base.form import RecordForm
from screens.routes import new_screen
from screens.runtime.journal_worker import Draft
from screens.today.checkin_contacts import ContactAnswers, moment_of, still_recorded
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import YES_NO, ChoiceField, RatingField
from screens.widgets.fields.dates import DayField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line

if TYPE_CHECKING:
    from screens.app import JournalApp

THANKS: Final = 3
"""Things to be grateful for, at most."""

LABEL: Final = 40
"""Characters of a focus's label shown at most."""


class CheckInSheet(RecordForm[CheckIn]):
    """The check-in of one day: of today, of ``day``, or of ``record``. Each day has its own draft."""

    CSS_PATH = "checkin_form.tcss"
    ROUTE = "checkin"
    AUTO_FOCUS = "#mood Rating"

    def __init__(
        self, *, record: CheckIn | None = None, draft: tuple[str, Draft] | None = None, day: date | None = None
    ) -> None:
        super().__init__(record=record, draft=draft)
        self._day = record.local_date if record is not None else day
        self._opened = record
        self._followed: list[FollowUp] = []

    # What it shows.

    @property
    def day(self) -> date:
        """The day that the check-in is about."""
        return self._day or self.journal.today()

    def body(self) -> ComposeResult:
        self._take_up_draft()
        self._day = self.day
        if self._opened is None:
            self._draft_key = f"{self.ROUTE}:{self._day}"
        self._focuses = [focus for focus in self.journal.focuses if self._asked(focus)]
        self._states = {focus.uid: self._state(focus) for focus in self._focuses}
        with Panel(checkins_text.checkin_title(self._day, self.journal.today()), self.KEYS):
            yield from self.fields()

    def fields(self) -> ComposeResult:
        for name, label in checkins_text.RATINGS.items():
            yield RatingField(label, id=name, anchors=checkins_text.ANCHORS[name])
        yield ChoiceField(checkins_text.HALT, labels_text.choices(Halt), multiple=True, id="halt")
        for number, focus in enumerate(self._focuses):
            yield ChoiceField(
                one_line(focus.label, LABEL),
                days_text.state_choices(focus, self.day, self._states[focus.uid]),
                id=f"focus-{number}",
            )
        yield Plain(self._reason, id="reason", classes="muted")
        yield TextField(checkins_text.INTENTION, id="intention")
        yield TextField(checkins_text.GRATEFUL, id="grateful-1", hint=checkins_text.GRATEFUL_HINT)
        for number in range(2, THANKS + 1):
            yield TextField("", id=f"grateful-{number}")
        yield ContactAnswers(self.journal, self.day)
        if takes_medicine(self.journal):
            yield ChoiceField(
                checkins_text.MEDICINE, YES_NO, id="medicine", attribute=None, hint=checkins_text.MEDICINE_HINT
            )
        if self._is_earlier:
            yield DayField(
                checkins_text.ITS_DAY, id="moved", today=self.journal.today(), hint=checkins_text.ITS_DAY_HINT
            )
            yield Plain(id="another", classes="muted")
        else:
            hint = checkins_text.OTHER_DAY_HINT
            yield DayField(checkins_text.OTHER_DAY, id="day", today=self.journal.today(), hint=hint)

    @property
    def _reason(self) -> str:
        """What the person wants to read in today's check-in, another one each day; empty in one of an earlier day."""
        today = self.journal.today()
        reason = in_turn(self.journal.reasons, ReasonMoment.CHECK_IN, today.toordinal()) if self._day == today else None
        return reasons_text.format_reason(reason) if reason else ""

    @property
    def _is_earlier(self) -> bool:
        """Whether the form was opened on a saved check-in, which can be moved; else another day opens another one."""
        return self._opened is not None

    def _take_up_draft(self) -> None:
        """Find what the draft is about after unlocking: a saved check-in by its uid, or a day."""
        about = self._draft_key.partition(":")[2]
        if self._draft is None or self._opened is not None:
            return
        if about in self.journal.checkins:
            self._opened = self.record = self.journal.checkins.get(about)
            self._day = self._opened.local_date
        else:
            with suppress(ValueError):  # it was deleted meanwhile: its answers are for today
                self._day = date.fromisoformat(about)

    def _asked(self, focus: Focus) -> bool:
        return not focus.archived and focus.start is not None and focus.start <= self.day

    def on_mount(self) -> None:
        """Fill in what the journal knows of the day already."""
        self.query_one("#reason").display = bool(self._reason)
        for number, focus in enumerate(self._focuses):
            if (state := self._states[focus.uid]) is not None:
                self._choice(f"focus-{number}").choice.choose(state)
        cravings = self.journal.cravings.between(self.day, self.day)
        if cravings:
            self.query_one("#strongest_craving", RatingField).fill(max(map(strongest, cravings)))

    def find(self, uid: str) -> CheckIn | None:
        """Return the check-in of a day, if there is one; ``uid`` is the day, as in the draft's key."""
        if uid in self.journal.checkins:
            return self.journal.checkins.get(uid)
        day = date.fromisoformat(uid)
        return next(iter(reversed(self.journal.checkins.between(day, day))), None)

    def load(self, record: Record) -> None:
        """Put a check-in into the fields."""
        assert isinstance(record, CheckIn)
        for name in checkins_text.RATINGS:
            self.query_one(f"#{name}", RatingField).fill(getattr(record, name))
        self._choice("halt").choice.choose(*record.halt)
        self._text("intention").fill(record.intention)
        for number, thing in enumerate(record.grateful[:THANKS], 1):
            self._text(f"grateful-{number}").fill(thing)
        self._contacts.load(record)
        for answer in self.query("#medicine").results(ChoiceField):
            answer.from_record(record.medicine_taken)
        for field in self.query("#moved").results(DayField):
            field.from_record(record.local_date)

    def draft_values(self) -> Draft:
        """Return what is in the fields, without the other day to go to."""
        return {name: value for name, value in super().draft_values().items() if name != "day"}

    # Its day.

    @on(Input.Changed, "#moved Input")
    def show_another(self) -> None:
        """Say so when the day that is typed has a check-in already."""
        try:
            day = self._moved
        except InvalidInput:  # still being typed; saving says it at the field
            day = self.day
        there = day != self.day and bool(self.journal.checkins.between(day, day))
        self.query_one("#another", Plain).show(checkins_text.another_on(day, self.journal.today()) if there else "")
        self.query_one("#another").display = there

    @property
    def _moved(self) -> date:
        """Return the day that it is on once it is saved. Raises ``InvalidInput``."""
        for field in self.query("#moved").results(DayField):
            day = field.value or self.day
            if day > self.journal.today():
                raise InvalidInput(field, forms_text.TO_COME)
            return day
        return self.day

    # What it keeps.

    def build(self) -> tuple[Record, ...]:
        """Return the check-in, a mark for each focus whose day was changed, and the meeting or contact of a yes."""
        if not self.draft() and self.record is None:
            raise InvalidInput(self.query_one("#mood", RatingField), slips_text.CHECKIN_EMPTY)
        grateful = [self._text(f"grateful-{number}").text for number in range(1, THANKS + 1)]
        day = self._moved
        before = self.record if isinstance(self.record, CheckIn) else self._new_checkin(day)
        if day != before.local_date:
            before = replace(before, at=UNFILLED, local_date=day)
        checkin = replace(
            before,
            **{name: self.query_one(f"#{name}", RatingField).value for name in checkins_text.RATINGS},
            halt=self._choice("halt").values,
            intention=self._text("intention").text,
            grateful=[thing for thing in grateful if thing],
            contact_made=self._contacts.contact_made,
            meeting_attended=self._contacts.meeting_attended,
            medicine_taken=self._medicine_taken(before),
        )
        marks = (self._mark(number, focus, day) for number, focus in enumerate(self._focuses))
        self._followed = self._contacts.follow_ups(checkin, self.day, moment_of(self.journal, day))
        made = (one.save for one in self._followed if one.save is not None)
        return checkin, *(mark for mark in marks if mark is not None), *made

    def _medicine_taken(self, before: CheckIn) -> bool | None:
        """Return the answer about medicine; without the question, what the check-in said before."""
        answers = self.query("#medicine").results(ChoiceField)
        return next((one.value for one in answers), before.medicine_taken)

    def _new_checkin(self, day: date) -> CheckIn:
        """Return an empty check-in, with the uid that its meeting and contact name."""
        return CheckIn(uid=self.journal.new_uid(), local_date=day)

    def submit(self) -> None:
        """Save it all in one step, and delete in the same step what a yes had made that is a no now."""
        gone = [one.delete for one in self._followed if one.delete is not None]
        checkin = self._saving[0]
        assert isinstance(checkin, CheckIn)
        stays = still_recorded(self._followed, checkin, self.journal.sessions.all())
        self.app.save(*self._saving, said=checkins_text.STILL_RECORDED if stays else None, gone=gone)

    def _mark(self, number: int, focus: Focus, day: date) -> Mark | None:
        """Return the mark to save for a focus, or ``None`` when its day stays as it was. Raises ``InvalidInput``.

        If the check-in moves to another ``day``, the mark that it made moves with it; other marks stay on their day.
        """
        field = self._choice(f"focus-{number}")
        state: DayState | None = field.value
        own = self._marked(focus, self.day)
        moves = day != self.day and own is not None and self._came_with_it(own)
        if state is self._states[focus.uid] and not moves:
            return None
        if self._uses(focus, day) and not (moves and state is DayState.USED):
            raise InvalidInput(field, slips_text.CHECKIN_USE_STANDS)
        before = own if moves or day == self.day else self._marked(focus, day)
        if before is not None and before.local_date != day:
            before = replace(before, local_date=day, at=UNFILLED)
        today, state = self.journal.today(), state or DayState.UNKNOWN
        return marked(focus, before, day, state, today, MarkSource.CHECK_IN)

    def _came_with_it(self, mark: Mark) -> bool:
        """Whether the mark was saved together with the check-in: in one step, so at one moment."""
        made = self.record.made_at if isinstance(self.record, CheckIn) else None
        return mark.source is MarkSource.CHECK_IN and mark.made_at == made

    def after_save(self) -> None:
        """Go back, and offer to write down a use that was just noted."""
        chosen = [self._choice(f"focus-{number}").value for number in range(len(self._focuses))]
        changed = [
            (focus, state)
            for focus, state in zip(self._focuses, chosen, strict=True)
            if state is not self._states[focus.uid]
        ]
        day = self._moved
        self.dismiss(None)
        used = [focus for focus, state in changed if state is DayState.USED or self._is_observed_use(focus, state)]
        if used:
            self.app.call_later(_offer_slip, self.app, used[0], day)  # the app asks: this screen is gone by then
        marks = self.journal.marks.between(day, day)
        if any(is_below_plan(focus, [], marks, day) for focus, _ in changed):
            self.app.notify(days_text.BELOW_PLAN)

    def _is_observed_use(self, focus: Focus, state: DayState | None) -> bool:
        return state is DayState.WITHIN and most_on(focus, self.day) is None

    # The day.

    @on(Input.Submitted, "#day Input")
    def go_to_day(self) -> None:
        """Open another day, and keep what is half-typed here as its draft."""
        field = self.query_one(DayField)
        try:
            day = field.value
            if day is not None and day > self.journal.today():
                raise InvalidInput(field, forms_text.TO_COME)
        except InvalidInput as problem:
            field.show_error(str(problem))
            return
        if day is not None and day != self.day:
            if draft := self.draft():
                self.app.keep(draft)
            self.app.switch_screen(new_screen("checkin", day=day))

    def _state(self, focus: Focus) -> DayState | None:
        uses, mark = self._uses(focus, self.day), self._marked(focus, self.day)
        return day_state(focus, self.day, uses, mark) if uses or mark else None

    def _uses(self, focus: Focus, day: date) -> list[Use]:
        return counted_uses(focus, self.journal.uses.between(day, day))

    def _marked(self, focus: Focus, day: date) -> Mark | None:
        return latest_marks(focus, self.journal.marks.between(day, day)).get(day)

    @property
    def _contacts(self) -> ContactAnswers:
        return self.query_one(ContactAnswers)

    def _choice(self, name: str) -> ChoiceField[Any]:
        return self.query_one(f"#{name}", ChoiceField)

    def _text(self, name: str) -> TextField:
        return self.query_one(f"#{name}", TextField)


def _offer_slip(app: JournalApp, focus: Focus, day: date) -> None:
    word = slips_text.use_word(goal_on(focus, day).goal_mode, app.slip_word)
    write = partial(app.show, "slip", focus=focus.uid, day=day)
    later, detail = forms_text.NEVER_MIND, slips_text.SLIP_LATER
    app.ask(slips_text.slip_offer(word), forms_text.AT_ONCE, write, no=later, detail=detail)
