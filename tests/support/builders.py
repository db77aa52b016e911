"""Build small records for tests, filled in as a journal would fill them in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Outcome
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, FocusKind
from journal.domain.uses import Use

START = date(2026, 9, 1)
"""The first day of ``alcohol()``."""


def alcohol(start: date | None = START) -> Focus:
    """Return a focus of kind alcohol, starting on ``START``."""
    return Focus(uid="alcohol", label="alcohol", kind=FocusKind.ALCOHOL, start=start, unit="drinks")


def day(number: int) -> date:
    """Return the day that many days after ``START``."""
    return START + timedelta(days=number)


def mark(focus: Focus, on: date, state: DayState, *, uid: str = "", made: int = 0) -> Mark:
    """Return a mark, made ``made`` minutes after a fixed moment."""
    made_at = datetime(2026, 12, 1, tzinfo=UTC) + timedelta(minutes=made)
    return Mark(uid=uid or f"{focus.uid}-{on}", focus=focus.uid, local_date=on, state=state, made_at=made_at)


def marks(focus: Focus, first: date, letters: str) -> list[Mark]:
    """Return one mark per day from the letters of a day word; a space is a day without a mark."""
    return [
        mark(focus, first + timedelta(days=number), DayState(letter))
        for number, letter in enumerate(letters)
        if letter != " "
    ]


def clean_marks(focus: Focus, first: date, count: int) -> list[Mark]:
    """Return marks for ``count`` clean days in a row."""
    return marks(focus, first, "-" * count)


def use(focus: Focus, on: date, *, amount: str | None = None, cost: str | None = None) -> Use:
    """Return a use on a day."""
    return Use(
        uid=f"use-{on}-{amount}",
        focus=focus.uid,
        local_date=on,
        amount=None if amount is None else Decimal(amount),
        cost=None if cost is None else Decimal(cost),
    )


def craving(
    *strategies: str, outcome: Outcome = Outcome.PASSED, minutes: int | None = None, triggers: tuple[str, ...] = ()
) -> Craving:
    """Return a craving of 7 in which these strategies (uids) were used in order."""
    return Craving(
        intensity=7,
        outcome=outcome,
        timer_seconds=None if minutes is None else minutes * 60,
        triggers=list(triggers),
        attempts=[Attempt(strategy=uid) for uid in strategies],
    )


def strategy(uid: str, *, favourite: bool = False, retired: bool = False) -> Strategy:
    """Return a strategy whose label is its uid."""
    return Strategy(uid=uid, label=uid, favourite=favourite, retired=retired)
