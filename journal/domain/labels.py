"""Compare labels, and find a record by the label that a person typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Labelled(Protocol):
    """Anything with a label."""

    @property
    def label(self) -> str:
        """Return what the person calls it."""


L = TypeVar("L", bound=Labelled)


def folded(label: str) -> str:
    """Return a label for comparing: case and the composition of letters (Unicode NFC) do not matter."""
    return unicodedata.normalize("NFC", label.strip().casefold())


def find_by_label(records: Iterable[L], label: str) -> L | None:
    """Return the first record with that label, as ``folded`` compares; None if there is none or the label is empty."""
    wanted = folded(label)
    return next((record for record in records if wanted and folded(record.label) == wanted), None)


def without_accents(text: str) -> str:
    """Return text for comparing: lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)) if not plain.isascii() else plain
