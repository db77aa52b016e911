"""Drafts the receipt of a meeting: who does what by when, and when the next meeting is.

``screens.mentor`` lets the person choose its lines and prints it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from journal.domain.agreements import current
from journal.domain.commitments import Commitment
from journal.domain.record import Sensitivity
from journal.domain.sessions import Session, next_mentor_meeting
from journal.sharing.page import Line, PageDraft, Part
from journal.store.journal import Journal
from journal.text import meetings as meetings_text
from journal.text import receipt as receipt_text


class Section(StrEnum):
    """The parts of the receipt."""

    NONE = ""
    PROMISES = receipt_text.PROMISES_HEADING
    NEXT = receipt_text.NEXT_HEADING
    INITIALS = receipt_text.INITIALS_HEADING


def receipt(journal: Journal, session: Session) -> PageDraft:
    """Return the lines of a receipt for both sides; the notes of the meeting are never among them.

    Commitments keep their own sensitivity.
    """
    promised = [one for one in journal.commitments if one.session == session.uid]
    met = journal.local(session.held_at or session.at)
    lines = [
        Line(
            key="met",
            section=Section.NONE,
            parts=(Part(receipt_text.format_met(met.date())),),
            basic=True,
        ),
        *(_promise(one) for one in promised),
        *_next(journal, session),
        *_initials(),
    ]
    return PageDraft(
        title=receipt_text.RECEIPT_TITLE, first=met.date(), last=met.date(), person=session.person, lines=tuple(lines)
    )


def _promise(one: Commitment) -> Line:
    return Line(
        key=one.uid,
        section=Section.PROMISES,
        label=Part(receipt_text.WHO[one.by]),
        parts=(Part(one.text, one.sensitivity), Part(receipt_text.format_by(one.due))),
        sensitivity=one.sensitivity,
        basic=True,
    )


def _next(journal: Journal, session: Session) -> Iterable[Line]:
    theirs = [one for one in journal.sessions if one.person in ("", session.person)]
    following = next_mentor_meeting(theirs, journal.now())
    if following is not None and following.planned_at is not None:
        place = Part(f", {following.place}", Sensitivity.SHARE) if following.place else Part()
        words = Part(meetings_text.format_when(following, journal.local(following.planned_at)))
        yield Line(key="next", section=Section.NEXT, parts=(words, place), basic=True)
    agreement = current(journal.agreements, session.person)
    if agreement is not None and agreement.contact_ways:
        words = Part(receipt_text.until_then(agreement.contact_ways))
        yield Line(key="contact", section=Section.NEXT, parts=(words,), basic=True)


def _initials() -> Iterable[Line]:
    for whose in (receipt_text.ME, receipt_text.YOU):
        yield Line(key=whose, section=Section.INITIALS, label=Part(whose), parts=(Part("_" * 12),), basic=True)
