"""Commitments: what the person, their mentor, or both promised to do.

Meetings and debriefs create them; Today and the mentor screens show what is due.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Final, NamedTuple

from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity, Whole

MOST_NEW = 3
"""Most commitments from one meeting or one debrief."""

AHEAD: Final = timedelta(days=7)
"""How long before its day a commitment is shown as due."""

TOO_LARGE: Final = 2
"""After it was carried over this many times, ask whether it should be smaller."""


class By(StrEnum):
    """Who promised it."""

    ME = "me"
    MENTOR = "mentor"
    BOTH = "both"


class CommitmentStatus(StrEnum):
    """What happened to it."""

    OPEN = "open"
    DONE = "done"
    DONE_LATE = "done late"
    CARRIED = "carried"
    DROPPED = "dropped"


class Commitment(Record, kw_only=True, frozen=True):
    """A commitment. ``carried`` counts how often it was carried over.

    ``session`` or ``debrief`` is the uid of the record it came from.
    """

    table: ClassVar[str] = "commitments"

    text: Label
    by: By = By.ME
    due: date | None = None
    status: CommitmentStatus = CommitmentStatus.OPEN
    carried: Whole = 0
    closed_on: date | None = None
    person: str = ""
    session: str = ""
    debrief: str = ""
    sensitivity: Sensitivity = Sensitivity.SHARE

    @property
    def is_open(self) -> bool:
        """Return whether it is still to be done."""
        return self.status in (CommitmentStatus.OPEN, CommitmentStatus.CARRIED)

    @property
    def too_large(self) -> bool:
        """Return whether to ask the person to make it smaller or drop it."""
        return self.is_open and self.carried >= TOO_LARGE


def due(commitments: Iterable[Commitment], today: date) -> list[Commitment]:
    """Return my open commitments that are due within a week, overdue, or without a day; the first due first."""
    mine = [commitment for commitment in commitments if commitment.is_open and commitment.by is not By.MENTOR]
    near = [commitment for commitment in mine if commitment.due is None or commitment.due <= today + AHEAD]
    return in_order(near)


def due_by(commitments: Iterable[Commitment], today: date) -> list[Commitment]:
    """Return my open commitments that are due today or overdue; the first due first."""
    return [one for one in due(commitments, today) if one.due is not None and one.due <= today]


def in_order(commitments: Iterable[Commitment]) -> list[Commitment]:
    """Return the open ones first, by due day and those without a day last; then the closed ones, last closed first."""
    every = list(commitments)
    waiting = sorted((one for one in every if one.is_open), key=lambda one: (one.due or date.max, one.at))
    closed = sorted(
        (one for one in every if not one.is_open), key=lambda one: (one.closed_on or date.min, one.at), reverse=True
    )
    return waiting + closed


def done(commitment: Commitment, on: date) -> Commitment:
    """Return the commitment as done on a day: in time, or late if its day was before."""
    late = commitment.due is not None and on > commitment.due
    return replace(commitment, status=CommitmentStatus.DONE_LATE if late else CommitmentStatus.DONE, closed_on=on)


def carried(commitment: Commitment, due: date | None) -> Commitment:
    """Return the commitment carried over to another day, or to no day; its count goes up by one."""
    times = commitment.carried + 1
    return replace(commitment, status=CommitmentStatus.CARRIED, due=due, carried=times, closed_on=None)


def dropped(commitment: Commitment, on: date) -> Commitment:
    """Return the commitment as dropped on a day."""
    return replace(commitment, status=CommitmentStatus.DROPPED, closed_on=on)


def reopened(commitment: Commitment) -> Commitment:
    """Return the commitment as open again; its count of times carried over stays."""
    status = CommitmentStatus.CARRIED if commitment.carried else CommitmentStatus.OPEN
    return replace(commitment, status=status, closed_on=None)


class Kept(NamedTuple):
    """``kept`` of ``n`` commitments whose day has passed or that were closed were kept in time."""

    kept: int
    n: int


def kept(commitments: Iterable[Commitment], today: date) -> Kept:
    """Return how many were kept in time: done / (done + done late + dropped + overdue and open)."""
    in_time = decided = 0
    for commitment in commitments:
        overdue = commitment.is_open and commitment.due is not None and commitment.due < today
        in_time += commitment.status is CommitmentStatus.DONE
        decided += overdue or not commitment.is_open
    return Kept(in_time, decided)
