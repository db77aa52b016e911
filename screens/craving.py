"""A craving now: how strong, what set it off, what may help, how it is now. Every answer is saved as it is given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from journal.domain import words
from journal.domain.cravings import Craving, Halt, Outcome, felt, helped, tried
from journal.domain.focuses import tolerance_warning_first
from journal.domain.record import Record
from journal.domain.time import moment_words
from screens.at_hand import AtHand, people_to_ask
from screens.keeping import Draft
from screens.keys import Key, bindings
from screens.messages import NotKept, Saved
from screens.timing import Timing
from screens.unkept import KEY, drafted, is_durable, part, taken_up
from screens.view import View
from screens.widgets.choice import Choice
from screens.widgets.field import AnyField, TextField
from screens.widgets.notice import NoticeBox
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain
from screens.widgets.rating import Rating
from screens.widgets.riding import Riding

OTHER: Final = ""
"""The option, in the place of a trigger's uid, of typing another one."""


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
        self.craving = self.craving or taken_up(self.app, self._draft)
        self._at_hand = hand = AtHand(self.journal, self.craving)
        with Panel(self._panel_name, words.CRAVING_LEAVING):
            yield NoticeBox()
            yield AnyField(words.CRAVING_HOW_STRONG, Rating(id="intensity"), id="ask-intensity")
            yield Plain(self._first_words(), id="first", classes="muted")
            yield Vertical(*self._questions(), id="questions")
            motion = self.app.settings.motion
            yield Riding(self.app.clock, self._timing, minutes=hand.minutes, passed=hand.passed, motion=motion)
            yield Vertical(*self._help(), id="help")
            yield Plain("\n".join(people_to_ask(self.journal)) or words.CRAVING_NO_PEOPLE, id="people")
            yield AnyField(words.CRAVING_HOW_NOW, Rating(id="now"), id="ask-now")
            yield Vertical(*self._end(), id="end")
        yield Plain(words.emergency_foot(self.app.settings.region), id="foot", classes="muted")

    def _questions(self) -> ComposeResult:
        focuses = [(focus.uid, focus.label) for focus in self._at_hand.focuses]
        if len(focuses) > 1:
            yield AnyField(words.CRAVING_ABOUT, Choice(focuses, id="focus"), id="ask-focus")
        yield AnyField(words.CRAVING_TRIGGER, Choice[str]([], many=True, id="trigger"), id="ask-trigger")
        yield TextField(words.CRAVING_OTHER, id="other", hint="enter adds it to your list")
        yield AnyField(words.CRAVING_HALT, Choice([(h, h.value) for h in Halt], many=True, id="halt"), id="ask-halt")

    def _help(self) -> ComposeResult:
        starting = self._at_hand.starting
        yield Plain(words.CRAVING_FIRST_STRATEGIES if starting else words.CRAVING_WHAT_HELPS, classes="title")
        yield Choice[str]([], many=True, column=True, id="strategy")
        yield from (Plain(f"Because: {reason}", classes="reason") for reason in self._at_hand.reasons())

    def _end(self) -> ComposeResult:
        yield AnyField(words.CRAVING_WHAT_HELPED, Choice[str]([], many=True, id="helped"), id="ask-helped")
        outcomes = [(outcome, outcome.value) for outcome in Outcome if outcome.known]
        yield AnyField(words.CRAVING_OUTCOME, Choice(outcomes, id="outcome"), id="ask-outcome")
        yield Plain(id="ended", classes="title")
        yield TextField(words.CRAVING_WHERE, id="place")

    def _first_words(self) -> str:
        waiting = self._at_hand.still_open()
        if waiting is None:
            return words.CRAVING_PEAK_PASSES
        begun = f"{self.journal.local(waiting.at):%H:%M}"
        return f"{words.CRAVING_PEAK_PASSES}\n{words.open_craving_words(begun, waiting.intensity)}"

    def key_rows(self) -> list[Key]:
        """All but the one that leads here."""
        return [key for key in super().key_rows() if key.action != "app.craving"]

    def on_mount(self) -> None:
        """Show what is known of the craving; save what could not be saved before."""
        self._fill()
        if self.craving is not None and not is_durable(self.app, self.craving):
            self.app.save(self.craving)

    def _fill(self) -> None:
        craving = self.craving or Craving(intensity=0)
        self.query_one("#ask-now").display = self._ended(craving)
        self.query_one("#other", TextField).write(self._draft.get("other", ""))
        self.query_one("#place", TextField).write(self._draft.get("place", craving.place))
        if self.craving is not None:
            self.query_one("#intensity", Rating).value = craving.intensity
            self.query_one("#now", Rating).value = craving.after
        for choice in self.query("#focus").results(Choice):
            choice.choose(craving.focus)
        self.query_one("#halt", Choice).choose(*craving.halt)
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
        self.query_one(NoticeBox).show(self._warning())
        self.query_one(Riding).follow(self._timing)
        self._show_lists(craving)
        ended = words.CRAVING_CAME_THROUGH if craving.outcome.came_through else words.CRAVING_USED
        self.query_one("#ended", Plain).show(ended)
        self.query_one("#ended").display = craving.outcome.known

    def _ended(self, craving: Craving) -> bool:
        """Whether to ask how it ended: once there is an answer to how it is now, and for one of before."""
        return craving.after is not None or not self._happens_now

    def _show_the_end(self) -> None:
        self.call_after_refresh(self.query_one(Panel).scroll_end, animate=False)

    def _show_lists(self, craving: Craving) -> None:
        chosen = [attempt.strategy for attempt in craving.attempts]
        worked = [attempt.strategy for attempt in craving.attempts if attempt.helped]
        triggers = self._at_hand.trigger_options(craving.triggers)
        choice = self.query_one("#trigger", Choice)
        choice.digits = "123456789"[: len(triggers)] + "0"
        _offer(choice, [*triggers, (OTHER, "other")], craving.triggers)
        _offer(self.query_one("#strategy", Choice), self._at_hand.strategy_options(craving), chosen)
        _offer(self.query_one("#helped", Choice), self._at_hand.tried_options(craving), worked)

    def _warning(self) -> words.Notice | None:
        """The tolerance warning, where one of the focuses it may be about asks for it."""
        if self.craving is None:
            return None
        about = [f for f in self._at_hand.focuses if f.uid == self.craving.focus] or self._at_hand.focuses
        due = [f.kind for f in about if tolerance_warning_first(f.kind, intensity=self.craving.intensity)]
        return words.tolerance_warning(due[0]) if due else None

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who has come as far as the strategies is asked how it is now."""
        if event.widget.id == "strategy":
            asked = self.query_one("#ask-now")
            asked.display = True
            self.call_after_refresh(asked.scroll_visible, animate=False)

    @on(Riding.Over)
    def ask_now(self) -> None:
        """The time is over: how is it now?"""
        self.query_one("#ask-now").display = self.craving is not None

    # What it keeps.

    def _keep(self, craving: Craving, *with_it: Record) -> None:
        """Save the craving as it is now, together with what it names for the first time."""
        self.craving = craving
        new = [record for record in with_it if record.uid not in self.journal.collection(type(record))]
        self.app.save(*new, craving)
        self._show()

    @on(Rating.Rated, "#intensity")
    def rate(self, message: Rating.Rated) -> None:
        """How strong it is: the first digit begins the craving."""
        craving = self.craving or self._begun()
        peak = None if craving.after is None else max(message.value, craving.after)
        self._keep(replace(craving, intensity=message.value, peak=peak))

    def _begun(self) -> Craving:
        focuses = self._at_hand.focuses
        only = focuses[0].uid if len(focuses) == 1 else ""
        craving = Craving(uid=self.journal.new_uid(), at=self.app.clock.now(), intensity=0, focus=only)
        if self._timing:
            self._timing.craving = craving.uid
        return craving

    @on(Choice.Chosen)
    def choose(self, message: Choice.Chosen) -> None:
        """A focus, triggers, strategies, what helped, an outcome."""
        if (craving := self.craving) is None:
            return
        chosen = [message.choice.options[place][0] for place in message.choice.chosen]
        match message.choice.id:
            case "focus":
                self._keep(replace(craving, focus=chosen[0] if chosen else ""))
            case "trigger":
                self._choose_triggers(message.choice, craving, chosen)
            case "halt":
                self._keep(replace(craving, halt=message.choice.values))
            case "strategy":
                self._keep(tried(craving, chosen), *(s for s in self._at_hand.strategies if s.uid in chosen))
            case "helped":
                self._keep(helped(craving, chosen))
            case "outcome":
                self._choose_outcome(craving, chosen[0] if chosen else Outcome.UNKNOWN)

    def _choose_triggers(self, choice: Choice[str], craving: Craving, chosen: list[str]) -> None:
        if OTHER not in chosen:
            self._keep(replace(craving, triggers=chosen), *(t for t in self._at_hand.triggers if t.uid in chosen))
            return
        choice.choose(*craving.triggers)
        other = self.query_one("#other", TextField)
        other.display = True
        other.focus()

    def _choose_outcome(self, craving: Craving, outcome: Outcome) -> None:
        if outcome.known and self._timing:
            self.app.timing = None
        self._keep(replace(craving, outcome=outcome))
        self._show_the_end()

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
            self._keep(replace(self.craving, triggers=triggers), trigger)
        field.display = False

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
        self._show_the_end()

    @on(Input.Submitted, "#place Input")
    @on(Input.Blurred, "#place Input")
    def keep_place(self) -> None:
        """Where it was."""
        place = self.query_one("#place", TextField).text
        if self.craving is not None and place != self.craving.place:
            self._keep(replace(self.craving, place=place))

    @on(Saved)
    def tell_saved(self, message: Saved) -> None:
        """It is durable."""
        self._tell(message.records, "", words.CRAVING_SAVED)

    @on(NotKept)
    def tell_not_kept(self, message: NotKept) -> None:
        """It is not; every answer stays, and the next one saves all of them."""
        self._tell(message.given, message.reason, words.CRAVING_NOT_SAVED)

    def _tell(self, records: Iterable[Record], complaint: str, keys: str) -> None:
        if self.craving is not None and any(record.uid == self.craving.uid for record in records):
            panel = self.query_one(Panel)
            panel.complain(complaint)
            panel.rename(self._panel_name, keys)

    def draft(self) -> tuple[str, Draft] | None:
        """Which craving it is, what of it is not durable yet, and what stands in the fields."""
        fields = {name: self.query(f"#{name}").results(TextField) for name in ("other", "place")}
        typed = {name: field.text for name, found in fields.items() for field in found}
        if self.craving is None or len(typed) < len(fields):  # on its way in, or out
            return None
        return KEY, typed | drafted(self.app, self.craving)

    # What the keys do.

    def action_timer(self) -> None:
        """Begin to time it, or stop."""
        uid = self.craving.uid if self.craving else ""
        riding = self.query_one(Riding)
        self.app.timing = None if self._timing else Timing(self.app.clock, riding.minutes, craving=uid)
        riding.follow(self._timing)

    def action_minutes(self, more: int) -> None:
        """Set the timer, running or not."""
        self.query_one(Riding).change(more)

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
        """Leave, with nothing lost; out of the field for another trigger, only that far."""
        if self._typing:
            self.add_other()
            return
        self.keep_place()
        if self._timing and (self.craving is None or self.craving.after is not None):
            self.app.timing = None
        draft = self.draft()
        self.dismiss(None)
        if self.craving is not None and draft is not None:
            self.app.run_worker(part(self.app, self.craving, draft))
            if not self.craving.outcome.known:
                self.app.tell(words.CRAVING_LEFT)

    @property
    def _panel_name(self) -> str:
        if self._happens_now or self.craving is None:
            return "craving"
        return f"craving · {moment_words(self.journal.local(self.craving.at))}"

    @property
    def _timing(self) -> Timing | None:
        """The timer, if it is this craving's."""
        timing, uid = self.app.timing, self.craving.uid if self.craving else ""
        return timing if timing and timing.craving in ("", uid) else None

    @property
    def _typing(self) -> bool:
        return self.query_one("#other", TextField).input.has_focus


def _offer(choice: Choice[str], options: list[tuple[str, str]], chosen: Iterable[str]) -> None:
    """Put these options in place, if they are others, and choose; the cursor stays where it was."""
    cursor = choice.cursor
    if options != choice.options:
        choice.offer(options)
    places = [uid for uid, _ in options]
    choice.chosen = tuple(places.index(uid) for uid in chosen if uid in places)
    choice.cursor = min(cursor, max(0, len(options) - 1))
