"""What a person needs beside support: housing, work, health and the like, and where it may come from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import ClassVar

from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity


class Area(StrEnum):
    """The areas that a mentor may connect to resources for (resource connection, one of the five roles)."""

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


class NeedStatus(StrEnum):
    """How far it is, in order; ``NOT_NOW`` is put aside."""

    OPEN = "open"
    ASKED = "asked"
    SOLVED = "solved"
    NOT_NOW = "not now"


class Need(Record, kw_only=True, frozen=True):
    """``resource`` is who or what may help with it; ``solved_on`` the day it was solved."""

    table: ClassVar[str] = "needs"

    area: Area
    text: Label = ""
    status: NeedStatus = NeedStatus.OPEN
    resource: Label = ""
    asked_on: date | None = None
    solved_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.SHARE

    @property
    def is_open(self) -> bool:
        """Whether it is still to be solved, and not put aside."""
        return self.status in (NeedStatus.OPEN, NeedStatus.ASKED)


_IN_ORDER = (NeedStatus.OPEN, NeedStatus.ASKED, NeedStatus.NOT_NOW, NeedStatus.SOLVED)


def in_order(needs: Iterable[Need]) -> list[Need]:
    """Those open first, then asked for, put aside, solved; each the first written first."""
    return sorted(needs, key=lambda need: (_IN_ORDER.index(need.status), need.at))


def moved_to(need: Need, status: NeedStatus, on: date) -> Need:
    """The need with another status since a day; the day it was asked for stays known until it is open again."""
    asked = on if status is NeedStatus.ASKED and need.status is not status else need.asked_on
    return replace(
        need,
        status=status,
        asked_on=None if status is NeedStatus.OPEN else asked,
        solved_on=on if status is NeedStatus.SOLVED else None,
    )


def on_from(need: Need, today: date) -> Need:
    """A step on: open → asked → solved; one that was put aside is open again."""
    following = {NeedStatus.OPEN: NeedStatus.ASKED, NeedStatus.ASKED: NeedStatus.SOLVED}
    return moved_to(need, following.get(need.status, NeedStatus.OPEN), today)
