"""A craving now: how strong, what set it off, what may help, how it is now.

ctrl+r opens it from anywhere. What is shown is in ``craving_questions.py``; this module saves every answer as it is
given, each step durable before the next is asked. ``craving_draft.py`` keeps what could not be saved.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from textual import events, on
from textual.widgets import Input

from journal.domain.cravings import SHORTEST_TIMED, Craving, Outcome, cycle_helped, with_rating, with_strategies
from journal.domain.record import Record
from journal.text import cravings as cravings_text
from journal.text import forms as forms_text
from screens.cravings.craving_draft import KEY, draft_data, is_durable, part
from screens.cravings.craving_questions import OTHER, SKIP, TYPED, CravingView
from screens.cravings.timer_panel import TimerPanel
from screens.keymap import bindings
from screens.messages import Saved, SaveFailed
from screens.runtime.craving_timer import CravingTimer
from screens.runtime.journal_worker import Draft, HasDraft
from screens.runtime.terminal import ZOOMED_ACROSS, ZOOMED_DOWN
from screens.widgets.choice import Choice
from screens.widgets.fields.base import Field, TextField
from screens.widgets.panel import Panel
from screens.widgets.rating import Rating


class CravingNow(CravingView, HasDraft):
    """Keeps what is answered: one save for each step, durable before the next is asked."""

    CSS_PATH = "craving.tcss"
    KEY_SCOPE = "craving"
    BINDINGS = bindings(KEY_SCOPE)
    HORIZONTAL_BREAKPOINTS = ZOOMED_ACROSS
    VERTICAL_BREAKPOINTS = ZOOMED_DOWN
    AUTO_FOCUS = "#intensity"

    def on_mount(self) -> None:
        """Show what is known of the craving; save what could not be saved before."""
        self._fill()
        if self.craving is not None and not is_durable(self.app, self.craving):
            self.app.save(self.craving, said="")
        if self.craving is not None:
            self._focus_first_open(self.craving)

    def _focus_first_open(self, craving: Craving) -> None:
        """Focus the first question without an answer: no stray digit changes one that is answered."""
        place = self._first_open(craving)
        if place == "now":
            self._ask_now()
        self.query_one(f"#{place}").focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Ask how it is now once the strategies are reached."""
        if event.widget.id == "strategy":
            self._reached_strategies = True
            self._ask_now()

    def on_descendant_blur(self) -> None:
        """Save what was typed when a field is left."""
        self.keep_typed()

    @on(TimerPanel.Over)
    def ask_now(self) -> None:
        """Ask how it is now when the time is over."""
        if self.craving is not None:
            self._ask_now()

    def _ask_now(self) -> None:
        asked = self.query_one("#ask-now")
        if not asked.display:
            asked.display = True
            self.call_after_refresh(asked.scroll_visible, animate=False)

    # What it keeps.

    def _keep(self, craving: Craving, *with_it: Record) -> None:
        """Save the craving as it is now, together with what it names for the first time."""
        self.craving = self._warned(craving)
        new = [record for record in with_it if record.uid not in self.journal.collection(type(record))]
        self.app.save(*new, self.craving, said="")  # the border says it
        self._show()

    @on(Rating.Rated, "#intensity")
    def rate(self, message: Rating.Rated) -> None:
        """Save how strong it is: the first digit begins the craving."""
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
        """Save the answer to one of the choices."""
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
            case "situation":
                self._keep(replace(craving, situation=chosen[0] if chosen else None))
            case "cannot":
                self._keep(replace(craving, cannot=message.choice.values))
            case "strategy":
                self._keep(with_strategies(craving, chosen), *self._at_hand.new_strategies(chosen))
            case "helped":
                self._keep(cycle_helped(craving, message.value))
            case "outcome":
                self._choose_outcome(craving, chosen[0] if chosen else Outcome.UNKNOWN)

    def _choose_triggers(self, choice: Choice[str], craving: Craving, chosen: list[str]) -> None:
        if SKIP not in chosen and OTHER not in chosen:
            self._keep(replace(craving, triggers=chosen), *(t for t in self._at_hand.triggers if t.uid in chosen))
            return
        choice.choose(*craving.triggers)
        if SKIP in chosen:
            return
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
        """Add what was typed to the list of triggers, and to the craving."""
        field = self.query_one("#other", TextField)
        label = field.text
        field.fill("")
        if self._typing:
            self.query_one("#strategy" if label else "#trigger").focus()
        if label and self.craving is not None:
            trigger = self._at_hand.trigger_called(label)
            triggers = list(dict.fromkeys([*self.craving.triggers, trigger.uid]))
            self._keep(replace(self.craving, triggers=triggers), trigger)
        field.display = False

    @on(Rating.Rated, "#now")
    def rate_now(self, message: Rating.Rated) -> None:
        """Save how it is now, with the time on the timer."""
        assert self.craving is not None
        craving = with_rating(self.craving, message.value)
        if self._timing:
            craving = replace(craving, timer_seconds=self._timing.elapsed())
        self._keep(replace(craving, ended_at=self.app.clock.now()))
        self._show_the_end()

    @on(Rating.Rated, "#confidence")
    def rate_confidence(self, message: Rating.Rated) -> None:
        """Save how sure they are, 0–100."""
        if self.craving is not None:
            self._keep(replace(self.craving, confidence=10 * message.value))

    @on(Input.Submitted, "#place Input, #company Input")
    def go_on(self) -> None:
        """Focus the next question on enter in a line."""
        self.focus_next()

    def keep_typed(self) -> None:
        """Save the place, the company and the thought."""
        if (craving := self.craving) is None or self.app.journal is None:
            return
        texts = {name: text.strip() for name, text in self._written().items() if name in TYPED}
        changed = {name: text for name, text in texts.items() if text != str(getattr(craving, name)).strip()}
        if changed:
            self._keep(replace(craving, **changed))

    @on(Saved)
    def tell_saved(self, message: Saved) -> None:
        """Say that it is durable."""
        self._tell(message.records, "", cravings_text.CRAVING_SAVED)

    @on(SaveFailed)
    def tell_not_kept(self, message: SaveFailed) -> None:
        """Say that saving failed; every answer stays, and the next one saves all of them."""
        self._tell(message.submitted, message.reason, cravings_text.CRAVING_NOT_SAVED)

    def _tell(self, records: Iterable[Record], complaint: str, keys: str) -> None:
        if self.craving is not None and any(record.uid == self.craving.uid for record in records):
            panel = self.query_one(Panel)
            panel.show_error(complaint)
            panel.rename(cravings_text.CRAVING, keys)

    def draft(self) -> tuple[str, Draft] | None:
        """Return the craving's uid, what of it is not durable yet, and what is in the fields."""
        typed = self._written()
        if self.craving is None or len(typed) <= len(TYPED):  # on its way in, or out
            return None
        return KEY, typed | draft_data(self.app, self.craving)

    def _written(self) -> dict[str, str]:
        """Return what is typed in the fields, by their ids."""
        names = ("other", *TYPED)
        return {name: str(field.draft_value) for name in names for field in self.query(f"#{name}").results(Field)}

    # What the keys do.

    def action_timer(self) -> None:
        """Begin to time it, or stop; a timer that ran for a minute is saved with the craving."""
        uid = self.craving.uid if self.craving else ""
        panel, stopped = self.query_one(TimerPanel), self._timing
        self.app.timing = None if stopped else CravingTimer(self.app.clock, panel.minutes, craving=uid)
        panel.show_timer(self._timing)
        if stopped and self.craving and self.craving.after is None and stopped.elapsed() >= SHORTEST_TIMED:
            self._keep(replace(self.craving, timer_seconds=stopped.elapsed()))

    def action_minutes(self, more: int) -> None:
        """Set the timer, running or not."""
        self.query_one(TimerPanel).change(more)

    def action_people(self) -> None:
        """Show who can be asked, or hide them."""
        people = self.query_one("#people")
        people.display = not people.display
        self.call_after_refresh(people.scroll_visible)

    def action_reach(self) -> None:
        """Ask what is out of reach now, or ask no more; what was said of it stands."""
        if self.craving is None:
            return
        asked = self.query_one("#ask-cannot")
        asked.display = not asked.display
        self.query_one("#cannot" if asked.display else "#strategy").focus()

    def action_more(self) -> None:
        """Show what more can be noted, or hide it."""
        if self.craving is None:
            return
        more = self.query_one("#more")
        more.display = not more.display
        self._show()
        self.query_one("#halt" if more.display else "#intensity").focus(scroll_visible=False)
        self.call_after_refresh(
            self.query_one("#ask-halt" if more.display else "#ask-intensity").scroll_visible, animate=False, top=True
        )

    def action_go_on(self) -> None:
        """Go on with the one that has no end yet."""
        if self.craving is None and (waiting := self._at_hand.unfinished_craving()):
            self.craving = waiting
            self._fill()
            self._focus_first_open(waiting)

    def action_slip(self) -> None:
        """Write down a use."""
        self.app.show("slip", focus=self.craving.focus if self.craving else "")

    def action_save(self) -> None:
        """Try again what could not be saved; without an answer there is nothing to save."""
        if self.craving is not None:
            self._keep(self.craving)
        else:
            self.app.say(forms_text.NOTHING_TO_SAVE)

    def action_back(self) -> None:
        """Leave, with nothing lost; out of the field for another trigger, only that far."""
        if self._typing:
            self.add_other()
            return
        self.keep_typed()
        if self._timing and (self.craving is None or self.craving.after is not None):
            self.app.timing = None
        draft = self.draft()
        self.dismiss(None)
        if self.craving is not None and draft is not None:
            self.app.run_worker(part(self.app, self.craving, draft))
            if not self.craving.outcome.known:
                self.app.notify(cravings_text.CRAVING_LEFT)
