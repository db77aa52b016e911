"""Uses: a use is one dated event. It counts against that day and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, NamedTuple

from journal.domain.date_names import plain
from journal.domain.focuses import Focus, may_be_prescribed, usual_unit
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
    """A use of a focus (its uid). ``amount`` is in the focus's unit unless ``unit`` is set.

    ``planned``: the use was intended. ``prescribed``: a medicine of the person's own, taken as agreed; ask
    ``is_prescribed``. ``over`` is the answer to "Was it over your limit?" where the amount does not say.
    ``told_mentor_at`` and ``back_on_track_at`` are when the person said so. ``warned_at`` is when the tolerance warning
    was shown for it.
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
    prescribed: bool | None = None
    over: bool | None = None
    sensitivity: Sensitivity = Sensitivity.NUMBERS

    def __post_init__(self) -> None:
        check_finite(self.amount, self.cost)


class Amount(NamedTuple):
    """An amount. ``unit`` is empty if none was typed."""

    number: Decimal
    unit: str = ""


def is_prescribed(use: Use, focus: Focus) -> bool:
    """Return whether a use was a medicine of the person's own, taken as agreed. It then counts nowhere.

    Earlier versions stored this as ``planned``, for the kinds that may be prescribed.
    """
    if use.prescribed is not None:
        return use.prescribed
    return bool(use.planned) and may_be_prescribed(focus.kind)


def counted_uses(focus: Focus, uses: Iterable[Use]) -> list[Use]:
    """Return the uses of a focus without those as prescribed. Every figure is computed from these."""
    return [use for use in uses if use.focus == focus.uid and not is_prescribed(use, focus)]


PARTS_OF_DAY = {
    "morning": time(9),
    "afternoon": time(15),
    "evening": time(20),
    "night": time(23),
    "manana": time(9),
    "tarde": time(15),
    "noche": time(22),
    "madrugada": time(3),
}
"""What may be typed if only the part of the day is known, and the time used for it."""


def part_of_day(text: str) -> time | None:
    """Return the time used for a part of the day, or None if the text names none."""
    return PARTS_OF_DAY.get(re.sub(r"^(por|de|en) la ", "", plain(text)))


def in_own_unit(use: Use, focus: Focus) -> bool:
    """Return whether its amount can be added to the focus's others: it is known, and in the focus's unit."""
    return use.amount is not None and (not use.unit or _singular(use.unit) == _singular(focus.unit))


def parse_amount(text: str) -> Amount | None:
    """Return the amount a person typed, or None: ``3``, ``2.5``, ``2,5``, ``3 drinks``, ``20mg``.

    A unit has no digits.
    """
    typed = " ".join(text.split())
    found = re.fullmatch(r"(\d{1,12}(?:[.,]\d+)?|[.,]\d+) ?([^\d\s.,:;/+*–-]\D*)?", typed, re.ASCII)
    return Amount(Decimal(found[1].replace(",", ".")), found[2] or "") if found else None


def format_amount(number: Decimal, unit: str) -> str:
    """Return an amount as text that ``parse_amount`` can read: ``3``, ``2.5 pills``."""
    return f"{number.normalize():f} {unit}".rstrip()


def unit_beside(focus: Focus, typed: str) -> str:
    """Return the unit to save with an amount: empty if it is the focus's own, in singular or plural.

    An amount typed without a unit is in the unit that was asked for.
    """
    usual = usual_unit(focus)
    unit = usual if not typed or _singular(typed) == _singular(usual) else typed
    return "" if unit == focus.unit else unit


def _singular(unit: str) -> str:
    return unit.casefold().removesuffix("s")
