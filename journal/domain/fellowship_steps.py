"""The step of a fellowship that the person is working on: a number and their own words, with the steps before it.

No text of any step is kept here: their owners ask for written approval.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Final

from msgspec import Meta

from journal.domain.record import Record, Sensitivity, Text

HIGHEST: Final = 99
"""The highest number of a step: fellowships count differently."""


class FellowshipStep(Record, kw_only=True, frozen=True):
    """One step from ``since`` on, until another one begins."""

    table: ClassVar[str] = "fellowship_steps"

    number: Annotated[int, Meta(ge=1, le=HIGHEST)]
    words: Text = ""
    since: date | None = None
    sensitivity: Sensitivity = Sensitivity.ASK

    @property
    def begins(self) -> date:
        """Return the day from which on the person works on it."""
        return self.since or self.local_date


def newest_first(steps: Iterable[FellowshipStep]) -> list[FellowshipStep]:
    """Return the steps by the day they began, the newest first."""
    return sorted(steps, key=lambda one: (one.begins, one.made_at, one.uid), reverse=True)


def step_on(steps: Iterable[FellowshipStep], day: date) -> FellowshipStep | None:
    """Return the step that the person works on on a day, or None."""
    return next((one for one in newest_first(steps) if one.begins <= day), None)
