"""Check that what leaves and what comes in is found only where it was meant to be: exports, imports, key files.

Like ``test_canary``, in a real terminal that would make Textual log, copy and screenshot everything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from journal.hardening import STOPPED
from journal.store.journal import Journal
from journal.store.key_files import read_key_file
from tests.promises.test_canary import PROGRAM, assert_nothing_left, hostile, journal_path, opened
from tests.support.canary import PASSPHRASE_WORDS, WRITTEN, canaries, found, found_below, keys_of, sow
from tests.support.window import CTRL_Q, F12, JOURNAL, scrolled_out, window

__all__ = ["hostile", "journal_path"]

FILE_PASSPHRASE = "quillwort-sealing meadow orbit candle"
PIN = "739164028517"
NOTE = "quillwort-note-6623"
SETTINGS = {
    "pin_enabled": True,
    "pin": PIN,
    "alcohol": "2026-02-14T10:30:00.000",
    "journal_2026-02-15": f"{NOTE} and a good day",
}
F3, CTRL_P = "\x1bOR", "\x10"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Write the export of another program, with the PIN of that program in it."""
    path = tmp_path / "quitter.json"
    path.write_text(json.dumps(SETTINGS), encoding="utf-8")
    return path


@pytest.fixture
def key_file(journal_path: Path, tmp_path: Path) -> Path:
    """Make a journal of canaries that a key file on a drive opens."""
    sow(journal_path)
    stick = tmp_path / "stick"
    stick.mkdir()
    with Journal.open(journal_path, PASSPHRASE_WORDS) as journal:
        journal.make_key_file(stick / "journal-key.txt")
    return stick / "journal-key.txt"


def words(path: Path) -> dict[str, bytes]:
    """Return what must not be found of an export, and of the journal at ``path``."""
    return {"pin": PIN.encode(), "note": NOTE.encode()} | canaries(path)


def elsewhere(directory: Path, wanted: dict[str, bytes], but: Iterable[Path]) -> list[str]:
    """Return where any of them is in a file that is none of these, nor in one of these folders."""
    meant = tuple(f" in {place}" for place in but)
    return [one for one in found_below(directory, wanted) if not any(place in one for place in meant)]


def test_what_is_exported_is_in_the_folder_and_nowhere_else(
    hostile: dict[str, str], journal_path: Path, tmp_path: Path
) -> None:
    sow(journal_path)
    folder = tmp_path / "everything"
    with window([*JOURNAL, "export", str(folder)], environment=hostile) as seen:
        seen.shows("Passphrase:")
        seen.press(f"{PASSPHRASE_WORDS}\r", "Export everything to everything?")
        assert not folder.exists()
        seen.press("y\r")
        assert seen.end() == 0
        assert found(seen.raw.encode(), canaries(journal_path)) == []
    assert set(found((folder / "archive.json").read_bytes(), canaries(journal_path))) == WRITTEN.keys() - {"passphrase"}
    assert elsewhere(tmp_path, canaries(journal_path), [folder]) == []
    assert found_below(tmp_path, keys_of(journal_path) | {"passphrase": PASSPHRASE_WORDS.encode()}) == []


def test_of_an_encrypted_export_no_word_is_found_and_its_passphrase_nowhere(
    hostile: dict[str, str], journal_path: Path, tmp_path: Path
) -> None:
    sow(journal_path)
    command = [*JOURNAL, "export", str(tmp_path / "everything"), "--encrypt", "passphrase"]
    with window(command, environment=hostile) as seen:
        seen.shows("Passphrase:")
        seen.press(f"{PASSPHRASE_WORDS}\r", "Export everything to")
        seen.press("y\r", "A passphrase for the file")
        seen.press(f"{FILE_PASSPHRASE}\r", "gain")
        seen.press(f"{FILE_PASSPHRASE}\r")
        assert seen.end() == 0, seen.text
    wanted = canaries(journal_path) | {"passphrase of the file": FILE_PASSPHRASE.encode()}
    assert (tmp_path / "everything.tar.age").stat().st_size
    assert not (tmp_path / "everything").exists()
    assert found(seen.raw.encode(), wanted) == found_below(tmp_path, wanted) == []


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "cut short"])
def test_of_what_is_imported_the_pin_is_never_kept_and_the_words_are_only_in_the_journal(
    whole: bool, hostile: dict[str, str], journal_path: Path, tmp_path: Path, export: Path
) -> None:
    sow(journal_path)
    if not whole:
        export.write_bytes(export.read_bytes()[:-9])
    with window([*JOURNAL, "import", "quitter", str(export)], environment=hostile) as seen:
        seen.shows("Passphrase:")
        seen.press(f"{PASSPHRASE_WORDS}\r")
        if whole:
            seen.press("", "Will add: 1 entry.", "Add these?")
            seen.press("y\r")
        assert (seen.end() == 0) is whole
        assert found(seen.raw.encode(), words(journal_path)) == []
    assert elsewhere(tmp_path, words(journal_path), [export]) == []
    with Journal.open(journal_path, PASSPHRASE_WORDS) as journal:
        assert any(NOTE in entry.text for entry in journal.entries) is whole
        assert PIN not in str(journal.documents.tables())


def test_nothing_of_an_export_is_left_by_a_crash_after_it_was_read(
    hostile: dict[str, str], journal_path: Path, tmp_path: Path, export: Path
) -> None:
    with opened(journal_path, hostile, *PROGRAM, "thread") as seen:
        seen.press(CTRL_P, "import")
        seen.press("quitter\r", "Obsidian")
        seen.press("\x1b[B" * 4 + "\r", "In Quitter, open Settings")
        seen.press(f"{export}\r", "Will add: 1 entry.")
        seen.press(F12)
        assert seen.end() == 1
        assert found(seen.raw.encode(), {"pin": PIN.encode(), "note": NOTE.encode()}) == []
        export.unlink()
        assert_nothing_left(seen, tmp_path, words(journal_path), STOPPED)


@pytest.mark.parametrize("way", [None, "thread"], ids=["quit", "crashed"])
def test_the_secret_of_a_key_file_is_found_in_the_key_file_alone(
    way: str | None, hostile: dict[str, str], journal_path: Path, tmp_path: Path, key_file: Path
) -> None:
    secret = {"secret of the key file": read_key_file(key_file)}
    place = {**hostile, "JOURNAL_KEY_FILE": str(key_file)}
    with window([*PROGRAM, way] if way else JOURNAL, environment=place) as seen:
        seen.shows("F3 key file")
        seen.press(F3, "Key file", str(key_file)[:20])
        seen.press("\r", "2 Timeline")
        seen.press(F12 if way else CTRL_Q)
        assert seen.end() == (1 if way else 0)
        assert found(seen.raw.encode(), secret) == []
        assert scrolled_out(seen.raw) == ""
    assert elsewhere(tmp_path, secret | canaries(journal_path), [key_file]) == []


def test_a_key_file_that_is_made_is_shown_nowhere(
    hostile: dict[str, str], journal_path: Path, tmp_path: Path, key_file: Path
) -> None:
    before = read_key_file(key_file)
    place = tmp_path / "stick" / "second"
    with window([*JOURNAL, "key-file", "new", str(place)], environment=hostile) as seen:
        seen.shows("Passphrase:")
        seen.press(f"{PASSPHRASE_WORDS}\r", "[y/N]")
        seen.press("n\r")
        assert seen.end() == 0, seen.text
    secrets = {"secret": read_key_file(place), "secret before": before}
    assert found(seen.raw.encode(), secrets | canaries(journal_path)) == []
    assert elsewhere(tmp_path, secrets | canaries(journal_path), [place, key_file]) == []
