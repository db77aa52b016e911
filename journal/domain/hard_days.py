"""Hard days ahead: a payday, a family dinner, a night alone, each with calls around it and a way out.

Mentor and Today show them, and the page for the mentor names those to come.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Final

from journal.domain.record import Label, Record, Sensitivity

ASKED_DAYS: Final = 3
"""Days after a hard day in which Today asks how it was."""


class HardDay(Record, kw_only=True, frozen=True):
    """A day that may be hard. Everything but the day and what it is may be empty.

    ``call_before`` and ``call_after`` say who to call, ``who_knows`` who knows about the day. ``how_it_was`` is
    written when it is over.
    """

    table: ClassVar[str] = "hard_days"

    day: date
    what: Label
    call_before: Label = ""
    call_after: Label = ""
    way_out: Label = ""
    who_knows: Label = ""
    how_it_was: Label = ""
    sensitivity: Sensitivity = Sensitivity.SHARE


def ahead(days: Iterable[HardDay], today: date) -> list[HardDay]:
    """Return the hard days from ``today`` on, the next one first."""
    return sorted((one for one in days if one.day >= today), key=lambda one: (one.day, one.made_at, one.uid))


def over(days: Iterable[HardDay], today: date) -> list[HardDay]:
    """Return the hard days before ``today``, the latest first."""
    found = (one for one in days if one.day < today)
    return sorted(found, key=lambda one: (one.day, one.made_at, one.uid), reverse=True)


def to_ask(days: Iterable[HardDay], today: date) -> HardDay | None:
    """Return the latest hard day to ask about: over for at most ``ASKED_DAYS`` days, and nothing written yet."""
    latest = (one for one in over(days, today) if (today - one.day).days <= ASKED_DAYS and not one.how_it_was)
    return next(latest, None)
