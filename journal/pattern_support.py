"""Count all that Patterns tells of a period of a journal, and the same of the time before it.

The Patterns screen and ``journal patterns`` take every number from ``compare``, so that both show the same ones. It
reads a journal and needs no Textual; the counting itself is in ``journal.domain.patterns``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.agreements import Agreement, ends_on
from journal.domain.coping import evidence
from journal.domain.dates import days_before
from journal.domain.focuses import Focus
from journal.domain.patterns import (
    DAYS_AROUND,
    Findings,
    Tried,
    around_uses,
    count_cravings,
    days_with_use,
    helped_with,
    passed_with,
    ratings_beside,
)
from journal.summary.sections.section import period_before

if TYPE_CHECKING:
    from journal.store.journal import Journal


class Comparison(NamedTuple):
    """A period and as many days before it. ``comparable``: the journal was kept for all of these."""

    now: Findings
    before: Findings
    comparable: bool


def compare(journal: Journal, first: date, last: date, focus: Focus | None = None) -> Comparison:
    """Return what is told of the days from ``first`` to ``last``, both included, and of as many days before them.

    With a focus only its cravings and its days with a use are counted; check-ins are about the whole day.
    """
    before = days_before(first, last)
    comparable = period_before(journal, first, last) is not None
    return Comparison(find(journal, first, last, focus), find(journal, *before, focus), comparable)


def find(journal: Journal, first: date, last: date, focus: Focus | None = None) -> Findings:
    """Return what is told of the days from ``first`` to ``last``, both included."""
    near = [
        craving
        for craving in journal.cravings.between(_moved(first, -DAYS_AROUND), _moved(last, DAYS_AROUND))
        if focus is None or craving.focus == focus.uid
    ]
    cravings = [craving for craving in near if first <= craving.local_date <= last]
    strategies, triggers = list(journal.strategies), list(journal.triggers)
    of_uid = {strategy.uid: strategy for strategy in strategies}
    focuses: Iterable[Focus] = journal.focuses if focus is None else [focus]
    used = days_with_use(focuses, journal.uses, journal.marks, first, last, journal.today())
    return Findings(
        counts=count_cravings(cravings, triggers, first, last),
        passed=passed_with(cravings, triggers),
        tried=[Tried(of_uid[one.strategy], one) for one in evidence(strategies, cravings) if one.n or one.said],
        helped=helped_with(strategies, triggers, cravings),
        ratings=ratings_beside(journal.checkins, cravings, first, last),
        use_days=len(used),
        around=around_uses(near, used),
    )


def _moved(day: date, days: int) -> date:
    """Return a day so many days later or earlier, but no further than dates go."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def with_cravings(journal: Journal) -> list[Focus]:
    """Return the focuses that Patterns can be about: those in use, and archived ones that have a craving."""
    craved = {craving.focus for craving in journal.cravings}
    return [focus for focus in journal.focuses if not focus.archived or focus.uid in craved]


def programme_days(agreements: Iterable[Agreement], today: date) -> tuple[date, date] | None:
    """Return the first day of the programme that began last and its last day so far; None before the first one."""
    begun = [agreement for agreement in agreements if agreement.start <= today]
    newest = max(begun, key=lambda agreement: (agreement.start, agreement.at), default=None)
    if newest is None:
        return None
    return newest.start, max(newest.start, min(ends_on(newest) or today, today))


def all_days(journal: Journal) -> tuple[date, date]:
    """Return the first day with a craving or a check-in, and today."""
    today = journal.today()
    kept = (record.local_date for collection in (journal.cravings, journal.checkins) for record in collection)
    return min(today, min(kept, default=today)), today


def last_days(today: date, days: int) -> tuple[date, date]:
    """Return the first and the last of so many days that end today."""
    return today - timedelta(days=days - 1), today
