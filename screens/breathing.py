"""A craving while the journal is locked: breath, timer, lines. No name, no reason, no plan."""

from __future__ import annotations

import os

from textual import on
from textual.app import ComposeResult

from journal.domain import words
from journal.domain.preferences import Preferences
from screens.keys import bindings
from screens.timing import Timing
from screens.view import View
from screens.widgets.breath import Breath
from screens.widgets.countdown import Countdown
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain
from screens.widgets.rating import Rating


class Breathing(View[None]):
    """Keeps nothing, unless a craving was being timed when the journal locked: its answer is kept in memory."""

    CSS_PATH = "breathing.tcss"
    WHERE = "breathing"
    BINDINGS = bindings(WHERE)

    def body(self) -> ComposeResult:
        """The breath, the timer, the question where there is a craving to answer for, the emergency number."""
        timing = self.app.timing or Timing(self.app.clock, Preferences().timer_minutes)
        with Panel("craving", "esc is fine"):
            yield Breath(self.app.clock, motion=self.app.settings.motion)
            yield Countdown(timing)
            if self.app.timing:
                yield Plain(words.CRAVING_HOW_NOW)
                yield Rating()
                yield Plain("", id="kept", classes="muted")
            else:
                there = os.path.lexists(self.app.path)
                yield Plain(words.CRAVING_LOCKED if there else words.CRAVING_NO_JOURNAL, classes="muted")
            yield Plain(words.emergency_foot(self.app.settings.region), id="emergency")

    @on(Rating.Rated)
    def keep_answer(self, message: Rating.Rated) -> None:
        """Keep it in memory until the journal is open."""
        if self.app.timing:
            self.app.timing.answered(message.value)
            self.query_one("#kept", Plain).show(words.CRAVING_WHILE_LOCKED)

    def action_back(self) -> None:
        """Back to the locked screen; the timer runs on."""
        self.dismiss(None)
