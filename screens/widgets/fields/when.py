"""The fields that say when something was: the day, the time of day, and how exactly that is known."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from journal.domain.dates import known_zone
from journal.domain.moments import moved_to_day, moved_to_time
from journal.domain.record import Precision, Record
from journal.domain.uses import part_of_day
from journal.text import forms as forms_text
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField, TimeField

if TYPE_CHECKING:
    from journal.store.journal import Journal

R = TypeVar("R", bound=Record)


class RoughTimeField(TimeField):
    """A time of day, or a part of the day by its name; empty is ``None``."""

    @property
    def value(self) -> time | None:
        """The time, or the one that stands for the part of the day. Raises ``InvalidInput``."""
        return part_of_day(self.text) or super().value


class When(Vertical):
    """Asks when a record was; ``moved`` returns it with the moment that is typed here."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    When { height: auto; }
    """

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._shown: list[Any] = []

    def compose(self) -> ComposeResult:
        yield DayField(forms_text.WHEN, id="day", today=self._journal.today(), attribute=None)
        yield RoughTimeField(forms_text.TIME, id="time", hint=forms_text.TIME_HINT, attribute=None)
        precisions = [(Precision.EXACT, forms_text.AT_THAT_TIME), (Precision.PART_OF_DAY, forms_text.ABOUT_THEN)]
        yield ChoiceField(forms_text.HOW_EXACTLY, precisions, id="precision", attribute=None)

    def on_mount(self) -> None:
        """Ask how exactly only once a time is typed."""
        self._show_precision()

    def load(self, record: Record) -> None:
        """Show when a record was."""
        self._day.from_record(record.local_date)
        if record.precision is not Precision.DAY:
            self._time.from_record(record.at.astimezone(ZoneInfo(self._zone(record))).time())
        self._precision.choice.choose(record.precision)
        self._shown = self._typed
        self._show_precision()

    def moved(self, record: R) -> R:
        """Return the record at the moment that is typed; unchanged where nothing was. Raises ``InvalidInput``.

        Without a time only the day is known.
        """
        if self._typed == self._shown:
            return record
        day = self._day.value or record.local_date
        if day > self._journal.today():
            raise InvalidInput(self._day, forms_text.TO_COME)
        zone, now, starts_at = self._zone(record), self._journal.now(), self._journal.day_starts_at()
        if (clock_time := self._time.value) is None:
            return moved_to_day(record, day, zone, now=now, today=self._journal.today())
        rough = part_of_day(self._time.text) is not None
        precision = Precision.PART_OF_DAY if rough else self._precision.value or Precision.EXACT
        moved = moved_to_time(record, day, clock_time, precision, zone, starts_at, now=now)
        if moved is None:
            raise InvalidInput(self._time, forms_text.TIME_TO_COME)
        return moved

    @on(Input.Changed, "#time Input")
    def _show_precision(self) -> None:
        """Ask how exactly, where a time of day is typed and not a part of the day."""
        self._precision.display = bool(self._time.text) and part_of_day(self._time.text) is None

    def _zone(self, record: Record) -> str:
        return known_zone(record.zone) or self._journal.zone()

    @property
    def _typed(self) -> list[Any]:
        return [field.draft_value for field in (self._day, self._time, self._precision)]

    @property
    def _day(self) -> DayField:
        return self.query_one("#day", DayField)

    @property
    def _time(self) -> RoughTimeField:
        return self.query_one("#time", RoughTimeField)

    @property
    def _precision(self) -> ChoiceField[Precision]:
        return self.query_one("#precision", ChoiceField)
