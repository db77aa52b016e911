"""How much was used: by day, by week and month, and against the limit or the taper of each day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from journal.domain.days import DayAmount, DayState, DayWord, Mark, amount_of, day_word, latest_marks, uses_by_day
from journal.domain.focus_goals import is_dangerous_taper, most_on
from journal.domain.focuses import Focus
from journal.domain.uses import Use


def day_amounts(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark]) -> dict[date, DayAmount]:
    """Return what is known of the amount of each day that has a use or a mark."""
    used, marked = uses_by_day(focus, uses), latest_marks(focus, marks)
    return {day: amount_of(focus, used.get(day, ()), marked.get(day)) for day in used.keys() | marked.keys()}


class PeriodUse(Struct, frozen=True):
    """The use of a period: days on plan (C + W), days over the limit (U), use days (W + U), and the amount.

    ``amount`` adds up what is known; None if there was a use and nothing is known of how much. ``complete``: the amount
    of every use is known.
    """

    first: date
    on_plan: int
    over: int
    use_days: int
    amount: Decimal | None
    complete: bool


def period_use(
    focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], word: DayWord, first: date, last: date
) -> PeriodUse:
    """Return the use from ``first`` to ``last``, both included; ``word`` are all days of the focus."""
    inside = [use for use in uses if first <= use.local_date <= last]
    said = [mark for mark in marks if first <= mark.local_date <= last]
    return _use_of(word.between(first, last), day_amounts(focus, inside, said), first)


def _use_of(part: DayWord, amounts: Mapping[date, DayAmount], first: date) -> PeriodUse:
    """Return the use of the days in ``part``, of which ``amounts`` are known."""
    found = _of_known_days(part, amounts)
    known, complete = sum((amount.known for amount in found), Decimal(0)), all(one.complete for one in found)
    used, within = part.letters.count(DayState.USED), part.letters.count(DayState.WITHIN)
    return PeriodUse(
        first=first,
        on_plan=part.letters.count(DayState.CLEAN) + within,
        over=used,
        use_days=within + used,
        amount=known if complete or known else None,
        complete=complete,
    )


def _of_known_days(part: DayWord, amounts: Mapping[date, DayAmount]) -> list[DayAmount]:
    """Return the amounts of the days that count and of which it is known what they were."""
    return [amount for day, amount in amounts.items() if part.counts(day) and part.state(day) is not DayState.UNKNOWN]


class AmountStretch(Struct, frozen=True):
    """A week, a month or another run of days from ``use.first`` to ``last``: what was used, and against which limit.

    ``limit`` adds up the limits of all days that count; None unless each of them has one. ``a_day`` are the lowest and
    the highest limit of a day; None if no day has one. ``heavy`` counts days at or over the focus's threshold; None
    without one. ``below`` are the days below the plan of a taper in which that can be dangerous. ``not_logged`` and
    ``mixed`` count days of which it is not known what they were; ``without_amount`` are days with a use of which the
    amount is not known, or only in part.
    """

    use: PeriodUse
    last: date
    days: int
    limit: Decimal | None
    a_day: tuple[Decimal, Decimal] | None
    heavy: int | None
    below: list[date]
    not_logged: int
    mixed: int
    without_amount: int


def amount_stretches(
    focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], starts: Sequence[date], last: date, *, today: date
) -> list[AmountStretch]:
    """Return the stretches that begin on these days, in order; each ends before the next one, the last on ``last``.

    Today is in them as soon as something is logged on it.
    """
    uses, marks = list(uses), list(marks)
    word, amounts = day_word(focus, uses, marks, last=last, today=today), day_amounts(focus, uses, marks)
    ends = [start - timedelta(days=1) for start in starts[1:]]
    return [
        _stretch(focus, word.between(first, end), amounts, first, end)
        for first, end in zip(starts, [*ends, last], strict=False)
    ]


def _stretch(focus: Focus, part: DayWord, amounts: Mapping[date, DayAmount], first: date, last: date) -> AmountStretch:
    counted = part.applicable()
    limits = [limit for day, _ in counted if (limit := most_on(focus, day)) is not None]
    found = {day: amounts[day] for day, _ in counted if day in amounts}
    threshold = focus.heavy_from
    return AmountStretch(
        use=_use_of(part, found, first),
        last=last,
        days=len(counted),
        limit=sum(limits, Decimal(0)) if limits and len(limits) == len(counted) else None,
        a_day=(min(limits), max(limits)) if limits else None,
        heavy=None if threshold is None else sum(one.known >= threshold for one in found.values()),
        below=[day for day, amount in found.items() if _is_below(focus, day, amount)],
        not_logged=part.letters.count(DayState.UNKNOWN),
        mixed=part.letters.count(DayState.MIXED),
        without_amount=sum(not one.complete for one in _of_known_days(part, found)),
    )


class Within(Struct, frozen=True):
    """How the days of a focus compare with its limit or taper; ``most`` is the limit on ``day``.

    ``taken`` is the amount noted for that day, ``complete`` whether it is all that was used, and ``state`` what the day
    is. ``kept`` and ``over`` count the days with a limit that are on plan, and over it. A clean day is on plan.
    """

    day: date
    most: Decimal
    taken: Decimal
    kept: int
    over: int
    state: DayState
    complete: bool = True


def within(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], day: date, *, today: date) -> Within | None:
    """Return how ``day`` and all days up to ``today`` compare with the limit or the taper.

    None if none is set for that day.
    """
    if (most := most_on(focus, day)) is None:
        return None
    uses, marks = list(uses), list(marks)
    word = day_word(focus, uses, marks, last=today, today=today)
    limited = [state for on, state in word.items() if most_on(focus, on) is not None]
    kept = limited.count(DayState.CLEAN) + limited.count(DayState.WITHIN)
    amount = _amount_on(focus, uses, marks, day) or DayAmount(Decimal(0), True)
    state = word.state(day) if word.counts(day) else DayState.NOT_APPLICABLE
    return Within(day, most, amount.known, kept, limited.count(DayState.USED), state, amount.complete)


def within_effect(
    focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], use: Use, *, today: date
) -> tuple[Within, Within] | None:
    """Return how the use's day compares with its limit, before and after the ``use`` is added or changed.

    None if none is set for that day.
    """
    uses, marks = list(uses), list(marks)
    others = [other for other in uses if other.uid != use.uid]
    before = within(focus, uses, marks, use.local_date, today=today)
    after = within(focus, [*others, use], marks, use.local_date, today=today)
    return None if before is None or after is None else (before, after)


def is_below_plan(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], day: date) -> bool:
    """Return whether a day is below the plan of a taper in which going down too fast can be dangerous.

    ``uses`` and ``marks`` are at least those of the day. Only a day whose whole amount is known is below it.
    """
    amount = _amount_on(focus, uses, marks, day)
    return amount is not None and _is_below(focus, day, amount)


def _is_below(focus: Focus, day: date, amount: DayAmount) -> bool:
    most = most_on(focus, day)
    return most is not None and is_dangerous_taper(focus, day) and amount.complete and amount.known < most


def latest_is_below_plan(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], word: DayWord) -> bool:
    """Return whether the last of the two latest days in ``word`` that is known is below the plan of a taper."""
    latest = [day for day in (word.last, word.last - timedelta(days=1)) if word.counts(day)]
    known = next((day for day in latest if word.state(day) is not DayState.UNKNOWN), None)
    return known is not None and is_below_plan(focus, uses, marks, known)


def _amount_on(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], day: date) -> DayAmount | None:
    """Return what is known of the amount of a day; None if it has neither a use nor a mark."""
    inside = [use for use in uses if use.local_date == day]
    return day_amounts(focus, inside, [mark for mark in marks if mark.local_date == day]).get(day)
