"""The steps of a taper, typed on one line."""

from __future__ import annotations

from datetime import date

from journal.domain.focuses import TaperStep, parse_taper, taper_words
from screens.widgets.fields.base import NotUnderstood, TextField

EXAMPLE = "today 6; 1 Dec 4; 15 Dec 2"


class TaperField(TextField):
    """``today 6; 1 Dec 4``: from which date on, at most how much a day."""

    def __init__(self, label: str, *, id: str, today: date) -> None:  # noqa: A002
        super().__init__(label, id=id, hint=f"From when, at most how much a day: {EXAMPLE}")
        self.today = today

    @property
    def value(self) -> list[TaperStep]:
        """The steps; none when nothing is typed. Raises ``NotUnderstood``."""
        if (steps := parse_taper(self.text, self.today)) is None:
            raise NotUnderstood(self, f"Not steps: {EXAMPLE} is understood.")
        return steps

    def set_value(self, steps: list[TaperStep]) -> None:
        """Put steps into it."""
        self.write(taper_words(steps))
