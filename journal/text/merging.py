"""What is said about another copy of the journal, and about bringing in what it holds."""

from __future__ import annotations

from typing import Final

from journal.file_facts import Copy, MergeResult
from journal.text.access import NO_UNDO
from journal.text.commands.copies import NOTHING_NEW
from journal.text.counting import noun

TITLE: Final = "another copy"
HINTS: Final = "enter bring it in · tab on · esc back"
WHAT: Final = "Nothing of either is lost: what both changed is kept twice. The other copy is only read."
LOOKING: Final = "Looking for copies beside the journal …"
NONE_HERE: Final = "No other copy with anything new is beside the journal."
ELSEWHERE: Final = "From elsewhere"
ELSEWHERE_HINT: Final = "A file; enter goes on."
ANOTHER_KEY: Final = "That copy has a key of its own. Its passphrase opens it, or its recovery words."
ITS_PASSPHRASE: Final = "Its passphrase"
ITS_WORDS: Final = "or its 24 words"
NEITHER: Final = "One of the two is needed."
UNKNOWN: Final = "What is in it is told afterwards."
YES: Final = "Bring it in"
MERGING: Final = "Bringing it in …"
OPENING: Final = "Opening that copy. This takes a few seconds."
_KEPT: Final = "The file as it is now is kept beside, as the first of three."


def news(copy: Copy, *, with_zeros: bool = True) -> str:
    """Return ``brings 3, changes 1, takes away 0``, or without zeros; or that only its own key can tell."""
    if copy.added is None:
        return "has another key"
    counts = {"brings": copy.added, "changes": copy.changed, "takes away": copy.deleted}
    return ", ".join(f"{what} {count}" for what, count in counts.items() if count or with_zeros)


def known_news(copy: Copy) -> str:
    """Say in a sentence what a copy brings."""
    return f"It {news(copy)}."


def ask(name: str) -> str:
    """Ask whether to bring in the copy with this file name."""
    return f"Bring in {name}?"


def ask_detail(brings: str) -> str:
    """Say what the copy ``brings`` (a sentence), and what is kept."""
    return f"{brings} {_KEPT} {NO_UNDO}"


def merged(result: MergeResult) -> str:
    """Return ``4 came, 1 changed. 2 were changed on both sides: both are kept.``"""
    if not result.is_news:
        return NOTHING_NEW
    counts = {"came": len(result.added), "changed": len(result.changed), "went": len(result.deleted)}
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count or what == "came") + "."
    if both := len(result.both):
        said += f" {both} {noun(both, 'was', 'were')} changed on both sides: both are kept."
    return said
