"""Check that captures written without unlocking wait encrypted, and are there after the next unlock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal.errors import InboxFull, InUse, NoInbox, NoJournal, ReadOnly, TooLarge
from journal.vault import inbox
from journal.vault.erase_file import erase
from journal.vault.files import lock
from journal.vault.files.disk import Disk
from journal.vault.format.payloads import Delete, Document, Put, Stored, encode
from journal.vault.inbox import LARGEST, MOST, PAGE, Page, inbox_lock_path, inbox_path, is_waiting, seal
from journal.vault.inbox import capture as capture_put
from journal.vault.inbox_import import ImportResult
from journal.vault.lock_holder import Holder
from journal.vault.restore_file import restore
from journal.vault.vault import Vault
from tests.support.vault.captures import (
    add,
    beside,
    capture,
    captured,
    data_of,
    journal,
    json_of,
    noted,
    page_of,
    waiting,
    whole,
)
from tests.support.vault.journals import CHEAP, PASSPHRASE, copy, open_vault, put, texts, uid, write_entries

HOLDER = Holder(1, "here", 0, "a test")
TABLE = "captures"


def test_what_was_written_down_without_unlocking_is_there_after_the_next_unlock(path: Path) -> None:
    write_entries(path, range(2))
    before = path.read_bytes()
    assert not is_waiting(path)
    capture(path, 1)
    capture(path, 2)
    assert is_waiting(path)
    assert path.read_bytes() == before
    with open_vault(path) as vault:
        assert vault.take_in(TABLE) == ImportResult(imported=2)
        assert waiting(vault) == noted(1, 2)
    assert not is_waiting(path)
    with open_vault(path) as vault:
        assert waiting(vault) == noted(1, 2)
        assert vault.take_in(TABLE) == ImportResult()


def test_nothing_of_it_can_be_read_without_the_passphrase(path: Path) -> None:
    journal(path)
    text = "a very private sentence"
    capture(path, 0xABCDEF, text)
    for file in path.parent.glob(path.name + "*"):
        data = file.read_bytes()
        for secret in (
            text,
            text[::-1],
            text.encode().hex(),
            uid(0xABCDEF),
            TABLE,
        ):  # no short word: chance writes those
            assert secret.encode() not in data
            assert secret.encode("utf-16-le") not in data


def test_the_size_of_a_capture_tells_little(path: Path) -> None:
    journal(path)
    for number, text in enumerate(("x", "y" * 1000, "z" * 3800)):
        capture(path, number, text)
    assert {len(piece) for piece in whole(data_of(path))} == {4096}


def test_the_same_twice_looks_different_each_time(path: Path) -> None:
    journal(path)
    for _ in range(2):
        capture(path, 1)
    one, other = whole(data_of(path))
    assert sum(a == b for a, b in zip(one[28:], other[28:], strict=True)) < 100


def test_a_later_capture_stands_in_place_of_an_earlier_one(path: Path) -> None:
    journal(path)
    with open_vault(path) as vault:
        for text in ("seven", "seven, then five"):
            capture(path, 1, text)
        assert vault.take_in(TABLE).imported == 1
        assert waiting(vault) == {1: "seven, then five"}
        capture(path, 1, "seven, then three")
        assert vault.take_in(TABLE).imported == 1
        assert waiting(vault) == {1: "seven, then three"}


def test_what_says_nothing_new_is_passed_over(path: Path) -> None:
    journal(path)
    asked: list[tuple[str, Document]] = []

    def is_known(key: str, document: Document) -> bool:
        asked.append((key, document))
        return key == uid(1)

    for number in (1, 2):
        capture(path, number)
    with open_vault(path) as vault:
        assert vault.take_in(TABLE, is_known) == ImportResult(imported=1)
        assert waiting(vault) == noted(2)
    assert asked == [(uid(number), {"text": f"capture {number}"}) for number in (1, 2)]
    assert not is_waiting(path)


def test_a_crash_before_the_inbox_was_emptied_brings_nothing_twice(path: Path) -> None:
    journal(path)
    for text in ("one", "two", "three"):
        capture(path, 1, text)
    capture(path, 2)
    old = data_of(path)
    with open_vault(path) as vault:
        vault.take_in(TABLE)
        inbox_path(path).write_bytes(old)
        assert vault.take_in(TABLE) == ImportResult()
        assert not is_waiting(path)
        vault.commit([Delete(TABLE, uid(1)), captured(2, "looked over")])
        inbox_path(path).write_bytes(old)
        assert vault.take_in(TABLE) == ImportResult()
        assert waiting(vault) == {2: "looked over"}


def test_an_old_inbox_put_back_says_nothing_new_even_by_its_earlier_captures(path: Path) -> None:
    journal(path)
    capture(path, 1, "early")
    early = data_of(path)
    with open_vault(path) as vault:
        vault.take_in(TABLE)
        capture(path, 1, "late")
        vault.take_in(TABLE)
        inbox_path(path).write_bytes(early)
        assert vault.take_in(TABLE) == ImportResult()
        assert waiting(vault) == {1: "late"}


def test_two_copies_that_took_in_the_same_agree_on_it(path: Path, tmp_path: Path) -> None:
    journal(path)
    capture(path, 1)
    stick = copy(path, tmp_path / "stick")
    inbox_path(stick).write_bytes(data_of(path))
    for place in (path, stick):
        with open_vault(place) as vault:
            vault.take_in(TABLE)
    with open_vault(path) as vault:
        vault.merge(stick)
        assert waiting(vault) == noted(1)


def test_an_older_journal_gets_an_inbox_when_it_is_opened(path: Path) -> None:
    write_entries(path, range(1))
    inbox_path(path).unlink()
    with pytest.raises(NoInbox, match="no-inbox"):
        capture(path, 1)
    assert not inbox_lock_path(path).exists()
    with open_vault(path, read_only=True) as vault:
        assert not inbox_path(path).exists()
        with pytest.raises(ReadOnly):
            vault.take_in(TABLE)
    with open_vault(path) as vault:
        capture(path, 1)
        assert vault.take_in(TABLE) == ImportResult(imported=1)


def test_without_a_journal_nothing_is_written_down(tmp_path: Path) -> None:
    with pytest.raises(NoJournal):
        capture(tmp_path / "j.rj", 1)
    assert not [file for file in tmp_path.iterdir() if file.name.startswith("j.rj")]


def test_it_holds_64_kib_and_not_a_byte_more(path: Path) -> None:
    journal(path)
    room = LARGEST - 28 - 48 - 36 - len(encode([Stored.of(TABLE, uid(1), {"text": ""})]))
    capture(path, 1, "x" * room)
    assert inbox_path(path).stat().st_size == PAGE + LARGEST
    with pytest.raises(TooLarge, match="capture-too-large"):
        capture(path, 2, "x" * (room + 1))
    with open_vault(path) as vault:
        assert vault.take_in(TABLE) == ImportResult(imported=1)
        assert waiting(vault) == {1: "x" * room}


@pytest.mark.parametrize("wrong", [Put("Captures", uid(1), {}), Put(TABLE, "1", {}), Put(TABLE, uid(1), {"n": 2**53})])
def test_what_the_format_cannot_hold_is_refused_before_it_is_sealed(path: Path, wrong: Put) -> None:
    journal(path)
    with pytest.raises(ValueError, match=r"table|integer"):
        capture_put(path, wrong)
    assert not is_waiting(path)


def test_a_thousand_wait_in_the_inbox_and_no_more(path: Path) -> None:
    journal(path)
    page = page_of(path)
    add(path, b"".join(seal(page, json_of(["put", TABLE, uid(n), {"text": f"capture {n}"}])) for n in range(MOST - 1)))
    capture(path, MOST - 1)
    full = data_of(path)
    with pytest.raises(InboxFull, match="inbox-full"):
        capture(path, MOST)
    assert data_of(path) == full
    with open_vault(path) as vault:
        assert vault.take_in(TABLE) == ImportResult(imported=MOST)
        assert waiting(vault) == noted(*range(MOST))
        capture(path, 5, "changed")
        capture(path, MOST)
        assert vault.take_in(TABLE) == ImportResult(imported=1, more=True)  # a thousand wait in the journal, too
        assert waiting(vault)[5] == "changed"
        vault.commit([Delete(TABLE, uid(0))])
        assert vault.take_in(TABLE) == ImportResult(imported=1)
        assert waiting(vault)[MOST] == f"capture {MOST}"


def test_it_goes_on_while_the_journal_is_open(path: Path) -> None:
    journal(path)
    with open_vault(path) as vault:
        vault.commit([put(1)])
        capture(path, 1)
        vault.commit([put(2)])
        vault.compact()
        capture(path, 2)
        vault.change_keys(passphrase="a new one", cost=CHEAP)
        assert vault.take_in(TABLE) == ImportResult(imported=2)
        capture(path, 3)
    with Vault.open(path, "a new one") as vault:
        assert vault.take_in(TABLE) == ImportResult(imported=1)
        assert waiting(vault) == noted(1, 2, 3)
        assert set(texts(vault)) == {1, 2}


CAPTURING = """
import sys
from pathlib import Path
from tests.support.vault.captures import capture
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    capture(Path(sys.argv[1]), number)
"""


def test_two_at_once_lose_nothing_while_a_third_takes_in(path: Path) -> None:
    journal(path)
    with open_vault(path) as vault:
        others = [
            subprocess.Popen([sys.executable, "-c", CAPTURING, str(path), str(start), str(start + 20)])
            for start in (0, 20)
        ]
        while any(other.poll() is None for other in others):
            assert vault.take_in(TABLE).set_aside == 0
        assert [other.wait() for other in others] == [0, 0]
        vault.take_in(TABLE)
        assert waiting(vault) == noted(*range(40))


def test_who_cannot_have_the_inbox_is_told_within_a_second_or_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal(path)
    assert 0.5 <= inbox._TRIES * lock.PAUSE <= 1.5
    monkeypatch.setattr(inbox, "_TRIES", 2)
    capture(path, 1)
    with open_vault(path) as vault:
        with Disk().opened(inbox_lock_path(path), os.O_RDWR) as descriptor:
            assert Disk().lock(descriptor)
            with pytest.raises(InUse, match="inbox-in-use"):
                capture(path, 2)
            assert vault.take_in(TABLE) == ImportResult(more=True)
            with pytest.raises(InUse):
                vault.change_master_key("a new one", cost=CHEAP)
        assert vault.take_in(TABLE) == ImportResult(imported=1)


def test_a_new_master_key_has_an_inbox_of_its_own(path: Path) -> None:
    journal(path)
    add(path, b"not a capture")
    with open_vault(path) as vault:
        assert vault.take_in(TABLE).set_aside == 1
    page = page_of(path)
    capture(path, 1)
    with open_vault(path) as vault:
        add(path, b"not a capture")
        vault.change_master_key("a new one", cost=CHEAP)
        assert waiting(vault) == noted(1)
        assert vault.take_in(TABLE) == ImportResult(imported=1, set_aside=1)
        assert vault.take_in(TABLE) == ImportResult()
        assert page_of(path).file_id == page.file_id
        assert page_of(path) != page
        capture(path, 2)
    assert ".inbox.bad" not in "".join(beside(path))
    with Vault.open(path, "a new one") as vault:
        assert vault.take_in(TABLE) == ImportResult(imported=1)
        assert waiting(vault) == noted(1, 2)


def test_another_journal_put_in_its_place_gets_another_inbox(path: Path, tmp_path: Path) -> None:
    journal(path)
    capture(path, 1)
    other = tmp_path / "other" / "j.rj"
    write_entries(other, range(3))
    restore(other, path, holder=HOLDER)
    with pytest.raises(NoInbox):
        capture(path, 2)
    with open_vault(path) as vault:
        assert vault.take_in(TABLE) == ImportResult(set_aside=1)
        capture(path, 3)
        assert vault.take_in(TABLE) == ImportResult(imported=1)
        assert set(texts(vault)) == {0, 1, 2}


def test_to_a_copy_put_back_nothing_is_added_before_it_was_opened(path: Path, tmp_path: Path) -> None:
    write_entries(path, range(2))
    backup = copy(path, tmp_path / "backup")
    with open_vault(path) as vault:
        vault.commit([put(2)])
    capture(path, 1)
    restore(backup, path, holder=HOLDER)
    with pytest.raises(NoInbox):
        capture(path, 2)
    with open_vault(path) as vault:
        assert vault.take_in(TABLE) == ImportResult(imported=1)
        capture(path, 2)
        assert vault.take_in(TABLE) == ImportResult(imported=1)
        assert waiting(vault) == noted(1, 2)


def test_once_an_older_copy_is_gone_on_with_there_is_an_inbox(path: Path, tmp_path: Path) -> None:
    anchors = tmp_path / "anchors"
    write_entries(path, range(2), anchors=anchors)
    backup = copy(path, tmp_path / "backup")
    with open_vault(path, anchors=anchors) as vault:
        vault.commit([put(2)])
    restore(backup, path, holder=HOLDER)
    with open_vault(path, anchors=anchors) as vault:
        with pytest.raises(NoInbox):
            capture(path, 1)
        with pytest.raises(ReadOnly):
            vault.take_in(TABLE)
        vault.accept_rollback()
        capture(path, 1)
        assert vault.take_in(TABLE) == ImportResult(imported=1)


def test_erasing_leaves_no_inbox(path: Path) -> None:
    journal(path)
    capture(path, 1)
    add(path, b"not a capture")
    with open_vault(path) as vault:
        vault.take_in(TABLE)
    capture(path, 2)
    assert len(beside(path)) > 3
    erase(path, holder=HOLDER)
    assert beside(path) == []
    assert not path.exists()


def test_nothing_of_the_inbox_is_taken_for_a_copy_of_the_journal(path: Path) -> None:
    write_entries(path, range(2))
    older = path.read_bytes()
    add(path, b"not a capture")
    with open_vault(path) as vault:
        vault.take_in(TABLE)
        vault.commit([put(2)])
        for name in (".inbox.bad-01234567", ".inbox", ".inbox.lock"):
            path.with_name(path.name + name).write_bytes(older)
        assert vault.copies() == []


LIGHT = """
import sys
import journal.vault.inbox
heavy = {"journal.vault.vault", "journal.vault.open_file", "journal.vault.merge", "journal.vault.format.replay",
         "cryptography", "journal.vault.inbox_import", "mnemonic", "tinydb", "journal.vault.rewrite"}
print(sorted(heavy & set(sys.modules)))
"""


def test_what_writes_down_loads_nothing_that_opens_journals() -> None:
    ran = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_page_is_read_back() -> None:
    page = Page(bytes(range(16)), bytes(range(32)))
    assert len(page.written()) == PAGE
    assert Page.read(page.written()) == page
    assert Page.read(page.written()[:-1]) is None
    assert PASSPHRASE.encode() not in page.written()
