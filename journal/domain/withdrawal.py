"""Days with a use in a row, after which stopping suddenly may be dangerous."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from journal.domain.days import DayState, Mark, day_word, latest_marks, uses_by_day
from journal.domain.focuses import Focus
from journal.domain.uses import Use


def use_days_in_a_row(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], day: date) -> int:
    """Return how many days in a row had a use of the focus, counted back from ``day``, which is the last of them.

    A use of which it is not known whether it was over the limit is a use. Uses as prescribed do not count.
    """
    used, marked = uses_by_day(focus, uses), latest_marks(focus, marks)
    word = day_word(focus, [use for own in used.values() for use in own], marked.values(), last=day, today=day)
    unclear = used.keys() | {on for on, mark in marked.items() if mark.state is DayState.USED}
    number = 0
    while word.counts(on := day - timedelta(days=number)):
        state = word.state(on)
        if state not in (DayState.USED, DayState.WITHIN) and not (state is DayState.MIXED and on in unclear):
            break
        number += 1
    return number
