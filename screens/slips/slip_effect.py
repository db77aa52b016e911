"""What a use changes: the numbers before and with it side by side, and the sentences under them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from journal.domain.day_amounts import Within, is_below_plan
from journal.domain.day_statistics import Figures, focus_figures
from journal.domain.focus_goals import goal_on
from journal.domain.focuses import Focus, clean_word_of, usual_unit
from journal.domain.preferences import SinceConvention
from journal.domain.slips import is_slip
from journal.domain.uses import Use, format_amount
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text import slips as slips_text
from screens.widgets.text_fit import center

if TYPE_CHECKING:
    from journal.store.journal import Journal

COLUMN: Final = 16
"""Cells of one of the three numbers."""


def effect_table(
    journal: Journal, focus: Focus, before: Figures, now: Figures, limits: tuple[Within, Within] | None
) -> list[str]:
    """Return the table of the numbers before and with a use; nothing where some use is wanted and no limit is set."""
    if limits is not None:
        return [_limits(*limits, journal.today())]
    return [] if now.is_observing or now.is_on_plan else [_effect(focus, before, now, journal.preferences.since)]


def told_lines(
    journal: Journal, focus: Focus, use: Use, now: Figures, limit: Within | None, *, counts: bool
) -> list[str]:
    """Return the lines under the numbers: a limit, the day it counts for, the usual way back.

    ``counts``: the day of the use counts for the focus.
    """
    day, today, mode = use.local_date, journal.today(), goal_on(focus, use.local_date).goal_mode
    others = [one for one in journal.uses.between(day, day) if one.uid != use.uid and one.focus == focus.uid]
    slips = is_slip(use, focus, others)
    told = [slips_text.format_within(limit, usual_unit(focus), mode, today)] if limit else []
    below = is_below_plan(focus, [*others, use], journal.marks.between(day, day), day)
    told += [days_text.BELOW_PLAN] if below else []
    told += [slips_text.format_counts(day, today)] if counts and day != today else []
    told += [slips_text.USE_DAY] if counts and not slips else []
    told += [] if use.uid else [slips_text.another_words(len(others) + 1)]
    told += [slips_text.format_return(now)] if slips else []
    return [one for one in told if one]


def saved_words(journal: Journal, focus: Focus, use: Use) -> str:
    """Return that a use is saved and, after a slip, that the days without or on plan are still there."""
    if not is_slip(use, focus, journal.uses.between(use.local_date, use.local_date)):
        return slips_text.USE_SAVED
    today = journal.today()
    figures = focus_figures(focus, journal.uses, journal.marks, as_of=today, today=today)
    return slips_text.slip_saved(figures.good_days, clean_word_of(focus), on_plan=figures.is_on_plan)


def _row(*cells: str) -> str:
    return f"{cells[0]:<8}" + "".join(center(cell, COLUMN) for cell in cells[1:])


def _effect(focus: Focus, before: Figures, now: Figures, convention: SinceConvention) -> str:
    """Return the three numbers before and with the use, under their names."""

    def numbers(name: str, figures: Figures) -> str:
        since, run = figures.since(convention), figures_text.format_run(figures)
        return _row(name, str(figures.clean), figures_text.UNDEFINED if since is None else str(since), run)

    since = slips_text.SLIP_SINCE_LOGGED if before.unknown_since or now.unknown_since else slips_text.SLIP_SINCE
    names = _row("", slips_text.clean_days(focus.clean_word), since, slips_text.SLIP_LONGEST)
    return "\n".join((names, numbers(slips_text.SLIP_BEFORE, before), numbers(slips_text.SLIP_NOW, now)))


def _limits(before: Within, now: Within, today: date) -> str:
    """Return the figures of a limit or a taper before and with the use: the day, days kept, days over."""

    def numbers(name: str, within: Within) -> str:
        return _row(name, format_amount(within.taken, ""), str(within.kept), str(within.over))

    names = _row("", slips_text.of_limit(now, today), slips_text.DAYS_KEPT, slips_text.DAYS_OVER)
    return "\n".join((names, numbers(slips_text.SLIP_BEFORE, before), numbers(slips_text.SLIP_NOW, now)))
