"""Slips: uses on a day that was not as planned. Only these are looked back on and asked about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from journal.domain.days import DayState, Mark, day_state, day_word, latest_marks
from journal.domain.focuses import Focus
from journal.domain.uses import Use, counted_uses, is_prescribed

LATELY = timedelta(days=7)
"""How long after a use Today asks about it, once."""

BACK_ASKED = timedelta(days=2)
"""How long after a use Today asks whether the person is back on track."""


def is_slip(use: Use, focus: Focus | None, uses: Iterable[Use] = (), marks: Iterable[Mark] = ()) -> bool:
    """Return whether the use is on a ``+`` day: against the goal, or over the limit with the others of its day.

    ``uses`` and ``marks`` are at least those of the day; the use itself need not be among them. A use as prescribed is
    no slip.
    """
    if focus is None:
        return True
    if is_prescribed(use, focus):
        return False
    own = [one for one in counted_uses(focus, uses) if one.local_date == use.local_date and one.uid != use.uid]
    mark = latest_marks(focus, marks).get(use.local_date)
    return day_state(focus, use.local_date, [*own, use], mark) is DayState.USED


def latest_slip(uses: Iterable[Use], focuses: Iterable[Focus], today: date) -> Use | None:
    """Return the last slip of the last seven days, or None."""
    known = {focus.uid: focus for focus in focuses}
    late = [use for use in uses if today - LATELY <= use.local_date <= today]
    slips = [use for use in late if is_slip(use, known.get(use.focus), late)]
    return max(slips, key=lambda use: (use.local_date, use.at), default=None)


def is_back(use: Use, focus: Focus | None, uses: Iterable[Use], marks: Iterable[Mark], today: date) -> bool:
    """Return whether the person is back on track after a use: they said so, or a later day was free or on plan.

    ``uses`` and ``marks`` are at least those from the use's day on.
    """
    if use.back_on_track_at is not None or focus is None:
        return use.back_on_track_at is not None
    letters = day_word(focus, uses, marks, first=use.local_date, last=today, today=today).letters[1:]
    return DayState.CLEAN in letters or DayState.WITHIN in letters
