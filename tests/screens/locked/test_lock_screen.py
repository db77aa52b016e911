"""Test the locked screen: what it shows, and how it opens."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from tinydb.table import Table

from journal.clock import FixedClock
from journal.errors import InUse
from journal.recovery_words import word_list
from journal.store.journal import Journal
from journal.store.locked import look
from journal.store.new_secrets import new_recovery_words
from screens.app import JournalApp
from screens.locked.lock_screen import Locked
from screens.locked.recover import Recover
from screens.routes import new_screen
from screens.today.today import Today
from screens.widgets.fields.passphrase import Secret
from tests.conftest import CHEAP, NOON, PASSPHRASE
from tests.support.driving import locked, make_app, open_app, opened, settle, unlock
from tests.support.extent import long
from tests.support.golden import SIZES, SMALLEST, assert_goldens, picture


def saved_at_noon(path: Path) -> None:
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))


async def test_the_right_passphrase_opens_today(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        assert isinstance(pilot.app.screen, Today)


async def test_it_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path)
    saved_at_noon(path)
    async with locked(app, SMALLEST) as pilot:
        await assert_goldens(pilot, "locked")


async def test_it_says_nothing_of_what_is_in_the_journal(path: Path) -> None:
    app = make_app(path)
    saved_at_noon(path)
    async with locked(app):
        empty = picture(app)
    with Journal.open(path, PASSPHRASE) as journal:
        journal.drafts.save("entry:new", {"text": "a word"})
    saved_at_noon(path)
    second = open_app(path)
    async with locked(second):
        assert picture(second) == empty


async def test_letters_typed_before_the_file_was_looked_at_are_in_the_field_at_once(path: Path) -> None:
    app = make_app(path)
    app.keeper._closed.clear()  # as long as this is so, the file is not looked at
    async with app.run_test() as pilot:
        await pilot.press(*"ear")
        assert app.screen.query_one(Secret).value == "ear"
        app.keeper._closed.set()
        await settle(pilot)
        await pilot.press(*"ly")
        assert app.screen.query_one(Secret).value == "early"


async def test_keys_wait_for_the_field_while_another_screen_is_on_top(path: Path) -> None:
    app = make_app(path)
    app.keeper._closed.clear()
    async with app.run_test() as pilot:
        await pilot.press(*PASSPHRASE, "enter", "f1")
        assert not isinstance(app.screen, Locked)
        app.keeper._closed.set()
        await settle(pilot)
        assert app.journal is None
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)


async def test_keys_are_handled_while_modules_are_imported(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started, done = threading.Event(), threading.Event()

    def import_late(_: str) -> None:
        started.set()
        done.wait()

    monkeypatch.setattr("screens.locked.lock_screen.import_module", import_late)
    app = make_app(path)
    async with app.run_test() as pilot:
        try:
            while not started.is_set():
                await pilot.pause()
            await pilot.press(*"wrong", "ctrl+u", *"right")
            assert app.screen.query_one(Secret).value == "right"
        finally:
            done.set()


async def test_a_wrong_passphrase_is_told_under_the_field_and_keeps_it(path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await unlock(pilot, "not this one")
        field = app.screen.query_one(Secret)
        assert field.value == "not this one"
        assert field.has_focus
        assert "passphrase" in picture(app).lower()
        await pilot.press("home", *["delete"] * 12)
        await unlock(pilot)
        assert isinstance(app.screen, Today)


async def test_nothing_can_be_copied_out_of_the_field(path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await pilot.press(*"secret", "ctrl+shift+a", "ctrl+c", "ctrl+x")
        assert app.clipboard == ""
        assert app.screen.query_one(Secret).value == "secret"


async def test_who_holds_the_journal_is_told_before_anything_is_typed(path: Path) -> None:
    app = make_app(path)
    with Journal.open(path, PASSPHRASE, holder="the sample"):
        async with locked(app) as pilot:
            assert f"open elsewhere (the sample, process {os.getpid()})" in picture(app)
            await unlock(pilot)
            assert isinstance(app.screen, Locked)


async def test_what_the_screens_hold_open_is_told_as_theirs(path: Path) -> None:
    async with opened(make_app(path)):
        with pytest.raises(InUse, match=rf"in-use: screen, process {os.getpid()} on "):
            Journal.open(path, PASSPHRASE)


async def test_damage_is_told_before_the_field(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.drafts.save("a", {"text": "b" * 100}))
    data = bytearray(path.read_bytes())
    data[len(data.rstrip(b"\0")) - 200] ^= 1
    path.write_bytes(data)
    async with locked(app):
        assert "damaged" in picture(app)


async def test_a_file_that_is_no_journal_is_left_alone(path: Path) -> None:
    app = make_app(path)
    path.write_text("a shopping list")
    async with locked(app):
        assert "isn't a journal" in picture(app)
        assert not app.screen.query_one("#ask").display
    assert path.read_text() == "a shopping list"


async def test_the_sample_shows_its_passphrase(path: Path) -> None:
    app = make_app(path)
    app.demo = True
    async with locked(app):
        assert "Its passphrase is: demo" in picture(app)


async def test_the_recovery_words_open_it_and_make_a_new_passphrase(path: Path) -> None:
    words = new_recovery_words()
    with Journal.create(path, "the old one", words, cost=CHEAP):
        pass
    app = open_app(path)
    async with locked(app) as pilot:
        await pilot.press("f6")
        await settle(pilot)
        for field, text in (("words", words), ("new", "new one"), ("again", "new one")):
            app.screen.query_one(f"#{field}", Secret).value = text
        await pilot.press("enter", "enter", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert ", what='screen'" in repr(look(path).holder)
    with Journal.open(path, "new one") as journal:
        assert journal.has_recovery


async def test_passphrases_that_differ_change_nothing(path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await pilot.press("f6")
        await settle(pilot)
        await pilot.press("a", "enter", "b", "enter", "c", "enter")
        await settle(pilot)
        assert "don't match" in picture(app)
        await pilot.press("escape")
        await unlock(pilot)
        assert isinstance(app.screen, Today)


async def test_locked_while_it_opens_it_stays_locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, real = threading.Event(), Journal.open

    def slow(*place: Any, **options: Any) -> Journal:
        go_on.wait(10)
        return real(*place, **options)

    app = make_app(path)
    async with locked(app) as pilot:
        monkeypatch.setattr(Journal, "open", slow)
        field = app.screen.query_one(Secret)
        field.value = PASSPHRASE
        field.post_message(Secret.Submitted(field, PASSPHRASE))
        await wait_until(lambda: app.opening)
        app.action_lock()
        go_on.set()
        await settle(pilot)
        assert app.journal is None
        assert isinstance(app.screen, Locked)
        assert "stays locked" in picture(app)
        assert not app.opening
        assert field.value == ""


@pytest.mark.parametrize("key", ["ctrl+l", "escape"])
async def test_given_up_while_the_words_open_it_it_stays_locked(
    path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    go_on, real, words = threading.Event(), Journal.open, new_recovery_words()

    def slow(*place: Any, **options: Any) -> Journal:
        go_on.wait(10)
        return real(*place, **options)

    Journal.create(path, "the old one", words, cost=CHEAP).close()
    app = open_app(path)
    async with locked(app) as pilot:
        monkeypatch.setattr(Journal, "open", slow)
        await pilot.press("f6")
        await settle(pilot)
        for field, text in (("words", words), ("new", "new one"), ("again", "new one")):
            app.screen.query_one(f"#{field}", Secret).value = text
        await pilot.press("enter", "enter", "enter")
        await wait_until(lambda: app.opening)
        await pilot.press(key)
        go_on.set()
        await settle(pilot)
        assert app.journal is None
        assert "stays locked" in picture(app)
        assert [field.value for field in app.screen.query(Secret)] == ["", "", ""]
        assert look(path).holder is None
        await pilot.press("escape")
        await unlock(pilot, "new one")
        assert app.journal is not None


WORDS = new_recovery_words()
EVERY_WORD = " ".join(word_list()[:: len(word_list()) // 24][:24])
SOMEBODY_ELSE = ["ctrl+l", "f9", "200 s"]
"""What clears typed secrets: both lock keys, and time."""


async def leave(pilot: Pilot[int], how: str) -> None:
    """Lock with a key, or be away long enough."""
    app = pilot.app
    assert isinstance(app, JournalApp)
    if how == "200 s":
        assert isinstance(app.clock, FixedClock)
        app.clock.set(app.clock.now() + timedelta(seconds=200))
        app._tick()
    else:
        await pilot.press(how)
    await settle(pilot)


async def type_words(pilot: Pilot[int]) -> None:
    """Type the recovery words, and a new passphrase twice."""
    await pilot.press("f6")
    await settle(pilot)
    for field, text in (("words", WORDS), ("new", "new one"), ("again", "new one")):
        pilot.app.screen.query_one(f"#{field}", Secret).value = text
    pilot.app.screen.query_one("#again").focus()
    await pilot.pause()


def journal_with_words(path: Path) -> JournalApp:
    """Return the app on a journal that the words open, with something half-written."""
    with Journal.create(path, PASSPHRASE, WORDS, cost=CHEAP) as journal:
        journal.drafts.save("entry:new", {"text": "half-written"})
        journal.drafts.save("return", {"place": "plan", "open": ["entry:new"]})
    return open_app(path)


@pytest.mark.parametrize("how", SOMEBODY_ELSE)
async def test_a_passphrase_that_was_typed_and_not_sent_opens_nothing_later(path: Path, how: str) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await pilot.press(*PASSPHRASE)
        await leave(pilot, how)
        assert app.screen.query_one(Secret).value == ""
        assert "What you typed here was cleared" in picture(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.journal is None
        await pilot.press("x")
        await settle(pilot)
        assert "cleared" not in picture(app)


async def test_what_was_typed_before_the_field_was_there_is_cleared_too(path: Path) -> None:
    app = make_app(path)
    app.keeper._closed.clear()  # as long as this is so, the file is not looked at
    async with app.run_test() as pilot:
        await pilot.press(*"early")
        app.action_lock()
        app.keeper._closed.set()
        await settle(pilot)
        assert app.screen.query_one(Secret).value == ""
        assert "What you typed here was cleared" in picture(app)


async def test_the_passphrase_can_be_typed_while_the_journal_is_still_being_closed(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        assert app.journal is not None
        close, may_close = app.journal.close, threading.Event()
        app.journal.close = lambda: (may_close.wait(), close())  # type: ignore[method-assign, assignment]
        app.action_lock()
        while not isinstance(app.screen, Locked):
            await pilot.pause()
        await pilot.press(*PASSPHRASE)
        assert app.screen.query_one(Secret).value == PASSPHRASE
        assert app.journal is not None
        await pilot.press("enter")
        may_close.set()
        await settle(pilot)
        assert isinstance(app.screen, Today)


async def test_a_passphrase_stays_while_somebody_types(path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await pilot.press(*"early")
        assert isinstance(app.clock, FixedClock)
        for _ in range(3):
            app.clock.set(app.clock.now() + timedelta(seconds=100))
            await pilot.press("x")
            app._tick()
        assert app.screen.query_one(Secret).value == "earlyxxx"


@pytest.mark.parametrize("over", ["", long("f1"), long("f4"), "f8"])
@pytest.mark.parametrize("how", SOMEBODY_ELSE)
async def test_recovery_words_that_were_typed_are_cleared_and_the_screen_stays(path: Path, how: str, over: str) -> None:
    app = journal_with_words(path)
    async with locked(app) as pilot:
        await type_words(pilot)
        await pilot.press("f7", *([over] if over else []))
        await settle(pilot)
        await leave(pilot, how)
        if over:
            await pilot.press("escape")
            await settle(pilot)
        assert isinstance(app.screen, Recover)
        assert [(field.value, field.password) for field in app.screen.query(Secret)] == [("", True)] * 3
        assert "What you typed here was cleared" in picture(app)
        assert app.journal is None


async def test_recovery_words_are_hidden_until_they_are_asked_for(path: Path) -> None:
    first = WORDS.split()[0]
    app = journal_with_words(path)
    async with locked(app) as pilot:
        await type_words(pilot)
        assert "24 of 24 words. Hidden. F7 shows them." in picture(app)
        assert first not in picture(app)
        await pilot.press("f7")
        await settle(pilot)
        assert first in picture(app)
        assert "24 of 24 words. Shown. F7 hides them." in picture(app)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert first not in picture(app)


async def test_the_words_shown_are_listed_with_their_numbers_all_24_of_them(path: Path) -> None:
    app = journal_with_words(path)
    async with locked(app) as pilot:
        await type_words(pilot)
        words = app.screen.query_one("#words", Secret)
        words.value = EVERY_WORD
        await settle(pilot)
        await pilot.press("home", "f7")  # the beginning of the line is in view, however it was filled
        await settle(pilot)
        words.scroll_to(x=0, animate=False, immediate=True)  # under load the field scrolls after the key
        await settle(pilot)
        assert all(f"{number:>2} {word}" in picture(app) for number, word in enumerate(EVERY_WORD.split(), 1))
        await assert_goldens(pilot, "locked-recover-shown")


async def test_a_word_that_is_not_one_is_named_and_the_words_stay(path: Path) -> None:
    app = journal_with_words(path)
    async with locked(app) as pilot:
        await type_words(pilot)
        typed = " ".join(f"{number}. {word}" for number, word in enumerate([*WORDS.split()[:-1], "hopefl"], 1))
        app.screen.query_one("#words", Secret).value = typed
        await pilot.press("enter")
        await settle(pilot)
        assert "Word 24, “hopefl”, is not one of the" in picture(app)
        assert "Did you mean" in picture(app)
        assert app.screen.query_one("#words", Secret).value == typed
        assert app.screen.query_one("#words").has_focus
        assert app.journal is None
        await pilot.press("x")
        await settle(pilot)
        assert "hopefl" not in picture(app)


async def test_of_hidden_words_one_can_be_deleted_and_a_paste_comes_whole(path: Path) -> None:
    app = journal_with_words(path)
    async with locked(app) as pilot:
        await pilot.press("f6")
        await settle(pilot)
        app.post_message(Paste("\n".join(WORDS.split()) + "\n"))
        await settle(pilot)
        field = app.screen.query_one("#words", Secret)
        assert field.value.split() == WORDS.split()
        await pilot.press("ctrl+w")
        assert field.value.split() == WORDS.split()[:-1]
        await pilot.press("home", "ctrl+w")
        assert field.value.split() == WORDS.split()[:-1]


def before_it_began(app: JournalApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock right after the passphrase was sent."""
    real = app.open_journal

    async def opening(work: Callable[[], Journal]) -> bool:
        app.action_lock()
        return await real(work)

    monkeypatch.setattr(app, "open_journal", opening)


