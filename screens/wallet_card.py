"""A card for the wallet: what goes on it is chosen line by line, then it is written to a file to be printed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal import leaving
from journal.domain import words
from journal.domain.safety import emergency_number
from journal.wallet_card import card, draft, form_of, print_card
from screens.keys import bindings
from screens.view import View
from screens.widgets.field import ChoiceField, NotUnderstood
from screens.widgets.panel import Panel
from screens.widgets.path_field import PathField, not_written, short
from screens.widgets.plain import Plain
from screens.words_sheet import FORMS, TAKEN

PLACE = "~/wallet-card.html"
SECTIONS = (
    (words.WALLET_PLANS, "plans", ""),
    (words.WALLET_REASONS, "reasons", ""),
    (words.WALLET_PEOPLE, "people", words.WALLET_PEOPLE_HINT),
)
"""Section, the id of its field, and what is to be thought of."""


class WalletCard(View[None]):
    """Plans and reasons are ticked to begin with; people only if the person chooses them."""

    WHERE = "wallet card"
    BINDINGS = bindings(WHERE)
    CSS_PATH = "share.tcss"
    AUTO_FOCUS = "Choice, Input"

    def __init__(self) -> None:
        super().__init__()
        self._writing = False

    def body(self) -> ComposeResult:
        """What can go on it, and where to."""
        self._draft = draft(self.journal, emergency_number(self.app.settings.region))
        with Panel("wallet card", "ctrl+s write · esc back"):
            yield Plain(f"{words.WALLET_NOT_ENCRYPTED} {words.WALLET_WHAT}", id="what")
            for section, name, hint in SECTIONS:
                lines = [(line.key, line.words) for line in self._draft.lines if line.section == section]
                if lines:
                    yield ChoiceField(section, lines, id=name, many=True, hint=hint)
            if not any(line.section for line in self._draft.lines):
                yield Plain(words.WALLET_EMPTY)
            yield PathField("File", id="place", example=PLACE)
            yield Plain(FORMS, classes="muted")

    def on_mount(self) -> None:
        """A place to begin with, and what is the person's own."""
        self._place.write(PLACE)
        for field in self.query("#plans, #reasons").results(ChoiceField):
            field.choice.choose(*(key for key, _ in field.choice.options))

    @property
    def _place(self) -> PathField:
        return self.query_one(PathField)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write the card."""
        picked = [key for field in self.query(ChoiceField) for key in field.values]
        if self._writing:
            return
        self.query_one(Panel).complain("" if picked else words.WALLET_NOTHING)
        self._place.complain("")
        if not picked:
            return
        try:
            path = self._place.path
        except NotUnderstood as problem:
            self._place.complain(str(problem))
            return
        self._writing = True
        self.run_worker(self._written(path, card(self._draft, picked)))

    async def _written(self, path: Path, page: leaving.Page) -> None:
        try:
            data = print_card(page, form_of(path))
            await self.app.keeper.do(partial(leaving.write, path, data))
        except FileExistsError:
            self._place.complain(TAKEN)
        except OSError as error:
            self._place.complain(not_written(error))
        else:
            self.dismiss(None)
            self.app.tell(f"Written to {short(path)}. {words.WALLET_NOT_ENCRYPTED}")
        finally:
            self._writing = False

    def action_back(self) -> None:
        """Back; nothing was written."""
        self.dismiss(None)
