"""The form of a questionnaire that was filled in: its day and every answer can be changed. The timeline opens it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.dates import format_day
from journal.domain.instruments import SCALES, Instrument, Score
from journal.text import instruments as instruments_text
from journal.text import labels as labels_text
from screens.base.form import RecordForm
from screens.instruments.item_step import rating
from screens.keys_shown import in_keys_of
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import RatingField
from screens.widgets.fields.when import When
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class ScoreForm(RecordForm[Score]):
    """Changes a saved score; a new one is filled in page by page, in ``questionnaire.py``."""

    NAME = instruments_text.RESULT
    ROUTE = "score"
    RECORD = Score
    DEFAULT_CSS = """
    ScoreForm .item { margin-top: 1; }
    """

    def body(self) -> ComposeResult:
        self.record = self.record or self.find(self._draft_key.partition(":")[2])
        yield from super().body()

    def on_mount(self) -> None:
        """Leave again where the record is gone."""
        if self.record is None:
            self.app.forget(self._draft_key)
            self.dismiss(None)

    def fields(self) -> ComposeResult:
        if self.record is None:
            return
        for sentence in (*instruments_text.warnings_after(self.record), instruments_text.format_named(self.record)):
            yield Plain(in_keys_of(self.app, sentence))
        yield When(self.journal)
        instrument = self.record.instrument
        for place in range(SCALES[instrument].items):
            yield Plain(instruments_text.item_text(instrument, place), classes="item")
            yield rating(instrument, id=f"answer-{place}")
            if instrument is Instrument.TEA:
                yield TextField(instruments_text.REMARK, id=f"remark-{place}", attribute=None)

    def load(self, record: Score) -> None:
        """Show the answers, and name the day."""
        super().load(record)
        day = format_day(record.local_date, self.journal.today())
        self.query_one(Panel).rename(f"{labels_text.label(record.instrument)}, {day}")
        self.query_one(When).load(record)
        for place, answer in enumerate(record.answers):
            self.query_one(f"#answer-{place}", RatingField).fill(answer)
        for place, remark in enumerate(record.remarks):
            self.query_one(f"#remark-{place}", TextField).fill(remark)

    def finish(self, record: Score) -> Score:
        """Return the score with its moment and its answers. Raises ``InvalidInput``."""
        answers = [field.value for field in self.query(RatingField)]
        typed: list[Any] = [field.text for field in self.query(TextField) if str(field.id).startswith("remark")]
        remarks = typed if any(typed) else []
        return replace(self.query_one(When).moved(record), answers=answers, remarks=remarks)
