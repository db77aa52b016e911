"""Drafts the page for the mentor: every line that a period of the journal could give.

``journal.summary`` exports these functions. Each section comes from its module in ``journal.summary.sections``; what of
it may go is decided later, by ``journal.sharing.release``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from journal.domain.dates import format_day
from journal.domain.people import mentor
from journal.domain.sessions import last_held, next_mentor_meeting
from journal.domain.share_ledger import Share, pages
from journal.language import language, speaking
from journal.sharing.page import Line, PageDraft, Part, Rank
from journal.sharing.release import Choice
from journal.store.journal import Journal
from journal.summary.sections.agenda import next_lines, today_lines, together_lines
from journal.summary.sections.ahead import hard_day_lines, quiet_lines
from journal.summary.sections.commitments import commitment_lines, need_lines
from journal.summary.sections.contacts import contact_lines
from journal.summary.sections.cravings import craving_lines, strategy_lines
from journal.summary.sections.days import day_lines
from journal.summary.sections.fellowship_steps import step_lines
from journal.summary.sections.goals import goal_lines
from journal.summary.sections.medicines import medicine_lines
from journal.summary.sections.milestones import milestone_lines
from journal.summary.sections.mooring import mooring_lines
from journal.summary.sections.programme import programme_lines
from journal.summary.sections.scores import score_lines
from journal.summary.sections.section import Section, own_words, person, with_parts
from journal.summary.sections.status import foot_line, heading_lines, own_lines, status_lines
from journal.text import page as page_text
from journal.text import page_sections as page_sections_text

_ORDER = [*Section]

USUAL_DAYS = 7
"""Days of the first page, today included."""


def since_last(journal: Journal, until: date | None = None, who: str | None = None) -> tuple[date, date]:
    """Return the period of the next page for ``who`` (as in ``draft``), up to ``until`` or today, both days included.

    It begins with the last day of the page that was given last, to them or to nobody named, because that day may not
    have been over. Where that page ended on the same day, its period is used again. Without an earlier page the period
    begins with the last meeting held with them, and without a meeting it is the last seven days.
    """
    last = until or journal.today()
    who = usual_person(journal) if who is None else who
    given = [share for share in _given(journal, who) if share.last <= last]
    if given:
        return given[-1].first if given[-1].last == last else given[-1].last, last
    met = _met(journal, who, last)
    return met if met and met < last else last - timedelta(days=USUAL_DAYS - 1), last


def _given(journal: Journal, who: str) -> list[Share]:
    """Return the pages given to them, or to nobody named."""
    return [share for share in pages(journal.shares) if share.person in ("", who)]


def _met(journal: Journal, who: str, last: date) -> date | None:
    """Return the day of the last meeting with them before ``last``."""
    before = last_held((one for one in journal.sessions if one.local_date < last), who or None)
    return before.local_date if before else None


def _since(journal: Journal, who: str, first: date, last: date) -> str:
    """Say that the period begins with the last meeting with them, or nothing where it does not."""
    return page_sections_text.format_since_met(first) if _met(journal, who, last) == first else ""


def draft(journal: Journal, first: date, last: date, who: str | None = None, *, emergency: str = "") -> PageDraft:
    """Return every line about ``first`` to ``last``, both included, in order.

    ``who`` is the uid of the reader, empty for nobody; without it, the person met next, or else the first mentor on
    record. The lines are written in the language that is set for them. ``emergency`` is the number to call in the
    region that was chosen. Raises ``ValueError`` when the period ends before it begins.
    """
    if last < first:
        raise ValueError("The period ends before it begins.")
    who = usual_person(journal) if who is None else who
    reader = person(journal, who)
    with speaking((reader and reader.language) or language()):
        return _draft(journal, first, last, who, emergency)


def _draft(journal: Journal, first: date, last: date, who: str, emergency: str) -> PageDraft:
    """Return the draft in the language that is spoken."""
    sessions = [session for session in journal.sessions if not who or session.person in ("", who)]
    heading = tuple(heading_lines(journal, who, _since(journal, who, first, last)))
    lines = (
        *status_lines(journal, sessions, first, last),
        *score_lines(journal, first, last),
        *medicine_lines(journal),
        *day_lines(journal, who, first, last),
        *commitment_lines(journal, who, first, last),
        *own_lines(journal, sessions, first, last),
        *milestone_lines(journal, first, last),
        *strategy_lines(journal, first, last),
        *hard_day_lines(journal, last),
        *today_lines(journal, who, sessions),
        *need_lines(journal, first, last),
        *goal_lines(journal),
        *craving_lines(journal, first, last),
        *mooring_lines(journal, first, last),
        *_entry_lines(journal, first, last),
        *contact_lines(journal, first, last),
        *programme_lines(journal, who, last),
        *step_lines(journal, last),
    )
    lines = (*lines, *next_lines(journal, who, sessions), *quiet_lines(journal, who, last))
    always = (*together_lines(), foot_line(journal, who, emergency)) if lines else ()
    every = (*heading, *lines, *always)
    lines = tuple(sorted(every, key=lambda line: _ORDER.index(line.section)))  # the order within a section stays
    title = page_text.page_title(first, last)
    return PageDraft(title=title, first=first, last=last, person=who, lines=lines, language=language())


def usual_choice(journal: Journal, who: str) -> Choice:
    """Return the choice to begin with for a person (a uid): their level, and the sections kept from them closed."""
    someone = person(journal, who)
    return Choice(level=someone.sees, closed=with_parts(someone.hidden)) if someone else Choice()


def usual_person(journal: Journal) -> str:
    """Return the uid of the person met next, else of the first mentor on record, else an empty string."""
    coming = next_mentor_meeting(journal.sessions, journal.now())
    if coming is not None and person(journal, coming.person):
        return coming.person
    someone = mentor(journal.people)
    return someone.uid if someone else ""


def _entry_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Yield each entry in full; they are marked never, so one goes only when the person picks it."""
    for entry in journal.entries.between(first, last):
        title = f"{entry.title}: " if entry.title else ""
        yield Line(
            key=f"entries/{entry.uid}",
            section=Section.ENTRIES,
            label=Part(format_day(entry.local_date)),
            parts=(own_words(f"{title}{entry.text}", entry, page_sections_text.AN_ENTRY),),
            sensitivity=entry.sensitivity,
            more=page_sections_text.ENTRY,
            rank=Rank.SOON,
        )
