"""The daily check-in, under a minute."""

from __future__ import annotations

from typing import ClassVar

from journal.domain.cravings import Halt
from journal.domain.record import Intensity, Label, Record, Sensitivity


class CheckIn(Record, kw_only=True, frozen=True):
    """One day's check-in: mood, energy, sleep and the strongest craving as 0–10, HALT, one intention, thanks.

    Each focus's day is not in here: it is a ``Mark`` of its own, so that a day has one state wherever it is set.
    """

    table: ClassVar[str] = "checkins"

    mood: Intensity | None = None
    energy: Intensity | None = None
    sleep: Intensity | None = None
    strongest_craving: Intensity | None = None
    halt: list[Halt] = []
    intention: Label = ""
    grateful: list[Label] = []
    contact_made: bool | None = None
    meeting_attended: bool | None = None
    sensitivity: Sensitivity = Sensitivity.NUMBERS
