"""Reads dates by a pattern of the person's: ``%Y-%m-%d %H:%M`` as jrnl has it, or ``YYYY-MM-DD`` as Obsidian has it.

A pattern becomes a regular expression, so that it never depends on the language of this computer, and so that the
caller learns whether a time was given. Names of months are English or Spanish, in capitals or not; names of weekdays
are passed over in any language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import cached_property
from itertools import chain
from typing import Final

from msgspec import Struct

from journal.domain.date_names import MONTHS

LONGEST_PATTERN: Final = 100
"""Characters of a pattern at most."""

_LONGEST_TEXT: Final = 300
"""Characters of a text that can be a date."""

_WORD: Final = r"[^\W\d_]++\.?+"
_LONG: Final = (*chain.from_iterable(MONTHS.values()), "setiembre")
_SHORT: Final = ("Sept", *(name[:3] for name in _LONG))
_MONTH: Final = f"(?P<name>{'|'.join((*_LONG, *_SHORT))})\\.?"
_NUMBERS: Final = {name[:3].lower(): number for names in MONTHS.values() for number, name in enumerate(names, 1)} | {
    "set": 9
}
"""The number of a month by the first three letters of its name."""

_TWO: Final = r"\d{1,2}"
_HALF: Final = r"(?P<half>[ap]\.?m\.?)"

_PERCENT: Final = {
    "%Y": r"(?P<year>\d{4})",
    "%y": r"(?P<short>\d{2})",
    "%m": rf"(?P<month>{_TWO})",
    "%B": _MONTH,
    "%b": _MONTH,
    "%h": _MONTH,
    "%d": rf"(?P<day>{_TWO})",
    "%e": rf"\s?(?P<day>{_TWO})",
    "%H": rf"(?P<hour>{_TWO})",
    "%I": rf"(?P<hour>{_TWO})",
    "%M": rf"(?P<minute>{_TWO})",
    "%S": rf"(?P<second>{_TWO})",
    "%p": _HALF,
    "%A": _WORD,
    "%a": _WORD,
    "%F": rf"(?P<year>\d{{4}})-(?P<month>{_TWO})-(?P<day>{_TWO})",
    "%T": rf"(?P<hour>{_TWO}):(?P<minute>{_TWO}):(?P<second>{_TWO})",
    "%R": rf"(?P<hour>{_TWO}):(?P<minute>{_TWO})",
    "%D": rf"(?P<month>{_TWO})/(?P<day>{_TWO})/(?P<short>\d{{2}})",
    "%%": "%",
}
"""What each directive of ``strftime`` matches; a pattern with another one is refused."""

_LETTERS: Final = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})",
    "MMMM": _MONTH,
    "MMM": _MONTH,
    "MM": r"(?P<month>\d{2})",
    "M": rf"(?P<month>{_TWO})",
    "DD": r"(?P<day>\d{2})",
    "Do": rf"(?P<day>{_TWO})(?:st|nd|rd|th)",
    "D": rf"(?P<day>{_TWO})",
    "dddd": _WORD,
    "ddd": _WORD,
    "dd": _WORD,
    "HH": r"(?P<hour>\d{2})",
    "H": rf"(?P<hour>{_TWO})",
    "hh": r"(?P<hour>\d{2})",
    "h": rf"(?P<hour>{_TWO})",
    "mm": r"(?P<minute>\d{2})",
    "m": rf"(?P<minute>{_TWO})",
    "ss": r"(?P<second>\d{2})",
    "A": _HALF,
    "a": _HALF,
}
"""What each token of moment.js, which Obsidian uses, matches. Weeks and quarters name no day and are refused."""

_TOKENS: Final = re.compile(rf"\[([^\]]*)\]|({'|'.join(_LETTERS)})|([A-Za-z]+)|(.)", re.DOTALL)
_DAY_OR_MONTH: Final = re.compile("%-?[dm]|(?<![A-Za-z%])(?:DD?|MM?)(?![A-Za-z])")
_GROUP: Final = re.compile(r"\(\?P<(\w+)>")
_DIRECTIVES: Final = re.compile(r"(%-?(.))|(.)", re.DOTALL)


class Parts(Struct, frozen=True):
    """What a pattern found in a text; ``rest`` is what came after it."""

    day: date | None = None
    clock: time | None = None
    rest: str = ""


class DatePattern:
    """A pattern of a date, a time or both. Raises ``ValueError`` where it can't be used."""

    def __init__(self, text: str) -> None:
        self.text = text.strip()
        if not 0 < len(self.text) <= LONGEST_PATTERN:
            raise ValueError(self.text)
        pieces = _from_percent(self.text) if "%" in self.text else _from_letters(self.text)
        self._expression = re.compile(_once(pieces), re.IGNORECASE)
        self._groups = set(self._expression.groupindex)

    @cached_property
    def has_day(self) -> bool:
        """Return whether the pattern names a whole day: a year, a month and a day."""
        year, month = {"year", "short"} & self._groups, {"month", "name"} & self._groups
        return bool(year and month and "day" in self._groups)

    def swapped(self) -> DatePattern | None:
        """Return the pattern with day and month as numbers the other way round; None where the year stands first."""
        parts = _DAY_OR_MONTH.findall(self.text)
        year = re.search("%[Yy]|YY", self.text)
        if len(parts) != 2 or parts[0].lower() == parts[1].lower() or not year:
            return None
        if year.start() < self.text.index(parts[0]):
            return None
        others = iter(reversed(parts))
        return DatePattern(_DAY_OR_MONTH.sub(lambda _: next(others), self.text))

    @cached_property
    def has_clock(self) -> bool:
        """Return whether the pattern names a time of day."""
        return "hour" in self._groups

    def parse(self, text: str) -> Parts | None:
        """Return what a text says that is nothing but such a date, or None."""
        found = self._expression.fullmatch(text.strip()) if len(text) <= _LONGEST_TEXT else None
        return self._parts(found, "") if found else None

    def parse_beginning(self, text: str) -> Parts | None:
        """Return what the beginning of a text says; the rest must not go on with a letter or digit."""
        found = self._expression.match(text)
        if not found or text[found.end() : found.end() + 1].isalnum():
            return None
        return self._parts(found, text[found.end() :].strip(" \t-–—_,.:"))

    def _parts(self, found: re.Match[str], rest: str) -> Parts | None:
        given = {name: value for name, value in found.groupdict().items() if value is not None}
        try:
            return Parts(_day(given) if self.has_day else None, _clock(given) if self.has_clock else None, rest)
        except ValueError:
            return None


