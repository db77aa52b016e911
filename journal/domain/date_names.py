"""Name months and weekdays in the language that is spoken, and hold the words in which a date can be typed.

``journal.domain.dates`` and the texts call it. What is typed is understood in every language, whichever is spoken: a
person writes dates as they are used to. Words to be typed stand here without accents, as ``plain`` makes them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

from journal.language import Language, language

WEEKDAYS: Final = {
    Language.ENGLISH: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    Language.SPANISH: ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}
MONTHS: Final = {
    Language.ENGLISH: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    Language.SPANISH: (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
}

_COUNTED: Final = (
    *("a an one un una uno", "two dos", "three tres", "four cuatro", "five cinco", "six seis", "seven siete"),
    *("eight ocho", "nine nueve", "ten diez", "eleven once", "twelve doce"),
)
COUNTS: Final = {word: number for number, words in enumerate(_COUNTED, 1) for word in words.split()}

_DAYS: Final = {
    -2: ("day before yesterday", "anteayer", "antes de ayer", "antier"),
    -1: ("yesterday", "last night", "ayer", "anoche"),
    0: ("today", "tonight", "hoy", "esta noche"),
    1: ("tomorrow", "manana"),
    2: ("day after tomorrow", "pasado manana"),
}
NAMED_DAYS: Final = {name: distance for distance, names in _DAYS.items() for name in names}

_UNITS: Final = {
    "day": ("day", "days", "dia", "dias"),
    "week": ("week", "weeks", "semana", "semanas"),
    "month": ("month", "months", "mes", "meses"),
    "year": ("year", "years", "ano", "anos"),
}
UNITS: Final = {name: unit for unit, names in _UNITS.items() for name in names}
LAST: Final = ("last", "pasado", "pasada", "ultimo", "ultima")
NEXT: Final = ("next", "proximo", "proxima", "que viene")
NOON: Final = ("noon", "mediodia")
MIDNIGHT: Final = ("midnight", "medianoche")


def weekday_name(weekday: int) -> str:
    """Return the name of a weekday, 0 for Monday."""
    return WEEKDAYS[language()][weekday]


def short_weekday(weekday: int) -> str:
    """Return the first three letters of a weekday's name, 0 for Monday."""
    return weekday_name(weekday)[:3]


def month_name(month: int) -> str:
    """Return the name of a month, 1 for January."""
    return MONTHS[language()][month - 1]


def short_month(month: int) -> str:
    """Return the first three letters of a month's name, 1 for January."""
    return month_name(month)[:3]


def plain(text: str) -> str:
    """Return a text in small letters, without accents, and with single blanks."""
    letters = unicodedata.normalize("NFD", text.lower())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def weekday_typed(typed: str) -> int | None:
    """Return which weekday a word is, from 1 for Monday, or the beginning of one with three letters.

    ``mar`` is none: it is March, in both languages; Tuesday is ``mart``.
    """
    return None if typed == "mar" else _place(typed, WEEKDAYS)


def month_typed(typed: str) -> int | None:
    """Return which month a word is, from 1 for January, or the beginning of one with three letters."""
    return _place(typed, MONTHS)


def _place(typed: str, names: Mapping[Language, tuple[str, ...]]) -> int | None:
    if len(typed) < 3:
        return None
    every = (names[one] for one in Language)
    return next((place for own in every for place, name in enumerate(own, 1) if plain(name).startswith(typed)), None)
