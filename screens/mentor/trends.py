"""How it goes with a mentor: hours by week, promises kept, how open and how useful, use days in the programme.

Mentor opens it with a key. It only shows what ``journal.domain.mentor_trends`` counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from textual import on
from textual.app import ComposeResult

from journal.domain.agreements import current
from journal.domain.commitments import By, kept
from journal.domain.contacts import contacts
from journal.domain.dates import format_day
from journal.domain.mentor_trends import Week, typical, use_days, weeks
from journal.domain.sessions import held, is_mentor_meeting
from journal.text import commitments as commitments_text
from journal.text import contacts as contacts_text
from journal.text import counting as counting_text
from journal.text import mentor_trends as mentor_trends_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.text_fit import pad, progress_bar

WEEKS_SHOWN: Final = 12
BAR_HOURS: Final = 4.0
"""Hours that fill the bar of a week."""

LABEL: Final = 20
"""Cells of the label in front of a number."""


class Trends(BaseScreen[None]):
    """Shows numbers first, each with the count it is based on."""

    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "Panel"

    def __init__(self, *, person: str) -> None:
        super().__init__()
        self._person = person

    def body(self) -> ComposeResult:
        """Lay out one panel to read."""
        with Panel(mentor_trends_text.TITLE, mentor_trends_text.KEYS, reads=True):
            yield Plain(id="told")

    def on_mount(self) -> None:
        """Show what the journal holds."""
        self.show_trends()

    @on(Changed)
    def show_trends(self) -> None:
        """Show what the journal holds now."""
        if self.app.journal is not None:
            people = self.journal.people
            name = one_line(people.get(self._person).name, 30) if self._person in people else ""
            self.query_one(Panel).rename(mentor_trends_text.title(name))
            self.query_one("#told", Plain).show("\n".join(self._lines()) or mentor_trends_text.NOTHING)

    def _lines(self) -> Iterator[str]:
        first = self._first
        if first is None:
            return
        today = self.journal.today()
        yield mentor_trends_text.format_since(first, today)
        yield from self._use_day_lines(first, today)
        yield from self._promise_lines(today)
        yield from self._rating_lines()
        yield from _week_lines(self._weeks(first, today))
        yield from self._contact_lines(first, today)

    @property
    def _first(self) -> date | None:
        """Return the day it began: as agreed, else that of the first meeting; None if it has not begun."""
        agreement = current(self.journal.agreements, self._person)
        if agreement is not None:
            return agreement.start if agreement.start <= self.journal.today() else None
        met = [one for one in held(self.journal.sessions) if one.person == self._person and is_mentor_meeting(one)]
        return min((one.local_date for one in met), default=None)

    def _contact_lines(self, first: date, today: date) -> Iterator[str]:
        """Yield ``8 meetings, 3 contacts, last meeting Mon 23 Nov``: with anyone, since it began."""
        had = contacts(self.journal.sessions, self.journal.checkins, first, today)
        if words := contacts_text.format_contacts(had):
            yield from ("", mentor_trends_text.WITH_ANYONE, f"  {words}")

    def _weeks(self, first: date, today: date) -> list[Week]:
        """Return the last weeks that are shown."""
        return weeks(self.journal.sessions, self.journal.checkins, self._person, first, today)[-WEEKS_SHOWN:]

    def _use_day_lines(self, first: date, today: date) -> Iterator[str]:
        """Yield ``alcohol   1 of 32 days, at most 2`` for every focus that is not put away."""
        focuses = [focus for focus in self.journal.focuses if not focus.archived]
        if focuses:
            yield from ("", mentor_trends_text.USE_DAYS)
        for focus in focuses:
            found = use_days(focus, self.journal.uses, self.journal.marks, first, today)
            if found.days:
                yield f"  {pad(focus.label, LABEL)} {mentor_trends_text.format_use_days(found)}"

    def _promise_lines(self, today: date) -> Iterator[str]:
        """Yield how many promises each side kept in time."""
        mine = [one for one in self.journal.commitments if one.person in ("", self._person)]
        found = {by: kept([one for one in mine if one.by is by], today) for by in By}
        lines = [
            f"  {commitments_text.KEPT_BY[by]:<{LABEL}} {mentor_trends_text.format_kept(one)}"
            for by, one in found.items()
            if one.n
        ]
        if lines:
            yield from ("", mentor_trends_text.PROMISES_KEPT, *lines)

    def _rating_lines(self) -> Iterator[str]:
        """Yield how open the person was, and how useful the meetings were."""
        had = [one for one in reversed(held(self.journal.sessions)) if one.person == self._person]
        rated = {
            mentor_trends_text.HOW_OPEN: typical(one.honesty for one in had),
            mentor_trends_text.HOW_USEFUL: typical(one.usefulness for one in had),
        }
        lines = [f"  {name:<{LABEL}} {mentor_trends_text.format_rating(one)}" for name, one in rated.items() if one.n]
        if lines:
            yield from ("", mentor_trends_text.RATINGS, *lines)


def _week_lines(found: list[Week]) -> Iterator[str]:
    """Yield ``Thu 22 Oct   1.0 h ██░░░░░░   1.5 h ███░░░░░   2`` for each week, under a heading."""
    if not any(week.meetings for week in found):
        return
    one_to_one, groups = mentor_trends_text.ONE_TO_ONE, mentor_trends_text.GROUPS
    yield ""
    yield f"{mentor_trends_text.WEEK_FROM:<15}{one_to_one:<17}{groups:<17}{mentor_trends_text.MET}"
    for week in found:
        hours = "".join(
            f"{counting_text.hours(float(one))} {progress_bar(min(1.0, float(one) / BAR_HOURS), 8)}  "
            for one in (week.one_to_one, week.groups)
        )
        yield f"  {format_day(week.begins):<12} {hours} {week.meetings}"
