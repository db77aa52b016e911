"""Settings: one line for each, saying how it stands; enter opens its form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from journal.config.emergency_card import Card
from journal.domain.dates import day_words
from journal.domain.focuses import Focus, paused
from journal.domain.safety_lines import REGIONS
from journal.domain.safety_plan import PARTS
from journal.text import errors as errors_text
from journal.text import focuses as focuses_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed
from screens.security.backup import last_copy
from screens.settings.preferences_form import clock_time
from screens.widgets.panel import Panel
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate

NAME: Final = 18
"""Cells of a line's name, so that what is said of it stands in a column."""


class Line(NamedTuple):
    """One setting: its name, how it stands, and what opens it."""

    name: str
    stands: str
    opens: Callable[[], object]


class SettingsScreen(BaseScreen[None]):
    """What is personal lives in the journal; the rest on this computer."""

    KEY_SCOPE = "settings"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        """The lines."""
        with Panel("settings", "enter change · + add · esc back"):
            yield RecordList(_drawn, id="lines")

    def on_mount(self) -> None:
        """The arrows go through the lines."""
        self.query_one(RecordList).focus()

    def on_screen_resume(self) -> None:
        """Back from a form."""
        self.follow()

    @on(Changed)
    def follow(self) -> None:
        """Show how things stand now."""
        if self.app.journal is not None:
            self.query_one(RecordList).show(list(self._lines()))

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    def change(self, message: RecordList.About) -> None:
        """Open the form of a line."""
        message.item.opens()

    def action_add(self) -> None:
        """Something else to recover from."""
        self.app.show("focus")

    def _lines(self) -> Iterator[Line]:
        show = self.app.show
        preferences, settings = self.journal.preferences, self.app.settings
        begins = f"{clock_time(preferences.day_starts_at):%H:%M}"
        yield Line(
            "Words and days",
            f"{preferences.slip_word} · {preferences.since.value} · day from {begins}",
            partial(show, "preferences", record=preferences),
        )
        for focus in self.journal.focuses.all():
            yield Line(focus.label, self._stands(focus), partial(show, "focus", record=focus))
        yield Line("+", "something else to recover from", self.action_add)
        words = "recovery words made" if self.journal.has_recovery else "no recovery words yet"
        yield Line("Passphrase, keys", words, partial(show, "what_opens"))
        yield Line("Copies", last_copy(self), partial(show, "backup"))
        yield Line("Another copy", "bring in what it holds", partial(show, "merge"))
        here = f"{REGIONS.get(settings.region, 'no region')} · locks in {settings.idle_minutes} min"
        yield Line("This computer", here, partial(show, "computer"))
        plan = len(self.journal.safety_plan.parts())
        yield Line("Safety plan", f"{plan} of {len(PARTS)} parts written", partial(show, "safety_plan"))
        card = "shown while locked" if Card.load() else "none: nothing of yours is shown"
        yield Line("Emergency card", card, partial(show, "card"))
        own = f"{len(settings.lines)}, on F4" if settings.lines else "none yet"
        yield Line("My own lines", own, partial(show, "own_lines"))
        yield Line("Compact", f"{_size(self.journal.path.stat().st_size)}: write the file anew", self._ask_compact)
        yield Line("The file", str(self.journal.path), partial(self.app.tell, str(self.journal.path)))
        yield Line("Erase the journal", "and its earlier copies", partial(show, "erase_journal"))

    def _stands(self, focus: Focus) -> str:
        today = self.journal.today()
        parts = [focuses_text.GOAL_MODE_WORDS[focus.goal_mode]]
        parts.append(f"since {day_words(focus.start, today)}" if focus.start else "not yet")
        parts += ["paused"] if paused(focus, today) else []
        parts += ["put away"] if focus.archived else []
        return " · ".join(parts)

    def _ask_compact(self) -> None:
        detail = (
            "What was deleted or changed leaves the file. The file before it is kept beside, as the first of three."
        )
        self.app.ask("Write the file anew?", "Write it", self._compact, detail=detail)

    def _compact(self) -> None:
        self.app.run_worker(self._compacted(), group="journal")

    async def _compacted(self) -> None:
        from journal.errors import VaultError

        journal = self.journal
        try:
            await self.app.keeper.do(journal.compact)
        except VaultError as error:
            self.app.tell(errors_text.error_text(error), wrong=True)
            return
        self.app.tell(f"Written anew: {_size(journal.path.stat().st_size)}.")
        self.app.broadcast(Changed)


def _drawn(line: Line, width: int) -> str:
    name = truncate(line.name, NAME)
    return f"{name}{' ' * (NAME - Content(name).cell_length)}  {line.stands}"


def _size(count: int) -> str:
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
