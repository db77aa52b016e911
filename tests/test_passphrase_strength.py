"""Test the strength of a passphrase, in words."""

from __future__ import annotations

import pytest

from journal.passphrase_strength import Strength, strength
from journal.store.new_secrets import generated_passphrase

SOBER = ["sober since 12 march", "Clean since 12.03.2025", "free 100 days", "my recovery journal"]


@pytest.mark.parametrize("passphrase", ["", "x", "password1", "recovery", "soberjournal", *SOBER])
def test_what_is_guessed_first_is_weak(passphrase: str) -> None:
    assert strength(passphrase) is Strength.WEAK


def test_a_generated_one_is_strong() -> None:
    assert strength(generated_passphrase()) is Strength.STRONG


def test_a_very_long_one_is_no_error() -> None:
    assert strength(generated_passphrase(200)) is Strength.STRONG
