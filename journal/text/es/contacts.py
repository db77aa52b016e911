"""What is said about meetings and contacts: how many there were, and what the form about one asks."""

from __future__ import annotations

from typing import Final

from journal.domain.contacts import Contacts
from journal.domain.dates import format_day
from journal.domain.sessions import SessionKind
from journal.text.es.counting import count
from journal.text.es.labels import label
from journal.text.es.meetings import CALL_TEXT_OR_VISIT

FORM: Final = "reunión o contacto"
WHAT: Final = "¿Qué fue?"
WHAT_NEEDED: Final = "Elige qué fue."
NOTE: Final = "Nota"
WHAT_HINT: Final = "Una llamada, un mensaje o una visita con alguien que te apoya es un contacto."

MEETING_KINDS: Final = {
    kind: label(kind) for kind in (SessionKind.FELLOWSHIP, SessionKind.GROUP, SessionKind.HOUSE, SessionKind.ONE_TO_ONE)
}
"""The kinds of meetings with their names, to choose from."""
KINDS: Final = {**MEETING_KINDS, SessionKind.CONTACT: CALL_TEXT_OR_VISIT}
"""The kinds of meetings and contacts, to choose from."""

LAST_MEETING: Final = "última reunión"
BEFORE: Final = "antes"


def format_contacts(had: Contacts, before: Contacts | None = None) -> str:
    """Return ``4 reuniones, 3 contactos, última reunión lun 23 nov``; empty where there were none.

    With the period before: ``4 reuniones, antes 2; 3 contactos, antes 5; última reunión lun 23 nov``. What was 0 in
    both is left out.
    """
    then = before or Contacts(0, 0, None)
    counts = (
        (count(had.meetings, "reunión", "reuniones"), had.meetings, then.meetings),
        (count(had.contacts, "contacto"), had.contacts, then.contacts),
    )
    words = [f"{said}, {BEFORE} {earlier}" if before else said for said, number, earlier in counts if number or earlier]
    if not words:
        return ""
    if had.last_meeting:
        words.append(f"{LAST_MEETING} {format_day(had.last_meeting)}")
    return ("; " if before else ", ").join(words)
