"""What ``journal inbox`` says; what it shares with the screen is in ``journal.text.inbox``."""

from __future__ import annotations

from typing import Final

INBOX_HELP: Final = """\
List, keep or drop what was written while locked.

Each is named by the beginning of its id. What is dropped is gone, and --keep-all keeps all but that. Without an
option nothing is decided: it goes on waiting."""
KEEP_ALL_HELP: Final = "Make everything that waits part of the journal."
KEEP_HELP: Final = "Make this one part of the journal; can be given again."
DROP_HELP: Final = "Let this one go; can be given again."

SAME_ID: Final = "The same id can't be kept and dropped; nothing was changed."


def decided(kept: int, dropped: int) -> str:
    """Return ``2 kept, 1 dropped.``; empty where nothing was decided."""
    said = [f"{number:,} {what}" for number, what in ((kept, "kept"), (dropped, "dropped")) if number]
    return f"{', '.join(said)}." if said else ""
