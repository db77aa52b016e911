"""Secrets for a new journal, made on this computer: recovery words, and a passphrase to offer."""

from __future__ import annotations

from journal.vault.crypto import keys


def new_recovery_words() -> str:
    """Make 24 new recovery words (256 random bits, BIP-39, English), separated by spaces."""
    return keys.new_recovery_words()


def generated_passphrase(words: int = 6) -> str:
    """Make a passphrase of that many random words, 11 bits each."""
    return keys.generated_passphrase(words)
