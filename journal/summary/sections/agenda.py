"""The last sections: what is for today, room to write together, and when the next check-in is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.domain.agreements import current
from journal.domain.cravings import Craving
from journal.domain.dates import day_words
from journal.domain.goals import Goal
from journal.domain.kinds import kind_of
from journal.domain.parked import Parked, waiting
from journal.domain.people import Person, Role
from journal.domain.record import Record, Sensitivity
from journal.domain.sessions import Session, SessionKind, next_session, when_words
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section, own_words, person
from journal.text.kinds import KIND_NAMES

_SOMETHING = "something I noted"

_RULED = ("me", "me", "you")
"""Whose new commitments there is room for."""

RULE = "_" * 40 + " by " + "_" * 12
"""Room for what and by when, as text."""


def today_lines(journal: Journal, who: str, sessions: Sequence[Session]) -> Iterator[Line]:
    """What was kept for the mentor, then what the person wants to talk about."""
    for parked in waiting(journal.parked, who):
        yield _parked_line(journal, parked)
    session = next_session(sessions, journal.now())
    for number, topic in enumerate(session.topics if session else ()):
        yield Line(key=f"today/topic-{number}", section=Section.TODAY, parts=(Part(topic),), more="topics")


def _parked_line(journal: Journal, parked: Parked) -> Line:
    """``how it was to say it (an entry of Sun 22 Nov)``; of a record that stays home not even the day, at first."""
    record = journal.find(parked.kind, parked.record)
    named = Part(_SOMETHING) if record is None else _named(record)
    note = own_words(f"{parked.note} (", parked) if parked.note else Part()
    return Line(
        key=f"today/{parked.uid}",
        section=Section.TODAY,
        parts=(note, named, Part(")", note.sensitivity) if parked.note else Part()),
        sensitivity=parked.sensitivity,
        more="things kept for today",
    )


def _named(record: Record) -> Part:
    """What kind of record it is and of which day, and of a goal what it says.

    Of an entry, a look back and a meeting, which are *never* to begin with, kind and day ask; of another record that
    was marked *never* nothing goes.
    """
    said, usual = KIND_NAMES[record.table].on_page, kind_of(record).sensitivity
    name = said or _SOMETHING
    of_day = f"{name} of {day_words(record.local_date)}"
    if record.sensitivity is Sensitivity.NEVER and not (said and usual is Sensitivity.NEVER):
        return Part(_SOMETHING)
    if isinstance(record, Craving):
        of_day = f"a craving of {record.intensity} on {day_words(record.local_date)}"
    if isinstance(record, Goal):
        return own_words(record.title, record, name)
    if record.sensitivity in (Sensitivity.NEVER, Sensitivity.ASK):
        return Part(of_day, Sensitivity.ASK, _SOMETHING)
    return Part(of_day, Sensitivity.NUMBERS, _SOMETHING)


def together_lines() -> Iterator[Line]:
    """Room for new commitments of both sides, at most three, to be written by hand."""
    for number, whose in enumerate(_RULED):
        yield Line(
            key=f"together/{number}",
            section=Section.TOGETHER,
            label=Part(whose),
            parts=(Part(RULE),),
            spare=2,
        )


def next_lines(journal: Journal, who: str, sessions: Sequence[Session]) -> Iterator[Line]:
    """``Thu 26 Nov, 18:00, at the café, with R.``, place and name of which ask; how to be reached until then."""
    session = next_session(sessions, journal.now())
    if session is not None and session.planned_at is not None:
        parts = [Part(when_words(session, journal.local(session.planned_at)))]
        if session.kind is not SessionKind.ONE_TO_ONE:
            parts.append(Part(f", {session.kind}"))
        if session.place:
            parts.append(Part(f", {session.place}", Sensitivity.ASK))
        someone = person(journal, session.person)
        if someone is not None:
            parts.append(_with(someone))
        yield Line(key="next", section=Section.NEXT, parts=tuple(parts), basic=True)
    agreement = current(journal.agreements, who)
    if agreement and (agreement.contact_ways or agreement.quiet_hours):
        quiet = f"quiet {agreement.quiet_hours}" if agreement.quiet_hours else ""
        rule = "; ".join(part for part in (agreement.contact_ways, quiet) if part)
        words = own_words(f"Until then: {rule}", agreement)
        yield Line(key="next/contact", section=Section.NEXT, parts=(words,), sensitivity=words.sensitivity)


def _with(someone: Person) -> Part:
    unnamed = someone.role is Role.OTHER or someone.sensitivity is Sensitivity.NEVER
    role = "" if unnamed else f", with my {someone.role}"
    return own_words(f", with {someone.name}", someone, role)
