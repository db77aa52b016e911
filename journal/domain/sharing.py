"""The share ledger: what was given to whom, when, in which form, and what was struck out."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity


class Share(Record, kw_only=True, frozen=True):
    """One page that left. ``first`` and ``last`` are the period, both included; ``struck`` counts lines by section.

    ``sha256`` is the hex digest of the file that was written.
    """

    table: ClassVar[str] = "shares"

    first: date
    last: date
    person: str = ""
    level: Label = ""
    form: Label = ""
    place: str = ""
    sections: list[Label] = []
    struck: dict[str, int] = {}
    lines: int = 0
    sha256: str = ""
    sensitivity: Sensitivity = Sensitivity.NEVER
