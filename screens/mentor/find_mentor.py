"""No mentor yet? A screen to read: what to look for, a first message, three trial meetings; and a page for mentors."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.text import find_mentor as find_mentor_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.routes import new_screen
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

FIRST_MESSAGE = "entry:first-message"
"""The draft of the first message. It is an entry with a draft of its own, so that no half-written entry is lost."""


class FindMentor(BaseScreen[None]):
    """Shows both pages one below the other; the first message opens in the editor of entries."""

    KEY_SCOPE = "find mentor"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "Panel"
    DEFAULT_CSS = """
    FindMentor .heading { text-style: bold; margin-top: 1; }
    FindMentor .sentence { padding-left: 2; }
    FindMentor .part { text-style: bold; color: $accent; margin-top: 2; }
    """

    def body(self) -> ComposeResult:
        with Panel(find_mentor_text.TITLE, find_mentor_text.KEYS, reads=True):
            yield Plain(find_mentor_text.WHAT, classes="muted")
            yield from _chapters(find_mentor_text.chapters_for_me())
            yield Plain(find_mentor_text.MENTORS_TITLE, classes="part")
            yield from _chapters(find_mentor_text.chapters_for_mentors())

    def action_write(self) -> None:
        """Open the first message as an entry, with what was written of it before."""
        begun = {"title": find_mentor_text.MESSAGE_TITLE, "text": find_mentor_text.MESSAGE}
        draft = self.app.keeper.draft(FIRST_MESSAGE) or begun
        self.app.push_screen(new_screen("entry", draft=(FIRST_MESSAGE, draft)))

    def action_print(self) -> None:
        """Open what writes one of the pages to a file."""
        self.app.show("guide_sheet")


def _chapters(chapters: tuple[tuple[str, ...], ...]) -> ComposeResult:
    for heading, *sentences in chapters:
        yield Plain(heading, classes="heading")
        mark = "· " if len(sentences) > 1 else ""
        for words in sentences:
            yield Plain(f"{mark}{words}", classes="sentence")
