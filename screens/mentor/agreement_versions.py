"""What was agreed with one person, every version of it, to be read."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from journal.domain.agreements import Agreement, told, versions
from journal.domain.dates import day_words
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList


class Agreed(BaseScreen[None]):
    """The versions, the newest first, and all that the marked one says. None of them can be changed."""

    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "RecordList"
    DEFAULT_CSS = """
    Agreed #versions { height: 6; }
    Agreed #words { height: 1fr; }
    """

    def __init__(self, *, person: str) -> None:
        super().__init__()
        self._person = person

    def body(self) -> ComposeResult:
        """The list, and the words."""
        with Panel("versions", "↑ ↓ version · esc back", id="versions"):
            yield RecordList(self._line, empty="Nothing is agreed with them yet.")
        with Panel("what it says", id="words"), VerticalScroll():
            yield Plain(id="told")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(RecordList).show(versions(self.journal.agreements, self._person))
        self.show_words()

    def _line(self, agreement: Agreement, width: int) -> str:
        made = day_words(agreement.local_date, self.journal.today())
        agreed = "agreed by both" if agreement.agreed else "not initialled"
        over = f" · ended {day_words(agreement.ended_on)}" if agreement.ended_on else ""
        return f"version {agreement.version} · {made} · {agreed}{over}"[:width]

    @on(RecordList.Moved)
    def show_words(self) -> None:
        """What the marked version says."""
        agreement = self.query_one(RecordList).item
        lines = [f"{name}: {words}" for name, words in told(agreement) if words] if agreement else []
        self.query_one("#told", Plain).show("\n".join(lines))

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    @on(RecordList.Delete)
    def keep_all(self) -> None:
        """What was agreed is what was agreed."""
        self.app.tell("Versions stay as they were. The form changes the newest one.")
