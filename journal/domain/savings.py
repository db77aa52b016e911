"""What was saved since a focus began: money and time, from what the use cost and took before.

C × the daily baseline minus what the use days cost. Where less is wanted, not none, a day within the plan adds the
baseline minus its own cost, if that is known. The same rule holds for time; what a use day took is known where the
focus is counted in hours or minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from journal.domain.day_amounts import day_amounts
from journal.domain.days import DayAmount, DayState, DayWord, Mark, uses_by_day
from journal.domain.focus_goals import goal_on, is_on_plan_mode
from journal.domain.focuses import Focus, cost_per_day, counts_money, minutes_per_day
from journal.domain.uses import Use

MINUTES_OF_A_YEAR: Final = 366 * 24 * 60

_TIME_UNITS: Final = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "hora", "horas"), 60),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuto", "minutos"), 1),
}
"""Units of time as people write them → their minutes."""


class Saved(NamedTuple):
    """Money in the focus's currency, to two decimals, and whole minutes; None where not counted, never below 0."""

    money: Decimal | None
    minutes: int | None


NOTHING_COUNTED: Final = Saved(None, None)


def saved(focus: Focus, uses: Sequence[Use], marks: Iterable[Mark], words: Sequence[DayWord]) -> list[Saved]:
    """Return what was saved on the days of each of ``words``."""
    cost, took = cost_per_day(focus) if counts_money(focus.kind) else None, minutes_per_day(focus)
    costs = {} if cost is None else _costs(focus, uses)
    minutes = {} if took is None else _minutes(focus, uses, marks)
    return [
        Saved(
            money=None if cost is None else _money(focus, word, cost, costs),
            minutes=None if took is None else _whole_minutes(focus, word, took, minutes),
        )
        for word in words
    ]


def _costs(focus: Focus, uses: Sequence[Use]) -> dict[date, DayAmount]:
    """Return what each day cost of which something is known."""
    found = {}
    for day, own in uses_by_day(focus, uses).items():
        costs = [use.cost for use in own if use.cost is not None]
        if costs:
            found[day] = DayAmount(sum(costs, Decimal(0)), len(costs) == len(own))
    return found


def _minutes(focus: Focus, uses: Sequence[Use], marks: Iterable[Mark]) -> dict[date, DayAmount]:
    """Return the minutes that the use of each day took; none where it is not counted in time."""
    factor = _TIME_UNITS.get(focus.unit.strip().casefold())
    if factor is None:
        return {}
    return {
        day: DayAmount(amount.known * factor, amount.complete)
        for day, amount in day_amounts(focus, uses, marks).items()
    }


def _money(focus: Focus, word: DayWord, baseline: Fraction, spent: Mapping[date, DayAmount]) -> Decimal:
    days, off = _counted(focus, word, spent)
    return max(Decimal(0), Decimal(round(days * baseline * 100)) / 100 - off)


def _whole_minutes(focus: Focus, word: DayWord, baseline: Fraction, spent: Mapping[date, DayAmount]) -> int:
    days, off = _counted(focus, word, spent)
    return max(0, round(days * baseline - Fraction(off)))


def _counted(focus: Focus, word: DayWord, spent: Mapping[date, DayAmount]) -> tuple[int, Decimal]:
    """Return how many days saved the baseline, and what the days took off it."""
    days, off = word.letters.count(DayState.CLEAN), Decimal(0)
    for day, amount in spent.items():
        if not word.counts(day):
            continue
        if word.state(day) is DayState.WITHIN and is_on_plan_mode(goal_on(focus, day).goal_mode):
            if not amount.complete:
                continue
            days += 1
        off += amount.known
    return days, off


def parse_minutes(text: str) -> int | None:
    """Return the minutes a person typed, or None: ``90 min``, ``2 h``, ``1.5 hours``, ``1 h 30``, ``1:30``.

    A number alone has no unit, and is None.
    """
    typed = " ".join(text.casefold().split())
    if clock := re.fullmatch(r"(\d{1,4}):([0-5]\d)", typed, re.ASCII):
        minutes = Decimal(int(clock[1]) * 60 + int(clock[2]))
    elif mixed := re.fullmatch(
        r"(\d{1,4}) ?(?:h|hr|hrs|hours?) ?(\d{1,4})(?: ?(?:m|mins?|minutes?))?", typed, re.ASCII
    ):
        minutes = Decimal(int(mixed[1]) * 60 + int(mixed[2]))
    else:
        alone = re.fullmatch(r"(\d{1,6}(?:[.,]\d{1,4})?) ?([a-z]+)", typed, re.ASCII)
        if alone is None or alone[2] not in _TIME_UNITS:
            return None
        minutes = Decimal(alone[1].replace(",", ".")) * _TIME_UNITS[alone[2]]
    return round(minutes) if minutes <= MINUTES_OF_A_YEAR else None
