"""Define what the readers of other programs' exports return: things found, questions and the reader itself.

Each module of ``journal.importing`` that reads a format has a class with the shape of ``Reader``, made by a function
``open_export(path, present)``. ``journal.importing.batches`` turns what was found into records. This module stands on
the domain alone, so that a reader can be tested without a journal.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from msgspec import Struct

from journal.domain.days import DayState
from journal.domain.record import Precision


class Present(Struct, frozen=True):
    """What a reader needs to know about now: this instant, the zone of this computer and the start of the day.

    ``day_starts_at`` is in minutes after midnight.
    """

    now: datetime
    zone: str
    day_starts_at: int


class Found(Struct, kw_only=True, frozen=True):
    """One thing in an export.

    ``key`` is stable: the same thing in a later export of the same program has the same key, as
    ``dayone:0F8A…`` or ``loop:habit/2026-11-02``. ``doubts`` are sentences on what could not be known for certain.
    """

    key: str
    doubts: tuple[str, ...] = ()


class Moment(Struct, kw_only=True, frozen=True):
    """When a thing happened. Without ``at`` only the day is known; ``zone`` is the IANA zone it was written in."""

    day: date
    at: datetime | None = None
    zone: str = ""
    precision: Precision = Precision.EXACT


class FoundEntry(Found, kw_only=True, frozen=True):
    """Free writing."""

    when: Moment
    text: str
    title: str = ""
    tags: tuple[str, ...] = ()
    read_again: bool = False


class FoundFocus(Found, kw_only=True, frozen=True):
    """What the person tracks. Days and uses name it by ``label``; ``start`` is None where the export has no date."""

    label: str
    start: date | None = None
    unit: str = ""


class FoundDay(Found, kw_only=True, frozen=True):
    """The state of one day of a focus."""

    focus: str
    day: date
    state: DayState
    amount: Decimal | None = None


class FoundUse(Found, kw_only=True, frozen=True):
    """One use of a focus."""

    focus: str
    when: Moment
    amount: Decimal | None = None
    note: str = ""


class FoundCheckIn(Found, kw_only=True, frozen=True):
    """The mood of a day, from 0 to 10."""

    when: Moment
    mood: int


class Choice(Struct, frozen=True):
    """One answer to a question: its value and its label."""

    value: str
    label: str


class Question(Struct, kw_only=True, frozen=True):
    """Something the format cannot say. ``cautious`` is the answer taken where nobody can be asked.

    Without ``choices`` the answer is free text, as the name of a column or an order of moods.
    """

    name: str
    text: str
    choices: tuple[Choice, ...] = ()
    cautious: str = ""


class Reading(Struct, frozen=True):
    """The result of reading an export: what was found, and how many things were left out, by sentence."""

    found: list[Found] = []
    left_out: dict[str, int] = {}


class Reader(Protocol):
    """One opened export. Nothing is saved by it."""

    def questions(self) -> list[Question]:
        """Return what the person has to be asked before it is read."""

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return what is in the export, under the answers by question name; a missing one is the cautious one.

        Raises ``BadExport``.
        """
