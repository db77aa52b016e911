"""A notice to read before going on, in a frame of its own; it never blocks what comes next."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from journal.text import safety as safety_text
from screens.widgets.plain_text import Plain


class NoticeBox(Vertical):
    """Shows a notice with its source, or nothing at all."""

    DEFAULT_CSS = """
    NoticeBox { display: none; height: auto; border: round $warning; border-title-color: $warning; padding: 0 1; }
    NoticeBox.-shown { display: block; }
    NoticeBox .source { color: $text-muted; }
    """

    def compose(self) -> ComposeResult:
        yield Plain(classes="paragraphs")
        yield Plain(classes="source")

    @property
    def is_shown(self) -> bool:
        """Whether there is something to read."""
        return self.has_class("-shown")

    def show(self, notice: safety_text.Notice | None) -> None:
        """Show another notice; ``None`` shows nothing."""
        self.set_class(notice is not None, "-shown")
        if notice is not None:
            self.border_title = Content(notice.title)
            self.query_one(".paragraphs", Plain).show("\n".join(notice.paragraphs))
            self.query_one(".source", Plain).show(safety_text.from_source(notice.source))
