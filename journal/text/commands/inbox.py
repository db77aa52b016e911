"""What ``journal inbox`` says; what it shares with the screen is in ``journal.text.inbox``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

INBOX_HELP: Final = """\
List, keep or delete what was written while locked.

Name each by the start of its id. What you drop is gone, and --keep-all keeps everything else. Without an option
nothing changes: it all stays in the inbox."""
KEEP_ALL_HELP: Final = "Keep everything in the inbox."
KEEP_HELP: Final = "Keep this one; can be repeated."
DROP_HELP: Final = "Delete this one; can be repeated."

HEADINGS: Final = ("Id", "When", "What")
"""Headings of the list in accessible mode."""

SAME_ID: Final = "You can't keep and drop the same id. Nothing was changed."


def decided(kept: int, dropped: int) -> str:
    """Return ``2 kept, 1 deleted.``; empty where nothing was decided."""
    said = [f"{number:,} {what}" for number, what in ((kept, "kept"), (dropped, "deleted")) if number]
    return f"{', '.join(said)}." if said else ""


translated(__name__)
