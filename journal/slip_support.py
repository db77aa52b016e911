"""What to say about a use: the warning to read first, the numbers before and with it, and what still counts.

The form for a slip and ``journal slip`` use it. It needs no Textual.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.day_amounts import Within, is_below_plan
from journal.domain.day_statistics import Figures, days_without, focus_figures
from journal.domain.focus_goals import goal_on
from journal.domain.focuses import MANY_USE_DAYS, Focus, clean_word_of, usual_unit
from journal.domain.reasons import ReasonMoment, in_turn
from journal.domain.slips import is_slip
from journal.domain.uses import Use, format_amount, is_prescribed
from journal.domain.withdrawal import use_days_in_a_row
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text import reasons as reasons_text
from journal.text import safety as safety_text
from journal.text import slips as slips_text

if TYPE_CHECKING:
    from journal.store.journal import Journal


class Number(NamedTuple):
    """One figure of a focus, before and with a use."""

    name: str
    before: str
    now: str


def warning(journal: Journal, focus: Focus, use: Use, before: Figures) -> safety_text.Notice | None:
    """Return what to read while a new use is written down; not for a medicine taken as prescribed.

    Days that nobody marked count as days without: the dose can kill.
    """
    if is_prescribed(use, focus):
        return None
    day = use.local_date
    first = day - timedelta(days=MANY_USE_DAYS - 1)
    uses = [*journal.uses.between(first, day), use]
    return safety_text.slip_warning(
        focus.kind,
        recent=journal.today() - day <= timedelta(days=1),
        clean_days=max(before.clean, days_without(focus, journal.uses, journal.marks, before.as_of)),
        used_days=use_days_in_a_row(focus, uses, journal.marks.between(first, day), day),
    )


def numbers(
    journal: Journal, focus: Focus, before: Figures, now: Figures, limits: tuple[Within, Within] | None
) -> list[Number]:
    """Return the figures before and with a use; nothing where some use is wanted and no limit is set.

    Where a limit is set (``limits``), they are those of its day: the amount, days kept, days over.
    """
    if limits is not None:
        was, will = limits
        amounts = (format_amount(was.taken, ""), format_amount(will.taken, ""))
        return [
            Number(slips_text.of_limit(will, journal.today()), *amounts),
            Number(slips_text.DAYS_KEPT, str(was.kept), str(will.kept)),
            Number(slips_text.DAYS_OVER, str(was.over), str(will.over)),
        ]
    if now.is_observing or now.is_on_plan:
        return []
    since = slips_text.SLIP_SINCE_LOGGED if before.unknown_since or now.unknown_since else slips_text.SLIP_SINCE
    return [
        Number(slips_text.clean_days(focus.clean_word), str(before.clean), str(now.clean)),
        Number(since, *(_since(journal, figures) for figures in (before, now))),
        Number(slips_text.SLIP_LONGEST, figures_text.format_run(before), figures_text.format_run(now)),
    ]


def _since(journal: Journal, figures: Figures) -> str:
    since = figures.since(journal.preferences.since)
    return figures_text.UNDEFINED if since is None else str(since)


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


def saved_words(journal: Journal, focus: Focus, use: Use, *, undo: str = slips_text.UNDO) -> str:
    """Return that a use is saved and, after a slip, that the days without or on plan are still there.

    ``undo`` says how to undo it.
    """
    if not is_slip(use, focus, journal.uses.between(use.local_date, use.local_date)):
        return slips_text.saved(undo)
    figures = figures_of(journal, focus, journal.today())
    return slips_text.slip_saved(figures.good_days, clean_word_of(focus), on_plan=figures.is_on_plan, undo=undo)


def own_words(journal: Journal, focus: Focus, use: Use) -> str:
    """Return what the person wants to be reminded of after a slip, another one each time; empty if there is nothing."""
    if not is_slip(use, focus, journal.uses.between(use.local_date, use.local_date)):
        return ""
    reason = in_turn(journal.reasons, ReasonMoment.SLIP, len(journal.uses))
    return reasons_text.format_reason(reason) if reason else ""


def figures_of(journal: Journal, focus: Focus, today: date) -> Figures:
    """Return the figures of a focus as of today."""
    return focus_figures(focus, journal.uses, journal.marks, as_of=today, today=today)
