"""What a person writes, in their own words; it stays home unless it is picked."""

from __future__ import annotations

from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity, Text


class Entry(Record, kw_only=True, frozen=True):
    """A piece of writing of any length."""

    table: ClassVar[str] = "entries"

    text: Text
    title: Label = ""
    tags: list[Label] = []
    sensitivity: Sensitivity = Sensitivity.NEVER
