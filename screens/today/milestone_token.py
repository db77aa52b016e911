"""The form about a token: a milestone is chosen, then it is written to a file to print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textual.app import ComposeResult

from journal.domain.focuses import CLEAN_WORDS, clean_word_of
from journal.domain.milestones import Reached
from journal.domain.share_ledger import Paper, Share
from journal.milestone_support import focus_days, focus_milestones, tags, without_streak
from journal.sharing.ledger import noted
from journal.sharing.milestone_token import Shown, draft, print_token, token
from journal.sharing.page import Page
from journal.sharing.recovery_sheet import form_of
from journal.text import milestone_token as token_text
from journal.text import milestones as milestones_text
from journal.text import printing as printing_text
from screens.base.print_form import FORMS, ToPrint
from screens.keymap import bindings
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class MilestoneToken(ToPrint):
    """Asks which milestone, and whether the token says what it is about; to begin with it does not."""

    KEY_SCOPE = "to print"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "Choice, Input"
    PLACE = "~/milestone.html"
    WARNING = token_text.NOT_ENCRYPTED

    def __init__(self, *, chosen: str = "") -> None:
        """``chosen`` is the uid of a focus, a space, and the code of the milestone to begin with."""
        super().__init__()
        self._chosen = chosen

    def body(self) -> ComposeResult:
        """Offer the milestones that still hold, and ask for a file."""
        self._shown = list(self._milestones())
        self._draft = draft(self.journal.today(), self._shown)
        with Panel(token_text.FORM, printing_text.KEYS):
            yield Plain(f"{token_text.WHAT} {token_text.NOT_ENCRYPTED}", id="what")
            if self._shown:
                several = len({one.about for one in self._shown if one.about}) > 1
                options = [(one.key, _option(one, several=several)) for one in self._shown]
                which = ChoiceField(token_text.WHICH, options, id="which")
                which.choice.column = True
                yield which
                yield YesNoField(token_text.ABOUT, id="about", default=False, hint=token_text.ABOUT_HINT)
            else:
                yield Plain(token_text.EMPTY)
            yield PathField(printing_text.FILE, id="place", example=self.PLACE)
            yield Plain(FORMS, classes="muted")

    def on_mount(self) -> None:
        """Choose the milestone to begin with."""
        for field in self.query("#which").results(ChoiceField):
            field.choice.choose(*(one.key for one in self._shown if one.key == self._chosen))

    def _milestones(self) -> Iterator[Shown]:
        journal = self.journal
        names = tags(journal)
        for one in focus_milestones(journal, focus_days(journal)):
            word = clean_word_of(one.focus)
            for reached in filter(_holds, one.reached):
                name = milestones_text.format_aim(reached.aim, word, on_plan=one.on_plan)
                plain = milestones_text.format_aim(reached.aim, CLEAN_WORDS[0], on_plan=one.on_plan)
                name, plain = (milestones_text.format_tag(said, names.get(reached.aim, "")) for said in (name, plain))
                key = f"{one.focus.uid} {reached.aim.code}"
                yield Shown(key, name, reached.on, one.focus.label, plain if plain != name else "")
        for reached in filter(_holds, without_streak(journal)):
            yield Shown(f" {reached.aim.code}", milestones_text.format_aim(reached.aim), reached.on)

    @property
    def page(self) -> Page:
        """The token with the chosen milestone."""
        about = bool(self.query_one("#about", YesNoField).value)
        return token(self._draft, str(self.query_one("#which", ChoiceField).value), about=about)

    def missing(self) -> str:
        if not self._shown:
            return token_text.EMPTY
        return "" if self.query_one("#which", ChoiceField).value else token_text.NOTHING_CHOSEN

    def printed(self, path: Path) -> bytes:
        return print_token(self.page, form_of(path))

    def noted(self, path: Path) -> Share:
        return noted(Paper.CARD, self.page, path)


def _holds(reached: Reached) -> bool:
    return reached.holds


def _option(one: Shown, *, several: bool) -> str:
    return milestones_text.format_of_focus(one.about, one.name) if several and one.about else one.name
