"""A craving now: how strong, what set it off, what may help, how it is now. Every answer is saved as it is given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from journal.domain import words
from journal.domain.cravings import Craving, Halt, Outcome, felt, helped, tried
from journal.domain.focuses import tolerance_warning_first
from journal.domain.people import Person
from journal.domain.record import Record
from screens.at_hand import AtHand
from screens.keeping import Draft
from screens.keys import bindings
from screens.messages import NotKept, Saved
from screens.timing import Timing
from screens.view import View
from screens.widgets.breath import Breath
from screens.widgets.choice import Choice
from screens.widgets.countdown import Countdown
from screens.widgets.field import AnyField, TextField
from screens.widgets.notice import NoticeBox
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain
from screens.widgets.rating import Rating

if TYPE_CHECKING:
    from screens.app import JournalApp

KEY: Final = "craving:now"
"""The key of the draft: which craving is on the screen, and what of it could not be saved."""

OTHER: Final = ""
"""The option, in the place of a trigger's uid, of typing another one."""

SHORTEST, LONGEST = 5, 60
"""Minutes that the timer can be set to."""


class CravingNow(View[None]):
    """One craving from its first digit on, or ``record``, one of before, to look at and complete."""

    CSS_PATH = "craving.tcss"
    WHERE = "craving"
    BINDINGS = bindings(WHERE)
    AUTO_FOCUS = "#intensity"

    def __init__(self, *, record: Craving | None = None, draft: tuple[str, Draft] | None = None) -> None:
        super().__init__()
        self.craving = record
        self._draft = draft[1] if draft else {}
        self._happens_now = record is None

    # What it shows.

    def body(self) -> ComposeResult:
        """One question after the other; those to come are hidden until they are due."""
        self.craving = self.craving or self._taken_up()
        self._at_hand = AtHand(self.journal, self.craving)
        self._minutes = self._at_hand.minutes
        with Panel("craving", words.CRAVING_LEAVING):
            yield NoticeBox()
            yield AnyField(words.CRAVING_HOW_STRONG, Rating(id="intensity"), id="ask-intensity")
            yield Plain(self._first_words(), id="first", classes="muted")
            with Vertical(id="help"):
                yield from self._help()
            with Vertical(id="end"):
                yield from self._end()
        yield Plain(words.emergency_foot(self.app.settings.region), id="foot", classes="muted")

    def _help(self) -> ComposeResult:
        focuses = [(focus.uid, focus.label) for focus in self._at_hand.focuses]
        if len(focuses) > 1:
            yield AnyField(words.CRAVING_ABOUT, Choice(focuses, id="focus"), id="ask-focus")
        yield AnyField(words.CRAVING_TRIGGER, Choice[str]([], many=True, id="trigger"), id="ask-trigger")
        yield TextField(words.CRAVING_OTHER, id="other", hint="enter adds it to your list")
        yield AnyField(words.CRAVING_HALT, Choice([(h, h.value) for h in Halt], many=True, id="halt"), id="ask-halt")
        with Horizontal(id="riding"):
            yield Breath(self.app.clock, motion=self.app.settings.motion)
            yield Countdown(self._timing)
        yield Plain(id="timing", classes="muted")
        yield Plain(words.CRAVING_WHAT_HELPS, classes="title")
        if self._at_hand.starting:
            yield Plain(words.CRAVING_FIRST_STRATEGIES, classes="muted")
        yield Choice[str]([], many=True, column=True, id="strategy")
        for reason in self._at_hand.reasons():
            yield Plain(f"Because: {reason}", classes="reason")
        yield Plain("\n".join(_people(self._at_hand.people)) or words.CRAVING_NO_PEOPLE, id="people")

    def _end(self) -> ComposeResult:
        yield AnyField(words.CRAVING_HOW_NOW, Rating(id="now"), id="ask-now")
        with Vertical(id="after"):
            yield AnyField(words.CRAVING_WHAT_HELPED, Choice[str]([], many=True, id="helped"), id="ask-helped")
            outcomes = [(outcome, outcome.value) for outcome in Outcome if outcome.known]
            yield AnyField(words.CRAVING_OUTCOME, Choice(outcomes, id="outcome"), id="ask-outcome")
            yield TextField(words.CRAVING_WHERE, id="place")
            yield Plain(id="word", classes="title")

    def _first_words(self) -> str:
        waiting = self._at_hand.still_open()
        if waiting is None:
            return words.CRAVING_PEAK_PASSES
        begun = f"{self.journal.local(waiting.at):%H:%M}"
        return f"{words.CRAVING_PEAK_PASSES}\n{words.open_craving_words(begun, waiting.intensity)}"

    def on_mount(self) -> None:
        """Show what is known of the craving, and follow the timer."""
        self.query_one("#other", TextField).write(self._draft.get("other", ""))
        self._fill()
        self.set_interval(1.0, self._show_timing)

    def _fill(self) -> None:
        """Put the craving's answers where they belong."""
        if (craving := self.craving) is not None:
            self.query_one("#intensity", Rating).value = craving.intensity
            self.query_one("#now", Rating).value = craving.after
            self.query_one("#place", TextField).write(self._draft.get("place", craving.place))
            for choice in self.query("#focus").results(Choice):
                choice.choose(craving.focus)
            self.query_one("#halt", Choice).choose(*craving.halt)
            self.query_one("#outcome", Choice).choose(craving.outcome)
        self.query_one("#end").display = craving is not None and craving.after is not None
        self._show()

    def _show(self) -> None:
        """Bring what depends on the answers up to them."""
        craving = self.craving or Craving(intensity=0)
        self.query_one("#first").display = self.craving is None
        self.query_one("#help").display = self.craving is not None
        self.query_one("#other").display = self.query_one("#other", TextField).text != "" or self._typing
        self.query_one("#after").display = craving.after is not None
        self.query_one("#ask-helped").display = bool(craving.attempts)
        self.query_one(NoticeBox).show(self._warning())
        self._show_lists(craving)
        self._show_timing()
        ended = words.CRAVING_CAME_THROUGH if craving.outcome.came_through else words.CRAVING_USED
        self.query_one("#word", Plain).show(ended if craving.outcome.known else "")

    def _show_lists(self, craving: Craving) -> None:
        chosen = [attempt.strategy for attempt in craving.attempts]
        offers = self._at_hand.offers(craving.triggers, chosen)
        room = min(28, max((len(offer.strategy.label) for offer in offers), default=0))
        lines = [(o.strategy.uid, f"{o.strategy.label:<{room}}  {words.offer_words(o)}") for o in offers]
        _offer(self.query_one("#strategy", Choice), lines, chosen)
        labels = {offer.strategy.uid: offer.strategy.label for offer in offers}
        worked = [attempt.strategy for attempt in craving.attempts if attempt.helped]
        _offer(self.query_one("#helped", Choice), [(uid, labels.get(uid, "")) for uid in chosen], worked)
        triggers = [(trigger.uid, trigger.label) for trigger in self._at_hand.shown_triggers(craving.triggers)]
        choice = self.query_one("#trigger", Choice)
        choice.digits = "123456789"[: len(triggers)] + "0"
        _offer(choice, [*triggers, (OTHER, "other")], craving.triggers)

    def _show_timing(self) -> None:
        timing = self._timing
        self.query_one(Countdown).follow(timing)
        if timing is None:
            said = f"t times {self._minutes} min, + and - change it. {self._at_hand.passed}"
        elif timing.left():
            said = self._at_hand.passed or words.TIMER_SOURCES
        else:
            said = words.TIMER_OVER
            self.query_one("#end").display = True
        self.query_one("#timing", Plain).show(said)

    def _warning(self) -> words.Notice | None:
        """The tolerance warning, where one of the focuses it may be about asks for it."""
        if self.craving is None:
            return None
        about = [f for f in self._at_hand.focuses if f.uid == self.craving.focus] or self._at_hand.focuses
        due = (f.kind for f in about if tolerance_warning_first(f.kind, intensity=self.craving.intensity))
        kind = next(due, None)
        return None if kind is None else words.tolerance_warning(kind)

    # What it keeps.

    def _keep(self, craving: Craving, *with_it: Record) -> None:
        """Save the craving as it is now, together with what it names for the first time."""
        self.craving = craving
        self.app.save(*with_it, craving)
        self._show()

    @on(Rating.Rated, "#intensity")
    def rate(self, message: Rating.Rated) -> None:
        """How strong it is: the first digit begins the craving."""
        if self.craving is None:
            self._begin(message.value)
            return
        after = self.craving.after
        peak = None if after is None else max(message.value, after)
        self._keep(replace(self.craving, intensity=message.value, peak=peak))

    def _begin(self, intensity: int) -> None:
        focuses = self._at_hand.focuses
        only = focuses[0].uid if len(focuses) == 1 else ""
        craving = Craving(uid=self.journal.new_uid(), at=self.app.clock.now(), intensity=intensity, focus=only)
        if self._timing:
            self._timing.craving = craving.uid
        self._keep(craving)

    @on(Choice.Chosen, "#focus")
    def choose_focus(self, message: Choice.Chosen) -> None:
        """What it is about."""
        assert self.craving is not None
        self._keep(replace(self.craving, focus=next(iter(message.choice.values), "")))

    @on(Choice.Chosen, "#trigger")
    def choose_triggers(self, message: Choice.Chosen) -> None:
        """What set it off, or that it is something else."""
        assert self.craving is not None
        chosen = _in_order(message.choice)
        if OTHER in chosen:
            message.choice.choose(*self.craving.triggers)
            self.query_one("#other").display = True
            self.query_one("#other", TextField).focus()
            return
        new = [trigger for trigger in self._at_hand.triggers if trigger.uid in chosen and not self._known(trigger)]
        self._keep(replace(self.craving, triggers=chosen), *new)

    @on(Input.Submitted, "#other Input")
    @on(Input.Blurred, "#other Input")
    def add_other(self) -> None:
        """Something else set it off: it joins the list."""
        field = self.query_one("#other", TextField)
        label = field.text
        field.write("")
        if self._typing:
            self.query_one("#trigger").focus()
        if label and self.craving is not None:
            trigger = self._at_hand.trigger_called(label)
            triggers = list(dict.fromkeys([*self.craving.triggers, trigger.uid]))
            self._keep(replace(self.craving, triggers=triggers), *([] if self._known(trigger) else [trigger]))
        field.display = False

    @on(Choice.Chosen, "#halt")
    def choose_halt(self, message: Choice.Chosen) -> None:
        """Hungry, angry, lonely, tired."""
        assert self.craving is not None
        self._keep(replace(self.craving, halt=message.choice.values))

    @on(Choice.Chosen, "#strategy")
    def choose_strategies(self, message: Choice.Chosen) -> None:
        """What is being tried."""
        assert self.craving is not None
        chosen = _in_order(message.choice)
        new = [
            strategy for strategy in self._at_hand.strategies if strategy.uid in chosen and not self._known(strategy)
        ]
        self._keep(tried(self.craving, chosen), *new)

    @on(Rating.Rated, "#now")
    def rate_now(self, message: Rating.Rated) -> None:
        """How it is now; what the timer says is noted with it."""
        assert self.craving is not None
        craving = felt(self.craving, message.value)
        if self._timing:
            craving = replace(craving, timer_seconds=self._timing.elapsed())
        if self._happens_now:
            craving = replace(craving, ended_at=self.app.clock.now())
        self._keep(craving)
        self.call_after_refresh(self.query_one("#after").scroll_visible)

    @on(Choice.Chosen, "#helped")
    def choose_helped(self, message: Choice.Chosen) -> None:
        """Which of it helped."""
        assert self.craving is not None
        self._keep(helped(self.craving, message.choice.values))

    @on(Choice.Chosen, "#outcome")
    def choose_outcome(self, message: Choice.Chosen) -> None:
        """How it ended; the timer has done its work."""
        assert self.craving is not None
        outcome = next(iter(message.choice.values), Outcome.UNKNOWN)
        if outcome.known and self._timing:
            self.app.timing = None
        self._keep(replace(self.craving, outcome=outcome))
        self.call_after_refresh(self.query_one("#word").scroll_visible)

    @on(Input.Submitted, "#place Input")
    @on(Input.Blurred, "#place Input")
    def keep_place(self) -> None:
        """Where it was."""
        place = self.query_one("#place", TextField).text
        if self.craving is not None and place != self.craving.place:
            self._keep(replace(self.craving, place=place))

    def _known(self, record: Record) -> bool:
        return record.uid in self.journal.collection(type(record))

    # What the keys do.

    def action_timer(self) -> None:
        """Begin to time it, or stop."""
        uid = self.craving.uid if self.craving else ""
        self.app.timing = None if self._timing else Timing(self.app.clock, self._minutes, craving=uid)
        self._show_timing()

    def action_minutes(self, more: int) -> None:
        """Set the timer, running or not."""
        now = self._timing.minutes if self._timing else self._minutes
        self._minutes = min(LONGEST, max(SHORTEST, (now + more) // 5 * 5))
        if self._timing:
            self._timing.minutes = self._minutes
        self._show_timing()

    def action_people(self) -> None:
        """Show who can be asked, or hide them."""
        people = self.query_one("#people")
        people.display = not people.display
        self.call_after_refresh(people.scroll_visible)

    def action_go_on(self) -> None:
        """Go on with the one that has no end yet."""
        if self.craving is None and (waiting := self._at_hand.still_open()):
            self.craving = waiting
            self._fill()

    def action_slip(self) -> None:
        """Write down a use."""
        self.app.show("slip", focus=self.craving.focus if self.craving else "")

    def action_save(self) -> None:
        """Try again what could not be saved."""
        if self.craving is not None:
            self._keep(self.craving)

    def action_back(self) -> None:
        """Leave; what stands in a field is taken first."""
        if self._typing:
            self.add_other()
            return
        self.keep_place()
        timing, craving = self._timing, self.craving
        if timing and (craving is None or craving.after is not None):
            self.app.timing = None
        if craving is not None:
            self.app.run_worker(_part(self.app, craving, self.draft()))
            if not craving.outcome.known:
                self.app.tell(words.CRAVING_LEFT)
        self.dismiss(None)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who has come as far as the strategies is asked how it is now."""
        if event.widget.id == "strategy":
            self.query_one("#end").display = True

    # What lasts.

    @property
    def _timing(self) -> Timing | None:
        """The timer, if it is this craving's."""
        timing, uid = self.app.timing, self.craving.uid if self.craving else ""
        return timing if timing and timing.craving in ("", uid) else None

    @property
    def _typing(self) -> bool:
        return self.query_one("#other", TextField).input.has_focus

    def _taken_up(self) -> Craving | None:
        """The craving of a draft, whatever of it could not be saved included, or the one that is being timed."""
        draft = self._draft or self.app.keeper.kept(KEY) or {}
        timed = self.app.timing.craving if self.app.timing else ""
        if "craving" in draft:
            return msgspec.convert(draft["craving"], Craving)
        uid = self._draft.get("uid", timed)
        return self.journal.cravings.get(uid) if uid in self.journal.cravings else None

    def draft(self) -> tuple[str, Draft] | None:
        """Which craving it is, what of it is not durable yet, and what stands in the fields."""
        if self.craving is None or not self.is_mounted:
            return None
        typed = {name: self.query_one(f"#{name}", TextField).text for name in ("other", "place")}
        unkept = {} if _is_kept(self.app, self.craving) else {"craving": msgspec.to_builtins(self.craving)}
        return KEY, {"uid": self.craving.uid, **typed, **unkept}

    @on(Saved)
    def tell_saved(self, message: Saved) -> None:
        """It is durable."""
        if self.craving is not None and any(record.uid == self.craving.uid for record in message.records):
            self._say("", words.CRAVING_SAVED)

    @on(NotKept)
    def tell_not_kept(self, message: NotKept) -> None:
        """It is not; every answer stays, and the next one saves all of them."""
        if self.craving is not None and any(record.uid == self.craving.uid for record in message.given):
            self._say(message.reason, words.CRAVING_NOT_SAVED)

    def _say(self, complaint: str, keys: str) -> None:
        panel = self.query_one(Panel)
        panel.complain(complaint)
        panel.rename("craving", keys)


async def _part(app: JournalApp, craving: Craving, draft: tuple[str, Draft] | None) -> None:
    """After all saves: drop the draft of a craving that was left, or keep it where they did not work."""
    await app.keeper.do(lambda: None)
    if app.journal is None or _is_kept(app, craving) or draft is None:
        app.forget(KEY)
    else:
        app.keep(draft)


def _is_kept(app: JournalApp, craving: Craving) -> bool:
    if app.journal is None or craving.uid not in app.journal.cravings:
        return False
    kept = app.journal.cravings.get(craving.uid)
    filled = {name: getattr(kept, name) for name in ("made_at", "zone", "local_date")}
    return replace(craving, **filled) == kept


def _offer(choice: Choice[str], options: list[tuple[str, str]], chosen: Iterable[str]) -> None:
    """Put these options in place, if they are others, and choose; the cursor stays where it was."""
    cursor = choice.cursor
    if options != choice.options:
        choice.offer(options)
    places = [uid for uid, _ in options]
    choice.chosen = tuple(places.index(uid) for uid in chosen if uid in places)
    choice.cursor = min(cursor, max(0, len(options) - 1))


def _in_order(choice: Choice[str]) -> list[str]:
    """What is chosen, the first chosen first."""
    return [choice.options[place][0] for place in choice.chosen]


def _people(people: Iterable[Person]) -> list[str]:
    return [" · ".join(part for part in (p.name, p.role.value, p.contact, p.hours) if part) for p in people]
