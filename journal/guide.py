"""The guide: its chapters in their order, for the screens, the command, paper and ``docs/guide.md``.

The texts are read when they are asked for, and mark keys and commands with backticks, as Markdown does.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final, NamedTuple

NAMES: Final = (
    *("first-week", "craving", "after-a-slip", "checkin", "filling-in", "looking-back", "first-meeting", "sharing"),
    *("two-computers", "new-computer", "forgotten", "moving-in", "taking-out", "mentors"),
)
"""The names of the chapters, as the command takes them; each is a module of ``journal.text.guide``."""


class Chapter(NamedTuple):
    """One chapter: paragraphs, numbered steps, more paragraphs; ``about`` says in a few words what it is for."""

    name: str
    title: str
    about: str
    intro: tuple[str, ...]
    steps: tuple[str, ...]
    after: tuple[str, ...]


def chapter(name: str) -> Chapter:
    """Return a chapter, whose name is one of ``NAMES``."""
    text = import_module(f"journal.text.guide.{name.replace('-', '_')}")
    return Chapter(name, text.TITLE, text.ABOUT, text.INTRO, text.STEPS, text.AFTER)


def chapters() -> list[Chapter]:
    """Return all chapters in their order."""
    return [chapter(name) for name in NAMES]


def plain(words: str) -> str:
    """Return a text of the guide without its marks."""
    return words.replace("`", "").replace("**", "")
