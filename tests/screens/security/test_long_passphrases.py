"""Test long passphrases on the screens: old ones still open, new ones are limited, and none is cut silently."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from journal.passphrase_length import NEW_TOO_LONG, TOO_LONG
from journal.store.journal import Journal
from journal.store.new_secrets import new_recovery_words
from screens.app import JournalApp
from screens.security.passphrase_form import PassphraseSheet
from screens.today.today import Today
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.driving import locked, make_app, open_app, opened, settle
from tests.support.golden import picture
from tests.support.long_passphrases import NEARLY, NONE, OLDER, OVER
from tests.support.welcoming import welcome


async def pasted(pilot: Pilot[int], field: str, text: str) -> Input:
    """Paste into a field, replacing its content, as a terminal does."""
    place = pilot.app.screen.query_one(field, Input)
    place.focus()
    place.action_select_all()
    place.post_message(events.Paste(text))
    await settle(pilot)
    return place


def says(app: JournalApp, sentence: str) -> bool:
    """Return whether a sentence can be read, with its line breaks."""
    return "".join(sentence.split()) in "".join(letter for letter in picture(app) if letter not in "│ \n╭╮╰╯─▌▐▊▎┃")


@pytest.mark.parametrize("passphrase", [NEARLY, OLDER], ids=["9,999", "older"])
async def test_whatever_ever_was_a_passphrase_unlocks(path: Path, passphrase: str) -> None:
    Journal.create(path, passphrase, cost=CHEAP).close()
    app = open_app(path)
    async with locked(app) as pilot:
        assert (await pasted(pilot, "#passphrase", f"{passphrase}\nanother line")).value == passphrase
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Today)


async def test_what_is_too_long_to_be_one_is_told_and_not_taken_in_part(path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await pasted(pilot, "#passphrase", "what was there")
        assert (await pasted(pilot, "#passphrase", NONE)).value == "what was there"
        assert says(app, TOO_LONG)


async def test_a_line_of_a_passphrase_ends_only_where_one_ends_everywhere(path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        assert (await pasted(pilot, "#passphrase", "one\u2028two\x0cthree\rnext")).value == "one\u2028two\x0cthree"


async def test_a_journal_is_made_with_nearly_ten_thousand_characters_and_not_with_more(path: Path) -> None:
    app = open_app(path)
    async with locked(app) as pilot:
        for passphrase in (OVER, NEARLY):
            for field in ("#new Input", "#again Input"):
                await pasted(pilot, field, passphrase)
            await pilot.press("enter")
            await settle(pilot)
            if passphrase == OVER:
                assert says(app, NEW_TOO_LONG)
                assert not path.exists()
        assert welcome(app).current == "words"
    Journal.open(path, NEARLY).close()


async def test_a_new_passphrase_is_bounded_where_it_is_changed(path: Path) -> None:
    app = make_app(path)
    async with opened(app, size=(100, 40)) as pilot:
        app.show("passphrase")
        await settle(pilot)
        await pasted(pilot, "#now Input", PASSPHRASE)
        for field in ("#new Input", "#again Input"):
            await pasted(pilot, field, OVER)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, PassphraseSheet)
        assert says(app, NEW_TOO_LONG)
        await pasted(pilot, "#now Input", NONE)
        assert says(app, TOO_LONG)
    Journal.open(path, PASSPHRASE).close()


async def test_a_new_passphrase_is_bounded_where_the_words_open_it(path: Path) -> None:
    words = new_recovery_words()
    Journal.create(path, PASSPHRASE, words, cost=CHEAP).close()
    app = open_app(path)
    async with locked(app) as pilot:
        await pilot.press("f6")
        await settle(pilot)
        await pasted(pilot, "#words", "\n".join(words.split()))
        for field in ("#new", "#again"):
            await pasted(pilot, field, OVER)
        await pilot.press("enter")
        await settle(pilot)
        assert says(app, NEW_TOO_LONG)
        await pasted(pilot, "#new", NONE)
        assert says(app, TOO_LONG)
        for field in ("#new", "#again"):
            await pasted(pilot, field, NEARLY)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Today)
    Journal.open(path, NEARLY).close()
