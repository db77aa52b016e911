"""A period of the journal as a draft of the page for the mentor: every line there could be, as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median

from journal.book import Journal
from journal.domain.checkins import CheckIn
from journal.domain.goals import Goal, next_step, open_goals, progress_words
from journal.domain.people import Person, Role
from journal.domain.record import Sensitivity
from journal.domain.sessions import STATUS_WORDS, Session, SessionKind, last_held, next_session
from journal.domain.sharing import pages
from journal.domain.time import date_words, day_words, moment_words
from journal.leaving import Draft, Line, Part
from journal.summary.cravings import craving_lines, strategy_lines
from journal.summary.days import day_lines
from journal.summary.mooring import mooring_lines
from journal.summary.sections import Section, closest, own_words, sharable, things

USUAL_DAYS = 7
"""How many days the first page is about, today included."""


def since_last(journal: Journal, until: date | None = None) -> tuple[date, date]:
    """The period for the next page: from the last day of the page given last to ``until``, else today, both included.

    That last day comes again because it may not have been over. Where the last page already ended on the same day it
    is made again for its own period. Without an earlier page it is the last seven days.
    """
    last = until or journal.today()
    given = [share for share in pages(journal.shares) if share.last <= last]
    if not given:
        return last - timedelta(days=USUAL_DAYS - 1), last
    return given[-1].first if given[-1].last == last else given[-1].last, last


def draft(journal: Journal, first: date, last: date, person: str | None = None) -> Draft:
    """Every line about ``first`` to ``last``, both included, in order.

    ``person`` is the uid of who it is for, empty for nobody; without it, whoever is met next, or else the first mentor
    on record. Raises ``ValueError`` when the period ends before it begins.
    """
    if last < first:
        raise ValueError("The period ends before it begins.")
    who = _mentor(journal) if person is None else person
    sessions = [session for session in journal.sessions if session.person in ("", who)] if who else [*journal.sessions]
    lines = (
        *_heading(journal, who),
        *_status_lines(journal, sessions, first, last),
        *day_lines(journal, first, last),
        *craving_lines(journal, first, last),
        *strategy_lines(journal, first, last),
        *mooring_lines(journal, first, last),
        *(_goal_line(goal) for goal in open_goals(journal.goals)),
        *_entry_lines(journal, first, last),
        *_next_lines(journal, sessions),
    )
    days = things((last - first).days + 1, "day")
    title = f"CHECK-IN SUMMARY  {date_words(first, last)} ({days}), self-reported"
    return Draft(title=title, first=first, last=last, person=who, lines=lines)


def _mentor(journal: Journal) -> str:
    """The uid of the person met next, else of the first mentor on record, else nobody."""
    coming = next_session(journal.sessions, journal.now())
    if coming is not None and _person(journal, coming.person):
        return coming.person
    return next((p.uid for p in journal.people if p.role.mentors and not p.archived), "")


def _person(journal: Journal, uid: str) -> Person | None:
    return next((person for person in journal.people if person.uid == uid), None)


def _heading(journal: Journal, who: str) -> Iterator[Line]:
    """``For R.``: the name asks, and nothing stands in its place."""
    person = _person(journal, who)
    if person is not None:
        yield Line(key="for", section=Section.HEADING, parts=(own_words(f"For {person.name}", person),), basic=True)


def _status_lines(journal: Journal, sessions: list[Session], first: date, last: date) -> Iterator[Line]:
    """How I am and what I would like, as noted for the next meeting, else at the last one held in the period.

    Of a session its notes stay home; the rating and the wish are meant for the mentor.
    """
    session = _prepared(journal, sessions) or _held(sessions, first, last)
    if session is not None:
        on = f" (on {day_words(session.local_date)})" if session.held_at else ""
        if session.status is not None:
            words = f"{session.status} of 5, {STATUS_WORDS[session.status]}{on}"
            yield Line(key="status/now", section=Section.STATUS, parts=(Part(words),), basic=True)
        if session.wish is not None:
            words = f"I would like you to: {session.wish}"
            yield Line(key="status/wish", section=Section.STATUS, parts=(Part(words),), basic=True)
        if session.hardest:
            yield Line(
                key="status/hardest",
                section=Section.STATUS,
                parts=(own_words(f"Hardest: {session.hardest}", session),),
                sensitivity=own_words("", session).sensitivity,
            )
    yield from _checkin_lines(sharable(journal.checkins.between(first, last)))


def _prepared(journal: Journal, sessions: list[Session]) -> Session | None:
    coming = next_session(sessions, journal.now())
    return coming if coming and (coming.status or coming.wish or coming.hardest) else None


def _held(sessions: list[Session], first: date, last: date) -> Session | None:
    return last_held(session for session in sessions if first <= session.local_date <= last)


def _checkin_lines(checkins: list[CheckIn]) -> Iterator[Line]:
    """``6 daily check-ins: mood 6, energy 5, sleep 6 of 10 (typical)``: the medians of what was noted."""
    ratings = {
        "mood": [checkin.mood for checkin in checkins if checkin.mood is not None],
        "energy": [checkin.energy for checkin in checkins if checkin.energy is not None],
        "sleep": [checkin.sleep for checkin in checkins if checkin.sleep is not None],
    }
    typical = ", ".join(f"{name} {median(noted):g}" for name, noted in ratings.items() if noted)
    if typical:
        words = f"{things(len(checkins), 'daily check-in')}: {typical} of 10 (typical)"
        kept = closest(checkins)
        yield Line(key="status/checkins", section=Section.STATUS, parts=(Part(words),), sensitivity=kept)


def _goal_line(goal: Goal) -> Line:
    """``Evening class: 3 of 4; next: hand in the first piece``; of one marked "numbers only", the progress."""
    step = next_step(goal)
    how_far = progress_words(goal)
    return Line(
        key=f"goals/{goal.uid}",
        section=Section.GOALS,
        parts=(
            own_words(goal.title, goal, "a goal"),
            own_words(
                f": {how_far}" if how_far else "",
                goal,
                f": {how_far.removesuffix(goal.unit).rstrip()}" if how_far else "",
            ),
            own_words(f"; next: {step.text}" if step else "", goal),
        ),
        sensitivity=goal.sensitivity,
        more="goals",
    )


def _entry_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Each entry, whole: they stay home, but the person may pick one."""
    for entry in journal.entries.between(first, last):
        title = f"{entry.title}: " if entry.title else ""
        yield Line(
            key=f"entries/{entry.uid}",
            section=Section.ENTRIES,
            label=Part(day_words(entry.local_date)),
            parts=(own_words(f"{title}{entry.text}", entry, "an entry"),),
            sensitivity=entry.sensitivity,
            more="entries",
        )


def _next_lines(journal: Journal, sessions: list[Session]) -> Iterator[Line]:
    """``Thu 26 Nov, 18:00, at the café, with R.``: place and name ask."""
    session = next_session(sessions, journal.now())
    if session is None or session.planned_at is None:
        return
    parts = [Part(moment_words(journal.local(session.planned_at)))]
    if session.kind is not SessionKind.ONE_TO_ONE:
        parts.append(Part(f", {session.kind}"))
    if session.place:
        parts.append(Part(f", {session.place}", Sensitivity.ASK))
    person = _person(journal, session.person)
    if person is not None:
        parts.append(_with(person))
    yield Line(key="next", section=Section.NEXT, parts=tuple(parts), basic=True)


def _with(person: Person) -> Part:
    unnamed = person.role is Role.OTHER or person.sensitivity is Sensitivity.NEVER
    role = "" if unnamed else f", with my {person.role}"
    return own_words(f", with {person.name}", person, role)
