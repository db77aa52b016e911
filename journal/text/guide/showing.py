"""What stands around the chapters of the guide: on its screens, on paper, and in the command."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "guide"
HINTS: Final = "enter read · esc back"
CHAPTER_HINTS: Final = "↑ ↓ scroll · esc back"
WHAT: Final = "Short answers, step by step. Nothing of yours is shown here."

WHICH: Final = "Which one do you want to read?"
READ_ONE: Final = "To read one, add its first word: journal guide first-week"
NEEDS_CHAPTER: Final = "--to needs the name of a chapter."
FILE_IS_THERE: Final = "A file with that name already exists. Choose another name, or use --replace."


def numbered(number: int, step: str) -> str:
    """Return ``1. Press s.``"""
    return f"{number}. {step}"


def written(name: str) -> str:
    """Say that a page was written to the file with this name."""
    return f"Saved: {name}. Nothing of yours is on it."


def row(name: str, title: str, about: str) -> str:
    """Return ``after-a-slip: After a slip, you are safe first``."""
    return f"{name}: {title}, {about}"


translated(__name__)
