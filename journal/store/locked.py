"""What can be seen of a journal without opening it. Light: the locked screen and the quick commands need it at once."""

from __future__ import annotations

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
