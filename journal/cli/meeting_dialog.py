"""Asks about a meeting or contact in plain lines, one question at a time.

``journal meeting`` without ``--kind`` runs it. Each question but the first can be skipped with enter. Ctrl+c or ctrl+d
ends it, and what was answered until then is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import TypeVar

from msgspec.structs import replace

from journal.cli.prompts import Terminal
from journal.date_order import is_month_first
from journal.domain.dates import instant_on, local_day, local_noon, parse_day, parse_time
from journal.domain.labels import folded
from journal.domain.record import Precision
from journal.domain.sessions import Session, SessionKind
from journal.store.journal import Journal
from journal.text import contacts as contacts_text
from journal.text import craving_dialog as craving_dialog_text
from journal.text.commands import meeting as command_text

T = TypeVar("T")

LONGEST_PLACE = 1000
"""Characters of a place at most."""


class MeetingDialog:
    """Asks all questions whose answer is not given already; ``session`` holds the answers so far."""

    def __init__(self, terminal: Terminal, journal: Journal, session: Session) -> None:
        self._terminal = terminal
        self._journal = journal
        self.session = session

    def go(self, *, day: bool, person: bool, minutes: bool) -> bool:
        """Ask from the first question to the last; return whether the first was answered, so that it can be saved.

        ``day``, ``person`` and ``minutes`` say whether these are still to be asked.
        """
        kind: SessionKind | None = None
        try:
            self._terminal.say(craving_dialog_text.ASKING_SKIP)
            kind = self._kind()
            if kind is not None:
                self.session = replace(self.session, kind=kind)
                self._ask_when(day=day)
                self._ask_more(person=person, minutes=minutes)
        except (EOFError, KeyboardInterrupt):
            self._terminal.say("")
        return kind is not None

    def _kind(self) -> SessionKind | None:
        names = list(contacts_text.KINDS.items())
        self._list([name for _, name in names])
        return self._answer(command_text.ASKING_WHAT, command_text.ASKING_WHAT_AGAIN, lambda said: _meant(said, names))

    def _ask_when(self, *, day: bool) -> None:
        if day:
            on = self._answer(command_text.ASKING_WHEN, command_text.ASKING_WHEN_AGAIN, self._day)
            self.session = at_day(self._journal, self.session, on or self._journal.today())
        began = self._answer(command_text.ASKING_TIME, command_text.ASKING_TIME_AGAIN, self._time)
        self.session = began or self.session

    def _ask_more(self, *, person: bool, minutes: bool) -> None:
        people = [(one.uid, one.name) for one in self._journal.people if not one.archived]
        if person and people:
            self._list([name for _, name in people])
            again = command_text.ASKING_WITH_AGAIN
            uid = self._answer(command_text.ASKING_WITH, again, lambda said: _meant(said, people))
            self.session = replace(self.session, person=uid or "")
        if minutes:
            number = self._answer(command_text.ASKING_MINUTES, command_text.MINUTES_RANGE, _minutes)
            self.session = replace(self.session, minutes=number)
        self.session = replace(self.session, place=self._terminal.ask(command_text.ASKING_PLACE)[:LONGEST_PLACE])
        self.session = replace(self.session, said=self._terminal.ask(command_text.ASKING_NOTE))

    def _list(self, names: Sequence[str]) -> None:
        for number, name in enumerate(names, 1):
            self._terminal.say(f"{number}  {name}")

    def _answer(self, question: str, again: str, understood: Callable[[str], T | None]) -> T | None:
        """Ask until the answer is understood; None for enter."""
        while said := self._terminal.ask(question):
            if (answer := understood(said)) is not None:
                return answer
            self._terminal.say(again)
        return None

    def _day(self, said: str) -> date | None:
        today = self._journal.today()
        day = parse_day(said, today, month_first=is_month_first())
        return day if day is not None and day <= today else None

    def _time(self, said: str) -> Session | None:
        began = parse_time(said)
        return None if began is None else at_time(self._journal, self.session, began)


def at_day(journal: Journal, session: Session, day: date) -> Session:
    """Return it as held on a day, at a time that is not known."""
    at = journal.now() if day == journal.today() else local_noon(day, journal.zone())
    return replace(session, at=at, held_at=at, local_date=day, precision=Precision.DAY)


def at_time(journal: Journal, session: Session, began: time) -> Session | None:
    """Return it as held at a time of its day; None where that is still to come."""
    zone, now, starts_at = journal.zone(), journal.now(), journal.day_starts_at()
    at = instant_on(session.local_date, began, zone, starts_at, now=now)
    day = local_day(at, zone, starts_at)
    return None if at > now else replace(session, at=at, held_at=at, local_date=day, precision=Precision.EXACT)


def _meant(said: str, names: Sequence[tuple[T, str]]) -> T | None:
    """Return what a number or a name means, or None."""
    if said.isdecimal():
        return names[int(said) - 1][0] if 1 <= int(said) <= len(names) else None
    return next((value for value, name in names if folded(name) == folded(said)), None)


def _minutes(said: str) -> int | None:
    return int(said) if said.isdecimal() and len(said) <= 4 and int(said) <= 1440 else None
