"""The last sections: what to talk about today, room to write together, and the next check-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.domain.agreements import current
from journal.domain.cravings import Craving
from journal.domain.goals import Goal
from journal.domain.kinds import kind_of
from journal.domain.parked import Parked, waiting
from journal.domain.people import Person, Role
from journal.domain.record import Record, Sensitivity
from journal.domain.sessions import Session, SessionKind, next_session, prepared_session
from journal.sharing.page import Line, Part, Rank
from journal.store.journal import Journal
from journal.summary.sections.section import Section, own_words, person
from journal.text import kinds as kinds_text
from journal.text import labels as labels_text
from journal.text import meetings as meetings_text
from journal.text import page_sections as page_sections_text
from journal.text import receipt as receipt_text

_RULED = 3
"""How many new commitments there is room for."""


def today_lines(journal: Journal, who: str, sessions: Sequence[Session]) -> Iterator[Line]:
    """Yield what was kept for the mentor, then what the person wants to talk about."""
    for parked in waiting(journal.parked, who):
        yield _parked_line(journal, parked)
    session = prepared_session(sessions, journal.now())
    for number, topic in enumerate(session.topics if session else ()):
        yield Line(
            key=f"today/topic-{number}",
            section=Section.TODAY,
            parts=(Part(topic),),
            more=page_sections_text.TO_TALK_ABOUT,
            rank=Rank.ASKED,
        )


def _parked_line(journal: Journal, parked: Parked) -> Line:
    """Return ``how it was to say it (an entry of Sun 22 Nov)``; the day of a record that stays home must be picked."""
    record = journal.find(parked.kind, parked.record)
    named = Part(page_sections_text.SOMETHING) if record is None else _named(record)
    note = own_words(f"{parked.note} (", parked) if parked.note else Part()
    return Line(
        key=f"today/{parked.uid}",
        section=Section.TODAY,
        parts=(note, named, Part(")", note.sensitivity) if parked.note else Part()),
        sensitivity=parked.sensitivity,
        more=page_sections_text.TO_TALK_ABOUT,
        rank=Rank.ASKED,
    )


def _named(record: Record) -> Part:
    """Name the kind and the day of a record, and of a goal its title.

    Kind and day of an entry, a look back and a meeting, which are marked *never* from the start, go when the person is
    asked; of any other record marked *never* nothing goes.
    """
    said, usual = kinds_text.KIND_NAMES[record.table].on_page, kind_of(record).sensitivity
    name = said or page_sections_text.SOMETHING
    of_day = page_sections_text.format_of_day(name, record.local_date)
    if record.sensitivity is Sensitivity.NEVER and not (said and usual is Sensitivity.NEVER):
        return Part(page_sections_text.SOMETHING)
    if isinstance(record, Craving):
        of_day = page_sections_text.format_craving(record.intensity, record.local_date)
    if isinstance(record, Goal):
        return own_words(record.title, record, name)
    if record.sensitivity in (Sensitivity.NEVER, Sensitivity.ASK):
        return Part(of_day, Sensitivity.ASK, page_sections_text.SOMETHING)
    return Part(of_day, Sensitivity.NUMBERS, page_sections_text.SOMETHING)


def together_lines() -> Iterator[Line]:
    """Yield ruled lines, each with a box, on which both sides write new commitments by hand."""
    for number in range(_RULED):
        yield Line(
            key=f"together/{number}",
            section=Section.TOGETHER,
            parts=(Part(page_sections_text.RULE),),
            basic=True,
            rank=Rank.ROOM,
            tick=False,
        )


def next_lines(journal: Journal, who: str, sessions: Sequence[Session]) -> Iterator[Line]:
    """Yield ``Thu 26 Nov, 18:00, at the café, with R.``, then how to be reached until then.

    Place and name are marked *ask*.
    """
    session = next_session(sessions, journal.now())
    if session is not None and session.planned_at is not None:
        parts = [Part(meetings_text.format_when(session, journal.local(session.planned_at)))]
        if session.kind is not SessionKind.ONE_TO_ONE:
            parts.append(Part(f", {labels_text.label(session.kind)}"))
        if session.place:
            parts.append(Part(f", {session.place}", Sensitivity.ASK))
        someone = person(journal, session.person)
        if someone is not None:
            parts.append(_with(someone))
        yield Line(key="next", section=Section.NEXT, parts=tuple(parts), basic=True, rank=Rank.NEXT)
    agreement = current(journal.agreements, who)
    if agreement and (agreement.contact_ways or agreement.quiet_hours):
        quiet = page_sections_text.format_quiet(agreement.quiet_hours) if agreement.quiet_hours else ""
        rule = "; ".join(part for part in (agreement.contact_ways, quiet) if part)
        words = own_words(receipt_text.until_then(rule), agreement)
        yield Line(key="next/contact", section=Section.NEXT, parts=(words,), sensitivity=words.sensitivity)


def _with(someone: Person) -> Part:
    unnamed = someone.role is Role.OTHER or someone.sensitivity is Sensitivity.NEVER
    role = "" if unnamed else page_sections_text.with_my_words(someone.role)
    return own_words(page_sections_text.with_words(someone.name), someone, role)
