"""The form of a use, in the person's own word for it: when, how much, what it changes, and what to do now.

Any screen opens it through the route ``slip``. It computes the numbers before and with the use through
``journal.domain.day_statistics``, and shows the safety notices first. The optional questions are in
``slip_details.py``, the table of numbers in ``slip_effect.py``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal import slip_support
from journal.domain.day_amounts import Within, within_effect
from journal.domain.day_statistics import Figures, slip_effect
from journal.domain.focus_goals import goal_on, wants_none
from journal.domain.focuses import (
    Focus,
    begun,
    counts_amounts,
    may_be_prescribed,
    usual_unit,
)
from journal.domain.record import Record
from journal.domain.slips import is_slip
from journal.domain.uses import Situation, Use, format_amount, in_own_unit, is_prescribed, unit_beside
from journal.text import forms as forms_text
from journal.text import labels as labels_text
from journal.text import people as people_text
from journal.text import safety as safety_text
from journal.text import slips as slips_text
from screens.base.form import RecordForm
from screens.key import Key
from screens.keymap import bindings
from screens.messages import Saved
from screens.runtime.journal_worker import Draft
from screens.runtime.terminal import ZOOMED_ACROSS, ZOOMED_DOWN
from screens.slips.slip_details import More
from screens.slips.slip_effect import effect_table
from screens.widgets.choice import Choice
from screens.widgets.fields.base import Field, InvalidInput, TextField
from screens.widgets.fields.choices import YES_NO, ChoiceField, YesNoField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import AmountField
from screens.widgets.fields.when import When
from screens.widgets.notice_box import NoticeBox
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line

if TYPE_CHECKING:
    pass

OWN_WORDS = 200
"""Characters of the person's own words at most in the message that a slip is saved."""


