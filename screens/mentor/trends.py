"""How it goes with a mentor: hours by week, promises kept, how open and how useful, use days in the programme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from textual import on
from textual.app import ComposeResult

from journal.domain.agreements import current
from journal.domain.commitments import By, kept
from journal.domain.dates import day_words
from journal.domain.mentor_trends import Typical, Week, typical, use_days, weeks
from journal.domain.sessions import held
from journal.text import cravings as cravings_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.text_fit import progress_bar

WEEKS_SHOWN: Final = 12
BAR_HOURS: Final = 4.0
"""Hours that fill the bar of a week."""

LABEL: Final = 20
"""Cells of what a number is about."""
NOTHING: Final = (
    "Nothing to show yet: a meeting that was held, or an agreement, begins it. m on Mentor writes one down."
)
CLAIMS: Final = "As far as it was logged. It says what was, not what caused it."


class Trends(BaseScreen[None]):
    """Numbers first, each with how many stand behind it."""

    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "Panel"

    def __init__(self, *, person: str) -> None:
        super().__init__()
        self._person = person

    def body(self) -> ComposeResult:
        """One panel to be read."""
        with Panel("how it goes", "↑ ↓ further · esc back", reads=True):
            yield Plain(id="told")

    def on_mount(self) -> None:
        """Show it."""
        self.follow()

    @on(Changed)
    def follow(self) -> None:
        """Bring it up to what the journal holds."""
        if self.app.journal is not None:
            people = self.journal.people
            name = one_line(people.get(self._person).name, 30) if self._person in people else ""
            self.query_one(Panel).rename(f"how it goes with {name}" if name else "how it goes")
            self.query_one("#told", Plain).show("\n".join(self._lines()) or NOTHING)

    def _lines(self) -> Iterator[str]:
        first = self._first
        if first is None:
            return
        today = self.journal.today()
        yield f"Since {day_words(first, today)}. {CLAIMS}"
        yield from self._use_day_lines(first, today)
        yield from self._promise_lines(today)
        yield from self._rating_lines()
        yield from _week_lines(weeks(self.journal.sessions, self._person, first, today)[-WEEKS_SHOWN:])

    @property
    def _first(self) -> date | None:
        """When it began: as agreed, else with the first meeting."""
        agreement = current(self.journal.agreements, self._person)
        if agreement is not None:
            return agreement.start if agreement.start <= self.journal.today() else None
        met = [one.local_date for one in held(self.journal.sessions) if one.person == self._person]
        return min(met, default=None)

    def _use_day_lines(self, first: date, today: date) -> Iterator[str]:
        """``alcohol   1 of 32 days, at most 2``."""
        focuses = [focus for focus in self.journal.focuses if not focus.archived]
        if focuses:
            yield from ("", "Use days (at most: with the days not known)")
        for focus in focuses:
            found = use_days(focus, self.journal.uses, self.journal.marks, first, today)
            bound = f", at most {found.most}" if found.most > found.used else ""
            if found.days:
                yield f"  {one_line(focus.label, LABEL):<{LABEL}} {found.used} of {found.days} days{bound}"

    def _promise_lines(self, today: date) -> Iterator[str]:
        """How many were kept in time, of either side."""
        mine = [one for one in self.journal.commitments if one.person in ("", self._person)]
        found = {by: kept([one for one in mine if one.by is by], today) for by in By}
        told = {By.ME: "by me", By.MENTOR: "by my mentor", By.BOTH: "by both"}
        lines = [
            f"  {told[by]:<{LABEL}} {one.kept} of {one.n} in time, {cravings_text.evidence_word(one.n)}"
            for by, one in found.items()
            if one.n
        ]
        if lines:
            yield from ("", "Promises kept", *lines)

    def _rating_lines(self) -> Iterator[str]:
        """How open I was, and how useful it was."""
        had = [one for one in reversed(held(self.journal.sessions)) if one.person == self._person]
        rated = {
            "how open I was": typical(one.honesty for one in had),
            "how useful it was": typical(one.usefulness for one in had),
        }
        lines = [_rating_words(name, one) for name, one in rated.items() if one.n]
        if lines:
            yield from ("", "Of 5, typical", *lines)


def _rating_words(name: str, one: Typical) -> str:
    lately = f", lately {one.lately:g}" if one.lately is not None else ""
    meetings = "meeting" if one.n == 1 else "meetings"
    return f"  {name:<{LABEL}} {one.middle:g}{lately} · {one.n} {meetings}, {cravings_text.evidence_word(one.n)}"


def _week_lines(found: list[Week]) -> Iterator[str]:
    """``Thu 22 Oct   1.0 h ██░░░░░░   1.5 h ███░░░░░   2``."""
    if not any(week.meetings for week in found):
        return
    yield from ("", f"Week from      {'one-to-one':<17}{'groups':<17}met")
    for week in found:
        hours = "".join(
            f"{float(one):>4.1f} h {progress_bar(min(1.0, float(one) / BAR_HOURS), 8)}  "
            for one in (week.one_to_one, week.groups)
        )
        yield f"  {day_words(week.begins):<12} {hours} {week.meetings}"
