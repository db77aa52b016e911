"""Sealing what leaves as a standard age file, for e-mail or a stick: whoever has age or rage can open it.

The format is age-encryption.org/v1; the work is done by pyrage, of the extra ``share``.
"""

from __future__ import annotations

from importlib import util
from typing import Final

from msgspec import Struct

from journal.errors import NotSealed

MISSING: Final = "Sealing needs the extra “share” of this program: pip install 'recovery-journal[share]'."
ENDING: Final = "age"
"""What a sealed file's name ends in."""

_KEY_BEGINS: Final = "age1"


class Seal(Struct, frozen=True):
    """By a passphrase, or to a person's age public key (``age1…``): one of them."""

    passphrase: str = ""
    key: str = ""

    @property
    def words(self) -> str:
        """What the share ledger says of it."""
        return "age, to their key" if self.key else "age, by passphrase"


def available() -> bool:
    """Whether the extra is there."""
    return util.find_spec("pyrage") is not None


def is_key(text: str) -> bool:
    """Whether this is an age public key, as far as can be told here; without the extra, whether it looks like one."""
    if not available():
        return text.startswith(_KEY_BEGINS)
    from pyrage import RecipientError, x25519

    try:
        x25519.Recipient.from_str(text)
    except (RecipientError, ValueError):
        return False
    return True


def seal(data: bytes, how: Seal) -> bytes:
    """The data as an age file. Raises ``NotSealed``: no such key, an empty passphrase, or the extra is not there."""
    if not available():
        raise NotSealed(MISSING)
    import pyrage

    if how.key:
        if not is_key(how.key):
            raise NotSealed("That is not an age public key; one begins with age1.")
        return bytes(pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(how.key)]))
    if not how.passphrase:
        raise NotSealed("A seal needs a passphrase.")
    return bytes(pyrage.passphrase.encrypt(data, how.passphrase))
