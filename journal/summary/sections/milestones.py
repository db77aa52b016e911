"""The part of "proud of" on milestones: those reached in the period, which the days of now still show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from journal.domain.dates import format_day
from journal.domain.milestones import CRAVINGS_PASSED, MENTOR_WEEKS, SLIP_TOLD, Measure, Reached
from journal.domain.record import Record
from journal.milestone_support import focus_days, focus_milestones, without_streak
from journal.sharing.page import Line, Part, Rank
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, with_clean_word
from journal.text import milestones as milestones_text
from journal.text import page_sections as page_sections_text


def milestone_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Yield ``alcohol  reached 1 month in a row on Sat 7 Nov`` for each focus, then what is no streak.

    Of a streak only the last milestone of the period is named: the others are on the way to it. A line is as sensitive
    as the most sensitive record that it is counted from, the focus included. Nothing is said of a focus of which fewer
    than half the days are logged.
    """
    days = focus_days(journal)
    records = {one.focus.uid: (one.focus, *one.uses, *one.marks) for one in days}
    several = len(days) > 1
    for one in focus_milestones(journal, days):
        reached = _last_of_each(_of_period(one.reached, first, last)) if one.is_known else []
        if reached:
            label = one.focus.label if several else ""
            words = with_clean_word(one.focus, partial(_format_all, reached, on_plan=one.on_plan))
            yield _line(one.focus.uid, label, words, records[one.focus.uid])
    counted: dict[object, Iterable[Record]] = {
        CRAVINGS_PASSED: journal.cravings,
        MENTOR_WEEKS: (),
        SLIP_TOLD: journal.uses,
    }
    for other in _of_period(without_streak(journal), first, last):
        yield _line(other.aim.code, "", Part(_format_all([other])), counted.get(other.aim, ()))


def _of_period(reached: Iterable[Reached], first: date, last: date) -> list[Reached]:
    """Return what was reached in the period and still holds, the oldest first."""
    return [one for one in reached if one.holds and first <= one.on <= last][::-1]


def _last_of_each(reached: Iterable[Reached]) -> list[Reached]:
    """Return the last milestone in a row, and the last of days in total."""
    last = {one.aim.measure is Measure.TOTAL: one for one in reached}
    return sorted(last.values(), key=lambda one: one.on)


def _format_all(reached: Iterable[Reached], clean_word: str = "", *, on_plan: bool = False) -> str:
    names = ((milestones_text.format_aim(one.aim, clean_word, on_plan=on_plan), one.on) for one in reached)
    return page_sections_text.format_milestones(
        [page_sections_text.format_milestone(name, format_day(day)) for name, day in names]
    )


def _line(key: str, label: str, words: Part, counted: Iterable[Record]) -> Line:
    return Line(
        key=f"milestones/{key}",
        section=Section.PROUD,
        label=Part(label),
        parts=(words,),
        sensitivity=closest(counted),
        rank=Rank.SOON,
    )
