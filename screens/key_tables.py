"""The tables of keys in the README and in ``docs/keys.md``, made from the key table. The tests compare them."""

from __future__ import annotations

from typing import Final

from screens.key import EVERYWHERE
from screens.keymap import TABLE, rows

README: Final = {
    EVERYWHERE: "everywhere",
    "screens": "when not typing",
    "places": "the places",
    "lists": "lists",
    "forms": "forms",
}
"""Which places of the table the README lists, and what it calls them."""


def markdown() -> str:
    """The README's table of keys; a screen's help shows its own keys."""
    told = [key.with_slip_word("slip") for where in README for key in rows([where]) if key.keys]
    lines = [f"| `{key.all_faces}` | {README[key.where]} | {key.tooltip} |" for key in told]
    return "\n".join(["| Key | Where | What it does |", "|---|---|---|", *lines])


def by_id() -> str:
    """The table of ``docs/keys.md``: the id of each row that can be given keys, its default keys and what it does."""
    told = [key.with_slip_word("slip") for key in TABLE if key.action]
    lines = [f"| `{key.id}` | {_code(key.all_faces)} | {key.tooltip or key.label} |" for key in told]
    return "\n".join(["| Id | Default | What it does |", "|---|---|---|", *lines])


def _code(faces: str) -> str:
    return f"`{faces}`" if faces else "none"
