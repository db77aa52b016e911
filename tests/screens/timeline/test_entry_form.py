"""Check that the entry editor keeps what is written, whatever happens."""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pexpect
import pytest
from msgspec.structs import replace

from journal.domain.entries import Entry
from journal.domain.record import Precision, Sensitivity
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.routes import screen_class
from screens.runtime.paste import PasteCut
from screens.timeline.entry_form import EntryEditor
from screens.today.today import Today
from screens.widgets.fields.base import TextField
from screens.widgets.fields.text import WritingField
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.window import window

A_QUIET_DAY = Entry(
    title="Canal",
    tags=["canal", "evening"],
    text="Walked home along the canal.\n\nNobody called, and I did not mind.",
    at=datetime(2026, 11, 19, 20, 40, tzinfo=UTC),
)


def entries(app: JournalApp) -> list[Entry]:
    assert app.journal is not None
    return app.journal.entries.all()


def text(app: JournalApp) -> str:
    return app.screen.query_one(WritingField).draft_value


def add_a_quiet_day(journal: Journal) -> None:
    journal.entries.add(A_QUIET_DAY)


async def test_it_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await assert_goldens(pilot, "entry-new")


async def test_an_entry_is_shown_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=add_a_quiet_day)
    async with opened(app, SMALLEST) as pilot:
        app.show("entry", record=entries(app)[0])
        await settle(pilot)
        await assert_goldens(pilot, "entry")


async def test_the_first_key_writes(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"dry", "enter", *"day 78", "ctrl+s")
        await settle(pilot)
        assert [entry.text for entry in entries(app)] == ["dry\nday 78"]
        assert entries(app)[0].sensitivity is Sensitivity.NEVER
        assert isinstance(app.screen, Today)
        await pilot.press("n")
        await settle(pilot)
        assert text(app) == ""


async def test_title_day_and_who_may_read_it_are_kept(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"dry", "shift+tab", "3", "shift+tab", "shift+tab")
        await pilot.press("home", *["delete"] * 5, *"19 nov", "shift+tab", *"canal", "ctrl+s")
        await settle(pilot)
        (entry,) = entries(app)
        assert (entry.title, entry.local_date, entry.precision) == ("canal", date(2026, 11, 19), Precision.DAY)
        assert entry.sensitivity is Sensitivity.SHARE


async def test_changing_the_words_leaves_the_moment(path: Path) -> None:
    app = make_app(path, fill=add_a_quiet_day)
    async with opened(app) as pilot:
        app.show("entry", record=entries(app)[0])
        await settle(pilot)
        await pilot.press(*" Good.", "ctrl+s")
        await settle(pilot)
        (entry,) = entries(app)
        assert entry.text == A_QUIET_DAY.text + " Good."
        assert entry.at == A_QUIET_DAY.at


def add_tagged(journal: Journal) -> None:
    journal.entries.add_many([Entry(text="a", tags=["family", "Fair"]), Entry(text="b", tags=["Fair"])])


async def test_tags_are_completed_from_earlier_ones_and_saved_once_each(path: Path) -> None:
    app = make_app(path, fill=add_tagged)
    async with opened(app) as pilot:
        await pilot.press("n", *"dry", "tab", *"#fa")
        await settle(pilot)
        assert "#fair" in picture(app).lower()  # the most used of the two
        await pilot.press("right", *", FAMILY new New", "ctrl+s")
        await settle(pilot)
        (entry,) = (entry for entry in entries(app) if entry.text == "dry")
        assert entry.tags == ["Fair", "family", "new"]


async def test_an_entry_shows_its_tags_and_keeps_those_that_no_form_could_write(path: Path) -> None:
    odd = replace(A_QUIET_DAY, tags=["two words", "x" * 50])
    app = make_app(path, fill=lambda journal: journal.entries.add(odd))
    async with opened(app) as pilot:
        app.show("entry", record=entries(app)[0])
        await settle(pilot)
        assert "#two words" in picture(app)
        await pilot.press(*" Good.", "ctrl+s")
        await settle(pilot)
        assert entries(app)[0].text.endswith(" Good.")
        assert entries(app)[0].tags == odd.tags


@pytest.mark.parametrize(
    ("tags", "told"),
    [(" ".join(f"t{n}" for n in range(21)), "At most 20 tags. There are 21."), ("y" * 41, "A tag has at most 40")],
)
async def test_too_many_or_too_long_tags_are_told_at_their_field(path: Path, tags: str, told: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"dry")
        app.screen.query_one("#tags", TextField).fill(tags)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert told in picture(app)
        assert text(app) == "dry"
        assert entries(app) == []


@pytest.mark.parametrize(("day", "told"), [("24 nov 2026", "in the future"), ("soon", "Try: yesterday")])
async def test_a_day_that_can_not_be_is_told_at_its_field(path: Path, day: str, told: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"dry")
        app.screen.query_one("#day", TextField).fill(day)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert told in picture(app)
        assert text(app) == "dry"
        assert entries(app) == []


