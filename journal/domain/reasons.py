"""Reasons to stay on track, in the person's own words."""

from __future__ import annotations

from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity


class Reason(Record, kw_only=True, frozen=True):
    """One of the person's reasons, shown in a craving."""

    table: ClassVar[str] = "reasons"

    text: Label
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK
