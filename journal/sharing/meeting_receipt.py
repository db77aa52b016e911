"""The receipt of a meeting: who does what by when, and the next time."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from journal.domain.agreements import current
from journal.domain.commitments import By, Commitment
from journal.domain.dates import day_words
from journal.domain.record import Sensitivity
from journal.domain.sessions import Session, next_session, when_words
from journal.sharing.page import Line, PageDraft, Part
from journal.store.journal import Journal

RECEIPT_TITLE: Final = "WHAT WE AGREED"


class Section(StrEnum):
    """The parts of the receipt."""

    NONE = ""
    PROMISES = "WHO DOES WHAT"
    NEXT = "NEXT TIME"
    INITIALS = "INITIALS"


def receipt(journal: Journal, session: Session) -> PageDraft:
    """What a meeting came to, for both: who does what by when, and the next time. Nothing of its notes.

    Commitments go as their sensitivity says; the name of the other asks.
    """
    promised = [one for one in journal.commitments if one.session == session.uid]
    met = journal.local(session.held_at or session.at)
    lines = [
        Line(
            key="met",
            section=Section.NONE,
            parts=(Part(f"We met on {day_words(met.date())}."),),
            basic=True,
        ),
        *(_promise(one) for one in promised),
        *_next(journal, session),
        *_initials(),
    ]
    return PageDraft(title=RECEIPT_TITLE, first=met.date(), last=met.date(), person=session.person, lines=tuple(lines))


def _promise(one: Commitment) -> Line:
    due = f", by {day_words(one.due)}" if one.due else ""
    return Line(
        key=one.uid,
        section=Section.PROMISES,
        label=Part({By.ME: "me", By.MENTOR: "you", By.BOTH: "both"}[one.by]),
        parts=(Part(one.text, one.sensitivity), Part(due)),
        sensitivity=one.sensitivity,
        basic=True,
    )


def _next(journal: Journal, session: Session) -> Iterable[Line]:
    theirs = [one for one in journal.sessions if one.person in ("", session.person)]
    following = next_session(theirs, journal.now())
    if following is not None and following.planned_at is not None:
        place = Part(f", {following.place}", Sensitivity.SHARE) if following.place else Part()
        words = Part(when_words(following, journal.local(following.planned_at)))
        yield Line(key="next", section=Section.NEXT, parts=(words, place), basic=True)
    agreement = current(journal.agreements, session.person)
    if agreement is not None and agreement.contact_ways:
        words = Part(f"Until then: {agreement.contact_ways}")
        yield Line(key="contact", section=Section.NEXT, parts=(words,), basic=True)


def _initials() -> Iterable[Line]:
    for whose in ("me", "you"):
        yield Line(key=whose, section=Section.INITIALS, label=Part(whose), parts=(Part("_" * 12),), basic=True)
