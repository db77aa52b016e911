"""Check that only one process at a time has a journal open, and that a second one is told which."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journal.errors import InUse
from journal.vault.files.disk import Disk
from journal.vault.files.lock import lock_path, who_holds
from journal.vault.inspect_file import look
from journal.vault.lock_holder import Holder
from tests.support.vault.journals import create, entries, open_vault, put, texts, write_entries

OPEN_AND_WAIT = """
import sys
from pathlib import Path
from tests.support.vault.journals import open_vault, put
vault = open_vault(Path(sys.argv[1]))
vault.commit([put(7)])
print("open", flush=True)
sys.stdin.read()
"""


def other_process(path: Path) -> subprocess.Popen[str]:
    """Start a process that has the journal open until its input ends."""
    other = subprocess.Popen(
        [sys.executable, "-c", OPEN_AND_WAIT, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdout.readline() == "open\n"
    return other


@pytest.mark.parametrize("read_only", [False, True])
def test_a_second_process_is_told_within_a_second_who_has_it_open(path: Path, *, read_only: bool) -> None:
    write_entries(path, range(2))
    with other_process(path) as other:
        started = time.monotonic()
        with pytest.raises(InUse) as caught:
            open_vault(path, read_only=read_only)
        assert time.monotonic() - started < 1
        assert caught.value.holder
        assert caught.value.holder.pid == other.pid
        assert str(other.pid) in str(caught.value)
        seen = look(path).holder
        assert seen == caught.value.holder
        assert other.stdin
        other.stdin.close()
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2)) | entries(range(7, 8))


def test_a_killed_process_lets_go(path: Path) -> None:
    write_entries(path, range(2))
    with other_process(path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
    with open_vault(path) as vault:
        assert 7 in texts(vault)


def test_the_lock_holds_through_compaction_and_its_file_stays(path: Path) -> None:
    with create(path) as vault:
        inode = lock_path(path).stat().st_ino
        vault.commit([put(0)])
        vault.compact()
        with pytest.raises(InUse):
            open_vault(path)
    assert lock_path(path).stat().st_ino == inode
    assert who_holds(Disk(), path) is None


def test_looking_who_holds_it_never_keeps_another_out(path: Path) -> None:
    write_entries(path, range(1))
    with Disk().opened(lock_path(path), os.O_RDWR) as descriptor:
        assert Disk().lock(descriptor)
        with pytest.raises(InUse):
            open_vault(path)
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(1))


def test_a_journal_that_is_being_made_is_locked(path: Path) -> None:
    with Disk().opened(lock_path(path), os.O_RDWR | os.O_CREAT) as descriptor:
        assert Disk().lock(descriptor)
        with pytest.raises(InUse) as caught:
            create(path)
        assert caught.value.holder is None
    assert not path.exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b'{"pid": "x"}', b"\xff\xff", b"null"])
def test_a_lock_file_that_says_nothing_names_nobody(data: bytes) -> None:
    assert Holder.read(data) is None


def test_a_lock_file_cannot_write_on_the_screen() -> None:
    holder = Holder.read(b'{"pid": 1, "host": "a\\u001b[31mb\\u202e", "since": 2, "what": "' + b"x" * 500 + b'"}')
    assert holder
    assert holder.host == "a[31mb"
    assert len(holder.what) == 80


def test_a_holder_is_read_back() -> None:
    holder = Holder.this_process(12345, "entries")
    assert Holder.read(holder.written()) == holder
    assert holder.pid == os.getpid()
