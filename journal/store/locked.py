"""Look at a journal and capture into its inbox without opening it. Importing this is quick.

The locked screen and the quick commands use it before the passphrase is known. ``journal.store.journal`` has the same
functions and everything else, but also loads the ciphers and all record types.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from journal.errors import VaultError
from journal.file_facts import CheckResult, Look
from journal.vault import inspect_file

GENERATIONS: Final = 3


def look(path: Path) -> Look:
    """Look at the journal at ``path`` without its passphrase: what can be told at once. Raises nothing."""
    return inspect_file.look(path)


def check(path: Path) -> CheckResult:
    """Check the whole file by its checksums, without the passphrase.

    Raises ``NoJournal``, ``NotAJournal``, ``NewerFormat``, ``Damaged``.
    """
    return inspect_file.check(path)


def saved_at(path: Path) -> datetime | None:
    """Return when a journal file was last saved, by the clock of its disk, in this computer's zone; None if unknown."""
    seen = look(path)
    return None if seen.saved_at is None else datetime.fromtimestamp(seen.saved_at / 1000, UTC).astimezone()


def latest_intact_generation(path: Path) -> Path | None:
    """Return the latest earlier generation that has no damage, as far as its checksums show; None if there is none."""
    for number in range(1, GENERATIONS + 1):
        earlier = path.with_name(f"{path.name}.{number}")
        try:
            if not check(earlier).damaged:
                return earlier
        except VaultError:
            continue
    return None
