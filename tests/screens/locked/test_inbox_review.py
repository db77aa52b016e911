"""Test the review of captures: offered once after unlocking, one key accepts or drops, leaving loses nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.captures import Capture
from journal.store.capture import capture, fresh_capture
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.keymap import TABLE
from screens.locked.inbox_review import InboxReview
from screens.routes import screen_class
from screens.today.today import Today
from screens.widgets.link_row import Row
from tests.conftest import NOON, PASSPHRASE, ZONE
from tests.support.builders import alcohol
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import AT_SIZES, assert_golden, picture

NOTE = "It was a long evening.\nTomorrow I call Ana before noon, and go to the meeting in the hall after that."


def write(path: Path, *captures: Capture) -> None:
    for one in captures:
        capture(path, one)


def craving(minutes: int, intensity: int = 7, *triggers: str) -> Capture:
    clock = FixedClock(NOON + timedelta(minutes=minutes), ZONE)
    return replace(fresh_capture(clock), intensity=intensity, triggers=list(triggers))


def note(minutes: int, text: str = NOTE) -> Capture:
    return replace(fresh_capture(FixedClock(NOON + timedelta(minutes=minutes), ZONE)), text=text)


def waiting(app: JournalApp) -> list[str]:
    assert app.journal is not None
    return [one.uid for one in app.journal.inbox.waiting()]


def today_says(app: JournalApp) -> str:
    row = app.screen.query_one("#inbox", Row)
    return row.render().plain.removeprefix("inbox").removesuffix("enter").strip() if row.display else ""


@AT_SIZES
async def test_it_stands_on_top_after_the_unlock(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    write(path, craving(0, 8, "stress", "an argument with [b]Dan[/b]"), note(5), replace(craving(9, 6), after=2))
    async with opened(app, size) as pilot:
        assert isinstance(app.screen, InboxReview)
        await pilot.press("j")
        await settle(pilot)
        assert_golden(app, "inbox")


@AT_SIZES
async def test_what_is_broken_or_foreign_is_told_in_words(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    write(path, craving(0))
    inbox = path.with_name(f"{path.name}.inbox")
    inbox.write_bytes(inbox.read_bytes() + b"x" * 4096)
    _exchange_the_key(inbox)
    write(path, craving(1))
    async with opened(app, size):
        assert isinstance(app.screen, InboxReview)
        assert_golden(app, "inbox-wrong")


def _exchange_the_key(inbox: Path) -> None:
    """Exchange the key in the inbox, as someone would who wants to read along."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    from journal.vault.inbox import PAGE, Page

    data = inbox.read_bytes()
    page = Page.read(data)
    assert page is not None
    theirs = X25519PrivateKey.generate().public_key().public_bytes_raw()
    inbox.write_bytes(page._replace(public_key=theirs).written() + data[PAGE:])


async def test_one_key_keeps_one_drops_another_and_undo_brings_both_back(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add(alcohol()))
    first, second, third = craving(0, 7, "stress"), note(1), note(2, "never mind")
    write(path, first, second, third)
    async with opened(app) as pilot:
        journal = app.journal
        assert journal is not None
        await pilot.press("enter")
        await settle(pilot)
        assert [one.intensity for one in journal.cravings] == [7]
        await pilot.press("down", "d", "y")
        await settle(pilot)
        assert waiting(app) == [second.uid]
        await pilot.press("u")
        await settle(pilot)
        assert waiting(app) == [second.uid, third.uid]
        await pilot.press("u")
        await settle(pilot)
        assert waiting(app) == [first.uid, second.uid, third.uid]
        assert not len(journal.cravings)
        assert not len(journal.triggers)
        await pilot.press("a")
        await settle(pilot)
        assert waiting(app) == []
        assert [entry.text for entry in journal.entries] == [NOTE, "never mind"]
        assert isinstance(app.screen, Today)
        assert today_says(app) == ""


async def test_left_for_later_it_stays_and_today_leads_there_without_nagging(path: Path) -> None:
    app = make_app(path)
    write(path, craving(0), note(1))
    async with opened(app) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert today_says(app) == "2 to review"
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, Today)
        app.screen.query_one("#inbox", Row).focus()
        await pilot.press("enter")
        assert isinstance(app.screen, InboxReview)
        assert len(waiting(app)) == 2


async def test_what_a_shell_writes_meanwhile_arrives_quietly(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        write(path, craving(0))
        app.look_into_inbox()  # as it does once a minute
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert today_says(app) == "1 to review"
        write(path, note(1))
        await pilot.press("2", "1")
        await settle(pilot)
        await settle(pilot)  # the result is posted to a screen that is painted again by then
        assert today_says(app) == "2 to review"


async def test_the_craving_and_the_lock_are_one_key_away_from_it(path: Path) -> None:
    app = make_app(path)
    write(path, note(0, "canary words"))
    async with opened(app) as pilot:
        assert "canary" in picture(app)
        await pilot.press("ctrl+r")
        assert isinstance(app.screen, screen_class("craving"))
        await pilot.press("escape", "ctrl+l")
        await settle(pilot)
        assert app.journal is None
        assert "canary" not in picture(app)


async def test_nothing_is_shown_where_nothing_waits(path: Path) -> None:
    app = make_app(path)
    async with opened(app):
        assert isinstance(app.screen, Today)
        assert today_says(app) == ""


async def test_a_journal_that_is_only_read_leaves_what_waits_where_it_is(path: Path) -> None:
    app = make_app(path)
    write(path, note(0))
    with Journal.open(path, PASSPHRASE, read_only=True) as journal:
        assert journal.inbox.waiting() == []
        journal.inbox.take_in()
        assert journal.inbox.waiting() == []
    async with opened(app):
        assert len(waiting(app)) == 1


def test_its_keys_stand_in_the_one_table() -> None:
    assert {key.action for key in TABLE if key.where == "inbox"} == {"keep_all", "app.undo", "back"}


async def test_a_craving_about_something_unknown_asks_which_focus_it_was(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add(alcohol()))
    unknown, known = replace(craving(0), focus="wine"), replace(craving(1), focus="alcohol")
    write(path, unknown, known)
    async with opened(app) as pilot:
        assert app.journal is not None
        (focus,) = app.journal.focuses.all()
        await pilot.press("enter")
        await settle(pilot)
        assert "You wrote “wine”. What was it about?" in picture(app)
        assert_golden(app, "inbox-which-focus")
        await pilot.press("escape")
        await settle(pilot)
        assert waiting(app) == [unknown.uid, known.uid]
        await pilot.press("a")
        await settle(pilot)
        assert waiting(app) == [unknown.uid]
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        assert waiting(app) == []
        kept = app.journal.cravings.get(unknown.uid)
        assert (kept.focus, kept.about) == (focus.uid, "wine")
