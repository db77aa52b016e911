"""What ``journal import archive`` says; what is wrong with an archive is in ``journal.text.archive``."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import noun

HELP: Final = """\
Import an archive that journal export made.

PATH is archive.json, or its folder. Into an empty journal it brings back the same journal. Otherwise only records
that are missing are added, and nothing you have is replaced. Records that you deleted since are added again. At most
512 MiB are read."""
DRY_RUN_HELP: Final = "Only say what would be added."
YES_HELP: Final = "Add it without asking."
NEEDS_YES: Final = "Nothing was added. Without a terminal, --yes adds it."
NOT_ADDED: Final = "Nothing was added."


def asks(number: int) -> str:
    """Ask whether the records are to be added."""
    return f"Add {noun(number, 'this record', f'these {number:,} records')}?"


translated(__name__)
