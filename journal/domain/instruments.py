"""Questionnaires that others have tested, and how each is scored.

A missing answer means no score. A score is compared with the person's own earlier ones only; nothing here is a
diagnosis. The wording of the questions is in ``journal.text.instruments``, the sources and licences are in ``NOTICE``.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, ClassVar, Final, NamedTuple

from msgspec import Meta
from msgspec.structs import force_setattr

from journal.domain.record import Label, Record, Sensitivity


class Instrument(StrEnum):
    """The questionnaires."""

    TEA = "tea"
    BARC10 = "barc-10"
    PACS = "pacs"
    WHO5 = "who-5"
    PHQ2 = "phq-2"
    GAD7 = "gad-7"
    SURE = "sure"


class Scale(NamedTuple):
    """How an instrument is scored: each item is ``lowest`` to ``highest``, the total is their sum times ``factor``.

    A factor of 0 means that only the answers are kept, and there is no total.
    """

    items: int
    lowest: int
    highest: int
    factor: int = 1

    @property
    def least(self) -> int:
        """Return the lowest total."""
        return self.items * self.lowest * self.factor

    @property
    def most(self) -> int:
        """Return the highest total."""
        return self.items * self.highest * self.factor


SCALES: Final = {
    Instrument.TEA: Scale(4, 1, 10),
    Instrument.BARC10: Scale(10, 1, 6),
    Instrument.PACS: Scale(5, 0, 6),
    Instrument.WHO5: Scale(5, 0, 5, 4),
    Instrument.PHQ2: Scale(2, 0, 3),
    Instrument.GAD7: Scale(7, 0, 3),
    Instrument.SURE: Scale(21, 0, 5, 0),
}

ASKED_ABOUT_SAFETY: Final = (Instrument.PHQ2, Instrument.GAD7, Instrument.WHO5)
"""Instruments after which the helplines are named, whatever the score: a cut-off misses half of those in danger."""

NEVER_SHARED: Final = (Instrument.PHQ2, Instrument.GAD7)
"""Instruments whose scores are on a page only if the person picks them one by one."""

HEAVY: Final = 3
"""A PHQ-2 or GAD-7 total from which on the person is asked to tell someone."""

LOW_WELL_BEING: Final = 50
"""The WHO-5 total up to which well-being counts as low."""

REAL_CHANGE: Final = 10
"""The points by which two WHO-5 totals differ at least where the change is real."""

LASTING: Final = 47
"""The BARC-10 total from which on recovery lasts for most (Vilsaint et al. 2017)."""

Answer = Annotated[int, Meta(ge=0, le=10)]
"""The answer to one item, from 0 to 10."""


class Score(Record, kw_only=True, frozen=True):
    """One questionnaire, filled in. ``answers`` and ``remarks`` are in the order of the items; ``None`` is no answer.

    Items at the end that are in neither list have no answer and no remark. Only TEA has remarks.
    """

    table: ClassVar[str] = "scores"

    instrument: Instrument
    answers: list[Answer | None]
    remarks: list[Label] = []
    sensitivity: Sensitivity = Sensitivity.NUMBERS

    def __post_init__(self) -> None:
        scale = SCALES[self.instrument]
        if max(len(self.answers), len(self.remarks)) > scale.items:
            raise ValueError("more answers than questions")
        if not all(answer is None or scale.lowest <= answer <= scale.highest for answer in self.answers):
            raise ValueError("an answer outside the scale")
        if self.instrument in NEVER_SHARED:
            force_setattr(self, "sensitivity", Sensitivity.NEVER)


def given(score: Score) -> list[int]:
    """Return the answers that are there."""
    return [answer for answer in score.answers if answer is not None]


def total(score: Score) -> int | None:
    """Return the total; ``None`` if an answer is missing, or if the instrument has no total."""
    scale, answers = SCALES[score.instrument], given(score)
    return sum(answers) * scale.factor if scale.factor and len(answers) == scale.items else None


def earlier(scores: Iterable[Score], score: Score) -> list[tuple[Score, int]]:
    """Return the scores of the same instrument before this one, each with its total, the newest first."""
    before = [
        one for one in scores if one.instrument is score.instrument and one.uid != score.uid and one.at < score.at
    ]
    totals = [(one, total(one)) for one in sorted(before, key=lambda one: one.at, reverse=True)]
    return [(one, number) for one, number in totals if number is not None]


def latest(scores: Iterable[Score]) -> dict[Instrument, Score]:
    """Return the newest score of each instrument that has one."""
    return {score.instrument: score for score in sorted(scores, key=lambda one: one.at)}


def is_heavy(score: Score) -> bool:
    """Whether a PHQ-2 or GAD-7 is at 3 or more, counting what was answered where something is missing."""
    return score.instrument in NEVER_SHARED and sum(given(score)) >= HEAVY


def has_low_well_being(score: Score) -> bool:
    """Whether a WHO-5 total is 50 or less."""
    number = total(score)
    return score.instrument is Instrument.WHO5 and number is not None and number <= LOW_WELL_BEING


def is_real_change(instrument: Instrument, before: int, after: int) -> bool:
    """Whether two WHO-5 totals differ by 10 or more."""
    return instrument is Instrument.WHO5 and abs(after - before) >= REAL_CHANGE


def is_lasting(score: Score) -> bool:
    """Whether a BARC-10 total is 47 or more."""
    return score.instrument is Instrument.BARC10 and (total(score) or 0) >= LASTING
