"""The steps about what a person is recovering from: what, what they want with it, what to know first, since when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Final

from msgspec.structs import replace
from textual.widget import Widget

from journal.domain.focuses import (
    Focus,
    FocusKind,
    GoalMode,
    counts_amounts,
    needs_withdrawal_warning,
)
from journal.domain.onboarding import Answers, focuses_of
from journal.text import focuses as focuses_text
from journal.text import onboarding as onboarding_text
from journal.text import safety as safety_text
from screens.base.wizard import WizardStep
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.numbers import NumberField, TaperField
from screens.widgets.plain_text import Plain

NAMED: Final = {FocusKind.OTHER: "Which substance", FocusKind.CUSTOM: "Custom is"}
"""The kinds that a person may give a name of their own, and how it is asked."""


class Since(StrEnum):
    """What there is to say of a beginning."""

    NOT_YET = "not yet"
    TODAY = "today"
    DAY = "a date"


class FocusStep(WizardStep):
    """A step that answers something of the focuses."""

    def __init__(self, answers: Answers, today: date) -> None:
        super().__init__()
        self.answers = answers
        self.today = today

    def answered(self) -> list[Focus]:
        """The focuses with the answers of this step. Raises ``InvalidInput``."""
        return self.answers.focuses


class WhatStep(FocusStep):
    """What are you recovering from?"""

    NAME = "what from"
    ASKS = f"{onboarding_text.WHAT_FROM} One, or several: by digit, or arrows and space."

    def fields(self) -> Iterable[Widget]:
        """The kinds, what belongs to the one under the cursor, and names where the kind says little."""
        yield ChoiceField("From", [(kind, kind.value) for kind in FocusKind], multiple=True, id="kinds")
        yield Plain("", id="belongs", classes="muted")
        for kind, label in NAMED.items():
            yield TextField(label, id=f"name-{kind.name}", max_length=100)

    def on_mount(self) -> None:
        """Follow the choice."""
        choice = self.query_one("#kinds", ChoiceField).choice
        self.watch(choice, "cursor", self._hint)
        self.watch(choice, "chosen", self._ask_names)

    def _hint(self, cursor: int) -> None:
        kind = list(FocusKind)[cursor]
        belongs = focuses_text.KIND_HINTS.get(kind)
        self.query_one("#belongs", Plain).show(f"{kind.value}: {belongs}" if belongs else "")

    def _ask_names(self) -> None:
        chosen = self.query_one("#kinds", ChoiceField).values
        for kind in NAMED:
            self.query_one(f"#name-{kind.name}").display = kind in chosen

    def answered(self) -> list[Focus]:
        """A focus for each kind that was chosen."""
        names = {kind: self.query_one(f"#name-{kind.name}", TextField).text for kind in NAMED}
        kinds = self.query_one("#kinds", ChoiceField).values
        return focuses_of(kinds, focuses_text.focus_names(names), self.answers.focuses)


class WantStep(FocusStep):
    """What do you want with it?"""

    NAME = "what you want"
    ASKS = onboarding_text.WHAT_WITH_IT

    def fields(self) -> Iterable[Widget]:
        """For each focus a choice, and a limit or steps where it has one."""
        for focus in self.answers.focuses:
            name, unit = focus.kind.name, focus.unit or "units"
            modes = [(mode, said) for mode, said in focuses_text.GOAL_MODE_WORDS.items() if _possible(mode, focus.kind)]
            yield ChoiceField(focus.label, modes, id=f"mode-{name}")
            if counts_amounts(focus.kind):
                yield NumberField("At most a day", id=f"limit-{name}", hint=f"A number of {unit}; or leave it open.")
                yield TaperField("Steps", id=f"taper-{name}", today=self.today)

    def on_mount(self) -> None:
        """Ask for a limit or steps where that was chosen."""
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
        """The focuses with what is wanted; where nothing was said, only watching."""
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
    """What to know before any date is set; that it was shown is kept with the focuses it is about."""

    NAME = "to know first"
    GO_ON = "I have read this"
    SKIP = ""

    def __init__(self, answers: Answers, today: date, now: datetime) -> None:
        super().__init__(answers, today)
        self._now = now

    def answered(self) -> list[Focus]:
        """The focuses, those with a warning as warned."""
        warned = [needs_withdrawal_warning(focus.kind) for focus in self.answers.focuses]
        both = zip(self.answers.focuses, warned, strict=True)
        return [replace(focus, warned_at=self._now) if due else focus for focus, due in both]

    def fields(self) -> Iterable[Widget]:
        """The warnings for what was chosen, and the way to the lines."""
        for notice in safety_text.withdrawal_warnings(self.answers.focuses):
            yield Plain(notice.title, classes="title")
            yield Plain("\n".join(notice.paragraphs))
            yield Plain(notice.source, classes="muted asks")


class SinceStep(FocusStep):
    """Since when?"""

    NAME = "since when"
    ASKS = onboarding_text.SINCE_WHEN

    def fields(self) -> Iterable[Widget]:
        """For each focus the three answers, and the date where it is one."""
        for focus in self.answers.focuses:
            name = focus.kind.name
            yield ChoiceField(focus.label, [(since, since.value) for since in Since], id=f"since-{name}")
            yield DayField("Since", id=f"day-{name}", today=self.today, hint="3 weeks ago, 19 Nov, 2026-11-19")

    def on_mount(self) -> None:
        """Ask for the date where it is one."""
        for focus in self.answers.focuses:
            choice = self.query_one(f"#since-{focus.kind.name}", ChoiceField).choice
            self.watch(choice, "chosen", partial(self._ask_day, focus.kind))

    def _ask_day(self, kind: FocusKind) -> None:
        since = self.query_one(f"#since-{kind.name}", ChoiceField).value
        self.query_one(f"#day-{kind.name}").display = since is Since.DAY

    def answered(self) -> list[Focus]:
        """The focuses with their first day."""
        return [replace(focus, start=self._start(focus.kind)) for focus in self.answers.focuses]

    def _start(self, kind: FocusKind) -> date | None:
        since = self.query_one(f"#since-{kind.name}", ChoiceField).value
        if since is Since.TODAY:
            return self.today
        field = self.query_one(f"#day-{kind.name}", DayField)
        if since is Since.DAY and field.value is None:
            raise InvalidInput(field, "A date goes here: 3 weeks ago, 19 Nov and 2026-11-19 are understood.")
        return field.value if since is Since.DAY else None


def _possible(mode: GoalMode, kind: FocusKind) -> bool:
    """A taper goes by amounts, so it is not offered where none are asked for."""
    return mode is not GoalMode.TAPER or counts_amounts(kind)