class Slip(RecordForm[Use]):
    """A new use, of ``focus`` (its uid) on ``day`` where these are known, or ``record``, one of before."""

    CSS_PATH = "slip_form.tcss"
    KEY_SCOPE = "slip"
    SAVES_UNTOUCHED = True
    BINDINGS = bindings(KEY_SCOPE)
    HORIZONTAL_BREAKPOINTS = ZOOMED_ACROSS
    VERTICAL_BREAKPOINTS = ZOOMED_DOWN
    ROUTE = "slip"
    RECORD = Use

    def __init__(
        self,
        *,
        record: Use | None = None,
        draft: tuple[str, Draft] | None = None,
        focus: str = "",
        day: date | None = None,
    ) -> None:
        super().__init__(record=record, draft=draft)
        self._preset = (focus, day)
        self._kept: Use | None = None
        self._looks_back = False

    # What it shows.

    def body(self) -> ComposeResult:
        own = self.record.focus if isinstance(self.record, Use) else ""
        self._focuses = [focus for focus in self.journal.focuses if not focus.archived or focus.uid == own]
        with Panel(slips_text.slip_title(self.app.slip_word), slips_text.SLIP_KEYS):
            yield from self.fields()
        yield Plain(safety_text.emergency_foot(self.app.settings.region), id="foot", classes="muted")

    def fields(self) -> ComposeResult:
        yield Plain(safety_text.are_you_safe(self.app.settings.region), id="safe", classes="title after")
        if people := people_text.people_to_ask(self.journal.people):
            yield Plain("\n".join(people), id="people", classes="after")
        yield NoticeBox()
        yield Plain(slips_text.SLIP_THANKS, id="thanks")
        if len(self._focuses) > 1:
            yield ChoiceField(slips_text.SLIP_FOCUS, [(focus.uid, focus.label) for focus in self._focuses], id="focus")
        yield When(self.journal)
        yield Plain(id="before-start")
        yield YesNoField(slips_text.SLIP_START, id="start", default=False)
        yield AmountField(slips_text.SLIP_HOW_MUCH, id="amount")
        yield Plain(id="limit", classes="muted")
        yield ChoiceField(slips_text.SLIP_OVER, YES_NO, id="over")
        yield ChoiceField(slips_text.SLIP_PLANNED, YES_NO, id="planned")
        yield ChoiceField(
            slips_text.SLIP_PRESCRIBED,
            YES_NO,
            id="prescribed",
            hint=slips_text.SLIP_PRESCRIBED_HINT,
        )
        yield ChoiceField(slips_text.SLIP_SITUATION, labels_text.choices(Situation), id="situation")
        yield TextField(slips_text.SLIP_NOTE, id="note", max_length=100_000)
        yield More(self.journal, self.record if isinstance(self.record, Use) else None)
        yield Plain(id="effect")
        yield Plain(slips_text.SLIP_NEXT, classes="title after")
        yield Plain("\n".join(slips_text.SLIP_STEPS), id="steps", classes="after")

    def key_rows(self) -> list[Key]:
        """Looking back is offered after a slip."""
        return [key for key in super().key_rows() if key.where != "slip" or self._is_slip]

    def on_mount(self) -> None:
        """Start with today; show the numbers once everything is filled in."""
        self.query_one(DayField).from_record(self.journal.today())
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show the numbers, and the first line again, from which the focus may have scrolled with zoomed text."""
        self.update_fields()
        self.query_one(Panel).scroll_home(animate=False)

    def load(self, record: Record) -> None:
        """Put a use of before into the fields."""
        assert isinstance(record, Use)
        for field in self.query("#focus").results(ChoiceField):
            field.choice.choose(record.focus)
        self.query_one(When).load(record)
        self.query_one(AmountField).set_value(record.amount, record.unit)
        prescribed = record.prescribed
        if prescribed is None and (focus := self._focus) is not None and is_prescribed(record, focus):
            prescribed = True
        self._choice("planned").choice.choose(record.planned)
        self._choice("prescribed").choice.choose(prescribed)
        self._choice("over").choice.choose(record.over)
        self._choice("situation").choice.choose(record.situation)
        self.query_one("#note", TextField).fill(record.note)
        self.query_one(More).load(record)

    def fill(self, draft: Draft) -> None:
        """Fill the fields from a draft; what the form was opened for takes precedence."""
        super().fill(draft)
        focus, day = self._preset
        for field in self.query("#focus").results(ChoiceField):
            if focus:
                field.choice.choose(focus)
        if day is not None:
            self.query_one(DayField).from_record(day)

    @on(Choice.Chosen)
    @on(Input.Changed, "#day Input")
    @on(Input.Changed, "#time Input")
    @on(Input.Changed, "#amount Input")
    def update_fields(self) -> None:
        """Update words, units and numbers after a choice."""
        focus = self._focus
        medicine = focus is not None and may_be_prescribed(focus.kind)
        self.query_one("#prescribed").display = medicine
        self.query_one("#planned").display = focus is not None and not wants_none(focus) and not self._prescribed(focus)
        self.query_one("#amount").display = focus is None or counts_amounts(focus.kind)
        self.query_one(AmountField).input.placeholder = usual_unit(focus) if focus else ""
        self.query_one(More).update_fields(focus)
        self.query_one("#limit").display = self._choice("over").display = False
        self._show_words(focus)
        self._show_effect(focus)

    def _show_words(self, focus: Focus | None) -> None:
        """Use the words for a slip, or those for a use that was planned or allowed."""
        slips, word = self._is_slip, self._word(focus)
        self.query_one(Panel).rename(slips_text.slip_title(word), slips_text.SLIP_KEYS if slips else forms_text.KEYS)
        self.query_one("#thanks", Plain).show(slips_text.SLIP_THANKS if slips else slips_text.USE_THANKS)
        self.query(".after").set(display=slips)

    def _word(self, focus: Focus | None) -> str:
        own = self.journal.preferences.slip_word
        if focus is None:
            return own
        mode = goal_on(focus, self._day).goal_mode
        return slips_text.use_word(mode, own, prescribed=bool(self._prescribed(focus)))

    @property
    def _day(self) -> date:
        """Return the day that is typed; today until it is valid."""
        try:
            return self.query_one(DayField).value or self.journal.today()
        except InvalidInput:
            return self.journal.today()

    @property
    def _is_slip(self) -> bool:
        focus = self._focus
        if focus is None:
            return True
        try:
            use = self._use(focus)
        except InvalidInput:  # still being typed
            use = Use(focus=focus.uid, local_date=self._day)
        use = self._with_answers(focus, use)
        return is_slip(use, focus, self.journal.uses.between(use.local_date, use.local_date))

    def _prescribed(self, focus: Focus | None) -> bool | None:
        """Return the answer to "As prescribed", or that of before where it is not asked."""
        if focus is not None and may_be_prescribed(focus.kind):
            answer: bool | None = self._choice("prescribed").value
            return answer
        return self.record.prescribed if isinstance(self.record, Use) else None

    def _planned(self, focus: Focus | None) -> bool | None:
        """Return the answer to "Planned", or that of before where it is not asked."""
        if focus is not None and not wants_none(focus) and not self._prescribed(focus):
            answer: bool | None = self._choice("planned").value
            return answer
        return self.record.planned if isinstance(self.record, Use) else None

    def _show_effect(self, focus: Focus | None) -> None:
        effect = self.query_one("#effect", Plain)
        try:
            use = self._use(focus) if focus else None
        except InvalidInput:  # still being typed; saving tells it at its field
            use = None
        effect.display = use is not None
        self._show_start(focus, use)
        if focus is None or use is None:
            return
        journal, today, start = self.journal, self.journal.today(), self._new_start(focus, use)
        before, now = slip_effect(focus, journal.uses, journal.marks, use, start=start, as_of=today, today=today)
        use = self._with_answers(focus, use)
        self.query_one(NoticeBox).show(self._warning(focus, use, before))
        limits = within_effect(focus, journal.uses, journal.marks, use, today=today)
        self._ask_over(focus, use, limits[1] if limits else None)
        if is_prescribed(use, focus):
            effect.show(slips_text.USE_PRESCRIBED)
            return
        counts = start is not None or focus.start is None or begun(focus, use.local_date)
        told = slip_support.told_lines(journal, focus, use, now, limits[1] if limits else None, counts=counts)
        effect.show("\n".join([*effect_table(journal, focus, before, now, limits), *told]))

    def _ask_over(self, focus: Focus, use: Use, limit: Within | None) -> None:
        """Ask whether a use was over the limit if its amount does not say."""
        asked = limit is not None and not in_own_unit(use, focus) and not is_prescribed(use, focus)
        said = self.query_one("#limit", Plain)
        said.display = self._choice("over").display = asked
        if limit is not None and asked:
            unit = usual_unit(focus)
            hint = slips_text.over_hint(limit.most, unit, goal_on(focus, use.local_date).goal_mode)
            amount = "" if use.amount is None else format_amount(use.amount, use.unit)
            said.show("\n".join([*([slips_text.other_unit(amount, unit)] if amount else []), hint]))

    def _warning(self, focus: Focus, use: Use, before: Figures) -> safety_text.Notice | None:
        """Return what to read first: once, while the use is new."""
        return None if self.record is not None else slip_support.warning(self.journal, focus, use, before)

    def _with_answers(self, focus: Focus, use: Use) -> Use:
        """Return the use with what its day depends on: its amount, as far as that is valid, and the answers."""
        try:
            amount = self.query_one(AmountField).value if counts_amounts(focus.kind) else None
        except InvalidInput:
            amount = None
        return replace(
            use,
            amount=amount.number if amount else None,
            unit=unit_beside(focus, amount.unit) if amount else use.unit,
            **self._answers(focus),
        )

    def _answers(self, focus: Focus | None) -> dict[str, bool | None]:
        """Return the answers to "Planned", "As prescribed" and "Was it over?".

        For a kind that may be prescribed, planned alone once meant prescribed, so that a planned use says it was not.
        """
        planned, prescribed = self._planned(focus), self._prescribed(focus)
        if prescribed is None and planned and focus is not None and may_be_prescribed(focus.kind):
            prescribed = False
        return {"planned": planned, "prescribed": prescribed, "over": self._choice("over").value}

    def _show_start(self, focus: Focus | None, use: Use | None) -> None:
        """Say that the day is before the focus's start, and ask whether to start on it."""
        said, asked = self.query_one("#before-start", Plain), self.query_one("#start", YesNoField)
        early = focus is not None and use is not None and not begun(focus, use.local_date)
        said.display = asked.display = early
        if focus and use and early:
            said.show(slips_text.format_before_start(focus, use.local_date, self.journal.today(), moves=asked.yes))

    def _new_start(self, focus: Focus, use: Use) -> date | None:
        """Return the day that the focus starts on with this use, if that was chosen."""
        early = not begun(focus, use.local_date)
        return use.local_date if early and self.query_one("#start", YesNoField).yes else None

    # What it keeps.

    def build(self) -> tuple[Record, ...]:
        """Return the use, and the focus where it starts with it. Raises ``InvalidInput``."""
        focus = self._focus
        if focus is None and len(self._focuses) > 1:
            raise InvalidInput(cast(Field, self.query_one("#focus")), slips_text.SLIP_WHICH)
        use = self._asked(focus)
        new = self.query_one(More).new(use)
        if focus is None or (start := self._new_start(focus, use)) is None:
            return (use, *new)
        return use, replace(focus, start=start), *new

    def _asked(self, focus: Focus | None) -> Use:
        """Return the use with all answers. Raises ``InvalidInput``."""
        use = self._use(focus)
        counted = focus is None or counts_amounts(focus.kind)
        amount = self.query_one(AmountField).value if counted else None
        unit = amount.unit if amount else ""
        warned = self.query_one(NoticeBox).is_shown
        return replace(
            self.query_one(More).said_of(use),
            amount=amount.number if amount else None,
            unit=unit_beside(focus, unit) if amount and focus else unit,
            **self._answers(focus),
            situation=self._choice("situation").value,
            word=self._word(focus),
            note=self.query_one("#note", TextField).text,
            warned_at=self.journal.now() if warned else use.warned_at,
        )

    @on(Saved)
    def remember(self, message: Saved) -> None:
        """Remember the saved use: looking back is about that one."""
        if self._saving and message.submitted == self._saving:
            self._kept = next(record for record in message.records if isinstance(record, Use))

    def action_debrief(self) -> None:
        """Save it, and look at what happened before it."""
        self._looks_back = True
        self.action_save()
        self._looks_back = bool(self._saving)

    def after_save(self) -> None:
        """Go back and, after a new slip, say which days still count; or continue with what happened before it."""
        focus, saved = self._focus, slips_text.USE_SAVED
        if focus is not None and self._kept is not None:
            saved = slip_support.saved_words(self.journal, focus, self._kept)
            own = one_line(slip_support.own_words(self.journal, focus, self._kept), OWN_WORDS)
            saved = f"{saved}\n{own}" if own else saved
        self.dismiss(None)
        if self._looks_back and self._kept is not None:
            self.app.call_later(self.app.show, "debrief", use=self._kept.uid)  # this screen is gone by then
        elif self.record is None:
            self.app.say(saved)

    def saved_words(self) -> str | None:
        """Say nothing yet for a new one: what still counts is known once it is saved."""
        return "" if self.record is None else None

    def _use(self, focus: Focus | None) -> Use:
        """Return the use with its focus and its moment. Raises ``InvalidInput``."""
        own = self.record if isinstance(self.record, Use) else Use(focus="", local_date=self.journal.today())
        return replace(self.query_one(When).moved(own), focus=focus.uid if focus else "")

    @property
    def _focus(self) -> Focus | None:
        """The only focus, or the chosen one, as the journal has it now."""
        uids = [focus.uid for focus in self._focuses]
        chosen = self._choice("focus").value if len(uids) > 1 else next(iter(uids), None)
        return next((focus for focus in self.journal.focuses if focus.uid == chosen), None)

    def _choice(self, name: str) -> ChoiceField[Any]:
        return self.query_one(f"#{name}", ChoiceField)
