"""What is said about amounts by week and month: against the limit, in a taper, or only counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.date_names import short_month
from journal.domain.dates import format_date, format_day
from journal.domain.day_amounts import AmountStretch
from journal.domain.focuses import EarlierGoal, GoalMode, TaperStep
from journal.domain.uses import format_amount
from journal.language import translated
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text.amounts import in_unit
from journal.text.counting import count
from journal.text.focuses import GOAL_MODE_WORDS
from journal.text.patterns import format_start

AMOUNTS: Final = "amounts"
PERIODS: Final = {28: "4 weeks", 84: "12 weeks", 365: "a year"}
"""Days of a period → its name."""

KEYS: Final = "← → time · t table · esc back"
KEYS_TABLE: Final = "← → time · t pictures · esc back"
ANOTHER: Final = "f another"
PLAN: Final = "the plan"
NOTHING_TRACKED: Final = "Nothing tracked yet. Add it in the settings: press comma on Today."
NOTHING_LOGGED: Final = "Nothing logged in this time. On Today, a logs today and f the days before."
NO_USE: Final = "No use logged in this time."
WITHOUT: Final = "no use"
HOW_TO: Final = "With a slip you can log how much it was. It is then added up here."
WEEKS: Final = "By week"
MONTHS_HEADING: Final = "By month"
USE_DAYS: Final = "use days"
BAR_KEY: Final = "█ used  ▓ over the limit  ░ up to the limit"
LAST_STEP: Final = "This is the last step."
NOT_COUNTED: Final = "not counted"
NOTHING_YET: Final = "nothing logged yet"
NONE_LOGGED: Final = "nothing logged"
NOT_KNOWN: Final = "amount not known"
AT_LEAST_KEY: Final = "+ at least: some amounts are not known."
USED_SHORT: Final = "used"
TABLE_HEADS: Final = ("from", "amount", "limit", "within", "over", USE_DAYS, "below", "heavy", "not logged")


def title(label: str, days: int | None, first: date, last: date) -> str:
    """Return ``alcohol in 4 weeks, 26 Oct – 23 Nov``."""
    period = PERIODS.get(days or 0)
    return f"{label}{f' in {period}' if period else ''}, {format_date(first, last)}"


def format_whole(whole: AmountStretch, unit: str, *, amounts: bool) -> str:
    """Return ``38 drinks on 16 use days. 20 of 28 days logged.``: a whole period in two sentences."""
    used = count(whole.use.use_days, "use day")
    if amounts and whole.use.amount:
        least = "" if whole.use.complete else "at least "
        used = f"{least}{in_unit(whole.use.amount, unit)} on {used}"
    return f"{used[:1].upper()}{used[1:]}. {format_logged(whole)}"


def format_logged(whole: AmountStretch) -> str:
    """Return ``20 of 28 days logged.``."""
    return f"{whole.days - whole.not_logged:,} of {count(whole.days, 'day')} logged."


def most_today(limit: Decimal | None, unit: str) -> str:
    """Return ``At most 2 drinks today.``; that there is no limit, where none is set."""
    return "No limit today." if limit is None else f"At most {in_unit(limit, unit)} today."


def heading(name: str, unit: str, *, amounts: bool) -> str:
    """Return ``By week, drinks``: what the bars count."""
    counted = unit if amounts else USE_DAYS
    return f"{name}, {counted}" if counted else name


def format_begin(day: date, *, month: bool, is_now: bool = False) -> str:
    """Return `` 2 Nov 2026`` for a week, ``   Nov 2026`` for a month; ``  this week`` for the one of today."""
    if is_now:
        return f"{figures_text.THIS_MONTH if month else figures_text.THIS_WEEK:>11}"
    return f"   {short_month(day.month)} {day.year}" if month else format_start(day)


def format_used(one: AmountStretch, *, is_judged: bool, amounts: bool) -> str:
    """Return ``at least 6 of 14 (2 a day)``: how much was used, of the limit of all days that count.

    Unless it ``is_judged`` against a limit it is ``6 on 3 use days``, and without ``amounts`` only ``3 use days``.
    """
    used = "" if one.use.amount is None else format_amount(one.use.amount, "")
    least = "" if one.use.complete else "at least "
    if is_judged:
        limit = "" if one.limit is None else f" of {format_amount(one.limit, '')}"
        return f"{least}{used}{limit}{_a_day(one)}" if used else NOT_KNOWN
    days = count(one.use.use_days, "use day") if one.use.use_days else WITHOUT
    return f"{least}{used} on {days}" if amounts and one.use.amount else days


def _a_day(one: AmountStretch) -> str:
    if one.a_day is None:
        return ""
    lowest, highest = (format_amount(limit, "") for limit in one.a_day)
    return f" ({lowest if lowest == highest else f'{lowest}–{highest}'} a day)"


def format_days(one: AmountStretch, *, is_judged: bool, amounts: bool, heavy: bool) -> list[str]:
    """Return ``5 within``, ``1 over``, ``1 heavy``, ``1 not logged``: the days of a stretch beside its use days.

    Those within and over are left out unless it ``is_judged`` against a limit; without ``amounts`` nothing is said of
    them, and without ``heavy`` no day is called so.
    """
    counted = [
        ((one.heavy or 0) if heavy else 0, "heavy"),
        (len(one.below), "below the plan"),
        (0 if is_judged else one.mixed, "not clear"),
        (one.not_logged, "not logged"),
    ]
    said = [f"{one.use.on_plan} within", f"{one.use.over} over"] if is_judged else []
    said += [f"{number} {words}" for number, words in counted if number]
    unknown = one.without_amount - (0 if is_judged else one.mixed)
    return [*said, f"{count(unknown, 'day')} without an amount"] if amounts and unknown else said


def table_cells(one: AmountStretch, *, month: bool, is_judged: bool, amounts: bool, heavy: bool) -> tuple[str, ...]:
    """Return the cells of a row of the table, in the order of ``TABLE_HEADS``; what does not apply is empty.

    ``is_judged``, ``amounts`` and ``heavy`` are as in ``format_days``.
    """
    amount = one.use.amount if amounts and one.not_logged < one.days else None
    used = "" if amount is None else format_amount(amount, "")
    begin = format_begin(one.use.first, month=month).strip()
    return (
        begin if month else begin.rpartition(" ")[0],
        used if one.use.complete or not used else f"{used}+",
        "" if one.limit is None or not is_judged else format_amount(one.limit, ""),
        f"{one.use.on_plan}" if is_judged else "",
        f"{one.use.over}" if is_judged else "",
        "" if is_judged else f"{one.use.use_days}",
        f"{len(one.below)}" if one.below else "",
        f"{one.heavy}" if one.heavy and heavy else "",
        f"{one.not_logged}",
    )


def format_step(step: TaperStep, unit: str, when: str) -> str:
    """Return ``15 Nov 2026  4 drinks a day  now``."""
    return f"{format_start(step.from_date)}  {in_unit(step.maximum, unit)} a day  {when}".rstrip()


def now_since(day: date, today: date) -> str:
    """Say that a step holds now, and since when."""
    return "now, from today" if day == today else f"now, for {count((today - day).days, 'day')}"


def comes_in(day: date, today: date, *, is_next: bool) -> str:
    """Return ``next, in 8 days``."""
    when = "tomorrow" if (day - today).days == 1 else f"in {count((day - today).days, 'day')}"
    return f"next, {when}" if is_next else when


def format_goal(goal: EarlierGoal, unit: str) -> str:
    """Return ``until 31 Oct 2026: cut down, at most 3 drinks a day``."""
    limited = goal.goal_mode is GoalMode.REDUCE and goal.limit is not None
    most = f", at most {in_unit(goal.limit, unit)} a day" if limited and goal.limit is not None else ""
    return f"Until {format_start(goal.until).strip()}: {GOAL_MODE_WORDS[goal.goal_mode]}{most}"


NAMED_DAYS: Final = 5
"""Days below the plan that are named; the others are counted."""


def format_below(days: Sequence[date], today: date) -> str:
    """Say on which days the person was below the plan of a taper, and why it matters; empty for none."""
    if not days:
        return ""
    newest = sorted(days, reverse=True)
    named = ", ".join(format_day(day, today) for day in newest[:NAMED_DAYS])
    more = f" and {len(newest) - NAMED_DAYS} more" if len(newest) > NAMED_DAYS else ""
    return f"Below the plan on {count(len(newest), 'day')}: {named}{more}. {days_text.BELOW_PLAN}"


translated(__name__)
