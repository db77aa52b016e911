"""A need: what of, how far it is, and where it may come from."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.needs import Area, Need, NeedStatus, moved_to
from journal.domain.record import Record
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField

AREAS = [(area, area.value) for area in Area]
STATUSES = [(status, status.value) for status in NeedStatus]


class NeedSheet(RecordForm):
    """Open, then asked for, then solved; or not now."""

    NAME = "a need"
    ROUTE = "need"
    KIND = Need

    def fields(self) -> ComposeResult:
        """What of and what; how far; who or what may help."""
        status = ChoiceField("How far", STATUSES, id="status")
        status.choice.choose(NeedStatus.OPEN)
        yield ChoiceField("What of", AREAS, id="area")
        yield TextField("What", id="text", hint="In your words: “a flat away from the old street”.")
        yield status
        yield TextField("Who may help", id="resource", hint="A place, an office, a person, a number.")

    def fill(self, record: Record) -> None:
        """The need as kept."""
        assert isinstance(record, Need)
        self.query_one("#area", ChoiceField).choice.choose(record.area)
        self.query_one("#status", ChoiceField).choice.choose(record.status)
        for name in ("text", "resource"):
            self.query_one(f"#{name}", TextField).write(getattr(record, name))

    def records(self) -> tuple[Record, ...]:
        """The need, with the day on which it moved on."""
        area = self.query_one("#area", ChoiceField)
        if area.value is None:
            raise InvalidInput(area, "What is it about? One of these is enough.")
        before = self.record if isinstance(self.record, Need) else Need(area=area.value)
        status = self.query_one("#status", ChoiceField).value or before.status
        need = replace(
            before,
            area=area.value,
            text=self.query_one("#text", TextField).text,
            resource=self.query_one("#resource", TextField).text,
        )
        return (need if status is before.status else moved_to(need, status, self.journal.today()),)
