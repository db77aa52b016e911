"""One thing a person is recovering from: its name, what they want with it, since when, what it cost."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from textual.app import ComposeResult

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
from journal.text import focuses as focuses_text
from journal.text import labels as labels_text
from journal.text import safety as safety_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import NumberField, TaperField
from screens.widgets.plain_text import Plain

AMOUNTS = ("unit", "heavy")
"""Fields that are asked only where amounts are."""


class FocusSheet(RecordForm[Focus]):
    """What is to be known before a date comes before the date."""

    NAME = "recovering from"
    ROUTE = "focus"
    RECORD = Focus
    CSS_PATH = "focus_form.tcss"

    def fields(self) -> ComposeResult:
        """What it is and what is wanted; then how days, amounts and money are counted; then rest."""
        yield ChoiceField("From", [(kind, kind.value) for kind in FocusKind], id="kind", empty=FocusKind.CUSTOM)
        yield TextField("Its name", id="label", hint="Empty: as it is called above.", max_length=100)
        yield Plain(id="warning", classes="warning")
        yield ChoiceField("I want to", list(focuses_text.GOAL_MODE_WORDS.items()), id="mode", attribute="goal_mode")
        yield NumberField("At most a day", id="limit", hint="A number; or leave it open.")
        yield TaperField("Steps", id="taper", today=self.journal.today())
        yield DayField("Counts from", id="start", today=self.journal.today(), hint="Empty: not yet. Or 3 weeks ago.")
        yield TextField(
            "A day without is",
            id="clean",
            attribute="clean_word",
            hint=f"{', '.join(CLEAN_WORDS)}; or your own",
            max_length=40,
            empty=Focus(label="").clean_word,
        )
        yield TextField("Counted in", id="unit", hint="drinks, cigarettes, hours", max_length=40)
        heavy_hint = "A drink is 14 g in the US, 8 g in the UK, 10 g in AU."
        yield NumberField("A heavy day from", id="heavy", attribute="heavy_from", hint=heavy_hint)
        yield NumberField("Cost, before", id="cost", hint="What it usually cost; clean days are counted against it.")
        yield ChoiceField("for each", [(per, per.value) for per in Per], id="per", attribute="cost_per")
        yield TextField("Currency", id="currency", hint="€, $, £", max_length=10)
        yield YesNoField("Paused", id="paused", default=False, hint="Days in a pause do not count.", attribute=None)
        yield YesNoField("Put away", id="archived", default=False, hint="Its days stay; it is not shown.")

    def on_mount(self) -> None:
        """Fill it, then follow what is chosen."""
        super().on_mount()
        for name in ("kind", "mode"):
            self.watch(self.query_one(f"#{name}", ChoiceField).choice, "chosen", self._follow)

    @property
    def kind(self) -> FocusKind:
        """The kind that is chosen."""
        return self.query_one("#kind", ChoiceField).value or FocusKind.CUSTOM

    @property
    def _before(self) -> Focus:
        """The focus as it was, or a new one of the kind that is chosen."""
        return self.record or new_focus(self.kind, labels_text.label(self.kind))

    def new_record(self, **values: Any) -> Focus:
        """Begin with what is usual for its kind."""
        return replace(self._before, **values)

    @property
    def _warns(self) -> bool:
        """Whether what to know of withdrawal comes first: once for what is new, and when it is to be stopped now."""
        kind, mode = self.query_one("#kind", ChoiceField).value, self.query_one("#mode", ChoiceField).value
        return kind is not None and withdrawal_warning_first(kind, mode or self._before.goal_mode, self.record)

    def _follow(self) -> None:
        mode, amounts = self.query_one("#mode", ChoiceField).value, counts_amounts(self.kind)
        self.query_one("#limit").display = amounts and mode is GoalMode.REDUCE
        self.query_one("#taper").display = amounts and mode is GoalMode.TAPER
        for name in AMOUNTS:
            self.query_one(f"#{name}").display = amounts
        notice = safety_text.withdrawal_warning(self.kind) if self._warns else None
        text = "\n".join((notice.title, *notice.paragraphs, notice.source)) if notice else ""
        self.query_one("#warning", Plain).show(text)
        self.query_one("#warning").display = bool(text)

    def load(self, focus: Focus) -> None:
        """Show the focus, and whether it rests."""
        super().load(focus)
        self.query_one("#paused", YesNoField).choice.choose(paused(focus, self.journal.today()))

    def finish(self, focus: Focus) -> Focus:
        """Fill in what may stay empty, and begin or end its pause today."""
        focus = replace(
            focus,
            label=focus.label or focus.kind.value,
            unit=focus.unit or self._before.unit,
            warned_at=self.journal.now() if self._warns else self._before.warned_at,
        )
        change = pause_from if self.query_one("#paused", YesNoField).yes else resume_on
        return change(focus, self.journal.today())

    def action_discard(self) -> None:
        """As in every form; but what has days is put away, not deleted: they would belong to nothing."""
        if self.draft() or self.record is None or not self._has_days():
            super().action_discard()
        else:
            self.app.tell("Days are kept under it, so it is not deleted. Put away hides it, and keeps them.")

    @property
    def can_erase(self) -> bool:
        """As it may be deleted."""
        return super().can_erase and not self._has_days()

    def _has_days(self) -> bool:
        journal, uid = self.journal, self._before.uid
        return any(day.focus == uid for table in (journal.marks, journal.uses, journal.cravings) for day in table.all())
