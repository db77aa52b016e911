"""What Today says: its panels and lines, the three numbers of a focus, and what is open."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import WEEKDAYS, format_day
from journal.domain.day_statistics import Figures
from journal.domain.preferences import SinceConvention
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text.counting import count, noun
from journal.text.labels import label

NOW: Final = "today"
GOALS: Final = "goals"
DAYS: Final = "days"
FIRST_KEYS: Final = "a    today's check-in, under a minute\n^r   a craving, from anywhere"
"""Shown while nothing was written yet."""

NO_FOCUS: Final = "Nothing is counted yet."
ADD_FOCUS: Final = "Add what you're recovering from."
NO_GOALS: Final = "No goals yet. Press 4 to add one."

ROWS: Final = {
    "checkin": "check-in",
    "intention": "intention",
    "meeting": "meeting",
    "over": "met",
    "parked": "saved",
    "due": "due",
    "draft": "draft",
    "look-back": "look back",
    "inbox": "inbox",
    "written": "written",
    "notice": "reminder",
    "apart": "copies",
    "unreadable": "unreadable",
}
"""The lines of the panel ``today`` in their order: id → label."""

CHECKIN_DONE: Final = "done"
CHECKIN_OPEN: Final = "not yet"
NO_MEETING: Final = "none planned"
NOT_PREPARED: Final = "nothing prepared yet"
YOUR_MENTOR: Final = "your mentor"
ANOTHER_COPY: Final = "another was found"

# The numbers of a focus.

LOGGED_NOTHING: Final = "no day logged yet · a says how today was"
NO_START: Final = "No start yet, and that is fine.\nenter marks days; Settings sets a start"
LONGEST: Final = "longest"
LAST_USE: Final = "last use"
START: Final = "start"
LAST_LOGGED_USE: Final = "last logged use"
LAST_OVER: Final = "over limit"
SEPARATOR: Final = " · "
LONGEST_RUN: Final = (" · longest run ", " · longest ", " · run ", " · run ")
"""The last words of a summary, the longest wording first."""


def _days_since(convention: SinceConvention, figures: Figures) -> str:
    """Return ``full days``, which stands after the number, or ``day number``, which stands for it."""
    if convention is SinceConvention.FULL_DAYS:
        return noun(figures.since(convention) or 0, "full day")
    return label(convention)


def since_captions(convention: SinceConvention, figures: Figures) -> tuple[str, str]:
    """Return the two lines under the days since the last use: ``full days``, ``since use``."""
    use = "over" if figures.is_on_plan else "use"
    return _days_since(convention, figures), f"since {START if figures.last_use is None else use}"


def run_caption(strict: str) -> str:
    """Return the line under the longest run; ``strict`` is the shorter run in brackets, or empty."""
    return f"run {strict}".rstrip()


def good_captions(clean_word: str, figures: Figures) -> tuple[str, str]:
    """Return the two lines under the number of days without a use, or on plan: ``free``, ``days``."""
    return figures_text.ON_PLAN if figures.is_on_plan else clean_word, noun(figures.good_days, "day")


def after_good(clean_word: str, figures: Figures) -> tuple[str, ...]:
    """Return what follows the number of days without a use, or on plan, the longest wording first."""
    days, word = noun(figures.good_days, "day"), figures_text.ON_PLAN if figures.is_on_plan else clean_word
    longest = f" {days} {word} · " if figures.is_on_plan else f" {word} {days} · "
    return longest, f" {word} · ", f" {word} · ", " · "


def after_since(convention: SinceConvention, figures: Figures) -> tuple[str, ...]:
    """Return what follows the days since the last use, or since the start, the longest wording first."""
    kind = f"{_days_since(convention, figures)} since"
    use = LAST_OVER if figures.is_on_plan else LAST_LOGGED_USE if figures.unknown_since else LAST_USE
    return f" {kind} {START if figures.last_use is None else use}", f" {kind}", " since", " since"


def format_logged(figures: Figures, clean_word: str) -> str:
    """Return ``of 50 logged (2 not) · 82 %``; ``no day logged yet`` for none, and no percentage for too few."""
    if not figures.logged and not figures.is_mostly_unknown:
        return LOGGED_NOTHING
    if figures.is_mostly_unknown:
        return figures_text.format_coverage(figures)
    percent = figures_text.format_percentages(figures, clean_word)
    missing = f" ({figures.unknown} not)" if figures.unknown else ""
    return f"of {figures.logged} logged{missing}{SEPARATOR if percent else ''}{percent}"


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
    return {0: "today", 1: "tomorrow"}.get(days, WEEKDAYS[day.weekday()] if days < 7 else format_day(day, today))


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
