"""The pages of a questionnaire: one question each, then the score. They know the instrument only, never the journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from textual.widget import Widget

from journal.domain.instruments import SCALES, Instrument
from journal.text import instruments as instruments_text
from screens.base.wizard import WizardStep
from screens.keys_shown import in_keys_of
from screens.widgets.choice import DIGITS, Choice
from screens.widgets.fields.base import Field, TextField
from screens.widgets.fields.choices import RatingField
from screens.widgets.plain_text import Plain

ANSWER = "answer"
REMARK = "remark"


class AnswerField(Field):
    """The answers of an item, a line each; the digit of each is the number it counts. ``value`` is that number."""

    def __init__(self, lowest: int, answers: Sequence[str]) -> None:
        numbered = list(enumerate(answers, lowest))
        digits = "".join(str(number) for number, _ in numbered)
        self.choice: Choice[int] = Choice(numbered, column=True, digits=digits or DIGITS)
        super().__init__(instruments_text.ANSWER, self.choice, id=ANSWER)

    @property
    def draft_value(self) -> int | None:
        """The number of the chosen answer, or ``None``."""
        return next(iter(self.choice.values), None)

    def fill(self, value: Any) -> None:
        """Choose the answer with this number; ``None`` chooses none."""
        self.choice.choose(*([] if value is None else [value]))


def rating(instrument: Instrument, *, id: str = ANSWER, label: str = instruments_text.ANSWER) -> RatingField:  # noqa: A002
    """Return the field for the number of an answer."""
    scale = SCALES[instrument]
    anchors = instruments_text.anchors(instrument)
    return RatingField(label, id=id, minimum=scale.lowest, maximum=scale.highest, anchors=anchors, attribute=None)


class ItemStep(WizardStep):
    """One question of an instrument; ``place`` counts from 0."""

    SKIP_LABEL = instruments_text.SKIP

    def __init__(self, instrument: Instrument, place: int) -> None:
        super().__init__()
        self.instrument = instrument
        self.place = place

    def fields(self) -> Iterable[Widget]:
        if lead := instruments_text.lead(self.instrument):
            yield Plain(lead, classes="asks muted")
        yield Plain(instruments_text.item_text(self.instrument, self.place), classes="asks title")
        wording = instruments_text.WORDINGS.get(self.instrument)
        if wording and wording.answers:
            yield AnswerField(SCALES[self.instrument].lowest, wording.answers)
        else:
            yield rating(self.instrument)
        if self.instrument is Instrument.TEA:
            yield TextField(instruments_text.REMARK, id=REMARK, hint=instruments_text.REMARK_HINT)

    def clear(self) -> None:
        """Take the answer back; a remark stays."""
        self.query_one(f"#{ANSWER}", Field).fill(None)


class ResultStep(WizardStep):
    """What the score says; ``warnings`` stand first."""

    NEXT_LABEL = instruments_text.DONE
    SKIP_LABEL = ""

    def __init__(self, warnings: Sequence[str], said: Sequence[str]) -> None:
        super().__init__()
        self._warnings = warnings
        self._said = said

    def fields(self) -> Iterable[Widget]:
        for sentence in self._warnings:
            yield Plain(in_keys_of(self.app, sentence), classes="asks title")
        for sentence in self._said:
            yield Plain(sentence, classes="asks")
