"""What a craving's screen shows: the questions, the plans, what may help, the time.

``craving.py`` adds saving to it. What may help comes from ``journal.craving_support``. The two modules are apart so
that each can be read on its own: this one decides what is shown, the other what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical

from journal.craving_support import CravingSupport
from journal.domain.cravings import Craving, Halt, Outcome, is_still_strong
from journal.domain.reasons import Reason, ReasonKind
from journal.domain.uses import Situation
from journal.text import cravings as cravings_text
from journal.text import forms as forms_text
from journal.text import labels as labels_text
from journal.text import reasons as reasons_text
from journal.text import safety as safety_text
from screens.base.screen import BaseScreen
from screens.cravings.craving_draft import resume
from screens.cravings.timer_panel import Countdown, TimerPanel
from screens.key import Key
from screens.runtime.craving_timer import CravingTimer
from screens.runtime.journal_worker import Draft
from screens.widgets.choice import Choice
from screens.widgets.fields.base import Field, TextField
from screens.widgets.fields.text import WritingField
from screens.widgets.footer import KeyLine
from screens.widgets.link_row import Row
from screens.widgets.notice_box import NoticeBox
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.rating import Rating
from screens.widgets.text_fit import pad, truncate

TRIGGERS: Final = 8
"""Most triggers offered: of the digits, one is for another trigger, and 0 skips the question."""

LABEL: Final = 28
"""Cells of a strategy's label shown at most."""


GOOD_DAY_SHOWN: Final = 200
"""Characters of a good day shown in a craving; all of it is on Plan. What comes below has to stay near."""


class Options(CravingSupport):
    """Each option is a uid and its line."""

    def trigger_options(self, craving: Craving) -> list[tuple[str, str]]:
        """Return the triggers used most for what the craving is about, and those chosen."""
        return [
            (trigger.uid, trigger.label) for trigger in self.offered_triggers(craving.triggers, craving.focus, TRIGGERS)
        ]

    def strategy_options(self, craving: Craving, longest: int = LABEL) -> list[tuple[str, str]]:
        """Return the uid and line of each offered strategy: label, what is known of it, what it needs."""
        offers = self.offers(craving)
        if self.uses_starters:
            return [(offer.strategy.uid, offer.strategy.label) for offer in offers]
        room = min(longest, max((cell_len(offer.strategy.label) for offer in offers), default=0))
        return [(o.strategy.uid, f"{pad(o.strategy.label, room)}  {cravings_text.format_offer(o)}") for o in offers]

    def tried_options(self, craving: Craving, longest: int = LABEL) -> list[tuple[str, str]]:
        """Return the uid and label of the strategies tried in the craving, in order, and whether each helped.

        A long label is cut, so that what was said is not.
        """
        labels = {strategy.uid: strategy.label for strategy in self.strategies}
        return [
            (tried.strategy, cravings_text.format_judged(truncate(labels[tried.strategy], longest), tried.helped))
            for tried in craving.attempts
            if tried.strategy in labels
        ]


OTHER: Final = ""
"""The option, in the place of a trigger's uid, of typing another one."""

SKIP: Final = "skip"
"""The option, in the place of a trigger's uid, of going on without one. Its digit is 0."""

TYPED: Final = ("place", "company", "thought")
"""The fields of a craving that are typed; the ids of their fields are the same."""

NARROW_LABEL: Final = 18
"""Cells of a strategy's label where the window is narrow; with one less there is room for “did not help”."""


