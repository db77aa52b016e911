"""Test changing what opens the journal: each as far as the screen says, and nothing before it was asked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.domain.entries import Entry
from journal.errors import NotSaved, WrongPassphrase
from journal.file_facts import Cost
from journal.store.journal import Journal
from journal.text import access as access_text
from screens.app import JournalApp
from screens.base.confirm import Confirm
from screens.security.access import WAYS, WhatOpens
from screens.security.passphrase_form import PassphraseSheet
from screens.security.recovery_sheet import WordsSheet
from screens.security.rotate_key import SealAnew
from screens.settings.settings import SettingsScreen
from screens.widgets.fields.passphrase import Secret
from screens.widgets.plain_text import Plain
from tests.conftest import PASSPHRASE
from tests.support.driving import lock, make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture
from tests.support.welcoming import WORDS, paste, press, same_words

NEW = "another morning"


@pytest.fixture(autouse=True)
def format_known(monkeypatch: pytest.MonkeyPatch) -> None:
    same_words(monkeypatch)


async def go_to(pilot: Pilot[int], route: str) -> None:
    """Open one of the ways from Today, with the palette."""
    assert isinstance(pilot.app, JournalApp)
    pilot.app.show("what_opens")
    await settle(pilot)
    await pilot.press(*["down"] * [way for way, _, _ in WAYS].index(route), "enter")
    await settle(pilot)


async def change(pilot: Pilot[int], now: str = PASSPHRASE, new: str = NEW, again: str = NEW) -> None:
    """Fill in the three fields, and save."""
    for field, text in (("now", now), ("new", new), ("again", again)):
        await paste(pilot, field, text)
    await pilot.press("ctrl+s")
    await settle(pilot)


def has_words(journal: Journal) -> None:
    journal.set_recovery_words(WORDS)


def secrets_shown(app: JournalApp) -> list[str]:
    return [field.value for field in app.screen.query(Secret)]


def opens(path: Path, passphrase: str | None, words: str | None = None) -> bool:
    try:
        Journal.open(path, passphrase, recovery_words=words, read_only=True).close()
    except WrongPassphrase:
        return False
    return True


async def test_every_way_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=has_words)
    async with opened(app, SMALLEST) as pilot:
        app.show("what_opens")
        await settle(pilot)
        await assert_goldens(pilot, "what-opens")
        for route, _, _ in WAYS:
            await pilot.press("enter")
            await settle(pilot)
            await assert_goldens(pilot, f"what-opens-{route.replace('_', '-')}")
            if route == "seal":
                await paste(pilot, "now", PASSPHRASE)
                await press(pilot, "on")
                await assert_goldens(pilot, "what-opens-seal-which")
                await pilot.press("3")
                await settle(pilot)
                await assert_goldens(pilot, "what-opens-seal-asked")
                return
            await pilot.press("escape")
            await settle(pilot)
            await pilot.press("down")


async def test_settings_lead_there(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("comma", *["down"] * 7, "enter")
        await settle(pilot)
        assert isinstance(app.screen, WhatOpens)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)


# The passphrase


async def test_another_passphrase_takes_the_place_of_the_one_before(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "passphrase")
        await change(pilot)
        assert isinstance(app.screen, WhatOpens)
    assert (opens(path, NEW), opens(path, PASSPHRASE)) == (True, False)


@pytest.mark.parametrize("memory", [Cost.FLOOR.memory_kib, Cost.STANDARD.memory_kib])
async def test_a_passphrase_that_is_set_with_little_memory_is_told_with_what_to_do(
    path: Path, monkeypatch: pytest.MonkeyPatch, memory: int
) -> None:
    """It is said at once, and where it can be set again, for as long as it is so."""
    monkeypatch.setattr("journal.store.maintenance.calibrated", lambda: Cost(memory, 1, 4))
    app = make_app(path)
    app.cost = None
    async with opened(app, toasts=True) as pilot:
        await go_to(pilot, "passphrase")
        await change(pilot)
        assert isinstance(app.screen, WhatOpens)
        told = [one.message for one in app._notifications]
        assert (access_text.WEAK_KEY in told) is (memory < Cost.STANDARD.memory_kib)
        app.clear_notifications()
        await pilot.press("escape")
        await settle(pilot)
        app.show("what_opens")
        await settle(pilot)
        assert isinstance(app.screen, WhatOpens)
        shown = [str(one.render()) for one in app.screen.query(Plain)]
        assert (access_text.WEAK_KEY in shown) is (memory < Cost.STANDARD.memory_kib)


async def test_a_wrong_passphrase_of_now_is_told_at_its_field_and_changes_nothing(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "passphrase")
        await change(pilot, now="a guess")
        assert isinstance(app.screen, PassphraseSheet)
        assert access_text.CURRENT_PASSPHRASE_WRONG in picture(app)
        await change(pilot)
        assert isinstance(app.screen, WhatOpens)
    assert opens(path, NEW)


async def test_without_the_passphrase_of_now_nothing_is_tried(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "passphrase")
        await change(pilot, now="")
        assert "Enter your current passphrase" in picture(app)
    assert opens(path, PASSPHRASE)


@pytest.mark.parametrize(("digit", "still"), [("1", False), ("2", True)])
async def test_earlier_copies_open_with_the_passphrase_before_unless_forgotten(
    path: Path, digit: str, still: bool
) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "passphrase")
        app.screen.query_one("#forget Choice").focus()
        await pilot.press(digit)
        await change(pilot)
    assert opens(path.with_name(f"{path.name}.1"), PASSPHRASE) is still


async def test_two_that_differ_change_no_passphrase(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "passphrase")
        await change(pilot, again="another evening")
        assert "don't match" in picture(app)
    assert opens(path, PASSPHRASE)


async def test_where_someone_knew_it_the_key_behind_it_is_spoken_of(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "passphrase")
        app.screen.query_one("#known Choice").focus()
        await pilot.press("1")
        await change(pilot)
        assert isinstance(app.screen, Confirm)
        await pilot.press("y")
        await settle(pilot)
        assert isinstance(app.screen, SealAnew)


async def test_no_secret_is_in_a_draft_or_left_after_a_lock(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "passphrase")
        for field in ("now", "new", "again"):
            await paste(pilot, field, "a secret of mine")
        assert app.drafts() == {}
        await pilot.press("ctrl+a", "ctrl+c", "ctrl+x")
        assert app.clipboard == ""
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        await paste(pilot, "now", PASSPHRASE)
        await pilot.press("ctrl+a", "ctrl+c", "ctrl+x")
        assert (app.clipboard, app.drafts()) == ("", {})
        await lock(pilot)
        assert not any(secrets_shown(app))


# Recovery words, and a sheet of them


async def test_recovery_words_are_made_once_two_were_asked_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "recovery_words")
        await press(pilot, "on")
        for field in app.screen.query(Secret):
            field.value = "abandon"
        await press(pilot, "on")
        assert isinstance(app.screen, WhatOpens)
    assert opens(path, None, WORDS)


@pytest.mark.parametrize("way", ["escape", "skip"])
async def test_leaving_the_words_makes_none(path: Path, way: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "recovery_words")
        if way == "skip":
            await press(pilot, "skip")
        else:
            await pilot.press("escape")
            await settle(pilot)
        assert isinstance(app.screen, WhatOpens)
        assert app.journal is not None
        assert not app.journal.has_recovery


@pytest.mark.parametrize("name", ["words.html", "words.txt"])
async def test_a_sheet_is_written_only_where_asked_and_only_for_the_account(path: Path, home: Path, name: str) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await go_to(pilot, "recovery_words")
        await pilot.press("p")
        await settle(pilot)
        assert isinstance(app.screen, WordsSheet)
        assert "not encrypted" in picture(app)
        await paste(pilot, "place", f"~/{name}")
        await pilot.press("enter")
        await settle(pilot)
        assert "delete the file" in picture(app)
    written = home / name
    assert written.stat().st_mode & 0o777 == 0o600
    assert written.read_text(encoding="utf-8").count("abandon") == 23
    assert ("<" in written.read_text(encoding="utf-8")) is name.endswith("html")


async def test_a_sheet_goes_over_nothing(path: Path, home: Path) -> None:
    (home / "mine.txt").write_text("mine")
    app = make_app(path)
    async with opened(app) as pilot:
        await go_to(pilot, "recovery_words")
        await pilot.press("p")
        await settle(pilot)
        for place, said in (
            ("~/mine.txt", "already"),
            ("~/nowhere/words.txt", "no such folder"),
            ("", "Enter a file name"),
        ):
            await paste(pilot, "place", place)
            await pilot.press("enter")
            await settle(pilot)
            assert said in picture(app)
    assert (home / "mine.txt").read_text() == "mine"


async def test_the_question_for_a_sheet_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await go_to(pilot, "recovery_words")
        await pilot.press("p")
        await settle(pilot)
        await assert_goldens(pilot, "words-sheet")


# A new master key


async def seal(pilot: Pilot[int], digit: str) -> None:
    """Type the passphrase, and choose the recovery words to have."""
    await go_to(pilot, "seal")
    await paste(pilot, "now", PASSPHRASE)
    await press(pilot, "on")
    await pilot.press(digit)
    await settle(pilot)


async def answer(pilot: Pilot[int], key: str) -> None:
    """Answer the question at the end."""
    assert isinstance(pilot.app.screen, Confirm)
    await pilot.press(key)
    await settle(pilot)


def written_and_deleted(journal: Journal) -> None:
    has_words(journal)
    uid = journal.entries.add(Entry(text="to be gone"))
    journal.compact()
    journal.entries.remove(uid)
    journal.entries.add(Entry(text="stays"))


async def test_sealed_anew_with_no_words_only_the_passphrase_opens_it(path: Path) -> None:
    app = make_app(path, fill=written_and_deleted)
    with Journal.open(path, PASSPHRASE) as journal:
        elsewhere = journal.backup(path.with_name("elsewhere.rj"))
    async with opened(app, toasts=True) as pilot:
        await seal(pilot, "3")
        assert "earlier copies" in picture(app)
        assert "no longer open this journal" in picture(app)
        await answer(pilot, "y")
        assert "The master key is replaced" in picture(app)
        assert app.journal is not None
        assert [entry.text for entry in app.journal.entries.all()] == ["stays"]
    (earlier,) = path.parent.glob(f"{path.name}.[123]")  # the earlier value is gone: this is encrypted again, too
    assert (opens(earlier, PASSPHRASE), opens(earlier, None, WORDS)) == (True, False)
    assert (opens(path, PASSPHRASE), opens(path, None, WORDS)) == (True, False)
    assert opens(elsewhere, PASSPHRASE)


async def test_sealed_anew_the_words_there_are_can_be_kept_by_typing_them(path: Path) -> None:
    app = make_app(path, fill=has_words)
    async with opened(app) as pilot:
        await seal(pilot, "2")
        for typed in ("abandon abandon", "zoo " * 23 + "vote", ""):
            await paste(pilot, "typed", typed)
            await press(pilot, "on")
            assert isinstance(app.screen, SealAnew)
        await paste(pilot, "typed", WORDS)
        await press(pilot, "on")
        await answer(pilot, "y")
    assert opens(path, None, WORDS)


async def test_sealed_anew_with_new_words_two_are_asked_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await seal(pilot, "1")
        await press(pilot, "on")
        for field in app.screen.query(Secret):
            field.value = "abandon"
        await press(pilot, "on")
        await answer(pilot, "y")
        assert isinstance(app.screen, WhatOpens)
    assert opens(path, None, WORDS)


async def test_new_words_that_are_passed_over_are_none(path: Path) -> None:
    app = make_app(path, fill=has_words)
    async with opened(app) as pilot:
        await seal(pilot, "1")
        await press(pilot, "skip")
        assert "no longer open this journal" in picture(app)
        await answer(pilot, "n")
        await press(pilot, "skip")
        await answer(pilot, "y")
    assert (opens(path, PASSPHRASE), opens(path, None, WORDS)) == (True, False)


async def test_a_wrong_passphrase_seals_nothing(path: Path) -> None:
    app = make_app(path)
    before = path.read_bytes()
    async with opened(app) as pilot:
        await go_to(pilot, "seal")
        for typed, said in (("", "Enter your passphrase"), ("a guess", "not the journal's passphrase")):
            await paste(pilot, "now", typed)
            await press(pilot, "on")
            assert said in picture(app)
    assert path.read_bytes().rstrip(b"\0") == before.rstrip(b"\0")


async def test_answered_no_nothing_is_sealed(path: Path) -> None:
    app = make_app(path, fill=has_words)
    async with opened(app) as pilot:
        await seal(pilot, "3")
        await answer(pilot, "n")
        assert isinstance(app.screen, SealAnew)
    assert opens(path, None, WORDS)


async def test_a_full_disk_seals_nothing_and_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved(reason=os.strerror(errno.ENOSPC))

    app = make_app(path, fill=has_words)
    async with opened(app) as pilot:
        await seal(pilot, "3")
        monkeypatch.setattr("journal.vault.vault.Vault.change_master_key", full)
        await answer(pilot, "y")
        assert isinstance(app.screen, SealAnew)
        assert "Nothing was changed" in picture(app)
    assert opens(path, None, WORDS)


def test_every_way_says_what_it_does_not_protect() -> None:
    assert all("copies" in sentence for _, _, sentence in WAYS)
