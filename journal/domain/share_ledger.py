"""The share ledger: what was given to whom, when, in which form, and what was struck out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity, Whole


class Level(StrEnum):
    """What is ticked to begin with: what is basic, all numbers and all that is shared, or that and what asks."""

    MINIMAL = "minimal"
    STANDARD = "standard"
    FULL = "full"


class Paper(StrEnum):
    """What it was that left."""

    PAGE = "page"
    RECEIPT = "receipt"
    AGREEMENT = "agreement"
    CARD = "wallet card"
    CALENDAR = "calendar"


class Share(Record, kw_only=True, frozen=True):
    """One page, or another paper, that left. ``first`` and ``last`` are the period, both included.

    ``struck`` counts lines by section; ``sha256`` is the hex digest of the file that was written to ``place``;
    ``sealed`` says how, and is empty for a file that anyone can read. ``whereabouts`` is where the copy is now, in the
    person's own words, and ``gone_on`` the day it was destroyed or given back.
    """

    table: ClassVar[str] = "shares"

    first: date
    last: date
    what: Paper = Paper.PAGE
    person: str = ""
    level: Label = ""
    form: Label = ""
    sealed: Label = ""
    place: str = ""
    sections: list[Label] = []
    struck: dict[str, Whole] = {}
    lines: Whole = 0
    sha256: str = ""
    whereabouts: Label = ""
    gone_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.NEVER


def pages(shares: Iterable[Share]) -> list[Share]:
    """The pages among all that left, in the order they came in."""
    return [share for share in shares if share.what is Paper.PAGE]


def still_out(shares: Iterable[Share]) -> list[Share]:
    """What may still be read by someone: neither destroyed nor given back."""
    return [share for share in shares if share.gone_on is None]
