"""The first lines of the page: who it is for and since when, and how the person is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median

from journal.domain.agreements import current, programme_week
from journal.domain.checkins import CheckIn
from journal.domain.record import Sensitivity
from journal.domain.sessions import Session, last_held, next_session
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, own_words, person, sharable
from journal.text import meetings as meetings_text
from journal.text import page_sections as page_sections_text


def heading_lines(journal: Journal, who: str, since: str) -> Iterator[Line]:
    """Yield ``For R.``, then the week of the programme and ``since`` when, in words. The name is as the person is."""
    someone = person(journal, who)
    if someone is not None:
        yield Line(
            key="for",
            section=Section.HEADING,
            parts=(own_words(page_sections_text.format_for(someone.name), someone),),
            basic=True,
        )
    agreement = current(journal.agreements, who)
    week = programme_week(agreement, journal.today()) if agreement else None
    said = (
        [page_sections_text.format_programme(week.number, week.weeks)] if week and not (week.over or week.rests) else []
    )
    if since:
        said.append(since)
    if said:
        words = Part(", ".join(said))
        yield Line(key="programme", section=Section.HEADING, parts=(words,), sensitivity=Sensitivity.NUMBERS)


def status_lines(journal: Journal, sessions: Sequence[Session], first: date, last: date) -> Iterator[Line]:
    """Yield what was noted for the next meeting, else at the last one held in the period, then the daily check-ins.

    The rating and the wish are meant for the mentor; everything else about the meeting is as sensitive as the session.
    """
    session = _prepared(journal, sessions) or _held(sessions, first, last)
    if session is not None:
        yield from _said_lines(session)
    yield from _checkin_lines(sharable(journal.checkins.between(first, last)))


def _said_lines(session: Session) -> Iterator[Line]:
    on = session.local_date if session.held_at else None
    meant = (
        (
            "now",
            page_sections_text.format_status(session.status, meetings_text.STATUS_WORDS[session.status], on)
            if session.status
            else "",
        ),
        ("wish", page_sections_text.format_wish(session.wish) if session.wish else ""),
    )
    for key, words in meant:
        if words:
            yield Line(key=f"status/{key}", section=Section.STATUS, parts=(Part(words),), basic=True)
    for key, name, text in (
        ("hardest", page_sections_text.HARDEST, session.hardest),
        ("proud", page_sections_text.PROUD_OF, session.proud),
    ):
        if text:
            own = own_words(page_sections_text.format_named(name, text), session)
            yield Line(key=f"status/{key}", section=Section.STATUS, parts=(own,), sensitivity=own.sensitivity)


def _prepared(journal: Journal, sessions: Sequence[Session]) -> Session | None:
    coming = next_session(sessions, journal.now())
    return coming if coming and (coming.status or coming.wish or coming.hardest or coming.proud) else None


def _held(sessions: Sequence[Session], first: date, last: date) -> Session | None:
    return last_held(session for session in sessions if first <= session.local_date <= last)


def _checkin_lines(checkins: list[CheckIn]) -> Iterator[Line]:
    """Yield ``6 daily check-ins: mood 6, energy 5, sleep 6 of 10 (typical)``: the medians of what was noted."""
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
        words = Part(page_sections_text.format_checkins(count, ", ".join(typical)))
        yield Line(key="status/checkins", section=Section.STATUS, parts=(words,), sensitivity=closest(checkins))