def at_once(app: JournalApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock as soon as opening was asked for."""
    real = app.keeper.open

    async def opening(work: Callable[[], Journal]) -> Journal:
        app.action_lock()
        return await real(work)

    monkeypatch.setattr(app.keeper, "open", opening)


def as_it_is_opened(app: JournalApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock when the journal is open, and nothing of it shown."""
    real = app.keeper.open

    async def opening(work: Callable[[], Journal]) -> Journal:
        journal = await real(work)
        app.action_lock()
        return journal

    monkeypatch.setattr(app.keeper, "open", opening)


def as_it_is_shown(app: JournalApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock while the screens change."""
    real = app._replace_mode

    async def anew(*mode: Any) -> None:
        monkeypatch.setattr(app, "_replace_mode", real)
        app.action_lock()
        await real(*mode)

    monkeypatch.setattr(app, "_replace_mode", anew)


def under_the_help(app: JournalApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock while the help is open."""
    real = app.keeper.open

    async def opening(work: Callable[[], Journal]) -> Journal:
        await app.push_screen(new_screen("safety"))
        app.action_lock()
        app.pop_screen()
        return await real(work)

    monkeypatch.setattr(app.keeper, "open", opening)


@pytest.mark.parametrize("words", [False, long(True)], ids=["passphrase", "recovery words"])
@pytest.mark.parametrize("when", [before_it_began, at_once, under_the_help, as_it_is_opened, as_it_is_shown])
async def test_whenever_it_is_locked_on_the_way_in_it_stays_locked(
    path: Path, monkeypatch: pytest.MonkeyPatch, when: Callable[[JournalApp, pytest.MonkeyPatch], None], words: bool
) -> None:
    app = journal_with_words(path)
    async with locked(app) as pilot:
        if words:
            await type_words(pilot)
        else:
            await pilot.press(*PASSPHRASE)
        with monkeypatch.context() as patched:
            when(app, patched)
            await pilot.press("enter")
            await settle(pilot)
            await settle(pilot)
        assert app.journal is None
        assert look(path).holder is None
        assert {field.value for field in app.screen.query(Secret)} == {""}
        if isinstance(app.screen, Recover):
            assert "It stays locked, as you asked. The new passphrase opens it." in picture(app)
            await pilot.press("escape")
        await unlock(pilot, "new one" if words else PASSPHRASE)
        assert "half-written" in picture(app)


@pytest.mark.parametrize("words", [False, True], ids=["passphrase", "recovery words"])
async def test_sent_twice_it_is_opened_once(path: Path, monkeypatch: pytest.MonkeyPatch, words: bool) -> None:
    app = journal_with_words(path)
    opened, real = [], Journal.open

    def noted(*place: Any, **options: Any) -> Journal:
        opened.append(place)
        return real(*place, **options)

    monkeypatch.setattr(Journal, "open", noted)
    async with locked(app) as pilot:
        if words:
            await type_words(pilot)
            field = app.screen.query_one("#again", Secret)
        else:
            await pilot.press(*PASSPHRASE)
            field = app.screen.query_one(Secret)
        for _ in range(2):
            field.post_message(Secret.Submitted(field, field.value))
        await settle(pilot)
        await settle(pilot)
        assert app.journal is not None
        assert len(opened) == 1
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app.journal is None


async def test_locked_on_the_way_to_the_recovery_words_nothing_breaks(path: Path) -> None:
    app = journal_with_words(path)
    async with locked(app) as pilot:
        await app.screen.run_action("recover")
        app.action_lock()
        await settle(pilot)
        assert isinstance(app.screen, Recover)


async def wait_until(so: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not so():
            await asyncio.sleep(0.001)


async def test_a_tinydb_that_lacks_what_is_needed_is_told_and_nothing_is_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(path)
    before = path.read_bytes()
    async with locked(app, (120, 40)) as pilot:
        monkeypatch.delattr(Table, "_update_table")
        await unlock(pilot)
        assert isinstance(app.screen, Locked)
        assert "tested with tinydb==4.9.0" in picture(app)
    assert path.read_bytes() == before


@pytest.mark.parametrize("typed", ["help", " Help "])
async def test_help_typed_for_a_passphrase_opens_the_helplines_and_leaves_no_clue(
    path: Path, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []
    app = make_app(path)
    monkeypatch.setattr(app, "open_journal", tried.append)
    async with locked(app) as pilot:
        await pilot.press(*["space" if each == " " else each for each in typed], "enter")
        await settle(pilot)
        assert "This program cannot see or call anyone" in picture(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one(Secret).value == ""
        assert "4 characters" not in picture(app)
        assert tried == []
        assert app.journal is None


@pytest.mark.parametrize("size", SIZES)
async def test_who_is_not_safe_and_who_cannot_see_is_told_first(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with locked(app, size):
        shown = picture(app)
        assert shown.index("Not safe, or shaking badly? F4") < shown.index("Screen reader: run journal --accessible")
        assert shown.index("Screen reader:") < shown.index("Passphrase")


@pytest.mark.parametrize("size", SIZES)
async def test_a_passphrase_says_how_much_is_typed_and_is_shown_whole(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    long = " ".join(f"word{number}" for number in range(20))
    async with locked(app, size) as pilot:
        await pilot.press(*"a b".replace(" ", "_"))
        await settle(pilot)
        assert "3 characters. F7 shows it." in picture(app)
        app.screen.query_one(Secret).value = long
        await settle(pilot)
        assert "word1" not in picture(app)
        assert "20 words, 129 characters. F7 shows it." in picture(app)
        await pilot.press("f7")
        await settle(pilot)
        assert all(f"word{number}" in picture(app) for number in range(20))
        assert "F7 hides it." in picture(app)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert "word1" not in picture(app)


async def test_what_acts_on_a_terminal_is_drawn_harmless_where_a_passphrase_is_shown(path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        app.screen.query_one(Secret).value = "a\x1b[31mb"
        await pilot.press("f7")
        await settle(pilot)
        assert "a·[31mb" in picture(app)
        assert app.screen.query_one(Secret).value == "a\x1b[31mb"
