"""What is said about meetings and contacts: how many there were, and what the form about one asks."""

from __future__ import annotations

from typing import Final

from journal.domain.contacts import Contacts
from journal.domain.dates import format_day
from journal.domain.sessions import SessionKind
from journal.language import translated
from journal.text.counting import count
from journal.text.labels import label
from journal.text.meetings import CALL_TEXT_OR_VISIT

FORM: Final = "meeting or contact"
WHAT: Final = "What was it?"
WHAT_NEEDED: Final = "Choose what it was."
NOTE: Final = "Note"
WHAT_HINT: Final = "A call, text or visit with someone who supports you is a contact."

MEETING_KINDS: Final = {
    kind: label(kind) for kind in (SessionKind.FELLOWSHIP, SessionKind.GROUP, SessionKind.HOUSE, SessionKind.ONE_TO_ONE)
}
"""The kinds of meetings with their names, to choose from."""
KINDS: Final = {**MEETING_KINDS, SessionKind.CONTACT: CALL_TEXT_OR_VISIT}
"""The kinds of meetings and contacts, to choose from."""

LAST_MEETING: Final = "last meeting"
BEFORE: Final = "before"


def format_contacts(had: Contacts, before: Contacts | None = None) -> str:
    """Return ``4 meetings, 3 contacts, last meeting Mon 23 Nov``; empty where there were none.

    With the period before: ``4 meetings, before 2; 3 contacts, before 5; last meeting Mon 23 Nov``. What was 0 in both
    is left out.
    """
    then = before or Contacts(0, 0, None)
    counts = (
        (count(had.meetings, "meeting"), had.meetings, then.meetings),
        (count(had.contacts, "contact"), had.contacts, then.contacts),
    )
    words = [f"{said}, {BEFORE} {earlier}" if before else said for said, number, earlier in counts if number or earlier]
    if not words:
        return ""
    if had.last_meeting:
        words.append(f"{LAST_MEETING} {format_day(had.last_meeting)}")
    return ("; " if before else ", ").join(words)


translated(__name__)
