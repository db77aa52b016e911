"""The list of keys and commands: it filters while one types, and runs what is chosen.

``?`` and F1 open it with the keys of the screen they are pressed on, ctrl+p with every command. The app makes it; it
reads the key table and ``journal.text.synonyms``, and knows no other screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from journal.domain.labels import without_accents
from journal.language import Language, language, spoken
from journal.text import forms as forms_text
from journal.text import safety as safety_text
from journal.text import synonyms as synonyms_text
from screens.base.screen import BaseScreen
from screens.key import EVERYWHERE, Key
from screens.keymap import bindings
from screens.keys_shown import rows_in
from screens.runtime.terminal import ZOOMED_ACROSS, ZOOMED_DOWN
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import pad

KEY_COLUMN: Final = 10
"""Cells of the keys in front of a line."""

LABEL_COLUMN: Final = 16


class Rows(RecordList[Key]):
    """The list: the field above keeps the focus, so the mark is always shown."""

    can_focus = False
    always_marked = True


class Commands(BaseScreen[None]):
    """Shows the keys of the screen ``of``; with ``everything`` also the commands that have no key there."""

    CSS_PATH = Path(__file__).with_name("commands.tcss")
    KEY_SCOPE = "commands"
    BINDINGS = bindings(KEY_SCOPE)
    HORIZONTAL_BREAKPOINTS = ZOOMED_ACROSS
    VERTICAL_BREAKPOINTS = ZOOMED_DOWN
    AUTO_FOCUS = "#filter"

    def __init__(self, *, of: Screen[Any] | None = None, everything: bool = False) -> None:
        super().__init__()
        self._of = of
        self._everything = everything
        dialog = rows_in(self.app, [getattr(of, "KEY_SCOPE", ""), EVERYWHERE])
        self._keys = _in_order(of.key_rows() if isinstance(of, BaseScreen) else dialog, everything=everything)

    def body(self) -> ComposeResult:
        title = forms_text.COMMANDS if self._everything else forms_text.KEYS_HERE
        with Panel(title, forms_text.COMMAND_KEYS):
            yield Input(placeholder=forms_text.FILTER, id="filter", compact=True, max_length=60)
            yield Rows(_row)
            yield Plain(id="whole")
        yield Plain(safety_text.emergency_foot(self.app.settings.region), id="emergency")

    def on_mount(self) -> None:
        """Show all of them."""
        self._filter("")

    @on(Input.Changed)
    def filter_rows(self, message: Input.Changed) -> None:
        """Show what is found for the words that are typed, the best match first."""
        self._filter(message.value)

    def _filter(self, words: str) -> None:
        listed = self.query_one(Rows)
        listed.show(find(self._keys, words), empty=forms_text.nothing_found(words))
        listed.mark(0)
        self._show_whole()

    @on(RecordList.Moved)
    def _show_whole(self) -> None:
        key = self.query_one(Rows).item
        self.query_one("#whole", Plain).show(key.tooltip if key else "")

    def action_move(self, lines: int) -> None:
        """Mark another line."""
        listed = self.query_one(Rows)
        listed.mark(listed.marked + lines)

    @on(Input.Submitted)
    @on(RecordList.Chosen)
    def run_marked(self) -> None:
        """Close the list, and do what the marked line says on the screen below."""
        key, of = self.query_one(Rows).item, self._of
        if key is None:
            return
        self.dismiss()
        if key.action and of is not None:
            self.app.call_later(partial(_run, key, of))

    def action_back(self) -> None:
        """Close the list."""
        self.dismiss()


async def _run(key: Key, of: Screen[Any]) -> None:
    name = key.action.partition("(")[0]
    focused = of.focused
    await of.app.run_action(key.action, focused if focused and hasattr(focused, f"action_{name}") else of)


def find(keys: Iterable[Key], words: str) -> list[Key]:
    """Return the rows that every word is found in: by label first, then by synonym, then by what they do."""
    wanted = without_accents(words).split()
    ranked = [(max((_rank(key, word) for word in wanted), default=0), key) for key in keys]
    return [key for rank, key in sorted(ranked, key=lambda found: found[0]) if rank < _NOT_FOUND]


_NOT_FOUND: Final = 6


def _rank(key: Key, word: str) -> int:
    """Return how well a word fits a row: 0 is best."""
    label = without_accents(key.label)
    synonyms = without_accents(_synonyms(key)).split()
    for rank, fits in enumerate(
        (
            label == word,
            label.startswith(word),
            any(part.startswith(word) for part in label.split()),
            word in synonyms,
            any(part.startswith(word) for part in synonyms),
        )
    ):
        if fits:
            return rank
    return _NOT_FOUND - 1 if word in without_accents(key.tooltip) else _NOT_FOUND


def _synonyms(key: Key) -> str:
    words = _synonyms_in(language())
    return words.get(key.label) or words.get(key.action, "")


@cache
def _synonyms_in(_language: Language) -> dict[str, str]:
    """Return the synonyms by action, or by the label as the rows show it in the language that is spoken."""
    return {spoken(name): words for name, words in synonyms_text.SYNONYMS.items()}


def _in_order(keys: list[Key], *, everything: bool) -> list[Key]:
    """Return the rows that say what they do, those of the screen before those that hold everywhere; each label once."""
    told = sorted((key for key in keys if key.tooltip and key.label), key=lambda key: key.where == EVERYWHERE)
    if not everything:
        return [key for key in told if key.keys or key.display_key or key.where == EVERYWHERE]
    runs = [key for key in reversed(told) if key.action and key.action != "app.commands"]
    return list({key.label: key for key in runs}.values())[::-1]


def _row(key: Key, width: int) -> str:
    return f"{pad(key.all_faces, KEY_COLUMN)} {pad(key.label, LABEL_COLUMN)} {key.tooltip}"
