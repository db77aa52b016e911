"""Derive the keys of a journal from a passphrase, 24 recovery words or the secret of a key file.

The header's key slots and `change_keys` call this. Passphrases go through Argon2id, recovery words (BIP-39) and secrets
through HKDF, and the subkeys of a journal are derived from its master key with HKDF. Imports `journal.errors`,
`cobblestone`, `journal.recovery_words` and `low_priority`; `cryptography` is imported when first needed.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable
from functools import partial
from time import perf_counter

from msgspec import Struct
from msgspec.structs import replace

from journal.errors import ErrorCode, NotEnoughMemory, WrongWord
from journal.file_facts import Cost
from journal.recovery_words import WORDS, split, word_list
from journal.vault.crypto import cobblestone
from journal.vault.crypto.low_priority import run_at_low_priority

_LINE_END = re.compile("[\r\n]")
_ENTROPY_BITS = 256
_CHECKSUM_BITS = 8
_LIST_BITS = 11

_WANTED_SECONDS = 0.75
_MOST_ITERATIONS = 16


class Keys(Struct, frozen=True):
    """The master key of a journal (32 random bytes) and the keys derived from it."""

    __repr__ = object.__repr__  # without the keys

    master: bytes
    record: bytes
    header: bytes
    anchor: bytes
    inbox: bytes

    @classmethod
    def of(cls, master: bytes, file_id: bytes) -> Keys:
        """Derive the subkeys: HKDF-SHA-512 with the file id as salt and `rj1/` plus the name as info."""
        names = (b"record", b"header", b"anchor", b"inbox")
        return cls(master, *(_hkdf(master, file_id, b"rj1/" + name) for name in names))


def from_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte key of a passphrase: Argon2id over its NFC form up to the first line end.

    Takes as long as `cost` says. Its lanes take every core, so it runs at low priority; it doesn't hold the GIL. Raises
    CostRefused, NotEnoughMemory.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    cost.check()
    line = _LINE_END.split(passphrase, maxsplit=1)[0]
    secret = unicodedata.normalize("NFC", line).encode("utf-8", "surrogatepass")
    kdf = Argon2id(salt=salt, length=32, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib)
    try:
        return run_at_low_priority(partial(kdf.derive, secret))
    except MemoryError:
        raise NotEnoughMemory(number=max(1, cost.memory_kib // 1024)) from None


def calibrated(
    derive: Callable[[str, bytes, Cost], object] = from_passphrase, clock: Callable[[], float] = perf_counter
) -> Cost:
    """Return the cost for a new passphrase on this computer: the standard, or more if the computer is fast.

    Measures one derivation, so it takes about as long as one. Raises the iterations (up to 16) until a try takes about
    0.75 seconds. A slow or busy computer gets the standard, never less. If there is not enough memory, returns `FLOOR`,
    whose `short_of_memory` is true.
    """
    standard, salt = Cost.STANDARD, bytes(16)
    try:
        derive("", salt, Cost(8, 1, 1))  # imports first, so that they are not measured
        start = clock()
        derive("", salt, standard)
        seconds = max(clock() - start, 1e-3)
    except NotEnoughMemory:
        return Cost.FLOOR
    iterations = int(standard.iterations * _WANTED_SECONDS / seconds)
    return replace(standard, iterations=min(max(iterations, standard.iterations), _MOST_ITERATIONS))


def from_recovery_words(words: str, salt: bytes) -> bytes:
    """Return the 32-byte key of 24 recovery words. Raises WrongWord."""
    return _hkdf(_entropy(words), salt, b"rj1/recovery")


def from_key_file(secret: bytes, salt: bytes) -> bytes:
    """Return the 32-byte key of a key file's secret. Nobody can guess 256 random bits, so this need not be slow."""
    return _hkdf(secret, salt, b"rj1/key-file")


def new_recovery_words() -> str:
    """Return 24 new recovery words (256 random bits, BIP-39, English), separated by spaces."""
    entropy = os.urandom(_ENTROPY_BITS // 8)
    number = int.from_bytes(entropy) << _CHECKSUM_BITS | hashlib.sha256(entropy).digest()[0]
    shifts = range((WORDS - 1) * _LIST_BITS, -1, -_LIST_BITS)
    return " ".join(word_list()[number >> shift & 0x7FF] for shift in shifts)


def generated_passphrase(words: int = 6) -> str:
    """Return a passphrase of random words from the recovery word list: 11 bits per word."""
    import secrets

    return " ".join(secrets.choice(word_list()) for _ in range(words))


def check_recovery_words(words: str) -> None:
    """Raise WrongWord unless these are 24 words with a valid checksum. Needs no journal."""
    _entropy(words)


def _entropy(words: str) -> bytes:
    """Return the 32 bytes that the words encode (BIP-39, English list), however they are typed."""
    spelled = split(words)
    places = {word: place for place, word in enumerate(word_list())}
    for position, word in enumerate(spelled, 1):
        if word not in places:
            raise WrongWord(ErrorCode.UNKNOWN_WORD, number=position)
    if len(spelled) != WORDS:
        raise WrongWord(ErrorCode.WORD_COUNT, number=len(spelled))
    number = 0
    for word in spelled:
        number = number << _LIST_BITS | places[word]
    entropy = (number >> _CHECKSUM_BITS).to_bytes(_ENTROPY_BITS // 8)
    if hashlib.sha256(entropy).digest()[0] != number & 0xFF:
        raise WrongWord(ErrorCode.WORDS_DO_NOT_FIT)
    return entropy


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes of HKDF-SHA-512 (RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA512(), cobblestone.KEY_SIZE, salt, info).derive(key)
