"""What the one reminder on Today says, and what is said when it is hidden."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

NO_RECOVERY_WORDS: Final = "no recovery words yet"
WORDS_HIDDEN: Final = "Hidden. Settings makes recovery words whenever you want them."
DRIFT_HIDDEN: Final = "Hidden for this week. Plan, l shows the lines."
BACKUP_HIDDEN: Final = "Hidden for 30 days. Settings makes a copy whenever you want one."


def missed_lines(names: Iterable[str]) -> str:
    """Name the mooring lines that were missed last week."""
    return f"last week without: {', '.join(names)}"
