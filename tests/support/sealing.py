"""Seal by a passphrase at no cost: age takes a second or more on purpose."""

from __future__ import annotations

import pyrage
import pytest

MARK = b"sealed by "


def seal_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the passphrase in front of the data instead of encrypting it. ``test_age`` uses age itself."""
    monkeypatch.setattr(pyrage.passphrase, "encrypt", lambda data, passphrase: sealed(bytes(data), passphrase))


def sealed(data: bytes, passphrase: str) -> bytes:
    """Return what stands in a file that was sealed this way."""
    return MARK + passphrase.encode() + b"\n" + data
