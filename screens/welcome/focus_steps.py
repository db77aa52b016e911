"""The wizard steps of Welcome about what a person is recovering from.

They ask what it is, what the person wants with it, and since when; a step with withdrawal warnings comes before any
date. Each step returns the focuses with its answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from functools import partial

from msgspec.structs import replace
from textual.widget import Widget

from journal.domain.focus_goals import wants_none
from journal.domain.focuses import (
    Focus,
    FocusKind,
    GoalMode,
    counts_amounts,
    needs_withdrawal_warning,
)
from journal.domain.onboarding import Answers, focuses_of
from journal.text import focuses as focuses_text
from journal.text import labels as labels_text
from journal.text import onboarding as onboarding_text
from journal.text import safety as safety_text
from journal.text import welcome as welcome_text
from screens.base.wizard import WizardStep
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import YES_NO, ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import NumberField, TaperField
from screens.widgets.plain_text import Plain


class Since(StrEnum):
    """The answers to since when; labels are in ``journal.text.onboarding``."""

    NOT_YET = "not_yet"
    TODAY = "today"
    DAY = "date"


class FocusStep(WizardStep):
    """Base of the steps that ask something about the focuses."""

    def __init__(self, answers: Answers, today: date) -> None:
        super().__init__()
        self.answers = answers
        self.today = today

    def answered(self) -> list[Focus]:
        """Return the focuses with the answers of this step. Raises ``InvalidInput``."""
        return self.answers.focuses


class WhatStep(FocusStep):
    """Asks what the person is recovering from."""

    NAME = onboarding_text.WHAT_TITLE
    QUESTION = onboarding_text.WHAT_HOW

    def fields(self) -> Iterable[Widget]:
        yield ChoiceField(focuses_text.KIND, labels_text.choices(FocusKind), multiple=True, id="kinds")
        yield Plain("", id="belongs", classes="muted")
        for kind, asked in welcome_text.NAMES.items():
            yield TextField(asked, id=f"name-{kind.name}", max_length=100)

    def on_mount(self) -> None:
        """Show the hint and the fields for names as the choice changes."""
        choice = self.query_one("#kinds", ChoiceField).choice
        self.watch(choice, "cursor", self._hint)
        self.watch(choice, "chosen", self._ask_names)

    def _hint(self, cursor: int) -> None:
        kind = list(FocusKind)[cursor]
        belongs = focuses_text.KIND_HINTS.get(kind)
        self.query_one("#belongs", Plain).show(
            welcome_text.kind_hint(labels_text.label(kind), belongs) if belongs else ""
        )

    def _ask_names(self) -> None:
        chosen = self.query_one("#kinds", ChoiceField).values
        for kind in welcome_text.NAMES:
            self.query_one(f"#name-{kind.name}").display = kind in chosen

    def answered(self) -> list[Focus]:
        names = {kind: self.query_one(f"#name-{kind.name}", TextField).text for kind in welcome_text.NAMES}
        kinds = self.query_one("#kinds", ChoiceField).values
        return focuses_of(kinds, focuses_text.focus_names(names), self.answers.focuses)


class WantStep(FocusStep):
    """Asks what the person wants with each focus."""

    NAME = onboarding_text.WANT_TITLE
    QUESTION = onboarding_text.WHAT_WITH_IT

    def fields(self) -> Iterable[Widget]:
        for focus in self.answers.focuses:
            name, unit = focus.kind.name, focus.unit or welcome_text.UNITS
            modes = [
                (mode, words) for mode, words in focuses_text.GOAL_MODE_WORDS.items() if _possible(mode, focus.kind)
            ]
            yield ChoiceField(focus.label, modes, id=f"mode-{name}")
            if counts_amounts(focus.kind):
                yield NumberField(focuses_text.LIMIT, id=f"limit-{name}", hint=focuses_text.limit_hint(unit))
                yield TaperField(focuses_text.TAPER, id=f"taper-{name}", today=self.today)

    def on_mount(self) -> None:
        """Show the field for a limit or for steps where that is chosen."""
        for focus in self.answers.focuses:
            choice = self.query_one(f"#mode-{focus.kind.name}", ChoiceField).choice
            self.watch(choice, "chosen", partial(self._ask_amounts, focus.kind))

    def _ask_amounts(self, kind: FocusKind) -> None:
        mode = self.query_one(f"#mode-{kind.name}", ChoiceField).value
        for field in self.query(f"#limit-{kind.name}"):
            field.display = mode is GoalMode.REDUCE
        for field in self.query(f"#taper-{kind.name}"):
            field.display = mode is GoalMode.TAPER

    def answered(self) -> list[Focus]:
        return [self._wanted(focus) for focus in self.answers.focuses]

    def _wanted(self, focus: Focus) -> Focus:
        name = focus.kind.name
        mode = self.query_one(f"#mode-{name}", ChoiceField).value or GoalMode.OBSERVE
        focus = replace(focus, goal_mode=mode, limit=None, taper=[])
        if mode is GoalMode.REDUCE and counts_amounts(focus.kind):
            return replace(focus, limit=self.query_one(f"#limit-{name}", NumberField).value)
        if mode is GoalMode.TAPER:
            return replace(focus, taper=self.query_one(f"#taper-{name}", TaperField).value)
        return focus


class WarningStep(FocusStep):
    """Shows the withdrawal warnings before any date is set; each focus stores when it was warned of."""

    NAME = onboarding_text.WARNING_TITLE
    NEXT_LABEL = onboarding_text.WARNING_READ
    SKIP_LABEL = ""

    def __init__(self, answers: Answers, today: date, now: datetime) -> None:
        super().__init__(answers, today)
        self._now = now

    def answered(self) -> list[Focus]:
        warned = [needs_withdrawal_warning(focus.kind) for focus in self.answers.focuses]
        both = zip(self.answers.focuses, warned, strict=True)
        return [replace(focus, warned_at=self._now) if due else focus for focus, due in both]

    def fields(self) -> Iterable[Widget]:
        for notice in safety_text.withdrawal_warnings(self.answers.focuses):
            yield Plain(notice.title, classes="title")
            yield Plain("\n".join(notice.paragraphs))
            yield Plain(notice.source, classes="muted asks")


class SinceStep(FocusStep):
    """Asks since when each focus counts."""

    NAME = onboarding_text.SINCE_TITLE
    QUESTION = onboarding_text.SINCE_WHEN

    def fields(self) -> Iterable[Widget]:
        options = [(since, onboarding_text.SINCE_LABELS[since]) for since in Since]
        for focus in self.answers.focuses:
            name = focus.kind.name
            yield ChoiceField(focus.label, options, id=f"since-{name}")
            yield DayField(onboarding_text.SINCE_DAY, id=f"day-{name}", today=self.today, hint=welcome_text.SINCE_HINT)
            if wants_none(focus):
                yield Plain(onboarding_text.WERE_FREE, id=f"ask-free-{name}")
                yield ChoiceField("", YES_NO, id=f"free-{name}", hint=onboarding_text.FREE_HINT)

    def on_mount(self) -> None:
        """Show the field for the date where that is chosen."""
        for focus in self.answers.focuses:
            choice = self.query_one(f"#since-{focus.kind.name}", ChoiceField).choice
            self.watch(choice, "chosen", partial(self._ask_day, focus.kind))

    def _ask_day(self, kind: FocusKind) -> None:
        since = self.query_one(f"#since-{kind.name}", ChoiceField).value
        for field in self.query(f"#day-{kind.name}, #ask-free-{kind.name}, #free-{kind.name}"):
            field.display = since is Since.DAY

    @property
    def free(self) -> list[FocusKind]:
        """Return the kinds of which every day since the start was free, as the person said."""
        kinds = [focus.kind for focus in self.answers.focuses if wants_none(focus)]
        return [kind for kind in kinds if self._is_free(kind)]

    def _is_free(self, kind: FocusKind) -> bool:
        since = self.query_one(f"#since-{kind.name}", ChoiceField).value
        return since is Since.DAY and self.query_one(f"#free-{kind.name}", ChoiceField).value is True

    def answered(self) -> list[Focus]:
        return [replace(focus, start=self._start(focus.kind)) for focus in self.answers.focuses]

    def _start(self, kind: FocusKind) -> date | None:
        since = self.query_one(f"#since-{kind.name}", ChoiceField).value
        if since is Since.TODAY:
            return self.today
        field = self.query_one(f"#day-{kind.name}", DayField)
        if since is Since.DAY and field.value is None:
            raise InvalidInput(field, welcome_text.NO_DATE)
        return field.value if since is Since.DAY else None


def _possible(mode: GoalMode, kind: FocusKind) -> bool:
    """Return whether to offer this goal: a taper only where amounts are counted."""
    return mode is not GoalMode.TAPER or counts_amounts(kind)
