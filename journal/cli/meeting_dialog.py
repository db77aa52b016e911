"""Asks about a meeting or contact in plain lines, one question at a time.

``journal meeting`` without ``--kind`` runs it. Each question but the first can be skipped with enter.
"""

from __future__ import annotations

from datetime import date, time

from msgspec.structs import replace

from journal.cli.prompts import Prompts
from journal.domain.dates import instant_on, local_day, local_noon, parse_time
from journal.domain.record import Precision
from journal.domain.sessions import Session
from journal.store.journal import Journal
from journal.text import contacts as contacts_text
from journal.text import prompts as prompts_text
from journal.text.commands import meeting as command_text

LONGEST_PLACE = 1000
"""Characters of a place at most."""


class MeetingDialog:
    """Asks all questions whose answer is not given already; ``session`` holds the answers so far."""

    def __init__(self, prompts: Prompts, journal: Journal, session: Session) -> None:
        self._prompts = prompts
        self._journal = journal
        self.session = session

    def go(self, *, day: bool, person: bool, minutes: bool) -> bool:
        """Ask from the first question to the last; return whether the first was answered, so that it can be saved.

        ``day``, ``person`` and ``minutes`` say whether these are still to be asked.
        """
        self._prompts.say(prompts_text.SKIP)
        kind = self._prompts.choice(command_text.ASKING_WHAT, list(contacts_text.KINDS.items()))
        if kind is None:
            return False
        self.session = replace(self.session, kind=kind)
        if day and (on := self._prompts.day(command_text.ASKING_WHEN, self._journal.today())):
            self.session = at_day(self._journal, self.session, on)
        began = self._prompts.read(command_text.ASKING_TIME, self._time, command_text.ASKING_TIME_AGAIN)
        self.session = began or self.session
        self._ask_more(person=person, minutes=minutes)
        return True

    def _ask_more(self, *, person: bool, minutes: bool) -> None:
        people = [(one.uid, one.name) for one in self._journal.people if not one.archived]
        if person and people:
            self.session = replace(self.session, person=self._prompts.choice(command_text.ASKING_WITH, people) or "")
        if minutes:
            number = self._prompts.read(command_text.ASKING_MINUTES, _minutes, command_text.MINUTES_RANGE)
            self.session = replace(self.session, minutes=number)
        self.session = replace(self.session, place=self._prompts.text(command_text.ASKING_PLACE)[:LONGEST_PLACE])
        self.session = replace(self.session, said=self._prompts.text(command_text.ASKING_NOTE))

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


def _minutes(said: str) -> int | None:
    return int(said) if said.isdecimal() and len(said) <= 4 and int(said) <= 1440 else None
