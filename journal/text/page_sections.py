"""What the lines of the page for the mentor say, section by section, as in ``journal.summary.sections``.

A function takes plain values and returns the words of one line or of a part of it, so that ``summary`` decides alone
which part is how sensitive.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.dates import format_day
from journal.domain.day_statistics import Figures
from journal.domain.days import DayState
from journal.domain.people import Role
from journal.domain.sessions import Wish
from journal.language import translated
from journal.text import figures as figures_text
from journal.text.counting import count, noun, short
from journal.text.labels import label
from journal.text.page import things

# The heading and how I am.

_OFTEN: Final = {1: "once", 2: "twice"}
SLEEP, MOOD, ENERGY = "sleep", "mood", "energy"
NOT_SAFE: Final = "I don't feel safe."
SCORE: Final = "score"
MEDICINE: Final = "medicine"
A_MEDICINE: Final = "a medicine"
MY_ONE_ASK: Final = "The one thing I want your honest take on"


def format_for(name: str) -> str:
    """Say who the page is for."""
    return f"For {name}"


def my_role(role: Role) -> str:
    """Return ``my sponsor``, where a name is left out."""
    return f"my {label(role)}"


def format_since_met(day: date) -> str:
    """Say that the period begins with the last meeting."""
    return f"since we last met, {format_day(day)}"


def format_status(status: int, meaning: str, on: date | None) -> str:
    """Return ``So-so (3 of 5)``, and the day for which it was said, where it is past."""
    day = f", on {format_day(on)}" if on else ""
    return f"{meaning[:1].upper()}{meaning[1:]} ({status} of 5{day})"


def format_wish(wish: Wish) -> str:
    """Say what the person would like the mentor to do."""
    return f"I would like you to: {label(wish)}"


def beside(words: str, before: int | None) -> str:
    """Return ``6, before 9``: a count beside that of the period before; only the count where there is none."""
    return words if before is None else f"{words}, before {before}"


def format_checkins(number: int, before: int | None, typical: str) -> str:
    """Return ``6 daily check-ins, before 7: mood 6, energy 5 of 10 (typical)``."""
    return f"{beside(things(number, 'daily check-in'), before)}: {typical} of 10 (typical)"


def format_score(name: str, number: int, most: int, before: int | None) -> str:
    """Return ``WHO-5: 52 of 100, before 44``."""
    return f"{name}: {beside(f'{number} of {most}', before)}"


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
USE: Final = "use"


def format_period(period: Figures, before: Figures | None, last_episode: int | None) -> str:
    """Return ``; 3 used, before 2; 1 not logged; last time 3 days in a row``, which follows the free days.

    Without a period ``before`` it is ``, 1 used, 1 not logged``.
    """
    between = ", " if before is None else "; "
    parts = [
        beside(f"{counted} {words}", None if before is None else earlier)
        for words, counted, earlier in _days_used(period, before or period)
    ]
    last_time = f"; last time {last_episode} days in a row" if last_episode and last_episode > 1 else ""
    return f"{between}{between.join([*parts, f'{period.unknown:,} not logged'])}{last_time}"


def _days_used(period: Figures, before: Figures) -> list[tuple[str, int, int]]:
    """Return what is counted, in words, with the days of the period and of the one before."""
    if period.is_observing:
        return [("used", period.within + period.used, before.within + before.used)]
    if period.is_on_plan or period.within:
        return [
            ("used within the limit", period.within, before.within),
            ("over it", period.used, before.used),
        ]
    return [("used", period.used, before.used)]


def format_share(good: int, logged: int, unknown: int, word: str) -> str:
    """Return ``24 of 25 logged days free; 3 not logged``."""
    share = f"{good:,} of {things(logged, 'logged day')} {word}"
    return share if not unknown else f"{share}; {unknown:,} not logged"


def format_one_use(day: date, amount: str, situation: str) -> str:
    """Return ``used Wed 11 Nov, 3 drinks, pleasant times with others``; what was not noted is left out."""
    return ", ".join(part for part in (f"used {format_day(day)}", amount, situation) if part)


def format_response(told: date | None, back: date | None, *, is_back: bool) -> str:
    """Return ``; told my mentor Thu 12 Nov; back on track``: what came after a use, as far as it is known."""
    came_back = f"back on track {format_day(back)}" if back else "back on track" if is_back else ""
    said = f"told my mentor {format_day(told)}" if told else ""
    return "".join(f"; {part}" for part in (said, came_back) if part)


def format_use_days(used: int, days: int, unknown: int) -> str:
    """Return ``1 use day in 33 days since the programme began, 1 not logged``."""
    began = f"{things(used, 'use day')} in {things(days, 'day')} since the programme began"
    return began if not unknown else f"{began}, {unknown:,} not logged"


def format_days_logged(logged: int, unknown: int) -> str:
    """Return ``50 logged days, 2 not logged``."""
    return f"{things(logged, 'logged day')}{f', {unknown:,} not logged' if unknown else ''}"


def format_plan(whole: Figures, unit: str) -> str:
    """Return ``48 of 50 logged days on plan; limit today 2 drinks; this week 4 on plan, 1 over, 9 drinks``."""
    share = format_share(whole.good_days, whole.logged, 0, figures_text.ON_PLAN)
    first = figures_text.format_coverage(whole) if whole.is_mostly_unknown else share
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


def format_numbers(since: str, beginning: str, best: str) -> str:
    """Return ``16 full days since last use, best run 62``; either is left out if empty."""
    return ", ".join(part for part in (since and f"{since} since {beginning}", best and f"best run {best}") if part)


def format_clean(days: int, clean_word: str) -> str:
    """Return ``6 free``: a number of days, with the person's word for a day without use."""
    return f"{days:,} {clean_word}"


