"""The first lines of the page: who it is for and since when, how I am, what I would like, how the days were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median

from journal.domain.agreements import current, programme_week
from journal.domain.checkins import CheckIn
from journal.domain.dates import day_words
from journal.domain.record import Sensitivity
from journal.domain.sessions import STATUS_WORDS, Session, last_held, next_session
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, own_words, person, sharable, things


def heading_lines(journal: Journal, who: str, since: str) -> Iterator[Line]:
    """``For R.``, the name of which asks; then the week of the programme, and ``since`` when, in words."""
    someone = person(journal, who)
    if someone is not None:
        yield Line(key="for", section=Section.HEADING, parts=(own_words(f"For {someone.name}", someone),), basic=True)
    agreement = current(journal.agreements, who)
    week = programme_week(agreement, journal.today()) if agreement else None
    said = [f"Week {week.number} of {week.weeks}"] if week and not (week.over or week.rests) else []
    if since:
        said.append(since)
    if said:
        words = Part(", ".join(said))
        yield Line(key="programme", section=Section.HEADING, parts=(words,), sensitivity=Sensitivity.NUMBERS)


def status_lines(journal: Journal, sessions: Sequence[Session], first: date, last: date) -> Iterator[Line]:
    """How I am and what I would like, as noted for the next meeting, else at the last one held in the period.

    Of a session its notes stay home; the rating and the wish are meant for the mentor.
    """
    session = _prepared(journal, sessions) or _held(sessions, first, last)
    if session is not None:
        yield from _said_lines(session)
    yield from _checkin_lines(sharable(journal.checkins.between(first, last)))


def _said_lines(session: Session) -> Iterator[Line]:
    on = f" (on {day_words(session.local_date)})" if session.held_at else ""
    meant = (
        ("now", f"{session.status} of 5, {STATUS_WORDS[session.status]}{on}" if session.status else ""),
        ("wish", f"I would like you to: {session.wish}" if session.wish else ""),
    )
    for key, words in meant:
        if words:
            yield Line(key=f"status/{key}", section=Section.STATUS, parts=(Part(words),), basic=True)
    for key, name, text in (("hardest", "Hardest", session.hardest), ("proud", "Proud of", session.proud)):
        if text:
            own = own_words(f"{name}: {text}", session)
            yield Line(key=f"status/{key}", section=Section.STATUS, parts=(own,), sensitivity=own.sensitivity)


def _prepared(journal: Journal, sessions: Sequence[Session]) -> Session | None:
    coming = next_session(sessions, journal.now())
    return coming if coming and (coming.status or coming.wish or coming.hardest or coming.proud) else None


def _held(sessions: Sequence[Session], first: date, last: date) -> Session | None:
    return last_held(session for session in sessions if first <= session.local_date <= last)


def _checkin_lines(checkins: list[CheckIn]) -> Iterator[Line]:
    """``6 daily check-ins: mood 6, energy 5, sleep 6 of 10 (typical)``: the medians of what was noted."""
    ratings = {
        "mood": [checkin.mood for checkin in checkins if checkin.mood is not None],
        "energy": [checkin.energy for checkin in checkins if checkin.energy is not None],
        "sleep": [checkin.sleep for checkin in checkins if checkin.sleep is not None],
    }
    typical = ", ".join(_typical(name, noted, len(checkins)) for name, noted in ratings.items() if noted)
    if typical:
        words = f"{things(len(checkins), 'daily check-in')}: {typical} of 10 (typical)"
        kept = closest(checkins)
        yield Line(key="status/checkins", section=Section.STATUS, parts=(Part(words),), sensitivity=kept)


def _typical(name: str, noted: list[int], checkins: int) -> str:
    """``mood 6``, and where it was not noted in all check-ins, ``mood 6 (of 4)``."""
    return f"{name} {median(noted):g}" + (f" (of {len(noted)})" if len(noted) < checkins else "")
