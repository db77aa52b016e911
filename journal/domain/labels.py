"""Compare labels, and find a record by the label that a person typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Protocol, TypeVar

_PLAIN: Final = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "ŋ": "ng",
        "ĸ": "k",
        "þ": "th",
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "ƀ": "b",
        "ɓ": "b",
        "ɖ": "d",
        "ɗ": "d",
        "ɛ": "e",
        "ɔ": "o",
        "ƒ": "f",
        "ɨ": "i",
        "ɵ": "o",
        "ʉ": "u",
        "ə": "e",
        "ǝ": "e",
        "ƙ": "k",
        "ƴ": "y",
        "·": "",
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
    }
)
"""Letters that Unicode does not take apart, and signs that keyboards lack → what people type for them."""


_NOT_ASCII: Final = re.compile("[^\x00-\x7f]+")


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
    """Return text for comparing: lower case, without accents, letters like ``ø`` as those that people type instead."""
    plain = text.casefold()
    if plain.isascii():
        return plain
    return _NOT_ASCII.sub(_without_accents, plain)  # most letters of most languages are plain ones: a long text is fast


def _without_accents(found: re.Match[str]) -> str:
    return "".join(map(_plain_letter, found[0]))


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    """Return what people type for one letter, in lower case; an accent that stands alone gives nothing."""
    plain = unicodedata.normalize("NFKD", letter).casefold()  # some are capitals only once they are taken apart
    return "".join(one for one in plain if not unicodedata.combining(one)).translate(_PLAIN)
