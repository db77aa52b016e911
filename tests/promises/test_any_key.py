"""Check that any key at any step of a craving loses nothing: the file holds what was on the screen."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from journal.clock import FixedClock
from journal.domain.cravings import Craving, Outcome
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.cravings.craving import CravingNow
from screens.locked.lock_screen import Locked
from screens.widgets.choice import Choice
from screens.widgets.rating import Rating
from tests.conftest import NOON, PASSPHRASE, ZONE
from tests.screens.cravings.test_craving import fill
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.extent import examples

STEPS = ["7", "1", "0", "2", "3", "tab", "enter", "down", "space", "right"]
"""Keys that answer a question and go to the next."""

OTHERS = ["shift+tab", "up", "left", "t", "plus", "minus", "p", "o", "f", "x", "f4", "f1", "ctrl+s", "ctrl+r", "escape"]
"""Keys that do something else, here or in a field."""

LEADING_AWAY = ("escape", "ctrl+r", "o", "f4", "f1")

PRESSED = st.lists(st.sampled_from(STEPS) | st.sampled_from([*STEPS, *OTHERS]), min_size=1, max_size=24)
LEFT = st.sampled_from(["escape", "ctrl+l", "ctrl+q"])


@dataclass
class Seen:
    """What a person saw of one craving."""

    intensity: int | None = None
    now: int | None = None
    chosen: dict[str, set[Any]] = field(default_factory=dict)
    typed: str = ""


def seen_on(screen: CravingNow) -> Seen:
    """Return what the screen shows: the digits and the chosen options, by the widgets that show them."""
    chosen = {name: set(screen.query_one(f"#{name}", Choice).values) for name in ("trigger", "halt", "strategy")}
    return Seen(
        screen.query_one("#intensity", Rating).value,
        screen.query_one("#now", Rating).value,
        chosen | {"outcome": set(screen.query_one("#outcome", Choice).values)},
        screen.query_one("#place Input", Input).value.strip(),
    )


def kept_of(craving: Craving) -> Seen:
    """Return what a record says, as the screen would show it."""
    chosen: dict[str, set[Any]] = {
        "trigger": set(craving.triggers),
        "halt": set(craving.halt),
        "strategy": {attempt.strategy for attempt in craving.attempts},
        "outcome": {craving.outcome} - {Outcome.UNKNOWN},
    }
    return Seen(craving.intensity, craving.after, chosen, craving.place)


async def press_all(pilot: Pilot[int], keys: list[str]) -> dict[str, Seen]:
    """Press the keys one by one; return what the screen showed of each craving (by uid) before it was left."""
    seen: dict[str, Seen] = {}

    async def look() -> None:
        await settle(pilot)
        screen = pilot.app.screen
        if isinstance(screen, CravingNow) and screen.craving is not None:
            seen[screen.craving.uid] = seen_on(screen)

    for key in keys:
        if key in LEADING_AWAY:
            await look()
        await pilot.press(key)
    await look()
    return seen


async def leave(pilot: Pilot[int], how: str) -> None:
    """Go back to the main screens, lock and unlock, or leave the program."""
    if how == "ctrl+l":
        await lock(pilot)
        if not isinstance(pilot.app.screen, Locked):  # a timer runs on, on a screen of its own
            await pilot.press("escape")
        await unlock(pilot)
    else:
        await pilot.press(*[how] * (4 if how == "escape" else 1))
        await settle(pilot)


async def flow(app: JournalApp, keys: list[str], left: str) -> dict[str, Seen]:
    async with opened(app) as pilot:
        await pilot.press("ctrl+r")
        await settle(pilot)
        seen = await press_all(pilot, keys)
        await leave(pilot, left)
    return seen


@settings(max_examples=examples(2), phases=[Phase.explicit, Phase.generate])  # shrinking opens hundreds of journals
@given(PRESSED, LEFT)
@example(["7", "enter", "1", "enter", "enter", "1", "enter", "3", "enter", "enter", "2", "enter", "x"], "escape")
@example(["9", "enter", "0", "x", "x"], "ctrl+l")
@example(["1", "0", "tab", "tab", "2", "escape", "ctrl+r", "o", "4"], "ctrl+q")
def test_any_key_at_any_step_loses_nothing(keys: list[str], left: str) -> None:
    with TemporaryDirectory() as directory:
        path = Path(directory) / "journal.rj"
        app = make_app(path, fill=fill)
        with Journal.open(path, PASSPHRASE) as before:
            old = {craving.uid for craving in before.cravings}
        seen = asyncio.run(flow(app, keys, left))
        with Journal.open(path, PASSPHRASE, clock=FixedClock(NOON, ZONE)) as journal:
            kept = {craving.uid: kept_of(craving) for craving in journal.cravings}
            half_typed = [draft.get("place", "") for draft in journal.drafts.all().values()]
    assert kept.keys() - old == seen.keys() - old
    for uid, shown in seen.items():
        if shown.typed in half_typed:
            shown.typed = kept[uid].typed
        assert kept[uid] == shown


async def test_each_step_is_in_the_file_before_the_next_is_asked(path: Path) -> None:
    """Check that nothing waits for the end: a power cut after any step keeps all steps up to it."""
    app, steps = make_app(path, fill=fill), []
    async with opened(app) as pilot:
        await pilot.press("ctrl+r")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CravingNow)
        for keys in (["7"], ["enter", "1"], ["enter", "2"], ["enter", "1"], ["enter", "3"]):
            await pilot.press(*keys)
            await settle(pilot)
            steps.append((seen_on(screen), path.read_bytes()))
    for number, (shown, bytes_then) in enumerate(steps):
        cut = path.with_name(f"cut-{number}.rj")
        cut.write_bytes(bytes_then)
        with Journal.open(cut, PASSPHRASE) as journal:
            assert kept_of(journal.cravings.all()[-1]) == shown


async def test_what_was_answered_is_still_on_the_screen_after_a_lock(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await pilot.press("ctrl+r", "8", "2", "3")
        await settle(pilot)
        before = pilot.app.screen
        assert isinstance(before, CravingNow)
        shown = seen_on(before)
        await lock(pilot)
        await unlock(pilot)
        after = pilot.app.screen
        assert isinstance(after, CravingNow)
        assert seen_on(after) == shown
