"""What was promised, by the person, their mentor, or both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, NamedTuple

from msgspec import Meta

from journal.domain.record import Label, Record, Sensitivity

MOST_NEW = 3
"""Commitments that one meeting, or one debrief, may end in."""


class By(StrEnum):
    """Who keeps it."""

    ME = "me"
    MENTOR = "mentor"
    BOTH = "both"


class CommitmentStatus(StrEnum):
    """What became of it."""

    OPEN = "open"
    DONE = "done"
    DONE_LATE = "done late"
    CARRIED = "carried"
    DROPPED = "dropped"


class Commitment(Record, kw_only=True, frozen=True):
    """``carried`` counts how often it was carried over; ``session`` or ``debrief`` is the uid of what it came from."""

    table: ClassVar[str] = "commitments"

    text: Label
    by: By = By.ME
    due: date | None = None
    status: CommitmentStatus = CommitmentStatus.OPEN
    carried: Annotated[int, Meta(ge=0)] = 0
    closed_on: date | None = None
    person: str = ""
    session: str = ""
    debrief: str = ""
    sensitivity: Sensitivity = Sensitivity.SHARE

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in (CommitmentStatus.OPEN, CommitmentStatus.CARRIED)


class Kept(NamedTuple):
    """``kept`` of ``n`` commitments whose time has come were kept."""

    kept: int
    n: int


def kept(commitments: Iterable[Commitment], today: date) -> Kept:
    """How many were kept: done / (done + done late + dropped + overdue and open)."""
    done = decided = 0
    for commitment in commitments:
        overdue = commitment.is_open and commitment.due is not None and commitment.due < today
        done += commitment.status is CommitmentStatus.DONE
        decided += overdue or not commitment.is_open
    return Kept(done, decided)
