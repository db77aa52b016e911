"""Read recovery words as people type them: with numbers or without, in any case, spacing and order of columns.

The vault, the screens and the command line use this. The words are those of BIP-39 (2,048 English words); the list
(package ``mnemonic``) is imported when it is first needed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

WORDS: Final = 24
"""How many recovery words a journal has."""

_BETWEEN: Final = r"[\s,;]+"
_TYPED: Final = r"(?P<number>\d*)\W*(?P<word>.*?)[\W\d]*"
_NEARLY: Final = 0.5
"""How alike (0 to 1, by ``difflib``) a word of the list must be to be offered for a misspelt one."""


class Misspelt(NamedTuple):
    """A word that is not in the list: its ``number`` from 1, as typed, and up to three words that are like it.

    It holds secrets: show it, and never put it into an exception or a log.
    """

    number: int
    word: str
    nearest: tuple[str, ...]


def split(text: str) -> list[str]:
    """Return the words in a text, in lower case and in their order.

    Numbers and punctuation before or after a word are left out: ``1 apple``, ``1. apple`` and ``1)apple`` are
    ``apple``. If each word has a number and these are 1, 2, 3 and so on in any order, the numbers decide the order, so
    that a sheet with columns can be copied row by row.
    """
    numbers: list[str] = []
    words: list[str] = []
    waiting = ""
    for part in re.split(_BETWEEN, unicodedata.normalize("NFKD", text).lower()):
        found = re.fullmatch(_TYPED, part, re.DOTALL)
        assert found is not None  # each part of the pattern may be empty
        waiting = found["number"] or waiting
        if found["word"]:
            numbers.append(waiting)
            words.append(found["word"])
            waiting = ""
    if sorted(numbers, key=_number) == [str(number) for number in range(1, len(words) + 1)]:
        return [word for _, word in sorted(zip(numbers, words, strict=True), key=lambda pair: _number(pair[0]))]
    return words


def _number(digits: str) -> int:
    return int(digits[:4] or 0)


@cache
def word_list() -> tuple[str, ...]:
    """Return the 2,048 English words of BIP-39, in order."""
    from mnemonic import Mnemonic

    return tuple(Mnemonic("english").wordlist)


def first_misspelt(text: str) -> Misspelt | None:
    """Return the first word that is not in the list, or None if all are."""
    from difflib import get_close_matches  # every command loads this module, and few words are misspelt

    known = set(word_list())
    for number, word in enumerate(split(text), 1):
        if word not in known:
            return Misspelt(number, word, tuple(get_close_matches(word, word_list(), n=3, cutoff=_NEARLY)))
    return None
