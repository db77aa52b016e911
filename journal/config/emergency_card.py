"""Read and write the emergency card: the few words that the person chose to be readable without the passphrase.

It is not encrypted. It is a file of its own, ``card.toml``, which exists only from when the person asks for it until
they remove it. The locked screen shows it; the safety screens write it; erasing the journal removes it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from journal.config.places import settings_path
from journal.config.toml import remove_private, write_toml
from journal.domain.people import Person
from journal.domain.safety_plan import PARTS, SafetyPlan
from journal.vault.files.disk import Disk

SENTENCES: Final = 3
PEOPLE: Final = 5
LONGEST: Final = 100
"""At most this many sentences, people, and characters in each: the reader of the card has no time."""

LONGEST_PART: Final = 2000
"""Most characters in a part of the safety plan."""

_READ: Final = 1 << 20
_Words = Annotated[str, Meta(min_length=1, max_length=LONGEST)]
_Part = Annotated[str, Meta(min_length=1, max_length=LONGEST_PART)]


class Card(Struct, kw_only=True, frozen=True):
    """The person's own sentences, people to call and how, and parts of the safety plan (fields of ``SafetyPlan``)."""

    sentences: Annotated[list[_Words], Meta(max_length=SENTENCES)] = []
    people: Annotated[list[_Words], Meta(max_length=PEOPLE)] = []
    plan: dict[str, _Part] = {}

    @classmethod
    def load(cls, path: Path | None = None) -> Card:
        """Read the file. A missing or unreadable file gives an empty card."""
        try:
            return msgspec.convert(tomllib.loads(Disk().read(path or card_path(), _READ).decode()), cls)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError):
            return cls()

    def __bool__(self) -> bool:
        return bool(self.sentences or self.people or self.plan)

    def parts(self) -> dict[str, str]:
        """Return the text of the parts of the safety plan, by their fields, in the plan's order."""
        return {name: self.plan[name] for name in PARTS if name in self.plan}

    def with_plan(self, plan: SafetyPlan, names: Iterable[str]) -> Card:
        """Return the card with the current text of these parts of the plan (its fields); empty parts are left out."""
        said = {name: _shortened(getattr(plan, name).strip()) for name in names}
        return msgspec.structs.replace(self, plan={name: words for name, words in said.items() if words})

    def save(self, path: Path | None = None) -> None:
        """Write the whole file with mode 0600; an empty card removes the file. Raises ``OSError``."""
        if self:
            write_toml(path or card_path(), msgspec.to_builtins(self))
        else:
            delete_card(path)


def card_path() -> Path:
    """Return the path of ``card.toml``."""
    return settings_path().with_name("card.toml")


def delete_card(path: Path | None = None) -> None:
    """Overwrite the file and remove it, if it exists. Raises ``OSError`` if it cannot be removed."""
    remove_private(path or card_path())


def contact_line(person: Person) -> str:
    """Return a person as shown on a card: the first name, and how to reach them."""
    first = person.name.split()[0] if person.name.split() else ""
    return " · ".join(part for part in (first, person.contact.strip()) if part)[:LONGEST]


def sync_with_plan(plan: SafetyPlan) -> None:
    """Update the parts of the plan that are on the card to the plan's current text. Raises ``OSError``."""
    card = Card.load()
    if card.plan and (new := card.with_plan(plan, card.plan)) != card:
        new.save()


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_PART else f"{text[: LONGEST_PART - 1]}…"
