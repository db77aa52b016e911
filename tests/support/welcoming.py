"""Drive the welcome screens, with recovery words that are the same each time."""

from __future__ import annotations

from random import Random

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screens.app import JournalApp
from screens.welcome.welcome import Welcome
from tests.conftest import PASSPHRASE
from tests.support.driving import settle

OFFERED = "lamp orbit canal ripple seven autumn"
WORDS = "abandon " * 23 + "art"


def same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace random choices by fixed ones."""
    monkeypatch.setattr("journal.store.new_secrets.generated_passphrase", lambda: OFFERED)
    monkeypatch.setattr("journal.store.new_secrets.new_recovery_words", lambda: WORDS)
    monkeypatch.setattr("screens.security.recovery_words_steps.SystemRandom", lambda: Random(7))


def welcome(app: JournalApp) -> Welcome:
    """Return the current screen, which must be Welcome."""
    assert isinstance(app.screen, Welcome)
    return app.screen


async def paste(pilot: Pilot[int], field: str, text: str) -> None:
    """Put text into a field of the current step, and keep the focus there."""
    place = pilot.app.screen.query_one(f"#{field} Input", Input)
    place.value = text
    place.focus()
    await pilot.pause()


async def press(pilot: Pilot[int], button: str) -> None:
    """Press one of the two buttons: ``on`` or ``skip``."""
    pilot.app.screen.query_one(f"#{button}").focus()
    await pilot.press("enter")
    await settle(pilot)


async def give_passphrase(pilot: Pilot[int], passphrase: str = PASSPHRASE) -> None:
    """Type the passphrase twice, and continue to the recovery words."""
    await paste(pilot, "new", passphrase)
    await paste(pilot, "again", passphrase)
    await pilot.press("enter")
    await settle(pilot)


async def go_to(pilot: Pilot[int], step: str) -> None:
    """Go from the first step to this one, answering only the passphrase."""
    app = pilot.app
    assert isinstance(app, JournalApp)
    while welcome(app).current != step:
        if welcome(app).current == "passphrase":
            await give_passphrase(pilot)
        else:
            await press(pilot, "skip")


async def choose_alcohol(pilot: Pilot[int]) -> None:
    """Go from the first step to the goal for alcohol."""
    await go_to(pilot, "what")
    await pilot.press("1")
    await press(pilot, "on")


async def reach_since(pilot: Pilot[int]) -> None:
    """Choose alcohol and a goal, and go on to the question since when."""
    await choose_alcohol(pilot)
    await press(pilot, "on")
    await press(pilot, "on")
