"""The list of questionnaires: each with its last score. The list of commands opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical

from journal.domain.instruments import Instrument, latest
from journal.text import instruments as instruments_text
from journal.text import labels as labels_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import columns, pad

NAME: Final = 9
"""Cells of an instrument's name."""

LAST: Final = 28
"""Cells of its last score."""


class Instruments(ListScreen[Instrument]):
    """Shows one line each: its name, the last score and its date, what it is about."""

    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)
    DEFAULT_CSS = """
    Instruments Panel { height: 1fr; }
    Instruments RecordList { margin: 1 0; height: auto; max-height: 1fr; }
    Instruments #whole { height: auto; }
    """

    def body(self) -> ComposeResult:
        """Say what they are, list them, and say more of the marked one."""
        with Panel(instruments_text.TITLE, instruments_text.LINE_KEYS):
            yield Plain(instruments_text.WHAT, classes="muted")
            yield self.list_of()
            with Vertical(id="whole"):
                yield Plain()

    def items(self) -> Sequence[Instrument]:
        self._latest = latest(self.journal.scores)
        return list(Instrument)

    def row(self, item: Instrument, width: int) -> str:
        """Return ``WHO-5    52 of 100, Thu 19 Nov    well-being, 5 statements``."""
        last = instruments_text.NOT_FINISHED
        if not self._is_half_done(item):
            last = instruments_text.format_last(self._latest.get(item), self.journal.today())
        return columns(pad(labels_text.label(item), NAME) + last, NAME + LAST, [instruments_text.ABOUT[item]], width)

    def details(self, item: Instrument) -> str:
        """Say what it is about, how it is scored, and the last scores."""
        history = sorted((one for one in self.journal.scores if one.instrument is item), key=lambda one: one.at)
        return instruments_text.format_details(item, history[::-1], self.journal.today())

    def open_item(self, item: Instrument) -> None:
        """Fill it in, or go on with it."""
        self.app.show("questionnaire", instrument=item)

    def edit_item(self, item: Instrument) -> None:
        self.open_item(item)

    def _is_half_done(self, item: Instrument) -> bool:
        return self.app.keeper.draft(f"questionnaire:{item}") is not None
