"""Everything that an open journal holds of one day: what each focus was, what was logged and written, what was reached.

The screen of a day uses it. It needs no Textual.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from journal.domain.focus_goals import goal_on, is_on_plan_mode
from journal.domain.focuses import clean_word_of, paused
from journal.domain.kinds import TIMELINE
from journal.domain.milestones import Milestone, parse_code
from journal.domain.record import Precision, Record
from journal.focus_day import FocusDay
from journal.record_text import RecordText, format_clock
from journal.store.journal import Journal
from journal.text import kinds as kinds_text
from journal.text import milestones as milestones_text


class DayPart(NamedTuple):
    """One thing of a day: what it is, when it was, and what it says on one line.

    ``record`` is what it is made from. For what a focus was, that is its mark, or None in a pause, and ``focus`` is the
    uid of the focus.
    """

    name: str
    line: str
    clock: str = ""
    record: Record | None = None
    focus: str = ""


def day_parts(journal: Journal, day: date) -> list[DayPart]:
    """Return all of a day: the focuses first, then the records in the order of the clock, then the milestones."""
    return [*_focuses(journal, day), *_records(journal, day), *_milestones(journal, day)]


def _focuses(journal: Journal, day: date) -> Iterator[DayPart]:
    """Yield what each focus was that is marked on the day or paused then; archived ones only where they are marked."""
    for focus in journal.focuses.all():
        on = FocusDay(journal, focus, day)
        if on.mark is not None or (paused(focus, day) and not focus.archived):
            yield DayPart(focus.label, on.format(), record=on.mark, focus=focus.uid)


def _records(journal: Journal, day: date) -> Iterator[DayPart]:
    told = RecordText(journal)
    found = [record for kind in TIMELINE for record in journal.collection(kind.type).between(day, day)]
    for record in sorted(found, key=lambda one: (one.precision is Precision.DAY, one.at, one.uid)):
        yield DayPart(told.name(record), told.line(record), format_clock(record), record)


def _milestones(journal: Journal, day: date) -> Iterator[DayPart]:
    """Yield the milestones that were reached on the day, as they were noticed."""
    name, focuses = kinds_text.KIND_NAMES[Milestone.table].one, {focus.uid: focus for focus in journal.focuses}
    for one in journal.milestones:
        if one.reached_on != day or (aim := parse_code(one.what)) is None:
            continue
        if (focus := focuses.get(one.focus)) is None:
            yield DayPart(name, milestones_text.format_aim(aim), record=one)
        else:
            on_plan = is_on_plan_mode(goal_on(focus, day).goal_mode)
            line = milestones_text.format_aim(aim, clean_word_of(focus), on_plan=on_plan)
            yield DayPart(name, f"{focus.label}: {line}", record=one)
