"""A use: one dated event, which costs a day and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, NamedTuple

from journal.domain.focuses import Focus, usual_unit, wants_none
from journal.domain.record import Instant, Label, Record, Sensitivity, Text, check_finite


class Situation(StrEnum):
    """Marlatt's eight high-risk situations (Marlatt & Gordon, Relapse Prevention, 1985)."""

    UNPLEASANT = "unpleasant emotions"
    DISCOMFORT = "physical discomfort"
    PLEASANT = "pleasant emotions"
    TESTING = "testing control"
    URGES = "urges and temptations"
    CONFLICT = "conflict"
    PRESSURE = "social pressure"
    TOGETHER = "pleasant times with others"


class Use(Record, kw_only=True, frozen=True):
    """A use of a focus (its uid), ``amount`` in the focus's unit unless ``unit`` is set.

    ``planned`` is one that was meant to be, or that is a medicine taken as prescribed. ``told_mentor_at`` and
    ``back_on_track_at`` are when the person said so; ``warned_at`` is when the tolerance warning was shown for it.
    """

    table: ClassVar[str] = "uses"

    focus: str
    amount: Decimal | None = None
    unit: Label = ""
    cost: Decimal | None = None
    situation: Situation | None = None
    triggers: list[str] = []
    place: Label = ""
    company: Label = ""
    planned: bool | None = None
    word: Label = ""
    note: Text = ""
    told_mentor_at: Instant | None = None
    back_on_track_at: Instant | None = None
    warned_at: Instant | None = None
    sensitivity: Sensitivity = Sensitivity.NUMBERS

    def __post_init__(self) -> None:
        check_finite(self.amount, self.cost)


class Amount(NamedTuple):
    """How much, of what: ``unit`` is empty where none was said."""

    number: Decimal
    unit: str = ""


LATELY = timedelta(days=7)
"""How long after a use Today asks about it, once."""


BACK_ASKED = timedelta(days=2)
"""How long after a use Today asks whether the person is back on their way."""


def is_slip(use: Use, focus: Focus | None) -> bool:
    """Whether it went against what the person wants: no limit, no taper, no watching, and not as prescribed."""
    return not use.planned and (focus is None or wants_none(focus))


def latest_slip(uses: Iterable[Use], focuses: Iterable[Focus], today: date) -> Use | None:
    """The last slip of the last days, if there was one."""
    known = {focus.uid: focus for focus in focuses}
    late = [use for use in uses if today - LATELY <= use.local_date <= today and is_slip(use, known.get(use.focus))]
    return max(late, key=lambda use: (use.local_date, use.at), default=None)


def is_back(use: Use, clean_days: Iterable[date]) -> bool:
    """Whether the person is back on their way after a use: they said so, or a day after it was a clean one."""
    return use.back_on_track_at is not None or any(day > use.local_date for day in clean_days)


PARTS_OF_DAY = {"morning": time(9), "afternoon": time(15), "evening": time(20), "night": time(23)}
"""What may be typed for a time that is known to the part of the day only, and the time that stands for it."""


def part_of_day(text: str) -> time | None:
    """The time that stands for a part of the day, or None where the text names none."""
    return PARTS_OF_DAY.get(text.strip().lower())


def in_own_unit(use: Use, focus: Focus) -> bool:
    """Whether its amount can be counted with the focus's others."""
    return use.amount is not None and use.unit in ("", focus.unit)


def parse_amount(text: str) -> Amount | None:
    """The amount a person typed, or None: ``3``, ``2.5``, ``2,5``, ``3 drinks``, ``20mg``; a unit has no digits."""
    typed = " ".join(text.split())
    found = re.fullmatch(r"(\d{1,12}(?:[.,]\d+)?|[.,]\d+) ?([^\d\s.,:;/+*–-]\D*)?", typed, re.ASCII)
    return Amount(Decimal(found[1].replace(",", ".")), found[2] or "") if found else None


def amount_words(number: Decimal, unit: str) -> str:
    """An amount as ``parse_amount`` reads it back: ``3``, ``2.5 pills``."""
    return f"{number.normalize():f} {unit}".rstrip()


def unit_beside(focus: Focus, typed: str) -> str:
    """The unit to keep with an amount: none where it is the focus's own, in singular or plural.

    An amount without a unit is in the one that it was asked for in.
    """
    usual = usual_unit(focus)
    unit = usual if not typed or _singular(typed) == _singular(usual) else typed
    return "" if unit == focus.unit else unit


def _singular(unit: str) -> str:
    return unit.casefold().removesuffix("s")
