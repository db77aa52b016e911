"""The guide: a list of chapters, and one chapter to read. Nothing personal is in it, so it opens while locked, too."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from journal.guide import Chapter, chapters, plain
from journal.text.guide import showing as guide_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import pad, truncate

TITLE_COLUMN = 24
"""Cells of a title, so that what each is about stands in a column."""


class Guide(BaseScreen[None]):
    """Lists the chapters; enter reads one."""

    KEY_SCOPE = "guide"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "RecordList"

    def body(self) -> ComposeResult:
        with Panel(guide_text.TITLE, guide_text.HINTS):
            yield Plain(guide_text.WHAT, classes="muted")
            yield RecordList(_row)

    def on_mount(self) -> None:
        """Show the chapters."""
        self.query_one(RecordList).show(chapters())

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    def read(self, message: RecordList.About) -> None:
        """Open a chapter."""
        self.app.show("guide_chapter", chapter=message.item)

    def action_back(self) -> None:
        """Close the guide."""
        self.dismiss()


def _row(chapter: Chapter, width: int) -> str:
    """Return the title in its column, and what the chapter is about."""
    return truncate(f"{pad(chapter.title, TITLE_COLUMN)} {chapter.about}", width)


class GuideChapter(BaseScreen[None]):
    """Shows one chapter; the arrows scroll."""

    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "Panel"
    DEFAULT_CSS = """
    GuideChapter Panel > Plain { margin-bottom: 1; max-width: 90; }
    GuideChapter Panel > .step { padding-left: 2; }
    """

    def __init__(self, *, chapter: Chapter) -> None:
        super().__init__()
        self._chapter = chapter

    def body(self) -> ComposeResult:
        shown = self._chapter
        with Panel(shown.title, guide_text.CHAPTER_HINTS, reads=True):
            for words in shown.intro:
                yield Plain(plain(words))
            for number, step in enumerate(shown.steps, 1):
                yield Plain(guide_text.numbered(number, plain(step)), classes="step")
            for words in shown.after:
                yield Plain(plain(words))

    def action_back(self) -> None:
        """Go back to the list."""
        self.dismiss()
