"""Pauses of a focus: add, change and remove one, also in the past. What was logged in a pause is never touched."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from journal.domain.focuses import Focus, Pause, lies_in


def in_order(focus: Focus) -> list[Pause]:
    """Return the pauses, the newest first."""
    return sorted(focus.pauses, key=_order, reverse=True)


def pause_on(focus: Focus, day: date) -> Pause | None:
    """Return the pause that a day is in, or None."""
    return next((pause for pause in focus.pauses if lies_in(day, pause)), None)


def ends_before_it_starts(pause: Pause) -> bool:
    """Return whether the last day is before the first."""
    return pause.last is not None and pause.last < pause.first


def overlapping(focus: Focus, pause: Pause, before: Pause | None = None) -> Pause | None:
    """Return another pause that shares a day with this one, or None. ``before`` is the one that it replaces."""
    others = _without(focus.pauses, before)
    return next((one for one in others if lies_in(one.first, pause) or lies_in(pause.first, one)), None)


def with_pause(focus: Focus, pause: Pause, before: Pause | None = None) -> Focus:
    """Return the focus with a pause added, in the place of ``before`` if that is given. Check it first."""
    return replace(focus, pauses=sorted([*_without(focus.pauses, before), pause], key=_order))


def without_pause(focus: Focus, pause: Pause) -> Focus:
    """Return the focus without a pause: its days count again as they are logged. Unchanged if it has no such pause."""
    return replace(focus, pauses=_without(focus.pauses, pause))


def _without(pauses: list[Pause], pause: Pause | None) -> list[Pause]:
    left = list(pauses)
    if pause in left:
        left.remove(pause)
    return left


def _order(pause: Pause) -> tuple[date, date]:
    return pause.first, pause.last or date.max
