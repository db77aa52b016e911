"""Pros and cons of going on as before and of changing, for one focus, in the person's own words.

Weighing both sides is an old exercise (Janis & Mann, 1977: the decisional balance sheet). Headings and layout are our
own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from journal.domain.record import Label, Record, Sensitivity

FIELDS: Final = ("gives", "costs", "change_gives", "change_costs")
"""The four fields, row by row: what it gives and costs, then what changing gives and costs."""


class ProsAndCons(Record, kw_only=True, frozen=True):
    """One table, for the ``focus`` (a uid).

    ``in_craving``: the person wants to see what changing gives them, among their reasons, when a craving comes.
    """

    table: ClassVar[str] = "pros_and_cons"

    focus: str = ""
    gives: list[Label] = []
    costs: list[Label] = []
    change_gives: list[Label] = []
    change_costs: list[Label] = []
    in_craving: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK


def lines_of(table: ProsAndCons) -> int:
    """Return how many lines a table has in its four fields."""
    return sum(len(getattr(table, field)) for field in FIELDS)


def by_its_focus(tables: Iterable[ProsAndCons]) -> Mapping[str, ProsAndCons]:
    """Return the table of each focus; of two, written on two computers, the one written later."""
    return {one.focus: one for one in sorted(tables, key=lambda one: (one.made_at, one.uid))}


def shown_in_craving(tables: Iterable[ProsAndCons]) -> list[str]:
    """Return what changing gives, of the tables whose person wants to see it in a craving."""
    return [line for one in tables if one.in_craving for line in one.change_gives]
