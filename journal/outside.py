"""What can be seen of a journal without opening it: the part of the door that the locked screen needs at once."""

from __future__ import annotations

from journal.vault.look import CheckResult, Look, check, look

__all__ = ["CheckResult", "Look", "check", "look"]
