"""Needs beyond support: housing, work, health and similar, and where help may come from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import ClassVar

from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity


class Area(StrEnum):
    """The areas in which a mentor may connect the person to resources. Resource connection is one of the five roles."""

    HOUSING = "housing"
    WORK = "work"
    HEALTH = "health"
    LEGAL = "legal"
    MONEY = "money"
    TRANSPORT = "transport"
    CHILDCARE = "childcare"
    EDUCATION = "education"
    FOOD = "food"
    SOCIAL = "social"


_PRIVATE = (Area.HEALTH, Area.LEGAL, Area.MONEY)
"""What can hurt the person if others read it, so that it leaves only when they say so."""


class NeedStatus(StrEnum):
    """The status, in order; ``NOT_NOW`` means postponed."""

    OPEN = "open"
    ASKED = "asked"
    SOLVED = "solved"
    NOT_NOW = "not now"


class Need(Record, kw_only=True, frozen=True):
    """A need. ``resource`` is who or what may help; ``solved_on`` is the day it was solved."""

    table: ClassVar[str] = "needs"

    area: Area
    text: Label = ""
    status: NeedStatus = NeedStatus.OPEN
    resource: Label = ""
    asked_on: date | None = None
    solved_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.SHARE

    @property
    def page_sensitivity(self) -> Sensitivity:
        """Return how far it may go on a page: a need about health, law or money is *ask* where it would be *share*."""
        shares = self.sensitivity is Sensitivity.SHARE
        return Sensitivity.ASK if shares and self.area in _PRIVATE else self.sensitivity

    @property
    def is_open(self) -> bool:
        """Return whether it is still to be solved and not postponed."""
        return self.status in (NeedStatus.OPEN, NeedStatus.ASKED)


_IN_ORDER = (NeedStatus.OPEN, NeedStatus.ASKED, NeedStatus.NOT_NOW, NeedStatus.SOLVED)


def in_order(needs: Iterable[Need]) -> list[Need]:
    """Return open needs first, then asked, postponed, solved; each group in the order it was written."""
    return sorted(needs, key=lambda need: (_IN_ORDER.index(need.status), need.at))


def moved_to(need: Need, status: NeedStatus, on: date) -> Need:
    """Return the need with another status from a day on. The day it was asked for is kept until it is open again."""
    asked = on if status is NeedStatus.ASKED and need.status is not status else need.asked_on
    return replace(
        need,
        status=status,
        asked_on=None if status is NeedStatus.OPEN else asked,
        solved_on=on if status is NeedStatus.SOLVED else None,
    )


def advance(need: Need, today: date) -> Need:
    """Return the need one step further: open → asked → solved; a postponed one becomes open again."""
    following = {NeedStatus.OPEN: NeedStatus.ASKED, NeedStatus.ASKED: NeedStatus.SOLVED}
    return moved_to(need, following.get(need.status, NeedStatus.OPEN), today)
