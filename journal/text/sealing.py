"""What is said about files for others: how they are encrypted, what is missing for it, whether they are on the list."""

from __future__ import annotations

from typing import Final

from journal.language import translated

AGE_MISSING: Final = "Encrypting needs the extra “share”: install recovery-journal[share] the way you installed this."
PDF_MISSING: Final = "PDF needs the extra “share”: install recovery-journal[share] the way you installed this."
NOT_A_KEY: Final = "That's not an age public key. It starts with age1."
SEAL_NEEDS_PASSPHRASE: Final = "Encryption needs a passphrase."

SEALED_TO_KEY: Final = "age, to their key"
SEALED_BY_PASSPHRASE: Final = "age, by passphrase"
SEALED_BY_PASSWORD: Final = "PDF, by password"
"""The share ledger keeps these three as they are here: a change needs a migration."""


def not_noted(reason: str) -> str:
    """Say that a file was written but is not in the share ledger; ``reason`` is a sentence."""
    return f"The file is saved, but couldn't be added to the list of what you shared: {reason}"


translated(__name__)
