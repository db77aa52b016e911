"""The list of programs whose exports can be imported; enter asks for the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult

from journal.text import archive as archive_text
from journal.text import import_report as report_text
from journal.text import import_screen as screen_text
from journal.text import phone_notes as notes_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate

ELSEWHERE: Final = {"archive": "import_archive", "notes": "phone_notes"}
"""The lines with a screen of their own: an archive has no questions, and notes from a phone go into the inbox."""


class ImportPrograms(ListScreen[str]):
    """Lists the programs; under the list stands how to get the export of the marked one."""

    KEY_SCOPE = "import"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "import_data.tcss"
    DETAILS = "#how"

    def body(self) -> ComposeResult:
        with Panel(screen_text.PROGRAMS_TITLE, screen_text.PROGRAMS_HINTS):
            yield Plain(screen_text.PROGRAMS_WHAT, classes="muted")
            yield self.list_of()
            yield Plain(id="how")

    def items(self) -> Sequence[str]:
        return [*screen_text.HOW, *ELSEWHERE]

    def row(self, item: str, width: int) -> str:
        return truncate(report_text.program_name(item), width)

    def details(self, item: str) -> str:
        return {"archive": archive_text.HOW, "notes": notes_text.HOW}.get(item) or screen_text.HOW[item]

    def edit_item(self, item: str) -> None:
        if item in ELSEWHERE:
            self.app.show(ELSEWHERE[item])
        else:
            self.app.show("import_file", kind=item)
