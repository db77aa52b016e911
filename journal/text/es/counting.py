"""Counts a noun and writes numbers the Spanish way, for sentences in every part of the program."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_FIVE_DIGITS: Final = 10_000
"""Numbers of four digits have no separator: ``1234``, but ``12.345``."""

_UNCHANGED_AFTER: Final = frozenset(
    {"a", "al", "con", "de", "del", "dentro", "en", "para", "por", "que", "sin", "sobre"}
)
"""Words at which the plural of a phrase ends: ``línea sobre el día`` is ``líneas sobre el día``."""

_SUGGESTED: Final = {
    "free": "libre",
    "sober": "sobrio",
    "clean": "limpio",
    "smoke-free": "sin humo",
    "on plan": "dentro del plan",
    "slip": "tropiezo",
    "use": "consumo",
    "drinks": "bebidas",
    "cigarettes": "cigarrillos",
    "hours": "horas",
}
"""Words that the domain suggests for a day, a use and a unit, as journals hold them → Spanish."""

_FEMININE_ENDS: Final = ("a", "ión", "dad")
_MASCULINE: Final = frozenset({"día", "mapa", "tema", "programa", "problema"})


def noun(number: int, one: str, many: str = "") -> str:
    """Return the noun that stands after a number; ``many`` where it takes more than a plain ``s``."""
    return one if number == 1 else many or f"{one}s"


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 registro`` or ``3000 registros``; ``many`` where the noun takes more than a plain ``s``."""
    return f"{whole(number)} {noun(number, one, many)}"


def whole(number: int) -> str:
    """Return a whole number: ``1234`` without a separator, ``12.345`` with a point."""
    return f"{number:,}".replace(",", ".") if abs(number) >= _FIVE_DIGITS else str(number)


def decimal(value: Decimal) -> str:
    """Return a decimal number with a comma and no more digits than it needs: ``2,5``, ``3``."""
    return f"{value.normalize():f}".replace(".", ",")


def own_word(word: str) -> str:
    """Return a word that the domain suggests in Spanish (``free``: ``libre``); the person's own word as it is."""
    return _SUGGESTED.get(word, word)


def several(words: str) -> str:
    """Return the plural of a short phrase: ``libres``, ``puntuaciones``, ``anclas semanales``, ``sin humo``."""
    done: list[str] = []
    rest = words.split(" ")
    while rest and rest[0] not in _UNCHANGED_AFTER:
        done.append(_plural(rest.pop(0)))
    return " ".join([*done, *rest])


def _plural(word: str) -> str:
    if not word or "-" in word or word.endswith(("s", "x", "y")):  # the person's own word may be of another language
        return word
    if word.endswith(("a", "e", "i", "o", "u", "á", "é", "ó")):
        return f"{word}s"
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    return f"{word.removesuffix('ión')}iones" if word.endswith("ión") else f"{word}es"


def clean_days(number: int, clean_word: str) -> str:
    """Return ``1 día libre`` or ``41 días libres``; ``clean_word`` is the person's own for a day without a use."""
    word = own_word(clean_word)
    return f"{count(number, 'día')} {word if number == 1 else several(word)}"


def with_this(name: str) -> str:
    """Return ``este hito`` or ``esta entrada``."""
    first = name.partition(" ")[0]
    is_feminine = first.endswith(_FEMININE_ENDS) and first not in _MASCULINE
    return f"{'esta' if is_feminine else 'este'} {name}"


def short(value: float) -> str:
    """Return a number with as few digits as it needs: ``3``, ``2,5``."""
    return f"{value:g}".replace(".", ",")


def hours(value: float) -> str:
    """Return hours with one decimal, right-aligned: `` 0,8 h``."""
    return f"{value:>4.1f} h".replace(".", ",")
