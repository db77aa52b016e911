"""Fills in days that are not logged: asks whether all of them were free, or shows the calendar."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from journal.domain.days import DayState
from journal.domain.filling_in import fill_days
from journal.domain.focus_goals import wants_none
from journal.domain.focuses import Focus
from journal.text import days as days_text
from screens.base.filling_in import save_filled_in

if TYPE_CHECKING:
    from screens.app import JournalApp

MOST_AT_ONCE: Final = 3_660
"""Days that are filled in at once at most: ten years."""


def fill_in(app: JournalApp, focus: Focus, days: list[date]) -> None:
    """Ask whether these days were free and save that, or show the last of them in the calendar.

    The calendar is shown at once where some use is part of the goal, and for more than ten years.
    """
    show = partial(app.show, "days", focus=focus.uid, day=days[-1], backwards=True)
    if not wants_none(focus) or len(days) > MOST_AT_ONCE:
        show()
        return

    several = len(days) > 1
    app.ask(
        days_text.were_free(len(days), focus.clean_word),
        days_text.ALL_FREE if several else days_text.THAT_DAY_FREE,
        partial(_fill, app, focus, days),
        no=days_text.ONE_BY_ONE if several else days_text.SHOW_THAT_DAY,
        otherwise=show,
    )


def _fill(app: JournalApp, focus: Focus, days: list[date]) -> None:
    journal = app.journal
    assert journal is not None
    filled = fill_days(focus, days, DayState.CLEAN, [], [], journal.today())
    save_filled_in(app, filled, focus.clean_word)
