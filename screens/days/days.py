"""The days of a focus: choose one or several and mark what they were. Working back from yesterday fills in the rest.

Today opens it. It shows a month or a year, goes to a date that is typed, and opens all of a day.

After Timeline Followback: what else is written on a day is shown next to it, as an anchor.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Input

from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState, DayWord, day_word, not_logged
from journal.domain.filling_in import fill_days, last_week, next_sureness, sureness, with_sureness
from journal.domain.focus_goals import is_on_plan_mode, wants_none
from journal.domain.focuses import Focus, clean_word_of, usual_unit
from journal.domain.kinds import TIMELINE
from journal.domain.record import Record
from journal.focus_day import FocusDay
from journal.record_text import RecordText
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text import forms as forms_text
from journal.text import slips as slips_text
from screens.base.filling_in import save_filled_in
from screens.base.screen import BaseScreen
from screens.days.month_calendar import Calendar
from screens.key import Key
from screens.keymap import bindings
from screens.messages import Changed, DayChanged
from screens.routes import new_screen
from screens.widgets.day_signs import legend
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.dates import DayField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

ROOMY: Final = 80
"""Columns of a window that has room for the hints of all keys."""
LINES: Final = 4
"""Records of a day that are shown next to it; all of them are a key away."""


class Days(BaseScreen[None]):
    """The calendar of one focus (its uid), on ``day`` or today.

    If it fills in ``backwards``, marking a day that was not logged leads to the one before it.
    """

    KEY_SCOPE = "days"
    BINDINGS = bindings("days")
    CSS_PATH = "days.tcss"

    def __init__(self, focus: str, *, day: date | None = None, backwards: bool = False) -> None:
        super().__init__()
        self._focus_uid = focus
        self._first_day = day
        self._backwards = backwards
        self._word = DayWord(date.min)
        self._written: dict[int, dict[date, list[Record]]] = {}

    @property
    def focus_shown(self) -> Focus:
        """The focus whose days these are."""
        return self.journal.focuses.get(self._focus_uid)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self.query_one(Calendar).chosen

    def body(self) -> ComposeResult:
        with Panel(keys=days_text.DAYS_KEYS):
            yield DayField(
                days_text.GO_TO, id="go-to", today=self.journal.today(), hint=days_text.GO_TO_HINT, attribute=None
            )
            yield Calendar(self.journal.today())
            yield Plain(id="year")
            yield Plain(id="legend", classes="muted")
            yield Plain(id="day")
            yield Plain(id="written", classes="muted")
            yield Plain(id="numbers", classes="muted")

    def on_mount(self) -> None:
        """Show the month of today, or of the day that this was opened for."""
        self._ask_date(False)
        if self._first_day is not None:
            self.query_one(Calendar).chosen = self._first_day
        self.show_days()

    @on(Changed)
    @on(DayChanged)
    def refresh_after_change(self) -> None:
        """Show the days again after a change, here or elsewhere."""
        if self.app.journal is not None and self._focus_uid in self.journal.focuses:
            self.show_days()

    def show_days(self) -> None:
        """Show everything as the journal has it now."""
        focus, today = self.focus_shown, self.journal.today()
        uses, marks = self.journal.uses.all(), self.journal.marks.all()
        word = self._word = day_word(focus, uses, marks, last=today, today=today)
        self._written.clear()
        calendar = self.query_one(Calendar)
        calendar.today = self.query_one("#go-to", DayField).today = today
        calendar.show(dict(word.items()))
        self.query_one("#legend", Plain).show(
            legend(word, clean_word_of(focus), limited=is_on_plan_mode(focus.goal_mode))
        )
        figures = focus_figures(focus, uses, marks, as_of=today, today=today)
        returned = slips_text.format_return(figures) if wants_none(focus) else ""
        has_run = figures.longest_run is not None and figures.total
        longest = days_text.longest_run(figures_text.format_run(figures)) if has_run else ""
        parts = [*days_text.format_numbers(figures, clean_word_of(focus), usual_unit(focus)), longest, returned]
        self.query_one("#numbers", Plain).show(" · ".join(part for part in parts if part))
        self._show_day()

    @on(Resize)
    def show_hints(self) -> None:
        """Name more keys where there is room for them."""
        self._show_title()

    @on(Calendar.Moved)
    def _show_day(self) -> None:
        """Show what is known of the chosen day, and what else is written on it."""
        several = self.query_one(Calendar).start is not None
        self._show_title()
        self._show_year()
        line = (
            self._format_range() if several else days_text.day_line(self.day, self._on.format(), self.journal.today())
        )
        self.query_one("#day", Plain).show(line)
        told = RecordText(self.journal)
        lines = [f"{told.name(record)}  {told.line(record)}" for record in self._written_on(self.day)[:LINES]]
        self.query_one("#written", Plain).show("\n".join(lines))

    def _show_title(self) -> None:
        """Name the focus and the month or year, and the keys that help now."""
        calendar = self.query_one(Calendar)
        keys = days_text.YEAR_KEYS if calendar.is_year else days_text.DAYS_KEYS
        keys = keys if calendar.start is None else days_text.RANGE_KEYS
        if self.app.size.width >= ROOMY and calendar.start is None:
            keys = days_text.with_more(keys)
        if self.query_one("#go-to").display:
            keys = days_text.GO_TO_KEYS
        label = self.focus_shown.label
        title = days_text.year_title(label, self.day) if calendar.is_year else days_text.month_title(label, self.day)
        self.query_one(Panel).rename(title, keys)

    def _show_year(self) -> None:
        """Say what the year holds where a year is shown, and else the figures of all days."""
        is_year, focus, day = self.query_one(Calendar).is_year, self.focus_shown, self.day
        self.query_one("#numbers").display = not is_year
        self.query_one("#year").display = is_year
        self.set_class(is_year, "-year")
        if is_year:
            held = self._word.between(date(day.year, 1, 1), date(day.year, 12, 31)).tally()
            limited, word = is_on_plan_mode(focus.goal_mode), clean_word_of(focus)
            line = days_text.year_line(day.year, held, word, limited=limited)
            self.query_one("#year", Plain).show(line or days_text.empty_year(day.year, focus.start))

    def _written_on(self, day: date) -> list[Record]:
        """Return what is written on a day; a year is looked up once, not each day that the cursor passes."""
        if day.year not in self._written:
            found = self._written[day.year] = {}
            first, last = date(day.year, 1, 1), date(day.year, 12, 31)
            for kind in TIMELINE:
                for record in self.journal.collection(kind.type).between(first, last):
                    found.setdefault(record.local_date, []).append(record)
        return self._written[day.year].get(day, [])

    @property
    def _on(self) -> FocusDay:
        return FocusDay(self.journal, self.focus_shown, self.day)

    def _format_range(self) -> str:
        first, last = self.query_one(Calendar).range
        missing = [day for day in self._not_logged() if first <= day <= last]
        return days_text.range_line(first, last, len(missing))

    def _not_logged(self) -> list[date]:
        return not_logged(self.focus_shown, self.journal.uses.all(), self.journal.marks.all(), self.journal.today())

    def action_mark(self, letter: str) -> None:
        """Say what the chosen day was, by its letter in the day word."""
        state = DayState(letter)
        if self.query_one(Calendar).start is not None:
            self._mark_range(state)
            return
        on = self._on
        if refusal := on.refusal(state):
            self.app.notify(refusal)
            return
        missing = self._not_logged() if self._backwards else []
        self.app.save(on.marked(state))
        if self.day in missing and (before := [day for day in missing if day < self.day]):
            self.query_one(Calendar).chosen = before[-1]

    def _mark_range(self, state: DayState) -> None:
        """Give all marked days a state, in one step to undo; ask first how sure the person is of those filled in."""
        first, last = self.query_one(Calendar).range
        days = [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]
        uses, marks = self.journal.uses.between(first, last), self.journal.marks.between(first, last)
        filled = fill_days(self.focus_shown, days, state, uses, marks, self.journal.today())
        self.query_one(Calendar).start = None
        limited = is_on_plan_mode(self.focus_shown.goal_mode)
        state_text = days_text.format_state(state, clean_word_of(self.focus_shown), limited=limited)
        save_filled_in(self.app, filled, state_text)

    def action_range(self) -> None:
        """Mark days from the chosen one on, or end that."""
        calendar = self.query_one(Calendar)
        calendar.start = calendar.chosen if calendar.start is None else None

    def action_last_week(self) -> None:
        """Mark all of last week, from Monday to Sunday."""
        first, last = last_week(self.journal.today())
        calendar = self.query_one(Calendar)
        calendar.start, calendar.chosen = first, last

    def action_sure(self) -> None:
        """Say how sure the person is of the chosen day: sure, fairly sure, a guess."""
        if (mark := self._on.mark) is None or not mark.back_filled:
            self.app.notify(days_text.NOT_LATER)
            return
        level = next_sureness(sureness(mark))
        self.app.save(with_sureness(mark, level), said=days_text.sureness_saved(level))

    def action_year(self) -> None:
        """Show the year, or the month again."""
        self.query_one(Calendar).is_year ^= True

    def action_go_to(self) -> None:
        """Ask for a date."""
        self._ask_date(True)

    def _ask_date(self, asking: bool) -> None:
        """Show the field for a date, empty, or hide it and give the calendar the focus."""
        field = self.query_one("#go-to", DayField)
        field.fill("")
        field.show_error("")
        field.display = asking
        (field if asking else self.query_one(Calendar)).focus()
        self._show_title()

    @on(Input.Submitted)
    def _go_to_date(self) -> None:
        """Go to the date that is typed; if there is no such day to show, say so and leave what is typed."""
        field = self.query_one("#go-to", DayField)
        try:
            day = field.value
        except InvalidInput as problem:
            field.show_error(str(problem))
            return
        if day is not None and day > self.journal.today():
            field.show_error(forms_text.TO_COME)
            return
        self._ask_date(False)
        if day is not None:
            self.query_one(Calendar).chosen = day

    def action_open_day(self) -> None:
        """Open everything of the chosen day; the calendar follows when another day is looked at there."""
        self.app.push_screen(new_screen("day", day=self.day, follow=self.follow))

    def follow(self, day: date, focus: str = "") -> None:
        """Choose a day, and show another focus if one is given by its uid."""
        self.query_one(Calendar).chosen = day
        if focus and focus != self._focus_uid:
            self._focus_uid = focus
            self.show_days()

    def action_pauses(self) -> None:
        """List the pauses of the focus, to add, edit or remove one."""
        self.app.show("pauses", focus=self._focus_uid, day=self.day)

    def action_back(self) -> None:
        """End typing a date or marking several days; else go back."""
        calendar = self.query_one(Calendar)
        if self.query_one("#go-to").display:
            self._ask_date(False)
        elif calendar.start is None:
            self.dismiss(None)
        else:
            calendar.start = None

    def key_rows(self) -> list[Key]:
        """Leave out the key for a use within a limit where no limit is set; while a date is typed, enter goes there."""
        without = set() if is_on_plan_mode(self.focus_shown.goal_mode) else {"mark('=')"}
        without |= {"open_day"} if self.query_one("#go-to").display else set()
        return [key for key in super().key_rows() if key.action not in without]

    def action_amounts(self) -> None:
        """Show how much was used, week by week."""
        self.app.show("amounts", focus=self._focus_uid)

    def action_slip(self) -> None:
        """Write down a use on the chosen day, with what was going on."""
        self.app.show("slip", focus=self._focus_uid, day=self.day)

    def action_clear(self) -> None:
        """Take the mark of the chosen day away."""
        if (mark := self._on.mark) is None:
            self.app.notify(days_text.NO_MARK)
        else:
            self.app.remove(mark)
