"""All milestones: for each focus what was reached and when, and what is still ahead; then those that are no streak.

Today opens it with a key. It only shows what ``journal.milestone_support`` finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual import on
from textual.app import ComposeResult

from journal.domain.focuses import clean_word_of
from journal.domain.milestones import Reached
from journal.milestone_support import FocusMilestones, focus_days, focus_milestones, unnoticed, without_streak
from journal.text import milestones as milestones_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed, DayChanged
from screens.today.coming_up import save_reached
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.text_fit import pad

NAME: Final = 28
"""Cells of a milestone's name in front of its date."""


class Milestones(BaseScreen[None]):
    """Shows them as lines to read."""

    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "Panel"

    def body(self) -> ComposeResult:
        """Lay out one panel to read."""
        with Panel(milestones_text.TITLE, milestones_text.KEYS, reads=True):
            yield Plain(id="told")

    def on_mount(self) -> None:
        """Show what the journal holds."""
        self.show_milestones()

    @on(Changed)
    @on(DayChanged)
    def show_milestones(self) -> None:
        """Show what the journal holds now, and save what was reached."""
        if self.app.journal is None:
            return
        found, general = focus_milestones(self.journal, focus_days(self.journal)), without_streak(self.journal)
        lines = [line for one in found for line in self._focus_lines(one)]
        if general:
            lines += [milestones_text.NO_STREAK, *(self._line(one, "") for one in general)]
        self.query_one("#told", Plain).show("\n".join(lines).strip() or milestones_text.NOTHING)
        if unnoticed(self.journal, found, general):
            save_reached(self.app, self.journal)

    def _focus_lines(self, one: FocusMilestones) -> Iterator[str]:
        """Yield the name of a focus, what was reached, and what is ahead; nothing where there is neither."""
        word = clean_word_of(one.focus)
        if one.reached or one.ahead:
            yield one_line(one.focus.label, 60)
        if one.reached:
            yield f"  {milestones_text.REACHED}"
            yield from (self._line(reached, word, on_plan=one.on_plan) for reached in one.reached)
        if one.ahead:
            yield f"  {milestones_text.AHEAD}"
        for ahead in one.ahead:
            name = milestones_text.format_again(milestones_text.format_aim(ahead.aim, word, on_plan=one.on_plan), ahead)
            yield f"    {pad(name, NAME)} {milestones_text.format_to_go(ahead, on_plan=one.on_plan)}"
        yield ""

    def _line(self, reached: Reached, word: str, *, on_plan: bool = False) -> str:
        name = milestones_text.format_aim(reached.aim, word, on_plan=on_plan)
        return f"    {pad(name, NAME)} {milestones_text.format_when(reached, self.journal.today())}"
