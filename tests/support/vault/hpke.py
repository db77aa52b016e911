"""HPKE (RFC 9180) built from X25519, HMAC and AES-GCM, for one message.

Base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256. Written from the RFC alone; it imports nothing of the product.
"""

from __future__ import annotations

import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

AES_128_GCM, AES_256_GCM = 1, 2

_KEM_ID = b"KEM\x00\x20"
_KEY_SIZES = {AES_128_GCM: 16, AES_256_GCM: 32}


def seal(
    public: bytes, info: bytes, plain: bytes, ephemeral: bytes, *, aead: int = AES_256_GCM, aad: bytes = b""
) -> bytes:
    """Return the encapsulated key and the ciphertext; `ephemeral` is the sender's private key, used once."""
    sender = X25519PrivateKey.from_private_bytes(ephemeral)
    enc = sender.public_key().public_bytes_raw()
    secret = _secret(sender.exchange(X25519PublicKey.from_public_bytes(public)), enc, public)
    key, nonce = _schedule(secret, info, aead)
    return enc + AESGCM(key).encrypt(nonce, plain, aad)


def unseal(private: bytes, info: bytes, sealed: bytes, *, aead: int = AES_256_GCM, aad: bytes = b"") -> bytes:
    """Return the message. Raises InvalidTag."""
    receiver, enc = X25519PrivateKey.from_private_bytes(private), sealed[:32]
    shared = receiver.exchange(X25519PublicKey.from_public_bytes(enc))
    key, nonce = _schedule(_secret(shared, enc, receiver.public_key().public_bytes_raw()), info, aead)
    return AESGCM(key).decrypt(nonce, sealed[32:], aad)


def _secret(shared: bytes, enc: bytes, public: bytes) -> bytes:
    """Return ExtractAndExpand of section 4.1."""
    prk = _extract(b"", _KEM_ID, b"eae_prk", shared)
    return _expand(prk, _KEM_ID, b"shared_secret", enc + public, 32)


def _schedule(secret: bytes, info: bytes, aead: int) -> tuple[bytes, bytes]:
    """Return key and nonce of the first message: KeySchedule of section 5.1."""
    suite = b"HPKE\x00\x20\x00\x01" + aead.to_bytes(2)
    context = b"\0" + _extract(b"", suite, b"psk_id_hash", b"") + _extract(b"", suite, b"info_hash", info)
    prk = _extract(secret, suite, b"secret", b"")
    return _expand(prk, suite, b"key", context, _KEY_SIZES[aead]), _expand(prk, suite, b"base_nonce", context, 12)


def _extract(salt: bytes, suite: bytes, label: bytes, key: bytes) -> bytes:
    return hmac.digest(salt, b"HPKE-v1" + suite + label + key, "sha256")


def _expand(prk: bytes, suite: bytes, label: bytes, info: bytes, size: int) -> bytes:
    """Expand with one block, which is enough for every length used here."""
    return hmac.digest(prk, size.to_bytes(2) + b"HPKE-v1" + suite + label + info + b"\x01", "sha256")[:size]
