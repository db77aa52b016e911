"""The sections of the page, in order, and what they share."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from enum import StrEnum
from typing import TypeVar

from journal.domain.people import Person
from journal.domain.record import Record, Sensitivity
from journal.sharing.page import Part
from journal.store.journal import Journal

R = TypeVar("R", bound=Record)
K = TypeVar("K", bound=Hashable)

_CLOSEST_FIRST = (Sensitivity.NEVER, Sensitivity.ASK, Sensitivity.NUMBERS, Sensitivity.SHARE)


class Section(StrEnum):
    """The titles on the page, in order. The heading is a section without one."""

    HEADING = ""
    STATUS = "HOW I AM"
    DAYS = "DAYS"
    CRAVINGS = "CRAVINGS"
    WORKED = "WHAT WORKED"
    MOORING = "MOORING LINES"
    GOALS = "GOALS"
    COMMITMENTS = "COMMITMENTS"
    NEEDS = "NEEDS"
    ENTRIES = "ENTRIES"
    TODAY = "FOR TODAY"
    TOGETHER = "TOGETHER"
    NEXT = "NEXT CHECK-IN"


def person(journal: Journal, uid: str) -> Person | None:
    """The person of a uid, if there is one."""
    return next((one for one in journal.people if one.uid == uid), None)


def sharable(records: Iterable[R]) -> list[R]:
    """The records that are not marked never: only they are counted."""
    return [record for record in records if record.sensitivity is not Sensitivity.NEVER]


def closest(records: Iterable[Record]) -> Sensitivity:
    """How closely a figure is kept: as closely as the closest kept of the records behind it."""
    return closest_of(*(record.sensitivity for record in records))


def closest_of(*found: Sensitivity) -> Sensitivity:
    """The closest kept of these; numbers where there are none."""
    return next((sensitivity for sensitivity in _CLOSEST_FIRST if sensitivity in found), Sensitivity.NUMBERS)


def own_words(text: str, record: Record, instead: str = "") -> Part:
    """Words of the person's own in a record; of one marked "numbers only" they go when picked, like *never*."""
    numbers_only = record.sensitivity is Sensitivity.NUMBERS
    return Part(text, Sensitivity.NEVER if numbers_only else record.sensitivity, instead)


def counted(counts: Iterable[tuple[K, int]]) -> str:
    """``evening 4, night 1``; those that were not seen are left out."""
    return ", ".join(f"{name} {count}" for name, count in counts if count)


def things(count: int, noun: str) -> str:
    """``1 craving``, ``2 cravings``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
