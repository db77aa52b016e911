"""Check that captures are sealed with HPKE as in RFC 9180: with its vectors, and both ways with a second HPKE."""

from __future__ import annotations

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from journal.vault import inbox
from journal.vault.format.frames import CAPTURE, FRAME_SIZE, framed, padded
from journal.vault.format.payloads import Put, encode
from journal.vault.inbox import Page, sealed_size
from tests.support.vault import hpke
from tests.support.vault.hpke import AES_128_GCM, AES_256_GCM

INFO = b"Ode on a Grecian Urn"
PLAIN = b"Beauty is truth, truth beauty"

# RFC 9180, A.1.1, and the same of its machine-readable vectors with AES-256-GCM: the first message of each
VECTORS = {
    AES_128_GCM: (
        "52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736",
        "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8",
        "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"
        "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
    ),
    AES_256_GCM: (
        "179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11",
        "497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d",
        "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256"
        "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a",
    ),
}
FILE_ID = bytes(range(16))
UID = "1" * 32
KEYS = st.binary(min_size=32, max_size=32)


def public(private: bytes) -> bytes:
    """Return the public half of a key."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


@pytest.mark.parametrize("aead", VECTORS)
def test_the_other_hpke_agrees_with_the_published_vectors(aead: int) -> None:
    ephemeral, private, sealed = (bytes.fromhex(each) for each in VECTORS[aead])
    assert hpke.seal(public(private), INFO, PLAIN, ephemeral, aead=aead, aad=b"Count-0") == sealed
    assert hpke.unseal(private, INFO, sealed, aead=aead, aad=b"Count-0") == PLAIN
    with pytest.raises(InvalidTag):
        hpke.unseal(private, INFO, sealed, aead=aead, aad=b"Count-1")


@given(private=KEYS, text=st.text(max_size=5000))
def test_what_we_seal_the_other_opens(private: bytes, text: str) -> None:
    payload = encode([["put", "captures", UID, {"text": text.encode("utf-8", "replace").decode()}]])  # type: ignore[list-item]
    sealed = inbox.seal(Page(FILE_ID, public(private)), payload)
    plain = hpke.unseal(private, b"rj1/inbox" + FILE_ID, sealed[FRAME_SIZE:])
    size = 36 + len(payload)
    assert plain[:size] == size.to_bytes(4) + bytes(32) + payload
    assert not plain[size:].strip(b"\0")
    assert len(sealed) % 4096 == 0
    assert len(plain[size:]) < 4096


@given(private=KEYS, ephemeral=KEYS, number=st.integers(0, 9999))
def test_what_the_other_seals_we_open(private: bytes, ephemeral: bytes, number: int) -> None:
    payload = b'[["put","captures","%s",{"number":%d}]]' % (UID.encode(), number)
    plain = padded(bytes(32), payload, sealed_size(len(payload)) - FRAME_SIZE - 48)
    body = hpke.seal(public(private), b"rj1/inbox" + FILE_ID, plain, ephemeral)
    assert inbox.public_key(private) == public(private)
    assert inbox.unseal(FILE_ID, private, framed(CAPTURE, 0, body)) == Put("captures", UID, {"number": number})
    assert inbox.unseal(bytes(16), private, framed(CAPTURE, 0, body)) is None
