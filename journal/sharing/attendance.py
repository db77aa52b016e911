"""Drafts the attendance slip: a line with room for a signature for each meeting, and each contact if wanted.

``screens.mentor`` lets the person choose its lines; ``journal attendance`` takes all of a period. Like everything for
others it goes through ``release``.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.domain.contacts import Attended, attended, is_contact
from journal.domain.record import Precision, Sensitivity
from journal.domain.sessions import Session
from journal.sharing.html import fill
from journal.sharing.page import Line, Page, PageDraft, Part
from journal.store.journal import Journal
from journal.text import attendance as attendance_text
from journal.text import labels as labels_text
from journal.text import page as page_text


class Section(StrEnum):
    """The parts of the slip."""

    MEETINGS = attendance_text.MEETINGS_HEADING
    CONTACTS = attendance_text.CONTACTS_HEADING


def draft(journal: Journal, first: date, last: date, *, contacts: bool = True) -> PageDraft:
    """Return a line for every meeting of the period, both days included, then for every contact if wanted.

    Names and notes are never in it. The place is marked *ask*; the rest is *numbers only*. A contact that only a
    check-in tells of has nobody to sign for it and is left out.
    """
    found = [one for one in attended(journal.sessions, journal.checkins, last) if one.day >= first]
    wanted = [one for one in found if one.is_meeting]
    wanted += [one for one in found if contacts and not one.is_meeting and one.session]
    lines = tuple(_line(journal, one, with_year=first.year != last.year) for one in wanted)
    return PageDraft(title=attendance_text.TITLE, first=first, last=last, lines=lines)


def slip(page: Page, form: str) -> bytes:
    """Return the slip as ``text`` or ``html``."""
    if form == "html":
        return fill(
            "journal.sharing",
            "attendance",
            page=page,
            words=attendance_text,
            heading=page_text.format_heading,
            period=attendance_text.format_period(page.first, page.last),
        )
    return _text(page).encode()


def _line(journal: Journal, one: Attended, *, with_year: bool) -> Line:
    session = one.session
    local = journal.local(session.at) if session and session.precision is Precision.EXACT else None
    return Line(
        key=session.uid if session else f"checkin/{one.day}",
        section=Section.MEETINGS if one.is_meeting else Section.CONTACTS,
        label=Part(attendance_text.format_row_day(one.day, local, with_year=with_year)),
        parts=_parts(session) if session else (Part(attendance_text.A_MEETING),),
        sensitivity=Sensitivity.NUMBERS,
    )


def _parts(session: Session) -> tuple[Part, ...]:
    """Return ``fellowship meeting, St. Mark's, 60 min``; the place leaves only where it may."""
    place = Part(f", {session.place}", Sensitivity.ASK) if session.place else Part()
    return Part(_kind(session)), place, Part(attendance_text.format_minutes(session.minutes))


def _kind(session: Session) -> str:
    if is_contact(session):
        return attendance_text.format_contact(labels_text.label(session.mode) if session.mode else "")
    return labels_text.label(session.kind)


def _text(page: Page) -> str:
    period, rule = attendance_text.format_period(page.first, page.last), attendance_text.RULE
    blocks = [f"{page.title}\n{period}\n{attendance_text.NAME} {rule}"]
    for heading, rows in page.sections.items():
        blocks.append(page_text.format_heading(heading))
        blocks += [f"{row.label}\n{row.text}\n{attendance_text.SIGNATURE}: {rule}" for row in rows]
    return "\n\n".join(blocks) + "\n"
