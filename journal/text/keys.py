"""What is said about keys that are set in ``settings.toml`` and can't be used."""

from __future__ import annotations

from typing import Final

from journal.language import translated

SETTINGS_BROKEN: Final = (
    "settings.toml can't be read: it isn't valid TOML. It was left as it is, and the usual settings and keys hold."
)
NO_KEY: Final = "an action needs a key"
DIGIT: Final = "digits answer questions"
TYPED: Final = "there it would be typed as text"
MOVES: Final = "that key is needed to move, to edit or to stop"
UNCHANGEABLE: Final = "it can't be changed"
MOST: Final = 3
"""How many problems are told; the rest is a number."""


def unknown_action(name: str) -> str:
    """Say that ``settings.toml`` names an action that does not exist."""
    return f"settings.toml: there is no action “{name}”; docs/keys.md lists them."


def keeps_default(action: str, key: str, reason: str) -> str:
    """Say why an action keeps its default key; ``key`` is what was set, as it was written."""
    return f"settings.toml: {action} keeps its default key, not “{key}”: {reason}."


def unknown_key(key: str) -> str:
    """Return the reason: there is no such key."""
    return f"there is no key “{key}”"


def is_taken(action: str) -> str:
    """Return the reason: another action has that key on the same screen."""
    return f"{action} has it on the same screen"


def is_protected(what: str) -> str:
    """Return the reason: it is a key that always has to work."""
    return f"it always stays the key for {what}"


def format_problems(problems: list[str]) -> str:
    """Return the first problems, and how many more there are."""
    rest = len(problems) - MOST
    return "\n".join([*problems[:MOST], *([f"And {rest} more in settings.toml."] if rest > 0 else [])])


translated(__name__)
