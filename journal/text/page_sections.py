"""What the lines of the page for the mentor say, section by section, as in ``journal.summary.sections``.

A function takes plain values and returns the words of one line or of a part of it, so that ``summary`` decides alone
which part is how sensitive.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.day_statistics import Figures
from journal.domain.days import DayState
from journal.domain.people import Role
from journal.domain.sessions import Wish
from journal.text import figures as figures_text
from journal.text.counting import count, noun
from journal.text.labels import label
from journal.text.page import things

# The heading and how I am.

_OFTEN: Final = {1: "once", 2: "twice"}
SLEEP, MOOD, ENERGY = "sleep", "mood", "energy"
HARDEST: Final = "Hardest"
PROUD_OF: Final = "Proud of"


def format_for(name: str) -> str:
    """Say who the page is for."""
    return f"For {name}"


def format_programme(week: int, weeks: int) -> str:
    """Return ``Week 5 of 12``."""
    return f"Week {week} of {weeks}"


def format_since_met(day: date) -> str:
    """Say that the period begins with the last meeting."""
    return f"since we last met, {format_day(day)}"


def format_status(status: int, meaning: str, on: date | None) -> str:
    """Return ``3 of 5, so-so``, and the day for which it was said, where it is past."""
    return f"{status} of 5, {meaning}{f' (on {format_day(on)})' if on else ''}"


def format_wish(wish: Wish) -> str:
    """Say what the person would like the mentor to do."""
    return f"I would like you to: {label(wish)}"


def format_named(name: str, text: str) -> str:
    """Return ``Hardest: Friday evening``."""
    return f"{name}: {text}"


def format_checkins(number: int, typical: str) -> str:
    """Return ``6 daily check-ins: mood 6, energy 5 of 10 (typical)``."""
    return f"{things(number, 'daily check-in')}: {typical} of 10 (typical)"


def format_typical(name: str, median: float, noted: int, checkins: int) -> str:
    """Return ``mood 6``, and where it was not noted in all check-ins, ``mood 6 (noted 4 times)``."""
    return f"{name} {median:g}" + (f" (noted {_times(noted)})" if noted < checkins else "")


def _times(number: int) -> str:
    return _OFTEN.get(number) or f"{number} times"


# Days.

MEANINGS: Final = {
    DayState.CLEAN: "without use",
    DayState.WITHIN: "used, within plan",
    DayState.USED: "used",
    DayState.UNKNOWN: "not logged",
    DayState.MIXED: "mixed",
    DayState.NOT_APPLICABLE: "does not count",
}
LINES_ABOUT_DAYS: Final = "lines about days"


def format_period(period: Figures, last_episode: int | None) -> str:
    """Return ``, 1 used, 1 not logged; last time 1 day in a row``, which follows the days without use."""
    used = f", {period.used} used"
    if period.is_observing:
        used = f", {period.within + period.used} used"
    elif period.is_on_plan or period.within:
        used = f", {period.within} used within the limit, {period.used} over it"
    rest = f"{used}, {period.unknown} not logged"
    return rest if last_episode is None else f"{rest}; last time {things(last_episode, 'day')} in a row"


def format_share(percent: str, logged: int, unknown: int) -> str:
    """Say how many of the logged days were without use, and how many are not logged."""
    since_start = f"{percent} of {things(logged, 'logged day')} without use"
    return since_start if not unknown else f"{since_start}, {unknown} not logged"


def format_days_logged(logged: int, unknown: int) -> str:
    """Return ``50 logged days, 2 not logged``."""
    return f"{things(logged, 'logged day')}{f', {unknown} not logged' if unknown else ''}"


def format_plan(whole: Figures, unit: str) -> str:
    """Return ``96.0 % of 50 logged days on plan; limit today 2 drinks; this week 4 on plan, 1 over, 9 drinks``."""
    percent = f"{figures_text.format_on_plan(whole)} of {things(whole.logged, 'logged day')} {figures_text.ON_PLAN}"
    first = figures_text.format_coverage(whole) if whole.is_mostly_unknown else percent
    limit, week = figures_text.format_limit(whole, unit), figures_text.format_week_on_plan(whole, unit)
    return f"{first}; {limit}; {week}"


def format_observed(whole: Figures, unit: str) -> str:
    """Return ``this week 3 use days, 7 drinks; this month 9 use days, 21 drinks; 50 of 52 days logged``."""
    week = figures_text.format_use(figures_text.THIS_WEEK, whole.week, unit)
    month = figures_text.format_use(figures_text.THIS_MONTH, whole.month, unit)
    return f"{week}; {month}; {figures_text.format_coverage(whole)}"


def format_full_days(number: int) -> str:
    """Return ``16 full days``."""
    return things(number, "full day")


def format_numbers(days: int, since: str, beginning: str, longest: str, *, on_plan: bool) -> str:
    """Return `` days, 16 full days since last use, longest run 62``, which follows the number and its word.

    ``since`` and ``longest`` are left out if empty. ``on_plan``: the days are days on plan, which is added.
    """
    plan = f" {figures_text.ON_PLAN}" if on_plan else ""
    middle = f", {since} since {beginning}" if since else ""
    return f" {noun(days, 'day')}{plan}{middle}{f', longest run {longest}' if longest else ''}"


# Cravings and what worked.

PARTS_OF_DAY: Final = {"morning": range(5, 12), "afternoon": range(12, 17), "evening": range(17, 22)}
"""Part of the day → its hours."""

NIGHT: Final = "night"
TIME_NOT_KNOWN: Final = "time not known"
WHEN, WHERE, HALT, SITUATIONS, SET_OFF_BY, OUTCOME = "When", "Where", "HALT", "Situations", "Set off by", "Outcome"
OTHER_TRIGGER: Final = "other"
STRATEGIES: Final = "strategies"
CHART_OF_EACH: Final = "how strong, 0 to 10"


def chart_of_days(days: int) -> str:
    """Name the chart that has the strongest craving of each day."""
    return f"the strongest of each of the last {count(days, 'day')} with one, 0 to 10"


def format_cravings(number: int, strongest: int, typical: float) -> str:
    """Return ``4 cravings, strongest 8, typical 6 of 10``."""
    return f"{things(number, 'craving')}, strongest {strongest}, typical {typical:g} of 10"


def noted_in(words: str, noted: int, of: int) -> str:
    """Add in how many of all cravings something was noted."""
    return f"{words} (noted in {noted} of {of})"


def format_tried(known: str, times: int) -> str:
    """Return ``: came through 3 of 4, early hint; tried 2 times in this period``, which follows the strategy."""
    return f": {known}; tried {things(times, 'time')} in this period"


# Weekly anchors and goals.

A_LINE: Final = "a weekly anchor"
A_GOAL: Final = "a goal"
MOORING_LINES: Final = "weekly anchors"
GOALS: Final = "goals"
HOW_FAR: Final = "progress"
PERCENT: Final = "per cent"


def format_held(held: int, of: int, weeks: int) -> str:
    """Return ``held 7 of 8, in 2 weeks``."""
    return f"held {held} of {of}, in {things(weeks, 'week')}"


def format_line_held(held: int, weeks: int) -> str:
    """Return ``: held in 2 of 2 weeks``, which follows the weekly anchor."""
    return f": held in {held} of {things(weeks, 'week')}"


def format_next_step(step: str) -> str:
    """Return ``; next: hand in the first piece``, which follows the goal."""
    return f"; next: {step}"


# Commitments, needs and entries.

A_COMMITMENT: Final = "a thing we agreed"
AN_ENTRY: Final = "an entry"
COMMITMENTS: Final = "things we agreed"
NEEDS: Final = "needs"
ENTRIES: Final = "entries"
NO_DAY_SET: Final = "no day set"


def kept_in_time(kept: int, of: int) -> str:
    """Say how many of the commitments whose day came were kept."""
    return f"done on time: {kept} of {of} that were due"


def format_closed(name: str, on: date | None) -> str:
    """Return ``done Fri 20 Nov``."""
    return f"{name} {format_day(on)}" if on else name


def format_open(due: date | None, last: date, carried: int) -> str:
    """Return ``by Wed 25 Nov``, ``was due Mon 16 Nov, carried twice``; ``last`` is the last day of the page."""
    by = NO_DAY_SET if due is None else f"{'by' if due >= last else 'was due'} {format_day(due)}"
    times = f", carried {_times(carried)}" if carried else ""
    return f"{by}{times}"


# For today, together, next check-in.

SOMETHING: Final = "something I noted"
TOPICS: Final = "topics"
KEPT_FOR_TODAY: Final = "things saved for today"
RULE: Final = "_" * 40 + " by " + "_" * 12
"""Room for what and by when, as text."""


def format_of_day(name: str, day: date) -> str:
    """Return ``an entry of Sun 22 Nov``."""
    return f"{name} of {format_day(day)}"


def format_craving(intensity: int, day: date) -> str:
    """Return ``a craving of 7 on Sun 22 Nov``."""
    return f"a craving of {intensity} on {format_day(day)}"


def format_quiet(hours: str) -> str:
    """Say when the mentor does not want to be reached."""
    return f"quiet {hours}"


def with_words(name: str) -> str:
    """Return ``, with R.``, which follows the time and the place."""
    return f", with {name}"


def with_my_words(role: Role) -> str:
    """Return ``, with my mentor``, where the name is left out."""
    return f", with my {label(role)}"
