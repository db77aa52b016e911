"""The form for a focus: one thing a person is recovering from.

It asks for the name, the goal, the start, and what it cost and took. Withdrawal warnings are shown as soon as they
apply, above the date.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any, Final

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.date_order import is_month_first
from journal.domain.cravings import Craving
from journal.domain.dates import parse_day
from journal.domain.days import Mark, hidden_by_start
from journal.domain.focus_goals import changed_from
from journal.domain.focuses import (
    CLEAN_WORDS,
    Focus,
    FocusKind,
    GoalMode,
    Per,
    counts_amounts,
    pause_from,
    paused,
    resume_on,
    withdrawal_warning_first,
)
from journal.domain.onboarding import new_focus
from journal.domain.uses import Use
from journal.store.operations import dependents
from journal.text import focuses as focuses_text
from journal.text import labels as labels_text
from journal.text import safety as safety_text
from screens.base.form import RecordForm
from screens.key import Key
from screens.keymap import bindings
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import DurationField, NumberField, TaperField
from screens.widgets.plain_text import Plain, one_line

LABEL: Final = 40
"""Characters of its name shown at most in a question."""

AMOUNTS = ("unit", "heavy")
"""Ids of the fields that are shown only where amounts are counted."""


class FocusSheet(RecordForm[Focus]):
    """Changes a focus, or adds one."""

    KEY_SCOPE = "focus"
    BINDINGS = bindings(KEY_SCOPE)
    NAME = focuses_text.TITLE
    ROUTE = "focus"
    RECORD = Focus
    CSS_PATH = "focus_form.tcss"

    def fields(self) -> ComposeResult:
        yield ChoiceField(focuses_text.KIND, labels_text.choices(FocusKind), id="kind", empty=FocusKind.CUSTOM)
        yield TextField(focuses_text.NAME, id="label", hint=focuses_text.NAME_HINT, max_length=100)
        yield Plain(id="warning", classes="warning")
        yield ChoiceField(
            focuses_text.GOAL_MODE, list(focuses_text.GOAL_MODE_WORDS.items()), id="mode", attribute="goal_mode"
        )
        yield NumberField(focuses_text.LIMIT, id="limit", hint=focuses_text.LIMIT_HINT)
        yield TaperField(focuses_text.TAPER, id="taper", today=self.journal.today())
        yield ChoiceField(
            focuses_text.GOAL_FROM,
            [(False, focuses_text.GOAL_FROM_TODAY), (True, focuses_text.GOAL_FOR_ALL_DAYS)],
            id="goal-from",
            default=False,
            hint=focuses_text.GOAL_FROM_HINT,
            attribute=None,
        )
        yield DayField(focuses_text.START, id="start", today=self.journal.today(), hint=focuses_text.START_HINT)
        yield Plain(id="hidden", classes="muted")
        yield TextField(
            focuses_text.CLEAN_DAY,
            id="clean",
            attribute="clean_word",
            hint=focuses_text.clean_day_hint(CLEAN_WORDS),
            max_length=40,
            empty=Focus(label="").clean_word,
        )
        yield TextField(focuses_text.UNIT, id="unit", hint=focuses_text.UNIT_HINT, max_length=40)
        yield from self._counting_fields()

    def _counting_fields(self) -> ComposeResult:
        yield NumberField(focuses_text.HEAVY_DAY, id="heavy", attribute="heavy_from", hint=focuses_text.HEAVY_DAY_HINT)
        yield NumberField(focuses_text.COST, id="cost", hint=focuses_text.COST_HINT)
        yield ChoiceField(focuses_text.COST_PER, labels_text.choices(Per), id="per", attribute="cost_per")
        yield TextField(focuses_text.CURRENCY, id="currency", hint=focuses_text.CURRENCY_HINT, max_length=10)
        yield DurationField(focuses_text.TIME, id="minutes", hint=focuses_text.TIME_HINT)
        yield ChoiceField(focuses_text.TIME_PER, labels_text.choices(Per), id="minutes-per", attribute="minutes_per")
        yield YesNoField(focuses_text.PAUSED, id="paused", default=False, hint=focuses_text.PAUSED_HINT, attribute=None)
        yield YesNoField(focuses_text.ARCHIVED, id="archived", default=False, hint=focuses_text.ARCHIVED_HINT)

    def on_mount(self) -> None:
        """Fill the form, then show and hide fields as the kind and the goal change."""
        super().on_mount()
        for name in ("kind", "mode"):
            self.watch(self.query_one(f"#{name}", ChoiceField).choice, "chosen", self._follow)

    @property
    def kind(self) -> FocusKind:
        """Return the kind that is chosen."""
        return self.query_one("#kind", ChoiceField).value or FocusKind.CUSTOM

    @property
    def _before(self) -> Focus:
        """Return the focus as it was, or a new one of the kind that is chosen."""
        return self.record or new_focus(self.kind, labels_text.label(self.kind))

    def new_record(self, **values: Any) -> Focus:
        """Return a new focus, with the usual values of its kind."""
        return replace(self._before, **values)

    @property
    def _warns(self) -> bool:
        """Return whether to show the withdrawal warning: once for a new focus, and when one is to be stopped now."""
        kind, mode = self.query_one("#kind", ChoiceField).value, self.query_one("#mode", ChoiceField).value
        return kind is not None and withdrawal_warning_first(kind, mode or self._before.goal_mode, self.record)

    def _follow(self) -> None:
        mode, amounts = self.query_one("#mode", ChoiceField).value, counts_amounts(self.kind)
        self.query_one("#limit").display = amounts and mode is GoalMode.REDUCE
        self.query_one("#taper").display = amounts and mode is GoalMode.TAPER
        self.query_one("#goal-from").display = self.record is not None
        self._say_hidden()
        for name in AMOUNTS:
            self.query_one(f"#{name}").display = amounts
        notice = safety_text.withdrawal_warning(self.kind) if self._warns else None
        text = "\n".join((notice.title, *notice.paragraphs, notice.source)) if notice else ""
        self.query_one("#warning", Plain).show(text)
        self.query_one("#warning").display = bool(text)

    @on(Input.Changed, "#start Input")
    def _say_hidden(self) -> None:
        """Say how much of what is logged a later start would hide; nothing where it stays as it is."""
        start = parse_day(self.query_one("#start", DayField).text, self.journal.today(), month_first=is_month_first())
        focus, said = self.record, ""
        if focus is not None and start is not None and start != focus.start:
            days, uses = hidden_by_start(focus, start, self.journal.uses, self.journal.marks)
            said = focuses_text.hidden_by_start(start, days, uses, self.app.slip_word)
        self.query_one("#hidden", Plain).show(said)
        self.query_one("#hidden").display = bool(said)

    def key_rows(self) -> list[Key]:
        """A focus that is not saved yet has no pauses."""
        return [key for key in super().key_rows() if self.record is not None or key.action != "pauses"]

    def action_pauses(self) -> None:
        """List the pauses, to add, edit or remove one; they are saved at once."""
        if self.record is None:
            self.app.notify(focuses_text.SAVE_BEFORE_PAUSES)
        else:
            self.app.show("pauses", focus=self.record.uid)

    def on_screen_resume(self) -> None:
        """Take over the pauses as they were changed in their list, so that saving does not undo that."""
        before, focuses, today = self.record, self.journal.focuses, self.journal.today()
        if before is None or before.uid not in focuses or before.pauses == (pauses := focuses.get(before.uid).pauses):
            return
        self.record = replace(before, pauses=pauses)
        field = self.query_one("#paused", YesNoField)
        if field.yes == paused(before, today):  # not answered otherwise meanwhile
            field.choice.choose(paused(self.record, today))
            self._initial[str(field.id)] = field.draft_value

    def load(self, focus: Focus) -> None:
        """Show the focus, and whether it is paused."""
        super().load(focus)
        self.query_one("#paused", YesNoField).choice.choose(paused(focus, self.journal.today()))

    def finish(self, focus: Focus) -> Focus:
        """Fill in the fields that may stay empty, and begin or end the pause today."""
        focus = replace(
            focus,
            label=focus.label or labels_text.label(focus.kind),
            unit=focus.unit or self._before.unit,
            warned_at=self.journal.now() if self._warns else self._before.warned_at,
        )
        if self.record is not None:
            if self.query_one("#goal-from", ChoiceField).value:
                focus = replace(focus, earlier_goals=[])
            else:
                focus = changed_from(self.record, focus, self.journal.today())
        change = pause_from if self.query_one("#paused", YesNoField).yes else resume_on
        return change(focus, self.journal.today())

    def action_discard(self) -> None:
        """Discard as in every form; for a focus with days, ask whether to archive it or to delete them with it."""
        focus = self.record
        if self.draft() or focus is None or not (about := self._about()):
            super().action_discard()
            return
        self.app.ask(
            focuses_text.ask_delete(one_line(focus.label, LABEL)),
            focuses_text.DELETE_ALL,
            partial(self.app.remove, focus),
            no=focuses_text.ARCHIVE_IT,
            detail=focuses_text.delete_detail(about),
            otherwise=self._archive,
        )

    def _archive(self) -> None:
        self.query_one("#archived", YesNoField).choice.choose(True)
        self.action_save()

    @property
    def erased(self) -> str:
        """Return the focus with everything about it."""
        about = self._about()
        return focuses_text.with_everything(super().erased, about) if about else super().erased

    def _about(self) -> str:
        """Return what is logged about the focus, counted: ``78 days, 3 slips and 12 cravings``; empty for nothing."""
        if self.record is None:
            return ""
        found = Counter(one.table for one in dependents(self.journal, self.record))
        return focuses_text.format_logged(found[Mark.table], found[Use.table], found[Craving.table], self.app.slip_word)
