"""Seals a file for others with age (age-encryption.org/v1), so that it can go by e-mail or on a stick.

``journal.summary.formats``, ``journal.cli`` and the screens call it; age or rage opens the file. pyrage does the work
and belongs to the extra ``share``, so it is imported only when it is used.
"""

from __future__ import annotations

from importlib import util
from typing import Final

from msgspec import Struct

from journal.errors import NotSealed
from journal.text import sealing as sealing_text

ENDING: Final = "age"
"""The file name ending of a sealed file."""

_KEY_BEGINS: Final = "age1"


class Seal(Struct, frozen=True):
    """How to seal: with a passphrase, or to a person's age public key (``age1…``)."""

    passphrase: str = ""
    key: str = ""

    @property
    def words(self) -> str:
        """How the share ledger describes it."""
        return sealing_text.SEALED_TO_KEY if self.key else sealing_text.SEALED_BY_PASSPHRASE


def available() -> bool:
    """Return whether the extra ``share`` is installed."""
    return util.find_spec("pyrage") is not None


def is_key(text: str) -> bool:
    """Return whether this is an age public key; without the extra only its beginning is checked."""
    if not available():
        return text.startswith(_KEY_BEGINS)
    from pyrage import RecipientError, x25519

    try:
        x25519.Recipient.from_str(text)
    except (RecipientError, ValueError):
        return False
    return True


def seal(data: bytes, how: Seal) -> bytes:
    """Return the data as an age file.

    Raises ``NotSealed`` for an invalid key, an empty passphrase, or where the extra is not installed.
    """
    if not available():
        raise NotSealed(sealing_text.AGE_MISSING)
    import pyrage

    if how.key:
        if not is_key(how.key):
            raise NotSealed(sealing_text.NOT_A_KEY)
        return bytes(pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(how.key)]))
    if not how.passphrase:
        raise NotSealed(sealing_text.SEAL_NEEDS_PASSPHRASE)
    return bytes(pyrage.passphrase.encrypt(data, how.passphrase))
