"""What can be seen of a journal, and put beside it, without opening it: the part of the door that is light.

The locked screen and the quick commands need it at once; ``journal.store.journal`` has the same and everything else.
"""

from __future__ import annotations

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
    "look",
]
