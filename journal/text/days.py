"""What is said about the days of a focus: what a day was, what its signs mean, and the figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace

from journal.domain.date_names import month_name
from journal.domain.dates import format_date, format_day
from journal.domain.day_statistics import Figures
from journal.domain.days import DayState, Mark
from journal.domain.filling_in import FilledIn, Sureness, sureness
from journal.domain.focus_goals import goal_on, is_abstinence, most_on
from journal.domain.focuses import Focus, Pause, clean_word_of
from journal.language import translated
from journal.text import figures as figures_text
from journal.text.counting import count
from journal.text.labels import label

DAYS_KEYS: Final = "enter open · y year · g go to · v several · esc back"
YEAR_KEYS: Final = "enter open · y month · g go to · v several · esc back"
GO_TO: Final = "Go to"
GO_TO_HINT: Final = "last march, 12.3.2024"
GO_TO_KEYS: Final = "enter go there · esc stay here"
PAUSES: Final = "pauses"
PAUSES_WHAT: Final = "Days in a pause don't count. What you log on them stays, and counts again without the pause."
NO_PAUSES: Final = "No pauses. Press + to add one, also for days long ago."
PAUSES_KEYS: Final = "+ add · enter edit · d remove · esc back"
EMPTY_PAUSES_KEYS: Final = "+ add · esc back"
PAUSE: Final = "pause"
PAUSE_FIRST: Final = "First day"
PAUSE_LAST: Final = "Last day"
PAUSE_LAST_HINT: Final = "Empty: it still goes on."
PAUSE_REASON: Final = "Why"
PAUSE_REASON_HINT: Final = "If you like: in hospital, a trip."
PAUSE_FIRST_NEEDED: Final = "When did it begin? Try: 3 weeks ago, 19 Nov."
PAUSE_ENDS_FIRST: Final = "The last day is before the first."
PAUSE_SAVED: Final = "Pause saved. Its days don't count. Press u to undo."
PAUSE_REMOVED: Final = "Pause removed. Its days count again. Press u to undo."
NOTHING_ON_DAY: Final = "Nothing on this day yet."
DAY_KEYS: Final = "← → another day · enter open · esc back"
EMPTY_DAY_KEYS: Final = "← → another day · esc back"
FOCUS_GONE: Final = "What this pause was for was deleted. Press ctrl+t to discard it."
PAUSE_ELSEWHERE: Final = "To change a pause, press p in the calendar."
MILESTONE_STAYS: Final = "A milestone that you reached stays."
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
THAT_DAY_FREE: Final = "Yes"
SHOW_THAT_DAY: Final = "No, show it"
FILL_IN_TITLE: Final = "filling in days"
PRESS_U: Final = "Press u to undo."
NOT_ASKED: Final = "skip"
NOT_LATER: Final = "Only days that were filled in later have this."
NOT_COUNTED: Final = "not counted"
NO_ENTRY: Final = "not logged"
NOTHING_YET: Final = "No day logged yet."
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


def with_more(keys: str) -> str:
    """Return the hints of the calendar where there is room: two more in place of one that the line below has, too."""
    return keys.replace("v several", "a amounts · p pauses")


def how_sure(days: int) -> str:
    """Ask how sure the person is of the days that they filled in."""
    return "How sure are you of these days?" if days > 1 else "How sure are you of this day?"


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
    return f"{format_date(first, last)}: {count((last - first).days + 1, 'day')}, {not_logged:,} not logged"


def month_title(name: str, day: date) -> str:
    """Return ``alcohol · November 2026``."""
    return f"{name} · {month_name(day.month)} {day.year}"


def year_title(name: str, day: date) -> str:
    """Return ``alcohol · 2026``."""
    return f"{name} · {day.year}"


def year_line(year: int, held: Mapping[DayState, int], clean_word: str, *, limited: bool = False) -> str:
    """Return ``2026: 17 days free, 1 used, 2 not logged.``; empty if no day of the year counts.

    ``held`` is how many days of the year are in each state. ``limited``: a use is within the limit of its day, or over.
    """
    within, used, not_counted = held[DayState.WITHIN], held[DayState.USED], held[DayState.NOT_APPLICABLE]
    uses = [(within, WITHIN), (used, OVER)] if limited else [(within + used, USED)]
    parts = [
        (held[DayState.CLEAN], clean_word),
        *uses,
        (held[DayState.MIXED], MIXED),
        (held[DayState.UNKNOWN], NOT_KNOWN),
        (not_counted, NOT_COUNTED),
    ]
    if sum(held.values()) == not_counted:
        return ""
    (first, name), *others = [(number, name) for number, name in parts if number]
    told = [f"{count(first, 'day')} {name}", *(f"{number} {name}" for number, name in others)]
    return f"{year}: {', '.join(told)}."


def empty_year(year: int, start: date | None) -> str:
    """Say that no day of a year counts, and why if it is before the start."""
    why = f" It counts from {format_day(start)} {start.year}." if start is not None and year < start.year else ""
    return f"{year}: nothing counted.{why}"


def whole_day_title(day: date) -> str:
    """Return ``Fri 20 Nov 2026``."""
    return f"{format_day(day)} {day.year}"


def nothing_on_day(slip: str) -> str:
    """Say that a day is empty, and which keys change that."""
    return f"{NOTHING_ON_DAY} n write · a check-in · s {slip}"


def pauses_title(label: str) -> str:
    """Return ``alcohol · pauses``."""
    return f"{label} · {PAUSES}"


def pause_line(pause: Pause, today: date) -> str:
    """Return ``6–20 Apr 2026: 15 days``, ``since Mon 23 Nov``; with the reason after it if there is one."""
    if pause.last is None:
        when = f"since {format_day(pause.first, today)}"
    else:
        year = "" if pause.first.year == pause.last.year == today.year else f" {pause.last.year}"
        days = count((pause.last - pause.first).days + 1, "day")
        when = f"{format_date(pause.first, pause.last)}{'' if pause.first.year != pause.last.year else year}: {days}"
    return f"{when} · {pause.reason}" if pause.reason else when


def pause_overlaps(other: Pause, today: date) -> str:
    """Say which pause is in the way of another."""
    return f"That overlaps the pause {pause_line(replace(other, reason=''), today)}."


def in_a_pause(pause: Pause) -> str:
    """Return ``in a pause``, with its reason if there is one."""
    return f"{IN_A_PAUSE}: {pause.reason}" if pause.reason else IN_A_PAUSE


def day_line(day: date, words: str, today: date | None = None) -> str:
    """Return ``Fri 20 Nov: free (check-in)``, with the year if that is not the year of ``today``."""
    return f"{format_day(day, today)}: {words}"


def format_numbers(figures: Figures, clean_word: str, unit: str) -> list[str]:
    """Return the figures of a focus, the most important one first: ``41 free days of 50 logged · 82 %``."""
    if figures.is_observing:
        return [
            figures_text.format_use(figures_text.THIS_WEEK, figures.week, unit),
            figures_text.format_use(figures_text.THIS_MONTH, figures.month, unit),
        ]
    said = [f"{figures_text.format_good_days(figures, clean_word)} of {figures.logged:,} logged"]
    said += [figures_text.format_percentages(figures, clean_word)]
    if figures.is_mostly_unknown:
        said = [figures_text.format_coverage(figures)]
    if not figures.total:
        said = [NOTHING_YET]
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
    return f"This day is {reason}. Settings can change that."


translated(__name__)
