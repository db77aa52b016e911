"""Make ``docs/guide.md`` of the chapters of the guide and the pictures of ``tests/demos``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import Final

from journal.guide import Chapter, chapters

HEAD: Final = """\
# Guide

<!-- Made from journal/text/guide: UPDATE_GOLDEN=1 pytest tests/cli/test_guide.py writes it. -->

What you do in the journal's most important minutes, step by step. The same chapters are in the app: press `F1`, also
while it is locked, and type "guide"; or run `journal guide`. `?` on any screen shows its keys; `F4` shows who to call.

The pictures are made by tests that play these minutes (`tests/demos/walks.py`).
"""

PICTURES: Final = {
    "first-week": ("first-minute", "What are you recovering from?"),
    "craving": ("craving", "A craving with what helped before"),
    "after-a-slip": ("slip", "A slip, safety first"),
    "checkin": ("checkin", "The check-in"),
    "filling-in": ("filling-in", "Several days marked in the calendar"),
    "sharing": ("page", "The page for the mentor"),
    "first-meeting": ("mentor", "The next meeting"),
    "new-computer": ("restoring", "Restoring a backup"),
}
"""Name of a chapter → its picture in ``docs/pictures/``, and what it shows."""


def document() -> str:
    """Return the whole document."""
    contents = "".join(f"- [{one.title}](#{_anchor(one.title)}): {one.about}\n" for one in chapters())
    return "\n".join([HEAD, contents, *map(_section, chapters())])


def _section(chapter: Chapter) -> str:
    parts = [f"## {chapter.title}", *_wrapped(chapter.intro)]
    if chapter.steps:
        steps = (
            fill(step, 120, initial_indent=f"{at}. ", subsequent_indent="   ") for at, step in _counted(chapter.steps)
        )
        parts.append("\n".join(steps))
    parts += _wrapped(chapter.after)
    if chapter.name in PICTURES:
        name, shows = PICTURES[chapter.name]
        parts.append(f"![{shows}](pictures/{name}.svg)")
    return "\n\n".join(parts) + "\n"


def _wrapped(paragraphs: Iterable[str]) -> Iterator[str]:
    return (fill(words, 120, break_long_words=False, break_on_hyphens=False) for words in paragraphs)


def _counted(steps: Iterable[str]) -> Iterator[tuple[int, str]]:
    return enumerate(steps, 1)


def _anchor(title: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return "".join(sign for sign in title.lower().replace(" ", "-") if sign.isalnum() or sign == "-")
