"""The base of forms that print a paper of which each line can be left out: the receipt, and what is agreed ahead."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult

from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level, Paper, Share
from journal.sharing.ledger import noted
from journal.sharing.page import Page, PageDraft
from journal.sharing.release import Choice, release
from journal.text import ahead as ahead_text
from journal.text import forms as forms_text
from journal.text import printing as printing_text
from screens.base.print_form import PaperToPrint
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class LinesToPrint(PaperToPrint):
    """Offers the lines of a paper, ticked unless they are marked *never*: the person asked for this one.

    A subclass drafts it.
    """

    NAME: ClassVar[str]
    ABOUT: ClassVar[str] = ahead_text.CHOOSE_LINES
    EMPTY: ClassVar[str] = ahead_text.NOTHING_TICKED
    """What is said where there is no line."""
    FORMS: ClassVar[str] = forms_text.PRINT_FORMS
    PAPER: ClassVar[Paper] = Paper.AGREEMENT
    """What the share ledger calls it: a kind of paper that every version of the program knows."""

    def every_line(self) -> PageDraft:
        """Return every line that can go on it."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Offer the lines, and ask for a file."""
        self._draft = self.every_line()
        lines = [(line.key, line.words) for line in self._draft.lines]
        field = ChoiceField(ahead_text.INCLUDE, lines, id="lines", multiple=True)
        field.choice.column = True  # in the order of the paper
        field.choice.choose(*(line.key for line in self._draft.lines if line.sensitivity is not Sensitivity.NEVER))
        field.display = bool(lines)
        with Panel(self.NAME, printing_text.KEYS):
            yield Plain(f"{self.ABOUT} {forms_text.NOT_ENCRYPTED}", id="what")
            yield field
            if not lines:
                yield Plain(self.EMPTY)
            yield PathField(printing_text.FILE, id="place", example=self.PLACE)
            yield Plain(self.FORMS, classes="muted")

    @property
    def page(self) -> Page:
        """Return the paper with the ticked lines."""
        ticked = frozenset(self.query_one("#lines", ChoiceField).values)
        struck = frozenset(line.key for line in self._draft.lines) - ticked
        return release(self._draft, Choice(level=Level.MINIMAL, picked=ticked, struck=struck))

    def missing(self) -> str:
        return "" if self.page.lines else ahead_text.NOTHING_TICKED if self._draft.lines else self.EMPTY

    def noted(self, path: Path) -> Share:
        return noted(self.PAPER, self.page, path)
