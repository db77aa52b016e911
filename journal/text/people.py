"""How the people who help are listed."""

from __future__ import annotations

from collections.abc import Iterable

from journal.domain.people import Person
from journal.text.labels import label


def people_to_ask(people: Iterable[Person]) -> list[str]:
    """Return who can be asked and how, one line each: ``Ana · friend · mobile, any time``."""
    asked = [person for person in people if person.call and not person.archived]
    parts = [(person.name, label(person.role), person.contact, person.hours) for person in asked]
    return [" · ".join(part for part in one if part) for one in parts]