def format_clean_total(days: int, clean_word: str, numbers: str) -> str:
    """Return ``77 free days, best run 62``, with the other numbers after it."""
    return f"{days:,} {clean_word} {noun(days, 'day')}, {numbers}"


def format_good_total(days: int, numbers: str) -> str:
    """Return ``21 days on plan, best run 8``, with the other numbers after it."""
    return f"{count(days, 'day')} {figures_text.ON_PLAN}, {numbers}"


def format_since(convention: str, days: int) -> str:
    """Return ``day number 17``: the label of a way to count, and the number."""
    return f"{convention} {days:,}"


def format_scale(most: float) -> str:
    """Return ``0 to 10``: what the height of a picture goes from and to."""
    return f"0 to {short(most)}"


def count_states(counted: Mapping[DayState, int]) -> str:
    """Return ``5 without use, 2 not logged`` of a number of days."""
    return ", ".join(f"{number} {MEANINGS[state]}" for state, number in counted.items())


# Cravings and what worked.

PARTS_OF_DAY: Final = {"morning": range(5, 12), "afternoon": range(12, 17), "evening": range(17, 22)}
"""Part of the day → its hours."""

NIGHT: Final = "night"
TIME_NOT_KNOWN: Final = "time not known"
WHEN, WHERE, HALT, SITUATIONS, SET_OFF_BY, OUTCOME = "When", "Where", "HALT", "Situations", "Set off by", "Outcome"
OTHER_TRIGGER: Final = "other"
STRATEGY: Final = "strategy"
CHART_OF_EACH: Final = "how strong, 0 to 10"


def chart_of_days(days: int) -> str:
    """Name the chart that has the strongest craving of each day."""
    return f"the strongest of each of the last {count(days, 'day')} with one, 0 to 10"


def format_cravings(number: int, before: int | None, strongest: int, typical: float) -> str:
    """Return ``4 cravings, before 6; strongest 8, typical 6 of 10``."""
    counted = beside(things(number, "craving"), before)
    return f"{counted}{',' if before is None else ';'} strongest {strongest}, typical {typical:g} of 10"


def noted_in(words: str, noted: int, of: int) -> str:
    """Add in how many of all cravings something was noted."""
    return f"{words} (noted in {noted} of {of})"


def format_tried(known: str, times: int) -> str:
    """Return ``: 3 of 4 passed, early sign; tried 2 times in this period``, which follows the strategy."""
    return f": {known}; tried {things(times, 'time')} in this period"


# Weekly anchors and goals.

A_LINE: Final = "a weekly anchor"
A_GOAL: Final = "a goal"
MOORING_LINE: Final = "weekly anchor"
GOAL: Final = "goal"
HOW_FAR: Final = "progress"
PERCENT: Final = "per cent"


def format_milestone(name: str, day: str) -> str:
    """Return ``30 days in a row on Fri 6 Nov``."""
    return f"{name} on {day}"


def format_milestones(said: list[str]) -> str:
    """Return ``reached 30 days in a row on Fri 6 Nov, 1 month in a row on Sat 7 Nov``."""
    return f"reached {', '.join(said)}"


def format_held(held: int, of: int, weeks: int) -> str:
    """Return ``held 7 of 8, in 2 weeks``."""
    return f"held {held} of {of}, in {things(weeks, 'week')}"


def format_line_held(held: int, weeks: int) -> str:
    """Return ``: held in 2 of 2 weeks``, which follows the weekly anchor."""
    return f": held in {held} of {things(weeks, 'week')}"


def format_next_step(step: str) -> str:
    """Return ``; next: hand in the first piece``, which follows the goal."""
    return f"; next: {step}"


def format_your_part(role: str) -> str:
    """Return ``; your part: accountability``, which follows the goal."""
    return f"; your part: {role}"


def format_decision(decision: str) -> str:
    """Return ``One decision I want from you: class or job first?``."""
    return f"One decision I want from you: {decision}"


# Commitments, needs and entries.

A_COMMITMENT: Final = "a thing we agreed"
AN_ENTRY: Final = "an entry"
COMMITMENT: Final = "thing we agreed"
NEED: Final = "need"
ENTRY: Final = "entry"
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


# The programme.

HOURS: Final = "Hours"


def format_hours(one_to_one: str, groups: str) -> str:
    """Return ``one-to-one 0.8 a week, 1 planned; groups 1 a week, 1 planned``; what is empty is left out."""
    named = (("one-to-one", one_to_one), ("groups", groups))
    return "; ".join(f"{name} {words}" for name, words in named if words)


def format_hours_a_week(had: Decimal, planned: Decimal | None) -> str:
    """Return ``0.8 a week, 1 planned``."""
    plan = "" if planned is None else f", {_plain(planned)} planned"
    return f"{_plain(had)} a week{plan}"


def _plain(hours: Decimal) -> str:
    """Return hours to a tenth: ``4.5``, ``5``."""
    return f"{round(hours, 1).normalize():f}"


# For today, together, next check-in.

SOMETHING: Final = "something I noted"
TO_TALK_ABOUT: Final = "thing to talk about"
RULE: Final = "_" * 74
"""Room for one new agreement, as text: to the edge of a row that begins with a box."""


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


translated(__name__)
