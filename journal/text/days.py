"""What is said about the days of a focus: what a day was, what its signs mean, and the figures."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import MONTH_NAMES, format_date, format_day
from journal.domain.day_statistics import Figures
from journal.domain.days import DayState, Mark
from journal.domain.filling_in import FilledIn, Sureness, sureness
from journal.domain.focus_goals import goal_on, is_abstinence, most_on
from journal.domain.focuses import Focus, clean_word_of
from journal.text import figures as figures_text
from journal.text.counting import count
from journal.text.labels import label

DAYS_KEYS: Final = "v mark several · l last week · esc back"
RANGE_KEYS: Final = "arrows choose · then a letter · esc ends it"
FREE: Final = "free"
USED: Final = "used"
NOT_KNOWN: Final = "not logged"
MIXED: Final = "mixed"
WITHIN: Final = "within limit"
OVER: Final = "over limit"
WITHIN_SIGN, OVER_SIGN = "within", "over"
MAYBE_OVER: Final = "used, and it isn't known whether that was over your limit"
NO_LIMIT_ON_DAY: Final = "There is no limit on this day. x marks it as used."
BELOW_PLAN: Final = "That's less than your plan. Going down too fast can be dangerous. Tell whoever made the plan."
FILL_IN: Final = "Fill in those days? (f)"
ALL_FREE: Final = "all of them"
ONE_BY_ONE: Final = "one by one"
FILL_IN_TITLE: Final = "filling in days"
PRESS_U: Final = "Press u to undo."
HOW_SURE: Final = "How sure are you of these days?"
NOT_ASKED: Final = "skip"
NOT_LATER: Final = "Only days that were filled in later have this."
NOT_COUNTED: Final = "not counted"
NO_ENTRY: Final = "not logged"
NO_MARK: Final = "There is no mark on this day."
IN_A_PAUSE: Final = "in a pause"

_STATES: Final = {
    DayState.WITHIN: USED,
    DayState.USED: USED,
    DayState.UNKNOWN: NOT_KNOWN,
    DayState.MIXED: "mixed, or not clear",
    DayState.NOT_APPLICABLE: NOT_COUNTED,
}


def format_state(state: DayState, clean_word: str, *, limited: bool = False) -> str:
    """Return what a day was; ``clean_word`` is the person's own for a day without a use.

    ``limited``: the day has a limit, and a use is within it, over it, or not known to be either.
    """
    if limited:
        return {DayState.WITHIN: WITHIN, DayState.USED: OVER, DayState.MIXED: MAYBE_OVER}.get(state) or format_state(
            state, clean_word
        )
    return _STATES.get(state, clean_word)


def state_choices(focus: Focus, day: date, now: DayState | None) -> list[tuple[DayState, str]]:
    """Return what a day can be, and what it was marked as elsewhere."""
    limited, abstinent = most_on(focus, day) is not None, is_abstinence(goal_on(focus, day).goal_mode)
    used = [(DayState.USED, USED)] if abstinent else [(DayState.WITHIN, USED)]
    if limited:
        used = [(DayState.WITHIN, WITHIN), (DayState.USED, OVER)]
    asked = [(DayState.CLEAN, clean_word_of(focus)), *used, (DayState.UNKNOWN, NOT_KNOWN)]
    told = {DayState.MIXED: USED if limited else MIXED, DayState.NOT_APPLICABLE: NOT_COUNTED}
    return [*asked, *((state, name) for state, name in told.items() if state is now)]


def format_mark(mark: Mark, state: str) -> str:
    """Return ``free (check-in)`` or ``used (calendar, filled in later, fairly sure)``; ``state`` says what it was."""
    later = [label(mark.source), *(["filled in later"] if mark.back_filled else [])]
    if level := sureness(mark):
        later.append(sureness_label(level))
    return f"{state} ({', '.join(later)})"


def format_used(state: str, written_as: str) -> str:
    """Return ``used (written down as a slip)``."""
    return f"{state} ({written_as})"


def were_free(days: int, clean_word: str) -> str:
    """Ask whether the days without an entry were days without a use."""
    return f"Were those {count(days, 'day')} {clean_word}?" if days > 1 else f"Was that day {clean_word}?"


def filled_in(filled: FilledIn, state: str) -> str:
    """Return ``7 days marked free. 1 day with a logged use left as before. Press u to undo.``"""
    said = [f"{count(len(filled.marks), 'day')} marked {state}." if filled.marks else "Nothing was changed."]
    if filled.with_use:
        said.append(f"{count(filled.with_use, 'day')} with a logged use left as before.")
    if filled.outside:
        said.append(f"{count(filled.outside, 'day')} outside of what counts left as before.")
    return " ".join([*said, *([PRESS_U] if filled.marks else [])])


def sureness_label(level: Sureness) -> str:
    """Return how sure the person is of a day."""
    match level:
        case Sureness.SURE:
            return "sure"
        case Sureness.FAIRLY:
            return "fairly sure"
        case Sureness.GUESS:
            return "a guess"


def sureness_saved(level: Sureness) -> str:
    """Say how sure the person is of the marked day from now on."""
    return f"Saved: {sureness_label(level)}."


def range_line(first: date, last: date, not_logged: int) -> str:
    """Return ``9–15 Nov: 7 days, 5 not logged``."""
    return f"{format_date(first, last)}: {count((last - first).days + 1, 'day')}, {not_logged} not logged"


def month_title(name: str, day: date) -> str:
    """Return ``alcohol · November 2026``."""
    return f"{name} · {MONTH_NAMES[day.month - 1]} {day.year}"


def day_line(day: date, words: str) -> str:
    """Return ``Fri 20 Nov: free (check-in)``."""
    return f"{format_day(day)}: {words}"


def format_numbers(figures: Figures, clean_word: str, unit: str) -> list[str]:
    """Return the figures of a focus, the most important one first: ``41 free days of 50 logged · 82 %``."""
    if figures.is_observing:
        return [
            figures_text.format_use(figures_text.THIS_WEEK, figures.week, unit),
            figures_text.format_use(figures_text.THIS_MONTH, figures.month, unit),
        ]
    said = [f"{figures_text.format_good_days(figures, clean_word)} of {figures.logged} logged"]
    said += [figures_text.format_percentages(figures, clean_word)]
    if figures.is_mostly_unknown:
        said = [figures_text.format_coverage(figures)]
    if figures.is_on_plan:
        said += [figures_text.format_limit(figures, unit), figures_text.format_week_on_plan(figures, unit)]
    return said


def longest_run(run: str) -> str:
    """Return ``best run 30``."""
    return f"best run {run}"


def before_start(start: date, today: date) -> str:
    """Say that the day is before the focus starts."""
    return f"before the start, {format_day(start, today)}"


def outside(reason: str) -> str:
    """Say why nothing can be marked on a day."""
    return f"This day is {reason}: settings can change that."
