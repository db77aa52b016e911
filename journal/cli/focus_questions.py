"""What the daily commands ask alike: which focus, which day and time, and what the day of a focus was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from journal.cli.errors import CommandError
from journal.cli.prompts import Prompts, time_in
from journal.domain.days import DayState
from journal.domain.focus_goals import goal_on, is_abstinence, most_on
from journal.domain.focuses import Focus
from journal.domain.labels import find_by_label
from journal.domain.moments import moved_to_day, moved_to_time
from journal.domain.record import Precision
from journal.domain.uses import Use, part_of_day
from journal.text import days as days_text
from journal.text import forms as forms_text
from journal.text.commands import capture as capture_text
from journal.text.commands import daily as command_text

if TYPE_CHECKING:
    from journal.focus_day import FocusDay
    from journal.store.journal import Journal

STATES: Final = {
    "free": DayState.CLEAN,
    "used": DayState.USED,
    "within": DayState.WITHIN,
    "over": DayState.USED,
    "mixed": DayState.MIXED,
    "unknown": DayState.UNKNOWN,
    "na": DayState.NOT_APPLICABLE,
}
"""What ``--state`` takes; ``used`` and ``over`` differ only in where they may be said."""


def focus_meant(journal: Journal, prompts: Prompts, label: str | None) -> Focus:
    """Return the focus with that label, the only one, or the one that is answered.

    Raises ``CommandError`` where none has the label, or there is none; ``click.UsageError`` where nobody says which.
    """
    current = [focus for focus in journal.focuses if not focus.archived]
    if label is not None:
        named: Focus | None = find_by_label([*current, *journal.focuses], label)
        if named is None:
            raise CommandError(capture_text.NO_SUCH_FOCUS)
        return named
    if not current:
        raise CommandError(command_text.NO_FOCUS)
    if len(current) == 1:
        return current[0]
    chosen = prompts.choice(command_text.ASK_FOCUS, [(focus, focus.label) for focus in current])
    if chosen is None:
        raise click.UsageError(command_text.FOCUS_NEEDED)
    return chosen


def use_at(journal: Journal, prompts: Prompts, use: Use, day: date | None, time: str | None) -> Use:
    """Return the use at the day and time that are given or answered; without a time only the day is known.

    Raises ``click.UsageError`` for a time that can't be read or is in the future.
    """
    today, now = journal.today(), journal.now()
    if day is None:
        day = prompts.day(command_text.ASK_WHEN, today) or today
    if time is not None and time_in(time) is None:
        raise click.UsageError(command_text.NOT_A_TIME)
    typed = prompts.clock_time(command_text.ASK_TIME) if time is None else time
    while (clock_time := time_in(typed) if typed else None) is not None:
        rough = part_of_day(typed) is not None
        precision = Precision.PART_OF_DAY if rough else Precision.EXACT
        moved = moved_to_time(use, day, clock_time, precision, journal.zone(), journal.day_starts_at(), now=now)
        if moved is not None:
            return moved
        if time is not None:
            raise click.UsageError(forms_text.TIME_TO_COME)
        prompts.say(forms_text.TIME_TO_COME)
        typed = prompts.clock_time(command_text.ASK_TIME)
    return moved_to_day(use, day, journal.zone(), now=now, today=today)


def state_meant(on: FocusDay, name: str) -> DayState:
    """Return the state that a name means on a day. Raises ``click.UsageError`` where it doesn't fit the day's goal."""
    limited = most_on(on.focus, on.day) is not None
    if limited and name == "used":
        raise click.UsageError(command_text.LIMIT_HERE)
    if not limited and name in ("within", "over"):
        raise click.UsageError(command_text.NO_LIMIT_HERE)
    if name == "used" and not is_abstinence(goal_on(on.focus, on.day).goal_mode):
        return DayState.WITHIN
    return STATES[name]


def state_asked(on: FocusDay, prompts: Prompts, question: str) -> DayState | None:
    """Return what is answered that a day was, or ``None``."""
    return prompts.choice(question, days_text.state_choices(on.focus, on.day, on.state))


def state_name(state: DayState | None) -> str | None:
    """Return the name of a state for JSON, as ``--state`` takes it; ``None`` where nothing is written on a day."""
    return next((name for name, one in STATES.items() if one is state), None)


def names(states: Sequence[str] = tuple(STATES)) -> str:
    """Return the sentence that names the states."""
    return command_text.states(states)
