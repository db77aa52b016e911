"""Fill a journal of one day, and one of ten years, the same at every run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from journal.domain.checkins import CheckIn
from journal.domain.coping import Family, Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Outcome, Trigger, TriggerKind
from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.focuses import Focus, FocusKind
from journal.domain.goals import Goal, Measurement
from journal.domain.record import Precision
from journal.domain.uses import Situation, Use
from journal.store.journal import Journal
from tests.conftest import NOON

TODAY: Final = date(2026, 11, 23)
DAYS: Final = 3650
"""Days of a journal of ten years before today."""

START: Final = TODAY - timedelta(days=DAYS)
_CRAVINGS: Final = 400
_CHECKINS: Final = 300
_ENTRIES: Final = 200


def one_day(journal: Journal) -> None:
    """Add what a first evening leaves: one focus that began today, and one check-in."""
    journal.focuses.add(Focus(label="alcohol", kind=FocusKind.ALCOHOL, start=TODAY, unit="drinks"))
    journal.checkins.add(CheckIn(mood=6, energy=4, sleep=5, strongest_craving=3))


def ten_years(journal: Journal) -> None:
    """Add ten years of days of one focus, with uses, cravings, check-ins, entries and a goal with values."""
    with journal.transaction():
        focus = journal.focuses.add(
            Focus(
                label="alcohol",
                kind=FocusKind.ALCOHOL,
                start=START,
                unit="drinks",
                heavy_from=Decimal(5),
                cost=Decimal(70),
                currency="€",
                minutes=180,
                at=at(0),
            )
        )
        journal.marks.add_many(_marks(focus))
        journal.uses.add_many(_uses(focus))
        journal.cravings.add_many(_cravings(journal, focus))
        journal.checkins.add_many(_checkins())
        journal.entries.add_many(
            Entry(title=f"Week {number}", text="A quiet week.", at=at(number * DAYS // _ENTRIES))
            for number in range(_ENTRIES)
        )
        journal.goals.add(_goal())


def at(day: int, hour: int = 12) -> datetime:
    """Return an instant of a day, counted from ``START``, at an hour of the test's zone."""
    return NOON - timedelta(days=DAYS - day, hours=12 - hour)


def _is_used(day: int) -> bool:
    """Return whether a day has a use: each year fewer of them, three in a row at times, none in the last 400 days."""
    spell = 9 + 6 * (day // 365)
    return day < DAYS - 400 and (day % spell == 0 or day % (spell * 10) in (1, 2))


def _marks(focus: str) -> Iterator[Mark]:
    for day in range(DAYS):
        if not _is_used(day) and day % 97 != 5:
            yield Mark(
                focus=focus,
                state=DayState.MIXED if day % 181 == 7 else DayState.CLEAN,
                local_date=START + timedelta(days=day),
                at=at(day),
            )


def _uses(focus: str) -> Iterator[Use]:
    for day in filter(_is_used, range(DAYS)):
        amount = None if day % 7 == 3 else Decimal(2 + day % 6)
        yield Use(
            focus=focus,
            at=at(day, 20),
            amount=amount,
            cost=None if amount is None else 3 * amount,
            situation=list(Situation)[day % 8],
        )


def _cravings(journal: Journal, focus: str) -> Iterator[Craving]:
    triggers = [
        journal.triggers.add(Trigger(label=label, kind=kind, at=at(0)))
        for label, kind in (
            ("row at home", TriggerKind.CONFLICT),
            ("payday", TriggerKind.MONEY),
            ("the pub on the corner", TriggerKind.PLACE),
        )
    ]
    strategies = [
        journal.strategies.add(Strategy(label=label, family=family, at=at(0)))
        for label, family in (("walk", Family.ESCAPE), ("call R.", Family.CONNECT))
    ]
    for number in range(_CRAVINGS):
        start = 3 + number % 8
        yield Craving(
            focus=focus,
            intensity=start,
            after=start // 2,
            at=at(number * DAYS // _CRAVINGS, (17 + number % 7) % 24),
            precision=Precision.DAY if number % 11 == 0 else Precision.EXACT,
            situation=list(Situation)[number % 5],
            halt=[list(Halt)[number % 4]],
            triggers=[triggers[number % 3]],
            place=("home", "work", "street")[number % 3],
            company=("alone", "others")[number % 2],
            attempts=[Attempt(strategy=strategies[number % 2], before=start, after=start // 2)],
            outcome=Outcome.USED if number % 9 == 4 else Outcome.PASSED,
            timer_seconds=60 * (6 + number % 25),
        )


def _checkins() -> Iterator[CheckIn]:
    for number in range(_CHECKINS):
        yield CheckIn(
            mood=2 + number % 8,
            energy=1 + number % 9,
            sleep=3 + number % 7,
            strongest_craving=number % 6,
            at=at(DAYS - 1 - number * DAYS // _CHECKINS),
        )


def _goal() -> Goal:
    values = [
        Measurement(on=START + timedelta(days=90 * number), value=Decimal(15_000 - 370 * number))
        for number in range(40)
    ]
    return Goal(title="Debts paid", unit="€", baseline=Decimal(15_000), target=Decimal(0), values=values, at=at(0))
