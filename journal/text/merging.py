"""What is said about another copy of the journal, and about merging what it holds."""

from __future__ import annotations

from typing import Final

from journal.file_facts import Copy, MergeResult
from journal.language import translated
from journal.text.access import NO_UNDO
from journal.text.commands.copies import NOTHING_NEW
from journal.text.counting import noun

TITLE: Final = "merge another copy"
HINTS: Final = "enter merge · tab next · esc back"
WHAT: Final = "Nothing is lost: if both changed something, both versions are kept. The other copy is only read."
LOOKING: Final = "Looking for copies next to the journal …"
NONE_HERE: Final = "There is no copy with anything new next to the journal."
ELSEWHERE: Final = "From elsewhere"
ELSEWHERE_HINT: Final = "A file. Press enter to continue."
ANOTHER_KEY: Final = "That copy has its own key. Open it with its passphrase or its recovery words."
ITS_PASSPHRASE: Final = "Its passphrase"
ITS_WORDS: Final = "or its 24 words"
NEITHER: Final = "Enter one of the two."
UNKNOWN: Final = "You will see what is in it afterwards."
YES: Final = "Merge"
MERGING: Final = "Merging …"
OPENING: Final = "Opening that copy. This takes a few seconds."
_KEPT: Final = "The file as it is now is kept next to it, as the first of three earlier copies."


def news(copy: Copy, *, with_zeros: bool = True) -> str:
    """Return ``adds 3, changes 1, deletes 0``, or without zeros; or that only its own key can tell."""
    if copy.added is None:
        return "has another key"
    counts = {"adds": copy.added, "changes": copy.changed, "deletes": copy.deleted}
    return ", ".join(f"{what} {count}" for what, count in counts.items() if count or with_zeros)


def known_news(copy: Copy) -> str:
    """Say in a sentence what a copy adds."""
    return f"It {news(copy)}."


def ask(name: str) -> str:
    """Ask whether to merge the copy with this file name."""
    return f"Merge {name}?"


def ask_detail(adds: str) -> str:
    """Say what the copy ``adds`` (a sentence), and what is kept."""
    return f"{adds} {_KEPT} {NO_UNDO}"


def merged(result: MergeResult) -> str:
    """Return ``4 added, 1 changed. 2 were changed on both sides: both versions are kept.``"""
    if not result.is_news:
        return NOTHING_NEW
    counts = {"added": len(result.added), "changed": len(result.changed), "deleted": len(result.deleted)}
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count or what == "added") + "."
    if both := len(result.both):
        said += f" {both} {noun(both, 'was', 'were')} changed on both sides: both versions are kept."
    return said


translated(__name__)
