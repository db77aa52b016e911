"""Limits what may be a passphrase, in the same way for the screens and for ``journal.cli``.

A new passphrase is limited in characters. One that opens a journal has a much higher limit, in bytes of UTF-8, so that
people who chose a long one with an earlier version, or in a script, are not locked out.
"""

from __future__ import annotations

from typing import Final

from journal.text import passphrases as passphrases_text

LONGEST_NEW: Final = 10_000
"""Characters of a new passphrase."""

LONGEST: Final = 64 * 1024
"""Bytes of a passphrase that opens a journal."""

LONGEST_PDF: Final = 127
"""Bytes of the password of a PDF: readers look at no more of it (ISO 32000-2)."""

TOO_LONG: Final = passphrases_text.too_long(LONGEST // 1024)
NEW_TOO_LONG: Final = passphrases_text.new_too_long(LONGEST_NEW)
PDF_TOO_LONG: Final = passphrases_text.pdf_too_long(LONGEST_PDF)


def is_too_long(passphrase: str) -> bool:
    """Return whether it is too long to try to open a journal with."""
    return _size(passphrase) > LONGEST


_HELP: Final = "help"
"""Asks for the helplines in every language."""


def refusal(new: str, *, pdf: bool = False) -> str:
    """Return why this can't be a new passphrase, or the password of a ``pdf``; an empty string if it can."""
    if pdf and _size(new) > LONGEST_PDF:
        return PDF_TOO_LONG
    if asks_for_help(new) and not pdf:
        return passphrases_text.HELP_IS_TAKEN
    return NEW_TOO_LONG if len(new) > LONGEST_NEW else ""


def asks_for_help(typed: str) -> bool:
    """Return whether what was typed in place of a passphrase asks for the helplines: some keyboards have no F keys."""
    return typed.strip().lower() in (_HELP, passphrases_text.HELP)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
