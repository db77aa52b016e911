"""The first lines of the page: who it is for and since when, and how the person is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median
from typing import Final

from journal.cells import beginning
from journal.domain.agreements import current, programme_week
from journal.domain.checkins import CheckIn
from journal.domain.people import Person, Role
from journal.domain.record import Sensitivity
from journal.domain.sessions import Session, held, is_mentor_meeting, prepared_session
from journal.sharing.page import Line, Part, Place, Rank
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, own_words, period_before, person, sharable
from journal.text import meetings as meetings_text
from journal.text import page as page_text
from journal.text import page_sections as page_sections_text

_NAME: Final = 40
"""Columns of a name at most."""


def heading_lines(journal: Journal, who: str, since: str) -> Iterator[Line]:
    """Yield the week of the programme, for the title, then ``For R.``, and ``since`` when, in words.

    The name is as sensitive as the person; their role stands for it.
    """
    agreement = current(journal.agreements, who)
    week = programme_week(agreement, journal.today()) if agreement else None
    if week and not (week.over or week.rests):
        yield Line(
            key="programme",
            section=Section.HEADING,
            parts=(Part(page_text.format_week(week.number, week.weeks)),),
            sensitivity=Sensitivity.NUMBERS,
            place=Place.TITLE,
        )
    yield from for_lines(journal, who)
    if since:
        words = Part(since)
        yield Line(key="since", section=Section.HEADING, parts=(words,), sensitivity=Sensitivity.NUMBERS)


def for_lines(journal: Journal, who: str) -> Iterator[Line]:
    """Yield ``For R.``, or nothing where nobody is named; the role stands for a name that stays home."""
    someone = person(journal, who)
    if someone is not None:
        name, role = _named(someone)
        words = own_words(page_sections_text.format_for(name), someone, role and page_sections_text.format_for(role))
        yield _meant("for", Section.HEADING, words)


def foot_line(journal: Journal, who: str, emergency: str) -> Line:
    """Return what is asked of the reader: not to copy the page, and what to do in an ``emergency`` (a number)."""
    someone = person(journal, who)
    reader = Part(page_text.FOR_YOU)
    if someone is not None:
        name, role = _named(someone)
        instead = page_text.format_reader(role) if role else page_text.FOR_YOU
        reader = own_words(page_text.format_reader(name), someone, instead)
    parts = (Part(page_text.WRITTEN_BY_ME), reader, Part(page_text.format_foot(emergency)))
    return Line(key="foot", section=Section.HEADING, parts=parts, basic=True, place=Place.FOOT)


def _named(someone: Person) -> tuple[str, str]:
    """Return a person's name, short enough for one row, and ``my sponsor`` for where it stays home; empty if unsaid."""
    unnamed = someone.role is Role.OTHER or someone.sensitivity is Sensitivity.NEVER
    name = " ".join(someone.name.split())
    shown = beginning(name, _NAME)
    return name if shown == name else f"{shown}…", "" if unnamed else page_sections_text.my_role(someone.role)


def _meant(key: str, section: Section, *parts: Part, label: str = "", boxed: bool = False) -> Line:
    """Return a line that is meant for the reader and goes at every level."""
    return Line(key=key, section=section, label=Part(label), parts=parts, basic=True, rank=Rank.STATUS, boxed=boxed)


def status_lines(journal: Journal, sessions: Sequence[Session], first: date, last: date) -> Iterator[Line]:
    """Yield what was noted for the next meeting, else at the last one held in the period, then the daily check-ins.

    Rating, wish and question are meant for the mentor; everything else of the meeting is as sensitive as the session.
    """
    session = _prepared(journal, sessions) or _held(sessions, first, last)
    if session is not None:
        yield from _said_lines(session)
    before = period_before(journal, first, last)
    yield from _checkin_lines(
        sharable(journal.checkins.between(first, last)),
        len(sharable(journal.checkins.between(*before))) if before else None,
    )


def own_lines(journal: Journal, sessions: Sequence[Session], first: date, last: date) -> Iterator[Line]:
    """Yield the hardest moment and what the person is proud of, as sensitive as the meeting they were noted for."""
    session = _prepared(journal, sessions) or _held(sessions, first, last)
    for key, section, rank, text in (
        ("hardest", Section.HARDEST, Rank.HARDEST, session.hardest if session else ""),
        ("proud", Section.PROUD, Rank.SOON, session.proud if session else ""),
    ):
        if session and text:
            own = own_words(text, session)
            yield Line(key=f"status/{key}", section=section, parts=(own,), sensitivity=own.sensitivity, rank=rank)


def _said_lines(session: Session) -> Iterator[Line]:
    """Yield the status in words, the wish, and the one question in a box; without a question the wish has the box."""
    on = session.local_date if session.held_at else None
    if session.status:
        words = page_sections_text.format_status(session.status, meetings_text.STATUS_WORDS[session.status], on)
        yield _meant("status/now", Section.STATUS, Part(words))
    if session.safety_concern and not session.held_at:
        yield _meant("status/safe", Section.STATUS, Part(page_sections_text.NOT_SAFE))
    if session.wish:
        wish = Part(page_sections_text.format_wish(session.wish))
        yield _meant("status/wish", Section.STATUS, wish, boxed=not session.ask)
    if session.ask:
        yield _meant("status/ask", Section.STATUS, Part(session.ask), label=page_sections_text.MY_ONE_ASK, boxed=True)


def _prepared(journal: Journal, sessions: Sequence[Session]) -> Session | None:
    coming = prepared_session(sessions, journal.now())
    return coming if coming and _says_something(coming) else None


def _held(sessions: Sequence[Session], first: date, last: date) -> Session | None:
    """Return the last meeting of the period that a page is prepared for, or that was noted for the mentor."""
    inside = held(session for session in sessions if first <= session.local_date <= last)
    return next((one for one in inside if is_mentor_meeting(one) or _says_something(one)), None)


def _says_something(session: Session) -> bool:
    return bool(session.status or session.wish or session.ask or session.hardest or session.proud)


def _checkin_lines(checkins: list[CheckIn], before: int | None) -> Iterator[Line]:
    """Yield ``6 daily check-ins, before 7: mood 6, energy 5, sleep 6 of 10 (typical)``: medians of what was noted."""
    ratings = {
        page_sections_text.MOOD: [checkin.mood for checkin in checkins if checkin.mood is not None],
        page_sections_text.ENERGY: [checkin.energy for checkin in checkins if checkin.energy is not None],
        page_sections_text.SLEEP: [checkin.sleep for checkin in checkins if checkin.sleep is not None],
    }
    count = len(checkins)
    typical = [
        page_sections_text.format_typical(name, median(noted), len(noted), count)
        for name, noted in ratings.items()
        if noted
    ]
    if typical:
        words = Part(page_sections_text.format_checkins(count, before, ", ".join(typical)))
        yield Line(key="status/checkins", section=Section.STATUS, parts=(words,), sensitivity=closest(checkins))
