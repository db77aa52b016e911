"""Lines to call, what to do when someone does not wake, people to ask, the safety plan. Needs no passphrase.

F4 opens it from anywhere. While locked it shows nothing personal but the person's own lines and the emergency card.
"""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from journal.config.emergency_card import Card
from journal.domain.safety_lines import Line, lines
from journal.domain.safety_plan import SafetyPlan
from journal.text import emergency_card as emergency_card_text
from journal.text import safety as safety_text
from screens.base.screen import BaseScreen
from screens.key import Key
from screens.keymap import bindings
from screens.messages import Changed
from screens.runtime.terminal import ZOOMED_ACROSS, ZOOMED_DOWN
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class Safety(BaseScreen[None]):
    """The lines of the region, all of them when none is chosen; a digit leads to each part. Sources come last."""

    KEY_SCOPE = "safety"
    BINDINGS = [*bindings("safety"), *bindings("reading")]
    HORIZONTAL_BREAKPOINTS = ZOOMED_ACROSS
    VERTICAL_BREAKPOINTS = ZOOMED_DOWN
    CSS_PATH = "safety.tcss"

    def body(self) -> ComposeResult:
        with Panel(safety_text.SAFETY, safety_text.SAFETY_KEYS, reads=True):
            yield Plain(safety_text.SAFETY_CANNOT_CALL, classes="muted")
            yield from self._parts()
        yield Plain(safety_text.format_emergency(self.app.settings.region), id="foot")

    def _parts(self) -> ComposeResult:
        yield Vertical(Plain(f"1 {safety_text.SAFETY_LINES}", classes="title"), *self._lines(), id="part-1")
        steps = (*safety_text.OVERDOSE.paragraphs, safety_text.from_source(safety_text.OVERDOSE.source))
        waking = [*self._naloxone(), *map(Plain, steps)]
        yield Vertical(Plain(f"2 {safety_text.OVERDOSE.title}", classes="title"), *waking, id="part-2")
        if people := self._people():
            shown = (Plain(one) for one in people)
            yield Vertical(Plain(f"3 {safety_text.SAFETY_PEOPLE}", classes="title"), *shown, id="part-3")
        if plan := self._plan():
            yield Vertical(Plain(f"4 {safety_text.SAFETY_PLAN}", classes="title"), *plan, id="part-4")
        sources = map(Plain, safety_text.format_sources(self._found))
        yield Vertical(Plain(safety_text.SAFETY_SOURCES, classes="title"), *sources, id="sources", classes="muted")

    @property
    def _found(self) -> list[Line]:
        """Return the person's own lines and those of the region."""
        return lines(self.app.settings.region, self.app.settings.lines)

    def _lines(self) -> ComposeResult:
        region = self.app.settings.region
        if not region:
            yield Plain(safety_text.SAFETY_ALL_REGIONS, classes="muted")
        for one in self._found:
            yield Plain(safety_text.format_line(one, with_region=not region), classes="line")
        yield Plain(safety_text.SAFETY_COLLECTED, classes="line muted")

    def _naloxone(self) -> list[Plain]:
        """Return where the person's own naloxone is; nothing while locked."""
        if self.app.journal is None:
            return []

        from journal.domain.home_walk import newest
        from journal.text import home_walk as home_walk_text

        kit = newest(self.journal.naloxone)
        return [Plain(home_walk_text.at_hand(kit, self.journal.today()), id="naloxone")] if kit else []

    def _people(self) -> list[str]:
        """Return people to ask; while locked those on the emergency card."""
        if self.app.journal is None:
            return [emergency_card_text.card_call(who) for who in Card.load().people]

        from journal.text import people as people_text

        return people_text.people_to_ask(self.journal.people) or [safety_text.SAFETY_NO_PEOPLE]

    def _plan(self) -> list[Plain]:
        """Return the safety plan; while locked its parts on the emergency card."""
        own = self.journal.safety_plan.parts() if self.app.journal else Card.load().parts()
        parts = [(safety_text.SAFETY_PLAN_HEADINGS[name], words) for name, words in own.items()]
        if self.app.journal is not None and not parts:
            return [Plain(safety_text.SAFETY_PLAN_NONE)]
        return [Plain(text, classes=kind) for part in parts for text, kind in zip(part, ("heading", ""), strict=True)]

    @property
    def key_scopes(self) -> list[str]:
        """The keys of what is there to be read, too."""
        return [*super().key_scopes, "reading"]

    def key_rows(self) -> list[Key]:
        """The plan is written only where the journal is open."""
        return [key for key in super().key_rows() if key.action != "write" or self.app.journal is not None]

    @on(Changed)
    async def refresh_after_change(self, message: Changed) -> None:
        """Show the plan again after a change."""
        if SafetyPlan.table in message.tables and self.app.journal is not None:
            part = self.query_one("#part-4")
            await part.query("Plain").exclude(".title").remove()
            await part.mount(*self._plan())

    def action_part(self, number: int) -> None:
        """Scroll to a part, if it is there."""
        for part in self.query(f"#part-{number}"):
            self.query_one(Panel).scroll_to_widget(part, top=True, animate=False)

    def action_write(self) -> None:
        """Write the safety plan, or change it."""
        if self.app.journal is not None:
            self.app.show("safety_plan")
