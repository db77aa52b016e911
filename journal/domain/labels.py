"""Labels: how a name that was typed finds what the person calls so."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Labelled(Protocol):
    """Whatever has a label."""

    @property
    def label(self) -> str:
        """What the person calls it."""


L = TypeVar("L", bound=Labelled)


def folded(label: str) -> str:
    """A label as it is compared: without regard to case or to how its letters are composed."""
    return unicodedata.normalize("NFC", label.strip().casefold())


def called(records: Iterable[L], label: str) -> L | None:
    """The first with that label, however it is written; ``None`` if there is none, or no label."""
    wanted = folded(label)
    return next((record for record in records if wanted and folded(record.label) == wanted), None)


def without_accents(text: str) -> str:
    """Text as it is compared: lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)) if not plain.isascii() else plain
