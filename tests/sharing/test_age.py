"""Check that a sealed page is a standard age file: Debian's own tool opens it only with the passphrase or key."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pexpect
import pyrage
import pytest

from journal.errors import NotSealed
from journal.sharing import age as sealing
from journal.sharing.age import Seal, is_key, seal

AGE = shutil.which("age")
DATA = b"CHECK-IN SUMMARY\n" * 100
PASSPHRASE = "six words handed over in person"

needs_age = pytest.mark.skipif(not AGE, reason="there is no age here")


@needs_age
@pytest.mark.long
def test_the_stock_tool_opens_what_was_sealed_by_a_passphrase(tmp_path: Path) -> None:
    file = tmp_path / "page.age"
    file.write_bytes(seal(DATA, Seal(passphrase=PASSPHRASE)))
    for passphrase, opens in (("another", False), (PASSPHRASE, True)):
        out = tmp_path / "page"
        age = pexpect.spawn("age", ["-d", "-o", str(out), str(file)], timeout=60)
        age.expect("passphrase")
        age.sendline(passphrase)
        age.expect(pexpect.EOF)
        age.close()
        assert (age.exitstatus == 0) is opens
        assert out.exists() is opens
    assert out.read_bytes() == DATA


@needs_age
def test_the_stock_tool_opens_what_was_sealed_to_a_key(tmp_path: Path) -> None:
    identity, file = tmp_path / "key.txt", tmp_path / "page.age"
    subprocess.run(["age-keygen", "-o", identity], check=True, capture_output=True)
    key = subprocess.run(["age-keygen", "-y", identity], check=True, capture_output=True, text=True).stdout.strip()
    assert is_key(key)
    file.write_bytes(seal(DATA, Seal(key=key)))
    assert subprocess.run(["age", "-d", "-i", identity, file], check=True, capture_output=True).stdout == DATA
    other = tmp_path / "other.txt"
    subprocess.run(["age-keygen", "-o", other], check=True, capture_output=True)
    assert subprocess.run(["age", "-d", "-i", other, file], check=False, capture_output=True).returncode != 0


def test_nothing_of_the_page_is_in_the_file() -> None:
    sealed = seal(DATA, Seal(passphrase=PASSPHRASE))
    assert sealed.startswith(b"age-encryption.org/v1\n")
    assert b"CHECK-IN" not in sealed


def test_the_same_page_sealed_again_is_another_file() -> None:
    how = Seal(key=str(pyrage.x25519.Identity.generate().to_public()))
    assert seal(DATA, how) != seal(DATA, how)


@pytest.mark.parametrize("key", ["", "R.", "age1nope", "AGE-SECRET-KEY-1QQ", "ssh-ed25519 AAAA"])
def test_what_is_no_key_is_not_taken_for_one(key: str) -> None:
    assert not is_key(key)
    with pytest.raises(NotSealed):
        seal(DATA, Seal(key=key))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "available", lambda: False)
    with pytest.raises(NotSealed, match=r"recovery-journal\[share\]"):
        seal(DATA, Seal(passphrase=PASSPHRASE))