class CravingView(BaseScreen[None]):
    """One craving as it happens, from its first digit on. A saved one has a form of its own (``craving_form``)."""

    def __init__(self, *, draft: tuple[str, Draft] | None = None) -> None:
        super().__init__()
        self.craving: Craving | None = None
        self._draft = draft[1] if draft else {}
        self._warns = False
        self._reached_strategies = False

    @property
    def shows_timer(self) -> bool:
        """Whether the countdown stands on the screen."""
        return bool(self.query(Countdown))

    def body(self) -> ComposeResult:
        if self.app.timing and self.app.timing.stale:
            self.app.timing = None
        self.craving = resume(self.app, self._draft)
        self._at_hand = hand = Options(self.journal, self.craving)
        with Panel(cravings_text.CRAVING, cravings_text.CRAVING_LEAVING):
            yield NoticeBox()
            yield Field(
                cravings_text.CRAVING_HOW_STRONG,
                Rating(id="intensity", anchors=cravings_text.STRENGTH_ANCHORS),
                id="ask-intensity",
            )
            yield Plain(self._first_words(), id="first", classes="muted")
            yield Vertical(*self._questions(), id="questions")
            motion = self.app.settings.motion
            yield TimerPanel(self.app.clock, self._timing, minutes=hand.minutes, passed=hand.passed, motion=motion)
            yield Vertical(*self._help(), id="help")
            yield Plain("\n".join(hand.people()) or cravings_text.CRAVING_NO_PEOPLE, id="people")
            yield Field(
                cravings_text.CRAVING_HOW_NOW, Rating(id="now", anchors=cravings_text.STRENGTH_ANCHORS), id="ask-now"
            )
            yield Plain(id="still-strong", classes="title")
            yield Vertical(*self._end(), id="end")
            yield Vertical(*self._more(), id="more")
        yield Plain(safety_text.emergency_foot(self.app.settings.region), id="foot", classes="muted")

    def _questions(self) -> ComposeResult:
        focuses = [(focus.uid, focus.label) for focus in self._at_hand.focuses]
        if len(focuses) > 1:
            yield Field(cravings_text.CRAVING_ABOUT, Choice(focuses, id="focus"), id="ask-focus")
        trigger = Choice[str]([], multiple=True, advances=True, id="trigger")
        yield Field(cravings_text.CRAVING_TRIGGER, trigger, id="ask-trigger")
        yield TextField(cravings_text.CRAVING_OTHER, id="other", hint=cravings_text.CRAVING_OTHER_HINT)
        yield Plain(id="plans")

    def _help(self) -> ComposeResult:
        starting = self._at_hand.uses_starters
        yield Plain(
            cravings_text.CRAVING_FIRST_STRATEGIES if starting else cravings_text.CRAVING_WHAT_HELPS, classes="title"
        )
        yield Field(
            cravings_text.CRAVING_CANNOT,
            Choice(list(cravings_text.NEEDED.items()), multiple=True, id="cannot"),
            id="ask-cannot",
        )
        yield Plain(id="left-out", classes="muted")
        yield Choice[str]([], multiple=True, column=True, id="strategy")
        yield from (Plain(_reason(reason), classes="reason") for reason in self._at_hand.reasons())

    def _end(self) -> ComposeResult:
        helped = Choice[str]([], multiple=True, id="helped")
        yield Field(cravings_text.CRAVING_WHAT_HELPED, helped, id="ask-helped", hint=cravings_text.CRAVING_AGAIN)
        outcomes = [(outcome, labels_text.label(outcome)) for outcome in Outcome if outcome.known]
        yield Field(cravings_text.CRAVING_OUTCOME, Choice(outcomes, id="outcome"), id="ask-outcome")
        yield Plain(id="ended", classes="title")
        yield TextField(cravings_text.CRAVING_WHERE, id="place")
        yield Row(id="to-more")

    def _more(self) -> ComposeResult:
        halt, situations = (
            Choice(labels_text.choices(Halt), multiple=True, id="halt"),
            Choice(labels_text.choices(Situation), id="situation"),
        )
        yield Field(cravings_text.CRAVING_HALT, halt, id="ask-halt")
        yield Field(cravings_text.CRAVING_SITUATION, situations, id="ask-situation")
        yield TextField(cravings_text.CRAVING_COMPANY, id="company")
        yield WritingField(cravings_text.CRAVING_THOUGHT, id="thought")
        yield Field(
            cravings_text.CRAVING_CONFIDENCE,
            Rating(id="confidence", anchors=cravings_text.CONFIDENCE_ANCHORS),
            id="ask-confidence",
        )

    def _first_words(self) -> str:
        waiting = self._at_hand.unfinished_craving()
        if waiting is None:
            return cravings_text.CRAVING_PEAK_PASSES
        begun = f"{self.journal.local(waiting.at):%H:%M}"
        return f"{cravings_text.CRAVING_PEAK_PASSES}\n{cravings_text.format_open_craving(begun, waiting.intensity)}"

    def key_rows(self) -> list[Key]:
        """All but the one that leads here, and those that wait for the first digit."""
        hidden = {"app.craving", *(() if self.craving else ("reach", "more"))}
        return [key for key in super().key_rows() if key.action not in hidden]

    def _fill(self) -> None:
        """Put what is known of the craving into the fields, and what was typed and not kept over it."""
        craving = self.craving or Craving(intensity=0)
        self.query_one("#ask-now").display = self._ended(craving)
        self.query_one("#ask-cannot").display = False
        self.query_one("#more").display = _says_more(craving)
        self.query_one("#other", TextField).fill(self._draft.get("other", ""))
        for name in TYPED:
            self.query_one(f"#{name}", Field).fill(self._draft.get(name, getattr(craving, name)))
        if self.craving is not None:
            self.query_one("#intensity", Rating).value = craving.intensity
            self.query_one("#now", Rating).value = craving.after
        if craving.confidence is not None:
            self.query_one("#confidence", Rating).value = round(craving.confidence / 10)
        for choice in self.query("#focus").results(Choice):
            choice.choose(craving.focus)
        self.query_one("#halt", Choice).choose(*craving.halt)
        self.query_one("#situation", Choice).choose(craving.situation)
        self.query_one("#cannot", Choice).choose(*craving.cannot)
        self.query_one("#outcome", Choice).choose(craving.outcome)
        self._show()

    def _show(self) -> None:
        """Bring what depends on the answers up to them."""
        craving = self.craving or Craving(intensity=0)
        self.query_one("#first").display = self.craving is None
        self.query_one("#questions").display = self.query_one("#help").display = self.craving is not None
        self.query_one("#other").display = self._typing or bool(self.query_one("#other", TextField).text)
        self.query_one("#end").display = self._ended(craving)
        self.query_one("#ask-helped").display = bool(craving.attempts)
        shows_more = self.query_one("#more").display
        self.query_one("#to-more", Row).show(
            "" if shows_more else cravings_text.CRAVING_MORE, key="m", way=self.action_more
        )
        self.query_one(NoticeBox).show(self._at_hand.warning(craving) if self._warns else None)
        self.query_one(TimerPanel).show_timer(self._timing)
        self.query_one(KeyLine).refresh()
        self._show_lists(craving)
        _say(self.query_one("#plans", Plain), "\n".join(self._at_hand.plan_lines(craving)))
        _say(self.query_one("#left-out", Plain), self._left_out(craving))
        _say(self.query_one("#still-strong", Plain), self._still_strong(craving))
        ended = cravings_text.CRAVING_CAME_THROUGH if craving.outcome.came_through else cravings_text.CRAVING_USED
        _say(self.query_one("#ended", Plain), ended if craving.outcome.known else "")

    def _ended(self, craving: Craving) -> bool:
        """Whether to ask how it ended: once there is an answer to how it is now."""
        return craving.after is not None

    def _still_strong(self, craving: Craving) -> str:
        still = is_still_strong(craving) and not craving.outcome.known
        return cravings_text.CRAVING_STILL_STRONG if still else ""

    def _left_out(self, craving: Craving) -> str:
        told = cravings_text.format_cannot(craving.cannot)
        return f"{told}\n{cravings_text.CRAVING_NOTHING_LEFT}" if self._at_hand.nothing_left(craving) else told

    def _show_the_end(self) -> None:
        self.call_after_refresh(self.query_one(Panel).scroll_end, animate=False)

    def _show_lists(self, craving: Craving) -> None:
        chosen = [attempt.strategy for attempt in craving.attempts]
        judged = [attempt.strategy for attempt in craving.attempts if attempt.helped is not None]
        triggers = self._at_hand.trigger_options(craving)
        choice = self.query_one("#trigger", Choice)
        choice.digits = "123456789"[: len(triggers) + 1] + "0"
        others = [(OTHER, cravings_text.CRAVING_OTHER_TRIGGER), (SKIP, forms_text.SKIP.lower())]
        _offer(choice, [*triggers, *others], craving.triggers)
        label = NARROW_LABEL if self.has_class("-narrow") else LABEL
        _offer(self.query_one("#strategy", Choice), self._strategies(craving, label), chosen)
        _offer(self.query_one("#helped", Choice), self._at_hand.tried_options(craving, label - 1), judged)

    def _strategies(self, craving: Craving, label: int) -> list[tuple[str, str]]:
        """Return the strategies to offer; once the list was reached, each stays in its place, and so does its digit."""
        options = self._at_hand.strategy_options(craving, label)
        if self._reached_strategies:
            places = {uid: place for place, (uid, _) in enumerate(self.query_one("#strategy", Choice).options)}
            options.sort(key=lambda option: places.get(option[0], len(places)))
        return options

    def _first_open(self, craving: Craving) -> str:
        """Return the id of the first question without an answer."""
        if not craving.triggers:
            return "trigger"
        if craving.after is not None:
            return "outcome"
        return "now" if craving.attempts else "strategy"

    def _warned(self, craving: Craving) -> Craving:
        """Return the craving to save: it notes that the warning was shown, which happens once."""
        if craving.warned_at is not None or self._at_hand.warning(craving) is None:
            return craving
        self._warns = True
        return replace(craving, warned_at=self.app.clock.now())

    def action_more(self) -> None:
        """Show what more can be noted, or hide it; for subclasses."""

    @property
    def _timing(self) -> CravingTimer | None:
        """The timer, if it is this craving's."""
        timing, uid = self.app.timing, self.craving.uid if self.craving else ""
        return timing if timing and timing.craving in ("", uid) else None

    @property
    def _typing(self) -> bool:
        return self.query_one("#other", TextField).input.has_focus


def _says_more(craving: Craving) -> bool:
    """Whether something is known of what is asked only on wish."""
    known = craving.halt, craving.situation, craving.company, craving.thought
    return any(known) or craving.confidence is not None


def _say(plain: Plain, text: str) -> None:
    """Show a text, or nothing in no room."""
    plain.show(text)
    plain.display = bool(text)


def _offer(choice: Choice[str], options: list[tuple[str, str]], chosen: Iterable[str]) -> None:
    """Put these options in place, if they are others, and choose; the cursor stays where it was."""
    cursor = choice.cursor
    if options != choice.options:
        choice.offer(options)
    places = [uid for uid, _ in options]
    choice.chosen = tuple(places.index(uid) for uid in chosen if uid in places)
    choice.cursor = min(cursor, max(0, len(options) - 1))


def _reason(reason: Reason) -> str:
    """Return a reason, or the beginning of a good day, as a line."""
    words = reasons_text.format_reason(reason)
    return one_line(words, GOOD_DAY_SHOWN) if reason.kind is ReasonKind.GOOD_DAY else words
