"""Counts a noun, for sentences in every part of the program."""

from __future__ import annotations

from decimal import Decimal

from journal.domain.uses import format_amount


def noun(number: int, one: str, many: str = "") -> str:
    """Return the noun that stands after a number; ``many`` where it takes more than a plain ``s``."""
    return one if number == 1 else many or f"{one}s"


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 record`` or ``3,000 records``; ``many`` where the noun takes more than a plain ``s``."""
    return f"{number:,} {noun(number, one, many)}"


def in_unit(number: Decimal, unit: str) -> str:
    """Return ``2 drinks``, ``1 drink``: an amount with its unit, in the singular for one."""
    one = number == 1 and unit.endswith("s") and not unit.endswith("ss")
    return format_amount(number, unit[:-1] if one else unit)
