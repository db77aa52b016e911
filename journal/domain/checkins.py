"""The daily check-in, which takes less than a minute."""

from __future__ import annotations

from typing import ClassVar

from journal.domain.cravings import Halt
from journal.domain.record import Intensity, Label, Record, Sensitivity


class CheckIn(Record, kw_only=True, frozen=True):
    """One day's check-in: mood, energy, sleep and strongest craving (each 0–10), HALT, one intention, thanks.

    ``medicine_taken``: as prescribed; it is asked only of a person who has a medicine. The day of each focus is not
    stored here but as a ``Mark``, so that a day has only one state wherever it is set.
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
    medicine_taken: bool | None = None
    sensitivity: Sensitivity = Sensitivity.NUMBERS
