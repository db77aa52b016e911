"""Days of a focus: marks, day words, and every figure computed from them."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from journal.domain.record import Record, Sensitivity


class DayState(StrEnum):
    """The state of one day, by the alphabet of the CTNote package (Clinical Trials Network)."""

    CLEAN = "-"
    USED = "+"
    UNKNOWN = "o"
    MIXED = "*"
    NOT_APPLICABLE = "_"


class MarkSource(StrEnum):
    """Where a mark came from."""

    CHECK_IN = "check-in"
    CALENDAR = "calendar"
    IMPORT = "import"


class Mark(Record, kw_only=True, frozen=True):
    """What the person said of one day (``local_date``) of one focus. The latest mark of a day counts.

    ``confidence`` is 0–100; ``back_filled`` says that the day was filled in later.
    """

    table: ClassVar[str] = "marks"

    focus: str
    state: DayState
    source: MarkSource = MarkSource.CALENDAR
    amount: Decimal | None = None
    back_filled: bool = False
    confidence: Annotated[int, Meta(ge=0, le=100)] | None = None
    sensitivity: Sensitivity = Sensitivity.NUMBERS
