"""The days of a focus: choose one or several and mark what they were. Working back from yesterday fills in the rest.

Today opens it. After Timeline Followback: what else is written on a day is shown next to it, as an anchor.
"""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult

from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState, day_word, not_logged
from journal.domain.filling_in import fill_days, last_week, next_sureness, sureness, with_sureness
from journal.domain.focus_goals import is_on_plan_mode, wants_none
from journal.domain.focuses import Focus, clean_word_of, usual_unit
from journal.domain.kinds import TIMELINE
from journal.focus_day import FocusDay
from journal.record_text import RecordText
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text import slips as slips_text
from screens.base.filling_in import save_filled_in
from screens.base.screen import BaseScreen
from screens.days.month_calendar import Calendar
from screens.keymap import Key, bindings
from screens.messages import Changed, DayChanged
from screens.widgets.day_signs import legend
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


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
            yield Calendar(self.journal.today())
            yield Plain(id="legend", classes="muted")
            yield Plain(id="day")
            yield Plain(id="written", classes="muted")
            yield Plain(id="numbers", classes="muted")

    def on_mount(self) -> None:
        """Show the month of today, or of the day that this was opened for."""
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
        word = day_word(focus, uses, marks, last=today, today=today)
        self._states = dict(word.items())
        calendar = self.query_one(Calendar)
        calendar.today = today
        calendar.show(self._states)
        self.query_one("#legend", Plain).show(
            legend(word, clean_word_of(focus), limited=is_on_plan_mode(focus.goal_mode))
        )
        figures = focus_figures(focus, uses, marks, as_of=today, today=today)
        returned = slips_text.format_return(figures) if wants_none(focus) else ""
        longest = "" if figures.longest_run is None else days_text.longest_run(figures_text.format_run(figures))
        parts = [*days_text.format_numbers(figures, clean_word_of(focus), usual_unit(focus)), longest, returned]
        self.query_one("#numbers", Plain).show(" · ".join(part for part in parts if part))
        self._show_day()

    @on(Calendar.Moved)
    def _show_day(self) -> None:
        """Show what is known of the chosen day, and what else is written on it."""
        several = self.query_one(Calendar).start is not None
        keys = days_text.RANGE_KEYS if several else days_text.DAYS_KEYS
        self.query_one(Panel).rename(days_text.month_title(self.focus_shown.label, self.day), keys)
        line = self._format_range() if several else days_text.day_line(self.day, self._on.format())
        self.query_one("#day", Plain).show(line)
        told = RecordText(self.journal)
        records = [r for kind in TIMELINE for r in self.journal.collection(kind.type).between(self.day, self.day)]
        lines = [f"{told.name(record)}  {told.line(record)}" for record in records]
        self.query_one("#written", Plain).show("\n".join(lines[:4]))

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

    def action_back(self) -> None:
        """End marking several days; else go back."""
        calendar = self.query_one(Calendar)
        if calendar.start is None:
            self.dismiss(None)
        else:
            calendar.start = None

    def key_rows(self) -> list[Key]:
        """Leave out the key for a use within a limit where no limit is set."""
        limited = is_on_plan_mode(self.focus_shown.goal_mode)
        return [key for key in super().key_rows() if limited or key.action != "mark('=')"]

    def action_slip(self) -> None:
        """Write down a use on the chosen day, with what was going on."""
        self.app.show("slip", focus=self._focus_uid, day=self.day)

    def action_clear(self) -> None:
        """Take the mark of the chosen day away."""
        if (mark := self._on.mark) is None:
            self.app.notify(days_text.NO_MARK)
        else:
            self.app.remove(mark)
