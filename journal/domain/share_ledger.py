"""The share ledger: what was given to which person, when, in which form, and how much was left out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity, Whole


class Level(StrEnum):
    """What is ticked at first. Minimal: the basics. Standard: all numbers and everything with sensitivity "share".

    Full: also everything with sensitivity "ask".
    """

    MINIMAL = "minimal"
    STANDARD = "standard"
    FULL = "full"


class Paper(StrEnum):
    """The kind of document that was given."""

    PAGE = "page"
    RECEIPT = "receipt"
    AGREEMENT = "agreement"
    CARD = "wallet card"
    CALENDAR = "calendar"


class Share(Record, kw_only=True, frozen=True):
    """One page or other paper that was given. ``first`` and ``last`` are the period, both included.

    ``struck`` counts the lines left out, by section. ``sha256`` is the hex digest of the file written to ``place``.
    ``sealed`` says how it was encrypted; it is empty for a file that anyone can read. ``whereabouts`` is where the copy
    is now, in the person's own words; ``gone_on`` is the day it was destroyed or given back.
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
    """Return only the pages, in the given order."""
    return [share for share in shares if share.what is Paper.PAGE]


def still_out(shares: Iterable[Share]) -> list[Share]:
    """Return what someone may still be able to read: neither destroyed nor given back."""
    return [share for share in shares if share.gone_on is None]
