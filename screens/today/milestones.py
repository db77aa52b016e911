"""All milestones: for each focus what was reached and when, and what is still ahead; then those that are no streak.

Today opens it with a key. It shows what ``journal.milestone_support`` finds, with the rewards promised for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.focuses import clean_word_of
from journal.domain.milestone_rewards import MilestoneReward, rewards_by_code
from journal.domain.milestones import Aim, Reached
from journal.milestone_support import FocusMilestones, focus_days, focus_milestones, tags, unnoticed, without_streak
from journal.text import milestones as milestones_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.today.coming_up import save_reached
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.record_list import Heading
from screens.widgets.text_fit import pad

NAME: Final = 28
"""Cells of a milestone's name in front of its date; with the name of a key tag more."""
NAME_WITH_TAG: Final = 34
INDENT: Final = "  "


class MilestoneLine(NamedTuple):
    """One line: the milestone, its name, when it was reached or how far away it is, and the reward for it."""

    focus: str
    aim: Aim
    name: str
    when: str
    is_reached: bool
    reward: MilestoneReward | None
    is_again: bool = False
    """Still ahead, though an earlier streak reached it."""

    def format_reward(self, today: date) -> str:
        """Return the reward; a taken one stands only at what was reached."""
        taken_before = self.is_again and self.reward is not None and self.reward.taken_on is not None
        return "" if taken_before else milestones_text.format_reward(self.reward, today)


class Milestones(ListScreen[MilestoneLine]):
    """Lists them; enter asks for the reward of the marked one."""

    KEY_SCOPE = "milestones"
    BINDINGS = bindings(KEY_SCOPE)
    DETAILS = "#whole"
    DEFAULT_CSS = """
    Milestones Panel { height: 1fr; }
    Milestones #whole { height: auto; }
    """

    def body(self) -> ComposeResult:
        """List all, and below them the whole reward of the marked one."""
        with Panel(milestones_text.TITLE):
            yield self.list_of(milestones_text.NOTHING)
            yield Plain(id="whole", classes="muted")

    def items(self) -> list[MilestoneLine]:
        """Return the lines, note their headings, and save what was reached and is not saved yet."""
        journal = self.journal
        found, general = focus_milestones(journal, focus_days(journal)), without_streak(journal)
        if unnoticed(journal, found, general):
            save_reached(self.app, journal)
        names = tags(journal)
        parts: list[str | MilestoneLine] = [part for one in found for part in self._of_focus(one, names)]
        if general:
            rewards = rewards_by_code(journal.milestone_rewards, "")
            parts += [milestones_text.NO_STREAK, *self._reached("", general, rewards, names)]
        lines: list[MilestoneLine] = []
        self._headings: list[Heading] = []
        for part in parts:
            if isinstance(part, str):
                self._headings.append(Heading(len(lines), part))
            else:
                lines.append(part)
        return lines

    def headings(self) -> list[Heading]:
        return self._headings

    def row(self, item: MilestoneLine, width: int) -> str:
        """Return ``30 days in a row   Fri 6 Nov · reward: new shoes``."""
        room = NAME_WITH_TAG if item.name.endswith(")") or tags(self.journal) else NAME
        said = f"{INDENT}{pad(item.name, room)} {item.when}"
        reward = item.format_reward(self.journal.today())
        return f"{said} · {one_line(reward, width)}" if reward else said

    def details(self, item: MilestoneLine) -> str:
        """Return the whole reward."""
        return item.format_reward(self.journal.today())

    def listed(self, items: Sequence[MilestoneLine]) -> None:
        """Name the keys that do something."""
        self.query_one(Panel).set_hints(milestones_text.SCHEME_KEYS, milestones_text.LINE_KEYS if items else "")

    # The lines.

    def _of_focus(self, one: FocusMilestones, names: Mapping[Aim, str]) -> Iterator[str | MilestoneLine]:
        """Yield the name of a focus, what was reached, and what is ahead; nothing where there is neither."""
        if not one.reached and not one.ahead:
            return
        word, rewards = clean_word_of(one.focus), rewards_by_code(self.journal.milestone_rewards, one.focus.uid)
        yield one_line(one.focus.label, 60)
        if one.reached:
            yield f"{INDENT}{milestones_text.REACHED}"
            yield from self._reached(one.focus.uid, one.reached, rewards, names, word, on_plan=one.on_plan)
        if one.ahead:
            yield f"{INDENT}{milestones_text.AHEAD}"
        for ahead in one.ahead:
            aim = ahead.aim
            name = milestones_text.format_aim(aim, word, on_plan=one.on_plan)
            name = milestones_text.format_again(milestones_text.format_tag(name, names.get(aim, "")), ahead)
            when = milestones_text.format_to_go(ahead, on_plan=one.on_plan)
            yield MilestoneLine(one.focus.uid, aim, name, when, ahead.again, rewards.get(aim.code), ahead.again)
        yield ""

    def _reached(
        self,
        focus: str,
        reached: Iterable[Reached],
        rewards: Mapping[str, MilestoneReward],
        names: Mapping[Aim, str],
        word: str = "",
        *,
        on_plan: bool = False,
    ) -> Iterator[MilestoneLine]:
        for one in reached:
            name = milestones_text.format_aim(one.aim, word, on_plan=on_plan)
            name = milestones_text.format_tag(name, names.get(one.aim, ""))
            when = milestones_text.format_when(one, self.journal.today())
            yield MilestoneLine(focus, one.aim, name, when, True, rewards.get(one.aim.code))

    # What the keys do.

    def edit_item(self, item: MilestoneLine) -> None:
        """Open the reward for a milestone, or ask for one."""
        new = MilestoneReward(focus=item.focus, what=item.aim.code, text="")
        self.app.show("milestone_reward", record=item.reward or new)

    def delete_item(self, item: MilestoneLine) -> None:
        """Delete the reward, after asking; a milestone itself is never deleted."""
        if item.reward is not None:
            self.app.delete(item.reward, milestones_text.THIS_REWARD)

    def action_tick(self) -> None:
        """Mark the reward as taken, or not; one for a milestone still ahead waits."""
        line = self.marked
        if line is None or line.reward is None:
            self.app.notify(milestones_text.NO_REWARD)
        elif line.reward.taken_on is not None:
            self.app.save(replace(line.reward, taken_on=None), said=milestones_text.NOT_TAKEN)
        elif line.is_reached:
            taken = replace(line.reward, taken_on=self.journal.today())
            self.app.save(taken, said=milestones_text.TAKEN)
        else:
            self.app.notify(milestones_text.NOT_REACHED)

    def action_scheme(self) -> None:
        """Ask which milestones are listed."""
        self.app.show("milestone_scheme", record=self.journal.preferences)

    def action_token(self) -> None:
        """Open the token to print, with the marked milestone chosen."""
        line = self.marked
        key = "" if line is None else f"{line.focus} {line.aim.code}"
        self.app.show("milestone_token", chosen=key)
