"""What is asked about a person who helps, and how people are listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.domain.people import Person
from journal.language import translated
from journal.text.labels import label

FORM: Final = "a person"
NAME: Final = "Name"
NAME_HINT: Final = "An initial is enough."
NAME_NEEDED: Final = "Enter a name; an initial is enough."
ROLE: Final = "Role"
ROLE_HINT: Final = "You meet a mentor, sponsor or coach for check-ins."
CONTACT: Final = "Reached by"
CONTACT_HINT: Final = "A number, or ways: “text first, then a call”."
TIMES: Final = "When"
TIMES_HINT: Final = "When it's okay to call."
OFFER: Final = "Offer in cravings"
TIER: Final = "Tier"
TIER_HINT: Final = "Where your programme has several: peer, senior, lead."
SEES: Final = "Share level"
HIDDEN: Final = "Hide"
HIDDEN_HINT: Final = "Sections to leave out of pages for them."
LANGUAGE: Final = "Page in"
LANGUAGE_HINT: Final = "The language of pages for them."
AGE_KEY: Final = "Encryption key"
AGE_KEY_HINT: Final = "age1…, if they have one: encrypts pages for them."
NO_AGE_KEY: Final = "That's not an age public key. It starts with age1."
NOTE: Final = "Note"
STILL_THERE: Final = "Active"


def people_to_ask(people: Iterable[Person]) -> list[str]:
    """Return who can be asked and how, one line each: ``Ana · friend · mobile, any time``."""
    asked = [person for person in people if person.call and not person.archived]
    parts = [(person.name, label(person.role), person.contact, person.hours) for person in asked]
    return [" · ".join(part for part in one if part) for one in parts]


def how_to_reach(person: Person) -> str:
    """Return how and when a person is reached, and the note about them, one per line; empty if nothing is known."""
    parts = (
        f"{CONTACT}: {person.contact}" if person.contact else "",
        f"{TIMES}: {person.hours}" if person.hours else "",
        person.note,
    )
    return "\n".join(part for part in parts if part)


translated(__name__)
