"""The messages that the app posts to every mounted screen. Screens hold view state only, and refresh on these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from journal.domain.record import Record


class Changed(Message, bubble=False):
    """Something in the journal changed; ``tables`` names where."""

    def __init__(self, *tables: str) -> None:
        super().__init__()
        self.tables = frozenset(tables)


class Saved(Changed, bubble=False):
    """Records are durable. ``submitted`` are the ones a screen handed over, ``records`` the same ones complete."""

    def __init__(self, submitted: tuple[Record, ...], records: tuple[Record, ...]) -> None:
        super().__init__(*(record.table for record in records))
        self.submitted = submitted
        self.records = records


class Removed(Changed, bubble=False):
    """A record is gone; ``undo`` brings it back."""

    def __init__(self, record: Record) -> None:
        super().__init__(record.table)
        self.record = record


class SaveFailed(Message, bubble=False):
    """Records were not saved. ``reason`` is safe to show; the words are still on the screen."""

    def __init__(self, submitted: tuple[Record, ...], reason: str) -> None:
        super().__init__()
        self.submitted = submitted
        self.reason = reason


class DayChanged(Message, bubble=False):
    """The person's day is over and another has begun."""
