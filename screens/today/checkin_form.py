"""The daily check-in, under a minute: how it is, each focus's day, one intention, and what was good.

Today and the command palette open it, for today or another day; each day has its own draft. It saves the check-in and
the marks of the days in one step, and never overrides a use that is written down.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input

from journal.domain.checkins import CheckIn
from journal.domain.cravings import Halt
from journal.domain.day_amounts import is_below_plan
from journal.domain.days import DayState, Mark, MarkSource, day_state, latest_marks, marked
from journal.domain.focus_goals import goal_on, is_abstinence, most_on
from journal.domain.focuses import Focus, clean_word_of
from journal.domain.record import Record
from journal.domain.uses import Use, counted_uses
from journal.text import checkins as checkins_text
from journal.text import days as days_text
from journal.text import forms as forms_text
from journal.text import slips as slips_text
from journal.text.labels import choices
from screens.base.form import RecordForm
from screens.routes import new_screen
from screens.runtime.journal_worker import Draft
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import YES_NO, ChoiceField, RatingField
from screens.widgets.fields.dates import DayField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import one_line

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
        if draft is not None:
            day = date.fromisoformat(draft[0].partition(":")[2])
        self._day = record.local_date if record is not None else day

    # What it shows.

    @property
    def day(self) -> date:
        """The day that the check-in is about."""
        return self._day or self.journal.today()

    def body(self) -> ComposeResult:
        self._day = self.day
        self._draft_key = f"{self.ROUTE}:{self._day}"
        self._focuses = [focus for focus in self.journal.focuses if self._asked(focus)]
        self._states = {focus.uid: self._state(focus) for focus in self._focuses}
        with Panel(checkins_text.checkin_title(self._day, self.journal.today()), self.KEYS):
            yield from self.fields()

    def fields(self) -> ComposeResult:
        for name, label in checkins_text.RATINGS.items():
            yield RatingField(label, id=name)
        yield ChoiceField(checkins_text.HALT, choices(Halt), multiple=True, id="halt")
        for number, focus in enumerate(self._focuses):
            yield ChoiceField(
                one_line(focus.label, LABEL), _states(focus, self.day, self._states[focus.uid]), id=f"focus-{number}"
            )
        yield TextField(checkins_text.INTENTION, id="intention")
        yield TextField(checkins_text.GRATEFUL, id="grateful-1", hint=checkins_text.GRATEFUL_HINT)
        for number in range(2, THANKS + 1):
            yield TextField("", id=f"grateful-{number}")
        with Container(id="others"):
            yield ChoiceField(checkins_text.CONTACT, YES_NO, id="contact")
            yield ChoiceField(checkins_text.MEETING, YES_NO, id="meeting")
        today, hint = self.journal.today(), checkins_text.OTHER_DAY_HINT
        yield DayField(checkins_text.OTHER_DAY, id="day", today=today, hint=hint)

    def _asked(self, focus: Focus) -> bool:
        return not focus.archived and focus.start is not None and focus.start <= self.day

    def on_mount(self) -> None:
        """Fill in what the journal knows of the day already."""
        for number, focus in enumerate(self._focuses):
            if (state := self._states[focus.uid]) is not None:
                self._choice(f"focus-{number}").choice.choose(state)
        cravings = self.journal.cravings.between(self.day, self.day)
        if cravings:
            strongest = max(craving.peak or craving.intensity for craving in cravings)
            self.query_one("#strongest_craving", RatingField).fill(strongest)

    def find(self, uid: str) -> CheckIn | None:
        """Return the check-in of a day, if there is one; ``uid`` is the day, as in the draft's key."""
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
        self._choice("contact").choice.choose(record.contact_made)
        self._choice("meeting").choice.choose(record.meeting_attended)

    def draft_values(self) -> Draft:
        """Return what is in the fields, without the other day to go to."""
        return {name: value for name, value in super().draft_values().items() if name != "day"}

    # What it keeps.

    def build(self) -> tuple[Record, ...]:
        """Return the check-in, and a mark for each focus whose day was changed."""
        if not self.draft() and self.record is None:
            raise InvalidInput(self.query_one("#mood", RatingField), slips_text.CHECKIN_EMPTY)
        grateful = [self._text(f"grateful-{number}").text for number in range(1, THANKS + 1)]
        before = self.record if isinstance(self.record, CheckIn) else CheckIn(local_date=self.day)
        checkin = replace(
            before,
            **{name: self.query_one(f"#{name}", RatingField).value for name in checkins_text.RATINGS},
            halt=self._choice("halt").values,
            intention=self._text("intention").text,
            grateful=[thing for thing in grateful if thing],
            contact_made=self._choice("contact").value,
            meeting_attended=self._choice("meeting").value,
        )
        marks = (self._mark(number, focus) for number, focus in enumerate(self._focuses))
        return checkin, *(mark for mark in marks if mark is not None)

    def _mark(self, number: int, focus: Focus) -> Mark | None:
        """Return the mark to save for a focus, or ``None`` when its day stays as it was. Raises ``InvalidInput``."""
        field = self._choice(f"focus-{number}")
        state: DayState | None = field.value
        if state is self._states[focus.uid]:
            return None
        if self._uses(focus):
            raise InvalidInput(field, slips_text.CHECKIN_USE_STANDS)
        today, state = self.journal.today(), state or DayState.UNKNOWN
        return marked(focus, self._marked(focus), self.day, state, today, MarkSource.CHECK_IN)

    def after_save(self) -> None:
        """Go back, and offer to write down a use that was just noted."""
        chosen = [self._choice(f"focus-{number}").value for number in range(len(self._focuses))]
        changed = [
            (focus, state)
            for focus, state in zip(self._focuses, chosen, strict=True)
            if state is not self._states[focus.uid]
        ]
        self.dismiss(None)
        used = [focus for focus, state in changed if state is DayState.USED or self._is_observed_use(focus, state)]
        if used:
            self.app.call_later(_offer_slip, self.app, used[0], self.day)  # the app asks: this screen is gone by then
        marks = self.journal.marks.between(self.day, self.day)
        if any(is_below_plan(focus, [], marks, self.day) for focus, _ in changed):
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
                raise InvalidInput(field, slips_text.SLIP_TO_COME)
        except InvalidInput as problem:
            field.show_error(str(problem))
            return
        if day is not None and day != self.day:
            if draft := self.draft():
                self.app.keep(draft)
            self.app.switch_screen(new_screen("checkin", day=day))

    def _state(self, focus: Focus) -> DayState | None:
        uses, mark = self._uses(focus), self._marked(focus)
        return day_state(focus, self.day, uses, mark) if uses or mark else None

    def _uses(self, focus: Focus) -> list[Use]:
        return counted_uses(focus, self.journal.uses.between(self.day, self.day))

    def _marked(self, focus: Focus) -> Mark | None:
        return latest_marks(focus, self.journal.marks.between(self.day, self.day)).get(self.day)

    def _choice(self, name: str) -> ChoiceField[Any]:
        return self.query_one(f"#{name}", ChoiceField)

    def _text(self, name: str) -> TextField:
        return self.query_one(f"#{name}", TextField)


