"""The days of a focus: choose one and mark what it was. Working back from yesterday fills in what is missing.

Today opens it. After Timeline Followback: what else is written on a day is shown next to it, as an anchor.
"""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult

from journal.domain.day_amounts import is_below_plan
from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState, Mark, day_state, day_word, latest_marks, marked
from journal.domain.focus_goals import goal_on, is_on_plan_mode, most_on, wants_none
from journal.domain.focuses import Focus, clean_word_of, paused, usual_unit
from journal.domain.kinds import TIMELINE
from journal.domain.uses import Use, counted_uses
from journal.record_text import RecordText
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text import slips as slips_text
from screens.base.screen import BaseScreen
from screens.days.month_calendar import Calendar
from screens.keymap import Key, bindings
from screens.messages import Changed, DayChanged
from screens.widgets.day_strip import legend
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class Days(BaseScreen[None]):
    """The calendar of one focus (its uid), on ``day`` or today."""

    KEY_SCOPE = "days"
    BINDINGS = bindings("days")
    CSS_PATH = "days.tcss"

    def __init__(self, focus: str, *, day: date | None = None) -> None:
        super().__init__()
        self._focus_uid = focus
        self._first_day = day

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
        self.query_one(Panel).rename(days_text.month_title(self.focus_shown.label, self.day))
        self.query_one("#day", Plain).show(days_text.day_line(self.day, self._format_day()))
        told = RecordText(self.journal)
        records = [r for kind in TIMELINE for r in self.journal.collection(kind.type).between(self.day, self.day)]
        lines = [f"{told.name(record)}  {told.line(record)}" for record in records]
        self.query_one("#written", Plain).show("\n".join(lines[:4]))

    @property
    def _mark(self) -> Mark | None:
        return latest_marks(self.focus_shown, self.journal.marks.all()).get(self.day)

    @property
    def _uses(self) -> list[Use]:
        return counted_uses(self.focus_shown, self.journal.uses.between(self.day, self.day))

    @property
    def _word(self) -> str:
        mode = goal_on(self.focus_shown, self.day).goal_mode
        return slips_text.use_word(mode, self.journal.preferences.slip_word)

    def _format_day(self) -> str:
        """Return ``free (check-in)``, ``used (calendar, filled in later)`` or ``not logged``."""
        if reason := self._outside():
            return reason
        focus, mark, uses = self.focus_shown, self._mark, self._uses
        limited = most_on(focus, self.day) is not None
        state = days_text.format_state(day_state(focus, self.day, uses, mark), clean_word_of(focus), limited=limited)
        if uses and (mark is None or mark.state is not DayState.NOT_APPLICABLE):
            words = days_text.format_used(state, slips_text.written_as(self._word))
        else:
            words = days_text.NO_ENTRY if mark is None else days_text.format_mark(mark, state)
        below = is_below_plan(focus, uses, [] if mark is None else [mark], self.day)
        return f"{words}\n{days_text.BELOW_PLAN}" if below else words

    def _outside(self) -> str:
        """Return why the day does not count, whatever is marked on it; empty when it does."""
        focus = self.focus_shown
        if focus.start is not None and self.day < focus.start:
            return days_text.before_start(focus.start, self.journal.today())
        return days_text.IN_A_PAUSE if paused(focus, self.day) else ""

    def action_mark(self, letter: str) -> None:
        """Say what the chosen day was, by its letter in the day word."""
        state = DayState(letter)
        if reason := self._outside():
            self.app.notify(days_text.outside(reason))
        elif self._uses and state is not DayState.NOT_APPLICABLE:
            self.app.notify(slips_text.stands_on_day(self._word))
        elif state is DayState.WITHIN and most_on(self.focus_shown, self.day) is None:
            self.app.notify(days_text.NO_LIMIT_ON_DAY)
        else:
            self.app.save(marked(self.focus_shown, self._mark, self.day, state, self.journal.today()))

    def key_rows(self) -> list[Key]:
        """Leave out the key for a use within a limit where no limit is set."""
        limited = is_on_plan_mode(self.focus_shown.goal_mode)
        return [key for key in super().key_rows() if limited or key.action != "mark('=')"]

    def action_slip(self) -> None:
        """Write down a use on the chosen day, with what was going on."""
        self.app.show("slip", focus=self._focus_uid, day=self.day)

    def action_clear(self) -> None:
        """Take the mark of the chosen day away."""
        if (mark := self._mark) is None:
            self.app.notify(days_text.NO_MARK)
        else:
            self.app.remove(mark)
