"""What can be seen of a journal, and put beside it, without opening it: the part of the door that is light.

The locked screen and the quick commands need it at once; ``journal.store.journal`` has the same and everything else.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journal.domain.record import InvalidRecord, NotFound
from journal.errors import (
    AlreadyExists,
    CostRefused,
    Damaged,
    InboxFull,
    InUse,
    NewerFormat,
    NoInbox,
    NoJournal,
    NotSaved,
    TooLarge,
    VaultError,
    WrongPassphrase,
    WrongWord,
)
from journal.store.capture import capture, fresh_capture, is_waiting
from journal.vault.inspect_file import CheckResult, Look, check, look

GENERATIONS: Final = 3


__all__ = [
    "AlreadyExists",
    "CheckResult",
    "CostRefused",
    "Damaged",
    "InUse",
    "InboxFull",
    "InvalidRecord",
    "Look",
    "NewerFormat",
    "NoInbox",
    "NoJournal",
    "NotFound",
    "NotSaved",
    "TooLarge",
    "VaultError",
    "WrongPassphrase",
    "WrongWord",
    "capture",
    "check",
    "fresh_capture",
    "is_waiting",
    "latest_intact_generation",
    "look",
]


def latest_intact_generation(path: Path) -> Path | None:
    """The latest of the earlier copies beside a journal that is whole, as far as its checksums tell."""
    for number in range(1, GENERATIONS + 1):
        earlier = path.with_name(f"{path.name}.{number}")
        try:
            if not check(earlier).damaged:
                return earlier
        except VaultError:
            continue
    return None
