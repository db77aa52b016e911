"""Passphrases at the limits: of a new one, and of one set by an earlier version."""

from __future__ import annotations

from journal.passphrase_length import LONGEST, LONGEST_NEW

NEARLY = ("a sober morning – " * LONGEST_NEW)[: LONGEST_NEW - 1]
"""A passphrase of 9,999 characters."""

OVER = NEARLY + "xy"
"""A passphrase of 10,001 characters."""

OLDER = ("walks by the canal – " * LONGEST)[:50_000]
"""A passphrase of an earlier version, which accepted any."""

NONE = "x" * (LONGEST + 1)
"""A passphrase that no version accepts."""
