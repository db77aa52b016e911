"""What the first minute left for later: one offer a day, on the days after it. ``journal.reminders`` shows them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Final


class LaterOffer(StrEnum):
    """What is offered, in the order of the days; the values are kept in the preferences once hidden."""

    FILL_IN = "fill in days"
    PERSON = "person"
    REASON = "reason"
    SAFETY_PLAN = "safety plan"


ROUNDS: Final = 2
"""How often each is offered; then no more."""


def offer_of(first_day: date | None, today: date, past: Collection[str]) -> LaterOffer | None:
    """Return what to offer today, if anything: the same all day, the next one the next day.

    ``first_day`` is the day on which the journal was made with the questions, ``None`` where there were none; nothing
    is offered on it. ``past`` are the offers that are done or hidden: their days stay without one.
    """
    offers = tuple(LaterOffer)
    day = (today - first_day).days if first_day is not None else 0
    if not 1 <= day <= ROUNDS * len(offers):
        return None
    offer = offers[(day - 1) % len(offers)]
    return None if offer in past else offer
