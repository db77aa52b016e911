"""The entry of an earlier year that Today offers, if the person asked for that in Settings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain.on_this_day import AFTER_A_USE, days_like, is_hard_time, note_from_earlier

if TYPE_CHECKING:
    from journal.domain.entries import Entry
    from journal.store.journal import Journal


class EarlierNote:
    """Finds the entry once a day and after each save, so that years of entries are not looked through at each paint."""

    def __init__(self) -> None:
        self._state: tuple[int, date] | None = None
        self._entry: Entry | None = None

    def find(self, journal: Journal) -> Entry | None:
        """Return the entry to offer, or ``None``: not asked for, a hard time, or nothing to read again."""
        if not journal.preferences.on_this_day:
            return None
        if self._state != (state := (journal.changed, journal.today())):
            self._state, self._entry = state, _find(journal)
        return self._entry


def _find(journal: Journal) -> Entry | None:
    today = journal.today()
    first = today - AFTER_A_USE
    lately = journal.uses.between(first, today), journal.marks.between(first, today)
    if is_hard_time(*lately, journal.sessions, today):
        return None
    return note_from_earlier(journal.entries.on_days(days_like(today)), today)
