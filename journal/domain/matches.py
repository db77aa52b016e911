"""Find where searched words stand in a text, as ``labels.without_accents`` compares them.

Comparing changes lengths: ``ß`` becomes ``ss``, an accent of its own nothing. So each letter of the compared text knows
the character that it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from journal.domain.labels import without_accents

Span = tuple[int, int]
"""The first character of a part of a text, and the one after its last."""

_plain = lru_cache(maxsize=4096)(without_accents)


def searched_words(query: str) -> list[str]:
    """Return the words of a query as they are compared."""
    return without_accents(query).split()


def match_spans(text: str, words: Iterable[str]) -> list[Span]:
    """Return where the words (of ``searched_words``) stand in the text, in order, those that touch joined.

    A character that is only partly meant, such as ``œ`` where ``e`` is searched, belongs to the span as a whole; so do
    the accents that follow a letter.
    """
    plain, origins = _compared(text)
    found = sorted(span for word in words if word for span in _spans_of(word, plain, origins, text))
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _compared(text: str) -> tuple[str, Sequence[int]]:
    """Return the text as it is compared, and for each of its letters the place of the character it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    parts = [_plain(character) for character in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]


def _spans_of(word: str, plain: str, origins: Sequence[int], text: str) -> Iterable[Span]:
    at = plain.find(word)
    while at >= 0:
        end = origins[at + len(word) - 1] + 1
        while end < len(text) and not text[end].isascii() and not _plain(text[end]):
            end += 1
        yield origins[at], end
        at = plain.find(word, at + len(word))