def is_day_month_unsure(pattern: DatePattern, texts: Sequence[str]) -> bool:
    """Return whether the dates in these texts could as well be read with day and month the other way round."""
    other = pattern.swapped()
    if other is None:
        return False
    found = [[way.parse(text) or way.parse_beginning(text) for way in (pattern, other)] for text in texts]
    read = [(mine, theirs) for mine, theirs in found if mine]
    return all(theirs for _, theirs in read) and any(theirs and mine.day != theirs.day for mine, theirs in read)


def guess_pattern(texts: Sequence[str], patterns: Iterable[str]) -> str:
    """Return the pattern that reads most of these texts; the first of those that read equally many."""
    best, most = "", -1
    for pattern in patterns:
        parser = DatePattern(pattern)
        number = sum(parser.parse(text) is not None for text in texts)
        if number > most:
            best, most = pattern, number
    return best


def _once(pieces: Sequence[str]) -> str:
    """Return the regular expression of these pieces. A part that appears twice counts where it is last.

    Raises ``ValueError`` where one appears more often, which no date needs and which could take very long.
    """
    seen: Counter[str] = Counter()
    kept = []
    for piece in reversed(pieces):
        names = _GROUP.findall(piece)
        kept.append(_GROUP.sub("(?:", piece) if any(seen[name] for name in names) else piece)
        seen.update(names)
    if any(number > 2 for number in seen.values()):
        raise ValueError(pieces)
    return "".join(reversed(kept))


def _from_percent(text: str) -> list[str]:
    """Return the regular expressions of a pattern with ``%`` directives. Raises ``ValueError`` for an unknown one."""
    pieces = []
    for found in _DIRECTIVES.finditer(text):
        directive, letter, other = found.groups()
        if directive is not None and f"%{letter}" not in _PERCENT:
            raise ValueError(directive)
        pieces.append(_PERCENT[f"%{letter}"] if directive is not None else re.escape(other))
    return pieces


def _from_letters(text: str) -> list[str]:
    """Return the regular expressions of a pattern with letters; ``[words]`` stand for themselves."""
    pieces = []
    for literal, token, letters, other in _TOKENS.findall(text):
        if letters and letters != "T":
            raise ValueError(letters)
        pieces.append(_LETTERS[token] if token else re.escape(literal or letters or other))
    return pieces


def _day(given: dict[str, str]) -> date:
    year = int(given["year"]) if "year" in given else datetime.strptime(given["short"], "%y").year  # noqa: DTZ007
    month = int(given["month"]) if "month" in given else _NUMBERS[given["name"][:3].lower()]
    return date(year, month, int(given["day"]))


def _clock(given: dict[str, str]) -> time:
    hour, half = int(given["hour"]), given.get("half", "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(given.get("minute", "0")), int(given.get("second", "0")))
