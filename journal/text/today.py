"""What Today says: its panels and lines, the three numbers of a focus, and what is open."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.date_names import short_weekday
from journal.domain.dates import format_day
from journal.domain.day_statistics import Figures
from journal.domain.preferences import BigNumber, SinceConvention
from journal.language import translated
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text.counting import count

NOW: Final = "today"
GOALS: Final = "goals"
DAYS: Final = "days"
FIRST_KEYS: Final = "a    today's check-in\n^r   a craving, from anywhere\n^p   from another app: import"
"""Shown while nothing was written yet."""

NO_FOCUS: Final = "Nothing is counted yet."
ADD_FOCUS: Final = "Add what you're recovering from."
NO_GOALS: Final = "No goals yet. 4 adds one."

ROWS: Final = {
    "checkin": "check-in",
    "intention": "intention",
    "medicine": "medicine",
    "meeting": "meeting",
    "over": "met",
    "parked": "saved",
    "due": "due",
    "draft": "draft",
    "look-back": "look back",
    "inbox": "inbox",
    "written": "written",
    "earlier": "earlier",
    "notice": "reminder",
    "apart": "copies",
    "unreadable": "unreadable",
}
"""The lines of the panel ``today`` in their order: id → label."""

NO_EARLIER: Final = "No note from an earlier year for today."
CHECKIN_DONE: Final = "done"
CHECKIN_OPEN: Final = "not yet"
NO_MEETING: Final = "none planned"
NOT_PREPARED: Final = "nothing prepared yet"
YOUR_MENTOR: Final = "your mentor"
ANOTHER_COPY: Final = "another was found"

# The numbers of a focus.

LOGGED_NOTHING: Final = "no day logged yet · a says how today was"
NO_START: Final = "No start yet, and that is fine.\nenter marks days; Settings sets a start"
LAST_USE: Final = "last use"
START: Final = "the start"
LAST_LOGGED_USE: Final = "last logged use"
LAST_OVER: Final = "last day over the limit"
SEPARATOR: Final = " · "


def format_number(figures: Figures, which: BigNumber, since: SinceConvention) -> str:
    """Return one of the three numbers of a focus, ``-`` where it is not defined."""
    numbers = {
        BigNumber.GOOD_DAYS: figures.good_days,
        BigNumber.SINCE: figures.since(since),
        BigNumber.LONGEST_RUN: figures.longest_run,
    }
    return "-" if numbers[which] is None else f"{numbers[which]}"


def number_caption(figures: Figures, which: BigNumber, since: SinceConvention, clean_word: str) -> str:
    """Return what a number counts: ``days free``, ``days since last use``, ``days in the best run (61)``."""
    number = format_number(figures, which, since)
    days = "day" if number == "1" else "days"
    if which is BigNumber.GOOD_DAYS:
        return f"{days} {figures_text.ON_PLAN if figures.is_on_plan else clean_word}"
    if which is BigNumber.SINCE:
        counted = "" if since is SinceConvention.FULL_DAYS else ", with today"
        return f"{days} since {_since_what(figures)}{counted}"
    strict = figures_text.format_run(figures).partition(" ")[2]
    return f"{days} in the best run {strict}".rstrip()


def _since_what(figures: Figures) -> str:
    if figures.last_use is None:
        return START
    return LAST_OVER if figures.is_on_plan else LAST_LOGGED_USE if figures.unknown_since else LAST_USE


def number_words(figures: Figures, which: BigNumber, since: SinceConvention, clean_word: str) -> tuple[str, ...]:
    """Return a number with its words in a line, the longest wording first: ``16 days since last use``, ``16 since``."""
    number, caption = format_number(figures, which, since), number_caption(figures, which, since, clean_word)
    number = f"{int(number):,}" if number.isdigit() else number
    if which is BigNumber.LONGEST_RUN:
        run = figures_text.format_run(figures)
        return f"best run {run}", f"run {run}"
    if which is BigNumber.SINCE and since is SinceConvention.DAY_NUMBER:
        return f"day {number} since {_since_what(figures)}", f"day {number} since", f"day {number}"
    if which is BigNumber.SINCE:
        return f"{number} {caption}", f"{number} {caption.partition(' since')[0]} since", f"{number} since"
    return f"{number} {caption}", f"{number} {caption.partition(' ')[2]}"


def format_logged_days(figures: Figures) -> str:
    """Return ``of 78 logged, 1 not``."""
    missing = f", {figures.unknown:,} not" if figures.unknown else ""
    return f"of {figures.logged:,} logged{missing}"


def format_few(figures: Figures) -> str:
    """Return ``1 of 20 days logged``, or that no day is logged yet: what stands where a number would mislead."""
    if figures.is_mostly_unknown:
        return figures_text.format_coverage(figures)
    return "" if figures.logged else LOGGED_NOTHING


def format_fill_in(start: date | None, today: date) -> str:
    """Return ``You started 20 days ago. Fill in those days? (f)``."""
    began = f"{figures_text.started_ago(start, today)} " if start else ""
    return f"{began}{days_text.FILL_IN}"


def format_plan(figures: Figures, unit: str) -> str:
    """Return today's limit and the week on plan; for what is only observed the use of the week and the month.

    It is empty for other goals.
    """
    if figures.is_on_plan:
        return "\n".join([figures_text.format_limit(figures, unit), figures_text.format_week_on_plan(figures, unit)])
    if figures.is_observing:
        return "\n".join(
            [
                figures_text.format_use(figures_text.THIS_WEEK, figures.week, unit),
                figures_text.format_use(figures_text.THIS_MONTH, figures.month, unit),
            ]
        )
    return ""


def format_begins(start: date, today: date) -> str:
    """Say on which day a focus begins."""
    return f"Begins {format_day(start, today)}."


# What is open.


def format_written(number: int) -> str:
    """Return ``3 entries``: how much was written today; empty for nothing."""
    return count(number, "entry", "entries") if number else ""


def format_unreadable(number: int) -> str:
    """Return ``2 records, kept as they are``; empty for none."""
    return f"{count(number, 'record')}, kept as they are" if number else ""


def format_parked(number: int, name: str) -> str:
    """Return ``2 things for R.``; empty for none."""
    return f"{count(number, 'thing')} for {name or YOUR_MENTOR}" if number else ""


def meeting_day(day: date, today: date) -> str:
    """Return ``today``, ``tomorrow``, the weekday within a week, or the date."""
    days = (day - today).days
    return {0: "today", 1: "tomorrow"}.get(days, short_weekday(day.weekday()) if days < 7 else format_day(day, today))


def meeting_with(when: str, name: str) -> str:
    """Return ``Thu 18:00 with R.``; ``name`` may be empty."""
    return f"{when} with {name}" if name else when


def format_week(number: int, weeks: int) -> str:
    """Return ``week 3/12`` of a programme."""
    return f"week {number}/{weeks}"


def format_over(day: date, today: date) -> str:
    """Ask what was agreed at a meeting that is over."""
    return f"{format_day(day, today)}: what did you agree?"


def and_more(number: int) -> str:
    """Return ``, and 2 more``: how many there are apart from the one that is shown; empty for none."""
    return f", and {number} more" if number else ""


def note_from_earlier(years: int) -> str:
    """Return ``A note from last year. Press o.`` or ``A note from 3 years ago. Press o.``"""
    when = "last year" if years == 1 else f"{years} years ago"
    return f"A note from {when}. Press o."


translated(__name__)
