"""The locked screen: what it tells, and how it opens."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.book import InUse, Journal, look, new_recovery_words
from screens.locked import Locked
from screens.today import Today
from screens.widgets.secret import Secret
from tests.conftest import CHEAP, NOON, PASSPHRASE
from tests.screens.driving import locked, make_app, open_app, opened, settle, unlock
from tests.screens.golden import SMALLEST, assert_goldens, picture


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


async def test_what_is_typed_before_the_field_is_there_is_in_it(path: Path) -> None:
    app = make_app(path)
    app.keeper._closed.clear()  # as long as this is so, the file is not looked at
    async with app.run_test() as pilot:
        await pilot.press(*"ear")
        assert not app.screen.query_one(Secret).display
        app.keeper._closed.set()
        await settle(pilot)
        await pilot.press(*"ly")
        assert app.screen.query_one(Secret).value == "early"


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
        with pytest.raises(InUse, match=rf"is open elsewhere \(screen, process {os.getpid()} on "):
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
        assert "is no journal" in picture(app)
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
        assert "not the same" in picture(app)
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
        await wait_until(lambda: field.busy)
        app.action_lock()
        go_on.set()
        await settle(pilot)
        assert app.journal is None
        assert isinstance(app.screen, Locked)
        assert "stays locked" in picture(app)
        assert not field.busy
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
        await wait_until(lambda: app.screen.query_one("#words", Secret).busy)
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


async def wait_until(so: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not so():
            await asyncio.sleep(0.001)
