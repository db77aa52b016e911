"""Lines to call. Needs no passphrase and says nothing of the person."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain import words
from journal.domain.safety import Line, lines
from screens.keys import bindings
from screens.view import View
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain


class Safety(View[None]):
    """The lines of the region, all of them when none is chosen; each with its source."""

    WHERE = "reading"
    BINDINGS = bindings(WHERE)
    CSS_PATH = "safety.tcss"

    def body(self) -> ComposeResult:
        """What this is, then line by line."""
        region = self.app.settings.region
        with Panel("lines to call", "↑ ↓ scroll · esc back", reads=True):
            yield Plain(words.SAFETY_CANNOT_CALL, classes="muted")
            if not region:
                yield Plain(words.SAFETY_ALL_REGIONS, classes="muted")
            for one in lines(region):
                yield Plain(_shown(one, with_region=not region), classes="line")
            yield Plain(words.OVERDOSE.title, classes="title")
            for paragraph in (*words.OVERDOSE.paragraphs, words.OVERDOSE.source, words.SAFETY_COLLECTED):
                yield Plain(paragraph)

    def action_back(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)


def _shown(one: Line, *, with_region: bool) -> str:
    where = f"{one.where} · " if with_region else ""
    note = f" · {one.note}" if one.note else ""
    return f"{one.number}\n  {where}{one.name}{note}\n  from {one.source}, {one.verified}"