async def test_nothing_written_is_not_saved(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", "space", "enter", "ctrl+s")
        await settle(pilot)
        assert "Nothing written yet." in picture(app)
        assert entries(app) == []


async def test_going_back_keeps_the_draft_and_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path)
    said: list[str] = []
    monkeypatch.setattr(app, "notify", said.append)
    async with opened(app) as pilot:
        await pilot.press("n", *"half a", "escape")
        await settle(pilot)
        assert said == ["Saved as a draft. It's here when you come back."]
        await pilot.press("n")
        await settle(pilot)
        assert text(app) == "half a"


async def test_a_draft_that_was_emptied_does_not_come_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"half", "escape", "n")
        await settle(pilot)
        await pilot.press(*["backspace"] * 4, "escape")
        await settle(pilot)
        assert app.journal is not None
        assert "entry:new" not in app.journal.drafts.all()


async def test_throwing_away_asks_and_then_forgets(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"half", "ctrl+t", "n")
        await settle(pilot)
        assert text(app) == "half"
        await pilot.press("ctrl+t", "y")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        await pilot.press("n")
        await settle(pilot)
        assert text(app) == ""


async def test_an_entry_is_deleted_after_asking_and_comes_back_by_undo(path: Path) -> None:
    app = make_app(path, fill=add_a_quiet_day)
    async with opened(app) as pilot:
        app.show("entry", record=entries(app)[0])
        await settle(pilot)
        await pilot.press("ctrl+t", "n")
        assert len(entries(app)) == 1
        await pilot.press("ctrl+t", "y")
        await settle(pilot)
        assert entries(app) == []
        assert isinstance(app.screen, Today)
        await pilot.press("u")
        await settle(pilot)
        assert [entry.text for entry in entries(app)] == [A_QUIET_DAY.text]


async def test_two_presses_of_save_save_once(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"once")
        editor = app.screen
        assert isinstance(editor, EntryEditor)
        editor.action_save()
        editor.action_save()
        await settle(pilot)
        assert len(entries(app)) == 1


async def test_a_craving_right_after_saving_is_not_closed_by_it(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"once")
        editor = app.screen
        assert isinstance(editor, EntryEditor)
        editor.action_save()
        app.action_craving()
        await settle(pilot)
        assert isinstance(app.screen, screen_class("craving"))
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert len(entries(app)) == 1


@pytest.mark.parametrize("written", ["word " * 200_000, ("word " * 20 + "\n") * 10_000], ids=["a line", "lines"])
async def test_a_megabyte_is_written_locked_and_saved(path: Path, written: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n")
        await settle(pilot)
        app.screen.query_one(WritingField).area.insert(written)
        await settle(pilot)
        await pilot.press("x")
        await lock(pilot)
        await unlock(pilot)
        assert text(app) == written + "x"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert entries(app)[0].text == written + "x"


PROGRAM = "import sys, pathlib; from screens.app import run; sys.exit(run(pathlib.Path(sys.argv[1])))"


def in_a_terminal(path: Path) -> pexpect.spawn[str]:
    """Open the journal, unlocked, in a terminal of its own."""
    child = pexpect.spawn(
        sys.executable,
        ["-c", PROGRAM, str(path)],
        dimensions=(24, 80),
        env={**os.environ, "TERM": "xterm-256color"},
        timeout=30,
        encoding="utf-8",
    )
    child.expect("last saved")
    child.send(PASSPHRASE + "\r")
    return child


def test_a_closed_terminal_loses_no_word(path: Path) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP):
        pass
    child = in_a_terminal(path)
    child.expect("2 Timeline")
    child.send("n")
    child.expect("a new entry")
    child.send("canary")
    child.expect("canary")
    child.kill(signal.SIGHUP)
    child.read()
    child.close()
    assert child.exitstatus == 128 + signal.SIGHUP
    again = in_a_terminal(path)
    again.expect("a new entry")
    again.expect("canary")
    again.close(force=True)


def test_a_paste_full_of_escape_sequences_holds_nothing_up(path: Path) -> None:
    """Paste 1.3 MB with 33,000 escape sequences: Textual's own parser takes minutes, and presses keys for them."""
    with Journal.create(path, PASSPHRASE, cost=CHEAP):
        pass
    pasted = ("so many words, one of them \x1b[31mred\x1b[m\r" * 33_000)[:1_300_000]
    with window((sys.executable, "-m", "journal"), environment={"JOURNAL_FILE": str(path)}) as seen:
        seen.shows("last saved")
        seen.press(f"{PASSPHRASE}\r", "2 Timeline")
        seen.press("n", "a new entry")
        seen.press("typed before ", "typed before")
        seen.press(f"\x1b[200~{pasted}\x1b[201~typed after", "typed after")
        os.kill(seen.process, signal.SIGTERM)
        assert seen.end() == 128 + signal.SIGTERM
    with Journal.open(path, PASSPHRASE) as journal:
        written = journal.drafts.get("entry:new")
    assert written is not None
    expected = pasted.replace("\x1b", "").replace("\r", "\n")
    assert written["text"] == f"typed before {expected}typed after"


async def test_a_paste_longer_than_a_record_is_cut_and_it_says_so(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"before")
        app.post_message(PasteCut(460_000))
        await settle(pilot)
        told = " ".join(line[40:].replace("│", " ").strip() for line in picture(app).splitlines())
        assert "The first 2,000,000 characters were pasted, the last 460,000 were left out." in told
        assert text(app) == "before"
