"""Check ``journal entries --to``: which entries are saved, that it asks, and what the ledger notes."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from journal.domain.entries import Entry
from journal.domain.people import Person, Role
from journal.domain.record import Sensitivity
from journal.store.journal import Journal
from journal.text import entry_pages as entry_pages_text
from journal.text.commands import share as share_text
from tests.cli.conftest import Filling
from tests.conftest import PASSPHRASE
from tests.support.commands import Command

TEXTS = {"one": "first words", "two": "second words", "three": "third words"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "entries.pdf"


def lived(journal: Journal) -> None:
    """Write three entries on three days, the first with a tag, and name somebody to give them to."""
    for day, (title, text) in zip((9, 12, 20), TEXTS.items(), strict=True):
        at, tags = datetime(2026, 11, day, 12, tzinfo=UTC), ["therapy"] if title == "one" else []
        journal.entries.add(Entry(at=at, title=title, text=text, tags=tags))
    journal.people.add(Person(name="Dr. Ames", role=Role.PROFESSIONAL, sensitivity=Sensitivity.SHARE))


def read(file: Path, password: str = "") -> str:
    reader = PdfReader(io.BytesIO(file.read_bytes()))
    if password:
        reader.decrypt(password)
    return "\n".join(page.extract_text() for page in reader.pages)


def test_the_entries_of_some_days_or_with_a_tag_are_saved_and_no_others(
    command: Command, fill: Filling, file: Path
) -> None:
    fill(lived)
    ended = command(
        "entries", "--from", "2026-11-10", "--until", "2026-11-20", "--to", str(file), "--yes", "--for", "dr. ames"
    )
    assert (ended.code, ended.out) == (0, "Saved: 2 entries on 1 page, 10–20 Nov 2026.\n")
    told = read(file)
    assert "second words" in told
    assert "third words" in told
    assert "first words" not in told
    assert "For Dr. Ames" in told
    assert "10–20 Nov 2026" in told
    tagged = file.with_name("tagged.txt")
    assert command("entries", "--tag", "therapy", "--to", str(tagged), "--yes").out == "Saved: 1 entry, 9 Nov 2026.\n"
    assert TEXTS["one"] in tagged.read_text()
    assert TEXTS["two"] not in tagged.read_text()


def test_single_entries_are_picked_by_uid_and_the_ledger_says_which(
    command: Command, fill: Filling, file: Path
) -> None:
    fill(lived)
    uids = {one["title"]: one["uid"] for one in command("entries", "--json").value}
    picks = ("--pick", uids["one"], "--pick", uids["three"])
    value = command("entries", *picks, "--to", str(file), "--yes", "--json").value
    assert value["entries"] == [uids["one"], uids["three"]]
    assert (value["pages"], value["first"], value["last"]) == (1, "2026-11-09", "2026-11-20")
    assert "second words" not in read(file)
    (share,) = command("given", "--json").value
    assert (share["what"], share["entries"]) == ("page", [uids["one"], uids["three"]])
    assert entry_pages_text.PAPER in command("given").out
    ended = command("entries", "--pick", "nobody", "--to", str(file), "--yes", "--replace")
    assert (ended.code, ended.err) == (1, f"{entry_pages_text.no_such_entry('nobody')}\n")


def test_on_a_terminal_it_lists_them_warns_and_asks(
    command: Command, fill: Filling, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(lived)
    monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
    for answer in (b"n\n", b"\n"):
        ended = command("entries", "--tag", "therapy", "--to", str(file), stdin=answer)
        assert (ended.code, file.exists()) == (1, False)
    for said in ("Mon 9 Nov 2026 · one", "Anyone who gets this file", "Get legal advice before", "Save 1 entry to"):
        assert said in " ".join(ended.err.split())
    assert command("entries", "--tag", "therapy", "--to", str(file), stdin=b"y\n").code == 0
    assert "first words" in read(file)


def test_a_password_opens_it(command: Command, fill: Filling, file: Path) -> None:
    fill(lived)
    secret = "six words handed over"
    ended = command(
        "entries", "--tag", "therapy", "--to", str(file), "--yes", "--password", passphrase=f"{PASSPHRASE}\n{secret}"
    )
    assert ended.code == 0
    assert b"first words" not in file.read_bytes()
    assert "first words" in read(file, secret)


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--yes",), 2, entry_pages_text.NEEDS_TO),
        (("--to", "{file}", "--yes"), 2, entry_pages_text.NEEDS_CHOICE),
        (("--to", "{file}", "--tag", "therapy"), 1, entry_pages_text.NEEDS_YES),
        (("--to", "{file}.txt", "--tag", "therapy", "--yes", "--password"), 2, entry_pages_text.NOT_WITH_TEXT),
        (("--to", "{file}", "--tag", "nothing has it", "--yes"), 1, entry_pages_text.NOTHING_CHOSEN),
        (("--to", "{file}", "--tag", "therapy", "--yes", "--for", "X"), 2, share_text.NOBODY_OF_THAT_NAME),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    command: Command, fill: Filling, file: Path, options: tuple[str, ...], code: int, said: str
) -> None:
    fill(lived)
    ended = command("entries", *(option.replace("{file}", str(file)) for option in options))
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert not list(file.parent.glob("entries.pdf*"))
    assert command("given", "--json").value == []


def test_a_file_that_is_there_is_replaced_only_if_that_was_said(command: Command, fill: Filling, file: Path) -> None:
    fill(lived)
    file.write_text("mine")
    asked = ("entries", "--tag", "therapy", "--to", str(file), "--yes")
    assert command(*asked).err == f"{share_text.FILE_IS_THERE}\n"
    assert file.read_text() == "mine"
    assert command(*asked, "--replace").code == 0
    assert "first words" in read(file)
