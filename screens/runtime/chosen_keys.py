"""The base of the app with the keys that a person chose in ``settings.toml``: it uses them, and shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from screens.key import EVERYWHERE, Key
from screens.keymap import rows
from screens.runtime.crash import CrashSafeApp


class ChosenKeysApp(CrashSafeApp):
    """``keys`` are the chosen keys that hold, comma between, by the id of their row in the key table."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: dict[str, str] = {}

    def use_keys(self, chosen: Mapping[str, Sequence[str]], problems: Sequence[str]) -> None:
        """Use the chosen keys; say which can't be used, after what else in the settings can't be."""
        said = list(problems)
        if chosen:
            from screens.key_choices import choose

            self.keys, unusable = choose(chosen)
            self.set_keymap(self.keys)
            said += unusable
        if said:
            from journal.text import keys as keys_text

            self.notify(keys_text.format_problems(said), severity="error")

    def with_chosen_keys(self, found: Iterable[Key]) -> list[Key]:
        """Return rows of the key table with the keys that hold."""
        return [key.with_keys(self.keys.get(key.id)) for key in found] if self.keys else list(found)

    def in_chosen_keys(self, text: str) -> str:
        """Return a hint or a sentence of ours with the keys that hold on this screen."""
        if not self.keys:
            return text
        from screens.key_choices import reworded

        here = getattr(self.screen, "key_scopes", ())
        return reworded(text, rows([*here, "lists", EVERYWHERE]), self.keys)
