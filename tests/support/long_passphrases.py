"""Passphrases at the bounds: as long as a new one may be, and as long as one of an earlier version may have been."""

from __future__ import annotations

from journal.passphrase_length import LONGEST, LONGEST_NEW

NEARLY = ("a sober morning – " * LONGEST_NEW)[: LONGEST_NEW - 1]
"""Of 9,999 characters."""

OVER = NEARLY + "xy"
"""Of 10,001."""

OLDER = ("walks by the canal – " * LONGEST)[:50_000]
"""Of an earlier version, which took any."""

NONE = "x" * (LONGEST + 1)
"""No passphrase of any version."""
