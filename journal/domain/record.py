"""The base of all records: identity, instants, local date, sensitivity, schema number.

A record is a frozen ``msgspec`` struct. Fields that are not filled in hold ``UNFILLED`` or ``UNDATED``;
``Journal.<collection>.add`` fills them in from the clock, so a record read from a journal is always complete.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final, TypeVar

import msgspec
from msgspec import Meta, Struct

from journal.errors import InvalidRecord

S = TypeVar("S", bound=Struct)

SCHEMA = 2
"""The number of this version's record layout. A journal with a greater number is opened read-only.

2: contacts are sessions, and attendance slips are in the share ledger. Records with 1 are read as they are.
"""

UNFILLED = datetime(1, 1, 1, tzinfo=UTC)
"""An instant that ``add`` fills in."""

UNDATED = date(1, 1, 1)
"""A local date that ``add`` fills in."""

Instant = Annotated[datetime, Meta(tz=True)]
"""An instant with its zone; stored as UTC."""

Label = Annotated[str, Meta(max_length=1000)]
"""A short line by the person, at most 1,000 characters."""

Text = Annotated[str, Meta(max_length=2_000_000)]
"""Free text, at most two million characters (a document on disk holds 8 MiB)."""

Whole = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""A whole number from 0 to 2⁵³ − 1, the greatest that every JSON reader keeps exactly."""

Intensity = Annotated[int, Meta(ge=0, le=10)]
"""A rating from 0 to 10."""


class Sensitivity(StrEnum):
    """How much of a record may be on a page that the person shares."""

    NEVER = "never"
    ASK = "ask"
    NUMBERS = "numbers only"
    SHARE = "share"


class Precision(StrEnum):
    """How exactly the person knows when it happened."""

    EXACT = "exact"
    PART_OF_DAY = "part of day"
    DAY = "day"


class Record(Struct, kw_only=True, frozen=True, gc=False):
    """The base of all records.

    ``made_at`` is when it was written down, ``at`` when it happened (both UTC). ``zone`` is the IANA zone it was
    written in. ``local_date`` is the person's day of ``at``; it is set when the record is made and never recomputed.
    """

    table: ClassVar[str]

    uid: str = ""
    schema: int = SCHEMA
    made_at: Instant = UNFILLED
    at: Instant = UNFILLED
    zone: str = ""
    local_date: date = UNDATED
    precision: Precision = Precision.EXACT
    sensitivity: Sensitivity = Sensitivity.ASK


def checked(record: S) -> S:
    """Return the record after the same checks as when reading, with values of the exact types.

    Raises ``InvalidRecord``.
    """
    try:
        return msgspec.convert(msgspec.to_builtins(record), type(record))
    except (msgspec.ValidationError, TypeError, ValueError, OverflowError) as error:
        place = str(error).rpartition("`$.")[2].rstrip("`") if "`$." in str(error) else "the record"
        raise InvalidRecord(f"{place}: not a value this field can hold.") from None


_MOST_PLACES: Final = 1000
"""Digits before or after the point of an amount at most: 1E+99999999 takes a hundred million to write."""


def check_finite(*numbers: Decimal | None) -> None:
    """Raise ``ValueError`` for an infinity, NaN or a number that nobody can write out: a ``Decimal`` may be each."""
    for number in numbers:
        if number is not None and not (number.is_finite() and abs(number.adjusted()) <= _MOST_PLACES):
            raise ValueError("an amount has to be a finite number")


Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: dict[int, dict[str, Migration]] = {}
"""Schema number → table → function that turns a document of that number into one of the next."""


def migrate(table: str, document: dict[str, Any], migrations: dict[int, dict[str, Migration]]) -> dict[str, Any]:
    """Return a stored document in the newest schema, one number at a time. The given document is not changed."""
    while isinstance(number := document.get("schema", SCHEMA), int) and number in migrations:
        step = migrations[number].get(table, dict)
        document = {**step(dict(document)), "schema": number + 1}
    return document
