"""Test sharing whole entries: chosen one by one, counted, saved where asked, and seen later in what was shared."""

from __future__ import annotations

import io
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from textual.pilot import Pilot
from textual.widgets import Input

from journal.domain.entries import Entry
from journal.domain.people import Person, Role
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Share, has_chosen_entries
from journal.store.journal import Journal
from journal.summary import sheet
from journal.text import entry_pages as entry_pages_text
from journal.text import sharing as sharing_text
from screens.app import JournalApp
from screens.sharing.entries_to_share import EntriesToShare
from screens.sharing.save_entries import SaveEntries
from screens.sharing.share_ledger import Given
from screens.timeline.timeline import Timeline
from screens.widgets.plain_text import Plain
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle
from tests.support.golden import assert_goldens, picture

PICKED, HOME = "pickedword", "homeword"


def fill(journal: Journal) -> None:
    """Write three entries in the last weeks and one long ago, and name two people."""
    journal.people.add(Person(name="Dr. Ames", role=Role.PROFESSIONAL, sensitivity=Sensitivity.SHARE))
    journal.people.add(Person(name="Ana", role=Role.FRIEND))
    for ago, title, text in (
        (2, "A long evening", f"I stayed at home. {PICKED}\n\nThe second paragraph."),
        (5, "", f"Walked by the canal. {HOME}"),
        (9, "First week", f"It was hard. {HOME}"),
        (90, "In August", f"Long ago. {PICKED}"),
    ):
        journal.entries.add(Entry(at=NOON - timedelta(days=ago), title=title, text=text))


def empty(journal: Journal) -> None:
    """Leave the journal empty."""


