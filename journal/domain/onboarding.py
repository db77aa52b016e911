"""The answers of the first minute, and the records made from them. The welcome screens use this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.coping import Strategy
from journal.domain.cravings import Trigger
from journal.domain.days import DayState, Mark, not_logged
from journal.domain.filling_in import fill_days
from journal.domain.focuses import UNITS, Focus, FocusKind, GoalMode
from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.domain.record import Label, Record
from journal.domain.starter_lists import strategies_for, triggers_for


class Answers(Struct, kw_only=True, frozen=True):
    """The answers so far; any may be missing. A ``person`` without a name counts as no person.

    ``free`` are the kinds of which every day since the start was free.
    """

    focuses: list[Focus] = []
    free: list[FocusKind] = []
    reason: Label = ""
    person: Person = Person(name="")

    def records(self) -> tuple[Record, ...]:
        """Return the records to save: the focuses, the reason and the person that were given."""
        reasons = [Reason(text=self.reason)] if self.reason else []
        people = [self.person] if self.person.name else []
        return (*self.focuses, *reasons, *people)

    def marks(self, focuses: Iterable[Focus], today: date) -> list[Mark]:
        """Return the marks of the days that were said to be free. Each of ``focuses`` has its uid."""
        answered = [focus for focus in focuses if focus.kind in self.free]
        days = [(focus, not_logged(focus, [], [], today)) for focus in answered]
        return [mark for focus, own in days for mark in fill_days(focus, own, DayState.CLEAN, [], [], today).marks]

    def lists(self) -> tuple[Strategy | Trigger, ...]:
        """Return starter strategies and triggers for what the person is recovering from."""
        kinds = [focus.kind for focus in self.focuses]
        return (*strategies_for(kinds), *triggers_for(kinds))


def focuses_of(kinds: Iterable[FocusKind], names: Mapping[FocusKind, str], before: Iterable[Focus] = ()) -> list[Focus]:
    """Return a focus for each kind, called as in ``names``. Answers in ``before`` are kept."""
    known = {focus.kind: focus for focus in before}
    return [replace(known.get(kind) or new_focus(kind, names[kind]), label=names[kind]) for kind in kinds]


def new_focus(kind: FocusKind, label: str) -> Focus:
    """Return a focus before anything else is known about it: its goal is only to observe."""
    return Focus(label=label, kind=kind, goal_mode=GoalMode.OBSERVE, unit=UNITS.get(kind, ""))
