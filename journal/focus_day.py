"""One day of one focus: what is known of it, how to say that, and what may be marked on it.

The calendar of a focus, ``journal day`` and ``journal checkin`` use it. It needs no Textual.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain.day_amounts import is_below_plan
from journal.domain.days import DayState, Mark, MarkSource, day_state, latest_marks, marked
from journal.domain.focus_goals import goal_on, most_on
from journal.domain.focuses import Focus, clean_word_of
from journal.domain.pauses import pause_on
from journal.domain.uses import Use, counted_uses
from journal.text import days as days_text
from journal.text import slips as slips_text

if TYPE_CHECKING:
    from journal.store.journal import Journal


class FocusDay:
    """The day of a focus as the journal has it when this is made."""

    def __init__(self, journal: Journal, focus: Focus, day: date) -> None:
        self.focus = focus
        self.day = day
        self.today = journal.today()
        self.uses: list[Use] = counted_uses(focus, journal.uses.between(day, day))
        self.mark: Mark | None = latest_marks(focus, journal.marks.between(day, day)).get(day)
        self._own_word = journal.preferences.slip_word

    @property
    def word(self) -> str:
        """Return the person's word for a use on this day."""
        return slips_text.use_word(goal_on(self.focus, self.day).goal_mode, self._own_word)

    @property
    def state(self) -> DayState | None:
        """Return what the day was; None where nothing is written on it."""
        return day_state(self.focus, self.day, self.uses, self.mark) if self.uses or self.mark else None

    def format(self) -> str:
        """Return ``free (check-in)``, ``used (calendar)`` or ``not logged``; a warning stands under it."""
        if reason := self.outside():
            return reason
        return "\n".join([self.format_state(), *([days_text.BELOW_PLAN] if self.is_below_plan else [])])

    def format_state(self) -> str:
        """Return what the day was and where that is from, whether or not it counts."""
        limited = most_on(self.focus, self.day) is not None
        known = day_state(self.focus, self.day, self.uses, self.mark)
        state = days_text.format_state(known, clean_word_of(self.focus), limited=limited)
        if self.uses and (self.mark is None or self.mark.state is not DayState.NOT_APPLICABLE):
            return days_text.format_used(state, slips_text.written_as(self.word))
        return days_text.NO_ENTRY if self.mark is None else days_text.format_mark(self.mark, state)

    @property
    def is_below_plan(self) -> bool:
        """Return whether the day is below the plan of a taper in which that can be dangerous."""
        return is_below_plan(self.focus, self.uses, [] if self.mark is None else [self.mark], self.day)

    def outside(self) -> str:
        """Return why the day does not count, whatever is marked on it; empty when it does."""
        if self.focus.start is not None and self.day < self.focus.start:
            return days_text.before_start(self.focus.start, self.today)
        pause = pause_on(self.focus, self.day)
        return "" if pause is None else days_text.in_a_pause(pause)

    def refusal(self, state: DayState, no_limit: str = days_text.NO_LIMIT_ON_DAY) -> str:
        """Return why the day can't be marked so, empty if it can; ``no_limit`` is said of a use within no limit."""
        if reason := self.outside():
            return days_text.outside(reason)
        if self.uses and state is not DayState.NOT_APPLICABLE:
            return slips_text.stands_on_day(self.word)
        return no_limit if state is DayState.WITHIN and most_on(self.focus, self.day) is None else ""

    def marked(self, state: DayState, source: MarkSource = MarkSource.CALENDAR) -> Mark:
        """Return the mark that says that the day was so."""
        return marked(self.focus, self.mark, self.day, state, self.today, source)
