"""Read medicines and their doses from the journal, as far as a screen or a command needs them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from journal.domain.medicines import SHOWN, Calendar, Dose, Slot, due_now, in_order

if TYPE_CHECKING:
    from journal.domain.medicines import Medicine
    from journal.store.journal import Journal

MARGIN: Final = timedelta(days=2)
"""How many days a dose may be noted before its day, seen from another time zone."""


def calendar_of(journal: Journal) -> Calendar:
    """Return what the instants of doses depend on now."""
    return Calendar(journal.now(), journal.zone(), journal.day_starts_at())


def recent_doses(journal: Journal, days: int = SHOWN) -> list[Dose]:
    """Return what was noted about the doses of the last ``days`` days, today included."""
    today = journal.today()
    return journal.doses.between(today - timedelta(days=days) - MARGIN, today + MARGIN)


def medicines_of(journal: Journal) -> list[Medicine]:
    """Return all medicines, those that are still taken first."""
    return in_order(journal.medicines)


def takes_medicine(journal: Journal) -> bool:
    """Return whether there is a medicine that is still taken."""
    return any(not one.archived for one in journal.medicines)


def next_doses(journal: Journal) -> list[Slot]:
    """Return the next dose of each medicine that has times, the earliest first."""
    medicines = medicines_of(journal)
    return due_now(medicines, recent_doses(journal, 1), calendar_of(journal)) if medicines else []
