"""What is kept for the next meeting: "for my mentor", said of any record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity


class Parked(Record, kw_only=True, frozen=True):
    """A record kept for a meeting: the table and uid of it, and why, in the person's own words.

    ``person`` is the uid of whom it is for, empty for whoever is met next; ``talked_on`` is set once it was talked
    about, in the meeting whose uid is ``session``. Of the record itself its own sensitivity decides what goes.
    """

    table: ClassVar[str] = "parked"

    kind: Label
    record: str
    note: Label = ""
    person: str = ""
    talked_on: date | None = None
    session: str = ""
    sensitivity: Sensitivity = Sensitivity.SHARE


def waiting(parked: Iterable[Parked], person: str = "") -> list[Parked]:
    """What waits to be talked about, with a person (a uid) or with anyone; the first parked first."""
    return [one for one in parked if one.talked_on is None and (not person or one.person in ("", person))]


def about(parked: Iterable[Parked], uid: str) -> Parked | None:
    """What is parked of a record, if it waits."""
    return next((one for one in waiting(parked) if one.record == uid), None)


def talked(parked: Parked, session: str, on: date) -> Parked:
    """Talked about on a day, in a meeting (its uid)."""
    return replace(parked, session=session, talked_on=on)
