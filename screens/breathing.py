"""A craving while the journal is locked: breath and timer at once, what is answered sealed at that keystroke.

It shows nothing of the person's but the emergency card, which is there only if they chose it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from journal.card import Card
from journal.domain import words
from journal.domain.cravings import starter_triggers
from journal.domain.preferences import Preferences
from screens.keys import Key, bindings
from screens.timing import Timing
from screens.view import View
from screens.widgets.choice import Choice
from screens.widgets.field import AnyField
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain
from screens.widgets.rating import Rating
from screens.widgets.riding import Riding

if TYPE_CHECKING:
    from journal.domain.captures import Capture

STILL_ON: Final = 3 * 3600
"""Seconds after which a craving that nobody came back to is over, and the key begins another one."""

STRONG: Final = 8


class Breathing(View[None]):
    """Begins a craving, or goes on with the one that is being timed: of that only how it is now is asked, and shown.

    A craving of the open journal that was being timed when it locked gets its answer when it opens again.
    """

    CSS_PATH = "breathing.tcss"
    WHERE = "breathing"
    BINDINGS = bindings(WHERE)
    AUTO_FOCUS = "Rating"

    def __init__(self) -> None:
        super().__init__()
        self._noted: Capture | None = None
        self._sealed_as = ""

    def body(self) -> ComposeResult:
        """The breath, the person's own words, the questions, what helps many people, and the emergency number."""
        timing = self._begun()
        if timing.noted is not None:
            self._noted, self._sealed_as = timing.noted, timing.craving
        card = Card.load()
        with Panel("craving", words.CRAVING_LEAVING):
            motion = self.app.settings.motion
            passes = words.CRAVING_PEAK_PASSES
            yield Riding(self.app.clock, timing, minutes=timing.minutes, passed=passes, motion=motion)
            yield from (Plain(sentence, classes="own") for sentence in card.sentences)
            yield from (Plain(words.card_call(who), classes="own") for who in card.people)
            yield Vertical(*self._questions(going_on=bool(timing.craving or timing.noted)), id="questions")
            yield Plain(words.LOCKED_WHAT_HELPS, classes="title")
            yield from (Plain(step) for step in words.LOCKED_STEPS)
            yield Plain(words.TIMER_SOURCES, classes="muted")
        yield Plain(words.emergency_foot(self.app.settings.region), id="foot", classes="muted")

    def _questions(self, *, going_on: bool) -> ComposeResult:
        if not going_on:
            yield AnyField(words.CRAVING_HOW_STRONG, Rating(id="intensity"), id="ask-intensity")
        yield Plain(words.LOCKED_BEFORE if self._sealed_as else words.LOCKED_ANSWER, id="first", classes="muted")
        if not going_on:
            yield Plain(words.LOCKED_STRONG, id="strong")
            triggers = [(trigger.label, trigger.label) for trigger in starter_triggers()]
            yield AnyField(words.CRAVING_TRIGGER, Choice(triggers, many=True, id="trigger"), id="ask-trigger")
        yield AnyField(words.CRAVING_HOW_NOW, Rating(id="now"), id="ask-now")
        yield Plain(id="felt", classes="muted")

    def on_mount(self) -> None:
        """What comes after the first digit waits for it."""
        self._show()

    def _show(self) -> None:
        noted = self._noted
        for asked in self.query("#ask-trigger"):
            asked.display = noted is not None
        for warning in self.query("#strong"):
            warning.display = noted is not None and noted.intensity in range(STRONG, 11)
        self.query_one("#ask-now").display = noted is not None or self._of_the_journal
        self.query_one("#felt").display = False

    def key_rows(self) -> list[Key]:
        """All but the one that leads here, and the timer's where the journal waits for its answer."""
        hidden = ("app.craving", *(("timer",) if self._of_the_journal else ()))
        return [key for key in super().key_rows() if key.action not in hidden]

    # What it keeps.

    @on(Rating.Rated, "#intensity")
    def rate(self, message: Rating.Rated) -> None:
        """How strong it is: the first digit begins the craving."""
        from msgspec.structs import replace

        from journal.outside import fresh_capture

        self._seal(replace(self._noted or fresh_capture(self.app.clock), intensity=message.value))

    @on(Choice.Chosen, "#trigger")
    def choose(self, message: Choice.Chosen) -> None:
        """What set it off, in general words."""
        from msgspec.structs import replace

        if self._noted is not None:
            self._seal(replace(self._noted, triggers=message.choice.values))

    @on(Rating.Rated, "#now")
    def rate_now(self, message: Rating.Rated) -> None:
        """How it is now, with what the timer says."""
        from msgspec.structs import replace

        timing = self.app.timing
        if self._noted is not None:
            seconds = timing.elapsed() if timing else None
            self._seal(replace(self._noted, after=message.value, timer_seconds=seconds))
        elif timing is not None:
            timing.answered(message.value)
            self._show_felt(words.CRAVING_WHILE_LOCKED)

    def _show_felt(self, said: str) -> None:
        felt = self.query_one("#felt", Plain)
        felt.show(said)
        felt.display = True
        self.call_after_refresh(felt.scroll_visible, animate=False)

    def _seal(self, capture: Capture) -> None:
        self._noted = capture
        if self.app.timing:
            self.app.timing.noted = capture
        self._show()
        self.query_one("#first").display = False
        if capture.intensity is not None and capture.after is not None:
            self._show_felt(words.locked_felt(capture.intensity, capture.after))
        self.app.run_worker(self._sealed(capture), group="capture")

    async def _sealed(self, capture: Capture) -> None:
        """Told when it is durable; a later answer seals all of them again, and tells for itself."""
        from journal.outside import InboxFull, NoInbox, NoJournal, VaultError
        from journal.outside import capture as seal

        complaint = ""
        try:
            await self.app.keeper.do(partial(seal, self.app.path, capture))
        except NoJournal:
            complaint = words.LOCKED_NO_JOURNAL
        except NoInbox:
            complaint = words.LOCKED_NO_INBOX
        except InboxFull:
            complaint = words.LOCKED_FULL
        except VaultError:
            complaint = words.LOCKED_NOT_KEPT
        else:
            self._kept(capture)
        if self.is_attached and capture is self._noted:
            panel = self.query_one(Panel)
            panel.complain(complaint)
            panel.show_keys(words.CRAVING_LEAVING if complaint else words.LOCKED_KEPT)

    def _kept(self, capture: Capture) -> None:
        self._sealed_as = capture.uid
        if self.app.timing and self.app.timing.noted is not None:
            self.app.timing.craving = capture.uid

    # The timer.

    def _begun(self) -> Timing:
        """The timer that runs; a new one where there is none, or where what it timed is long over."""
        timing = self.app.timing
        over = timing is not None and not timing.left()
        long_over = timing is not None and timing.elapsed() > STILL_ON
        if timing is None or (over and not timing.craving) or (long_over and timing.noted is not None):
            timing = self.app.timing = Timing(self.app.clock, Preferences().timer_minutes)
        return timing

    @property
    def _of_the_journal(self) -> bool:
        """Whether what is timed is a craving in the journal, which waits for its answer."""
        timing = self.app.timing
        return timing is not None and bool(timing.craving) and timing.noted is None

    def action_timer(self) -> None:
        """Stop the timer, or begin again."""
        if self._of_the_journal:
            return
        riding = self.query_one(Riding)
        if self.app.timing:
            self.app.timing = None
        else:
            self.app.timing = Timing(self.app.clock, riding.minutes, craving=self._sealed_as)
            self.app.timing.noted = self._noted
        riding.follow(self.app.timing)

    def action_minutes(self, more: int) -> None:
        """Set the timer, running or not."""
        self.query_one(Riding).change(more)

    def action_scroll(self, pages: int) -> None:
        """Further down, or up: not everything fits into a small window."""
        panel = self.query_one(Panel)
        panel.scroll_relative(y=pages * max(1, panel.size.height - 2), animate=False)

    def action_back(self) -> None:
        """Back to the locked screen; the timer runs on, unless it has been said how it is now."""
        if self._noted is not None and self._noted.after is not None:
            self.app.timing = None
        self.dismiss(None)
