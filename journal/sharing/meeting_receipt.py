"""Papers beside the page: the agreement, blank or as it is, and the receipt of a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from journal.domain.agreements import Agreement, current, told
from journal.domain.commitments import By, Commitment
from journal.domain.dates import day_words
from journal.domain.record import Sensitivity
from journal.domain.sessions import Session, next_session, when_words
from journal.domain.share_ledger import Level, Paper, Share
from journal.sharing.release import Choice, Draft, Line, Page, Part, release
from journal.store.journal import Journal

FORM_TITLE: Final = "WHAT WE AGREE TO"
RECEIPT_TITLE: Final = "WHAT WE AGREED"
BLANK: Final = "_" * 56
TYPED_IN: Final = "The questions come in this order in the journal, so that it can be typed in later."
"""Said at the end of the form."""

_LONG: Final = frozenset(
    {"I expect", "You expect", "Between us", "Its limits", "Your answer", "I don't want", "A pause"}
)
"""What needs two lines by hand."""


class Section(StrEnum):
    """The parts of the papers."""

    NONE = ""
    PROMISES = "WHO DOES WHAT"
    NEXT = "NEXT TIME"
    INITIALS = "INITIALS"


def agreement_form(today: date, agreement: Agreement | None = None) -> Page:
    """The agreement as a sheet: blank lines for what is not said yet, or for all of it without one."""
    said = told(agreement) if agreement else [(name, "") for name, _ in told(Agreement(person="", start=today))]
    lines = [line for name, words in said for line in _asked(name, words)]
    lines.append(Line(key="order", section=Section.NONE, parts=(Part(TYPED_IN),), basic=True))
    version = f", version {agreement.version}" if agreement else ""
    page = Draft(title=f"{FORM_TITLE}{version}", first=today, last=today, lines=tuple(lines))
    return release(page, Choice(level=Level.MINIMAL))


def _asked(name: str, words: str) -> Iterable[Line]:
    rows = (words,) if words else (BLANK, BLANK) if name in _LONG else (BLANK,)
    for number, row in enumerate(rows):
        yield Line(key=f"{name}/{number}", section=Section.NONE, label=Part(name), parts=(Part(row),), basic=True)


def receipt(journal: Journal, session: Session) -> Draft:
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
    return Draft(title=RECEIPT_TITLE, first=met.date(), last=met.date(), person=session.person, lines=tuple(lines))


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


def noted(what: Paper, page: Page, path: Path) -> Share:
    """What the share ledger says of a paper."""
    return Share(
        first=page.first,
        last=page.last,
        what=what,
        person=page.person,
        form=path.suffix.removeprefix(".") or "text",
        sections=[section for section in page.sections if section],
        struck=page.struck,
        lines=len(page.lines),
    )
