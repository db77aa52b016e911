"""Check that our Cobblestone-256 is the published one."""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Forged, Unsealable, WrongKey
from journal.vault.crypto.cobblestone import CHUNK_SIZE, seal, seal_with_salt, sealed_size, unseal

PUBLIC = json.loads((Path(__file__).parents[2] / "fixtures" / "cobblestone-256.json").read_text(encoding="utf-8"))
KEY = bytes(range(32))
VECTOR = (
    "000102030405060708090a0b0c0d0e0f101112131415161729dfe0dc11d12e2af167dc4cde302ad371ef78b9f1e316d1669c"
    "bf97e95f899b5386050babd5cc08a9f164b3606b0624aa495a7e26"
)
SIZES = [0, 1, CHUNK_SIZE - 1, CHUNK_SIZE, CHUNK_SIZE + 1, 3 * CHUNK_SIZE, 100_000]


@pytest.fixture
def native() -> Any:
    """Return the implementation of `cryptography`, which has one from its version 50 on."""
    return pytest.importorskip("cryptography.cobblestone", reason="cryptography 50 has the native one")


@pytest.mark.parametrize("size", SIZES)
def test_the_native_one_opens_what_we_seal(native: Any, size: int) -> None:
    message = bytes(index * 7 & 0xFF for index in range(size))
    sealed = seal(KEY, b"context", message)
    decryptor = native.Cobblestone256Decryptor(KEY, b"context")
    assert decryptor.update(sealed) + decryptor.finalize() == message
    assert len(sealed) == sealed_size(size)


@pytest.mark.parametrize("size", SIZES)
def test_we_open_what_the_native_one_seals(native: Any, size: int) -> None:
    message = bytes(index * 7 & 0xFF for index in range(size))
    encryptor = native.Cobblestone256Encryptor(KEY, b"context")
    assert unseal(KEY, b"context", encryptor.update(message) + encryptor.finalize()) == message


@pytest.mark.parametrize("vector", PUBLIC["tests"], ids=lambda vector: vector["comment"].replace(" ", "-"))
def test_the_public_vectors_are_opened_refused_and_sealed_alike(vector: dict[str, Any]) -> None:
    key, context, sealed = bytes.fromhex(vector["key"]), bytes.fromhex(vector["ctx"]), bytes.fromhex(vector["ct"])
    sealed = zlib.decompress(sealed)
    if vector["result"] == "invalid":
        with pytest.raises(WrongKey if "HeaderFailure" in vector["flags"] else Forged):
            unseal(key, context, sealed)
        return
    message = unseal(key, context, sealed)
    assert (len(message), hashlib.sha512(message).hexdigest()) == (vector["msgLength"], vector["msgSha512"])
    assert seal_with_salt(key, context, message, sealed[:24]) == sealed


def test_the_vector_of_our_published_format() -> None:
    sealed = seal_with_salt(KEY, b"rj1/example", b"hello", bytes(range(24)))
    assert sealed.hex() == VECTOR


@given(message=st.binary(max_size=200), place=st.integers(min_value=0), bit=st.integers(0, 7))
def test_a_flipped_bit_never_opens(message: bytes, place: int, bit: int) -> None:
    sealed = bytearray(seal(KEY, b"", message))
    sealed[place % len(sealed)] ^= 1 << bit
    with pytest.raises(Unsealable):
        unseal(KEY, b"", bytes(sealed))


@pytest.mark.parametrize(("key", "context"), [(bytes(32), b"context"), (KEY, b"other")])
def test_another_key_or_context_is_told_from_a_forgery(key: bytes, context: bytes) -> None:
    with pytest.raises(WrongKey):
        unseal(key, context, seal(KEY, b"context", b"message"))


@pytest.mark.parametrize("cut", [1, 16, 17, CHUNK_SIZE + 16, CHUNK_SIZE + 17, 2 * (CHUNK_SIZE + 16)])
def test_a_message_that_lost_its_end_is_forged(cut: int) -> None:
    sealed = seal(KEY, b"", bytes(2 * CHUNK_SIZE))
    with pytest.raises(Forged):
        unseal(KEY, b"", sealed[:-cut])


def test_chunks_cannot_change_places() -> None:
    sealed = seal(KEY, b"", bytes(2 * CHUNK_SIZE))
    size = CHUNK_SIZE + 16
    first, second, rest = sealed[56 : 56 + size], sealed[56 + size : 56 + 2 * size], sealed[56 + 2 * size :]
    with pytest.raises(Forged):
        unseal(KEY, b"", sealed[:56] + second + first + rest)
