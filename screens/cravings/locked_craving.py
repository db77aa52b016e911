"""A craving while the journal is locked: breath and timer at once, each answer sealed at its keystroke.

ctrl+r opens it on the locked screens, so it has to be there at once: it imports the vault and msgspec only when there
is something to seal. It shows nothing personal but the emergency card, which exists only if the person wrote one.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from journal.config.emergency_card import Card
from journal.domain.cravings import SHORTEST_TIMED, starter_triggers
from journal.domain.preferences import Preferences
from journal.text import cravings as cravings_text
from journal.text import emergency_card as emergency_card_text
from journal.text import locked as locked_text
from journal.text import safety as safety_text
from screens.base.screen import BaseScreen
from screens.cravings.timer_panel import Countdown, TimerPanel
from screens.key import Key
from screens.keymap import bindings
from screens.runtime.craving_timer import CravingTimer
from screens.runtime.terminal import ZOOMED_ACROSS, ZOOMED_DOWN
from screens.widgets.choice import Choice
from screens.widgets.fields.base import Field
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.rating import Rating

if TYPE_CHECKING:
    from journal.domain.captures import Capture

STRONG: Final = 8


class Breathing(BaseScreen[None]):
    """Begins a craving, or goes on with the one that is being timed: of that only how it is now is asked, and shown.

    A craving of the open journal that was being timed when it locked gets its answer when it opens again.
    """

    KEY_SCOPE = "breathing"
    BINDINGS = bindings(KEY_SCOPE)
    HORIZONTAL_BREAKPOINTS = ZOOMED_ACROSS
    VERTICAL_BREAKPOINTS = ZOOMED_DOWN
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Breathing.-narrow #ask .hint, Breathing.-narrow #ask-now .hint { display: none; } /* nothing may jump */
    Breathing {
        #own, .title { color: $accent; text-style: bold; }
        #own, #ask, .title { margin-top: 1; }
        #strong { text-style: bold; }
        #felt { display: none; }
        #foot { height: 1; padding: 0 2; }
        &.-narrow TimerPanel Horizontal { layout: vertical; height: auto; }
        &.-short #own, &.-short #ask, &.-short .title { margin-top: 0; }
    }
    """  # with a file of its own, Textual would parse all style sheets again, at the worst moment

    def __init__(self) -> None:
        super().__init__()
        self._noted: Capture | None = None
        self._sealed_as = ""

    @property
    def shows_timer(self) -> bool:
        """Whether the countdown stands on the screen."""
        return bool(self.query(Countdown))

    def body(self) -> ComposeResult:
        """The breath, the person's own words, how strong it is, what helps many people, and the emergency number.

        Few widgets: what comes after the first digit is mounted when it is due, so that this is there at once.
        """
        timing = self._begun()
        if timing.capture is not None:
            self._noted, self._sealed_as = timing.capture, timing.craving
        with Panel(cravings_text.CRAVING, cravings_text.CRAVING_LEAVING):
            motion, passes = self.app.settings.motion, cravings_text.CRAVING_PEAK_PASSES
            yield TimerPanel(self.app.clock, timing, minutes=timing.minutes, passed=passes, motion=motion)
            card = Card.load()
            own = "\n".join([*card.sentences, *map(emergency_card_text.card_call, card.people)])
            yield from [Plain(own, id="own")] if own else []
            if timing.craving or timing.capture:
                yield from self._now()
            else:
                yield Field(
                    cravings_text.CRAVING_HOW_STRONG,
                    Rating(id="intensity", anchors=cravings_text.STRENGTH_ANCHORS),
                    id="ask",
                )
            yield Plain(self._first_words(), id="first", classes="muted")
            yield Plain(locked_text.LOCKED_WHAT_HELPS, classes="title")
            yield Plain("\n".join([*locked_text.LOCKED_STEPS, cravings_text.TIMER_SOURCES]))
        yield Plain(safety_text.emergency_foot(self.app.settings.region), id="foot", classes="muted")

    def _first_words(self) -> str:
        """Return what is said before there is an answer: what becomes of it."""
        if self._sealed_as:
            return locked_text.LOCKED_BEFORE
        return locked_text.LOCKED_ANSWER if os.path.lexists(self.app.path) else locked_text.LOCKED_NO_JOURNAL

    def on_mount(self) -> None:
        """Focus the rating, so that a digit answers at once; nothing scrolls out of sight for it."""
        self.query_one(Rating).focus(scroll_visible=False)

    def _now(self) -> tuple[Widget, ...]:
        return Field(
            cravings_text.CRAVING_HOW_NOW, Rating(id="now", anchors=cravings_text.STRENGTH_ANCHORS), id="ask-now"
        ), Plain(id="felt", classes="muted")

    def _ask_on(self) -> None:
        """Ask, after the first digit, what set it off and how it is now."""
        if not self.query("#ask-now"):
            triggers = [(trigger.label, trigger.label) for trigger in starter_triggers()]
            choice = Choice(triggers, multiple=True, advances=True, id="trigger")
            asked = Field(cravings_text.CRAVING_TRIGGER, choice, id="ask-trigger")
            self.query_one(Panel).mount(
                Plain(locked_text.LOCKED_STRONG, id="strong"), asked, *self._now(), after="#first"
            )
        self.query_one("#first").display = False

    def key_rows(self) -> list[Key]:
        """All but the one that leads here, and the timer's where the journal waits for its answer."""
        hidden = ("app.craving", *(("timer",) if self._of_the_journal else ()))
        return [key for key in super().key_rows() if key.action not in hidden]

    # What it keeps.

    @on(Rating.Rated, "#intensity")
    def rate(self, message: Rating.Rated) -> None:
        """Seal how strong it is: the first digit begins the craving."""
        from msgspec.structs import replace

        from journal.store.capture import fresh_capture

        self._seal(replace(self._noted or fresh_capture(self.app.clock), intensity=message.value))

    @on(Choice.Chosen, "#trigger")
    def choose(self, message: Choice.Chosen) -> None:
        """Seal what set it off, in general words."""
        from msgspec.structs import replace

        if self._noted is not None:
            self._seal(replace(self._noted, triggers=message.choice.values))

    @on(Rating.Rated, "#now")
    def rate_now(self, message: Rating.Rated) -> None:
        """Seal how it is now, with the time on the timer."""
        from msgspec.structs import replace

        timing = self.app.timing
        if self._noted is not None:
            seconds = timing.elapsed() if timing else self._noted.timer_seconds
            self._seal(replace(self._noted, after=message.value, timer_seconds=seconds))
        elif timing is not None:
            timing.record_rating(message.value)
            self._show_felt(cravings_text.CRAVING_WHILE_LOCKED)
            self._bring_felt_into_sight()
            self._seal_answer(timing)

    def _seal_answer(self, timing: CravingTimer) -> None:
        """Seal the answer to a craving of the journal, too: a killed program keeps nothing in memory."""
        from msgspec.structs import replace

        from journal.store.capture import fresh_capture

        if timing.intensity is not None:
            capture = replace(fresh_capture(self.app.clock), uid=timing.craving, intensity=timing.intensity)
            answered = replace(capture, after=timing.answer, timer_seconds=timing.seconds)
            self.app.run_worker(self._sealed(answered), group="capture")

    def _show_felt(self, said: str) -> None:
        """Show a sentence under the answer."""
        felt = self.query_one("#felt", Plain)
        felt.show(said)
        felt.display = True
        self.query_one("#first").display = False

    def _bring_felt_into_sight(self) -> None:
        """Scroll to what is said of the answer, once nothing above it comes or goes any more."""
        self.call_after_refresh(self.query_one("#felt", Plain).scroll_visible, animate=False)

    def _seal(self, capture: Capture) -> None:
        self._noted = capture
        if self.app.timing:
            self.app.timing.capture = capture
        self._ask_on()
        for warning in self.query("#strong"):
            warning.display = capture.intensity in range(STRONG, 11)
        if capture.intensity is not None and capture.after is not None:
            self._show_felt(locked_text.locked_felt(capture.intensity, capture.after))
        self.app.run_worker(self._sealed(capture), group="capture")

    async def _sealed(self, capture: Capture) -> None:
        """Seal a capture, and say so once it is durable; a later answer seals all of them again."""
        from journal.errors import InboxFull, NoInbox, NoJournal, VaultError
        from journal.store.capture import capture as seal

        complaint = ""
        try:
            await self.app.keeper.run(partial(seal, self.app.path, capture))
        except NoJournal:
            complaint = locked_text.LOCKED_NO_JOURNAL
        except NoInbox:
            complaint = locked_text.LOCKED_NO_INBOX
        except InboxFull:
            complaint = locked_text.LOCKED_FULL
        except VaultError:
            complaint = locked_text.LOCKED_NOT_KEPT
        else:
            self._kept(capture)
        if self.is_attached and capture is self._noted:
            panel = self.query_one(Panel)
            panel.show_error(complaint)
            panel.set_hints(cravings_text.CRAVING_LEAVING if complaint else locked_text.LOCKED_KEPT)
            if capture.after is not None:
                self._bring_felt_into_sight()

    def _kept(self, capture: Capture) -> None:
        self._sealed_as = capture.uid
        if self.app.timing and self.app.timing.capture is not None:
            self.app.timing.craving = capture.uid

    # The timer.

    def _begun(self) -> CravingTimer:
        """Return the running timer, or a new one where there is none or what it timed is long over."""
        timing = self.app.timing
        if timing is None or not timing.is_active:
            timing = self.app.timing = CravingTimer(self.app.clock, Preferences().timer_minutes)
        return timing

    @property
    def _of_the_journal(self) -> bool:
        """Whether what is timed is a craving in the journal, which waits for its answer."""
        timing = self.app.timing
        return timing is not None and bool(timing.craving) and timing.capture is None

    def action_timer(self) -> None:
        """Stop the timer, or begin again."""
        if self._of_the_journal:
            return
        panel = self.query_one(TimerPanel)
        if stopped := self.app.timing:
            self.app.timing = None
            self._seal_timed(stopped)
        else:
            self.app.timing = CravingTimer(self.app.clock, panel.minutes, craving=self._sealed_as)
            self.app.timing.capture = self._noted
        panel.show_timer(self.app.timing)

    def _seal_timed(self, stopped: CravingTimer) -> None:
        """Seal how long the timer ran, if that was a minute or more and there is no answer to how it is now."""
        from msgspec.structs import replace

        noted = self._noted
        if noted is not None and noted.after is None and stopped.elapsed() >= SHORTEST_TIMED:
            self._seal(replace(noted, timer_seconds=stopped.elapsed()))

    def action_minutes(self, more: int) -> None:
        """Set the timer, running or not."""
        self.query_one(TimerPanel).change(more)

    def action_scroll(self, pages: int) -> None:
        """Scroll down by pages, or up: not everything fits into a small window."""
        panel = self.query_one(Panel)
        panel.scroll_relative(y=pages * max(1, panel.size.height - 2), animate=False)

    def action_back(self) -> None:
        """Go back to the locked screen; the timer runs on, unless there is an answer to how it is now."""
        if self._noted is not None and self._noted.after is not None:
            self.app.timing = None
        self.dismiss(None)
