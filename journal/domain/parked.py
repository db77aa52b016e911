"""Parked records: those that the person marked "for my mentor", to talk about in the next meeting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity


class Parked(Record, kw_only=True, frozen=True):
    """A record parked for a meeting: its table (``kind``) and uid (``record``), and why, in the person's own words.

    ``person`` is the uid of the person it is for; empty: for the next meeting with anyone. ``talked_on`` is set once it
    was talked about, in the meeting with the uid ``session``. Whether the record itself may be shared depends on its
    own sensitivity.
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
    """Return what waits to be talked about with a person (a uid) or with anyone, in the order it was parked."""
    return [one for one in parked if one.talked_on is None and (not person or one.person in ("", person))]


def about(parked: Iterable[Parked], uid: str) -> Parked | None:
    """Return the waiting entry for a record (its uid), or None."""
    return next((one for one in waiting(parked) if one.record == uid), None)


def talked(parked: Parked, session: str, on: date) -> Parked:
    """Return the entry as talked about on a day, in a meeting (its uid)."""
    return replace(parked, session=session, talked_on=on)