async def go(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one by one from Today, waiting after each."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def save_to(pilot: Pilot[int], place: Path) -> None:
    """Name the place and press enter in it."""
    field = pilot.app.screen.query_one("#place Input", Input)
    field.value = str(place)
    field.focus()
    await go(pilot, "enter")


def said(app: JournalApp, name: str) -> str:
    return str(app.screen.query_one(f"#{name}", Plain).content)


def journal_of(app: JournalApp) -> Journal:
    assert app.journal is not None
    return app.journal


def read(file: Path, password: str = "") -> str:
    reader = PdfReader(io.BytesIO(file.read_bytes()))
    if password:
        assert reader.decrypt(password)
    return "\n".join(page.extract_text() for page in reader.pages)


async def test_it_shows_what_can_be_chosen_and_nothing_is_to_begin_with(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "2", "E")
        assert isinstance(app.screen, EntriesToShare)
        assert "[x]" not in picture(app)
        assert "In August" not in picture(app)
        assert entry_pages_text.NONE_CHOSEN in " ".join(picture(app).split())
        await go(pilot, "ctrl+s")
        assert isinstance(app.screen, EntriesToShare)  # nothing chosen: nothing to save
        await go(pilot, "space")
        await assert_goldens(pilot, "entries-to-share")


async def test_the_chosen_entry_is_saved_whole_and_nothing_of_another(path: Path, tmp_path: Path) -> None:
    app, file = make_app(path, fill=fill), tmp_path / "entries.pdf"
    async with opened(app, toasts=True) as pilot:
        await go(pilot, "2", "E", "space")
        assert "1 of 3 entries included · 1 page" in picture(app)
        await go(pilot, "ctrl+s")
        assert isinstance(app.screen, SaveEntries)
        assert said(app, "what") == "1 entry on 1 page, 27 Oct – 23 Nov 2026."
        assert "Anyone who gets this file can read it" in said(app, "promises")
        assert "Ana" not in picture(app)  # a friend is nobody's counsellor
        await go(pilot, "1")
        await save_to(pilot, file)
        assert isinstance(app.screen, Timeline)
        told = read(file)
        for words in (PICKED, "The second paragraph.", "Sat 21 Nov 2026 · A long evening", "For Dr. Ames", "1 of 1"):
            assert words in told
        assert HOME not in told
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        (share,) = journal_of(app).shares.all()
        assert has_chosen_entries(share)
        assert [journal_of(app).entries.get(uid).title for uid in share.entries] == ["A long evening"]
        assert journal_of(app).people.get(share.person).name == "Dr. Ames"


async def test_with_a_password_only_that_opens_it(path: Path, tmp_path: Path) -> None:
    app, file = make_app(path, fill=fill), tmp_path / "entries.pdf"
    async with opened(app) as pilot:
        await go(pilot, "2", "E", "space", "ctrl+s", "tab", "right", "enter")
        await assert_goldens_of_the_form(pilot)
        words = app.screen.query_one("#passphrase Input", Input).value
        assert len(words.split()) == 6
        await save_to(pilot, file)
        assert PICKED.encode() not in file.read_bytes()
        assert PICKED in read(file, words)
        (share,) = journal_of(app).shares.all()
        assert share.sealed


async def assert_goldens_of_the_form(pilot: Pilot[int]) -> None:
    """Compare the form, with words that do not change."""
    field = pilot.app.screen.query_one("#passphrase Input", Input)
    words, field.value = field.value, "giggle cabin inject human charge issue"
    await settle(pilot)
    await assert_goldens(pilot, "save-entries")
    field.value = words
    await settle(pilot)


async def test_text_has_no_password_and_another_ending(path: Path, tmp_path: Path) -> None:
    app, file = make_app(path, fill=fill), tmp_path / "entries.txt"
    async with opened(app) as pilot:
        await go(pilot, "2", "E", "a", "ctrl+s", "tab", "3")
        assert app.screen.query_one("#place Input", Input).value == "~/entries-2026-11-23.txt"
        assert said(app, "what") == "3 entries, 27 Oct – 23 Nov 2026."
        assert not app.screen.query_one("#passphrase").display
        await save_to(pilot, file)
        told = file.read_text(encoding="utf-8")
        assert told.index("First week") < told.index("canal") < told.index("A long evening")
        assert "I stayed at home. pickedword\n\nThe second paragraph." in told


async def test_other_days_can_be_chosen_and_days_without_entries_say_so(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "2", "E", "w", *"1 aug", "enter", *"30 aug", "ctrl+s")
        assert "1–30 Aug 2026" in picture(app)
        assert "In August" in picture(app)
        assert HOME not in picture(app)
        await go(pilot, "w", *"1 jan", "enter", *"30 jan", "ctrl+s")
        assert entry_pages_text.EMPTY in picture(app)
        assert entry_pages_text.EMPTY_KEYS in picture(app)
        await go(pilot, "ctrl+s", "space", "a", "escape")
        assert isinstance(app.screen, Timeline)


async def test_all_or_none_and_it_asks_before_a_choice_is_lost(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "2", "E", "a")
        assert picture(app).count("[x]") == 3
        await go(pilot, "a")
        assert "[x]" not in picture(app)
        await go(pilot, "j", "enter", "escape")
        assert entry_pages_text.LEAVE in picture(app)
        await go(pilot, "n")
        assert isinstance(app.screen, EntriesToShare)
        assert picture(app).count("[x]") == 1
        await go(pilot, "escape", "y")
        assert isinstance(app.screen, Timeline)


async def test_an_empty_journal_says_so(path: Path) -> None:
    app = make_app(path, fill=empty)
    async with opened(app) as pilot:
        await go(pilot, "2", "E")
        assert entry_pages_text.EMPTY in picture(app)


async def test_a_file_that_is_there_is_replaced_only_after_asking(path: Path, tmp_path: Path) -> None:
    app, file = make_app(path, fill=fill), tmp_path / "entries.pdf"
    file.write_text("mine")
    async with opened(app) as pilot:
        await go(pilot, "2", "E", "space", "ctrl+s")
        await save_to(pilot, file)
        assert sharing_text.REPLACE in picture(app)
        assert file.read_text() == "mine"
        await go(pilot, "y")
        assert PICKED in read(file)


async def test_without_the_extra_only_text_is_offered(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "available", lambda: False)
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "2", "E", "space")
        assert "1 of 3 entries included" in picture(app)
        assert "1 page" not in picture(app)
        await go(pilot, "ctrl+s", "tab")
        assert "recovery-journal[share]" in picture(app)
        assert app.screen.query_one("#place Input", Input).value.endswith(".txt")


async def test_what_was_shared_says_which_entries_and_how_many_were_deleted_since(path: Path) -> None:
    def shared(journal: Journal) -> None:
        fill(journal)
        uids = [entry.uid for entry in journal.entries][1:3]
        day = NOON.date()
        journal.shares.add(
            Share(first=day, last=day, form="pdf", lines=3, sections=["CHOSEN ENTRIES"], entries=[*uids, "gone"])
        )

    app = make_app(path, fill=shared)
    async with opened(app) as pilot:
        await go(pilot, "5", "v")
        assert isinstance(app.screen, Given)
        shown = picture(app)
        for words in (entry_pages_text.PAPER, "3 entries", "First week", "Wed 18 Nov 2026", "1 entry deleted since"):
            assert words in shown
