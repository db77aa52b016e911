"""The person's own words, shown when they are needed."""

from __future__ import annotations

from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity


class Reason(Record, kw_only=True, frozen=True):
    """One reason of the person's own, shown in a craving."""

    table: ClassVar[str] = "reasons"

    text: Label
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK
