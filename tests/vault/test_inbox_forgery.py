"""Check anything in an inbox or in its place: the journal opens, and what cannot be read is set aside and reported."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest

from journal.errors import NoInbox, NotSaved
from journal.vault import inbox_import
from journal.vault.files.contents import Contents
from journal.vault.format.frames import NOTE
from journal.vault.inbox import (
    LARGEST_INBOX,
    MOST,
    PAGE,
    Page,
    inbox_lock_path,
    inbox_path,
    pieces,
    public_key,
    seal,
    unseal,
)
from journal.vault.inbox_import import ImportResult
from journal.vault.vault import Vault
from tests.support.vault.captures import (
    add,
    beside,
    capture,
    captured,
    cuts,
    data_of,
    forged,
    journal,
    json_of,
    noted,
    page_of,
    set_aside,
    waiting,
    whole,
)
from tests.support.vault.journals import CHEAP, flipped, open_vault, put, texts, uid

TABLE = "captures"
GOOD = json_of(["put", TABLE, uid(9), {"text": "capture 9"}])
FOREIGN = bytes(range(32))


def between(path: Path, bad: bytes) -> None:
    """Add `bad` between two good captures."""
    if not path.exists():
        journal(path)
    capture(path, 1)
    add(path, bad)
    capture(path, 2)


def imported_from(path: Path) -> tuple[ImportResult, dict[int, str]]:
    """Return the result of an import, and what waits afterwards; assert that the journal works."""
    with open_vault(path) as vault:
        found = vault.take_in(TABLE)
        vault.commit([put(1)])
        assert texts(vault) == {1: "entry 1"}
        left = waiting(vault)
    assert Page.read(data_of(path)) == own_page(path)
    return found, left


def own_page(path: Path) -> Page:
    """Return the page as the journal makes it."""
    with open_vault(path, read_only=True) as vault:
        return Page(vault._file.header.file_id, public_key(vault._file.keys.inbox))


def test_what_anybody_can_forge_is_taken_for_what_it_is(path: Path) -> None:
    """Import a well-made capture of somebody else: the public key is public, so it waits for review like any other."""
    journal(path)
    between(path, forged(path, GOOD))
    assert imported_from(path) == (ImportResult(imported=3), noted(1, 9, 2))


PAYLOADS = {
    "a deletion": json_of(["del", TABLE, uid(9), 1, ["0" * 16]]),
    "another table": json_of(["put", "entries", uid(9), {"text": "x"}]),
    "settings": json_of(["put", "preferences", uid(9), {"text": "x"}]),
    "two documents": json_of(["put", TABLE, uid(9), {}], ["put", TABLE, uid(8), {}]),
    "no document": json_of(),
    "no uid": json_of(["put", TABLE, "../../x", {}]),
    "no table": json_of(["put", "", uid(9), {}]),
    "a document that is none": json_of(["put", TABLE, uid(9), [1]]),
    "an integer beyond all": json_of(["put", TABLE, uid(9), {"n": 2**60}]),
    "not a number": b'[["put","captures","%s",{"n":NaN}]]' % uid(9).encode(),
    "no JSON": b"\xff\xfe",
    "nothing": b"",
    "too deep": b'[["put","captures","%s",{"n":' % uid(9).encode() + b"[" * 30_000 + b"]" * 30_000 + b"}]]",
}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_that_is_no_capture_is_set_aside(path: Path, payload: str) -> None:
    journal(path)
    bad = forged(path, PAYLOADS[payload])
    between(path, bad)
    assert imported_from(path) == (ImportResult(imported=2, set_aside=1), noted(1, 2))
    assert set_aside(path) == [bad]


def test_a_seal_that_is_not_what_the_format_says_is_set_aside(path: Path) -> None:
    journal(path)
    bad = [
        forged(path, GOOD, kind=NOTE),
        forged(path, GOOD, seq=1),
        forged(path, GOOD, info=b"rj1/inbox" + bytes(16)),
        forged(path, GOOD, hashed=b"\1" * 32),
        forged(path, GOOD, blocks=1),
        forged(path, GOOD)[:4096] + forged(path, GOOD, blocks=16),
        seal(Page(bytes(16), page_of(path).public_key), GOOD),
        b"\xa7RJ1" + bytes(4092),
        os.urandom(4096),
        bytes(4096),
    ]
    add(path, b"".join(piece + forged(path, json_of(["put", TABLE, uid(n), {}])) for n, piece in enumerate(bad)))
    with open_vault(path) as vault:
        found = vault.take_in(TABLE)
        assert set(vault.tables[TABLE]) == {uid(9), *(uid(n) for n in range(len(bad)))}
    assert found.set_aside == len(bad)
    assert found.imported == len(bad)


def test_what_skip_says_is_no_capture_is_set_aside(path: Path) -> None:
    between(path, b"")

    def strict(key: str, document: dict[str, object]) -> bool:
        if key == uid(1):
            raise ValueError
        return False

    with open_vault(path) as vault:
        assert vault.take_in(TABLE, strict) == ImportResult(imported=1, set_aside=1)
        assert waiting(vault) == noted(2)


def test_a_bit_turned_in_a_capture_costs_it_and_no_other(path: Path) -> None:
    between(path, b"")
    data = data_of(path)
    with open_vault(path, read_only=True) as vault:
        file_id, key = vault._file.header.file_id, vault._file.keys.inbox
    for at in (*range(PAGE, PAGE + 64), *range(PAGE + 64, PAGE + 4096, 61)):
        found = [unseal(file_id, key, piece) for piece in whole(flipped(data, at, at % 8))]
        assert [each for each in found if each] == [captured(2)]
    inbox_path(path).write_bytes(flipped(data, PAGE + 4095))
    assert imported_from(path) == (ImportResult(imported=1, set_aside=1), noted(2))


def test_wherever_the_last_capture_was_torn_those_before_and_behind_it_are_whole(path: Path) -> None:
    between(path, b"")
    data = data_of(path)
    first, second = whole(data)
    for torn in cuts(data, PAGE + 4096 + 1):
        assert list(pieces(Contents.of(torn))) == [(PAGE, PAGE + 4096, True), (PAGE + 4096, len(torn), False)]
        mended = torn.ljust(PAGE + 8192, b"\0") + second
        assert whole(mended) == [first, second]


@pytest.mark.parametrize("left", [1, 27, 28, 511, 4000, 4095])
def test_after_a_torn_capture_the_next_one_is_kept(path: Path, left: int) -> None:
    between(path, b"")
    inbox_path(path).write_bytes(data_of(path)[: PAGE + 4096 + left])
    capture(path, 3)
    assert imported_from(path) == (ImportResult(imported=2, set_aside=1), noted(1, 3))


def test_an_exchanged_key_is_told_and_what_was_sealed_to_it_is_kept(path: Path) -> None:
    journal(path)
    capture(path, 1)
    other = Page(page_of(path).file_id, public_key(FOREIGN))
    inbox_path(path).write_bytes(other.written() + data_of(path)[PAGE:])
    capture(path, 2)
    lost = whole(data_of(path))[-1]
    found, left = imported_from(path)
    assert found == ImportResult(imported=1, set_aside=1, foreign_key=True)
    assert left == noted(1)
    assert set_aside(path) == [lost]
    capture(path, 3)
    assert imported_from(path) == (ImportResult(imported=1), noted(1, 3))


def test_an_exchanged_key_is_told_before_anything_was_written_down(path: Path) -> None:
    journal(path)
    inbox_path(path).write_bytes(Page(page_of(path).file_id, public_key(FOREIGN)).written())
    assert imported_from(path) == (ImportResult(foreign_key=True), {})
    assert imported_from(path) == (ImportResult(), {})


BROKEN_PAGES = {
    "a bit turned": lambda page: flipped(page, 2000),
    "a CRC turned": lambda page: flipped(page, 4095),
    "all zeros": lambda page: bytes(PAGE),
    "a key that is none": lambda page: Page(page[16:32], bytes(32)).written(),
    "another journal's": lambda page: Page(bytes(16), page[32:64]).written(),
    "a later version": lambda page: _with_crc(page[:8] + b"\0\2" + page[10:]),
    "a later suite": lambda page: _with_crc(page[:12] + b"\0\0\0\2" + page[16:]),
}


def _with_crc(page: bytes) -> bytes:
    return page[:4092] + zlib.crc32(page[:4092]).to_bytes(4)


@pytest.mark.parametrize("page", BROKEN_PAGES)
def test_behind_a_page_that_is_not_ours_nothing_is_added_and_what_is_ours_is_taken_in(path: Path, page: str) -> None:
    between(path, b"")
    data = data_of(path)
    inbox_path(path).write_bytes(BROKEN_PAGES[page](data[:PAGE]) + data[PAGE:])
    with pytest.raises(NoInbox):
        capture(path, 3)
    found, left = imported_from(path)
    assert left == noted(1, 2)
    assert (found.imported, found.set_aside) == (2, 0)


@pytest.mark.parametrize("size", [0, 1, 64, 4095])
def test_an_inbox_that_ends_within_its_page_is_made_anew(path: Path, size: int) -> None:
    journal(path)
    inbox_path(path).write_bytes(data_of(path)[:size])
    with pytest.raises(NoInbox):
        capture(path, 1)
    assert imported_from(path) == (ImportResult(), {})
    capture(path, 1)


@pytest.mark.parametrize("hard", [False, True], ids=["symbolic", "hard"])
def test_through_a_planted_link_nothing_is_written(path: Path, *, hard: bool) -> None:
    journal(path)
    page, target = data_of(path), path.with_name("target")
    target.write_bytes(page)
    inbox_path(path).unlink()
    inbox_path(path).hardlink_to(target) if hard else inbox_path(path).symlink_to(target)
    with pytest.raises(NoInbox):
        capture(path, 1)
    assert imported_from(path) == (ImportResult(), {})
    assert target.read_bytes() == page
    capture(path, 1)
    assert target.read_bytes() == page
    assert not inbox_path(path).is_symlink()


def test_through_a_link_planted_for_the_lock_nothing_is_made(path: Path) -> None:
    journal(path)
    inbox_lock_path(path).symlink_to(path.with_name("target"))
    with pytest.raises(NotSaved):
        capture(path, 1)
    assert imported_from(path) == (ImportResult(), {})
    assert not path.with_name("target").exists()


def test_a_folder_or_a_pipe_in_its_place_stops_nobody(path: Path) -> None:
    journal(path)
    inbox_path(path).unlink()
    os.mkfifo(inbox_path(path))
    with pytest.raises(NoInbox):
        capture(path, 1)
    assert imported_from(path) == (ImportResult(), {})
    inbox_path(path).unlink()
    inbox_path(path).mkdir()
    with pytest.raises(NoInbox):
        capture(path, 1)
    with open_vault(path) as vault:
        assert vault.take_in(TABLE) == ImportResult(more=True)


def test_an_endless_inbox_is_read_to_its_bound(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LARGEST_INBOX < 64 << 20
    monkeypatch.setattr(inbox_import, "LARGEST_INBOX", 1 << 20)
    between(path, b"")
    os.truncate(inbox_path(path), 1 << 40)
    with open_vault(path) as vault:
        assert vault.take_in(TABLE) == ImportResult(
            imported=2, set_aside=2
        )  # what is within the bound, and what is beyond
        assert waiting(vault) == noted(1, 2)
    assert len(data_of(path)) == PAGE
    assert len(set_aside(path)[0]) < 1 << 20


def test_what_is_set_aside_is_bounded(path: Path) -> None:
    journal(path)
    with open_vault(path) as vault:
        for number in range(12):
            add(path, b"%d" % number)
            assert vault.take_in(TABLE).set_aside == 1
    kept = [name for name in beside(path) if name.startswith(".inbox.bad-")]
    assert len(kept) == inbox_import._MOST_SET_ASIDE
    assert {(path.parent / (path.name + name)).stat().st_mode & 0o777 for name in kept} == {0o600}


def test_more_than_a_thousand_forged_ones_wait_outside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST == 1000
    monkeypatch.setattr(inbox_import, "MOST", 5)
    journal(path)
    page = page_of(path)
    add(path, b"".join(seal(page, json_of(["put", TABLE, uid(n), {"text": f"capture {n}"}])) for n in range(12)))
    with open_vault(path) as vault:
        assert vault.take_in(TABLE) == ImportResult(imported=5, more=True)
        assert waiting(vault) == noted(*range(5))
        assert vault.take_in(TABLE) == ImportResult(more=True)
        vault.change_master_key("a new one", cost=CHEAP)  # nobody could open them later, so all of them come in
        assert waiting(vault) == noted(*range(12))
        assert vault.take_in(TABLE) == ImportResult(imported=7)
    with Vault.open(path, "a new one") as vault:
        assert vault.take_in(TABLE) == ImportResult()
