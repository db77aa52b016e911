"""Entries: free writing in the person's own words. They are never shared unless the person picks them."""

from __future__ import annotations

from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity, Text


class Entry(Record, kw_only=True, frozen=True):
    """A text of any length. ``read_again``: the person wants to be shown it on this day of later years."""

    table: ClassVar[str] = "entries"

    text: Text
    title: Label = ""
    tags: list[Label] = []
    read_again: bool = False
    sensitivity: Sensitivity = Sensitivity.NEVER
