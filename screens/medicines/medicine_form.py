"""The form about one medicine: its name, its dose in the person's words, and at which times of day it is taken."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.medicines import Medicine, changed, parse_times
from journal.text import medicines as medicines_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import YesNoField


class TimesField(TextField):
    """Times of day, with commas between."""

    @property
    def value(self) -> list[int]:
        """The times in minutes after midnight. Raises ``InvalidInput``."""
        times = parse_times(self.text)
        if times is None:
            raise InvalidInput(self, medicines_text.NOT_TIMES)
        return times

    def from_record(self, value: list[int]) -> None:
        """Show the times of a medicine."""
        self.fill(medicines_text.format_times(value) if value else "")


class MedicineSheet(RecordForm[Medicine]):
    """Asks about one medicine. New times hold from now on: doses from before are not missing."""

    NAME = medicines_text.FORM
    ROUTE = "medicine"
    RECORD = Medicine

    def fields(self) -> ComposeResult:
        """Ask what it is, how much, when, and whether it is methadone."""
        yield TextField(medicines_text.NAME, id="name", required=medicines_text.NAME_NEEDED)
        yield TextField(medicines_text.DOSE, id="dose", hint=medicines_text.DOSE_HINT)
        yield TimesField(medicines_text.TIMES, id="times", hint=medicines_text.TIMES_HINT)
        yield YesNoField(
            medicines_text.IS_METHADONE, id="methadone", default=False, hint=medicines_text.IS_METHADONE_HINT
        )
        yield YesNoField(medicines_text.STILL, id="still", default=True, attribute="archived", inverted=True)

    def finish(self, record: Medicine) -> Medicine:
        return changed(self.record, record, self.journal.now())
