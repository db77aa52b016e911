"""What is asked about a person who helps, and how people are listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.domain.people import Person
from journal.text.labels import label

FORM: Final = "a person"
NAME: Final = "Name"
NAME_HINT: Final = "An initial is enough."
NAME_NEEDED: Final = "A name is needed; an initial is enough."
ROLE: Final = "Role"
ROLE_HINT: Final = "A mentor, sponsor or coach is met for a check-in."
CONTACT: Final = "Reached by"
CONTACT_HINT: Final = "A number, or ways: “text first, then a call”."
TIMES: Final = "When"
TIMES_HINT: Final = "Hours at which they may be called."
OFFER: Final = "Offer in cravings"
TIER: Final = "Tier"
TIER_HINT: Final = "Where your programme has several: peer, senior, lead."
SEES: Final = "A page shows them"
HIDDEN: Final = "But not"
HIDDEN_HINT: Final = "Sections that a page for them leaves out."
AGE_KEY: Final = "Their age key"
AGE_KEY_HINT: Final = "age1…, if they have one: pages can be sealed to it."
NO_AGE_KEY: Final = "Not an age public key; one begins with age1."
NOTE: Final = "Note"
STILL_THERE: Final = "Still there"


def people_to_ask(people: Iterable[Person]) -> list[str]:
    """Return who can be asked and how, one line each: ``Ana · friend · mobile, any time``."""
    asked = [person for person in people if person.call and not person.archived]
    parts = [(person.name, label(person.role), person.contact, person.hours) for person in asked]
    return [" · ".join(part for part in one if part) for one in parts]
