"""Encrypt with Cobblestone-256, the only AEAD of the format.

It is key-committing and uses a new salt for every message. Records and key slots are sealed with it. The algorithm is
C2SP chunked-encryption (https://c2sp.org/chunked-encryption) on HKDF-Expand-SHA-512 and AES-256-GCM. A sealed message
is salt (24 bytes) ‖ commitment (32) ‖ chunks of 16 KiB, the last one shorter, each with a tag (16). `cryptography` 50
has the same as `cryptography.cobblestone`, but version 48, the last one with wheels for Intel Macs, does not.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from journal.errors import Forged, WrongKey

if TYPE_CHECKING:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_SIZE = 32
PREFIX_SIZE = 56
CHUNK_SIZE = 16 * 1024
TAG_SIZE = 16

_SALT_SIZE = 24
_COMMITMENT_SIZE = 32
_NONCE_SIZE = 12
_LABEL = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\x00"


def sealed_size(length: int) -> int:
    """Return the size in bytes of a sealed message of `length` bytes."""
    return PREFIX_SIZE + length + TAG_SIZE * (length // CHUNK_SIZE + 1)


class Sealing:
    """A salt and the message key derived from it, to seal one message. Made in advance, it makes sealing quicker.

    It seals once: the same message key and nonce for two messages would give both away. So it also belongs to one
    process: a fork of it has a copy.
    """

    __slots__ = ("_base_nonce", "_commitment", "_context", "_encrypt", "_key", "_process", "_salt")

    def __init__(self, key: bytes, context: bytes, salt: bytes | None = None) -> None:
        """Draw a salt of 24 bytes, unless one is given, and derive. Raises ValueError unless the key has 32 bytes."""
        self._key = key
        self._context = context
        self._process = os.getpid()
        self._salt = os.urandom(_SALT_SIZE) if salt is None else salt
        message_key, self._base_nonce, self._commitment = _derived(keyed(key), context, self._salt)
        self._encrypt: Callable[[bytes, bytes, None], bytes] | None = _primitives().aesgcm(message_key).encrypt

    def fits(self, key: bytes, context: bytes) -> bool:
        """Return whether this was made in this process for that key and context, and has not sealed anything yet."""
        unused = self._encrypt is not None and self._process == os.getpid()
        return unused and self._context == context and self._key == key

    def seal(self, message: bytes) -> bytes:
        """Return the sealed message. Raises RuntimeError the second time."""
        encrypt, self._encrypt = self._encrypt, None
        if encrypt is None:
            raise RuntimeError("a message key seals one message")
        if len(message) < CHUNK_SIZE:
            return b"".join((self._salt, self._commitment, encrypt(self._base_nonce, message, None)))
        starts = range(0, len(message) + 1, CHUNK_SIZE)
        chunks = (message[start : start + CHUNK_SIZE] for start in starts)
        sealed = [encrypt(nonce, chunk, None) for nonce, chunk in zip(_nonces(self._base_nonce), chunks, strict=False)]
        return b"".join([self._salt, self._commitment, *sealed])


def seal(key: bytes, context: bytes, message: bytes) -> bytes:
    """Seal `message` with a 32-byte `key`. `context` is not stored; opening needs the same one."""
    return Sealing(key, context).seal(message)


def seal_with_salt(key: bytes, context: bytes, message: bytes, salt: bytes) -> bytes:
    """Seal with a given `salt` of 24 bytes, for test vectors. Never use a salt twice with one key."""
    return Sealing(key, context, salt).seal(message)


def keyed(key: bytes) -> hmac.HMAC:
    """Return the HMAC-SHA-512 of a 32-byte `key`, for `unseal`. Keep it where many messages have the same key.

    Taking in the key is a quarter of the time of deriving a message key. Raises ValueError for another length.
    """
    if len(key) != KEY_SIZE:
        raise ValueError("a key is 32 bytes")
    return hmac.new(key, digestmod="sha512")


def unseal(key: bytes | hmac.HMAC, context: bytes, sealed: bytes | memoryview) -> bytes:
    """Return the message in `sealed`. `key` has 32 bytes, or is `keyed`. Raises WrongKey or Forged."""
    mac = keyed(key) if isinstance(key, bytes) else key
    message_key, base_nonce, commitment = _derived(mac, context, bytes(sealed[:_SALT_SIZE]))
    if not hmac.compare_digest(commitment, bytes(sealed[_SALT_SIZE:PREFIX_SIZE])):
        raise WrongKey
    if (len(sealed) - PREFIX_SIZE) % (CHUNK_SIZE + TAG_SIZE) < TAG_SIZE:
        raise Forged  # the last chunk is always shorter than the others, and always has its tag
    decrypt = _primitives().aesgcm(message_key).decrypt
    try:
        if len(sealed) < PREFIX_SIZE + CHUNK_SIZE + TAG_SIZE:
            return decrypt(base_nonce, sealed[PREFIX_SIZE:], None)
        starts = range(PREFIX_SIZE, len(sealed), CHUNK_SIZE + TAG_SIZE)
        chunks = (sealed[start : start + CHUNK_SIZE + TAG_SIZE] for start in starts)
        return b"".join(decrypt(nonce, chunk, None) for nonce, chunk in zip(_nonces(base_nonce), chunks, strict=False))
    except _primitives().invalid_tag:
        raise Forged from None


class _Primitives(NamedTuple):
    """The parts of `cryptography` that are used here."""

    aesgcm: type[AESGCM]
    invalid_tag: type[InvalidTag]


@cache
def _primitives() -> _Primitives:
    """Import `cryptography` when first needed.

    The locked screen needs none of it. An import statement inside each call would slow down every save.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return _Primitives(AESGCM, InvalidTag)


def _derived(mac: hmac.HMAC, context: bytes, salt: bytes) -> tuple[bytes, bytes, bytes]:
    """Return message key (32 bytes), base nonce (12) and commitment (32)."""
    info = _LABEL + salt + context
    # HKDF-Expand (RFC 5869) by hand, two blocks: making an HKDF object for every message takes three times as long
    block = mac.copy()
    block.update(info + b"\x01")
    first = block.digest()
    block = mac.copy()
    block.update(first + info + b"\x02")
    output = first + block.digest()
    nonce, end = KEY_SIZE + _NONCE_SIZE, KEY_SIZE + _NONCE_SIZE + _COMMITMENT_SIZE
    return output[:KEY_SIZE], output[KEY_SIZE:nonce], output[nonce:end]


def _nonces(base: bytes) -> Iterator[bytes]:
    """Yield the nonces of chunks 0, 1, 2, …: the base XOR the chunk's number."""
    number = int.from_bytes(base)
    counter = 0
    while True:
        yield (number ^ counter).to_bytes(_NONCE_SIZE)
        counter += 1
