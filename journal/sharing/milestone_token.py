"""Makes a token for one milestone: its name and the day it was reached, on a paper as large as a card.

``screens.today`` writes it. Like everything for others it goes through ``release``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.html import fill
from journal.sharing.page import Line, Page, PageDraft, Part
from journal.sharing.release import Choice, release
from journal.text import milestone_token as token_text


class Shown(NamedTuple):
    """A milestone that the days of now show: its key, its name, its day, and the label of its focus or nothing.

    ``plain`` is its name without the person's word for a day without use, which may say what it is about; empty where
    the name has no such word.
    """

    key: str
    name: str
    on: date
    about: str = ""
    plain: str = ""


def draft(today: date, milestones: Iterable[Shown]) -> PageDraft:
    """Return a line for each milestone, and those that say what it is about, which go only where they are picked."""
    lines: list[Line] = []
    for one in milestones:
        words = (Part(token_text.format_on(one.on)),)
        lines.append(_line(one.key, token_text.HEADING, Part(one.plain or one.name), words, Sensitivity.NUMBERS))
        if one.plain:
            name = Part(one.name, Sensitivity.NEVER)
            lines.append(_line(_named_key(one.key), token_text.HEADING, name, words, Sensitivity.NEVER))
        if one.about:
            words = (Part(one.about, Sensitivity.NEVER),)
            lines.append(_line(about_key(one.key), token_text.ABOUT_HEADING, Part(), words, Sensitivity.NEVER))
    return PageDraft(title=token_text.TITLE, first=today, last=today, lines=tuple(lines))


def about_key(key: str) -> str:
    """Return the key of the line that says what a milestone is about."""
    return f"about {key}"


def _named_key(key: str) -> str:
    """Return the key of the line with the name that has the person's word."""
    return f"named {key}"


def token(made: PageDraft, key: str, *, about: bool) -> Page:
    """Release one milestone, and what it is about if that was chosen."""
    keys = {line.key for line in made.lines}
    named = _named_key(key) if _named_key(key) in keys else key
    picked = frozenset({named, about_key(key)} if about else {key})
    struck = frozenset(keys) - picked
    return release(made, Choice(level=Level.MINIMAL, picked=picked, struck=struck))


def print_token(page: Page, form: str) -> bytes:
    """Return the token as ``text`` or ``html``."""
    if form == "html":
        return fill("journal.sharing", "milestone_token", page=page)
    return ("\n".join(part for line in page.lines for part in (line.label, line.text) if part) + "\n").encode()


def _line(key: str, section: str, label: Part, parts: tuple[Part, ...], sensitivity: Sensitivity) -> Line:
    return Line(key=key, section=section, label=label, parts=parts, sensitivity=sensitivity)
