"""The form about a need: of what, how far it is, and who or what may help."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.needs import Area, Need, NeedStatus, moved_to
from journal.text import labels as labels_text
from journal.text import needs as needs_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField


class NeedSheet(RecordForm[Need]):
    """Asks about one need: open, then asked for, then solved; or not now."""

    NAME = needs_text.FORM
    ROUTE = "need"
    RECORD = Need

    def fields(self) -> ComposeResult:
        yield ChoiceField(needs_text.AREA, labels_text.choices(Area), id="area", required=needs_text.AREA_NEEDED)
        yield TextField(needs_text.NEED, id="text", hint=needs_text.NEED_HINT)
        yield ChoiceField(
            needs_text.STATUS, labels_text.choices(NeedStatus), id="status", default=NeedStatus.OPEN, attribute=None
        )
        yield TextField(needs_text.RESOURCE, id="resource", hint=needs_text.RESOURCE_HINT)

    def load(self, need: Need) -> None:
        super().load(need)
        self.query_one("#status", ChoiceField).from_record(need.status)

    def finish(self, need: Need) -> Need:
        """Return the need; if its status changed, with the day of that."""
        status = self.query_one("#status", ChoiceField).value or need.status
        return need if status is need.status else moved_to(need, status, self.journal.today())
