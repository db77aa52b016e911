"""The form about a card for the wallet: its lines are chosen, then it is written to a file to print."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult

from journal.domain.safety_lines import emergency_number
from journal.domain.share_ledger import Paper, Share
from journal.sharing.ledger import noted
from journal.sharing.recovery_sheet import form_of
from journal.sharing.wallet_card import card, draft, print_card, ticked
from journal.text import if_then_plans as if_then_plans_text
from journal.text import printing as printing_text
from screens.base.print_form import FORMS, ToPrint
from screens.keymap import bindings
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

SECTIONS = (
    (if_then_plans_text.WALLET_PLANS, "plans", ""),
    (if_then_plans_text.WALLET_REASONS, "reasons", ""),
    (if_then_plans_text.WALLET_PEOPLE, "people", if_then_plans_text.WALLET_PEOPLE_HINT),
)
"""Section, the id of its field, and its hint."""


class WalletCard(ToPrint):
    """Asks what goes on the card. Plans and reasons are ticked to begin with; people are not."""

    KEY_SCOPE = "wallet card"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "Choice, Input"
    PLACE = "~/wallet-card.html"
    WARNING = if_then_plans_text.WALLET_NOT_ENCRYPTED

    def body(self) -> ComposeResult:
        """Offer the lines that can go on it, and ask for a file."""
        self._draft = draft(self.journal, emergency_number(self.app.settings.region))
        with Panel(if_then_plans_text.WALLET_NAME, printing_text.KEYS):
            yield Plain(f"{if_then_plans_text.WALLET_NOT_ENCRYPTED} {if_then_plans_text.WALLET_WHAT}", id="what")
            for section, name, hint in SECTIONS:
                lines = [(line.key, line.words) for line in self._draft.lines if line.section == section]
                if lines:
                    yield ChoiceField(section, lines, id=name, multiple=True, hint=hint)
            if not any(line.section for line in self._draft.lines):
                yield Plain(if_then_plans_text.WALLET_EMPTY)
            yield PathField(printing_text.FILE, id="place", example=self.PLACE)
            yield Plain(FORMS, classes="muted")

    def on_mount(self) -> None:
        """Choose the person's own plans and reasons to begin with, but those that are never shared."""
        for section, name in ((section, name) for section, name, _ in SECTIONS if name != "people"):
            for field in self.query(f"#{name}").results(ChoiceField):
                field.choice.choose(*ticked(self._draft, section))

    @property
    def _picked(self) -> list[str]:
        return [key for field in self.query(ChoiceField) for key in field.values]

    def missing(self) -> str:
        return "" if self._picked else if_then_plans_text.WALLET_NOTHING

    def noted(self, path: Path) -> Share:
        return noted(Paper.CARD, card(self._draft, self._picked), path)

    def printed(self, path: Path) -> bytes:
        return print_card(card(self._draft, self._picked), form_of(path))