def _states(focus: Focus, day: date, now: DayState | None) -> list[tuple[DayState, str]]:
    """Return what a day can be, and what it was marked as elsewhere."""
    limited, abstinent = most_on(focus, day) is not None, is_abstinence(goal_on(focus, day).goal_mode)
    used = [(DayState.USED, days_text.USED)] if abstinent else [(DayState.WITHIN, days_text.USED)]
    if limited:
        used = [(DayState.WITHIN, days_text.WITHIN), (DayState.USED, days_text.OVER)]
    asked = [(DayState.CLEAN, clean_word_of(focus)), *used, (DayState.UNKNOWN, days_text.NOT_KNOWN)]
    mixed = days_text.USED if limited else days_text.MIXED
    told = {DayState.MIXED: mixed, DayState.NOT_APPLICABLE: days_text.NOT_COUNTED}
    return [*asked, *((state, name) for state, name in told.items() if state is now)]


def _offer_slip(app: JournalApp, focus: Focus, day: date) -> None:
    word = slips_text.use_word(goal_on(focus, day).goal_mode, app.slip_word)
    write = partial(app.show, "slip", focus=focus.uid, day=day)
    later, detail = forms_text.NEVER_MIND, slips_text.SLIP_LATER
    app.ask(slips_text.slip_offer(word), forms_text.AT_ONCE, write, no=later, detail=detail)
