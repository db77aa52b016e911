"""A need: what of, how far it is, and where it may come from."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.needs import Area, Need, NeedStatus, moved_to
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField

AREAS = [(area, area.value) for area in Area]
STATUSES = [(status, status.value) for status in NeedStatus]


class NeedSheet(RecordForm[Need]):
    """Open, then asked for, then solved; or not now."""

    NAME = "a need"
    ROUTE = "need"
    RECORD = Need

    def fields(self) -> ComposeResult:
        """What of and what; how far; who or what may help."""
        yield ChoiceField("What of", AREAS, id="area", required="What is it about? One of these is enough.")
        yield TextField("What", id="text", hint="In your words: “a flat away from the old street”.")
        yield ChoiceField("How far", STATUSES, id="status", default=NeedStatus.OPEN, attribute=None)
        yield TextField("Who may help", id="resource", hint="A place, an office, a person, a number.")

    def load(self, need: Need) -> None:
        """Show the need, and how far it is."""
        super().load(need)
        self.query_one("#status", ChoiceField).from_record(need.status)

    def finish(self, need: Need) -> Need:
        """Note the day on which it moved on."""
        status = self.query_one("#status", ChoiceField).value or need.status
        return need if status is need.status else moved_to(need, status, self.journal.today())
