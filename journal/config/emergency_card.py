"""The emergency card: the few words that the person chose to be read without the passphrase. It is not sealed.

It is a file of its own, ``card.toml``, which is there only once they asked for it, and gone once they take it back.
"""

from __future__ import annotations

import contextlib
import os
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from journal.config.settings import settings_path, write_toml
from journal.domain.people import Person
from journal.domain.safety_plan import HEADINGS, SafetyPlan
from journal.vault.files.disk import Disk

SENTENCES: Final = 3
PEOPLE: Final = 5
LONGEST: Final = 100
"""Sentences, people, and characters of each at most: who reads it has no time."""

LONGEST_PART: Final = 2000
"""Characters of a part of the safety plan at most."""

_READ: Final = 1 << 20
_Words = Annotated[str, Meta(min_length=1, max_length=LONGEST)]
_Part = Annotated[str, Meta(min_length=1, max_length=LONGEST_PART)]


class Card(Struct, kw_only=True, frozen=True):
    """Sentences of their own, whom to call and how, and parts of the safety plan (fields of ``SafetyPlan``)."""

    sentences: Annotated[list[_Words], Meta(max_length=SENTENCES)] = []
    people: Annotated[list[_Words], Meta(max_length=PEOPLE)] = []
    plan: dict[str, _Part] = {}

    @classmethod
    def load(cls, path: Path | None = None) -> Card:
        """Read the file; none, or one that can't be read, is an empty card."""
        try:
            return msgspec.convert(tomllib.loads(Disk().read(path or card_path(), _READ).decode()), cls)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError):
            return cls()

    def __bool__(self) -> bool:
        return bool(self.sentences or self.people or self.plan)

    def parts(self) -> list[tuple[str, str]]:
        """Heading and words of the parts of the safety plan, in its order."""
        return [(heading, self.plan[name]) for name, heading in HEADINGS.items() if name in self.plan]

    def with_plan(self, plan: SafetyPlan, names: Iterable[str]) -> Card:
        """The card with these parts of the plan (its fields) as they are now, those that say something."""
        said = {name: _shortened(getattr(plan, name).strip()) for name in names}
        return msgspec.structs.replace(self, plan={name: words for name, words in said.items() if words})

    def save(self, path: Path | None = None) -> None:
        """Write the file whole, 0600; an empty card takes it away. Raises ``OSError``."""
        if self:
            write_toml(path or card_path(), msgspec.to_builtins(self))
        else:
            take_back(path)


def card_path() -> Path:
    """Where ``card.toml`` is."""
    return settings_path().with_name("card.toml")


def take_back(path: Path | None = None) -> None:
    """Overwrite the file and remove it; none there is fine. Raises ``OSError`` if it stays."""
    place, disk = path or card_path(), Disk()
    if not disk.exists(place):
        return
    with contextlib.suppress(OSError), disk.opened(place, os.O_RDWR) as descriptor:
        disk.write(descriptor, bytes(disk.size(descriptor)), 0)
        disk.sync(descriptor)
    disk.unlink(place)
    disk.sync_directory(place.parent)


def contact_line(person: Person) -> str:
    """A person as a card tells them: the first name, and how to reach them."""
    first = person.name.split()[0] if person.name.split() else ""
    return " · ".join(part for part in (first, person.contact.strip()) if part)[:LONGEST]


def follow(plan: SafetyPlan) -> None:
    """Let the card say of the plan what it says now, where parts of it are on it. Raises ``OSError``."""
    card = Card.load()
    if card.plan and (new := card.with_plan(plan, card.plan)) != card:
        new.save()


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_PART else f"{text[: LONGEST_PART - 1]}…"
