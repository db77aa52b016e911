"""What is asked about a person who helps, and how people are listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.domain.people import Person
from journal.text.es.labels import label

FORM: Final = "una persona"
NAME: Final = "Nombre"
NAME_HINT: Final = "Basta una inicial."
NAME_NEEDED: Final = "Escribe un nombre; basta una inicial."
ROLE: Final = "Rol"
ROLE_HINT: Final = "Con un mentor, padrino, madrina o guía tienes encuentros."
CONTACT: Final = "Cómo contactar"
CONTACT_HINT: Final = "Un número, o la manera: “primero un mensaje, luego una llamada”."
TIMES: Final = "Cuándo"
TIMES_HINT: Final = "A qué horas se puede llamar."
OFFER: Final = "Ofrecer en ansias"
TIER: Final = "Nivel"
TIER_HINT: Final = "Si tu programa tiene varios: entre pares, con experiencia, coordinación."
SEES: Final = "Cuánto compartir"
HIDDEN: Final = "Ocultar"
HIDDEN_HINT: Final = "Secciones que no van en sus páginas."
LANGUAGE: Final = "Página en"
LANGUAGE_HINT: Final = "El idioma de sus páginas."
AGE_KEY: Final = "Clave de cifrado"
AGE_KEY_HINT: Final = "age1…, si tiene una: cifra las páginas para esta persona."
NO_AGE_KEY: Final = "Eso no es una clave pública de age. Empieza por age1."
NOTE: Final = "Nota"
STILL_THERE: Final = "En activo"


def people_to_ask(people: Iterable[Person]) -> list[str]:
    """Return who can be asked and how, one line each: ``Ana · amistad · móvil, a cualquier hora``."""
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
